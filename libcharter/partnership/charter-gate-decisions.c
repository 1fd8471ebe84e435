/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"
#include "decide/charter-choosing-private.h"
#include "permit/charter-item-private.h"
#include "state/charter-string-table-private.h"

#include <string.h>

/* Rules of the gate: decisions, ballots, objections. */

#define OPTIONS_MAX 1000u

typedef struct
{
  CharterRef                 ref;
  const char                *id;
  const CharterFact         *proposed;
  const CharterFact         *opened;
  const CharterFact         *closed;       /* decision-closed */
  const CharterFact         *withdrawn;
  const CharterDocumentData *charter;
  const CharterRuleData     *rule;
  CharterDecisionState       state;
  gint64                     opens, closes;
  CharterRef                 bundle;       /* with which it is decided, 0 */
  guint32                    since;        /* seq of the last decision-reopened, 0 */
} Matter;

static const CharterFact *
newest (CharterGate *gate,
        CharterRef   decision,
        guint16      kind)
{
  CharterCursor cursor;

  return charter_cursor_last (&cursor, &gate->scene, decision, kind);
}

/* What decides the bundle decides it. */
static void
look_up_bundle (CharterGate *gate,
                Matter      *out)
{
  out->bundle = charter_decide_bundle (&gate->scene, out->ref, gate->at);
  if (out->bundle == 0)
    return;
  out->opened = newest (gate, out->bundle, CHARTER_KIND ("decision-opened"));
  out->closed = charter_decide_closing (&gate->scene, out->ref, gate->at);
}

static void
look_up (CharterGate *gate,
         const char  *member,
         Matter      *out)
{
  const CharterFact *reopened;

  memset (out, 0, sizeof *out);
  out->id = charter_gate_string (gate, member);
  out->ref = charter_gate_ref (gate, member);
  out->proposed = charter_scene_maker (&gate->scene, out->ref);
  out->opened = newest (gate, out->ref, CHARTER_KIND ("decision-opened"));
  out->closed = newest (gate, out->ref, CHARTER_KIND ("decision-closed"));
  reopened = newest (gate, out->ref, CHARTER_KIND ("decision-reopened"));
  out->since = reopened != NULL ? reopened->seq : 0;
  if (out->closed != NULL && out->since > out->closed->seq)
    out->closed = NULL;
  if (out->opened != NULL && out->since > out->opened->seq)
    out->opened = NULL;
  out->withdrawn = newest (gate, out->ref, CHARTER_KIND ("decision-withdrawn"));
  out->charter = charter_scene_charter_of (&gate->scene, out->ref, gate->at);
  out->state = charter_decide_state (&gate->scene, out->ref, gate->at, &out->opens, &out->closes);
  if (out->charter != NULL)
    out->rule = charter_item_rule (&gate->scene, out->proposed, out->charter, gate->at);
  look_up_bundle (gate, out);
}

static gboolean
refuse_state (CharterGate  *gate,
              const Matter *matter,
              const char   *code,
              const char   *what)
{
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, code, "/data/decision", "“%s” %s",
                              matter->id, what);
}

/* Neither closed nor withdrawn. */
static gboolean
must_be_undecided (CharterGate  *gate,
                   const Matter *matter)
{
  if (matter->closed != NULL)
    return refuse_state (gate, matter, "closed", "has been closed, and its outcome stands");
  if (matter->withdrawn != NULL)
    return refuse_state (gate, matter, "withdrawn", "has been withdrawn");
  return TRUE;
}

/* Neither lapsed nor superseded. */
static gboolean
must_be_alive (CharterGate  *gate,
               const Matter *matter)
{
  if (matter->state == CHARTER_DECISION_STATE_LAPSED)
    return refuse_state (gate, matter, "lapsed",
                         "has lapsed: not enough seconded it in time. Propose it anew");
  if (matter->state == CHARTER_DECISION_STATE_SUPERSEDED)
    return refuse_state (gate, matter, "superseded",
                         "has been superseded by another decision, which was carried");
  return TRUE;
}

/* What is done to a bundle is done to the bundle, and not to its decisions one by one. */
static gboolean
must_be_alone (CharterGate  *gate,
               const Matter *matter)
{
  return matter->bundle == 0
         || charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "bundled", "/data/decision",
                                 "“%s” is decided with the bundle “%s”: open, vote on and close "
                                 "that one", matter->id,
                                 charter_scene_name (&gate->scene, matter->bundle));
}

static gboolean
check_options (CharterGate *gate)
{
  const CharterNode *options = charter_node_member (gate->data, "options");
  g_autoptr(GHashTable) seen = g_hash_table_new (charter_string_hash, g_str_equal);
  g_autofree char *path = NULL;
  guint i = 0;

  if (options == NULL)
    return TRUE;
  if (options->length > OPTIONS_MAX)
    return charter_gate_refuse (gate, CHARTER_ERROR_LIMIT, "too-many-options", "/data/options",
                                "A decision has at most %u options, and this one has %u",
                                OPTIONS_MAX, options->length);
  for (const CharterNode *o = charter_node_first (options); o != NULL;
       o = charter_node_next (options, o), i++)
    {
      const char *id = charter_node_member_string (o, "id");

      if (id == NULL || g_hash_table_add (seen, (gpointer) id))
        continue;
      path = g_strdup_printf ("/data/options/%u/id", i);
      return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "option-twice", path,
                                  "The option “%s” is given twice", id);
    }
  return TRUE;
}

static gboolean
rule_proposed (CharterGate *gate)
{
  return check_options (gate) && charter_gate_check_bundle (gate);
}

static gboolean
rule_amended (CharterGate *gate)
{
  Matter matter;

  look_up (gate, "decision", &matter);
  if (!must_be_undecided (gate, &matter) || !must_be_alive (gate, &matter))
    return FALSE;
  if (matter.opened != NULL)
    return refuse_state (gate, &matter, "frozen",
                         "is open for voting: its text and rule are frozen from then on");
  return check_options (gate) && charter_gate_check_bundle_rule (gate);
}

static gboolean
rule_seconded (CharterGate *gate)
{
  Matter matter;

  look_up (gate, "decision", &matter);
  return must_be_undecided (gate, &matter) && must_be_alive (gate, &matter)
         && (matter.opened != NULL || matter.since != 0 || matter.rule == NULL
             || charter_gate_check_second (gate, matter.charter, matter.rule));
}

static gboolean
check_closes (CharterGate *gate)
{
  const char *text = charter_gate_string (gate, "closes");
  gint64 closes;

  if (text == NULL || !charter_instant_parse (text, -1, &closes) || closes > gate->at)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "dates-reversed", "/data/closes",
                              "Voting would close before it opens");
}

/* A decision that is admitted may be opened from an instant on. */
static gboolean
must_be_ready (CharterGate  *gate,
               const Matter *matter)
{
  char opens[CHARTER_INSTANT_TEXT_SIZE];
  CharterAdmission admission;
  gint64 earliest = charter_decide_earliest (&gate->scene, matter->ref, gate->at, &admission);

  if (earliest == CHARTER_INSTANT_NONE)
    return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-seconded", "/data/decision",
                                "“%s” needs %" G_GINT64_FORMAT " to second it, and has %"
                                G_GINT64_FORMAT, matter->id, admission.needed, admission.counted);
  if (gate->at >= earliest)
    return TRUE;
  charter_instant_format (earliest, opens);
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-yet-open", "/at",
                              "The time for discussion and reflection on “%s” lasts until %s",
                              matter->id, opens);
}

/* A choice needs something to choose. */
static gboolean
check_choices (CharterGate  *gate,
               const Matter *matter)
{
  g_autofree char *message = NULL;
  const char *code = charter_rule_chooses (matter->rule)
                       ? charter_option_opening_fault (&gate->scene, matter->ref, matter->rule,
                                                       gate->at, &message)
                       : NULL;

  return code == NULL || refuse_state (gate, matter, code, message);
}

static gboolean
rule_opened (CharterGate *gate)
{
  Matter matter;

  look_up (gate, "decision", &matter);
  if (!must_be_alone (gate, &matter) || !must_be_undecided (gate, &matter)
      || !must_be_alive (gate, &matter) || !check_closes (gate))
    return FALSE;
  if (matter.opened != NULL)
    return refuse_state (gate, &matter, "already-open", "has been opened already");
  if (matter.charter == NULL || matter.rule == NULL)
    return refuse_state (gate, &matter, "no-rule",
                         "cannot be opened: no charter in force has the rule it was proposed under");
  if (!check_choices (gate, &matter))
    return FALSE;
  if (charter_gate_string (gate, "closes") == NULL && !matter.rule->times.has_open)
    return charter_gate_refuse (gate, CHARTER_ERROR_FORMAT, "missing-member", "/data/closes",
                                "Say when voting closes: the rule “%s” gives no time for it",
                                matter.rule->id);
  return must_be_ready (gate, &matter);
}

/* — ballots — */

/* At the closing instant itself a ballot may count, but not once voting closed early. */
static gboolean
takes_ballots (CharterGate  *gate,
               const Matter *matter)
{
  return matter->rule != NULL
         && charter_item_is_open (matter->rule, matter->opens, matter->closes, gate->at)
         && (gate->at != matter->closes
             || charter_decide_ballots_until (&gate->scene, matter->ref, gate->at) == gate->at);
}

static gboolean
must_be_open (CharterGate  *gate,
              const Matter *matter)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  if (!must_be_undecided (gate, matter) || !must_be_alive (gate, matter))
    return FALSE;
  if (takes_ballots (gate, matter))
    return TRUE;
  if (matter->opened == NULL || matter->opened->at > gate->at)
    return refuse_state (gate, matter, "not-yet-open", "is not open for voting yet");
  if (matter->closes == CHARTER_INSTANT_NONE)
    return refuse_state (gate, matter, "closed", "is no longer open for voting");
  charter_instant_format (matter->closes, text);
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "closed", "/data/decision",
                              "Voting on “%s” closed at %s", matter->id, text);
}

static const char *
ground_sentence (const char *code)
{
  for (guint i = 0; i < charter_n_grounds; i++)
    if (strcmp (charter_grounds[i].code, code) == 0)
      return charter_grounds[i].sentence;
  return "This person has no vote here.";
}

static gboolean
refuse_vote (CharterGate *gate,
             CharterRef   who,
             const char  *ground)
{
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, ground, "/data/voter",
                              "%s has no vote on “%s”: %s", charter_scene_name (&gate->scene, who),
                              charter_gate_string (gate, "decision"), ground_sentence (ground));
}

/* The voter's own bars come first: somebody else may speak for the partner then. */
static gboolean
check_own_bars (CharterGate       *gate,
                const CharterItem *item)
{
  CharterRef voter = charter_gate_ref (gate, "voter");
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  const CharterBar *bar;

  charter_item_bars (item, voter, bars);
  bar = charter_bars_from (bars, CHARTER_FROM_VOTE);
  return bar == NULL || refuse_vote (gate, voter, bar->ground);
}

/* The one for which the voter speaks, alone or with affiliates; 0 refused. */
static CharterRef
unit_of (CharterGate       *gate,
         const CharterItem *item)
{
  CharterRef voter = charter_gate_ref (gate, "voter");
  CharterPermission why;
  const char *ground;
  CharterRef unit;

  if (charter_scene_is_partner (&gate->scene, voter))
    return voter;
  unit = charter_item_unit_of (item, voter, charter_gate_ref (gate, "for"), &ground, &why);
  if (unit == 0 && g_strcmp0 (ground, "which-partner") == 0)
    charter_gate_refuse (gate, CHARTER_ERROR_FORMAT, "missing-member", "/data/for",
                         "%s acts for more than one partner: say for which with “for”",
                         charter_gate_string (gate, "voter"));
  else if (unit == 0)
    refuse_vote (gate, voter,
                 !charter_scene_is_current (&gate->scene, voter, gate->at) ? "not-a-member"
                 : ground != NULL ? ground : "not-a-voter");
  return unit;
}

static gboolean
check_vote (CharterGate  *gate,
            const Matter *matter,
            CharterRef    unit,
            gint64        at)
{
  CharterElectorateData electorate = { 0 };
  const CharterExclusionData *exclusion;
  gboolean ok;

  charter_permit_electorate_of (&gate->scene, matter->ref, matter->charter, matter->rule, at, unit,
                                &electorate);
  unit = charter_electorate_unit (&electorate, unit);
  ok = charter_refs_contain (electorate.vote, unit);
  exclusion = charter_electorate_exclusion (&electorate, unit, CHARTER_FROM_VOTE);
  if (!ok)
    refuse_vote (gate, unit, exclusion != NULL ? exclusion->ground
                             : charter_scene_is_current (&gate->scene, unit, at)
                               ? "not-a-voter" : "not-a-member");
  charter_electorate_clear (&electorate);
  return ok;
}

/* Whoever casts is judged as at the opening too, where the electorate is that of the opening. */
static gboolean
check_vote_at_opening (CharterGate  *gate,
                       const Matter *matter,
                       CharterRef    unit)
{
  CharterItem item;
  gboolean ok;

  if (matter->rule->as_at != CHARTER_AS_AT_OPENING)
    return TRUE;
  charter_item_init (&item, &gate->scene, matter->ref, matter->charter, matter->rule,
                     matter->opens);
  ok = check_own_bars (gate, &item) && check_vote (gate, matter, unit, matter->opens);
  charter_item_clear (&item);
  return ok;
}

/* Has the voter a vote, as far as is known?  Whose it is goes to @unit. */
static gboolean
check_voter (CharterGate  *gate,
             const Matter *matter,
             CharterRef   *unit)
{
  CharterItem item;
  gboolean ok;

  charter_item_init (&item, &gate->scene, matter->ref, matter->charter, matter->rule, gate->at);
  ok = check_own_bars (gate, &item) && (*unit = unit_of (gate, &item)) != 0
       && check_vote (gate, matter, *unit, gate->at)
       && check_vote_at_opening (gate, matter, *unit);
  charter_item_clear (&item);
  return ok;
}

/* The ballot that stands of a voter, cast since the last reopening and not taken back; NULL. */
static const CharterFact *
standing_ballot (CharterGate  *gate,
                 const Matter *matter,
                 CharterRef    voter)
{
  static const char *const kinds[] = { "ballot-cast", "ballot-withdrawn" };
  const CharterFact *newest_of[G_N_ELEMENTS (kinds)] = { NULL };
  CharterCursor cursor;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (const CharterFact *fact = charter_cursor_last (&cursor, &gate->scene, voter,
                                                        charter_kind_lookup (kinds[i]));
         fact != NULL && fact->seq > matter->since && newest_of[i] == NULL;
         fact = charter_cursor_previous (&cursor))
      if (charter_scene_member (&gate->scene, fact, "decision") == matter->ref
          && charter_scene_member (&gate->scene, fact, "voter") == voter)
        newest_of[i] = fact;
  return newest_of[0] != NULL && (newest_of[1] == NULL || newest_of[1]->seq < newest_of[0]->seq)
         ? newest_of[0] : NULL;
}

/* The ballot that stands of somebody whom an entry of a kind connects with @partner, cast for it;
 * NULL.  @member: the person in the entry; NULL where the entry makes the person. */
static const CharterFact *
ballot_among (CharterGate  *gate,
              const Matter *matter,
              CharterRef    partner,
              guint16       kind,
              const char   *member)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();

  charter_scene_collect (&gate->scene, partner, kind, facts);
  for (guint i = 0; i < facts->len; i++)
    {
      const CharterFact *fact = facts->pdata[i];
      CharterRef person = member != NULL ? charter_scene_member (&gate->scene, fact, member)
                                         : fact->makes;
      const CharterFact *ballot = standing_ballot (gate, matter, person);
      CharterRef cast_for = ballot != NULL ? charter_scene_member (&gate->scene, ballot, "for") : 0;

      if (ballot != NULL && (cast_for == 0 || cast_for == partner))
        return ballot;
    }
  return NULL;
}

static const CharterFact *
ballot_of_partner (CharterGate  *gate,
                   const Matter *matter,
                   CharterRef    partner)
{
  const CharterFact *ballot = standing_ballot (gate, matter, partner);

  if (ballot == NULL)
    ballot = ballot_among (gate, matter, partner, CHARTER_KIND ("person-joined"), NULL);
  if (ballot == NULL)
    ballot = ballot_among (gate, matter, partner, CHARTER_KIND ("role-given"), "person");
  return ballot;
}

/* The ballot that stands of an affiliate who has one vote together with @unit; NULL. */
static const CharterFact *
ballot_of_affiliates (CharterGate  *gate,
                      const Matter *matter,
                      CharterRef    unit)
{
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  const gboolean persons = matter->rule->unit == CHARTER_UNIT_PERSON;
  const CharterFact *found = NULL;
  CharterAffiliation wanted, other;
  CharterItem item;

  if (matter->rule->fold != CHARTER_FOLD_AFFILIATES
      || (matter->rule->speaks == CHARTER_SPEAKS_AGREED && !persons))
    return NULL;
  charter_item_init (&item, &gate->scene, matter->ref, matter->charter, matter->rule, gate->at);
  charter_item_affiliation (&item, unit, &wanted);
  charter_scene_current (&gate->scene, CHARTER_KIND ("partner-joined"), gate->at, partners);
  for (guint i = 0; i < partners->len && found == NULL; i++)
    {
      CharterRef partner = g_array_index (partners, CharterRef, i);

      charter_item_affiliation (&item, partner, &other);
      if (partner != unit && charter_affiliation_compare (&wanted, &other) == 0)
        found = ballot_of_partner (gate, matter, partner);
    }
  charter_item_clear (&item);
  return found;
}

static gboolean
check_recast (CharterGate  *gate,
              const Matter *matter,
              CharterRef    unit)
{
  const CharterFact *ballot;

  if (matter->rule->recast != CHARTER_RECAST_REFUSED)
    return TRUE;
  ballot = standing_ballot (gate, matter, charter_gate_ref (gate, "voter"));
  if (ballot != NULL)
    return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "already-voted", "/data/voter",
                                "%s has voted already (entry %u), and the rule lets nobody vote "
                                "again", charter_gate_string (gate, "voter"), ballot->seq);
  ballot = ballot_of_affiliates (gate, matter, unit);
  return ballot == NULL
         || charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "already-voted", "/data/voter",
                                 "The vote that %s has together with affiliates has been cast "
                                 "already (entry %u), and the rule lets nobody vote again",
                                 charter_scene_name (&gate->scene, unit), ballot->seq);
}

static gboolean
check_paper (CharterGate  *gate,
             const Matter *matter)
{
  g_autofree char *path = NULL, *message = NULL;
  const char *code = charter_option_ballot_fault (&gate->scene, matter->ref, matter->rule,
                                                  matter->opens, gate->data, &path, &message);

  return code == NULL
         || charter_gate_refuse (gate, CHARTER_ERROR_VALUE, code, path, "%s", message);
}

static gboolean
check_choice (CharterGate  *gate,
              const Matter *matter)
{
  const char *path = "/data";
  g_autofree char *message = NULL;
  const char *code = charter_decide_ballot_fault (&gate->scene, matter->ref, gate->data, &path,
                                                  &message);

  return code == NULL
         || charter_gate_refuse (gate, CHARTER_ERROR_VALUE, code, path, "%s", message);
}

static gboolean
rule_ballot_cast (CharterGate *gate)
{
  Matter matter;
  CharterRef unit;

  look_up (gate, "decision", &matter);
  if (!must_be_alone (gate, &matter) || !must_be_open (gate, &matter))
    return FALSE;
  return check_voter (gate, &matter, &unit) && check_recast (gate, &matter, unit)
         && (charter_rule_chooses (matter.rule) ? check_paper (gate, &matter)
                                                : check_choice (gate, &matter));
}

static gboolean
rule_ballot_withdrawn (CharterGate *gate)
{
  Matter matter;

  look_up (gate, "decision", &matter);
  if (!must_be_alone (gate, &matter) || !must_be_open (gate, &matter))
    return FALSE;
  return standing_ballot (gate, &matter, charter_gate_ref (gate, "voter")) != NULL
         || charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "no-ballot", "/data/voter",
                                 "%s has cast no ballot on “%s” that could be withdrawn",
                                 charter_gate_string (gate, "voter"), matter.id);
}

/* — what ends it — */

static gboolean
rule_closed (CharterGate *gate)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];
  Matter matter;

  look_up (gate, "decision", &matter);
  if (!must_be_alone (gate, &matter) || !must_be_undecided (gate, &matter))
    return FALSE;
  if (matter.opened == NULL)
    return refuse_state (gate, &matter, "not-yet-open", "was never opened for voting");
  if (matter.state == CHARTER_DECISION_STATE_OPEN)
    {
      charter_instant_format (matter.closes, text);
      return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-yet-closed", "/at",
                                  "Voting on “%s” is open until %s", matter.id, text);
    }
  return !((gate->supposing || gate->trying) && matter.rule != NULL && matter.rule->secret)
         || refuse_state (gate, &matter, "secret",
                          "is secret: only a real closing counts it, never a supposed one");
}

static gboolean
leaves_it_to_a_casting_vote (const Matter *matter)
{
  return matter->rule != NULL && matter->rule->ties != NULL
         && charter_node_has_string (matter->rule->ties, "casting-vote");
}

/* Among options it goes to one of those that are tied. */
static gboolean
check_cast_option (CharterGate  *gate,
                   const Matter *matter,
                   GArray       *tied)
{
  g_autofree char *message = NULL;

  if (!charter_rule_chooses (matter->rule))
    return TRUE;
  message = charter_option_casting_fault (&gate->scene, matter->ref, matter->rule, matter->opens,
                                          tied, charter_gate_string (gate, "choice"));
  return message == NULL
         || charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "no-such-option", "/data/choice", "%s",
                                 message);
}

/* Of a secret decision nobody knows before the closing whether it is tied. */
static gboolean
check_tied (CharterGate  *gate,
            const Matter *matter)
{
  g_autoptr(CharterDecided) decided = NULL;

  if (matter->rule->secret)
    return check_cast_option (gate, matter, NULL);
  decided = charter_decide (&gate->scene, matter->ref, gate->at);
  if (decided->result != CHARTER_RESULT_TIED)
    return refuse_state (gate, matter, "not-tied", "is not tied: a casting vote settles a tie and nothing else");
  return check_cast_option (gate, matter,
                            decided->choosing != NULL ? decided->choosing->tied : NULL);
}

static gboolean
check_chairs (CharterGate *gate,
              const char  *whose)
{
  CharterJudgement judgement = { 0 };
  gboolean allowed;

  charter_permit_may (&gate->scene, charter_gate_ref (gate, "person"), "chair",
                      charter_gate_ref (gate, "decision"), gate->at, &judgement);
  allowed = judgement.answer == CHARTER_ANSWER_ALLOWED;
  charter_judgement_clear (&judgement);
  return allowed
         || charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "no-permission", "/data/person",
                                 "%s does not chair, and %s", charter_gate_string (gate, "person"),
                                 whose);
}

/* Under consensus the call bears on the result. */
static gboolean
rule_consensus_called (CharterGate *gate)
{
  Matter matter;

  look_up (gate, "decision", &matter);
  if (!must_be_undecided (gate, &matter))
    return FALSE;
  return matter.rule == NULL || matter.rule->method != CHARTER_METHOD_CONSENSUS
         || check_chairs (gate, "it is for the chair to call consensus");
}

static gboolean
rule_casting_vote (CharterGate *gate)
{
  Matter matter;

  look_up (gate, "decision", &matter);
  if (!must_be_alone (gate, &matter) || !must_be_undecided (gate, &matter))
    return FALSE;
  if (!leaves_it_to_a_casting_vote (&matter))
    return refuse_state (gate, &matter, "no-casting-vote",
                         "is decided under a rule that knows no casting vote");
  return check_chairs (gate, "the casting vote is the chair's") && check_tied (gate, &matter);
}

/* Until voting closes: from then on there is a result. */
static gboolean
must_not_be_over (CharterGate  *gate,
                  const Matter *matter)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  if (matter->opened == NULL || matter->closes == CHARTER_INSTANT_NONE
      || gate->at < matter->closes)
    return TRUE;
  charter_instant_format (matter->closes, text);
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "closed", "/data/decision",
                              "Voting on “%s” closed at %s: what has been voted on cannot be taken "
                              "back. It can be closed, and taken up again", matter->id, text);
}

static gboolean
may_record_for (CharterGate *gate)
{
  CharterJudgement judgement = { 0 };
  gboolean allowed;

  charter_permit_may (&gate->scene, gate->by, "record-for", 0, gate->at, &judgement);
  allowed = judgement.answer == CHARTER_ANSWER_ALLOWED;
  charter_judgement_clear (&judgement);
  return allowed;
}

/* Who proposed it, or acts for the partner for which it was proposed; and whoever records for
 * others. */
static gboolean
check_proposer (CharterGate  *gate,
                const Matter *matter)
{
  CharterRef proposer = matter->proposed->by;
  CharterRef partner = charter_scene_member (&gate->scene, matter->proposed, "for");

  if (!gate->governed || proposer == 0 || gate->by == 0 || gate->by == proposer
      || (partner != 0 && charter_scene_acts_for (&gate->scene, gate->by, partner, gate->at))
      || may_record_for (gate))
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_PERMISSION, "not-the-proposer", "/by",
                              "“%s” was proposed by %s, who alone can take it back", matter->id,
                              charter_scene_name (&gate->scene, proposer));
}

static gboolean
rule_withdrawn (CharterGate *gate)
{
  Matter matter;

  look_up (gate, "decision", &matter);
  return must_be_undecided (gate, &matter) && must_not_be_over (gate, &matter)
         && check_proposer (gate, &matter);
}

static gboolean
must_be_closed (CharterGate  *gate,
                const Matter *matter)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  if (matter->closed == NULL)
    return refuse_state (gate, matter, "not-closed", "has no decision-closed yet");
  if (gate->at >= matter->closed->at)
    return TRUE;
  charter_instant_format (matter->closed->at, text);
  return charter_gate_refuse (gate, CHARTER_ERROR_TIME, "not-closed", "/at",
                              "“%s” was closed later than this, at %s", matter->id, text);
}

static gboolean
rule_published (CharterGate *gate)
{
  Matter matter;

  look_up (gate, "decision", &matter);
  return must_be_closed (gate, &matter);
}

/* Once, or once more after it was reopened and closed again. */
static gboolean
must_not_be_enacted (CharterGate  *gate,
                     const Matter *matter)
{
  const CharterFact *enacted = newest (gate, matter->ref, CHARTER_KIND ("decision-enacted"));
  const CharterFact *reopened = newest (gate, matter->ref, CHARTER_KIND ("decision-reopened"));

  if (enacted == NULL || (reopened != NULL && reopened->seq > enacted->seq))
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "already-enacted", "/data/decision",
                              "“%s” has been enacted already, with entry %u", matter->id,
                              enacted->seq);
}

static gboolean
rule_enacted (CharterGate *gate)
{
  Matter matter;

  look_up (gate, "decision", &matter);
  if (!must_be_closed (gate, &matter) || !must_not_be_enacted (gate, &matter)
      || !charter_gate_needs_carried (gate, "decision"))
    return FALSE;
  return must_be_alive (gate, &matter) && charter_gate_check_standstill (gate, "decision");
}

static gboolean
rule_reopened (CharterGate *gate)
{
  Matter matter;

  look_up (gate, "decision", &matter);
  return must_be_closed (gate, &matter);
}

static gboolean
rule_objection_raised (CharterGate *gate)
{
  Matter matter;

  look_up (gate, "decision", &matter);
  return must_be_undecided (gate, &matter);
}

/* — stepping out and in — */

static gboolean
is_out (CharterGate *gate)
{
  CharterRef decision = charter_gate_ref (gate, "decision");
  CharterRef person = charter_gate_ref (gate, "person");
  const CharterFact *out = NULL, *in = NULL;
  CharterCursor cursor;

  for (out = charter_cursor_last (&cursor, &gate->scene, decision, CHARTER_KIND ("stepped-out"));
       out != NULL && charter_scene_member (&gate->scene, out, "person") != person;
       out = charter_cursor_previous (&cursor));
  for (in = charter_cursor_last (&cursor, &gate->scene, decision, CHARTER_KIND ("stepped-in"));
       in != NULL && charter_scene_member (&gate->scene, in, "person") != person;
       in = charter_cursor_previous (&cursor));
  return out != NULL && (in == NULL || in->seq < out->seq);
}

static gboolean
rule_stepped_out (CharterGate *gate)
{
  Matter matter;

  look_up (gate, "decision", &matter);
  if (!must_be_undecided (gate, &matter))
    return FALSE;
  return !is_out (gate)
         || charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "already-out", "/data/person",
                                 "%s has stepped out already", charter_gate_string (gate, "person"));
}

static gboolean
rule_stepped_in (CharterGate *gate)
{
  return is_out (gate)
         || charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-out", "/data/person",
                                 "%s has not stepped out", charter_gate_string (gate, "person"));
}

const CharterGateRow charter_gate_decision_rules[] = {
  { "decision-proposed", rule_proposed },
  { "decision-amended", rule_amended },
  { "decision-seconded", rule_seconded },
  { "decision-opened", rule_opened },
  { "ballot-cast", rule_ballot_cast },
  { "ballot-withdrawn", rule_ballot_withdrawn },
  { "decision-closed", rule_closed },
  { "consensus-called", rule_consensus_called },
  { "casting-vote-given", rule_casting_vote },
  { "decision-published", rule_published },
  { "decision-withdrawn", rule_withdrawn },
  { "decision-enacted", rule_enacted },
  { "decision-reopened", rule_reopened },
  { "objection-raised", rule_objection_raised },
  { "stepped-out", rule_stepped_out },
  { "stepped-in", rule_stepped_in },
  { NULL, NULL }
};
