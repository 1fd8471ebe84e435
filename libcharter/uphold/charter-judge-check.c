/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-uphold-private.h"

#include <glib/gi18n-lib.h>

/* One check of a clause: a named one, a family, or several put together. */

#define DEPTH_MAX 8

enum
{
  NOT_BUILT,
  TOO_DEEP,
  ALL_OF,
  ANY_OF,
  SO_MANY_OF,
  NOT_THIS,
  UNLESS,
  INSTEAD
};

static const CharterReasonType types[] = {
  [NOT_BUILT] = { "not-built", N_("{0} (“{1}”)") },
  [TOO_DEEP] = { "too-deep", N_("These checks are nested too deep to be told.") },
  [ALL_OF] = { "all-of", N_("All of these must be upheld.") },
  [ANY_OF] = { "any-of", N_("One of these must be upheld.") },
  [SO_MANY_OF] = { "so-many-of", N_("{0} of these must be upheld.") },
  [NOT_THIS] = { "not-this", N_("This must not be upheld.") },
  [UNLESS] = { "unless", N_("Unless this is upheld, the check counts.") },
  [INSTEAD] = { "instead", N_("This is upheld, and takes the place of the check.") },
};

static void
join_restore (CharterPart *out,
              CharterPart *part)
{
  char *joined;

  if (part->restore == NULL)
    return;
  if (out->restore == NULL)
    {
      out->restore = g_steal_pointer (&part->restore);
      return;
    }
  joined = g_strconcat (out->restore, " ", part->restore, NULL);
  g_free (out->restore);
  out->restore = joined;
  g_clear_pointer (&part->restore, g_free);
}

static void
join_fresh (CharterPart       *out,
            const CharterPart *part)
{
  if (part->fresh_until != CHARTER_DATE_NONE
      && (out->fresh_until == CHARTER_DATE_NONE || part->fresh_until < out->fresh_until))
    out->fresh_until = part->fresh_until;
}

/* The parts of a named check that has several, all of which must hold. */
static void
judge_all_parts (CharterJudge      *self,
                 const CharterNode *check,
                 const CharterNode *row,
                 CharterReasonId    parent,
                 CharterPart       *out)
{
  const CharterNode *all = charter_node_member (row, "all");
  g_autofree CharterPartStatus *statuses = g_new0 (CharterPartStatus, all->length);
  guint n = 0;

  out->reason =
      charter_reasons_add (self->finding->reasons, parent, &types[ALL_OF], self->clause, NULL);
  for (const CharterNode *part = charter_node_first (all); part != NULL;
       part = charter_node_next (all, part))
    {
      CharterPart one = { .fresh_until = CHARTER_DATE_NONE };

      charter_judge_cases (self, check, row, part, out->reason, &one);
      statuses[n++] = one.status;
      join_fresh (out, &one);
      join_restore (out, &one);
    }
  out->status = charter_status_all (statuses, n);
}

static void
judge_leaf (CharterJudge      *self,
            const CharterNode *check,
            CharterReasonId    parent,
            CharterPart       *out)
{
  g_autofree char *cannot = NULL;
  const CharterNode *row = charter_catalogue_expand (self->inquiry, check, &cannot);
  const char *name = charter_node_member_string (check, "check");

  if (row == NULL)
    {
      out->status = CHARTER_PART_INDETERMINATE;
      out->reason =
          charter_reasons_add (self->finding->reasons, parent, &types[NOT_BUILT], self->clause,
                               cannot,
                               name != NULL ? name : charter_node_member_string (check, "family"),
                               NULL);
    }
  else if (charter_node_member (row, "all") != NULL)
    judge_all_parts (self, check, row, parent, out);
  else
    charter_judge_cases (self, check, row, row, parent, out);
}

/* Several checks */

static CharterPartStatus *
judge_list (CharterJudge      *self,
            const CharterNode *list,
            CharterReasonId    parent,
            guint              depth,
            CharterPart       *out,
            guint             *n_statuses)
{
  CharterPartStatus *statuses = g_new0 (CharterPartStatus, list->length + 1);
  guint n = 0;

  CHARTER_EACH (list, item)
    {
      CharterPart one = { .fresh_until = CHARTER_DATE_NONE };

      charter_judge_check (self, item, parent, depth + 1, &one);
      statuses[n++] = one.status;
      join_fresh (out, &one);
      join_restore (out, &one);
    }
  *n_statuses = n;
  return statuses;
}

static const CharterNode *
list_of (const CharterNode        *check,
         const CharterReasonType **type)
{
  static const struct { const char *name; guint type; } lists[] = {
    { "all", ALL_OF }, { "any", ANY_OF }, { "checks", SO_MANY_OF }, { "not", NOT_THIS }
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const CharterNode *list = charter_node_member (check, lists[i].name);

      *type = &types[lists[i].type];
      if (list != NULL)
        return list;
    }
  return NULL;
}

static void
judge_several (CharterJudge            *self,
               const CharterNode       *check,
               const CharterNode       *list,
               const CharterReasonType *type,
               CharterReasonId          parent,
               guint                    depth,
               CharterPart             *out)
{
  gint64 needed = charter_node_member_integer (check, "at-least", 1);
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, needed);
  g_autofree CharterPartStatus *statuses = NULL;
  guint n;

  out->reason =
      charter_reasons_add (self->finding->reasons, parent, type, self->clause, count, NULL);
  statuses = judge_list (self, list, out->reason, depth, out, &n);
  if (type == &types[ALL_OF])
    out->status = charter_status_all (statuses, n);
  else if (type == &types[ANY_OF])
    out->status = charter_status_any (statuses, n);
  else if (type == &types[SO_MANY_OF])
    out->status = charter_status_count (statuses, n, (guint) CLAMP (needed, 1, G_MAXINT));
  else
    out->status = charter_status_not (statuses[0]);
  if (out->status == CHARTER_PART_UPHELD)
    g_clear_pointer (&out->restore, g_free);
}

static void
judge_itself (CharterJudge      *self,
              const CharterNode *check,
              CharterReasonId    parent,
              guint              depth,
              CharterPart       *out)
{
  const CharterReasonType *type;
  const CharterNode *list = list_of (check, &type);

  if (list != NULL)
    judge_several (self, check, list, type, parent, depth, out);
  else
    judge_leaf (self, check, parent, out);
}

void
charter_judge_check (CharterJudge      *self,
                     const CharterNode *check,
                     CharterReasonId    parent,
                     guint              depth,
                     CharterPart       *out)
{
  const CharterNode *unless = charter_node_member (check, "unless");
  CharterPart other = { .fresh_until = CHARTER_DATE_NONE };
  CharterReasonId around;

  if (depth > DEPTH_MAX)
    {
      out->status = CHARTER_PART_INDETERMINATE;
      out->reason = charter_reasons_add (self->finding->reasons, parent, &types[TOO_DEEP],
                                         self->clause, NULL);
      return;
    }
  if (unless == NULL)
    {
      judge_itself (self, check, parent, depth, out);
      return;
    }
  around = charter_reasons_add (self->finding->reasons, parent, &types[UNLESS], self->clause, NULL);
  charter_judge_check (self, unless, around, depth + 1, &other);
  if (other.status == CHARTER_PART_UPHELD)
    {
      *out = other;
      out->reason =
          charter_reasons_add (self->finding->reasons, parent, &types[INSTEAD], self->clause, NULL);
      return;
    }
  g_free (other.restore);
  judge_itself (self, check, parent, depth, out);
}
