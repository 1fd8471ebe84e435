/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-state-internal.h"

#include <string.h>

/* Roles held by persons.  A tenure begins on its `from` (else the day of role-given) and
 * ends with its `until`, the term that the charter gives the role, a role-ended, the person
 * leaving, a charter in force that lacks the role, or, where one person holds the role, the
 * next tenure. */

static const CharterRoleData *
role_of (const CharterScene *scene,
         const char         *role,
         gint64              at)
{
  const CharterDocumentData *charter = charter_scene_charter (scene, at, NULL);

  return charter != NULL ? charter_document_data_find_role (charter, role) : NULL;
}

/* The instant at which a tenure begins.  What the charter in force then says of the role
 * holds for it to the end: a later version cannot revive what had ended. */
static gint64
beginning (const CharterScene  *scene,
           const CharterTenure *tenure)
{
  return MAX (tenure->given->at, charter_zone_start_of (charter_scene_zone (scene), tenure->from));
}

/* Before the first charter, the one in force at the instant asked about has to do. */
static const CharterRoleData *
role_at_beginning (const CharterScene  *scene,
                   const CharterTenure *tenure,
                   gint64               at)
{
  gint64 begins = beginning (scene, tenure);

  return role_of (scene, tenure->role,
                  charter_scene_charter (scene, begins, NULL) != NULL ? begins : at);
}

static gint32
term_end (const CharterScene  *scene,
          const CharterTenure *tenure,
          gint64               at)
{
  const CharterRoleData *role = role_at_beginning (scene, tenure, at);

  if (role == NULL || !role->has_term)
    return CHARTER_DATE_NONE;
  return charter_period_end_date (&role->term, tenure->from, 1, charter_scene_calendar (scene, at)) - 1;
}

static void
fill (const CharterScene *scene,
      const CharterFact  *given,
      gint64              at,
      CharterTenure      *out)
{
  out->given = given;
  out->ended = NULL;
  out->role = charter_scene_string (scene, given, "role");
  out->person = charter_scene_member (scene, given, "person");
  out->partner = charter_scene_member (scene, given, "for");
  out->from = charter_scene_date (scene, given, "from");
  if (out->from == CHARTER_DATE_NONE)
    out->from = charter_scene_date_of (scene, given->at);
  out->until = charter_scene_date (scene, given, "until");
  if (out->until == CHARTER_DATE_NONE)
    out->until = term_end (scene, out, at);
}

/* The role-ended of the tenure that had happened by @at. */
static const CharterFact *
ending (const CharterScene  *scene,
        const CharterTenure *tenure,
        gint64               at)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, tenure->person,
                                                      CHARTER_KIND ("role-ended"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->seq > tenure->given->seq && fact->at <= at
        && g_strcmp0 (charter_scene_string (scene, fact, "role"), tenure->role) == 0
        && charter_scene_member (scene, fact, "person") == tenure->person)
      return fact;
  return NULL;
}

static gboolean
has_begun (const CharterScene  *scene,
           const CharterTenure *tenure,
           gint64               at)
{
  return tenure->given->at <= at && tenure->from <= charter_scene_date_of (scene, at);
}

/* Does any version of the charter say that one person holds the role? */
static gboolean
may_have_one_holder (const CharterScene *scene,
                     const char         *role)
{
  for (guint i = 0; i < scene->state->adoptions->len; i++)
    {
      const CharterAdoption *a = &g_array_index (scene->state->adoptions, CharterAdoption, i);
      const CharterRoleData *data = charter_document_data_find_role (a->document, role);

      if (data != NULL && data->one_holder)
        return TRUE;
    }
  return FALSE;
}

/* Where one person holds the role (for each partner): has somebody followed?  Only what was
 * given for the same partner is looked at, so that a role of every partner costs no more. */
static gboolean
is_followed (const CharterScene  *scene,
             const CharterTenure *tenure,
             gint64               at)
{
  CharterCursor cursor;
  CharterRef chain =
      tenure->partner != 0 ? tenure->partner : charter_scene_find (scene, tenure->role);

  if (!may_have_one_holder (scene, tenure->role))
    return FALSE;
  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, chain,
                                                      CHARTER_KIND ("role-given"));
       fact != NULL && fact->seq > tenure->given->seq; fact = charter_cursor_previous (&cursor))
    {
      const CharterRoleData *role;
      CharterTenure other;

      if (g_strcmp0 (charter_scene_string (scene, fact, "role"), tenure->role) != 0)
        continue;
      fill (scene, fact, at, &other);
      role = role_at_beginning (scene, &other, at);
      if (role != NULL && role->one_holder && other.partner == tenure->partner
          && has_begun (scene, &other, at))
        return TRUE;
    }
  return FALSE;
}

static gboolean
role_exists (const CharterScene *scene,
             const char         *role,
             gint64              at)
{
  CharterRef ref = charter_scene_find (scene, role);

  return charter_scene_charter (scene, at, NULL) == NULL || role_of (scene, role, at) != NULL
         || (ref != 0 && charter_scene_maker_kind (scene, ref) == CHARTER_KIND ("role-defined"));
}

/* Has a version without the role come into force since?  Then the tenure ended with it. */
static gboolean
has_lapsed (const CharterScene  *scene,
            const CharterTenure *tenure,
            gint64               at)
{
  gint64 begins = beginning (scene, tenure);

  for (guint i = 0; i < scene->state->adoptions->len; i++)
    {
      const CharterAdoption *a = &g_array_index (scene->state->adoptions, CharterAdoption, i);
      const CharterFact *adopted = charter_scene_fact (scene, a->seq);
      gint64 since;

      if (adopted == NULL)
        break;
      since = adopted->at;
      if (a->document->in_force_from != CHARTER_DATE_NONE)
        since = MAX (since, charter_zone_start_of (charter_scene_zone (scene), a->document->in_force_from));
      if (since > begins && since <= at && !role_exists (scene, tenure->role, since))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_held (const CharterScene *scene,
         CharterTenure      *tenure,
         gint64              at)
{
  if (!has_begun (scene, tenure, at) || !charter_scene_is_current (scene, tenure->person, at))
    return FALSE;
  if (tenure->until != CHARTER_DATE_NONE && tenure->until < charter_scene_date_of (scene, at))
    return FALSE;
  tenure->ended = ending (scene, tenure, at);
  return tenure->ended == NULL && role_exists (scene, tenure->role, at)
         && !has_lapsed (scene, tenure, at) && !is_followed (scene, tenure, at);
}

gboolean
charter_scene_tenure (const CharterScene *scene,
                      const CharterFact  *given,
                      gint64              at,
                      CharterTenure      *out)
{
  fill (scene, given, at, out);
  return is_held (scene, out, at);
}

void
charter_scene_tenures (const CharterScene *scene,
                       const char         *role,
                       CharterRef          person,
                       gint64              at,
                       GArray             *out)
{
  CharterRef chain = person != 0 ? person : role != NULL ? charter_scene_find (scene, role) : 0;
  g_autoptr(GPtrArray) given = g_ptr_array_new ();

  if (person == 0 && role != NULL && chain == 0)
    return;
  charter_scene_collect (scene, chain, CHARTER_KIND ("role-given"), given);
  for (guint i = 0; i < given->len; i++)
    {
      CharterTenure tenure;

      fill (scene, given->pdata[i], at, &tenure);
      if ((role == NULL || strcmp (tenure.role, role) == 0)
          && (person == 0 || tenure.person == person)
          && is_held (scene, &tenure, at))
        g_array_append_val (out, tenure);
    }
}

gboolean
charter_scene_holds_role (const CharterScene *scene,
                          CharterRef          person,
                          const char         *role,
                          gint64              at)
{
  CharterCursor cursor;

  if (person == 0)
    return FALSE;
  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, person,
                                                      CHARTER_KIND ("role-given"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      CharterTenure tenure;

      if (g_strcmp0 (charter_scene_string (scene, fact, "role"), role) != 0)
        continue;
      fill (scene, fact, at, &tenure);
      if (tenure.person == person && is_held (scene, &tenure, at))
        return TRUE;
    }
  return FALSE;
}

gboolean
charter_scene_last_tenure (const CharterScene *scene,
                           CharterRef          person,
                           const char         *role,
                           gint64              at,
                           CharterTenure      *out)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, person,
                                                      CHARTER_KIND ("role-given"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      if (g_strcmp0 (charter_scene_string (scene, fact, "role"), role) != 0)
        continue;
      fill (scene, fact, at, out);
      if (out->person != person || !has_begun (scene, out, at))
        continue;
      out->ended = ending (scene, out, at);
      return TRUE;
    }
  return FALSE;
}
