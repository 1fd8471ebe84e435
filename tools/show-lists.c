/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "show-lists.h"

#include "reasons.h"
#include "table.h"

/* What a list shows: things made by entries of @kind, with these members as described. */
static const struct
{
  const char *name;
  const char *help;
  const char *heading;
  const char *kind;
  const char *members[5];
} lists[TOOL_N_LISTS] = {
  { "partners", N_("List the partners"), N_("Partners"), "partner-joined",
    { "name", "constituencies", "left" } },
  { "persons", N_("List the persons"), N_("Persons"), "person-joined",
    { "handle", "for", "constituencies", "left" } },
  { "roles", N_("List who was given which role"), N_("Roles given"), "role-given",
    { "role", "person", "for", "from", "until" } },
  { "interests", N_("List the interests declared"), N_("Interests"), "interest-declared",
    { "person", "party", "category", "since", "until" } },
  { "decisions", N_("List the decisions"), N_("Decisions"), "decision-proposed",
    { "title", "rule", "state" } },
  { "meetings", N_("List the meetings"), N_("Meetings"), "meeting-called",
    { "starts", "purpose", "place" } },
  { "actions", N_("List the actions agreed"), N_("Actions"), "action-agreed",
    { "owner", "due", "state", "text" } },
  { "agreements", N_("List the agreements"), N_("Agreements"), "agreement-made",
    { "topic", "until", "review" } },
  { "concerns", N_("List the concerns raised"), N_("Concerns"), "concern-raised",
    { "track", "state" } },
};

const char *
tool_list_name (guint list)
{
  return lists[list].name;
}

const char *
tool_list_help (guint list)
{
  return lists[list].help;
}

static JsonNode *
data_of (CharterEntry *entry)
{
  g_autofree char *text = charter_entry_dup_data (entry);

  return text != NULL ? tool_json_parse (text, NULL) : NULL;
}

/* The thing that an entry made, as described at @at; what the entry says where things of
 * this kind have no id. */
static JsonNode *
thing_of (ToolSource *source, CharterEntry *entry, const char *at)
{
  g_autoptr (JsonNode) data = data_of (entry);
  const char *id = tool_json_member (tool_json_object (data), "id");
  g_autofree char *text = NULL;

  if (id != NULL)
    text = charter_view_describe (source->view, id, at, NULL);
  if (text == NULL)
    return g_steal_pointer (&data);
  return tool_json_parse (text, NULL);
}

/* The things of a list, in the order of their entries. */
static GPtrArray *
things_of (ToolSource *source, guint list, const char *at)
{
  GListModel *entries = charter_partnership_get_entries (source->partnership);
  gint64 known = charter_view_get_known (source->view);
  GPtrArray *things = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = 0; i < g_list_model_get_n_items (entries) && (gint64) i < known; i++)
    {
      g_autoptr (CharterEntry) entry = g_list_model_get_item (entries, i);
      JsonNode *thing;

      if (g_strcmp0 (charter_entry_get_kind (entry), lists[list].kind) != 0 ||
          g_strcmp0 (charter_entry_get_at (entry), at) > 0)
        continue;
      thing = thing_of (source, entry, at);
      if (thing != NULL)
        g_ptr_array_add (things, thing);
    }
  return things;
}

static gboolean
any_has (GPtrArray *things, const char *name)
{
  for (guint i = 0; i < things->len; i++)
    {
      JsonObject *object = tool_json_object (g_ptr_array_index (things, i));

      if (object != NULL && json_object_has_member (object, name))
        return TRUE;
    }
  return FALSE;
}

static void
add_cell (ToolTable *table, ToolStyle style, JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;
  g_autofree char *text = node != NULL && !JSON_NODE_HOLDS_NULL (node) ? tool_json_plain (node)
                                                                       : NULL;

  tool_table_cell (table, style, text);
}

/* The columns of a list are those of its members that some thing in it has. */
static ToolTable *
table_of (GPtrArray *things, guint list)
{
  g_autoptr (ToolTable) table = tool_table_new ();
  gboolean ids = any_has (things, "id");

  if (ids)
    tool_table_column (table, "id", TOOL_COLUMN_WRAP);
  for (guint m = 0; m < G_N_ELEMENTS (lists[list].members) && lists[list].members[m] != NULL; m++)
    if (any_has (things, lists[list].members[m]))
      tool_table_column (table, lists[list].members[m], TOOL_COLUMN_WRAP);
  for (guint i = 0; i < things->len; i++)
    {
      JsonObject *object = tool_json_object (g_ptr_array_index (things, i));

      tool_table_row (table);
      if (ids)
        add_cell (table, TOOL_STYLE_BOLD, object, "id");
      for (guint m = 0; m < G_N_ELEMENTS (lists[list].members) &&
                        lists[list].members[m] != NULL; m++)
        if (any_has (things, lists[list].members[m]))
          add_cell (table, TOOL_STYLE_PLAIN, object, lists[list].members[m]);
    }
  return g_steal_pointer (&table);
}

void
tool_print_list (ToolSource *source, guint list, const char *at, gboolean brief)
{
  g_autoptr (GPtrArray) things = things_of (source, list, at);
  g_autoptr (ToolTable) table = NULL;

  if (things->len == 0)
    {
      if (!brief)
        g_print (_("%s: none\n"), _(lists[list].heading));
      return;
    }
  table = table_of (things, list);
  if (brief)
    tool_print_heading (_(lists[list].heading));
  tool_table_print (table, brief ? 2 : 0);
}

static void
append_list (GString *out, GPtrArray *things)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < things->len; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      tool_json_append (out, g_ptr_array_index (things, i));
    }
  g_string_append_c (out, ']');
}

void
tool_print_list_json (ToolSource *source, guint list, const char *at)
{
  g_autoptr (GPtrArray) things = things_of (source, list, at);
  GString *out = g_string_new (NULL);

  append_list (out, things);
  tool_print_json (out->str);
  g_string_free (out, TRUE);
}

void
tool_print_overview_json (ToolSource *source, const char *at, const char *charter)
{
  g_autoptr (GPtrArray) partners = things_of (source, 0, at);
  GString *out = g_string_new ("{\"at\":");

  tool_json_quote (out, at);
  g_string_append (out, ",\"charter\":");
  tool_json_quote (out, charter);
  g_string_append (out, ",\"id\":");
  tool_json_quote (out, charter_partnership_get_id (source->partnership));
  g_string_append_printf (out, ",\"known\":%" G_GINT64_FORMAT ",\"partners\":",
                          charter_view_get_known (source->view));
  append_list (out, partners);
  g_string_append (out, ",\"title\":");
  tool_json_quote (out, charter_partnership_get_title (source->partnership));
  g_string_append (out, ",\"zone\":");
  tool_json_quote (out, charter_partnership_get_zone (source->partnership));
  g_string_append_c (out, '}');
  tool_print_json (out->str);
  g_string_free (out, TRUE);
}

static void
add_clauses (ToolTable *table, CharterSection *section)
{
  GListModel *clauses = charter_section_get_clauses (section);

  for (guint i = 0; i < g_list_model_get_n_items (clauses); i++)
    {
      g_autoptr (CharterClause) clause = g_list_model_get_item (clauses, i);

      tool_table_row (table);
      tool_table_cell (table, TOOL_STYLE_BOLD, charter_clause_get_id (clause));
      tool_table_cell (table, TOOL_STYLE_PLAIN, charter_clause_get_text (clause));
    }
}

void
tool_print_charter (CharterDocument *charter)
{
  GListModel *sections = charter_document_get_sections (charter);
  g_autoptr (ToolTable) table = tool_table_new ();
  guint from = 0;

  tool_table_column (table, NULL, TOOL_COLUMN_WRAP);
  tool_table_column (table, NULL, TOOL_COLUMN_WRAP);
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (CharterSection) section = g_list_model_get_item (sections, i);

      add_clauses (table, section);
    }
  tool_print_wrapped ("", TOOL_STYLE_BOLD, charter_document_get_title (charter));
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (CharterSection) section = g_list_model_get_item (sections, i);
      guint count = g_list_model_get_n_items (charter_section_get_clauses (section));

      tool_print_heading (charter_section_get_title (section));
      tool_table_print_rows (table, 2, from, count);
      from += count;
    }
}
