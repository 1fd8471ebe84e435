/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "uphold/charter-uphold-private.h"

G_BEGIN_DECLS

/* The answers to one question that count at one instant. */
typedef struct
{
  const CharterFact *entry;
  CharterRef         who;        /* 0: sealed, or a group outside the record */
  CharterRef         partner;    /* whose view it is: `for`, else the partner behind; 0 */
  CharterRef         about;      /* 0 */
  CharterRef         event;      /* 0 */
  const char        *group;      /* of a tally, NULL */
  const char        *round;      /* NULL */
  const char        *side;       /* NULL */
  gint64             sum, n;     /* of the answers given */
  gint64             replies;    /* answers, and replies without one */
  gint64             asked;      /* of a tally: how many were asked */
  gint64             lowest;     /* the lowest answer given; G_MAXINT64: none */
} CharterAnswerData;

/* Answers that have not gone stale at @at: of each person the last one (to each event, about
 * each partner), of each group outside the record the last tally, of sealed ones all of the
 * newest round. */
GArray  *charter_answers_collect (const CharterInquiry *inquiry,
                                  const CharterNode    *attest,
                                  const char           *clause,
                                  gint64                at);

/* Sum, number and respondents of some of the answers. */
typedef struct
{
  const char *name;              /* of the group, NULL: all */
  gint64      sum, n;
  gint64      respondents;
} CharterMean;

CharterMean charter_answers_mean   (GArray *answers);
/* Means of the groups that answers fall into, those below @size left out; CharterMean. */
GArray     *charter_answers_groups (const CharterInquiry *inquiry,
                                    const CharterNode    *attest,
                                    GArray               *answers,
                                    gboolean              by_partner,
                                    gint64                size);
/* Highest less lowest mean; FALSE where there are fewer than two. */
gboolean    charter_means_gap      (GArray          *means,
                                    CharterFraction *gap);
const CharterMean *charter_means_lowest (GArray *means);
gboolean    charter_mean_value     (const CharterMean *mean,
                                    CharterFraction   *value);

/* How many were asked and how many of them replied; FALSE where it is not known who was. */
gboolean    charter_answers_response (const CharterInquiry *inquiry,
                                      const CharterNode    *attest,
                                      GArray               *answers,
                                      gint64               *asked,
                                      gint64               *replied);

G_END_DECLS
