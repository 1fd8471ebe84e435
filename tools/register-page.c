/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "register-page.h"

#include <string.h>

#include "table.h"

/* How many of them there are. */
typedef struct
{
  guint neither;       /* persons */
  guint late;          /* declarations, and persons of whom nothing is heard */
  guint unconfirmed;   /* persons */
} Count;

typedef struct
{
  ToolSource *source;
  GTimeZone  *zone;
  ToolTable  *table;
  char       *last;    /* whose row came last */
} Page;

static gboolean
is_kind (CharterRegisterEntry *entry, const char *kind)
{
  return strcmp (charter_register_entry_get_kind (entry), kind) == 0;
}

/* The rows of one person follow each other. */
static gboolean
is_first (char **last, CharterRegisterEntry *entry)
{
  const char *person = charter_register_entry_get_person (entry);

  if (g_strcmp0 (*last, person) == 0)
    return FALSE;
  g_free (*last);
  *last = g_strdup (person);
  return TRUE;
}

static Count
count_entries (GListModel *entries)
{
  g_autofree char *last = NULL;
  Count count = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (CharterRegisterEntry) entry = g_list_model_get_item (entries, i);

      count.neither += is_kind (entry, "neither");
      count.late += charter_register_entry_get_late (entry);
      if (is_first (&last, entry))
        count.unconfirmed += charter_register_entry_get_confirm_overdue (entry);
    }
  return count;
}

ToolStatus
tool_register_status (GListModel *entries)
{
  Count count = count_entries (entries);

  return count.neither + count.late + count.unconfirmed > 0 ? TOOL_NO : TOOL_YES;
}

/* The day of an instant in the record's zone; a date as it is. */
static char *
day_of (const Page *page, const char *text)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (text == NULL || strchr (text, 'T') == NULL)
    return g_strdup (text);
  utc = g_date_time_new_from_iso8601 (text, NULL);
  local = utc != NULL ? g_date_time_to_timezone (utc, page->zone) : NULL;
  if (local == NULL)
    return g_strdup (text);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (local),
                          g_date_time_get_month (local), g_date_time_get_day_of_month (local));
}

/* One more note, with a day in it. */
static void
add_note (GString *notes, const Page *page, const char *format, const char *when)
{
  g_autofree char *day = day_of (page, when);

  if (day == NULL)
    return;
  g_string_append (notes, notes->len > 0 ? "; " : "");
  g_string_append_printf (notes, format, day);
}

static void
add_words (GString *notes, const char *words)
{
  g_string_append_printf (notes, "%s%s", notes->len > 0 ? "; " : "", words);
}

static void
add_end (GString *notes, const Page *page, CharterRegisterEntry *entry)
{
  const char *ended = charter_register_entry_get_ended (entry);
  const char *until = charter_register_entry_get_until (entry);

  if (ended != NULL)
    add_note (notes, page, _("ended %s"), ended);
  else
    add_note (notes, page, _("until %s"), until);
  if (ended == NULL && until == NULL && is_kind (entry, "declared") &&
      !charter_register_entry_get_current (entry))
    add_words (notes, _("not yet begun"));
  add_note (notes, page, _("left %s"), charter_register_entry_get_left (entry));
  if (charter_register_entry_get_published (entry))
    add_note (notes, page, _("published until %s"),
              charter_register_entry_get_published_until (entry));
  else if (!is_kind (entry, "neither"))
    add_words (notes, _("no longer published"));
}

static void
add_due (GString *notes, const Page *page, CharterRegisterEntry *entry, gboolean first)
{
  const char *due = charter_register_entry_get_due (entry);
  const char *confirm = charter_register_entry_get_confirm_by (entry);

  if (is_kind (entry, "neither"))
    add_note (notes, page, charter_register_entry_get_late (entry) ? _("overdue since %s")
                                                                   : _("due %s"), due);
  else if (charter_register_entry_get_late (entry))
    add_note (notes, page, _("late: was due %s"), due);
  if (!first)
    return;
  add_note (notes, page, charter_register_entry_get_confirm_overdue (entry)
                           ? _("confirmation overdue since %s") : _("confirm by %s"), confirm);
}

static char *
notes_of (const Page *page, CharterRegisterEntry *entry, gboolean first)
{
  GString *notes = g_string_new (NULL);
  const char *meeting = charter_register_entry_get_meeting (entry);

  add_due (notes, page, entry, first);
  if (charter_register_entry_get_standing (entry))
    add_words (notes, _("general notice"));
  if (meeting != NULL)
    {
      g_autofree char *where = g_strdup_printf (_("disclosed at meeting %s"), meeting);

      add_words (notes, where);
    }
  add_end (notes, page, entry);
  if (charter_register_entry_get_redacted (entry))
    add_words (notes, _("partly erased"));
  return g_string_free (notes, FALSE);
}

static char *
declaration_of (CharterRegisterEntry *entry)
{
  const char *party = charter_register_entry_get_party_name (entry);
  const char *nature = charter_register_entry_get_nature (entry);

  if (is_kind (entry, "neither"))
    return g_strdup (_("nothing heard"));
  if (is_kind (entry, "nothing"))
    return g_strdup (_("nothing to declare"));
  if (charter_register_entry_get_sensitive (entry))
    return g_strdup (_("details withheld"));
  if (party == NULL)
    party = charter_register_entry_get_party (entry);
  return g_strdup_printf ("%s (%s)%s%s", party, charter_register_entry_get_category (entry),
                          nature != NULL ? ": " : "", nature != NULL ? nature : "");
}

static ToolStyle
style_of (CharterRegisterEntry *entry)
{
  if (charter_register_entry_get_confirm_overdue (entry))
    return TOOL_STYLE_BAD;
  if (charter_register_entry_get_late (entry))
    return is_kind (entry, "neither") ? TOOL_STYLE_BAD : TOOL_STYLE_FAIR;
  return TOOL_STYLE_DIM;
}

static void
add_row (Page *page, CharterRegisterEntry *entry)
{
  gboolean first = is_first (&page->last, entry);
  const char *name = charter_register_entry_get_person_name (entry);
  g_autofree char *handle = tool_name_of (page->source->partnership,
                                          charter_register_entry_get_person (entry));
  g_autofree char *declaration = declaration_of (entry);
  g_autofree char *since = day_of (page, charter_register_entry_get_since (entry));
  g_autofree char *declared = day_of (page, charter_register_entry_get_declared (entry));
  g_autofree char *notes = notes_of (page, entry, first);
  gboolean counts = charter_register_entry_get_current (entry);

  tool_table_row (page->table);
  tool_table_cell (page->table, TOOL_STYLE_BOLD, name != NULL ? name : handle);
  tool_table_cell (page->table, counts ? TOOL_STYLE_PLAIN : TOOL_STYLE_DIM, declaration);
  tool_table_cell (page->table, TOOL_STYLE_PLAIN, since);
  tool_table_cell (page->table, TOOL_STYLE_PLAIN, declared);
  tool_table_cell (page->table, style_of (entry), notes);
}

static void
print_counts (GListModel *entries)
{
  Count count = count_entries (entries);

  if (count.neither + count.late + count.unconfirmed > 0)
    g_print ("\n");
  if (count.neither > 0)
    g_print (ngettext ("Nothing has been heard of %u person.\n",
                       "Nothing has been heard of %u people.\n", count.neither), count.neither);
  if (count.late > 0)
    g_print (ngettext ("%u declaration was or is late.\n", "%u declarations were or are late.\n",
                       count.late), count.late);
  if (count.unconfirmed > 0)
    g_print (ngettext ("%u person has not confirmed in time.\n",
                       "%u people have not confirmed in time.\n", count.unconfirmed),
             count.unconfirmed);
}

static GTimeZone *
zone_of (ToolSource *source)
{
  const char *name = charter_partnership_get_zone (source->partnership);
  GTimeZone *zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

void
tool_print_register (ToolSource *source, GListModel *entries)
{
  static const char * const titles[] = { N_("Person"), N_("Declaration"), N_("Since"),
                                         N_("Declared"), N_("Notes") };
  g_autoptr (ToolTable) table = tool_table_new ();
  g_autoptr (GTimeZone) zone = zone_of (source);
  Page page = { source, zone, table, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    tool_table_column (table, _(titles[i]), i == 2 || i == 3 ? TOOL_COLUMN_CUT
                                                             : TOOL_COLUMN_WRAP);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (CharterRegisterEntry) entry = g_list_model_get_item (entries, i);

      add_row (&page, entry);
    }
  g_free (page.last);
  if (tool_table_count (table) == 0)
    g_print ("%s\n", _("Nobody has to declare interests, and nobody has."));
  else
    tool_table_print (table, 0);
  print_counts (entries);
}
