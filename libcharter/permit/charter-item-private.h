/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "permit/charter-permit-private.h"
#include "permit/charter-trail-private.h"

G_BEGIN_DECLS

/* What the files of permit/ share, and decide/ reads: one item of business at one time. */

typedef struct
{
  const CharterScene        *scene;
  CharterRef                 decision;
  const CharterFact         *proposed;
  const CharterDocumentData *charter;    /* NULL: none in force */
  const CharterRuleData     *rule;       /* NULL: the charter has no such rule */
  gint64                     at;         /* the time of the item; may be set anew */
  GArray                    *about;      /* CharterRef of the parties concerned */
  CharterWeb                *web;        /* shared by copies; for whatever instant is asked about */
} CharterItem;

/* @charter, @rule: NULL to look them up.  @scene is borrowed. */
void charter_item_init  (CharterItem               *self,
                         const CharterScene        *scene,
                         CharterRef                 decision,
                         const CharterDocumentData *charter,
                         const CharterRuleData     *rule,
                         gint64                     at);
/* No decision, but a matter about these parties under the charter in force. */
void charter_item_init_about (CharterItem          *self,
                              const CharterScene   *scene,
                              const CharterNode    *about,
                              gint64                at);
/* The parties concerned, by their hubs. */
void charter_item_set_about (const CharterItem         *self,
                             const guint32             *hubs,
                             guint                      n);
void charter_item_clear (CharterItem               *self);

/* The rule that a decision is put under at @at: that of the proposal, or of the last
 * decision-amended that names one.  NULL if @charter has none of that id. */
const CharterRuleData *charter_item_rule (const CharterScene        *scene,
                                          const CharterFact         *proposed,
                                          const CharterDocumentData *charter,
                                          gint64                     at);
/* The last decision-amended by @at that gives @member ("rule", "text", "options", …), as far as
 * it came before the opening of the voting asked about; NULL if there is none. */
const CharterFact     *charter_item_amended (const CharterScene *scene,
                                             CharterRef          decision,
                                             const char         *member,
                                             gint64              at);
/* The id of that rule, whether the charter has it or not. */
const char            *charter_item_rule_id (const CharterScene *scene,
                                             const CharterFact  *proposed,
                                             gint64              at);
/* The decision-opened that counts at @at: the last one after the last decision-reopened.
 * NULL if there is none.  @since: seq of that decision-reopened, 0. */
const CharterFact     *charter_item_opened (const CharterScene *scene,
                                            CharterRef          decision,
                                            gint64              at,
                                            guint32            *since);
/* When voting opened and closes as the decision-opened and the rule say, without
 * extensions; CHARTER_INSTANT_NONE where there is none. */
void                   charter_item_times (const CharterScene    *scene,
                                           const CharterFact     *opened,
                                           const CharterRuleData *rule,
                                           gint64                *opens,
                                           gint64                *closes);
/* Can a ballot be cast at @at? */
gboolean               charter_item_is_open (const CharterRuleData *rule,
                                             gint64                 opens,
                                             gint64                 closes,
                                             gint64                 at);

/* The decision-withdrawn, and the decision-closed of the voting that is open otherwise, by @at;
 * NULL. */
const CharterFact     *charter_item_withdrawn (const CharterItem *item,
                                               gint64             at);
const CharterFact     *charter_item_closed    (const CharterItem *item,
                                               gint64             at);
/* Is voting on the item open at @at, by the entries that withdrew, opened and closed it? */
gboolean               charter_item_is_put  (const CharterItem   *item,
                                             gint64               opens,
                                             gint64               closes,
                                             gint64               at);
/* What is at stake in a decision; FALSE if it does not say. */
gboolean               charter_item_amount  (const CharterScene  *scene,
                                             const CharterFact   *proposed,
                                             gint64              *amount);

/* What keeps somebody out of an item. */
typedef struct
{
  const char              *ground;
  const CharterRegimeData *regime;
  const char              *clause;       /* NULL */
  const CharterFact       *because;      /* NULL */
  CharterRef               party;        /* for a conflict or an own matter; 0 */
  const char              *category;     /* of an interest; NULL */
  guint                    from;         /* bits barred, less what is dispensed */
  guint                    dispensed;    /* bits that a dispensation gives back */
  const CharterFact       *dispensation; /* NULL */
  const CharterFact       *ruled;        /* the conflict-ruled behind it, NULL */
  gboolean                 awaits;       /* needs a ruling that is not there: indeterminate */
  gboolean                 unbuilt;      /* cannot be worked out: indeterminate */
  const CharterTrail      *trail;        /* of a conflict; NULL */
  CharterRef               who;          /* whose ground it is: the one asked about, or a partner
                                            that they act for */
} CharterBar;

/* What bars @who, a person or a partner, from the item, as at its time: CharterBar appended
 * to @out.  A person is also barred by what bars a partner that it acts for. */
void     charter_item_bars       (const CharterItem *item,
                                  CharterRef         who,
                                  GArray            *out);
/* The first bar of @bars from @from, NULL if there is none. */
const CharterBar *charter_bars_from (GArray *bars,
                                     guint   from);
/* Bits that a regime takes away. */
guint    charter_regime_from     (const CharterRegimeData *regime);

/* How @who, a person or a partner, is connected with the parties concerned: const
 * CharterTrail * appended to @out, those that count and those that @what adds. */
enum
{
  CHARTER_TRAILS_EXEMPT = 1 << 0,   /* what the policy exempts */
  CHARTER_TRAILS_ENDED  = 1 << 1    /* what an entry ended, or a correction took away */
};

void     charter_item_trails     (const CharterItem *item,
                                  CharterRef         who,
                                  guint              what,
                                  GPtrArray         *out);
/* Everybody whom a search back from the parties concerned comes to: persons and partners
 * who may have a trail, each once, in order of joining. */
void     charter_item_reachable  (const CharterItem *item,
                                  GArray            *out);   /* CharterRef */
/* The regime, and the clause, of a conflict that rests on the trail. */
const CharterRegimeData *charter_item_regime (const CharterItem  *item,
                                              const CharterTrail *trail,
                                              const char        **clause);
/* Does the party count as a public body; has everybody declared an interest in it? */
gboolean charter_item_is_public  (const CharterItem *item,
                                  CharterRef         party);
gboolean charter_item_is_shared  (const CharterItem *item,
                                  CharterRef         party);
/* The relation as the link says it. */
const char *charter_hop_relation (const CharterScene *scene,
                                  const CharterHop   *hop);

/* Is the declared interest current at @at, its tail included?  @policy nullable. */
gboolean charter_interest_is_current (const CharterScene          *scene,
                                      const CharterConflictPolicy *policy,
                                      const CharterFact           *declared,
                                      gint64                       at);
/* Is it known that a later entry ended or corrected it? */
gboolean charter_interest_is_changed (const CharterScene          *scene,
                                      const CharterFact           *declared);
/* The newest conflict-ruled on @who for the item, NULL if there is none. */
const CharterFact *charter_item_ruling (const CharterItem *item,
                                        CharterRef         who);

/* charter_permit_may_timed() on an item that was made before, at its time. */
void charter_permit_may_on (const CharterItem *item,
                            CharterRef         person,
                            const char        *act,
                            CharterRef         subject,
                            gint64             at,
                            gint64             opens,
                            gint64             closes,
                            CharterJudgement  *out);

/* What the charter says of an act. */
typedef struct
{
  gboolean             allowed;
  const char          *ground;   /* open, listed, or why not */
  const char          *clause;   /* NULL */
  const char          *role;     /* through which, or the one no longer held, that bars, or that
                                    does not go with @other_role; NULL */
  gint64               limit;    /* where the ground is over-limit */
  const CharterFact   *because;  /* the role-given or role-ended, NULL */
  const char          *other_role;   /* where the ground is incompatible-roles */
  const CharterFact   *also;         /* its role-given */
  const char          *unasked;  /* where the ground is not-asked: whose view was not sought */
} CharterPermission;

/* @subject: what the act is done on, 0 for nothing; only on a decision can somebody have been
 * asked first.  @has_amount: the permission must reach so far.  @charter NULL: there is none in
 * force. */
void charter_permission_check (const CharterScene        *scene,
                               const CharterDocumentData *charter,
                               CharterRef                 person,
                               const char                *act,
                               CharterRef                 subject,
                               gboolean                   has_amount,
                               gint64                     amount,
                               gint64                     at,
                               CharterPermission         *out);
/* As if no role barred anything: does a list reach the person all the same? */
void charter_permission_check_lists (const CharterScene        *scene,
                                     const CharterDocumentData *charter,
                                     CharterRef                 person,
                                     const char                *act,
                                     CharterRef                 subject,
                                     gboolean                   has_amount,
                                     gint64                     amount,
                                     gint64                     at,
                                     CharterPermission         *out);
/* Who may do @act beyond @limit, each with how far, as the charter spells them:
 * "role:treasurer (20000), partners".  NULL if nobody. */
char *charter_permission_beyond (const CharterDocumentData *charter,
                                 const char                *act,
                                 gint64                     limit);

/* Does the charter leave the act to every current person? */
gboolean charter_permission_is_open (const CharterDocumentData *charter,
                                     const char                *act);

/* Those whom the item's rule gives a vote at its time, alone or together with affiliates:
 * partners, then persons, in order of joining. */
void       charter_item_units      (const CharterItem *item,
                                    GArray            *out);
gboolean   charter_item_is_unit    (const CharterItem *item,
                                    CharterRef         ref);
/* The persons who may cast for a partner at the item's time, as `speaks` says; where all
 * who could are barred, those. */
void       charter_item_casters    (const CharterItem *item,
                                    CharterRef         partner,
                                    GArray            *out);
/* The one that @person casts for: itself, @wanted (a partner, 0 for any), or the partner it
 * acts for.  0 if there is none, with the ground; "which-partner" where it must say.  Where
 * affiliates have one vote together, it stands under charter_item_head(). */
CharterRef charter_item_unit_of    (const CharterItem *item,
                                    CharterRef         person,
                                    CharterRef         wanted,
                                    const char       **ground,
                                    CharterPermission *why);
/* To whom somebody belongs: comparable, and nothing else. */
typedef struct
{
  const char *group;   /* NULL: none */
  CharterRef  self;
} CharterAffiliation;

void       charter_item_affiliation (const CharterItem  *item,
                                     CharterRef          unit,
                                     CharterAffiliation *out);
int        charter_affiliation_compare (const CharterAffiliation *a,
                                        const CharterAffiliation *b);
/* For each of @units, the position (guint) of the first one of its affiliation. */
void       charter_item_affiliates (const CharterItem *item,
                                    GArray            *units,
                                    GArray            *firsts);
/* The unit under which the vote of @unit stands: under `fold: affiliates` the one of its
 * affiliation that joined first among the current ones with a vote; else itself. */
CharterRef charter_item_head       (const CharterItem *item,
                                    CharterRef         unit);

/* The delegations of votes on the item, into @electorate, whose units are known. */
void       charter_item_delegations (const CharterItem     *item,
                                     CharterElectorateData *electorate);

/* Can the person cast at the item's time: permitted, and not barred from voting? */
gboolean   charter_item_can_cast   (const CharterItem *item,
                                    CharterRef         person);
/* Under method `role-holder`: does @ref hold a role that substitutes one of the rule's, which
 * nobody holds who can decide? */
gboolean   charter_item_stands_in  (const CharterItem *item,
                                    CharterRef         ref);

/* The meeting at which the item is taken: that of its proposal, else the newest one that has it
 * on its agenda; 0. */
CharterRef charter_item_meeting    (const CharterItem  *item);
/* 1 noted present at the item's meeting, 0 noted absent, -1 not noted, as at the item's time.
 * @noted: NULL, or where the attendance-noted goes. */
int        charter_item_attendance (const CharterItem  *item,
                                    CharterRef          person,
                                    const CharterFact **noted);

G_END_DECLS
