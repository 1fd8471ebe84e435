/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-register-entry.h>

#include "oblige/charter-declaration-private.h"
#include "oblige/charter-oblige-private.h"

G_BEGIN_DECLS

/* Until when a row stands in the public register. */
typedef struct
{
  gint64 last;      /* the last instant; G_MAXINT64 */
  gint32 date;      /* how answers write it: a date, CHARTER_DATE_NONE, */
  gint64 at;        /* or an instant, CHARTER_INSTANT_NONE; both none: no end is known */
} CharterRegisterEnd;

/* One row, over what was worked out for one person. */
typedef struct
{
  CharterRef                person;
  const CharterFact        *left;       /* NULL */
  const CharterDeclaration *declared;   /* NULL: neither */
  const CharterDuty        *due;        /* NULL */
  const CharterDuty        *confirm;    /* NULL */
  gboolean                  late, current;
  CharterRegisterEnd        end;
} CharterRegisterRow;

/* The register as at @at, row by row: CharterRegisterEntry appended to @out. */
void charter_register_list (const CharterScene *scene,
                            gint64              at,
                            GListStore         *out);

CharterRegisterEntry *charter_register_entry_new (const CharterScene       *scene,
                                                  const CharterRegisterRow *row,
                                                  gint64                    at);

/* The object, which three files share: what it is, how it is filled in, and as JSON. */

typedef enum
{
  PROP_PERSON = 1,
  PROP_PERSON_NAME,
  PROP_KIND,
  PROP_INTEREST,
  PROP_PARTY,
  PROP_PARTY_NAME,
  PROP_CATEGORY,
  PROP_NATURE,
  PROP_REDACTED,
  PROP_SENSITIVE,
  PROP_STANDING,
  PROP_MEETING,
  PROP_SINCE,
  PROP_UNTIL,
  PROP_ENDED,
  PROP_DECLARED,
  PROP_CURRENT,
  PROP_PUBLISHED,
  PROP_PUBLISHED_UNTIL,
  PROP_DUE,
  PROP_LATE,
  PROP_CONFIRM_BY,
  PROP_CONFIRM_OVERDUE,
  PROP_LEFT,
  PROP_ENTRY
} CharterRegisterEntryProperty;

#define N_PROPS (PROP_ENTRY + 1)

struct _CharterRegisterEntry
{
  GObject parent_instance;

  char     *texts[N_PROPS];     /* of the properties that are texts; NULL */
  gboolean  truths[N_PROPS];    /* of those that are true or false */
  gint64    entry;
  char     *entry_id;           /* NULL */
};

extern GParamSpec *charter_register_properties[N_PROPS];

G_END_DECLS
