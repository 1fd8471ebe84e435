/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-assessment-section.h>

G_BEGIN_DECLS

#define CHARTER_N_FINDING_STATUSES (CHARTER_FINDING_STATUS_INDETERMINATE + 1)

CharterAssessmentSection *charter_assessment_section_new (const char *id,
                                                          const char *title);
void                      charter_assessment_section_add (CharterAssessmentSection *self,
                                                          CharterFindingStatus      status);

G_END_DECLS
