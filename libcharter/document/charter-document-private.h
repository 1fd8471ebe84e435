/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-enums.h>

#include "base/charter-fraction-private.h"
#include "base/charter-period-private.h"
#include "format/charter-node-private.h"
#include "format/charter-problems-private.h"

G_BEGIN_DECLS

/* The written charter as plain structs: what the four answers read.  Immutable,
 * reference-counted, shared between threads; strings and nodes live in its arena.  The
 * public CharterDocument wraps one of these. */

typedef enum
{
  CHARTER_COMPARE_GREATER,           /* ">" */
  CHARTER_COMPARE_GREATER_OR_EQUAL   /* ">=" */
} CharterCompare;

typedef enum
{
  CHARTER_ROUND_EXACT,
  CHARTER_ROUND_UP,
  CHARTER_ROUND_DOWN,
  CHARTER_ROUND_NEAREST
} CharterRound;

typedef enum
{
  CHARTER_METHOD_MAJORITY,
  CHARTER_METHOD_UNANIMITY,
  CHARTER_METHOD_CONSENT,
  CHARTER_METHOD_CONSENSUS,
  CHARTER_METHOD_LAZY_CONSENSUS,
  CHARTER_METHOD_ROLE_HOLDER,
  CHARTER_METHOD_APPROVAL,
  CHARTER_METHOD_SCORE,
  CHARTER_METHOD_SCHULZE,
  CHARTER_METHOD_RANKED_PAIRS,
  CHARTER_METHOD_COPELAND,
  CHARTER_METHOD_MINIMAX,
  CHARTER_METHOD_BORDA,
  CHARTER_METHOD_INSTANT_RUNOFF,
  CHARTER_METHOD_STV
} CharterMethod;

typedef enum { CHARTER_UNIT_PERSON, CHARTER_UNIT_PARTNER } CharterUnit;
typedef enum { CHARTER_SPEAKS_REPRESENTATIVE, CHARTER_SPEAKS_LAST, CHARTER_SPEAKS_AGREED } CharterSpeaks;
typedef enum { CHARTER_FOLD_NONE, CHARTER_FOLD_AFFILIATES, CHARTER_FOLD_IDENTICAL } CharterFold;
typedef enum { CHARTER_AS_AT_OPENING, CHARTER_AS_AT_BALLOT, CHARTER_AS_AT_CLOSING } CharterAsAt;
typedef enum { CHARTER_RECAST_REPLACES, CHARTER_RECAST_REFUSED, CHARTER_RECAST_INVALID } CharterRecast;

typedef enum
{
  CHARTER_BASE_NONE,
  CHARTER_BASE_MEMBERS,
  CHARTER_BASE_ELIGIBLE,
  CHARTER_BASE_PRESENT,
  CHARTER_BASE_INVITED,
  CHARTER_BASE_MEAN_ATTENDANCE
} CharterBase;

/* Sets of ballots and bases that a test's `of` and `base` sum over. */
typedef enum
{
  CHARTER_SUM_FOR      = 1 << 0,
  CHARTER_SUM_AGAINST  = 1 << 1,
  CHARTER_SUM_ABSTAIN  = 1 << 2,
  CHARTER_SUM_OBJECT   = 1 << 3,
  CHARTER_SUM_SILENT   = 1 << 4,
  CHARTER_SUM_CAST     = 1 << 5,
  CHARTER_SUM_PRESENT  = 1 << 6,
  CHARTER_SUM_ELIGIBLE = 1 << 7,
  CHARTER_SUM_MEMBERS  = 1 << 8,
  CHARTER_SUM_QUORUM   = 1 << 9
} CharterSum;

typedef struct
{
  const char     *constituency;   /* one of these two */
  const char     *role;
  CharterFraction at_least;
} CharterRequirement;

typedef struct
{
  gboolean            given;
  CharterBase         base;
  gboolean            has_share, has_at_least, has_at_most;
  CharterFraction     share;
  CharterCompare      compare;
  CharterRound        round;
  gint64              plus;           /* added after the share; 0 */
  CharterFraction     at_least;       /* 0 where it is not given */
  CharterFraction     at_most;
  gboolean            sqrt_of;        /* `sqrt-of`: compared by squaring */
  guint               meetings;       /* mean-attendance */
  guint               counts;         /* CharterSum bits: for against abstain object, present */
  const CharterRequirement *requires_;
  guint               n_requires;
  const char         *per;            /* "item" "meeting" "option" */
  gboolean            per_meeting;
  gboolean            by_heads;
  gboolean            compare_defaulted, round_defaulted, counts_defaulted;
} CharterQuorumRule;

/* A share that is needed from one turnout on. */
typedef struct
{
  CharterFraction turnout;            /* `from`, or `above` where exclusive */
  gboolean        exclusive;
  CharterFraction share;
  CharterCompare  compare;
  gboolean        compare_defaulted;
} CharterBand;

typedef struct
{
  const char     *id;
  guint           of;                 /* CharterSum bits */
  guint           base;               /* CharterSum bits; 0 for counts (at-least, at-most) */
  const char     *constituency;       /* narrows both; NULL */
  gboolean        has_share, has_at_least, has_at_most;
  CharterFraction share;
  CharterFraction at_least, at_most;
  CharterCompare  compare;
  CharterRound    round;
  gint64          plus;
  gboolean        by_heads;
  gboolean        compare_defaulted;
  const CharterNode *node;            /* the whole row */
  const CharterBand *bands;           /* rising by turnout */
  guint           n_bands;
  guint           veto;               /* CHARTER_SUM_AGAINST or CHARTER_SUM_OBJECT; 0: no veto */
  const CharterNode *holders;         /* of the veto, array of strings */
  gboolean        needs_reason;
} CharterTestRule;

typedef struct
{
  gboolean      has_discussion, has_reflection, has_open, has_late_quorum, has_standstill, has_review;
  CharterPeriod discussion, reflection, open, late_quorum, standstill, review;
} CharterRuleTimes;

/* What a proposal needs before it is discussed: to be seconded by so many units. */
typedef struct
{
  gboolean        given;
  CharterBase     base;
  gboolean        has_share, has_at_least, has_within;
  CharterFraction share, at_least;
  CharterCompare  compare;
  CharterPeriod   within;
  gboolean        per_option;
} CharterAdmissionRule;

typedef enum
{
  CHARTER_EARLY_NEVER,
  CHARTER_EARLY_ALL_VOTED,
  CHARTER_EARLY_SAFE,
  CHARTER_EARLY_TESTS
} CharterEarlyOn;

/* When voting closes before its end. */
typedef struct
{
  CharterEarlyOn         on;
  gboolean               cast_stands;   /* safe: what was cast is taken as final */
  const CharterTestRule *tests;         /* those of the rule, then the further ones */
  guint                  n_tests, n_further;
} CharterEarlyRule;

typedef struct
{
  const char            *id;
  const char            *clause;       /* NULL */
  const char            *name;         /* NULL */
  CharterMethod          method;
  CharterUnit            unit;         /* default partner */
  CharterSpeaks          speaks;       /* default representative */
  CharterFold            fold;         /* default none */
  CharterAsAt            as_at;        /* default closing */
  CharterRecast          recast;       /* default replaces */
  gboolean               secret;
  gboolean               closes_inclusive;
  gboolean               silence_assents;
  const CharterNode     *voters;       /* array of strings, NULL: all units */
  CharterQuorumRule      quorum;
  const CharterTestRule *tests;
  guint                  n_tests;
  const CharterNode     *ties;         /* array of strings; NULL: status-quo */
  CharterRuleTimes       times;
  CharterAdmissionRule   admission;
  CharterEarlyRule       early;
  gboolean               amends_charter;
  const CharterNode     *node;         /* the whole rule, for members not lifted out */
  const char            *beyond;       /* first member that this version cannot evaluate; NULL */
  gboolean               totals_always; /* `secret-totals`: "always"; default "guarded" */
  gboolean               speaks_defaulted; /* representative where there is that role, else last */
  gboolean               as_at_defaulted, recast_defaulted, ties_defaulted;
  gboolean               tests_defaulted;  /* majority and role-holder without `tests`: for over
                                              1/2 of for+against; unanimity: all of it */
} CharterRuleData;

/* Does the method count objections: consent, consensus, lazy consensus? */
gboolean charter_rule_hears_objections (const CharterRuleData *rule);
/* Do objections bear on the count: by its method, a test, the quorum, or a veto? */
gboolean charter_rule_uses_objections  (const CharterRuleData *rule);

typedef struct
{
  const char        *id, *name, *clause, *substitutes;
  gboolean           one_holder;        /* `holder`: "one" (default) or "many" */
  gboolean           has_term;
  CharterPeriod      term;
  gboolean           of_partner;        /* `of`: "partner" or "partnership" (default) */
  const CharterNode *acts;              /* array of strings, NULL */
  const CharterNode *incompatible;
  const CharterNode *bars;              /* array of acts, NULL */
} CharterRoleData;

typedef struct
{
  const char        *act, *clause;
  const CharterNode *to;                /* array of "role:ID", "constituency:ID", "partners", "persons", "person:ID", "partner:ID" */
  const CharterNode *limit;             /* NULL */
  const CharterNode *asks;              /* spelled as `to`: whose view is sought first; NULL */
} CharterPermissionData;

typedef struct
{
  const char  *id;
  gboolean     papers, discussion, presence, vote;
  const char  *quorum;                  /* "counts" "fixed-base" "shrinking-base" "units-removed" */
  /* What presets have beyond their switches. */
  gboolean     without;                 /* authorised-without: no dispensation gives a vote back */
  gboolean     qualified;               /* qualified-majority: tests of its own, at least two */
  gboolean     by_ruling;               /* colleagues-decide: needs a ruling, a tie dismisses */
  gboolean     heard;                   /* whoever is barred may be heard */
} CharterRegimeData;

/* One step of a path.  Masks are of CHARTER_RELATION_BIT. */
typedef struct
{
  guint64            along, against;    /* links walked from `from` to `to`, and the other way */
  const char *const *others;            /* words that have no code, NULL-terminated; NULL */
  gboolean           optional, repeats; /* "?", "*" (which is also optional) */
} CharterStepData;

#define CHARTER_STEPS_MAX 16

typedef struct
{
  const char              *id, *clause, *category;
  const CharterRegimeData *regime;      /* NULL: the policy's */
  gboolean                 group;       /* `direction` */
  guint                    depth;
  gboolean                 has_share, add_connected;
  CharterFraction          share;
  CharterCompare           compare;
  const CharterStepData   *steps;
  guint                    n_steps;
  guint                    first_holding; /* the step from which shares are multiplied */
  guint                    first_tail;    /* from here on every step repeats; n_steps if none does */
} CharterPathData;

/* The regime of declared interests of a category. */
typedef struct
{
  const char              *category, *clause;
  const CharterRegimeData *regime;
} CharterCategoryData;

typedef struct
{
  const char        *clause;            /* NULL */
  CharterRegimeData  regime;            /* the policy's own, preset or custom; default fixed-base */
  gint64             floor;
  gboolean           needs_ruling;
  const CharterPathData *paths;
  guint              n_paths;
  const CharterCategoryData *categories;
  guint              n_categories;
  gboolean           exempts_public_bodies, exempts_shared, exempts_unknown;
  const CharterNode *exempt, *exempt_categories, *public_bodies, *remedies;
  gboolean           has_tail, has_declare_within, has_confirm_every, has_dispensation_at_most, has_published_for, has_register_within;
  CharterPeriod      tail, declare_within, confirm_every, dispensation_at_most, published_for, register_within;
  const CharterNode *node;              /* its preset's members included; NULL where the charter
                                           has no policy: defaults hold */
  gboolean           dispensation_by_all; /* `dispensation-by`: "all"; default "others" */
  const CharterRegimeData *regimes;     /* presets first, then the charter's own */
  guint              n_regimes;
} CharterConflictPolicy;

typedef struct
{
  const char    *id, *name, *of, *clause;
  CharterPeriod  every;
  gboolean       every_is_rule;         /* an RRULE or repeating interval: node has it; not a plain period */
  const char    *every_text;
  gint32         anchor;                /* CHARTER_DATE_NONE: the day the charter comes into force */
  gboolean       from_completion;       /* `from`: "schedule" (default) or "completion" */
  gboolean       has_notice, has_window, has_grace;
  CharterPeriod  notice, window, grace;
  const char    *owner;                 /* who must see to it: a role or person id; NULL */
  const CharterNode *node;
  const CharterNode *escalate_to;       /* one or several "role:ID", "person:ID"; NULL */
} CharterCycleData;

typedef struct
{
  const char        *id, *text, *source;
  CharterClauseKind  kind;
  guint              section;           /* index */
  const CharterNode *checks;            /* array, NULL */
  const CharterNode *attest;            /* array, NULL */
} CharterClauseData;

typedef struct { const char *id, *title; guint first_clause, n_clauses; } CharterSectionData;
typedef struct { const char *id, *name; } CharterConstituencyData;
typedef struct { const char *name; CharterPeriod period; } CharterNamedPeriod;

typedef struct _CharterDocumentData CharterDocumentData;

struct _CharterDocumentData
{
  gatomicrefcount                ref_count;
  CharterArena                  *arena;
  const CharterNode             *root;
  const char                    *format, *id, *title, *version, *language, *source;
  gint32                         in_force_from;      /* CHARTER_DATE_NONE: at once */
  const char                    *zone;               /* calendar.zone, "UTC" */
  CharterCalendar                calendar;
  const CharterSectionData      *sections;       guint n_sections;
  const CharterClauseData       *clauses;        guint n_clauses;      /* over all sections, in order */
  const CharterConstituencyData *constituencies; guint n_constituencies;
  const CharterRoleData         *roles;          guint n_roles;
  const CharterPermissionData   *permissions;    guint n_permissions;
  const CharterRuleData         *rules;          guint n_rules;
  const CharterCycleData        *cycles;         guint n_cycles;
  const CharterNamedPeriod      *periods;        guint n_periods;
  CharterConflictPolicy          conflicts;
  const CharterNode             *requires_;      /* array of strings, NULL */
  /* Worked out when first asked for, through the functions below. */
  GMutex                         lock;
  char                          *canonical;
  char                          *digest;
  /* Positions in the lists above, ascending by id. */
  const guint                   *clause_order, *constituency_order, *role_order, *rule_order, *cycle_order;
};

/* Largest canonical form that charter-adopted accepts. */
#define CHARTER_DOCUMENT_MAX (512 * 1024)

/* Reads, checks against the schema and for meaning (ids unique, every reference inside the
 * document found, alternatives, known checks), and compiles. NULL and problems otherwise.
 * Findings that are no errors (a clause with neither checks nor attest) are not problems. */
CharterDocumentData *charter_document_data_read      (const char      *text,
                                                      gsize            length,
                                                      CharterProblems *problems);
/* The same from an object already read (the `charter` member of charter-adopted). */
CharterDocumentData *charter_document_data_from_node (const CharterNode *node,
                                                      const char        *path,
                                                      CharterProblems   *problems);
CharterDocumentData *charter_document_data_ref       (CharterDocumentData *self);
void                 charter_document_data_unref     (CharterDocumentData *self);

/* The RFC 8785 form, and its SHA-256 in hex: borrowed, made once. */
const char                  *charter_document_data_get_canonical (const CharterDocumentData *self);
const char                  *charter_document_data_get_digest (const CharterDocumentData *self);

const CharterClauseData     *charter_document_data_find_clause (const CharterDocumentData *self, const char *id);
const CharterRoleData       *charter_document_data_find_role   (const CharterDocumentData *self, const char *id);
const CharterRuleData       *charter_document_data_find_rule   (const CharterDocumentData *self, const char *id);
const CharterCycleData      *charter_document_data_find_cycle  (const CharterDocumentData *self, const char *id);
const CharterConstituencyData *charter_document_data_find_constituency (const CharterDocumentData *self, const char *id);
const CharterPeriod         *charter_document_data_find_period (const CharterDocumentData *self, const char *name);
/* A preset or one of the charter's own; NULL if there is none of that id. */
const CharterRegimeData     *charter_document_data_find_regime (const CharterDocumentData *self, const char *id);
/* TRUE if any role or permission row lists @act. */
gboolean                     charter_document_data_lists_act   (const CharterDocumentData *self, const char *act);

/* A period member in either form ("P28D" or {"count", …}). */
gboolean                     charter_period_from_node          (const CharterNode *node, CharterPeriod *out);
/* A share, number or count member. */
gboolean                     charter_fraction_from_node        (const CharterNode *node, CharterFraction *out);

/* Named checks and attestation questions known to this version; NULL-terminated. */
extern const char *const charter_check_names[];
extern const char *const charter_question_ids[];
/* The words of a question, and its scale: 'T' (how true) or 'F' (how often); NULL and 0 if
 * this version does not know it. */
const char                  *charter_question_text             (const char *id);
char                         charter_question_scale            (const char *id);
/* The families of checks and the measures that this version knows; NULL-terminated. */
extern const char *const charter_check_families[];
extern const char *const charter_measure_names[];

/* The CharterSum bits of "for+against"; FALSE if a part is no such word, is named twice, or
 * a set that stands alone (cast … quorum) is added to another. */
gboolean                     charter_sum_parse                 (const char *text,
                                                                guint      *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterDocumentData, charter_document_data_unref)

G_END_DECLS
