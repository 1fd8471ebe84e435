/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-may-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a verdict stands on beside its grounds: the charter, the item, the standing of the
 * person, and whatever took a ground away again (a ruling, coming back, a representative who
 * cannot come).  Nothing that was relied on goes without being cited. */

/* {0} person, {1} item, … */
static const CharterReasonType type_basis = {
  "basis", N_("This is judged under the charter “{0}” as it was in force.")
};
static const CharterReasonType type_basis_item = {
  "basis", N_("This is judged under the charter “{0}” as it was in force for {1}.")
};
static const CharterReasonType type_ruled_free = {
  "ruled-free", N_("The others have ruled that {0} has no conflict on {1}.")
};
static const CharterReasonType type_came_back = {
  "came-back", N_("{0} had stepped out of {1} and has come back.")
};
static const CharterReasonType type_stands_in = {
  "stands-in", N_("{0} may speak for {1}, since its representative {2} cannot.")
};

/* The charter and the item */

static void
cite_newest (CharterMay      *q,
             CharterReasonId  reason,
             guint16          kind)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, q->scene, q->item.decision, kind);
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= q->at)
      {
        charter_may_cite (q, reason, fact);
        return;
      }
}

/* The amendment that the rule comes from, if it is one. */
static void
cite_amendment (CharterMay      *q,
                CharterReasonId  reason)
{
  const CharterFact *amended = q->item.decision != 0
                                 ? charter_item_amended (q->scene, q->item.decision, "rule", q->item.at)
                                 : NULL;

  if (amended != NULL)
    charter_may_cite (q, reason, amended);
}

static void
cite_item (CharterMay      *q,
           CharterReasonId  reason)
{
  charter_may_cite (q, reason, q->item.proposed);
  cite_amendment (q, reason);
  cite_newest (q, reason, CHARTER_KIND ("decision-reopened"));
  cite_newest (q, reason, CHARTER_KIND ("decision-opened"));
}

/* Roles */

static void
cite_tenure (CharterMay      *q,
             CharterReasonId  reason,
             const char      *role)
{
  g_autoptr(GArray) tenures = g_array_new (FALSE, FALSE, sizeof (CharterTenure));

  charter_scene_tenures (q->scene, role, q->person, q->item.at, tenures);
  if (tenures->len > 0)
    charter_may_cite (q, reason, g_array_index (tenures, CharterTenure, 0).given);
}

static void
cite_substitutes (CharterMay      *q,
                  CharterReasonId  reason,
                  const char      *role)
{
  const CharterDocumentData *charter = q->item.charter;

  for (guint i = 0; i < charter->n_roles; i++)
    if (g_strcmp0 (charter->roles[i].substitutes, role) == 0)
      cite_tenure (q, reason, charter->roles[i].id);
}

static void
cite_voter_roles (CharterMay      *q,
                  CharterReasonId  reason)
{
  const CharterRuleData *rule = q->item.rule;
  const CharterNode *voters = rule->voters;

  for (const CharterNode *who = voters != NULL ? charter_node_first (voters) : NULL; who != NULL;
       who = charter_node_next (voters, who))
    if (g_str_has_prefix (who->string, "role:"))
      {
        cite_tenure (q, reason, who->string + 5);
        if (rule->method == CHARTER_METHOD_ROLE_HOLDER)
          cite_substitutes (q, reason, who->string + 5);
      }
  if (rule->unit != CHARTER_UNIT_PARTNER)
    return;
  cite_tenure (q, reason, "representative");
  cite_substitutes (q, reason, "representative");
}

/* Standing */

static void
cite_standing (CharterMay      *q,
               CharterReasonId  reason)
{
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  CharterCursor cursor;

  if (q->person == 0)
    return;
  charter_may_cite (q, reason, charter_scene_maker (q->scene, q->person));
  charter_scene_partners_of (q->scene, q->person, q->item.at, partners);
  for (guint i = 0; i < partners->len; i++)
    charter_may_cite (q, reason, charter_scene_maker (q->scene, g_array_index (partners, CharterRef,
                                                                              i)));
  for (const CharterFact *left = charter_cursor_last (&cursor, q->scene, q->person,
                                                      CHARTER_KIND ("person-left"));
       left != NULL; left = charter_cursor_previous (&cursor))
    if (left->at <= q->at)
      charter_may_cite (q, reason, left);
}

static void
add_basis (CharterMay *q)
{
  const CharterDocumentData *charter = q->item.charter;
  CharterReasonId reason;

  if (q->item.proposed != NULL)
    reason = charter_may_reason (q, &type_basis_item, NULL, charter->title,
                                 charter_may_name (q, q->item.decision));
  else
    reason = charter_may_reason (q, &type_basis, NULL, charter->title);
  charter_may_cite (q, reason, charter_scene_adoption (q->scene, charter));
  cite_standing (q, reason);
  if (q->item.proposed != NULL)
    cite_item (q, reason);
  if (q->permission.allowed && q->permission.role != NULL)
    cite_tenure (q, reason, q->permission.role);
  if (q->votes && q->item.rule != NULL)
    cite_voter_roles (q, reason);
}

/* What took a ground away */

static const CharterFact *
newest_step (CharterMay *q,
             guint16     kind)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, q->scene, q->person, kind);
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= q->item.at
        && charter_scene_member (q->scene, fact, "decision") == q->item.decision)
      return fact;

  return NULL;
}

static void
add_came_back (CharterMay *q)
{
  const CharterFact *out = newest_step (q, CHARTER_KIND ("stepped-out"));
  const CharterFact *in = newest_step (q, CHARTER_KIND ("stepped-in"));
  CharterReasonId reason;

  if (out == NULL || in == NULL || in->seq < out->seq)
    return;
  reason = charter_may_reason (q, &type_came_back, NULL, charter_may_person (q),
                               charter_may_name (q, q->item.decision));
  charter_may_cite (q, reason, out);
  charter_may_cite (q, reason, in);
}

static void
add_ruled_free (CharterMay *q,
                CharterRef  who)
{
  const CharterFact *ruled = charter_item_ruling (&q->item, who);

  if (ruled == NULL || charter_ruling_finds_conflict (q->scene, ruled))
    return;
  charter_may_cite (q, charter_may_reason (q, &type_ruled_free, q->item.charter->conflicts.clause,
                                           charter_may_name (q, who),
                                           charter_may_name (q, q->item.decision)), ruled);
}

static void
add_rulings (CharterMay *q)
{
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  add_ruled_free (q, q->person);
  charter_scene_partners_of (q->scene, q->person, q->item.at, partners);
  for (guint i = 0; i < partners->len; i++)
    add_ruled_free (q, g_array_index (partners, CharterRef, i));
}

/* Why the representative of a partner does not come: barred, or noted absent. */
static void
cite_absence (CharterMay      *q,
              CharterReasonId  reason,
              CharterRef       representative)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  const CharterFact *noted = NULL;

  charter_item_bars (&q->item, representative, bars);
  for (guint i = 0; i < bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (bars, CharterBar, i);

      charter_may_cite (q, reason, bar->because);
      charter_may_cite (q, reason, bar->ruled);
      for (guint h = 0; bar->trail != NULL && h < bar->trail->n_hops; h++)
        charter_may_cite (q, reason, charter_scene_fact (q->scene, bar->trail->hops[h].edge->seq));
    }
  if (charter_item_attendance (&q->item, representative, &noted) == 0)
    charter_may_cite (q, reason, noted);
}

/* The representatives of a partner, but for the person asked about. */
static void
add_stands_in_for (CharterMay *q,
                   CharterRef  partner)
{
  CharterCursor cursor;

  for (const CharterFact *given = charter_cursor_last (&cursor, q->scene, partner,
                                                       CHARTER_KIND ("role-given"));
       given != NULL; given = charter_cursor_previous (&cursor))
    {
      CharterTenure tenure;
      CharterReasonId reason;

      if (!charter_scene_tenure (q->scene, given, q->item.at, &tenure)
          || strcmp (tenure.role, "representative") != 0 || tenure.partner != partner
          || tenure.person == q->person)
        continue;
      reason = charter_may_reason (q, &type_stands_in, q->item.rule->clause, charter_may_person (q),
                                   charter_may_name (q, partner),
                                   charter_may_name (q, tenure.person));
      charter_may_cite (q, reason, tenure.given);
      cite_absence (q, reason, tenure.person);
    }
}

static void
add_stands_in (CharterMay *q)
{
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  charter_scene_partners_of (q->scene, q->person, q->item.at, partners);
  for (guint i = 0; i < partners->len; i++)
    add_stands_in_for (q, g_array_index (partners, CharterRef, i));
}

static gboolean
is_cast_by_partners (const CharterMay *q)
{
  return q->votes && q->item.rule != NULL && q->item.rule->unit == CHARTER_UNIT_PARTNER
         && q->item.rule->speaks == CHARTER_SPEAKS_REPRESENTATIVE;
}

void
charter_may_add_basis (CharterMay *q)
{
  if (q->item.charter == NULL)
    return;
  if (q->bars != NULL)
    {
      add_came_back (q);
      add_rulings (q);
    }
  if (q->out->answer == CHARTER_ANSWER_ALLOWED && is_cast_by_partners (q))
    add_stands_in (q);
  add_basis (q);
}
