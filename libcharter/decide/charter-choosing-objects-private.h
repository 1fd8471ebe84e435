/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-option-result.h>
#include <charter/charter-tie-step.h>

#include "decide/charter-choosing-private.h"
#include "decide/charter-decide-objects-private.h"

G_BEGIN_DECLS

CharterOptionResult *charter_option_result_new (const CharterChoosing *choosing,
                                                guint                  option);
CharterTieStep      *charter_tie_step_new      (const CharterScene    *scene,
                                                const CharterChoosing *choosing,
                                                guint                  step);
/* The ids of options by their positions. */
GStrv charter_choosing_dup_ids                 (const CharterChoosing *choosing,
                                                GArray                *options);

G_END_DECLS
