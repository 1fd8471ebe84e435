/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-register-private.h"

#include "format/charter-json-writer-private.h"

/* The register as JSON. */

static void
set_text (CharterBuilder             *builder,
          const CharterRegisterEntry *self,
          guint                       property)
{
  if (self->texts[property] != NULL)
    charter_builder_set_string (builder, charter_register_properties[property]->name,
                                self->texts[property]);
}

/* Truths that say nothing of the row are left out. */
static gboolean
is_told (const CharterRegisterEntry *self,
         guint                       property)
{
  if (property == PROP_LATE || property == PROP_PUBLISHED)
    return TRUE;
  return property == PROP_CURRENT ? self->texts[PROP_INTEREST] != NULL : self->truths[property];
}

static void
build (const CharterRegisterEntry *self,
       CharterBuilder             *builder)
{
  charter_builder_begin_object (builder);
  for (guint i = PROP_PERSON; i < PROP_ENTRY; i++)
    if (charter_register_properties[i]->value_type != G_TYPE_BOOLEAN)
      set_text (builder, self, i);
    else if (is_told (self, i))
      charter_builder_set_boolean (builder, charter_register_properties[i]->name, self->truths[i]);
  if (self->entry_id != NULL)
    charter_builder_set_string (builder, "entry", self->entry_id);
  charter_builder_end (builder);
}

/**
 * charter_register_entry_to_json:
 * @self: an entry of the register
 *
 * Writes the row as JSON in the canonical form of RFC 8785, its members named like the
 * properties. `entry` is the id of the declaration; what has no value is left out, and so are
 * `redacted`, `sensitive`, `standing` and `confirm-overdue` where they do not hold.
 *
 * Returns: (transfer full): JSON text of an object
 *
 * Since: 0.1
 */
char *
charter_register_entry_to_json (CharterRegisterEntry *self)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  build (self, builder);
  return charter_builder_to_text (builder);
}

/**
 * charter_register_to_json:
 * @entries: a list of [class@Charter.RegisterEntry]
 *
 * Writes a register as JSON in the canonical form of RFC 8785: what `charter conflicts
 * --register --json` prints.
 *
 * Returns: (transfer full): JSON text of an array
 *
 * Since: 0.1
 */
char *
charter_register_to_json (GListModel *entries)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  g_return_val_if_fail (G_IS_LIST_MODEL (entries), NULL);

  charter_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(CharterRegisterEntry) entry = g_list_model_get_item (entries, i);

      g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (entry), NULL);
      build (entry, builder);
    }
  charter_builder_end (builder);
  return charter_builder_to_text (builder);
}
