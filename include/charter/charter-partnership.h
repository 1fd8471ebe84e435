/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-document.h>
#include <charter/charter-entry.h>
#include <charter/charter-refusal.h>
#include <charter/charter-store.h>
#include <charter/charter-types.h>
#include <charter/charter-version-macros.h>
#include <charter/charter-view.h>

G_BEGIN_DECLS

/**
 * CharterLineForm:
 * @CHARTER_LINE_FORM_SUBMISSION: `submission`: kind, at, by, id and data in clear; importing
 *   judges every entry anew.
 * @CHARTER_LINE_FORM_RECORD: `record`: the entry as stored and its openings; importing keeps
 *   seq, recorded and salts.
 *
 * The two forms of JSON Lines.
 *
 * Since: 0.1
 */
typedef enum
{
  CHARTER_LINE_FORM_SUBMISSION,
  CHARTER_LINE_FORM_RECORD
} CharterLineForm;

#define CHARTER_TYPE_LINE_FORM (charter_line_form_get_type ())
CHARTER_AVAILABLE_IN_0_1
GType charter_line_form_get_type (void) G_GNUC_CONST;

#define CHARTER_TYPE_PARTNERSHIP (charter_partnership_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterPartnership, charter_partnership, CHARTER, PARTNERSHIP, GObject)

/* Making and opening */
CHARTER_AVAILABLE_IN_0_1
CharterPartnership *charter_partnership_new                (void);
CHARTER_AVAILABLE_IN_0_1
CharterPartnership *charter_partnership_new_for_store      (CharterStore         *store,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterPartnership *charter_partnership_create             (const char           *path,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterPartnership *charter_partnership_open               (const char           *path,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterPartnership *charter_partnership_open_read_only     (const char           *path,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
void                charter_partnership_open_async         (const char           *path,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
CHARTER_AVAILABLE_IN_0_1
CharterPartnership *charter_partnership_open_finish        (GAsyncResult         *result,
                                                            GError              **error);

/* Properties */
CHARTER_AVAILABLE_IN_0_1
CharterStore       *charter_partnership_get_store          (CharterPartnership   *self);
CHARTER_AVAILABLE_IN_0_1
const char         *charter_partnership_get_id             (CharterPartnership   *self);
CHARTER_AVAILABLE_IN_0_1
const char         *charter_partnership_get_title          (CharterPartnership   *self);
CHARTER_AVAILABLE_IN_0_1
const char         *charter_partnership_get_zone           (CharterPartnership   *self);
CHARTER_AVAILABLE_IN_0_1
gint64              charter_partnership_get_head           (CharterPartnership   *self);
CHARTER_AVAILABLE_IN_0_1
gboolean            charter_partnership_get_read_only      (CharterPartnership   *self);
CHARTER_AVAILABLE_IN_0_1
const char         *charter_partnership_get_damage         (CharterPartnership   *self);
CHARTER_AVAILABLE_IN_0_1
const char         *charter_partnership_get_clock          (CharterPartnership   *self);
CHARTER_AVAILABLE_IN_0_1
gboolean            charter_partnership_set_clock          (CharterPartnership   *self,
                                                            const char           *instant,
                                                            GError              **error);

/* Recording */
CHARTER_AVAILABLE_IN_0_1
CharterEntry       *charter_partnership_record             (CharterPartnership   *self,
                                                            const char           *kind,
                                                            const char           *at,
                                                            const char           *by,
                                                            const char           *data,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
void                charter_partnership_record_async       (CharterPartnership   *self,
                                                            const char           *kind,
                                                            const char           *at,
                                                            const char           *by,
                                                            const char           *data,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
CHARTER_AVAILABLE_IN_0_1
CharterEntry       *charter_partnership_record_finish      (CharterPartnership   *self,
                                                            GAsyncResult         *result,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry       *charter_partnership_submit             (CharterPartnership   *self,
                                                            const char           *submission,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
GListModel         *charter_partnership_record_many        (CharterPartnership   *self,
                                                            const char           *submissions,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
void                charter_partnership_record_many_async  (CharterPartnership   *self,
                                                            const char           *submissions,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
CHARTER_AVAILABLE_IN_0_1
GListModel         *charter_partnership_record_many_finish (CharterPartnership   *self,
                                                            GAsyncResult         *result,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterRefusal     *charter_partnership_try_submission     (CharterPartnership   *self,
                                                            const char           *submission,
                                                            GError              **error);

/* JSON Lines */
CHARTER_AVAILABLE_IN_0_1
gint64              charter_partnership_import             (CharterPartnership   *self,
                                                            GInputStream         *stream,
                                                            GCancellable         *cancellable,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
void                charter_partnership_import_async       (CharterPartnership   *self,
                                                            GInputStream         *stream,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
CHARTER_AVAILABLE_IN_0_1
gint64              charter_partnership_import_finish      (CharterPartnership   *self,
                                                            GAsyncResult         *result,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
gboolean            charter_partnership_export             (CharterPartnership   *self,
                                                            GOutputStream        *stream,
                                                            CharterLineForm       form,
                                                            GCancellable         *cancellable,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
void                charter_partnership_export_async       (CharterPartnership   *self,
                                                            GOutputStream        *stream,
                                                            CharterLineForm       form,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
CHARTER_AVAILABLE_IN_0_1
gboolean            charter_partnership_export_finish      (CharterPartnership   *self,
                                                            GAsyncResult         *result,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
gint64              charter_partnership_refresh            (CharterPartnership   *self,
                                                            GError              **error);

/* Views */
CHARTER_AVAILABLE_IN_0_1
CharterView        *charter_partnership_get_view           (CharterPartnership   *self);
CHARTER_AVAILABLE_IN_0_1
CharterView        *charter_partnership_as_of              (CharterPartnership   *self,
                                                            gint64                seq,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterView        *charter_partnership_as_known           (CharterPartnership   *self,
                                                            const char           *known,
                                                            GError              **error);

/* Things */
CHARTER_AVAILABLE_IN_0_1
CharterEntry       *charter_partnership_get_entry          (CharterPartnership   *self,
                                                            const char           *id);
CHARTER_AVAILABLE_IN_0_1
GListModel         *charter_partnership_get_entries        (CharterPartnership   *self);
CHARTER_AVAILABLE_IN_0_1
CharterDocument    *charter_partnership_get_charter        (CharterPartnership   *self,
                                                            const char           *at,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
char               *charter_partnership_reveal             (CharterPartnership   *self,
                                                            const char           *entry,
                                                            const char           *viewer,
                                                            const char           *at,
                                                            GError              **error);

/* The four questions, asked of the current view */
CHARTER_AVAILABLE_IN_0_1
CharterVerdict     *charter_partnership_may                (CharterPartnership   *self,
                                                            const char           *person,
                                                            const char           *act,
                                                            const char           *subject,
                                                            const char           *at,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterOutcome     *charter_partnership_decide             (CharterPartnership   *self,
                                                            const char           *decision,
                                                            const char           *at,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
GListModel         *charter_partnership_list_obligations   (CharterPartnership   *self,
                                                            const char           *at,
                                                            const char           *who,
                                                            const char           *until,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
GListModel         *charter_partnership_list_register      (CharterPartnership   *self,
                                                            const char           *at,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterFinding     *charter_partnership_assess_clause      (CharterPartnership   *self,
                                                            const char           *clause,
                                                            const char           *at,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
CharterAssessment  *charter_partnership_assess             (CharterPartnership   *self,
                                                            const char           *at,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
void                charter_partnership_assess_async       (CharterPartnership   *self,
                                                            const char           *at,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
CHARTER_AVAILABLE_IN_0_1
CharterAssessment  *charter_partnership_assess_finish      (CharterPartnership   *self,
                                                            GAsyncResult         *result,
                                                            GError              **error);
CHARTER_AVAILABLE_IN_0_1
char               *charter_partnership_describe           (CharterPartnership   *self,
                                                            const char           *id,
                                                            const char           *at,
                                                            GError              **error);

G_END_DECLS
