/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-error.h>

#include "decide/charter-decide-private.h"
#include "permit/charter-permit-private.h"
#include "record/charter-leaf-private.h"
#include "state/charter-state-private.h"

G_BEGIN_DECLS

/* Admit: judges a new entry against state, charter and clock, and may refuse it.  Nothing
 * here changes the state; what is admitted is written to the store and then applied. */

/* Why an entry was refused. */
typedef struct
{
  CharterError  error;
  char         *code;       /* stable and short: "id-reused", "closed", "conflict", … */
  char         *path;       /* JSON Pointer into the entry */
  char         *message;
} CharterRefused;

void     charter_refused_clear    (CharterRefused *self);
/* "PATH: MESSAGE", in CHARTER_ERROR. */
void     charter_refused_to_error (const CharterRefused *self,
                                   GError              **error);

/* What the gate works on: one entry, and what came before. */
typedef struct
{
  CharterScene               scene;
  gint64                     clock;         /* the host's present instant; CHARTER_INSTANT_NONE:
                                               that of the entry itself (`suppose`) */
  gint64                     last_recorded; /* the latest so far */
  gboolean                   governed;      /* permission is asked from here on */
  gboolean                   supposing;     /* nothing sealed may bear on what follows */
  gboolean                   trying;        /* nor on whether it would be refused */
  CharterArena              *arena;
  const CharterDocumentData *charter;       /* in force at `at`, NULL */
  const CharterKind         *schema;
  guint16                    kind;
  gint64                     at;            /* as it will be stored */
  gint64                     recorded;
  gint64                     uncut;         /* recorded, before a concern's is cut to the day */
  CharterRef                 by;
  const char                *by_id;         /* NULL */
  const char                *id;
  const CharterNode         *data;          /* in clear; assigned members added at the end */
  gboolean                   secret, anonymous;
  CharterRefused            *refused;
} CharterGate;

/* Refuses: sets what is in @gate->refused and returns FALSE. */
gboolean charter_gate_refuse (CharterGate  *gate,
                              CharterError  error,
                              const char   *code,
                              const char   *path,
                              const char   *format,
                              ...) G_GNUC_PRINTF (5, 6);

/* An admitted entry, ready to be stored. */
typedef struct
{
  char      *id;
  char      *leaf;
  GPtrArray *openings;       /* char * */
  gint64     recorded;
  gint64     existing;       /* seq of the entry that is already there (same id, same
                                submission), 0; then nothing else is set */
} CharterAdmitted;

void     charter_admitted_clear (CharterAdmitted *self);

/* @gate: scene, clock, last_recorded, governed, arena and refused are set by the caller. */
gboolean charter_gate_admit  (CharterGate             *gate,
                              const CharterSubmission *submission,
                              CharterAdmitted         *out);

/* The shape of the values in @row of an entry; of the `set` of a correction, that of the kind
 * that it corrects. */
const CharterShape *charter_inner_shape (const CharterScene *scene,
                                         const CharterFact  *fact,
                                         const CharterRow   *row);

/* — the parts, each in a file of its own — */

gboolean charter_gate_check_times       (CharterGate *gate, const CharterSubmission *submission);
gboolean charter_gate_check_references  (CharterGate *gate);
gboolean charter_gate_check_permission  (CharterGate *gate);
gboolean charter_gate_check_rules       (CharterGate *gate);
/* data with drawn ids and assigned members. */
gboolean charter_gate_assign            (CharterGate *gate);
gboolean charter_gate_draw              (CharterGate *gate);
/* TRUE if by one of the entries after @since a current person came to hold the act `record`
 * under a charter in force; from then on permission is asked for good. */
gboolean charter_gate_is_governed       (const CharterScene *scene, guint32 since);

/* Two dates of @data in order; a share over 0 and at most 1. Paths are under @path. */
gboolean charter_gate_check_span        (CharterGate       *gate,
                                         const CharterNode *data,
                                         const char        *first,
                                         const char        *last,
                                         const char        *path);
gboolean charter_gate_check_share       (CharterGate       *gate,
                                         const CharterNode *data,
                                         const char        *path);

/* Links that would give more than the whole of a party away, or make one own itself; of a
 * correction, @corrected is the entry and @data what it would say.  NULL: the entry judged. */
gboolean charter_gate_check_link        (CharterGate       *gate,
                                         const CharterFact *corrected,
                                         const CharterNode *data);
/* The same of a delegation: its last day, and circles. */
gboolean charter_gate_check_delegation  (CharterGate       *gate,
                                         const CharterFact *corrected,
                                         const CharterNode *data);
/* What the rules of @entry's kind say of a correction after which it has the data @after. */
gboolean charter_gate_check_corrected   (CharterGate       *gate,
                                         const CharterFact *entry,
                                         const CharterNode *after);
/* The member "scope": a rule or decision that is there, or any area. */
gboolean charter_gate_check_scope       (CharterGate *gate);
/* The decisions that a proposal puts as one motion. */
gboolean charter_gate_check_bundle      (CharterGate *gate);
/* The rule that an amendment gives a decision which is a bundle or in one. */
gboolean charter_gate_check_bundle_rule (CharterGate *gate);

/* Does a second count under a rule that asks for it, and is it the first? */
gboolean charter_gate_check_second      (CharterGate               *gate,
                                         const CharterDocumentData *charter,
                                         const CharterRuleData     *rule);
/* Was the charter that an entry adopts decided on, as the one in force asks? */
gboolean charter_gate_check_adoption    (CharterGate               *gate,
                                         const CharterDocumentData *document);
/* The standstill of the decision in @member is over. */
gboolean charter_gate_check_standstill  (CharterGate               *gate,
                                         const char                *member);
/* The decision-closed that stands of a decision, whenever it was; NULL. */
const CharterFact *charter_gate_closing (CharterGate               *gate,
                                         CharterRef                 decision);

/* Rules of kinds, by room. */
typedef gboolean (*CharterGateRule) (CharterGate *gate);

typedef struct
{
  const char      *kind;
  CharterGateRule  rule;
} CharterGateRow;

extern const CharterGateRow charter_gate_standing_rules[];
extern const CharterGateRow charter_gate_interest_rules[];
extern const CharterGateRow charter_gate_delegation_rules[];
extern const CharterGateRow charter_gate_decision_rules[];
extern const CharterGateRow charter_gate_conduct_rules[];
extern const CharterGateRow charter_gate_record_rules[];

/* Shorthands over the entry judged. */
const char *charter_gate_string (CharterGate *gate, const char *member);
CharterRef  charter_gate_ref    (CharterGate *gate, const char *member);
/* The newest earlier entry of a kind about the thing in @member, NULL if none. */
const CharterFact *charter_gate_earlier (CharterGate *gate, const char *kind, const char *member);
/* The partner or person in @member, if there is one, must belong at the entry's time. */
gboolean    charter_gate_must_be_current (CharterGate *gate, const char *member);
/* The thing in @member has not been ended by an entry of the same kind before. */
gboolean    charter_gate_ended_once      (CharterGate *gate, const char *member);
/* The entry, which ends the thing in @member, does not come before its beginning. */
gboolean    charter_gate_ends_after_start (CharterGate *gate, const char *member);
/* A member "decision" (@member) must be carried; TRUE where the member is absent. */
gboolean    charter_gate_needs_carried (CharterGate *gate, const char *member);
/* The same, and its standstill over. */
gboolean    charter_gate_needs_final   (CharterGate *gate, const char *member);

G_END_DECLS
