/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-json-token-private.h"

#include <stdlib.h>

const CharterLimits charter_limits_default = {
  .text = 16 * 1024 * 1024,
  .depth = JSON_DEPTH_MAX,
  .members = JSON_MEMBERS_MAX,
  .nodes = 1000000,
  .string = 1024 * 1024,
  .key = 1024,
};

const CharterLimits charter_limits_entry = {
  .text = 1024 * 1024,
  .depth = JSON_DEPTH_MAX,
  .members = JSON_MEMBERS_MAX,
  .nodes = 1000000,
  .string = 1024 * 1024,
  .key = 1024,
};

/* Nodes */

void
charter_json_grow_nodes (JsonReader *self)
{
  guint32 n = self->n_allocated * 2;

  if (self->nodes == self->local)
    {
      self->nodes = g_new (CharterNode, n);
      memcpy (self->nodes, self->local, sizeof self->local);
    }
  else
    {
      self->nodes = g_renew (CharterNode, self->nodes, n);
    }
  self->n_allocated = n;
}

/* Containers */

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const CharterNode *x = *(const CharterNode *const *) a;
  const CharterNode *y = *(const CharterNode *const *) b;
  int order;

  if (x->key_length != y->key_length)
    return x->key_length < y->key_length ? -1 : 1;
  order = memcmp (x->key, y->key, x->key_length);
  if (order != 0)
    return order;

  return x->offset < y->offset ? -1 : 1;
}

static void
fault_twice (JsonReader        *self,
             const CharterNode *member)
{
  self->top->key = member->key;
  self->top->key_length = member->key_length;
  charter_json_fault (self, CHARTER_ERROR_FORMAT, JSON_AT_VALUE, member->key - 1,
                      "The member \"%s\" is given more than once; keep one of them", member->key);
}

static gboolean
same_key (const CharterNode *a,
          const CharterNode *b)
{
  return a->key_length == b->key_length && memcmp (a->key, b->key, a->key_length) == 0;
}

/* Few members are compared each with each, many are sorted; nothing is hashed, so no
 * choice of names makes this slow. */
static G_GNUC_NO_INLINE void
check_twice (JsonReader        *self,
             const CharterNode *object)
{
  const CharterNode *members[JSON_MEMBERS_MAX];
  guint n = 0;

  for (const CharterNode *c = charter_node_first (object); c != NULL;
       c = charter_node_next (object, c))
    members[n++] = c;

  if (n > 16)
    {
      qsort (members, n, sizeof members[0], compare_members);
      for (guint i = 1; i < n; i++)
        {
          if (same_key (members[i - 1], members[i]))
            fault_twice (self, members[i]);
        }
      return;
    }

  for (guint i = 1; i < n; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          if (!same_key (members[i], members[j]))
            continue;
          fault_twice (self, members[i]);
          break;
        }
    }
}

static inline char *
open_container (JsonReader   *self,
                char         *p,
                JsonFrameKind kind)
{
  JsonFrame *frame;

  if (G_UNLIKELY (self->top == self->stack + self->limits.depth))
    return charter_json_fault (self, CHARTER_ERROR_LIMIT, JSON_AT_VALUE, p,
                               "Arrays and objects stand in each other more than %u deep",
                               self->limits.depth);

  json_add_node (self, kind == JSON_FRAME_OBJECT ? CHARTER_NODE_OBJECT : CHARTER_NODE_ARRAY, p);
  frame = ++self->top;
  frame->key = NULL;
  frame->key_length = 0;
  frame->node = self->n_nodes - 1;
  frame->count = 0;
  frame->kind = kind;
  frame->ascending = TRUE;

  return p + 1;
}

static inline void
close_container (JsonReader *self)
{
  JsonFrame *frame = self->top;
  CharterNode *node = &self->nodes[frame->node];

  node->span = self->n_nodes - frame->node;
  node->length = frame->count;
  if (G_UNLIKELY (!frame->ascending))
    check_twice (self, node);
  self->top--;
}

/* Members in ascending order cannot come twice; only where the order breaks are the
 * members of an object compared when it closes. */
static inline char *
check_order (JsonReader *self,
             char       *p,
             const char *key,
             guint32     length)
{
  JsonFrame *frame = self->top;
  int order;

  if (frame->count < 2 || !frame->ascending)
    return p;
  order = charter_key_compare (frame->key, frame->key_length, key, length);
  if (G_LIKELY (order < 0))
    return p;

  frame->ascending = FALSE;
  if (self->canonical && order > 0)
    return charter_json_fault_canonical (self, key - 1, "members are not in ascending order");

  return p;
}

/* A member name and its colon. */
static inline char *
read_name (JsonReader *self,
           char       *p)
{
  JsonFrame *frame = self->top;
  char *key = p + 1;
  guint32 length;

  if (G_UNLIKELY (*p != '"'))
    return charter_json_fault_name (self, p);
  self->place = JSON_AT_CONTAINER;
  p = json_read_string (self, key, &length);
  if (p == NULL)
    return NULL;
  if (G_UNLIKELY (length > self->limits.key))
    return charter_json_fault (self, CHARTER_ERROR_LIMIT, JSON_AT_CONTAINER, key - 1,
                               "The member name has %u bytes; at most %" G_GSIZE_FORMAT
                               " are allowed", length, self->limits.key);
  p = check_order (self, p, key, length);
  frame->key = key;
  frame->key_length = length;
  if (p != NULL)
    p = json_skip_space (self, p);
  if (p == NULL)
    return NULL;
  if (G_UNLIKELY (*p != ':'))
    return charter_json_fault_found (self, JSON_AT_VALUE, p,
                                     "A colon was expected after the member name");

  return json_skip_space (self, p + 1);
}

/* What may come after a value or an opening bracket, up to where the next value starts. */
static inline char *
read_between (JsonReader *self,
              char       *p)
{
  JsonFrame *frame;

  for (;;)
    {
      p = json_skip_space (self, p);
      frame = self->top;
      if (p == NULL || frame->kind == JSON_FRAME_ROOT)
        return p;
      if (*p != (frame->kind == JSON_FRAME_OBJECT ? '}' : ']'))
        break;
      close_container (self);
      p++;
    }

  if (frame->count > 0)
    {
      if (G_UNLIKELY (*p != ','))
        return charter_json_fault_comma (self, p);
      p = json_skip_space (self, p + 1);
      if (p == NULL)
        return NULL;
    }
  else if (p == self->end)
    {
      return charter_json_fault_comma (self, p);
    }

  if (frame->kind == JSON_FRAME_OBJECT)
    {
      if (G_UNLIKELY (frame->count == self->limits.members))
        return charter_json_fault (self, CHARTER_ERROR_LIMIT, JSON_AT_CONTAINER, p,
                                   "The object has more than %u members", self->limits.members);
      frame->count++;
      return read_name (self, p);
    }
  frame->count++;

  return p;
}

/* Values */

static inline char *
read_string_value (JsonReader *self,
                   char       *p)
{
  CharterNode *node = json_add_node (self, CHARTER_NODE_STRING, p);
  guint32 length;
  char *after;

  self->place = JSON_AT_VALUE;
  after = json_read_string (self, p + 1, &length);
  if (after == NULL)
    return NULL;
  if (G_UNLIKELY (length > self->limits.string))
    return charter_json_fault (self, CHARTER_ERROR_LIMIT, JSON_AT_VALUE, p,
                               "The string has %u bytes; at most %" G_GSIZE_FORMAT " are allowed",
                               length, self->limits.string);
  node->string = p + 1;
  node->length = length;

  return after;
}

static char *
read_word (JsonReader     *self,
           char           *p,
           const char     *word,
           gsize           length,
           CharterNodeType type)
{
  if (strncmp (p, word, length) != 0 || g_ascii_isalnum (p[length]) || p[length] == '_')
    return charter_json_fault_value (self, p);
  json_add_node (self, type, p);

  return p + length;
}

static inline char *
read_value (JsonReader *self,
            char       *p)
{
  if (G_UNLIKELY (self->n_nodes >= self->limits.nodes))
    return charter_json_fault (self, CHARTER_ERROR_LIMIT, JSON_AT_VALUE, p,
                               "The text has more than %u values", self->limits.nodes);

  switch (*p)
    {
    case '"':
      return read_string_value (self, p);
    case '{':
      return open_container (self, p, JSON_FRAME_OBJECT);
    case '[':
      return open_container (self, p, JSON_FRAME_ARRAY);
    case 't':
      return read_word (self, p, "true", 4, CHARTER_NODE_TRUE);
    case 'f':
      return read_word (self, p, "false", 5, CHARTER_NODE_FALSE);
    case 'n':
      return read_word (self, p, "null", 4, CHARTER_NODE_NULL);
    case '-':
    case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
      return charter_json_read_number (self, p);
    default:
      return charter_json_fault_value (self, p);
    }
}

/* The text as a whole */

/* What can be said of a text before anything is read; TRUE if reading may begin. */
static gboolean
check_text (JsonReader *self,
            gsize       length)
{
  const guchar *text = (const guchar *) self->text;

  if (length > self->limits.text)
    charter_json_fault (self, CHARTER_ERROR_LIMIT, JSON_AT_VALUE, self->base,
                        "The text has %" G_GSIZE_FORMAT " bytes; at most %" G_GSIZE_FORMAT
                        " are allowed", length, self->limits.text);
  else if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    charter_json_fault_syntax (self, JSON_AT_VALUE, self->base,
                               "The text starts with a byte order mark; "
                               "save it as UTF-8 without one");
  else if (length >= 2 && (text[0] == 0 || text[1] == 0 || text[0] >= 0xfe))
    charter_json_fault_syntax (self, JSON_AT_VALUE, self->base,
                               "The text looks like UTF-16 or UTF-32; save it as UTF-8");

  return self->n_faults == 0;
}

static void
take_copy (JsonReader *self,
           gsize       length)
{
  self->base = charter_arena_alloc (self->arena, length + JSON_PADDING);
  if (length > 0)
    memcpy (self->base, self->text, length);
  memset (self->base + length, 0, JSON_PADDING);
  self->end = self->base + length;
}

/* The root's frame begins one value and has no key. */
static void
begin (JsonReader *self)
{
  self->top = self->stack;
  self->top->kind = JSON_FRAME_ROOT;
  self->top->key = NULL;
  self->top->key_length = 0;
  self->top->count = 1;
  self->place = JSON_AT_VALUE;
  self->nodes = self->local;
  self->n_nodes = 0;
  self->n_allocated = JSON_LOCAL_NODES;
}

static void
read_text (JsonReader *self)
{
  char *p = json_skip_space (self, self->base);

  if (p == NULL)
    return;
  if (p == self->end)
    {
      charter_json_fault_syntax (self, JSON_AT_VALUE, p,
                                 "The text is empty; a JSON value such as {} was expected");
      return;
    }

  do
    {
      p = read_value (self, p);
      if (p != NULL)
        p = read_between (self, p);
    }
  while (p != NULL && self->top->kind != JSON_FRAME_ROOT);

  if (p != NULL && p != self->end)
    charter_json_fault_found (self, JSON_AT_VALUE, p, "The text must end after its one value");
}

static const CharterNode *
finish (JsonReader *self,
        gsize       copy_size)
{
  CharterNode *result = NULL;

  if (self->n_faults == 0)
    {
      result = charter_arena_alloc (self->arena, self->n_nodes * sizeof (CharterNode));
      memcpy (result, self->nodes, self->n_nodes * sizeof (CharterNode));
    }
  else if (self->base != NULL)
    {
      charter_arena_shrink (self->arena, self->base, copy_size, 0);
    }
  if (self->nodes != self->local)
    g_free (self->nodes);

  return result;
}

/* A host can only lower the limits; 0 stands for the default. */
static CharterLimits
limits_within (const CharterLimits *given)
{
  CharterLimits limits = charter_limits_default;

#define LOWER(member) \
  if (given->member != 0 && given->member < limits.member) \
    limits.member = given->member
  LOWER (text);
  LOWER (depth);
  LOWER (members);
  LOWER (nodes);
  LOWER (string);
  LOWER (key);
#undef LOWER

  return limits;
}

const CharterNode *
charter_json_read (CharterArena        *arena,
                   const char          *text,
                   gsize                length,
                   CharterProfile       profile,
                   CharterReadFlags     flags,
                   const CharterLimits *limits,
                   CharterProblems     *problems)
{
  const char *outer_text;
  gsize outer_length;
  const CharterNode *result;
  JsonReader self;

  self.arena = arena;
  self.problems = problems;
  self.text = text != NULL ? text : "";
  self.base = NULL;
  self.n_faults = 0;
  self.canonical = (flags & CHARTER_READ_CANONICAL) != 0;
  self.profile = profile;
  self.limits = limits_within (limits != NULL ? limits : &charter_limits_default);
  begin (&self);

  outer_text = charter_problems_get_text (problems, &outer_length);
  charter_problems_set_text (problems, self.text, length);
  if (check_text (&self, length))
    {
      take_copy (&self, length);
      read_text (&self);
    }
  result = finish (&self, length + JSON_PADDING);
  charter_problems_set_text (problems, outer_text, outer_length);

  return result;
}
