/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-inquiry-private.h"

#include <string.h>

/* Sets of partners and persons, by name. */

typedef enum
{
  SET_OUTSIDE,         /* an audience whose members nobody can list */
  SET_PARTNERS,
  SET_PERSONS,
  SET_ROLE_HOLDERS,
  SET_CONSTITUENCY,
  SET_ROLE,
  SET_UNIT
} SetType;

typedef struct
{
  SetType     type;
  const char *name;    /* of the constituency, role or unit */
} Set;

static const char *
after_prefix (const char *text,
              const char *prefix)
{
  return g_str_has_prefix (text, prefix) ? text + strlen (prefix) : NULL;
}

static gboolean
is_word (const char *set,
         const char *one,
         const char *many)
{
  return strcmp (set, one) == 0 || strcmp (set, many) == 0;
}

/* A constituency of the charter comes before our own words: a charter may have one that is
 * called "person". */
static Set
resolve_bare (const CharterInquiry *self,
              const char           *set)
{
  if (charter_document_data_find_constituency (self->charter, set) != NULL)
    return (Set) { SET_CONSTITUENCY, set };
  if (is_word (set, "partner", "partners") || strcmp (set, "each") == 0)
    return (Set) { SET_PARTNERS, set };
  if (is_word (set, "person", "persons"))
    return (Set) { SET_PERSONS, set };
  if (strcmp (set, "role-holders") == 0)
    return (Set) { SET_ROLE_HOLDERS, set };
  if (charter_document_data_find_role (self->charter, set) != NULL)
    return (Set) { SET_ROLE, set };
  return (Set) { SET_OUTSIDE, set };
}

static Set
resolve (const CharterInquiry *self,
         const char           *set)
{
  const char *name;

  if ((name = after_prefix (set, "constituency:")) != NULL)
    return (Set) { SET_CONSTITUENCY, name };
  if ((name = after_prefix (set, "role:")) != NULL)
    return (Set) { SET_ROLE, name };
  if ((name = after_prefix (set, "person:")) != NULL
      || (name = after_prefix (set, "partner:")) != NULL)
    return (Set) { SET_UNIT, name };
  return resolve_bare (self, set);
}

gboolean
charter_set_is_known (const CharterInquiry *self,
                      const char           *set)
{
  return resolve (self, set).type != SET_OUTSIDE;
}

static void
add_once (GArray     *refs,
          CharterRef  ref)
{
  for (guint i = 0; i < refs->len; i++)
    if (g_array_index (refs, CharterRef, i) == ref)
      return;
  g_array_append_val (refs, ref);
}

static void
add_tenants (const CharterInquiry *self,
             const char           *role,
             GArray               *out)
{
  g_autoptr(GArray) tenures = g_array_new (FALSE, FALSE, sizeof (CharterTenure));

  charter_scene_tenures (self->scene, role, 0, self->at, tenures);
  for (guint i = 0; i < tenures->len; i++)
    add_once (out, g_array_index (tenures, CharterTenure, i).person);
}

/* Those of one kind that name the constituency themselves. */
static void
add_own (const CharterInquiry *self,
         guint16               kind,
         const char           *constituency,
         GArray               *out)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  charter_scene_current (self->scene, kind, self->at, all);
  for (guint i = 0; i < all->len; i++)
    {
      CharterRef ref = g_array_index (all, CharterRef, i);

      if (charter_scene_member_has (self->scene, charter_scene_maker (self->scene, ref),
                                    "constituencies", constituency))
        add_once (out, ref);
    }
}

static void
add_unit (const CharterInquiry *self,
          const char           *name,
          GArray               *out)
{
  CharterRef ref = charter_scene_find (self->scene, name);

  if (ref != 0 && charter_scene_is_current (self->scene, ref, self->at))
    add_once (out, ref);
}

gboolean
charter_set_members (const CharterInquiry *self,
                     const char           *set,
                     GArray               *out)
{
  Set resolved = resolve (self, set);

  switch (resolved.type)
    {
    case SET_PARTNERS:
      charter_scene_current (self->scene, CHARTER_KIND ("partner-joined"), self->at, out);
      return TRUE;
    case SET_PERSONS:
      charter_scene_current (self->scene, CHARTER_KIND ("person-joined"), self->at, out);
      return TRUE;
    case SET_ROLE_HOLDERS:
      add_tenants (self, NULL, out);
      return TRUE;
    case SET_ROLE:
      add_tenants (self, resolved.name, out);
      return TRUE;
    case SET_CONSTITUENCY:
      add_own (self, CHARTER_KIND ("partner-joined"), resolved.name, out);
      add_own (self, CHARTER_KIND ("person-joined"), resolved.name, out);
      return TRUE;
    case SET_UNIT:
      add_unit (self, resolved.name, out);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
acts_for_somebody (const CharterInquiry *self,
                   CharterRef            ref)
{
  return charter_scene_is_person (self->scene, ref)
         && charter_node_member (charter_scene_data (self->scene,
                                                     charter_scene_maker (self->scene, ref)),
                                 "for")
                != NULL;
}

static gboolean
holds_a_role (const CharterInquiry *self,
              CharterRef            ref,
              gint64                at)
{
  g_autoptr(GArray) tenures = g_array_new (FALSE, FALSE, sizeof (CharterTenure));

  charter_scene_tenures (self->scene, NULL, ref, at, tenures);
  return tenures->len > 0;
}

static gboolean
is_unit (const CharterInquiry *self,
         const char           *name,
         CharterRef            ref)
{
  const CharterFact *joined = charter_scene_maker (self->scene, ref);

  return strcmp (charter_scene_name (self->scene, ref), name) == 0
         || (joined != NULL && charter_scene_member_has (self->scene, joined, "for", name));
}

gboolean
charter_set_has (const CharterInquiry *self,
                 const char           *set,
                 CharterRef            ref,
                 gint64                at)
{
  Set resolved = resolve (self, set);

  if (ref == 0)
    return FALSE;
  if (strcmp (charter_scene_name (self->scene, ref), resolved.name) == 0)
    return TRUE;
  switch (resolved.type)
    {
    case SET_PARTNERS:
      return charter_scene_is_partner (self->scene, ref) || acts_for_somebody (self, ref);
    case SET_PERSONS:
      return charter_scene_is_person (self->scene, ref);
    case SET_ROLE_HOLDERS:
      return holds_a_role (self, ref, at);
    case SET_ROLE:
      return charter_scene_holds_role (self->scene, ref, resolved.name, at);
    case SET_CONSTITUENCY:
      return charter_scene_in_constituency (self->scene, ref, resolved.name, at);
    case SET_UNIT:
      return is_unit (self, resolved.name, ref);
    default:
      return FALSE;
    }
}

gboolean
charter_sets_have (const CharterInquiry *self,
                   const CharterNode    *sets,
                   CharterRef            ref,
                   gint64                at)
{
  CHARTER_EACH (sets, set)
    if (set->type == CHARTER_NODE_STRING && charter_set_has (self, set->string, ref, at))
      return TRUE;
  return FALSE;
}

void
charter_partners_behind (const CharterInquiry *self,
                         CharterRef            unit,
                         GArray               *out)
{
  const CharterFact *joined = unit != 0 ? charter_scene_maker (self->scene, unit) : NULL;
  const CharterNode *list;

  if (joined == NULL)
    return;
  if (joined->kind == CHARTER_KIND ("partner-joined"))
    add_once (out, unit);
  if (joined->kind != CHARTER_KIND ("person-joined"))
    return;
  list = charter_node_member (charter_scene_data (self->scene, joined), "for");
  CHARTER_EACH (list, item)
    add_once (out, charter_scene_find (self->scene, item->string));
}
