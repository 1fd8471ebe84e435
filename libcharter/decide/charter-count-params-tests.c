/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-case-private.h"

#include <string.h>

/* The tests of a decision in election-case/1. */

static const char *const kinds[] =
{
  "share", "turnout", "count-at-least", "count-at-most", "veto", "constituencies",
  "constituency-totals", NULL
};

static const char *const members[] =
{
  "base", "choice", "compare", "eligible", "fraction", "holders", "id", "kind", "n", "no", "of",
  "unit", "weights", "yes", NULL
};

typedef struct
{
  CharterParamsReader *params;
  const CharterNode   *node;
  const char          *place;
  CharterChoiceTest   *test;
} CharterTestReader;

static void
need (CharterTestReader *self,
      gboolean           there,
      const char        *name)
{
  if (!there && !self->params->failed)
    charter_params_fault (self->params, self->node, self->place, NULL, "“%s” is missing", name);
}

static gboolean
fraction (CharterTestReader *self,
          const char        *name,
          CharterFraction   *out)
{
  return charter_params_fraction (self->params, self->node, self->place, name, out);
}

/* The member `weights`: a weight for some constituencies. */
static void
read_weights (CharterTestReader *self)
{
  const CharterNode *weights = charter_node_member (self->node, "weights");
  g_autofree char *place = g_strconcat (self->place, "/weights", NULL);
  const char **names;
  CharterFraction *numbers;
  guint n = 0;

  if (weights == NULL)
    return;
  if (weights->type != CHARTER_NODE_OBJECT)
    {
      charter_params_fault (self->params, weights, place, NULL,
                            "this must be an object of constituencies with a number each");
      return;
    }
  names = charter_arena_alloc (self->params->arena,
                               ((gsize) weights->length + 1) * sizeof (char *));
  numbers = charter_arena_alloc (self->params->arena,
                                 ((gsize) weights->length + 1) * sizeof (CharterFraction));
  for (const CharterNode *c = charter_node_first (weights); c != NULL;
       c = charter_node_next (weights, c))
    {
      names[n] = c->key;
      if (!charter_params_fraction (self->params, weights, place, c->key, &numbers[n++]))
        return;
    }
  names[n] = NULL;
  self->test->constituencies = names;
  self->test->weights = numbers;
  self->test->n_constituencies = n;
}

/* More than all is never reached. */
static void
check_fraction (CharterTestReader *self)
{
  g_autofree char *place = g_strconcat (self->place, "/fraction", NULL);

  if (!self->params->failed && self->test->share.num > self->test->share.den)
    charter_params_fault (self->params, charter_node_member (self->node, "fraction"), place, NULL,
                          "this must be a share from 0 to 1; more than all can never be reached");
}

static void
read_share (CharterTestReader *self)
{
  static const char *const compares[] = { "gt", "ge", NULL };
  int compare =
    charter_params_word (self->params, self->node, self->place, "compare", compares, -1);

  need (self, fraction (self, "fraction", &self->test->share), "fraction");
  check_fraction (self);
  need (self, compare >= 0, "compare");
  self->test->compare = compare == 0 ? CHARTER_COMPARE_GREATER : CHARTER_COMPARE_GREATER_OR_EQUAL;
  self->test->has_eligible = fraction (self, "eligible", &self->test->eligible);
}

static void
read_kind (CharterTestReader *self)
{
  static const char *const bases[] = { "yes+no", "cast", "eligible", NULL };
  CharterChoiceTest *test = self->test;
  int base;

  switch (test->kind)
    {
    case CHARTER_CHOICE_TEST_SHARE:
      base = charter_params_word (self->params, self->node, self->place, "base", bases, -1);
      need (self, base >= 0, "base");
      test->base = (CharterChoiceBase) MAX (0, base);
      read_share (self);
      break;
    case CHARTER_CHOICE_TEST_TURNOUT:
      read_share (self);
      break;
    case CHARTER_CHOICE_TEST_AT_LEAST:
    case CHARTER_CHOICE_TEST_AT_MOST:
      need (self, charter_node_member (self->node, "of") != NULL, "of");
      need (self, fraction (self, "n", &test->number), "n");
      break;
    case CHARTER_CHOICE_TEST_VETO:
      test->holders = charter_params_strv (self->params, self->node, self->place, "holders");
      need (self, test->holders != NULL, "holders");
      break;
    case CHARTER_CHOICE_TEST_CONSTITUENCIES:
      read_share (self);
      read_weights (self);
      break;
    case CHARTER_CHOICE_TEST_TOTALS:
      read_share (self);
      need (self, fraction (self, "yes", &test->yes), "yes");
      need (self, fraction (self, "no", &test->no), "no");
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
read_test (CharterTestReader *self)
{
  static const char *const units[] = { "weights", "heads", NULL };
  CharterChoiceTest *test = self->test;
  int kind;

  if (!charter_params_known (self->params, self->node, self->place, members))
    return;
  kind = charter_params_word (self->params, self->node, self->place, "kind", kinds, -1);
  test->id = charter_node_member_string (self->node, "id");
  need (self, kind >= 0, "kind");
  need (self, test->id != NULL, "id");
  if (self->params->failed)
    return;
  test->kind = (CharterChoiceTestKind) kind;
  test->heads = charter_params_word (self->params, self->node, self->place, "unit", units, 0) == 1;
  test->of = kind == CHARTER_CHOICE_TEST_VETO
    ? (CharterElectionChoice) charter_params_word (self->params, self->node, self->place, "choice",
                                                   charter_election_choices,
                                                   CHARTER_ELECTION_CHOICE_NO)
    : (CharterElectionChoice) charter_params_word (self->params, self->node, self->place, "of",
                                                   charter_election_choices,
                                                   CHARTER_ELECTION_CHOICE_YES);
  read_kind (self);
}

void
charter_params_tests (CharterParamsReader *self,
                      const CharterNode   *node,
                      CharterCountParams  *out)
{
  CharterChoiceTest *tests;
  guint n = 0;

  if (!charter_node_is (node, CHARTER_NODE_ARRAY) || node->length == 0)
    {
      charter_params_fault (self, node, "/tests", NULL,
                            "there must be a list of at least one test");
      return;
    }
  tests = charter_arena_alloc (self->arena, node->length * sizeof (CharterChoiceTest));
  memset (tests, 0, node->length * sizeof (CharterChoiceTest));
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    {
      g_autofree char *place = g_strdup_printf ("/tests/%u", n);
      CharterTestReader reader = { self, c, place, &tests[n] };

      tests[n].share = tests[n].eligible = tests[n].number = CHARTER_FRACTION (0, 1);
      tests[n].yes = tests[n].no = CHARTER_FRACTION (0, 1);
      n++;
      read_test (&reader);
      if (self->failed)
        return;
    }
  out->choice_tests = tests;
  out->n_choice_tests = n;
}
