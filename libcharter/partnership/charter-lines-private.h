/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "partnership/charter-partnership-private.h"

G_BEGIN_DECLS

/* An import under way. */
typedef struct
{
  CharterPartnership   *partnership;
  CharterBatch         *batch;
  GBufferedInputStream *lines;
  guint                 number;      /* of the line */
  gboolean              finished;
} CharterImport;

CharterImport *charter_import_new    (CharterPartnership *partnership,
                                      GInputStream       *stream,
                                      GError            **error);
void           charter_import_free   (CharterImport      *self);
/* Some lines more; @more is FALSE at the end of the stream. */
gboolean       charter_import_step   (CharterImport      *self,
                                      GCancellable       *cancellable,
                                      gboolean           *more,
                                      GError            **error);
gboolean       charter_import_finish (CharterImport      *self,
                                      GError            **error);

/* An export under way. */
typedef struct
{
  CharterPartnership *partnership;
  GOutputStream      *stream;
  CharterLineForm     form;
  guint32             done;
  guint32             head;
} CharterExport;

CharterExport *charter_export_new  (CharterPartnership *partnership,
                                    GOutputStream      *stream,
                                    CharterLineForm     form);
void           charter_export_free (CharterExport      *self);
gboolean       charter_export_step (CharterExport      *self,
                                    GCancellable       *cancellable,
                                    gboolean           *more,
                                    GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterImport, charter_import_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterExport, charter_export_free)

G_END_DECLS
