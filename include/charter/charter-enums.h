/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

/**
 * CharterAnswer:
 * @CHARTER_ANSWER_ALLOWED: `allowed`: nothing bars it and a permission covers it.
 * @CHARTER_ANSWER_DENIED: `denied`: something bars it, or nothing permits it.
 * @CHARTER_ANSWER_INDETERMINATE: `indeterminate`: it cannot be worked out; never read as allowed.
 *
 * The answer of a [class@Charter.Verdict].
 *
 * Since: 0.1
 */
typedef enum
{
  CHARTER_ANSWER_ALLOWED,
  CHARTER_ANSWER_DENIED,
  CHARTER_ANSWER_INDETERMINATE
} CharterAnswer;

#define CHARTER_TYPE_ANSWER (charter_answer_get_type ())
CHARTER_AVAILABLE_IN_0_1
GType charter_answer_get_type (void) G_GNUC_CONST;

/**
 * CharterResult:
 * @CHARTER_RESULT_PENDING: `pending`: not closed yet.
 * @CHARTER_RESULT_CARRIED: `carried`: quorum and every test held.
 * @CHARTER_RESULT_NOT_CARRIED: `not-carried`: a test failed.
 * @CHARTER_RESULT_NO_QUORUM: `no-quorum`: too few were counted.
 * @CHARTER_RESULT_BLOCKED: `blocked`: a justified veto or objection stands.
 * @CHARTER_RESULT_TIED: `tied`: the rule leaves the tie to somebody who has not spoken yet.
 * @CHARTER_RESULT_INDETERMINATE: `indeterminate`: it cannot be worked out.
 * @CHARTER_RESULT_CANNOT_EXPRESS: `cannot-express`: the library has no meaning for the rule.
 *
 * What was decided, as a [class@Charter.Outcome] gives it.
 *
 * Since: 0.1
 */
typedef enum
{
  CHARTER_RESULT_PENDING,
  CHARTER_RESULT_CARRIED,
  CHARTER_RESULT_NOT_CARRIED,
  CHARTER_RESULT_NO_QUORUM,
  CHARTER_RESULT_BLOCKED,
  CHARTER_RESULT_TIED,
  CHARTER_RESULT_INDETERMINATE,
  CHARTER_RESULT_CANNOT_EXPRESS
} CharterResult;

#define CHARTER_TYPE_RESULT (charter_result_get_type ())
CHARTER_AVAILABLE_IN_0_1
GType charter_result_get_type (void) G_GNUC_CONST;

/**
 * CharterDecisionState:
 * @CHARTER_DECISION_STATE_PROPOSED: `proposed`: waiting for seconders.
 * @CHARTER_DECISION_STATE_DISCUSSION: `discussion`: within the discussion period.
 * @CHARTER_DECISION_STATE_REFLECTION: `reflection`: within the reflection period, or past it and not opened.
 * @CHARTER_DECISION_STATE_OPEN: `open`: votes can be cast.
 * @CHARTER_DECISION_STATE_CLOSED: `closed`: votes can no longer be cast.
 * @CHARTER_DECISION_STATE_PUBLISHED: `published`: the outcome has been published.
 * @CHARTER_DECISION_STATE_STANDSTILL: `standstill`: within the standstill period after closing.
 * @CHARTER_DECISION_STATE_ENACTED: `enacted`: it has taken effect.
 * @CHARTER_DECISION_STATE_WITHDRAWN: `withdrawn`: taken back before it closed.
 * @CHARTER_DECISION_STATE_LAPSED: `lapsed`: not admitted in time.
 * @CHARTER_DECISION_STATE_SUPERSEDED: `superseded`: replaced by a later decision.
 *
 * Where a decision stands at one instant.
 *
 * Since: 0.1
 */
typedef enum
{
  CHARTER_DECISION_STATE_PROPOSED,
  CHARTER_DECISION_STATE_DISCUSSION,
  CHARTER_DECISION_STATE_REFLECTION,
  CHARTER_DECISION_STATE_OPEN,
  CHARTER_DECISION_STATE_CLOSED,
  CHARTER_DECISION_STATE_PUBLISHED,
  CHARTER_DECISION_STATE_STANDSTILL,
  CHARTER_DECISION_STATE_ENACTED,
  CHARTER_DECISION_STATE_WITHDRAWN,
  CHARTER_DECISION_STATE_LAPSED,
  CHARTER_DECISION_STATE_SUPERSEDED
} CharterDecisionState;

#define CHARTER_TYPE_DECISION_STATE (charter_decision_state_get_type ())
CHARTER_AVAILABLE_IN_0_1
GType charter_decision_state_get_type (void) G_GNUC_CONST;

/**
 * CharterObligationState:
 * @CHARTER_OBLIGATION_STATE_OPEN: `open`: not met and not yet due.
 * @CHARTER_OBLIGATION_STATE_MET: `met`: met in time.
 * @CHARTER_OBLIGATION_STATE_LATE: `late`: met after it was due.
 * @CHARTER_OBLIGATION_STATE_OVERDUE: `overdue`: due and not met.
 * @CHARTER_OBLIGATION_STATE_WAIVED: `waived`: fell away before it was met.
 *
 * How an obligation stands at one instant.
 *
 * Since: 0.1
 */
typedef enum
{
  CHARTER_OBLIGATION_STATE_OPEN,
  CHARTER_OBLIGATION_STATE_MET,
  CHARTER_OBLIGATION_STATE_LATE,
  CHARTER_OBLIGATION_STATE_OVERDUE,
  CHARTER_OBLIGATION_STATE_WAIVED
} CharterObligationState;

#define CHARTER_TYPE_OBLIGATION_STATE (charter_obligation_state_get_type ())
CHARTER_AVAILABLE_IN_0_1
GType charter_obligation_state_get_type (void) G_GNUC_CONST;

/**
 * CharterFindingStatus:
 * @CHARTER_FINDING_STATUS_UPHELD: `upheld`: the clause is lived.
 * @CHARTER_FINDING_STATUS_PARTLY: `partly`: lived in part, or only half of what shows it is there.
 * @CHARTER_FINDING_STATUS_NOT_UPHELD: `not-upheld`: the record or the people say otherwise.
 * @CHARTER_FINDING_STATUS_NO_EVIDENCE: `no-evidence`: nothing shows it either way.
 * @CHARTER_FINDING_STATUS_INDETERMINATE: `indeterminate`: it cannot be worked out.
 *
 * The status of a [class@Charter.Finding]. "No evidence" is never folded into either side.
 *
 * Since: 0.1
 */
typedef enum
{
  CHARTER_FINDING_STATUS_UPHELD,
  CHARTER_FINDING_STATUS_PARTLY,
  CHARTER_FINDING_STATUS_NOT_UPHELD,
  CHARTER_FINDING_STATUS_NO_EVIDENCE,
  CHARTER_FINDING_STATUS_INDETERMINATE
} CharterFindingStatus;

#define CHARTER_TYPE_FINDING_STATUS (charter_finding_status_get_type ())
CHARTER_AVAILABLE_IN_0_1
GType charter_finding_status_get_type (void) G_GNUC_CONST;

/**
 * CharterAuditSeverity:
 * @CHARTER_AUDIT_SEVERITY_ERROR: `error`: it cannot work as it is written.
 * @CHARTER_AUDIT_SEVERITY_WARNING: `warning`: it works, and is likely to go wrong or to surprise.
 * @CHARTER_AUDIT_SEVERITY_NOTE: `note`: worth knowing before one signs.
 *
 * How much a [class@Charter.AuditFinding] matters.
 *
 * Since: 0.1
 */
typedef enum
{
  CHARTER_AUDIT_SEVERITY_ERROR,
  CHARTER_AUDIT_SEVERITY_WARNING,
  CHARTER_AUDIT_SEVERITY_NOTE
} CharterAuditSeverity;

#define CHARTER_TYPE_AUDIT_SEVERITY (charter_audit_severity_get_type ())
CHARTER_AVAILABLE_IN_0_1
GType charter_audit_severity_get_type (void) G_GNUC_CONST;

/**
 * CharterClauseKind:
 * @CHARTER_CLAUSE_KIND_VALUE: `value`: something held dear.
 * @CHARTER_CLAUSE_KIND_RESPONSIBILITY: `responsibility`: something answered for.
 * @CHARTER_CLAUSE_KIND_PRINCIPLE: `principle`: a rule of conduct.
 * @CHARTER_CLAUSE_KIND_COMMITMENT: `commitment`: something promised.
 * @CHARTER_CLAUSE_KIND_GUIDELINE: `guideline`: advice on how to work.
 * @CHARTER_CLAUSE_KIND_CAPABILITY: `capability`: something people are able to do.
 *
 * What a clause of a charter is.
 *
 * Since: 0.1
 */
typedef enum
{
  CHARTER_CLAUSE_KIND_VALUE,
  CHARTER_CLAUSE_KIND_RESPONSIBILITY,
  CHARTER_CLAUSE_KIND_PRINCIPLE,
  CHARTER_CLAUSE_KIND_COMMITMENT,
  CHARTER_CLAUSE_KIND_GUIDELINE,
  CHARTER_CLAUSE_KIND_CAPABILITY
} CharterClauseKind;

#define CHARTER_TYPE_CLAUSE_KIND (charter_clause_kind_get_type ())
CHARTER_AVAILABLE_IN_0_1
GType charter_clause_kind_get_type (void) G_GNUC_CONST;

/**
 * CharterChoice:
 * @CHARTER_CHOICE_FOR: `for`: in favour.
 * @CHARTER_CHOICE_AGAINST: `against`: not in favour.
 * @CHARTER_CHOICE_ABSTAIN: `abstain`: present and taking no side.
 * @CHARTER_CHOICE_OBJECT: `object`: a reasoned objection.
 * @CHARTER_CHOICE_STAND_ASIDE: `stand-aside`: not in favour and not in the way.
 *
 * The choice on a ballot that is put as one question.
 *
 * Since: 0.1
 */
typedef enum
{
  CHARTER_CHOICE_FOR,
  CHARTER_CHOICE_AGAINST,
  CHARTER_CHOICE_ABSTAIN,
  CHARTER_CHOICE_OBJECT,
  CHARTER_CHOICE_STAND_ASIDE
} CharterChoice;

#define CHARTER_TYPE_CHOICE (charter_choice_get_type ())
CHARTER_AVAILABLE_IN_0_1
GType charter_choice_get_type (void) G_GNUC_CONST;

G_END_DECLS
