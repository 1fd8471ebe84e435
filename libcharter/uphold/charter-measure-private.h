/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-measure.h>

#include "uphold/charter-uphold-private.h"

G_BEGIN_DECLS

CharterMeasure *charter_measure_new (const CharterMeasureData *data);

G_END_DECLS
