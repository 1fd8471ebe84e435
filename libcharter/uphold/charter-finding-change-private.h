/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-finding-change.h>
#include <charter/charter-finding.h>

G_BEGIN_DECLS

/* One of the two may be NULL. */
CharterFindingChange *charter_finding_change_new (CharterFinding *earlier,
                                                  CharterFinding *later);

G_END_DECLS
