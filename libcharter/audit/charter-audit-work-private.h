/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-audit.h>
#include <charter/charter-audit-finding.h>

#include "audit/charter-audit-sentences-private.h"
#include "base/charter-arena-private.h"
#include "base/charter-reasons-private.h"
#include "decide/charter-power-private.h"
#include "document/charter-document-private.h"
#include "format/charter-json-writer-private.h"

G_BEGIN_DECLS

/* What the files of audit/ share.  Whatever has to be read from a record is read first, into
 * plain structs; the work on them touches no scene and may be done in another thread. */

/* — voters — */

/* Somebody who has a vote under a rule, as far as the rule can tell them apart.  Lists are
 * NULL-terminated, NULL if empty. */
typedef struct
{
  const char        *name;
  gint64             weight;
  const char *const *constituencies;   /* own */
  const char *const *sorts;            /* constituencies of those who cast for it, too */
  const char *const *roles;            /* of itself, and of those who cast for it */
  const char *const *casters;          /* persons who may cast for it; a person: itself */
} CharterAuditVoter;

typedef enum
{
  CHARTER_AUDIT_ANYBODY,   /* nobody is known: statements hold for every number of voters */
  CHARTER_AUDIT_NUMBER,    /* so many, alike, each in every constituency */
  CHARTER_AUDIT_STATED,    /* as the caller describes them */
  CHARTER_AUDIT_MEMBERS    /* those of a record */
} CharterAuditBasis;

/* The voters of one rule. */
typedef struct
{
  const CharterRuleData *rule;
  CharterAuditBasis      basis;
  GArray                *voters;       /* CharterAuditVoter; empty for ANYBODY */
  gboolean               any_constituency;  /* none is stated: each may belong to any */
  gboolean               any_role;
  guint                  most;         /* there can be no more than so many; G_MAXUINT */
} CharterAuditBody;

/* Who may do what, as a record has it. */
typedef struct
{
  const char        *act;
  const char *const *persons;          /* who may, in order of joining; NULL: nobody */
  gint32             until;            /* last day on which any of them may, as things stand;
                                          CHARTER_DATE_NONE: no end is set */
  gboolean           open;             /* it is listed for nobody, and open to all */
} CharterAuditAct;

typedef struct
{
  CharterDocumentData *charter;        /* a reference */
  CharterArena        *arena;
  CharterAuditBasis    basis;
  GPtrArray           *bodies;         /* CharterAuditBody, one a rule */
  GArray              *acts;           /* CharterAuditAct; empty without a record */
  GPtrArray           *findings;       /* CharterAuditFinding */
  GPtrArray           *powers;         /* CharterVotingPower */
  GPtrArray           *games;          /* those counted so far, of charter-look-power.c */
  char                *at;             /* NULL without a record */
  GCancellable        *cancellable;    /* NULL */
  guint64              tries;          /* conditions tried in looking for clashes */
} CharterAuditWork;

/* @charter: referenced. */
CharterAuditWork *charter_audit_work_new  (CharterDocumentData *charter);
void              charter_audit_work_free (CharterAuditWork    *self);
/* Everything, in the order of the charter; FALSE if cancelled. */
gboolean          charter_audit_work_run  (CharterAuditWork    *self,
                                           GError             **error);
/* Moves findings and powers out. */
CharterAudit     *charter_audit_work_finish (CharterAuditWork  *self);

/* Voters as @text (JSON; NULL: nobody is known) states them; FALSE with @error. */
gboolean charter_audit_read_voters  (CharterAuditWork  *self,
                                     const char        *text,
                                     GError           **error);
/* @n voters alike under @rule, or as many as there can be; free with charter_audit_body_free(). */
CharterAuditBody *charter_audit_body_of (const CharterDocumentData *charter,
                                         const CharterRuleData     *rule,
                                         guint                      n);
void              charter_audit_body_free (CharterAuditBody *body);
gboolean charter_audit_among (const char *const *list,
                              const char        *word);
/* Does the spelling of `voters` and `holders` ("role:chair", "partners") reach the voter? */
/* (A role that nobody is stated to hold, where no roles are, may be anybody's.) */
gboolean charter_audit_reaches      (const CharterAuditBody  *body,
                                     const CharterAuditVoter *voter,
                                     const char              *who);

/* — what a rule asks for — */

typedef enum
{
  CHARTER_DEMAND_QUORUM,      /* enough take part */
  CHARTER_DEMAND_CEILING,     /* not more than `at-most` take part */
  CHARTER_DEMAND_REQUIRES,    /* enough of a category take part */
  CHARTER_DEMAND_SHARE,       /* a test's share, or bands */
  CHARTER_DEMAND_LEAST,
  CHARTER_DEMAND_MOST,
  CHARTER_DEMAND_VETO,
  CHARTER_DEMAND_UNANIMOUS,   /* nobody is against */
  CHARTER_DEMAND_FAVOUR,      /* somebody is in favour */
  CHARTER_DEMAND_CHOICE,      /* an option beats another */
  CHARTER_DEMAND_OPTION       /* an option test, against the default */
} CharterDemandKind;

typedef struct
{
  CharterDemandKind   kind;
  const CharterRuleData *rule;
  const CharterTestRule *test;
  const CharterNode     *node;         /* of an option test */
  const CharterRequirement *requirement;
  const char            *label;        /* how findings call it: an id, "quorum", "chair" */
  char                   path[64];     /* below the rule: "/tests/0" */
  const char            *constituency; /* narrows it; NULL */
  gboolean               heads;
} CharterDemand;

/* Sums of weights, or heads, on which a condition is judged. */
typedef struct
{
  gint64 in_favour, opposed, abstain, object, silent, barred;
} CharterSplit;

typedef struct
{
  gboolean removes;     /* the barred leave the bases */
  gboolean counts;      /* the barred are counted as present */
  gboolean qualified;
  gint64   floor;       /* 0 */
} CharterEffect;

void     charter_effect_init       (CharterEffect               *self,
                                    const CharterConflictPolicy *policy,
                                    const CharterRegimeData     *regime);
/* CharterDemand appended; all must hold. */
void     charter_rule_conditions   (const CharterDocumentData *charter,
                                    const CharterRuleData     *rule,
                                    GArray                    *out);
/* Does it hold?  @needed: NULL, or where that goes which is needed: the smallest whole
 * number, an exact number of a test's own, 0/0 if there is none.
 * What does not fit 64 bits does not hold. */
gboolean charter_demand_holds   (const CharterDemand *self,
                                    const CharterSplit     *split,
                                    const CharterEffect    *effect,
                                    CharterFraction        *needed);
/* What a voter adds to the sums of a condition: weight, 1, or 0 for one whom it passes over. */
gint64   charter_demand_value   (const CharterDemand  *self,
                                    const CharterAuditBody  *body,
                                    const CharterAuditVoter *voter);
/* FALSE if the sum does not fit. */
gboolean charter_demand_total   (const CharterDemand *self,
                                    const CharterAuditBody *body,
                                    gint64                 *out);
/* Of @total, what must be in favour where the rest is against: the smallest such sum, total + 1
 * if none is enough.  FALSE where more in favour can make it fail. */
gboolean charter_demand_least   (const CharterDemand *self,
                                    gint64                  total,
                                    gint64                 *out);
/* Ballots against are objections. */
gboolean charter_method_objects    (CharterMethod           method);
gboolean charter_method_chooses    (CharterMethod           method);

/* — saying — */

/* Appends a finding and returns it, borrowed.  @path: a JSON Pointer into the charter. Arguments
 * are at most eight strings, ended by NULL, copied. */
CharterAuditFinding *charter_audit_say (CharterAuditWork     *self,
                                        CharterAuditSentence  sentence,
                                        const char           *path,
                                        ...) G_GNUC_NULL_TERMINATED;
/* The arithmetic behind it, or what it rests on. */
void  charter_audit_finding_reckon     (CharterAuditFinding    *self,
                                        CharterAuditArithmetic  sentence,
                                        ...) G_GNUC_NULL_TERMINATED;
void  charter_audit_finding_set_rule   (CharterAuditFinding *self,
                                        const char          *rule,
                                        const char          *clause);
void  charter_audit_finding_set_role   (CharterAuditFinding *self,
                                        const char          *role,
                                        const char          *clause);
void  charter_audit_finding_set_clause (CharterAuditFinding *self,
                                        const char          *clause);
/* @names: const char *, copied. */
void  charter_audit_finding_set_who    (CharterAuditFinding *self,
                                        GPtrArray           *names);
/* What it says, but for the rules of which it says so; NULL if it is about none. */
char *charter_audit_finding_dup_key    (CharterAuditFinding *self);
/* @self says the same of the rules of @other, too. */
void  charter_audit_finding_merge      (CharterAuditFinding *self,
                                        CharterAuditFinding *other);
void  charter_audit_finding_build      (CharterAuditFinding *self,
                                        CharterBuilder      *builder);
CharterAuditFinding *charter_audit_finding_new (CharterAuditSentence  sentence,
                                                const char           *path,
                                                const char *const     arguments[8]);

/* Kept in the arena. */
const char *charter_audit_number   (CharterAuditWork      *self,
                                    gint64                 n);
const char *charter_audit_fraction (CharterAuditWork      *self,
                                    const CharterFraction *value);
const char *charter_audit_printf   (CharterAuditWork      *self,
                                    const char            *format,
                                    ...) G_GNUC_PRINTF (2, 3);
/* "a, b and c"; @most: after so many "and 7 more", 0 for all. */
const char *charter_audit_list     (CharterAuditWork      *self,
                                    GPtrArray             *names,
                                    guint                  most);
/* "/rules/3" and what follows. */
const char *charter_audit_rule_path (CharterAuditWork      *self,
                                     const CharterRuleData *rule,
                                     const char            *below);
const char *charter_audit_role_path (CharterAuditWork      *self,
                                     const CharterRoleData *role,
                                     const char            *below);

/* — looking — */

void charter_audit_look_at_rule     (CharterAuditWork       *self,
                                     const CharterAuditBody *body);
/* Which conditions can never hold together, each alone though it can. */
void charter_audit_look_for_clashes (CharterAuditWork       *self,
                                     const CharterRuleData  *rule);
void charter_audit_look_at_early    (CharterAuditWork       *self,
                                     const CharterRuleData  *rule);
void charter_audit_look_at_absences (CharterAuditWork       *self,
                                     const CharterAuditBody *body);
void charter_audit_look_at_ties     (CharterAuditWork       *self,
                                     const CharterAuditBody *body);
/* Rows of powers that are kept at most: of later rules power is not told. */
#define CHARTER_AUDIT_POWERS_MAX 100000u
/* FALSE if cancelled. */
gboolean charter_audit_look_at_power (CharterAuditWork       *self,
                                      const CharterAuditBody *body,
                                      GError                **error);
void charter_audit_look_at_roles    (CharterAuditWork       *self);
void charter_audit_look_at_acts     (CharterAuditWork       *self);
void charter_audit_look_at_clauses  (CharterAuditWork       *self);
void charter_audit_look_at_times    (CharterAuditWork       *self);
void charter_audit_look_at_policy   (CharterAuditWork       *self);
void charter_audit_look_at_decisions (CharterAuditWork      *self);
void charter_audit_look_for_unused  (CharterAuditWork       *self);

/* — comparing — */

void charter_audit_compare_charters (CharterAuditWork          *self,
                                     const CharterDocumentData *older);

/* — objects — */

/* Takes over the elements of the arrays. */
CharterAudit *charter_audit_new (CharterDocumentData *charter,
                                 const char          *kind,
                                 const char          *at,
                                 GPtrArray           *findings,
                                 GPtrArray           *powers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterAuditWork, charter_audit_work_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterAuditBody, charter_audit_body_free)

G_END_DECLS
