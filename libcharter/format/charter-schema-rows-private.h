/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/charter-schema-private.h"

G_BEGIN_DECLS

/* Short spellings for the rows of the written charter, and the shapes that its files share. */

#define REQ CHARTER_ROW_REQUIRED
#define LIST CHARTER_ROW_LIST
#define SOME CHARTER_ROW_ONE_OR_LIST

#define ROW(name_, type_, flags_, meaning_) \
  { .name = (name_), .type = CHARTER_TYPE_##type_, .flags = (flags_), .meaning = (meaning_) }
#define REF(name_, refers_, flags_, meaning_)                                              \
  { .name = (name_), .type = CHARTER_TYPE_NAME, .flags = (flags_),                         \
    .refers = CHARTER_REFERS_##refers_, .meaning = (meaning_) }
#define WORD(name_, values_, flags_, meaning_)                                             \
  { .name = (name_), .type = CHARTER_TYPE_ENUM, .flags = (flags_), .values = (values_),    \
    .meaning = (meaning_) }
#define WHOLE(name_, min_, max_, flags_, meaning_)                                         \
  { .name = (name_), .type = CHARTER_TYPE_INTEGER, .flags = (flags_), .min = (min_),       \
    .max = (max_), .meaning = (meaning_) }
#define PART(name_, shape_, flags_, meaning_)                                              \
  { .name = (name_), .type = CHARTER_TYPE_OBJECT, .flags = (flags_), .shape = &(shape_),   \
    .meaning = (meaning_) }
#define MAP(name_, item_, flags_, meaning_)                                                \
  { .name = (name_), .type = CHARTER_TYPE_MAP, .flags = (flags_),                          \
    .item = CHARTER_TYPE_##item_, .meaning = (meaning_) }

extern const char *const charter_words_compare[];   /* > >= */
extern const char *const charter_words_round[];     /* exact up down nearest */
extern const char *const charter_words_heads[];     /* heads */
extern const char *const charter_words_methods[];
extern const char *const charter_words_units[];
extern const char *const charter_words_speaks[];
extern const char *const charter_words_folds[];
extern const char *const charter_words_moments[];
extern const char *const charter_words_recasts[];
extern const char *const charter_words_earlies[];
extern const char *const charter_words_bases[];
extern const char *const charter_words_counted[];
extern const char *const charter_words_sums[];      /* for against … quorum: of and base of tests */
extern const char *const charter_words_clause_kinds[];
extern const char *const charter_policy_presets[];  /* ascending */

extern const CharterShape charter_rule_shape;
extern const CharterShape charter_conflicts_shape;
extern const CharterShape charter_section_shape;
extern const CharterShape charter_check_shape;

G_END_DECLS
