/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-uphold-private.h"

/* How parts make a whole. */

static gboolean
weighs (const CharterPart *part)
{
  return part->role != CHARTER_PART_SIGN;
}

static gboolean
proves (const CharterPart *part)
{
  return part->role == CHARTER_PART_PROOF || part->role == CHARTER_PART_ATTESTATION;
}

static gboolean
has_evidence (CharterPartStatus status)
{
  return status != CHARTER_PART_NO_EVIDENCE && status != CHARTER_PART_NOTHING_AROSE;
}

/* A proof or attestation that is not upheld, or a sign or bar that speaks against. */
static gboolean
stands_in_the_way (const CharterPart *part)
{
  if (part->status == CHARTER_PART_NOTHING_AROSE)
    return FALSE;
  if (proves (part))
    return part->status != CHARTER_PART_UPHELD;
  return part->status == CHARTER_PART_NOT_UPHELD || part->status == CHARTER_PART_INDETERMINATE;
}

/* The first that fits.  Not upheld: a proof, a bar or an attestation is not upheld.
 * Indeterminate: one of these is.  No evidence: no proof and no attestation has any.
 * Upheld: every proof and attestation is, and no sign speaks against.  Partly: all else. */
CharterFindingStatus
charter_parts_status (const CharterPart *parts,
                      guint              n_parts)
{
  gboolean not_upheld = FALSE, indeterminate = FALSE, evidence = FALSE, in_the_way = FALSE;

  for (guint i = 0; i < n_parts; i++)
    {
      const CharterPart *part = &parts[i];

      not_upheld |= weighs (part) && part->status == CHARTER_PART_NOT_UPHELD;
      indeterminate |= weighs (part) && part->status == CHARTER_PART_INDETERMINATE;
      evidence |= proves (part) && has_evidence (part->status);
      in_the_way |= stands_in_the_way (part);
    }
  if (not_upheld)
    return CHARTER_FINDING_STATUS_NOT_UPHELD;
  if (indeterminate)
    return CHARTER_FINDING_STATUS_INDETERMINATE;
  if (!evidence)
    return CHARTER_FINDING_STATUS_NO_EVIDENCE;
  return in_the_way ? CHARTER_FINDING_STATUS_PARTLY : CHARTER_FINDING_STATUS_UPHELD;
}

static guint
count_status (const CharterPartStatus *statuses,
              guint                    n,
              CharterPartStatus        status)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += statuses[i] == status ? 1 : 0;
  return count;
}

CharterPartStatus
charter_status_all (const CharterPartStatus *statuses,
                    guint                    n)
{
  guint nothing = count_status (statuses, n, CHARTER_PART_NOTHING_AROSE);

  if (nothing == n)
    return CHARTER_PART_NOTHING_AROSE;
  if (count_status (statuses, n, CHARTER_PART_NOT_UPHELD) > 0)
    return CHARTER_PART_NOT_UPHELD;
  if (count_status (statuses, n, CHARTER_PART_INDETERMINATE) > 0)
    return CHARTER_PART_INDETERMINATE;
  if (count_status (statuses, n, CHARTER_PART_NO_EVIDENCE) + nothing == n)
    return CHARTER_PART_NO_EVIDENCE;
  return count_status (statuses, n, CHARTER_PART_UPHELD) + nothing == n ? CHARTER_PART_UPHELD
                                                                        : CHARTER_PART_PARTLY;
}

/* So many of them must be upheld; what cannot be told yet could still be. */
CharterPartStatus
charter_status_count (const CharterPartStatus *statuses,
                      guint                    n,
                      guint                    needed)
{
  static const CharterPartStatus order[] = { CHARTER_PART_INDETERMINATE, CHARTER_PART_PARTLY,
                                             CHARTER_PART_NO_EVIDENCE, CHARTER_PART_NOTHING_AROSE };
  guint reached = count_status (statuses, n, CHARTER_PART_UPHELD);
  CharterPartStatus answer = CHARTER_PART_NOT_UPHELD;

  if (n > 0 && count_status (statuses, n, CHARTER_PART_NOTHING_AROSE) == n)
    return CHARTER_PART_NOTHING_AROSE;
  if (reached >= needed)
    return CHARTER_PART_UPHELD;
  for (guint i = 0; i < G_N_ELEMENTS (order) && reached < needed; i++)
    {
      guint more = count_status (statuses, n, order[i]);

      reached += more;
      if (more > 0 && answer != CHARTER_PART_INDETERMINATE)
        answer = order[i];
    }
  if (reached < needed)
    return CHARTER_PART_NOT_UPHELD;
  return answer == CHARTER_PART_NOTHING_AROSE ? CHARTER_PART_NO_EVIDENCE : answer;
}

CharterPartStatus
charter_status_any (const CharterPartStatus *statuses,
                    guint                    n)
{
  return charter_status_count (statuses, n, 1);
}

CharterPartStatus
charter_status_not (CharterPartStatus status)
{
  if (status == CHARTER_PART_UPHELD)
    return CHARTER_PART_NOT_UPHELD;
  return status == CHARTER_PART_NOT_UPHELD ? CHARTER_PART_UPHELD : status;
}
