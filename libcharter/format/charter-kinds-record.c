/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-kinds-private.h"

static const CharterRow entry_corrected_rows[] = {
  { "entry", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_ENTRY,
    .meaning = "The entry that is corrected." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE,
    .meaning = "Why it is corrected." },
  { "set", CHARTER_TYPE_MAP, CHARTER_ROW_REQUIRED,
    .item = CHARTER_TYPE_VALUE,
    .meaning = "The members that are corrected, with their new values." },
};

const CharterKind charter_kind_entry_corrected = {
  .data = { "entry-corrected", CHARTER_ROWS (entry_corrected_rows),
            "An earlier entry reads differently from here on." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow entry_redacted_rows[] = {
  { "entry", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_ENTRY,
    .meaning = "The entry whose values are erased." },
  { "members", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED | CHARTER_ROW_LIST,
    .meaning = "The members that are erased." },
  { "rule", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "The rule under which they are erased." },
};

const CharterKind charter_kind_entry_redacted = {
  .data = { "entry-redacted", CHARTER_ROWS (entry_redacted_rows),
            "Private or sealed values of an earlier entry are erased." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow checkpoint_signed_rows[] = {
  { "checkpoint", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED,
    .meaning = "Text of the checkpoint." },
  { "partner", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PARTNER,
    .meaning = "The partner that holds it." },
};

const CharterKind charter_kind_checkpoint_signed = {
  .data = { "checkpoint-signed", CHARTER_ROWS (checkpoint_signed_rows),
            "A partner confirms that it holds a checkpoint of the record." },
  .act = "sign",
};
