/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-answers-private.h"

#include <string.h>

#include "state/charter-string-table-private.h"

/* Which answers count. */

static gint64
scale_of (const CharterNode *attest)
{
  return charter_node_member_integer (attest, "scale", 5);
}

static gint32
stale_before (const CharterInquiry *inquiry,
              const CharterNode    *attest,
              gint64                at)
{
  CharterPeriod stale;

  if (!charter_period_from_node (charter_node_member (attest, "stale-after"), &stale))
    charter_period_parse ("P9M", -1, &stale);
  return charter_period_before_date (&stale, charter_zone_date_of (inquiry->zone, at),
                                     inquiry->calendar);
}

static void
read_score (CharterAnswerData *self,
            const CharterNode *data,
            gint64             scale)
{
  gint64 score = charter_node_member_integer (data, "score", 0);

  self->replies = 1;
  if (score < 1 || score > scale)
    return;
  self->sum = self->lowest = score;
  self->n = 1;
}

/* {"4": 7}: seven answered 4. */
static void
read_tally (CharterAnswerData *self,
            const CharterNode *tally,
            gint64             scale)
{
  const CharterNode *answers = charter_node_member (tally, "answers");

  self->group = charter_node_member_string (tally, "group");
  self->asked = charter_node_member_integer (tally, "asked", 0);
  for (const CharterNode *step = answers != NULL ? charter_node_first (answers) : NULL;
       step != NULL; step = charter_node_next (answers, step))
    {
      guint64 score = 0;

      if (step->type != CHARTER_NODE_INTEGER || step->integer <= 0
          || !g_ascii_string_to_unsigned (step->key, 10, 1, (guint64) scale, &score, NULL))
        continue;
      self->sum += (gint64) score * step->integer;
      self->n += step->integer;
      self->lowest = MIN (self->lowest, (gint64) score);
    }
  self->replies = self->n + charter_node_member_integer (tally, "cannot-say", 0);
}

static CharterRef
partner_of (const CharterInquiry *inquiry,
            const CharterFact    *entry,
            CharterRef            who)
{
  CharterRef named = charter_scene_member (inquiry->scene, entry, "for");
  g_autoptr(GArray) partners = NULL;

  if (named != 0 || who == 0)
    return named;
  partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  charter_partners_behind (inquiry, who, partners);
  return partners->len > 0 ? g_array_index (partners, CharterRef, 0) : 0;
}

static CharterAnswerData
read_answer (const CharterInquiry *inquiry,
             const CharterNode    *attest,
             const CharterFact    *entry)
{
  const CharterScene *scene = inquiry->scene;
  const CharterNode *data = charter_scene_data (scene, entry);
  const CharterNode *tally = charter_node_member (data, "tally");
  CharterAnswerData self = {
    .entry = entry,
    .who = charter_scene_member (scene, entry, "person"),
    .about = charter_scene_member (scene, entry, "about"),
    .event = charter_scene_member (scene, entry, "event"),
    .round = charter_node_member_string (data, "round"),
    .side = charter_node_member_string (data, "side"),
    .lowest = G_MAXINT64,
  };

  self.partner = partner_of (inquiry, entry, self.who);
  if (tally != NULL)
    read_tally (&self, tally, scale_of (attest));
  else
    read_score (&self, data, scale_of (attest));
  return self;
}

/* Was it asked of this person, and about this one?  Sets that cannot be listed let
 * everybody in: it is not on record who was meant. */
static gboolean
is_meant (const CharterInquiry    *inquiry,
          const CharterNode       *sets,
          CharterRef               ref,
          gint64                   at)
{
  if (sets == NULL || ref == 0)
    return TRUE;
  CHARTER_EACH (sets, set)
    if (!charter_set_is_known (inquiry, set->string))
      return TRUE;
  return charter_sets_have (inquiry, sets, ref, at);
}

static gboolean
is_wanted (const CharterInquiry    *inquiry,
           const CharterNode       *attest,
           const CharterAnswerData *self)
{
  const CharterNode *about = charter_node_member (attest, "about");

  if (self->partner != 0 && self->partner == self->about)
    return FALSE;
  if (!is_meant (inquiry, charter_node_member (attest, "asked"), self->who, self->entry->at))
    return FALSE;
  return about == NULL || charter_node_has_string (about, "each-other")
         || is_meant (inquiry, about, self->about, self->entry->at);
}

/* Later first. */
static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  const CharterFact *x = ((const CharterAnswerData *)a)->entry,
                    *y = ((const CharterAnswerData *)b)->entry;

  if (x->at != y->at)
    return x->at > y->at ? -1 : 1;
  return x->seq > y->seq ? -1 : 1;
}

/* Who speaks on what: only the last answer of each counts. */
static char *
key_of (const CharterAnswerData *self)
{
  if (self->who == 0 && self->group == NULL)
    return NULL;
  return g_strdup_printf ("%u %s %u %u", self->who, self->group != NULL ? self->group : "",
                          self->about, self->event);
}

/* Sealed answers cannot be told apart, so an earlier round of them is left out whole. */
static void
keep_last (GArray *answers)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (charter_string_hash, g_str_equal, g_free, NULL);
  const char *round = NULL;
  guint kept = 0;

  g_array_sort (answers, compare_answers);
  for (guint i = 0; i < answers->len; i++)
    {
      CharterAnswerData *self = &g_array_index (answers, CharterAnswerData, i);
      char *key = key_of (self);

      if (key != NULL && !g_hash_table_add (seen, key))
        continue;
      if (key == NULL && round == NULL)
        round = self->round;
      if (key == NULL && self->round != NULL && strcmp (self->round, round) != 0)
        continue;
      g_array_index (answers, CharterAnswerData, kept++) = *self;
    }
  g_array_set_size (answers, kept);
}

GArray *
charter_answers_collect (const CharterInquiry *inquiry,
                         const CharterNode    *attest,
                         const char           *clause,
                         gint64                at)
{
  const CharterScene *scene = inquiry->scene;
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (CharterAnswerData));
  const char *question = charter_node_member_string (attest, "question");
  gint32 stale = stale_before (inquiry, attest, at);
  CharterRef ref = charter_scene_find (scene, clause);
  CharterCursor cursor;

  for (const CharterFact *entry =
           ref != 0 ? charter_cursor_last (&cursor, scene, ref, CHARTER_KIND ("attestation-made"))
                    : NULL;
       entry != NULL; entry = charter_cursor_previous (&cursor))
    {
      CharterAnswerData answer;

      if (entry->at > at || charter_zone_date_of (inquiry->zone, entry->at) < stale
          || g_strcmp0 (charter_scene_string (scene, entry, "clause"), clause) != 0
          || g_strcmp0 (charter_scene_string (scene, entry, "question"), question) != 0)
        continue;
      answer = read_answer (inquiry, attest, entry);
      if (is_wanted (inquiry, attest, &answer))
        g_array_append_val (answers, answer);
    }
  keep_last (answers);
  return answers;
}
