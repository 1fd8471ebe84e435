/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The workload of "may P vote on D?": persons with a mandate, a role and interests in
 * organisations, which are owned by others in five levels; decisions that concern some of them;
 * and 20,000 questions.  The same seed gives the same workload everywhere. */

typedef struct
{
  guint    represents;            /* an interest like any other */
  gboolean active, barred;
  char     role;                  /* 'v'oting, 'o'bserver, 'n'one */
  guint    n_interests;
  guint    interests[5];          /* what is represented first */
} DataPerson;

typedef struct
{
  guint n;
  guint list[4];
} DataFew;                        /* owners of an organisation, or what a decision concerns */

typedef struct
{
  guint person, decision;
} DataQuestion;

typedef struct
{
  guint         n_persons, n_organisations, n_decisions, n_questions;
  guint         n_owners, n_interests;     /* edges */
  DataFew      *owners;                    /* by organisation */
  DataPerson   *persons;
  DataFew      *decisions;
  DataQuestion *questions;
  guint8       *masks;                     /* the answer to each question: 0 yes, else why not */
  double        mean_closure;              /* of the decisions asked about */
} Data;

enum
{
  DATA_INACTIVE = 1,
  DATA_NO_ROLE  = 2,
  DATA_BARRED   = 4,
  DATA_CONFLICT = 8
};

/* @wide: four owner draws an organisation. */
Data   *data_new     (guint       n_persons,
                      gboolean    wide);
void    data_free    (Data       *self);
/* FNV-1a over the first @n masks. */
guint32 data_hash    (const guint8 *masks,
                      guint         n);

/* A size of the workload, with what is known of it. */
typedef struct
{
  const char *name;
  guint       n_persons;
  gboolean    wide;
  guint       n_owners, n_interests, n_yes;
  guint32     hash, hash_2000;
} DataSize;

extern const DataSize data_sizes[];
extern const guint    data_n_sizes;

const DataSize *data_size_find (const char     *name);
/* Makes it, and stops the program if it is not the one that is known. */
Data           *data_size_make (const DataSize *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

G_END_DECLS
