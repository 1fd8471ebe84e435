/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-entry.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_AGREEMENT (charter_agreement_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterAgreement, charter_agreement, CHARTER, AGREEMENT, GObject)

CHARTER_AVAILABLE_IN_0_1
const char   *charter_agreement_get_id       (CharterAgreement *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_agreement_get_topic    (CharterAgreement *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_agreement_get_version  (CharterAgreement *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_agreement_get_text     (CharterAgreement *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_agreement_get_review   (CharterAgreement *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_agreement_get_until    (CharterAgreement *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_agreement_get_redacted (CharterAgreement *self);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_agreement_get_entry    (CharterAgreement *self);
CHARTER_AVAILABLE_IN_0_1
char         *charter_agreement_to_json      (CharterAgreement *self);

G_END_DECLS
