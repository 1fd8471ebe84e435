/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/charter-schema-private.h"

G_BEGIN_DECLS

/* Largest and, negated, smallest integer of a record: 2^53 - 1. */
#define CHARTER_RECORD_INTEGER_MAX G_GINT64_CONSTANT (9007199254740991)

/* Every kind, ascending by name: X (CONSTANT, c_name, "name"). */
#define CHARTER_KINDS(X) \
  X (ACTION_AGREED, action_agreed, "action-agreed") \
  X (ACTION_DONE, action_done, "action-done") \
  X (ACTION_DROPPED, action_dropped, "action-dropped") \
  X (ACTION_PROGRESSED, action_progressed, "action-progressed") \
  X (ACTIVITY_PLANNED, activity_planned, "activity-planned") \
  X (AGREEMENT_ACCEPTED, agreement_accepted, "agreement-accepted") \
  X (AGREEMENT_MADE, agreement_made, "agreement-made") \
  X (ASSET_NOTED, asset_noted, "asset-noted") \
  X (ATTENDANCE_NOTED, attendance_noted, "attendance-noted") \
  X (ATTESTATION_MADE, attestation_made, "attestation-made") \
  X (BALLOT_CAST, ballot_cast, "ballot-cast") \
  X (BALLOT_WITHDRAWN, ballot_withdrawn, "ballot-withdrawn") \
  X (CASTING_VOTE_GIVEN, casting_vote_given, "casting-vote-given") \
  X (CHARTER_ADOPTED, charter_adopted, "charter-adopted") \
  X (CHARTER_REAFFIRMED, charter_reaffirmed, "charter-reaffirmed") \
  X (CHARTER_SIGNED, charter_signed, "charter-signed") \
  X (CHECKPOINT_SIGNED, checkpoint_signed, "checkpoint-signed") \
  X (CLAIM_MADE, claim_made, "claim-made") \
  X (CONCERN_ACKNOWLEDGED, concern_acknowledged, "concern-acknowledged") \
  X (CONCERN_ASSIGNED, concern_assigned, "concern-assigned") \
  X (CONCERN_CLOSED, concern_closed, "concern-closed") \
  X (CONCERN_RAISED, concern_raised, "concern-raised") \
  X (CONCERN_UPDATED, concern_updated, "concern-updated") \
  X (CONFLICT_RULED, conflict_ruled, "conflict-ruled") \
  X (CONSENSUS_CALLED, consensus_called, "consensus-called") \
  X (CONTRIBUTION_ANSWERED, contribution_answered, "contribution-answered") \
  X (CONTRIBUTION_MADE, contribution_made, "contribution-made") \
  X (DECISION_AMENDED, decision_amended, "decision-amended") \
  X (DECISION_CLOSED, decision_closed, "decision-closed") \
  X (DECISION_ENACTED, decision_enacted, "decision-enacted") \
  X (DECISION_OPENED, decision_opened, "decision-opened") \
  X (DECISION_PROPOSED, decision_proposed, "decision-proposed") \
  X (DECISION_PUBLISHED, decision_published, "decision-published") \
  X (DECISION_REOPENED, decision_reopened, "decision-reopened") \
  X (DECISION_SECONDED, decision_seconded, "decision-seconded") \
  X (DECISION_WITHDRAWN, decision_withdrawn, "decision-withdrawn") \
  X (DELEGATION_MADE, delegation_made, "delegation-made") \
  X (DELEGATION_RECALLED, delegation_recalled, "delegation-recalled") \
  X (DETRIMENT_REPORTED, detriment_reported, "detriment-reported") \
  X (DISPENSATION_GRANTED, dispensation_granted, "dispensation-granted") \
  X (ENTRY_CORRECTED, entry_corrected, "entry-corrected") \
  X (ENTRY_REDACTED, entry_redacted, "entry-redacted") \
  X (EVIDENCE_FILED, evidence_filed, "evidence-filed") \
  X (INFORMATION_SHARED, information_shared, "information-shared") \
  X (INTEREST_DECLARED, interest_declared, "interest-declared") \
  X (INTEREST_ENDED, interest_ended, "interest-ended") \
  X (LINK_ENDED, link_ended, "link-ended") \
  X (LINK_STATED, link_stated, "link-stated") \
  X (MEETING_CALLED, meeting_called, "meeting-called") \
  X (MEETING_CANCELLED, meeting_cancelled, "meeting-cancelled") \
  X (MEETING_CHANGED, meeting_changed, "meeting-changed") \
  X (MINUTES_APPROVED, minutes_approved, "minutes-approved") \
  X (MINUTES_DRAFTED, minutes_drafted, "minutes-drafted") \
  X (NEED_IDENTIFIED, need_identified, "need-identified") \
  X (NEED_MET, need_met, "need-met") \
  X (NOTHING_DECLARED, nothing_declared, "nothing-declared") \
  X (NOTICE_SENT, notice_sent, "notice-sent") \
  X (OBJECTION_ANSWERED, objection_answered, "objection-answered") \
  X (OBJECTION_RAISED, objection_raised, "objection-raised") \
  X (OBJECTIVE_AGREED, objective_agreed, "objective-agreed") \
  X (OUTCOME_REPORTED, outcome_reported, "outcome-reported") \
  X (PARTNER_JOINED, partner_joined, "partner-joined") \
  X (PARTNER_LEFT, partner_left, "partner-left") \
  X (PARTNERSHIP_FOUNDED, partnership_founded, "partnership-founded") \
  X (PERSON_JOINED, person_joined, "person-joined") \
  X (PERSON_LEFT, person_left, "person-left") \
  X (RESOURCE_PLEDGED, resource_pledged, "resource-pledged") \
  X (RESOURCE_USED, resource_used, "resource-used") \
  X (REVIEW_HELD, review_held, "review-held") \
  X (ROLE_DEFINED, role_defined, "role-defined") \
  X (ROLE_ENDED, role_ended, "role-ended") \
  X (ROLE_GIVEN, role_given, "role-given") \
  X (SPEECH_NOTED, speech_noted, "speech-noted") \
  X (STEPPED_IN, stepped_in, "stepped-in") \
  X (STEPPED_OUT, stepped_out, "stepped-out") \
  X (SUCCESS_CELEBRATED, success_celebrated, "success-celebrated") \
  X (SUPPORT_ASKED, support_asked, "support-asked") \
  X (SUPPORT_GIVEN, support_given, "support-given") \
  X (SUPPORTER_NAMED, supporter_named, "supporter-named") \
  X (VIEW_GIVEN, view_given, "view-given") \
  X (VIEW_SOUGHT, view_sought, "view-sought")

/* The index of each kind in charter_kinds[], for code that knows which kind it wants:
 * CHARTER_KIND_BALLOT_CAST. */
#define CHARTER_KIND_INDEX(CONSTANT, c_name, name) CHARTER_KIND_##CONSTANT,
enum { CHARTER_KINDS (CHARTER_KIND_INDEX) CHARTER_N_KINDS };
#undef CHARTER_KIND_INDEX

#define CHARTER_KIND_DECLARE(CONSTANT, c_name, name) \
  extern const CharterKind charter_kind_##c_name;
CHARTER_KINDS (CHARTER_KIND_DECLARE)
#undef CHARTER_KIND_DECLARE

/* The names of all kinds in the same order, NULL-terminated. */
extern const char *const charter_kind_names[];

/* The act that a kind needs: its own, "record" where it names none, NULL for the kinds of
 * concerns, for which no permission is asked. */
const char *charter_kind_get_act (const CharterKind *kind);

/* The shape of a stored entry: at, by, data, id, kind, recorded, seq.  As in a submission,
 * data is any object; its own shape is that of the kind. */
extern const CharterShape charter_entry_shape;

/* Checks the `set` of an entry-corrected against the kind that it corrects: every member
 * must be one that may be corrected, and its value right for it. */
gboolean    charter_kind_check_correction (const CharterKind *kind,
                                           const CharterNode *set,
                                           CharterCheckMode   mode,
                                           const char        *path,
                                           CharterProblems   *problems);

/* The values of a member that is a list, or one or a list (a list within a ranking counts
 * as one value):
 *   for (v = charter_values_first (m); v != NULL; v = charter_values_next (m, v)) */
static inline const CharterNode *
charter_values_first (const CharterNode *member)
{
  if (member == NULL || member->type != CHARTER_NODE_ARRAY)
    return member;
  return charter_node_first (member);
}

static inline const CharterNode *
charter_values_next (const CharterNode *member,
                     const CharterNode *value)
{
  return value == member ? NULL : charter_node_next (member, value);
}

G_END_DECLS
