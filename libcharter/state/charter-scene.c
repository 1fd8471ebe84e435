/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-state-internal.h"

#include <string.h>

/* Reading a state as it was known at one seq. */

CharterRef
charter_scene_find (const CharterScene *scene,
                    const char         *id)
{
  CharterRef ref = id != NULL ? charter_string_table_find (&scene->state->names, id) : 0;

  return charter_scene_knows (scene, ref) ? ref : 0;
}

void
charter_scene_find_many (const CharterScene *scene,
                         const char *const  *ids,
                         guint               n,
                         CharterRef         *out)
{
  for (guint first = 0; first < n; first += CHARTER_STRING_TABLE_MANY)
    charter_string_table_find_many (&scene->state->names, ids + first,
                                    MIN (n - first, CHARTER_STRING_TABLE_MANY), out + first);
  for (guint i = 0; i < n; i++)
    if (!charter_scene_knows (scene, out[i]))
      out[i] = 0;
}

gboolean
charter_scene_knows (const CharterScene *scene,
                     CharterRef          ref)
{
  return ref != 0 && ref < scene->state->first_named->len
         && (scene->known == scene->state->facts->len
             || g_array_index (scene->state->first_named, guint32, ref) <= scene->known);
}

const char *
charter_scene_name (const CharterScene *scene,
                    CharterRef          ref)
{
  return charter_string_table_get (&scene->state->names, ref);
}

/* So many names on, memory is asked for already. */
#define FETCH_AHEAD 8

void
charter_scene_dup_names (const CharterScene *scene,
                         const CharterRef   *refs,
                         guint               n,
                         char              **out)
{
  const char *const *strings = (const char *const *) scene->state->names.strings->data;

  for (guint i = 0; i < n + 2 * FETCH_AHEAD; i++)
    {
      if (i < n)
        __builtin_prefetch (&strings[refs[i]]);
      if (i >= FETCH_AHEAD && i - FETCH_AHEAD < n)
        __builtin_prefetch (strings[refs[i - FETCH_AHEAD]]);
      if (i >= 2 * FETCH_AHEAD)
        out[i - 2 * FETCH_AHEAD] = g_strdup (strings[refs[i - 2 * FETCH_AHEAD]]);
    }
}

const CharterFact *
charter_scene_maker (const CharterScene *scene,
                     CharterRef          ref)
{
  return charter_scene_fact (scene, g_array_index (scene->state->makers, guint32, ref));
}

guint16
charter_scene_maker_kind (const CharterScene *scene,
                          CharterRef          ref)
{
  const CharterFact *maker = charter_scene_maker (scene, ref);

  return maker != NULL ? maker->kind : CHARTER_KIND_NONE;
}

const CharterFact *
charter_scene_fact (const CharterScene *scene,
                    guint32             seq)
{
  if (seq == 0 || seq > scene->known || seq > scene->state->facts->len)
    return NULL;
  return charter_state_fact (scene->state, seq);
}

const CharterFact *
charter_scene_find_entry (const CharterScene *scene,
                          const char         *entry_id)
{
  return charter_scene_fact (scene, charter_string_table_find (&scene->state->entry_ids, entry_id));
}

/* The newest correction of an entry that is known, NULL if there is none. */
static const CharterFact *
known_correction (const CharterScene *scene,
                  const CharterFact  *fact)
{
  guint32 seq = fact->newest_correction;

  while (seq > scene->known)
    seq = charter_state_fact (scene->state, seq)->previous_correction;
  return seq != 0 ? charter_state_fact (scene->state, seq) : NULL;
}

const CharterNode *
charter_scene_data (const CharterScene *scene,
                    const CharterFact  *fact)
{
  const CharterFact *correction;

  if (G_LIKELY (fact->newest_correction == 0))
    return fact->data;
  correction = known_correction (scene, fact);
  return correction != NULL ? correction->corrected : fact->data;
}

const char *
charter_scene_string (const CharterScene *scene,
                      const CharterFact  *fact,
                      const char         *member)
{
  return charter_node_member_string (charter_scene_data (scene, fact), member);
}

CharterRef
charter_scene_member (const CharterScene *scene,
                      const CharterFact  *fact,
                      const char         *member)
{
  return charter_scene_find (scene, charter_scene_string (scene, fact, member));
}

gint32
charter_scene_date (const CharterScene *scene,
                    const CharterFact  *fact,
                    const char         *member)
{
  const char *text = charter_scene_string (scene, fact, member);
  gint64 instant;
  gint32 date;

  if (text != NULL && charter_date_parse (text, -1, &date))
    return date;
  if (text != NULL && charter_instant_parse (text, -1, &instant))
    return charter_scene_date_of (scene, instant);
  return CHARTER_DATE_NONE;
}

gint64
charter_scene_instant (const CharterScene *scene,
                       const CharterFact  *fact,
                       const char         *member)
{
  const char *text = charter_scene_string (scene, fact, member);
  gint64 instant;
  gint32 date;

  if (text != NULL && charter_instant_parse (text, -1, &instant))
    return instant;
  if (text != NULL && charter_date_parse (text, -1, &date))
    return charter_zone_start_of (charter_scene_zone (scene), date);
  return CHARTER_INSTANT_NONE;
}

gboolean
charter_scene_member_has (const CharterScene *scene,
                          const CharterFact  *fact,
                          const char         *member,
                          const char         *value)
{
  const CharterNode *node = charter_node_member (charter_scene_data (scene, fact), member);

  return node != NULL && value != NULL && charter_node_has_string (node, value);
}

static gboolean
is_commitment (const CharterNode *node)
{
  return node->type == CHARTER_NODE_OBJECT && node->length == 1
         && strcmp (charter_node_first (node)->key, "commitment") == 0;
}

/* The correction that a member's value comes from: the newest known one that sets it. */
static const CharterFact *
correction_of (const CharterScene *scene,
               const CharterFact  *fact,
               const char         *pointer)
{
  const char *end = strchr (pointer + 1, '/');
  g_autofree char *member = end != NULL ? g_strndup (pointer + 1, end - pointer - 1)
                                        : g_strdup (pointer + 1);

  for (const CharterFact *c = known_correction (scene, fact); c != NULL;
       c = c->previous_correction != 0 ? charter_state_fact (scene->state, c->previous_correction) : NULL)
    if (charter_node_member (charter_node_member (c->data, "set"), member) != NULL)
      return c;
  return NULL;
}

const CharterNode *
charter_scene_opened (const CharterScene *scene,
                      const CharterFact  *fact,
                      const char         *pointer)
{
  const CharterNode *node = charter_node_at (charter_scene_data (scene, fact), pointer);
  const CharterFact *correction;
  g_autofree char *full = NULL;

  if (node == NULL || !is_commitment (node))
    return node;
  correction = correction_of (scene, fact, pointer);
  full = g_strconcat (correction != NULL ? "/data/set" : "/data", pointer, NULL);
  return charter_openings_find (scene->state->openings,
                                correction != NULL ? correction->seq : fact->seq, full);
}

static const CharterFact *
cursor_settle (CharterCursor *cursor)
{
  CharterState *state = cursor->scene->state;

  while (cursor->link != 0)
    {
      const CharterLink *link = charter_chains_get (&state->chains, cursor->link);

      if (link->seq <= cursor->scene->known)
        return charter_state_fact (state, link->seq);
      cursor->link = link->previous;
    }
  return NULL;
}

const CharterFact *
charter_cursor_last (CharterCursor      *cursor,
                     const CharterScene *scene,
                     CharterRef          ref,
                     guint16             kind)
{
  cursor->scene = scene;
  cursor->link = charter_chains_last (&scene->state->chains, ref, kind);
  return cursor_settle (cursor);
}

const CharterFact *
charter_cursor_previous (CharterCursor *cursor)
{
  if (cursor->link == 0)
    return NULL;
  cursor->link = charter_chains_get (&cursor->scene->state->chains, cursor->link)->previous;
  return cursor_settle (cursor);
}

void
charter_scene_collect (const CharterScene *scene,
                       CharterRef          ref,
                       guint16             kind,
                       GPtrArray          *out)
{
  CharterCursor cursor;
  guint first = out->len;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, ref, kind); fact != NULL;
       fact = charter_cursor_previous (&cursor))
    g_ptr_array_add (out, (gpointer) fact);
  for (guint i = first, j = out->len; i + 1 < j; i++)
    {
      gpointer swapped = out->pdata[i];

      out->pdata[i] = out->pdata[--j];
      out->pdata[j] = swapped;
    }
}
