/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-may-private.h"

#include <string.h>

/* A way through the interest graph in the words that people use: "amira’s brother or sister’s
 * business partner owns 1/4 of acme". */

/* Who stands at the other end of an edge, seen from the first ({0}); the first form along the
 * edge, the second against it. */
static const char *const others[CHARTER_N_RELATIONS][2] = {
  [CHARTER_RELATION_OWNS] = { "{0}’s company", "{0}’s owner" },
  [CHARTER_RELATION_OWNED_BY] = { "{0}’s owner", "{0}’s company" },
  [CHARTER_RELATION_CONTROLS] = { "{0}’s company", "whoever controls {0}" },
  [CHARTER_RELATION_CONTROLLED_BY] = { "whoever controls {0}", "{0}’s company" },
  [CHARTER_RELATION_DIRECTS] = { "the company that {0} directs", "{0}’s director" },
  [CHARTER_RELATION_DIRECTED_BY] = { "{0}’s director", "the company that {0} directs" },
  [CHARTER_RELATION_EMPLOYED_BY] = { "{0}’s employer", "{0}’s employee" },
  [CHARTER_RELATION_EMPLOYS] = { "{0}’s employee", "{0}’s employer" },
  [CHARTER_RELATION_MEMBER_OF] = { "the body that {0} belongs to", "{0}’s member" },
  [CHARTER_RELATION_HAS_MEMBER] = { "{0}’s member", "the body that {0} belongs to" },
  [CHARTER_RELATION_FUNDED_BY] = { "{0}’s funder", "whoever {0} funds" },
  [CHARTER_RELATION_FUNDS] = { "whoever {0} funds", "{0}’s funder" },
  [CHARTER_RELATION_NOMINATED_BY] = { "whoever nominated {0}", "{0}’s nominee" },
  [CHARTER_RELATION_NOMINATED] = { "{0}’s nominee", "whoever nominated {0}" },
  [CHARTER_RELATION_PARTNER_OF] = { "{0}’s husband, wife or partner",
                                    "{0}’s husband, wife or partner" },
  [CHARTER_RELATION_SIBLING_OF] = { "{0}’s brother or sister", "{0}’s brother or sister" },
  [CHARTER_RELATION_BUSINESS_PARTNER_OF] = { "{0}’s business partner", "{0}’s business partner" },
  [CHARTER_RELATION_CLOSE_TO] = { "somebody close to {0}", "somebody close to {0}" },
  [CHARTER_RELATION_RELATIVE_OF] = { "{0}’s relative", "{0}’s relative" },
  [CHARTER_RELATION_CHILD_OF] = { "{0}’s parent", "{0}’s child" },
  [CHARTER_RELATION_PARENT_OF] = { "{0}’s child", "{0}’s parent" },
  [CHARTER_RELATION_STEPCHILD_OF] = { "{0}’s stepparent", "{0}’s stepchild" },
  [CHARTER_RELATION_STEPPARENT_OF] = { "{0}’s stepchild", "{0}’s stepparent" },
  [CHARTER_RELATION_GRANDCHILD_OF] = { "{0}’s grandparent", "{0}’s grandchild" },
  [CHARTER_RELATION_GRANDPARENT_OF] = { "{0}’s grandchild", "{0}’s grandparent" },
};

/* What the last edge says: {0} its one end, {1} its other end, {2} a share; along and against. */
static const char *const ends[CHARTER_N_RELATIONS][2] = {
  [CHARTER_RELATION_DECLARED] = { "{0} has declared an interest in {1}", NULL },
  [CHARTER_RELATION_OWNS] = { "{0} owns {2} of {1}", "{0} belongs to {1} ({2})" },
  [CHARTER_RELATION_OWNED_BY] = { "{0} belongs to {1} ({2})", "{0} owns {2} of {1}" },
  [CHARTER_RELATION_CONTROLS] = { "{0} controls {1}", "{0} is controlled by {1}" },
  [CHARTER_RELATION_CONTROLLED_BY] = { "{0} is controlled by {1}", "{0} controls {1}" },
  [CHARTER_RELATION_DIRECTS] = { "{0} is a director of {1}", "{0} has {1} as a director" },
  [CHARTER_RELATION_DIRECTED_BY] = { "{0} has {1} as a director", "{0} is a director of {1}" },
  [CHARTER_RELATION_EMPLOYED_BY] = { "{0} is employed by {1}", "{0} employs {1}" },
  [CHARTER_RELATION_EMPLOYS] = { "{0} employs {1}", "{0} is employed by {1}" },
  [CHARTER_RELATION_MEMBER_OF] = { "{0} is a member of {1}", "{0} has {1} as a member" },
  [CHARTER_RELATION_HAS_MEMBER] = { "{0} has {1} as a member", "{0} is a member of {1}" },
  [CHARTER_RELATION_FUNDED_BY] = { "{0} is funded by {1}", "{0} funds {1}" },
  [CHARTER_RELATION_FUNDS] = { "{0} funds {1}", "{0} is funded by {1}" },
  [CHARTER_RELATION_NOMINATED_BY] = { "{0} was nominated by {1}", "{0} nominated {1}" },
  [CHARTER_RELATION_NOMINATED] = { "{0} nominated {1}", "{0} was nominated by {1}" },
};

static char *
fill (const char *text,
      const char *zero,
      const char *one,
      const char *two)
{
  const char *values[] = { zero, one, two };
  GString *out = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (*c == '{' && c[1] >= '0' && c[1] <= '2' && c[2] == '}')
      {
        g_string_append (out, values[c[1] - '0']);
        c += 2;
      }
    else
      g_string_append_c (out, *c);

  return g_string_free (out, FALSE);
}

/* "{0}’s partner" of whoever was named so far. */
static char *
step_on (CharterMay       *q,
         const CharterHop *hop,
         const char       *so_far)
{
  const char *text = others[hop->edge->relation][hop->against];

  if (text != NULL)
    return fill (text, so_far, "", "");

  return g_strdup (charter_may_name (q, charter_hop_to (hop)));
}

static char *
share_of (CharterMay       *q,
          const CharterHop *hop)
{
  const CharterFact *fact = charter_scene_fact (q->scene, hop->edge->seq);
  const CharterNode *node = charter_node_member (charter_scene_data (q->scene, fact), "share");
  CharterFraction value;

  if (node != NULL && charter_fraction_from_node (node, &value))
    return charter_fraction_to_string (&value);

  return g_strdup ("a part");
}

/* A tie of kinship at the end names the party itself. */
static char *
end_with (CharterMay       *q,
          const CharterHop *hop,
          const char       *so_far)
{
  const char *party = charter_may_name (q, charter_hop_to (hop));
  const char *text = ends[hop->edge->relation][hop->against];
  g_autofree char *share = share_of (q, hop);
  g_autofree char *other = NULL;

  if (text != NULL)
    return fill (text, so_far, party, share);
  if (others[hop->edge->relation][hop->against] == NULL)
    return fill ("{0} is tied to {1} ({2})", so_far, party, charter_hop_relation (q->scene, hop));
  other = step_on (q, hop, so_far);

  return fill ("{0} is {1}", party, other, "");
}

char *
charter_may_phrase (CharterMay         *q,
                    const CharterTrail *trail)
{
  g_autofree char *so_far = g_strdup (charter_may_name (q, trail->from));

  for (guint i = 0; i + 1 < trail->n_hops; i++)
    {
      char *next = step_on (q, &trail->hops[i], so_far);

      g_free (so_far);
      so_far = next;
    }

  return end_with (q, &trail->hops[trail->n_hops - 1], so_far);
}
