/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

#include <string.h>

/* Whether a proposal has been seconded as its rule asks, and since when.
 *
 * What counts are voting units: whoever could have cast for one when seconding seconds for it,
 * once.  The proposer's own unit, and a person who was kept from voting then, do not count; nor
 * does a unit that has left, or is kept from voting, when it is looked at.  It is met at the
 * first second at which so many are there (LiquidFeedback's issue quorum, Debian's K sponsors). */

typedef struct
{
  CharterRef  unit;
  gint64      at;
  const char *option;   /* NULL */
} Second;

typedef struct
{
  const CharterTimeline *timeline;
  const CharterScene    *scene;
  CharterRef             decision;
  const char            *option;      /* NULL: whichever */
  CharterRef             proposer;    /* the unit for which it was proposed, 0 */
  CharterRuleData        rule;        /* of a count in which nobody has cast */
  GArray                *seconds;     /* Second */
  gint64                 needed, counted;   /* when last looked at */
} Looking;

/* Who seconds */

static gboolean
is_barred (const CharterItem *then,
           CharterRef         person)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));

  charter_item_bars (then, person, bars);

  return charter_bars_from (bars, CHARTER_FROM_VOTE) != NULL;
}

static CharterRef
unit_of (const CharterItem *then,
         CharterRef         person,
         CharterRef         wanted)
{
  CharterPermission why;
  const char *ground;

  return person != 0 ? charter_item_unit_of (then, person, wanted, &ground, &why) : 0;
}

static void
read_seconds (Looking *self)
{
  const CharterTimeline *timeline = self->timeline;
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();
  CharterItem then;

  charter_item_init (&then, self->scene, self->decision, timeline->charter, timeline->rule,
                     timeline->proposed->at);
  self->proposer = unit_of (&then, timeline->proposed->by,
                            charter_scene_member (self->scene, timeline->proposed, "for"));
  charter_scene_collect (self->scene, self->decision, CHARTER_KIND ("decision-seconded"), facts);
  for (guint i = 0; i < facts->len; i++)
    {
      const CharterFact *fact = facts->pdata[i];
      CharterRef person = charter_scene_member (self->scene, fact, "person");
      Second second = { 0, fact->at, charter_scene_string (self->scene, fact, "option") };

      then.at = fact->at;
      second.unit = unit_of (&then, person, charter_scene_member (self->scene, fact, "for"));
      if (second.unit != 0 && !is_barred (&then, person))
        g_array_append_val (self->seconds, second);
    }
  charter_item_clear (&then);
}

/* How many are needed, and how many there are */

static guint
base_bits (CharterBase base)
{
  return base == CHARTER_BASE_ELIGIBLE ? CHARTER_SUM_ELIGIBLE
         : base == CHARTER_BASE_PRESENT ? CHARTER_SUM_PRESENT : CHARTER_SUM_MEMBERS;
}

static gint64
needed_of (const Looking *self,
           CharterTally  *tally)
{
  const CharterAdmissionRule *rule = &self->timeline->rule->admission;
  gint64 needed = rule->has_at_least ? charter_fraction_ceil (&rule->at_least) : 0, share;
  CharterFraction threshold;

  if (!rule->has_share)
    return needed;
  if (!charter_threshold (&rule->share,
                          charter_tally_sum (tally, base_bits (rule->base), -1, TRUE),
                          CHARTER_ROUND_EXACT, 0, &threshold))
    return G_MAXINT64;
  share = rule->compare == CHARTER_COMPARE_GREATER ? charter_fraction_floor (&threshold) + 1
                                                   : charter_fraction_ceil (&threshold);

  return MAX (needed, share);
}

static gboolean
is_meant (const Looking *self,
          const Second  *second)
{
  return self->option == NULL || g_strcmp0 (second->option, self->option) == 0;
}

static gint64
counted_at (const Looking *self,
            CharterTally  *tally,
            gint64         at)
{
  g_autoptr(GHashTable) units = g_hash_table_new (NULL, NULL);
  const CharterUnitVote *own = charter_tally_row (tally, self->proposer);

  for (guint i = 0; i < self->seconds->len; i++)
    {
      const Second *second = &g_array_index (self->seconds, Second, i);
      const CharterUnitVote *row = second->at <= at && is_meant (self, second)
                                     ? charter_tally_row (tally, second->unit) : NULL;

      if (row != NULL && row != own && row->votes)
        g_hash_table_add (units, GUINT_TO_POINTER (row->unit));
    }

  return g_hash_table_size (units);
}

static gboolean
is_met_at (gpointer data,
           gint64   at)
{
  Looking *self = data;
  const CharterTimeline *timeline = self->timeline;
  CharterElectorateData electorate;
  CharterTally tally;

  charter_permit_electorate (self->scene, self->decision, timeline->charter, timeline->rule, at,
                             &electorate);
  charter_tally_init (&tally, self->scene, self->decision, timeline->charter, &self->rule,
                      &electorate, at, at, CHARTER_INSTANT_NONE, CHARTER_INSTANT_NONE, 0, FALSE);
  self->needed = needed_of (self, &tally);
  self->counted = counted_at (self, &tally, at);
  charter_tally_clear (&tally);
  charter_electorate_clear (&electorate);

  return self->counted >= self->needed;
}

/* Since when */

/* The instants of the seconds that may be enough: before there are as many as are needed at
 * least, nothing has to be looked up. */
static GArray *
instants_of (const Looking *self,
             gint64         last)
{
  const CharterAdmissionRule *rule = &self->timeline->rule->admission;
  gint64 least = rule->has_at_least ? charter_fraction_ceil (&rule->at_least) : 0, n = 0;
  GArray *instants = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->seconds->len; i++)
    {
      const Second *second = &g_array_index (self->seconds, Second, i);

      if (second->at <= last && is_meant (self, second))
        g_array_append_val (instants, second->at);
    }
  charter_instants_sort (instants);
  for (guint i = 0; i < self->seconds->len && instants->len > 0 && n < least; i++)
    n += is_meant (self, &g_array_index (self->seconds, Second, i));
  if (n < least)
    g_array_set_size (instants, 0);

  return instants;
}

/* Does the rule ask for nobody at all? */
static gboolean
is_met_by_nobody (Looking *self)
{
  return is_met_at (self, self->timeline->proposed->at) && self->needed <= 0;
}

static void
find_met (Looking          *self,
          gint64            at,
          CharterAdmission *out)
{
  gint64 last = out->until != CHARTER_INSTANT_NONE ? MIN (at, out->until) : at;
  g_autoptr(GArray) instants = instants_of (self, last);

  out->met = charter_first_instant (instants, is_met_at, self);
  is_met_at (self, out->met != CHARTER_INSTANT_NONE ? out->met : last);
  out->needed = self->needed;
  out->counted = self->counted;
  if (out->met == CHARTER_INSTANT_NONE && out->needed <= 0 && is_met_by_nobody (self))
    out->met = self->timeline->proposed->at;
}

static void
start (Looking               *self,
       const CharterTimeline *timeline,
       const CharterScene    *scene,
       CharterRef             decision,
       CharterAdmission      *out)
{
  const CharterAdmissionRule *rule = &timeline->rule->admission;

  *self = (Looking) { .timeline = timeline, .scene = scene, .decision = decision };
  self->rule = *timeline->rule;
  if (charter_rule_chooses (timeline->rule))
    self->rule.method = CHARTER_METHOD_MAJORITY;   /* what the options are hangs on this */
  self->seconds = g_array_new (FALSE, FALSE, sizeof (Second));
  read_seconds (self);
  *out = (CharterAdmission) { .given = TRUE, .until = CHARTER_INSTANT_NONE,
                              .met = CHARTER_INSTANT_NONE };
  if (rule->has_within)
    out->until = charter_period_add_to_instant (&rule->within, timeline->proposed->at,
                                                charter_scene_zone (scene),
                                                &timeline->charter->calendar);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The options that somebody seconded, by name; some more than once. */
static GPtrArray *
options_of (const Looking *self)
{
  GPtrArray *options = g_ptr_array_new ();

  for (guint i = 0; i < self->seconds->len; i++)
    {
      const char *option = g_array_index (self->seconds, Second, i).option;

      if (option != NULL)
        g_ptr_array_add (options, (gpointer) option);
    }
  g_ptr_array_sort (options, compare_names);

  return options;
}

/* The first option that is met, else the one that comes nearest. */
static void
find_first_option (Looking          *self,
                   gint64            at,
                   CharterAdmission *out)
{
  const CharterAdmission none = *out;
  g_autoptr(GPtrArray) options = options_of (self);

  self->option = "";
  find_met (self, at, out);
  for (guint i = 0; i < options->len; i++)
    {
      CharterAdmission one = none;

      self->option = options->pdata[i];
      if (i > 0 && strcmp (self->option, options->pdata[i - 1]) == 0)
        continue;
      find_met (self, at, &one);
      if (one.met != CHARTER_INSTANT_NONE
            ? out->met == CHARTER_INSTANT_NONE || one.met < out->met
            : out->met == CHARTER_INSTANT_NONE && one.counted > out->counted)
        *out = one;
    }
}

void
charter_admission_read (const CharterTimeline *timeline,
                        const CharterScene    *scene,
                        CharterRef             decision,
                        gint64                 at,
                        CharterAdmission      *out)
{
  Looking looking;

  start (&looking, timeline, scene, decision, out);
  if (timeline->rule->admission.per_option)
    find_first_option (&looking, at, out);
  else
    find_met (&looking, at, out);
  g_array_unref (looking.seconds);
}

/* Once one is met, the others may still be seconded until voting opens. */
void
charter_admission_read_option (const CharterTimeline *timeline,
                               const CharterScene    *scene,
                               CharterRef             decision,
                               const char            *option,
                               gint64                 at,
                               CharterAdmission      *out)
{
  Looking looking;

  start (&looking, timeline, scene, decision, out);
  looking.option = option;
  out->until = CHARTER_INSTANT_NONE;
  find_met (&looking, timeline->opened != NULL ? MIN (at, timeline->opened->at) : at, out);
  g_array_unref (looking.seconds);
}
