/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-view.h>

#include "base/charter-reasons-private.h"
#include "state/charter-state-private.h"

G_BEGIN_DECLS

CharterView        *charter_view_new       (CharterState *state,
                                            guint32       known);
const CharterScene *charter_view_get_scene (CharterView  *self);
/* The `at` of a question: VALUE error in plain words if it is no instant. */
gboolean            charter_question_at    (const char   *at,
                                            gint64       *out,
                                            GError      **error);
/* An id in a question must be UTF-8; NULL is. */
gboolean            charter_question_utf8  (const char   *text,
                                            GError      **error);
/* A CharterReason list model (GListStore) of the top reasons. */
GListModel         *charter_reasons_to_model (CharterReasons *reasons);
/* The `reasons` member: array of {code, message, clause?, entries, reasons?}. */
void                charter_reasons_build  (CharterReasons *reasons,
                                            CharterBuilder *builder);

G_END_DECLS
