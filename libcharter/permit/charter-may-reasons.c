/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-may-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The reasons behind a verdict, each a whole sentence with the clause and the entries that it
 * rests on. */

/* {0} person, {1} act, {2} what it is about, … */
static const CharterReasonType type_not_a_member = {
  "not-a-member", N_("{0} is not a current person of the partnership.")
};
static const CharterReasonType type_no_charter = {
  "no-charter", N_("No charter was in force at that time, so nothing permits it.")
};
static const CharterReasonType type_open = {
  "open", N_("The charter does not list who may {0}, so every current person may.")
};
static const CharterReasonType type_listed = {
  "listed", N_("The charter lists {0} among those who may {1}.")
};
static const CharterReasonType type_listed_role = {
  "listed", N_("The charter lets the holder of the role {2} {1}, and {0} holds it.")
};
static const CharterReasonType type_no_permission = {
  "no-permission", N_("The charter does not list {0} among those who may {1}.")
};
static const CharterReasonType type_over_limit = {
  "over-limit", N_("{0} may {1} only where at most {2} is at stake, and here it is {3}; nobody may "
                   "beyond that.")
};
static const CharterReasonType type_over_limit_others = {
  "over-limit", N_("{0} may {1} only where at most {2} is at stake, and here it is {3}. Beyond that "
                   "may: {4}.")
};
static const CharterReasonType type_suspended = {
  "suspended", N_("{0} holds the role {2}, whose holder may not {1}.")
};
static const CharterReasonType type_not_asked = {
  "not-asked", N_("{0} may {1} only once the view of {2} has been sought, and that has not been "
                  "done.")
};
static const CharterReasonType type_not_asked_of_nothing = {
  "not-asked", N_("{0} may {1} only on a decision on which the view of {2} has been sought.")
};
static const CharterReasonType type_incompatible_roles = {
  "incompatible-roles", N_("{0} holds the roles {2} and {3}, which nobody may hold together, and "
                           "until one of them ends has the acts of neither, such as {1}.")
};
static const CharterReasonType type_term_ended = {
  "term-ended", N_("{0} no longer holds the role {1}, which this takes.")
};
static const CharterReasonType type_not_appointed = {
  "not-appointed", N_("{0} does not hold the role {1}, which this takes.")
};
static const CharterReasonType type_not_representative = {
  "not-representative", N_("{0} may not speak for the partner here: its representative does.")
};
static const CharterReasonType type_not_a_voter = {
  "not-a-voter", N_("The rule {1} gives {0} no vote.")
};
static const CharterReasonType type_no_rule = {
  "not-a-voter", N_("No rule of the charter gives {0} a vote.")
};
static const CharterReasonType type_conflict = {
  "conflict", N_("{0} has declared an interest in {1}, which {2} concerns ({3}).")
};
static const CharterReasonType type_conflict_ruled = {
  "conflict", N_("The others have ruled that {0} has a conflict on {1}.")
};
static const CharterReasonType type_connected = {
  "conflict", N_("{0}, which {1} concerns ({2}).")
};
static const CharterReasonType type_connected_ruling = {
  "needs-ruling", N_("{0}, which {1} concerns ({2}), and nobody has ruled yet whether it is a "
                      "conflict.")
};
static const CharterReasonType type_partner_connected = {
  "conflict", N_("{0} acts for {1}, and {2}, which {3} concerns ({4}).")
};
static const CharterReasonType type_withheld = {
  "conflict", N_("{0} has an interest that bears on {1}; its details are withheld.")
};
static const CharterReasonType type_withheld_ruling = {
  "needs-ruling", N_("{0} has an interest that bears on {1}, whose details are withheld, and nobody "
                      "has ruled yet whether it is a conflict.")
};
static const CharterReasonType type_share_unknown = {
  "share-unknown", N_("{0} is connected with {1}, which {2} concerns, by a holding whose size is "
                       "not on record, or cannot be worked out exactly.")
};
static const CharterReasonType type_search_limit = {
  "search-limit", N_("So many ties lead on from {0} that not all could be looked at; the search "
                      "stopped after {1}.")
};
static const CharterReasonType type_sum_more = {
  "holding", N_("What is held comes to {0}; more than {1} makes a conflict (path {2}).")
};
static const CharterReasonType type_sum_least = {
  "holding", N_("What is held comes to {0}; {1} or more makes a conflict (path {2}).")
};
static const CharterReasonType type_holding = {
  "holding", N_("{0} holds {1} of {2}.")
};
static const CharterReasonType type_holding_unknown = {
  "holding", N_("{0} holds a part of {1}; how much is not on record.")
};
static const CharterReasonType type_exempt = {
  "exempt", N_("{0} is connected with {1}, which does not count: {2}.")
};
static const CharterReasonType type_exempt_withheld = {
  "exempt", N_("{0} has an interest whose details are withheld, and which does not count: {1}.")
};
static const CharterReasonType type_needs_ruling = {
  "needs-ruling", N_("{0} has declared an interest in {1}, which {2} concerns ({3}), and nobody "
                      "has ruled yet whether it is a conflict.")
};
static const CharterReasonType type_own_matter = {
  "own-matter", N_("{1} concerns {0}.")
};
static const CharterReasonType type_own_matter_partner = {
  "own-matter", N_("{1} concerns {2}, for which {0} acts.")
};
static const CharterReasonType type_withdrew = {
  "withdrew", N_("{0} has stepped out of {1}.")
};
static const CharterReasonType type_regime = {
  "regime", N_("Under the regime {0} this bars from: {1}.")
};
static const CharterReasonType type_dispensation = {
  "dispensation", N_("A dispensation of {0} until {1} lifts the bar.")
};

/* One edge of the way in words: {0} from, {1} to, {2} share or relation. */
static const CharterReasonType link_types[CHARTER_N_RELATIONS] = {
  [CHARTER_RELATION_OTHER] = { "link", N_("{0} {2} {1}.") },
  [CHARTER_RELATION_DECLARED] = { "link", N_("{0} has declared an interest in {1}.") },
  [CHARTER_RELATION_OWNS] = { "link", N_("{0} owns {2} of {1}.") },
  [CHARTER_RELATION_OWNED_BY] = { "link", N_("{1} owns {2} of {0}.") },
  [CHARTER_RELATION_CONTROLS] = { "link", N_("{0} controls {1}.") },
  [CHARTER_RELATION_CONTROLLED_BY] = { "link", N_("{1} controls {0}.") },
  [CHARTER_RELATION_DIRECTS] = { "link", N_("{0} is a director of {1}.") },
  [CHARTER_RELATION_DIRECTED_BY] = { "link", N_("{1} is a director of {0}.") },
  [CHARTER_RELATION_EMPLOYED_BY] = { "link", N_("{0} is employed by {1}.") },
  [CHARTER_RELATION_EMPLOYS] = { "link", N_("{1} is employed by {0}.") },
  [CHARTER_RELATION_MEMBER_OF] = { "link", N_("{0} is a member of {1}.") },
  [CHARTER_RELATION_HAS_MEMBER] = { "link", N_("{1} is a member of {0}.") },
  [CHARTER_RELATION_FUNDED_BY] = { "link", N_("{0} is funded by {1}.") },
  [CHARTER_RELATION_FUNDS] = { "link", N_("{1} is funded by {0}.") },
  [CHARTER_RELATION_NOMINATED_BY] = { "link", N_("{0} was nominated by {1}.") },
  [CHARTER_RELATION_NOMINATED] = { "link", N_("{1} was nominated by {0}.") },
  [CHARTER_RELATION_PARTNER_OF] = { "link", N_("{0} is the husband, wife or partner of {1}.") },
  [CHARTER_RELATION_SIBLING_OF] = { "link", N_("{0} is a brother or sister of {1}.") },
  [CHARTER_RELATION_BUSINESS_PARTNER_OF] = { "link", N_("{0} is a business partner of {1}.") },
  [CHARTER_RELATION_CLOSE_TO] = { "link", N_("{0} is close to {1}.") },
  [CHARTER_RELATION_RELATIVE_OF] = { "link", N_("{0} is a relative of {1}.") },
  [CHARTER_RELATION_CHILD_OF] = { "link", N_("{0} is a child of {1}.") },
  [CHARTER_RELATION_PARENT_OF] = { "link", N_("{1} is a child of {0}.") },
  [CHARTER_RELATION_STEPCHILD_OF] = { "link", N_("{0} is a stepchild of {1}.") },
  [CHARTER_RELATION_STEPPARENT_OF] = { "link", N_("{1} is a stepchild of {0}.") },
  [CHARTER_RELATION_GRANDCHILD_OF] = { "link", N_("{0} is a grandchild of {1}.") },
  [CHARTER_RELATION_GRANDPARENT_OF] = { "link", N_("{1} is a grandchild of {0}.") },
};

const char *
charter_may_name (CharterMay *q,
                  CharterRef  ref)
{
  return ref != 0 ? charter_scene_name (q->scene, ref) : "";
}

const char *
charter_may_person (CharterMay *q)
{
  return q->person != 0 ? charter_scene_name (q->scene, q->person) : "The person asked about";
}

void
charter_may_cite (CharterMay        *q,
                  CharterReasonId    reason,
                  const CharterFact *fact)
{
  if (fact == NULL)
    return;
  charter_reasons_cite (q->out->reasons, reason, fact->seq);
  for (guint32 seq = fact->newest_correction; seq != 0;)
    {
      const CharterFact *correction = charter_scene_fact (q->scene, seq);

      if (correction == NULL)
        return;
      charter_reasons_cite (q->out->reasons, reason, seq);
      seq = correction->previous_correction;
    }
}

/* Permission */

static void
explain_over_limit (CharterMay              *q,
                    const CharterPermission *permission)
{
  g_autofree char *limit = g_strdup_printf ("%" G_GINT64_FORMAT, permission->limit);
  g_autofree char *amount = g_strdup_printf ("%" G_GINT64_FORMAT, q->amount);
  g_autofree char *others = charter_permission_beyond (q->item.charter, q->act, permission->limit);

  if (others != NULL)
    charter_may_reason (q, &type_over_limit_others, permission->clause, charter_may_person (q),
                        q->act, limit, amount, others);
  else
    charter_may_reason (q, &type_over_limit, permission->clause, charter_may_person (q), q->act,
                        limit, amount);
}

static void
explain_not_asked (CharterMay              *q,
                   const CharterPermission *permission)
{
  charter_may_reason (q, q->item.proposed != NULL ? &type_not_asked : &type_not_asked_of_nothing,
                      permission->clause, charter_may_person (q), q->act, permission->unasked);
}

static void
explain_incompatible_roles (CharterMay              *q,
                            const CharterPermission *permission)
{
  CharterReasonId reason = charter_may_reason (q, &type_incompatible_roles, permission->clause,
                                               charter_may_person (q), q->act, permission->role,
                                               permission->other_role);

  charter_may_cite (q, reason, permission->because);
  charter_may_cite (q, reason, permission->also);
}

/* What gave the role, and what ended it. */
static void
explain_term_ended (CharterMay              *q,
                    const CharterPermission *permission)
{
  const char *role = permission->role != NULL ? permission->role : "";
  CharterReasonId reason = charter_may_reason (q, &type_term_ended, permission->clause,
                                               charter_may_person (q), role);
  CharterTenure tenure;

  charter_may_cite (q, reason, permission->because);
  if (charter_scene_last_tenure (q->scene, q->person, role, q->item.at, &tenure))
    charter_may_cite (q, reason, tenure.given);
}

void
charter_may_explain_denial (CharterMay              *q,
                            const CharterPermission *permission)
{
  const char *role = permission->role != NULL ? permission->role : "";
  const char *rule = q->item.rule != NULL ? q->item.rule->id : NULL;
  const char *clause = permission->clause;

  if (strcmp (permission->ground, "not-a-member") == 0)
    charter_may_reason (q, &type_not_a_member, NULL, charter_may_person (q));
  else if (strcmp (permission->ground, "no-charter") == 0)
    charter_may_reason (q, &type_no_charter, NULL);
  else if (strcmp (permission->ground, "over-limit") == 0)
    explain_over_limit (q, permission);
  else if (strcmp (permission->ground, "not-asked") == 0)
    explain_not_asked (q, permission);
  else if (strcmp (permission->ground, "incompatible-roles") == 0)
    explain_incompatible_roles (q, permission);
  else if (strcmp (permission->ground, "suspended") == 0)
    charter_may_cite (q, charter_may_reason (q, &type_suspended, clause, charter_may_person (q),
                                             q->act, role), permission->because);
  else if (strcmp (permission->ground, "term-ended") == 0)
    explain_term_ended (q, permission);
  else if (strcmp (permission->ground, "not-appointed") == 0)
    charter_may_reason (q, &type_not_appointed, clause, charter_may_person (q), role);
  else if (strcmp (permission->ground, "not-representative") == 0)
    charter_may_reason (q, &type_not_representative, clause, charter_may_person (q));
  else if (strcmp (permission->ground, "not-a-voter") == 0 && rule != NULL)
    charter_may_reason (q, &type_not_a_voter, clause, charter_may_person (q), rule);
  else if (strcmp (permission->ground, "not-a-voter") == 0)
    charter_may_reason (q, &type_no_rule, clause, charter_may_person (q));
  else
    charter_may_reason (q, &type_no_permission, clause, charter_may_person (q), q->act);
}

void
charter_may_explain_permission (CharterMay *q)
{
  const CharterPermission *permission = &q->permission;

  if (strcmp (permission->ground, "open") == 0)
    charter_may_reason (q, &type_open, NULL, q->act);
  else if (permission->role != NULL)
    charter_may_reason (q, &type_listed_role, permission->clause, charter_may_person (q), q->act,
                permission->role);
  else
    charter_may_reason (q, &type_listed, permission->clause, charter_may_person (q), q->act);
}

/* Conflicts */

static void
explain_link (CharterMay       *q,
              CharterReasonId   parent,
              const CharterHop *hop)
{
  const CharterEdge *edge = hop->edge;
  const CharterFact *fact = charter_scene_fact (q->scene, edge->seq);
  const CharterNode *node = charter_node_member (charter_scene_data (q->scene, fact), "share");
  g_autofree char *share = NULL;
  const char *detail = "a part";
  CharterFraction value;
  CharterReasonId reason;

  if (edge->relation == CHARTER_RELATION_OTHER)
    detail = charter_hop_relation (q->scene, hop);
  else if (node != NULL && charter_fraction_from_node (node, &value))
    detail = share = charter_fraction_to_string (&value);
  reason = charter_reasons_add (q->out->reasons, parent, &link_types[edge->relation], NULL,
                                charter_may_name (q, edge->from), charter_may_name (q, edge->to),
                                detail, NULL);
  charter_may_cite (q, reason, fact);
}

/* Evidence filed for a link stands behind it. */
static void
cite_evidence (CharterMay       *q,
               CharterReasonId   reason,
               const CharterHop *hop)
{
  const CharterFact *fact = charter_scene_fact (q->scene, hop->edge->seq);
  CharterCursor cursor;

  for (const CharterFact *filed = charter_cursor_last (&cursor, q->scene, fact->makes,
                                                       CHARTER_KIND ("evidence-filed"));
       filed != NULL; filed = charter_cursor_previous (&cursor))
    if (filed->at <= q->at)
      charter_may_cite (q, reason, filed);
}

static void
explain_holding (CharterMay        *q,
                 CharterReasonId    parent,
                 CharterRef         party,
                 const CharterHeld *held)
{
  g_autofree char *share = held->known ? charter_fraction_to_string (&held->share) : NULL;
  const char *holder = charter_may_name (q, held->holder), *name = charter_may_name (q, party);
  CharterReasonId reason;

  if (held->known)
    reason = charter_reasons_add (q->out->reasons, parent, &type_holding, NULL, holder, share, name,
                                  NULL);
  else
    reason = charter_reasons_add (q->out->reasons, parent, &type_holding_unknown, NULL, holder,
                                  name, NULL);
  for (guint i = 0; i < held->n_hops; i++)
    charter_may_cite (q, reason, charter_scene_fact (q->scene, held->hops[i].edge->seq));
}

static void
explain_share (CharterMay         *q,
               CharterReasonId     parent,
               const CharterTrail *trail)
{
  const CharterPathData *path = trail->path;
  g_autofree char *sum = charter_fraction_to_string (&trail->share);
  g_autofree char *limit = charter_fraction_to_string (&path->share);
  CharterReasonId reason =
    charter_reasons_add (q->out->reasons, parent,
                         path->compare == CHARTER_COMPARE_GREATER ? &type_sum_more
                                                                  : &type_sum_least,
                         path->clause, sum, limit, path->id, NULL);

  for (guint i = 0; i < trail->n_holdings; i++)
    explain_holding (q, reason, trail->party, &trail->holdings[i]);
}

static void
explain_trail (CharterMay         *q,
               CharterReasonId     parent,
               const CharterTrail *trail)
{
  if (trail->withheld)
    return;
  for (guint i = 0; i < trail->n_hops; i++)
    {
      if (trail->n_hops > 1 || trail->path != NULL)
        explain_link (q, parent, &trail->hops[i]);
      cite_evidence (q, parent, &trail->hops[i]);
    }
  if (trail->has_share && trail->doubt != CHARTER_DOUBT_LIMIT)
    explain_share (q, parent, trail);
}

static void
cite_endings (CharterMay        *q,
              CharterReasonId    reason,
              const CharterFact *fact)
{
  guint16 kind = fact->kind == CHARTER_KIND ("link-stated") ? CHARTER_KIND ("link-ended")
                                                            : CHARTER_KIND ("interest-ended");
  CharterCursor cursor;

  for (const CharterFact *ended = charter_cursor_last (&cursor, q->scene, fact->makes, kind);
       ended != NULL; ended = charter_cursor_previous (&cursor))
    charter_may_cite (q, reason, ended);
}

static void
cite_hops (CharterMay       *q,
           CharterReasonId   reason,
           const CharterHop *hops,
           guint             n_hops)
{
  for (guint i = 0; i < n_hops; i++)
    {
      const CharterFact *fact = charter_scene_fact (q->scene, hops[i].edge->seq);

      charter_may_cite (q, reason, fact);
      if (hops[i].edge->flags & CHARTER_EDGE_CHANGED)
        cite_endings (q, reason, fact);
    }
}

/* Every entry of the way is one that the conflict rests on; what is withheld tells its holdings
 * by no reasons of their own. */
static void
cite_trail (CharterMay         *q,
            CharterReasonId     reason,
            const CharterTrail *trail)
{
  cite_hops (q, reason, trail->hops, trail->n_hops);
  for (guint i = 0; trail->withheld && i < trail->n_holdings; i++)
    cite_hops (q, reason, trail->holdings[i].hops, trail->holdings[i].n_hops);
}

/* Everybody's declaration makes an interest one that all share. */
static void
cite_shared (CharterMay      *q,
             CharterReasonId  reason,
             CharterRef       party)
{
  const CharterEdges *edges = charter_scene_edges (q->scene);

  for (guint32 e = charter_edges_of (edges, party).declared; e != 0;
       e = charter_edges_get (edges, e)->next_in)
    charter_may_cite (q, reason, charter_scene_fact (q->scene, charter_edges_get (edges, e)->seq));
}

static void
cite_exemption (CharterMay         *q,
                CharterReasonId     reason,
                const CharterTrail *trail)
{
  const CharterFact *joined = charter_scene_maker (q->scene, trail->party);

  if (strcmp (trail->exemption, "shared-by-all") == 0)
    cite_shared (q, reason, trail->party);
  if (strcmp (trail->exemption, "public-body") == 0
      && charter_scene_is_partner (q->scene, trail->party))
    charter_may_cite (q, reason, joined);
}

static CharterReasonId
explain_doubt (CharterMay       *q,
               const CharterBar *bar)
{
  const CharterTrail *trail = bar->trail;

  if (trail->doubt == CHARTER_DOUBT_LIMIT)
    return charter_may_reason (q, &type_search_limit, bar->clause, charter_may_name (q, trail->from),
                               charter_may_name (q, trail->party));

  return charter_may_reason (q, &type_share_unknown, bar->clause, charter_may_name (q, trail->from),
                             charter_may_name (q, trail->party),
                             charter_may_name (q, q->item.decision));
}

static CharterReasonId
explain_connection (CharterMay       *q,
                    const CharterBar *bar)
{
  const char *item = charter_may_name (q, q->item.decision);
  const char *category = bar->category != NULL ? bar->category : "";
  const char *who = charter_may_name (q, bar->who);
  g_autofree char *phrase = NULL;

  if (bar->trail->withheld)
    return charter_may_reason (q, bar->awaits ? &type_withheld_ruling : &type_withheld, bar->clause,
                               who, item);
  if (bar->trail->path == NULL && bar->who == q->person)
    return charter_may_reason (q, bar->awaits ? &type_needs_ruling : &type_conflict, bar->clause,
                               who, charter_may_name (q, bar->party), item, category);
  phrase = charter_may_phrase (q, bar->trail);
  if (bar->awaits)
    return charter_may_reason (q, &type_connected_ruling, bar->clause, phrase, item, category);
  if (bar->who != q->person)
    return charter_may_reason (q, &type_partner_connected, bar->clause, charter_may_person (q), who,
                               phrase, item, category);

  return charter_may_reason (q, &type_connected, bar->clause, phrase, item, category);
}

static CharterReasonId
explain_ground (CharterMay       *q,
                const CharterBar *bar)
{
  const char *item = charter_may_name (q, q->item.decision);

  if (strcmp (bar->ground, "withdrew") == 0)
    return charter_may_reason (q, &type_withdrew, NULL, charter_may_person (q), item);
  if (strcmp (bar->ground, "own-matter") == 0 && bar->party != q->person)
    return charter_may_reason (q, &type_own_matter_partner, bar->clause, charter_may_person (q),
                               item, charter_may_name (q, bar->party));
  if (strcmp (bar->ground, "own-matter") == 0)
    return charter_may_reason (q, &type_own_matter, bar->clause, charter_may_person (q), item);
  if (bar->trail == NULL)
    return charter_may_reason (q, &type_conflict_ruled, bar->clause, charter_may_name (q, bar->who),
                               item);
  if (bar->trail->doubt != CHARTER_DOUBT_NONE && bar->ruled == NULL)
    return explain_doubt (q, bar);

  return explain_connection (q, bar);
}

static void
explain_regime (CharterMay       *q,
                CharterReasonId   reason,
                const CharterBar *bar)
{
  const char *names[6] = { NULL };
  g_autofree char *list = NULL;

  charter_from_names (charter_regime_from (bar->regime), names);
  list = g_strjoinv (", ", (char **) names);
  charter_reasons_add (q->out->reasons, reason, &type_regime, bar->clause, bar->regime->id, list,
                       NULL);
}

void
charter_may_explain_bar (CharterMay       *q,
                         const CharterBar *bar)
{
  CharterReasonId reason = explain_ground (q, bar);

  charter_may_cite (q, reason, bar->because);
  charter_may_cite (q, reason, bar->ruled);
  if (bar->trail != NULL)
    {
      cite_trail (q, reason, bar->trail);
      explain_trail (q, reason, bar->trail);
    }
  explain_regime (q, reason, bar);
}

void
charter_may_explain_dispensation (CharterMay       *q,
                                  const CharterBar *bar)
{
  const char *until = charter_scene_string (q->scene, bar->dispensation, "until");
  char granted[CHARTER_INSTANT_TEXT_SIZE];
  CharterReasonId reason;

  charter_instant_format (bar->dispensation->at, granted);
  reason = charter_may_reason (q, &type_dispensation, NULL, granted, until != NULL ? until : "");
  charter_may_cite (q, reason, bar->dispensation);
  charter_may_cite (q, reason, bar->because);
  if (bar->trail != NULL)
    cite_trail (q, reason, bar->trail);
}

static const char *
exemption_text (const char *exemption)
{
  static const struct { const char *code, *text; } texts[] = {
    { "ended", N_("it ended, or was corrected") },
    { "exempt-category", N_("the policy exempts its category") },
    { "not-known", N_("the person does not know of it") },
    { "public-body", N_("it is a public body") },
    { "shared-by-all", N_("everybody has that interest") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i].code, exemption) == 0)
      return texts[i].text;

  return exemption;
}

/* Two trails that would be told in the same words are told once. */
static gboolean
is_told_as (const CharterTrail *trail,
            const CharterTrail *other)
{
  return other->exemption != NULL && trail->withheld == other->withheld
         && (trail->withheld || trail->party == other->party)
         && strcmp (trail->exemption, other->exemption) == 0;
}

static gboolean
is_told_before (GPtrArray *trails,
                guint      number)
{
  for (guint i = 0; i < number; i++)
    if (is_told_as (trails->pdata[number], trails->pdata[i]))
      return TRUE;

  return FALSE;
}

static void
explain_exempt_trail (CharterMay *q,
                      GPtrArray  *trails,
                      guint       number)
{
  const CharterTrail *trail = trails->pdata[number];
  const char *from = charter_may_name (q, trail->from);
  const char *why = exemption_text (trail->exemption);
  const char *clause = q->item.charter->conflicts.clause;
  CharterReasonId reason;

  if (trail->withheld)
    reason = charter_may_reason (q, &type_exempt_withheld, clause, from, why);
  else
    reason = charter_may_reason (q, &type_exempt, clause, from, charter_may_name (q, trail->party),
                                 why);
  for (guint i = number; i < trails->len; i++)
    if (is_told_as (trail, trails->pdata[i]))
      {
        cite_trail (q, reason, trails->pdata[i]);
        cite_exemption (q, reason, trails->pdata[i]);
      }
}

void
charter_may_explain_exempt (CharterMay *q)
{
  g_autoptr(GPtrArray) trails = g_ptr_array_new ();

  charter_item_trails (&q->item, q->person, CHARTER_TRAILS_EXEMPT | CHARTER_TRAILS_ENDED, trails);
  for (guint i = 0; i < trails->len; i++)
    if (((const CharterTrail *) trails->pdata[i])->exemption != NULL
        && !is_told_before (trails, i))
      explain_exempt_trail (q, trails, i);
}
