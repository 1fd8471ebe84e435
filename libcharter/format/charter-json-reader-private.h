/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/charter-node-private.h"
#include "format/charter-problems-private.h"

G_BEGIN_DECLS

/* The strict reader: RFC 8259 grammar only, UTF-8 without byte order mark, one value, no
 * duplicate members (after unescaping; compared without a hash keyed by input), no NUL, no
 * lone surrogate, within fixed limits that a host can only lower. */
typedef enum
{
  CHARTER_PROFILE_RECORD,   /* integers within ±(2^53−1); no decimals, exponents or -0 */
  CHARTER_PROFILE_DATA,     /* integers to 64 bits, decimals to 18 digits as fractions */
  CHARTER_PROFILE_SYNTAX    /* any number the grammar allows, kept as 0: conformance tests only */
} CharterProfile;

typedef struct
{
  gsize text;       /* bytes; 16 MiB (16777216), an entry 1 MiB */
  guint depth;      /* 64 */
  guint members;    /* of one object; 1024 */
  guint nodes;      /* 1 million */
  gsize string;     /* bytes of one string, unescaped; 1 MiB */
  gsize key;        /* bytes of one member name; 1024 */
} CharterLimits;

extern const CharterLimits charter_limits_default;
extern const CharterLimits charter_limits_entry;

typedef enum
{
  CHARTER_READ_NONE      = 0,
  /* Refuse a text that is not its own RFC 8785 form: no white space, members in ascending
   * byte order, shortest escapes. Checked while reading, at no extra pass. */
  CHARTER_READ_CANONICAL = 1 << 0
} CharterReadFlags;

/* Reads @text (need not be NUL-terminated) into @arena. On a fault adds one problem (a
 * grammar fault ends the reading; limits, numbers and duplicates too) and returns NULL. */
const CharterNode *charter_json_read (CharterArena        *arena,
                                      const char          *text,
                                      gsize                length,
                                      CharterProfile       profile,
                                      CharterReadFlags     flags,
                                      const CharterLimits *limits,   /* NULL: the default */
                                      CharterProblems     *problems);

G_END_DECLS
