/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-private.h"

#include <string.h>

/* What is expected of a case: an entry of one of some kinds that passes tests
 * (charter-test-entry.c), in time.  An array means all of them, {"any": […]} one of them.
 *
 *  kind       the kind, or several of which one will do
 *  within     how soon after the case; due: the date at a path of the case; before: the first
 *             entry of this sort, if it comes earlier.  The earliest of these ends the time
 *  around     how far from the case's date, either way
 *  period     {every, grace}: in the period that ends on the case's date, or the grace after it
 *  since      "ever": entries before the case count too; recent: only those of late
 *  until      "case": only entries up to the case's own time
 *  at-least   how many there must be, of different `distinct` values
 *  newest     true: only the newest entry that is joined to the case is looked at
 *  once-each  true: an entry serves one case only
 *  every      {"every", "kind", "join", "until"}: again and again, until the other entry */

/* Persons who act or acted for a partner. */
static void
add_people (const CharterInquiry *inquiry,
            CharterRef            partner,
            GArray               *refs)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, inquiry->scene, partner,
                                                      CHARTER_KIND ("person-joined"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->makes != partner)
      g_array_append_val (refs, fact->makes);
}

static gboolean
goes_through_people (const char *path)
{
  return strstr (path, "partner") != NULL || strstr (path, "speaker") != NULL
         || strstr (path, "parties") != NULL || strstr (path, "author") != NULL;
}

static gboolean
can_be_looked_up (const CharterNode *kinds,
                  const char        *path)
{
  CHARTER_EACH (kinds, kind)
    {
      guint16 index = charter_kind_lookup (kind->string);

      if (index == CHARTER_KIND_NONE || !charter_path_is_linked (path, index))
        return FALSE;
    }
  return TRUE;
}

/* The pair that leads from the case to the entries: the first of join, or of contains. */
static const CharterNode *
leading_pair (const CharterNode *expect)
{
  const CharterNode *join = charter_node_member (expect, "join");

  if (join == NULL || join->length == 0)
    join = charter_node_member (expect, "contains");
  return join != NULL && join->length > 0 ? charter_node_first (join) : NULL;
}

/* The names through which candidates are found; FALSE where all entries must be looked at. */
static gboolean
leading_refs (const CharterInquiry *inquiry,
              const CharterCase    *self,
              const CharterNode    *expect,
              GArray               *refs)
{
  const CharterNode *pair = leading_pair (expect);
  CharterBag values;
  guint n;

  if (pair == NULL || !can_be_looked_up (charter_node_member (expect, "kind"), pair->key))
    return FALSE;
  charter_bag_init (&values);
  charter_path_values (inquiry, self, self->entry, pair->string, &values);
  for (guint i = 0; i < values.n; i++)
    {
      CharterRef ref = charter_scene_find (inquiry->scene, values.items[i].string);

      if (ref != 0)
        g_array_append_val (refs, ref);
    }
  charter_bag_clear (&values);
  n = goes_through_people (pair->key) ? refs->len : 0;
  for (guint i = 0; i < n; i++)
    add_people (inquiry, g_array_index (refs, CharterRef, i), refs);
  return TRUE;
}

static int
compare_facts (gconstpointer a,
               gconstpointer b)
{
  const CharterFact *x = *(const CharterFact *const *) a, *y = *(const CharterFact *const *) b;

  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  return (x->seq > y->seq) - (x->seq < y->seq);
}

static void
drop_doubles (GPtrArray *facts)
{
  guint kept = 0;

  g_ptr_array_sort (facts, compare_facts);
  for (guint i = 0; i < facts->len; i++)
    if (kept == 0 || facts->pdata[kept - 1] != facts->pdata[i])
      facts->pdata[kept++] = facts->pdata[i];
  g_ptr_array_set_size (facts, (gint) kept);
}

typedef struct
{
  const CharterInquiry *inquiry;
  const CharterCase    *self;
  const CharterNode    *expect;
  gint64                from, to;
  gboolean              newest;
} Search;

static void
look_through (const Search *search,
              CharterRef    ref,
              guint16       kind,
              GPtrArray    *out)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, search->inquiry->scene, ref, kind);
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      if (fact->at > search->inquiry->at || fact->at < search->from || fact->at > search->to)
        continue;
      if (search->newest ? charter_joins_hold (search->inquiry, search->self, fact, search->expect)
                         : charter_tests_hold (search->inquiry, search->self, fact, search->expect)
                           == CHARTER_TEST_HOLDS)
        g_ptr_array_add (out, (gpointer) fact);
    }
}

static void
keep_newest (const Search *search,
             GPtrArray    *out)
{
  const CharterFact *fact;

  if (out->len == 0)
    return;
  fact = out->pdata[out->len - 1];
  g_ptr_array_set_size (out, 0);
  if (charter_tests_hold (search->inquiry, search->self, fact, search->expect)
      == CHARTER_TEST_HOLDS)
    g_ptr_array_add (out, (gpointer) fact);
}

void
charter_expect_matches (const CharterInquiry *inquiry,
                        const CharterCase    *self,
                        const CharterNode    *expect,
                        gint64                from,
                        gint64                to,
                        GPtrArray            *out)
{
  Search search = { inquiry, self, expect, from, to,
                    charter_node_member_boolean (expect, "newest", FALSE) };
  g_autoptr(GArray) refs = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  gboolean looked_up = leading_refs (inquiry, self, expect, refs);
  const CharterNode *kinds = charter_node_member (expect, "kind");

  CHARTER_EACH (kinds, kind)
    {
      guint16 index = charter_kind_lookup (kind->string);

      if (index == CHARTER_KIND_NONE)
        continue;
      if (!looked_up)
        look_through (&search, 0, index, out);
      for (guint i = 0; i < refs->len && looked_up; i++)
        look_through (&search, g_array_index (refs, CharterRef, i), index, out);
    }
  drop_doubles (out);
  if (search.newest)
    keep_newest (&search, out);
}

/* Time */

static gint64
end_of_within (const CharterInquiry *inquiry,
               const CharterCase    *self,
               const CharterNode    *expect)
{
  CharterPeriod within;

  if (!charter_period_from_node (charter_node_member (expect, "within"), &within))
    return G_MAXINT64;
  return charter_period_deadline (&within, self->base, inquiry->zone, inquiry->calendar);
}

static gint64
end_of_date (const CharterInquiry *inquiry,
             const CharterCase    *self,
             const CharterNode    *expect)
{
  const char *path = charter_node_member_string (expect, "due");
  gint32 date =
      path != NULL ? charter_path_date (inquiry, self, self->entry, path) : CHARTER_DATE_NONE;

  return date != CHARTER_DATE_NONE ? charter_last_instant (inquiry->scene, date) : G_MAXINT64;
}

static gint64
end_of_before (const CharterInquiry *inquiry,
               const CharterCase    *self,
               const CharterNode    *expect)
{
  const CharterNode *before = charter_node_member (expect, "before");
  g_autoptr(GPtrArray) matches = NULL;

  if (before == NULL)
    return G_MAXINT64;
  matches = g_ptr_array_new ();
  charter_expect_matches (inquiry, self, before, self->at, inquiry->at, matches);
  return matches->len > 0 ? ((const CharterFact *) matches->pdata[0])->at : G_MAXINT64;
}

/* From when to when an entry must fall; @end is G_MAXINT64 where nothing ends the time. */
typedef struct
{
  gint64   from, to, end;
  gboolean waits;          /* for an entry that ends the time and has not come */
} Time;

static void
set_around (const CharterInquiry *inquiry,
            const CharterCase    *self,
            const CharterNode    *expect,
            Time                 *time)
{
  CharterPeriod around;
  gint32 date = charter_zone_date_of (inquiry->zone, self->at);

  if (!charter_period_from_node (charter_node_member (expect, "around"), &around))
    return;
  time->from =
      charter_zone_start_of (inquiry->zone,
                             charter_period_before_date (&around, date, inquiry->calendar));
  time->end = charter_last_instant (inquiry->scene,
                                    charter_period_end_date (&around, date, 1, inquiry->calendar));
}

static void
set_period (const CharterInquiry *inquiry,
            const CharterCase    *self,
            const CharterNode    *expect,
            Time                 *time)
{
  const CharterNode *period = charter_node_member (expect, "period");
  gint32 date = charter_zone_date_of (inquiry->zone, self->at), last = date;
  CharterPeriod every, grace;

  if (period == NULL || !charter_period_from_node (charter_node_member (period, "every"), &every))
    return;
  if (charter_period_from_node (charter_node_member (period, "grace"), &grace))
    last = charter_period_end_date (&grace, date, 1, inquiry->calendar);
  time->from = charter_zone_start_of (inquiry->zone,
                                      charter_period_before_date (&every, date, inquiry->calendar));
  time->end = charter_last_instant (inquiry->scene, last);
}

static void
set_recent (const CharterInquiry *inquiry,
            const CharterNode    *expect,
            Time                 *time)
{
  CharterPeriod recent;

  if (charter_period_from_node (charter_node_member (expect, "recent"), &recent))
    time->from =
        charter_zone_start_of (inquiry->zone, charter_period_before_date (&recent, inquiry->today,
                                                                          inquiry->calendar));
}

static Time
time_of (const CharterInquiry *inquiry,
         const CharterCase    *self,
         const CharterNode    *expect,
         gint64                since)
{
  Time time = { .from = since };
  gint64 before = end_of_before (inquiry, self, expect);

  if (g_strcmp0 (charter_node_member_string (expect, "since"), "ever") == 0)
    time.from = G_MININT64;
  time.end = MIN (end_of_within (inquiry, self, expect), end_of_date (inquiry, self, expect));
  time.end = MIN (time.end, before);
  time.waits = charter_node_member (expect, "before") != NULL && time.end == G_MAXINT64;
  if (self->end != CHARTER_INSTANT_NONE)
    time.end = MIN (time.end, self->end);
  set_around (inquiry, self, expect, &time);
  set_period (inquiry, self, expect, &time);
  set_recent (inquiry, expect, &time);
  time.to = time.end;
  if (g_strcmp0 (charter_node_member_string (expect, "until"), "case") == 0)
    time.to = MIN (time.to, self->at);
  return time;
}

/* How many of the matches count: those not taken, of different values. */
static guint
count_matches (const CharterInquiry *inquiry,
               const CharterCase    *self,
               const CharterNode    *expect,
               GHashTable           *used,
               GPtrArray            *matches)
{
  const char *distinct = charter_node_member_string (expect, "distinct");
  gboolean once = charter_node_member_boolean (expect, "once-each", FALSE);
  CharterBag values;
  guint kept = 0, n;

  for (guint i = 0; i < matches->len; i++)
    {
      const CharterFact *fact = matches->pdata[i];

      if (!once || used == NULL || !g_hash_table_contains (used, GUINT_TO_POINTER (fact->seq)))
        matches->pdata[kept++] = matches->pdata[i];
    }
  g_ptr_array_set_size (matches, (gint) kept);
  if (distinct == NULL)
    return kept;
  charter_bag_init (&values);
  for (guint i = 0; i < kept; i++)
    {
      CharterBag these;

      charter_bag_init (&these);
      charter_path_values (inquiry, self, matches->pdata[i], distinct, &these);
      for (guint j = 0; j < these.n; j++)
        if (these.items[j].string != NULL && !charter_bag_holds (&values, these.items[j].string))
          charter_bag_add (&values, these.items[j].string, NULL);
      charter_bag_clear (&these);
    }
  n = values.n;
  charter_bag_clear (&values);
  return n;
}

static CharterCaseState
state_of (const CharterInquiry *inquiry,
          const Time           *time,
          gboolean              met)
{
  if (time->end != G_MAXINT64 ? inquiry->at <= time->end : time->waits)
    return CHARTER_CASE_OPEN;
  return met ? CHARTER_CASE_GOOD : CHARTER_CASE_BAD;
}

static void
settle_one (const CharterInquiry *inquiry,
            const CharterCase    *self,
            const CharterNode    *expect,
            gint64                since,
            GHashTable           *used,
            CharterSettled       *out)
{
  Time time = time_of (inquiry, self, expect, since);
  g_autoptr(GPtrArray) matches = g_ptr_array_new ();
  gint64 least = charter_node_member_integer (expect, "at-least", 1);
  gboolean met;

  charter_expect_matches (inquiry, self, expect, time.from, time.to, matches);
  met = count_matches (inquiry, self, expect, used, matches) >= (guint) MAX (least, 1);
  if (met && used != NULL && charter_node_member_boolean (expect, "once-each", FALSE))
    g_hash_table_add (used, GUINT_TO_POINTER (((const CharterFact *) matches->pdata[0])->seq));
  out->met_by = met ? matches->pdata[0] : NULL;
  out->end = time.end != G_MAXINT64 ? time.end : CHARTER_INSTANT_NONE;
  out->state = state_of (inquiry, &time, met);
}

/* Again and again until something ends it. */
static void
settle_every (const CharterInquiry *inquiry,
              const CharterCase    *self,
              const CharterNode    *expect,
              CharterSettled       *out)
{
  g_autoptr(GPtrArray) matches = g_ptr_array_new ();
  g_autoptr(GPtrArray) endings = g_ptr_array_new ();
  CharterPeriod every;
  gint64 last = self->base, over;
  guint i = 0;

  charter_expect_matches (inquiry, self, expect, self->base, inquiry->at, matches);
  charter_expect_matches (inquiry, self, charter_node_member (expect, "until"), self->base,
                          inquiry->at, endings);
  over = endings->len > 0 ? ((const CharterFact *) endings->pdata[0])->at : G_MAXINT64;
  *out = (CharterSettled) { CHARTER_CASE_OPEN, NULL, CHARTER_INSTANT_NONE };
  if (!charter_period_from_node (charter_node_member (expect, "every"), &every))
    return;
  for (;;)
    {
      gint64 end = charter_period_deadline (&every, last, inquiry->zone, inquiry->calendar);

      out->end = end;
      if (over <= end || inquiry->at <= end)
        {
          out->state = over <= end ? CHARTER_CASE_GOOD : CHARTER_CASE_OPEN;
          return;
        }
      while (i < matches->len && ((const CharterFact *) matches->pdata[i])->at <= last)
        i++;
      if (i == matches->len || ((const CharterFact *) matches->pdata[i])->at > end)
        {
          out->state = CHARTER_CASE_BAD;
          return;
        }
      out->met_by = matches->pdata[i];
      last = out->met_by->at;
    }
}

static void
settle_all (const CharterInquiry *inquiry,
            const CharterCase    *self,
            const CharterNode    *list,
            gint64                since,
            GHashTable           *used,
            CharterSettled       *out)
{
  *out = (CharterSettled) { CHARTER_CASE_GOOD, NULL, CHARTER_INSTANT_NONE };
  for (const CharterNode *expect = charter_node_first (list); expect != NULL;
       expect = charter_node_next (list, expect))
    {
      CharterSettled one;

      charter_expect_settle (inquiry, self, expect, since, used, &one);
      if (one.state == CHARTER_CASE_BAD
          || (one.state == CHARTER_CASE_OPEN && out->state == CHARTER_CASE_GOOD))
        out->state = one.state;
      if (one.met_by != NULL)
        out->met_by = one.met_by;
      if (one.end != CHARTER_INSTANT_NONE)
        out->end = MAX (out->end, one.end);
    }
}

static void
settle_any (const CharterInquiry *inquiry,
            const CharterCase    *self,
            const CharterNode    *list,
            gint64                since,
            GHashTable           *used,
            CharterSettled       *out)
{
  *out = (CharterSettled) { CHARTER_CASE_BAD, NULL, CHARTER_INSTANT_NONE };
  for (const CharterNode *expect = charter_node_first (list); expect != NULL;
       expect = charter_node_next (list, expect))
    {
      CharterSettled one;

      charter_expect_settle (inquiry, self, expect, since, used, &one);
      if (one.state == CHARTER_CASE_GOOD
          || (one.state == CHARTER_CASE_OPEN && out->state == CHARTER_CASE_BAD))
        *out = one;
    }
}

void
charter_expect_settle (const CharterInquiry *inquiry,
                       const CharterCase    *self,
                       const CharterNode    *expect,
                       gint64                since,
                       GHashTable           *used,
                       CharterSettled       *out)
{
  const CharterNode *any = charter_node_member (expect, "any");

  if (expect->type == CHARTER_NODE_ARRAY)
    settle_all (inquiry, self, expect, since, used, out);
  else if (any != NULL)
    settle_any (inquiry, self, any, since, used, out);
  else if (charter_node_member (expect, "every") != NULL)
    settle_every (inquiry, self, expect, out);
  else
    settle_one (inquiry, self, expect, since, used, out);
}
