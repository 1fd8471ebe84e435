/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-meaning-private.h"

#include "base/charter-id-private.h"

#include <string.h>

/* The meaning of the checks and attestations of a clause. */

#define CHECK_DEPTH_MAX 8

static void check_check (CharterMeaning    *self,
                         const CharterNode *check,
                         guint              depth);

/* @known is ascending. */
static gboolean
is_among (const char        *word,
          const char *const *known)
{
  guint low = 0, high = g_strv_length ((char **) known);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (known[middle], word);

      if (order == 0)
        return TRUE;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

/* Words that this version knows, or that a program adds. */
static void
check_known (CharterMeaning    *self,
             const CharterNode *object,
             const char        *name,
             const char *const *known,
             const char        *what)
{
  const CharterNode *node = charter_node_member (object, name);
  gsize mark;

  if (!charter_node_is (node, CHARTER_NODE_STRING) || is_among (node->string, known) ||
      charter_meaning_requires (self, node->string))
    return;

  mark = charter_meaning_enter (self, name);
  if (g_str_has_prefix (node->string, "x-"))
    charter_meaning_fault (self, node, CHARTER_ERROR_REFERENCE,
                           "“%s” is not listed under “requires”, where what a program adds "
                           "is named", node->string);
  else
    charter_meaning_fault_near (self, node, CHARTER_ERROR_VALUE, node->string, known,
                                "There is no %s “%s”", what, node->string);
  charter_meaning_leave (self, mark);
}

static void
check_kinds (CharterMeaning    *self,
             const CharterNode *object)
{
  const CharterNode *item;

  CHARTER_MEANING_EACH (self, object, "kind", item)
    {
      if (item->type == CHARTER_NODE_STRING &&
          charter_kind_lookup (item->string) == CHARTER_KIND_NONE)
        charter_meaning_fault_near (self, item, CHARTER_ERROR_VALUE, item->string,
                                    charter_kind_names,
                                    "There is no kind of entry “%s”", item->string);
    }
}

/* The vocabulary of measures is open, but a slip of the pen is not a new word. */
static void
check_measure (CharterMeaning    *self,
               const CharterNode *check)
{
  const CharterNode *node = charter_node_member (check, "measure");
  gsize mark;

  if (!charter_node_is (node, CHARTER_NODE_STRING) ||
      is_among (node->string, charter_measure_names) ||
      charter_nearest_spelling (node->string, charter_measure_names) == NULL)
    return;

  mark = charter_meaning_enter (self, "measure");
  charter_meaning_fault_near (self, node, CHARTER_ERROR_VALUE, node->string, charter_measure_names,
                              "There is no measure “%s”", node->string);
  charter_meaning_leave (self, mark);
}

static void
check_thresholds (CharterMeaning    *self,
                  const CharterNode *check)
{
  CharterFraction upheld = CHARTER_FRACTION (9, 10);
  CharterFraction partly;
  gsize mark;

  charter_meaning_check_share (self, check, "upheld-from");
  charter_meaning_check_share (self, check, "partly-from");
  charter_meaning_check_share (self, check, "share");
  charter_meaning_check_share (self, check, "each-of-even");
  charter_member_fraction (check, "upheld-from", &upheld);
  if (!charter_member_fraction (check, "partly-from", &partly) ||
      charter_fraction_compare (&partly, &upheld) <= 0)
    return;

  mark = charter_meaning_enter (self, "partly-from");
  charter_meaning_fault (self, charter_node_member (check, "partly-from"), CHARTER_ERROR_VALUE,
                         "What is partly upheld cannot need more than what is upheld");
  charter_meaning_leave (self, mark);
}

/* "3 of the last 2" can never be. */
static void
check_last (CharterMeaning    *self,
            const CharterNode *check)
{
  gint64 last = charter_node_member_integer (check, "within-last", G_MAXINT64);
  gint64 least = charter_node_member_integer (check, "at-least", 0);
  gsize mark;

  if (least <= last)
    return;

  mark = charter_meaning_enter (self, "at-least");
  charter_meaning_fault (self, charter_node_member (check, "at-least"), CHARTER_ERROR_VALUE,
                         "There cannot be %" G_GINT64_FORMAT " within the last %" G_GINT64_FORMAT,
                         least, last);
  charter_meaning_leave (self, mark);
}

static void
check_conditions (CharterMeaning    *self,
                  const CharterNode *object)
{
  const CharterNode *when = charter_node_member (object, "when");
  gsize outside;

  if (!charter_node_is (when, CHARTER_NODE_OBJECT))
    return;

  outside = charter_meaning_enter (self, "when");
  CHARTER_EACH_MEMBER (when, c)
    {
      const CharterNode *between = charter_node_member (c, "between");
      gsize mark = charter_meaning_enter (self, c->key);

      if (charter_node_is (c, CHARTER_NODE_OBJECT) && c->length == 0)
        charter_meaning_fault (self, c, CHARTER_ERROR_FORMAT,
                               "Missing one of “eq”, “in”, “lt”, “lte”, “gt”, “gte”, “between” "
                               "and “has”");
      if (charter_node_is (between, CHARTER_NODE_ARRAY) && between->length != 2)
        {
          charter_meaning_enter (self, "between");
          charter_meaning_fault (self, between, CHARTER_ERROR_VALUE,
                                 "Expected two values, the least and the greatest");
        }
      charter_meaning_leave (self, mark);
    }
  charter_meaning_leave (self, outside);
}

/* What is counted, and what is expected of it. */
static void
check_entries (CharterMeaning    *self,
               const CharterNode *check,
               const char        *name)
{
  const CharterNode *entries = charter_node_member (check, name);
  gsize mark;

  if (entries == NULL)
    return;
  mark = charter_meaning_enter (self, name);
  check_kinds (self, entries);
  check_conditions (self, entries);
  charter_meaning_leave (self, mark);
}

/* "at-least 2 of these 3" */
static void
check_count (CharterMeaning    *self,
             const CharterNode *check)
{
  const CharterNode *list = charter_node_member (check, "checks");
  const CharterNode *least = charter_node_member (check, "at-least");
  gsize mark;

  if (!charter_node_is (list, CHARTER_NODE_ARRAY) || list->length == 0)
    return;
  if (charter_node_is (least, CHARTER_NODE_INTEGER) && least->integer >= 1 &&
      least->integer <= list->length)
    return;

  mark = charter_meaning_enter (self, "at-least");
  charter_meaning_fault (self, least != NULL ? least : check, CHARTER_ERROR_VALUE,
                         "Expected how many of the %u checks must be upheld, from 1 to %u",
                         list->length, list->length);
  charter_meaning_leave (self, mark);
}

static void
check_parts (CharterMeaning    *self,
             const CharterNode *check,
             guint              depth)
{
  static const char *const lists[] = { "all", "any", "checks", "not", "unless" };
  const CharterNode *part;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const CharterNode *list = charter_node_member (check, lists[i]);

      if (list == NULL)
        continue;
      CHARTER_MEANING_EACH (self, check, lists[i], part)
        check_check (self, part, depth + 1);
      if (charter_node_is (list, CHARTER_NODE_ARRAY) && list->length == 0)
        {
          gsize mark = charter_meaning_enter (self, lists[i]);

          charter_meaning_fault (self, list, CHARTER_ERROR_VALUE, "Expected at least one check");
          charter_meaning_leave (self, mark);
        }
    }
  check_count (self, check);
}

static void
check_check (CharterMeaning    *self,
             const CharterNode *check,
             guint              depth)
{
  static const char *const voices[] = { "of", "from", "to", "with", "groups" };

  if (!charter_node_is (check, CHARTER_NODE_OBJECT))
    return;
  if (depth > CHECK_DEPTH_MAX)
    {
      charter_meaning_fault (self, check, CHARTER_ERROR_LIMIT,
                             "Checks are nested more than %d deep", CHECK_DEPTH_MAX);
      return;
    }

  check_known (self, check, "check", charter_check_names, "check");
  check_known (self, check, "family", charter_check_families, "family of checks");
  check_kinds (self, check);
  check_measure (self, check);
  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    charter_meaning_check_voices (self, check, voices[i], TRUE);
  charter_meaning_check_reference (self, check, "cycle", &self->cycles, "cycle");
  charter_meaning_check_length (self, check, "every");
  charter_meaning_check_length (self, check, "window");
  check_thresholds (self, check);
  check_last (self, check);
  check_conditions (self, check);
  check_entries (self, check, "case");
  check_entries (self, check, "expect");
  check_parts (self, check, depth);
}

void
charter_meaning_check_checks (CharterMeaning    *self,
                              const CharterNode *clause)
{
  const CharterNode *check;

  CHARTER_MEANING_EACH (self, clause, "checks", check)
    check_check (self, check, 1);
}

/* Attestations */

static void
check_question (CharterMeaning    *self,
                const CharterNode *attest)
{
  const CharterNode *node = charter_node_member (attest, "question");
  gsize mark;

  if (!charter_node_is (node, CHARTER_NODE_STRING) || g_str_has_prefix (node->string, "x-") ||
      is_among (node->string, charter_question_ids))
    return;

  mark = charter_meaning_enter (self, "question");
  charter_meaning_fault_near (self, node, CHARTER_ERROR_VALUE, node->string, charter_question_ids,
                              "There is no question “%s”; one of your own begins with “x-”",
                              node->string);
  charter_meaning_leave (self, mark);
}

/* A mean or an answer lies on the scale. */
static void
check_on_scale (CharterMeaning    *self,
                const CharterNode *attest,
                const char        *name)
{
  const CharterFraction lowest = CHARTER_FRACTION (1, 1);
  gint64 steps = charter_node_member_integer (attest, "scale", 5);
  const CharterFraction highest = CHARTER_FRACTION (steps, 1);
  CharterFraction value;
  gsize mark;

  if (!charter_member_fraction (attest, name, &value) ||
      (charter_fraction_compare (&value, &lowest) >= 0 &&
       charter_fraction_compare (&value, &highest) <= 0))
    return;

  mark = charter_meaning_enter (self, name);
  charter_meaning_fault (self, charter_node_member (attest, name), CHARTER_ERROR_VALUE,
                         "Expected a value on the scale, from 1 to %" G_GINT64_FORMAT, steps);
  charter_meaning_leave (self, mark);
}

/* How far means may lie apart. */
static void
check_distance (CharterMeaning    *self,
                const CharterNode *attest,
                const char        *name)
{
  CharterFraction value;
  gsize mark;

  if (!charter_member_fraction (attest, name, &value) || value.num >= 0)
    return;

  mark = charter_meaning_enter (self, name);
  charter_meaning_fault (self, charter_node_member (attest, name), CHARTER_ERROR_VALUE,
                         "Expected a distance, which is never below 0");
  charter_meaning_leave (self, mark);
}

void
charter_meaning_check_attest (CharterMeaning    *self,
                              const CharterNode *clause)
{
  const CharterNode *attest;

  CHARTER_MEANING_EACH (self, clause, "attest", attest)
    {
      check_question (self, attest);
      charter_meaning_check_voices (self, attest, "asked", TRUE);
      charter_meaning_check_voices (self, attest, "about", TRUE);
      charter_meaning_check_length (self, attest, "every");
      charter_meaning_check_length (self, attest, "stale-after");
      charter_meaning_check_share (self, attest, "response-at-least");
      check_on_scale (self, attest, "mean-at-least");
      check_on_scale (self, attest, "group-mean-at-least");
      check_on_scale (self, attest, "answer-at-least");
      check_distance (self, attest, "gap-at-most");
      check_distance (self, attest, "spread-at-most");
    }
}
