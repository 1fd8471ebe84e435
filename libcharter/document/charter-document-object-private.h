/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-document.h>

#include "document/charter-document-private.h"

G_BEGIN_DECLS

/* Between the public objects of a charter and the structs that they stand for. */

/* Takes a reference of its own. */
CharterDocument     *charter_document_new_for_data (CharterDocumentData           *data);
/* Borrowed from the document. */
CharterDocumentData *charter_document_get_data     (CharterDocument               *self);

CharterClause       *charter_clause_new_for_row       (CharterDocumentData           *data,
                                                       const CharterClauseData       *row);
/* @clauses: those of the whole charter. */
CharterSection      *charter_section_new_for_row      (CharterDocumentData           *data,
                                                       const CharterSectionData      *row,
                                                       GListModel                    *clauses);
CharterRole         *charter_role_new_for_row         (CharterDocumentData           *data,
                                                       const CharterRoleData         *row);
CharterRule         *charter_rule_new_for_row         (CharterDocumentData           *data,
                                                       const CharterRuleData         *row);
CharterCycle        *charter_cycle_new_for_row        (CharterDocumentData           *data,
                                                       const CharterCycleData        *row);
CharterConstituency *charter_constituency_new_for_row (CharterDocumentData           *data,
                                                       const CharterConstituencyData *row);
CharterFault        *charter_fault_new_for_problem    (const CharterProblem          *problem);

/* What a rule asks for, in words. */
char                *charter_rule_describe            (const CharterDocumentData     *data,
                                                       const CharterRuleData         *rule);

/* The strings of an array, empty for NULL. */
char               **charter_node_dup_strv            (const CharterNode             *node);

G_END_DECLS
