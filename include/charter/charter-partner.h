/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-entry.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_PARTNER (charter_partner_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterPartner, charter_partner, CHARTER, PARTNER, GObject)

CHARTER_AVAILABLE_IN_0_1
const char   *charter_partner_get_id             (CharterPartner *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_partner_get_name           (CharterPartner *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_partner_get_sector         (CharterPartner *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_partner_get_group          (CharterPartner *self);
CHARTER_AVAILABLE_IN_0_1
char        **charter_partner_dup_constituencies (CharterPartner *self);
CHARTER_AVAILABLE_IN_0_1
gint64        charter_partner_get_weight         (CharterPartner *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_partner_get_public_body    (CharterPartner *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_partner_get_current        (CharterPartner *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_partner_get_current_since  (CharterPartner *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_partner_get_left           (CharterPartner *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_partner_get_redacted       (CharterPartner *self);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partner_get_entry          (CharterPartner *self);
CHARTER_AVAILABLE_IN_0_1
char         *charter_partner_to_json            (CharterPartner *self);

G_END_DECLS
