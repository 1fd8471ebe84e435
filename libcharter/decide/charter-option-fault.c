/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-option-private.h"

#include <string.h>

/* Ballots on options as they are entered: what a rule can read of them. */

static const char *
wrong_member (const CharterOptionTerms *terms,
              const char               *given,
              char                    **path,
              char                    **message)
{
  static const char *const examples[] = { "[\"a\", \"b\"]", "[\"a\", \"b\"]",
                                          "{\"a\": 2, \"b\": 0}" };

  *path = g_strconcat ("/data/", given, NULL);
  *message = g_strdup_printf (
    "The rule chooses among options: a ballot gives “%s”, as in %s, and an empty one abstains",
    terms->member, examples[terms->form]);

  return "not-on-ballot";
}

const char *
charter_option_ballot_fault (const CharterScene    *scene,
                             CharterRef             decision,
                             const CharterRuleData *rule,
                             gint64                 at,
                             const CharterNode     *data,
                             char                 **path,
                             char                 **message)
{
  static const char *const members[] = { "choice", "ranking", "approves", "scores" };
  g_autoptr(CharterBallotPapers) papers = charter_ballot_papers_new (scene, decision, rule, at);
  g_autoptr(GString) where = g_string_new ("/data/");
  CharterPaperFault why = { .path = where };
  const CharterNode *given = charter_node_member (data, papers->terms.member);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (charter_node_member (data, members[i]) != NULL
        && strcmp (members[i], papers->terms.member) != 0)
      return wrong_member (&papers->terms, members[i], path, message);
  g_string_append (where, papers->terms.member);
  if (charter_ballot_papers_read (papers, given, &why) >= 0)
    return NULL;
  *path = g_strdup (where->str);
  *message = why.message != NULL
               ? why.message
               : g_strdup_printf ("Expected “%s”, a list of options", papers->terms.member);

  return why.code != NULL ? why.code : "not-on-ballot";
}

static gboolean
can_be_cast_for (const CharterOptions *options,
                 GArray               *tied,
                 guint                 option)
{
  if (tied == NULL)
    return charter_options_get (options, option)->offered;
  for (guint i = 0; i < tied->len; i++)
    if (g_array_index (tied, guint, i) == option)
      return TRUE;

  return FALSE;
}

static char *
describe_casting (const CharterOptions *options,
                  GArray               *tied,
                  const char           *choice)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < options->rows->len; i++)
    if (can_be_cast_for (options, tied, i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              charter_options_get (options, i)->id);
  if (tied == NULL)
    return g_strdup_printf ("“%s” is no option that is offered; there are %s", choice, names->str);

  return g_strdup_printf ("“%s” is not among the options that are tied, which are %s", choice,
                          names->str);
}

char *
charter_option_casting_fault (const CharterScene    *scene,
                              CharterRef             decision,
                              const CharterRuleData *rule,
                              gint64                 at,
                              GArray                *tied,
                              const char            *choice)
{
  CharterOptions options;
  char *message = NULL;
  int found;

  charter_options_init (&options, scene, decision, rule, at);
  found = charter_options_find (&options, choice);
  if (found < 0 || !can_be_cast_for (&options, tied, (guint) found))
    message = describe_casting (&options, tied, choice);
  charter_options_clear (&options);

  return message;
}

const char *
charter_option_opening_fault (const CharterScene    *scene,
                              CharterRef             decision,
                              const CharterRuleData *rule,
                              gint64                 at,
                              char                 **message)
{
  CharterOptions options;
  guint n = 0;

  charter_options_init (&options, scene, decision, rule, at);
  for (guint i = 0; i < options.rows->len; i++)
    n += charter_options_get (&options, i)->offered && (int) i != options.default_;
  charter_options_clear (&options);
  if (n > 0)
    return NULL;
  *message = g_strdup_printf ("has no options to choose among, which the rule “%s” needs: amend it "
                              "with “options” first", rule->id);

  return "no-options";
}
