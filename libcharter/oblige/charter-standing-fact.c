/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-private.h"

/* Standing facts count while not replaced, ended or past their date. */

static gboolean
is_replaced (const CharterInquiry *inquiry,
             const CharterFact    *entry)
{
  CharterCursor cursor;

  if (entry->makes == 0)
    return FALSE;
  for (const CharterFact *fact =
           charter_cursor_last (&cursor, inquiry->scene, entry->makes, entry->kind);
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= inquiry->at && fact != entry
        && charter_scene_member (inquiry->scene, fact, "replaces") == entry->makes)
      return TRUE;
  return FALSE;
}

static gboolean
is_recalled (const CharterInquiry *inquiry,
             const CharterFact    *entry)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, inquiry->scene, entry->makes,
                                                      CHARTER_KIND ("delegation-recalled"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= inquiry->at)
      return TRUE;
  return FALSE;
}

static gboolean
is_held (const CharterInquiry *inquiry,
         const CharterFact    *given)
{
  g_autoptr(GArray) tenures = g_array_new (FALSE, FALSE, sizeof (CharterTenure));

  charter_scene_tenures (inquiry->scene, charter_scene_string (inquiry->scene, given, "role"),
                         charter_scene_member (inquiry->scene, given, "person"), inquiry->at,
                         tenures);
  for (guint i = 0; i < tenures->len; i++)
    if (g_array_index (tenures, CharterTenure, i).given == given)
      return TRUE;
  return FALSE;
}

gboolean
charter_is_standing (const CharterInquiry *inquiry,
                     const CharterFact    *entry)
{
  gint32 until = charter_scene_date (inquiry->scene, entry, "until");

  if (entry->at > inquiry->at || (until != CHARTER_DATE_NONE && until < inquiry->today))
    return FALSE;
  if (entry->kind == CHARTER_KIND ("role-given"))
    return is_held (inquiry, entry);
  if (entry->kind == CHARTER_KIND ("delegation-made") && is_recalled (inquiry, entry))
    return FALSE;
  return !is_replaced (inquiry, entry);
}
