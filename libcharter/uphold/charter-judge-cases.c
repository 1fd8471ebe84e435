/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-uphold-private.h"

#include <glib/gi18n-lib.h>

/* Judges a check by its cases: so many good ones of so many counted, against the share that
 * is enough. */

#define NAMED_MAX 10
#define CITED_MAX 20

enum
{
  SHARE,
  SHARE_ALL,
  TOO_FEW,
  NO_CASE,
  NOTHING_AROSE,
  CANNOT,
  AGAINST,
  STILL_OPEN,
  LEFT_OUT
};

static const CharterReasonType types[] = {
  [SHARE] = { "share", N_("{0} of {1} {2}; {3} are needed.") },
  [SHARE_ALL] = { "share-all", N_("{0} of {1} {2}; all are needed.") },
  [TOO_FEW] = { "too-few-cases", N_("{0} of {1} {2}; at least {3} cases are needed to tell.") },
  [NO_CASE] = { "no-case", N_("Nothing on record shows that {0}.") },
  [NOTHING_AROSE] = { "nothing-arose", N_("Nothing arose from which it could be told that {0}.") },
  [CANNOT] = { "cannot-tell", N_("{0}") },
  [AGAINST] = { "against", N_("Against it: {0}.") },
  [STILL_OPEN] = { "still-open", N_("Still within their time: {0}.") },
  [LEFT_OUT] = { "left-out", N_("Left out, as a text that they need was redacted: {0}.") },
};

typedef struct
{
  guint good, bad, open, left_out;
} Count;

static Count
count_cases (GArray *cases)
{
  Count count = { 0 };

  for (guint i = 0; i < cases->len; i++)
    switch (g_array_index (cases, CharterCase, i).state)
      {
      case CHARTER_CASE_GOOD:
        count.good++;
        break;
      case CHARTER_CASE_BAD:
        count.bad++;
        break;
      case CHARTER_CASE_OPEN:
        count.open++;
        break;
      case CHARTER_CASE_LEFT_OUT:
        count.left_out++;
        break;
      default:
        g_assert_not_reached ();
      }
  return count;
}

/* What is asked of the share: the charter's own word, the row's, or the default. */
static CharterFraction
threshold (const CharterNode *check,
           const CharterNode *part,
           const char        *name,
           gint64             num,
           gint64             den)
{
  CharterFraction value = CHARTER_FRACTION (num, den);

  if (!charter_fraction_from_node (charter_node_member (check, name), &value))
    charter_fraction_from_node (charter_node_member (part, name), &value);
  return value;
}

/* The id of the thing, the member, or the entry that a case is. */
static char *
label_of (const CharterInquiry *inquiry,
          const CharterCase    *self)
{
  const CharterScene *scene = inquiry->scene;
  const char *entry = self->entry == NULL ? NULL
                      : self->entry->makes != 0 ? charter_scene_name (scene, self->entry->makes)
                      : self->entry->id;

  if (self->other != 0)
    return g_strdup_printf ("%s/%s", charter_scene_name (scene, self->member),
                            charter_scene_name (scene, self->other));
  if (self->entry == NULL && self->member != 0)
    return g_strdup (charter_scene_name (scene, self->member));
  if (self->entry == NULL)
    return g_strdup (self->value != NULL ? self->value : "");
  if (self->member != 0)
    return g_strdup_printf ("%s/%s", entry, charter_scene_name (scene, self->member));
  return self->value != NULL ? g_strdup_printf ("%s/%s", entry, self->value) : g_strdup (entry);
}

static gint64
seq_of (const CharterInquiry *inquiry,
        const CharterCase    *self)
{
  const CharterFact *fact = self->entry;

  if (fact == NULL)
    fact = self->member != 0 ? charter_scene_maker (inquiry->scene, self->member) : self->met_by;
  return fact != NULL ? fact->seq : 0;
}

static void
list_cases (CharterJudge     *self,
            GArray           *cases,
            CharterCaseState  state,
            GArray           *out)
{
  for (guint i = 0; i < cases->len; i++)
    {
      const CharterCase *one = &g_array_index (cases, CharterCase, i);
      CharterCaseData data;

      if (one->state != state)
        continue;
      data.seq = seq_of (self->inquiry, one);
      data.id = label_of (self->inquiry, one);
      g_array_append_val (out, data);
    }
}

static char *
names_of (CharterJudge     *self,
          GArray           *cases,
          CharterCaseState  state)
{
  g_autoptr(GString) out = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      const CharterCase *one = &g_array_index (cases, CharterCase, i);
      g_autofree char *label = NULL;

      if (one->state != state || n++ >= NAMED_MAX)
        continue;
      label = label_of (self->inquiry, one);
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", label);
    }
  if (n > NAMED_MAX)
    g_string_append_printf (out, ", and %u more", n - NAMED_MAX);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
cite_cases (CharterJudge    *self,
            GArray          *cases,
            CharterReasonId  reason)
{
  guint n = 0;

  for (guint i = 0; i < cases->len && n < CITED_MAX; i++)
    {
      const CharterCase *one = &g_array_index (cases, CharterCase, i);
      gint64 seq = seq_of (self->inquiry, one);

      if (one->state != CHARTER_CASE_BAD || seq == 0)
        continue;
      charter_reasons_cite (self->finding->reasons, reason, (guint32) seq);
      n++;
    }
}

static void
add_details (CharterJudge    *self,
             GArray          *cases,
             const Count     *count,
             CharterReasonId  reason)
{
  CharterReasons *reasons = self->finding->reasons;
  g_autofree char *open = g_strdup_printf ("%u", count->open);
  g_autofree char *left_out = g_strdup_printf ("%u", count->left_out);

  if (count->bad > 0)
    {
      g_autofree char *names = names_of (self, cases, CHARTER_CASE_BAD);
      CharterReasonId against =
          charter_reasons_add (reasons, reason, &types[AGAINST], self->clause, names, NULL);

      cite_cases (self, cases, against);
    }
  if (count->open > 0)
    charter_reasons_add (reasons, reason, &types[STILL_OPEN], self->clause, open, NULL);
  if (count->left_out > 0)
    charter_reasons_add (reasons, reason, &types[LEFT_OUT], self->clause, left_out, NULL);
}

/* Freshness */

static gint32
window_after (CharterJudge      *self,
              const CharterNode *part,
              gint64             at)
{
  CharterPeriod window;
  gint32 date = charter_zone_date_of (self->inquiry->zone, at);

  if (!charter_period_from_node (charter_node_member (part, "window"), &window))
    return CHARTER_DATE_NONE;
  return charter_period_end_date (&window, date, 1, self->inquiry->calendar);
}

/* An agreement counts until it is to be reviewed or ends. */
static gint32
end_of_agreement (CharterJudge      *self,
                  const CharterFact *accepted)
{
  const CharterScene *scene = self->inquiry->scene;
  const CharterFact *made =
      charter_scene_maker (scene, charter_scene_member (scene, accepted, "agreement"));
  gint32 review, until;

  if (made == NULL)
    return CHARTER_DATE_NONE;
  review = charter_scene_date (scene, made, "review");
  until = charter_scene_date (scene, made, "until");
  if (review == CHARTER_DATE_NONE || until == CHARTER_DATE_NONE)
    return MAX (review, until);
  return MIN (review, until);
}

/* Of members, each one's newest record is needed: the first that grows stale. */
static gint32
fresh_members (CharterJudge      *self,
               const CharterNode *part,
               GArray            *cases)
{
  gint32 first = CHARTER_DATE_NONE;

  for (guint i = 0; i < cases->len; i++)
    {
      const CharterCase *one = &g_array_index (cases, CharterCase, i);
      gint32 end = CHARTER_DATE_NONE;

      if (one->state != CHARTER_CASE_GOOD || one->met_by == NULL)
        continue;
      if (one->met_by->kind == CHARTER_KIND ("agreement-accepted"))
        end = end_of_agreement (self, one->met_by);
      else
        end = window_after (self, part, one->met_by->at);
      if (end != CHARTER_DATE_NONE && (first == CHARTER_DATE_NONE || end < first))
        first = end;
    }
  return first;
}

/* Of entries, the last one counted stays in the window longest. */
static gint32
fresh_until (CharterJudge      *self,
             const CharterNode *part,
             GArray            *cases)
{
  gint64 newest = G_MININT64;

  for (guint i = 0; i < cases->len; i++)
    {
      const CharterCase *one = &g_array_index (cases, CharterCase, i);

      if (one->entry == NULL && one->member != 0)
        return fresh_members (self, part, cases);
      if (one->state == CHARTER_CASE_GOOD || one->state == CHARTER_CASE_BAD)
        newest = MAX (newest, one->at);
    }
  return newest != G_MININT64 ? window_after (self, part, newest) : CHARTER_DATE_NONE;
}

/* What would restore it */

/* The smallest number of further good cases with which the share is reached; 0 if none can. */
static gint64
more_needed (const Count           *count,
             const CharterFraction *needed)
{
  gint64 total = count->good + count->bad;
  gint64 short_by = needed->num * total - needed->den * count->good;
  gint64 each = needed->den - needed->num;

  if (each <= 0 || short_by <= 0)
    return 0;
  return (short_by + each - 1) / each;
}

static char *
restore_of (CharterJudge          *self,
            const CharterNode     *given,
            const CharterNode     *part,
            GArray                *cases,
            const Count           *count,
            const CharterFraction *needed)
{
  const char *text = charter_node_member_string (part, "restore");
  g_autofree char *words =
      charter_catalogue_phrase (given, text != NULL ? text : "Put it on record.");
  g_autofree char *names = count->bad > 0 ? names_of (self, cases, CHARTER_CASE_BAD) : NULL;
  gint64 more = more_needed (count, needed);
  GString *out = g_string_new (words);

  if (names != NULL)
    g_string_append_printf (out, " Missing: %s.", names);
  if (more > 0 && cases->len > 0 && g_array_index (cases, CharterCase, 0).entry != NULL)
    g_string_append_printf (out, " With %" G_GINT64_FORMAT " more that %s good it is enough.", more,
                            more == 1 ? "is" : "are");
  return g_string_free (out, FALSE);
}

/* Status */

static CharterPartStatus
status_of (const CharterFraction *share,
           const CharterFraction *upheld,
           const CharterFraction *partly)
{
  if (charter_fraction_compare (share, upheld) >= 0)
    return CHARTER_PART_UPHELD;
  return charter_fraction_compare (share, partly) >= 0 ? CHARTER_PART_PARTLY
                                                       : CHARTER_PART_NOT_UPHELD;
}

static void
judge_share (CharterJudge          *self,
             const CharterNode     *part,
             const Count           *count,
             const CharterFraction *upheld,
             const CharterFraction *partly,
             const char            *says,
             CharterReasonId        parent,
             CharterPart           *out)
{
  guint total = count->good + count->bad;
  const char *name = charter_node_member_string (part, "id");
  g_autofree char *good = g_strdup_printf ("%u", count->good);
  g_autofree char *all = g_strdup_printf ("%u", total);
  g_autofree char *needed = charter_fraction_to_string (upheld);
  CharterFraction share;

  charter_fraction_init (&share, count->good, total);
  out->status = status_of (&share, upheld, partly);
  out->reason = charter_reasons_add (self->finding->reasons, parent,
                                     &types[upheld->num == upheld->den ? SHARE_ALL : SHARE],
                                     self->clause, good, all, says, needed, NULL);
  charter_judge_measure (self, name != NULL ? name : charter_node_member_string (part, "family"),
                         &share, upheld, FALSE, out->status == CHARTER_PART_UPHELD);
}

static void
judge_nothing (CharterJudge      *self,
               const CharterNode *check,
               const char        *says,
               CharterReasonId    parent,
               CharterPart       *out)
{
  gboolean arose =
      g_strcmp0 (charter_node_member_string (check, "when-none"), "nothing-arose") != 0;

  out->status = arose ? CHARTER_PART_NO_EVIDENCE : CHARTER_PART_NOTHING_AROSE;
  out->reason =
      charter_reasons_add (self->finding->reasons, parent, &types[arose ? NO_CASE : NOTHING_AROSE],
                           self->clause, says, NULL);
}

static void
judge_too_few (CharterJudge    *self,
               const Count     *count,
               gint64           least,
               const char      *says,
               CharterReasonId  parent,
               CharterPart     *out)
{
  g_autofree char *good = g_strdup_printf ("%u", count->good);
  g_autofree char *all = g_strdup_printf ("%u", count->good + count->bad);
  g_autofree char *needed = g_strdup_printf ("%" G_GINT64_FORMAT, least);

  out->status = CHARTER_PART_NO_EVIDENCE;
  if (count->good + count->bad == 0)
    out->reason = charter_reasons_add (self->finding->reasons, parent, &types[NO_CASE],
                                       self->clause, says, NULL);
  else
    out->reason = charter_reasons_add (self->finding->reasons, parent, &types[TOO_FEW],
                                       self->clause, good, all, says, needed, NULL);
}

static void
judge_found (CharterJudge      *self,
             const CharterNode *check,
             const CharterNode *given,
             const CharterNode *part,
             GArray            *cases,
             CharterReasonId    parent,
             CharterPart       *out)
{
  Count count = count_cases (cases);
  CharterFraction upheld = threshold (check, part, "upheld-from", 9, 10);
  CharterFraction partly = threshold (check, part, "partly-from", 3, 5);
  gint64 least = charter_node_member_integer (check, "min-cases",
                                              charter_node_member_integer (part, "min-cases", 1));
  const char *text = charter_node_member_string (part, "says");
  g_autofree char *says =
      charter_catalogue_phrase (given, text != NULL ? text : "cases are as they should be");

  if (cases->len == 0)
    judge_nothing (self, check, says, parent, out);
  else if (count.good + count.bad < (guint64) MAX (least, 1))
    judge_too_few (self, &count, MAX (least, 1), says, parent, out);
  else
    judge_share (self, part, &count, &upheld, &partly, says, parent, out);
  add_details (self, cases, &count, out->reason);
  list_cases (self, cases, CHARTER_CASE_BAD, self->finding->offending);
  list_cases (self, cases, CHARTER_CASE_GOOD, self->finding->satisfying);
  out->fresh_until = fresh_until (self, part, cases);
  if (out->status != CHARTER_PART_UPHELD && out->status != CHARTER_PART_NOTHING_AROSE)
    out->restore = restore_of (self, given, part, cases, &count, &upheld);
}

void
charter_judge_cases (CharterJudge      *self,
                     const CharterNode *check,
                     const CharterNode *given,
                     const CharterNode *part,
                     CharterReasonId    parent,
                     CharterPart       *out)
{
  g_autoptr(GArray) cases = g_array_new (FALSE, FALSE, sizeof (CharterCase));
  g_autofree char *cannot = NULL;

  if (charter_cases_find (self->inquiry, part, cases, &cannot))
    {
      judge_found (self, check, given, part, cases, parent, out);
      return;
    }
  out->status = CHARTER_PART_INDETERMINATE;
  out->reason = charter_reasons_add (self->finding->reasons, parent, &types[CANNOT], self->clause,
                                     cannot, NULL);
}
