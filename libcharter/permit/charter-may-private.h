/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "permit/charter-item-private.h"

G_BEGIN_DECLS

/* What the files that answer "May I?" share: one question while it is being answered. */
typedef struct
{
  const CharterScene *scene;
  CharterItem         item;         /* item.decision 0: the subject is no decision */
  CharterRef          person, subject;
  const char         *act;
  gboolean            has_amount;
  gint64              amount;
  gint64              at;           /* the instant asked about */
  gint64              opens, closes;
  CharterPermission   permission;
  GArray             *bars;         /* CharterBar; NULL until they are looked at */
  gboolean            votes;        /* the rule gives a vote */
  CharterJudgement   *out;
} CharterMay;

/* The bits that an act is about; 0 if no conflict bears on it. */
guint           charter_may_bits           (const char              *act);
const char     *charter_may_name           (CharterMay              *q,
                                            CharterRef               ref);
/* The person asked about, by name. */
const char     *charter_may_person         (CharterMay              *q);

/* — reasons — */

void            charter_may_explain_denial (CharterMay              *q,
                                            const CharterPermission *permission);
void            charter_may_explain_permission (CharterMay          *q);
void            charter_may_explain_bar    (CharterMay              *q,
                                            const CharterBar        *bar);
void            charter_may_explain_dispensation (CharterMay        *q,
                                                  const CharterBar  *bar);
/* The way in the words that people use, without a full stop. */
char           *charter_may_phrase         (CharterMay              *q,
                                            const CharterTrail      *trail);
/* What the conflict policy exempts. */
void            charter_may_explain_exempt (CharterMay              *q);
void            charter_may_cite           (CharterMay              *q,
                                            CharterReasonId          reason,
                                            const CharterFact       *fact);

#define charter_may_reason(q, type, clause, ...) \
  charter_reasons_add ((q)->out->reasons, 0, (type), (clause), ##__VA_ARGS__, NULL)

/* What the whole answer stands on: the charter, the item, who belongs. */
void            charter_may_add_basis      (CharterMay              *q);

/* — what would change the answer — */

void            charter_may_add_changes    (CharterMay              *q);

G_END_DECLS
