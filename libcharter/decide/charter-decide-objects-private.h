/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-outcome.h>

#include "decide/charter-decide-private.h"

G_BEGIN_DECLS

/* What the files charter-outcome*.c share. */
struct _CharterOutcome
{
  GObject parent_instance;

  CharterState   *state;      /* what decided borrows from */
  CharterDecided *decided;
  char           *at, *opens, *closes, *summary;
  GListModel     *tests, *excluded, *delegations, *flagged, *reasons;   /* NULL until read */
  GListModel     *dissent, *serves;   /* the same */
  char           *quorum_base_exact;  /* NULL: no quorum */
  GStrv           remedies, bundled, taken_out;
  char           *discussion_until, *reflection_until, *admission_until;
  char           *standstill_until, *review_on;
  GListModel     *options, *ties;                                       /* the same */
  GStrv           winners, ranking, tied;
};

/* The properties of charter-outcome-time.c, numbered from @first on. */
void     charter_outcome_install_times (GObjectClass   *object_class,
                                        guint           first);
void     charter_outcome_get_time      (CharterOutcome *self,
                                        guint           number,
                                        GValue         *value);
void     charter_outcome_fill_times    (CharterOutcome *self);
void     charter_outcome_clear_times   (CharterOutcome *self);

CharterDissent *charter_dissent_new  (const CharterScene       *scene,
                                      const CharterDissentData *data);
CharterTestRow *charter_test_row_new (const CharterTestResult *result);
/* The part of it that is about options. */
void            charter_outcome_install_choice      (GObjectClass   *object_class);
gboolean        charter_outcome_get_choice_property (CharterOutcome *self,
                                                     guint           id,
                                                     GValue         *value);
void            charter_outcome_fill_choice         (CharterOutcome *self);
void            charter_outcome_clear_choice        (CharterOutcome *self);
/* Takes @decided, and holds its state. */
CharterOutcome *charter_outcome_new  (const char              *at,
                                      CharterDecided          *decided);

G_END_DECLS
