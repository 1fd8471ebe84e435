/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter.h>

#include "data.h"

G_BEGIN_DECLS

/* The workload as a record: persons p0, p1 …, organisations o0 …, decisions d0 …  */

#define RECORD_ACT "vote"
#define RECORD_ASKED "2026-06-01T12:00:00Z"

/* As JSON Lines of submissions. */
GString            *record_write (const Data *data);
/* Judged and recorded through the public interface; stops the program where it is refused. */
CharterPartnership *record_load  (GString    *lines);

G_END_DECLS
