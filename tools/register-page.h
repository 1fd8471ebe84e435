/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tool.h"

G_BEGIN_DECLS

/* The register of interests (CharterRegisterEntry), for people. */
void       tool_print_register  (ToolSource *source,
                                 GListModel *entries);
/* NO where somebody has declared neither, or is late. */
ToolStatus tool_register_status (GListModel *entries);

G_END_DECLS
