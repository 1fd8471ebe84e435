/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-version.h>
#include <charter/charter-version-macros.h>
#include <charter/charter-enums.h>
#include <charter/charter-error.h>
#include <charter/charter-store.h>
#include <charter/charter-memory-store.h>
#include <charter/charter-sqlite-store.h>
#include <charter/charter-entry.h>
#include <charter/charter-json.h>
#include <charter/charter-partnership.h>
#include <charter/charter-refusal.h>
#include <charter/charter-types.h>
#include <charter/charter-view.h>
#include <charter/charter-clause.h>
#include <charter/charter-constituency.h>
#include <charter/charter-cycle.h>
#include <charter/charter-document.h>
#include <charter/charter-fault.h>
#include <charter/charter-role.h>
#include <charter/charter-rule.h>
#include <charter/charter-section.h>
