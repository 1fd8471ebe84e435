/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-assessment.h>
#include <charter/charter-finding.h>

#include "base/charter-reasons-private.h"
#include "oblige/charter-case-private.h"

G_BEGIN_DECLS

/* Do we live by it?  Pure functions of (scene, question, at). */

/* How one part of a clause came out.  NOTHING_AROSE is set aside, neither good nor bad. */
typedef enum
{
  CHARTER_PART_UPHELD,
  CHARTER_PART_PARTLY,
  CHARTER_PART_NOT_UPHELD,
  CHARTER_PART_NO_EVIDENCE,
  CHARTER_PART_INDETERMINATE,
  CHARTER_PART_NOTHING_AROSE
} CharterPartStatus;

typedef enum
{
  CHARTER_PART_PROOF,
  CHARTER_PART_SIGN,
  CHARTER_PART_BAR,
  CHARTER_PART_ATTESTATION
} CharterPartRole;

typedef struct
{
  CharterPartRole   role;
  CharterPartStatus status;
  CharterReasonId   reason;      /* what it rests on */
  CharterReasonId   headline;    /* the one that tips it, for a summary; 0: reason */
  gint32            fresh_until; /* CHARTER_DATE_NONE */
  char             *restore;     /* what would restore it, NULL */
} CharterPart;

/* Several parts put together.  `all` follows the same rule as a clause. */
CharterFindingStatus charter_parts_status (const CharterPart *parts,
                                           guint              n_parts);
CharterPartStatus    charter_status_all   (const CharterPartStatus *statuses,
                                           guint                    n);
CharterPartStatus    charter_status_any   (const CharterPartStatus *statuses,
                                           guint                    n);
CharterPartStatus    charter_status_count (const CharterPartStatus *statuses,
                                           guint                    n,
                                           guint                    needed);
CharterPartStatus    charter_status_not   (CharterPartStatus status);

/* A figure and what it must reach. */
typedef struct
{
  char            *name;
  CharterFraction  value, needed;
  gboolean         at_most;      /* needed is the most */
  gboolean         holds;
} CharterMeasureData;

/* An entry, or a member of a set, that speaks for or against. */
typedef struct
{
  gint64  seq;                   /* the entry, or the one that made the member; 0 */
  char   *id;                    /* of the thing, the member, or the entry */
} CharterCaseData;

/* The answer for one clause, in memory of its own. */
typedef struct
{
  char                 *clause, *section;
  CharterFindingStatus  status;
  CharterReasons       *reasons;
  GArray               *measures;             /* CharterMeasureData */
  GArray               *offending, *satisfying;   /* CharterCaseData */
  gint32                fresh_until;          /* CHARTER_DATE_NONE */
  char                 *restore;              /* NULL */
  char                 *summary;
} CharterFindingData;

CharterFindingData *charter_finding_data_new  (const char *clause,
                                               const char *section);
void                charter_finding_data_free (CharterFindingData *self);

/* What parts are judged with. */
typedef struct
{
  CharterInquiry     *inquiry;
  const char         *clause;
  CharterFindingData *finding;
} CharterJudge;

void charter_judge_measure (CharterJudge          *self,
                            const char            *name,
                            const CharterFraction *value,
                            const CharterFraction *needed,
                            gboolean               at_most,
                            gboolean               holds);
/* One check, judged under @parent. */
void charter_judge_check   (CharterJudge      *self,
                            const CharterNode *check,
                            CharterReasonId    parent,
                            guint              depth,
                            CharterPart       *out);
/* One check that looks at cases, its row with the parameters in place.  @check is the
 * charter's own, @given the row that has the parameters for its words. */
void charter_judge_cases   (CharterJudge      *self,
                            const CharterNode *check,
                            const CharterNode *given,
                            const CharterNode *part,
                            CharterReasonId    parent,
                            CharterPart       *out);
/* One attestation. */
void charter_judge_attest  (CharterJudge      *self,
                            const CharterNode *attest,
                            CharterPart       *out);
CharterFindingData *charter_judge_clause (CharterInquiry *inquiry,
                                          guint           clause);

CharterFinding    *charter_finding_new    (CharterFindingData *data);   /* takes it */
const CharterFindingData *charter_finding_get_data (CharterFinding *self);
CharterAssessment *charter_assessment_new (gint64 at, const CharterDocumentData *charter,
                                           GPtrArray *findings); /* CharterFinding */

/* Every clause of the charter in force at @at.  Touches no store and may run in any thread,
 * once charter_state_load_openings has been called.  NULL with NOT_FOUND where no charter is
 * in force, or with G_IO_ERROR_CANCELLED. */
CharterAssessment *charter_uphold_assess  (const CharterScene *scene,
                                           gint64              at,
                                           GCancellable       *cancellable,
                                           GError            **error);
/* One clause; NOT_FOUND where there is none of this name. */
CharterFinding    *charter_uphold_clause  (const CharterScene *scene,
                                           const char         *clause,
                                           gint64              at,
                                           GError            **error);
/* Every clause with progress: clauses done, clauses in all. */
CharterAssessment *charter_uphold_assess_with_progress (const CharterScene    *scene,
                                                        gint64                 at,
                                                        GCancellable          *cancellable,
                                                        GFileProgressCallback  progress,
                                                        gpointer               data,
                                                        GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterFindingData, charter_finding_data_free)

G_END_DECLS
