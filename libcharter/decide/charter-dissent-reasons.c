/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-verdict.h>

#include "decide/charter-decide-work-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an outcome says of objections, vetoes, silence, the chair and whoever holds the office
 * that decides.  Of a secret decision nobody is named. */

#define TYPE(name, code, text) static const CharterReasonType type_##name = { code, N_(text) }

TYPE (blocked_one, "blocked", "Blocked: the objection of {0} stands.");
TYPE (blocked_many, "blocked", "Blocked: {0} objections stand, and {1} are tolerated.");
TYPE (blocked_weight, "blocked",
      "Blocked: the objections that stand have a weight of {0}, and {1} is tolerated.");
TYPE (blocked_share, "blocked", "Blocked: the test {0} finds too many objections.");
TYPE (vetoed, "vetoed", "Blocked: {0} holds a veto by {1}, and uses it.");
TYPE (vetoed_unnamed, "vetoed", "Blocked: a veto by {0} stands.");
TYPE (vacant, "vacant", "No quorum: the office that decides is vacant.");
TYPE (vacant_barred, "vacant",
      "No quorum: whoever holds the office that decides is kept out, and nobody stands in.");
TYPE (not_called, "not-called", "Not carried: nobody who may chair has called consensus.");
TYPE (nobody_spoke, "nobody-in-favour",
      "Not carried: nobody objected, but nobody was in favour either.");
TYPE (no_meeting, "no-base",
      "It cannot be worked out how many are needed: the decision has no meeting that names those "
      "invited.");
TYPE (no_meetings, "no-base",
      "It cannot be worked out how many are needed: no meeting was held at which attendance was "
      "noted.");
TYPE (proposer_doubt, "needs-ruling",
      "It cannot be worked out whether silence assents: nobody has ruled yet whether {0}, who "
      "proposed it, has a conflict.");
TYPE (carried_silence, "carried",
      "Carried: no objection stands, and under this rule silence assents.");
TYPE (carried_unopposed, "carried",
      "Carried: {0} in favour, and no more objections stand than are tolerated.");
TYPE (carried_consensus, "carried",
      "Carried: {0} called consensus, and no more objections stand than are tolerated.");

TYPE (unanswered, "objection-stands",
      "The objection of {0} stands: nobody has found otherwise.");
TYPE (upheld, "objection-stands", "The objection of {0} was answered, and still stands.");
TYPE (cast, "objection-stands", "{0} objects, and says why.");
TYPE (resolved, "objection-answered", "The objection of {0} was answered, and no longer stands.");
TYPE (concern, "concern", "{0} objects without a reason: that is a concern, and blocks nothing.");
TYPE (not_heard, "objection-not-counted", "The objection of {0} does not count. {1}");
TYPE (silence, "silence", "Silence assents under this rule.");
TYPE (silence_nothing, "silence", "Silence says nothing under this rule.");
TYPE (silence_barred, "silence", "Silence does not assent: {0}, who proposed it, is barred.");
TYPE (silence_short, "silence",
      "Silence does not assent: voting was open for a shorter time than the rule gives.");
TYPE (called, "consensus-called", "{0} called consensus.");
TYPE (decided_by, "decided-by", "{0} holds the office that decides, and was {1}.");
TYPE (stands_in, "stands-in", "{0} stands in for whoever holds the office that decides.");

TYPE (spoilt_twice, "ballot-invalid",
      "The ballot of {0} is invalid: it was cast again, and under this rule that spoils it.");
TYPE (spoilt_differ, "ballot-invalid",
      "The ballot of {0} is invalid: those who act for it have one vote, and cast differently.");
TYPE (spoilt_either, "ballot-invalid",
      "The ballot of {0} is invalid: it was cast again, or those who act for it cast differently.");
TYPE (spoilt_unread, "ballot-invalid",
      "The ballot of {0} is invalid: it does not say what this rule asks for.");

typedef struct
{
  CharterDecided *decided;
  CharterTally   *tally;
  const char     *clause;
} Teller;

#define add(t, parent, type, ...) \
  charter_reasons_add ((t)->decided->reasons, (parent), (type), (t)->clause, ##__VA_ARGS__, NULL)

static void
cite (const Teller      *t,
      CharterReasonId    reason,
      const CharterFact *fact)
{
  if (fact != NULL)
    charter_reasons_cite (t->decided->reasons, reason, fact->seq);
}

static const char *
name_of (const Teller *t,
         CharterRef    ref)
{
  return ref != 0 ? charter_scene_name (&t->decided->scene, ref) : "";
}

static const char *
objector (const Teller           *t,
          const CharterObjection *objection)
{
  return name_of (t, objection->unit != 0 ? objection->unit : objection->person);
}

static const CharterUnitVote *
row_at (const Teller *t,
        guint         i)
{
  return &g_array_index (t->tally->rows, CharterUnitVote, i);
}

/* Blocked */

static CharterReasonId
tell_veto (const Teller            *t,
           const CharterTestResult *row)
{
  const char *choice = row->test->veto == CHARTER_SUM_OBJECT ? "objecting" : "voting against";
  guint veto = charter_tally_veto (t->tally, row->test);
  CharterReasonId reason;

  for (guint i = 0; !t->decided->rule->secret && i < t->tally->rows->len; i++)
    if (charter_row_vetoes (t->tally, row_at (t, i), row_at (t, i)->vote, veto))
      {
        reason = add (t, 0, &type_vetoed, name_of (t, row_at (t, i)->unit), choice);
        cite (t, reason, row_at (t, i)->ballot);
        return reason;
      }

  return add (t, 0, &type_vetoed_unnamed, choice);
}

/* The only objection that stands; NULL if there are several, or it may not be told. */
static const CharterObjection *
only_objection (const Teller *t)
{
  const CharterObjection *only = NULL;

  for (guint i = 0; !t->decided->rule->secret && i < t->tally->objections->len; i++)
    {
      const CharterObjection *o = &g_array_index (t->tally->objections, CharterObjection, i);

      if (o->stands && only != NULL)
        return NULL;
      if (o->stands)
        only = o;
    }

  return only;
}

static gint64
count_objecting (const Teller            *t,
                 const CharterTestResult *row)
{
  return charter_tally_sum (t->tally, CHARTER_SUM_OBJECT,
                            charter_tally_group (t->tally, row->constituency), TRUE);
}

static CharterReasonId
tell_objections (const Teller            *t,
                 const CharterTestResult *row)
{
  const CharterObjection *only = only_objection (t);
  g_autofree char *left = charter_fraction_to_string (&row->left),
                  *right = charter_fraction_to_string (&row->right);
  CharterReasonId reason;

  if (!row->at_most)
    return add (t, 0, &type_blocked_share, row->id);
  if (only == NULL)
    return add (t, 0,
                row->left.num == count_objecting (t, row) ? &type_blocked_many
                                                          : &type_blocked_weight,
                left, right);
  reason = add (t, 0, &type_blocked_one, objector (t, only));
  cite (t, reason, only->fact);

  return reason;
}

static CharterReasonId
tell_blocked (const Teller *t)
{
  for (guint i = 0; i < t->decided->tests->len; i++)
    {
      const CharterTestResult *row = &g_array_index (t->decided->tests, CharterTestResult, i);

      if (row->holds || row->test == NULL)
        continue;
      if (row->test->veto != 0)
        return tell_veto (t, row);
      if (row->test->of == CHARTER_SUM_OBJECT)
        return tell_objections (t, row);
    }

  return 0;
}

/* Other results */

static CharterReasonId
tell_indeterminate (const Teller *t)
{
  const CharterTally *tally = t->tally;

  if (tally->overflow || tally->unread)
    return 0;
  if (tally->no_base)
    return add (t, 0, tally->item.rule->quorum.base == CHARTER_BASE_INVITED ? &type_no_meeting
                                                                          : &type_no_meetings);
  if (tally->assent == CHARTER_ASSENT_UNKNOWN && !tally->awaits
      && !t->decided->electorate.indeterminate)
    return add (t, 0, &type_proposer_doubt, name_of (t, tally->item.proposed->by));

  return 0;
}

static CharterReasonId
tell_vacant (const Teller *t)
{
  if (t->decided->quorate || !t->decided->quorum.holds)
    return 0;

  return add (t, 0, t->tally->anyone_barred ? &type_vacant_barred : &type_vacant);
}

static CharterReasonId
tell_not_carried (const Teller *t)
{
  if (t->decided->rule->method == CHARTER_METHOD_CONSENSUS && t->tally->called == NULL)
    return add (t, 0, &type_not_called);
  if (t->tally->assent != CHARTER_ASSENT_NOT_HEARD && !charter_tally_wanted (t->tally))
    return add (t, 0, &type_nobody_spoke);

  return 0;
}

static CharterReasonId
tell_carried (const Teller *t)
{
  g_autofree char *votes = g_strdup_printf ("%" G_GINT64_FORMAT, t->decided->counts.for_);

  if (t->tally->assent == CHARTER_ASSENT_NOT_HEARD)
    return 0;
  if (t->tally->called != NULL)
    return add (t, 0, &type_carried_consensus,
                name_of (t, charter_scene_member (&t->decided->scene, t->tally->called, "person")));
  if (t->decided->counts.for_ == 0)
    return add (t, 0, &type_carried_silence);

  return add (t, 0, &type_carried_unopposed, votes);
}

CharterReasonId
charter_decided_explain_rule (CharterDecided *self,
                              CharterTally   *tally,
                              const char     *clause)
{
  const Teller t = { self, tally, clause };

  if (tally == NULL || !self->counted || self->casting != NULL)
    return 0;
  if (self->result == CHARTER_RESULT_BLOCKED)
    return tell_blocked (&t);
  if (self->result == CHARTER_RESULT_INDETERMINATE)
    return tell_indeterminate (&t);
  if (self->result == CHARTER_RESULT_NO_QUORUM)
    return tell_vacant (&t);
  if (self->result == CHARTER_RESULT_NOT_CARRIED)
    return tell_not_carried (&t);

  return self->result == CHARTER_RESULT_CARRIED ? tell_carried (&t) : 0;
}

/* What it rests on */

static void
tell_raised (const Teller           *t,
             CharterReasonId         parent,
             const CharterObjection *o)
{
  const char *sentence = o->ground != NULL ? charter_ground_explain (o->ground) : NULL;
  const char *who = objector (t, o);
  CharterReasonId reason;

  if (o->ground != NULL)
    reason = charter_reasons_add (t->decided->reasons, parent, &type_not_heard, o->clause, who,
                                  sentence != NULL ? sentence : "", NULL);
  else if (o->answer == NULL)
    reason = add (t, parent, &type_unanswered, who);
  else
    reason = add (t, parent, o->stands ? &type_upheld : &type_resolved, who);
  cite (t, reason, o->fact);
  cite (t, reason, o->answer);
}

static void
tell_each_objection (const Teller   *t,
                     CharterReasonId parent)
{
  for (guint i = 0; i < t->tally->objections->len; i++)
    {
      const CharterObjection *o = &g_array_index (t->tally->objections, CharterObjection, i);

      if (o->fact->kind == CHARTER_KIND ("objection-raised"))
        tell_raised (t, parent, o);
      else if (!t->decided->rule->secret)
        cite (t, add (t, parent, o->stands ? &type_cast : &type_concern, objector (t, o)), o->fact);
    }
}

static void
tell_silence (const Teller   *t,
              CharterReasonId parent)
{
  static const CharterReasonType *const types[] = {
    [CHARTER_ASSENT_NOTHING] = &type_silence_nothing,
    [CHARTER_ASSENT_BARRED] = &type_silence_barred,
    [CHARTER_ASSENT_CUT_SHORT] = &type_silence_short,
    [CHARTER_ASSENT_GIVEN] = &type_silence,
  };
  const CharterTally *tally = t->tally;

  if (tally->assent == CHARTER_ASSENT_NOT_HEARD || tally->assent == CHARTER_ASSENT_UNKNOWN
      || t->decided->counts.for_ > 0)
    return;
  add (t, parent, types[tally->assent], name_of (t, tally->item.proposed->by));
}

static void
tell_holders (const Teller   *t,
              CharterReasonId parent)
{
  static const char *const words[] = {
    [CHARTER_VOTE_FOR] = "in favour", [CHARTER_VOTE_AGAINST] = "against",
    [CHARTER_VOTE_ABSTAIN] = "abstaining",
  };

  if (t->decided->rule->method != CHARTER_METHOD_ROLE_HOLDER || t->decided->rule->secret)
    return;
  for (guint i = 0; i < t->tally->rows->len; i++)
    {
      const CharterUnitVote *row = row_at (t, i);

      if (row->ballot == NULL || row->vote < CHARTER_VOTE_FOR || row->vote > CHARTER_VOTE_ABSTAIN)
        continue;
      cite (t, add (t, parent, &type_decided_by, name_of (t, row->unit), words[row->vote]),
            row->ballot);
      if (charter_item_stands_in (&t->tally->item, row->unit))
        add (t, parent, &type_stands_in, name_of (t, row->unit));
    }
}

static const CharterReasonType *
spoilt_type (const CharterRuleData *rule)
{
  gboolean agreed = rule->unit == CHARTER_UNIT_PARTNER && rule->speaks == CHARTER_SPEAKS_AGREED;

  if (rule->recast == CHARTER_RECAST_INVALID)
    return agreed ? &type_spoilt_either : &type_spoilt_twice;

  return agreed ? &type_spoilt_differ : &type_spoilt_unread;
}

/* Whose ballot counts as invalid, and why. */
static void
tell_spoilt (const Teller    *t,
             CharterReasonId  parent)
{
  const CharterRuleData *rule = t->decided->rule;

  for (guint i = 0; !rule->secret && i < t->tally->rows->len; i++)
    {
      const CharterUnitVote *row = row_at (t, i);

      if (row->ballot != NULL && row->own == CHARTER_VOTE_INVALID)
        cite (t, add (t, parent, spoilt_type (rule), name_of (t, row->unit)), row->ballot);
    }
}

void
charter_decided_explain_dissent (CharterDecided  *self,
                                 CharterTally    *tally,
                                 const char      *clause,
                                 CharterReasonId  parent)
{
  const Teller t = { self, tally, clause };

  tell_each_objection (&t, parent);
  tell_silence (&t, parent);
  if (tally->called != NULL)
    cite (&t, add (&t, parent, &type_called,
                   name_of (&t, charter_scene_member (&self->scene, tally->called, "person"))),
          tally->called);
  tell_holders (&t, parent);
  tell_spoilt (&t, parent);
}
