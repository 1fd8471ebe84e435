/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include <charter/charter-clause.h>
#include <charter/charter-constituency.h>
#include <charter/charter-cycle.h>
#include <charter/charter-fault.h>
#include <charter/charter-role.h>
#include <charter/charter-rule.h>
#include <charter/charter-section.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_DOCUMENT (charter_document_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterDocument, charter_document, CHARTER, DOCUMENT, GObject)

/* Reading */
CHARTER_AVAILABLE_IN_0_1
CharterDocument     *charter_document_new_from_text        (const char           *text,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterDocument     *charter_document_new_from_bytes       (GBytes               *bytes,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterDocument     *charter_document_new_from_node        (JsonNode             *node,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterDocument     *charter_document_new_from_model       (const char           *id,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterDocument     *charter_document_new_from_file        (GFile                *file,
                                                            GCancellable         *cancellable,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
void                 charter_document_new_from_file_async  (GFile                *file,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
CHARTER_AVAILABLE_IN_0_1
CharterDocument     *charter_document_new_from_file_finish (GAsyncResult         *result,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_document_check_text           (const char           *text);
CHARTER_AVAILABLE_IN_0_1
char               **charter_document_list_models          (void);
CHARTER_AVAILABLE_IN_0_1
char               **charter_document_list_presets         (void);
CHARTER_AVAILABLE_IN_0_1
char                *charter_document_get_preset           (const char           *id,
                                                            GError              **error);

/* Properties */
CHARTER_AVAILABLE_IN_0_1
const char          *charter_document_get_format           (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_document_get_id               (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_document_get_title            (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_document_get_version          (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_document_get_language         (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_document_get_source           (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_document_get_in_force_from    (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_document_get_zone             (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_document_get_digest           (CharterDocument      *self);

/* Parts */
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_document_get_sections         (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_document_get_clauses          (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_document_get_constituencies   (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_document_get_roles            (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_document_get_rules            (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_document_get_cycles           (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
CharterSection      *charter_document_find_section         (CharterDocument      *self,
                                                            const char           *id);
CHARTER_AVAILABLE_IN_0_1
CharterClause       *charter_document_find_clause          (CharterDocument      *self,
                                                            const char           *id);
CHARTER_AVAILABLE_IN_0_1
CharterConstituency *charter_document_find_constituency    (CharterDocument      *self,
                                                            const char           *id);
CHARTER_AVAILABLE_IN_0_1
CharterRole         *charter_document_find_role            (CharterDocument      *self,
                                                            const char           *id);
CHARTER_AVAILABLE_IN_0_1
CharterRule         *charter_document_find_rule            (CharterDocument      *self,
                                                            const char           *id);
CHARTER_AVAILABLE_IN_0_1
CharterCycle        *charter_document_find_cycle           (CharterDocument      *self,
                                                            const char           *id);

/* Writing */
CHARTER_AVAILABLE_IN_0_1
char                *charter_document_to_json              (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
char                *charter_document_to_pretty            (CharterDocument      *self);
CHARTER_AVAILABLE_IN_0_1
JsonNode            *charter_document_to_node              (CharterDocument      *self);

G_END_DECLS
