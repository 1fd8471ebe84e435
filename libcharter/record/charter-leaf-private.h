/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/charter-json-reader-private.h"
#include "format/charter-json-writer-private.h"
#include "format/charter-schema-private.h"

G_BEGIN_DECLS

/* The stored form of an entry (DESIGN §3, Tamper evidence).
 *
 * Leaf: RFC 8785 text of {"at","by"?,"data","id","kind","recorded","seq"} in which every
 * private or sealed value is {"commitment": "<64 hex>"}.
 * Opening: RFC 8785 text of {"pointer","salt","seq","value"}; pointer is a JSON Pointer into
 * the entry ("/data/name"), salt 64 hex digits. */

#define CHARTER_SALT_SIZE 32

/* SHA-256 over "charter-commitment-1", a zero byte, the salt, and the RFC 8785 form of @value. */
void   charter_commitment           (const guint8       salt[CHARTER_SALT_SIZE],
                                     const CharterNode *value,
                                     char               hex[65]);

typedef struct
{
  guint16            kind;
  gint64             seq;
  gint64             at;
  gint64             recorded;
  const char        *by;         /* NULL: none */
  const char        *id;
  const CharterNode *data;       /* in clear, complete, checked */
  const CharterKind *corrects;   /* of an entry-corrected, required there: what it corrects */
  gboolean           secret;     /* SEALED_IF_SECRET rows are sealed */
  gboolean           anonymous;  /* SEALED_IF_ANONYMOUS rows are sealed */
} CharterLeafParts;

/* Writes the leaf and appends the opening texts (char *) to @openings, in order of pointer.
 * Salts come from the operating system. */
char              *charter_leaf_write       (const CharterLeafParts *parts,
                                             GPtrArray              *openings);

/* An opening as read. */
typedef struct
{
  gint64             seq;
  const char        *pointer;
  guint8             salt[CHARTER_SALT_SIZE];
  const CharterNode *value;
} CharterOpening;

gboolean           charter_opening_read     (CharterArena    *arena,
                                             const char      *text,
                                             CharterOpening  *out,
                                             CharterProblems *problems);

/* A leaf as read and checked in form: its own canonical form, members, kind known, schema
 * row in leaf mode, seq as expected.  Code of the first problem: DAMAGED, or VERSION for a
 * kind that this library does not know. */
typedef struct
{
  guint16            kind;
  gint64             seq;
  gint64             at;
  gint64             recorded;
  const char        *by;         /* NULL: none */
  const char        *id;
  const CharterNode *data;
  /* Of an entry-corrected: the kind whose rows `set` follows.  Reading leaves it NULL, since
   * no leaf says it; who knows may set it before charter_leaf_reveal. */
  const CharterKind *corrects;
} CharterLeaf;

/* FALSE with a problem (VERSION, VALUE) where the data of an entry, which stand at @path, are in
 * a format that this version does not know: they are not looked into then, since whatever they
 * say could mean something else. */
gboolean           charter_leaf_check_format (guint16            kind,
                                              const CharterNode *data,
                                              const char        *path,
                                              CharterProblems   *problems);

gboolean           charter_leaf_read        (CharterArena    *arena,
                                             const char      *text,
                                             gsize            length,
                                             gint64           expected_seq,
                                             CharterLeaf     *out,
                                             CharterProblems *problems);

/* Is a commitment in this row sealed, or only private?  @shape and @data are those of the
 * entry: secrecy and anonymity show there. */
gboolean           charter_row_is_sealed    (const CharterRow   *row,
                                             const CharterShape *shape,
                                             const CharterNode  *data);

/* The clear form of the whole entry for people and exports: commitments replaced by the
 * openings given (sealed ones left out unless @with_sealed), a missing one replaced by
 * {"redacted": true}; an opening that does not fit its commitment counts as missing.  The
 * commitments in the `set` of an entry-corrected count as sealed while corrects is NULL.
 * @openings may be NULL. */
const CharterNode *charter_leaf_reveal      (CharterArena         *arena,
                                             const CharterLeaf    *leaf,
                                             const CharterOpening *openings,
                                             guint                 n_openings,
                                             gboolean              with_sealed);

/* A line of a submission file: kind, at, by, id, data in clear, with the kind's schema
 * checked; members that the gate assigns are refused.  kind is CHARTER_KIND_NONE where it
 * failed. */
typedef struct
{
  guint16            kind;
  gint64             at;
  const char        *by;     /* NULL */
  const char        *id;     /* NULL */
  const CharterNode *data;
} CharterSubmission;

gboolean           charter_submission_read  (CharterArena      *arena,
                                             const char        *text,
                                             gsize              length,
                                             CharterSubmission *out,
                                             CharterProblems   *problems);
gboolean           charter_submission_from_node (const CharterNode *node,
                                                 const char        *path,
                                                 CharterSubmission *out,
                                                 CharterProblems   *problems);

/* A record line: {"entry": leaf, "openings": [opening, …]}: the texts as they are stored. */
char              *charter_record_line_write (const char        *leaf,
                                              const char *const *openings);
/* TRUE if @text is a record line; gives back the stored texts (newly allocated).  FALSE
 * without a problem where it is an object without the member "entry": a submission.  The
 * line may be spelled in any way that JSON allows; the texts come in canonical form. */
gboolean           charter_record_line_read  (const char        *text,
                                              gsize              length,
                                              char             **leaf,
                                              GStrv             *openings,
                                              CharterProblems   *problems);

/* The frontier of the RFC 6962 tree over the leaves: the roots of its complete subtrees,
 * largest first.  Kept with the head so that checkpoints never need the whole record. */
typedef struct
{
  gint64 size;
  guint8 roots[63][32];
  guint  n_roots;
} CharterFrontier;

void               charter_frontier_init     (CharterFrontier *self);
void               charter_frontier_push     (CharterFrontier *self,
                                              const char      *leaf,
                                              gsize            length);
void               charter_frontier_root     (const CharterFrontier *self,
                                              guint8                 root[32]);
/* The head text: {"frontier":["<hex>",…],"size":N}; "" reads as empty. */
char              *charter_frontier_to_text  (const CharterFrontier *self);
gboolean           charter_frontier_from_text (CharterFrontier *self,
                                               const char      *text,
                                               GError         **error);

G_END_DECLS
