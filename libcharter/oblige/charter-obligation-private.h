/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-obligation.h>

#include "oblige/charter-oblige-private.h"

G_BEGIN_DECLS

CharterObligation *charter_obligation_new (const CharterScene *scene,
                                           const CharterDuty  *duty);

G_END_DECLS
