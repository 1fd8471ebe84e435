/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-private.h"

#include <string.h>

/* Who is to be asked to attest, by the charter's own words: members of the sets in `asked`
 * (persons, if left out); with `about: each`, by each about every partner but its own. */

static gboolean
own_partner (const CharterInquiry *inquiry,
             CharterRef            unit,
             CharterRef            partner)
{
  return unit == partner || charter_scene_acts_for (inquiry->scene, unit, partner, inquiry->at);
}

static void
add_member (const CharterInquiry *inquiry,
            CharterRef            member,
            GArray               *abouts,
            GArray               *out)
{
  for (guint i = 0; i < abouts->len; i++)
    {
      CharterAsked asked = { member, g_array_index (abouts, CharterRef, i) };

      if (!own_partner (inquiry, member, asked.about))
        g_array_append_val (out, asked);
    }
}

static gboolean
is_listed (GArray     *out,
           CharterRef  member)
{
  for (guint i = 0; i < out->len; i++)
    if (g_array_index (out, CharterAsked, i).asked == member)
      return TRUE;
  return FALSE;
}

static void
add_set (const CharterInquiry *inquiry,
         GArray               *members,
         gboolean              each,
         GArray               *out)
{
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  if (each)
    charter_set_members (inquiry, "partners", partners);
  for (guint i = 0; i < members->len; i++)
    {
      CharterAsked asked = { g_array_index (members, CharterRef, i), 0 };

      if (is_listed (out, asked.asked))
        continue;
      if (each)
        add_member (inquiry, asked.asked, partners, out);
      else
        g_array_append_val (out, asked);
    }
}

gboolean
charter_asked_list (const CharterInquiry *inquiry,
                    const CharterNode    *attest,
                    GArray               *out)
{
  const CharterNode *sets = charter_node_member (attest, "asked");
  const CharterNode *about = charter_node_member (attest, "about");
  gboolean each = about != NULL && charter_node_has_string (about, "each");
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  if (sets == NULL)
    charter_set_members (inquiry, "persons", members);
  CHARTER_EACH (sets, set)
    {
      g_autoptr(GArray) some = g_array_new (FALSE, FALSE, sizeof (CharterRef));

      if (!charter_set_members (inquiry, set->string, some))
        return FALSE;
      g_array_append_vals (members, some->data, some->len);
    }
  add_set (inquiry, members, each, out);
  return TRUE;
}
