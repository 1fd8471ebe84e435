/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

#ifndef __GI_SCANNER__

#ifdef CHARTER_COMPILATION
#define _CHARTER_EXTERN __attribute__ ((visibility ("default"))) extern
#else
#define _CHARTER_EXTERN extern
#endif

#define CHARTER_AVAILABLE_IN_0_1 _CHARTER_EXTERN

#else

#define CHARTER_AVAILABLE_IN_0_1 extern

#endif
