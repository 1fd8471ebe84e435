/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-json-writer-private.h"

#include <stdlib.h>
#include <string.h>

/* How deep a builder goes; the reader stops at 64. */
#define DEPTH_MAX 256

struct _CharterBuilder
{
  CharterArena *arena;              /* keys and strings */
  CharterNode  *nodes;
  guint32       n_nodes;
  guint32       n_allocated;
  const char   *key;                /* of the value to come */
  gsize         key_length;
  guint         depth;
  guint32       open[DEPTH_MAX];    /* the containers that are open */
};

/* Building */

CharterBuilder *
charter_builder_new (void)
{
  CharterBuilder *self = g_new0 (CharterBuilder, 1);

  self->arena = charter_arena_new ();

  return self;
}

void
charter_builder_free (CharterBuilder *self)
{
  charter_arena_unref (self->arena);
  g_free (self->nodes);
  g_free (self);
}

static void
reserve (CharterBuilder *self,
         guint32         n)
{
  if (self->n_allocated - self->n_nodes >= n)
    return;

  self->n_allocated = MAX (MAX (32, self->n_allocated * 2), self->n_nodes + n);
  self->nodes = g_renew (CharterNode, self->nodes, self->n_allocated);
}

static void
enter (CharterBuilder *self,
       CharterNode    *node)
{
  CharterNode *parent;

  node->key = self->key;
  node->key_length = (guint16) self->key_length;
  self->key = NULL;
  self->key_length = 0;
  if (self->depth == 0)
    {
      g_assert (node == self->nodes);
      return;
    }

  parent = &self->nodes[self->open[self->depth - 1]];
  g_assert ((parent->type == CHARTER_NODE_OBJECT) == (node->key != NULL));
  parent->length++;
}

static CharterNode *
add (CharterBuilder *self,
     CharterNodeType type)
{
  CharterNode *node;

  reserve (self, 1);
  node = &self->nodes[self->n_nodes++];
  memset (node, 0, sizeof *node);
  node->type = type;
  node->span = 1;
  enter (self, node);

  return node;
}

static void
begin (CharterBuilder *self,
       CharterNodeType type)
{
  g_assert (self->depth < DEPTH_MAX);

  add (self, type);
  self->open[self->depth++] = self->n_nodes - 1;
}

void
charter_builder_begin_object (CharterBuilder *self)
{
  begin (self, CHARTER_NODE_OBJECT);
}

void
charter_builder_begin_array (CharterBuilder *self)
{
  begin (self, CHARTER_NODE_ARRAY);
}

void
charter_builder_end (CharterBuilder *self)
{
  guint32 index;

  g_assert (self->depth > 0 && self->key == NULL);

  index = self->open[--self->depth];
  self->nodes[index].span = self->n_nodes - index;
}

void
charter_builder_key (CharterBuilder *self,
                     const char     *name)
{
  gsize length = strlen (name);

  g_assert (self->depth > 0 && self->key == NULL && length <= G_MAXUINT16);

  self->key = charter_arena_strndup (self->arena, name, length);
  self->key_length = length;
}

void
charter_builder_null (CharterBuilder *self)
{
  add (self, CHARTER_NODE_NULL);
}

void
charter_builder_boolean (CharterBuilder *self,
                         gboolean        value)
{
  add (self, value ? CHARTER_NODE_TRUE : CHARTER_NODE_FALSE);
}

void
charter_builder_integer (CharterBuilder *self,
                         gint64          value)
{
  add (self, CHARTER_NODE_INTEGER)->integer = value;
}

void
charter_builder_fraction (CharterBuilder        *self,
                          const CharterFraction *value)
{
  g_autofree char *text = NULL;

  if (charter_fraction_is_whole (value))
    {
      charter_builder_integer (self, value->num);
      return;
    }
  text = charter_fraction_to_string (value);
  charter_builder_string (self, text);
}

void
charter_builder_string (CharterBuilder *self,
                        const char     *value)
{
  CharterNode *node;
  gsize length;

  if (value == NULL)
    {
      charter_builder_null (self);
      return;
    }

  length = strlen (value);
  g_assert (length <= G_MAXUINT32 && g_utf8_validate_len (value, length, NULL));
  node = add (self, CHARTER_NODE_STRING);
  node->string = charter_arena_strndup (self->arena, value, length);
  node->length = (guint32) length;
}

void
charter_builder_node (CharterBuilder    *self,
                      const CharterNode *value)
{
  CharterNode *copy;

  if (value == NULL)
    {
      charter_builder_null (self);
      return;
    }

  reserve (self, value->span);
  copy = &self->nodes[self->n_nodes];
  charter_node_copy_to (value, copy, self->arena);
  self->n_nodes += value->span;
  enter (self, copy);
}

void
charter_builder_set_string (CharterBuilder *self,
                            const char     *name,
                            const char     *value)
{
  charter_builder_key (self, name);
  charter_builder_string (self, value);
}

void
charter_builder_set_integer (CharterBuilder *self,
                             const char     *name,
                             gint64          value)
{
  charter_builder_key (self, name);
  charter_builder_integer (self, value);
}

void
charter_builder_set_boolean (CharterBuilder *self,
                             const char     *name,
                             gboolean        value)
{
  charter_builder_key (self, name);
  charter_builder_boolean (self, value);
}

void
charter_builder_set_fraction (CharterBuilder        *self,
                              const char            *name,
                              const CharterFraction *value)
{
  charter_builder_key (self, name);
  charter_builder_fraction (self, value);
}

void
charter_builder_set_node (CharterBuilder    *self,
                          const char        *name,
                          const CharterNode *value)
{
  charter_builder_key (self, name);
  charter_builder_node (self, value);
}

void
charter_builder_set_strv (CharterBuilder    *self,
                          const char        *name,
                          const char *const *value)
{
  charter_builder_key (self, name);
  charter_builder_begin_array (self);
  for (guint i = 0; value != NULL && value[i] != NULL; i++)
    charter_builder_string (self, value[i]);
  charter_builder_end (self);
}

const CharterNode *
charter_builder_get_root (CharterBuilder *self)
{
  g_assert (self->depth == 0 && self->n_nodes > 0);

  return self->nodes;
}

const CharterNode *
charter_builder_move_to (CharterBuilder *self,
                         CharterArena   *arena)
{
  return charter_node_copy (charter_builder_get_root (self), arena);
}

char *
charter_builder_to_text (CharterBuilder *self)
{
  return charter_node_to_text (charter_builder_get_root (self));
}

/* Writing */

static void
append_escape (GString *out,
               guchar   c)
{
  static const char hex[] = "0123456789abcdef";
  static const char short_forms[] = "btn\0fr";   /* U+0008 to U+000D */
  char letter = c >= 0x08 && c <= 0x0d ? short_forms[c - 0x08] : '\0';

  g_string_append_c (out, '\\');
  if (c == '"' || c == '\\')
    {
      g_string_append_c (out, (char) c);
    }
  else if (letter != '\0')
    {
      g_string_append_c (out, letter);
    }
  else
    {
      g_string_append (out, "u00");
      g_string_append_c (out, hex[c >> 4]);
      g_string_append_c (out, hex[c & 15]);
    }
}

static void
append_quoted (GString    *out,
               const char *string,
               gsize       length)
{
  const char *end = string + length;
  const char *run = string;

  g_string_append_c (out, '"');
  for (const char *p = string; p < end; p++)
    {
      guchar c = (guchar) *p;

      if (G_LIKELY (c >= 0x20 && c != '"' && c != '\\'))
        continue;
      g_string_append_len (out, run, p - run);
      append_escape (out, c);
      run = p + 1;
    }
  g_string_append_len (out, run, end - run);
  g_string_append_c (out, '"');
}

void
charter_json_append_string (GString    *out,
                            const char *string)
{
  append_quoted (out, string, strlen (string));
}

static void
append_integer (GString *out,
                gint64   value)
{
  char digits[20];
  char *p = digits + sizeof digits;
  guint64 rest = value < 0 ? 0 - (guint64) value : (guint64) value;

  do
    {
      *--p = (char) ('0' + rest % 10);
      rest /= 10;
    }
  while (rest > 0);

  if (value < 0)
    g_string_append_c (out, '-');
  g_string_append_len (out, p, digits + sizeof digits - p);
}

/* What was read as a decimal is written as one; a fraction that has no end as a decimal
 * is written as a string, as everywhere else. */
static void
append_decimal (GString               *out,
                const CharterFraction *value)
{
  guint64 rest = value->num < 0 ? 0 - (guint64) value->num : (guint64) value->num;
  guint64 den = (guint64) value->den;
  guint64 power = 1;
  g_autofree char *text = NULL;

  while (power % den != 0 && power < G_GUINT64_CONSTANT (1000000000000000000))
    power *= 10;
  if (power % den != 0)
    {
      text = charter_fraction_to_string (value);
      charter_json_append_string (out, text);
      return;
    }

  if (value->num < 0)
    g_string_append_c (out, '-');
  append_integer (out, (gint64) (rest / den));
  if (rest % den != 0)
    g_string_append_c (out, '.');
  for (rest %= den; rest != 0; rest %= den)
    {
      __uint128_t next = (__uint128_t) rest * 10;

      g_string_append_c (out, (char) ('0' + (int) (next / den)));
      rest = (guint64) (next % den);
    }
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const CharterNode *x = *(const CharterNode *const *) a;
  const CharterNode *y = *(const CharterNode *const *) b;

  return charter_key_compare (x->key, x->key_length, y->key, y->key_length);
}

static gboolean
is_sorted (const CharterNode *object)
{
  const CharterNode *before = charter_node_first (object);
  const CharterNode *c;

  for (; before != NULL; before = c)
    {
      c = charter_node_next (object, before);
      if (c != NULL && compare_keys (&before, &c) >= 0)
        return FALSE;
    }

  return TRUE;
}

static void append_canonical (GString           *out,
                              const CharterNode *node);

static void
append_member (GString           *out,
               const CharterNode *member,
               gboolean           first)
{
  if (!first)
    g_string_append_c (out, ',');
  append_quoted (out, member->key, member->key_length);
  g_string_append_c (out, ':');
  append_canonical (out, member);
}

static void
append_sorted (GString           *out,
               const CharterNode *object)
{
  g_autofree const CharterNode **members = g_new (const CharterNode *, object->length);
  guint n = 0;

  for (const CharterNode *c = charter_node_first (object); c != NULL;
       c = charter_node_next (object, c))
    members[n++] = c;
  qsort (members, n, sizeof members[0], compare_keys);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && compare_keys (&members[i - 1], &members[i]) == 0)
        {
          g_critical ("The member \"%s\" was given more than once", members[i]->key);
          continue;
        }
      append_member (out, members[i], i == 0);
    }
}

static void
append_object (GString           *out,
               const CharterNode *object)
{
  const CharterNode *first = charter_node_first (object);

  g_string_append_c (out, '{');
  if (!is_sorted (object))
    {
      append_sorted (out, object);
    }
  else
    {
      for (const CharterNode *c = first; c != NULL; c = charter_node_next (object, c))
        append_member (out, c, c == first);
    }
  g_string_append_c (out, '}');
}

static void
append_array (GString           *out,
              const CharterNode *array)
{
  const CharterNode *first = charter_node_first (array);

  g_string_append_c (out, '[');
  for (const CharterNode *c = first; c != NULL; c = charter_node_next (array, c))
    {
      if (c != first)
        g_string_append_c (out, ',');
      append_canonical (out, c);
    }
  g_string_append_c (out, ']');
}

static void
append_scalar (GString           *out,
               const CharterNode *node)
{
  switch (node->type)
    {
    case CHARTER_NODE_FALSE:
      g_string_append (out, "false");
      break;
    case CHARTER_NODE_TRUE:
      g_string_append (out, "true");
      break;
    case CHARTER_NODE_INTEGER:
      append_integer (out, node->integer);
      break;
    case CHARTER_NODE_DECIMAL:
      append_decimal (out, node->fraction);
      break;
    case CHARTER_NODE_STRING:
      append_quoted (out, node->string, node->length);
      break;
    default:
      g_string_append (out, "null");
      break;
    }
}

static void
append_canonical (GString           *out,
                  const CharterNode *node)
{
  if (node->type == CHARTER_NODE_OBJECT)
    append_object (out, node);
  else if (node->type == CHARTER_NODE_ARRAY)
    append_array (out, node);
  else
    append_scalar (out, node);
}

void
charter_node_append_text (const CharterNode *node,
                          GString           *out)
{
  append_canonical (out, node);
}

char *
charter_node_to_text (const CharterNode *node)
{
  GString *out = g_string_sized_new (64 + node->span * 16);

  append_canonical (out, node);

  return g_string_free (out, FALSE);
}

/* Writing for people */

static void
append_line (GString *out,
             guint    depth)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

static void
append_pretty (GString           *out,
               const CharterNode *node,
               guint              depth)
{
  gboolean object = node->type == CHARTER_NODE_OBJECT;
  const CharterNode *first = charter_node_first (node);

  if (!object && node->type != CHARTER_NODE_ARRAY)
    {
      append_scalar (out, node);
      return;
    }

  g_string_append_c (out, object ? '{' : '[');
  for (const CharterNode *c = first; c != NULL; c = charter_node_next (node, c))
    {
      if (c != first)
        g_string_append_c (out, ',');
      append_line (out, depth + 1);
      if (object)
        {
          append_quoted (out, c->key, c->key_length);
          g_string_append (out, ": ");
        }
      append_pretty (out, c, depth + 1);
    }
  if (first != NULL)
    append_line (out, depth);
  g_string_append_c (out, object ? '}' : ']');
}

char *
charter_node_to_pretty (const CharterNode *node)
{
  GString *out = g_string_new (NULL);

  append_pretty (out, node, 0);
  g_string_append_c (out, '\n');

  return g_string_free (out, FALSE);
}
