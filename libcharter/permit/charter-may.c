/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-may-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* May a person do something?  Membership, then the permission, then what bars the person
 * from the item, then the rule's voters and the time.  A bar always beats a permission, and a
 * denial tells every ground that stands on its own. */

static const CharterReasonType type_not_a_member = {
  "not-a-member", N_("{0} is not a current person of the partnership.")
};
static const CharterReasonType type_not_a_voter = {
  "not-a-voter", N_("The rule {1} gives {0} no vote.")
};
static const CharterReasonType type_no_rule = {
  "not-a-voter", N_("No rule of the charter gives {0} a vote.")
};
static const CharterReasonType type_voter = {
  "voter", N_("The rule {1} gives {0} a vote.")
};
static const CharterReasonType type_not_yet_open = {
  "not-yet-open", N_("Voting on {0} had not opened at that time.")
};
static const CharterReasonType type_closed = {
  "closed", N_("Voting on {0} closed at {1}.")
};
static const CharterReasonType type_withdrawn = {
  "closed", N_("{0} was withdrawn.")
};
static const CharterReasonType type_already_voted = {
  "already-voted", N_("{0} has voted on {1} already, and the rule takes the first ballot as final.")
};
static const CharterReasonType type_no_such_rule = {
  "cannot-evaluate", N_("The charter has no rule {1}, under which {0} is put.")
};
static const CharterReasonType type_handler_free = {
  "listed", N_("When the concern was assigned, {0} was found free of conflict.")
};
static const CharterReasonType type_handler_conflict = {
  "conflict", N_("When the concern was assigned, {0} was found to have a conflict.")
};
static const CharterReasonType type_not_judged = {
  "not-judged", N_("Whether {0} is free of conflict is judged when the concern is assigned, and "
                    "that has not happened.")
};

/* Putting the answer together */

static void
add_ground (CharterMay *q,
            const char *ground)
{
  GPtrArray *grounds = q->out->grounds;
  guint at = 0;

  for (; at < grounds->len; at++)
    {
      int order = strcmp (grounds->pdata[at], ground);

      if (order == 0)
        return;
      if (order > 0)
        break;
    }
  g_ptr_array_insert (grounds, (gint) at, (gpointer) ground);
}

static void
set_answer (CharterMay    *q,
            CharterAnswer  answer,
            const char    *ground)
{
  q->out->answer = answer;
  if (ground != NULL)
    add_ground (q, ground);
}

/* Bars */

guint
charter_may_bits (const char *act)
{
  static const struct { const char *act; guint bits; } acts[] = {
    { "be-counted", CHARTER_FROM_QUORUM },
    { "be-heard", CHARTER_FROM_HEARING },
    { "be-present", CHARTER_FROM_PRESENCE },
    { "discuss", CHARTER_FROM_DISCUSSION },
    { "see-papers", CHARTER_FROM_PAPERS },
    { "vote", CHARTER_FROM_VOTE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (strcmp (acts[i].act, act) == 0)
      return acts[i].bits;

  return 0;
}

static void
deny (CharterMay *q)
{
  set_answer (q, CHARTER_ANSWER_DENIED, q->permission.ground);
  charter_may_explain_denial (q, &q->permission);
}

/* Whoever is suspended and could not do it anyway hears both. */
static gboolean
check_permission (CharterMay *q)
{
  charter_permission_check (q->scene, q->item.charter, q->person, q->act, q->subject,
                            q->has_amount, q->amount, q->at, &q->permission);
  if (q->permission.allowed)
    return TRUE;
  deny (q);
  if (strcmp (q->permission.ground, "suspended") != 0)
    return FALSE;
  charter_permission_check_lists (q->scene, q->item.charter, q->person, q->act, q->subject,
                                  q->has_amount, q->amount, q->at, &q->permission);
  if (!q->permission.allowed)
    deny (q);

  return FALSE;
}

/* A bar that cannot be evaluated, or awaits a ruling, makes the answer indeterminate, unless
 * it is no already. */
static void
apply_bar (CharterMay       *q,
           const CharterBar *bar,
           gboolean          outright)
{
  gboolean open = bar->awaits || bar->unbuilt;

  if (outright && open)
    return;
  charter_may_explain_bar (q, bar);
  set_answer (q, open ? CHARTER_ANSWER_INDETERMINATE : CHARTER_ANSWER_DENIED,
              bar->ground);
}

static gboolean
any_outright (GArray *bars,
              guint   bits)
{
  for (guint i = 0; i < bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (bars, CharterBar, i);

      if (bar->from & bits && !bar->awaits && !bar->unbuilt)
        return TRUE;
    }

  return FALSE;
}

/* FALSE once the answer is given. */
static gboolean
check_bars (CharterMay *q,
            guint       bits)
{
  gboolean outright, barred = FALSE;

  g_clear_pointer (&q->bars, g_array_unref);
  q->bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  charter_item_bars (&q->item, q->person, q->bars);
  outright = q->out->answer == CHARTER_ANSWER_DENIED || any_outright (q->bars, bits);
  for (guint i = 0; i < q->bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (q->bars, CharterBar, i);

      if (!(bar->from & bits))
        continue;
      apply_bar (q, bar, outright);
      barred = TRUE;
    }

  return !barred;
}

static void
explain_dispensations (CharterMay *q,
                       gboolean    allowed)
{
  for (guint i = 0; q->bars != NULL && i < q->bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (q->bars, CharterBar, i);

      if (!(bar->dispensed & charter_may_bits (q->act)))
        continue;
      charter_may_explain_dispensation (q, bar);
      if (allowed)
        add_ground (q, "dispensation");
    }
}

/* Voters */

/* To be counted it is enough to act for a unit; to vote, one must speak for it. */
static CharterRef
unit_counted_for (CharterMay          *q,
                  const char       **ground,
                  CharterPermission *why)
{
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  if (strcmp (q->act, "vote") == 0 || q->item.rule->unit == CHARTER_UNIT_PERSON)
    return charter_item_unit_of (&q->item, q->person, 0, ground, why);
  charter_scene_partners_of (q->scene, q->person, q->item.at, partners);
  for (guint i = 0; i < partners->len; i++)
    if (charter_item_is_unit (&q->item, g_array_index (partners, CharterRef, i)))
      return g_array_index (partners, CharterRef, i);

  return charter_item_unit_of (&q->item, q->person, 0, ground, why);
}

static gboolean
check_voter (CharterMay *q)
{
  CharterPermission why;
  const char *ground = NULL;
  CharterRef unit = unit_counted_for (q, &ground, &why);

  q->votes = unit != 0 || g_strcmp0 (ground, "which-partner") == 0;
  if (q->votes)
    return TRUE;
  why.ground = ground;
  why.clause = q->item.rule->clause;
  set_answer (q, CHARTER_ANSWER_DENIED, ground);
  charter_may_explain_denial (q, &why);

  return FALSE;
}

static gboolean
check_member_at_opening (CharterMay *q)
{
  if (charter_scene_is_current (q->scene, q->person, q->item.at))
    return TRUE;
  set_answer (q, CHARTER_ANSWER_DENIED, "not-a-voter");
  charter_may_reason (q, &type_not_a_voter, q->item.rule->clause, charter_may_person (q), q->item.rule->id);

  return FALSE;
}

/* Where the electorate is that of the opening, who came later has no vote. */
static gboolean
check_voter_at_opening (CharterMay *q)
{
  gint64 at = q->item.at;
  gboolean had_vote;

  if (q->item.rule->as_at != CHARTER_AS_AT_OPENING || q->opens == CHARTER_INSTANT_NONE
      || q->at <= q->opens)
    return TRUE;
  q->item.at = q->opens;
  had_vote = check_member_at_opening (q) && check_bars (q, charter_may_bits (q->act)) && check_voter (q);
  q->item.at = at;

  return had_vote;
}

/* Time */

static gboolean
check_time (CharterMay *q)
{
  const CharterFact *withdrawn, *closed;
  char when[CHARTER_INSTANT_TEXT_SIZE];

  if (charter_item_is_put (&q->item, q->opens, q->closes, q->at))
    return TRUE;
  withdrawn = charter_item_withdrawn (&q->item, q->at);
  closed = charter_item_closed (&q->item, q->at);
  if (withdrawn != NULL)
    {
      set_answer (q, CHARTER_ANSWER_DENIED, "closed");
      charter_may_cite (q, charter_may_reason (q, &type_withdrawn, NULL, charter_may_name (q, q->item.decision)), withdrawn);
      return FALSE;
    }
  if (q->opens == CHARTER_INSTANT_NONE || q->at < q->opens)
    {
      set_answer (q, CHARTER_ANSWER_DENIED, "not-yet-open");
      charter_may_reason (q, &type_not_yet_open, NULL, charter_may_name (q, q->item.decision));
      return FALSE;
    }
  charter_instant_format (q->closes != CHARTER_INSTANT_NONE ? q->closes : closed->at, when);
  set_answer (q, CHARTER_ANSWER_DENIED, "closed");
  charter_may_cite (q, charter_may_reason (q, &type_closed, NULL, charter_may_name (q, q->item.decision), when), closed);

  return FALSE;
}

/* The unit for which a ballot or its withdrawal was entered. */
static CharterRef
unit_of_entry (CharterMay          *q,
               const CharterFact *fact)
{
  CharterItem then = q->item;
  CharterPermission why;
  const char *ground;
  CharterRef voter = charter_scene_member (q->scene, fact, "voter");

  if (!charter_scene_is_partner (q->scene, voter))
    {
      then.at = fact->at;
      voter = charter_item_unit_of (&then, voter, charter_scene_member (q->scene, fact, "for"),
                                    &ground, &why);
    }

  return voter != 0 ? charter_item_head (&q->item, voter) : 0;
}

static guint32
last_entry_for (CharterMay   *q,
                guint16     kind,
                CharterRef  unit)
{
  CharterCursor cursor;
  guint32 since;

  charter_item_opened (q->scene, q->item.decision, q->at, &since);
  for (const CharterFact *fact = charter_cursor_last (&cursor, q->scene, q->item.decision, kind);
       fact != NULL && fact->seq > since; fact = charter_cursor_previous (&cursor))
    if (fact->at <= q->at && unit_of_entry (q, fact) == unit)
      return fact->seq;

  return 0;
}

static gboolean
check_first_ballot (CharterMay *q)
{
  CharterPermission why;
  const char *ground;
  CharterRef unit;
  guint32 cast;

  if (q->item.rule->recast != CHARTER_RECAST_REFUSED)
    return TRUE;
  unit = charter_item_unit_of (&q->item, q->person, 0, &ground, &why);
  unit = unit != 0 ? charter_item_head (&q->item, unit) : 0;
  cast = unit != 0 ? last_entry_for (q, CHARTER_KIND ("ballot-cast"), unit) : 0;
  if (cast == 0 || cast < last_entry_for (q, CHARTER_KIND ("ballot-withdrawn"), unit))
    return TRUE;
  set_answer (q, CHARTER_ANSWER_DENIED, "already-voted");
  charter_may_cite (q, charter_may_reason (q, &type_already_voted, q->item.rule->clause, charter_may_name (q, unit),
                       charter_may_name (q, q->item.decision)), charter_scene_fact (q->scene, cast));

  return FALSE;
}

/* Subjects */

static void
explain_missing_rule (CharterMay *q)
{
  const char *rule = charter_item_rule_id (q->scene, q->item.proposed, q->item.at);

  charter_may_reason (q, &type_no_such_rule, NULL, charter_may_name (q, q->item.decision), rule != NULL ? rule : "");
}

static void
judge_missing_rule (CharterMay *q)
{
  if (q->out->answer == CHARTER_ANSWER_DENIED)
    return;
  set_answer (q, CHARTER_ANSWER_INDETERMINATE, "cannot-evaluate");
  explain_missing_rule (q);
}

/* Who casts for a partner hangs on who is barred, so there it is no ground of its own. */
static void
judge_voter (CharterMay *q)
{
  gboolean clear = q->out->answer == CHARTER_ANSWER_ALLOWED;

  if (!clear && q->item.rule->unit == CHARTER_UNIT_PARTNER)
    return;
  if (!check_voter (q) || !clear || !check_voter_at_opening (q))
    return;
  if (strcmp (q->act, "vote") == 0 && check_time (q))
    check_first_ballot (q);
}

/* What is in doubt while voting is open is no longer once it is not. */
static void
settle_by_time (CharterMay *q)
{
  if (q->out->answer == CHARTER_ANSWER_INDETERMINATE && strcmp (q->act, "vote") == 0)
    check_time (q);
}

static void
judge_item (CharterMay *q)
{
  guint bits = charter_may_bits (q->act);

  if (bits == 0)
    return;
  check_bars (q, bits);
  if (!(bits & CHARTER_FROM_UNITS))
    return;
  if (q->item.rule == NULL)
    judge_missing_rule (q);
  else
    {
      judge_voter (q);
      settle_by_time (q);
    }
}

/* Without an item: is there a rule that gives the person a vote? */
static void
judge_without_item (CharterMay *q)
{
  const CharterDocumentData *charter = q->item.charter;
  CharterPermission why;
  const char *ground;

  for (guint i = 0; i < charter->n_rules; i++)
    {
      q->item.rule = &charter->rules[i];
      if (charter_item_unit_of (&q->item, q->person, 0, &ground, &why) == 0
          && g_strcmp0 (ground, "which-partner") != 0)
        continue;
      q->votes = TRUE;
      return;
    }
  q->item.rule = NULL;
  set_answer (q, CHARTER_ANSWER_DENIED, "not-a-voter");
  charter_may_reason (q, &type_no_rule, NULL, charter_may_person (q));
}

static const CharterFact *
assignment_to (CharterMay *q)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, q->scene, q->subject,
                                                      CHARTER_KIND ("concern-assigned"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= q->at && charter_scene_member (q->scene, fact, "handler") == q->person)
      return fact;

  return NULL;
}

static void
judge_concern (CharterMay *q)
{
  const CharterFact *assigned = assignment_to (q);
  const CharterNode *found = assigned != NULL ? charter_node_member (
                               charter_scene_data (q->scene, assigned), "conflict-free")
                                              : NULL;

  if (charter_node_is (found, CHARTER_NODE_TRUE))
    {
      charter_may_cite (q, charter_may_reason (q, &type_handler_free, NULL, charter_may_person (q)), assigned);
      return;
    }
  if (charter_node_is (found, CHARTER_NODE_FALSE))
    {
      set_answer (q, CHARTER_ANSWER_DENIED, "conflict");
      charter_may_cite (q, charter_may_reason (q, &type_handler_conflict, NULL, charter_may_person (q)), assigned);
      return;
    }
  set_answer (q, CHARTER_ANSWER_INDETERMINATE, "not-judged");
  charter_may_reason (q, &type_not_judged, NULL, charter_may_person (q));
}

/* Whoever does not belong, and whoever asks before there is a charter, need hear no more. */
static gboolean
is_settled (const CharterMay *q)
{
  return !q->permission.allowed
         && (strcmp (q->permission.ground, "not-a-member") == 0
             || strcmp (q->permission.ground, "no-charter") == 0);
}

static void
judge (CharterMay *q)
{
  if (check_permission (q))
    set_answer (q, CHARTER_ANSWER_ALLOWED, NULL);
  if (is_settled (q))
    return;
  if (q->item.proposed != NULL)
    judge_item (q);
  else if (!q->permission.allowed)
    return;
  else if (strcmp (q->act, "handle-concern") == 0 && q->subject != 0)
    judge_concern (q);
  else if (strcmp (q->act, "vote") == 0 || strcmp (q->act, "be-counted") == 0)
    judge_without_item (q);
}

/* Whatever the answer, what took a ground away is told: a dispensation, an exemption. */
static void
finish (CharterMay *q)
{
  gboolean allowed = q->out->answer == CHARTER_ANSWER_ALLOWED;

  explain_dispensations (q, allowed);
  if (allowed)
    {
      charter_may_explain_permission (q);
      if (q->votes)
        charter_may_reason (q, &type_voter, q->item.rule->clause, charter_may_person (q),
                            q->item.rule->id);
    }
  if (!is_settled (q) && q->item.proposed != NULL && charter_may_bits (q->act) != 0)
    charter_may_explain_exempt (q);
  charter_may_add_basis (q);
  charter_may_add_changes (q);
  g_clear_pointer (&q->bars, g_array_unref);
}

static gboolean
is_decision (const CharterScene *scene,
             CharterRef          subject)
{
  return subject != 0
         && charter_scene_maker_kind (scene, subject) == CHARTER_KIND ("decision-proposed");
}

/* The time of the item: the instant asked about, but no later than the closing. */
static gint64
item_time (const CharterMay *q)
{
  return q->closes != CHARTER_INSTANT_NONE && q->at > q->closes ? q->closes : q->at;
}

/* The answer, once the item is there. */
static void
answer (CharterMay *q)
{
  q->out->grounds = g_ptr_array_new ();
  q->out->reasons = charter_reasons_new ();
  q->out->changes = charter_reasons_new ();
  if (!q->has_amount && q->item.proposed != NULL)
    q->has_amount = charter_item_amount (q->scene, q->item.proposed, &q->amount);
  judge (q);
  finish (q);
}

static void
begin (CharterMay *q)
{
  CharterRef decision = is_decision (q->scene, q->subject) ? q->subject : 0;

  charter_item_init (&q->item, q->scene, decision,
                     decision == 0 ? charter_scene_charter (q->scene, q->at, NULL) : NULL, NULL,
                     q->at);
}

void
charter_permit_may (const CharterScene *scene,
                    CharterRef          person,
                    const char         *act,
                    CharterRef          subject,
                    gint64              at,
                    CharterJudgement   *out)
{
  CharterMay q = {
    .scene = scene, .person = person, .subject = subject, .act = act, .at = at, .out = out
  };
  const CharterFact *opened;

  begin (&q);
  opened = q.item.decision != 0 ? charter_item_opened (scene, q.item.decision, at, NULL) : NULL;
  charter_item_times (scene, opened, q.item.rule, &q.opens, &q.closes);
  q.item.at = item_time (&q);
  answer (&q);
  charter_item_clear (&q.item);
}

void
charter_permit_may_timed (const CharterScene *scene,
                          CharterRef          person,
                          const char         *act,
                          CharterRef          subject,
                          gint64              at,
                          gint64              opens,
                          gint64              closes,
                          CharterJudgement   *out)
{
  CharterMay q = { .scene = scene, .person = person, .subject = subject, .act = act, .at = at,
                 .opens = opens, .closes = closes, .out = out };

  begin (&q);
  q.item.at = item_time (&q);
  answer (&q);
  charter_item_clear (&q.item);
}

void
charter_permit_may_on (const CharterItem *item,
                       CharterRef         person,
                       const char        *act,
                       CharterRef         subject,
                       gint64             at,
                       gint64             opens,
                       gint64             closes,
                       CharterJudgement  *out)
{
  CharterMay q = { .scene = item->scene, .item = *item, .person = person, .subject = subject,
                   .act = act, .at = at, .opens = opens, .closes = closes, .out = out };

  answer (&q);
  charter_web_drop_trails (item->web);
}

void
charter_permit_may_amount (const CharterScene *scene,
                           CharterRef          person,
                           const char         *act,
                           gint64              amount,
                           gint64              at,
                           CharterJudgement   *out)
{
  CharterMay q = { .scene = scene,
                 .person = person,
                 .act = act,
                 .has_amount = TRUE,
                 .amount = amount,
                 .at = at,
                 .opens = CHARTER_INSTANT_NONE,
                 .closes = CHARTER_INSTANT_NONE,
                 .out = out };

  begin (&q);
  answer (&q);
  charter_item_clear (&q.item);
}

void
charter_permit_stranger (const char       *name,
                         CharterJudgement *out)
{
  out->answer = CHARTER_ANSWER_DENIED;
  out->grounds = g_ptr_array_new ();
  g_ptr_array_add (out->grounds, (gpointer) type_not_a_member.code);
  out->reasons = charter_reasons_new ();
  out->changes = charter_reasons_new ();
  charter_reasons_add (out->reasons, 0, &type_not_a_member, NULL, name, NULL);
}
