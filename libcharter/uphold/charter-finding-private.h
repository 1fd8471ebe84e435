/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/charter-json-writer-private.h"
#include "uphold/charter-uphold-private.h"

G_BEGIN_DECLS

/* Writes the finding as an object. */
void        charter_finding_build       (CharterFinding       *self,
                                         CharterBuilder       *builder);
const char *charter_finding_status_nick (CharterFindingStatus  status);

G_END_DECLS
