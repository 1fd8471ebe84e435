/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

/* Ballots as they are entered: what a rule can read, and who may cast.  The count asks the
 * same of every ballot again. */

/* What a rule can read of a ballot */

static gboolean
uses_objections (const CharterRuleData *rule)
{
  guint used = rule->quorum.counts;

  for (guint i = 0; i < rule->n_tests; i++)
    used |= rule->tests[i].of | rule->tests[i].base;

  return (used & CHARTER_SUM_OBJECT) != 0;
}

static const char *
fault (const char  *where,
       const char  *text,
       const char **path,
       char       **message)
{
  *path = where;
  *message = g_strdup (text);

  return "not-on-ballot";
}

/* The rule in force when voting opened, or when the decision was proposed. */
static const CharterRuleData *
rule_of_newest (const CharterScene *scene,
                CharterRef          decision)
{
  const CharterFact *proposed = charter_scene_maker (scene, decision);
  const CharterFact *opened = charter_item_opened (scene, decision, G_MAXINT64, NULL);
  gint64 at = opened != NULL ? opened->at : proposed->at;
  const CharterDocumentData *charter = charter_scene_charter_of (scene, decision, at);

  return charter != NULL ? charter_item_rule (scene, proposed, charter, at) : NULL;
}

const char *
charter_decide_ballot_fault (const CharterScene *scene,
                             CharterRef          decision,
                             const CharterNode  *data,
                             const char        **path,
                             char              **message)
{
  static const char *const others[][2] = {
    { "ranking", "/data/ranking" }, { "approves", "/data/approves" }, { "scores", "/data/scores" },
  };
  const CharterRuleData *rule = rule_of_newest (scene, decision);
  const char *choice = charter_node_member_string (data, "choice");

  if (rule == NULL || rule->method != CHARTER_METHOD_MAJORITY)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (charter_node_member (data, others[i][0]) != NULL)
      return fault (others[i][1], "The rule puts one question: a ballot has a choice, for, against or abstain",
                    path, message);
  if (g_strcmp0 (choice, "stand-aside") == 0 || (g_strcmp0 (choice, "object") == 0 && !uses_objections (rule)))
    return fault ("/data/choice", "The rule counts votes: a ballot is for, against or abstain", path, message);

  return NULL;
}

/* Who may cast */

static const char *
voter_fault (const char *ground,
             const char *text,
             char      **message)
{
  *message = g_strdup (text);

  return ground;
}

static const char *
sentence_of (const char *ground)
{
  for (guint i = 0; i < charter_n_grounds; i++)
    if (g_str_equal (charter_grounds[i].code, ground))
      return charter_grounds[i].sentence;

  return "";
}

/* A person: the verdict on `vote`, and then for which partner. */
static const char *
person_ground (CharterItem *item,
               CharterRef   voter,
               CharterRef   partner,
               char       **message)
{
  CharterJudgement judgement;
  CharterPermission why;
  const char *ground = NULL;

  charter_decide_may (item->scene, voter, "vote", item->decision, item->at, &judgement);
  if (judgement.answer != CHARTER_ANSWER_ALLOWED)
    {
      ground = judgement.grounds->len > 0 ? judgement.grounds->pdata[0] : "no-permission";
      *message = charter_reasons_render (judgement.reasons, charter_reasons_first (judgement.reasons, 0), FALSE);
    }
  charter_judgement_clear (&judgement);
  if (ground != NULL || charter_item_unit_of (item, voter, partner, &ground, &why) != 0)
    return ground;
  if (ground == NULL)
    ground = "not-a-voter";

  return voter_fault (ground, sentence_of (ground), message);
}

/* A partner that is itself named as the voter. */
static const char *
partner_ground (CharterItem *item,
                CharterRef   partner,
                char       **message)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  const CharterBar *bar;
  gint64 opens, closes;

  charter_decide_state (item->scene, item->decision, item->at, &opens, &closes);
  if (opens == CHARTER_INSTANT_NONE)
    return voter_fault ("not-yet-open", sentence_of ("not-yet-open"), message);
  if (!charter_item_is_open (item->rule, opens, closes, item->at))
    return voter_fault ("closed", sentence_of ("closed"), message);
  if (!charter_item_is_unit (item, partner))
    return voter_fault ("not-a-voter", sentence_of ("not-a-voter"), message);
  charter_item_bars (item, partner, bars);
  bar = charter_bars_from (bars, CHARTER_FROM_VOTE);

  return bar != NULL ? voter_fault (bar->ground, sentence_of (bar->ground), message) : NULL;
}

const char *
charter_decide_voter_ground (const CharterScene *scene,
                             CharterRef          decision,
                             CharterRef          voter,
                             CharterRef          partner,
                             gint64              at,
                             char              **message)
{
  CharterItem item;
  const char *ground;

  charter_item_init (&item, scene, decision, NULL, NULL, at);
  if (item.rule == NULL)
    ground = voter_fault ("cannot-evaluate", "The charter in force has no such rule.", message);
  else if (charter_scene_is_partner (scene, voter))
    ground = partner_ground (&item, voter, message);
  else
    ground = person_ground (&item, voter, partner, message);
  charter_item_clear (&item);

  return ground;
}
