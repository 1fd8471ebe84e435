/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <glib/gi18n-lib.h>

#include "json.h"
#include "options.h"
#include "source.h"
#include "terminal.h"

G_BEGIN_DECLS

/* What every command answers with. */
typedef enum
{
  TOOL_YES    = 0,   /* yes, fine */
  TOOL_NO     = 1,   /* no, not upheld, refused by a rule */
  TOOL_BAD    = 2,   /* bad usage or input */
  TOOL_UNSURE = 3    /* cannot tell */
} ToolStatus;

/* One command of the dispatch table. */
struct _ToolCommand
{
  const char *name;
  const char *arguments;   /* "PATH PERSON ACT [SUBJECT]"; names what is missing */
  const char *summary;     /* N_() */
  const char *details;     /* N_(): a paragraph under --help */
  const char *example;
  ToolStatus (*run) (const ToolCommand *command, int argc, char **argv);
};

ToolStatus cmd_assess (const ToolCommand *command, int argc, char **argv);
ToolStatus cmd_audit  (const ToolCommand *command, int argc, char **argv);
ToolStatus cmd_check  (const ToolCommand *command, int argc, char **argv);
ToolStatus cmd_conflicts (const ToolCommand *command, int argc, char **argv);
ToolStatus cmd_decide (const ToolCommand *command, int argc, char **argv);
ToolStatus cmd_due    (const ToolCommand *command, int argc, char **argv);
ToolStatus cmd_electorate (const ToolCommand *command, int argc, char **argv);
ToolStatus cmd_export (const ToolCommand *command, int argc, char **argv);
ToolStatus cmd_may    (const ToolCommand *command, int argc, char **argv);
ToolStatus cmd_new    (const ToolCommand *command, int argc, char **argv);
ToolStatus cmd_record (const ToolCommand *command, int argc, char **argv);
ToolStatus cmd_show   (const ToolCommand *command, int argc, char **argv);
ToolStatus cmd_tally  (const ToolCommand *command, int argc, char **argv);
ToolStatus cmd_test   (const ToolCommand *command, int argc, char **argv);

/* Which exit status an error stands for: NO where a rule refused, else BAD. */
ToolStatus tool_error_status (const GError *error);

G_END_DECLS
