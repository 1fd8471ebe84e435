/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-enums.h>
#include <charter/charter-types.h>
#include <charter/charter-verdict.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_QUESTION (charter_question_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterQuestion, charter_question, CHARTER, QUESTION, GObject)

CHARTER_AVAILABLE_IN_0_1
const char     *charter_question_get_act         (CharterQuestion    *self);
CHARTER_AVAILABLE_IN_0_1
const char     *charter_question_get_at          (CharterQuestion    *self);
CHARTER_AVAILABLE_IN_0_1
gint64          charter_question_get_known       (CharterQuestion    *self);

CHARTER_AVAILABLE_IN_0_1
guint           charter_question_find            (CharterQuestion    *self,
                                                  const char         *id);
CHARTER_AVAILABLE_IN_0_1
gboolean        charter_question_allows          (CharterQuestion    *self,
                                                  const char         *person,
                                                  const char         *subject);
CHARTER_AVAILABLE_IN_0_1
gboolean        charter_question_allows_handles  (CharterQuestion    *self,
                                                  guint               person,
                                                  guint               subject);
CHARTER_AVAILABLE_IN_0_1
CharterAnswer   charter_question_answer          (CharterQuestion    *self,
                                                  const char         *person,
                                                  const char         *subject);
CHARTER_AVAILABLE_IN_0_1
CharterVerdict *charter_question_explain         (CharterQuestion    *self,
                                                  const char         *person,
                                                  const char         *subject,
                                                  GError            **error);

/* Many at once */
CHARTER_AVAILABLE_IN_0_1
GBytes         *charter_question_answer_all      (CharterQuestion    *self,
                                                  const char         *subject,
                                                  const char *const  *persons,
                                                  GError            **error);
CHARTER_AVAILABLE_IN_0_1
char          **charter_question_list_allowed    (CharterQuestion    *self,
                                                  const char         *subject,
                                                  GError            **error);
CHARTER_AVAILABLE_IN_0_1
char          **charter_question_list_conflicted (CharterQuestion    *self,
                                                  const char         *subject,
                                                  GError            **error);
CHARTER_AVAILABLE_IN_0_1
char           *charter_question_explain_all     (CharterQuestion    *self,
                                                  const char         *subject,
                                                  const char *const  *persons,
                                                  GError            **error);

G_END_DECLS
