/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-document.h>

#include "document/charter-document-object-private.h"

#include <string.h>

/* Looking up the parts of a charter by their ids. */

static gpointer
item_at (GListModel *list,
         gsize       position)
{
  g_autoptr(GObject) item = g_list_model_get_item (list, (guint) position);

  /* The list keeps it. */
  return item;
}

/**
 * charter_document_find_section:
 * @self: a charter
 * @id: the id of a section
 *
 * Looks up a section by its id.
 *
 * Returns: (transfer none) (nullable): the section, %NULL if there is none of that id
 *
 * Since: 0.1
 */
CharterSection *
charter_document_find_section (CharterDocument *self,
                                const char      *id)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < charter_document_get_data (self)->n_sections; i++)
    {
      if (strcmp (charter_document_get_data (self)->sections[i].id, id) == 0)
        return item_at (charter_document_get_sections (self), i);
    }

  return NULL;
}

/**
 * charter_document_find_clause:
 * @self: a charter
 * @id: the id of a clause
 *
 * Looks up a clause by its id.
 *
 * Returns: (transfer none) (nullable): the clause, %NULL if there is none of that id
 *
 * Since: 0.1
 */
CharterClause *
charter_document_find_clause (CharterDocument *self,
                               const char      *id)
{
  const CharterClauseData *row;

  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  row = charter_document_data_find_clause (charter_document_get_data (self), id);

  return row != NULL ? item_at (charter_document_get_clauses (self), row - charter_document_get_data (self)->clauses) : NULL;
}

/**
 * charter_document_find_constituency:
 * @self: a charter
 * @id: the id of a constituency
 *
 * Looks up a constituency by its id.
 *
 * Returns: (transfer none) (nullable): the constituency, %NULL if there is none of that id
 *
 * Since: 0.1
 */
CharterConstituency *
charter_document_find_constituency (CharterDocument *self,
                                     const char      *id)
{
  const CharterConstituencyData *row;

  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  row = charter_document_data_find_constituency (charter_document_get_data (self), id);

  return row != NULL ? item_at (charter_document_get_constituencies (self), row - charter_document_get_data (self)->constituencies) : NULL;
}

/**
 * charter_document_find_role:
 * @self: a charter
 * @id: the id of a role
 *
 * Looks up a role by its id.
 *
 * Returns: (transfer none) (nullable): the role, %NULL if there is none of that id
 *
 * Since: 0.1
 */
CharterRole *
charter_document_find_role (CharterDocument *self,
                             const char      *id)
{
  const CharterRoleData *row;

  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  row = charter_document_data_find_role (charter_document_get_data (self), id);

  return row != NULL ? item_at (charter_document_get_roles (self), row - charter_document_get_data (self)->roles) : NULL;
}

/**
 * charter_document_find_rule:
 * @self: a charter
 * @id: the id of a rule
 *
 * Looks up a rule by its id.
 *
 * Returns: (transfer none) (nullable): the rule, %NULL if there is none of that id
 *
 * Since: 0.1
 */
CharterRule *
charter_document_find_rule (CharterDocument *self,
                             const char      *id)
{
  const CharterRuleData *row;

  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  row = charter_document_data_find_rule (charter_document_get_data (self), id);

  return row != NULL ? item_at (charter_document_get_rules (self), row - charter_document_get_data (self)->rules) : NULL;
}

/**
 * charter_document_find_cycle:
 * @self: a charter
 * @id: the id of a cycle
 *
 * Looks up a cycle by its id.
 *
 * Returns: (transfer none) (nullable): the cycle, %NULL if there is none of that id
 *
 * Since: 0.1
 */
CharterCycle *
charter_document_find_cycle (CharterDocument *self,
                              const char      *id)
{
  const CharterCycleData *row;

  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  row = charter_document_data_find_cycle (charter_document_get_data (self), id);

  return row != NULL ? item_at (charter_document_get_cycles (self), row - charter_document_get_data (self)->cycles) : NULL;
}

