/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-answers-private.h"

#include <string.h>

#include "state/charter-string-table-private.h"

/* How many of those asked replied.  Who was asked stands in view-sought entries with the
 * question; where there is none, the charter's `asked` says who should have been.  Groups
 * outside the record count by their tallies. */

typedef struct
{
  const CharterInquiry *inquiry;
  const CharterNode    *attest;
  GArray               *answers;
  GHashTable           *replies;      /* keys of everybody who replied */
  gint64                asked, replied;
} Response;

static char *
key_of (CharterRef asked,
        CharterRef about,
        CharterRef event)
{
  return g_strdup_printf ("%u %u %u", asked, about, event);
}

/* Under every name by which the one who replied may have been asked. */
static void
add_reply (Response   *self,
           CharterRef  unit,
           CharterRef  about,
           CharterRef  event)
{
  g_hash_table_add (self->replies, key_of (unit, about, event));
  g_hash_table_add (self->replies, key_of (unit, about, 0));
  g_hash_table_add (self->replies, key_of (unit, 0, event));
  g_hash_table_add (self->replies, key_of (unit, 0, 0));
}

static void
index_replies (Response *self)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      const CharterAnswerData *answer = &g_array_index (self->answers, CharterAnswerData, i);
      g_autoptr(GArray) partners = NULL;

      if (answer->who == 0 || answer->replies == 0)
        continue;
      partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));
      charter_partners_behind (self->inquiry, answer->who, partners);
      if (answer->partner != 0)
        g_array_append_val (partners, answer->partner);
      add_reply (self, answer->who, answer->about, answer->event);
      for (guint j = 0; j < partners->len; j++)
        add_reply (self, g_array_index (partners, CharterRef, j), answer->about, answer->event);
    }
}

static void
count_asked (Response   *self,
             CharterRef  asked,
             CharterRef  about,
             CharterRef  event)
{
  g_autofree char *key = key_of (asked, about, event);

  self->asked++;
  self->replied += g_hash_table_contains (self->replies, key) ? 1 : 0;
}

/* Those asked on record, each once for each event and each one it is about. */
static void
count_sought (Response *self,
              gint32    since)
{
  const CharterScene *scene = self->inquiry->scene;
  const char *question = charter_node_member_string (self->attest, "question");
  g_autoptr(GHashTable) seen = g_hash_table_new_full (charter_string_hash, g_str_equal, g_free, NULL);
  CharterCursor cursor;

  for (const CharterFact *fact =
           charter_cursor_last (&cursor, scene, 0, CHARTER_KIND ("view-sought"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      CharterRef person = charter_scene_member (scene, fact, "person");
      CharterRef about = charter_scene_member (scene, fact, "about");
      CharterRef event = charter_scene_member (scene, fact, "event");

      if (fact->at > self->inquiry->at
          || charter_zone_date_of (self->inquiry->zone, fact->at) < since
          || g_strcmp0 (charter_scene_string (scene, fact, "question"), question) != 0
          || !g_hash_table_add (seen, key_of (person, about, event)))
        continue;
      count_asked (self, person, about, event);
    }
}

static gboolean
count_listed (Response *self)
{
  g_autoptr(GArray) listed = g_array_new (FALSE, FALSE, sizeof (CharterAsked));

  if (!charter_asked_list (self->inquiry, self->attest, listed))
    return FALSE;
  for (guint i = 0; i < listed->len; i++)
    {
      const CharterAsked *one = &g_array_index (listed, CharterAsked, i);

      count_asked (self, one->asked, one->about, 0);
    }
  return TRUE;
}

/* Tallies say how many they asked; sealed replies are some of those asked by name. */
static void
count_unnamed (Response *self)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      const CharterAnswerData *answer = &g_array_index (self->answers, CharterAnswerData, i);

      if (answer->who != 0)
        continue;
      self->replied += answer->replies;
      if (charter_node_member (charter_scene_data (self->inquiry->scene, answer->entry), "tally")
          != NULL)
        self->asked += MAX (answer->asked, answer->replies);
    }
  self->replied = MIN (self->replied, self->asked);
}

gboolean
charter_answers_response (const CharterInquiry *inquiry,
                          const CharterNode    *attest,
                          GArray               *answers,
                          gint64               *asked,
                          gint64               *replied)
{
  g_autoptr(GHashTable) replies = g_hash_table_new_full (charter_string_hash, g_str_equal, g_free, NULL);
  Response self = { inquiry, attest, answers, replies, 0, 0 };
  CharterPeriod stale;
  gboolean known;

  if (!charter_period_from_node (charter_node_member (attest, "stale-after"), &stale))
    charter_period_parse ("P9M", -1, &stale);
  index_replies (&self);
  count_sought (&self, charter_period_before_date (&stale, inquiry->today, inquiry->calendar));
  known = self.asked > 0 || count_listed (&self);
  count_unnamed (&self);
  *asked = self.asked;
  *replied = self.replied;
  return known && self.asked > 0;
}
