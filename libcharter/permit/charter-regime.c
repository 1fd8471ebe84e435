/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

#include <string.h>

/* Regimes: what a conflict does, as switches. */

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
  if (!regime->discussion && !regime->heard)
    from |= CHARTER_FROM_HEARING;

  return from;
}
