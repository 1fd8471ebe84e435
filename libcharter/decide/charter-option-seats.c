/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-choosing-private.h"

#include <string.h>

/* Filling seats from the method's ranking, layer by layer.  Where more are level than there are
 * seats left, the chain of the rule takes one step after the other over those who are level.
 *
 * A cap passes over options whose group is full.  An option that no ballot names is never
 * chosen.  With one seat the default option competes like the others; with several, those that
 * stand above it are chosen and the seats beyond stay free. */

typedef struct
{
  GArray  *options;
  guint    step;                /* the next of the chain */
  gboolean capped;              /* all of one group that a cap does not let in as a whole */
} Group;

typedef struct
{
  CharterChoosing    *choosing;
  const CharterTally *tally;
  CharterTieChain    *chain;    /* NULL: nothing settles ties */
  GQueue              groups;   /* Group, the best first */
  GHashTable         *filled;   /* how many were chosen, by what a cap looks at */
  guint               left;     /* seats */
  gboolean            ended;
} Filling;

static Group *
group_new (GArray  *options,
           guint    step,
           gboolean capped)
{
  Group *self = g_new (Group, 1);

  self->options = options;
  self->step = step;
  self->capped = capped;

  return self;
}

static void
group_free (Group *self)
{
  g_array_unref (self->options);
  g_free (self);
}

static GArray *
new_list (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

static gboolean
holds (GArray *list,
       int     option)
{
  for (guint i = 0; i < list->len; i++)
    if ((int) g_array_index (list, guint, i) == option)
      return TRUE;

  return FALSE;
}

/* Caps */

const char *
charter_choosing_cap_of (const CharterChoosing *self,
                         const CharterTally    *tally,
                         guint                  option)
{
  const CharterNode *node = charter_options_get (&tally->papers->options, option)->node;

  return self->terms.cap_by != NULL && node != NULL
           ? charter_node_member_string (node, self->terms.cap_by)
           : NULL;
}

static guint
room_of (Filling    *filling,
         const char *cap)
{
  guint taken;

  if (cap == NULL)
    return G_MAXUINT;
  taken = GPOINTER_TO_UINT (g_hash_table_lookup (filling->filled, cap));

  return filling->choosing->terms.cap > taken ? filling->choosing->terms.cap - taken : 0;
}

static GArray *
eligible_of (Filling *filling,
             GArray  *options)
{
  GArray *out = new_list ();

  for (guint i = 0; i < options->len; i++)
    {
      guint option = g_array_index (options, guint, i);

      if (charter_choosing_may_win (filling->choosing, option)
          && room_of (filling, charter_choosing_cap_of (filling->choosing, filling->tally, option))
               > 0)
        g_array_append_val (out, option);
    }

  return out;
}

/* Of each capped group among the options, its members; those without a cap are not in it. */
static GHashTable *
by_cap (Filling *filling,
        GArray  *options)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                              (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < options->len; i++)
    {
      guint option = g_array_index (options, guint, i);
      const char *cap = charter_choosing_cap_of (filling->choosing, filling->tally, option);
      GArray *members = cap != NULL ? g_hash_table_lookup (groups, cap) : NULL;

      if (cap == NULL)
        continue;
      if (members == NULL)
        {
          members = new_list ();
          g_hash_table_insert (groups, (gpointer) cap, members);
        }
      g_array_append_val (members, option);
    }

  return groups;
}

static gboolean
is_crowded (Filling    *filling,
            GHashTable *groups,
            const char *cap)
{
  GArray *members = cap != NULL ? g_hash_table_lookup (groups, cap) : NULL;

  return members != NULL && members->len > room_of (filling, cap);
}

/* How many of these the caps let through. */
static guint
admitted (Filling    *filling,
          GArray     *options,
          GHashTable *groups)
{
  GHashTableIter iter;
  gpointer cap, members;
  guint n = options->len;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &cap, &members))
    {
      guint m = ((GArray *) members)->len, room = room_of (filling, cap);

      n -= m > room ? m - room : 0;
    }

  return n;
}

/* Choosing */

static void
choose (Filling *filling,
        guint    option)
{
  const char *cap = charter_choosing_cap_of (filling->choosing, filling->tally, option);

  g_array_append_val (filling->choosing->winners, option);
  filling->left--;
  if (cap != NULL)
    g_hash_table_insert (filling->filled, (gpointer) cap,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (
                           g_hash_table_lookup (filling->filled, cap)) + 1));
}

static void
end_tied (Filling *filling,
          GArray  *level)
{
  g_array_append_vals (filling->choosing->tied, level->data, level->len);
  filling->ended = TRUE;
}

/* Nothing in the chain chooses: things stay as they are. */
static void
end_as_things_are (Filling *filling,
                   GArray  *level,
                   guint    step)
{
  CharterChoosing *choosing = filling->choosing;
  g_autoptr(GArray) left = new_list ();

  if (holds (level, choosing->default_))
    {
      guint default_ = (guint) choosing->default_;

      choose (filling, default_);
      g_array_append_val (left, default_);
    }
  charter_tie_chain_note (filling->chain, step, level, left, 0, NULL);
  filling->ended = TRUE;
}

static void
cast (Filling     *filling,
      const Group *group,
      GArray      *level,
      guint        step)
{
  g_autoptr(GArray) left = new_list ();
  const CharterFact *by;
  CharterRef person;
  guint option;
  GArray *rest;

  if (!charter_tie_chain_cast (filling->chain, level, &option, &person, &by))
    {
      end_tied (filling, level);
      return;
    }
  g_array_append_val (left, option);
  charter_tie_chain_note (filling->chain, step, level, left, person, by);
  choose (filling, option);
  rest = new_list ();
  for (guint i = 0; i < level->len; i++)
    if (g_array_index (level, guint, i) != option)
      g_array_append_val (rest, g_array_index (level, guint, i));
  g_queue_push_head (&filling->groups, group_new (rest, step, group->capped));
}

/* Those for whom it goes on: the groups that reach into the places. */
static void
note_split (Filling           *filling,
            guint              step,
            GArray            *level,
            GPtrArray         *parts,
            guint              places,
            CharterRef         person,
            const CharterFact *by)
{
  g_autoptr(GArray) left = new_list ();

  for (guint i = 0; i < parts->len && left->len < places; i++)
    {
      GArray *part = parts->pdata[i];

      g_array_append_vals (left, part->data, part->len);
    }
  charter_tie_chain_note (filling->chain, step, level, left, person, by);
}

/* TRUE if the step told any apart. */
static gboolean
split (Filling     *filling,
       const Group *group,
       GArray      *level,
       guint        step,
       guint        places)
{
  const CharterFact *by = NULL;
  CharterRef person = 0;
  g_autoptr(GPtrArray) parts = charter_tie_chain_split (filling->chain, step, level, &person, &by);

  note_split (filling, step, level, parts, places, person, by);
  if (parts->len < 2)
    return FALSE;
  for (guint i = parts->len; i-- > 0;)
    g_queue_push_head (&filling->groups, group_new (g_array_ref (parts->pdata[i]), step + 1,
                                                      group->capped));

  return TRUE;
}

static void
settle (Filling     *filling,
        const Group *group,
        GArray      *level,
        guint        places)
{
  guint step = group->step;

  if (filling->chain == NULL)
    {
      end_tied (filling, level);
      return;
    }
  for (; charter_tie_chain_orders (filling->chain, step); step++)
    if (split (filling, group, level, step, places))
      return;
  if (strcmp (charter_tie_chain_word (filling->chain, step), "casting-vote") == 0)
    cast (filling, group, level, step);
  else
    end_as_things_are (filling, level, step);
}

/* Groups of a cap that not all of its members fit in come after those who are in anyway. */
static void
choose_around_caps (Filling    *filling,
                    GArray     *level,
                    GHashTable *groups,
                    guint       step)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = level->len; i-- > 0;)
    {
      guint option = g_array_index (level, guint, i);
      const char *cap = charter_choosing_cap_of (filling->choosing, filling->tally, option);

      if (is_crowded (filling, groups, cap) && g_hash_table_add (seen, (gpointer) cap))
        g_queue_push_head (&filling->groups,
                           group_new (g_array_ref (g_hash_table_lookup (groups, cap)), step,
                                      TRUE));
    }
  for (guint i = 0; i < level->len; i++)
    {
      guint option = g_array_index (level, guint, i);

      if (!is_crowded (filling, groups,
                       charter_choosing_cap_of (filling->choosing, filling->tally, option)))
        choose (filling, option);
    }
}

static void
take_group (Filling *filling,
            Group   *group)
{
  g_autoptr(GArray) level = eligible_of (filling, group->options);
  g_autoptr(GHashTable) groups = by_cap (filling, level);
  guint n = admitted (filling, level, groups);

  if (level->len == 0)
    return;
  if (filling->choosing->terms.seats > 1 && holds (level, filling->choosing->default_))
    filling->ended = TRUE;
  else if (n > filling->left)
    settle (filling, group, level, filling->left);
  else if (group->capped && n < level->len)
    settle (filling, group, level, n);
  else
    choose_around_caps (filling, level, groups, group->step);
}

static void
add_layers (Filling *filling)
{
  const CharterChoosing *choosing = filling->choosing;
  g_autoptr(GPtrArray) layers = g_ptr_array_new ();

  for (guint i = 0; i < choosing->rows->len; i++)
    {
      guint layer = charter_choosing_row (choosing, i)->layer;

      if (layer == CHARTER_NO_LAYER)
        continue;
      if (layer >= layers->len)
        g_ptr_array_set_size (layers, (gint) layer + 1);
      if (layers->pdata[layer] == NULL)
        layers->pdata[layer] = new_list ();
      g_array_append_val ((GArray *) layers->pdata[layer], i);
    }
  for (guint i = 0; i < layers->len; i++)
    if (layers->pdata[i] != NULL)
      g_queue_push_tail (&filling->groups, group_new (layers->pdata[i], 0, FALSE));
}

void
charter_choosing_fill (CharterChoosing    *self,
                       const CharterTally *tally,
                       CharterTieChain    *chain)
{
  Filling filling = { .choosing = self, .tally = tally, .chain = chain,
                      .left = self->terms.seats };
  Group *group;

  filling.filled = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&filling.groups);
  add_layers (&filling);
  while (filling.left > 0 && !filling.ended && (group = g_queue_pop_head (&filling.groups)) != NULL)
    {
      take_group (&filling, group);
      group_free (group);
    }
  self->vacancies = self->tied->len > 0 ? 0 : filling.left;
  g_queue_clear_full (&filling.groups, (GDestroyNotify) group_free);
  g_hash_table_unref (filling.filled);
}
