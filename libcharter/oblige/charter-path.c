/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-private.h"

#include <string.h>

/* Paths to values.  "due" is a member; "decision.area" goes through what the member names to
 * a member of the entry that made it, "options.for" into the objects of a list;
 * "person.partner" to the partners behind a unit; "for|person.partner" is both together.
 * Words that are no members:
 *
 *  id            what the entry makes, else the entry's own id
 *  entry-by, by  the person who made the entry; `by` where the kind has no member of that name
 *  entry-at, at  when (for times); `at` likewise
 *  author        who says or does it: the member that its kind has for this, else entry-by
 *  speaker       the author and for whom: `for`, else the partners behind the author
 *  parties       the partners that an action, an activity or a meeting names
 *  standing-due  an action's date, as moved once, before it came, with a reason (for times)
 *  member, other, pair, value, item, moment, case   of the case at hand, where the kind has
 *                no member of that name
 */

#define NAME_MAX_LENGTH 80

typedef struct
{
  const CharterInquiry *inquiry;
  const CharterCase    *self;
  CharterBag        *out;
} Walk;

static void walk_entry (const Walk        *walk,
                        const CharterFact *entry,
                        const char        *path,
                        const char        *end);

/* What a later entry may change, and how it names what it changes. */
typedef struct
{
  const char *kind;
  const char *change;
  const char *names;
} Change;

static const Change changes[] = {
  { "action-agreed", "action-progressed", "action" },
  { "decision-proposed", "decision-amended", "decision" },
  { "meeting-called", "meeting-changed", "meeting" },
};

static const Change *
change_of (guint16 kind)
{
  if (kind == CHARTER_KIND ("action-agreed"))
    return &changes[0];
  if (kind == CHARTER_KIND ("decision-proposed"))
    return &changes[1];
  return kind == CHARTER_KIND ("meeting-called") ? &changes[2] : NULL;
}

static gboolean
has_member (guint16     kind,
            const char *name)
{
  return charter_shape_lookup (&charter_kinds[kind]->data, name, strlen (name)) != NULL;
}

const CharterNode *
charter_member_as_changed (const CharterInquiry *inquiry,
                           const CharterFact    *entry,
                           const char           *member)
{
  const CharterScene *scene = inquiry->scene;
  const CharterNode *node = charter_node_member (charter_scene_data (scene, entry), member);
  const Change *change = change_of (entry->kind);
  CharterCursor cursor;

  if (change == NULL || !has_member (entry->kind, member))
    return node;
  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, entry->makes,
                                                      charter_kind_lookup (change->change));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      const CharterNode *changed = charter_node_member (charter_scene_data (scene, fact), member);

      if (changed != NULL && fact->at <= inquiry->at
          && charter_scene_member (scene, fact, change->names) == entry->makes)
        return changed;
    }
  return node;
}

static void
add_name (const Walk *walk,
          CharterRef  ref)
{
  if (ref != 0)
    charter_bag_add (walk->out, charter_scene_name (walk->inquiry->scene, ref), NULL);
}

static void
walk_ref (const Walk *walk,
          CharterRef  ref,
          const char *path,
          const char *end)
{
  const CharterFact *maker = ref != 0 ? charter_scene_maker (walk->inquiry->scene, ref) : NULL;
  gboolean partner = end - path >= 7 && strncmp (path, "partner", 7) == 0
                     && (path + 7 == end || path[7] == '.');

  if (ref != 0 && path >= end)
    add_name (walk, ref);
  else if (partner)
    {
      g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));

      charter_partners_behind (walk->inquiry, ref, partners);
      for (guint i = 0; i < partners->len; i++)
        walk_ref (walk, g_array_index (partners, CharterRef, i), MIN (path + 8, end), end);
    }
  else if (maker != NULL && maker->at <= walk->inquiry->at)
    walk_entry (walk, maker, path, end);
}

/* The first name of a path into @name; the rest of the path is given back. */
static const char *
take_name (const char *path,
           const char *end,
           char        name[NAME_MAX_LENGTH])
{
  const char *dot = memchr (path, '.', end - path);
  gsize length = (dot != NULL ? dot : end) - path;

  length = MIN (length, NAME_MAX_LENGTH - 1);
  memcpy (name, path, length);
  name[length] = '\0';
  return dot != NULL ? dot + 1 : end;
}

static void
walk_node (const Walk        *walk,
           const CharterNode *node,
           const char        *path,
           const char        *end)
{
  char name[NAME_MAX_LENGTH];
  const char *rest;

  if (node == NULL)
    return;
  if (node->type == CHARTER_NODE_ARRAY)
    {
      for (const CharterNode *item = charter_node_first (node); item != NULL;
           item = charter_node_next (node, item))
        walk_node (walk, item, path, end);
      return;
    }
  if (path >= end)
    {
      charter_bag_add (walk->out, node->type == CHARTER_NODE_STRING ? node->string : NULL, node);
      return;
    }
  if (node->type == CHARTER_NODE_STRING)
    {
      walk_ref (walk, charter_scene_find (walk->inquiry->scene, node->string), path, end);
      return;
    }
  rest = take_name (path, end, name);
  walk_node (walk, charter_node_member (node, name), rest, end);
}

/* Kinds whose author stands in a member that is not marked as the one who speaks. */
static const char *
author_member (guint16 kind)
{
  const CharterShape *shape = &charter_kinds[kind]->data;

  for (guint i = 0; i < shape->n_rows; i++)
    if (shape->rows[i].flags & CHARTER_ROW_SPEAKER)
      return shape->rows[i].name;
  if (kind == CHARTER_KIND ("asset-noted") || kind == CHARTER_KIND ("claim-made"))
    return "by";
  if (kind == CHARTER_KIND ("support-asked") || kind == CHARTER_KIND ("support-given")
      || kind == CHARTER_KIND ("need-met") || kind == CHARTER_KIND ("delegation-made"))
    return "from";
  return kind == CHARTER_KIND ("resource-pledged") ? "partner" : NULL;
}

static CharterRef
author_of (const Walk        *walk,
           const CharterFact *entry)
{
  const char *member = author_member (entry->kind);
  CharterRef ref = member != NULL ? charter_scene_member (walk->inquiry->scene, entry, member) : 0;

  return ref != 0 ? ref : entry->by;
}

static void
walk_speaker (const Walk        *walk,
              const CharterFact *entry,
              const char        *path,
              const char        *end)
{
  CharterRef author = author_of (walk, entry);
  CharterRef partner = charter_scene_member (walk->inquiry->scene, entry, "for");
  static const char behind[] = "partner";

  walk_ref (walk, author, path, end);
  if (charter_scene_is_partner (walk->inquiry->scene, partner))
    walk_ref (walk, partner, path, end);
  else if (path >= end)
    walk_ref (walk, author, behind, behind + strlen (behind));
}

static void
walk_parties (const Walk        *walk,
              const CharterFact *entry)
{
  static const char *const members[] = { "owner", "with", "partners", "host", "invited" };
  static const char behind[] = "partner";

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    walk_node (walk, charter_member_as_changed (walk->inquiry, entry, members[i]), behind,
               behind + strlen (behind));
}

/* Words about the case; a member of the same name comes first. */
static void
walk_case (const Walk *walk,
           const char *name,
           const char *path,
           const char *end)
{
  const CharterCase *self = walk->self;

  if (self == NULL)
    return;
  if (strcmp (name, "member") == 0 || strcmp (name, "pair") == 0)
    walk_ref (walk, self->member, path, end);
  if (strcmp (name, "other") == 0 || strcmp (name, "pair") == 0)
    walk_ref (walk, self->other, path, end);
  else if (strcmp (name, "value") == 0 && self->value != NULL && path >= end)
    charter_bag_add (walk->out, self->value, NULL);
  else if (strcmp (name, "value") == 0)
    walk_ref (walk, charter_scene_find (walk->inquiry->scene, self->value), path, end);
  else if (strcmp (name, "item") == 0)
    walk_node (walk, self->item, path, end);
  else if (strcmp (name, "moment") == 0 && self->moment != NULL)
    walk_entry (walk, self->moment, path, end);
  else if (strcmp (name, "case") == 0 && self->entry != NULL)
    walk_entry (walk, self->entry, path, end);
}

static gboolean
walk_word (const Walk        *walk,
           const CharterFact *entry,
           const char        *name,
           const char        *path,
           const char        *end)
{
  if (strcmp (name, "id") == 0 && entry->makes == 0)
    charter_bag_add (walk->out, entry->id, NULL);
  else if (strcmp (name, "id") == 0)
    walk_ref (walk, entry->makes, path, end);
  else if (strcmp (name, "entry-by") == 0
           || (strcmp (name, "by") == 0 && !has_member (entry->kind, name)))
    walk_ref (walk, entry->by, path, end);
  else if (strcmp (name, "author") == 0)
    walk_ref (walk, author_of (walk, entry), path, end);
  else if (strcmp (name, "speaker") == 0)
    walk_speaker (walk, entry, path, end);
  else if (strcmp (name, "parties") == 0)
    walk_parties (walk, entry);
  else
    return FALSE;
  return TRUE;
}

static void
walk_entry (const Walk        *walk,
            const CharterFact *entry,
            const char        *path,
            const char        *end)
{
  char name[NAME_MAX_LENGTH];
  const char *rest = take_name (path, end, name);

  if (entry != NULL && walk_word (walk, entry, name, rest, end))
    return;
  if (entry != NULL && has_member (entry->kind, name))
    walk_node (walk, charter_member_as_changed (walk->inquiry, entry, name), rest, end);
  else
    walk_case (walk, name, rest, end);
}

/* Alternatives are parted by "|". */
static const char *
next_alternative (const char  *path,
                  const char **end)
{
  const char *bar = strchr (path, '|');

  *end = bar != NULL ? bar : path + strlen (path);
  return bar != NULL ? bar + 1 : NULL;
}

void
charter_path_values (const CharterInquiry *inquiry,
                     const CharterCase    *self,
                     const CharterFact    *entry,
                     const char           *path,
                     CharterBag        *out)
{
  Walk walk = { inquiry, self, out };

  while (path != NULL)
    {
      const char *end;
      const char *next = next_alternative (path, &end);

      walk_entry (&walk, entry, path, end);
      path = next;
    }
}

/* Filled */

static gboolean
node_is_filled (const CharterNode *node,
                const char        *path)
{
  char name[NAME_MAX_LENGTH];
  const char *rest;

  if (node == NULL || node->type == CHARTER_NODE_NULL)
    return FALSE;
  if (node->type == CHARTER_NODE_ARRAY)
    {
      for (const CharterNode *item = charter_node_first (node); item != NULL;
           item = charter_node_next (node, item))
        if (!node_is_filled (item, path))
          return FALSE;
      return node->length > 0;
    }
  if (*path == '\0' || node->type != CHARTER_NODE_OBJECT)
    return *path == '\0';
  rest = take_name (path, path + strlen (path), name);
  return node_is_filled (charter_node_member (node, name), rest);
}

/* A path into the objects of a list: every object must have it. */
static gboolean
is_filled_within (const CharterInquiry *inquiry,
                  const CharterFact    *entry,
                  const char           *path,
                  gboolean             *filled)
{
  char name[NAME_MAX_LENGTH];
  const char *rest = take_name (path, path + strlen (path), name);
  const CharterNode *node = entry != NULL ? charter_member_as_changed (inquiry, entry, name) : NULL;
  const CharterNode *first = charter_values_first (node);

  if (*rest == '\0' || first == NULL || first->type != CHARTER_NODE_OBJECT)
    return FALSE;
  *filled = node_is_filled (node, rest);
  return TRUE;
}

gboolean
charter_path_filled (const CharterInquiry *inquiry,
                     const CharterCase    *self,
                     const CharterFact    *entry,
                     const char           *path)
{
  CharterBag values;
  gboolean filled = FALSE;

  if (strchr (path, '|') == NULL && is_filled_within (inquiry, entry, path, &filled))
    return filled;
  charter_bag_init (&values);
  charter_path_values (inquiry, self, entry, path, &values);
  for (guint i = 0; i < values.n && !filled; i++)
    filled = values.items[i].node == NULL || node_is_filled (values.items[i].node, "");
  charter_bag_clear (&values);
  return filled;
}

gboolean
charter_path_fits (const char *path,
                   guint16     kind)
{
  static const char *const words[] = {
    "id", "by", "at", "entry-by", "entry-at", "author", "speaker", "parties", "standing-due", "member", "other",
    "pair", "value", "item", "moment", "case", NULL
  };

  while (path != NULL)
    {
      char name[NAME_MAX_LENGTH];
      const char *end;
      const char *next = next_alternative (path, &end);

      take_name (path, end, name);
      if (g_strv_contains (words, name) || has_member (kind, name))
        return TRUE;
      path = next;
    }
  return FALSE;
}

/* Entries are found through the names that they mention: what a row refers with, and what
 * they make.  Who made an entry is not among these, nor are codes. */
static gboolean
name_is_linked (const char *name,
                guint16     kind)
{
  const CharterRow *row = charter_shape_lookup (&charter_kinds[kind]->data, name, strlen (name));

  if (strcmp (name, "author") == 0 || strcmp (name, "speaker") == 0)
    return author_member (kind) != NULL;
  if (strcmp (name, "id") == 0 || strcmp (name, "parties") == 0)
    return TRUE;
  return row != NULL && row->refers != CHARTER_REFERS_NOTHING
         && row->refers != CHARTER_REFERS_ENTRY;
}

gboolean
charter_path_is_linked (const char *path,
                        guint16     kind)
{
  while (path != NULL)
    {
      char name[NAME_MAX_LENGTH];
      const char *end;
      const char *next = next_alternative (path, &end);

      take_name (path, end, name);
      if (has_member (kind, name) ? !name_is_linked (name, kind)
                                  : charter_path_fits (name, kind) && !name_is_linked (name, kind))
        return FALSE;
      path = next;
    }
  return TRUE;
}

/* Times */

/* The date that an action is held to: moved once at most, before it came, with a reason. */
static gint32
standing_due (const CharterInquiry *inquiry,
              const CharterFact    *agreed)
{
  const CharterScene *scene = inquiry->scene;
  gint32 due = charter_scene_date (scene, agreed, "due");
  g_autoptr(GPtrArray) moves = g_ptr_array_new ();

  charter_scene_collect (scene, agreed->makes, CHARTER_KIND ("action-progressed"), moves);
  for (guint i = 0; i < moves->len; i++)
    {
      const CharterFact *move = moves->pdata[i];
      gint32 later = charter_scene_date (scene, move, "due");

      if (later == CHARTER_DATE_NONE || move->at > inquiry->at
          || charter_scene_member (scene, move, "action") != agreed->makes)
        continue;
      if (charter_scene_date_of (scene, move->at) <= due
          && charter_node_member (charter_scene_data (scene, move), "reason") != NULL)
        return later;
    }
  return due;
}

static gboolean
time_word (const CharterInquiry *inquiry,
           const CharterFact    *entry,
           const char           *name,
           gint64               *at)
{
  if (strcmp (name, "entry-at") == 0
      || (strcmp (name, "at") == 0 && !has_member (entry->kind, name)))
    *at = entry->at;
  else if (strcmp (name, "standing-due") == 0 && entry->kind == CHARTER_KIND ("action-agreed"))
    *at = charter_zone_start_of (inquiry->zone, standing_due (inquiry, entry));
  else
    return FALSE;
  return TRUE;
}

/* The entry that the path up to its last name leads to. */
static const CharterFact *
entry_at_path (const CharterInquiry *inquiry,
               const CharterCase    *self,
               const CharterFact    *entry,
               const char           *path,
               const char           *last)
{
  g_autofree char *front = last > path ? g_strndup (path, last - 1 - path) : NULL;
  CharterBag values;
  const CharterFact *found = entry;

  if (front == NULL)
    return entry;
  if (strcmp (front, "case") == 0)
    return self != NULL ? self->entry : NULL;
  if (strcmp (front, "moment") == 0)
    return self != NULL ? self->moment : NULL;
  charter_bag_init (&values);
  charter_path_values (inquiry, self, entry, front, &values);
  found = values.n > 0 && values.items[0].string != NULL
              ? charter_scene_maker (inquiry->scene,
                                     charter_scene_find (inquiry->scene, values.items[0].string))
              : NULL;
  charter_bag_clear (&values);
  return found;
}

static gboolean
parse_time (const CharterInquiry *inquiry,
            const char           *text,
            gint64               *at)
{
  gint32 date;

  if (text != NULL && charter_instant_parse (text, -1, at))
    return TRUE;
  if (text == NULL || !charter_date_parse (text, -1, &date))
    return FALSE;
  *at = charter_zone_start_of (inquiry->zone, date);
  return TRUE;
}

gint64
charter_path_instant (const CharterInquiry *inquiry,
                      const CharterCase    *self,
                      const CharterFact    *entry,
                      const char           *path)
{
  const char *dot = strrchr (path, '.');
  const char *last = dot != NULL ? dot + 1 : path;
  const CharterFact *there = entry_at_path (inquiry, self, entry, path, last);
  gint64 at = CHARTER_INSTANT_NONE;
  CharterBag values;

  if (there != NULL && time_word (inquiry, there, last, &at))
    return at;
  if (strcmp (path, "moment") == 0)
    return self != NULL && self->moment != NULL ? self->moment->at : CHARTER_INSTANT_NONE;
  charter_bag_init (&values);
  charter_path_values (inquiry, self, entry, path, &values);
  for (guint i = 0; i < values.n; i++)
    if (parse_time (inquiry, values.items[i].string, &at))
      break;
  charter_bag_clear (&values);
  return at;
}

gint32
charter_path_date (const CharterInquiry *inquiry,
                   const CharterCase    *self,
                   const CharterFact    *entry,
                   const char           *path)
{
  gint64 at = charter_path_instant (inquiry, self, entry, path);

  return at != CHARTER_INSTANT_NONE ? charter_zone_date_of (inquiry->zone, at) : CHARTER_DATE_NONE;
}
