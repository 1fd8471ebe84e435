/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"

#include <string.h>

#include "document/charter-relations-private.h"
#include "state/charter-string-table-private.h"

/* What a link may not do to those that are on record: give more than the whole of a party
 * away, or close a circle in which a party owns or controls itself.  Both are about links
 * that hold at the same time, by days; a link that was ended holds until the day before. */

#define FOREVER G_MAXINT32
#define STEPS_MAX 100000
#define ENTRIES_SHOWN 6

/* A link as it is, or as it would be. */
typedef struct
{
  const CharterFact *fact;            /* NULL: the one that is judged */
  const char        *owner, *owned;   /* names; NULL where it is no holding and no control */
  gboolean           controls;
  gboolean           has_share;
  CharterFraction    share;
  gint32             first, last;     /* days; last FOREVER */
} Link;

typedef struct
{
  CharterGate       *gate;
  const CharterFact *corrected;       /* NULL */
  Link               judged;
  guint              steps;
} Work;

static void
read_ends (CharterGate       *gate,
           const CharterFact *fact,
           const CharterNode *data,
           gboolean           owner_is_from,
           Link              *out)
{
  const char *from = charter_node_member_string (data, "from");
  const char *to = charter_node_member_string (data, "to");
  const char *since = charter_node_member_string (data, "since");
  const char *until = charter_node_member_string (data, "until");
  CharterCursor cursor;

  out->owner = owner_is_from ? from : to;
  out->owned = owner_is_from ? to : from;
  if (since == NULL || !charter_date_parse (since, -1, &out->first))
    out->first = charter_scene_date_of (&gate->scene, fact != NULL ? fact->at : gate->at);
  if (until == NULL || !charter_date_parse (until, -1, &out->last))
    out->last = FOREVER;
  if (fact == NULL)
    return;
  for (const CharterFact *ended = charter_cursor_last (&cursor, &gate->scene, fact->makes,
                                                       CHARTER_KIND ("link-ended"));
       ended != NULL; ended = charter_cursor_previous (&cursor))
    out->last = MIN (out->last, charter_scene_date_of (&gate->scene, ended->at) - 1);
}

/* @fact NULL: the link that the gate judges. */
static void
read_link (CharterGate       *gate,
           const CharterFact *fact,
           const CharterNode *data,
           Link              *out)
{
  const char *relation = charter_node_member_string (data, "relation");
  const CharterNode *share = charter_node_member (data, "share");

  memset (out, 0, sizeof *out);
  out->fact = fact;
  switch (charter_relation_lookup (relation, -1))
    {
    case CHARTER_RELATION_OWNS:
      read_ends (gate, fact, data, TRUE, out);
      break;
    case CHARTER_RELATION_OWNED_BY:
      read_ends (gate, fact, data, FALSE, out);
      break;
    case CHARTER_RELATION_CONTROLS:
      read_ends (gate, fact, data, TRUE, out);
      out->controls = TRUE;
      return;
    case CHARTER_RELATION_CONTROLLED_BY:
      read_ends (gate, fact, data, FALSE, out);
      out->controls = TRUE;
      return;
    default:
      return;
    }
  out->has_share = share != NULL && charter_fraction_from_node (share, &out->share);
}

static gboolean
hold_together (const Link *a,
               const Link *b)
{
  return a->first <= b->last && b->first <= a->last && a->first <= a->last;
}

/* The links of which @party is an end, the corrected one apart. */
static void
read_links_of (Work       *work,
               const char *party,
               GArray     *out)
{
  CharterScene *scene = &work->gate->scene;
  CharterRef ref = charter_scene_find (scene, party);
  CharterCursor cursor;

  if (ref == 0)
    return;
  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, ref,
                                                      CHARTER_KIND ("link-stated"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      Link link;

      if (fact == work->corrected)
        continue;
      read_link (work->gate, fact, charter_scene_data (scene, fact), &link);
      if (link.owner != NULL)
        g_array_append_val (out, link);
    }
}

static const char *
path_of (Work       *work,
         const char *member)
{
  const CharterNode *set = charter_node_member (work->gate->data, "set");

  if (work->gate->kind != CHARTER_KIND ("entry-corrected"))
    return member;
  return charter_node_member (set, "share") != NULL ? "/data/set/share"
         : charter_node_member (set, "since") != NULL ? "/data/set/since" : "/data/set/until";
}

/* "entry 4", "entries 4, 7, 9 and 3 more"; @facts were collected newest first. */
static char *
name_entries (GPtrArray *facts)
{
  GString *out = g_string_new (facts->len == 1 ? "entry" : "entries");

  for (guint i = 0; i < MIN (facts->len, ENTRIES_SHOWN); i++)
    g_string_append_printf (out, "%s %u", i > 0 ? "," : "",
                            ((const CharterFact *) facts->pdata[facts->len - 1 - i])->seq);
  if (facts->len > ENTRIES_SHOWN)
    g_string_append_printf (out, " and %u more", facts->len - ENTRIES_SHOWN);
  return g_string_free (out, FALSE);
}

/* — more than the whole — */

/* Sums of shares.  In units of 2^-60, rounded down and up, they always fit; only where that
 * does not settle whether they pass the whole are they added up exactly. */
typedef __int128 Units;

#define WHOLE ((Units) 1 << 60)

typedef struct
{
  gint32 day;
  Units  low, high;        /* what is added on that day */
} Change;

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const Change *x = a, *y = b;

  return x->day < y->day ? -1 : x->day > y->day;
}

static void
add_changes (const Link *link,
             gint32      from,
             GArray     *out)
{
  Units scaled = (Units) link->share.num << 60;
  Units low = scaled / link->share.den;
  Change begins = { MAX (link->first, from), low, low + (scaled % link->share.den != 0) };
  Change ends = { link->last, -begins.low, -begins.high };

  g_array_append_val (out, begins);
  if (link->last == FOREVER)
    return;
  ends.day++;
  g_array_append_val (out, ends);
}

/* The shares of the links that hold on a day. */
static GArray *
shares_on (GArray *links,
           gint32  day)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (CharterFraction));

  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = &g_array_index (links, Link, i);

      if (link->first <= day && day <= link->last)
        g_array_append_val (shares, link->share);
    }
  return shares;
}

static gboolean
pass_the_whole (GArray *links,
                gint32  day)
{
  g_autoptr(GArray) shares = shares_on (links, day);

  return charter_fractions_exceed_one ((const CharterFraction *) shares->data, shares->len);
}

/* Their sum in words, NULL if it does not fit. */
static char *
sum_on (GArray *links,
        gint32  day)
{
  g_autoptr(GArray) shares = shares_on (links, day);
  CharterFraction sum = CHARTER_FRACTION (0, 1);

  for (guint i = 0; i < shares->len; i++)
    if (!charter_fraction_add (&sum, &g_array_index (shares, CharterFraction, i), &sum))
      return NULL;
  return charter_fraction_to_string (&sum);
}

static gboolean
refuse_over_whole (Work   *work,
                   GArray *links,
                   gint32  day)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();
  g_autofree char *entries = NULL, *sum = NULL;
  char text[CHARTER_DATE_TEXT_SIZE];

  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = &g_array_index (links, Link, i);

      if (link->fact != NULL && link->first <= day && day <= link->last)
        g_ptr_array_add (facts, (gpointer) link->fact);
    }
  entries = name_entries (facts);
  sum = sum_on (links, day);
  charter_date_format (day, text);
  return charter_gate_refuse (work->gate, CHARTER_ERROR_REFUSED, "shares-over-whole",
                              path_of (work, "/data/share"),
                              "With %s the shares of “%s” would come to %s%smore than the whole on "
                              "%s: state a smaller share, or end the links that no longer hold",
                              entries, work->judged.owned, sum != NULL ? sum : "",
                              sum != NULL ? ", " : "", text);
}

/* @links that hold while the judged one does, itself the last. */
static gboolean
check_sums (Work   *work,
            GArray *links)
{
  g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  Units low = 0, high = 0;

  for (guint i = 0; i < links->len; i++)
    add_changes (&g_array_index (links, Link, i), work->judged.first, changes);
  g_array_sort (changes, compare_changes);
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      low += change->low;
      high += change->high;
      if (i + 1 < changes->len && change[1].day == change->day)
        continue;
      if (change->day > work->judged.last || high <= WHOLE)
        continue;
      if (low > WHOLE || pass_the_whole (links, change->day))
        return refuse_over_whole (work, links, change->day);
    }
  return TRUE;
}

static gboolean
check_shares (Work *work)
{
  g_autoptr(GArray) of = g_array_new (FALSE, FALSE, sizeof (Link));
  g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));

  if (!work->judged.has_share)
    return TRUE;
  read_links_of (work, work->judged.owned, of);
  for (guint i = 0; i < of->len; i++)
    {
      const Link *link = &g_array_index (of, Link, i);

      if (link->has_share && strcmp (link->owned, work->judged.owned) == 0
          && hold_together (link, &work->judged))
        g_array_append_val (links, *link);
    }
  g_array_append_val (links, work->judged);
  return check_sums (work, links);
}

/* — a party that owns itself — */

static gboolean
is_strong (const Link *link)
{
  const CharterFraction half = CHARTER_FRACTION (1, 2);

  return link->controls || (link->has_share && charter_fraction_compare (&link->share, &half) > 0);
}

/* Takes in the parties that @party owns or controls while the judged link holds; on @day
 * alone, if that is no CHARTER_DATE_NONE.  FALSE once there were too many steps. */
static gboolean
go_on (Work       *work,
       const char *party,
       gint32      day,
       GHashTable *reached,
       GPtrArray  *queue,
       GArray     *days)
{
  g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));

  read_links_of (work, party, links);
  work->steps += links->len;
  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = &g_array_index (links, Link, i);

      if (strcmp (link->owner, party) != 0 || !is_strong (link)
          || !hold_together (link, &work->judged)
          || (day != CHARTER_DATE_NONE && (day < link->first || day > link->last)))
        continue;
      if (link->first > work->judged.first)
        g_array_append_val (days, link->first);
      if (g_hash_table_contains (reached, link->owned))
        continue;
      g_hash_table_insert (reached, (gpointer) link->owned, (gpointer) link->fact);
      g_ptr_array_add (queue, (gpointer) link->owned);
    }
  return work->steps <= STEPS_MAX;
}

/* From the party owned to whoever they own, and so on: is the owner among them?  The link by
 * which each was reached goes to @reached. */
static gboolean
walk (Work       *work,
      gint32      day,
      GHashTable *reached,
      GArray     *days)
{
  g_autoptr(GPtrArray) queue = g_ptr_array_new ();

  g_hash_table_remove_all (reached);
  g_ptr_array_add (queue, (gpointer) work->judged.owned);
  for (guint i = 0; i < queue->len; i++)
    if (!go_on (work, queue->pdata[i], day, reached, queue, days))
      break;
  return g_hash_table_contains (reached, work->judged.owner);
}

static gboolean
refuse_circle (Work       *work,
               GHashTable *reached)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();
  g_autofree char *entries = NULL;
  const char *party = work->judged.owner;

  while (strcmp (party, work->judged.owned) != 0)
    {
      const CharterFact *fact = g_hash_table_lookup (reached, party);
      Link link;

      read_link (work->gate, fact, charter_scene_data (&work->gate->scene, fact), &link);
      g_ptr_array_add (facts, (gpointer) fact);
      party = link.owner;
    }
  entries = name_entries (facts);
  return charter_gate_refuse (work->gate, CHARTER_ERROR_REFUSED, "owns-itself",
                              path_of (work, "/data/to"),
                              "By %s “%s” owns or controls “%s” already, so “%s” would own itself: "
                              "end the link that is wrong, or state a share of at most one half",
                              entries, work->judged.owned, work->judged.owner,
                              work->judged.owner);
}

/* A circle that holds on some day holds on the first day of its youngest link. */
static gboolean
check_circle (Work *work)
{
  g_autoptr(GHashTable) reached = g_hash_table_new (charter_string_hash, g_str_equal);
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr(GArray) ignored = g_array_new (FALSE, FALSE, sizeof (gint32));

  if (!is_strong (&work->judged) || !walk (work, CHARTER_DATE_NONE, reached, days))
    return TRUE;
  g_array_append_val (days, work->judged.first);
  for (guint i = days->len; i > 0 && work->steps <= STEPS_MAX; i--)
    if (walk (work, g_array_index (days, gint32, i - 1), reached, ignored))
      return refuse_circle (work, reached);
  return TRUE;
}

gboolean
charter_gate_check_link (CharterGate       *gate,
                         const CharterFact *corrected,
                         const CharterNode *data)
{
  Work work = { .gate = gate, .corrected = corrected };

  read_link (gate, corrected, data, &work.judged);
  work.judged.fact = NULL;
  if (work.judged.owner == NULL || work.judged.first > work.judged.last)
    return TRUE;
  return check_shares (&work) && check_circle (&work);
}
