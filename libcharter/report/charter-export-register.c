/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-register-entry.h>
#include <string.h>

#include "report/charter-csv-private.h"
#include "state/charter-view-private.h"

/* The register of interests for spreadsheets: who people are and what office they hold beside
 * what they declared, as the registers of academy trusts and NHS bodies have it. */

typedef struct
{
  const CharterScene        *scene;
  const CharterDocumentData *charter;   /* in force at the instant asked about; NULL */
  gint64                     at;
  CharterRef                 person;    /* whose row is being written */
} Sheet;

/* — cells — */

static char *
dup_day (const Sheet *self,
         gint64       instant)
{
  char text[CHARTER_DATE_TEXT_SIZE];

  charter_date_format (charter_scene_date_of (self->scene, instant), text);
  return g_strdup (text);
}

/* The day of an instant in the record's zone. */
static char *
dup_day_of (const Sheet *self,
            const char  *text)
{
  gint64 instant;

  return text != NULL && charter_instant_parse (text, -1, &instant) ? dup_day (self, instant)
                                                                    : g_strdup (text);
}

static char *
dup_truth (gboolean truth)
{
  return g_strdup (truth ? "yes" : "no");
}

static gboolean
is_interest (CharterRegisterEntry *entry)
{
  return charter_register_entry_get_interest (entry) != NULL;
}

/* Of interests alone; empty in other rows. */
static char *
dup_truth_of (CharterRegisterEntry *entry,
              gboolean              truth)
{
  return is_interest (entry) ? dup_truth (truth) : NULL;
}

static void
append_item (GString    *out,
             const char *item)
{
  g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", item);
}

static void
append_tenure (const Sheet         *self,
               const CharterTenure *tenure,
               GString             *out)
{
  const CharterRoleData *role =
      self->charter != NULL ? charter_document_data_find_role (self->charter, tenure->role) : NULL;
  char date[CHARTER_DATE_TEXT_SIZE];

  append_item (out, role != NULL && role->name != NULL ? role->name : tenure->role);
  charter_date_format (tenure->from, date);
  g_string_append_printf (out, " from %s", date);
  if (tenure->until == CHARTER_DATE_NONE)
    return;
  charter_date_format (tenure->until, date);
  g_string_append_printf (out, " to %s", date);
}

static char *
cell_roles (const Sheet          *self,
            CharterRegisterEntry *entry)
{
  g_autoptr(GArray) tenures = g_array_new (FALSE, FALSE, sizeof (CharterTenure));
  GString *out = g_string_new (NULL);

  charter_scene_tenures (self->scene, NULL, self->person, self->at, tenures);
  for (guint i = 0; i < tenures->len; i++)
    append_tenure (self, &g_array_index (tenures, CharterTenure, i), out);
  return g_string_free (out, FALSE);
}

static char *
cell_acts_for (const Sheet          *self,
               CharterRegisterEntry *entry)
{
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  GString *out = g_string_new (NULL);

  charter_scene_partners_of (self->scene, self->person, self->at, partners);
  for (guint i = 0; i < partners->len; i++)
    {
      CharterRef partner = g_array_index (partners, CharterRef, i);
      const CharterNode *name = charter_scene_opened (
          self->scene, charter_scene_maker (self->scene, partner), "/name");

      append_item (out, charter_node_is (name, CHARTER_NODE_STRING)
                          ? name->string : charter_scene_name (self->scene, partner));
    }
  return g_string_free (out, FALSE);
}

static char *
cell_joined (const Sheet          *self,
             CharterRegisterEntry *entry)
{
  return dup_day (self, charter_scene_maker (self->scene, self->person)->at);
}

static char *
cell_nature (const Sheet          *self,
             CharterRegisterEntry *entry)
{
  const char *nature = charter_register_entry_get_nature (entry);

  if (charter_register_entry_get_sensitive (entry))
    return g_strdup ("(details withheld)");
  if (nature == NULL && charter_register_entry_get_redacted (entry))
    return g_strdup ("(erased)");
  return g_strdup (nature);
}

static char *
cell_entry (const Sheet          *self,
            CharterRegisterEntry *entry)
{
  gint64 seq = charter_register_entry_get_entry (entry);

  return seq > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, seq) : NULL;
}

#define CELL(name, made)                                                    \
  static char *cell_##name (const Sheet *self, CharterRegisterEntry *entry) \
  {                                                                         \
    return made;                                                            \
  }
#define GET(name) charter_register_entry_get_##name (entry)

CELL (person, g_strdup (GET (person)))
CELL (name, g_strdup (GET (person_name)))
CELL (left, dup_day_of (self, GET (left)))
CELL (kind, g_strdup (GET (kind)))
CELL (party, g_strdup (GET (party)))
CELL (party_name, g_strdup (GET (party_name)))
CELL (category, g_strdup (GET (category)))
CELL (since, g_strdup (GET (since)))
CELL (until, g_strdup (GET (until)))
CELL (ended, dup_day_of (self, GET (ended)))
CELL (declared, dup_day_of (self, GET (declared)))
CELL (meeting, g_strdup (GET (meeting)))
CELL (standing, dup_truth_of (entry, GET (standing)))
CELL (current, dup_truth_of (entry, GET (current)))
CELL (published_until, dup_day_of (self, GET (published_until)))
CELL (published, dup_truth (GET (published)))
CELL (due, g_strdup (GET (due)))
CELL (late, dup_truth (GET (late)))
CELL (confirm_by, g_strdup (GET (confirm_by)))
CELL (confirm_overdue, GET (confirm_by) != NULL ? dup_truth (GET (confirm_overdue)) : NULL)
CELL (interest, g_strdup (GET (interest)))

/* — columns — */

typedef enum
{
  COLUMN_ALWAYS,
  COLUMN_DETAIL,     /* not published of an interest whose details are withheld */
  COLUMN_WITHIN      /* for the partnership itself: never published */
} ColumnUse;

static const struct
{
  const char *title;
  ColumnUse   use;
  char     *(*cell) (const Sheet *self, CharterRegisterEntry *entry);
} columns[] = {
  { "Person", COLUMN_ALWAYS, cell_person },
  { "Name", COLUMN_ALWAYS, cell_name },
  { "Roles", COLUMN_ALWAYS, cell_roles },
  { "Acts for", COLUMN_ALWAYS, cell_acts_for },
  { "Joined", COLUMN_ALWAYS, cell_joined },
  { "Left", COLUMN_ALWAYS, cell_left },
  { "Declaration", COLUMN_ALWAYS, cell_kind },
  { "Party", COLUMN_ALWAYS, cell_party },
  { "Party name", COLUMN_ALWAYS, cell_party_name },
  { "Category", COLUMN_ALWAYS, cell_category },
  { "Nature", COLUMN_ALWAYS, cell_nature },
  { "Since", COLUMN_DETAIL, cell_since },
  { "Until", COLUMN_DETAIL, cell_until },
  { "Ended", COLUMN_DETAIL, cell_ended },
  { "Declared", COLUMN_ALWAYS, cell_declared },
  { "Meeting", COLUMN_DETAIL, cell_meeting },
  { "General notice", COLUMN_DETAIL, cell_standing },
  { "Current", COLUMN_DETAIL, cell_current },
  { "Published until", COLUMN_DETAIL, cell_published_until },
  { "Published", COLUMN_WITHIN, cell_published },
  { "Due", COLUMN_WITHIN, cell_due },
  { "Late", COLUMN_WITHIN, cell_late },
  { "Confirm by", COLUMN_WITHIN, cell_confirm_by },
  { "Confirmation overdue", COLUMN_WITHIN, cell_confirm_overdue },
  { "Interest", COLUMN_WITHIN, cell_interest },
  { "Entry", COLUMN_WITHIN, cell_entry },
};

static void
write_titles (CharterCsv *csv,
              gboolean    only_published)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!only_published || columns[i].use != COLUMN_WITHIN)
      charter_csv_cell (csv, columns[i].title);
  charter_csv_end_row (csv);
}

static void
write_row (Sheet                *self,
           CharterRegisterEntry *entry,
           gboolean              only_published,
           CharterCsv           *csv)
{
  gboolean bare = only_published && charter_register_entry_get_sensitive (entry);

  self->person = charter_scene_find (self->scene, charter_register_entry_get_person (entry));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *value = NULL;

      if (only_published && columns[i].use == COLUMN_WITHIN)
        continue;
      if (!bare || columns[i].use != COLUMN_DETAIL)
        value = columns[i].cell (self, entry);
      charter_csv_cell (csv, value);
    }
  charter_csv_end_row (csv);
}

/**
 * charter_view_export_register:
 * @self: a view
 * @at: the instant asked about, in UTC
 * @only_published: only what stands in the public register, without what is for the
 *   partnership itself
 *
 * Writes the register of interests ([method@Charter.View.list_register]) as CSV for
 * spreadsheets: RFC 4180, UTF-8, a row of titles, then a row for each of the register's. Dates
 * are those of the record's zone. A text that a spreadsheet would take for a formula has an
 * apostrophe before it. The columns are on [the page about the register](register.html).
 *
 * Returns: (transfer full): CSV text, %NULL with an error of [error@Charter.Error]
 *
 * Since: 0.1
 */
char *
charter_view_export_register (CharterView  *self,
                              const char   *at,
                              gboolean      only_published,
                              GError      **error)
{
  g_autoptr(GListModel) entries = NULL;
  Sheet sheet = { 0 };
  CharterCsv csv;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);

  entries = charter_view_list_register (self, at, error);
  if (entries == NULL)
    return NULL;
  sheet.scene = charter_view_get_scene (self);
  charter_instant_parse (at, -1, &sheet.at);
  sheet.charter = charter_scene_charter (sheet.scene, sheet.at, NULL);
  charter_csv_init (&csv);
  write_titles (&csv, only_published);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(CharterRegisterEntry) entry = g_list_model_get_item (entries, i);

      if (!only_published || charter_register_entry_get_published (entry))
        write_row (&sheet, entry, only_published, &csv);
    }
  return charter_csv_finish (&csv);
}
