/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "oblige/charter-inquiry-private.h"

G_BEGIN_DECLS

/* What a check counts, and what must have happened for each: the cases of all families that
 * look at entries one by one.  `uphold/` judges what is found here.
 *
 * A check is a JSON object: a row of checks.json with the charter's parameters put in, or a
 * family with `case` and `expect` as a charter author wrote it.  What its members do stands
 * at the top of the files that read them: charter-case.c, charter-case-source.c (`case`),
 * charter-expect.c (`expect`), charter-test-entry.c (tests) and charter-path.c (paths). */

typedef enum
{
  CHARTER_CASE_GOOD,
  CHARTER_CASE_BAD,
  CHARTER_CASE_OPEN,       /* its time is not up */
  CHARTER_CASE_LEFT_OUT    /* a text that it needs was redacted */
} CharterCaseState;

typedef struct
{
  const CharterFact *entry;      /* NULL where the case is a member of a set */
  CharterRef         member;     /* 0 */
  CharterRef         other;      /* the second of a pair, 0 */
  const char *value; /* one value of a list (a report date, a type, an audience), NULL */
  const CharterNode *item;       /* one object of a list (an agenda item), NULL */
  gint64             at;         /* when it arose */
  gint64             base;       /* from when periods run; `at` but where a wait comes first */
  gint64             end;        /* the last instant that is in time; CHARTER_INSTANT_NONE: none */
  CharterCaseState   state;
  const CharterFact *met_by;     /* NULL */
  const CharterFact *moment;     /* the entry that made it a case (`once`), NULL */
} CharterCase;

/* Finds and settles the cases of a check; FALSE with a sentence in @cannot where the check
 * asks for something that cannot be told. */
gboolean charter_cases_find       (CharterInquiry    *inquiry,
                                   const CharterNode *check,
                                   GArray            *out,      /* CharterCase */
                                   char             **cannot);

/* — values at member paths — */

typedef struct
{
  const char        *string;     /* ids, codes, dates; NULL for other values */
  const CharterNode *node;       /* what was read; NULL for names that stand in no member */
} CharterBagItem;

typedef struct
{
  CharterBagItem *items;
  guint         n, size;
  CharterBagItem  fixed[12];
} CharterBag;

void     charter_bag_init      (CharterBag *self);
void     charter_bag_clear     (CharterBag *self);
void     charter_bag_add       (CharterBag     *self,
                                   const char        *string,
                                   const CharterNode *node);
gboolean charter_bags_meet      (const CharterBag *a,
                                   const CharterBag *b);
gboolean charter_bag_holds      (const CharterBag *self,
                                   const char          *string);

/* The values at @path of an entry (nullable: only what concerns the case is found then). */
void     charter_path_values      (const CharterInquiry *inquiry,
                                   const CharterCase    *self,
                                   const CharterFact    *entry,
                                   const char           *path,
                                   CharterBag        *out);
/* The instant or the date at @path; CHARTER_INSTANT_NONE, CHARTER_DATE_NONE. */
gint64   charter_path_instant     (const CharterInquiry *inquiry,
                                   const CharterCase    *self,
                                   const CharterFact    *entry,
                                   const char           *path);
gint32   charter_path_date        (const CharterInquiry *inquiry,
                                   const CharterCase    *self,
                                   const CharterFact    *entry,
                                   const char           *path);
/* Is something there?  In a list of objects every one must have it. */
gboolean charter_path_filled      (const CharterInquiry *inquiry,
                                   const CharterCase    *self,
                                   const CharterFact    *entry,
                                   const char           *path);
/* Can entries of this kind have anything at @path? */
gboolean charter_path_fits        (const char *path,
                                   guint16     kind);
/* Can entries of this kind be found by the names at @path, without looking at all of them? */
gboolean charter_path_is_linked   (const char *path,
                                   guint16     kind);
/* A member of an entry, as changed since by entries that say so (an action's due date, a
 * meeting's items, a decision's text). */
const CharterNode *charter_member_as_changed (const CharterInquiry *inquiry,
                                              const CharterFact    *entry,
                                              const char           *member);

/* — tests of one entry — */

typedef enum
{
  CHARTER_TEST_FAILS,
  CHARTER_TEST_HOLDS,
  CHARTER_TEST_REDACTED    /* a text that it needs can no longer be read */
} CharterTestOutcome;

/* `when`: every condition holds. */
gboolean           charter_when_holds  (const CharterInquiry *inquiry,
                                        const CharterCase    *self,
                                        const CharterFact    *entry,
                                        const CharterNode    *when);
/* One condition: its key is the path. */
gboolean           charter_condition_holds (const CharterInquiry *inquiry,
                                            const CharterCase    *self,
                                            const CharterFact    *entry,
                                            const CharterNode    *condition);
/* All the tests that @tests has, of an entry. */
CharterTestOutcome charter_tests_hold  (const CharterInquiry *inquiry,
                                        const CharterCase    *self,
                                        const CharterFact    *entry,
                                        const CharterNode    *tests);
/* The `join` of the tests alone. */
gboolean           charter_joins_hold  (const CharterInquiry *inquiry,
                                        const CharterCase    *self,
                                        const CharterFact    *entry,
                                        const CharterNode    *tests);
/* Is the entry still standing: not replaced, ended or past its date, by the inquiry's instant? */
gboolean           charter_is_standing (const CharterInquiry *inquiry,
                                        const CharterFact    *entry);
/* Does a text hold one of the words or phrases? */
gboolean           charter_text_has_any (const char        *text,
                                         const CharterNode *phrases);

/* — what is expected of a case — */

typedef struct
{
  CharterCaseState   state;
  const CharterFact *met_by;
  gint64             end;
} CharterSettled;

/* @used: seqs that were taken by earlier cases (for `once-each`), nullable. */
void     charter_expect_settle    (const CharterInquiry *inquiry,
                                   const CharterCase    *self,
                                   const CharterNode    *expect,
                                   gint64                since,
                                   GHashTable           *used,
                                   CharterSettled       *out);
/* Every entry that fits, in order of time, from @from to @to; CharterFact appended to @out. */
void     charter_expect_matches   (const CharterInquiry *inquiry,
                                   const CharterCase    *self,
                                   const CharterNode    *expect,
                                   gint64                from,
                                   gint64                to,
                                   GPtrArray            *out);

/* — cases that are worked out rather than looked up — */

/* `of`: "interests", "conflicts", "reviews". */
gboolean charter_cases_compute    (CharterInquiry    *inquiry,
                                   const CharterNode *check,
                                   const char        *of,
                                   gint64             since,
                                   GArray            *out,
                                   char             **cannot);

/* — the catalogue — */

/* The row of a named check, NULL if there is none. */
const CharterNode *charter_catalogue_row    (const char *name);
const CharterNode *charter_catalogue_family (const char *name);
const CharterNode *charter_catalogue_words  (const char *lexicon);
/* The row of the check with the charter's parameters in place, in the inquiry's arena.  NULL
 * with a sentence in @cannot where the check, or one of its parameters, is not built yet. */
const CharterNode *charter_catalogue_expand (CharterInquiry    *inquiry,
                                             const CharterNode *check,
                                             char             **cannot);
/* A phrase of the row with the parameters in words: "{of}" and "[… {covers} …]", the latter
 * left out where the parameter is not given. */
char              *charter_catalogue_phrase (const CharterNode *expanded,
                                             const char        *text);

/* — who is asked to attest — */

typedef struct
{
  CharterRef asked;
  CharterRef about;      /* 0 */
} CharterAsked;

/* Who is to be asked by the charter's own words; FALSE where the set cannot be listed. */
gboolean charter_asked_list       (const CharterInquiry *inquiry,
                                   const CharterNode    *attest,
                                   GArray               *out);

G_END_DECLS
