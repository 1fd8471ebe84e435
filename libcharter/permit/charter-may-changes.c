/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-may-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What would change a verdict: for each ground of a denial what lifts it, and for a yes that
 * rests on a dispensation when it ends. */

/* {0} person, {1} act or what it is about, … */
static const CharterReasonType type_join = {
  "person-joined", N_("{0} joins the partnership.")
};
static const CharterReasonType type_charter = {
  "charter-adopted", N_("A charter is adopted.")
};
static const CharterReasonType type_role = {
  "role-given", N_("{0} is given the role {1}.")
};
static const CharterReasonType type_role_ends = {
  "role-ended", N_("{0} no longer holds the role {1}.")
};
static const CharterReasonType type_sought = {
  "view-sought", N_("The view of {0} is sought.")
};
static const CharterReasonType type_listed = {
  "permission", N_("{0} comes to be among those who may {1}: {2}.")
};
static const CharterReasonType type_amount = {
  "amount", N_("At most {0} is at stake.")
};
static const CharterReasonType type_interest_ends = {
  "interest-ended", N_("The interest {0} ends.")
};
static const CharterReasonType type_interest_ends_tail = {
  "interest-ended", N_("The interest {0} ends, and the time for which it counts after that has "
                        "passed.")
};
static const CharterReasonType type_link_ends = {
  "link-ended", N_("The tie {0} ends.")
};
static const CharterReasonType type_link_ends_tail = {
  "link-ended", N_("The tie {0} ends, and the time for which it counts after that has passed.")
};
static const CharterReasonType type_less = {
  "holding", N_("What is held comes to {0} or less.")
};
static const CharterReasonType type_below = {
  "holding", N_("What is held comes to less than {0}.")
};
static const CharterReasonType type_state_share = {
  "share-stated", N_("The record says how large the holding is.")
};
static const CharterReasonType type_ruled = {
  "conflict-ruled", N_("The others rule that it is no conflict.")
};
static const CharterReasonType type_rule = {
  "conflict-ruled", N_("The others rule whether it is a conflict.")
};
static const CharterReasonType type_dispense = {
  "dispensation-granted", N_("A dispensation lets {0} {1} on {2}.")
};
static const CharterReasonType type_step_in = {
  "stepped-in", N_("{0} comes back to {1}.")
};
static const CharterReasonType type_open = {
  "decision-opened", N_("Voting on {0} is opened.")
};
static const CharterReasonType type_withdraw_ballot = {
  "ballot-withdrawn", N_("The ballot is taken back.")
};
static const CharterReasonType type_lapses = {
  "dispensation-ends", N_("The dispensation ends with {0}.")
};

#define add_change(q, type, ...) \
  charter_reasons_add ((q)->out->changes, 0, (type), NULL, ##__VA_ARGS__, NULL)

static gboolean
has_ground (const CharterMay *q,
            const char       *ground)
{
  const GPtrArray *grounds = q->out->grounds;

  for (guint i = 0; i < grounds->len; i++)
    if (strcmp (grounds->pdata[i], ground) == 0)
      return TRUE;

  return FALSE;
}

/* Permissions */

/* Those whom the charter lists for the act, as it spells them. */
static char *
list_permitted (const CharterMay *q)
{
  const CharterDocumentData *charter = q->item.charter;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < charter->n_roles; i++)
    if (charter->roles[i].acts != NULL && charter_node_has_string (charter->roles[i].acts, q->act))
      g_ptr_array_add (names, g_strconcat ("role:", charter->roles[i].id, NULL));
  for (guint i = 0; i < charter->n_permissions; i++)
    {
      const CharterPermissionData *row = &charter->permissions[i];

      if (strcmp (row->act, q->act) != 0)
        continue;
      for (const CharterNode *to = charter_node_first (row->to); to != NULL;
           to = charter_node_next (row->to, to))
        g_ptr_array_add (names, g_strdup (to->string));
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static void
change_roles (CharterMay *q)
{
  const CharterPermission *permission = &q->permission;

  if (has_ground (q, "term-ended") && permission->role != NULL)
    add_change (q, &type_role, charter_may_person (q), permission->role);
  if (has_ground (q, "suspended") || has_ground (q, "incompatible-roles"))
    add_change (q, &type_role_ends, charter_may_person (q), permission->role);
  if (has_ground (q, "incompatible-roles"))
    add_change (q, &type_role_ends, charter_may_person (q), permission->other_role);
}

static void
change_permission (CharterMay *q)
{
  const CharterPermission *permission = &q->permission;
  g_autofree char *listed = NULL;

  if (has_ground (q, "over-limit"))
    {
      g_autofree char *limit = g_strdup_printf ("%" G_GINT64_FORMAT, permission->limit);

      add_change (q, &type_amount, limit);
    }
  if (has_ground (q, "not-asked") && q->item.proposed != NULL)
    add_change (q, &type_sought, permission->unasked);
  change_roles (q);
  if (!has_ground (q, "no-permission"))
    return;
  listed = list_permitted (q);
  if (listed[0] != '\0')
    add_change (q, &type_listed, charter_may_person (q), q->act, listed);
}

static void
change_standing (CharterMay *q)
{
  if (has_ground (q, "not-a-member"))
    add_change (q, &type_join, charter_may_person (q));
  if (has_ground (q, "no-charter"))
    add_change (q, &type_charter);
}

/* The roles that the rule gives a vote. */
static void
change_voters (CharterMay *q)
{
  const CharterNode *voters = q->item.rule != NULL ? q->item.rule->voters : NULL;

  if (!has_ground (q, "not-appointed") && !has_ground (q, "not-a-voter"))
    return;
  for (const CharterNode *who = voters != NULL ? charter_node_first (voters) : NULL; who != NULL;
       who = charter_node_next (voters, who))
    if (g_str_has_prefix (who->string, "role:"))
      add_change (q, &type_role, charter_may_person (q), who->string + 5);
}

/* Bars */

/* Several ways may go over one edge, or be below one threshold: each is told once. */
static gboolean
is_told (const CharterMay        *q,
         const CharterReasonType *type,
         const char              *argument)
{
  CharterReasons *changes = q->out->changes;

  for (CharterReasonId id = charter_reasons_first (changes, 0); id != 0;
       id = charter_reasons_next (changes, id))
    if (charter_reasons_is (changes, id, type, argument))
      return TRUE;

  return FALSE;
}

static void
change_once (CharterMay              *q,
             const CharterReasonType *type,
             const char              *argument)
{
  if (!is_told (q, type, argument))
    add_change (q, type, argument);
}

/* Without the edge the way is broken. */
static void
change_edge (CharterMay       *q,
             const CharterHop *hop)
{
  const CharterFact *fact = charter_scene_fact (q->scene, hop->edge->seq);
  const CharterConflictPolicy *policy = &q->item.charter->conflicts;
  gboolean tail = policy->has_tail && !charter_period_is_zero (&policy->tail);
  const char *id = charter_scene_name (q->scene, fact->makes);

  if (fact->kind == CHARTER_KIND ("interest-declared"))
    change_once (q, tail ? &type_interest_ends_tail : &type_interest_ends, id);
  else
    change_once (q, tail ? &type_link_ends_tail : &type_link_ends, id);
}

static void
change_share (CharterMay         *q,
              const CharterTrail *trail)
{
  g_autofree char *limit = NULL;

  if (trail->doubt == CHARTER_DOUBT_SHARE)
    add_change (q, &type_state_share);
  if (trail->doubt != CHARTER_DOUBT_NONE || !trail->has_share)
    return;
  limit = charter_fraction_to_string (&trail->path->share);
  change_once (q, trail->path->compare == CHARTER_COMPARE_GREATER ? &type_less : &type_below, limit);
}

static void
change_trail (CharterMay       *q,
              const CharterBar *bar)
{
  const CharterTrail *trail = bar->trail;

  if (trail->withheld)
    return;
  change_share (q, trail);
  if (trail->doubt == CHARTER_DOUBT_NONE)
    for (guint i = 0; i < trail->n_hops; i++)
      change_edge (q, &trail->hops[i]);
}

static void
change_bar (CharterMay       *q,
            const CharterBar *bar)
{
  if (strcmp (bar->ground, "withdrew") == 0)
    add_change (q, &type_step_in, charter_may_person (q), charter_may_name (q, q->item.decision));
  if (bar->trail != NULL)
    change_trail (q, bar);
}

/* One ruling, and one dispensation, do for all conflicts of somebody. */
static void
change_settled (CharterMay *q,
                guint       bits)
{
  gboolean rule = FALSE, dispense = FALSE, awaits = FALSE;

  for (guint i = 0; q->bars != NULL && i < q->bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (q->bars, CharterBar, i);

      if (!(bar->from & bits) || !has_ground (q, bar->ground))
        continue;
      rule |= bar->trail != NULL && bar->ruled == NULL;
      awaits |= bar->awaits;
      dispense |= !(bar->regime->without && bits & CHARTER_FROM_UNITS);
    }
  if (rule)
    add_change (q, awaits ? &type_rule : &type_ruled);
  if (dispense)
    add_change (q, &type_dispense, charter_may_person (q), q->act,
                charter_may_name (q, q->item.decision));
}

static void
change_bars (CharterMay *q)
{
  guint bits = charter_may_bits (q->act);

  for (guint i = 0; q->bars != NULL && i < q->bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (q->bars, CharterBar, i);

      if (bar->from & bits && has_ground (q, bar->ground))
        change_bar (q, bar);
    }
  change_settled (q, bits);
}

/* Time */

static void
change_time (CharterMay *q)
{
  if (has_ground (q, "not-yet-open"))
    add_change (q, &type_open, charter_may_name (q, q->item.decision));
  if (has_ground (q, "already-voted"))
    add_change (q, &type_withdraw_ballot);
}

static void
change_dispensations (CharterMay *q)
{
  for (guint i = 0; q->bars != NULL && i < q->bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (q->bars, CharterBar, i);

      if (bar->dispensed & charter_may_bits (q->act))
        add_change (q, &type_lapses, charter_scene_string (q->scene, bar->dispensation, "until"));
    }
}

void
charter_may_add_changes (CharterMay *q)
{
  if (q->out->answer == CHARTER_ANSWER_ALLOWED)
    {
      change_dispensations (q);
      return;
    }
  change_standing (q);
  if (q->item.charter == NULL)
    return;
  change_permission (q);
  change_bars (q);
  change_voters (q);
  change_time (q);
}
