/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-reason.h>

#include "format/charter-json-writer-private.h"
#include "state/charter-view-private.h"

/**
 * CharterReason:
 *
 * One step of the proof behind an answer.
 *
 * A reason has a stable code for programs, a sentence for people, the clause of the charter
 * that it rests on, the entries of the record that it relies on, and the reasons behind it.
 * [property@Charter.Reason:message] is the same in every locale, so that answers can be
 * compared byte for byte; [method@Charter.Reason.dup_localized_message] is for showing.
 *
 * Reasons cost next to nothing until they are read: the objects and their sentences are made
 * when a list of reasons is asked for.
 *
 * Since: 0.1
 */
struct _CharterReason
{
  GObject parent_instance;

  CharterReasons  *reasons;
  CharterReasonId  id;
  char            *message;    /* NULL until it is read */
  GListModel      *children;   /* NULL until they are read */
};

typedef enum
{
  PROP_CODE = 1,
  PROP_MESSAGE,
  PROP_CLAUSE,
  PROP_N_ENTRIES,
  PROP_REASONS
} CharterReasonProperty;

#define N_PROPS (PROP_REASONS + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterReason, charter_reason, G_TYPE_OBJECT)

static void
charter_reason_finalize (GObject *object)
{
  CharterReason *self = CHARTER_REASON (object);

  g_clear_pointer (&self->reasons, charter_reasons_unref);
  g_clear_pointer (&self->message, g_free);
  g_clear_object (&self->children);

  G_OBJECT_CLASS (charter_reason_parent_class)->finalize (object);
}

static void
charter_reason_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CharterReason *self = CHARTER_REASON (object);

  switch ((CharterReasonProperty) id)
    {
    case PROP_CODE:
      g_value_set_string (value, charter_reason_get_code (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, charter_reason_get_message (self));
      break;
    case PROP_CLAUSE:
      g_value_set_string (value, charter_reason_get_clause (self));
      break;
    case PROP_N_ENTRIES:
      g_value_set_uint (value, charter_reason_get_n_entries (self));
      break;
    case PROP_REASONS:
      g_value_set_object (value, charter_reason_get_reasons (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_reason_class_init (CharterReasonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_reason_finalize;
  object_class->get_property = charter_reason_get_property;

  /**
   * CharterReason:code: (getter get_code)
   *
   * The stable code: short, in lower case, never translated.
   *
   * Since: 0.1
   */
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);

  /**
   * CharterReason:message: (getter get_message)
   *
   * The reason as a sentence, the same bytes in every locale.
   *
   * Since: 0.1
   */
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);

  /**
   * CharterReason:clause: (getter get_clause)
   *
   * The id of the clause of the charter that it rests on, %NULL if none is named.
   *
   * Since: 0.1
   */
  properties[PROP_CLAUSE] = g_param_spec_string ("clause", NULL, NULL, NULL, flags);

  /**
   * CharterReason:n-entries: (getter get_n_entries)
   *
   * How many entries of the record it relies on.
   *
   * Since: 0.1
   */
  properties[PROP_N_ENTRIES] = g_param_spec_uint ("n-entries", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * CharterReason:reasons: (getter get_reasons)
   *
   * The reasons behind it: a list of [class@Charter.Reason].
   *
   * Since: 0.1
   */
  properties[PROP_REASONS] = g_param_spec_object ("reasons", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_reason_init (CharterReason *self)
{
}

static GListModel *
children_to_model (CharterReasons  *reasons,
                   CharterReasonId  parent)
{
  GListStore *model = g_list_store_new (CHARTER_TYPE_REASON);

  for (CharterReasonId id = charter_reasons_first (reasons, parent); id != 0;
       id = charter_reasons_next (reasons, id))
    {
      g_autoptr(CharterReason) reason = g_object_new (CHARTER_TYPE_REASON, NULL);

      reason->reasons = charter_reasons_ref (reasons);
      reason->id = id;
      g_list_store_append (model, reason);
    }

  return G_LIST_MODEL (model);
}

GListModel *
charter_reasons_to_model (CharterReasons *reasons)
{
  return children_to_model (reasons, 0);
}

static void
build_entries (CharterReasons  *reasons,
               CharterReasonId  id,
               CharterBuilder  *builder)
{
  guint n;
  const guint32 *entries = charter_reasons_entries (reasons, id, &n);

  charter_builder_key (builder, "entries");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    charter_builder_integer (builder, entries[i]);
  charter_builder_end (builder);
}

static void
build_children (CharterReasons  *reasons,
                CharterReasonId  parent,
                CharterBuilder  *builder)
{
  charter_builder_begin_array (builder);
  for (CharterReasonId id = charter_reasons_first (reasons, parent); id != 0;
       id = charter_reasons_next (reasons, id))
    {
      g_autofree char *message = charter_reasons_render (reasons, id, FALSE);

      charter_builder_begin_object (builder);
      charter_builder_set_string (builder, "code", charter_reasons_code (reasons, id));
      charter_builder_set_string (builder, "message", message);
      if (charter_reasons_clause (reasons, id) != NULL)
        charter_builder_set_string (builder, "clause", charter_reasons_clause (reasons, id));
      build_entries (reasons, id, builder);
      if (charter_reasons_first (reasons, id) != 0)
        {
          charter_builder_key (builder, "reasons");
          build_children (reasons, id, builder);
        }
      charter_builder_end (builder);
    }
  charter_builder_end (builder);
}

void
charter_reasons_build (CharterReasons *reasons,
                       CharterBuilder *builder)
{
  build_children (reasons, 0, builder);
}

/**
 * charter_reason_get_code: (get-property code)
 * @self: a reason
 *
 * Gives the stable code of the reason.
 *
 * Returns: the code, such as `conflict`
 *
 * Since: 0.1
 */
const char *
charter_reason_get_code (CharterReason *self)
{
  g_return_val_if_fail (CHARTER_IS_REASON (self), NULL);

  return charter_reasons_code (self->reasons, self->id);
}

/**
 * charter_reason_get_message: (get-property message)
 * @self: a reason
 *
 * Gives the reason as a sentence, the same bytes in every locale.
 *
 * Returns: the sentence
 *
 * Since: 0.1
 */
const char *
charter_reason_get_message (CharterReason *self)
{
  g_return_val_if_fail (CHARTER_IS_REASON (self), NULL);

  if (self->message == NULL)
    self->message = charter_reasons_render (self->reasons, self->id, FALSE);

  return self->message;
}

/**
 * charter_reason_dup_localized_message:
 * @self: a reason
 *
 * Gives the reason as a sentence in the language of the user.
 *
 * Returns: (transfer full): the sentence
 *
 * Since: 0.1
 */
char *
charter_reason_dup_localized_message (CharterReason *self)
{
  g_return_val_if_fail (CHARTER_IS_REASON (self), NULL);

  return charter_reasons_render (self->reasons, self->id, TRUE);
}

/**
 * charter_reason_get_clause: (get-property clause)
 * @self: a reason
 *
 * Gives the clause of the charter that the reason rests on.
 *
 * Returns: (nullable): the id of a clause
 *
 * Since: 0.1
 */
const char *
charter_reason_get_clause (CharterReason *self)
{
  g_return_val_if_fail (CHARTER_IS_REASON (self), NULL);

  return charter_reasons_clause (self->reasons, self->id);
}

/**
 * charter_reason_get_reasons: (get-property reasons)
 * @self: a reason
 *
 * Gives the reasons behind this one.
 *
 * Returns: (transfer none): a list of [class@Charter.Reason], which may be empty
 *
 * Since: 0.1
 */
GListModel *
charter_reason_get_reasons (CharterReason *self)
{
  g_return_val_if_fail (CHARTER_IS_REASON (self), NULL);

  if (self->children == NULL)
    self->children = children_to_model (self->reasons, self->id);

  return self->children;
}

/**
 * charter_reason_get_n_entries: (get-property n-entries)
 * @self: a reason
 *
 * Counts the entries of the record that the reason relies on.
 *
 * Returns: how many there are
 *
 * Since: 0.1
 */
guint
charter_reason_get_n_entries (CharterReason *self)
{
  guint n;

  g_return_val_if_fail (CHARTER_IS_REASON (self), 0);

  charter_reasons_entries (self->reasons, self->id, &n);

  return n;
}

/**
 * charter_reason_get_entry:
 * @self: a reason
 * @index: which one, from 0
 *
 * Gives one of the entries that the reason relies on, in ascending order.
 *
 * Returns: its seq, or 0 if there are not so many
 *
 * Since: 0.1
 */
gint64
charter_reason_get_entry (CharterReason *self,
                          guint          index)
{
  const guint32 *entries;
  guint n;

  g_return_val_if_fail (CHARTER_IS_REASON (self), 0);

  entries = charter_reasons_entries (self->reasons, self->id, &n);

  return index < n ? entries[index] : 0;
}
