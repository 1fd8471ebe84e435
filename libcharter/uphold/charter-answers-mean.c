/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-answers-private.h"

#include <string.h>

/* Means of answers, all exact. */

static void
add_to (CharterMean             *mean,
        const CharterAnswerData *answer)
{
  mean->sum += answer->sum;
  mean->n += answer->n;
}

CharterMean
charter_answers_mean (GArray *answers)
{
  CharterMean mean = { 0 };

  for (guint i = 0; i < answers->len; i++)
    add_to (&mean, &g_array_index (answers, CharterAnswerData, i));
  mean.respondents = mean.n;
  return mean;
}

gboolean
charter_mean_value (const CharterMean *mean,
                    CharterFraction   *value)
{
  return mean->n > 0 && charter_fraction_init (value, mean->sum, mean->n);
}

/* Groups, each with those who answered in it. */
typedef struct
{
  GArray     *means;          /* CharterMean */
  GPtrArray  *people;         /* GHashTable of refs, by index */
} Groups;

static guint
group_named (Groups     *self,
             const char *name)
{
  CharterMean mean = { .name = name };

  for (guint i = 0; i < self->means->len; i++)
    if (strcmp (g_array_index (self->means, CharterMean, i).name, name) == 0)
      return i;
  g_array_append_val (self->means, mean);
  g_ptr_array_add (self->people, g_hash_table_new (NULL, NULL));
  return self->means->len - 1;
}

/* Somebody who answers twice is one of the group all the same. */
static void
add_to_group (Groups                  *self,
              const char              *name,
              const CharterAnswerData *answer)
{
  guint i = group_named (self, name);
  CharterMean *mean = &g_array_index (self->means, CharterMean, i);
  GHashTable *people = self->people->pdata[i];

  if (answer->n == 0)
    return;
  add_to (mean, answer);
  if (answer->who == 0)
    mean->respondents += answer->n;
  else if (g_hash_table_add (people, GUINT_TO_POINTER (answer->who)))
    mean->respondents++;
}

static gboolean
is_about_each (const CharterNode *attest)
{
  const CharterNode *about = charter_node_member (attest, "about");

  return about != NULL && charter_node_has_string (about, "each");
}

/* The partner that an answer is counted with: the one it is about, where each is asked about
 * each; else the one whose view it is. */
static void
group_by_partner (const CharterInquiry    *inquiry,
                  const CharterNode       *attest,
                  const CharterAnswerData *answer,
                  Groups                  *groups)
{
  CharterRef partner = is_about_each (attest) ? answer->about : answer->partner;

  if (partner != 0)
    add_to_group (groups, charter_scene_name (inquiry->scene, partner), answer);
}

static void
group_by_constituency (const CharterInquiry    *inquiry,
                       const CharterAnswerData *answer,
                       Groups                  *groups)
{
  for (guint i = 0; i < inquiry->charter->n_constituencies; i++)
    {
      const char *name = inquiry->charter->constituencies[i].id;

      if (g_strcmp0 (answer->group, name) == 0
          || (answer->who != 0
              && charter_scene_in_constituency (inquiry->scene, answer->who, name,
                                                answer->entry->at)))
        add_to_group (groups, name, answer);
    }
}

/* The set among those asked that the answer comes from: the side it says, its group, or
 * where the person belongs. */
static void
group_by_set (const CharterInquiry    *inquiry,
              const CharterNode       *sets,
              const CharterAnswerData *answer,
              Groups                  *groups)
{
  const char *said = answer->side != NULL ? answer->side : answer->group;

  CHARTER_EACH (sets, set)
    if (said != NULL ? strcmp (said, set->string) == 0
                     : charter_set_has (inquiry, set->string, answer->who, answer->entry->at))
      {
        add_to_group (groups, set->string, answer);
        return;
      }
}

static void
group_answer (const CharterInquiry    *inquiry,
              const CharterNode       *attest,
              const CharterAnswerData *answer,
              gboolean                 by_partner,
              Groups                  *groups)
{
  const char *by = charter_node_member_string (attest, "by");
  const CharterNode *sets = charter_node_member (attest, "asked");

  if (by_partner || g_strcmp0 (by, "partner") == 0)
    group_by_partner (inquiry, attest, answer, groups);
  else if (g_strcmp0 (by, "constituency") == 0)
    group_by_constituency (inquiry, answer, groups);
  else if (charter_node_is (sets, CHARTER_NODE_ARRAY) && sets->length > 1)
    group_by_set (inquiry, sets, answer, groups);
  else
    group_by_partner (inquiry, attest, answer, groups);
}

GArray *
charter_answers_groups (const CharterInquiry *inquiry,
                        const CharterNode    *attest,
                        GArray               *answers,
                        gboolean              by_partner,
                        gint64                size)
{
  Groups groups = { g_array_new (FALSE, FALSE, sizeof (CharterMean)),
                    g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref) };
  guint kept = 0;

  for (guint i = 0; i < answers->len; i++)
    group_answer (inquiry, attest, &g_array_index (answers, CharterAnswerData, i), by_partner,
                  &groups);
  for (guint i = 0; i < groups.means->len; i++)
    {
      CharterMean mean = g_array_index (groups.means, CharterMean, i);

      if (mean.n > 0 && mean.respondents >= size)
        g_array_index (groups.means, CharterMean, kept++) = mean;
    }
  g_array_set_size (groups.means, kept);
  g_ptr_array_unref (groups.people);
  return groups.means;
}

const CharterMean *
charter_means_lowest (GArray *means)
{
  const CharterMean *lowest = NULL;
  CharterFraction least, value;

  for (guint i = 0; i < means->len; i++)
    {
      const CharterMean *mean = &g_array_index (means, CharterMean, i);

      if (!charter_mean_value (mean, &value))
        continue;
      if (lowest == NULL || charter_fraction_compare (&value, &least) < 0)
        {
          lowest = mean;
          least = value;
        }
    }
  return lowest;
}

gboolean
charter_means_gap (GArray          *means,
                   CharterFraction *gap)
{
  CharterFraction low = { 0, 1 }, high = { 0, 1 }, value;

  if (means->len < 2)
    return FALSE;
  for (guint i = 0; i < means->len; i++)
    {
      if (!charter_mean_value (&g_array_index (means, CharterMean, i), &value))
        return FALSE;
      if (i == 0 || charter_fraction_compare (&value, &low) < 0)
        low = value;
      if (i == 0 || charter_fraction_compare (&value, &high) > 0)
        high = value;
    }
  return charter_fraction_subtract (&high, &low, gap);
}
