/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-meaning-private.h"

#include "base/charter-id-private.h"

#include <string.h>

/* What the checks of meaning share. */

/* Ids */

typedef struct
{
  const char *id;
  guint       place;   /* in the order of the text */
} Id;

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const Id *x = a;
  const Id *y = b;
  int order = strcmp (x->id, y->id);

  if (order != 0)
    return order;

  return x->place < y->place ? -1 : x->place > y->place;
}

void
charter_ids_init (CharterIds *self)
{
  self->names = g_ptr_array_new ();
  self->sorted = g_array_new (FALSE, FALSE, sizeof (Id));
}

void
charter_ids_clear (CharterIds *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->sorted, g_array_unref);
}

void
charter_ids_add (CharterIds *self,
                 const char *id)
{
  Id entry = { id, self->names->len };

  g_ptr_array_add (self->names, (gpointer) id);
  g_array_append_val (self->sorted, entry);
}

void
charter_ids_add_list (CharterIds        *self,
                      const CharterNode *list)
{
  CHARTER_EACH_VALUE (list, v)
    {
      const char *id = charter_node_member_string (v, "id");

      if (id != NULL)
        charter_ids_add (self, id);
    }
}

void
charter_ids_sort (CharterIds *self)
{
  g_ptr_array_add (self->names, NULL);
  g_array_sort (self->sorted, compare_ids);
}

/* The first place of an id in the order of the text, -1 if there is none. */
static gint64
first_place (const CharterIds *self,
             const char       *id)
{
  guint low = 0;
  guint high = self->sorted->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (g_array_index (self->sorted, Id, middle).id, id) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->sorted->len || strcmp (g_array_index (self->sorted, Id, low).id, id) != 0)
    return -1;

  return g_array_index (self->sorted, Id, low).place;
}

gboolean
charter_ids_has (const CharterIds *self,
                 const char       *id)
{
  return first_place (self, id) >= 0;
}

/* Paths */

gsize
charter_meaning_enter (CharterMeaning *self,
                       const char     *name)
{
  gsize mark = self->path->len;

  /* Names of members are ids; nothing in them needs an escape. */
  g_string_append_c (self->path, '/');
  g_string_append (self->path, name);

  return mark;
}

gsize
charter_meaning_enter_item (CharterMeaning *self,
                            guint           index)
{
  gsize mark = self->path->len;

  char digits[12], *first = digits + sizeof digits - 1;

  *first = '\0';
  do
    *--first = '0' + index % 10;
  while ((index /= 10) > 0);
  g_string_append_c (self->path, '/');
  g_string_append (self->path, first);

  return mark;
}

void
charter_meaning_leave (CharterMeaning *self,
                       gsize           mark)
{
  g_string_truncate (self->path, mark);
}

CharterMeaningWalk
charter_meaning_walk_begin (CharterMeaning    *self,
                            const CharterNode *object,
                            const char        *name)
{
  CharterMeaningWalk walk = { .meaning = self, .list = charter_node_member (object, name) };

  /* Most members are absent: then there is no path to write. */
  walk.outside = walk.list != NULL ? charter_meaning_enter (self, name) : self->path->len;
  walk.inside = self->path->len;

  return walk;
}

gboolean
charter_meaning_walk_step (CharterMeaningWalk *walk,
                           const CharterNode **item)
{
  const CharterNode *next = walk->item == NULL ? charter_values_first (walk->list)
                                               : charter_values_next (walk->list, walk->item);

  if (next == NULL)
    {
      charter_meaning_leave (walk->meaning, walk->outside);
      return FALSE;
    }

  charter_meaning_leave (walk->meaning, walk->inside);
  if (walk->list->type == CHARTER_NODE_ARRAY)
    charter_meaning_enter_item (walk->meaning, walk->index++);
  walk->item = next;
  *item = next;

  return TRUE;
}

/* Faults */

void
charter_meaning_fault (CharterMeaning    *self,
                       const CharterNode *node,
                       CharterError       code,
                       const char        *format,
                       ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  charter_problems_add (self->problems, code, self->path->str, node->offset, NULL, "%s", message);
}

/* What is past the maximum is counted and not shown: no need to look for its spelling. */
static gboolean
has_room (CharterMeaning *self)
{
  return charter_problems_get_count (self->problems) < CHARTER_PROBLEMS_MAX;
}

void
charter_meaning_fault_near (CharterMeaning    *self,
                            const CharterNode *node,
                            CharterError       code,
                            const char        *given,
                            const char *const *candidates,
                            const char        *format,
                            ...)
{
  g_autofree char *message = NULL;
  const char *nearest = NULL;
  va_list args;

  if (has_room (self))
    nearest = charter_nearest_spelling (given, candidates);

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  if (nearest != NULL)
    charter_problems_add (self->problems, code, self->path->str, node->offset, nearest,
                          "%s; did you mean “%s”?", message, nearest);
  else
    charter_problems_add (self->problems, code, self->path->str, node->offset, NULL, "%s", message);
}

/* Checks that many members share */

void
charter_meaning_check_id (CharterMeaning    *self,
                          const CharterNode *item,
                          const CharterIds  *ids,
                          guint             *place,
                          const char        *noun)
{
  const CharterNode *id = charter_node_member (item, "id");
  gsize mark;

  if (!charter_node_is (id, CHARTER_NODE_STRING))
    return;

  mark = charter_meaning_enter (self, "id");
  if (first_place (ids, id->string) < (*place)++)
    charter_meaning_fault (self, id, CHARTER_ERROR_ID_REUSED,
                           "There is already a %s “%s”; every %s needs an id of its own",
                           noun, id->string, noun);
  charter_meaning_leave (self, mark);
}

void
charter_meaning_check_ids (CharterMeaning    *self,
                           const CharterNode *object,
                           const char        *list,
                           const char        *noun)
{
  CharterIds ids;
  guint place = 0;
  const CharterNode *item;

  charter_ids_init (&ids);
  charter_ids_add_list (&ids, charter_node_member (object, list));
  charter_ids_sort (&ids);
  CHARTER_MEANING_EACH (self, object, list, item)
    charter_meaning_check_id (self, item, &ids, &place, noun);
  charter_ids_clear (&ids);
}

void
charter_meaning_check_reference (CharterMeaning    *self,
                                 const CharterNode *object,
                                 const char        *name,
                                 const CharterIds  *ids,
                                 const char        *noun)
{
  const CharterNode *item;

  CHARTER_MEANING_EACH (self, object, name, item)
    {
      if (item->type == CHARTER_NODE_STRING && !charter_ids_has (ids, item->string))
        charter_meaning_fault_near (self, item, CHARTER_ERROR_REFERENCE, item->string,
                                    (const char *const *) ids->names->pdata,
                                    "There is no %s “%s” in this charter", noun, item->string);
    }
}

void
charter_meaning_check_clause (CharterMeaning    *self,
                              const CharterNode *object)
{
  charter_meaning_check_reference (self, object, "clause", &self->clauses, "clause");
}

static void
check_prefixed (CharterMeaning    *self,
                const CharterNode *node,
                const char        *id,
                const CharterIds  *ids,
                const char        *noun)
{
  g_autoptr(GPtrArray) candidates = NULL;

  if (charter_ids_has (ids, id))
    return;

  candidates = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; has_room (self) && i + 1 < ids->names->len; i++)
    g_ptr_array_add (candidates, g_strconcat (noun, ":", ids->names->pdata[i], NULL));
  g_ptr_array_add (candidates, NULL);
  charter_meaning_fault_near (self, node, CHARTER_ERROR_REFERENCE, node->string,
                              (const char *const *) candidates->pdata,
                              "There is no %s “%s” in this charter", noun, id);
}

/* A word without prefix: one that everybody understands, else what was probably meant. */
static void
check_word (CharterMeaning    *self,
            const CharterNode *node)
{
  g_autofree char *as_role = g_strconcat ("role:", node->string, NULL);
  g_autofree char *as_constituency = g_strconcat ("constituency:", node->string, NULL);
  const char *candidates[] = { "partners", "persons", NULL };
  const char *meant = NULL;

  if (strcmp (node->string, "partners") == 0 || strcmp (node->string, "persons") == 0)
    return;

  if (charter_ids_has (&self->roles, node->string))
    meant = as_role;
  else if (charter_ids_has (&self->constituencies, node->string))
    meant = as_constituency;
  else
    meant = charter_nearest_spelling (node->string, candidates);
  charter_problems_add (self->problems, CHARTER_ERROR_VALUE, self->path->str, node->offset, meant,
                        "Expected partners, persons, role:ID, constituency:ID, partner:ID or "
                        "person:ID, not “%s”%s%s%s",
                        node->string, meant != NULL ? "; did you mean “" : "",
                        meant != NULL ? meant : "", meant != NULL ? "”?" : "");
}

static void
check_voice (CharterMeaning    *self,
             const CharterNode *node,
             gboolean           words)
{
  const char *colon = strchr (node->string, ':');
  gsize prefix = colon != NULL ? (gsize) (colon - node->string) : 0;

#define IS(word) (prefix == strlen (word) && memcmp (node->string, (word), prefix) == 0)
  if (colon == NULL)
    {
      if (!words)
        check_word (self, node);
      else if (!charter_id_is_valid (node->string, -1))
        charter_meaning_fault (self, node, CHARTER_ERROR_VALUE,
                               "Expected a word of lower-case letters, digits, “.”, “_” and “-”, "
                               "not “%s”",
                               node->string);
    }
  else if (IS ("role"))
    check_prefixed (self, node, colon + 1, &self->roles, "role");
  else if (IS ("constituency"))
    check_prefixed (self, node, colon + 1, &self->constituencies, "constituency");
  else if (!IS ("partner") && !IS ("person"))
    charter_meaning_fault (self, node, CHARTER_ERROR_VALUE,
                           "Expected role:ID, constituency:ID, partner:ID or person:ID, not “%s”",
                           node->string);
  else if (!charter_id_is_valid (colon + 1, -1))
    charter_meaning_fault (self, node, CHARTER_ERROR_VALUE, "“%s” names nobody", node->string);
#undef IS
}

void
charter_meaning_check_voices (CharterMeaning    *self,
                              const CharterNode *object,
                              const char        *name,
                              gboolean           words)
{
  const CharterNode *item;

  CHARTER_MEANING_EACH (self, object, name, item)
    {
      if (item->type == CHARTER_NODE_STRING && item->length > 0)
        check_voice (self, item, words);
    }
}

void
charter_meaning_check_share (CharterMeaning    *self,
                             const CharterNode *object,
                             const char        *name)
{
  const CharterFraction zero = CHARTER_FRACTION (0, 1);
  const CharterFraction one = CHARTER_FRACTION (1, 1);
  CharterFraction share;
  g_autofree char *text = NULL;
  gsize mark;

  if (!charter_member_fraction (object, name, &share))
    return;
  if (charter_fraction_compare (&share, &zero) >= 0 && charter_fraction_compare (&share, &one) <= 0)
    return;

  text = charter_fraction_to_string (&share);
  mark = charter_meaning_enter (self, name);
  charter_meaning_fault (self, charter_node_member (object, name), CHARTER_ERROR_VALUE,
                         "Expected a share from 0 to 1, not %s", text);
  charter_meaning_leave (self, mark);
}

void
charter_meaning_check_length (CharterMeaning    *self,
                              const CharterNode *object,
                              const char        *name)
{
  CharterPeriod period;
  gsize mark;

  if (!charter_member_period (object, name, &period) || !charter_period_is_zero (&period))
    return;

  mark = charter_meaning_enter (self, name);
  charter_meaning_fault (self, charter_node_member (object, name), CHARTER_ERROR_VALUE,
                         "Expected a period longer than nothing");
  charter_meaning_leave (self, mark);
}

gboolean
charter_meaning_requires (const CharterMeaning *self,
                          const char           *name)
{
  const CharterNode *list = charter_node_member (self->root, "requires");

  return g_str_has_prefix (name, "x-") && list != NULL && charter_node_has_string (list, name);
}
