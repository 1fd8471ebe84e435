/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-version.h>
#include <charter/charter-version-macros.h>
#include <charter/charter-enums.h>
#include <charter/charter-error.h>
#include <charter/charter-json.h>
