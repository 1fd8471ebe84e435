/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-error.h>

/**
 * charter_error_quark:
 *
 * The quark behind `CHARTER_ERROR`.
 *
 * Returns: the quark
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (charter-error-quark, charter_error)

G_DEFINE_ENUM_TYPE (CharterError, charter_error,
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_SYNTAX, "syntax"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_LIMIT, "limit"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_FORMAT, "format"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_VALUE, "value"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_VERSION, "version"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_REFERENCE, "reference"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_TIME, "time"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_ID_REUSED, "id-reused"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_PERMISSION, "permission"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_NOT_FOUND, "not-found"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_STORE, "store"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_STALE, "stale"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_BUSY, "busy"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_READ_ONLY, "read-only"),
                    G_DEFINE_ENUM_VALUE (CHARTER_ERROR_DAMAGED, "damaged"))
