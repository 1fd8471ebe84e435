/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-source-private.h"

#include <string.h>

/* From a check to its settled cases: gather, settle each by `hold` and `expect`, then put
 * together what belongs together by `group`:
 *
 *  group  {by: "member" | "entry", at-least, last, last-of-count}: the cases of one member (or
 *         of one entry) are one case; good with at-least so many good ones (a share written
 *         as a string; all, if left out) among the last so many.  A member that has had
 *         fewer is settled once it is certain.
 *
 * `within` beside them is how soon after the case what is expected must follow.
 *
 * `pool` is a list of parts, each with its own `case`, `hold` and `expect`, whose cases are
 * counted together. */

static int
compare_cases (gconstpointer a,
               gconstpointer b)
{
  const CharterCase *x = a, *y = b;
  guint32 s = x->entry != NULL ? x->entry->seq : 0, t = y->entry != NULL ? y->entry->seq : 0;

  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  if (s != t)
    return s < t ? -1 : 1;
  return (x->member > y->member) - (x->member < y->member);
}

void
charter_cases_sort (GArray *cases)
{
  g_array_sort (cases, compare_cases);
}

guint
charter_source_last (const CharterSource *self)
{
  const CharterNode *least = charter_node_member (self->group, "at-least");
  const CharterNode *last = charter_node_member (self->group, "last");

  if (charter_node_is (last, CHARTER_NODE_INTEGER))
    return (guint) CLAMP (last->integer, 1, 1000);
  if (charter_node_is (least, CHARTER_NODE_STRING))
    return G_MAXUINT;
  return (guint)CLAMP (charter_node_member_integer (self->group, "last-of-count", G_MAXINT32), 1,
                       G_MAXINT32);
}

static void
settle_case (CharterInquiry    *inquiry,
             const CharterNode *part,
             gint64             since,
             GHashTable        *used,
             CharterCase       *self)
{
  const CharterNode *hold = charter_node_member (part, "hold");
  const CharterNode *expect = charter_node_member (part, "expect");
  CharterTestOutcome outcome = charter_tests_hold (inquiry, self, self->entry, hold);
  CharterSettled settled;
  CharterPeriod within;

  if (charter_period_from_node (charter_node_member (part, "within"), &within))
    self->end = charter_period_deadline (&within, self->base, inquiry->zone, inquiry->calendar);
  self->state = CHARTER_CASE_GOOD;
  if (outcome != CHARTER_TEST_HOLDS)
    self->state = outcome == CHARTER_TEST_FAILS ? CHARTER_CASE_BAD : CHARTER_CASE_LEFT_OUT;
  if (outcome != CHARTER_TEST_HOLDS || expect == NULL)
    return;
  charter_expect_settle (inquiry, self, expect, self->entry != NULL ? self->at : since, used,
                         &settled);
  self->state = settled.state;
  self->met_by = settled.met_by;
  self->end = settled.end;
}

/* Groups */

typedef struct
{
  guint n, good, open, left_out;
  const CharterFact *met_by;
} Tally;

static void
count_into (Tally             *tally,
            const CharterCase *self)
{
  tally->n += self->state == CHARTER_CASE_GOOD || self->state == CHARTER_CASE_BAD ? 1 : 0;
  tally->good += self->state == CHARTER_CASE_GOOD ? 1 : 0;
  tally->open += self->state == CHARTER_CASE_OPEN ? 1 : 0;
  tally->left_out += self->state == CHARTER_CASE_LEFT_OUT ? 1 : 0;
  if (self->state == CHARTER_CASE_GOOD)
    tally->met_by = self->met_by;
}

static CharterCaseState
state_of_tally (const Tally       *tally,
                const CharterNode *least,
                guint              last)
{
  CharterFraction share, reached;

  if (tally->n == 0)
    return tally->open > 0 || tally->left_out == 0 ? CHARTER_CASE_OPEN : CHARTER_CASE_LEFT_OUT;
  if (least == NULL)
    return tally->good < tally->n ? CHARTER_CASE_BAD
           : tally->open > 0      ? CHARTER_CASE_OPEN
                                  : CHARTER_CASE_GOOD;
  if (least->type == CHARTER_NODE_INTEGER)
    {
      if (tally->good >= least->integer)
        return CHARTER_CASE_GOOD;
      if (last != G_MAXUINT && tally->n - tally->good <= last - MIN (last, least->integer))
        return CHARTER_CASE_OPEN;
      return CHARTER_CASE_BAD;
    }
  if (!charter_fraction_from_node (least, &share)
      || !charter_fraction_init (&reached, tally->good, tally->n))
    return CHARTER_CASE_OPEN;
  return charter_fraction_compare (&reached, &share) >= 0 ? CHARTER_CASE_GOOD : CHARTER_CASE_BAD;
}

static gboolean
same_group (const CharterCase *a,
            const CharterCase *b,
            gboolean           by_member)
{
  return by_member ? a->member == b->member && a->other == b->other : a->entry == b->entry;
}

static int
compare_by_member (gconstpointer a,
                   gconstpointer b)
{
  const CharterCase *x = a, *y = b;

  if (x->member != y->member)
    return x->member < y->member ? -1 : 1;
  if (x->other != y->other)
    return x->other < y->other ? -1 : 1;
  return compare_cases (a, b);
}

static void
put_together (const CharterSource *source,
              GArray              *cases)
{
  gboolean by_member = g_strcmp0 (charter_node_member_string (source->group, "by"), "member") == 0;
  const CharterNode *least = charter_node_member (source->group, "at-least");
  guint last = charter_source_last (source);
  guint kept = 0;

  g_array_sort (cases, by_member ? compare_by_member : compare_cases);
  for (guint i = 0, j; i < cases->len; i = j)
    {
      CharterCase self = g_array_index (cases, CharterCase, i);
      Tally tally = { 0 };

      for (j = i; j < cases->len
                  && same_group (&self, &g_array_index (cases, CharterCase, j), by_member); j++)
        count_into (&tally, &g_array_index (cases, CharterCase, j));
      self.at = g_array_index (cases, CharterCase, j - 1).at;
      self.state = state_of_tally (&tally, least, last);
      self.met_by = tally.met_by;
      self.value = NULL;
      if (by_member)
        self.entry = NULL;
      g_array_index (cases, CharterCase, kept++) = self;
    }
  g_array_set_size (cases, kept);
}

/* Parts */

static void
settle_cases (CharterInquiry    *inquiry,
              const CharterNode *part,
              gint64             since,
              GArray            *cases)
{
  g_autoptr(GHashTable) used = g_hash_table_new (NULL, NULL);
  CharterRef member = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      CharterCase *self = &g_array_index (cases, CharterCase, i);

      if (self->member != member)
        g_hash_table_remove_all (used);
      member = self->member;
      settle_case (inquiry, part, since, used, self);
    }
}

static gint64
start_of_window (const CharterInquiry *inquiry,
                 const CharterNode    *check)
{
  CharterPeriod window;

  if (!charter_period_from_node (charter_node_member (check, "window"), &window))
    charter_period_parse ("P12M", -1, &window);
  if (charter_period_is_timed (&window))
    return charter_period_subtract_from_instant (&window, inquiry->at, inquiry->zone,
                                                 inquiry->calendar);
  return charter_zone_start_of (inquiry->zone, charter_period_before_date (&window, inquiry->today,
                                                                           inquiry->calendar));
}

/* A test of a member that no entry of the kind can have would make every case vanish, or
 * every one of them bad. */
static gboolean
path_fits_all (const CharterNode *kinds,
               const char        *path,
               char             **cannot)
{
  CHARTER_EACH (kinds, kind)
    {
      guint16 index = charter_kind_lookup (kind->string);

      if (index != CHARTER_KIND_NONE && charter_path_fits (path, index))
        continue;
      *cannot = index == CHARTER_KIND_NONE
                    ? g_strdup_printf ("There is no kind of entry “%s”.", kind->string)
                    : g_strdup_printf ("An entry of the kind “%s” has no member “%s”.",
                                       kind->string, path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
keys_fit (const CharterNode *kinds,
          const CharterNode *object,
          char             **cannot)
{
  for (const CharterNode *c = object != NULL ? charter_node_first (object) : NULL; c != NULL;
       c = charter_node_next (object, c))
    if (!path_fits_all (kinds, c->key, cannot))
      return FALSE;
  return TRUE;
}

static gboolean
fields_fit (const CharterNode *kinds,
            const CharterNode *tests,
            char             **cannot)
{
  const CharterNode *fields = charter_node_member (tests, "fields");

  if (charter_node_member (tests, "via") != NULL || charter_node_member (tests, "shown") != NULL)
    return TRUE;
  CHARTER_EACH (fields, field)
    if (!path_fits_all (kinds, field->string, cannot))
      return FALSE;
  return TRUE;
}

static gboolean
tests_fit (const CharterNode *kinds,
           const CharterNode *tests,
           char             **cannot)
{
  static const char *const members[] = { "when", "in",       "any-of", "all-of",
                                         "join", "contains", "reach" };
  const char *one = charter_node_member_string (charter_node_member (tests, "one-of"), "member");

  if (!charter_node_is (tests, CHARTER_NODE_OBJECT))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (!keys_fit (kinds, charter_node_member (tests, members[i]), cannot))
      return FALSE;
  return fields_fit (kinds, tests, cannot) && (one == NULL || path_fits_all (kinds, one, cannot));
}

static gboolean
part_fits (const CharterNode *part,
           const CharterNode *when,
           char             **cannot)
{
  const CharterNode *source = charter_node_member (part, "case");
  const CharterNode *expect = charter_node_member (part, "expect");
  const CharterNode *kinds = charter_node_member (source, "kind");

  return tests_fit (kinds, source, cannot) && keys_fit (kinds, when, cannot)
         && tests_fit (kinds, charter_node_member (part, "hold"), cannot)
         && tests_fit (charter_node_member (expect, "kind"), expect, cannot);
}

static gboolean
find_part (CharterInquiry    *inquiry,
           const CharterNode *check,
           const CharterNode *part,
           GArray            *out,
           char             **cannot)
{
  g_autoptr(GArray) cases = g_array_new (FALSE, FALSE, sizeof (CharterCase));
  const char *computed =
      charter_node_member_string (charter_node_member (part, "case"), "computed");
  CharterSource source = {
    .inquiry = inquiry,
    .node = charter_node_member (part, "case"),
    .group = charter_node_member (part, "group"),
    .when = charter_node_member (check, "when"),
    .since = start_of_window (inquiry, check),
  };

  if (source.node == NULL)
    {
      *cannot = g_strdup ("The check does not say what it counts.");
      return FALSE;
    }
  if (!part_fits (part, source.when, cannot))
    return FALSE;
  if (computed != NULL)
    return charter_cases_compute (inquiry, check, computed, source.since, out, cannot);
  if (!charter_source_gather (&source, cases, cannot))
    return FALSE;
  g_array_sort (cases, compare_by_member);
  settle_cases (inquiry, part, source.since, cases);
  charter_cases_sort (cases);
  if (source.group != NULL)
    put_together (&source, cases);
  g_array_append_vals (out, cases->data, cases->len);
  return TRUE;
}

gboolean
charter_cases_find (CharterInquiry    *inquiry,
                    const CharterNode *check,
                    GArray            *out,
                    char             **cannot)
{
  const CharterNode *pool = charter_node_member (check, "pool");

  if (pool == NULL)
    return find_part (inquiry, check, check, out, cannot);
  for (const CharterNode *part = charter_node_first (pool); part != NULL;
       part = charter_node_next (pool, part))
    if (!find_part (inquiry, check, part, out, cannot))
      return FALSE;
  return TRUE;
}
