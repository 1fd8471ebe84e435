/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-enums.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_CLAUSE (charter_clause_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterClause, charter_clause, CHARTER, CLAUSE, GObject)

CHARTER_AVAILABLE_IN_0_1
const char        *charter_clause_get_id              (CharterClause *self);
CHARTER_AVAILABLE_IN_0_1
CharterClauseKind  charter_clause_get_kind            (CharterClause *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_clause_get_text            (CharterClause *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_clause_get_source          (CharterClause *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_clause_get_section_id      (CharterClause *self);
CHARTER_AVAILABLE_IN_0_1
gboolean           charter_clause_get_has_checks      (CharterClause *self);
CHARTER_AVAILABLE_IN_0_1
gboolean           charter_clause_get_has_attestation (CharterClause *self);
CHARTER_AVAILABLE_IN_0_1
char              *charter_clause_dup_checks          (CharterClause *self);
CHARTER_AVAILABLE_IN_0_1
char              *charter_clause_dup_attestations    (CharterClause *self);

G_END_DECLS
