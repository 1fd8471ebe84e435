/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What libFuzzer calls, and fuzz-main.c where there is no libFuzzer. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);
