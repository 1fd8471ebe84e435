/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-permit-private.h"

#include <glib/gi18n-lib.h>

/* Every ground on which somebody is let in or kept out.  The codes are stable. */
const CharterGround charter_grounds[] = {
  { "already-voted",
    N_("Has voted on the item, and the rule takes the first ballot as final.") },
  { "cannot-evaluate",
    N_("The charter asks for something that this version of the library cannot evaluate.") },
  { "circle",
    N_("The delegation leads in a circle.") },
  { "closed",
    N_("Voting on the item has ended.") },
  { "conflict",
    N_("Has an interest in a party that the item concerns, or is connected with it.") },
  { "dispensation",
    N_("May do so in spite of a conflict: a dispensation covers it.") },
  { "incompatible-roles",
    N_("Holds two roles that the charter lets nobody hold together, and has the acts of neither "
       "until one ends.") },
  { "listed",
    N_("The charter lists who may do this, and the person is among them.") },
  { "needs-ruling",
    N_("Has an interest in a party that the item concerns, or is connected with it, and nobody has "
       "ruled yet whether that is a conflict.") },
  { "no-charter",
    N_("No charter is in force.") },
  { "no-permission",
    N_("The charter lists who may do this, and the person is not among them.") },
  { "not-a-member",
    N_("Is not a current person of the partnership.") },
  { "not-a-voter",
    N_("The rule gives no vote to the person.") },
  { "not-appointed",
    N_("Nobody has been appointed to the role that this takes, or not this person.") },
  { "not-asked",
    N_("The charter asks for somebody's view to be sought first, and that has not been done.") },
  { "not-judged",
    N_("Whether the handler of a concern is free of conflict is judged when the concern is "
       "assigned.") },
  { "not-representative",
    N_("Somebody else speaks for the partner.") },
  { "not-yet-open",
    N_("Voting on the item has not opened.") },
  { "open",
    N_("The charter does not list who may do this, so every current person may.") },
  { "over-limit",
    N_("The amount at stake is more than the permission covers.") },
  { "own-ballot",
    N_("Has cast a ballot of its own, which takes the place of the delegation.") },
  { "own-matter",
    N_("The item concerns the person, or a partner that the person acts for.") },
  { "same-affiliation",
    N_("Has one vote together with others of the same affiliation.") },
  { "search-limit",
    N_("So many ties lead on that not all of them could be looked at.") },
  { "share-unknown",
    N_("Holds something in a party that the item concerns, and the record does not say how much.") },
  { "suspended",
    N_("Holds a role that takes this away, whatever else would permit it.") },
  { "term-ended",
    N_("No longer holds the role that this takes.") },
  { "voter",
    N_("The rule gives the person, or the partner that the person speaks for, a vote.") },
  { "which-partner",
    N_("Acts for several partners that have a vote, and has to say for which.") },
  { "withdrew",
    N_("Has stepped out of the item.") },
};

const guint charter_n_grounds = G_N_ELEMENTS (charter_grounds);

guint
charter_from_names (guint       from,
                    const char *names[5])
{
  static const struct { guint bit; const char *name; } bits[] = {
    { CHARTER_FROM_DISCUSSION, "discussion" },
    { CHARTER_FROM_PAPERS, "papers" },
    { CHARTER_FROM_PRESENCE, "presence" },
    { CHARTER_FROM_QUORUM, "quorum" },
    { CHARTER_FROM_VOTE, "vote" },
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bits); i++)
    if (from & bits[i].bit)
      names[n++] = bits[i].name;

  return n;
}

void
charter_judgement_clear (CharterJudgement *self)
{
  g_clear_pointer (&self->grounds, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, charter_reasons_unref);
  g_clear_pointer (&self->changes, charter_reasons_unref);
}
