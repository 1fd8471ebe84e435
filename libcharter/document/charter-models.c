/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-models-private.h"

#include <charter/charter-error.h>

#include <stdlib.h>
#include <string.h>

#include "base/charter-id-private.h"
#include "document/charter-models-resource.h"

#define MODELS_PATH "/org/charter/models/"
#define SUFFIX ".json"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
charter_models_list (void)
{
  char **names = g_resource_enumerate_children (charter_models_get_resource (), MODELS_PATH,
                                                G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *suffix = strrchr (names[i], '.');

      if (suffix != NULL)
        *suffix = '\0';
    }
  qsort (names, g_strv_length (names), sizeof *names, compare_names);

  return names;
}

static void
set_not_found (const char  *id,
               GError     **error)
{
  g_auto(GStrv) names = charter_models_list ();
  g_autofree char *valid = g_utf8_make_valid (id, -1);
  const char *nearest = charter_nearest_spelling (valid, (const char *const *) names);
  g_autofree char *all = g_strjoinv (", ", names);

  if (nearest != NULL)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
                 "There is no model charter “%s”; did you mean “%s”?", valid, nearest);
  else
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
                 "There is no model charter “%s”; there are %s", valid, all);
}

GBytes *
charter_models_load (const char  *id,
                     GError     **error)
{
  g_autofree char *path = NULL;
  GBytes *text = NULL;

  if (charter_id_is_valid (id, -1))
    {
      path = g_strconcat (MODELS_PATH, id, SUFFIX, NULL);
      text = g_resource_lookup_data (charter_models_get_resource (), path,
                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    }
  if (text == NULL)
    set_not_found (id, error);

  return text;
}
