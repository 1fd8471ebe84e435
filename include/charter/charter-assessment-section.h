/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-enums.h>
#include <charter/charter-types.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_ASSESSMENT_SECTION (charter_assessment_section_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterAssessmentSection, charter_assessment_section, CHARTER, ASSESSMENT_SECTION, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *charter_assessment_section_get_id    (CharterAssessmentSection *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_assessment_section_get_title (CharterAssessmentSection *self);
CHARTER_AVAILABLE_IN_0_1
guint       charter_assessment_section_get_count (CharterAssessmentSection *self,
                                                  CharterFindingStatus      status);

G_END_DECLS
