/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

/**
 * CHARTER_ERROR:
 *
 * The one error domain of the library. Errors in this domain have codes from
 * [error@Charter.Error].
 *
 * Since: 0.1
 */
#define CHARTER_ERROR (charter_error_quark ())

/**
 * CharterError:
 * @CHARTER_ERROR_SYNTAX: The text is not JSON as RFC 8259 defines it.
 * @CHARTER_ERROR_LIMIT: The text or a part of it is larger, deeper or longer than allowed.
 * @CHARTER_ERROR_FORMAT: A member is missing, unknown, given twice or of the wrong type.
 * @CHARTER_ERROR_VALUE: A value has the right type but is not one that is allowed there.
 * @CHARTER_ERROR_VERSION: A format, kind or file is newer than this library.
 * @CHARTER_ERROR_REFERENCE: Something is named that is not there, or is of another kind.
 * @CHARTER_ERROR_TIME: An instant is in the future, before the founding, or out of order.
 * @CHARTER_ERROR_ID_REUSED: The id is taken by something else.
 * @CHARTER_ERROR_PERMISSION: The person may not do this.
 * @CHARTER_ERROR_REFUSED: A rule of the charter or of the record forbids it.
 * @CHARTER_ERROR_NOT_FOUND: What is asked about is not there.
 * @CHARTER_ERROR_STORE: The store failed. Nothing was written, unless the message says that this
 *   is unclear: then the entry's id, looked up after opening again, settles it.
 * @CHARTER_ERROR_STALE: Somebody else appended first; nothing was written.
 * @CHARTER_ERROR_BUSY: An append is under way; try again from outside the handler.
 * @CHARTER_ERROR_READ_ONLY: The record can be read but not written.
 * @CHARTER_ERROR_DAMAGED: What is stored cannot be read as a record.
 *
 * Codes of `CHARTER_ERROR`. Messages start with the JSON Pointer of the fault where
 * there is one, and say what would be right.
 *
 * Since: 0.1
 */
typedef enum
{
  CHARTER_ERROR_SYNTAX,
  CHARTER_ERROR_LIMIT,
  CHARTER_ERROR_FORMAT,
  CHARTER_ERROR_VALUE,
  CHARTER_ERROR_VERSION,
  CHARTER_ERROR_REFERENCE,
  CHARTER_ERROR_TIME,
  CHARTER_ERROR_ID_REUSED,
  CHARTER_ERROR_PERMISSION,
  CHARTER_ERROR_REFUSED,
  CHARTER_ERROR_NOT_FOUND,
  CHARTER_ERROR_STORE,
  CHARTER_ERROR_STALE,
  CHARTER_ERROR_BUSY,
  CHARTER_ERROR_READ_ONLY,
  CHARTER_ERROR_DAMAGED
} CharterError;

CHARTER_AVAILABLE_IN_0_1
GQuark charter_error_quark (void);

#define CHARTER_TYPE_ERROR (charter_error_get_type ())
CHARTER_AVAILABLE_IN_0_1
GType charter_error_get_type (void) G_GNUC_CONST;

G_END_DECLS
