/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-register-private.h"

#include "state/charter-view-private.h"

/**
 * charter_view_list_register:
 * @self: a view
 * @at: the instant asked about, in UTC
 *
 * Gives the register of interests. For everybody who has to declare (because a rule lets them
 * vote, or because they hold a role), and everybody who has declared, there is a row for each
 * interest declared, one for the newest declaration that there is nothing where no interest
 * counts, or one that says that neither has been declared. The persons come in order of
 * joining, the interests of one in order of entry.
 *
 * What was due when is what [method@Charter.View.list_obligations] says.
 *
 * Returns: (transfer full): a list of [class@Charter.RegisterEntry], %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
GListModel *
charter_view_list_register (CharterView  *self,
                            const char   *at,
                            GError      **error)
{
  GListStore *list;
  gint64 instant;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);

  if (!charter_question_at (at, &instant, error))
    return NULL;
  list = g_list_store_new (CHARTER_TYPE_REGISTER_ENTRY);
  charter_register_list (charter_view_get_scene (self), instant, list);
  return G_LIST_MODEL (list);
}
