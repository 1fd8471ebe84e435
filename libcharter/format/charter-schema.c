/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-schema-private.h"

#include <string.h>

#include "base/charter-id-private.h"
#include "format/charter-kinds-private.h"
#include "format/charter-schema-check-private.h"

/* The checker walks a value and its rows in step.  Where it is, is known from a chain of
 * places on the stack; a path is only spelled out for a problem, so that a value that is
 * right costs no allocation. */

typedef struct _Place Place;

struct _Place
{
  const Place *parent;   /* NULL: the value that the check began with */
  const char  *key;      /* NULL: an item of a list */
  guint        index;
};

typedef struct
{
  CharterCheckMode  mode;
  const char       *path;
  CharterProblems  *problems;
  gboolean          right;
} Check;

#define ROWS_MAX 128

/* Which rows of a shape have been seen in an object. */
typedef struct
{
  guint64 bits[ROWS_MAX / 64];
} Seen;

#define seen_add(seen, i) ((seen)->bits[(i) / 64] |= G_GUINT64_CONSTANT (1) << ((i) % 64))
#define seen_has(seen, i) (((seen)->bits[(i) / 64] >> ((i) % 64) & 1) != 0)

static void check_value (Check             *check,
                         const Place       *place,
                         const CharterRow  *row,
                         const CharterNode *node);

/* — problems — */

static void
append_key (GString    *path,
            const char *key)
{
  g_string_append_c (path, '/');
  for (const char *p = key; *p != '\0'; p++)
    {
      if (*p == '~')
        g_string_append (path, "~0");
      else if (*p == '/')
        g_string_append (path, "~1");
      else
        g_string_append_c (path, *p);
    }
}

static void
append_place (GString     *path,
              const Place *place)
{
  if (place == NULL)
    return;

  append_place (path, place->parent);
  if (place->key != NULL)
    append_key (path, place->key);
  else
    g_string_append_printf (path, "/%u", place->index);
}

static void
report (Check             *check,
        const Place       *place,
        const CharterNode *node,
        CharterError       code,
        const char        *suggestion,
        const char        *message)
{
  g_autoptr(GString) path = g_string_new (check->path);

  append_place (path, place);
  check->right = FALSE;
  charter_problems_add (check->problems, code, path->str, node->offset, suggestion, "%s", message);
}

/* The row that may have been meant, NULL if none is near. */
static const CharterRow *
report_unknown (Check              *check,
                const Place        *place,
                const CharterShape *shape,
                const CharterNode  *node)
{
  const char *nearest = charter_shape_nearest (shape, node->key);
  g_autoptr(GString) message = g_string_new (NULL);

  g_string_append_printf (message, "Unknown member “%s”", node->key);
  if (nearest != NULL)
    g_string_append_printf (message, "; did you mean “%s”?", nearest);
  report (check, place, node, CHARTER_ERROR_FORMAT, nearest, message->str);
  return nearest != NULL ? charter_shape_lookup (shape, nearest, strlen (nearest)) : NULL;
}

static void
report_missing (Check             *check,
                const Place       *place,
                const CharterRow  *row,
                const CharterNode *object)
{
  Place here = { place, row->name, 0 };
  g_autofree char *message = g_strdup_printf ("Missing member “%s”", row->name);

  report (check, &here, object, CHARTER_ERROR_FORMAT, NULL, message);
}

static void
report_misfit (Check             *check,
               const Place       *place,
               const CharterRow  *row,
               const CharterNode *node,
               CharterFit                fit)
{
  gboolean is_empty = node->type == CHARTER_NODE_STRING && node->length == 0;
  gboolean shown = fit == CHARTER_FIT_NO_VALUE && !charter_row_is_discreet (row);
  const char *nearest = NULL;
  g_autoptr(GString) message = g_string_new ("Expected ");

  charter_row_append_expected (row, message);
  if (is_empty)
    g_string_append (message, ", not an empty text");
  else if (shown || fit == CHARTER_FIT_NO_TYPE)
    {
      g_string_append (message, ", not ");
      charter_node_append_given (node, shown, message);
    }
  if (row->type == CHARTER_TYPE_ENUM && shown && !is_empty)
    nearest = charter_nearest_spelling (node->string, row->values);
  if (nearest != NULL)
    g_string_append_printf (message, "; did you mean “%s”?", nearest);
  report (check, place, node,
          fit == CHARTER_FIT_NO_TYPE ? CHARTER_ERROR_FORMAT : CHARTER_ERROR_VALUE,
          nearest, message->str);
}

static void
report_not_a_list (Check             *check,
                   const Place       *place,
                   const CharterNode *node)
{
  g_autoptr(GString) message = g_string_new ("Expected a list, not ");

  charter_node_append_given (node, FALSE, message);
  report (check, place, node, CHARTER_ERROR_FORMAT, NULL, message->str);
}

/* — commitments — */

static gboolean
is_commitment (const CharterNode *node)
{
  const CharterNode *only;

  if (node->type != CHARTER_NODE_OBJECT || node->length != 1)
    return FALSE;

  only = charter_node_first (node);
  return strcmp (only->key, "commitment") == 0 && only->type == CHARTER_NODE_STRING &&
         charter_digest_is_valid (only->string, only->length);
}

static gboolean
looks_like_commitment (const CharterNode *node)
{
  return node->type == CHARTER_NODE_OBJECT && charter_node_member (node, "commitment") != NULL;
}

static void
check_commitment (Check             *check,
                  const Place       *place,
                  const CharterNode *node)
{
  if (!is_commitment (node))
    report (check, place, node, CHARTER_ERROR_FORMAT, NULL,
            "Expected {\"commitment\": \"…\"} with 64 lower-case hexadecimal digits");
}

/* TRUE where the row, or what the entry says elsewhere, makes this a commitment. */
static gboolean
must_be_commitment (const Check       *check,
                    const CharterRow  *row,
                    const CharterNode *node)
{
  if (check->mode != CHARTER_CHECK_LEAF)
    return FALSE;
  if (row->flags & (CHARTER_ROW_PRIVATE | CHARTER_ROW_SEALED))
    return TRUE;
  if (row->flags & (CHARTER_ROW_SEALED_IF_SECRET | CHARTER_ROW_SEALED_IF_ANONYMOUS))
    return looks_like_commitment (node);
  return FALSE;
}

/* — objects — */

static int
compare_name (const char *name,
              const char *key,
              gsize       key_length)
{
  int order = name[0] != key[0] ? (int) (guchar) name[0] - (int) (guchar) key[0]
                                : strncmp (name, key, key_length);

  return order != 0 ? order : name[key_length] != '\0';
}

const CharterRow *
charter_shape_lookup (const CharterShape *shape,
                      const char         *name,
                      gsize               length)
{
  guint low = 0;
  guint high = shape->n_rows;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = compare_name (shape->rows[middle].name, name, length);

      if (order == 0)
        return &shape->rows[middle];
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Members mostly come in the order of the rows: look from the row after the last one. */
static const CharterRow *
find_row (const CharterShape *shape,
          const CharterNode  *member,
          guint              *next)
{
  const CharterRow *row = NULL;

  for (; *next < shape->n_rows; (*next)++)
    {
      int order = compare_name (shape->rows[*next].name, member->key, member->key_length);

      if (order == 0)
        row = &shape->rows[*next];
      if (order >= 0)
        break;
    }
  if (row == NULL)
    row = charter_shape_lookup (shape, member->key, member->key_length);
  if (row != NULL)
    *next = (guint) (row - shape->rows) + 1;

  return row;
}

static gboolean
is_needed (const Check      *check,
           const CharterRow *row)
{
  if (!(row->flags & CHARTER_ROW_REQUIRED))
    return FALSE;
  /* The gate assigns and draws what a submission leaves out. */
  return check->mode == CHARTER_CHECK_LEAF ||
         !(row->flags & (CHARTER_ROW_ASSIGNED | CHARTER_ROW_DRAWN));
}

static void
check_missing (Check              *check,
               const Place        *place,
               const CharterShape *shape,
               const CharterNode  *object,
               const Seen         *seen,
               const Seen         *meant)
{
  for (guint i = 0; i < shape->n_rows; i++)
    {
      if (is_needed (check, &shape->rows[i]) && !seen_has (seen, i) && !seen_has (meant, i))
        report_missing (check, place, &shape->rows[i], object);
    }
}

/* Appends the names of a group, or only those that are there. */
static void
append_group (GString            *out,
              const CharterShape *shape,
              const char         *group,
              gsize               length,
              const Seen         *only)
{
  g_autofree char *text = g_strndup (group, length);
  g_auto(GStrv) names = g_strsplit (text, "|", -1);
  const char *separator = "";

  for (guint i = 0; names[i] != NULL; i++)
    {
      const CharterRow *row = charter_shape_lookup (shape, names[i], strlen (names[i]));

      if (only != NULL && (row == NULL || !seen_has (only, row - shape->rows)))
        continue;
      g_string_append_printf (out, "%s“%s”", separator, names[i]);
      separator = ", ";
    }
}

static guint
count_group (const CharterShape *shape,
             const char         *group,
             gsize               length,
             const Seen         *seen)
{
  guint n = 0;

  for (const char *p = group; p < group + length;)
    {
      gsize name = strcspn (p, "| ");
      const CharterRow *row = charter_shape_lookup (shape, p, name);

      n += row != NULL && seen_has (seen, row - shape->rows);
      p += name + 1;
    }
  return n;
}

static void
check_group (Check              *check,
             const Place        *place,
             const CharterShape *shape,
             const CharterNode  *object,
             const Seen         *seen,
             const Seen         *meant,
             const char         *group,
             gsize               length)
{
  gboolean may_be_none = group[0] == '?';
  const char *names = group + may_be_none;
  guint n = count_group (shape, names, length - may_be_none, seen);
  g_autoptr(GString) message = NULL;

  if (n == 1 || (n == 0 && may_be_none)
      || (n == 0 && count_group (shape, names, length - may_be_none, meant) > 0))
    return;

  message = g_string_new (n == 0 ? "Missing one of " : "Only one of ");
  append_group (message, shape, names, length - may_be_none, n == 0 ? NULL : seen);
  g_string_append (message, n == 0 ? "" : " may be there");
  report (check, place, object, CHARTER_ERROR_FORMAT, NULL, message->str);
}

static void
check_alternatives (Check              *check,
                    const Place        *place,
                    const CharterShape *shape,
                    const CharterNode  *object,
                    const Seen         *seen,
                    const Seen         *meant)
{
  const char *group = shape->alternatives;

  while (*group != '\0')
    {
      gsize length = strcspn (group, " ");

      check_group (check, place, shape, object, seen, meant, group, length);
      group += length + strspn (group + length, " ");
    }
}

/* — members — */

/* Items of a list; with @nested an item may itself be a list of such values. */
static void
check_items (Check             *check,
             const Place       *place,
             const CharterRow  *row,
             const CharterNode *list,
             gboolean           nested)
{
  Place here = { place, NULL, 0 };

  for (const CharterNode *c = charter_node_first (list); c != NULL;
       c = charter_node_next (list, c))
    {
      if (nested && c->type == CHARTER_NODE_ARRAY)
        check_items (check, &here, row, c, FALSE);
      else
        check_value (check, &here, row, c);
      here.index++;
    }
}

static void
check_member (Check             *check,
              const Place       *place,
              const CharterRow  *row,
              const CharterNode *node)
{
  gboolean one_or_list = (row->flags & CHARTER_ROW_ONE_OR_LIST) != 0;

  if (check->mode == CHARTER_CHECK_CLEAR && (row->flags & CHARTER_ROW_ASSIGNED))
    report (check, place, node, CHARTER_ERROR_FORMAT, NULL,
            "This is worked out when the entry is recorded; leave it out");
  else if (must_be_commitment (check, row, node))
    check_commitment (check, place, node);
  else if (row->flags & CHARTER_ROW_LIST)
    {
      if (node->type == CHARTER_NODE_ARRAY)
        check_items (check, place, row, node, one_or_list);
      else
        report_not_a_list (check, place, node);
    }
  else if (one_or_list && node->type == CHARTER_NODE_ARRAY)
    check_items (check, place, row, node, FALSE);
  else
    check_value (check, place, row, node);
}

static void
check_object (Check              *check,
              const Place        *place,
              const CharterShape *shape,
              const CharterNode  *object)
{
  Seen seen = { { 0 } };
  Seen meant = { { 0 } };   /* misspelt: told once, as that, and not as missing too */
  guint next = 0;

  g_assert (shape->n_rows <= ROWS_MAX);
  for (const CharterNode *c = charter_node_first (object); c != NULL;
       c = charter_node_next (object, c))
    {
      const CharterRow *row = find_row (shape, c, &next);
      Place here = { place, c->key, 0 };

      if (row == NULL)
        {
          row = report_unknown (check, &here, shape, c);
          if (row != NULL)
            seen_add (&meant, row - shape->rows);
          continue;
        }
      seen_add (&seen, row - shape->rows);
      check_member (check, &here, row, c);
    }
  check_missing (check, place, shape, object, &seen, &meant);
  if (shape->alternatives != NULL)
    check_alternatives (check, place, shape, object, &seen, &meant);
}

static void
check_map (Check             *check,
           const Place       *place,
           const CharterRow  *row,
           const CharterNode *map)
{
  const CharterRow item = {
    row->name, row->item, row->flags & CHARTER_ROW_SEALED_IF_SECRET,
    .values = row->values, .shape = row->shape, .min = row->min, .max = row->max
  };

  for (const CharterNode *c = charter_node_first (map); c != NULL;
       c = charter_node_next (map, c))
    {
      Place here = { place, c->key, 0 };

      if (!charter_id_is_valid (c->key, c->key_length))
        report (check, &here, c, CHARTER_ERROR_VALUE, NULL,
                "Expected a member name of lower-case letters, digits, “.”, “_” and “-”");
      /* New values of private members (entry-corrected). */
      if (row->item == CHARTER_TYPE_VALUE && check->mode == CHARTER_CHECK_LEAF &&
          looks_like_commitment (c))
        check_commitment (check, &here, c);
      else
        check_value (check, &here, &item, c);
    }
}

/* The shape of a value that is given as an object; NULL if it has none. */
static const CharterShape *
find_shape (const CharterRow *row)
{
  switch (row->type)
    {
    case CHARTER_TYPE_OBJECT:
      return row->shape;
    case CHARTER_TYPE_CHARTER:
      return &charter_document_shape;
    case CHARTER_TYPE_PERIOD:
    case CHARTER_TYPE_REPEAT:
    case CHARTER_TYPE_GAP:
      return &charter_period_shape;
    case CHARTER_TYPE_REMEDY:
      return &charter_remedy_shape;
    default:
      return NULL;
    }
}

static void
check_value (Check             *check,
             const Place       *place,
             const CharterRow  *row,
             const CharterNode *node)
{
  const CharterShape *shape = node->type == CHARTER_NODE_OBJECT ? find_shape (row) : NULL;
  CharterFit fit = shape != NULL ? CHARTER_FIT_RIGHT : charter_row_fit (row, node);

  if (fit != CHARTER_FIT_RIGHT)
    report_misfit (check, place, row, node, fit);
  else if (shape != NULL)
    check_object (check, place, shape, node);
  else if (row->type == CHARTER_TYPE_MAP)
    check_map (check, place, row, node);
}

gboolean
charter_shape_check (const CharterShape *shape,
                     const CharterNode  *object,
                     CharterCheckMode    mode,
                     const char         *path,
                     CharterProblems    *problems)
{
  Check check = { mode, path, problems, TRUE };
  const CharterRow row = { shape->name, CHARTER_TYPE_OBJECT, 0, .shape = shape };

  check_value (&check, NULL, &row, object);
  return check.right;
}

/* — corrections — */

static void
check_corrected (Check              *check,
                 const Place        *place,
                 const CharterShape *shape,
                 const CharterNode  *member)
{
  const CharterRow *row = charter_shape_lookup (shape, member->key, member->key_length);
  g_autofree char *message = NULL;

  if (row == NULL)
    report_unknown (check, place, shape, member);
  else if (row->flags & CHARTER_ROW_CORRECTABLE)
    check_member (check, place, row, member);
  else
    {
      message = g_strdup_printf ("“%s” of %s cannot be corrected; withdraw it and enter again",
                                 row->name, shape->name);
      report (check, place, member, CHARTER_ERROR_REFUSED, NULL, message);
    }
}

gboolean
charter_kind_check_correction (const CharterKind *kind,
                               const CharterNode *set,
                               CharterCheckMode   mode,
                               const char        *path,
                               CharterProblems   *problems)
{
  Check check = { mode, path, problems, TRUE };

  if (set->type != CHARTER_NODE_OBJECT || set->length == 0)
    {
      report (&check, NULL, set, CHARTER_ERROR_FORMAT, NULL,
              "Expected an object with the members to correct");
      return FALSE;
    }
  for (const CharterNode *c = charter_node_first (set); c != NULL;
       c = charter_node_next (set, c))
    {
      Place here = { NULL, c->key, 0 };

      check_corrected (&check, &here, &kind->data, c);
    }
  return check.right;
}
