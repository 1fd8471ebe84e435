/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-private.h"

#include <string.h>

/* Tests of one entry, all of which must hold:
 *
 *  when, unless     conditions; `unless`: none of them
 *  fields           members that must be filled; with `via`, of what that member names as
 *                   well; with `shown`, or named in the entry's `covers`
 *  at-least-each    how many there must be in each of the fields that is a list
 *  one-of           {member, values, only}: one of the values is there (only: no other)
 *  any-of, all-of   {path: values}: one of them, all of them
 *  join, differs    {path: path of the case}: they agree, they do not
 *  contains         {path: path of the case}: all that the case has is there
 *  in               {path: sets}: somebody of the sets
 *  by               sets: the author is of one of them; "other": not the one behind the case
 *  named-in         paths: the member of the case, or somebody of it, is named in each
 *  reach            {path: set}: the whole set is reached
 *  not-before       {path: path}: the first date, where given, is not before the second
 *  ahead            paths: dates, where given, that have not passed
 *  lag              {from, to, within}: the second comes no later than so long after the first
 *  lead             {from, to, period}: the first comes at least so long before the second
 *  item             {list, join, fields}: an object of the list fits
 *  unconnected      {path: path of the case}: no tie between them is on record
 *  free-of          {texts, words}: no such words in the texts
 *  standing         true: not replaced, ended or past its date
 *  also             further expectations of entries tied to this one
 */

typedef struct
{
  const CharterInquiry *inquiry;
  const CharterCase    *self;
  const CharterFact    *entry;
} Test;

typedef gboolean (*PairTest) (const Test          *test,
                              const CharterBag *left,
                              const CharterNode   *right);

/* Every member of the object: the values at its name and what stands on its right. */
static gboolean
each_pair (const Test        *test,
           const CharterNode *pairs,
           PairTest           holds_for)
{
  gboolean holds = TRUE;

  for (const CharterNode *pair = pairs != NULL ? charter_node_first (pairs) : NULL;
       pair != NULL && holds; pair = charter_node_next (pairs, pair))
    {
      CharterBag left;

      charter_bag_init (&left);
      charter_path_values (test->inquiry, test->self, test->entry, pair->key, &left);
      holds = holds_for (test, &left, pair);
      charter_bag_clear (&left);
    }
  return holds;
}

static void
case_values (const Test        *test,
             const CharterNode *path,
             CharterBag     *out)
{
  charter_bag_init (out);
  if (path->type == CHARTER_NODE_STRING)
    charter_path_values (test->inquiry, test->self, test->self->entry, path->string, out);
}

static gboolean
agrees (const Test          *test,
        const CharterBag *left,
        const CharterNode   *right)
{
  CharterBag values;
  gboolean holds;

  case_values (test, right, &values);
  holds = charter_bags_meet (left, &values);
  charter_bag_clear (&values);
  return holds;
}

/* What is not known on one side differs from nothing that can be shown. */
static gboolean
differs (const Test          *test,
         const CharterBag *left,
         const CharterNode   *right)
{
  return !agrees (test, left, right);
}

static gboolean
contains (const Test          *test,
          const CharterBag *left,
          const CharterNode   *right)
{
  CharterBag values;
  gboolean holds;

  case_values (test, right, &values);
  holds = values.n > 0;
  for (guint i = 0; i < values.n && holds; i++)
    holds = values.items[i].string != NULL && charter_bag_holds (left, values.items[i].string);
  charter_bag_clear (&values);
  return holds;
}

static gboolean
is_any_of (const Test          *test,
           const CharterBag *left,
           const CharterNode   *right)
{
  CHARTER_EACH (right, item)
    if (item->type == CHARTER_NODE_STRING && charter_bag_holds (left, item->string))
      return TRUE;
  return FALSE;
}

static gboolean
is_all_of (const Test          *test,
           const CharterBag *left,
           const CharterNode   *right)
{
  CHARTER_EACH (right, item)
    if (item->type != CHARTER_NODE_STRING || !charter_bag_holds (left, item->string))
      return FALSE;
  return TRUE;
}

static gboolean
is_in (const Test          *test,
       const CharterBag *left,
       const CharterNode   *right)
{
  for (guint i = 0; i < left->n; i++)
    {
      const char *name = left->items[i].string;

      if (name != NULL && (charter_node_has_string (right, name)
                           || charter_sets_have (test->inquiry, right,
                                                 charter_scene_find (test->inquiry->scene, name),
                                                 test->entry->at)))
        return TRUE;
    }
  return FALSE;
}

/* Is the member among those reached: itself, through somebody who acts for it, or as part of
 * a set that is named? */
static gboolean
member_is_reached (const CharterInquiry *inquiry,
                   const CharterBag  *to,
                   CharterRef            member,
                   gint64                at)
{
  for (guint i = 0; i < to->n; i++)
    {
      const char *name = to->items[i].string;
      CharterRef ref = charter_scene_find (inquiry->scene, name);

      if (ref == member || charter_scene_acts_for (inquiry->scene, ref, member, at)
          || (name != NULL && charter_set_is_known (inquiry, name)
              && charter_set_has (inquiry, name, member, at)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
set_is_reached (const Test          *test,
                const CharterBag *to,
                const char          *set)
{
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  if (charter_bag_holds (to, set))
    return TRUE;
  if (!charter_set_members (test->inquiry, set, members) || members->len == 0)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      CharterRef member = g_array_index (members, CharterRef, i);

      if (member != test->self->member
          && !member_is_reached (test->inquiry, to, member, test->entry->at))
        return FALSE;
    }
  return TRUE;
}

static gboolean
reaches (const Test          *test,
         const CharterBag *left,
         const CharterNode   *right)
{
  CHARTER_EACH (right, set)
    {
      const char *name = strcmp (set->string, "value") == 0 ? test->self->value : set->string;

      if (name != NULL && !set_is_reached (test, left, name))
        return FALSE;
    }
  return TRUE;
}

/* Two units with a tie on record that had not ended, in either direction. */
static gboolean
are_tied (const CharterInquiry *inquiry,
          CharterRef            a,
          CharterRef            b,
          gint64                at)
{
  const CharterScene *scene = inquiry->scene;
  CharterCursor cursor, ends;

  for (const CharterFact *link =
           charter_cursor_last (&cursor, scene, a, CHARTER_KIND ("link-stated"));
       link != NULL; link = charter_cursor_previous (&cursor))
    {
      CharterRef from = charter_scene_member (scene, link, "from");
      CharterRef to = charter_scene_member (scene, link, "to");
      const CharterFact *ended = charter_cursor_last (&ends, scene, link->makes,
                                                      CHARTER_KIND ("link-ended"));

      if (((from == a && to == b) || (from == b && to == a)) && link->at <= inquiry->at
          && (ended == NULL || ended->at > at))
        return TRUE;
    }
  return FALSE;
}

static void
add_behind (const Test    *test,
            CharterBag *values)
{
  guint n = values->n;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));

      charter_partners_behind (test->inquiry,
                               charter_scene_find (test->inquiry->scene, values->items[i].string),
                               partners);
      for (guint j = 0; j < partners->len; j++)
        charter_bag_add (values,
                         charter_scene_name (test->inquiry->scene,
                                             g_array_index (partners, CharterRef, j)),
                         NULL);
    }
}

static gboolean
any_tied (const Test          *test,
          const CharterBag *left,
          const CharterBag *right)
{
  for (guint i = 0; i < left->n; i++)
    for (guint j = 0; j < right->n; j++)
      {
        CharterRef a = charter_scene_find (test->inquiry->scene, left->items[i].string);
        CharterRef b = charter_scene_find (test->inquiry->scene, right->items[j].string);

        if (a != 0 && b != 0 && (a == b || are_tied (test->inquiry, a, b, test->entry->at)))
          return TRUE;
      }
  return FALSE;
}

/* Neither the same, nor of the same partner, nor tied by a link. */
static gboolean
is_unconnected (const Test          *test,
                const CharterBag *left,
                const CharterNode   *right)
{
  CharterBag values, sources;
  gboolean holds;

  case_values (test, right, &values);
  charter_bag_init (&sources);
  for (guint i = 0; i < left->n; i++)
    charter_bag_add (&sources, left->items[i].string, NULL);
  add_behind (test, &values);
  add_behind (test, &sources);
  holds = sources.n > 0 && !any_tied (test, &sources, &values);
  charter_bag_clear (&values);
  charter_bag_clear (&sources);
  return holds;
}

/* Fields */

static gboolean
field_is_filled (const Test        *test,
                 const CharterNode *tests,
                 const char        *field)
{
  const char *via = charter_node_member_string (tests, "via");
  g_autofree char *through = via != NULL ? g_strconcat (via, ".", field, NULL) : NULL;

  if (charter_path_filled (test->inquiry, test->self, test->entry, field))
    return TRUE;
  if (through != NULL && charter_path_filled (test->inquiry, test->self, test->entry, through))
    return TRUE;
  return charter_node_member_boolean (tests, "shown", FALSE)
         && charter_scene_member_has (test->inquiry->scene, test->entry, "covers", field);
}

static gboolean
has_enough (const Test        *test,
            const CharterNode *tests,
            const char        *field)
{
  gint64 least = charter_node_member_integer (tests, "at-least-each", 0);
  const CharterNode *node;

  if (least == 0 || strchr (field, '.') != NULL)
    return TRUE;
  node = charter_member_as_changed (test->inquiry, test->entry, field);
  return node == NULL || node->type != CHARTER_NODE_ARRAY || node->length >= least;
}

static gboolean
fields_hold (const Test        *test,
             const CharterNode *tests)
{
  const CharterNode *fields = charter_node_member (tests, "fields");

  CHARTER_EACH (fields, field)
    if (!field_is_filled (test, tests, field->string) || !has_enough (test, tests, field->string))
      return FALSE;
  return TRUE;
}

static gboolean
value_is_listed (const CharterBagItem *value,
                 const CharterNode  *list)
{
  CHARTER_EACH (list, item)
  if (value->node != NULL
          ? charter_node_equal (value->node, item)
          : item->type == CHARTER_NODE_STRING && g_strcmp0 (value->string, item->string) == 0)
    return TRUE;
  return FALSE;
}

static gboolean
one_of_holds (const Test        *test,
              const CharterNode *one_of)
{
  const char *member = charter_node_member_string (one_of, "member");
  const CharterNode *values = charter_node_member (one_of, "values");
  gboolean only = charter_node_member_boolean (one_of, "only", FALSE);
  CharterBag found;
  guint listed = 0;
  gboolean holds;

  if (member == NULL || values == NULL)
    return TRUE;
  charter_bag_init (&found);
  charter_path_values (test->inquiry, test->self, test->entry, member, &found);
  for (guint i = 0; i < found.n; i++)
    listed += value_is_listed (&found.items[i], values) ? 1 : 0;
  holds = listed > 0 && (!only || listed == found.n);
  charter_bag_clear (&found);
  return holds;
}

/* Dates and times */

static gboolean
not_before_holds (const Test        *test,
                  const CharterNode *pairs)
{
  for (const CharterNode *pair = pairs != NULL ? charter_node_first (pairs) : NULL; pair != NULL;
       pair = charter_node_next (pairs, pair))
    {
      gint32 date = charter_path_date (test->inquiry, test->self, test->entry, pair->key);
      gint32 other = charter_path_date (test->inquiry, test->self, test->self->entry, pair->string);

      if (date != CHARTER_DATE_NONE && other != CHARTER_DATE_NONE && date < other)
        return FALSE;
    }
  return TRUE;
}

static gboolean
ahead_holds (const Test        *test,
             const CharterNode *paths)
{
  CHARTER_EACH (paths, path)
    {
      gint32 date = charter_path_date (test->inquiry, test->self, test->entry, path->string);

      if (date != CHARTER_DATE_NONE && date < test->inquiry->today)
        return FALSE;
    }
  return TRUE;
}

static gint64
time_at (const Test        *test,
         const CharterNode *span,
         const char        *name)
{
  const char *path = charter_node_member_string (span, name);

  return path != NULL ? charter_path_instant (test->inquiry, test->self, test->entry, path)
                      : CHARTER_INSTANT_NONE;
}

static gboolean
lag_holds (const Test        *test,
           const CharterNode *lag)
{
  gint64 from, to;
  CharterPeriod within;

  if (lag == NULL)
    return TRUE;
  from = time_at (test, lag, "from");
  to = time_at (test, lag, "to");
  return from != CHARTER_INSTANT_NONE && to != CHARTER_INSTANT_NONE
         && charter_period_from_node (charter_node_member (lag, "within"), &within)
         && to <= charter_period_deadline (&within, from, test->inquiry->zone,
                                           test->inquiry->calendar);
}

static gboolean
lead_holds (const Test        *test,
            const CharterNode *lead)
{
  gint64 from, to;
  CharterPeriod period;
  gint32 latest;

  if (lead == NULL)
    return TRUE;
  from = time_at (test, lead, "from");
  to = time_at (test, lead, "to");
  if (from == CHARTER_INSTANT_NONE || to == CHARTER_INSTANT_NONE
      || !charter_period_from_node (charter_node_member (lead, "period"), &period))
    return FALSE;
  if (charter_period_is_timed (&period))
    return from <= charter_period_subtract_from_instant (&period, to, test->inquiry->zone,
                                                         test->inquiry->calendar);
  latest = charter_period_before_date (&period, charter_zone_date_of (test->inquiry->zone, to),
                                       test->inquiry->calendar);
  return charter_zone_date_of (test->inquiry->zone, from) <= latest;
}

/* Objects of a list */

static gboolean
object_fits (const Test        *test,
             const CharterNode *object,
             const CharterNode *item)
{
  const CharterNode *join = charter_node_member (item, "join");
  const CharterNode *fields = charter_node_member (item, "fields");

  for (const CharterNode *pair = join != NULL ? charter_node_first (join) : NULL; pair != NULL;
       pair = charter_node_next (join, pair))
    {
      const char *left = charter_node_member_string (object, pair->key);
      CharterBag right;
      gboolean held;

      case_values (test, pair, &right);
      held = left != NULL && charter_bag_holds (&right, left);
      charter_bag_clear (&right);
      if (!held)
        return FALSE;
    }
  CHARTER_EACH (fields, field)
    if (charter_node_member (object, field->string) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
item_holds (const Test        *test,
            const CharterNode *item)
{
  const CharterNode *list;

  if (item == NULL)
    return TRUE;
  list = charter_node_member (charter_scene_data (test->inquiry->scene, test->entry),
                              charter_node_member_string (item, "list"));
  CHARTER_EACH (list, object)
    if (object_fits (test, object, item))
      return TRUE;
  return FALSE;
}

/* Words */

static CharterTestOutcome
text_is_free (const Test        *test,
              const char        *member,
              const CharterNode *words)
{
  g_autofree char *pointer = g_strconcat ("/", member, NULL);
  const CharterNode *text;

  if (charter_node_member (charter_scene_data (test->inquiry->scene, test->entry), member) == NULL)
    return CHARTER_TEST_HOLDS;
  text = charter_scene_opened (test->inquiry->scene, test->entry, pointer);
  if (text == NULL || text->type != CHARTER_NODE_STRING)
    return CHARTER_TEST_REDACTED;
  return charter_text_has_any (text->string, words) ? CHARTER_TEST_FAILS : CHARTER_TEST_HOLDS;
}

static CharterTestOutcome
free_of_holds (const Test        *test,
               const CharterNode *free_of)
{
  const CharterNode *texts = charter_node_member (free_of, "texts");
  const char *lexicon = charter_node_member_string (free_of, "words");
  const CharterNode *words = lexicon != NULL ? charter_catalogue_words (lexicon) : NULL;
  CharterTestOutcome outcome = CHARTER_TEST_HOLDS;

  for (const CharterNode *text = charter_values_first (texts);
       text != NULL && outcome != CHARTER_TEST_FAILS; text = charter_values_next (texts, text))
    {
      CharterTestOutcome this = text_is_free (test, text->string, words);

      if (this != CHARTER_TEST_HOLDS)
        outcome = this;
    }
  return outcome;
}

/* Further entries, tied to this one: they are expected of it as of a case of its own. */
static gboolean
also_holds (const Test        *test,
            const CharterNode *also)
{
  CHARTER_EACH (also, expect)
    {
      CharterCase inner = *test->self;
      g_autoptr(GPtrArray) matches = g_ptr_array_new ();

      inner.moment = test->self->entry;
      inner.entry = test->entry;
      charter_expect_matches (test->inquiry, &inner, expect, G_MININT64, test->inquiry->at,
                              matches);
      if (matches->len == 0)
        return FALSE;
    }
  return TRUE;
}

/* The path of the one behind the case. */
static const CharterNode author_of_case[] = {
  { .type = CHARTER_NODE_STRING, .span = 1, .length = 6, .string = "author" }
};

static gboolean
by_holds (const Test        *test,
          const CharterNode *sets)
{
  CharterBag author;
  gboolean holds;

  if (sets == NULL)
    return TRUE;
  charter_bag_init (&author);
  charter_path_values (test->inquiry, test->self, test->entry, "author", &author);
  holds = charter_node_has_string (sets, "other") ? differs (test, &author, author_of_case)
          : is_in (test, &author, sets);
  charter_bag_clear (&author);
  return holds;
}

static gboolean
named_in_holds (const Test        *test,
                const CharterNode *paths)
{
  const char *member = test->self->member != 0
                       ? charter_scene_name (test->inquiry->scene, test->self->member) : NULL;
  gboolean holds = TRUE;

  for (const CharterNode *path = charter_values_first (paths); path != NULL && holds;
       path = charter_values_next (paths, path))
    {
      CharterBag values;

      charter_bag_init (&values);
      charter_path_values (test->inquiry, test->self, test->entry, path->string, &values);
      add_behind (test, &values);
      holds = member != NULL && charter_bag_holds (&values, member);
      charter_bag_clear (&values);
    }
  return holds;
}

static gboolean
pairs_hold (const Test        *test,
            const CharterNode *tests)
{
  return each_pair (test, charter_node_member (tests, "join"), agrees)
         && each_pair (test, charter_node_member (tests, "differs"), differs)
         && each_pair (test, charter_node_member (tests, "contains"), contains)
         && each_pair (test, charter_node_member (tests, "any-of"), is_any_of)
         && each_pair (test, charter_node_member (tests, "all-of"), is_all_of)
         && each_pair (test, charter_node_member (tests, "in"), is_in)
         && each_pair (test, charter_node_member (tests, "reach"), reaches)
         && each_pair (test, charter_node_member (tests, "unconnected"), is_unconnected);
}

static gboolean
any_condition (const Test        *test,
               const CharterNode *unless)
{
  for (const CharterNode *condition = unless != NULL ? charter_node_first (unless) : NULL;
       condition != NULL; condition = charter_node_next (unless, condition))
    if (charter_condition_holds (test->inquiry, test->self, test->entry, condition))
      return TRUE;
  return FALSE;
}

static gboolean
times_hold (const Test        *test,
            const CharterNode *tests)
{
  return not_before_holds (test, charter_node_member (tests, "not-before"))
         && ahead_holds (test, charter_node_member (tests, "ahead"))
         && lag_holds (test, charter_node_member (tests, "lag"))
         && lead_holds (test, charter_node_member (tests, "lead"));
}

gboolean
charter_joins_hold (const CharterInquiry *inquiry,
                    const CharterCase    *self,
                    const CharterFact    *entry,
                    const CharterNode    *tests)
{
  const Test test = { inquiry, self, entry };

  return each_pair (&test, charter_node_member (tests, "join"), agrees);
}

CharterTestOutcome
charter_tests_hold (const CharterInquiry *inquiry,
                    const CharterCase    *self,
                    const CharterFact    *entry,
                    const CharterNode    *tests)
{
  const Test test = { inquiry, self, entry };
  const CharterNode *free_of = charter_node_member (tests, "free-of");

  if (tests == NULL)
    return CHARTER_TEST_HOLDS;
  if (!pairs_hold (&test, tests)
      || !charter_when_holds (inquiry, self, entry, charter_node_member (tests, "when"))
      || any_condition (&test, charter_node_member (tests, "unless")) || !fields_hold (&test, tests)
      || !by_holds (&test, charter_node_member (tests, "by"))
      || !named_in_holds (&test, charter_node_member (tests, "named-in"))
      || !one_of_holds (&test, charter_node_member (tests, "one-of")) || !times_hold (&test, tests)
      || !item_holds (&test, charter_node_member (tests, "item"))
      || (charter_node_member_boolean (tests, "standing", FALSE)
          && !charter_is_standing (inquiry, entry))
      || !also_holds (&test, charter_node_member (tests, "also")))
    return CHARTER_TEST_FAILS;
  return free_of != NULL ? free_of_holds (&test, free_of) : CHARTER_TEST_HOLDS;
}
