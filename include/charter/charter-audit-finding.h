/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-enums.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_AUDIT_FINDING (charter_audit_finding_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterAuditFinding, charter_audit_finding, CHARTER, AUDIT_FINDING, GObject)

CHARTER_AVAILABLE_IN_0_1
const char           *charter_audit_finding_get_code       (CharterAuditFinding *self);
CHARTER_AVAILABLE_IN_0_1
CharterAuditSeverity  charter_audit_finding_get_severity   (CharterAuditFinding *self);
CHARTER_AVAILABLE_IN_0_1
const char           *charter_audit_finding_get_message    (CharterAuditFinding *self);
CHARTER_AVAILABLE_IN_0_1
const char           *charter_audit_finding_get_suggestion (CharterAuditFinding *self);
CHARTER_AVAILABLE_IN_0_1
char                 *charter_audit_finding_dup_localized_message    (CharterAuditFinding *self);
CHARTER_AVAILABLE_IN_0_1
char                 *charter_audit_finding_dup_localized_suggestion (CharterAuditFinding *self);
CHARTER_AVAILABLE_IN_0_1
const char           *charter_audit_finding_get_path       (CharterAuditFinding *self);
CHARTER_AVAILABLE_IN_0_1
const char *const    *charter_audit_finding_get_rules      (CharterAuditFinding *self);
CHARTER_AVAILABLE_IN_0_1
const char           *charter_audit_finding_get_role       (CharterAuditFinding *self);
CHARTER_AVAILABLE_IN_0_1
const char           *charter_audit_finding_get_clause     (CharterAuditFinding *self);
CHARTER_AVAILABLE_IN_0_1
const char *const    *charter_audit_finding_get_who        (CharterAuditFinding *self);
CHARTER_AVAILABLE_IN_0_1
GListModel           *charter_audit_finding_get_reasons    (CharterAuditFinding *self);
CHARTER_AVAILABLE_IN_0_1
char                 *charter_audit_finding_to_json        (CharterAuditFinding *self);

G_END_DECLS
