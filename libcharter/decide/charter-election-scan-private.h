/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-error.h>

#include "decide/charter-election-text-private.h"

G_BEGIN_DECLS

/* What the readers of elections share: a text taken line by line, and ballots collected until
 * all options are known.  The first fault ends the reading; it is kept in `error`. */

#define CHARTER_ELECTION_LINE_MAX (16u << 20)             /* bytes of a line */
#define CHARTER_ELECTION_ROWS_MAX ((gsize) 1 << 31)       /* bytes of all ballots in memory */

typedef struct
{
  const char *rest;      /* the text after the line */
  const char *end;
  const char *line;      /* the line, without what ends it */
  const char *at;        /* what comes next on it */
  const char *stop;      /* where it ends */
  guint       number;    /* of the line, from 1 */
  guint       ballot;    /* that is being read, from 1; 0: none */
  GError     *error;
} CharterScan;

/* A byte order mark is passed over.  FALSE where the text is too long. */
gboolean charter_scan_init    (CharterScan *self,
                               GBytes      *text);
void     charter_scan_clear   (CharterScan *self);
/* The next line; it is valid UTF-8 and has no NUL byte.  FALSE at the end of the text, and at a
 * fault. */
gboolean charter_scan_line    (CharterScan *self);
/* Keeps "Line N, column M: " (of @at, in the line), "Ballot K: " where one is being read, and
 * the message as the error.  FALSE always. */
gboolean charter_scan_fail    (CharterScan *self,
                               const char  *at,
                               CharterError code,
                               const char  *format,
                               ...) G_GNUC_PRINTF (4, 5);
/* Passes over blanks and tabs; is there anything left of the line? */
gboolean charter_scan_more    (CharterScan *self);
/* Passes over @c if it comes next. */
gboolean charter_scan_eat     (CharterScan *self,
                               char         c);
/* Digits; @what says what they are: "A count". */
gboolean charter_scan_integer (CharterScan *self,
                               const char  *what,
                               gint64      *out);
/* The length of what comes next up to @c, -1 where it is not on the line. */
gssize   charter_scan_until   (CharterScan *self,
                               char         c);
/* Blanks at both ends are left out. */
void     charter_scan_trim    (const char **text,
                               gsize       *length);
/* Is it a name that an option may have? @at is where it stands. */
gboolean charter_scan_name    (CharterScan *self,
                               const char  *at,
                               const char  *name,
                               gsize        length);
/* Error to @error, or the data, which is taken, back. */
CharterElectionData *charter_scan_finish (CharterScan         *self,
                                          CharterElectionData *data,
                                          GError             **error);

typedef struct
{
  guint option;
  guint rank;            /* any number, lower is better; gaps close at the end; G_MAXUINT: none */
} CharterSheetMark;

typedef struct
{
  gsize  first;          /* of its marks */
  gint64 count, weight;
} CharterSheetBallot;

/* Ballots before they are packed. */
typedef struct
{
  CharterScan         *scan;
  CharterElectionData *data;       /* takes the options; no ballot until the end */
  GArray              *ballots;    /* CharterSheetBallot */
  GArray              *marks;      /* CharterSheetMark */
  GArray              *scores;     /* CharterFraction of each mark; den 0: none */
  GArray              *seen;       /* guint an option: the ballot that named it last */
  GPtrArray           *voters;     /* char * of each ballot; shorter where the rest has none */
  GPtrArray           *constituencies;
  gint64               total;      /* counts × weights */
} CharterSheet;

void     charter_sheet_init       (CharterSheet     *self,
                                   CharterScan      *scan);
void     charter_sheet_clear      (CharterSheet     *self);
/* A new option.  FALSE where its name cannot be one, is there already, or is one too many. */
gboolean charter_sheet_add_option (CharterSheet     *self,
                                   const char       *at,
                                   const char       *name,
                                   gsize             length);
/* A new ballot; FALSE where its number cannot be.  @at is where the count stands. */
gboolean charter_sheet_begin      (CharterSheet     *self,
                                   const char       *at,
                                   gint64            count,
                                   gint64            weight);
/* The ballot ranks (approves, scores: then @score) an option.  FALSE where it did already. */
gboolean charter_sheet_mark       (CharterSheet     *self,
                                   const char       *at,
                                   guint             option,
                                   guint             rank,
                                   const CharterFraction *score);
void     charter_sheet_name       (CharterSheet     *self,
                                   GPtrArray       **names,
                                   const char       *name,
                                   gsize             length);
/* Who cast the ballot; FALSE where they have cast one already. */
gboolean charter_sheet_voter      (CharterSheet     *self,
                                   const char       *at,
                                   const char       *name,
                                   gsize             length);
/* Packs the ballots in the form.  @indices, if any, gives each option's index among those of the
 * data, G_MAXUINT for one that is left out. */
gboolean charter_sheet_pack       (CharterSheet     *self,
                                   CharterBallotForm form,
                                   const guint      *indices);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterScan, charter_scan_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterSheet, charter_sheet_clear)

G_END_DECLS
