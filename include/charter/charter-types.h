/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Forward declarations, so that headers need not include each other. */
typedef struct _CharterAssessment CharterAssessment;
typedef struct _CharterCount CharterCount;
typedef struct _CharterElection CharterElection;
typedef struct _CharterElectorate CharterElectorate;
typedef struct _CharterFinding CharterFinding;
typedef struct _CharterObligation CharterObligation;
typedef struct _CharterOutcome CharterOutcome;
typedef struct _CharterQuestion CharterQuestion;
typedef struct _CharterVerdict CharterVerdict;

G_END_DECLS
