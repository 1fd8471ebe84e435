/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-choosing-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A tie of for and against, where the rule's chain knows more than the casting vote and that
 * things stay as they are.  The ballot of whoever chairs goes before, if it is for or against; a
 * lot is drawn between the two; first ranks and seniority tell nothing of them. */

#define TYPE(name, code, text) static const CharterReasonType type_##name = { code, N_(text) }

TYPE (carried, "tie-break",
      "Carried: {0} in favour and {0} against was a tie, and the rule's steps for ties settled it.");
TYPE (lost, "tie-break",
      "Not carried: {0} in favour and {0} against was a tie, and the rule's steps for ties settled "
      "it.");
TYPE (tied, "tied", "Tied: {0} in favour and {0} against; a casting vote settles it.");

enum { FOR, AGAINST };

static const char *const names[] = { "for", "against" };

static void
options_init (CharterOptions *self)
{
  *self = (CharterOptions) { g_array_new (FALSE, FALSE, sizeof (CharterOption)),
                             g_hash_table_new (g_str_hash, g_str_equal), -1 };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CharterOption option = { names[i], NULL, TRUE };

      g_array_append_val (self->rows, option);
      g_hash_table_insert (self->by_id, (gpointer) names[i], GUINT_TO_POINTER (i + 1));
    }
}

CharterChoosing *
charter_tie_break_new (const CharterRuleData *rule)
{
  CharterOptions options;
  CharterChoosing *self;

  options_init (&options);
  self = charter_choosing_new (rule, &options);
  charter_options_clear (&options);

  return self;
}

CharterChoosing *
charter_tie_break_read (const CharterDecided *decided,
                        const CharterNode    *ties)
{
  CharterOptions options;
  CharterChoosing *self;

  if (ties == NULL || decided->rule == NULL)
    return NULL;
  options_init (&options);
  self = charter_choosing_new (decided->rule, &options);
  charter_choosing_read_ties (self, &decided->scene, &options, ties);
  charter_options_clear (&options);

  return self;
}

gboolean
charter_tie_break_is_asked (const CharterRuleData *rule)
{
  for (const CharterNode *t = rule->ties != NULL ? charter_node_first (rule->ties) : NULL; t != NULL;
       t = charter_node_next (rule->ties, t))
    if (strcmp (t->string, "casting-vote") != 0 && strcmp (t->string, "status-quo") != 0)
      return TRUE;

  return FALSE;
}

const char *
charter_tie_break_settles (const CharterRuleData *rule)
{
  for (const CharterNode *t = rule->ties != NULL ? charter_node_first (rule->ties) : NULL; t != NULL;
       t = charter_node_next (rule->ties, t))
    if (strcmp (t->string, "first-ranks") != 0 && strcmp (t->string, "seniority") != 0)
      return t->string;

  return "status-quo";
}

/* Steps: 0 for, 1 against, -1 where the step tells nothing. */

static int
ask_chair (CharterTieChain    *chain,
           CharterRef         *person,
           const CharterFact **by)
{
  const CharterUnitVote *row = charter_tally_row_of_chair (chain->tally);

  if (row == NULL)
    return -1;
  *person = row->caster;
  *by = row->ballot;

  return row->own == CHARTER_VOTE_FOR ? FOR : AGAINST;
}

static int
draw (CharterTieChain *chain)
{
  if (chain->choosing->lot == NULL)
    chain->choosing->lot = charter_lot_draw (chain->decided, chain->tally->since, names,
                                             G_N_ELEMENTS (names));

  return (int) g_array_index (chain->choosing->lot->order, guint, 0);
}

static int
cast (CharterTieChain    *chain,
      CharterRef         *person,
      const CharterFact **by)
{
  const CharterScene *scene = &chain->decided->scene;

  if (chain->castings->len == 0)
    return -1;
  *by = chain->decided->casting = chain->castings->pdata[0];
  *person = charter_scene_member (scene, *by, "person");

  return g_strcmp0 (charter_scene_string (scene, *by, "choice"), "for") == 0 ? FOR : AGAINST;
}

static void
note (CharterTieChain   *chain,
      guint              step,
      int                left,
      CharterRef         person,
      const CharterFact *by)
{
  g_autoptr(GArray) tied = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_array_append_val (tied, i);
      if (left < 0 || left == (int) i)
        g_array_append_val (rest, i);
    }
  charter_tie_chain_note (chain, step, tied, rest, person, by);
}

static CharterResult
take_steps (CharterTieChain *chain)
{
  for (guint step = 0;; step++)
    {
      const char *word = charter_tie_chain_word (chain, step);
      const CharterFact *by = NULL;
      CharterRef person = 0;
      int left = -1;

      if (strcmp (word, "status-quo") == 0)
        left = AGAINST;
      else if (strcmp (word, "casting-vote") == 0)
        left = cast (chain, &person, &by);
      else if (strcmp (word, "role-ranking") == 0)
        left = ask_chair (chain, &person, &by);
      else if (strcmp (word, "lot") == 0)
        left = draw (chain);
      if (left < 0 && strcmp (word, "casting-vote") == 0)
        return CHARTER_RESULT_TIED;
      note (chain, step, left, person, by);
      if (left >= 0)
        return left == FOR ? CHARTER_RESULT_CARRIED : CHARTER_RESULT_NOT_CARRIED;
    }
}

CharterResult
charter_decided_break_tie (CharterDecided *self,
                           CharterTally   *tally)
{
  CharterTieChain chain;
  CharterResult result;

  self->tie_break = charter_tie_break_new (self->rule);
  charter_tie_chain_init (&chain, self, tally, self->tie_break);
  result = take_steps (&chain);
  charter_tie_chain_clear (&chain);

  return result;
}

CharterReasonId
charter_tie_break_explain (CharterDecided *self)
{
  g_autofree char *votes = g_strdup_printf ("%" G_GINT64_FORMAT, self->counts.for_);
  const CharterReasonType *type = self->result == CHARTER_RESULT_CARRIED ? &type_carried
                                  : self->result == CHARTER_RESULT_TIED  ? &type_tied
                                                                         : &type_lost;

  return charter_reasons_add (self->reasons, 0, type, self->rule->clause, votes, NULL);
}
