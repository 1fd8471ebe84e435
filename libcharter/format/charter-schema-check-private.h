/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/charter-schema-private.h"

G_BEGIN_DECLS

/* What the checker (charter-schema.c) is made of. */

typedef enum
{
  CHARTER_FIT_RIGHT,
  CHARTER_FIT_NO_TYPE,    /* another JSON type */
  CHARTER_FIT_NO_VALUE    /* the right JSON type, but not such a value */
} CharterFit;

/* Of a single value; OBJECT, MAP and CHARTER are only looked at from outside. */
CharterFit  charter_row_fit         (const CharterRow  *row,
                                     const CharterNode *node);
gboolean    charter_digest_is_valid (const char        *text,
                                     gsize              length);

/* The words in which the checker says what is wrong. */

/* What a row expects: "a date such as 2026-03-02", "a whole number from 1 to 5". */
void  charter_row_append_expected (const CharterRow *row,
                                   GString          *out);
/* What there is: "a number", "a text"; or the value itself where it is short and may be shown. */
void  charter_node_append_given   (const CharterNode *node,
                                   gboolean           with_value,
                                   GString           *out);
/* TRUE where messages must not repeat the value. */
gboolean charter_row_is_discreet  (const CharterRow *row);
/* The names of a shape's rows nearest to @name; NULL if none is near. */
const char *charter_shape_nearest (const CharterShape *shape,
                                   const char         *name);
/* The forms that a period and a remedy may take as objects. */
extern const CharterShape charter_period_shape;
extern const CharterShape charter_remedy_shape;

G_END_DECLS
