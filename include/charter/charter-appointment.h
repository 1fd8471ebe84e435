/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-entry.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_APPOINTMENT (charter_appointment_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterAppointment, charter_appointment, CHARTER, APPOINTMENT, GObject)

CHARTER_AVAILABLE_IN_0_1
const char   *charter_appointment_get_id      (CharterAppointment *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_appointment_get_role    (CharterAppointment *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_appointment_get_person  (CharterAppointment *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_appointment_get_partner (CharterAppointment *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_appointment_get_from    (CharterAppointment *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_appointment_get_until   (CharterAppointment *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_appointment_get_held    (CharterAppointment *self);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_appointment_get_entry   (CharterAppointment *self);
CHARTER_AVAILABLE_IN_0_1
char         *charter_appointment_to_json     (CharterAppointment *self);

G_END_DECLS
