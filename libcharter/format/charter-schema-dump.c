/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdio.h>

#include "format/charter-schema-json-private.h"

/* Writes what is made from the schema tables: charter-schema-dump json-charter | json-record
 * | markdown.  Runs while libcharter is built. */

static const struct
{
  const char *name;
  char     *(*make) (void);
} outputs[] = {
  { "json-charter", charter_schema_charter_to_json },
  { "json-record", charter_schema_record_to_json },
  { "markdown", charter_schema_to_markdown },
};

int
main (int    argc,
      char **argv)
{
  for (guint i = 0; argc == 2 && i < G_N_ELEMENTS (outputs); i++)
    {
      g_autofree char *text = NULL;

      if (!g_str_equal (argv[1], outputs[i].name))
        continue;
      text = outputs[i].make ();
      return fputs (text, stdout) == EOF || fflush (stdout) != 0;
    }
  fprintf (stderr, "Usage: %s json-charter | json-record | markdown\n", argv[0]);
  return 2;
}
