/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

/* What a quorum takes from meetings: who was invited to that of the decision, who was there when
 * it began, and how many came to those before on average.
 *
 * `per: meeting` is the older rule of companies, a quorum “at the time when the meeting proceeds
 * to business” (Table A of the Companies Act 1948, article 53; Re Hartley Baird Ltd 1954): it is
 * tested once, and who leaves later, or is barred from one item, does not undo it.  Today's model
 * articles (Companies (Model Articles) Regulations 2008, Schedule 1, article 41) ask for it item
 * by item: `per: item`. */

static gboolean
is_unit_of_partners (const CharterTally *self)
{
  return self->item.rule->unit == CHARTER_UNIT_PARTNER;
}

/* Calls @each with the rows of those for whom @who, a person or a partner, stands. */
typedef void (*EachRow) (CharterTally *self, CharterUnitVote *row, CharterRef who);

static void
each_row_of_partners (CharterTally *self,
                      CharterRef    person,
                      gint64        at,
                      EachRow       each)
{
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  charter_scene_partners_of (self->item.scene, person, at, partners);
  for (guint i = 0; i < partners->len; i++)
    {
      CharterUnitVote *row = charter_tally_row (self, g_array_index (partners, CharterRef, i));

      if (row != NULL)
        each (self, row, person);
    }
}

static void
each_row_of_persons (CharterTally *self,
                     CharterRef    partner,
                     gint64        at,
                     EachRow       each)
{
  g_autoptr(GPtrArray) joined = g_ptr_array_new ();

  charter_scene_collect (self->item.scene, partner, CHARTER_KIND ("person-joined"), joined);
  for (guint i = 0; i < joined->len; i++)
    {
      CharterRef person = ((const CharterFact *) joined->pdata[i])->makes;
      CharterUnitVote *row = charter_tally_row (self, person);

      if (row != NULL && charter_scene_acts_for (self->item.scene, person, partner, at))
        each (self, row, person);
    }
}

static void
each_row_of (CharterTally *self,
             CharterRef    who,
             gint64        at,
             EachRow       each)
{
  CharterUnitVote *row = charter_tally_row (self, who);

  if (row != NULL)
    each (self, row, who);
  if (charter_scene_is_person (self->item.scene, who) && is_unit_of_partners (self))
    each_row_of_partners (self, who, at, each);
  else if (charter_scene_is_partner (self->item.scene, who) && !is_unit_of_partners (self))
    each_row_of_persons (self, who, at, each);
}

/* The newest word on a member of the meeting, by the item's time. */
static const CharterNode *
newest_member (const CharterTally *self,
               CharterRef          meeting,
               const char         *name)
{
  const CharterScene *scene = self->item.scene;
  const CharterFact *called = charter_scene_maker (scene, meeting);
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, meeting,
                                                      CHARTER_KIND ("meeting-changed"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->item.at
        && charter_node_member (charter_scene_data (scene, fact), name) != NULL)
      return charter_node_member (charter_scene_data (scene, fact), name);

  return called != NULL ? charter_node_member (charter_scene_data (scene, called), name) : NULL;
}

/* Invited */

static void
mark_invited (CharterTally    *self,
              CharterUnitVote *row,
              CharterRef       who)
{
  (void) self;
  (void) who;
  row->invited = row->member;
}

static void
invite (CharterTally      *self,
        const CharterNode *name)
{
  each_row_of (self, charter_scene_find (self->item.scene, name->string), self->item.at,
               mark_invited);
}

static void
read_invited (CharterTally *self)
{
  CharterRef meeting = charter_item_meeting (&self->item);
  const CharterNode *invited = meeting != 0 ? newest_member (self, meeting, "invited") : NULL;

  if (invited == NULL)
    self->no_base = TRUE;
  else if (invited->type == CHARTER_NODE_STRING)
    invite (self, invited);
  else
    for (const CharterNode *name = charter_node_first (invited); name != NULL;
         name = charter_node_next (invited, name))
      invite (self, name);
}

/* There when the meeting began */

static void
mark_met (CharterTally    *self,
          CharterUnitVote *row,
          CharterRef       who)
{
  row->met = TRUE;
  row->met_sorts |= charter_tally_sorts_of (self, row->unit) | charter_tally_sorts_of (self, who);
}

/* For the whole meeting, or for the item with which it began. */
static gboolean
is_for_the_start (const CharterTally *self,
                  const CharterFact  *noted,
                  const CharterNode  *agenda)
{
  const CharterNode *items = charter_node_member (charter_scene_data (self->item.scene, noted),
                                                  "items");
  const CharterNode *first = agenda != NULL ? charter_node_first (agenda) : NULL;
  const char *id = charter_node_member_string (first, "id");
  const char *decision = charter_node_member_string (first, "decision");

  return items == NULL || first == NULL || (id != NULL && charter_node_has_string (items, id))
         || (decision != NULL && charter_node_has_string (items, decision));
}

static gboolean
is_present (const CharterScene *scene,
            const CharterFact  *noted,
            CharterRef          meeting,
            gint64              by)
{
  return noted->at <= by && charter_scene_member (scene, noted, "meeting") == meeting
         && charter_node_member_boolean (charter_scene_data (scene, noted), "present", FALSE);
}

static void
note_met (CharterTally      *self,
          const CharterFact *noted)
{
  CharterRef partner = charter_scene_member (self->item.scene, noted, "for");
  CharterRef person = charter_scene_member (self->item.scene, noted, "person");
  CharterUnitVote *row = charter_tally_row (self, partner);

  if (partner == 0 || !is_unit_of_partners (self))
    each_row_of (self, person, noted->at, mark_met);
  else if (row != NULL)
    mark_met (self, row, person);
}

static void
read_met (CharterTally *self)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();
  CharterRef meeting = charter_item_meeting (&self->item);
  const CharterNode *agenda;

  if (meeting == 0)
    return;
  agenda = newest_member (self, meeting, "items");
  charter_scene_collect (self->item.scene, meeting, CHARTER_KIND ("attendance-noted"), facts);
  for (guint i = 0; i < facts->len; i++)
    if (is_present (self->item.scene, facts->pdata[i], meeting, self->item.at)
        && is_for_the_start (self, facts->pdata[i], agenda))
      note_met (self, facts->pdata[i]);
}

/* Mean attendance */

typedef struct
{
  CharterRef meeting;
  gint64     starts;
} Held;

static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  const Held *x = a, *y = b;

  if (x->starts != y->starts)
    return x->starts > y->starts ? -1 : 1;

  return x->meeting > y->meeting ? -1 : x->meeting < y->meeting;
}

static gboolean
is_cancelled (const CharterTally *self,
              CharterRef          meeting)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->item.scene, meeting,
                                                      CHARTER_KIND ("meeting-cancelled"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->item.at)
      return TRUE;

  return FALSE;
}

/* Meetings that had begun before the electorate's instant, newest first. */
static GArray *
meetings_held (const CharterTally *self)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (Held));
  CharterCursor cursor;

  for (const CharterFact *called = charter_cursor_last (&cursor, self->item.scene, 0,
                                                        CHARTER_KIND ("meeting-called"));
       called != NULL; called = charter_cursor_previous (&cursor))
    {
      const CharterNode *starts = newest_member (self, called->makes, "starts");
      Held held = { .meeting = called->makes };

      if (called->at <= self->item.at && charter_node_is (starts, CHARTER_NODE_STRING)
          && charter_instant_parse (starts->string, -1, &held.starts)
          && held.starts < self->item.at && !is_cancelled (self, called->makes))
        g_array_append_val (out, held);
    }
  g_array_sort (out, newest_first);

  return out;
}

/* A set of names. */
static gboolean
add_to_set (GHashTable *set,
            CharterRef  ref)
{
  return g_hash_table_add (set, GUINT_TO_POINTER (ref));
}

static void
add_attending (const CharterItem *then,
               const CharterFact *noted,
               GHashTable        *units)
{
  const CharterScene *scene = then->scene;
  CharterRef person = charter_scene_member (scene, noted, "person");
  CharterRef partner = charter_scene_member (scene, noted, "for");
  g_autoptr(GArray) refs = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  g_array_append_val (refs, person);
  if (then->rule->unit == CHARTER_UNIT_PARTNER && partner != 0)
    g_array_append_val (refs, partner);
  else if (then->rule->unit == CHARTER_UNIT_PARTNER)
    charter_scene_partners_of (scene, person, then->at, refs);
  for (guint i = 0; i < refs->len; i++)
    if (charter_item_is_unit (then, g_array_index (refs, CharterRef, i)))
      add_to_set (units, charter_item_head (then, g_array_index (refs, CharterRef, i)));
}

static gint64
weight_of (const CharterTally *self,
           CharterRef          unit)
{
  const CharterFact *joined = charter_scene_maker (self->item.scene, unit);

  if (self->item.rule->quorum.by_heads)
    return 1;

  return charter_node_member_integer (charter_scene_data (self->item.scene, joined), "weight", 1);
}

/* How many units came; FALSE where nobody noted who did. */
static gboolean
attendance_of (CharterTally *self,
               const Held   *held,
               gint64       *sum)
{
  g_autoptr(GHashTable) units = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();
  CharterItem then = self->item;
  GHashTableIter iter;
  gpointer unit;

  then.at = held->starts;
  charter_scene_collect (self->item.scene, held->meeting, CHARTER_KIND ("attendance-noted"), facts);
  for (guint i = 0; i < facts->len; i++)
    if (is_present (self->item.scene, facts->pdata[i], held->meeting, self->item.at))
      add_attending (&then, facts->pdata[i], units);
  g_hash_table_iter_init (&iter, units);
  while (g_hash_table_iter_next (&iter, &unit, NULL))
    if (__builtin_add_overflow (*sum, weight_of (self, GPOINTER_TO_UINT (unit)), sum))
      self->overflow = TRUE;

  return facts->len > 0;
}

static void
read_mean (CharterTally *self)
{
  g_autoptr(GArray) held = meetings_held (self);
  gint64 sum = 0, n = 0;

  for (guint i = 0; i < held->len && n < self->item.rule->quorum.meetings; i++)
    n += attendance_of (self, &g_array_index (held, Held, i), &sum);
  self->no_base = n == 0;
  charter_fraction_init (&self->mean, sum, MAX (n, 1));
}

void
charter_tally_read_meetings (CharterTally *self)
{
  const CharterQuorumRule *quorum = &self->item.rule->quorum;
  gboolean takes_base = quorum->given && (quorum->has_share || quorum->sqrt_of);

  self->mean = CHARTER_FRACTION (0, 1);
  if (quorum->per_meeting)
    read_met (self);
  if (takes_base && quorum->base == CHARTER_BASE_INVITED)
    read_invited (self);
  else if (takes_base && quorum->base == CHARTER_BASE_MEAN_ATTENDANCE)
    read_mean (self);
}
