/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-source-private.h"

#include <string.h>

#include "decide/charter-decide-private.h"
#include "state/charter-string-table-private.h"

/* Where cases come from:
 *
 *  kind      entries of one or several kinds; with the tests of charter-test-entry.c
 *  at        the path of the time at which the case arose; the entry's own if left out
 *  once      only where such an entry exists; the case arose with it
 *  not-if    not where such an entry exists
 *  silent    only where no such entry came within the period; time runs from its end
 *  any-time  true: also entries from before the window
 *  first     paths: not where an earlier entry has the same values
 *  side      "lost": only positions that did not prevail; "won": only those that did
 *  each      a list member: a case for each of its objects, dates or words
 *  every     a case for each period since the entry
 *  set       members of sets; pairs: pairs of them
 *  values-of {kind, member, when}: the different values that recent entries have there
 *  values    with any of these: a case for each value as well
 *  times-set with entries: a case for each member of the set as well
 *  times     with sets: a case for each of these entries that was open to the member */

typedef struct
{
  CharterSource *source;
  GHashTable    *firsts;
} Gather;

static CharterCase
new_case (const CharterSource *source)
{
  return (CharterCase) {
    .at = source->inquiry->at,
    .base = source->inquiry->at,
    .end = CHARTER_INSTANT_NONE,
    .state = CHARTER_CASE_OPEN,
  };
}

gboolean
charter_source_in_window (const CharterSource *self,
                          gint64               at)
{
  return at <= self->inquiry->at && at >= self->since;
}

/* The first entry of a sort that is expected of the case, at any time. */
static const CharterFact *
first_match (const CharterSource *source,
             const CharterCase   *self,
             const CharterNode   *expect)
{
  g_autoptr(GPtrArray) matches = g_ptr_array_new ();

  charter_expect_matches (source->inquiry, self, expect, G_MININT64, source->inquiry->at, matches);
  return matches->len > 0 ? matches->pdata[0] : NULL;
}

/* Time runs from the end of the silence. */
static gboolean
was_silent (const CharterSource *source,
            CharterCase         *self,
            const CharterNode   *silent)
{
  g_autoptr(GPtrArray) matches = NULL;
  CharterPeriod within;
  gint64 end;

  if (silent == NULL)
    return TRUE;
  if (!charter_period_from_node (charter_node_member (silent, "within"), &within))
    return FALSE;
  end =
      charter_period_deadline (&within, self->at, source->inquiry->zone, source->inquiry->calendar);
  if (source->inquiry->at <= end)
    return FALSE;
  matches = g_ptr_array_new ();
  charter_expect_matches (source->inquiry, self, silent, self->at, end, matches);
  self->base = end;
  return matches->len == 0;
}

/* Is it the first with these values? */
static gboolean
is_first (Gather            *gather,
          CharterCase       *self,
          const CharterNode *paths)
{
  g_autoptr(GString) key = NULL;

  if (paths == NULL)
    return TRUE;
  key = g_string_new (NULL);
  CHARTER_EACH (paths, path)
    {
      CharterBag values;

      charter_bag_init (&values);
      charter_path_values (gather->source->inquiry, self, self->entry, path->string, &values);
      for (guint i = 0; i < values.n; i++)
        g_string_append_printf (key, "%s\n",
                                values.items[i].string != NULL ? values.items[i].string : "");
      charter_bag_clear (&values);
    }
  return g_hash_table_add (gather->firsts, g_strdup (key->str));
}

/* Did the position, or the objection, prevail? */
static gboolean
is_on_side (const CharterSource *source,
            const CharterFact   *entry,
            const char          *side)
{
  static const char *const sideless[] = { "abstain", "pass", "stand-aside", NULL };
  const CharterScene *scene = source->inquiry->scene;
  CharterRef decision = charter_scene_member (scene, entry, "decision");
  CharterCursor cursor;
  const CharterFact *closed = charter_cursor_last (&cursor, scene, decision,
                                                   CHARTER_KIND ("decision-closed"));
  const char *position = charter_scene_string (scene, entry, "position");
  gboolean carried, won;

  if (side == NULL)
    return TRUE;
  if (closed == NULL && decision != 0)
    closed = charter_decide_closing (scene, decision, source->inquiry->at);
  if (closed == NULL || closed->at > source->inquiry->at)
    return FALSE;
  carried = g_strcmp0 (charter_scene_string (scene, closed, "result"), "carried") == 0;
  if (entry->kind == CHARTER_KIND ("objection-raised") || g_strcmp0 (position, "against") == 0
      || g_strcmp0 (position, "object") == 0)
    won = !carried;
  else if (g_strcmp0 (position, "for") == 0)
    won = carried;
  else if (position == NULL || g_strv_contains (sideless, position))
    return FALSE;
  else
    won = charter_scene_member_has (scene, closed, "winners", position);
  return won == (strcmp (side, "won") == 0);
}

static gboolean
set_time (const CharterSource *source,
          CharterCase         *self)
{
  const char *path = charter_node_member_string (source->node, "at");
  const CharterNode *once = charter_node_member (source->node, "once");

  self->at = path != NULL ? charter_path_instant (source->inquiry, self, self->entry, path)
                          : self->entry->at;
  if (self->at == CHARTER_INSTANT_NONE)
    return FALSE;
  if (once != NULL)
    {
      self->moment = first_match (source, self, once);
      if (self->moment == NULL)
        return FALSE;
      self->at = self->moment->at;
    }
  self->base = self->at;
  return TRUE;
}

static gboolean
is_wanted (Gather      *gather,
           CharterCase *self)
{
  const CharterSource *source = gather->source;
  const CharterNode *node = source->node;
  const CharterNode *not_if = charter_node_member (node, "not-if");
  const char *side = charter_node_member_string (node, "side");

  return charter_tests_hold (source->inquiry, self, self->entry, node) == CHARTER_TEST_HOLDS
         && charter_when_holds (source->inquiry, self, self->entry, source->when)
         && is_on_side (source, self->entry, side)
         && is_first (gather, self, charter_node_member (node, "first"))
         && set_time (source, self)
         && (not_if == NULL || first_match (source, self, not_if) == NULL)
         && was_silent (source, self, charter_node_member (node, "silent"));
}

static void
add_in_window (const CharterSource *source,
               const CharterCase   *self,
               GArray              *out)
{
  if (charter_source_in_window (source, self->at))
    g_array_append_val (out, *self);
}

/* A case for each object, date or word of a list. */
static void
add_each (const CharterSource *source,
          CharterCase         *self,
          const char          *member,
          GArray              *out)
{
  const CharterNode *list = charter_member_as_changed (source->inquiry, self->entry, member);

  CHARTER_EACH (list, item)
    {
      gint32 date;

      self->item = item;
      self->value = item->type == CHARTER_NODE_STRING ? item->string
                    : charter_node_member_string (item, "id");
      if (item->type == CHARTER_NODE_STRING && charter_date_parse (item->string, -1, &date))
        self->base = self->at = charter_zone_start_of (source->inquiry->zone, date);
      add_in_window (source, self, out);
    }
}

/* A case for each period since the entry, on its last day. */
static void
add_periods (const CharterSource *source,
             CharterCase         *self,
             const CharterNode   *every,
             GArray              *out)
{
  gint32 from = charter_zone_date_of (source->inquiry->zone, self->entry->at);
  CharterPeriod period;

  if (!charter_period_from_node (every, &period) || charter_period_is_zero (&period))
    return;
  for (int k = 1; k < 10000; k++)
    {
      gint32 date = charter_period_end_date (&period, from, k, source->inquiry->calendar);
      char text[CHARTER_DATE_TEXT_SIZE];

      if (date > source->inquiry->today)
        return;
      charter_date_format (date, text);
      self->value = charter_arena_strndup (source->inquiry->arena, text, strlen (text));
      self->base = self->at = charter_zone_start_of (source->inquiry->zone, date);
      add_in_window (source, self, out);
    }
}

static void
add_entry (Gather            *gather,
           const CharterFact *entry,
           GArray            *out)
{
  const CharterSource *source = gather->source;
  const char *each = charter_node_member_string (source->node, "each");
  const CharterNode *every = charter_node_member (source->node, "every");
  CharterCase self = new_case (source);

  self.entry = entry;
  if (entry->at > source->inquiry->at || !is_wanted (gather, &self))
    return;
  if (each != NULL)
    add_each (source, &self, each, out);
  else if (every != NULL)
    add_periods (source, &self, every, out);
  else if (charter_node_member_boolean (source->node, "any-time", FALSE))
    g_array_append_val (out, self);
  else
    add_in_window (source, &self, out);
}

static void
add_entries (CharterSource     *source,
             const CharterNode *kinds,
             GArray            *out)
{
  g_autoptr(GHashTable) firsts = g_hash_table_new_full (charter_string_hash, g_str_equal, g_free, NULL);
  Gather gather = { source, firsts };

  CHARTER_EACH (kinds, kind)
    {
      g_autoptr(GPtrArray) facts = g_ptr_array_new ();
      guint16 index = charter_kind_lookup (kind->string);

      if (index != CHARTER_KIND_NONE)
        charter_scene_collect (source->inquiry->scene, 0, index, facts);
      for (guint i = 0; i < facts->len; i++)
        add_entry (&gather, facts->pdata[i], out);
    }
}

/* Sets */

static gboolean
collect_members (const CharterSource *source,
                 const CharterNode   *sets,
                 GArray              *refs,
                 char               **cannot)
{
  CHARTER_EACH (sets, set)
    {
      g_autoptr(GArray) some = g_array_new (FALSE, FALSE, sizeof (CharterRef));

      if (set->type != CHARTER_NODE_STRING
          || !charter_set_members (source->inquiry, set->string, some))
        {
          *cannot = g_strdup_printf ("Who belongs to “%s” cannot be told from the charter and the record.",
                                     set->type == CHARTER_NODE_STRING ? set->string : "");
          return FALSE;
        }
      for (guint i = 0; i < some->len; i++)
        if (!charter_refs_contain (refs, g_array_index (some, CharterRef, i)))
          g_array_append_val (refs, g_array_index (some, CharterRef, i));
    }
  return TRUE;
}

static void
add_pairs (const CharterSource *source,
           GArray              *refs,
           GArray              *out)
{
  for (guint i = 0; i < refs->len; i++)
    for (guint j = i + 1; j < refs->len; j++)
      {
        CharterCase self = new_case (source);

        self.member = g_array_index (refs, CharterRef, i);
        self.other = g_array_index (refs, CharterRef, j);
        g_array_append_val (out, self);
      }
}

/* Was the decision open to the member when it closed: somebody could discuss it or vote? */
static gboolean
is_open_to (const CharterSource         *source,
            const CharterElectorateData *electorate,
            CharterRef                   member)
{
  if (charter_refs_contain (electorate->vote, member)
      || charter_refs_contain (electorate->discussion, member))
    return TRUE;
  for (guint i = 0; i < electorate->discussion->len; i++)
    if (charter_scene_acts_for (source->inquiry->scene,
                                g_array_index (electorate->discussion, CharterRef, i), member,
                                source->inquiry->at))
      return TRUE;
  return FALSE;
}

static void
electorate_of (const CharterSource   *source,
               const CharterFact     *closed,
               CharterElectorateData *out)
{
  const CharterScene *scene = source->inquiry->scene;
  CharterRef decision = charter_scene_member (scene, closed, "decision");
  const CharterDocumentData *charter = charter_scene_charter_of (scene, decision, closed->at);
  const CharterFact *proposed = charter_scene_maker (scene, decision);
  const CharterNode *rule = proposed != NULL
                            ? charter_member_as_changed (source->inquiry, proposed, "rule") : NULL;

  charter_permit_electorate (scene, decision, charter,
                             charter != NULL && rule != NULL
                             ? charter_document_data_find_rule (charter, rule->string) : NULL,
                             closed->at, out);
}

/* The last so many of the entries that were open to each member. */
static void
add_products (CharterSource     *source,
              GArray            *refs,
              const CharterNode *times,
              GArray            *out)
{
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (CharterCase));
  g_autofree guint *n = g_new0 (guint, refs->len);
  guint last = charter_source_last (source);
  CharterSource inner = *source;
  guint done = 0;

  inner.node = times;
  inner.when = NULL;
  add_entries (&inner, charter_node_member (times, "kind"), entries);
  charter_cases_sort (entries);
  for (guint i = entries->len; i-- > 0 && done < refs->len;)
    {
      CharterCase self = g_array_index (entries, CharterCase, i);
      CharterElectorateData electorate = { 0 };

      electorate_of (source, self.entry, &electorate);
      for (guint j = 0; j < refs->len; j++)
        {
          self.member = g_array_index (refs, CharterRef, j);
          if (n[j] >= last || !is_open_to (source, &electorate, self.member))
            continue;
          g_array_append_val (out, self);
          done += ++n[j] == last ? 1 : 0;
        }
      charter_electorate_clear (&electorate);
    }
}

static void
add_member_periods (CharterSource     *source,
                    CharterRef         member,
                    const CharterNode *every,
                    GArray            *out)
{
  const CharterFact *joined = charter_scene_maker (source->inquiry->scene, member);
  CharterCase self = new_case (source);

  self.member = member;
  self.entry = joined;
  if (joined != NULL)
    add_periods (source, &self, every, out);
}

static gboolean
add_members (CharterSource     *source,
             const CharterNode *sets,
             GArray            *out,
             char             **cannot)
{
  const CharterNode *times = charter_node_member (source->node, "times");
  const CharterNode *every = charter_node_member (source->node, "every");
  g_autoptr(GArray) refs = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  if (!collect_members (source, sets, refs, cannot))
    return FALSE;
  if (charter_node_member_boolean (source->node, "pairs", FALSE))
    add_pairs (source, refs, out);
  else if (times != NULL)
    add_products (source, refs, times, out);
  else
    for (guint i = 0; i < refs->len; i++)
      {
        CharterCase self = new_case (source);

        self.member = g_array_index (refs, CharterRef, i);
        if (every != NULL)
          add_member_periods (source, self.member, every, out);
        else
          g_array_append_val (out, self);
      }
  return TRUE;
}

/* The different values of a member, as cases of their own. */
static void
add_values_of (CharterSource     *source,
               const CharterNode *values_of,
               GArray            *out)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (charter_string_hash, g_str_equal);
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (CharterCase));
  const char *member = charter_node_member_string (values_of, "member");
  CharterSource inner = *source;

  inner.node = values_of;
  inner.when = NULL;
  if (charter_node_member_boolean (values_of, "standing", FALSE))
    inner.since = G_MININT64;
  add_entries (&inner, charter_node_member (values_of, "kind"), entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const CharterFact *entry = g_array_index (entries, CharterCase, i).entry;
      const char *value = charter_scene_string (source->inquiry->scene, entry, member);
      CharterCase self = new_case (source);

      if (value == NULL || !g_hash_table_add (seen, (gpointer) value))
        continue;
      self.value = value;
      g_array_append_val (out, self);
    }
}

/* Products with values and with members of sets. */

static void
multiply_by_values (const CharterNode *values,
                    GArray            *cases)
{
  g_autoptr(GArray) old = NULL;

  if (values == NULL)
    return;
  old = g_array_copy (cases);
  g_array_set_size (cases, 0);
  for (guint i = 0; i < old->len; i++)
    CHARTER_EACH (values, value)
      {
        CharterCase self = g_array_index (old, CharterCase, i);

        self.value = value->type == CHARTER_NODE_STRING ? value->string : NULL;
        g_array_append_val (cases, self);
      }
}

static gboolean
multiply_by_set (const CharterSource *source,
                 const CharterNode   *sets,
                 GArray              *cases,
                 char               **cannot)
{
  g_autoptr(GArray) refs = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  g_autoptr(GArray) old = NULL;

  if (sets == NULL)
    return TRUE;
  if (!collect_members (source, sets, refs, cannot))
    return FALSE;
  old = g_array_copy (cases);
  g_array_set_size (cases, 0);
  for (guint i = 0; i < old->len; i++)
    for (guint j = 0; j < refs->len; j++)
      {
        CharterCase self = g_array_index (old, CharterCase, i);

        self.member = g_array_index (refs, CharterRef, j);
        g_array_append_val (cases, self);
      }
  return TRUE;
}

gboolean
charter_source_gather (CharterSource *self,
                       GArray        *out,
                       char         **cannot)
{
  const CharterNode *kinds = charter_node_member (self->node, "kind");
  const CharterNode *sets = charter_node_member (self->node, "set");
  const CharterNode *values_of = charter_node_member (self->node, "values-of");

  if (kinds != NULL)
    add_entries (self, kinds, out);
  else if (values_of != NULL)
    add_values_of (self, values_of, out);
  else if (sets != NULL && !add_members (self, sets, out, cannot))
    return FALSE;
  multiply_by_values (charter_node_member (self->node, "values"), out);
  return multiply_by_set (self, charter_node_member (self->node, "times-set"), out, cannot);
}
