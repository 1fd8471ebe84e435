/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-view-private.h"

#include <charter/charter-error.h>

/**
 * CharterView:
 *
 * The read-only state of a partnership as it was known at one entry.
 *
 * Every question has two times. `known` is the last entry taken into account: it is fixed
 * when the view is made. `at` is the instant asked about: each question states it, since the
 * library has no "now". A view never changes, holds what it needs, and may be used in any one
 * thread.
 *
 * Views come from [method@Charter.Partnership.get_view],
 * [method@Charter.Partnership.as_of] and [method@Charter.View.suppose].
 *
 * Since: 0.1
 */
struct _CharterView
{
  GObject parent_instance;

  CharterScene scene;
};

enum
{
  PROP_0,
  PROP_KNOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterView, charter_view, G_TYPE_OBJECT)

static void
charter_view_finalize (GObject *object)
{
  CharterView *self = CHARTER_VIEW (object);

  g_clear_pointer (&self->scene.state, charter_state_unref);
  G_OBJECT_CLASS (charter_view_parent_class)->finalize (object);
}

static void
charter_view_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  CharterView *self = CHARTER_VIEW (object);

  switch (id)
    {
    case PROP_KNOWN:
      g_value_set_int64 (value, self->scene.known);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_view_class_init (CharterViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_view_finalize;
  object_class->get_property = charter_view_get_property;

  /**
   * CharterView:known: (getter get_known)
   *
   * The seq of the last entry taken into account; 0 for none.
   *
   * Since: 0.1
   */
  properties[PROP_KNOWN] = g_param_spec_int64 ("known", NULL, NULL, 0, G_MAXINT64, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_view_init (CharterView *self)
{
}

CharterView *
charter_view_new (CharterState *state,
                  guint32       known)
{
  CharterView *self = g_object_new (CHARTER_TYPE_VIEW, NULL);

  self->scene.state = charter_state_ref (state);
  self->scene.known = MIN (known, charter_state_get_head (state));
  return self;
}

const CharterScene *
charter_view_get_scene (CharterView *self)
{
  return &self->scene;
}

/**
 * charter_view_get_known: (get-property known)
 * @self: a view
 *
 * Gives the last entry taken into account.
 *
 * Returns: a seq, from 1; 0 for none
 *
 * Since: 0.1
 */
gint64
charter_view_get_known (CharterView *self)
{
  g_return_val_if_fail (CHARTER_IS_VIEW (self), 0);

  return self->scene.known;
}

/**
 * charter_view_dump:
 * @self: a view
 *
 * Writes down everything that the view shows, in the canonical form of RFC 8785: every entry
 * as corrected, every name with the entries that mention it, and the charters adopted. Two
 * views with the same dump give the same answers. Private and sealed values stand as their
 * commitments.
 *
 * Returns: (transfer full): JSON text
 *
 * Since: 0.1
 */
char *
charter_view_dump (CharterView *self)
{
  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);

  return charter_scene_dump (&self->scene);
}

gboolean
charter_question_at (const char *at,
                     gint64     *out,
                     GError    **error)
{
  if (at != NULL && charter_instant_parse (at, -1, out))
    return TRUE;
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
               "“%s” is no instant: write the time asked about in UTC, such as "
               "2026-03-02T10:00:00Z", at != NULL ? at : "");
  return FALSE;
}

gboolean
charter_question_utf8 (const char  *text,
                       GError     **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  g_set_error_literal (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
                       "What is asked about is not written in UTF-8");
  return FALSE;
}
