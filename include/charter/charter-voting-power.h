/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_VOTING_POWER (charter_voting_power_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterVotingPower, charter_voting_power, CHARTER, VOTING_POWER, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *charter_voting_power_get_rule    (CharterVotingPower *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_voting_power_get_voter   (CharterVotingPower *self);
CHARTER_AVAILABLE_IN_0_1
gint64      charter_voting_power_get_weight  (CharterVotingPower *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_voting_power_get_shapley (CharterVotingPower *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_voting_power_get_banzhaf (CharterVotingPower *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_voting_power_get_penrose (CharterVotingPower *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_voting_power_get_swings  (CharterVotingPower *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_voting_power_get_blocks  (CharterVotingPower *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_voting_power_get_decides (CharterVotingPower *self);

G_END_DECLS
