/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"

#include <string.h>

#include "base/charter-id-private.h"
#include "format/charter-json-reader-private.h"
#include "permit/charter-item-private.h"

#define FUTURE_TOLERANCE 300

void
charter_refused_clear (CharterRefused *self)
{
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->message, g_free);
}

void
charter_refused_to_error (const CharterRefused *self,
                          GError              **error)
{
  if (self->path[0] != '\0')
    g_set_error (error, CHARTER_ERROR, self->error, "%s: %s", self->path, self->message);
  else
    g_set_error_literal (error, CHARTER_ERROR, self->error, self->message);
}

void
charter_admitted_clear (CharterAdmitted *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->leaf, g_free);
  g_clear_pointer (&self->openings, g_ptr_array_unref);
}

gboolean
charter_gate_refuse (CharterGate  *gate,
                     CharterError  error,
                     const char   *code,
                     const char   *path,
                     const char   *format,
                     ...)
{
  va_list args;

  charter_refused_clear (gate->refused);
  gate->refused->error = error;
  gate->refused->code = g_strdup (code);
  gate->refused->path = g_strdup (path);
  va_start (args, format);
  gate->refused->message = g_strdup_vprintf (format, args);
  va_end (args);
  return FALSE;
}

const char *
charter_gate_string (CharterGate *gate,
                     const char  *member)
{
  return charter_node_member_string (gate->data, member);
}

CharterRef
charter_gate_ref (CharterGate *gate,
                  const char  *member)
{
  return charter_scene_find (&gate->scene, charter_gate_string (gate, member));
}

const CharterFact *
charter_gate_earlier (CharterGate *gate,
                      const char  *kind,
                      const char  *member)
{
  CharterCursor cursor;
  CharterRef ref = charter_gate_ref (gate, member);

  return ref != 0 ? charter_cursor_last (&cursor, &gate->scene, ref, charter_kind_lookup (kind)) : NULL;
}

gboolean
charter_gate_needs_carried (CharterGate *gate,
                            const char  *member)
{
  CharterRef decision = charter_gate_ref (gate, member);
  g_autoptr(CharterDecided) decided = NULL;
  g_autofree char *path = g_strconcat ("/data/", member, NULL);

  if (decision == 0)
    return TRUE;
  decided = charter_decide (&gate->scene, decision, gate->at);
  if (decided->result == CHARTER_RESULT_CARRIED)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-carried", path,
                              "The decision “%s” has not been carried, so nothing can rest on it yet",
                              charter_gate_string (gate, member));
}

/* — times — */

static gint64
stored_time (const CharterKind *schema,
             gint64             instant)
{
  return schema->flags & CHARTER_KIND_CONCERN ? charter_instant_cut_to_day (instant) : instant;
}

static gboolean
check_after_founding (CharterGate *gate)
{
  const CharterFact *founding = charter_scene_founding (&gate->scene);
  gint64 start;

  if (founding == NULL)
    return gate->kind == CHARTER_KIND ("partnership-founded")
           || charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-founded", "/kind",
                                   "The record is empty: it begins with partnership-founded");
  start = stored_time (gate->schema, founding->at);
  if (gate->at >= start)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_TIME, "before-founding", "/at",
                              "The partnership was founded later than this");
}

gboolean
charter_gate_check_times (CharterGate             *gate,
                          const CharterSubmission *submission)
{
  gint64 clock = gate->clock != CHARTER_INSTANT_NONE ? gate->clock : submission->at;
  gint64 recorded = MAX (clock, gate->last_recorded);
  char now[CHARTER_INSTANT_TEXT_SIZE];

  charter_instant_format (recorded, now);
  if (submission->at > recorded + FUTURE_TOLERANCE)
    return charter_gate_refuse (gate, CHARTER_ERROR_TIME, "in-the-future", "/at",
                                "This lies in the future: the record's clock stands at %s", now);
  gate->uncut = recorded;
  gate->at = stored_time (gate->schema, submission->at);
  gate->recorded = stored_time (gate->schema, recorded);
  return check_after_founding (gate);
}

/* — the same id again — */

static gboolean
values_agree (CharterGate        *gate,
              const CharterFact  *fact,
              const CharterShape *shape,
              const CharterNode  *clear,
              const CharterNode  *stored,
              const char         *pointer);

static gboolean
lists_agree (CharterGate        *gate,
             const CharterFact  *fact,
             const CharterShape *shape,
             const CharterNode  *clear,
             const CharterNode  *stored,
             const char         *pointer)
{
  const CharterNode *a = charter_node_first (clear), *b = charter_node_first (stored);

  for (guint i = 0; a != NULL && b != NULL; i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s/%u", pointer, i);

      if (!values_agree (gate, fact, shape, a, b, inner))
        return FALSE;
      a = charter_node_next (clear, a);
      b = charter_node_next (stored, b);
    }
  return a == NULL && b == NULL;
}

/* Trying a submission, or making one without saying who, must not tell what is sealed: such
 * a member agrees if both have it. */
static gboolean
is_shielded (CharterGate        *gate,
             const CharterFact  *fact,
             const CharterRow   *row,
             const CharterShape *shape,
             const CharterNode  *stored)
{
  return row != NULL && charter_node_member (stored, "commitment") != NULL
         && (gate->trying || gate->by_id == NULL)
         && charter_row_is_sealed (row, shape, fact->data);
}

static gboolean
objects_agree (CharterGate        *gate,
               const CharterFact  *fact,
               const CharterShape *shape,
               const CharterNode  *clear,
               const CharterNode  *stored,
               const char         *pointer)
{
  guint n_assigned = 0;

  for (const CharterNode *b = charter_node_first (stored); b != NULL;
       b = charter_node_next (stored, b))
    {
      const CharterRow *row = charter_shape_lookup (shape, b->key, b->key_length);
      const CharterNode *a = charter_node_member (clear, b->key);
      g_autofree char *inner = g_strdup_printf ("%s/%s", pointer, b->key);

      if (a == NULL && row != NULL && row->flags & (CHARTER_ROW_ASSIGNED | CHARTER_ROW_DRAWN))
        n_assigned++;
      else if (a != NULL && is_shielded (gate, fact, row, shape, b))
        continue;
      else if (a == NULL || !values_agree (gate, fact, charter_inner_shape (&gate->scene, fact, row), a, b, inner))
        return FALSE;
    }
  return clear->length == stored->length - n_assigned;
}

static gboolean
values_agree (CharterGate        *gate,
              const CharterFact  *fact,
              const CharterShape *shape,
              const CharterNode  *clear,
              const CharterNode  *stored,
              const char         *pointer)
{
  if (charter_node_member (stored, "commitment") != NULL
      && charter_node_member (clear, "commitment") == NULL)
    {
      CharterScene then = { gate->scene.state, fact->seq };   /* before any correction */
      const CharterNode *value = charter_scene_opened (&then, fact, pointer);

      return value == NULL || value == stored || charter_node_equal (value, clear);
    }
  if (shape != NULL && clear->type == CHARTER_NODE_OBJECT && stored->type == CHARTER_NODE_OBJECT)
    return objects_agree (gate, fact, shape, clear, stored, pointer);
  if (shape != NULL && clear->type == CHARTER_NODE_ARRAY && stored->type == CHARTER_NODE_ARRAY)
    return lists_agree (gate, fact, shape, clear, stored, pointer);
  return charter_node_equal (clear, stored);
}

static gboolean
is_same_submission (CharterGate             *gate,
                    const CharterSubmission *submission,
                    const CharterFact       *fact)
{
  const char *by = fact->by != 0 ? charter_scene_name (&gate->scene, fact->by) : NULL;

  return fact->kind == submission->kind
         && fact->at == stored_time (charter_kinds[submission->kind], submission->at)
         && g_strcmp0 (by, submission->by) == 0
         && objects_agree (gate, fact, &charter_kinds[fact->kind]->data, submission->data,
                           fact->data, "");
}

/* TRUE and out->existing where the entry is there already; FALSE refused. */
static gboolean
check_entry_id (CharterGate             *gate,
                const CharterSubmission *submission,
                CharterAdmitted         *out)
{
  const CharterFact *fact;

  if (submission->id == NULL)
    return TRUE;
  fact = charter_scene_find_entry (&gate->scene, submission->id);
  if (fact == NULL)
    return TRUE;
  if (is_same_submission (gate, submission, fact))
    {
      out->existing = fact->seq;
      return TRUE;
    }
  return charter_gate_refuse (gate, CHARTER_ERROR_ID_REUSED, "id-reused", "/id",
                              "The entry id “%s” belongs to entry %u, which says something else",
                              submission->id, fact->seq);
}

/* — writing — */

static gboolean
seals_secret (CharterGate *gate)
{
  CharterRef decision = charter_gate_ref (gate, "decision");
  const CharterFact *proposed = decision != 0 ? charter_scene_maker (&gate->scene, decision) : NULL;
  const CharterDocumentData *charter;
  const CharterRuleData *rule;

  if (proposed == NULL || proposed->kind != CHARTER_KIND ("decision-proposed"))
    return FALSE;
  charter = charter_scene_charter_of (&gate->scene, decision, gate->at);
  rule = charter != NULL ? charter_item_rule (&gate->scene, proposed, charter, gate->at) : NULL;
  return rule != NULL && rule->secret;
}

static const CharterKind *
corrected_kind (CharterGate *gate)
{
  if (gate->kind != CHARTER_KIND ("entry-corrected"))
    return NULL;
  return charter_kinds[charter_scene_find_entry (&gate->scene,
                                                 charter_gate_string (gate, "entry"))->kind];
}

static void
write_leaf (CharterGate     *gate,
            CharterAdmitted *out)
{
  CharterLeafParts parts = {
    .kind = gate->kind,
    .seq = (gint64) gate->scene.known + 1,
    .at = gate->at,
    .recorded = gate->recorded,
    .by = gate->by_id,
    .id = gate->id,
    .data = gate->data,
    .corrects = corrected_kind (gate),
    .secret = gate->secret,
    .anonymous = gate->anonymous,
  };

  out->openings = g_ptr_array_new_with_free_func (g_free);
  out->leaf = charter_leaf_write (&parts, out->openings);
  out->id = g_strdup (gate->id);
  out->recorded = gate->uncut;
}

/* What is stored must be read again, and no entry that is longer is. */
static gboolean
check_size (CharterGate           *gate,
            const CharterAdmitted *out)
{
  gsize longest = strlen (out->leaf);

  for (guint i = 0; i < out->openings->len; i++)
    longest = MAX (longest, strlen (out->openings->pdata[i]));
  if (longest <= charter_limits_entry.text)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_LIMIT, "too-long", "/data",
                              "The entry is too long: %" G_GSIZE_FORMAT " bytes, and at most %"
                              G_GSIZE_FORMAT " are allowed. Shorten it, or make it several entries",
                              longest, charter_limits_entry.text);
}

static void
take_submission (CharterGate             *gate,
                 const CharterSubmission *submission)
{
  gate->kind = submission->kind;
  gate->schema = charter_kinds[submission->kind];
  gate->data = submission->data;
  gate->by_id = submission->by;
  gate->by = charter_scene_find (&gate->scene, submission->by);
}

static const char *
draw_entry_id (CharterGate *gate)
{
  g_autofree char *drawn = charter_id_draw ("e-");

  return charter_arena_strndup (gate->arena, drawn, strlen (drawn));
}

gboolean
charter_gate_admit (CharterGate             *gate,
                    const CharterSubmission *submission,
                    CharterAdmitted         *out)
{
  memset (out, 0, sizeof *out);
  take_submission (gate, submission);
  if (!check_entry_id (gate, submission, out))
    return FALSE;
  if (out->existing != 0)
    return TRUE;
  if (!charter_gate_check_times (gate, submission))
    return FALSE;
  gate->charter = charter_scene_charter (&gate->scene, gate->at, NULL);
  gate->id = submission->id != NULL ? submission->id : draw_entry_id (gate);
  if (!charter_gate_draw (gate)
      || !charter_gate_check_references (gate)
      || !charter_gate_check_permission (gate)
      || !charter_gate_check_rules (gate)
      || !charter_gate_assign (gate))
    return FALSE;
  gate->secret = seals_secret (gate);
  gate->anonymous = charter_node_member_boolean (gate->data, "anonymous", FALSE);
  write_leaf (gate, out);
  return check_size (gate, out);
}
