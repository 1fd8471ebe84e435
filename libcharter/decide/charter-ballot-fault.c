/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

/* Ballots as they are entered: what a rule can read of them. */

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

  if (rule == NULL || rule->method > CHARTER_METHOD_ROLE_HOLDER)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (charter_node_member (data, others[i][0]) != NULL)
      return fault (others[i][1],
                    charter_rule_hears_objections (rule)
                      ? "The rule puts one question: a ballot has a choice, for, against, abstain, "
                        "object or stand-aside"
                      : "The rule puts one question: a ballot has a choice, for, against or abstain",
                    path, message);
  if (charter_rule_hears_objections (rule))
    return NULL;
  if (g_strcmp0 (choice, "stand-aside") == 0
      || (g_strcmp0 (choice, "object") == 0 && !charter_rule_uses_objections (rule)))
    return fault ("/data/choice", "The rule counts votes: a ballot is for, against or abstain",
                  path, message);

  return NULL;
}
