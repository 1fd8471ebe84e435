/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-members-private.h"

#include "permit/charter-item-private.h"

#include <string.h>

/* Voters and holders of acts as a record has them: everything that an audit needs of a scene,
 * read at once into plain structs. */

typedef struct
{
  CharterAuditWork          *work;
  const CharterScene        *scene;
  const CharterDocumentData *charter;
  gint64                     at;
} Reader;

static const char *
name_of (const Reader *self,
         CharterRef    ref)
{
  const char *name = charter_scene_name (self->scene, ref);

  return charter_arena_strndup (self->work->arena, name, strlen (name));
}

/* Takes @words; NULL if there are none. */
static const char *const *
keep (const Reader *self,
      GPtrArray    *words)
{
  const char **list = NULL;

  if (words->len > 0)
    {
      list = charter_arena_alloc (self->work->arena, (words->len + 1) * sizeof *list);
      memcpy (list, words->pdata, words->len * sizeof *list);
      list[words->len] = NULL;
    }
  g_ptr_array_unref (words);

  return list;
}

static gboolean
any_in_constituency (const Reader *self,
                     GArray       *refs,
                     const char   *constituency)
{
  for (guint i = 0; i < refs->len; i++)
    if (charter_scene_in_constituency (self->scene, g_array_index (refs, CharterRef, i),
                                       constituency, self->at))
      return TRUE;

  return FALSE;
}

static const char *const *
constituencies_of (const Reader *self,
                   GArray       *refs)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < self->charter->n_constituencies; i++)
    if (any_in_constituency (self, refs, self->charter->constituencies[i].id))
      g_ptr_array_add (words, (gpointer) self->charter->constituencies[i].id);

  return keep (self, words);
}

static gboolean
any_holds (const Reader *self,
           GArray       *refs,
           const char   *role)
{
  for (guint i = 0; i < refs->len; i++)
    {
      CharterRef ref = g_array_index (refs, CharterRef, i);

      if (charter_scene_is_person (self->scene, ref)
          && charter_scene_holds_role (self->scene, ref, role, self->at))
        return TRUE;
    }

  return FALSE;
}

/* A role is also satisfied by one that substitutes it. */
static const char *const *
roles_of (const Reader *self,
          GArray       *refs)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < self->charter->n_roles; i++)
    {
      const CharterRoleData *role = &self->charter->roles[i];

      if (!any_holds (self, refs, role->id))
        continue;
      g_ptr_array_add (words, (gpointer) role->id);
      if (role->substitutes != NULL)
        g_ptr_array_add (words, (gpointer) role->substitutes);
    }

  return keep (self, words);
}

static const char *const *
names_of (const Reader *self,
          GArray       *refs)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < refs->len; i++)
    g_ptr_array_add (words, (gpointer) name_of (self, g_array_index (refs, CharterRef, i)));

  return keep (self, words);
}

/* Voters */

/* Does the person hold, for the unit, a role that stands in for the representative? */
static gboolean
stands_in (const Reader *self,
           CharterRef    person,
           CharterRef    unit)
{
  for (guint r = 0; r < self->charter->n_roles; r++)
    {
      g_autoptr(GArray) tenures = g_array_new (FALSE, FALSE, sizeof (CharterTenure));

      if (g_strcmp0 (self->charter->roles[r].substitutes, "representative") != 0)
        continue;
      charter_scene_tenures (self->scene, self->charter->roles[r].id, person, self->at, tenures);
      for (guint i = 0; i < tenures->len; i++)
        {
          CharterRef partner = g_array_index (tenures, CharterTenure, i).partner;

          if (partner == unit
              || (partner == 0 && charter_scene_acts_for (self->scene, person, unit, self->at)))
            return TRUE;
        }
    }

  return FALSE;
}

static void
add_stand_ins (const Reader *self,
               guint16       kind,
               const char   *member,
               CharterRef    unit,
               GArray       *out)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();

  charter_scene_collect (self->scene, unit, kind, facts);
  for (guint i = 0; i < facts->len; i++)
    {
      const CharterFact *fact = facts->pdata[i];
      CharterRef person = member != NULL ? charter_scene_member (self->scene, fact, member)
                                         : fact->makes;

      if (person != 0 && !charter_refs_contain (out, person) && stands_in (self, person, unit))
        g_array_append_val (out, person);
    }
}

/* Representative and substitutes: anybody who could cast if the others are away. */
static void
collect_casters (const Reader      *self,
                 const CharterItem *item,
                 CharterRef         unit,
                 GArray            *out)
{
  if (charter_scene_is_person (self->scene, unit))
    {
      g_array_append_val (out, unit);
      return;
    }
  charter_item_casters (item, unit, out);
  if (item->rule->speaks != CHARTER_SPEAKS_REPRESENTATIVE)
    return;
  add_stand_ins (self, CHARTER_KIND ("role-given"), "person", unit, out);
  add_stand_ins (self, CHARTER_KIND ("person-joined"), NULL, unit, out);
}

static gint64
weight_of (const Reader *self,
           CharterRef    unit)
{
  const CharterFact *joined = charter_scene_maker (self->scene, unit);

  return charter_node_member_integer (charter_scene_data (self->scene, joined), "weight", 1);
}

/* @units: one, and those whose vote stands under it. */
static void
add_voter (const Reader      *self,
           const CharterItem *item,
           GArray            *units,
           CharterAuditBody  *body)
{
  g_autoptr(GArray) casters = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  g_autoptr(GArray) own = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  CharterRef head = g_array_index (units, CharterRef, 0);
  CharterAuditVoter voter = { .name = name_of (self, head), .weight = weight_of (self, head) };

  for (guint i = 0; i < units->len; i++)
    collect_casters (self, item, g_array_index (units, CharterRef, i), casters);
  g_array_append_val (own, head);
  g_array_append_vals (all, own->data, own->len);
  g_array_append_vals (all, casters->data, casters->len);
  voter.constituencies = constituencies_of (self, own);
  voter.sorts = constituencies_of (self, all);
  voter.roles = roles_of (self, all);
  voter.casters = names_of (self, casters);
  g_array_append_val (body->voters, voter);
}

/* Affiliates that have one vote together are one voter, under the first of them. */
static void
add_voters (const Reader      *self,
            const CharterItem *item,
            CharterAuditBody  *body)
{
  g_autoptr(GArray) units = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  g_autoptr(GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GPtrArray) together = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  charter_item_units (item, units);
  if (item->rule->fold == CHARTER_FOLD_AFFILIATES)
    charter_item_affiliates (item, units, firsts);
  for (guint i = 0; i < units->len; i++)
    {
      guint first = firsts->len > 0 ? g_array_index (firsts, guint, i) : i;

      g_ptr_array_add (together, g_array_new (FALSE, FALSE, sizeof (CharterRef)));
      g_array_append_val ((GArray *) together->pdata[first], g_array_index (units, CharterRef, i));
    }
  for (guint i = 0; i < together->len; i++)
    if (((GArray *) together->pdata[i])->len > 0)
      add_voter (self, item, together->pdata[i], body);
}

static void
read_body (const Reader          *self,
           const CharterRuleData *rule)
{
  CharterAuditBody *body = charter_audit_body_of (self->charter, rule, 0);
  CharterItem item;

  body->basis = CHARTER_AUDIT_MEMBERS;
  body->any_constituency = body->any_role = FALSE;
  body->most = G_MAXUINT;
  charter_item_init (&item, self->scene, 0, self->charter, rule, self->at);
  add_voters (self, &item, body);
  charter_item_clear (&item);
  g_ptr_array_add (self->work->bodies, body);
}

/* Acts */

/* The last day on which the person may, by roles that list the act. */
static gint32
last_day (const Reader *self,
          CharterRef    person,
          const char   *act)
{
  g_autoptr(GArray) tenures = g_array_new (FALSE, FALSE, sizeof (CharterTenure));
  gint32 last = G_MININT32 + 1;

  charter_scene_tenures (self->scene, NULL, person, self->at, tenures);
  for (guint i = 0; i < tenures->len; i++)
    {
      const CharterTenure *tenure = &g_array_index (tenures, CharterTenure, i);
      const CharterRoleData *role = charter_document_data_find_role (self->charter, tenure->role);

      if (role == NULL || role->acts == NULL || !charter_node_has_string (role->acts, act))
        continue;
      if (tenure->until == CHARTER_DATE_NONE)
        return CHARTER_DATE_NONE;
      last = MAX (last, tenure->until);
    }

  return last == G_MININT32 + 1 ? CHARTER_DATE_NONE : last;
}

/* Did anybody who is a member ever hold a role that lists it? */
static gboolean
was_ever_held (const Reader *self,
               const char   *act)
{
  g_autoptr(GPtrArray) given = g_ptr_array_new ();

  charter_scene_collect (self->scene, 0, CHARTER_KIND ("role-given"), given);
  for (guint i = 0; i < given->len; i++)
    {
      const char *id = charter_scene_string (self->scene, given->pdata[i], "role");
      const CharterRoleData *role = id != NULL ? charter_document_data_find_role (self->charter, id)
                                               : NULL;

      if (((const CharterFact *) given->pdata[i])->at <= self->at && role != NULL
          && role->acts != NULL && charter_node_has_string (role->acts, act))
        return TRUE;
    }

  return FALSE;
}

static void
read_act (const Reader *self,
          const char   *act)
{
  g_autoptr(GArray) persons = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  g_autoptr(GArray) allowed = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  CharterAuditAct out = { .act = act, .until = G_MININT32 + 1,
                          .open = charter_permission_is_open (self->charter, act) };

  charter_scene_current (self->scene, CHARTER_KIND ("person-joined"), self->at, persons);
  for (guint i = 0; i < persons->len && !out.open; i++)
    {
      CharterRef person = g_array_index (persons, CharterRef, i);
      CharterPermission permission;
      gint32 last;

      charter_permission_check (self->scene, self->charter, person, act, 0, FALSE, 0, self->at,
                                &permission);
      if (!permission.allowed)
        continue;
      g_array_append_val (allowed, person);
      last = last_day (self, person, act);
      if (last == CHARTER_DATE_NONE || out.until == CHARTER_DATE_NONE)
        out.until = CHARTER_DATE_NONE;
      else
        out.until = MAX (out.until, last);
    }
  if (out.until == G_MININT32 + 1)
    out.until = CHARTER_DATE_NONE;
  out.persons = names_of (self, allowed);
  /* Until somebody may make entries for the first time, everybody may. */
  if (out.persons == NULL && strcmp (act, "record") == 0 && !was_ever_held (self, act))
    out.open = TRUE;
  g_array_append_val (self->work->acts, out);
}

void
charter_audit_read_members (CharterAuditWork   *self,
                            const CharterScene *scene,
                            gint64              at)
{
  static const char *const acts[] = { "record", "chair", "handle-concern", "see-sealed" };
  const Reader reader = { self, scene, self->charter, at };
  char text[CHARTER_INSTANT_TEXT_SIZE];

  self->basis = CHARTER_AUDIT_MEMBERS;
  charter_instant_format (at, text);
  self->at = g_strdup (text);
  for (guint i = 0; i < self->charter->n_rules; i++)
    read_body (&reader, &self->charter->rules[i]);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (charter_document_data_lists_act (self->charter, acts[i]))
      read_act (&reader, acts[i]);
}
