/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <stdarg.h>
#include <string.h>

#include "charter-test.h"

#include "decide/charter-decide-private.h"
#include "format/charter-json-reader-private.h"
#include "record/charter-leaf-private.h"
#include "state/charter-view-private.h"

/* States without the gate: entries are written as leaves and applied, whatever the charter
 * would say of them, so that what stands below the gate can be tested on its own.  Openings
 * are kept, members that the gate assigns are filled in (the charter's digest of
 * decision-opened; the count of decision-closed), and `recorded` is `at` or the latest so far.
 *
 *   g_autoptr(CharterBuild) b = charter_build_new ("{'charter': '1', …}", "2026-01-05T09:00:00Z");
 *   charter_build_add (b, "partner-joined", "2026-01-05T09:00:00Z", "{'id': 'north', 'name':
 * 'North'}"); CharterScene scene = charter_build_scene (b);
 *
 * JSON is written with single quotes. */

typedef struct
{
  CharterState *state;
  CharterArena *arena;
  gint64        recorded;
} CharterBuild;

static inline void
charter_build_free (CharterBuild *self)
{
  charter_state_unref (self->state);
  charter_arena_unref (self->arena);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterBuild, charter_build_free)

static inline CharterScene
charter_build_scene (CharterBuild *self)
{
  return (CharterScene) { self->state, charter_state_get_head (self->state) };
}

static inline CharterRef
charter_build_ref (CharterBuild *self,
                   const char   *id)
{
  CharterScene scene = charter_build_scene (self);

  return charter_scene_find (&scene, id);
}

static inline gint64
charter_build_instant (const char *text)
{
  gint64 at;

  cr_assert (charter_instant_parse (text, -1, &at), "no instant: %s", text);

  return at;
}

/* Single quotes to double ones. */
static inline char *
charter_build_quote (const char *json)
{
  return g_strdelimit (g_strdup (json), "'", '"');
}

static inline const CharterNode *
charter_build_read (CharterBuild *self,
                    const char   *json)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autofree char *text = charter_build_quote (json);
  g_autoptr(GError) error = NULL;
  const CharterNode *node;

  charter_problems_set_text (problems, text, strlen (text));
  node = charter_json_read (self->arena, text, strlen (text), CHARTER_PROFILE_RECORD,
                            CHARTER_READ_NONE, NULL, problems);
  if (node == NULL)
    charter_problems_to_error (problems, &error);
  cr_assert (node != NULL, "%s\n%s", error != NULL ? error->message : "", text);

  return node;
}

/* @data with the members that the gate assigns. */
static inline const CharterNode *
charter_build_assign (CharterBuild      *self,
                      const char        *kind,
                      gint64             at,
                      const CharterNode *data)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  CharterScene scene = charter_build_scene (self);
  const CharterDocumentData *charter = charter_scene_charter (&scene, at, NULL);
  CharterRef decision = charter_scene_find (&scene, charter_node_member_string (data, "decision"));
  g_autoptr(GError) error = NULL;

  charter_builder_begin_object (builder);
  for (const CharterNode *m = charter_node_first (data); m != NULL; m = charter_node_next (data, m))
    charter_builder_set_node (builder, m->key, m);
  if (strcmp (kind, "decision-opened") == 0 && charter != NULL
      && charter_node_member (data, "charter") == NULL)
    charter_builder_set_string (builder, "charter", charter_document_data_get_digest (charter));
  if (strcmp (kind, "decision-closed") == 0 && charter_node_member (data, "result") == NULL)
    cr_assert (charter_decide_close (&scene, decision, at, builder, &error), "%s",
               error != NULL ? error->message : "");
  charter_builder_end (builder);

  return charter_builder_move_to (builder, self->arena);
}

static inline gboolean
charter_build_is_secret (CharterBuild      *self,
                         gint64             at,
                         const CharterNode *data)
{
  CharterScene scene = charter_build_scene (self);
  CharterRef decision = charter_scene_find (&scene, charter_node_member_string (data, "decision"));
  const CharterFact *proposed = decision != 0 ? charter_scene_maker (&scene, decision) : NULL;
  const CharterDocumentData *charter = charter_scene_charter (&scene, at, NULL);
  const CharterRuleData *rule = NULL;

  if (proposed != NULL && charter != NULL
      && charter_scene_string (&scene, proposed, "rule") != NULL)
    rule = charter_document_data_find_rule (charter,
                                            charter_scene_string (&scene, proposed, "rule"));

  return rule != NULL && rule->secret;
}

/* @by, @id nullable. */
static inline void
charter_build_add_full (CharterBuild *self,
                        const char   *kind,
                        const char   *at,
                        const char   *by,
                        const char   *id,
                        const char   *data)
{
  g_autoptr(GPtrArray) openings = g_ptr_array_new_with_free_func (g_free);
  const CharterNode *clear = charter_build_read (self, data);
  guint32 seq = charter_state_get_head (self->state) + 1;
  g_autofree char *drawn = g_strdup_printf ("e-%u", seq);
  g_autoptr(GError) error = NULL;
  g_autofree char *leaf = NULL;
  CharterLeafParts parts = {
    .kind = charter_kind_lookup (kind), .seq = seq, .at = charter_build_instant (at), .by = by,
    .id = id != NULL ? id : drawn,
  };

  cr_assert (parts.kind != CHARTER_KIND_NONE, "no kind: %s", kind);
  parts.data = charter_build_assign (self, kind, parts.at, clear);
  if (strcmp (kind, "entry-corrected") == 0)
    {
      CharterScene scene = charter_build_scene (self);

      parts.corrects = charter_kinds[charter_scene_find_entry (
        &scene, charter_node_member_string (clear, "entry"))->kind];
    }
  self->recorded = MAX (self->recorded, parts.at);
  parts.recorded = self->recorded;
  parts.secret = charter_build_is_secret (self, parts.at, clear);
  leaf = charter_leaf_write (&parts, openings);
  g_ptr_array_add (openings, NULL);
  cr_assert (charter_state_apply (self->state, leaf, strlen (leaf), &error), "%s: %s\n%s", kind,
             error != NULL ? error->message : "", leaf);
  charter_state_add_openings (self->state, seq, (const char *const *) openings->pdata);
}

static inline void
charter_build_add (CharterBuild *self,
                   const char   *kind,
                   const char   *at,
                   const char   *format,
                   ...) G_GNUC_PRINTF (4, 5);

static inline void
charter_build_add (CharterBuild *self,
                   const char   *kind,
                   const char   *at,
                   const char   *format,
                   ...)
{
  g_autofree char *data = NULL;
  va_list args;

  va_start (args, format);
  data = g_strdup_vprintf (format, args);
  va_end (args);
  charter_build_add_full (self, kind, at, NULL, NULL, data);
}

/* An array of submissions: [{'kind': …, 'at': …, 'data': {…}}, …]. */
static inline void
charter_build_add_all (CharterBuild *self,
                       const char   *submissions)
{
  const CharterNode *list = charter_build_read (self, submissions);

  for (const CharterNode *s = charter_node_first (list); s != NULL; s = charter_node_next (list, s))
    {
      g_autofree char *data = charter_node_to_text (charter_node_member (s, "data"));

      charter_build_add_full (
        self, charter_node_member_string (s, "kind"), charter_node_member_string (s, "at"),
        charter_node_member_string (s, "by"), charter_node_member_string (s, "id"), data);
    }
}

/* Founds a record at @at, in the zone UTC, and adopts @charter (NULL: none). */
static inline CharterBuild *
charter_build_new (const char *charter,
                   const char *at)
{
  CharterBuild *self = g_new0 (CharterBuild, 1);

  self->state = charter_state_new (NULL);
  self->arena = charter_arena_new ();
  self->recorded = G_MININT64;
  charter_build_add (
    self, "partnership-founded", at,
    "{'id': 'ours', 'title': 'Ours', 'zone': 'UTC', 'origin': 'ours', 'format': '1'}");
  if (charter != NULL)
    charter_build_add (self, "charter-adopted", at, "{'charter': %s}", charter);

  return self;
}
