/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-types.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_ELECTION (charter_election_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterElection, charter_election, CHARTER, ELECTION, GObject)

CHARTER_AVAILABLE_IN_0_1
CharterElection   *charter_election_new           (const char *const *options,
                                                   GError           **error);
CHARTER_AVAILABLE_IN_0_1
CharterElection   *charter_election_new_from_json (const char        *json,
                                                   GError           **error);
CHARTER_AVAILABLE_IN_0_1
CharterElection   *charter_election_new_from_text (GBytes            *text,
                                                   const char        *format,
                                                   GError           **error);
CHARTER_AVAILABLE_IN_0_1
CharterElection   *charter_election_new_from_file (const char        *path,
                                                   const char        *format,
                                                   GError           **error);
CHARTER_AVAILABLE_IN_0_1
CharterElection   *charter_election_new_rankings  (const char *const *options,
                                                   GBytes            *ranks,
                                                   GError           **error);
CHARTER_AVAILABLE_IN_0_1
gboolean           charter_election_add_ballot    (CharterElection   *self,
                                                   const char        *json,
                                                   GError           **error);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_election_get_options   (CharterElection   *self);
CHARTER_AVAILABLE_IN_0_1
gint64             charter_election_get_n_ballots (CharterElection   *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_election_get_method    (CharterElection   *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_election_get_form      (CharterElection   *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_election_get_format    (CharterElection   *self);
CHARTER_AVAILABLE_IN_0_1
CharterCount      *charter_election_count         (CharterElection   *self,
                                                   const char        *method,
                                                   const char        *params,
                                                   GCancellable      *cancellable,
                                                   GError           **error);
CHARTER_AVAILABLE_IN_0_1
char              *charter_election_to_json       (CharterElection   *self);
CHARTER_AVAILABLE_IN_0_1
char              *charter_election_to_text       (CharterElection   *self,
                                                   const char        *format,
                                                   GError           **error);

G_END_DECLS
