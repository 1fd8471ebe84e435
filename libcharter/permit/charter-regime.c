/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

#include <string.h>

/* Regimes: what a conflict does, as switches.  Presets whose meaning is more than switches,
 * and a base that shrinks, are not built yet: an item on which somebody is conflicted under
 * one of them is indeterminate. */

guint
charter_regime_from (const CharterRegimeData *regime)
{
  guint from = 0;

  if (!regime->papers)
    from |= CHARTER_FROM_PAPERS;
  if (!regime->discussion)
    from |= CHARTER_FROM_DISCUSSION;
  if (!regime->presence)
    from |= CHARTER_FROM_PRESENCE;
  if (!regime->vote)
    from |= CHARTER_FROM_VOTE;
  if (strcmp (regime->quorum, "counts") != 0)
    from |= CHARTER_FROM_QUORUM;

  return from;
}

gboolean
charter_regime_is_built (const CharterRegimeData *regime)
{
  static const char *const unbuilt[] = {
    "authorised-without", "colleagues-decide", "qualified-majority", NULL
  };

  return !g_strv_contains (unbuilt, regime->id) && strcmp (regime->quorum, "shrinking-base") != 0;
}
