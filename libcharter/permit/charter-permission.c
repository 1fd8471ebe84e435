/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

#include <string.h>

/* Permissions: default deny, act by act.  A listed act is for those listed alone, by a row
 * of `permissions` or by the `acts` of a role that they hold.  In a charter that lists any
 * act, four acts are for nobody unless listed.  Any other act is open to current persons. */

static gboolean
lists_any_act (const CharterDocumentData *charter)
{
  if (charter->n_permissions > 0)
    return TRUE;
  for (guint i = 0; i < charter->n_roles; i++)
    if (charter->roles[i].acts != NULL && charter->roles[i].acts->length > 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_guarded (const char *act)
{
  static const char *const guarded[] = { "chair", "handle-concern", "record-for", "see-sealed",
                                         NULL };

  return g_strv_contains (guarded, act);
}

typedef struct
{
  const CharterScene        *scene;
  const CharterDocumentData *charter;
  CharterRef                 person;
  const char                *act;
  gboolean                   has_amount;
  gint64                     amount, at;
  CharterPermission         *out;
} Check;

static void
allow (Check      *check,
       const char *clause,
       const char *role)
{
  check->out->allowed = TRUE;
  check->out->ground = "listed";
  check->out->clause = clause;
  check->out->role = role;
  check->out->because = NULL;
}

/* Someone who once held the role hears that, and not only that the act is for others. */
static void
note_former_holder (Check      *check,
                    const char *role,
                    const char *clause)
{
  CharterTenure tenure;

  if (check->out->ground != NULL && strcmp (check->out->ground, "no-permission") != 0)
    return;
  if (!charter_scene_last_tenure (check->scene, check->person, role, check->at, &tenure))
    return;
  check->out->ground = "term-ended";
  check->out->clause = clause;
  check->out->role = role;
  check->out->because = tenure.ended != NULL ? tenure.ended : tenure.given;
}

static void
check_roles (Check *check)
{
  for (guint i = 0; i < check->charter->n_roles && !check->out->allowed; i++)
    {
      const CharterRoleData *role = &check->charter->roles[i];

      if (role->acts == NULL || !charter_node_has_string (role->acts, check->act))
        continue;
      if (charter_scene_holds_role (check->scene, check->person, role->id, check->at))
        allow (check, role->clause, role->id);
      else
        note_former_holder (check, role->id, role->clause);
    }
}

/* TRUE where the row names the person; the spelling that does in @how. */
static gboolean
row_names (Check                       *check,
           const CharterPermissionData *row,
           const char                 **how)
{
  for (const CharterNode *to = charter_node_first (row->to); to != NULL;
       to = charter_node_next (row->to, to))
    {
      *how = to->string;
      if (charter_scene_covers (check->scene, to->string, check->person, check->at))
        return TRUE;
      if (g_str_has_prefix (to->string, "role:"))
        note_former_holder (check, to->string + 5, row->clause);
    }

  return FALSE;
}

static gboolean
row_reaches (Check                       *check,
             const CharterPermissionData *row)
{
  const CharterNode *limit = charter_node_member (row->limit, "amount-at-most");

  if (limit == NULL || !check->has_amount || check->amount <= limit->integer)
    return TRUE;
  check->out->ground = "over-limit";
  check->out->clause = row->clause;
  check->out->limit = MAX (check->out->limit, limit->integer);

  return FALSE;
}

static void
check_rows (Check *check)
{
  for (guint i = 0; i < check->charter->n_permissions && !check->out->allowed; i++)
    {
      const CharterPermissionData *row = &check->charter->permissions[i];
      const char *how;

      if (strcmp (row->act, check->act) != 0 || !row_names (check, row, &how)
          || !row_reaches (check, row))
        continue;
      allow (check, row->clause, g_str_has_prefix (how, "role:") ? how + 5 : NULL);
    }
}

static void
check_unlisted (Check *check)
{
  gboolean guarded = is_guarded (check->act) && lists_any_act (check->charter);

  check->out->allowed = !guarded;
  check->out->ground = guarded ? "no-permission" : "open";
}

void
charter_permission_check (const CharterScene        *scene,
                          const CharterDocumentData *charter,
                          CharterRef                 person,
                          const char                *act,
                          gboolean                   has_amount,
                          gint64                     amount,
                          gint64                     at,
                          CharterPermission         *out)
{
  Check check = { scene, charter, person, act, has_amount, amount, at, out };

  memset (out, 0, sizeof *out);
  out->limit = G_MININT64;
  if (!charter_scene_is_current (scene, person, at) || !charter_scene_is_person (scene, person))
    {
      out->ground = "not-a-member";
      return;
    }
  if (charter == NULL)
    {
      out->ground = "no-charter";
      return;
    }
  if (!charter_document_data_lists_act (charter, act))
    {
      check_unlisted (&check);
      return;
    }
  check_roles (&check);
  if (!out->allowed)
    check_rows (&check);
  if (out->ground == NULL)
    out->ground = "no-permission";
}
