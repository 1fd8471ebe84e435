/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-work-private.h"

#include "document/charter-document-parts-private.h"

#include <string.h>

/* What a rule asks for, condition by condition, judged on sums of those in favour, against,
 * silent and barred: away from any decision, and before there is one.  Whoever casts a ballot is
 * taken to be present. */

gboolean
charter_method_objects (CharterMethod method)
{
  return method == CHARTER_METHOD_CONSENT || method == CHARTER_METHOD_CONSENSUS
         || method == CHARTER_METHOD_LAZY_CONSENSUS;
}

gboolean
charter_method_chooses (CharterMethod method)
{
  return method >= CHARTER_METHOD_APPROVAL;
}

void
charter_effect_init (CharterEffect               *self,
                     const CharterConflictPolicy *policy,
                     const CharterRegimeData     *regime)
{
  *self = (CharterEffect) {
    .removes = strcmp (regime->quorum, "units-removed") == 0
               || strcmp (regime->quorum, "shrinking-base") == 0,
    .counts = strcmp (regime->quorum, "counts") == 0,
    .qualified = regime->qualified,
    .floor = policy->floor,
  };
}

/* Sums */

static gint64
counted (const CharterRuleData *rule,
         const CharterSplit    *split,
         const CharterEffect   *effect)
{
  const guint usual = CHARTER_SUM_FOR | CHARTER_SUM_AGAINST | CHARTER_SUM_ABSTAIN;
  guint counts = rule->quorum.given ? rule->quorum.counts : usual;
  gint64 sum = effect->counts ? split->barred : 0;

  if (counts & CHARTER_SUM_PRESENT)
    return sum + split->in_favour + split->opposed + split->abstain + split->object;
  if (counts & CHARTER_SUM_FOR)
    sum += split->in_favour;
  if (counts & CHARTER_SUM_AGAINST)
    sum += split->opposed;
  if (counts & CHARTER_SUM_ABSTAIN)
    sum += split->abstain;
  if (counts & CHARTER_SUM_OBJECT)
    sum += split->object;

  return sum;
}

static gint64
one_sum (const CharterDemand *self,
         const CharterSplit     *split,
         const CharterEffect    *effect,
         CharterSum              bit)
{
  gint64 cast = split->in_favour + split->opposed + split->abstain + split->object;

  switch (bit)
    {
    case CHARTER_SUM_FOR:
      return split->in_favour;
    case CHARTER_SUM_AGAINST:
      return split->opposed;
    case CHARTER_SUM_ABSTAIN:
      return split->abstain;
    case CHARTER_SUM_OBJECT:
      return split->object;
    case CHARTER_SUM_SILENT:
      return split->silent;
    case CHARTER_SUM_CAST:
      return cast;
    case CHARTER_SUM_PRESENT:
      return cast + (effect->removes ? 0 : split->barred);
    case CHARTER_SUM_ELIGIBLE:
      return cast + split->silent + (effect->removes ? 0 : split->barred);
    case CHARTER_SUM_MEMBERS:
      return cast + split->silent + split->barred;
    case CHARTER_SUM_QUORUM:
      return counted (self->rule, split, effect);
    default:
      g_assert_not_reached ();
    }
}

static gint64
sum_of (const CharterDemand *self,
        const CharterSplit     *split,
        const CharterEffect    *effect,
        guint                   bits)
{
  gint64 sum = 0;

  for (guint bit = CHARTER_SUM_FOR; bit <= CHARTER_SUM_QUORUM; bit <<= 1)
    if (bits & bit)
      sum += one_sum (self, split, effect, bit);

  return sum;
}

/* Thresholds */

static CharterFraction
rounded (const CharterFraction *exact,
         CharterRound           round)
{
  switch (round)
    {
    case CHARTER_ROUND_UP:
      return CHARTER_FRACTION (charter_fraction_ceil (exact), 1);
    case CHARTER_ROUND_DOWN:
      return CHARTER_FRACTION (charter_fraction_floor (exact), 1);
    case CHARTER_ROUND_NEAREST:
      return CHARTER_FRACTION (charter_fraction_round (exact), 1);
    case CHARTER_ROUND_EXACT:
    default:
      return *exact;
    }
}

static gboolean
reaches (const CharterFraction *left,
         const CharterFraction *right,
         CharterCompare         compare)
{
  int order = charter_fraction_compare (left, right);

  return compare == CHARTER_COMPARE_GREATER ? order > 0 : order >= 0;
}

/* The smallest whole number that reaches it. */
static CharterFraction
smallest_whole (const CharterFraction *threshold,
                CharterCompare         compare)
{
  return CHARTER_FRACTION (compare == CHARTER_COMPARE_GREATER ? charter_fraction_floor (threshold) + 1
                                                              : charter_fraction_ceil (threshold),
                           1);
}

static gboolean
reaches_share (gint64                 left,
               const CharterFraction *share,
               gint64                 base,
               CharterRound           round,
               gint64                 plus,
               CharterCompare         compare,
               CharterFraction       *needed)
{
  const CharterFraction whole = CHARTER_FRACTION (base, 1), added = CHARTER_FRACTION (plus, 1);
  const CharterFraction have = CHARTER_FRACTION (left, 1);
  CharterFraction part, right;

  if (!charter_fraction_multiply (share, &whole, &part))
    return FALSE;
  part = rounded (&part, round);
  if (!charter_fraction_add (&part, &added, &right))
    return FALSE;
  *needed = smallest_whole (&right, compare);

  return reaches (&have, &right, compare);
}

/* The largest whole number whose square is not above n. */
static gint64
root_of (unsigned __int128 n)
{
  gint64 low = 0, high = G_GINT64_CONSTANT (3037000500) * 2;

  while (low < high)
    {
      gint64 middle = low + (high - low + 1) / 2;

      if ((unsigned __int128) middle * (unsigned __int128) middle <= n)
        low = middle;
      else
        high = middle - 1;
    }

  return low;
}

/* A share of a square root: what has to be reached, in whole numbers, comparing squares. */
static gboolean
reaches_root (gint64                   left,
              const CharterQuorumRule *rule,
              gint64                   base,
              CharterFraction         *needed)
{
  const CharterFraction *share = &rule->share;
  const unsigned __int128 num = (unsigned __int128) share->num * (unsigned __int128) share->num;
  const unsigned __int128 den = (unsigned __int128) share->den * (unsigned __int128) share->den;
  unsigned __int128 square;
  gboolean exact;
  gint64 root, least;

  if (share->num < 0 || share->num > G_MAXINT32 || share->den > G_MAXINT32 || base < 0
      || __builtin_mul_overflow (num, (unsigned __int128) base, &square) || square / den >> 64 != 0)
    return FALSE;
  root = root_of (square / den);
  exact = (unsigned __int128) root * (unsigned __int128) root * den == square;
  if (rule->round == CHARTER_ROUND_NEAREST)
    root = (root_of (square * 4 / den) + 1) / 2;
  else if (rule->round == CHARTER_ROUND_UP && !exact)
    root++;
  exact |= rule->round != CHARTER_ROUND_EXACT;
  least = root + (!exact || rule->compare == CHARTER_COMPARE_GREATER) + rule->plus;
  *needed = CHARTER_FRACTION (least, 1);

  return left >= least;
}

/* Quorum */

static guint
base_bit (CharterBase base)
{
  switch (base)
    {
    case CHARTER_BASE_ELIGIBLE:
      return CHARTER_SUM_ELIGIBLE;
    case CHARTER_BASE_PRESENT:
      return CHARTER_SUM_PRESENT;
    case CHARTER_BASE_NONE:
    case CHARTER_BASE_MEMBERS:
    /* Before there is a meeting, everybody may be invited to it and may attend. */
    case CHARTER_BASE_INVITED:
    case CHARTER_BASE_MEAN_ATTENDANCE:
    default:
      return CHARTER_SUM_MEMBERS;
    }
}

static gint64
floor_of (const CharterSplit  *split,
          const CharterEffect *effect)
{
  if (split->barred == 0)
    return 0;

  return effect->qualified ? MAX (effect->floor, 2) : effect->floor;
}

static gboolean
quorum_holds (const CharterDemand *self,
              const CharterSplit     *split,
              const CharterEffect    *effect,
              CharterFraction        *needed)
{
  const CharterQuorumRule *rule = &self->rule->quorum;
  const gint64 left = counted (self->rule, split, effect);
  const gint64 base = one_sum (self, split, effect, base_bit (rule->base));
  const gint64 floor = floor_of (split, effect);
  gboolean holds;

  if (rule->sqrt_of)
    holds = reaches_root (left, rule, base, needed);
  else if (rule->has_share)
    holds = reaches_share (left, &rule->share, base, rule->round, rule->plus, rule->compare, needed);
  else
    {
      *needed = smallest_whole (&rule->at_least, CHARTER_COMPARE_GREATER_OR_EQUAL);
      holds = left >= needed->num;
    }
  if (left >= floor)
    return holds;
  *needed = CHARTER_FRACTION (floor, 1);

  return FALSE;
}

/* Tests */

static CharterCompare
compare_of (const CharterNode     *node,
            const CharterFraction *share)
{
  const char *text = charter_node_member_string (node, "compare");
  const CharterFraction half = CHARTER_FRACTION (1, 2);

  if (text != NULL)
    return strcmp (text, ">") == 0 ? CHARTER_COMPARE_GREATER : CHARTER_COMPARE_GREATER_OR_EQUAL;

  return charter_fraction_compare (share, &half) > 0 ? CHARTER_COMPARE_GREATER_OR_EQUAL
                                                     : CHARTER_COMPARE_GREATER;
}

/* The last band that fits the turnout; NULL below the first. */
static const CharterNode *
band_of (const CharterNode   *bands,
         const CharterSplit  *split,
         const CharterEffect *effect)
{
  const gint64 voting = split->in_favour + split->opposed + split->abstain;
  const gint64 members = voting + split->object + split->silent + split->barred;
  const CharterNode *found = NULL;
  CharterFraction turnout;

  if (members == 0 || !charter_fraction_init (&turnout, voting, members))
    return NULL;
  CHARTER_EACH_VALUE (bands, band)
    {
      CharterFraction edge;
      gboolean inclusive = charter_member_fraction (band, "from", &edge);

      if (!inclusive && !charter_member_fraction (band, "above", &edge))
        continue;
      if (reaches (&turnout, &edge, inclusive ? CHARTER_COMPARE_GREATER_OR_EQUAL
                                              : CHARTER_COMPARE_GREATER))
        found = band;
    }

  return found;
}

static gboolean
share_holds (const CharterDemand *self,
             const CharterSplit     *split,
             const CharterEffect    *effect,
             CharterFraction        *needed)
{
  const CharterTestRule *test = self->test;
  const CharterNode *bands = charter_node_member (test->node, "bands");
  guint base = test->base != 0 ? test->base : CHARTER_SUM_FOR | CHARTER_SUM_AGAINST;
  CharterFraction share = test->share;
  CharterCompare compare = test->compare;

  if (bands != NULL)
    {
      const CharterNode *band = band_of (bands, split, effect);

      if (band == NULL || !charter_member_fraction (band, "share", &share))
        return FALSE;
      compare = compare_of (band, &share);
    }

  return reaches_share (sum_of (self, split, effect, test->of), &share,
                        sum_of (self, split, effect, base), test->round, test->plus, compare,
                        needed);
}

static gboolean
limit_holds (const CharterDemand *self,
             const CharterSplit     *split,
             const CharterEffect    *effect,
             CharterFraction        *needed)
{
  const CharterFraction have = CHARTER_FRACTION (sum_of (self, split, effect, self->test->of), 1);

  if (self->kind == CHARTER_DEMAND_MOST)
    {
      *needed = self->test->at_most;
      return charter_fraction_compare (&have, needed) <= 0;
    }
  *needed = self->test->at_least;

  return reaches (&have, needed, CHARTER_COMPARE_GREATER_OR_EQUAL);
}

static gboolean
option_holds (const CharterDemand *self,
              const CharterSplit     *split,
              CharterFraction        *needed)
{
  CharterFraction share = CHARTER_FRACTION (1, 2);

  charter_member_fraction (self->node, "share", &share);

  return reaches_share (split->in_favour, &share, split->in_favour + split->opposed,
                        CHARTER_ROUND_EXACT, 0, compare_of (self->node, &share), needed);
}

gboolean
charter_demand_holds (const CharterDemand *self,
                         const CharterSplit     *split,
                         const CharterEffect    *effect,
                         CharterFraction        *needed)
{
  CharterFraction unused;

  if (needed == NULL)
    needed = &unused;
  *needed = CHARTER_FRACTION (0, 0);
  switch (self->kind)
    {
    case CHARTER_DEMAND_QUORUM:
      return quorum_holds (self, split, effect, needed);
    case CHARTER_DEMAND_CEILING:
      charter_member_fraction (charter_node_member (self->rule->node, "quorum"), "at-most", needed);
      return needed->den == 0 || counted (self->rule, split, effect) <= charter_fraction_floor (needed);
    case CHARTER_DEMAND_REQUIRES:
      *needed = smallest_whole (&self->requirement->at_least, CHARTER_COMPARE_GREATER_OR_EQUAL);
      return counted (self->rule, split, effect) >= needed->num;
    case CHARTER_DEMAND_SHARE:
      return share_holds (self, split, effect, needed);
    case CHARTER_DEMAND_LEAST:
    case CHARTER_DEMAND_MOST:
      return limit_holds (self, split, effect, needed);
    case CHARTER_DEMAND_VETO:
    case CHARTER_DEMAND_UNANIMOUS:
      return split->opposed + split->object == 0;
    case CHARTER_DEMAND_FAVOUR:
      return split->in_favour > 0;
    case CHARTER_DEMAND_CHOICE:
      return split->in_favour > split->opposed;
    case CHARTER_DEMAND_OPTION:
      return option_holds (self, split, needed);
    default:
      g_assert_not_reached ();
    }
}

/* The conditions of a rule */

static CharterDemand *
add (GArray                *out,
     CharterDemandKind   kind,
     const CharterRuleData *rule,
     const char            *label,
     const char            *path,
     int                    index)
{
  CharterDemand new = { .kind = kind, .rule = rule, .label = label };

  if (index >= 0)
    g_snprintf (new.path, sizeof new.path, "%s/%d", path, index);
  else
    g_strlcpy (new.path, path, sizeof new.path);
  g_array_append_val (out, new);

  return &g_array_index (out, CharterDemand, out->len - 1);
}

/* A floor of the conflict policy makes a quorum where the rule asks for none. */
static void
add_quorum (const CharterDocumentData *charter,
            const CharterRuleData     *rule,
            GArray                    *out)
{
  const CharterQuorumRule *quorum = &rule->quorum;
  const CharterNode *node = charter_node_member (rule->node, "quorum");

  if (quorum->has_share || quorum->at_least.num > 0 || charter->conflicts.floor > 0)
    add (out, CHARTER_DEMAND_QUORUM, rule, "quorum", quorum->given ? "/quorum" : "", -1)->heads =
      quorum->by_heads;
  if (!quorum->given)
    return;
  if (charter_node_member (node, "at-most") != NULL)
    add (out, CHARTER_DEMAND_CEILING, rule, "quorum", "/quorum/at-most", -1)->heads =
      quorum->by_heads;
  for (guint i = 0; i < quorum->n_requires; i++)
    {
      const CharterRequirement *row = &quorum->requires_[i];
      CharterDemand *new = add (out, CHARTER_DEMAND_REQUIRES, rule,
                                   row->constituency != NULL ? row->constituency : row->role,
                                   "/quorum/requires", (int) i);

      new->requirement = row;
      new->heads = TRUE;
    }
}

static void
add_test_kind (const CharterRuleData *rule,
               guint                  index,
               CharterDemandKind   kind,
               GArray                *out)
{
  const CharterTestRule *test = &rule->tests[index];
  CharterDemand *new = add (out, kind, rule, test->id, "/tests", (int) index);

  new->test = test;
  new->constituency = test->constituency;
  new->heads = test->by_heads || kind == CHARTER_DEMAND_VETO;
}

static void
add_tests (const CharterRuleData *rule,
           GArray                *out)
{
  for (guint i = 0; i < rule->n_tests; i++)
    {
      const CharterTestRule *test = &rule->tests[i];

      if (charter_node_member (test->node, "veto") != NULL)
        add_test_kind (rule, i, CHARTER_DEMAND_VETO, out);
      if (test->has_share || charter_node_member (test->node, "bands") != NULL)
        add_test_kind (rule, i, CHARTER_DEMAND_SHARE, out);
      if (test->has_at_least)
        add_test_kind (rule, i, CHARTER_DEMAND_LEAST, out);
      if (test->has_at_most)
        add_test_kind (rule, i, CHARTER_DEMAND_MOST, out);
    }
}

static void
add_option_tests (const CharterRuleData *rule,
                  GArray                *out)
{
  const CharterNode *list = charter_node_member (rule->node, "option-tests");
  int i = 0;

  CHARTER_EACH_VALUE (list, row)
    add (out, CHARTER_DEMAND_OPTION, rule, charter_node_member_string (row, "id"),
         "/option-tests", i++)->node = row;
}

/* A consensus that states how many objections it bears has no need of more. */
static gboolean
bears_objections (const CharterRuleData *rule)
{
  for (guint i = 0; i < rule->n_tests; i++)
    if ((rule->tests[i].of | rule->tests[i].base) & (CHARTER_SUM_OBJECT | CHARTER_SUM_AGAINST))
      return TRUE;

  return FALSE;
}

static void
add_method (const CharterRuleData *rule,
            GArray                *out)
{
  if (rule->method == CHARTER_METHOD_UNANIMITY)
    add (out, CHARTER_DEMAND_UNANIMOUS, rule, "unanimity", "/method", -1)->heads = TRUE;
  if (charter_method_objects (rule->method) && !bears_objections (rule))
    add (out, CHARTER_DEMAND_UNANIMOUS, rule, "objections", "/method", -1)->heads = TRUE;
  if (charter_method_chooses (rule->method))
    add (out, CHARTER_DEMAND_CHOICE, rule, "method", "/method", -1);
  else if (!charter_method_objects (rule->method))
    add (out, CHARTER_DEMAND_FAVOUR, rule, "in-favour", "/method", -1)->heads = TRUE;
}

void
charter_rule_conditions (const CharterDocumentData *charter,
                         const CharterRuleData     *rule,
                         GArray                    *out)
{
  add_quorum (charter, rule, out);
  add_tests (rule, out);
  add_option_tests (rule, out);
  add_method (rule, out);
}

/* Voters */

static gboolean
concerns (const CharterDemand  *self,
          const CharterAuditBody  *body,
          const CharterAuditVoter *voter)
{
  if (self->kind == CHARTER_DEMAND_REQUIRES)
    {
      if (self->requirement->constituency != NULL)
        return body->any_constituency || charter_audit_among (voter->sorts,
                                                              self->requirement->constituency);
      return body->any_role || charter_audit_among (voter->roles, self->requirement->role);
    }
  if (self->kind == CHARTER_DEMAND_VETO)
    {
      /* Where it is not known who holds a role, it is not known who has the veto. */
      CHARTER_EACH_VALUE (charter_node_member (self->test->node, "holders"), who)
        if (!(body->any_role && g_str_has_prefix (who->string, "role:"))
            && charter_audit_reaches (body, voter, who->string))
          return TRUE;
      return FALSE;
    }

  return self->constituency == NULL || body->any_constituency
         || charter_audit_among (voter->constituencies, self->constituency);
}

gint64
charter_demand_value (const CharterDemand  *self,
                         const CharterAuditBody  *body,
                         const CharterAuditVoter *voter)
{
  if (!concerns (self, body, voter))
    return 0;

  return self->heads ? 1 : voter->weight;
}

gboolean
charter_demand_total (const CharterDemand *self,
                         const CharterAuditBody *body,
                         gint64                 *out)
{
  *out = 0;
  for (guint i = 0; i < body->voters->len; i++)
    if (__builtin_add_overflow (*out,
                                charter_demand_value (self, body,
                                                         &g_array_index (body->voters,
                                                                         CharterAuditVoter, i)),
                                out))
      return FALSE;

  return *out <= G_MAXINT64 / 4;
}

/* All take part: @x in favour, the rest against. */
static gboolean
holds_with (const CharterDemand *self,
            gint64                  x,
            gint64                  total)
{
  const CharterEffect none = { 0 };
  CharterSplit split = { .in_favour = x };

  if (charter_method_objects (self->rule->method))
    split.object = total - x;
  else
    split.opposed = total - x;

  return charter_demand_holds (self, &split, &none, NULL);
}

/* A condition on sums of which each grows or falls by one with each vote turns at most once. */
gboolean
charter_demand_least (const CharterDemand *self,
                         gint64                  total,
                         gint64                 *out)
{
  gint64 low = 0, high = total;

  *out = 0;
  if (holds_with (self, 0, total))
    return holds_with (self, total, total);
  *out = total + 1;
  if (!holds_with (self, total, total))
    return TRUE;
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (holds_with (self, middle, total))
        high = middle;
      else
        low = middle;
    }
  *out = high;

  return TRUE;
}
