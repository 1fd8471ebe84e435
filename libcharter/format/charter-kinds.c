/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-kinds-private.h"

#include <string.h>

/* The act that each kind needs.  Where no charter in force lists an act, it is open to
 * every current person.
 *
 *   attest      attestation-made
 *   chair       consensus-called casting-vote-given
 *   contribute  asset-noted contribution-made need-identified need-met resource-pledged
 *               success-celebrated support-asked support-given
 *   declare     interest-declared interest-ended nothing-declared
 *   delegate    delegation-made delegation-recalled
 *   discuss     objection-raised view-given
 *   propose     decision-proposed decision-amended decision-seconded decision-withdrawn
 *   report      action-progressed action-done claim-made evidence-filed outcome-reported
 *               resource-used
 *   share       information-shared
 *   sign        agreement-accepted charter-signed charter-reaffirmed checkpoint-signed
 *   step-out    stepped-out stepped-in
 *   vote        ballot-cast ballot-withdrawn
 *   none        the seven kinds of concerns
 *   record      all others: what a secretary writes down
 *
 * The member that speaks, and needs `record-for` where it is somebody else than `by`:
 * voter of ballots; person of views, objections, signatures, acceptances, declarations,
 * stepping out and in, and attestations; by of contributions. */

#define CHARTER_KIND_POINTER(CONSTANT, c_name, name) &charter_kind_##c_name,
const CharterKind *const charter_kinds[] = { CHARTER_KINDS (CHARTER_KIND_POINTER) };
#undef CHARTER_KIND_POINTER

const guint charter_n_kinds = G_N_ELEMENTS (charter_kinds);

#define CHARTER_KIND_NAME(CONSTANT, c_name, name) name,
const char *const charter_kind_names[] = { CHARTER_KINDS (CHARTER_KIND_NAME) NULL };
#undef CHARTER_KIND_NAME

static const CharterRow submission_rows[] = {
  { "at", CHARTER_TYPE_INSTANT, CHARTER_ROW_REQUIRED,
    .meaning = "When it happened." },
  { "by", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person who makes the entry, as the host has authenticated them." },
  { "data", CHARTER_TYPE_OBJECT, CHARTER_ROW_REQUIRED,
    .meaning = "The members of the kind." },
  { "id", CHARTER_TYPE_NAME, 0,
    .meaning = "Id of the entry, drawn where none is given." },
  { "kind", CHARTER_TYPE_ENUM, CHARTER_ROW_REQUIRED,
    .values = charter_kind_names,
    .meaning = "The kind of thing that happened." },
};

const CharterShape charter_submission_shape = {
  "submission", CHARTER_ROWS (submission_rows),
  "An entry as it is handed in, with every value in clear.",
};

static const CharterRow entry_rows[] = {
  { "at", CHARTER_TYPE_INSTANT, CHARTER_ROW_REQUIRED,
    .meaning = "When it happened." },
  { "by", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person who made the entry." },
  { "data", CHARTER_TYPE_OBJECT, CHARTER_ROW_REQUIRED,
    .meaning = "The members of the kind, private and sealed values as commitments." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED,
    .meaning = "Id of the entry." },
  { "kind", CHARTER_TYPE_ENUM, CHARTER_ROW_REQUIRED,
    .values = charter_kind_names,
    .meaning = "The kind of thing that happened." },
  { "recorded", CHARTER_TYPE_INSTANT, CHARTER_ROW_REQUIRED,
    .meaning = "When it was written into the record." },
  { "seq", CHARTER_TYPE_INTEGER, CHARTER_ROW_REQUIRED,
    .min = 1, .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Place of the entry in the record, from 1." },
};

const CharterShape charter_entry_shape = {
  "entry", CHARTER_ROWS (entry_rows),
  "An entry as it is stored.",
};

guint16
charter_kind_lookup (const char *name)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (charter_kinds);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (name, charter_kind_names[middle]);

      if (order == 0)
        return middle;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return CHARTER_KIND_NONE;
}

const char *
charter_kind_get_act (const CharterKind *kind)
{
  if (kind->flags & CHARTER_KIND_CONCERN)
    return NULL;
  return kind->act != NULL ? kind->act : "record";
}

static const char *const refers_kinds[] = {
  [CHARTER_REFERS_PARTNER] = "partner-joined",
  [CHARTER_REFERS_PERSON] = "person-joined",
  [CHARTER_REFERS_DECISION] = "decision-proposed",
  [CHARTER_REFERS_MEETING] = "meeting-called",
  [CHARTER_REFERS_AGREEMENT] = "agreement-made",
  [CHARTER_REFERS_OBJECTIVE] = "objective-agreed",
  [CHARTER_REFERS_ACTION] = "action-agreed",
  [CHARTER_REFERS_ACTIVITY] = "activity-planned",
  [CHARTER_REFERS_CONTRIBUTION] = "contribution-made",
  [CHARTER_REFERS_NEED] = "need-identified",
  [CHARTER_REFERS_SUPPORT] = "support-asked",
  [CHARTER_REFERS_RESOURCE] = "resource-pledged",
  [CHARTER_REFERS_CONCERN] = "concern-raised",
  [CHARTER_REFERS_CLAIM] = "claim-made",
  [CHARTER_REFERS_OBJECTION] = "objection-raised",
  [CHARTER_REFERS_LINK] = "link-stated",
  [CHARTER_REFERS_INTEREST] = "interest-declared",
  [CHARTER_REFERS_DISPENSATION] = "dispensation-granted",
  [CHARTER_REFERS_DELEGATION] = "delegation-made",
};

const char *
charter_refers_kind (CharterRefers refers)
{
  return (guint) refers < G_N_ELEMENTS (refers_kinds) ? refers_kinds[refers] : NULL;
}
