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
         && !has_lapsed (scene, tenure, at)
         && !(charter_scene_role_words (scene, tenure->role) & CHARTER_ROLE_ONE
              && is_followed (scene, tenure, at));
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

/* Rows */

/* What a row tells by itself: FALSE where it is not held at @at, or not known.  Most questions
 * end here. */
static gboolean
may_be_held (const CharterScene     *scene,
             const CharterTenureRow *row,
             gint64                  at)
{
  return row->seq <= scene->known
         && (row->flags & CHARTER_TENURE_CORRECTED || (row->begins <= at && at < row->ends));
}

static gboolean
fill_if_held (const CharterScene     *scene,
              const CharterTenureRow *row,
              gint64                  at,
              CharterTenure          *out)
{
  if (!may_be_held (scene, row, at))
    return FALSE;
  fill (scene, charter_scene_fact (scene, row->seq), at, out);

  return is_held (scene, out, at);
}

gboolean
charter_tenure_row_is_held (const CharterScene     *scene,
                            const CharterTenureRow *row,
                            gboolean                plain,
                            gint64                  at)
{
  CharterTenure tenure;

  if (!plain || row->flags != 0)
    return fill_if_held (scene, row, at, &tenure);

  return may_be_held (scene, row, at) && charter_scene_is_current (scene, row->person, at);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Rows of the person, else of the role, else all, in order of seq. */
static GArray *
collect_rows (const CharterScene *scene,
              guint               role,
              CharterRef          person)
{
  const CharterTenures *tenures = &scene->state->tenures;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (person != 0)
    for (guint32 i = charter_tenures_of (scene, person); i != 0;
         i = charter_tenures_get (tenures, i)->next)
      g_array_append_val (rows, i);
  else if (role != 0)
    for (guint32 i = g_array_index (tenures->roles, CharterRoleRow, role).newest; i != 0;
         i = charter_tenures_get (tenures, i)->next_of_role)
      g_array_append_val (rows, i);
  else
    for (guint32 i = 1; i < tenures->rows->len; i++)
      g_array_append_val (rows, i);
  g_array_sort (rows, compare_rows);

  return rows;
}

void
charter_scene_tenures (const CharterScene *scene,
                       const char         *role,
                       CharterRef          person,
                       gint64              at,
                       GArray             *out)
{
  guint number = role != NULL ? charter_scene_role (scene, role) : 0;
  g_autoptr(GArray) rows = NULL;

  if (role != NULL && number == 0)
    return;
  rows = collect_rows (scene, number, person);
  for (guint i = 0; i < rows->len; i++)
    {
      const CharterTenureRow *row = charter_tenures_get (&scene->state->tenures,
                                                         g_array_index (rows, guint32, i));
      CharterTenure tenure;

      if ((role == NULL || row->role == number) && fill_if_held (scene, row, at, &tenure))
        g_array_append_val (out, tenure);
    }
}

gboolean
charter_scene_holds (const CharterScene *scene,
                     CharterRef          person,
                     guint               role,
                     gboolean            plain,
                     gint64              at)
{
  const CharterTenures *tenures = &scene->state->tenures;
  const CharterParty *party = charter_parties_get (&scene->state->parties, person);
  int held = -1;

  if (role == 0 || !(party->flags & CHARTER_PARTY_PERSON))
    return FALSE;
  if (plain && charter_tenures_all_there (tenures, scene->known, at))
    held = charter_party_holds (party, role);
  if (held >= 0)
    return held && charter_scene_is_current (scene, person, at);
  for (guint32 i = party->own; i != 0; i = charter_tenures_get (tenures, i)->next)
    {
      const CharterTenureRow *row = charter_tenures_get (tenures, i);

      if (row->role == role && charter_tenure_row_is_held (scene, row, plain, at))
        return TRUE;
    }

  return FALSE;
}

gboolean
charter_scene_holds_role (const CharterScene *scene,
                          CharterRef          person,
                          const char         *role,
                          gint64              at)
{
  const CharterTenures *tenures = &scene->state->tenures;
  guint number = charter_scene_role (scene, role);

  for (guint32 i = number != 0 ? charter_tenures_of (scene, person) : 0; i != 0;
       i = charter_tenures_get (tenures, i)->next)
    {
      const CharterTenureRow *row = charter_tenures_get (tenures, i);

      if (row->role == number && may_be_held (scene, row, at)
          && charter_tenure_row_is_held (scene, row, charter_scene_role_words (scene, role) == 0,
                                         at))
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
  const CharterTenures *tenures = &scene->state->tenures;
  guint number = charter_scene_role (scene, role);

  for (guint32 i = number != 0 ? charter_tenures_of (scene, person) : 0; i != 0;
       i = charter_tenures_get (tenures, i)->next)
    {
      const CharterTenureRow *row = charter_tenures_get (tenures, i);

      if (row->role != number || row->seq > scene->known)
        continue;
      fill (scene, charter_scene_fact (scene, row->seq), at, out);
      if (!has_begun (scene, out, at))
        continue;
      out->ended = ending (scene, out, at);
      return TRUE;
    }

  return FALSE;
}
