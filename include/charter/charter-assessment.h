/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-enums.h>
#include <charter/charter-types.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_ASSESSMENT (charter_assessment_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterAssessment, charter_assessment, CHARTER, ASSESSMENT, GObject)

CHARTER_AVAILABLE_IN_0_1
const char     *charter_assessment_get_at       (CharterAssessment    *self);
CHARTER_AVAILABLE_IN_0_1
guint           charter_assessment_get_count    (CharterAssessment    *self,
                                                 CharterFindingStatus  status);
CHARTER_AVAILABLE_IN_0_1
GListModel     *charter_assessment_get_sections (CharterAssessment    *self);
CHARTER_AVAILABLE_IN_0_1
CharterFinding *charter_assessment_find         (CharterAssessment    *self,
                                                 const char           *clause);
CHARTER_AVAILABLE_IN_0_1
GListModel     *charter_assessment_compare      (CharterAssessment    *self,
                                                 CharterAssessment    *earlier);
CHARTER_AVAILABLE_IN_0_1
char           *charter_assessment_to_json      (CharterAssessment    *self);

G_END_DECLS
