/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

/* Ballots on options as they are counted.  A ballot that names an option counts as `for` in
 * quorum and tests, a blank one as `abstain`; what it says of the options is its paper. */

/* {"commitment": "…"}, which no score can be. */
static gboolean
is_sealed (const CharterNode *member)
{
  return member->type == CHARTER_NODE_OBJECT
         && charter_node_member_string (member, "commitment") != NULL;
}

static const CharterNode *
open_member (CharterTally      *self,
             const CharterFact *fact)
{
  g_autofree char *pointer = g_strconcat ("/", self->papers->terms.member, NULL);
  const CharterNode *opened = charter_scene_opened (self->item.scene, fact, pointer);

  if (opened == NULL || is_sealed (opened))
    self->unread = TRUE;

  return self->unread ? NULL : opened;
}

CharterVote
charter_tally_read_paper (CharterTally      *self,
                          const CharterFact *fact,
                          guint             *paper)
{
  const CharterNode *member = charter_node_member (charter_scene_data (self->item.scene, fact),
                                                   self->papers->terms.member);
  int read;

  *paper = 0;
  if (member == NULL)
    return CHARTER_VOTE_INVALID;
  if (is_sealed (member) && (!self->open_sealed || (member = open_member (self, fact)) == NULL))
    return CHARTER_VOTE_SEALED;
  read = charter_ballot_papers_read (self->papers, member, NULL);
  if (read < 0)
    return CHARTER_VOTE_INVALID;
  *paper = (guint) read + 1;

  return charter_ballot_papers_get (self->papers, (guint) read)->n > 0 ? CHARTER_VOTE_FOR
                                                                : CHARTER_VOTE_ABSTAIN;
}

gboolean
charter_tally_same_paper (const CharterTally *self,
                          guint               a,
                          guint               b)
{
  if (a == 0 || b == 0 || self->papers == NULL)
    return a == b;

  return charter_ballot_papers_get (self->papers, a - 1)->like
         == charter_ballot_papers_get (self->papers, b - 1)->like;
}
