/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/charter-schema-private.h"

G_BEGIN_DECLS

/* What is made from the schema tables for others to read. */

/* JSON Schema 2020-12 of a charter document (charter.schema.json). */
char       *charter_schema_charter_to_json (void);
/* JSON Schema 2020-12 of a line of a record: a submission or a record line, with a
 * definition for each kind in both forms (record.schema.json). */
char       *charter_schema_record_to_json  (void);
/* The tables of doc/format.md. */
char       *charter_schema_to_markdown     (void);

/* In plain words: "a partner or a person"; NULL for NOTHING. */
const char *charter_refers_describe        (CharterRefers refers);

/* The kinds in the groups of the vocabulary, for everything that lists them to people. */
typedef struct
{
  const char   *title;
  const guint8 *kinds;     /* indexes into charter_kinds[] */
  guint         n_kinds;
} CharterKindGroup;

extern const CharterKindGroup charter_kind_groups[];
extern const guint            charter_n_kind_groups;

G_END_DECLS
