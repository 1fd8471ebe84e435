/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-meaning-private.h"


#include <string.h>

/* The meaning of a charter as a whole, and of its smaller parts. */

static const char *const holiday_names[] = {
  "england-and-wales", "scotland", "northern-ireland", NULL
};

static void
check_holidays (CharterMeaning    *self,
                const CharterNode *calendar)
{
  const CharterNode *item;
  const gint32 *dates;
  gint32 date;
  guint n;

  CHARTER_MEANING_EACH (self, calendar, "holidays", item)
    {
      if (item->type != CHARTER_NODE_STRING ||
          charter_date_parse (item->string, item->length, &date) ||
          charter_holidays_lookup (item->string, &dates, &n))
        continue;
      charter_meaning_fault_near (self, item, CHARTER_ERROR_VALUE, item->string, holiday_names,
                                  "No holidays are known as “%s”; give a date, or one of "
                                  "england-and-wales, scotland, northern-ireland", item->string);
    }
}

static void
check_calendar (CharterMeaning *self)
{
  const CharterNode *calendar = charter_node_member (self->root, "calendar");
  const CharterNode *days = charter_node_member (calendar, "working-days");
  gsize mark = charter_meaning_enter (self, "calendar");

  check_holidays (self, calendar);
  if (charter_node_is (days, CHARTER_NODE_ARRAY) && days->length == 0)
    {
      charter_meaning_enter (self, "working-days");
      charter_meaning_fault (self, days, CHARTER_ERROR_VALUE,
                             "Expected at least one day of the week");
    }
  charter_meaning_leave (self, mark);
}

static void
check_requires (CharterMeaning *self)
{
  const CharterNode *item;

  CHARTER_MEANING_EACH (self, self->root, "requires", item)
    {
      if (item->type == CHARTER_NODE_STRING && !g_str_has_prefix (item->string, "x-"))
        charter_meaning_fault (self, item, CHARTER_ERROR_VALUE,
                               "What a program adds begins with “x-”; “%s” does not", item->string);
    }
}

/* A role cannot stand in for itself, nor exclude itself. */
static void
check_not_itself (CharterMeaning    *self,
                  const CharterNode *role,
                  const char        *name,
                  const char        *what)
{
  const char *id = charter_node_member_string (role, "id");
  const CharterNode *item;

  CHARTER_MEANING_EACH (self, role, name, item)
    {
      if (id != NULL && item->type == CHARTER_NODE_STRING && strcmp (item->string, id) == 0)
        charter_meaning_fault (self, item, CHARTER_ERROR_VALUE, "The role “%s” cannot %s itself",
                               id, what);
    }
}

static void
check_roles (CharterMeaning *self)
{
  const CharterNode *role;

  charter_meaning_check_ids (self, self->root, "roles", "role");
  CHARTER_MEANING_EACH (self, self->root, "roles", role)
    {
      charter_meaning_check_clause (self, role);
      charter_meaning_check_reference (self, role, "incompatible", &self->roles, "role");
      charter_meaning_check_reference (self, role, "substitutes", &self->roles, "role");
      check_not_itself (self, role, "incompatible", "exclude");
      check_not_itself (self, role, "substitutes", "stand in for");
      charter_meaning_check_length (self, role, "term");
    }
}

static void
check_permissions (CharterMeaning *self)
{
  const CharterNode *permission;

  CHARTER_MEANING_EACH (self, self->root, "permissions", permission)
    {
      charter_meaning_check_clause (self, permission);
      charter_meaning_check_voices (self, permission, "to", FALSE);
      charter_meaning_check_voices (self, permission, "asks", FALSE);
    }
}

static void
check_cycles (CharterMeaning *self)
{
  const CharterNode *cycle;

  charter_meaning_check_ids (self, self->root, "cycles", "cycle");
  CHARTER_MEANING_EACH (self, self->root, "cycles", cycle)
    {
      charter_meaning_check_clause (self, cycle);
      charter_meaning_check_length (self, cycle, "every");
      charter_meaning_check_voices (self, cycle, "escalate-to", FALSE);
    }
}

static void
check_sections (CharterMeaning *self)
{
  const CharterNode *section;
  const CharterNode *clause;
  guint place = 0;

  charter_meaning_check_ids (self, self->root, "sections", "section");
  CHARTER_MEANING_EACH (self, self->root, "sections", section)
    {
      CHARTER_MEANING_EACH (self, section, "clauses", clause)
        {
          /* Clauses have one namespace over all sections. */
          charter_meaning_check_id (self, clause, &self->clauses, &place, "clause");
          charter_meaning_check_checks (self, clause);
          charter_meaning_check_attest (self, clause);
        }
    }
}

static void
collect_ids (CharterMeaning *self)
{
  const CharterNode *sections = charter_node_member (self->root, "sections");
  const CharterNode *policy =
    charter_document_merge_preset (charter_node_member (self->root, "conflicts"), self->arena);
  CharterIds *const all[] = {
    &self->clauses, &self->roles, &self->rules, &self->cycles, &self->constituencies, &self->regimes
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    charter_ids_init (all[i]);
  CHARTER_EACH_VALUE (sections, s)
    charter_ids_add_list (&self->clauses, charter_node_member (s, "clauses"));
  charter_ids_add_list (&self->roles, charter_node_member (self->root, "roles"));
  charter_ids_add_list (&self->rules, charter_node_member (self->root, "rules"));
  charter_ids_add_list (&self->cycles, charter_node_member (self->root, "cycles"));
  charter_ids_add_list (&self->constituencies, charter_node_member (self->root, "constituencies"));
  for (guint i = 0; charter_preset_regimes[i] != NULL; i++)
    charter_ids_add (&self->regimes, charter_preset_regimes[i]);
  charter_ids_add_list (&self->regimes, charter_node_member (policy, "regimes"));
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    charter_ids_sort (all[i]);
}

static void
forget_ids (CharterMeaning *self)
{
  charter_ids_clear (&self->clauses);
  charter_ids_clear (&self->roles);
  charter_ids_clear (&self->rules);
  charter_ids_clear (&self->cycles);
  charter_ids_clear (&self->constituencies);
  charter_ids_clear (&self->regimes);
}

void
charter_document_check_meaning (const CharterNode *root,
                                const char        *path,
                                CharterProblems   *problems)
{
  g_autoptr(GString) place = g_string_new (path);
  g_autoptr(CharterArena) arena = charter_arena_new ();
  CharterMeaning self = { .problems = problems, .path = place, .root = root, .arena = arena };

  collect_ids (&self);
  check_calendar (&self);
  check_requires (&self);
  charter_meaning_check_ids (&self, root, "constituencies", "constituency");
  check_roles (&self);
  check_permissions (&self);
  charter_meaning_check_rules (&self);
  charter_meaning_check_conflicts (&self);
  check_cycles (&self);
  check_sections (&self);
  forget_ids (&self);
}
