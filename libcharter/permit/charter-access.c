/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-access-private.h"

#include "state/charter-tenures-private.h"

/* Permissions and voters, looked up once and asked of many. */

/* Spellings */

static GArray *
new_list (void)
{
  return g_array_new (FALSE, FALSE, sizeof (CharterWho));
}

static void
add_role (GArray             *list,
          const CharterScene *scene,
          const char         *role)
{
  const CharterWho who = {
    .kind = CHARTER_WHO_ROLE,
    .role = charter_scene_role (scene, role),
    .plain = charter_scene_role_words (scene, role) == 0,
    .text = role,
  };

  g_array_append_val (list, who);
}

static void
add_who (GArray             *list,
         const CharterScene *scene,
         const char         *text)
{
  CharterWho who = { .kind = CHARTER_WHO_OTHER, .text = text };

  if (g_str_has_prefix (text, "role:"))
    {
      add_role (list, scene, text + 5);
      return;
    }
  if (g_str_has_prefix (text, "person:"))
    {
      who.kind = CHARTER_WHO_PERSON;
      who.person = charter_scene_find (scene, text + 7);
    }
  else if (g_str_equal (text, "persons"))
    who.kind = CHARTER_WHO_PERSONS;
  g_array_append_val (list, who);
}

static gboolean
covers (const CharterWho   *who,
        const CharterScene *scene,
        CharterRef          person,
        gint64              at)
{
  switch (who->kind)
    {
    case CHARTER_WHO_PERSONS:
      return TRUE;
    case CHARTER_WHO_PERSON:
      return who->person == person;
    case CHARTER_WHO_ROLE:
      return charter_scene_holds (scene, person, who->role, who->plain, at);
    case CHARTER_WHO_OTHER:
    default:
      return charter_scene_covers (scene, who->text, person, at);
    }
}

static gboolean
any_covers (const GArray       *list,
            const CharterScene *scene,
            guint32             person,
            gint64              at)
{
  const CharterParties *parties = charter_scene_parties (scene);
  gboolean quick;

  if (list->len == 0)
    return FALSE;
  quick = charter_tenures_all_there (charter_scene_tenure_rows (scene), scene->known, at);
  for (guint i = 0; i < list->len; i++)
    {
      const CharterWho *who = &g_array_index (list, CharterWho, i);
      int held = -1;

      if (who->kind == CHARTER_WHO_ROLE && who->plain && quick)
        held = charter_party_holds (charter_parties_row (parties, person), who->role);
      if (held < 0 ? covers (who, scene, charter_parties_ref (parties, person), at) : held)
        return TRUE;
    }

  return FALSE;
}

/* Permissions */

static void
add_roles (CharterAccess      *self,
           const CharterScene *scene)
{
  for (guint i = 0; i < self->charter->n_roles; i++)
    {
      const CharterRoleData *role = &self->charter->roles[i];

      if (role->acts != NULL && charter_node_has_string (role->acts, self->act))
        add_role (self->listed, scene, role->id);
      if (role->bars != NULL && charter_node_has_string (role->bars, self->act))
        add_role (self->barred, scene, role->id);
      if (role->incompatible != NULL)
        self->exact = FALSE;
    }
}

static void
add_rows (CharterAccess      *self,
          const CharterScene *scene)
{
  for (guint i = 0; i < self->charter->n_permissions; i++)
    {
      const CharterPermissionData *row = &self->charter->permissions[i];

      if (!g_str_equal (row->act, self->act))
        continue;
      if (row->limit != NULL || row->asks != NULL)
        self->exact = FALSE;
      for (const CharterNode *to = charter_node_first (row->to); to != NULL;
           to = charter_node_next (row->to, to))
        add_who (self->listed, scene, to->string);
    }
}

void
charter_access_init (CharterAccess             *self,
                     const CharterScene        *scene,
                     const CharterDocumentData *charter,
                     const char                *act)
{
  *self = (CharterAccess) {
    .charter = charter,
    .act = act,
    .exact = TRUE,
    .everyone = charter_permission_is_open (charter, act),
    .listed = new_list (),
    .barred = new_list (),
  };
  add_roles (self, scene);
  add_rows (self, scene);
}

void
charter_access_clear (CharterAccess *self)
{
  g_clear_pointer (&self->listed, g_array_unref);
  g_clear_pointer (&self->barred, g_array_unref);
}

static gboolean
allows_in_full (const CharterAccess *self,
                const CharterScene  *scene,
                guint32              person,
                const CharterFact   *proposed,
                gint64               at)
{
  CharterPermission permission;
  gint64 amount = 0;
  gboolean has_amount = proposed != NULL && charter_item_amount (scene, proposed, &amount);

  charter_permission_check (scene, self->charter,
                            charter_parties_ref (charter_scene_parties (scene), person), self->act,
                            proposed != NULL ? proposed->makes : 0, has_amount, amount, at,
                            &permission);

  return permission.allowed;
}

gboolean
charter_access_allows (const CharterAccess *self,
                       const CharterScene  *scene,
                       guint32              person,
                       const CharterFact   *proposed,
                       gint64               at)
{
  if (!self->exact)
    return allows_in_full (self, scene, person, proposed, at);

  return (self->everyone || any_covers (self->listed, scene, person, at))
         && !any_covers (self->barred, scene, person, at);
}

/* Voters */

void
charter_voters_init (CharterVoters         *self,
                     const CharterScene    *scene,
                     const CharterRuleData *rule)
{
  self->everyone = rule->voters == NULL;
  self->listed = new_list ();
  for (const CharterNode *who = self->everyone ? NULL : charter_node_first (rule->voters);
       who != NULL; who = charter_node_next (rule->voters, who))
    add_who (self->listed, scene, who->string);
}

void
charter_voters_clear (CharterVoters *self)
{
  g_clear_pointer (&self->listed, g_array_unref);
}

gboolean
charter_voters_include (const CharterVoters *self,
                        const CharterScene  *scene,
                        guint32              person,
                        gint64               at)
{
  return self->everyone || any_covers (self->listed, scene, person, at);
}
