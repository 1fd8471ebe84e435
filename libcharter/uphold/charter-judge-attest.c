/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-answers-private.h"

#include <glib/gi18n-lib.h>

/* Judges an attestation: what people say, against the figures that are enough.
 *
 * Too few answers are no evidence, whatever they say; with enough of them every figure must
 * hold.  Groups below the smallest size are not shown apart, so they have no figure of their
 * own; their answers count in the whole. */

enum
{
  NEVER_ASKED,
  NOT_DUE,
  NO_RESPONSE_RATE,
  TOO_FEW,
  NONE_COULD_SAY,
  MEAN,
  GROUP_MEAN,
  LOWEST,
  GAP,
  SPREAD,
  TREND,
  TREND_ASIDE,
  SMALL_GROUPS
};

static const CharterReasonType types[] = {
  [NEVER_ASKED] = { "never-asked", N_("There are no answers to “{0}” that are recent enough; it "
                                       "was to be asked by {1}.") },
  [NOT_DUE] = { "not-due",
                N_("There are no answers to “{0}” yet; it is first to be asked by {1}.") },
  [NO_RESPONSE_RATE] = { "no-response-rate", N_("It is not on record who was asked “{0}”, so how "
                                                 "many answered cannot be told.") },
  [TOO_FEW] = { "too-few-answers",
                N_("{0} of {1} who were asked “{2}” replied; {3} are needed to tell.") },
  [NONE_COULD_SAY] = { "none-could-say", N_("Nobody who replied to “{0}” gave an answer.") },
  [MEAN] = { "mean", N_("The {0} answers to “{1}” average {2}; at least {3} is needed.") },
  [GROUP_MEAN] = { "group-mean",
                   N_("The lowest average of a group is {0} ({1}); at least {2} is needed.") },
  [LOWEST] = { "lowest-answer", N_("The lowest answer is {0}; none may be below {1}.") },
  [GAP] = { "gap", N_("The averages of groups lie {0} apart; at most {1} is allowed.") },
  [SPREAD] = { "spread", N_("The averages of partners lie {0} apart; at most {1} is allowed.") },
  [TREND] = { "trend", N_("The average has moved by {0} in a year; at least {1} is needed.") },
  [TREND_ASIDE] = { "trend-aside",
                    N_("There are no answers of a year before, so the trend is set aside.") },
  [SMALL_GROUPS] = { "small-groups",
                     N_("Groups with fewer than {0} answering are not shown apart.") },
};

typedef struct
{
  CharterJudge      *judge;
  const CharterNode *attest;
  const char        *question;
  CharterReasonId    reason;
  CharterReasonId    failing;    /* the first figure that fails, 0 */
  gboolean           holds;
} Attest;

/* A figure of the charter, or the default; defaults are for five steps, and move with the
 * scale. */
static CharterFraction
figure (const Attest *self,
        const char   *name,
        gint64        num,
        gint64        den)
{
  CharterFraction value = CHARTER_FRACTION (num, den);

  charter_fraction_from_node (charter_node_member (self->attest, name), &value);
  return value;
}

static CharterFraction
figure_on_scale (const Attest *self,
                 const char   *name,
                 gint64        eighths)
{
  gint64 steps = charter_node_member_integer (self->attest, "scale", 5) - 1;
  CharterFraction value;

  charter_fraction_init (&value, 8 + steps * eighths, 8);
  charter_fraction_from_node (charter_node_member (self->attest, name), &value);
  return value;
}

static void
measure (Attest                  *self,
         const char              *what,
         const CharterReasonType *type,
         const CharterFraction   *value,
         const CharterFraction   *needed,
         gboolean                 at_most,
         const char              *group)
{
  int order = charter_fraction_compare (value, needed);
  gboolean holds = at_most ? order <= 0 : order >= 0;
  g_autofree char *name = g_strconcat (self->question, " ", what, NULL);
  g_autofree char *is = charter_fraction_to_string (value);
  g_autofree char *must = charter_fraction_to_string (needed);
  CharterReasonId reason;

  reason = charter_reasons_add (self->judge->finding->reasons, self->reason, type,
                                self->judge->clause, is, group != NULL ? group : must,
                                group != NULL ? must : NULL, NULL);
  charter_judge_measure (self->judge, name, value, needed, at_most, holds);
  if (!holds && self->holds)
    self->failing = reason;
  self->holds = self->holds && holds;
}

/* When it was first to be asked: one period after the clause's charter came into force. */
static gint32
first_due (const Attest *self)
{
  const CharterInquiry *inquiry = self->judge->inquiry;
  g_autoptr(GArray) spans = charter_spans (inquiry->scene, inquiry->at);
  gint64 from = inquiry->at;
  CharterPeriod every;

  for (guint i = spans->len; i-- > 0;)
    {
      const CharterSpan *span = &g_array_index (spans, CharterSpan, i);

      if (span->from > inquiry->at)
        continue;
      if (charter_document_data_find_clause (span->charter, self->judge->clause) == NULL)
        break;
      from = span->from;
    }
  if (!charter_period_from_node (charter_node_member (self->attest, "every"), &every))
    charter_period_parse ("P6M", -1, &every);
  return charter_period_end_date (&every, charter_zone_date_of (inquiry->zone, from), 1,
                                  inquiry->calendar);
}

static void
judge_silence (Attest      *self,
               CharterPart *out)
{
  gint32 due = first_due (self);
  gboolean waits = self->judge->inquiry->today <= due;
  char text[CHARTER_DATE_TEXT_SIZE];

  charter_date_format (due, text);
  out->status = waits ? CHARTER_PART_NOTHING_AROSE : CHARTER_PART_NO_EVIDENCE;
  out->reason =
      charter_reasons_add (self->judge->finding->reasons, 0, &types[waits ? NOT_DUE : NEVER_ASKED],
                           self->judge->clause, self->question, text, NULL);
  if (!waits)
    out->restore = g_strdup_printf ("Ask “%s”.", self->question);
}

/* Enough replies?  If not, nothing can be told from them. */
static gboolean
judge_response (Attest      *self,
                GArray      *answers,
                CharterPart *out)
{
  CharterReasons *reasons = self->judge->finding->reasons;
  CharterFraction needed = figure (self, "response-at-least", 2, 3), share;
  g_autofree char *must = charter_fraction_to_string (&needed);
  g_autofree char *name = g_strconcat (self->question, " response", NULL);
  g_autofree char *of = NULL, *all = NULL;
  gint64 asked, replied;
  gboolean known =
      charter_answers_response (self->judge->inquiry, self->attest, answers, &asked, &replied);

  if (!known || !charter_fraction_init (&share, replied, asked))
    {
      out->reason = charter_reasons_add (reasons, 0, &types[NO_RESPONSE_RATE], self->judge->clause,
                                         self->question, NULL);
      out->restore = g_strdup_printf ("Record who is asked “%s” when it is asked.", self->question);
      return FALSE;
    }
  of = g_strdup_printf ("%" G_GINT64_FORMAT, replied);
  all = g_strdup_printf ("%" G_GINT64_FORMAT, asked);
  charter_judge_measure (self->judge, name, &share, &needed, FALSE,
                         charter_fraction_compare (&share, &needed) >= 0);
  if (charter_fraction_compare (&share, &needed) >= 0)
    return TRUE;
  out->reason = charter_reasons_add (reasons, 0, &types[TOO_FEW], self->judge->clause, of, all,
                                     self->question, must, NULL);
  out->restore = g_strdup_printf ("Ask those again who have not answered “%s”.", self->question);
  return FALSE;
}

static gboolean
judge_mean (Attest      *self,
            GArray      *answers,
            CharterPart *out)
{
  CharterMean mean = charter_answers_mean (answers);
  CharterFraction needed = figure_on_scale (self, "mean-at-least", 5), value;
  CharterReasons *reasons = self->judge->finding->reasons;
  g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, mean.n);
  g_autofree char *must = charter_fraction_to_string (&needed);
  g_autofree char *name = g_strconcat (self->question, " mean", NULL);
  g_autofree char *is = NULL;

  if (!charter_mean_value (&mean, &value))
    {
      out->reason = charter_reasons_add (reasons, 0, &types[NONE_COULD_SAY], self->judge->clause,
                                         self->question, NULL);
      return FALSE;
    }
  is = charter_fraction_to_string (&value);
  self->holds = charter_fraction_compare (&value, &needed) >= 0;
  self->reason = charter_reasons_add (reasons, 0, &types[MEAN], self->judge->clause, n,
                                      self->question, is, must, NULL);
  charter_judge_measure (self->judge, name, &value, &needed, FALSE, self->holds);
  if (!self->holds)
    self->failing = self->reason;
  return TRUE;
}

static void
judge_lowest (Attest *self,
              GArray *answers)
{
  CharterFraction needed, value;
  gint64 lowest = G_MAXINT64;

  if (!charter_fraction_from_node (charter_node_member (self->attest, "answer-at-least"), &needed))
    return;
  for (guint i = 0; i < answers->len; i++)
    lowest = MIN (lowest, g_array_index (answers, CharterAnswerData, i).lowest);
  if (lowest == G_MAXINT64)
    return;
  value = CHARTER_FRACTION (lowest, 1);
  measure (self, "lowest", &types[LOWEST], &value, &needed, FALSE, NULL);
}

static gint64
smallest_group (const Attest *self)
{
  return charter_node_member_integer (self->attest, "group-size-at-least", 3);
}

static void
judge_groups (Attest *self,
              GArray *answers)
{
  g_autoptr(GArray) groups = charter_answers_groups (self->judge->inquiry, self->attest, answers,
                                                      FALSE, smallest_group (self));
  const CharterMean *lowest = charter_means_lowest (groups);
  const CharterNode *about = charter_node_member (self->attest, "about");
  gboolean both = about != NULL && charter_node_has_string (about, "each-other");
  CharterFraction needed = figure_on_scale (self, "group-mean-at-least", 4), value, gap;
  CharterFraction most = figure (self, "gap-at-most", 1, 1);

  if (lowest != NULL && charter_mean_value (lowest, &value))
    measure (self, "group mean", &types[GROUP_MEAN], &value, &needed, FALSE, lowest->name);
  if ((both || charter_node_member (self->attest, "gap-at-most") != NULL)
      && charter_means_gap (groups, &gap))
    measure (self, "gap", &types[GAP], &gap, &most, TRUE, NULL);
}

static void
judge_spread (Attest *self,
              GArray *answers)
{
  g_autoptr(GArray) partners = charter_answers_groups (self->judge->inquiry, self->attest, answers,
                                                        TRUE, smallest_group (self));
  g_autofree char *size = g_strdup_printf ("%" G_GINT64_FORMAT, smallest_group (self));
  CharterFraction most = figure (self, "spread-at-most", 2, 1), spread;

  if (charter_means_gap (partners, &spread))
    measure (self, "spread", &types[SPREAD], &spread, &most, TRUE, NULL);
  else
    charter_reasons_add (self->judge->finding->reasons, self->reason, &types[SMALL_GROUPS],
                         self->judge->clause, size, NULL);
}

/* Against the answers that counted a year before. */
static void
judge_trend (Attest *self,
             GArray *answers)
{
  const CharterInquiry *inquiry = self->judge->inquiry;
  const CharterPeriod year = { .months = 12 };
  g_autoptr(GArray) before = NULL;
  CharterFraction needed, now, then, moved;
  CharterMean mean = charter_answers_mean (answers), old;

  if (!charter_fraction_from_node (charter_node_member (self->attest, "trend-at-least"), &needed))
    return;
  before = charter_answers_collect (inquiry, self->attest, self->judge->clause,
                                    charter_period_subtract_from_instant (&year, inquiry->at,
                                                                          inquiry->zone,
                                                                          inquiry->calendar));
  old = charter_answers_mean (before);
  if (!charter_mean_value (&old, &then) || !charter_mean_value (&mean, &now)
      || !charter_fraction_subtract (&now, &then, &moved))
    charter_reasons_add (self->judge->finding->reasons, self->reason, &types[TREND_ASIDE],
                         self->judge->clause, NULL);
  else
    measure (self, "trend", &types[TREND], &moved, &needed, FALSE, NULL);
}

/* The last answer goes stale. */
static gint32
fresh_until (const Attest *self,
             GArray       *answers)
{
  const CharterInquiry *inquiry = self->judge->inquiry;
  gint64 newest = G_MININT64;
  CharterPeriod stale;

  if (!charter_period_from_node (charter_node_member (self->attest, "stale-after"), &stale))
    charter_period_parse ("P9M", -1, &stale);
  for (guint i = 0; i < answers->len; i++)
    newest = MAX (newest, g_array_index (answers, CharterAnswerData, i).entry->at);
  return charter_period_end_date (&stale, charter_zone_date_of (inquiry->zone, newest), 1,
                                  inquiry->calendar);
}

void
charter_judge_attest (CharterJudge      *judge,
                      const CharterNode *attest,
                      CharterPart       *out)
{
  Attest self = { judge, attest, charter_node_member_string (attest, "question"), 0, 0, TRUE };
  g_autoptr(GArray) answers =
      charter_answers_collect (judge->inquiry, attest, judge->clause, judge->inquiry->at);

  out->status = CHARTER_PART_NO_EVIDENCE;
  if (answers->len == 0)
    {
      judge_silence (&self, out);
      return;
    }
  out->fresh_until = fresh_until (&self, answers);
  if (!judge_response (&self, answers, out) || !judge_mean (&self, answers, out))
    return;
  judge_groups (&self, answers);
  judge_lowest (&self, answers);
  judge_spread (&self, answers);
  judge_trend (&self, answers);
  out->reason = self.reason;
  out->headline = self.failing;
  out->status = self.holds ? CHARTER_PART_UPHELD : CHARTER_PART_NOT_UPHELD;
  if (!self.holds)
    out->restore =
        g_strdup_printf ("Talk about what the answers to “%s” say, and ask again.", self.question);
}
