/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-document-parts-private.h"

#include "format/charter-schema-rows-private.h"

#include <stdlib.h>
#include <string.h>

/* Compiles the parts of a charter that are small. */

/* Calendar */

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  gint32 x = *(const gint32 *) a;
  gint32 y = *(const gint32 *) b;

  return x < y ? -1 : x > y;
}

static void
add_holidays (GArray     *dates,
              const char *name)
{
  const gint32 *known;
  guint n_known;
  gint32 date;

  if (charter_date_parse (name, -1, &date))
    g_array_append_val (dates, date);
  else if (charter_holidays_lookup (name, &known, &n_known))
    g_array_append_vals (dates, known, n_known);
}

static void
compile_holidays (CharterDocumentData *self,
                  const CharterNode   *holidays)
{
  g_autoptr(GArray) dates = g_array_new (FALSE, FALSE, sizeof (gint32));
  gint32 *sorted;
  guint n = 0;

  CHARTER_EACH_VALUE (holidays, v)
    add_holidays (dates, v->string);
  if (dates->len == 0)
    return;

  sorted = charter_document_new (self, gint32, dates->len);
  memcpy (sorted, dates->data, dates->len * sizeof (gint32));
  qsort (sorted, dates->len, sizeof (gint32), compare_dates);
  for (guint i = 0; i < dates->len; i++)
    {
      if (n == 0 || sorted[n - 1] != sorted[i])
        sorted[n++] = sorted[i];
    }
  self->calendar.holidays = sorted;
  self->calendar.n_holidays = n;
}

static guint8
weekday_bit (const char *day)
{
  static const char *const days[] = { "mo", "tu", "we", "th", "fr", "sa", "su" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (strcmp (days[i], day) == 0)
        return (guint8) (1u << i);
    }

  return 0;
}

void
charter_document_compile_calendar (CharterDocumentData *self)
{
  const CharterNode *calendar = charter_node_member (self->root, "calendar");
  const CharterNode *days = charter_node_member (calendar, "working-days");
  const char *zone = charter_node_member_string (calendar, "zone");

  self->zone = zone != NULL ? zone : "UTC";
  CHARTER_EACH_VALUE (days, v)
    self->calendar.working |= weekday_bit (v->string);
  compile_holidays (self, charter_node_member (calendar, "holidays"));
}

/* Sections, clauses, constituencies */

static void
compile_clause (const CharterNode *node,
                guint              section,
                CharterClauseData *clause)
{
  clause->id = charter_node_member_string (node, "id");
  clause->text = charter_node_member_string (node, "text");
  clause->source = charter_node_member_string (node, "source");
  clause->kind = charter_member_choice (node, "kind", charter_words_clause_kinds, 0);
  clause->section = section;
  clause->checks = charter_node_member (node, "checks");
  clause->attest = charter_node_member (node, "attest");
}

static guint
count_clauses (const CharterNode *sections)
{
  guint n = 0;

  CHARTER_EACH_VALUE (sections, s)
    n += charter_list_length (charter_node_member (s, "clauses"));

  return n;
}

static void
compile_constituencies (CharterDocumentData *self)
{
  const CharterNode *list = charter_node_member (self->root, "constituencies");
  CharterConstituencyData *rows = charter_document_new (self, CharterConstituencyData,
                                                        charter_list_length (list));
  guint n = 0;

  CHARTER_EACH_VALUE (list, v)
    {
      rows[n].id = charter_node_member_string (v, "id");
      rows[n].name = charter_node_member_string (v, "name");
      n++;
    }
  self->constituencies = rows;
  self->n_constituencies = n;
}

void
charter_document_compile_sections (CharterDocumentData *self)
{
  const CharterNode *list = charter_node_member (self->root, "sections");
  CharterSectionData *sections = charter_document_new (self, CharterSectionData, list->length);
  CharterClauseData *clauses = charter_document_new (self, CharterClauseData, count_clauses (list));
  guint n_sections = 0;
  guint n = 0;

  CHARTER_EACH_VALUE (list, s)
    {
      const CharterNode *inner = charter_node_member (s, "clauses");
      CharterSectionData *section = &sections[n_sections];

      section->id = charter_node_member_string (s, "id");
      section->title = charter_node_member_string (s, "title");
      section->first_clause = n;
      section->n_clauses = inner->length;
      CHARTER_EACH_VALUE (inner, c)
        compile_clause (c, n_sections, &clauses[n++]);
      n_sections++;
    }
  self->sections = sections;
  self->n_sections = n_sections;
  self->clauses = clauses;
  self->n_clauses = n;
  compile_constituencies (self);
}

/* Roles and permissions */

static void
compile_role (const CharterNode *node,
              CharterRoleData   *role)
{
  role->id = charter_node_member_string (node, "id");
  role->name = charter_node_member_string (node, "name");
  role->clause = charter_node_member_string (node, "clause");
  role->substitutes = charter_node_member_string (node, "substitutes");
  role->one_holder = g_strcmp0 (charter_node_member_string (node, "holder"), "many") != 0;
  role->has_term = charter_member_period (node, "term", &role->term);
  role->of_partner = g_strcmp0 (charter_node_member_string (node, "of"), "partner") == 0;
  role->acts = charter_node_member (node, "acts");
  role->incompatible = charter_node_member (node, "incompatible");
  role->bars = charter_node_member (node, "bars");
}

void
charter_document_compile_roles (CharterDocumentData *self)
{
  const CharterNode *list = charter_node_member (self->root, "roles");
  CharterRoleData *rows = charter_document_new (self, CharterRoleData, charter_list_length (list));
  guint n = 0;

  CHARTER_EACH_VALUE (list, v)
    compile_role (v, &rows[n++]);
  self->roles = rows;
  self->n_roles = n;
}

void
charter_document_compile_permissions (CharterDocumentData *self)
{
  const CharterNode *list = charter_node_member (self->root, "permissions");
  CharterPermissionData *rows = charter_document_new (self, CharterPermissionData,
                                                      charter_list_length (list));
  guint n = 0;

  CHARTER_EACH_VALUE (list, v)
    {
      rows[n].act = charter_node_member_string (v, "act");
      rows[n].clause = charter_node_member_string (v, "clause");
      rows[n].to = charter_node_member (v, "to");
      rows[n].limit = charter_node_member (v, "limit");
      rows[n].asks = charter_node_member (v, "asks");
      n++;
    }
  self->permissions = rows;
  self->n_permissions = n;
}

/* Cycles and periods */

/* The start of a repeating interval ("R/2026-01-05/P1Y"), which is an anchor of its own. */
static gint32
start_of_repeat (const char *every)
{
  const char *slash = every[0] == 'R' ? strchr (every, '/') : NULL;
  gint32 date;

  if (slash == NULL || strlen (slash + 1) < 10 || !charter_date_parse (slash + 1, 10, &date))
    return CHARTER_DATE_NONE;

  return date;
}

static void
compile_cycle (const CharterNode *node,
               CharterCycleData  *cycle)
{
  const CharterNode *every = charter_node_member (node, "every");

  cycle->node = node;
  cycle->id = charter_node_member_string (node, "id");
  cycle->name = charter_node_member_string (node, "name");
  cycle->of = charter_node_member_string (node, "of");
  cycle->clause = charter_node_member_string (node, "clause");
  cycle->owner = charter_node_member_string (node, "owner");
  cycle->escalate_to = charter_node_member (node, "escalate-to");
  cycle->every_text = charter_node_member_string (node, "every");
  cycle->every_is_rule = !charter_period_from_node (every, &cycle->every);
  cycle->anchor = charter_member_date (node, "anchor");
  if (cycle->anchor == CHARTER_DATE_NONE && cycle->every_is_rule && cycle->every_text != NULL)
    cycle->anchor = start_of_repeat (cycle->every_text);
  cycle->from_completion = g_strcmp0 (charter_node_member_string (node, "from"), "completion") == 0;
  cycle->has_notice = charter_member_period (node, "notice", &cycle->notice);
  cycle->has_window = charter_member_period (node, "window", &cycle->window);
  cycle->has_grace = charter_member_period (node, "grace", &cycle->grace);
}

void
charter_document_compile_cycles (CharterDocumentData *self)
{
  const CharterNode *list = charter_node_member (self->root, "cycles");
  CharterCycleData *rows = charter_document_new (self, CharterCycleData,
                                                 charter_list_length (list));
  guint n = 0;

  CHARTER_EACH_VALUE (list, v)
    compile_cycle (v, &rows[n++]);
  self->cycles = rows;
  self->n_cycles = n;
}

void
charter_document_compile_periods (CharterDocumentData *self)
{
  const CharterNode *map = charter_node_member (self->root, "periods");
  CharterNamedPeriod *rows = charter_document_new (self, CharterNamedPeriod,
                                                   charter_list_length (map));
  guint n = 0;

  if (map == NULL)
    return;

  CHARTER_EACH_MEMBER (map, v)
    {
      rows[n].name = v->key;
      charter_period_from_node (v, &rows[n].period);
      n++;
    }
  self->periods = rows;
  self->n_periods = n;
}
