/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-election-scan-private.h"

G_BEGIN_DECLS

/* Options by name, for ballots that name them over and over.  A name's key is its bytes where
 * eight hold them, and else a mix of its first and its last eight; its place is the key multiplied
 * by a number drawn for the text.  Names that find no place near their own are not in it, so that
 * names chosen to collide cost a look into the election's own keyed table and no more. */
typedef struct
{
  guint64 key;
  guint32 length;         /* 0: a free place */
  guint32 option;
} CharterCefSlot;

#define CHARTER_CEF_BITS   11u
#define CHARTER_CEF_PROBES 8u
#define CHARTER_CEF_NAMES  ((1u << CHARTER_CEF_BITS) / 2)   /* at most so many of them */

typedef struct
{
  CharterCefSlot slots[1 << CHARTER_CEF_BITS];
  guint64        factor;
  guint          n;
} CharterCefNames;

void charter_cef_names_init  (CharterCefNames           *self);
/* The last option of @data is new. */
void charter_cef_names_add   (CharterCefNames           *self,
                              const CharterElectionData *data);
/* -1: not here, though @data may have it. */
int  charter_cef_names_find  (const CharterCefNames     *self,
                              const CharterElectionData *data,
                              const char                *name,
                              gsize                      length);

typedef struct
{
  CharterScan          scan;
  const char          *text;        /* where the lines start */
  CharterElectionData *data;
  CharterCefNames      names;
  guint                said;        /* the parameters that were given, a bit each */
  gboolean             listed;      /* the text lists its options */
  gboolean             weighs;
  gint64               total;       /* counts × weights */
} CharterCef;

/* Takes in lines that are rankings of options known by name and nothing else, up to the first
 * line that is not, or that has a fault: that is for whoever reads with care. */
void charter_cef_run (CharterCef *self);
/* Memory for one ballot more, and for those that are to be expected; FALSE past the limits. */
gboolean charter_cef_reserve (CharterCef *self,
                              const char *at);
/* The first byte of @text that a name, a tag or a value may not hold; NULL if there is none. */
const char *charter_cef_find_reserved (const char *text,
                                       gsize       length);

G_END_DECLS
