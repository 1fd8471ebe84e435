/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-document-parts-private.h"

#include "document/charter-relations-private.h"

#include <string.h>

/* Compiles a path of the conflict policy: its steps as masks of relations. */

/* Ownership that a path may also go against where it looks at the whole group. */
#define GROUP_MASK (CHARTER_RELATION_BIT (CHARTER_RELATION_OWNS)            \
                    | CHARTER_RELATION_BIT (CHARTER_RELATION_CONTROLS)      \
                    | CHARTER_RELATION_BIT (CHARTER_RELATION_OWNED_BY)      \
                    | CHARTER_RELATION_BIT (CHARTER_RELATION_CONTROLLED_BY))

typedef struct
{
  CharterDocumentData *document;
  CharterStepData     *step;
  GPtrArray           *others;
} Compile;

static void
add_relation (Compile    *self,
              const char *name,
              gsize       length)
{
  CharterRelation relation = charter_relation_lookup (name, (gssize) length);
  CharterRelation inverse = charter_relation_inverse (relation);

  if (relation == CHARTER_RELATION_OTHER)
    {
      g_ptr_array_add (self->others, charter_arena_strndup (self->document->arena, name, length));
      return;
    }
  self->step->along |= CHARTER_RELATION_BIT (relation);
  if (inverse != CHARTER_RELATION_OTHER)
    self->step->against |= CHARTER_RELATION_BIT (inverse);
}

static void
keep_others (Compile *self)
{
  const char **kept;

  if (self->others->len == 0)
    return;
  kept = charter_document_new (self->document, const char *, self->others->len + 1);
  memcpy (kept, self->others->pdata, self->others->len * sizeof *kept);
  self->step->others = kept;
}

/* A sensitive link stands for any step but a declaration. */
static void
add_connected (CharterStepData *step)
{
  const guint64 connected = CHARTER_RELATION_BIT (CHARTER_RELATION_CONNECTED);

  if (step->others == NULL
      && step->along == CHARTER_RELATION_BIT (CHARTER_RELATION_DECLARED))
    return;
  step->along |= connected;
  step->against |= connected;
}

static void
compile_step (CharterDocumentData *document,
              const CharterNode   *node,
              gboolean             group,
              CharterStepData     *step)
{
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  Compile self = { document, step, others };
  gsize length = strlen (node->string);
  char last = node->string[length - 1];

  step->repeats = last == '*';
  step->optional = step->repeats || last == '?';
  if (step->optional)
    length--;
  for (gsize start = 0; start <= length;)
    {
      const char *bar = memchr (node->string + start, '|', length - start);
      gsize end = bar != NULL ? (gsize) (bar - node->string) : length;

      add_relation (&self, node->string + start, end - start);
      start = end + 1;
    }
  keep_others (&self);
  add_connected (step);
  if (group && step->repeats)
    {
      guint64 walked = (step->along | step->against) & GROUP_MASK;

      step->along |= walked;
      step->against |= walked;
    }
}

/* Shares are multiplied from the first step that owns; where none does, along the last. */
static guint
first_holding (const CharterPathData *path)
{
  for (guint i = 0; i < path->n_steps; i++)
    if (path->steps[i].along & CHARTER_RELATION_BIT (CHARTER_RELATION_OWNS)
        || path->steps[i].against & CHARTER_RELATION_BIT (CHARTER_RELATION_OWNED_BY))
      return i;

  return path->n_steps - 1;
}

static void
compile_steps (CharterDocumentData *self,
               const CharterNode   *edges,
               CharterPathData     *path)
{
  CharterStepData *steps = charter_document_new (self, CharterStepData,
                                                 charter_list_length (edges));

  CHARTER_EACH_VALUE (edges, v)
    compile_step (self, v, path->group, &steps[path->n_steps++]);
  path->steps = steps;
  path->first_holding = first_holding (path);
  path->first_tail = path->n_steps;
  while (path->first_tail > 0 && steps[path->first_tail - 1].repeats)
    path->first_tail--;
}

void
charter_document_compile_path (CharterDocumentData *self,
                               const CharterNode   *node,
                               CharterPathData     *path)
{
  const char *regime = charter_node_member_string (node, "regime");

  path->id = charter_node_member_string (node, "id");
  path->clause = charter_node_member_string (node, "clause");
  path->category = charter_node_member_string (node, "category");
  if (path->category == NULL)
    path->category = "indirect";
  path->regime = regime != NULL ? charter_document_data_find_regime (self, regime) : NULL;
  path->group = g_strcmp0 (charter_node_member_string (node, "direction"), "group") == 0;
  path->depth = (guint) charter_node_member_integer (node, "depth", 6);
  path->add_connected = charter_node_member_boolean (node, "add-connected", FALSE);
  path->has_share = charter_member_fraction (node, "share", &path->share);
  path->compare = g_strcmp0 (charter_node_member_string (node, "compare"), ">=") == 0
                  ? CHARTER_COMPARE_GREATER_OR_EQUAL : CHARTER_COMPARE_GREATER;
  compile_steps (self, charter_node_member (node, "edges"), path);
}
