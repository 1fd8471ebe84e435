/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

#include <string.h>

/* Permissions: default deny, act by act.  A listed act is for those listed alone, by a row
 * of `permissions` or by the `acts` of a role that they hold.  In a charter that lists any
 * act, four acts are for nobody unless listed.  Any other act is open to current persons.
 * What a role bars, nobody who holds it may do; and of two roles that do not go together,
 * whoever holds both may use the acts of neither. */

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
  CharterRef                 subject;
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
  check->out->other_role = NULL;
  check->out->also = NULL;
  check->out->unasked = NULL;
}

/* What stands in the way of a listed person.  Of several such grounds the one is told that
 * is nearest to being put right: somebody asked, a role given up, a greater limit. */
static int
rank_of (const char *ground)
{
  static const char *const ranked[] = { "no-permission", "term-ended", "over-limit",
                                        "incompatible-roles", "not-asked" };

  for (guint i = 0; ground != NULL && i < G_N_ELEMENTS (ranked); i++)
    if (strcmp (ranked[i], ground) == 0)
      return (int) i;

  return -1;
}

/* TRUE where @ground is to be told in the place of what was found so far. */
static gboolean
deny (Check      *check,
      const char *ground,
      const char *clause,
      const char *role)
{
  if (rank_of (ground) <= rank_of (check->out->ground))
    return FALSE;
  check->out->ground = ground;
  check->out->clause = clause;
  check->out->role = role;
  check->out->because = NULL;

  return TRUE;
}

/* Someone who once held the role hears that, and not only that the act is for others. */
static void
note_former_holder (Check      *check,
                    const char *role,
                    const char *clause)
{
  CharterTenure tenure;

  if (!charter_scene_last_tenure (check->scene, check->person, role, check->at, &tenure))
    return;
  if (deny (check, "term-ended", clause, role))
    check->out->because = tenure.ended != NULL ? tenure.ended : tenure.given;
}

/* Roles that do not go together */

static gboolean
are_incompatible (const CharterRoleData *a,
                  const CharterRoleData *b)
{
  return (a->incompatible != NULL && charter_node_has_string (a->incompatible, b->id))
         || (b->incompatible != NULL && charter_node_has_string (b->incompatible, a->id));
}

/* The role-given of a tenure of the role, NULL if the person does not hold it. */
static const CharterFact *
given_by (Check      *check,
          const char *role)
{
  g_autoptr(GArray) held = NULL;

  if (!charter_scene_holds_role (check->scene, check->person, role, check->at))
    return NULL;
  held = g_array_new (FALSE, FALSE, sizeof (CharterTenure));
  charter_scene_tenures (check->scene, role, check->person, check->at, held);

  return held->len > 0 ? g_array_index (held, CharterTenure, 0).given : NULL;
}

/* Holds the person another role that does not go with the one that lists the act? */
static gboolean
is_clashing (Check                 *check,
             const CharterRoleData *role)
{
  for (guint i = 0; role != NULL && i < check->charter->n_roles; i++)
    {
      const CharterRoleData *other = &check->charter->roles[i];
      const CharterFact *given;

      if (other == role || !are_incompatible (role, other))
        continue;
      given = given_by (check, other->id);
      if (given == NULL)
        continue;
      if (deny (check, "incompatible-roles", role->clause, role->id))
        {
          check->out->because = given_by (check, role->id);
          check->out->other_role = other->id;
          check->out->also = given;
        }
      return TRUE;
    }

  return FALSE;
}

/* A role that bars the act does so whatever else would permit it. */
static gboolean
is_barred_by_role (Check *check)
{
  for (guint i = 0; i < check->charter->n_roles; i++)
    {
      const CharterRoleData *role = &check->charter->roles[i];
      const CharterFact *given;

      if (role->bars == NULL || !charter_node_has_string (role->bars, check->act))
        continue;
      given = given_by (check, role->id);
      if (given == NULL)
        continue;
      check->out->ground = "suspended";
      check->out->clause = role->clause;
      check->out->role = role->id;
      check->out->because = given;
      return TRUE;
    }

  return FALSE;
}

static void
check_roles (Check *check)
{
  for (guint i = 0; i < check->charter->n_roles && !check->out->allowed; i++)
    {
      const CharterRoleData *role = &check->charter->roles[i];

      if (role->acts == NULL || !charter_node_has_string (role->acts, check->act))
        continue;
      if (!charter_scene_holds_role (check->scene, check->person, role->id, check->at))
        note_former_holder (check, role->id, role->clause);
      else if (!is_clashing (check, role))
        allow (check, role->clause, role->id);
    }
}

/* Rows of `permissions` */

/* As the holder of a role that goes with no other one they hold. */
static gboolean
names_as_holder (Check                       *check,
                 const CharterPermissionData *row,
                 const char                  *role)
{
  if (!charter_scene_holds_role (check->scene, check->person, role, check->at))
    {
      note_former_holder (check, role, row->clause);
      return FALSE;
    }

  return !is_clashing (check, charter_document_data_find_role (check->charter, role));
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
      if (g_str_has_prefix (to->string, "role:") ? names_as_holder (check, row, to->string + 5)
          : charter_scene_covers (check->scene, to->string, check->person, check->at))
        return TRUE;
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
  check->out->limit = MAX (check->out->limit, limit->integer);
  if (deny (check, "over-limit", row->clause, NULL))
    return FALSE;
  if (strcmp (check->out->ground, "over-limit") == 0 && check->out->limit == limit->integer)
    check->out->clause = row->clause;

  return FALSE;
}

static gboolean
is_decision (Check *check)
{
  return check->subject != 0
         && charter_scene_maker_kind (check->scene, check->subject)
            == CHARTER_KIND ("decision-proposed");
}

/* Was the view of somebody whom the spelling covered sought on the decision by then? */
static gboolean
was_asked (Check      *check,
           const char *who)
{
  CharterCursor cursor;

  for (const CharterFact *sought = charter_cursor_last (&cursor, check->scene, check->subject,
                                                        CHARTER_KIND ("view-sought"));
       sought != NULL; sought = charter_cursor_previous (&cursor))
    if (sought->at <= check->at
        && charter_scene_member (check->scene, sought, "decision") == check->subject
        && charter_scene_covers (check->scene, who,
                                 charter_scene_member (check->scene, sought, "person"), sought->at))
      return TRUE;

  return FALSE;
}

static gboolean
row_has_asked (Check                       *check,
               const CharterPermissionData *row)
{
  for (const CharterNode *who = row->asks != NULL ? charter_node_first (row->asks) : NULL;
       who != NULL; who = charter_node_next (row->asks, who))
    if (!is_decision (check) || !was_asked (check, who->string))
      {
        if (deny (check, "not-asked", row->clause, NULL))
          check->out->unasked = who->string;
        return FALSE;
      }

  return TRUE;
}

static void
check_rows (Check *check)
{
  for (guint i = 0; i < check->charter->n_permissions && !check->out->allowed; i++)
    {
      const CharterPermissionData *row = &check->charter->permissions[i];
      const char *how;

      if (strcmp (row->act, check->act) != 0 || !row_names (check, row, &how)
          || !row_reaches (check, row) || !row_has_asked (check, row))
        continue;
      allow (check, row->clause, g_str_has_prefix (how, "role:") ? how + 5 : NULL);
    }
}

gboolean
charter_permission_is_open (const CharterDocumentData *charter,
                            const char                *act)
{
  return !charter_document_data_lists_act (charter, act)
         && !(is_guarded (act) && lists_any_act (charter));
}

static void
append_row (GString                     *out,
            const CharterPermissionData *row,
            const CharterNode           *limit)
{
  for (const CharterNode *to = charter_node_first (row->to); to != NULL;
       to = charter_node_next (row->to, to))
    {
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", to->string);
      if (limit != NULL)
        g_string_append_printf (out, " (%" G_GINT64_FORMAT ")", limit->integer);
    }
}

char *
charter_permission_beyond (const CharterDocumentData *charter,
                           const char                *act,
                           gint64                     limit)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < charter->n_permissions; i++)
    {
      const CharterPermissionData *row = &charter->permissions[i];
      const CharterNode *reach = charter_node_member (row->limit, "amount-at-most");

      if (strcmp (row->act, act) == 0 && (reach == NULL || reach->integer > limit))
        append_row (out, row, reach);
    }
  for (guint i = 0; i < charter->n_roles; i++)
    if (charter->roles[i].acts != NULL && charter_node_has_string (charter->roles[i].acts, act))
      g_string_append_printf (out, "%srole:%s", out->len > 0 ? ", " : "", charter->roles[i].id);

  return out->len > 0 ? g_strdup (out->str) : NULL;
}

static void
check_unlisted (Check *check)
{
  check->out->allowed = charter_permission_is_open (check->charter, check->act);
  check->out->ground = check->out->allowed ? "open" : "no-permission";
}

/* FALSE where nothing more needs to be asked. */
static gboolean
begin (Check *check)
{
  CharterPermission *out = check->out;

  memset (out, 0, sizeof *out);
  out->limit = G_MININT64;
  if (!charter_scene_is_current (check->scene, check->person, check->at)
      || !charter_scene_is_person (check->scene, check->person))
    out->ground = "not-a-member";
  else if (check->charter == NULL)
    out->ground = "no-charter";

  return out->ground == NULL;
}

static void
check_lists (Check *check)
{
  if (!charter_document_data_lists_act (check->charter, check->act))
    {
      check_unlisted (check);
      return;
    }
  check_roles (check);
  if (!check->out->allowed)
    check_rows (check);
  if (check->out->ground == NULL)
    check->out->ground = "no-permission";
}

void
charter_permission_check (const CharterScene        *scene,
                          const CharterDocumentData *charter,
                          CharterRef                 person,
                          const char                *act,
                          CharterRef                 subject,
                          gboolean                   has_amount,
                          gint64                     amount,
                          gint64                     at,
                          CharterPermission         *out)
{
  Check check = { scene, charter, person, act, subject, has_amount, amount, at, out };

  if (begin (&check) && !is_barred_by_role (&check))
    check_lists (&check);
}

void
charter_permission_check_lists (const CharterScene        *scene,
                                const CharterDocumentData *charter,
                                CharterRef                 person,
                                const char                *act,
                                CharterRef                 subject,
                                gboolean                   has_amount,
                                gint64                     amount,
                                gint64                     at,
                                CharterPermission         *out)
{
  Check check = { scene, charter, person, act, subject, has_amount, amount, at, out };

  if (begin (&check))
    check_lists (&check);
}
