/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-node-private.h"

#include <string.h>

const CharterNode *
charter_node_find (const CharterNode *object,
                   const char        *name,
                   gsize              length)
{
  const CharterNode *end;

  if (!charter_node_is (object, CHARTER_NODE_OBJECT))
    return NULL;

  end = object + object->span;
  for (const CharterNode *c = object + 1; c < end; c += c->span)
    {
      if (c->key_length == length && c->key[0] == name[0] && memcmp (c->key, name, length) == 0)
        return c;
    }

  return NULL;
}

const char *
charter_node_member_string (const CharterNode *object,
                            const char        *name)
{
  const CharterNode *member = charter_node_member (object, name);

  return charter_node_is (member, CHARTER_NODE_STRING) ? member->string : NULL;
}

gint64
charter_node_member_integer (const CharterNode *object,
                             const char        *name,
                             gint64             fallback)
{
  const CharterNode *member = charter_node_member (object, name);

  return charter_node_is (member, CHARTER_NODE_INTEGER) ? member->integer : fallback;
}

gboolean
charter_node_member_boolean (const CharterNode *object,
                             const char        *name,
                             gboolean           fallback)
{
  const CharterNode *member = charter_node_member (object, name);

  if (charter_node_is (member, CHARTER_NODE_TRUE))
    return TRUE;
  if (charter_node_is (member, CHARTER_NODE_FALSE))
    return FALSE;

  return fallback;
}

static gboolean
is_string (const CharterNode *node,
           const char        *string)
{
  return node->type == CHARTER_NODE_STRING && strcmp (node->string, string) == 0;
}

gboolean
charter_node_has_string (const CharterNode *node,
                         const char        *string)
{
  if (node == NULL)
    return FALSE;
  if (node->type != CHARTER_NODE_ARRAY)
    return is_string (node, string);

  for (const CharterNode *c = charter_node_first (node); c != NULL;
       c = charter_node_next (node, c))
    {
      if (is_string (c, string))
        return TRUE;
    }

  return FALSE;
}

/* A number without leading zeros; G_MAXUINT where the token is none. */
static guint
parse_index (const char *token,
             gsize       length)
{
  guint index = 0;

  if (length == 0 || length > 9 || (token[0] == '0' && length > 1))
    return G_MAXUINT;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (token[i]))
        return G_MAXUINT;
      index = index * 10 + (guint) (token[i] - '0');
    }

  return index;
}

static const CharterNode *
find_element (const CharterNode *array,
              guint              index)
{
  const CharterNode *c = charter_node_first (array);

  if (index >= array->length)
    return NULL;
  while (index-- > 0)
    c = charter_node_next (array, c);

  return c;
}

/* "~1" is "/", "~0" is "~"; FALSE where a "~" stands alone. */
static gboolean
unescape_token (const char *token,
                gsize       length,
                GString    *out)
{
  g_string_truncate (out, 0);
  for (gsize i = 0; i < length; i++)
    {
      if (token[i] != '~')
        {
          g_string_append_c (out, token[i]);
          continue;
        }
      i++;
      if (i == length || (token[i] != '0' && token[i] != '1'))
        return FALSE;
      g_string_append_c (out, token[i] == '0' ? '~' : '/');
    }

  return TRUE;
}

static const CharterNode *
step_into (const CharterNode *node,
           const char        *token,
           gsize              length,
           GString           *scratch)
{
  if (node->type == CHARTER_NODE_ARRAY)
    return find_element (node, parse_index (token, length));
  if (!unescape_token (token, length, scratch))
    return NULL;

  return charter_node_find (node, scratch->str, scratch->len);
}

const CharterNode *
charter_node_at (const CharterNode *root,
                 const char        *pointer)
{
  const CharterNode *node = root;
  GString *scratch;

  if (root == NULL || (pointer[0] != '\0' && pointer[0] != '/'))
    return NULL;

  scratch = g_string_new (NULL);
  while (node != NULL && *pointer == '/')
    {
      const char *token = pointer + 1;
      gsize length = strcspn (token, "/");

      node = step_into (node, token, length, scratch);
      pointer = token + length;
    }
  g_string_free (scratch, TRUE);

  return node;
}

static gboolean
arrays_equal (const CharterNode *a,
              const CharterNode *b)
{
  const CharterNode *x = charter_node_first (a);
  const CharterNode *y = charter_node_first (b);

  for (; x != NULL; x = charter_node_next (a, x), y = charter_node_next (b, y))
    {
      if (!charter_node_equal (x, y))
        return FALSE;
    }

  return TRUE;
}

static gboolean
objects_equal (const CharterNode *a,
               const CharterNode *b)
{
  const CharterNode *x = charter_node_first (a);
  const CharterNode *beside = charter_node_first (b);

  for (; x != NULL; x = charter_node_next (a, x), beside = charter_node_next (b, beside))
    {
      const CharterNode *y = beside;

      /* Mostly the members come in the same order. */
      if (y->key_length != x->key_length || memcmp (y->key, x->key, x->key_length) != 0)
        y = charter_node_find (b, x->key, x->key_length);
      if (y == NULL || !charter_node_equal (x, y))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_number (const CharterNode *node)
{
  return node->type == CHARTER_NODE_INTEGER || node->type == CHARTER_NODE_DECIMAL;
}

static CharterFraction
number_of (const CharterNode *node)
{
  return node->type == CHARTER_NODE_INTEGER ? CHARTER_FRACTION (node->integer, 1) : *node->fraction;
}

static gboolean
numbers_equal (const CharterNode *a,
               const CharterNode *b)
{
  CharterFraction x = number_of (a);
  CharterFraction y = number_of (b);

  return charter_fraction_compare (&x, &y) == 0;
}

gboolean
charter_node_equal (const CharterNode *a,
                    const CharterNode *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (is_number (a) && is_number (b))
    return numbers_equal (a, b);
  if (a->type != b->type || a->length != b->length)
    return FALSE;

  switch (a->type)
    {
    case CHARTER_NODE_STRING:
      return memcmp (a->string, b->string, a->length) == 0;
    case CHARTER_NODE_ARRAY:
      return arrays_equal (a, b);
    case CHARTER_NODE_OBJECT:
      return objects_equal (a, b);
    default:
      return TRUE;
    }
}

static void
copy_contents (CharterNode  *node,
               CharterArena *arena)
{
  if (node->key != NULL)
    node->key = charter_arena_strndup (arena, node->key, node->key_length);
  if (node->type == CHARTER_NODE_STRING)
    {
      node->string = charter_arena_strndup (arena, node->string, node->length);
    }
  else if (node->type == CHARTER_NODE_DECIMAL)
    {
      CharterFraction *fraction = charter_arena_alloc (arena, sizeof (CharterFraction));

      *fraction = *node->fraction;
      node->fraction = fraction;
    }
}

void
charter_node_copy_to (const CharterNode *node,
                      CharterNode       *copy,
                      CharterArena      *arena)
{
  memcpy (copy, node, node->span * sizeof (CharterNode));
  copy->key = NULL;
  copy->key_length = 0;
  for (guint32 i = 0; i < node->span; i++)
    copy_contents (&copy[i], arena);
}

CharterNode *
charter_node_copy (const CharterNode *node,
                   CharterArena      *arena)
{
  CharterNode *copy = charter_arena_alloc (arena, node->span * sizeof (CharterNode));

  charter_node_copy_to (node, copy, arena);

  return copy;
}
