/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-choosing-private.h"

#include <string.h>

/* The chain that settles ties among options.
 *
 *   first-ranks    on more ballots alone at the top
 *   role-ranking   higher on the ballot of whoever chairs: of the holders of roles that may chair,
 *                  in the order of the charter, then of their appointments, the first whose ballot
 *                  counts
 *   seniority      the candidate who joined earlier; an option that is neither person nor partner
 *                  comes after those who are
 *   lot            earlier in the draw (charter-lot.c)
 *   casting-vote   named by whoever chairs, in an entry that has to come
 *   status-quo     the default option if it is among them, else nobody: things stay as they are
 *
 * The last two end the chain. */

static const char *const ordering[] = { "first-ranks", "role-ranking", "seniority", "lot", NULL };

void
charter_tie_chain_init (CharterTieChain *self,
                        CharterDecided  *decided,
                        CharterTally    *tally,
                        CharterChoosing *choosing)
{
  const CharterNode *ties = tally->item.rule->ties;
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();

  *self = (CharterTieChain) { decided, tally, choosing, g_ptr_array_new (), g_ptr_array_new () };
  for (const CharterNode *t = ties != NULL ? charter_node_first (ties) : NULL; t != NULL;
       t = charter_node_next (ties, t))
    g_ptr_array_add (self->words, (gpointer) t->string);
  charter_scene_collect (&decided->scene, decided->decision, CHARTER_KIND ("casting-vote-given"),
                         facts);
  for (guint i = 0; i < facts->len; i++)
    {
      const CharterFact *fact = facts->pdata[i];

      if (fact->seq > tally->since && fact->at <= decided->at)
        g_ptr_array_add (self->castings, (gpointer) fact);
    }
}

void
charter_tie_chain_clear (CharterTieChain *self)
{
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->castings);
}

const char *
charter_tie_chain_word (const CharterTieChain *self,
                        guint                  step)
{
  const char *word = step < self->words->len ? self->words->pdata[step] : "status-quo";

  return self->undrawn && strcmp (word, "lot") == 0 ? "casting-vote" : word;
}

gboolean
charter_tie_chain_orders (const CharterTieChain *self,
                          guint                  step)
{
  return g_strv_contains (ordering, charter_tie_chain_word (self, step));
}

/* Keys: the lower, the better */

static void
key_by_first_ranks (CharterTieChain *self,
                    gint64          *keys)
{
  for (guint i = 0; i < self->choosing->rows->len; i++)
    keys[i] = -charter_choosing_row (self->choosing, i)->first;
}

/* The row whose ballot the person cast, NULL if none counts. */
static const CharterUnitVote *
row_of_caster (const CharterTally *tally,
               CharterRef          person)
{
  for (guint i = 0; i < tally->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (tally->rows, CharterUnitVote, i);

      if (row->caster == person
          && (tally->papers != NULL ? row->own_paper != 0
                                    : row->own == CHARTER_VOTE_FOR
                                        || row->own == CHARTER_VOTE_AGAINST))
        return row;
    }

  return NULL;
}

static const CharterUnitVote *
row_of_role (const CharterTally *self,
             const char         *role)
{
  const CharterItem *item = &self->item;
  g_autoptr(GArray) tenures = g_array_new (FALSE, FALSE, sizeof (CharterTenure));

  charter_scene_tenures (item->scene, role, 0, item->at, tenures);
  for (guint i = 0; i < tenures->len; i++)
    {
      const CharterUnitVote *row = row_of_caster (
        self, g_array_index (tenures, CharterTenure, i).person);

      if (row != NULL)
        return row;
    }

  return NULL;
}

/* A role may chair by its own acts, or by being listed for it. */
static gboolean
may_chair (const CharterDocumentData *charter,
           const CharterRoleData     *role)
{
  g_autofree char *who = g_strconcat ("role:", role->id, NULL);

  if (role->acts != NULL && charter_node_has_string (role->acts, "chair"))
    return TRUE;
  for (guint i = 0; i < charter->n_permissions; i++)
    if (strcmp (charter->permissions[i].act, "chair") == 0
        && charter_node_has_string (charter->permissions[i].to, who))
      return TRUE;

  return FALSE;
}

const CharterUnitVote *
charter_tally_row_of_chair (const CharterTally *self)
{
  const CharterDocumentData *charter = self->item.charter;
  const CharterUnitVote *row = NULL;

  for (guint i = 0; row == NULL && i < charter->n_roles; i++)
    if (may_chair (charter, &charter->roles[i]))
      row = row_of_role (self, charter->roles[i].id);

  return row;
}

static void
key_by_ranking (CharterTieChain    *self,
                gint64             *keys,
                CharterRef         *person,
                const CharterFact **by)
{
  const CharterUnitVote *row = charter_tally_row_of_chair (self->tally);
  CharterBallotForm form = self->choosing->terms.form;
  const CharterFraction *blank = &self->choosing->terms.params.blank_score;
  const CharterPaper *paper;
  const CharterMark *marks;

  if (row == NULL)
    return;
  *person = row->caster;
  *by = row->ballot;
  for (guint i = 0; i < self->choosing->rows->len; i++)
    keys[i] = form == CHARTER_BALLOT_FORM_SCORES ? -charter_fraction_floor (blank) : G_MAXINT64;
  paper = charter_ballot_papers_get (self->tally->papers, row->own_paper - 1);
  marks = charter_ballot_papers_marks (self->tally->papers, paper);
  for (guint i = 0; i < paper->n; i++)
    keys[marks[i].option] = form == CHARTER_BALLOT_FORM_SCORES ? -marks[i].value : marks[i].value;
}

static gint64
joined (CharterTieChain   *self,
        const CharterNode *option)
{
  static const char *const members[] = { "person", "of" };
  const CharterScene *scene = self->tally->item.scene;

  for (guint i = 0; option != NULL && i < G_N_ELEMENTS (members); i++)
    {
      const char *name = charter_node_member_string (option, members[i]);
      CharterRef ref = name != NULL ? charter_scene_find (scene, name) : 0;

      if (ref != 0
          && (charter_scene_is_person (scene, ref) || charter_scene_is_partner (scene, ref)))
        return charter_scene_maker (scene, ref)->at;
    }

  return G_MAXINT64;
}

static void
key_by_seniority (CharterTieChain *self,
                  gint64          *keys)
{
  for (guint i = 0; i < self->choosing->rows->len; i++)
    keys[i] = joined (self, charter_options_get (&self->tally->papers->options, i)->node);
}

static void
key_by_lot (CharterTieChain *self,
            gint64          *keys)
{
  const guint n = self->choosing->rows->len;

  if (self->choosing->lot == NULL)
    {
      g_autofree const char **ids = g_new (const char *, n + 1);

      for (guint i = 0; i < n; i++)
        ids[i] = charter_choosing_row (self->choosing, i)->id;
      self->choosing->lot = charter_lot_draw (self->decided, self->tally->since, ids, n);
    }
  for (guint i = 0; i < n; i++)
    keys[g_array_index (self->choosing->lot->order, guint, i)] = i;
}

/* Splitting */

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const gint64 *keys = data;
  guint x = *(const guint *) a, y = *(const guint *) b;

  if (keys[x] != keys[y])
    return keys[x] < keys[y] ? -1 : 1;

  return x < y ? -1 : x > y;
}

static GPtrArray *
split_by (const gint64 *keys,
          GArray       *group)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (order, group->data, group->len);
  g_array_sort_with_data (order, compare_keys, (gpointer) keys);
  for (guint i = 0; i < order->len; i++)
    {
      guint option = g_array_index (order, guint, i);

      if (i == 0 || keys[option] != keys[g_array_index (order, guint, i - 1)])
        g_ptr_array_add (parts, g_array_new (FALSE, FALSE, sizeof (guint)));
      g_array_append_val ((GArray *) parts->pdata[parts->len - 1], option);
    }

  return parts;
}

GPtrArray *
charter_tie_chain_split (CharterTieChain    *self,
                         guint               step,
                         GArray             *group,
                         CharterRef         *person,
                         const CharterFact **by)
{
  g_autofree gint64 *keys = g_new0 (gint64, self->choosing->rows->len + 1);
  const char *word = charter_tie_chain_word (self, step);

  if (strcmp (word, "first-ranks") == 0)
    key_by_first_ranks (self, keys);
  else if (strcmp (word, "role-ranking") == 0)
    key_by_ranking (self, keys, person, by);
  else if (strcmp (word, "seniority") == 0)
    key_by_seniority (self, keys);
  else
    key_by_lot (self, keys);

  return split_by (keys, group);
}

gboolean
charter_tie_chain_cast (CharterTieChain    *self,
                        GArray             *group,
                        guint              *option,
                        CharterRef         *person,
                        const CharterFact **by)
{
  const CharterScene *scene = &self->decided->scene;

  for (guint i = 0; i < self->castings->len; i++)
    {
      const CharterFact *fact = self->castings->pdata[i];
      const char *choice = charter_scene_string (scene, fact, "choice");
      int found = choice != NULL ? charter_options_find (&self->tally->papers->options, choice)
                                 : -1;

      for (guint k = 0; found >= 0 && k < group->len; k++)
        if (g_array_index (group, guint, k) == (guint) found)
          {
            *option = (guint) found;
            *person = charter_scene_member (scene, fact, "person");
            *by = fact;
            g_ptr_array_remove_index (self->castings, i);
            return TRUE;
          }
    }

  return FALSE;
}

void
charter_tie_chain_note (CharterTieChain   *self,
                        guint              step,
                        GArray            *tied,
                        GArray            *left,
                        CharterRef         person,
                        const CharterFact *by)
{
  static const char *const words[] = { "first-ranks", "role-ranking", "seniority", "lot",
                                       "casting-vote", "status-quo" };
  const char *word = charter_tie_chain_word (self, step);
  CharterTieRow note = {
    .tied = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (guint)), tied->data, tied->len),
    .left = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (guint)), left->data, left->len),
    .person = person, .by = by,
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      note.step = words[i];
  g_array_append_val (self->choosing->ties, note);
}
