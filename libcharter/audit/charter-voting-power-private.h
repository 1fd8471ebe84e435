/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-voting-power.h>

#include "decide/charter-power-private.h"
#include "format/charter-json-writer-private.h"

G_BEGIN_DECLS

/* Of a game that was counted. */
CharterVotingPower *charter_voting_power_new   (const char         *rule,
                                                const char         *voter,
                                                gint64              weight,
                                                const CharterPower *power,
                                                guint               index);
void                charter_voting_power_build (CharterVotingPower *self,
                                                CharterBuilder     *builder);

G_END_DECLS
