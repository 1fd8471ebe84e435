/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tool.h"

G_BEGIN_DECLS

#define TOOL_N_FINDINGS (CHARTER_FINDING_STATUS_INDETERMINATE + 1)

const char  *tool_finding_word      (CharterFindingStatus status);   /* translated */
const char  *tool_finding_symbol    (CharterFindingStatus status);
ToolStyle    tool_finding_style     (CharterFindingStatus status);

/* All clauses, for people. */
void         tool_print_assessment  (ToolSource        *source,
                                     CharterAssessment *assessment,
                                     const char        *at);
/* One clause. */
void         tool_print_finding     (ToolSource        *source,
                                     CharterFinding    *finding,
                                     const char        *at);
/* What changed since an earlier assessment. */
void         tool_print_comparison  (CharterAssessment *before,
                                     CharterAssessment *now,
                                     const char        *since);

G_END_DECLS
