/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "lines.h"
#include "reasons.h"
#include "record-data.h"
#include "tool.h"

typedef struct
{
  char     *by;
  char     *id;
  char     *data;
  char     *file;
  char     *recorded;
  gboolean  dry_run;
} RecordOptions;

static void
record_options_clear (RecordOptions *options)
{
  g_free (options->by);
  g_free (options->id);
  g_free (options->data);
  g_free (options->file);
  g_free (options->recorded);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RecordOptions, record_options_clear)

static ToolStatus
refuse (const ToolCommand *command, const GError *error)
{
  ToolStatus status = tool_fail (command, NULL, error);

  tool_advise (_("Nothing was recorded."));
  return status;
}

static char *
submission_of (const char *kind, const char *at, const char *by, const char *id,
               RecordData *data)
{
  GString *out = g_string_new ("{\"kind\":");
  g_autofree char *text = record_data_text (data);

  tool_json_quote (out, kind);
  g_string_append (out, ",\"at\":");
  tool_json_quote (out, at);
  if (by != NULL)
    {
      g_string_append (out, ",\"by\":");
      tool_json_quote (out, by);
    }
  if (id != NULL)
    {
      g_string_append (out, ",\"id\":");
      tool_json_quote (out, id);
    }
  g_string_append_printf (out, ",\"data\":%s}", text);
  return g_string_free (out, FALSE);
}

/* Whether the kind wants a text, a number, a truth value or a list in a member, its row of
 * the schema knows: what was typed is tried as text first, then as the others. Gives the
 * submission to make; trying writes nothing. */
static char *
settle (CharterPartnership *partnership, const char *kind, const char *at, const char *by,
        const char *id, RecordData *data)
{
  for (guint i = 0; i < 64; i++)
    {
      g_autofree char *text = submission_of (kind, at, by, id, data);
      g_autoptr (CharterRefusal) refusal =
        charter_partnership_try_submission (partnership, text, NULL);

      if (refusal == NULL)
        return g_steal_pointer (&text);
      if (strcmp (charter_refusal_get_code (refusal), "invalid") != 0 ||
          !record_data_retype (data, charter_refusal_get_path (refusal)))
        break;
    }
  return submission_of (kind, at, by, id, data);
}

static ToolStatus
say_recorded (const ToolCommon *common, CharterEntry *entry)
{
  if (common->json)
    {
      g_autofree char *text = charter_entry_to_json (entry);

      tool_print_json (text);
      return TOOL_YES;
    }
  tool_say (_("Recorded as entry %lld: %s (%s)"), (long long) charter_entry_get_seq (entry),
            charter_entry_get_kind (entry), charter_entry_get_id (entry));
  if (charter_entry_get_late (entry))
    g_print ("%s\n", _("It is marked late: it happened before it was recorded."));
  return TOOL_YES;
}

static ToolStatus
dry_run (const ToolCommand *command, const ToolCommon *common, CharterPartnership *partnership,
         const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterRefusal) refusal =
    charter_partnership_try_submission (partnership, text, &error);

  if (error != NULL)
    return refuse (command, error);
  if (refusal == NULL)
    {
      g_print ("%s\n", common->json ? "{}" : _("This would be recorded."));
      return TOOL_YES;
    }
  if (common->json)
    {
      g_autofree char *json = charter_refusal_to_json (refusal);

      tool_print_json (json);
    }
  else
    tool_say (_("This would be refused (%s): %s"), charter_refusal_get_code (refusal),
              charter_refusal_get_message (refusal));
  return TOOL_NO;
}

static ToolStatus
record_one (const ToolCommand *command, const ToolCommon *common, const RecordOptions *options,
            CharterPartnership *partnership, int argc, char **argv)
{
  g_auto (RecordData) data = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterEntry) entry = NULL;
  g_autofree char *by = NULL;
  g_autofree char *text = NULL;

  if (!record_data_init (&data, partnership, options->data, &error))
    return refuse (command, error);
  for (int i = 3; i < argc; i++)
    if (!record_data_add (&data, argv[i], &error))
      return refuse (command, error);
  if (options->by != NULL)
    by = tool_person_id (partnership, options->by, &error);
  if (error != NULL)
    return refuse (command, error);
  text = settle (partnership, argv[2], common->at, by, options->id, &data);
  if (options->dry_run)
    return dry_run (command, common, partnership, text);
  entry = charter_partnership_submit (partnership, text, &error);
  if (entry == NULL)
    return refuse (command, error);
  return say_recorded (common, entry);
}

static ToolStatus
record_file (const ToolCommand *command, const ToolCommon *common, const char *path,
             CharterPartnership *partnership)
{
  g_autoptr (GError) error = NULL;
  gint64 count = tool_lines_import (partnership, path, &error);

  if (count < 0)
    return refuse (command, error);
  if (common->json)
    g_print ("{\"recorded\":%" G_GINT64_FORMAT "}\n", count);
  else
    g_print (ngettext ("Recorded %lld entry.\n", "Recorded %lld entries.\n", (gulong) count),
             (long long) count);
  return TOOL_YES;
}

static gboolean
check_options (const ToolCommand *command, const ToolCommon *common,
               const RecordOptions *options, int argc)
{
  if (!tool_check_text (command, options->data))
    return FALSE;
  if (options->file != NULL && (argc > 2 || options->data != NULL || options->dry_run))
    tool_complain (command, _("--file brings whole entries: KIND and data cannot stand beside it"));
  else if (options->file == NULL && argc < 3)
    tool_complain (command, _("KIND is missing, such as person-joined (or --file FILE)"));
  else if (options->file == NULL && common->at == NULL)
    tool_complain (command, _("--at is missing: when it happened, such as 2026-03-02T12:00:00Z, "
                              "or now"));
  else
    return TRUE;
  tool_advise (_("“charter %s --help” says more."), command->name);
  return FALSE;
}

static ToolStatus
run (const ToolCommand *command, const ToolCommon *common, const RecordOptions *options,
     int argc, char **argv)
{
  g_autoptr (CharterPartnership) partnership = tool_open_writable (command, argv[1]);
  g_autoptr (GError) error = NULL;

  if (partnership == NULL)
    {
      if (options->file != NULL && !g_file_test (argv[1], G_FILE_TEST_EXISTS))
        tool_advise (_("“charter new PATH --from FILE” makes a new record of JSON Lines."));
      return TOOL_BAD;
    }
  if (options->recorded != NULL &&
      !charter_partnership_set_clock (partnership, options->recorded, &error))
    return tool_fail (command, "--recorded", error);
  if (options->file != NULL)
    return record_file (command, common, options->file, partnership);
  return record_one (command, common, options, partnership, argc, argv);
}

ToolStatus
cmd_record (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  g_auto (RecordOptions) options = { 0 };
  const GOptionEntry own[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_("Who makes the entry"), N_("PERSON") },
    { "id", 0, 0, G_OPTION_ARG_STRING, &options.id,
      N_("An id of your own: the same entry twice is then recorded once"), N_("ID") },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options.data, N_("The data as a JSON object"),
      N_("JSON") },
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &options.file,
      N_("Take in JSON Lines, submissions or record lines; - is the standard input"), N_("FILE") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_("Only say whether it would be recorded"), NULL },
    { "recorded", 0, 0, G_OPTION_ARG_STRING, &options.recorded,
      N_("Record as if it were this instant"), N_("INSTANT") },
    { NULL }
  };

  if (!tool_parse (command, TOOL_TAKES_AT, &common, own, &argc, &argv) ||
      !check_options (command, &common, &options, argc))
    return TOOL_BAD;
  return run (command, &common, &options, argc, argv);
}
