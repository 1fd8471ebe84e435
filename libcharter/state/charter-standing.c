/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-state-internal.h"

#include <string.h>

/* Who belonged, whom they acted for, and under which charter, at an instant. */

const CharterFact *
charter_scene_founding (const CharterScene *scene)
{
  CharterCursor cursor;

  return charter_cursor_last (&cursor, scene, 0, CHARTER_KIND ("partnership-founded"));
}

CharterZone *
charter_scene_zone (const CharterScene *scene)
{
  static gsize utc;

  if (scene->state->zone != NULL)
    return scene->state->zone;
  if (g_once_init_enter (&utc))
    g_once_init_leave (&utc, (gsize) charter_zone_new ("UTC"));
  return (CharterZone *) utc;
}

gint32
charter_scene_date_of (const CharterScene *scene,
                       gint64              at)
{
  return charter_zone_date_of (charter_scene_zone (scene), at);
}

static gboolean
in_force (const CharterScene    *scene,
          const CharterAdoption *adoption,
          gint64                 at)
{
  const CharterFact *fact = charter_scene_fact (scene, adoption->seq);

  return fact != NULL && fact->at <= at
         && (adoption->document->in_force_from == CHARTER_DATE_NONE
             || adoption->document->in_force_from <= charter_scene_date_of (scene, at));
}

const CharterDocumentData *
charter_scene_charter (const CharterScene *scene,
                       gint64              at,
                       const CharterFact **adopted)
{
  GArray *adoptions = scene->state->adoptions;

  for (guint i = adoptions->len; i-- > 0;)
    {
      const CharterAdoption *adoption = &g_array_index (adoptions, CharterAdoption, i);

      if (!in_force (scene, adoption, at))
        continue;
      if (adopted != NULL)
        *adopted = charter_scene_fact (scene, adoption->seq);
      return adoption->document;
    }
  if (adopted != NULL)
    *adopted = NULL;
  return NULL;
}

const CharterFact *
charter_scene_adoption (const CharterScene        *scene,
                        const CharterDocumentData *charter)
{
  GArray *adoptions = scene->state->adoptions;

  for (guint i = adoptions->len; i-- > 0;)
    {
      const CharterAdoption *adoption = &g_array_index (adoptions, CharterAdoption, i);

      if (adoption->document == charter && adoption->seq <= scene->known)
        return charter_scene_fact (scene, adoption->seq);
    }

  return NULL;
}

const CharterDocumentData *
charter_scene_adopted (const CharterScene *scene,
                       guint32             seq)
{
  GArray *adoptions = scene->state->adoptions;

  for (guint i = adoptions->len; seq <= scene->known && i-- > 0;)
    if (g_array_index (adoptions, CharterAdoption, i).seq == seq)
      return g_array_index (adoptions, CharterAdoption, i).document;

  return NULL;
}

/* The newest entry of a kind on the decision that had happened by @at. */
static const CharterFact *
newest_on (const CharterScene *scene,
           CharterRef          decision,
           guint16             kind,
           gint64              at)
{
  CharterCursor cursor;
  const CharterFact *fact = charter_cursor_last (&cursor, scene, decision, kind);

  while (fact != NULL
         && (fact->at > at || charter_scene_member (scene, fact, "decision") != decision))
    fact = charter_cursor_previous (&cursor);

  return fact;
}

const CharterDocumentData *
charter_scene_charter_of (const CharterScene *scene,
                          CharterRef          decision,
                          gint64              at)
{
  const CharterFact *opened = newest_on (scene, decision, CHARTER_KIND ("decision-opened"), at);
  const CharterFact *reopened = opened == NULL ? NULL
    : newest_on (scene, decision, CHARTER_KIND ("decision-reopened"), at);
  const char *digest;

  if (opened == NULL || (reopened != NULL && reopened->seq > opened->seq))
    return charter_scene_charter (scene, at, NULL);
  digest = charter_scene_string (scene, opened, "charter");
  for (guint i = 0; digest != NULL && i < scene->state->adoptions->len; i++)
    {
      const CharterAdoption *a = &g_array_index (scene->state->adoptions, CharterAdoption, i);

      if (a->seq <= scene->known && strcmp (charter_document_data_get_digest (a->document), digest) == 0)
        return a->document;
    }
  return charter_scene_charter (scene, opened->at, NULL);
}

/* Had it joined as what @flags say by what is known? */
static gboolean
has_joined (const CharterScene *scene,
            CharterRef          ref,
            guint               flags)
{
  const CharterParties *parties = &scene->state->parties;

  return charter_parties_get (parties, ref)->flags & flags
         && (parties->last_joined <= scene->known || charter_scene_maker (scene, ref) != NULL);
}

gboolean
charter_scene_is_person (const CharterScene *scene,
                         CharterRef          ref)
{
  return has_joined (scene, ref, CHARTER_PARTY_PERSON);
}

gboolean
charter_scene_is_partner (const CharterScene *scene,
                          CharterRef          ref)
{
  return has_joined (scene, ref, CHARTER_PARTY_PARTNER);
}

static gboolean
has_left (const CharterScene *scene,
          CharterRef          ref,
          guint16             left,
          gint64              at)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, ref, left); fact != NULL;
       fact = charter_cursor_previous (&cursor))
    if (fact->at <= at)
      return TRUE;
  return FALSE;
}

/* The same at an instant. */
static gboolean
had_joined_at (const CharterScene *scene,
               CharterRef          ref,
               gint64              at)
{
  const CharterFact *joined;

  if (charter_parties_all_joined (&scene->state->parties, scene->known, at))
    return TRUE;
  joined = charter_scene_maker (scene, ref);

  return joined != NULL && joined->at <= at;
}

gboolean
charter_scene_is_current (const CharterScene *scene,
                          CharterRef          ref,
                          gint64              at)
{
  guint flags = charter_parties_get (&scene->state->parties, ref)->flags;

  if (!(flags & (CHARTER_PARTY_PERSON | CHARTER_PARTY_PARTNER)) || !had_joined_at (scene, ref, at))
    return FALSE;
  if (!(flags & CHARTER_PARTY_LEFT))
    return TRUE;

  return !has_left (scene, ref, flags & CHARTER_PARTY_PERSON ? CHARTER_KIND ("person-left")
                                                             : CHARTER_KIND ("partner-left"), at);
}

void
charter_scene_current (const CharterScene *scene,
                       guint16             kind,
                       gint64              at,
                       GArray             *out)
{
  g_autoptr(GPtrArray) joined = g_ptr_array_new ();

  charter_scene_collect (scene, 0, kind, joined);
  for (guint i = 0; i < joined->len; i++)
    {
      const CharterFact *fact = joined->pdata[i];

      if (charter_scene_is_current (scene, fact->makes, at))
        g_array_append_val (out, fact->makes);
    }
}

/* The names in a list member (or one-or-list) of an entry, one after the other. */
static const CharterNode *
list_first (const CharterNode *list)
{
  if (list == NULL || list->type == CHARTER_NODE_STRING)
    return list;
  return list->type == CHARTER_NODE_ARRAY ? charter_node_first (list) : NULL;
}

static const CharterNode *
list_next (const CharterNode *list,
           const CharterNode *item)
{
  return list->type == CHARTER_NODE_ARRAY ? charter_node_next (list, item) : NULL;
}

void
charter_scene_partners_of (const CharterScene *scene,
                           CharterRef          person,
                           gint64              at,
                           GArray             *out)
{
  const CharterNode *list;

  if (!has_joined (scene, person, CHARTER_PARTY_ACTS))
    return;
  list = charter_node_member (charter_scene_data (scene, charter_scene_maker (scene, person)),
                              "for");
  for (const CharterNode *item = list_first (list); item != NULL; item = list_next (list, item))
    {
      CharterRef partner = charter_scene_find (scene, item->string);

      if (charter_scene_is_current (scene, partner, at))
        g_array_append_val (out, partner);
    }
}

gboolean
charter_scene_acts_for (const CharterScene *scene,
                        CharterRef          person,
                        CharterRef          partner,
                        gint64              at)
{
  return has_joined (scene, person, CHARTER_PARTY_ACTS)
         && charter_scene_is_current (scene, partner, at)
         && charter_scene_member_has (scene, charter_scene_maker (scene, person), "for",
                                      charter_scene_name (scene, partner));
}

static gboolean
names_constituency (const CharterScene *scene,
                    CharterRef          ref,
                    const char         *constituency)
{
  const CharterFact *joined = ref != 0 ? charter_scene_maker (scene, ref) : NULL;

  return joined != NULL && charter_scene_member_has (scene, joined, "constituencies", constituency);
}

gboolean
charter_scene_in_constituency (const CharterScene *scene,
                               CharterRef          ref,
                               const char         *constituency,
                               gint64              at)
{
  g_autoptr(GArray) partners = NULL;

  if (names_constituency (scene, ref, constituency))
    return TRUE;
  if (!charter_scene_is_person (scene, ref))
    return FALSE;
  partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  charter_scene_partners_of (scene, ref, at, partners);
  for (guint i = 0; i < partners->len; i++)
    if (names_constituency (scene, g_array_index (partners, CharterRef, i), constituency))
      return TRUE;
  return FALSE;
}

gboolean
charter_scene_covers (const CharterScene *scene,
                      const char         *who,
                      CharterRef          ref,
                      gint64              at)
{
  gboolean person = charter_scene_is_person (scene, ref);

  if (!charter_scene_is_current (scene, ref, at))
    return FALSE;
  if (strcmp (who, "persons") == 0)
    return person;
  if (strcmp (who, "partners") == 0)
    {
      g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));

      charter_scene_partners_of (scene, ref, at, partners);
      return !person || partners->len > 0;
    }
  if (g_str_has_prefix (who, "role:"))
    return charter_scene_holds_role (scene, ref, who + 5, at);
  if (g_str_has_prefix (who, "constituency:"))
    return charter_scene_in_constituency (scene, ref, who + 13, at);
  if (g_str_has_prefix (who, "person:"))
    return strcmp (who + 7, charter_scene_name (scene, ref)) == 0;
  if (g_str_has_prefix (who, "partner:"))
    return strcmp (who + 8, charter_scene_name (scene, ref)) == 0
           || charter_scene_acts_for (scene, ref, charter_scene_find (scene, who + 8), at);
  return FALSE;
}

const CharterCalendar *
charter_scene_calendar (const CharterScene *scene,
                        gint64              at)
{
  static const CharterCalendar plain = { 0x1f, NULL, 0 };
  const CharterDocumentData *charter = charter_scene_charter (scene, at, NULL);

  return charter != NULL ? &charter->calendar : &plain;
}
