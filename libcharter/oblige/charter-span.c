/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-oblige-private.h"

/* Which version of the charter is in force when: past, present and already adopted. */

/* When the version takes hold: its in-force-from, never before the entry's own time. */
static gint64
takes_hold (const CharterScene *scene,
            const CharterFact  *adopted)
{
  const char *text = charter_node_member_string (
    charter_node_member (charter_scene_data (scene, adopted), "charter"), "in-force-from");
  gint32 date;

  if (text == NULL || !charter_date_parse (text, -1, &date))
    return adopted->at;
  return MAX (adopted->at, charter_zone_start_of (charter_scene_zone (scene), date));
}

/* The document of one adoption: what is in force when nothing later is known. */
static const CharterDocumentData *
document_of (const CharterScene *scene,
             const CharterFact  *adopted,
             gint64              from)
{
  CharterScene then = { scene->state, adopted->seq };

  return charter_scene_charter (&then, from, NULL);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const CharterSpan *x = a, *y = b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->adopted->seq < y->adopted->seq ? -1 : 1;
}

/* A version gives way to one adopted later, never the other way round. */
static void
drop_overtaken (GArray *spans)
{
  guint kept = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      CharterSpan span = g_array_index (spans, CharterSpan, i);

      if (kept > 0 && g_array_index (spans, CharterSpan, kept - 1).from == span.from)
        kept--;
      if (kept > 0 && g_array_index (spans, CharterSpan, kept - 1).adopted->seq > span.adopted->seq)
        continue;
      g_array_index (spans, CharterSpan, kept++) = span;
    }
  g_array_set_size (spans, kept);
  for (guint i = 0; i + 1 < kept; i++)
    g_array_index (spans, CharterSpan, i).to = g_array_index (spans, CharterSpan, i + 1).from;
}

GArray *
charter_spans (const CharterScene *scene,
               gint64              at)
{
  g_autoptr(GPtrArray) adopted = g_ptr_array_new ();
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CharterSpan));

  charter_scene_collect (scene, 0, CHARTER_KIND ("charter-adopted"), adopted);
  for (guint i = 0; i < adopted->len; i++)
    {
      CharterSpan span = { .adopted = adopted->pdata[i], .to = G_MAXINT64 };

      span.from = takes_hold (scene, span.adopted);
      span.charter = document_of (scene, span.adopted, span.from);
      if (span.adopted->at <= at && span.charter != NULL)
        g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);
  drop_overtaken (spans);
  return spans;
}
