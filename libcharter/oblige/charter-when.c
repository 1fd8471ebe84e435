/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-private.h"

#include <string.h>

/* `when`: conditions on members, all of which must hold.  A member with several values meets
 * a condition if one of them does.  In a condition "#version" stands for the version of the
 * charter in force, and "#value" for the value that the case is about. */

static const char *
spell_out (const CharterInquiry *inquiry,
           const CharterCase    *self,
           const char           *text)
{
  if (strcmp (text, "#version") == 0)
    return inquiry->charter->version != NULL ? inquiry->charter->version : "1";
  if (strcmp (text, "#value") == 0)
    return self != NULL && self->value != NULL ? self->value : "";
  return text;
}

/* Numbers by size, whether written as integers or as fractions; dates and words by text. */
static gboolean
compare_values (const char        *text,
                const CharterNode *node,
                const CharterNode *operand,
                const char        *spelled,
                int               *order)
{
  CharterFraction a, b;

  if (node != NULL && charter_fraction_from_node (node, &a)
      && charter_fraction_from_node (operand, &b))
    *order = charter_fraction_compare (&a, &b);
  else if (text != NULL && spelled != NULL)
    *order = strcmp (text, spelled);
  else if (node != NULL && spelled == NULL && node->type == operand->type)
    *order = !charter_node_equal (node, operand);
  else
    return FALSE;
  return TRUE;
}

typedef enum { AT_LEAST = 1, ABOVE, AT_MOST, BELOW, EQUAL } Relation;

static gboolean
relates (int      order,
         Relation relation)
{
  switch (relation)
    {
    case AT_LEAST:
      return order >= 0;
    case ABOVE:
      return order > 0;
    case AT_MOST:
      return order <= 0;
    case BELOW:
      return order < 0;
    default:
      return order == 0;
    }
}

typedef struct
{
  const CharterInquiry *inquiry;
  const CharterCase    *self;
  const CharterBag  *values;
} Operands;

static gboolean
any_relates (const Operands    *operands,
             const CharterNode *operand,
             Relation           relation)
{
  const char *spelled = operand->type == CHARTER_NODE_STRING
                        ? spell_out (operands->inquiry, operands->self, operand->string) : NULL;

  for (guint i = 0; i < operands->values->n; i++)
    {
      const CharterBagItem *value = &operands->values->items[i];
      int order;

      if (compare_values (value->string, value->node, operand, spelled, &order)
          && relates (order, relation))
        return TRUE;
    }
  return FALSE;
}

static gboolean
any_of_list (const Operands    *operands,
             const CharterNode *list)
{
  CHARTER_EACH (list, item)
    if (any_relates (operands, item, EQUAL))
      return TRUE;
  return FALSE;
}

static gboolean
is_between (const Operands    *operands,
            const CharterNode *pair)
{
  const CharterNode *low = charter_values_first (pair);
  const CharterNode *high = low != NULL ? charter_values_next (pair, low) : NULL;

  return high != NULL && any_relates (operands, low, AT_LEAST)
         && any_relates (operands, high, AT_MOST);
}

static gboolean
has_value (const Operands    *operands,
           const CharterNode *operand)
{
  if (operand->type == CHARTER_NODE_TRUE || operand->type == CHARTER_NODE_FALSE)
    return (operands->values->n > 0) == (operand->type == CHARTER_NODE_TRUE);
  return any_of_list (operands, operand);
}

static gboolean
operator_holds (const Operands    *operands,
                const CharterNode *operand)
{
  const char *name = operand->key;

  if (strcmp (name, "has") == 0)
    return has_value (operands, operand);
  if (strcmp (name, "between") == 0)
    return is_between (operands, operand);
  if (strcmp (name, "in") == 0 || strcmp (name, "eq") == 0)
    return any_of_list (operands, operand);
  if (strcmp (name, "gte") == 0)
    return any_relates (operands, operand, AT_LEAST);
  if (strcmp (name, "gt") == 0)
    return any_relates (operands, operand, ABOVE);
  if (strcmp (name, "lte") == 0)
    return any_relates (operands, operand, AT_MOST);
  return strcmp (name, "lt") == 0 && any_relates (operands, operand, BELOW);
}

gboolean
charter_condition_holds (const CharterInquiry *inquiry,
                         const CharterCase    *self,
                         const CharterFact    *entry,
                         const CharterNode    *condition)
{
  CharterBag values;
  Operands operands = { inquiry, self, &values };
  gboolean holds = TRUE;

  charter_bag_init (&values);
  charter_path_values (inquiry, self, entry, condition->key, &values);
  for (const CharterNode *operand = charter_node_first (condition); operand != NULL && holds;
       operand = charter_node_next (condition, operand))
    holds = operator_holds (&operands, operand);
  charter_bag_clear (&values);
  return holds;
}

gboolean
charter_when_holds (const CharterInquiry *inquiry,
                    const CharterCase    *self,
                    const CharterFact    *entry,
                    const CharterNode    *when)
{
  if (when == NULL)
    return TRUE;
  for (const CharterNode *condition = charter_node_first (when); condition != NULL;
       condition = charter_node_next (when, condition))
    if (!charter_condition_holds (inquiry, self, entry, condition))
      return FALSE;
  return TRUE;
}
