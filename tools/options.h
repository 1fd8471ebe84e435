/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ToolCommand ToolCommand;

/* What every command takes.  Cleared by the command. */
typedef struct
{
  char     *at;      /* an instant; `now` has been resolved */
  char     *known;   /* SEQ or INSTANT; NULL: the head */
  gboolean  json;
} ToolCommon;

typedef enum
{
  TOOL_TAKES_NOTHING = 0,
  TOOL_TAKES_AT      = 1 << 0,
  TOOL_NEEDS_AT      = 1 << 1,   /* with TOOL_TAKES_AT */
  TOOL_TAKES_KNOWN   = 1 << 2
} ToolTakes;

/* Takes the options out of @argv and checks the number of arguments left (argv[1] on) against
 * the command's line.  FALSE after having said what is wrong. */
gboolean tool_parse        (const ToolCommand   *command,
                            ToolTakes            takes,
                            ToolCommon          *common,
                            const GOptionEntry  *own,   /* NULL */
                            int                 *argc,
                            char              ***argv);
/* FALSE after having said that --at is missing: for commands that do not always need it. */
gboolean tool_check_at     (const ToolCommand   *command,
                            const ToolCommon    *common);
/* FALSE after having said that an argument or a text option is not UTF-8. */
gboolean tool_check_text   (const ToolCommand   *command,
                            const char          *text);
void     tool_common_clear (ToolCommon          *common);
/* "charter may: MESSAGE" on the standard error, wrapped to nothing. */
void     tool_complain     (const ToolCommand   *command,
                            const char          *format,
                            ...) G_GNUC_PRINTF (2, 3);
/* A line of advice below a complaint. */
void     tool_advise       (const char          *format,
                            ...) G_GNUC_PRINTF (1, 2);
/* The present instant, as the record writes it. */
char    *tool_now          (void);
/* @word's nearest neighbour in @names (ended by NULL), NULL if none is near. */
const char *tool_nearest   (const char          *word,
                            const char * const  *names);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ToolCommon, tool_common_clear)

G_END_DECLS
