/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-private.h"

#include <string.h>

#include "format/charter-json-writer-private.h"

/* From a charter's check to what the engine reads: its row with the parameters in place.
 *
 *  params    the parameters that the row knows, with what each is if left out
 *  needs     those that must be given; takes: the only values that one may have; not-yet:
 *            values that are not built
 *  variants  rows to lay over this one; the first whose `if` holds.  `if` asks of parameters:
 *            true (given), false (not given), {} (an object), or a value that it has
 *
 * A string "$name" becomes the parameter; in a list, its values.  An object or list in which
 * everything falls away falls away itself. */

/* What may stand beside any check: read by whoever judges, or by everybody. */
static const char *const common[] = {
  "check", "family", "as", "when-none", "when", "upheld-from", "partly-from", "min-cases", "unless", NULL
};

typedef struct
{
  const CharterNode *check;
  const CharterNode *row;
  const CharterNode *variant;   /* NULL */
} Expansion;

static const CharterNode *
parameter (const Expansion *self,
           const char      *name)
{
  const CharterNode *given = charter_node_member (self->check, name);
  const CharterNode *fallback =
      charter_node_member (charter_node_member (self->row, "params"), name);

  if (given != NULL)
    return given;
  return fallback != NULL && fallback->type != CHARTER_NODE_NULL ? fallback : NULL;
}

static const CharterNode *
row_member (const Expansion *self,
            const char      *name)
{
  const CharterNode *member = charter_node_member (self->variant, name);

  return member != NULL ? member : charter_node_member (self->row, name);
}

/* Does `if` hold? */
static gboolean
asks_hold (const Expansion   *self,
           const CharterNode *asks)
{
  for (const CharterNode *ask = asks != NULL ? charter_node_first (asks) : NULL; ask != NULL;
       ask = charter_node_next (asks, ask))
    {
      const CharterNode *node = parameter (self, ask->key);

      if (ask->type == CHARTER_NODE_FALSE ? node != NULL : node == NULL)
        return FALSE;
      if (ask->type == CHARTER_NODE_OBJECT && node->type != CHARTER_NODE_OBJECT)
        return FALSE;
      if (ask->type == CHARTER_NODE_STRING && !charter_node_has_string (node, ask->string))
        return FALSE;
    }
  return TRUE;
}

/* Does the part stand under the parameters given? */
static gboolean
part_stands (const Expansion   *self,
             const CharterNode *part)
{
  return part->type != CHARTER_NODE_OBJECT || asks_hold (self, charter_node_member (part, "if"));
}

static gboolean survives (const Expansion   *self,
                          const CharterNode *node);

static gboolean
any_child_survives (const Expansion   *self,
                    const CharterNode *node)
{
  if (node->length == 0)
    return TRUE;
  for (const CharterNode *child = charter_node_first (node); child != NULL;
       child = charter_node_next (node, child))
    if (survives (self, child))
      return TRUE;
  return FALSE;
}

static gboolean
survives (const Expansion   *self,
          const CharterNode *node)
{
  if (node->type == CHARTER_NODE_STRING)
    return node->string[0] != '$' || parameter (self, node->string + 1) != NULL;
  if (node->type == CHARTER_NODE_ARRAY || node->type == CHARTER_NODE_OBJECT)
    return part_stands (self, node) && any_child_survives (self, node);
  return TRUE;
}

static void write_node (const Expansion   *self,
                        const CharterNode *node,
                        CharterBuilder    *builder);

static void
write_items (const Expansion   *self,
             const CharterNode *list,
             CharterBuilder    *builder)
{
  for (const CharterNode *item = charter_node_first (list); item != NULL;
       item = charter_node_next (list, item))
    {
      const CharterNode *node = item->type == CHARTER_NODE_STRING && item->string[0] == '$'
                                ? parameter (self, item->string + 1) : NULL;

      if (!survives (self, item))
        continue;
      if (node == NULL)
        write_node (self, item, builder);
      CHARTER_EACH (node, v)
        charter_builder_node (builder, v);
    }
}

static void
write_members (const Expansion   *self,
               const CharterNode *object,
               CharterBuilder    *builder)
{
  for (const CharterNode *member = charter_node_first (object); member != NULL;
       member = charter_node_next (object, member))
    {
      if (strcmp (member->key, "if") == 0 || !survives (self, member))
        continue;
      charter_builder_key (builder, member->key);
      write_node (self, member, builder);
    }
}

static void
write_node (const Expansion   *self,
            const CharterNode *node,
            CharterBuilder    *builder)
{
  if (node->type == CHARTER_NODE_STRING && node->string[0] == '$')
    charter_builder_node (builder, parameter (self, node->string + 1));
  else if (node->type == CHARTER_NODE_ARRAY)
    {
      charter_builder_begin_array (builder);
      write_items (self, node, builder);
      charter_builder_end (builder);
    }
  else if (node->type == CHARTER_NODE_OBJECT)
    {
      charter_builder_begin_object (builder);
      write_members (self, node, builder);
      charter_builder_end (builder);
    }
  else
    charter_builder_node (builder, node);
}

/* Parameters */

static gboolean
is_known (const Expansion *self,
          const char      *name)
{
  return g_strv_contains (common, name)
         || charter_node_member (charter_node_member (self->row, "params"), name) != NULL;
}

static gboolean
all_known (const Expansion *self,
           char           **cannot)
{
  for (const CharterNode *given = charter_node_first (self->check); given != NULL;
       given = charter_node_next (self->check, given))
    if (!is_known (self, given->key))
      {
        *cannot = g_strdup_printf ("This check is not built yet with the parameter “%s”.", given->key);
        return FALSE;
      }
  return TRUE;
}

static gboolean
all_given (const Expansion *self,
           char           **cannot)
{
  const CharterNode *needs = charter_node_member (self->row, "needs");

  CHARTER_EACH (needs, need)
    if (parameter (self, need->string) == NULL)
      {
        *cannot = g_strdup_printf ("The check cannot be told without the parameter “%s”.", need->string);
        return FALSE;
      }
  return TRUE;
}

/* The first value of a parameter that is (or is not) on the list, NULL if there is none. */
static const char *
first_value (const CharterNode *values,
             const CharterNode *list,
             gboolean           listed)
{
  CHARTER_EACH (values, v)
    if (v->type == CHARTER_NODE_STRING && charter_node_has_string (list, v->string) == listed)
      return v->string;
  return NULL;
}

static gboolean
values_are_built (const Expansion *self,
                  const char      *member,
                  gboolean         listed,
                  char           **cannot)
{
  const CharterNode *lists = row_member (self, member);

  for (const CharterNode *list = lists != NULL ? charter_node_first (lists) : NULL; list != NULL;
       list = charter_node_next (lists, list))
    {
      const char *value = first_value (parameter (self, list->key), list, listed);

      if (value == NULL)
        continue;
      *cannot = g_strdup_printf ("This check is not built yet with “%s” as “%s”.", list->key, value);
      return FALSE;
    }
  return TRUE;
}

static gboolean
choose_variant (Expansion *self,
                char     **cannot)
{
  const CharterNode *variants = charter_node_member (self->row, "variants");

  if (variants == NULL)
    return TRUE;
  for (const CharterNode *v = charter_node_first (variants); v != NULL;
       v = charter_node_next (variants, v))
    if (asks_hold (self, charter_node_member (v, "if")))
      {
        self->variant = v;
        return TRUE;
      }
  *cannot = g_strdup ("This check is not built yet with these parameters.");
  return FALSE;
}

/* The whole */

static void
write_given (const Expansion *self,
             CharterBuilder  *builder)
{
  const CharterNode *params = charter_node_member (self->row, "params");

  charter_builder_key (builder, "given");
  charter_builder_begin_object (builder);
  for (const CharterNode *p = charter_node_first (params); p != NULL;
       p = charter_node_next (params, p))
    {
      const CharterNode *node = parameter (self, p->key);

      if (node != NULL)
        charter_builder_set_node (builder, p->key, node);
    }
  charter_builder_end (builder);
}

static void
write_window (const Expansion *self,
              CharterBuilder  *builder)
{
  const CharterNode *window = parameter (self, "window");

  if (window != NULL)
    charter_builder_set_node (builder, "window", window);
}

static const CharterNode *
write_whole (const Expansion *self,
             CharterInquiry  *inquiry)
{
  static const char *const members[] = {
    "id", "family", "case", "hold", "expect", "group", "pool", "all", "within",
    "upheld-from", "partly-from", "min-cases", "says", "restore"
  };
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  const CharterNode *when = charter_node_member (self->check, "when");

  charter_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const CharterNode *member = row_member (self, members[i]);

      if (member == NULL || !survives (self, member))
        continue;
      charter_builder_key (builder, members[i]);
      write_node (self, member, builder);
    }
  write_window (self, builder);
  write_given (self, builder);
  if (when != NULL)
    charter_builder_set_node (builder, "when", when);
  charter_builder_end (builder);
  return charter_builder_move_to (builder, inquiry->arena);
}

static const CharterNode *
find_row (const CharterNode *check,
          char             **cannot)
{
  const char *name = charter_node_member_string (check, "check");
  const char *family = charter_node_member_string (check, "family");
  const CharterNode *row =
      name != NULL ? charter_catalogue_row (name) : charter_catalogue_family (family);

  if (row != NULL && charter_node_member_boolean (row, "built", TRUE))
    return row;
  if (g_str_has_prefix (name != NULL ? name : family, "x-"))
    *cannot = g_strdup ("This check comes from a program that is not here.");
  else
    *cannot = g_strdup ("This check is not built yet.");
  return NULL;
}

const CharterNode *
charter_catalogue_expand (CharterInquiry    *inquiry,
                          const CharterNode *check,
                          char             **cannot)
{
  Expansion self = { .check = check, .row = find_row (check, cannot) };

  if (self.row == NULL || !all_known (&self, cannot) || !all_given (&self, cannot)
      || !choose_variant (&self, cannot) || !values_are_built (&self, "not-yet", TRUE, cannot)
      || !values_are_built (&self, "takes", FALSE, cannot))
    return NULL;
  return write_whole (&self, inquiry);
}
