/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-obligation-private.h"

#include <charter/charter-error.h>

#include "state/charter-view-private.h"

/* A date, or the date of an instant; a year from now if nothing is said. */
static gboolean
read_until (const CharterScene *scene,
            const char         *until,
            gint32              today,
            gint32             *out,
            GError            **error)
{
  gint64 instant;

  *out = charter_date_add_months (today, 12);
  if (until == NULL || charter_date_parse (until, -1, out))
    return TRUE;
  if (charter_instant_parse (until, -1, &instant))
    {
      *out = charter_scene_date_of (scene, instant);
      return TRUE;
    }
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
               "“%s” is no date: write how far ahead to look as 2026-12-31, or as an instant", until);
  return FALSE;
}

static gboolean
read_who (const CharterScene *scene,
          const char         *who,
          CharterRef         *out,
          GError            **error)
{
  *out = who != NULL ? charter_scene_find (scene, who) : 0;
  if (who == NULL || *out != 0)
    return TRUE;
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
               "“%s” is nowhere in this record", who);
  return FALSE;
}

/* What is open is shown as far ahead as was asked; all else has happened. */
static gboolean
is_within (const CharterScene *scene,
           const CharterDuty  *duty,
           gint32              until)
{
  gint32 due =
      duty->due != CHARTER_DATE_NONE ? duty->due : charter_scene_date_of (scene, duty->due_at);

  return duty->state != CHARTER_OBLIGATION_STATE_OPEN || due <= until;
}

/**
 * charter_view_list_obligations:
 * @self: a view
 * @at: the instant asked about, in UTC
 * @who: (nullable): only what this person, partner or role must see to; %NULL for all
 * @until: (nullable): how far ahead to look, a date or an instant; a year if %NULL
 *
 * Asks *What is due?*: actions to be done, interests to be declared and confirmed, reviews to
 * be held, concerns to be acknowledged, and what the periods of the charter ask for. Each says
 * who must see to it, by when, how it stands, and the entry that created it; those that were
 * met keep the entry that met them. They come in order of their dates.
 *
 * A cycle whose dates are an RFC 5545 rule is not reckoned yet, and nothing is said about it.
 *
 * Returns: (transfer full): a list of [class@Charter.Obligation], %NULL with an error of
 *   [error@Charter.Error]; [error@Charter.Error.LIMIT] where there are more than 100 000
 *
 * Since: 0.1
 */
GListModel *
charter_view_list_obligations (CharterView  *self,
                               const char   *at,
                               const char   *who,
                               const char   *until,
                               GError      **error)
{
  g_autoptr(GArray) duties = NULL;
  const CharterScene *scene;
  CharterRef person;
  gint64 instant;
  gint32 last;
  GListStore *list;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);

  scene = charter_view_get_scene (self);
  if (!charter_question_at (at, &instant, error) || !read_who (scene, who, &person, error)
      || !read_until (scene, until, charter_scene_date_of (scene, instant), &last, error))
    return NULL;
  duties = g_array_new (FALSE, FALSE, sizeof (CharterDuty));
  charter_oblige_list (scene, instant, last, duties);
  if (duties->len > CHARTER_DUTIES_MAX)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT,
                   "More than %d things come up that far ahead; ask until a nearer date",
                   CHARTER_DUTIES_MAX);
      return NULL;
    }
  list = g_list_store_new (CHARTER_TYPE_OBLIGATION);
  for (guint i = 0; i < duties->len; i++)
    {
      const CharterDuty *duty = &g_array_index (duties, CharterDuty, i);
      g_autoptr(CharterObligation) obligation = NULL;

      if ((person != 0 && duty->who != person) || !is_within (scene, duty, last))
        continue;
      obligation = charter_obligation_new (scene, duty);
      g_list_store_append (list, obligation);
    }
  return G_LIST_MODEL (list);
}
