/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-enums.h>

/* The nicks are the spellings of the file formats. */

G_DEFINE_ENUM_TYPE (CharterAnswer, charter_answer,
                    G_DEFINE_ENUM_VALUE (CHARTER_ANSWER_ALLOWED, "allowed"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ANSWER_DENIED, "denied"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ANSWER_INDETERMINATE, "indeterminate"))

G_DEFINE_ENUM_TYPE (CharterResult, charter_result,
                    G_DEFINE_ENUM_VALUE (CHARTER_RESULT_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (CHARTER_RESULT_CARRIED, "carried"),
                    G_DEFINE_ENUM_VALUE (CHARTER_RESULT_NOT_CARRIED, "not-carried"),
                    G_DEFINE_ENUM_VALUE (CHARTER_RESULT_NO_QUORUM, "no-quorum"),
                    G_DEFINE_ENUM_VALUE (CHARTER_RESULT_BLOCKED, "blocked"),
                    G_DEFINE_ENUM_VALUE (CHARTER_RESULT_TIED, "tied"),
                    G_DEFINE_ENUM_VALUE (CHARTER_RESULT_INDETERMINATE, "indeterminate"),
                    G_DEFINE_ENUM_VALUE (CHARTER_RESULT_CANNOT_EXPRESS, "cannot-express"))

G_DEFINE_ENUM_TYPE (CharterDecisionState, charter_decision_state,
                    G_DEFINE_ENUM_VALUE (CHARTER_DECISION_STATE_PROPOSED, "proposed"),
                    G_DEFINE_ENUM_VALUE (CHARTER_DECISION_STATE_DISCUSSION, "discussion"),
                    G_DEFINE_ENUM_VALUE (CHARTER_DECISION_STATE_REFLECTION, "reflection"),
                    G_DEFINE_ENUM_VALUE (CHARTER_DECISION_STATE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (CHARTER_DECISION_STATE_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (CHARTER_DECISION_STATE_PUBLISHED, "published"),
                    G_DEFINE_ENUM_VALUE (CHARTER_DECISION_STATE_STANDSTILL, "standstill"),
                    G_DEFINE_ENUM_VALUE (CHARTER_DECISION_STATE_ENACTED, "enacted"),
                    G_DEFINE_ENUM_VALUE (CHARTER_DECISION_STATE_WITHDRAWN, "withdrawn"),
                    G_DEFINE_ENUM_VALUE (CHARTER_DECISION_STATE_LAPSED, "lapsed"),
                    G_DEFINE_ENUM_VALUE (CHARTER_DECISION_STATE_SUPERSEDED, "superseded"))

G_DEFINE_ENUM_TYPE (CharterObligationState, charter_obligation_state,
                    G_DEFINE_ENUM_VALUE (CHARTER_OBLIGATION_STATE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (CHARTER_OBLIGATION_STATE_MET, "met"),
                    G_DEFINE_ENUM_VALUE (CHARTER_OBLIGATION_STATE_LATE, "late"),
                    G_DEFINE_ENUM_VALUE (CHARTER_OBLIGATION_STATE_OVERDUE, "overdue"),
                    G_DEFINE_ENUM_VALUE (CHARTER_OBLIGATION_STATE_WAIVED, "waived"))

G_DEFINE_ENUM_TYPE (CharterFindingStatus, charter_finding_status,
                    G_DEFINE_ENUM_VALUE (CHARTER_FINDING_STATUS_UPHELD, "upheld"),
                    G_DEFINE_ENUM_VALUE (CHARTER_FINDING_STATUS_PARTLY, "partly"),
                    G_DEFINE_ENUM_VALUE (CHARTER_FINDING_STATUS_NOT_UPHELD, "not-upheld"),
                    G_DEFINE_ENUM_VALUE (CHARTER_FINDING_STATUS_NO_EVIDENCE, "no-evidence"),
                    G_DEFINE_ENUM_VALUE (CHARTER_FINDING_STATUS_INDETERMINATE, "indeterminate"))

G_DEFINE_ENUM_TYPE (CharterAuditSeverity, charter_audit_severity,
                    G_DEFINE_ENUM_VALUE (CHARTER_AUDIT_SEVERITY_ERROR, "error"),
                    G_DEFINE_ENUM_VALUE (CHARTER_AUDIT_SEVERITY_WARNING, "warning"),
                    G_DEFINE_ENUM_VALUE (CHARTER_AUDIT_SEVERITY_NOTE, "note"))

G_DEFINE_ENUM_TYPE (CharterClauseKind, charter_clause_kind,
                    G_DEFINE_ENUM_VALUE (CHARTER_CLAUSE_KIND_VALUE, "value"),
                    G_DEFINE_ENUM_VALUE (CHARTER_CLAUSE_KIND_RESPONSIBILITY, "responsibility"),
                    G_DEFINE_ENUM_VALUE (CHARTER_CLAUSE_KIND_PRINCIPLE, "principle"),
                    G_DEFINE_ENUM_VALUE (CHARTER_CLAUSE_KIND_COMMITMENT, "commitment"),
                    G_DEFINE_ENUM_VALUE (CHARTER_CLAUSE_KIND_GUIDELINE, "guideline"),
                    G_DEFINE_ENUM_VALUE (CHARTER_CLAUSE_KIND_CAPABILITY, "capability"))

G_DEFINE_ENUM_TYPE (CharterChoice, charter_choice,
                    G_DEFINE_ENUM_VALUE (CHARTER_CHOICE_FOR, "for"),
                    G_DEFINE_ENUM_VALUE (CHARTER_CHOICE_AGAINST, "against"),
                    G_DEFINE_ENUM_VALUE (CHARTER_CHOICE_ABSTAIN, "abstain"),
                    G_DEFINE_ENUM_VALUE (CHARTER_CHOICE_OBJECT, "object"),
                    G_DEFINE_ENUM_VALUE (CHARTER_CHOICE_STAND_ASIDE, "stand-aside"))
