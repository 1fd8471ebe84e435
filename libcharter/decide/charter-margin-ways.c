/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-margin-private.h"

/* The conditions of a rule as whole-number sums over voters, and the ways in which a result can
 * turn.  A test that goes by turnout is one thing in each of its bands, so a result can turn
 * within a band, or by coming to another. */

#define SCALE_MAX (G_GINT64_CONSTANT (1) << 40)   /* of a share's numerator and denominator */
#define WAYS_MAX 128

typedef CharterMarginCondition Condition;

/* Between two edges of turnout a share is asked for; below the first none is enough. */
typedef struct
{
  const CharterTestRule *test;
  GPtrArray             *bands;   /* GArray * of conditions, one a band */
} Banded;

typedef struct
{
  CharterTally *tally;
  GArray       *conditions;       /* Condition: all of them hold where the decision is carried */
  GArray       *banded;           /* Banded */
  gboolean      too_large;
} Writer;

static GArray *
new_conditions (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Condition));
}

static Condition
all_rows (guint    of,
          gboolean by_heads)
{
  return (Condition) { .of = of, .den = 1, .group = -1, .sort = -1, .by_heads = by_heads };
}

/* @constant: what the condition comes to before any row is added. */
static void
add_condition (Writer    *w,
               GArray    *out,
               Condition  c,
               Wide       constant)
{
  c.value = constant;
  if (ABS (c.num) > SCALE_MAX || c.den > SCALE_MAX)
    w->too_large = TRUE;
  g_array_append_val (out, c);
}

/* A sum against a number: at least, more than, or at most @limit. */
static void
add_number (Writer                *w,
            GArray                *out,
            Condition              c,
            const CharterFraction *limit,
            gboolean               strictly)
{
  Wide step = strictly ? 0 : 1;

  c.den = limit->den;
  c.num = 0;
  c.base = 0;
  add_condition (w, out, c, c.at_most ? limit->num + step : step - limit->num);
}

static void
add_quorum (Writer *w)
{
  const CharterQuorumRule *rule = &w->tally->item.rule->quorum;
  guint bits = rule->per_meeting ? CHARTER_SUM_MET : CHARTER_SUM_QUORUM;
  Condition c = all_rows (bits, rule->by_heads);
  CharterQuorumResult quorum;

  charter_tally_quorum (w->tally, &quorum);
  if (quorum.given)
    add_number (w, w->conditions, c, &CHARTER_FRACTION (quorum.needed, 1), FALSE);
  c.at_most = TRUE;
  if (rule->has_at_most)
    add_number (w, w->conditions, c, &rule->at_most, FALSE);
  for (guint i = 0; i < rule->n_requires; i++)
    {
      Condition part = all_rows (bits, TRUE);

      part.sort = (int) i;
      part.met = rule->per_meeting;
      add_number (w, w->conditions, part, &rule->requires_[i].at_least, FALSE);
    }
  charter_quorum_result_clear (&quorum);
}

static gboolean
base_is_fixed (guint bits)
{
  return (bits & ~(guint) (CHARTER_SUM_PRESENT | CHARTER_SUM_ELIGIBLE | CHARTER_SUM_MEMBERS)) == 0;
}

/* A whole number is at least x rounded up where it is at least x, above x rounded down where it is
 * above x, and so on: no rounding is left. */
static void
add_rounded (Writer                *w,
             GArray                *out,
             Condition              c,
             const CharterTestRule *test,
             gboolean               strictly)
{
  Wide constant = strictly ? 0 : 1;

  switch (test->round)
    {
    case CHARTER_ROUND_UP:
      constant = strictly ? 1 - (Wide) c.den : 1;
      break;
    case CHARTER_ROUND_DOWN:
      constant = strictly ? 0 : c.den;
      break;
    case CHARTER_ROUND_NEAREST:
      constant = strictly ? -(Wide) c.den : c.den;
      c.num *= 2;
      c.den *= 2;
      break;
    case CHARTER_ROUND_EXACT:
    default:
      break;
    }
  add_condition (w, out, c, constant - (Wide) test->plus * c.den);
}

static void
add_share (Writer                *w,
           GArray                *out,
           const CharterTestRule *test,
           const CharterFraction *share,
           CharterCompare         compare,
           Condition              c)
{
  gboolean strictly = compare == CHARTER_COMPARE_GREATER;
  CharterFraction threshold;

  if (base_is_fixed (test->base))
    {
      gint64 base = charter_tally_sum (w->tally, test->base, c.group, test->by_heads);

      if (charter_threshold (share, base, test->round, test->plus, &threshold))
        add_number (w, out, c, &threshold, strictly);
      else
        w->too_large = TRUE;
      return;
    }
  c.base = test->base;
  c.num = share->num;
  c.den = share->den;
  add_rounded (w, out, c, test, strictly);
}

/* Bands */

/* The turnout is not below the edge of a band, or is (@negated). */
static void
add_edge (Writer            *w,
          GArray            *out,
          const CharterBand *band,
          Condition          c,
          gboolean           negated)
{
  Wide constant = band->exclusive ? 0 : 1;

  c.of = CHARTER_SUM_FOR | CHARTER_SUM_AGAINST | CHARTER_SUM_ABSTAIN;
  c.base = CHARTER_SUM_MEMBERS;
  c.num = band->turnout.num;
  c.den = band->turnout.den;
  c.negated = negated;
  add_condition (w, out, c, negated ? 1 - constant : constant);
}

static void
add_banded (Writer                *w,
            const CharterTestRule *test,
            Condition              c)
{
  Banded banded = { test, g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref) };

  for (guint i = 0; i < test->n_bands; i++)
    {
      GArray *band = new_conditions ();

      add_share (w, band, test, &test->bands[i].share, test->bands[i].compare, c);
      add_edge (w, band, &test->bands[i], c, FALSE);
      if (i + 1 < test->n_bands)
        add_edge (w, band, &test->bands[i + 1], c, TRUE);
      g_ptr_array_add (banded.bands, band);
    }
  g_array_append_val (w->banded, banded);
}

/* Tests */

static void
add_test (Writer                *w,
          const CharterTestRule *test)
{
  Condition c = all_rows (test->of, test->by_heads);

  c.group = charter_tally_group (w->tally, test->constituency);
  if (test->n_bands > 0)
    add_banded (w, test, c);
  if (test->has_share)
    add_share (w, w->conditions, test, &test->share, test->compare, c);
  if (test->has_at_least)
    add_number (w, w->conditions, c, &test->at_least, FALSE);
  c.at_most = TRUE;
  if (test->has_at_most)
    add_number (w, w->conditions, c, &test->at_most, FALSE);
  if (test->veto == 0)
    return;
  c.veto = charter_tally_veto (w->tally, test) + 1;
  c.by_heads = TRUE;
  add_number (w, w->conditions, c, &CHARTER_FRACTION (0, 1), FALSE);
}

static void
add_conditions (Writer *w)
{
  const CharterRuleData *rule = w->tally->item.rule;
  const CharterTestRule *extra;
  guint n_extra;

  add_quorum (w);
  for (guint i = 0; i < rule->n_tests; i++)
    add_test (w, &rule->tests[i]);
  extra = charter_tally_extra_tests (w->tally, &n_extra);
  for (guint i = 0; i < n_extra; i++)
    add_test (w, &extra[i]);
  if (w->tally->assent != CHARTER_ASSENT_GIVEN)
    add_number (w, w->conditions, all_rows (CHARTER_SUM_FOR, TRUE), &CHARTER_FRACTION (1, 1),
                FALSE);
}

/* Ways */

static void
append (GArray *to,
        GArray *from)
{
  g_array_append_vals (to, from->data, from->len);
}

/* One band of every test that has any, and everything else. */
static void
add_mending (Writer    *w,
             guint      choice,
             GPtrArray *out)
{
  GArray *way = new_conditions ();

  append (way, w->conditions);
  for (guint i = 0; i < w->banded->len; i++)
    {
      GPtrArray *bands = g_array_index (w->banded, Banded, i).bands;

      append (way, bands->pdata[choice % bands->len]);
      choice /= bands->len;
    }
  g_ptr_array_add (out, way);
}

static void
negate (Condition *c)
{
  c->negated = !c->negated;
  c->value = 1 - c->value;
}

/* What fails is enough, whatever else holds. */
static void
add_breaking (Writer    *w,
              GPtrArray *out)
{
  for (guint i = 0; i < w->conditions->len; i++)
    {
      Condition c = g_array_index (w->conditions, Condition, i);
      GArray *way = new_conditions ();

      negate (&c);
      g_array_append_val (way, c);
      g_ptr_array_add (out, way);
    }
}

/* Below the first band; or in a band, whose share, which comes first, is missed. */
static void
add_breaking_bands (const Banded *banded,
                    GPtrArray    *out)
{
  GArray *below = new_conditions ();
  Condition edge = g_array_index ((GArray *) banded->bands->pdata[0], Condition, 1);

  negate (&edge);
  g_array_append_val (below, edge);
  g_ptr_array_add (out, below);
  for (guint i = 0; i < banded->bands->len; i++)
    {
      GArray *way = new_conditions ();

      append (way, banded->bands->pdata[i]);
      negate (&g_array_index (way, Condition, 0));
      g_ptr_array_add (out, way);
    }
}

static guint
count_choices (const Writer *w)
{
  guint n = 1;

  for (guint i = 0; i < w->banded->len && n <= WAYS_MAX; i++)
    n *= g_array_index (w->banded, Banded, i).bands->len;

  return n;
}

static void
write_ways (Writer    *w,
            gboolean   carried,
            GPtrArray *out)
{
  guint n_choices = count_choices (w);

  if (n_choices > WAYS_MAX)
    w->too_large = TRUE;
  if (w->too_large)
    return;
  if (carried)
    add_breaking (w, out);
  for (guint i = 0; carried && i < w->banded->len; i++)
    add_breaking_bands (&g_array_index (w->banded, Banded, i), out);
  for (guint i = 0; !carried && i < n_choices; i++)
    add_mending (w, i, out);
}

GPtrArray *
charter_margin_ways (CharterTally *tally,
                     gboolean      carried)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Writer w = { tally, new_conditions (), g_array_new (FALSE, FALSE, sizeof (Banded)), FALSE };

  add_conditions (&w);
  write_ways (&w, carried, out);
  for (guint i = 0; i < w.banded->len; i++)
    g_ptr_array_unref (g_array_index (w.banded, Banded, i).bands);
  g_array_unref (w.banded);
  g_array_unref (w.conditions);
  if (w.too_large)
    g_clear_pointer (&out, g_ptr_array_unref);

  return out;
}
