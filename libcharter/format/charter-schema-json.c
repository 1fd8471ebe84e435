/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-schema-json-private.h"

#include <string.h>

#include "format/charter-json-writer-private.h"
#include "format/charter-kinds-private.h"
#include "format/charter-schema-check-private.h"

/* JSON Schema from the tables.  Shapes become definitions by name; those that hold private
 * or sealed values have a second one, NAME.leaf, for the stored form. */

typedef struct
{
  CharterBuilder   *builder;
  CharterCheckMode  mode;
  GPtrArray        *shapes;   /* const CharterShape: defined or to be defined in clear … */
  GPtrArray        *leaves;   /* … and in leaf form */
} Writer;

static void write_type (Writer           *self,
                        const CharterRow *row,
                        CharterType       type);

/* — small things — */

static void
begin_member (Writer     *self,
              const char *name)
{
  charter_builder_key (self->builder, name);
  charter_builder_begin_object (self->builder);
}

static void
begin_list (Writer     *self,
            const char *name)
{
  charter_builder_key (self->builder, name);
  charter_builder_begin_array (self->builder);
}

static void
end (Writer *self)
{
  charter_builder_end (self->builder);
}

static void
set (Writer     *self,
     const char *name,
     const char *value)
{
  charter_builder_set_string (self->builder, name, value);
}

static void
set_ref (Writer     *self,
         const char *name,
         const char *suffix)
{
  g_autofree char *ref = g_strconcat ("#/$defs/", name, suffix, NULL);

  set (self, "$ref", ref);
}

static void
write_ref (Writer     *self,
           const char *name)
{
  charter_builder_begin_object (self->builder);
  set_ref (self, name, "");
  end (self);
}

/* — the types — */

#define COUNT_PATTERN "^[0-9]+(/[1-9][0-9]*)?$"
#define FRACTION_PATTERN "^-?[0-9]+(/[1-9][0-9]*)?$"
#define ID_PATTERN "^[a-z0-9][a-z0-9._-]{0,63}$"
#define DIGEST_PATTERN "^[0-9a-f]{64}$"
#define DATE_PATTERN "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
#define INSTANT_PATTERN "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
#define PERIOD_PATTERN \
  "^P(?=[0-9T])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?" \
  "(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$"

static void
write_text (Writer     *self,
            const char *pattern)
{
  charter_builder_begin_object (self->builder);
  set (self, "type", "string");
  set (self, "pattern", pattern);
  end (self);
}

static void
write_integer (Writer *self,
               gint64  min,
               gint64  max)
{
  set (self, "type", "integer");
  charter_builder_set_integer (self->builder, "minimum", min);
  charter_builder_set_integer (self->builder, "maximum", max);
}

static void
write_any_integer (Writer *self)
{
  charter_builder_begin_object (self->builder);
  write_integer (self, -CHARTER_RECORD_INTEGER_MAX, CHARTER_RECORD_INTEGER_MAX);
  end (self);
}

static void
define_commitment (Writer *self)
{
  begin_member (self, "Commitment");
  set (self, "description", "What stands in a stored entry in place of a private or sealed value.");
  set (self, "type", "object");
  begin_member (self, "properties");
  begin_member (self, "commitment");
  set_ref (self, "Digest", "");
  end (self);
  end (self);
  begin_list (self, "required");
  charter_builder_string (self->builder, "commitment");
  end (self);
  charter_builder_set_boolean (self->builder, "additionalProperties", FALSE);
  end (self);
}

static void
define_text (Writer     *self,
             const char *name,
             const char *pattern,
             const char *description)
{
  begin_member (self, name);
  set (self, "description", description);
  set (self, "type", "string");
  set (self, "pattern", pattern);
  end (self);
}

/* A number, or a text of the form, or an object of the shape; what there is of them. */
static void
define_choice (Writer             *self,
               const char         *name,
               const char         *description,
               gboolean            numbers,
               gint64              min,
               const char *const  *patterns,
               const CharterShape *shape)
{
  begin_member (self, name);
  set (self, "description", description);
  begin_list (self, "anyOf");
  if (numbers)
    {
      charter_builder_begin_object (self->builder);
      write_integer (self, min, CHARTER_RECORD_INTEGER_MAX);
      end (self);
    }
  for (guint i = 0; patterns[i] != NULL; i++)
    write_text (self, patterns[i]);
  if (shape != NULL)
    write_ref (self, shape->name);
  end (self);
  end (self);
}

static void
define_numbers (Writer *self)
{
  const char *count[] = { COUNT_PATTERN, NULL };
  const char *fraction[] = { FRACTION_PATTERN, NULL };
  const char *gap[] = { COUNT_PATTERN, PERIOD_PATTERN, NULL };
  const char *period[] = { PERIOD_PATTERN, NULL };
  const char *repeat[] = { PERIOD_PATTERN, "^R[0-9]*/", "FREQ=", NULL };
  const char *remedy[] = { ID_PATTERN, NULL };

  define_choice (self, "Count", "A whole number or a fraction such as \"7/2\", 0 or more.",
                 TRUE, 0, count, NULL);
  define_choice (self, "Fraction", "A whole number or a fraction such as \"2/3\".",
                 TRUE, -CHARTER_RECORD_INTEGER_MAX, fraction, NULL);
  define_choice (self, "Gap", "A whole number, a fraction or a period.",
                 TRUE, 0, gap, &charter_period_shape);
  define_choice (self, "Period", "A period such as P28D, or counted in units.",
                 FALSE, 0, period, &charter_period_shape);
  define_choice (self, "Repeat", "A period, an RFC 5545 rule by dates, or an ISO 8601 repetition.",
                 FALSE, 0, repeat, &charter_period_shape);
  define_choice (self, "Remedy", "A remedy such as adjourn, alone or with its clause.",
                 FALSE, 0, remedy, &charter_remedy_shape);
}

static void
write_simple_values (Writer *self)
{
  charter_builder_begin_object (self->builder);
  set (self, "type", "string");
  end (self);
  write_any_integer (self);
  charter_builder_begin_object (self->builder);
  set (self, "type", "boolean");
  end (self);
}

static void
define_value (Writer *self)
{
  begin_member (self, "Value");
  set (self, "description", "A text, a whole number, true, false, or a list of them.");
  begin_list (self, "anyOf");
  write_simple_values (self);
  charter_builder_begin_object (self->builder);
  set (self, "type", "array");
  begin_member (self, "items");
  begin_list (self, "anyOf");
  write_simple_values (self);
  end (self);
  end (self);
  end (self);
  end (self);
  end (self);
}

static void
define_types (Writer *self)
{
  define_commitment (self);
  define_text (self, "Date", DATE_PATTERN, "A date in the zone of the record.");
  define_text (self, "Digest", DIGEST_PATTERN, "A SHA-256 digest.");
  define_text (self, "Id", ID_PATTERN, "An id.");
  define_text (self, "Instant", INSTANT_PATTERN, "An instant in UTC.");
  define_numbers (self);
  define_value (self);
}

static const char *const type_names[] = {
  [CHARTER_TYPE_CODE] = "Id",
  [CHARTER_TYPE_NAME] = "Id",
  [CHARTER_TYPE_INSTANT] = "Instant",
  [CHARTER_TYPE_DATE] = "Date",
  [CHARTER_TYPE_PERIOD] = "Period",
  [CHARTER_TYPE_FRACTION] = "Fraction",
  [CHARTER_TYPE_DIGEST] = "Digest",
  [CHARTER_TYPE_REPEAT] = "Repeat",
  [CHARTER_TYPE_VALUE] = "Value",
  [CHARTER_TYPE_AMOUNT] = "Count",
  [CHARTER_TYPE_GAP] = "Gap",
  [CHARTER_TYPE_REMEDY] = "Remedy",
};

/* — shapes — */

static gboolean
remember (GPtrArray          *shapes,
          const CharterShape *shape)
{
  if (g_ptr_array_find (shapes, shape, NULL))
    return FALSE;
  g_ptr_array_add (shapes, (gpointer) shape);
  return TRUE;
}

/* TRUE where the stored form differs.  Charters, whose shapes may hold themselves, have
 * nothing that is private. */
static gboolean
differs_in_leaf (const CharterShape *shape)
{
  for (guint i = 0; i < shape->n_rows; i++)
    {
      const CharterRow *row = &shape->rows[i];

      if (charter_row_is_discreet (row) || row->flags & (CHARTER_ROW_ASSIGNED | CHARTER_ROW_DRAWN))
        return TRUE;
      if (row->type == CHARTER_TYPE_MAP && row->item == CHARTER_TYPE_VALUE)
        return TRUE;
      if (row->type == CHARTER_TYPE_OBJECT && row->shape != NULL && row->shape != shape &&
          differs_in_leaf (row->shape))
        return TRUE;
    }
  return FALSE;
}

static void
refer_to_shape (Writer             *self,
                const CharterShape *shape)
{
  gboolean is_leaf = self->mode == CHARTER_CHECK_LEAF && differs_in_leaf (shape);

  remember (is_leaf ? self->leaves : self->shapes, shape);
  set_ref (self, shape->name, is_leaf ? ".leaf" : "");
}

static void
write_map (Writer           *self,
           const CharterRow *row)
{
  set (self, "type", "object");
  begin_member (self, "propertyNames");
  set_ref (self, "Id", "");
  end (self);
  begin_member (self, "additionalProperties");
  if (self->mode == CHARTER_CHECK_LEAF && row->item == CHARTER_TYPE_VALUE)
    {
      begin_list (self, "anyOf");
      write_ref (self, "Value");
      write_ref (self, "Commitment");
      end (self);
    }
  else
    {
      write_type (self, row, row->item);
    }
  end (self);
}

/* The members of a schema for one value of the type. */
static void
write_type (Writer           *self,
            const CharterRow *row,
            CharterType       type)
{
  gboolean any = row->min == 0 && row->max == 0;

  if (type == CHARTER_TYPE_OBJECT && row->shape != NULL)
    refer_to_shape (self, row->shape);
  else if (type == CHARTER_TYPE_CHARTER)
    refer_to_shape (self, &charter_document_shape);
  else if (type == CHARTER_TYPE_OBJECT)
    set (self, "type", "object");
  else if (type == CHARTER_TYPE_MAP)
    write_map (self, row);
  else if (type == CHARTER_TYPE_BOOLEAN)
    set (self, "type", "boolean");
  else if (type == CHARTER_TYPE_ENUM)
    charter_builder_set_strv (self->builder, "enum", row->values);
  else if (type == CHARTER_TYPE_INTEGER)
    write_integer (self, any ? -CHARTER_RECORD_INTEGER_MAX : row->min,
                   any ? CHARTER_RECORD_INTEGER_MAX : row->max);
  else if (type < G_N_ELEMENTS (type_names) && type_names[type] != NULL)
    set_ref (self, type_names[type], "");
  else
    {
      set (self, "type", "string");
      charter_builder_set_integer (self->builder, "minLength", 1);
    }
}

static void
write_one (Writer           *self,
           const CharterRow *row)
{
  charter_builder_begin_object (self->builder);
  write_type (self, row, row->type);
  end (self);
}

/* A list of values; @nested: an item may itself be a list of them. */
static void
write_array (Writer           *self,
             const CharterRow *row,
             gboolean          nested)
{
  set (self, "type", "array");
  begin_member (self, "items");
  if (nested)
    {
      begin_list (self, "anyOf");
      write_one (self, row);
      charter_builder_begin_object (self->builder);
      write_array (self, row, FALSE);
      end (self);
      end (self);
    }
  else
    {
      write_type (self, row, row->type);
    }
  end (self);
}

static void
write_values (Writer           *self,
              const CharterRow *row)
{
  gboolean one_or_list = (row->flags & CHARTER_ROW_ONE_OR_LIST) != 0;

  if (row->flags & CHARTER_ROW_LIST)
    write_array (self, row, one_or_list);
  else if (one_or_list)
    {
      begin_list (self, "anyOf");
      write_one (self, row);
      charter_builder_begin_object (self->builder);
      write_array (self, row, FALSE);
      end (self);
      end (self);
    }
  else
    write_type (self, row, row->type);
}

static void
write_description (Writer           *self,
                   const CharterRow *row)
{
  g_autoptr(GString) text = g_string_new (row->meaning);

  if (row->refers != CHARTER_REFERS_NOTHING)
    g_string_append_printf (text, " Names %s.", charter_refers_describe (row->refers));
  if (row->flags & CHARTER_ROW_PRIVATE)
    g_string_append (text, " Private.");
  if (row->flags & CHARTER_ROW_SEALED)
    g_string_append (text, " Sealed.");
  if (row->flags & CHARTER_ROW_SEALED_IF_SECRET)
    g_string_append (text, " Sealed where the rule is secret.");
  if (row->flags & CHARTER_ROW_SEALED_IF_ANONYMOUS)
    g_string_append (text, " Sealed where the entry is anonymous.");
  set (self, "description", text->str);
}

static void
write_row (Writer           *self,
           const CharterRow *row)
{
  gboolean is_leaf = self->mode == CHARTER_CHECK_LEAF;

  begin_member (self, row->name);
  write_description (self, row);
  if (is_leaf && row->flags & (CHARTER_ROW_PRIVATE | CHARTER_ROW_SEALED))
    set_ref (self, "Commitment", "");
  else if (is_leaf && charter_row_is_discreet (row))
    {
      begin_list (self, "anyOf");
      charter_builder_begin_object (self->builder);
      write_values (self, row);
      end (self);
      write_ref (self, "Commitment");
      end (self);
    }
  else
    write_values (self, row);
  end (self);
}

static void
write_required (Writer             *self,
                const CharterShape *shape)
{
  guint left_out = self->mode == CHARTER_CHECK_CLEAR ? CHARTER_ROW_ASSIGNED | CHARTER_ROW_DRAWN : 0;

  begin_list (self, "required");
  for (guint i = 0; i < shape->n_rows; i++)
    {
      const CharterRow *row = &shape->rows[i];

      if (row->flags & CHARTER_ROW_REQUIRED && !(row->flags & left_out))
        charter_builder_string (self->builder, row->name);
    }
  end (self);
}

/* {"required": [the names]} */
static void
write_requires (Writer     *self,
                const char *first,
                const char *second)
{
  charter_builder_begin_object (self->builder);
  begin_list (self, "required");
  charter_builder_string (self->builder, first);
  if (second != NULL)
    charter_builder_string (self->builder, second);
  end (self);
  end (self);
}

/* Exactly one of a group, or no two of it. */
static void
write_group (Writer     *self,
             const char *group)
{
  gboolean may_be_none = group[0] == '?';
  g_auto(GStrv) names = g_strsplit (group + may_be_none, "|", -1);

  charter_builder_begin_object (self->builder);
  if (may_be_none)
    begin_member (self, "not");
  begin_list (self, may_be_none ? "anyOf" : "oneOf");
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!may_be_none)
        write_requires (self, names[i], NULL);
      for (guint j = i + 1; may_be_none && names[j] != NULL; j++)
        write_requires (self, names[i], names[j]);
    }
  end (self);
  if (may_be_none)
    end (self);
  end (self);
}

static void
write_alternatives (Writer     *self,
                    const char *alternatives)
{
  g_auto(GStrv) groups = NULL;

  if (alternatives == NULL)
    return;

  groups = g_strsplit (alternatives, " ", -1);
  begin_list (self, "allOf");
  for (guint i = 0; groups[i] != NULL; i++)
    write_group (self, groups[i]);
  end (self);
}

/* The members of a schema for an object of the shape; the object is left open so that
 * more can be added. */
static void
write_shape (Writer             *self,
             const CharterShape *shape)
{
  set (self, "description", shape->meaning);
  set (self, "type", "object");
  begin_member (self, "properties");
  for (guint i = 0; i < shape->n_rows; i++)
    {
      if (self->mode == CHARTER_CHECK_LEAF || !(shape->rows[i].flags & CHARTER_ROW_ASSIGNED))
        write_row (self, &shape->rows[i]);
    }
  end (self);
  write_required (self, shape);
  charter_builder_set_boolean (self->builder, "additionalProperties", FALSE);
}

static void
define_shape (Writer             *self,
              const CharterShape *shape,
              const char         *suffix)
{
  g_autofree char *name = g_strconcat (shape->name, suffix, NULL);

  begin_member (self, name);
  write_shape (self, shape);
  write_alternatives (self, shape->alternatives);
  end (self);
}

/* Everything that was referred to; more may be found on the way. */
static void
define_shapes (Writer *self)
{
  guint n_shapes = 0;
  guint n_leaves = 0;

  while (n_shapes < self->shapes->len || n_leaves < self->leaves->len)
    {
      self->mode = CHARTER_CHECK_CLEAR;
      for (; n_shapes < self->shapes->len; n_shapes++)
        define_shape (self, g_ptr_array_index (self->shapes, n_shapes), "");
      self->mode = CHARTER_CHECK_LEAF;
      for (; n_leaves < self->leaves->len; n_leaves++)
        define_shape (self, g_ptr_array_index (self->leaves, n_leaves), ".leaf");
    }
}

/* — documents — */

static void
writer_init (Writer     *self,
             const char *id,
             const char *title)
{
  self->builder = charter_builder_new ();
  self->mode = CHARTER_CHECK_CLEAR;
  self->shapes = g_ptr_array_new ();
  self->leaves = g_ptr_array_new ();
  charter_builder_begin_object (self->builder);
  set (self, "$schema", "https://json-schema.org/draft/2020-12/schema");
  set (self, "$id", id);
  set (self, "title", title);
}

static char *
writer_finish (Writer *self)
{
  char *text;

  end (self);
  text = charter_node_to_pretty (charter_builder_get_root (self->builder));
  g_ptr_array_unref (self->shapes);
  g_ptr_array_unref (self->leaves);
  charter_builder_free (self->builder);

  return text;
}

char *
charter_schema_charter_to_json (void)
{
  Writer self;

  writer_init (&self, "urn:libcharter:1:charter.schema.json", "Charter");
  refer_to_shape (&self, &charter_document_shape);
  begin_member (&self, "$defs");
  define_types (&self);
  remember (self.shapes, &charter_period_shape);
  remember (self.shapes, &charter_remedy_shape);
  define_shapes (&self);
  end (&self);

  return writer_finish (&self);
}

/* {"if": the kind is this, "then": data is so} */
static void
write_kind_rule (Writer            *self,
                 const CharterKind *kind)
{
  charter_builder_begin_object (self->builder);
  begin_member (self, "if");
  begin_member (self, "properties");
  begin_member (self, "kind");
  set (self, "const", kind->data.name);
  end (self);
  end (self);
  begin_list (self, "required");
  charter_builder_string (self->builder, "kind");
  end (self);
  end (self);
  begin_member (self, "then");
  begin_member (self, "properties");
  begin_member (self, "data");
  refer_to_shape (self, &kind->data);
  end (self);
  end (self);
  end (self);
  end (self);
}

static void
define_entry (Writer             *self,
              const CharterShape *shape,
              CharterCheckMode    mode)
{
  self->mode = mode;
  begin_member (self, shape->name);
  write_shape (self, shape);
  begin_list (self, "allOf");
  for (guint i = 0; i < charter_n_kinds; i++)
    write_kind_rule (self, charter_kinds[i]);
  end (self);
  end (self);
}

static const CharterRow opening_rows[] = {
  { "pointer", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED,
    .meaning = "JSON Pointer into the entry to the value." },
  { "salt", CHARTER_TYPE_DIGEST, CHARTER_ROW_REQUIRED,
    .meaning = "The salt, as 64 hexadecimal digits." },
  { "seq", CHARTER_TYPE_INTEGER, CHARTER_ROW_REQUIRED,
    .min = 1, .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "The entry that it belongs to." },
};

static const CharterShape opening_shape = {
  "opening", CHARTER_ROWS (opening_rows),
  "A private or sealed value with the salt of its commitment.",
};

static void
define_opening (Writer *self)
{
  begin_member (self, "opening");
  set (self, "description", opening_shape.meaning);
  set (self, "type", "object");
  begin_member (self, "properties");
  for (guint i = 0; i < opening_shape.n_rows; i++)
    write_row (self, &opening_shape.rows[i]);
  begin_member (self, "value");
  set (self, "description", "The value.");
  end (self);
  end (self);
  charter_builder_set_strv (self->builder, "required",
                            (const char *const[]) { "pointer", "salt", "seq", "value", NULL });
  charter_builder_set_boolean (self->builder, "additionalProperties", FALSE);
  end (self);
}

static void
define_record_line (Writer *self)
{
  begin_member (self, "record-line");
  set (self, "description", "An entry as it is stored, with the openings that are given out.");
  set (self, "type", "object");
  begin_member (self, "properties");
  begin_member (self, "entry");
  set_ref (self, "entry", "");
  end (self);
  begin_member (self, "openings");
  set (self, "type", "array");
  begin_member (self, "items");
  set_ref (self, "opening", "");
  end (self);
  end (self);
  end (self);
  charter_builder_set_strv (self->builder, "required",
                            (const char *const[]) { "entry", "openings", NULL });
  charter_builder_set_boolean (self->builder, "additionalProperties", FALSE);
  end (self);
}

/* A line with `entry` is a record line, any other a submission. */
static void
write_line_rule (Writer *self)
{
  begin_member (self, "if");
  charter_builder_set_strv (self->builder, "required", (const char *const[]) { "entry", NULL });
  end (self);
  begin_member (self, "then");
  set_ref (self, "record-line", "");
  end (self);
  begin_member (self, "else");
  set_ref (self, "submission", "");
  end (self);
}

char *
charter_schema_record_to_json (void)
{
  Writer self;

  writer_init (&self, "urn:libcharter:1:record.schema.json", "A line of a record");
  write_line_rule (&self);
  begin_member (&self, "$defs");
  define_types (&self);
  remember (self.shapes, &charter_period_shape);
  remember (self.shapes, &charter_remedy_shape);
  define_record_line (&self);
  define_opening (&self);
  define_entry (&self, &charter_submission_shape, CHARTER_CHECK_CLEAR);
  define_entry (&self, &charter_entry_shape, CHARTER_CHECK_LEAF);
  define_shapes (&self);
  end (&self);

  return writer_finish (&self);
}
