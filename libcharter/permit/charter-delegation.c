/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

#include <string.h>

/* Delegations of votes on an item, as they stand at its time: which one of several holds for
 * a voting unit, why one falls, and where one leads.  Whether it moves a vote hangs on the
 * ballots, and is settled where they are counted. */

typedef struct
{
  const CharterItem     *item;
  CharterElectorateData *electorate;
  GHashTable            *units;      /* CharterRef of a unit or an affiliate → its unit */
  GHashTable            *groups;     /* units that stand for affiliates too */
  GHashTable            *voting;     /* units with a vote */
  GHashTable            *excluded;   /* CharterRef → index + 1 of what keeps it from voting */
  GHashTable            *chosen;     /* unit → index + 1 of its delegation */
  GArray                *out;        /* CharterDelegationData */
  GArray                *ranks;      /* guint: how narrow the scope of each is */
} Work;

static CharterRef
look_up (GHashTable *table,
         CharterRef  key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, GUINT_TO_POINTER (key)));
}

static void
put (GHashTable *table,
     CharterRef  key,
     guint       value)
{
  g_hash_table_insert (table, GUINT_TO_POINTER (key), GUINT_TO_POINTER (value));
}

/* Which delegations cover the item */

/* 0 everything, 1 the rule, 2 the area, 3 the decision; -1 something else. */
static int
scope_rank (const CharterItem *item,
            const char        *scope)
{
  const char *area = charter_scene_string (item->scene, item->proposed, "area");

  if (scope == NULL)
    return 0;
  if (g_str_has_prefix (scope, "rule:"))
    return strcmp (scope + 5, item->rule->id) == 0 ? 1 : -1;
  if (g_str_has_prefix (scope, "area:"))
    return g_strcmp0 (scope + 5, area) == 0 ? 2 : -1;
  if (g_str_has_prefix (scope, "decision:"))
    return strcmp (scope + 9, charter_scene_name (item->scene, item->decision)) == 0 ? 3 : -1;

  return -1;
}

static gboolean
is_recalled (const CharterItem *item,
             const CharterFact *made)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, item->scene, made->makes,
                                                      CHARTER_KIND ("delegation-recalled"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= item->at
        && charter_scene_member (item->scene, fact, "delegation") == made->makes)
      return TRUE;

  return FALSE;
}

/* One for an action or an area alone hands over authority, and no vote. */
static gboolean
is_of_votes (const CharterItem *item,
             const CharterFact *made)
{
  const CharterNode *data = charter_scene_data (item->scene, made);

  return charter_node_member (data, "scope") != NULL
         || (charter_node_member (data, "action") == NULL
             && charter_node_member (data, "area") == NULL);
}

static gboolean
is_current (const CharterItem *item,
            const CharterFact *made)
{
  gint32 until = charter_scene_date (item->scene, made, "until");

  return made->at <= item->at
         && (until == CHARTER_DATE_NONE || charter_scene_date_of (item->scene, item->at) <= until)
         && !is_recalled (item, made);
}

/* Could the rule give it a vote, being a person or a partner? */
static gboolean
is_of_the_kind (const CharterItem *item,
                CharterRef         who)
{
  return charter_scene_is_current (item->scene, who, item->at)
         && charter_scene_is_partner (item->scene, who)
              == (item->rule->unit == CHARTER_UNIT_PARTNER);
}

/* The narrowest scope holds, then the newest entry. */
static void
consider (Work              *work,
          const CharterFact *made)
{
  const CharterItem *item = work->item;
  int rank = scope_rank (item, charter_scene_string (item->scene, made, "scope"));
  CharterDelegationData row = {
    .made = made,
    .from = charter_scene_member (item->scene, made, "from"),
    .to = charter_scene_member (item->scene, made, "to"),
  };
  CharterRef key;
  guint at, narrowness = (guint) rank;

  row.unit = look_up (work->units, row.from);
  row.delegate = look_up (work->units, row.to);
  if (rank < 0 || (row.unit == 0 && !is_of_the_kind (item, row.from)))
    return;
  key = row.unit != 0 ? row.unit : row.from;
  at = look_up (work->chosen, key);
  if (at == 0)
    {
      g_array_append_val (work->out, row);
      g_array_append_val (work->ranks, narrowness);
      put (work->chosen, key, work->out->len);
    }
  else if (narrowness >= g_array_index (work->ranks, guint, at - 1))
    {
      g_array_index (work->out, CharterDelegationData, at - 1) = row;
      g_array_index (work->ranks, guint, at - 1) = narrowness;
    }
}

static void
choose (Work *work)
{
  CharterCursor cursor;
  g_autoptr(GPtrArray) made = NULL;

  if (charter_cursor_last (&cursor, work->item->scene, 0, CHARTER_KIND ("delegation-made")) == NULL)
    return;
  made = g_ptr_array_new ();
  charter_scene_collect (work->item->scene, 0, CHARTER_KIND ("delegation-made"), made);
  for (guint i = 0; i < made->len; i++)
    if (is_of_votes (work->item, made->pdata[i]) && is_current (work->item, made->pdata[i]))
      consider (work, made->pdata[i]);
}

/* Which ones fall */

/* What bars one of several affiliates, where their unit as such has a vote. */
static gboolean
falls_with_affiliate (Work                  *work,
                      CharterDelegationData *row,
                      CharterRef             end)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  const CharterBar *bar;

  charter_item_bars (work->item, end, bars);
  bar = charter_bars_from (bars, CHARTER_FROM_VOTE);
  if (bar == NULL)
    return FALSE;
  if (bar->awaits || bar->unbuilt)
    work->electorate->indeterminate = TRUE;
  row->ground = bar->ground;
  row->clause = bar->clause;
  row->because = bar->because;

  return TRUE;
}

/* TRUE if it falls since that end has no vote on the item. */
static gboolean
falls_with (Work                  *work,
            CharterDelegationData *row,
            CharterRef             end,
            CharterRef             unit)
{
  guint at = unit != 0 ? look_up (work->excluded, unit) : 0;

  if (unit != 0 && look_up (work->voting, unit) != 0)
    return look_up (work->groups, unit) != 0 && falls_with_affiliate (work, row, end);
  row->ground = "not-a-voter";
  if (at != 0)
    {
      const CharterExclusionData *excluded
        = &g_array_index (work->electorate->excluded, CharterExclusionData, at - 1);

      row->ground = excluded->ground;
      row->clause = excluded->clause;
      row->because = excluded->because;
    }

  return TRUE;
}

/* Where they lead */

typedef enum { UNSEEN, WALKING, ENDED, CIRCLE } Walk;

/* The delegation by which a unit's vote goes on, as index + 1; 0 where it stays. */
static guint
onward (Work         *work,
        const guint8 *walks,
        CharterRef    unit)
{
  guint at = look_up (work->chosen, unit);
  const CharterDelegationData *row = at != 0 ? &g_array_index (work->out, CharterDelegationData,
                                                               at - 1) : NULL;

  return row != NULL && row->unit == unit && (row->ground == NULL || walks[at - 1] == CIRCLE) ? at
                                                                                              : 0;
}

/* Follows the chain from a delegation to its end, or to one whose end is known, and notes the
 * end in all that it went through.  What leads into a circle leads nowhere. */
static void
follow (Work   *work,
        guint8 *walks,
        guint   from)
{
  g_autoptr(GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  CharterRef end = 0;
  Walk reached = ENDED;
  guint at = from + 1;

  for (; at != 0 && walks[at - 1] == UNSEEN; at = onward (work, walks, end))
    {
      guint index = at - 1;

      walks[index] = WALKING;
      g_array_append_val (path, index);
      end = g_array_index (work->out, CharterDelegationData, index).delegate;
    }
  if (at != 0 && walks[at - 1] == ENDED)
    end = g_array_index (work->out, CharterDelegationData, at - 1).final;
  else if (at != 0)
    reached = CIRCLE;
  for (guint i = 0; i < path->len; i++)
    {
      guint index = g_array_index (path, guint, i);
      CharterDelegationData *row = &g_array_index (work->out, CharterDelegationData, index);

      walks[index] = reached;
      if (reached == CIRCLE)
        row->ground = "circle";
      else
        row->final = end;
    }
}

static void
resolve (Work *work)
{
  g_autofree guint8 *walks = g_new0 (guint8, work->out->len + 1);

  for (guint i = 0; i < work->out->len; i++)
    {
      CharterDelegationData *row = &g_array_index (work->out, CharterDelegationData, i);

      if (!falls_with (work, row, row->from, row->unit))
        falls_with (work, row, row->to, row->delegate);
    }
  for (guint i = 0; i < work->out->len; i++)
    if (walks[i] == UNSEEN && g_array_index (work->out, CharterDelegationData, i).ground == NULL)
      follow (work, walks, i);
}

/* All together */

static void
note_units (Work *work)
{
  const CharterElectorateData *electorate = work->electorate;

  for (guint i = 0; i < electorate->members->len; i++)
    {
      CharterRef unit = g_array_index (electorate->members, CharterRef, i);

      put (work->units, unit, unit);
    }
  for (guint i = 0; i < electorate->folded->len; i++)
    {
      const CharterFolded *folded = &g_array_index (electorate->folded, CharterFolded, i);

      put (work->units, folded->unit, folded->under);
      put (work->groups, folded->under, 1);
    }
  for (guint i = 0; i < electorate->vote->len; i++)
    put (work->voting, g_array_index (electorate->vote, CharterRef, i), 1);
  for (guint i = electorate->excluded->len; i-- > 0;)
    {
      const CharterExclusionData *row = &g_array_index (electorate->excluded, CharterExclusionData,
                                                        i);

      if (row->from & CHARTER_FROM_VOTE)
        put (work->excluded, row->who, i + 1);
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      scene)
{
  const CharterDelegationData *x = a, *y = b;
  int order = strcmp (charter_scene_name (scene, x->from), charter_scene_name (scene, y->from));

  return order != 0 ? order
                    : strcmp (charter_scene_name (scene, x->made->makes),
                              charter_scene_name (scene, y->made->makes));
}

void
charter_item_delegations (const CharterItem     *item,
                          CharterElectorateData *electorate)
{
  g_autoptr(GHashTable) units = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) groups = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) voting = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) excluded = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) chosen = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint));
  Work work = { item,     electorate, units,  groups,
                voting,   excluded,   chosen, electorate->delegations,
                ranks };

  if (item->rule == NULL || item->proposed == NULL)
    return;
  note_units (&work);
  choose (&work);
  resolve (&work);
  g_array_sort_with_data (electorate->delegations, compare_rows, (gpointer) item->scene);
}
