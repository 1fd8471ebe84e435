/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/charter-node-private.h"
#include "format/charter-problems-private.h"

G_BEGIN_DECLS

/* The schema tables.  Reading, validation, the JSON Schema files, the format reference in
 * doc/ and the "did you mean" messages all come from these rows and from nothing else. */

typedef enum
{
  CHARTER_TYPE_TEXT,      /* free text, not empty */
  CHARTER_TYPE_CODE,      /* a word of an open vocabulary; id syntax */
  CHARTER_TYPE_NAME,      /* an id: of the thing made here, or of one referred to */
  CHARTER_TYPE_INSTANT,   /* "2026-03-02T10:00:00Z" */
  CHARTER_TYPE_DATE,      /* "2026-03-02" */
  CHARTER_TYPE_PERIOD,    /* "P28D", or {"count": 28, "unit": "days", "from": "after"} */
  CHARTER_TYPE_FRACTION,  /* "2/3", "-1/4", or an integer */
  CHARTER_TYPE_INTEGER,   /* min … max */
  CHARTER_TYPE_BOOLEAN,
  CHARTER_TYPE_ENUM,      /* one of values */
  CHARTER_TYPE_DIGEST,    /* 64 lower-case hexadecimal digits */
  CHARTER_TYPE_OBJECT,    /* shape */
  CHARTER_TYPE_MAP,       /* an object with free member names (id syntax), values of item type */
  CHARTER_TYPE_ZONE,      /* an IANA time zone name */
  CHARTER_TYPE_REPEAT,    /* a period, an RFC 5545 rule (date level), or an ISO 8601 repeating interval */
  CHARTER_TYPE_VALUE,     /* any string, integer or boolean (conditions of `when`), or a list of them */
  CHARTER_TYPE_AMOUNT,     /* a whole number or a fraction */
  CHARTER_TYPE_GAP,       /* a count or a period */
  CHARTER_TYPE_REMEDY,    /* "adjourn", or {"remedy", "clause"} */
  CHARTER_TYPE_CHARTER    /* a whole charter document (charter-adopted) */
} CharterType;

typedef enum
{
  CHARTER_ROW_REQUIRED    = 1 << 0,
  CHARTER_ROW_LIST        = 1 << 1,   /* an array of the type */
  CHARTER_ROW_ONE_OR_LIST = 1 << 2,   /* the type, or an array of it */
  CHARTER_ROW_PRIVATE     = 1 << 3,   /* ° written into the leaf as a commitment */
  CHARTER_ROW_SEALED      = 1 << 4,   /* ● never given out, also a commitment */
  CHARTER_ROW_CORRECTABLE = 1 << 5,   /* entry-corrected may set it */
  CHARTER_ROW_SPEAKER     = 1 << 6,   /* the one who speaks: other than `by` needs record-for */
  CHARTER_ROW_ASSIGNED    = 1 << 7,   /* assigned by the gate; a submission must not carry it */
  CHARTER_ROW_MAKES       = 1 << 8,   /* the id of the thing that this entry makes */
  CHARTER_ROW_SEALED_IF_SECRET = 1 << 9,    /* sealed where the decision's rule is secret, else clear */
  CHARTER_ROW_SEALED_IF_ANONYMOUS = 1 << 10,/* sealed where the entry says "anonymous": true, else clear */
  CHARTER_ROW_DRAWN       = 1 << 11   /* the gate draws an id where none is given */
} CharterRowFlags;

/* What a NAME refers to.  The gate looks it up; apply links the entry to it. */
typedef enum
{
  CHARTER_REFERS_NOTHING,
  CHARTER_REFERS_PARTNER,
  CHARTER_REFERS_PERSON,
  CHARTER_REFERS_UNIT,          /* partner or person */
  CHARTER_REFERS_PARTY,         /* partner, person, or an outside party, which exists by being named */
  CHARTER_REFERS_DECISION,
  CHARTER_REFERS_MEETING,
  CHARTER_REFERS_AGREEMENT,
  CHARTER_REFERS_OBJECTIVE,
  CHARTER_REFERS_ACTION,
  CHARTER_REFERS_ACTIVITY,
  CHARTER_REFERS_CONTRIBUTION,
  CHARTER_REFERS_NEED,
  CHARTER_REFERS_SUPPORT,       /* made by support-asked */
  CHARTER_REFERS_RESOURCE,      /* made by resource-pledged */
  CHARTER_REFERS_CONCERN,
  CHARTER_REFERS_CLAIM,
  CHARTER_REFERS_OBJECTION,
  CHARTER_REFERS_LINK,
  CHARTER_REFERS_INTEREST,
  CHARTER_REFERS_DISPENSATION,
  CHARTER_REFERS_DELEGATION,
  CHARTER_REFERS_ROLE,          /* of the charter in force, or made by role-defined */
  CHARTER_REFERS_CONSTITUENCY,
  CHARTER_REFERS_RULE,
  CHARTER_REFERS_CLAUSE,
  CHARTER_REFERS_CYCLE,
  CHARTER_REFERS_ENTRY,         /* an entry id: the second namespace */
  CHARTER_REFERS_THING,         /* anything made in the record */
  CHARTER_REFERS_ANY,           /* things, then clauses, roles, rules, cycles, constituencies */
  CHARTER_REFERS_AUDIENCE       /* partner, person, constituency, or a code naming an audience ("public") */
} CharterRefers;

typedef struct _CharterRow CharterRow;
typedef struct _CharterShape CharterShape;
typedef struct _CharterKind CharterKind;

struct _CharterRow
{
  const char         *name;
  CharterType         type;
  guint               flags;      /* CharterRowFlags */
  CharterRefers       refers;
  const char *const  *values;     /* ENUM: NULL-terminated */
  const CharterShape *shape;      /* OBJECT */
  CharterType         item;       /* MAP */
  gint64              min, max;   /* INTEGER; both 0: any */
  const char         *meaning;    /* one sentence, for doc/ and JSON Schema */
};

struct _CharterShape
{
  const char       *name;         /* "rule", "decision-proposed" */
  const CharterRow *rows;         /* ascending by name */
  guint             n_rows;
  const char       *meaning;
  /* Members of which exactly one must be there, as "decision|question person|tally";
   * a space between groups; "?" before a group: at most one. NULL for none. */
  const char       *alternatives;
};

typedef enum
{
  CHARTER_KIND_STARRED   = 1 << 0,  /* has a typed call */
  CHARTER_KIND_CONCERN   = 1 << 1,  /* no `by`, times cut to the day, a random id */
  CHARTER_KIND_COUNTS    = 1 << 2   /* bears on a count: not after its decision's decision-closed */
} CharterKindFlags;

struct _CharterKind
{
  CharterShape  data;             /* data.name is the kind */
  const char   *act;              /* the act it needs; "record" by default */
  guint         flags;            /* CharterKindFlags */
};

/* All kinds, ascending by name; an entry's kind is an index into it. */
extern const CharterKind *const charter_kinds[];
extern const guint              charter_n_kinds;

#define CHARTER_KIND_NONE G_MAXUINT16

/* The index of a kind, CHARTER_KIND_NONE if there is none. */
guint16            charter_kind_lookup  (const char *name);
const CharterRow  *charter_shape_lookup (const CharterShape *shape,
                                         const char         *name,
                                         gsize               length);
/* The maker kind a REFERS stands for ("decision-proposed"), NULL if it is no single kind. */
const char        *charter_refers_kind  (CharterRefers refers);

typedef enum
{
  CHARTER_CHECK_CLEAR,   /* private and sealed values in clear: submissions, charters */
  CHARTER_CHECK_LEAF     /* private and sealed values are {"commitment": "<64 hex>"} */
} CharterCheckMode;

/* Validates @object against @shape: required, unknown (with the nearest spelling), types,
 * ranges, alternatives, nested shapes.  Adds every problem under @path.  TRUE if none. */
gboolean           charter_shape_check  (const CharterShape *shape,
                                         const CharterNode  *object,
                                         CharterCheckMode    mode,
                                         const char         *path,
                                         CharterProblems    *problems);

/* The shape of a whole charter document ("charter", "id", "title", "sections", …). */
extern const CharterShape charter_document_shape;
/* The shape of an entry submission: kind, at, by, id, data. */
extern const CharterShape charter_submission_shape;

#define CHARTER_ROWS(array) .rows = (array), .n_rows = G_N_ELEMENTS (array)

G_END_DECLS
