/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-document-private.h"

/* The words that checks are made of, each list ascending. */

/* Named checks: rows of parameters over the families. */
const char *const charter_check_names[] = {
  "actions-clear", "actions-done", "agreed", "answered", "asked", "asks-answered",
  "authority-given", "authority-kept", "before-deciding", "change-follows", "circle-in",
  "claims-evidenced", "closed-justified", "concern-clock", "conflicted-out", "conflicts-settled",
  "decider-stated", "decisions-acted-on", "even-handed", "fair-share", "first-stage",
  "give-and-receive", "goal-to-plan", "hopeful-words", "influence-even", "interests-known",
  "joined-up", "learning-not-blame", "line-inside", "mix", "needs-asked", "needs-met",
  "no-detriment", "no-dominance", "no-surprises", "objections-answered", "objective-owned-by-all",
  "one-owner", "options-real", "papers-to-all", "person-decides", "person-first", "person-known",
  "plain-words", "prompt", "published", "purpose-stated", "reflection-time", "resources-tracked",
  "respectful-words", "reviewed", "right-format", "roles-clear", "same-notice",
  "shared-understanding", "signed-by-all", "silent-asked-again", "skill-matched", "stated",
  "steady-contact", "strengths-noted", "successes-marked", "supporter-named", "taken-up",
  "targets-reported", "time-kept", "unknowns-held", "updates-flow", "views-weighed",
  "voices-heard", NULL
};

/* The families of checks. */
const char *const charter_check_families[] = {
  "attestation", "cadence", "coverage", "exactly-one", "exclusion", "existence", "follow-up",
  "parity", "precedence", "share", "wording", NULL
};

/* Figures that checks of share and parity look at. */
const char *const charter_measure_names[] = {
  "agenda-items", "answered-rate", "attendance", "attested", "benefit", "choice", "contributions",
  "delivery-rate", "help-index", "lead-days", "named-worker", "notice-lead", "option-cover",
  "owned-work", "prevailing", "recall-rate", "resource-rate", "speaking", "take-up", "text-pass",
  "time-kept", "voting-power", NULL
};
