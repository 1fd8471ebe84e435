/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-document.h>
#include <charter/charter-types.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_VIEW (charter_view_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterView, charter_view, CHARTER, VIEW, GObject)

CHARTER_AVAILABLE_IN_0_1
gint64             charter_view_get_known        (CharterView   *self);
CHARTER_AVAILABLE_IN_0_1
gboolean           charter_view_load             (CharterView   *self,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
CharterVerdict    *charter_view_may              (CharterView   *self,
                                                  const char    *person,
                                                  const char    *act,
                                                  const char    *subject,
                                                  const char    *at,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
CharterQuestion   *charter_view_prepare          (CharterView   *self,
                                                  const char    *act,
                                                  const char    *at,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
CharterOutcome    *charter_view_decide           (CharterView   *self,
                                                  const char    *decision,
                                                  const char    *at,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
CharterElectorate *charter_view_electorate       (CharterView   *self,
                                                  const char    *decision,
                                                  const char    *at,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
GListModel        *charter_view_list_conflicts   (CharterView   *self,
                                                  const char    *decision,
                                                  const char    *at,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
GListModel        *charter_view_list_interests   (CharterView   *self,
                                                  const char    *person,
                                                  const char    *at,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
char              *charter_view_dup_party_name    (CharterView   *self,
                                                  const char    *id);
CHARTER_AVAILABLE_IN_0_1
char             **charter_view_list_flagged      (CharterView   *self,
                                                  const char    *at,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
GListModel        *charter_view_list_obligations (CharterView   *self,
                                                  const char    *at,
                                                  const char    *who,
                                                  const char    *until,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
GListModel        *charter_view_list_register    (CharterView   *self,
                                                  const char    *at,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
char              *charter_view_export_register  (CharterView   *self,
                                                  const char    *at,
                                                  gboolean       only_published,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
CharterFinding    *charter_view_assess_clause             (CharterView   *self,
                                                  const char    *clause,
                                                  const char    *at,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
CharterAssessment *charter_view_assess           (CharterView   *self,
                                                  const char    *at,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
CharterDocument   *charter_view_get_charter      (CharterView   *self,
                                                  const char    *at,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
char              *charter_view_describe         (CharterView   *self,
                                                  const char    *id,
                                                  const char    *at,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
CharterView       *charter_view_suppose          (CharterView   *self,
                                                  const char    *entries,
                                                  GError       **error);
CHARTER_AVAILABLE_IN_0_1
char              *charter_view_dump             (CharterView   *self);

G_END_DECLS
