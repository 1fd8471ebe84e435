/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "permit/charter-closure-private.h"
#include "permit/charter-search-private.h"

G_BEGIN_DECLS

/* A glance at what bars somebody from an item: yes or no, without the proof.  It goes the same
 * ways as charter_item_bars() but leaves exemptions, thresholds and rulings aside.  So where it
 * sees nothing, there is nothing; where it sees something that these might take away again, it
 * is not sure, and the whole question has to be asked. */

typedef enum
{
  CHARTER_GLANCE_CLEAR,
  CHARTER_GLANCE_BARRED,
  CHARTER_GLANCE_UNSURE
} CharterGlance;

/* One path of the policy. */
typedef struct
{
  CharterSearch  search;
  struct _CharterGlancePolicy *policy;
  gboolean       bears;         /* what is found along it bars from the act */
  gboolean       certain;       /* and nothing may take it away again */
  guint          n_tail;        /* steps at the end that repeat */
  guint64        along, against;    /* relations of all of these that there are in the record */
  gboolean       against_more;  /* against more than sensitive links */
  guint64        step_against;  /* the same of the first step */
  gboolean       odd;           /* one of them takes more than these relations */
  gboolean       owning;        /* they lead to what is owned, and to nothing else */
  CharterClosure closure;       /* hubs: of the item, along the tail, as far as was needed */
  gboolean       left_out;      /* a person who owns something is not in it */
  CharterClosurePlace *wanted;  /* hubs: where the other steps lead to */
  guint          n_wanted, room;
} CharterGlancePath;

/* The policy of one version of the charter, for one act. */
typedef struct _CharterGlancePolicy
{
  const CharterDocumentData *charter;
  gboolean                   own_bears;         /* an own matter bars */
  gboolean                   direct_bears, direct_certain;
  gboolean                   connected_bears, connected_certain;
  gboolean                   any_bears;
  gboolean                   dispenses;         /* the item would free persons from a bar */
  const guint32             *about;             /* hubs of the parties concerned */
  guint                      n_about;
  guint64                    relations;         /* that there are in the record */
  gboolean                   filled;            /* the item names these parties too */
  gboolean                   quick;             /* at its time every plain edge is there */
  const CharterHub          *hubs;              /* those of the state, while it is held */
  const CharterArc          *first_links, *in_arcs, *out_arcs;
  CharterGlancePath         *paths;
  guint                      n_paths;
  GArray                    *partners;          /* CharterRef; of whoever is asked about */
} CharterGlancePolicy;

/* @bits: what the act is about, not 0.  The scene's state is held by the caller. */
void          charter_glance_policy_init  (CharterGlancePolicy       *self,
                                           const CharterScene        *scene,
                                           const CharterDocumentData *charter,
                                           guint                      bits);
void          charter_glance_policy_clear (CharterGlancePolicy       *self);
/* Begins with an item, which has to stay as it is until the next one.  @about: hubs of the
 * parties that it concerns, borrowed.  Its own list of them is not looked at: it has to be filled
 * with charter_glance_fill() before anybody else uses the item. */
void          charter_glance_begin        (CharterGlancePolicy       *self,
                                           const CharterItem         *item,
                                           const guint32             *about,
                                           guint                      n_about,
                                           gboolean                   dispenses);
void          charter_glance_fill         (CharterGlancePolicy       *self,
                                           const CharterItem         *item);
/* What bars a person from the act on the item; @person: a number among CharterParties. */
CharterGlance charter_glance_at           (CharterGlancePolicy       *self,
                                           const CharterItem         *item,
                                           guint32                    person);

/* Everybody who is current and has a conflict on the item that bears on @bits, in order of
 * joining: @out becomes a list of their numbers among CharterParties.  @room is for use inside. */
void          charter_glance_conflicted   (CharterGlancePolicy       *self,
                                           const CharterItem         *item,
                                           guint                      bits,
                                           CharterClosure            *room,
                                           GArray                    *out);

/* Is there a bar for a conflict, found or ruled, that bears on @bits? */
gboolean      charter_item_has_conflict   (const CharterItem         *item,
                                           CharterRef                 person,
                                           guint                      bits);

/* — what these share — */

/* Is the edge of the arc there at the item's time? */
gboolean charter_glance_is_there   (const CharterGlancePolicy *self,
                                    const CharterItem         *item,
                                    const CharterArc          *arc,
                                    guint32                    edge);
gboolean charter_glance_step_takes (const CharterGlancePath   *self,
                                    const CharterStepData     *step,
                                    const CharterArc          *arc,
                                    guint32                    edge,
                                    gboolean                   against);
/* Grows the closure to its end; FALSE if that is not all that leads to the item: it came near
 * its limit, or to a person who owns something. */
gboolean charter_glance_close      (CharterGlancePath       *self);

G_END_DECLS
