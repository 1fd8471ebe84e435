/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "assess-page.h"

static const struct
{
  const char *word;
  const char *symbol;
  const char *plain;
  ToolStyle   style;
} rows[TOOL_N_FINDINGS] = {
  [CHARTER_FINDING_STATUS_UPHELD] = { N_("upheld"), "✓", "+", TOOL_STYLE_GOOD },
  [CHARTER_FINDING_STATUS_PARTLY] = { N_("partly"), "◐", "~", TOOL_STYLE_FAIR },
  [CHARTER_FINDING_STATUS_NOT_UPHELD] = { N_("not upheld"), "✗", "x", TOOL_STYLE_BAD },
  [CHARTER_FINDING_STATUS_NO_EVIDENCE] = { N_("no evidence"), "·", ".", TOOL_STYLE_DIM },
  [CHARTER_FINDING_STATUS_INDETERMINATE] = { N_("cannot tell"), "?", "?", TOOL_STYLE_ODD },
};

const char *
tool_finding_word (CharterFindingStatus status)
{
  return _(rows[status].word);
}

const char *
tool_finding_symbol (CharterFindingStatus status)
{
  return tool_terminal_unicode () ? rows[status].symbol : rows[status].plain;
}

ToolStyle
tool_finding_style (CharterFindingStatus status)
{
  return rows[status].style;
}
