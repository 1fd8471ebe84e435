/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-meaning-private.h"

#include "base/charter-id-private.h"

#include <string.h>

/* The meaning of the conflict policy. */

/* "owns", "owns*", "child-of|sibling-of?": relations joined by |, then nothing, ? or *. */
static gboolean
is_step (const char *text)
{
  gsize length = strlen (text);

  if (length > 0 && (text[length - 1] == '?' || text[length - 1] == '*'))
    length--;
  for (gsize start = 0; start <= length;)
    {
      const char *bar = memchr (text + start, '|', length - start);
      gsize end = bar != NULL ? (gsize) (bar - text) : length;

      if (!charter_id_is_valid (text + start, (gssize) (end - start)))
        return FALSE;
      start = end + 1;
    }

  return TRUE;
}

static gboolean
may_be_missing (const CharterNode *step)
{
  char last = step->length > 0 ? step->string[step->length - 1] : '\0';

  return last == '?' || last == '*';
}

static void
check_edges (CharterMeaning    *self,
             const CharterNode *path)
{
  const CharterNode *edges = charter_node_member (path, "edges");
  gboolean reaches = FALSE;
  const CharterNode *step;
  gsize mark;

  CHARTER_MEANING_EACH (self, path, "edges", step)
    {
      if (step->type != CHARTER_NODE_STRING)
        continue;
      reaches |= !may_be_missing (step);
      if (!is_step (step->string))
        charter_meaning_fault (self, step, CHARTER_ERROR_VALUE,
                               "Expected relations joined by “|”, then nothing, “?” or “*”, not "
                               "“%s”", step->string);
    }
  if (charter_node_is (edges, CHARTER_NODE_ARRAY) && edges->length > CHARTER_STEPS_MAX)
    {
      mark = charter_meaning_enter (self, "edges");
      charter_meaning_fault (self, edges, CHARTER_ERROR_LIMIT,
                             "Expected at most %d steps, not %u", CHARTER_STEPS_MAX,
                             edges->length);
      charter_meaning_leave (self, mark);
    }
  if (reaches || !charter_node_is (edges, CHARTER_NODE_ARRAY))
    return;

  mark = charter_meaning_enter (self, "edges");
  charter_meaning_fault (self, edges, CHARTER_ERROR_VALUE,
                         "Expected at least one step that must be taken, else a path of no steps "
                         "would do");
  charter_meaning_leave (self, mark);
}

static void
check_paths (CharterMeaning    *self,
             const CharterNode *policy)
{
  const CharterNode *path;

  charter_meaning_check_ids (self, policy, "paths", "path");
  CHARTER_MEANING_EACH (self, policy, "paths", path)
    {
      charter_meaning_check_clause (self, path);
      charter_meaning_check_reference (self, path, "regime", &self->regimes, "regime");
      charter_meaning_check_share (self, path, "share");
      check_edges (self, path);
    }
}

/* A category has one regime; the preset's row of the same category gives way. */
static void
check_categories (CharterMeaning    *self,
                  const CharterNode *policy)
{
  g_autoptr(GTree) seen = g_tree_new ((GCompareFunc) strcmp);
  const CharterNode *row;

  CHARTER_MEANING_EACH (self, policy, "categories", row)
    {
      const char *category = charter_node_member_string (row, "category");

      charter_meaning_check_clause (self, row);
      charter_meaning_check_reference (self, row, "regime", &self->regimes, "regime");
      if (category != NULL && g_tree_lookup (seen, category) != NULL)
        charter_meaning_fault (self, row, CHARTER_ERROR_ID_REUSED,
                               "The category “%s” has a row already", category);
      else if (category != NULL)
        g_tree_insert (seen, (gpointer) category, (gpointer) category);
    }
}

static gboolean
is_preset (const char *id)
{
  return g_strv_contains (charter_preset_regimes, id);
}

static void
check_regimes (CharterMeaning    *self,
               const CharterNode *policy)
{
  const CharterNode *regime;

  charter_meaning_check_ids (self, policy, "regimes", "regime");
  CHARTER_MEANING_EACH (self, policy, "regimes", regime)
    {
      const char *id = charter_node_member_string (regime, "id");
      gsize mark = charter_meaning_enter (self, "id");

      if (id != NULL && is_preset (id))
        charter_meaning_fault (self, charter_node_member (regime, "id"), CHARTER_ERROR_ID_REUSED,
                               "“%s” is the name of a preset; a regime of your own needs another",
                               id);
      charter_meaning_leave (self, mark);
      charter_meaning_check_clause (self, regime);
    }
}

void
charter_meaning_check_conflicts (CharterMeaning *self)
{
  const CharterNode *policy = charter_node_member (self->root, "conflicts");
  gsize mark = charter_meaning_enter (self, "conflicts");
  const CharterNode *remedy;

  charter_meaning_check_clause (self, policy);
  charter_meaning_check_reference (self, policy, "regime", &self->regimes, "regime");
  charter_meaning_check_length (self, policy, "confirm-every");
  charter_meaning_check_length (self, policy, "dispensation-at-most");
  check_paths (self, policy);
  check_regimes (self, policy);
  check_categories (self, policy);
  CHARTER_MEANING_EACH (self, policy, "remedies", remedy)
    charter_meaning_check_clause (self, remedy);
  charter_meaning_leave (self, mark);
}
