/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-schema-rows-private.h"

/* The conflict policy: what bars whom from what. */

/* The files of document/presets/. */
const char *const charter_policy_presets[] = {
  "charities-act-2011", "companies-act-2006", "localism-act-2011", "nhs-england",
  "welsh-governors", NULL
};

static const char *const effects[] = {
  "counts", "fixed-base", "shrinking-base", "units-removed", NULL
};
static const char *const directions[] = { "owners", "group", NULL };
static const char *const exemptions[] = { "public-body", "shared-by-all", "not-known", NULL };
static const char *const dispensers[] = { "others", "all", NULL };

static const CharterRow path_rows[] = {
  ROW ("add-connected", BOOLEAN, 0,
       "Whether holdings of everyone whom the edges reach are added before they are compared; "
       "false if left out."),
  ROW ("category", CODE, 0,
       "The category of an interest along this path; indirect if left out."),
  REF ("clause", CLAUSE, 0,
       "The clause behind the path."),
  WORD ("compare", charter_words_compare, 0,
        "How a holding is compared with the share: > (the default) or >=."),
  WHOLE ("depth", 1, 64, 0,
         "How many edges a path may have, 6 if left out."),
  WORD ("direction", directions, 0,
        "Whether only owners of the party concerned are looked at (the default), or its whole "
        "group."),
  ROW ("edges", TEXT, REQ | LIST,
       "The steps from the person to the party concerned: relations joined by |, then nothing, ? "
       "or *."),
  REF ("id", NOTHING, REQ,
       "The id by which answers name the path."),
  REF ("regime", NOTHING, 0,
       "The regime of a conflict found along this path; the policy's if left out."),
  ROW ("share", FRACTION, 0,
       "The holding from which it matters."),
};

static const CharterShape path_shape = {
  .name = "path",
  CHARTER_ROWS (path_rows),
  .meaning = "A chain of links that makes an indirect conflict.",
};

static const CharterRow regime_rows[] = {
  REF ("clause", CLAUSE, 0,
       "The clause behind the regime."),
  ROW ("discussion", BOOLEAN, 0,
       "Whether the conflicted may join the discussion; false if left out."),
  REF ("id", NOTHING, REQ,
       "The id by which the policy and its paths name the regime."),
  ROW ("papers", BOOLEAN, 0,
       "Whether the conflicted see the papers; true if left out."),
  ROW ("presence", BOOLEAN, 0,
       "Whether the conflicted may be present; false if left out."),
  WORD ("quorum", effects, 0,
        "What a conflict does to the quorum and the bases; fixed-base if left out."),
  ROW ("vote", BOOLEAN, 0,
       "Whether the conflicted may vote; false if left out."),
};

static const CharterShape regime_shape = {
  .name = "regime",
  CHARTER_ROWS (regime_rows),
  .meaning = "The effect of a conflict on papers, discussion, presence, vote and quorum.",
};

static const CharterRow category_rows[] = {
  ROW ("category", CODE, REQ,
       "The category of a declared interest, such as financial."),
  REF ("clause", CLAUSE, 0,
       "The clause behind it."),
  REF ("regime", NOTHING, REQ,
       "The regime of a declared interest of this category."),
};

static const CharterShape category_shape = {
  .name = "category",
  CHARTER_ROWS (category_rows),
  .meaning = "What declared interests of one category do.",
};

static const CharterRow conflicts_rows[] = {
  PART ("categories", category_shape, LIST,
        "Categories of declared interests with a regime of their own."),
  REF ("clause", CLAUSE, 0,
       "The clause behind the policy."),
  ROW ("confirm-every", PERIOD, 0,
       "How often everyone confirms their declarations."),
  ROW ("declare-within", PERIOD, 0,
       "How long a person has to declare interests after taking office or acquiring them."),
  ROW ("dispensation-at-most", PERIOD, 0,
       "The longest term of a dispensation."),
  WORD ("dispensation-by", dispensers, 0,
        "Who votes on a dispensation: the others (the default), or all."),
  WORD ("exempt", exemptions, LIST,
       "Interests that do not count: public-body, shared-by-all, not-known."),
  ROW ("exempt-categories", CODE, LIST,
       "Categories of interest that do not count."),
  WHOLE ("floor", 0, 1000000, 0,
         "How many units must be left, whatever the regime takes away; 0 if left out."),
  ROW ("needs-ruling", BOOLEAN, 0,
       "Whether a conflict bars only once it has been ruled on; false if left out."),
  PART ("paths", path_shape, LIST,
        "Chains of links that make an indirect conflict."),
  WORD ("preset", charter_policy_presets, 0,
        "A published policy that is taken over; members given here take the place of its own."),
  REF ("public-bodies", PARTY, LIST,
       "Public bodies that are no partners."),
  ROW ("published-for", PERIOD, 0,
       "How long an interest stays in the public register after it ended."),
  REF ("regime", NOTHING, 0,
       "The effect of a conflict: a preset or one of regimes; fixed-base if left out."),
  PART ("regimes", regime_shape, LIST,
        "Regimes of one's own."),
  ROW ("register-within", PERIOD, 0,
       "How long a person has to register an interest disclosed at a meeting."),
  ROW ("remedies", REMEDY, LIST,
       "Ways on where exclusions leave too few: adjourn, substitute, dispensation and the like."),
  ROW ("tail", PERIOD, 0,
       "How long an interest still bars after it ended, P0D if left out."),
};

const CharterShape charter_conflicts_shape = {
  .name = "conflicts",
  CHARTER_ROWS (conflicts_rows),
  .meaning = "The conflict policy.",
};
