/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-document.h>
#include <charter/charter-enums.h>
#include <charter/charter-version-macros.h>
#include <charter/charter-view.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_AUDIT (charter_audit_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterAudit, charter_audit, CHARTER, AUDIT, GObject)

CHARTER_AVAILABLE_IN_0_1
CharterAudit *charter_audit_document        (CharterDocument      *document,
                                             const char           *voters,
                                             GCancellable         *cancellable,
                                             GError              **error);
CHARTER_AVAILABLE_IN_0_1
void          charter_audit_document_async  (CharterDocument      *document,
                                             const char           *voters,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
CHARTER_AVAILABLE_IN_0_1
CharterAudit *charter_audit_document_finish (GAsyncResult         *result,
                                             GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterAudit *charter_audit_members         (CharterView          *view,
                                             CharterDocument      *document,
                                             const char           *at,
                                             GCancellable         *cancellable,
                                             GError              **error);
CHARTER_AVAILABLE_IN_0_1
void          charter_audit_members_async   (CharterView          *view,
                                             CharterDocument      *document,
                                             const char           *at,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
CHARTER_AVAILABLE_IN_0_1
CharterAudit *charter_audit_members_finish  (GAsyncResult         *result,
                                             GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterAudit *charter_audit_compare         (CharterDocument      *document,
                                             CharterDocument      *older);

CHARTER_AVAILABLE_IN_0_1
const char   *charter_audit_get_kind        (CharterAudit         *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_audit_get_at          (CharterAudit         *self);
CHARTER_AVAILABLE_IN_0_1
guint         charter_audit_get_count       (CharterAudit         *self,
                                             CharterAuditSeverity  severity);
CHARTER_AVAILABLE_IN_0_1
GListModel   *charter_audit_get_powers      (CharterAudit         *self);
CHARTER_AVAILABLE_IN_0_1
char         *charter_audit_to_json         (CharterAudit         *self);
CHARTER_AVAILABLE_IN_0_1
char        **charter_audit_list_codes      (void);

G_END_DECLS
