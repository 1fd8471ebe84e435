/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "audit/charter-audit-work-private.h"
#include "state/charter-state-private.h"

G_BEGIN_DECLS

/* Who has a vote under each rule of the work's charter, and who may do what, in the scene at
 * @at; the charter need not be the one in force. */
void charter_audit_read_members (CharterAuditWork   *self,
                                 const CharterScene *scene,
                                 gint64              at);

G_END_DECLS
