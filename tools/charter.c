/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "table.h"
#include "tool.h"

static const ToolCommand commands[] = {
  { "new", "PATH", N_("Make a record for a partnership"),
    N_("Makes the file PATH with the partnership's founding and, with --model or --charter, the "
       "adoption of its charter; or, with --from, of all entries in a file of JSON Lines. “charter "
       "new --list-models” lists the model charters."),
    "  charter new alliance.charter --model collaborative-working --title \"Harbour Alliance\" "
    "--at 2026-01-05T09:00:00Z",
    cmd_new },
  { "check", "FILE", N_("Find the faults of a written charter"),
    N_("Lists every fault with its line and column and what would be right, and warns of clauses "
       "that nothing can evidence."),
    "  charter check our-charter.json",
    cmd_check },
  { "audit", "FILE", N_("Look before you sign"),
    N_("Looks for what cannot work in a charter, or will surprise: quorums that cannot be reached, "
       "tests that exclude each other, what hangs on one person, how many may be missing, who can "
       "block and whose vote never decides; with --against what a new version changes."),
    "  charter audit our-charter.json --voters 7",
    cmd_audit },
  { "test", "FILE…", N_("Run scenario files: tests for a charter"),
    N_("A scenario file has a charter, what happened, questions and the answers that must come. "
       "Says of each question whether the answer is as expected, and what differs."),
    "  charter test scenarios/*.json",
    cmd_test },
  { "record", "PATH [KIND] [key=value…]", N_("Add an entry to a record"),
    N_("Data are given as key=value (several of one key make a list), key:=JSON, key:=@FILE or "
       "--data. A value @handle stands for that person's id; @@ is a plain @. With --file whole "
       "entries are taken in from JSON Lines."),
    "  charter record alliance.charter partner-joined --at now id=north name=\"North Trust\"",
    cmd_record },
  { "show", "PATH [ID]", N_("Show what a record holds"),
    N_("ID is anything in the record (a partner, person, decision, clause …), or an entry by its "
       "number or id. Without it: an overview. Without --at: as at the last entry."),
    "  charter show alliance.charter --decisions",
    cmd_show },
  { "may", "PATH PERSON ACT [SUBJECT]", N_("May this person do this?"),
    N_("ACT is what the charter regulates: vote, discuss, be-present, see-papers, propose, chair, "
       "record … SUBJECT is the decision or other thing that it is about."),
    "  charter may alliance.charter amira vote grant-7 --at 2026-03-02T12:00:00Z",
    cmd_may },
  { "electorate", "PATH DECISION", N_("Who may see, discuss, be counted and vote?"),
    N_("Gives everyone who may take part in a decision, and why each other may not."),
    "  charter electorate alliance.charter grant-7 --at 2026-03-02T12:00:00Z",
    cmd_electorate },
  { "conflicts", "PATH [DECISION]", N_("Who has an interest in it?"),
    N_("Lists the declared interests that bear on a decision, or with --person all that one "
       "person has declared. With --register: the register of interests, with who is late and "
       "who has declared neither interests nor that there are none."),
    "  charter conflicts alliance.charter grant-7 --at 2026-03-02T12:00:00Z",
    cmd_conflicts },
  { "decide", "PATH DECISION", N_("What was decided?"),
    N_("Counts the ballots under the charter's rule and shows quorum, tests, who was left out and "
       "why."),
    "  charter decide alliance.charter grant-7 --at now",
    cmd_decide },
  { "due", "PATH", N_("What is due, for whom, by when?"),
    N_("Lists what is open, late or overdue, and what falls due within a year or --until."),
    "  charter due alliance.charter --who north --until 2026-06-30 --at now",
    cmd_due },
  { "assess", "PATH [CLAUSE]", N_("Do we live by our charter?"),
    N_("Gives a finding for every clause, or the whole proof of one."),
    "  charter assess alliance.charter --at now --since 2026-01-01T00:00:00Z",
    cmd_assess },
  { "tally", "FILE", N_("Count ballots that stand in a file"),
    N_("FILE holds ballots on options (- for the standard input): CEF, BLT, ABIF, PrefLib, CSV, a "
       "Debian tally sheet or election-case/1. Shows who wins, the ranking, the pairs, the rounds "
       "and why. Without --method: that of the file, else schulze for rankings, approval for "
       "approvals, score for scores. With --to the ballots are written in another format and not "
       "counted."),
    "  charter tally board.blt --method stv --seats 3",
    cmd_tally },
  { "export", "PATH", N_("Write a record as JSON Lines, or a register"),
    N_("The form “record” keeps what the record's proofs rest on; “submission” is in clear, to be "
       "judged anew when it is taken in. With --register and --at: the register of interests as "
       "CSV, with --published as it may be made public."),
    "  charter export alliance.charter --form submission -o alliance.jsonl",
    cmd_export },
};

static void
print_help (void)
{
  g_autoptr (ToolTable) table = tool_table_new ();

  tool_table_column (table, NULL, TOOL_COLUMN_CUT);
  tool_table_column (table, NULL, TOOL_COLUMN_WRAP);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      tool_table_row (table);
      tool_table_cell (table, TOOL_STYLE_BOLD, commands[i].name);
      tool_table_cell (table, TOOL_STYLE_PLAIN, _(commands[i].summary));
    }
  g_print ("%s\n",
           _("Usage: charter COMMAND PATH … [--at INSTANT] [--known SEQ|INSTANT] [--json]"));
  g_print ("\n");
  tool_print_wrapped ("", TOOL_STYLE_PLAIN,
                      _("Makes partnership charters executable: may I, what was decided, what is "
                        "due, do we live by it?"));
  g_print ("\n");
  tool_table_print (table, 2);
  g_print ("\n");
  tool_print_wrapped ("", TOOL_STYLE_PLAIN,
                      _("“charter COMMAND --help” says more about one. PATH is a .charter file, or "
                        "a .jsonl file of submissions or record lines (- for the standard "
                        "input)."));
  tool_print_wrapped ("", TOOL_STYLE_PLAIN,
                      _("Exit status: 0 yes or fine, 1 no, 2 bad usage or input, 3 cannot tell."));
}

static const ToolCommand *
find_command (const char *name)
{
  const char *names[G_N_ELEMENTS (commands) + 1] = { NULL };
  const char *nearest;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      names[i] = commands[i].name;
      if (strcmp (name, names[i]) == 0)
        return &commands[i];
    }
  nearest = tool_nearest (name, names);
  if (nearest != NULL)
    tool_complain (NULL, _("There is no command “%s”; did you mean “%s”?"), name, nearest);
  else
    tool_complain (NULL, _("There is no command “%s”"), name);
  tool_advise (_("“charter --help” lists the commands."));
  return NULL;
}

/* "charter help may" is "charter may --help". */
static ToolStatus
run_help (int argc, char **argv)
{
  const ToolCommand *command;
  char *words[] = { argv[0], (char *) "--help", NULL };

  if (argc < 3)
    {
      print_help ();
      return TOOL_YES;
    }
  command = find_command (argv[2]);
  return command != NULL ? command->run (command, 2, words) : TOOL_BAD;
}

static ToolStatus
run (int argc, char **argv)
{
  const ToolCommand *command;

  if (argc < 2)
    {
      tool_complain (NULL, _("A command is missing"));
      tool_advise (_("“charter --help” lists the commands."));
      return TOOL_BAD;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 ||
      strcmp (argv[1], "help") == 0)
    return run_help (argc, argv);
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("charter %d.%d.%d\n", CHARTER_MAJOR_VERSION, CHARTER_MINOR_VERSION,
               CHARTER_MICRO_VERSION);
      return TOOL_YES;
    }
  if (!g_utf8_validate (argv[1], -1, NULL))
    {
      tool_complain (NULL, _("An argument is not UTF-8 text"));
      return TOOL_BAD;
    }
  command = find_command (argv[1]);
  return command != NULL ? command->run (command, argc - 1, argv + 1) : TOOL_BAD;
}

/* An answer that could not be written is no answer. */
static ToolStatus
close_output (ToolStatus status)
{
  if (fflush (stdout) == 0 && ferror (stdout) == 0)
    return status;
  tool_complain (NULL, _("The answer could not be written"));
  return TOOL_BAD;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TOOL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A file that may not grow is told of like a full disk. */
  signal (SIGXFSZ, SIG_IGN);
  return (int) close_output (run (argc, argv));
}
