/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-document-parts-private.h"

#include "format/charter-json-reader-private.h"
#include "format/charter-json-writer-private.h"

#include <stdlib.h>
#include <string.h>

/* The written charter, read and compiled. */

gpointer
charter_document_alloc (CharterDocumentData *self,
                        guint                n,
                        gsize                size)
{
  gpointer memory;

  if (n == 0)
    return NULL;

  memory = charter_arena_alloc (self->arena, n * size);
  memset (memory, 0, n * size);

  return memory;
}

/* Looking up by id */

/* All that can be looked up begins with its id. */
#define ID_OF(rows, size, i) (*(const char *const *) ((const char *) (rows) + (gsize) (i) * (size)))

typedef struct
{
  const char *id;
  guint       place;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return strcmp (((const Place *) a)->id, ((const Place *) b)->id);
}

static const guint *
order_by_id (CharterDocumentData *self,
             gconstpointer        rows,
             gsize                size,
             guint                n)
{
  g_autofree Place *places = g_new (Place, n);
  guint *order = charter_document_new (self, guint, n);

  for (guint i = 0; i < n; i++)
    places[i] = (Place) { ID_OF (rows, size, i), i };
  if (n > 0)
    qsort (places, n, sizeof *places, compare_places);
  for (guint i = 0; i < n; i++)
    order[i] = places[i].place;

  return order;
}

static gconstpointer
find_by_id (gconstpointer  rows,
            gsize          size,
            const guint   *order,
            guint          n,
            const char    *id)
{
  guint low = 0;
  guint high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int difference = strcmp (id, ID_OF (rows, size, order[middle]));

      if (difference == 0)
        return (const char *) rows + (gsize) order[middle] * size;
      if (difference < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

#define ORDER(self, list) order_by_id ((self), (self)->list, sizeof *(self)->list, (self)->n_##list)
#define FIND(self, list, order, id) \
  find_by_id ((self)->list, sizeof *(self)->list, (self)->order, (self)->n_##list, (id))

const CharterClauseData *
charter_document_data_find_clause (const CharterDocumentData *self,
                                   const char                *id)
{
  return FIND (self, clauses, clause_order, id);
}

const CharterRoleData *
charter_document_data_find_role (const CharterDocumentData *self,
                                 const char                *id)
{
  return FIND (self, roles, role_order, id);
}

const CharterRuleData *
charter_document_data_find_rule (const CharterDocumentData *self,
                                 const char                *id)
{
  return FIND (self, rules, rule_order, id);
}

const CharterCycleData *
charter_document_data_find_cycle (const CharterDocumentData *self,
                                  const char                *id)
{
  return FIND (self, cycles, cycle_order, id);
}

const CharterConstituencyData *
charter_document_data_find_constituency (const CharterDocumentData *self,
                                         const char                *id)
{
  return FIND (self, constituencies, constituency_order, id);
}

const CharterPeriod *
charter_document_data_find_period (const CharterDocumentData *self,
                                   const char                *name)
{
  for (guint i = 0; i < self->n_periods; i++)
    {
      if (strcmp (self->periods[i].name, name) == 0)
        return &self->periods[i].period;
    }

  return NULL;
}

gboolean
charter_document_data_lists_act (const CharterDocumentData *self,
                                 const char                *act)
{
  for (guint i = 0; i < self->n_permissions; i++)
    {
      if (strcmp (self->permissions[i].act, act) == 0)
        return TRUE;
    }
  for (guint i = 0; i < self->n_roles; i++)
    {
      if (self->roles[i].acts != NULL && charter_node_has_string (self->roles[i].acts, act))
        return TRUE;
    }

  return FALSE;
}

/* Compiling */

static void
compile_heading (CharterDocumentData *self)
{
  const char *version = charter_node_member_string (self->root, "version");
  const char *language = charter_node_member_string (self->root, "language");

  self->format = charter_node_member_string (self->root, "charter");
  self->id = charter_node_member_string (self->root, "id");
  self->title = charter_node_member_string (self->root, "title");
  self->version = version != NULL ? version : "1";
  self->language = language != NULL ? language : "en";
  self->source = charter_node_member_string (self->root, "source");
  self->in_force_from = charter_member_date (self->root, "in-force-from");
  self->requires_ = charter_node_member (self->root, "requires");
}

static void
compile (CharterDocumentData *self)
{
  compile_heading (self);
  charter_document_compile_calendar (self);
  charter_document_compile_sections (self);
  self->clause_order = ORDER (self, clauses);
  self->constituency_order = ORDER (self, constituencies);
  charter_document_compile_roles (self);
  self->role_order = ORDER (self, roles);
  charter_document_compile_permissions (self);
  charter_document_compile_cycles (self);
  self->cycle_order = ORDER (self, cycles);
  charter_document_compile_periods (self);
  charter_document_compile_rules (self);
  self->rule_order = ORDER (self, rules);
  charter_document_compile_conflicts (self);
}

/* Reading */

/* A format that this version does not know is not looked into: whatever it says could mean
 * something else. */
static gboolean
check_format (const CharterNode *root,
              const char        *path,
              CharterProblems   *problems)
{
  const CharterNode *format = charter_node_member (root, "charter");
  g_autofree char *where = g_strconcat (path, "/charter", NULL);
  guint64 number;

  if (!charter_node_is (format, CHARTER_NODE_STRING) ||
      !g_ascii_string_to_unsigned (format->string, 10, 2, G_MAXUINT64, &number, NULL))
    return TRUE;

  charter_problems_add (problems, CHARTER_ERROR_VERSION, where, format->offset, NULL,
                        "This charter is written in format %s; this library reads format 1",
                        format->string);
  return FALSE;
}

static gboolean
check_size (const CharterNode *root,
            const char        *path,
            gsize              at_most,
            CharterProblems   *problems)
{
  g_autofree char *canonical = NULL;
  gsize length;

  /* The shortest form is no longer than the text that was read. */
  if (at_most <= CHARTER_DOCUMENT_MAX)
    return TRUE;
  canonical = charter_node_to_text (root);
  length = strlen (canonical);
  if (length <= CHARTER_DOCUMENT_MAX)
    return TRUE;

  charter_problems_add (problems, CHARTER_ERROR_LIMIT, path, root->offset, NULL,
                        "The charter is %" G_GSIZE_FORMAT " bytes long in its shortest form; "
                        "at most %d are allowed",
                        length, CHARTER_DOCUMENT_MAX);
  return FALSE;
}

/* A charter is as good as immutable: these two are worked out at most once, under a lock. */

const char *
charter_document_data_get_canonical (const CharterDocumentData *self)
{
  CharterDocumentData *own = (CharterDocumentData *) self;

  g_mutex_lock (&own->lock);
  if (own->canonical == NULL)
    own->canonical = charter_node_to_text (own->root);
  g_mutex_unlock (&own->lock);

  return own->canonical;
}

const char *
charter_document_data_get_digest (const CharterDocumentData *self)
{
  CharterDocumentData *own = (CharterDocumentData *) self;
  const char *canonical = charter_document_data_get_canonical (self);

  g_mutex_lock (&own->lock);
  if (own->digest == NULL)
    own->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_mutex_unlock (&own->lock);

  return own->digest;
}

/* Everything in @root must live in @arena. */
static CharterDocumentData *
document_from_tree (CharterArena      *arena,
                    const CharterNode *root,
                    const char        *path,
                    gsize              at_most,
                    CharterProblems   *problems)
{
  guint before = charter_problems_get_count (problems);
  CharterDocumentData *self;

  if (!check_format (root, path, problems) || !check_size (root, path, at_most, problems))
    return NULL;
  charter_shape_check (&charter_document_shape, root, CHARTER_CHECK_CLEAR, path, problems);
  charter_document_check_meaning (root, path, problems);
  if (charter_problems_get_count (problems) != before)
    return NULL;

  self = g_new0 (CharterDocumentData, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->arena = charter_arena_ref (arena);
  self->root = root;
  g_mutex_init (&self->lock);
  compile (self);

  return self;
}

CharterDocumentData *
charter_document_data_read (const char      *text,
                            gsize            length,
                            CharterProblems *problems)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const char *outer_text;
  gsize outer_length;
  const CharterNode *root;
  CharterDocumentData *self = NULL;

  outer_text = charter_problems_get_text (problems, &outer_length);
  charter_problems_set_text (problems, text, length);
  root = charter_json_read (arena, text, length, CHARTER_PROFILE_RECORD, CHARTER_READ_NONE, NULL,
                            problems);
  if (root != NULL)
    self = document_from_tree (arena, root, "", length, problems);
  charter_problems_set_text (problems, outer_text, outer_length);

  return self;
}

CharterDocumentData *
charter_document_data_from_node (const CharterNode *node,
                                 const char        *path,
                                 CharterProblems   *problems)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();

  return document_from_tree (arena, charter_node_copy (node, arena), path, G_MAXSIZE, problems);
}

CharterDocumentData *
charter_document_data_ref (CharterDocumentData *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
charter_document_data_unref (CharterDocumentData *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  charter_arena_unref (self->arena);
  g_free (self->canonical);
  g_free (self->digest);
  g_mutex_clear (&self->lock);
  g_free (self);
}
