/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-enums.h>

#include "base/charter-reasons-private.h"
#include "state/charter-state-private.h"

G_BEGIN_DECLS

/* May I?  Pure functions of (scene, question, at). */

/* How somebody is connected with a party (charter-trail-private.h). */
typedef struct _CharterTrail CharterTrail;

/* Ground codes: stable, short, each with a sentence; ascending by code. */
typedef struct
{
  const char *code;       /* "conflict" */
  const char *sentence;   /* "Has an interest in a party that the item concerns." */
} CharterGround;

extern const CharterGround charter_grounds[];
extern const guint         charter_n_grounds;

typedef struct
{
  CharterAnswer   answer;
  GPtrArray      *grounds;    /* const char *, static; sorted, no doubles */
  CharterReasons *reasons;
  CharterReasons *changes;    /* what would change the answer */
} CharterJudgement;

void charter_judgement_clear (CharterJudgement *self);

/* @act: open vocabulary.  @subject: a decision, concern, entry … or 0.  @person 0 gives
 * not-a-member.  Reasons are always made; they are cheap.  An item's times are those of its
 * decision-opened and its rule: charter_decide_may() also knows of extensions. */
void charter_permit_may      (const CharterScene *scene,
                              CharterRef          person,
                              const char         *act,
                              CharterRef          subject,
                              gint64              at,
                              CharterJudgement   *out);
/* The same where voting is known to be open from @opens to @closes (CHARTER_INSTANT_NONE:
 * not yet, no end). */
void charter_permit_may_timed (const CharterScene *scene,
                               CharterRef          person,
                               const char         *act,
                               CharterRef          subject,
                               gint64              at,
                               gint64              opens,
                               gint64              closes,
                               CharterJudgement   *out);
/* For a proposal that is not made yet: is @act covered for so large an amount? */
void charter_permit_may_amount (const CharterScene *scene,
                                CharterRef          person,
                                const char         *act,
                                gint64              amount,
                                gint64              at,
                                CharterJudgement   *out);

/* The judgement on somebody whom the record does not know: not-a-member. */
void charter_permit_stranger  (const char         *name,
                               CharterJudgement   *out);

/* What an exclusion is from, and what an electorate gives. */
enum
{
  CHARTER_FROM_PAPERS     = 1 << 0,
  CHARTER_FROM_DISCUSSION = 1 << 1,
  CHARTER_FROM_PRESENCE   = 1 << 2,
  CHARTER_FROM_QUORUM     = 1 << 3,
  CHARTER_FROM_VOTE       = 1 << 4,
  CHARTER_FROM_HEARING    = 1 << 5       /* be-heard; not shown */
};

#define CHARTER_FROM_PERSONS (CHARTER_FROM_PAPERS | CHARTER_FROM_DISCUSSION | CHARTER_FROM_PRESENCE)
#define CHARTER_FROM_UNITS   (CHARTER_FROM_QUORUM | CHARTER_FROM_VOTE)

/* The names of the bits in @from, in alphabetical order (discussion, papers, presence,
 * quorum, vote); @n_names is at most 5. */
guint charter_from_names (guint       from,
                          const char *names[5]);

typedef struct
{
  CharterRef         who;       /* person, or voting unit for quorum and vote */
  guint              from;      /* CHARTER_FROM_ bits */
  guint              shown;     /* those of them that answers show: quorum and vote concern units,
                                   so a person who is none is not said to be kept out of them,
                                   though barred from casting for a partner */
  const char        *ground;    /* static */
  const char        *clause;    /* NULL */
  const CharterFact *because;   /* the entry that the ground rests on, NULL */
  CharterRef         party;     /* for a conflict: the party concerned; for an affiliate: under whom
                                   its vote stands; 0 */
  CharterRef         person;    /* the person whose ground it is, where @who is the partner
                                   that has nobody else to send; else @who */
  const CharterTrail *trail;    /* of a conflict, in the electorate's arena; NULL */
  gboolean           qualified; /* barred under a regime that asks for a qualified majority */
} CharterExclusionData;

/* Somebody whose vote stands under an affiliate. */
typedef struct
{
  CharterRef unit, under;
} CharterFolded;

/* A delegation that covers the item, as at its time. */
typedef struct
{
  const CharterFact *made;
  CharterRef         from, to;      /* as its entry has them */
  CharterRef         unit;          /* the voting unit that delegates, 0 if @from is none */
  CharterRef         delegate;      /* the voting unit to which, 0 if @to is none */
  CharterRef         final;         /* whoever it leads to in the end */
  const char        *ground;        /* why it falls; NULL */
  const char        *clause;        /* behind the ground, NULL */
  const CharterFact *because;       /* behind the ground, NULL */
} CharterDelegationData;

/* For one decision at one time: who may see papers, discuss, be present (persons), be
 * counted and vote (voting units), each exclusion with its ground.  Computed here only. */
typedef struct
{
  GArray *papers, *discussion, *presence;   /* CharterRef of persons */
  GArray *members;                          /* CharterRef of all voting units, barred or not */
  GArray *quorum, *vote;                    /* CharterRef of voting units */
  GArray *removed;                          /* CharterRef of units out of the bases */
  GArray *excluded;                         /* CharterExclusionData */
  gboolean indeterminate;                   /* something could not be evaluated */
  CharterArena *arena;                      /* of trails; NULL */
  GArray *folded;                           /* CharterFolded: who votes under an affiliate */
  GArray *delegations;                      /* CharterDelegationData, by name of @from */
} CharterElectorateData;

/* Voting units are those of @rule; without one there are none. */
void     charter_permit_electorate (const CharterScene        *scene,
                                    CharterRef                 decision,
                                    const CharterDocumentData *charter,
                                    const CharterRuleData     *rule,
                                    gint64                     at,
                                    CharterElectorateData     *out);
/* The same as far as one voting unit goes: whether it is counted and votes. */
void     charter_permit_electorate_of (const CharterScene        *scene,
                                       CharterRef                 decision,
                                       const CharterDocumentData *charter,
                                       const CharterRuleData     *rule,
                                       gint64                     at,
                                       CharterRef                 unit,
                                       CharterElectorateData     *out);
void     charter_electorate_clear  (CharterElectorateData *self);
gboolean charter_refs_contain      (GArray *refs, CharterRef ref);
/* The unit under which the vote of @who stands: itself, unless it is an affiliate. */
CharterRef charter_electorate_unit (const CharterElectorateData *self,
                                    CharterRef                   who);
/* The exclusion of @who from @from, NULL if there is none: of a unit, or of a person who may
 * not cast for a partner. */
const CharterExclusionData *charter_electorate_exclusion (const CharterElectorateData *self,
                                                          CharterRef                   who,
                                                          guint                        from);

/* Is it for a conflict, an own matter or stepping out, and not for lack of a permission? */
gboolean charter_exclusion_is_bar (const CharterExclusionData *self);
gboolean charter_ground_is_bar    (const char *ground);

/* One way in which somebody, a person or a whole partner, is connected with a party that the
 * decision concerns; or that the others ruled so. */
typedef struct
{
  CharterRef               person;      /* or partner */
  CharterRef               party;       /* 0: ruled only, or withheld */
  const char              *category;
  const CharterFact       *declared;    /* the first entry that it rests on */
  const CharterRegimeData *regime;      /* what follows from it; NULL: nothing */
  const CharterFact       *ruled;       /* the conflict-ruled, NULL */
  const char              *clause;      /* of the path or the policy; NULL */
  gboolean                 awaits;      /* it bars only once it is ruled on */
  const CharterTrail      *trail;       /* NULL: ruled only */
} CharterConflictData;

/* TRUE where a conflict-ruled finds that there is a conflict. */
gboolean charter_ruling_finds_conflict (const CharterScene *scene,
                                        const CharterFact  *ruled);

void charter_permit_conflicts      (const CharterScene        *scene,
                                    CharterRef                 decision,
                                    const CharterDocumentData *charter,
                                    gint64                     at,
                                    GArray                    *out,    /* CharterConflictData */
                                    CharterArena             **arena); /* of their trails */
/* Would @who, a person, be out of a matter about these parties (one name or a list of them):
 * their own, or that of a partner they act for, or one that they are connected with? */
gboolean charter_permit_is_connected (const CharterScene *scene,
                                      CharterRef          who,
                                      const CharterNode  *about,
                                      gint64              at);
/* Every current declared interest of a person, whatever it bears on. */
void charter_permit_interests      (const CharterScene *scene,
                                    CharterRef          person,
                                    gint64              at,
                                    GArray             *out);   /* CharterConflictData */

/* One decision of a bundle. */
typedef struct
{
  CharterRef         decision;
  const char        *ground;     /* why it is taken out: a ground code, "withdrawn", "other-rule",
                                    "bundle" (it is one itself), "opened-alone"; NULL: it is not */
  CharterRef         who;        /* the voting unit that is barred from voting on it, 0 */
  CharterRef         person;     /* whose ground it is; 0 */
  const char        *clause;     /* NULL */
  const CharterFact *because;    /* NULL */
} CharterBundled;

/* The decisions of a bundle, by name, as at @at; none if it is no bundle. */
void charter_permit_bundle         (const CharterScene        *scene,
                                    CharterRef                 bundle,
                                    const CharterDocumentData *charter,
                                    const CharterRuleData     *rule,
                                    gint64                     at,
                                    GArray                    *out);   /* CharterBundled */

/* Who casts for a partner (speaks: representative): the holder of the role `representative`
 * for it, else the holder of a role that substitutes; 0 if nobody. */
CharterRef charter_permit_speaker  (const CharterScene        *scene,
                                    const CharterDocumentData *charter,
                                    CharterRef                 partner,
                                    gint64                     at);

G_END_DECLS
