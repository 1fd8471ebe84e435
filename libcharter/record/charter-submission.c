/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "record/charter-leaf-private.h"

#include "base/charter-time-private.h"
#include "format/charter-kinds-private.h"

#include <string.h>

/* Submissions */

gboolean
charter_submission_from_node (const CharterNode *node,
                              const char        *path,
                              CharterSubmission *out,
                              CharterProblems   *problems)
{
  const char *name = charter_node_member_string (node, "kind");
  guint16 kind = name != NULL ? charter_kind_lookup (name) : CHARTER_KIND_NONE;
  gboolean good = charter_shape_check (&charter_submission_shape, node, CHARTER_CHECK_CLEAR, path,
                                       problems);

  *out = (CharterSubmission) { .kind = CHARTER_KIND_NONE, .at = CHARTER_INSTANT_NONE };
  out->data = charter_node_member (node, "data");
  if (kind != CHARTER_KIND_NONE && charter_node_is (out->data, CHARTER_NODE_OBJECT))
    {
      g_autofree char *data_path = g_strconcat (path, "/data", NULL);

      /* The format of a founding is the gate's to judge. */
      if ((kind == CHARTER_KIND_CHARTER_ADOPTED
           && !charter_leaf_check_format (kind, out->data, data_path, problems))
          || !charter_shape_check (&charter_kinds[kind]->data, out->data, CHARTER_CHECK_CLEAR,
                                   data_path, problems))
        good = FALSE;
    }
  if (!good)
    return FALSE;

  charter_instant_parse (charter_node_member_string (node, "at"), -1, &out->at);
  out->by = charter_node_member_string (node, "by");
  out->id = charter_node_member_string (node, "id");
  out->kind = kind;

  return TRUE;
}

gboolean
charter_submission_read (CharterArena      *arena,
                         const char        *text,
                         gsize              length,
                         CharterSubmission *out,
                         CharterProblems   *problems)
{
  gsize outer_length;
  const char *outer_text = charter_problems_get_text (problems, &outer_length);
  const CharterNode *node = charter_json_read (arena, text, length, CHARTER_PROFILE_RECORD,
                                               CHARTER_READ_NONE, &charter_limits_entry, problems);
  gboolean good;

  *out = (CharterSubmission) { .kind = CHARTER_KIND_NONE, .at = CHARTER_INSTANT_NONE };
  if (node == NULL)
    return FALSE;

  charter_problems_set_text (problems, text, length);
  good = charter_submission_from_node (node, "", out, problems);
  charter_problems_set_text (problems, outer_text, outer_length);

  return good;
}

/* Record lines */

char *
charter_record_line_write (const char        *leaf,
                           const char *const *openings)
{
  GString *line = g_string_new ("{\"entry\":");

  g_string_append (line, leaf);
  g_string_append (line, ",\"openings\":[");
  for (guint i = 0; openings != NULL && openings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (line, ',');
      g_string_append (line, openings[i]);
    }
  g_string_append (line, "]}");

  return g_string_free (line, FALSE);
}

/* "entry" and "openings", both there, and nothing else. */
static gboolean
check_line (const CharterNode *line,
            CharterProblems   *problems)
{
  const CharterNode *entry = charter_node_member (line, "entry");
  const CharterNode *openings = charter_node_member (line, "openings");

  if (!charter_node_is (entry, CHARTER_NODE_OBJECT))
    charter_problems_add (problems, CHARTER_ERROR_FORMAT, "/entry", entry->offset, NULL,
                          "The entry must be an object");
  else if (!charter_node_is (openings, CHARTER_NODE_ARRAY))
    charter_problems_add (problems, CHARTER_ERROR_FORMAT, "/openings",
                          openings != NULL ? openings->offset : line->offset, NULL,
                          "A record line has the member \"openings\", a list");
  else if (line->length != 2)
    charter_problems_add (problems, CHARTER_ERROR_FORMAT, "", line->offset, NULL,
                          "A record line has the members \"entry\" and \"openings\" only");
  else
    return TRUE;

  return FALSE;
}

static GStrv
write_each (const CharterNode *list)
{
  GStrv texts = g_new0 (char *, list->length + 1);
  guint i = 0;

  for (const CharterNode *c = charter_node_first (list); c != NULL; c = charter_node_next (list, c))
    texts[i++] = charter_node_to_text (c);

  return texts;
}

gboolean
charter_record_line_read (const char       *text,
                          gsize             length,
                          char            **leaf,
                          GStrv            *openings,
                          CharterProblems  *problems)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  gsize outer_length;
  const char *outer_text = charter_problems_get_text (problems, &outer_length);
  const CharterNode *line = charter_json_read (arena, text, length, CHARTER_PROFILE_RECORD,
                                               CHARTER_READ_NONE, NULL, problems);
  const CharterNode *entry = charter_node_member (line, "entry");
  gboolean good;

  *leaf = NULL;
  *openings = NULL;
  if (entry == NULL)
    return FALSE;

  charter_problems_set_text (problems, text, length);
  good = check_line (line, problems);
  charter_problems_set_text (problems, outer_text, outer_length);
  if (!good)
    return FALSE;

  *leaf = charter_node_to_text (entry);
  *openings = write_each (charter_node_member (line, "openings"));

  return TRUE;
}
