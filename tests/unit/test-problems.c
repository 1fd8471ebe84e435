/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include "format/charter-problems-private.h"

#include <string.h>

static void
check_message (CharterProblems *problems,
               int              code,
               const char      *message)
{
  g_autoptr(GError) error = NULL;

  cr_assert (!charter_problems_to_error (problems, &error));
  charter_assert_error (error, CHARTER_ERROR, code);
  charter_assert_str (error->message, message);
}

static void
check_place (CharterProblems *problems,
             guint            index,
             guint            line,
             guint            column)
{
  const CharterProblem *problem = charter_problems_get (problems, index);

  cr_assert (problem->line == line && problem->column == column, "%u: line %u, column %u", index,
             problem->line, problem->column);
}

CHARTER_TEST (problems, none)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autoptr(GError) error = NULL;

  cr_assert (charter_problems_to_error (problems, &error));
  charter_assert_no_error (error);
  cr_assert (charter_problems_get_count (problems) == 0);
  cr_assert (charter_problems_get (problems, 0) == NULL);
}

CHARTER_TEST (problems, form_of_the_message)
{
  static const struct { const char *path; gsize offset; const char *message; } cases[] = {
    { "/a", G_MAXSIZE, "/a: Wrong" },
    { "/a", 2, "/a (line 1, column 3): Wrong" },
    { "", 2, "line 1, column 3: Wrong" },
    { "", G_MAXSIZE, "Wrong" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CharterProblems) problems = charter_problems_new ();

      charter_problems_set_text (problems, "{  }", 4);
      charter_problems_add (problems, CHARTER_ERROR_VALUE, cases[i].path, cases[i].offset, NULL,
                            "Wrong");
      check_message (problems, CHARTER_ERROR_VALUE, cases[i].message);
    }
}

CHARTER_TEST (problems, an_error_need_not_be_asked_for)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();

  charter_problems_add (problems, CHARTER_ERROR_VALUE, "", G_MAXSIZE, NULL, "Wrong");
  cr_assert (!charter_problems_to_error (problems, NULL));
}

CHARTER_TEST (problems, suggestions)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autoptr(CharterProblems) said = charter_problems_new ();

  charter_problems_add (problems, CHARTER_ERROR_FORMAT, "/tittle", G_MAXSIZE, "title",
                        "There is no member \"%s\"", "tittle");
  charter_assert_str (charter_problems_get (problems, 0)->suggestion, "title");
  check_message (problems, CHARTER_ERROR_FORMAT,
                 "/tittle: There is no member \"tittle\"; did you mean \"title\"?");

  charter_problems_add (said, CHARTER_ERROR_FORMAT, "/x", G_MAXSIZE, "title", "Write \"title\"");
  check_message (said, CHARTER_ERROR_FORMAT, "/x: Write \"title\"");
}

CHARTER_TEST (problems, places_are_counted_in_characters)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const char *text = "aé€😀x\r\ny\n";

  charter_problems_set_text (problems, text, strlen (text));
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "", 0, NULL, "a");
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "", 10, NULL, "x");
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "", 13, NULL, "y");
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "", strlen (text), NULL, "the end");
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "", 1000, NULL, "past the end");
  check_place (problems, 0, 1, 1);
  check_place (problems, 1, 1, 5);
  check_place (problems, 2, 2, 1);
  check_place (problems, 3, 3, 1);
  check_place (problems, 4, 3, 1);
}

CHARTER_TEST (problems, stand_in_the_order_of_the_text)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  static const gsize offsets[] = { 6, 2, G_MAXSIZE, 4, 4, 0 };
  static const char *const order[] = { "5", "1", "3", "4", "0", "2" };

  charter_problems_set_text (problems, "12345678", 8);
  for (gsize i = 0; i < G_N_ELEMENTS (offsets); i++)
    charter_problems_add (problems, CHARTER_ERROR_VALUE, "", offsets[i], NULL, "%zu", i);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    charter_assert_str (charter_problems_get (problems, i)->message, order[i]);

  /* Those of a later text come later, wherever they stand in it. */
  charter_problems_set_text (problems, "x", 1);
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "", 0, NULL, "next");
  charter_assert_str (charter_problems_get (problems, 6)->message, "next");
}

CHARTER_TEST (problems, a_buffer_can_be_used_again)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  char buffer[] = "\n\n\nx";

  charter_problems_set_text (problems, buffer, 4);
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "", 3, NULL, "x");
  memcpy (buffer, "abcd", 4);
  charter_problems_set_text (problems, buffer, 4);
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "", 3, NULL, "d");
  check_place (problems, 0, 4, 1);
  check_place (problems, 1, 1, 4);
}

CHARTER_TEST (problems, are_kept_to_a_maximum_and_counted_on)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();

  for (int i = 0; i < 250; i++)
    charter_problems_add (problems, CHARTER_ERROR_LIMIT, "/x", G_MAXSIZE, NULL, "Number %d", i);
  cr_assert (charter_problems_get_kept (problems) == CHARTER_PROBLEMS_MAX);
  cr_assert (charter_problems_get_count (problems) == 250);
  cr_assert (charter_problems_get (problems, 100) == NULL);
  check_message (problems, CHARTER_ERROR_LIMIT, "/x: Number 0; and 249 more problems");
}

CHARTER_TEST (problems, base_is_put_before_paths)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();

  charter_problems_set_base (problems, "/entries/4");
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "/by", G_MAXSIZE, NULL, "Wrong");
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "", G_MAXSIZE, NULL, "Wrong");
  charter_problems_set_base (problems, NULL);
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "/by", G_MAXSIZE, NULL, "Wrong");
  charter_assert_str (charter_problems_get (problems, 0)->path, "/entries/4/by");
  charter_assert_str (charter_problems_get (problems, 1)->path, "/entries/4");
  charter_assert_str (charter_problems_get (problems, 2)->path, "/by");
}

/* What comes from the input cannot move the cursor, turn the line round or fill the screen. */
CHARTER_TEST (problems, messages_are_safe_to_show)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autofree char *endless = g_strnfill (100000, 'x');
  const CharterProblem *problem;

  charter_problems_add (problems, CHARTER_ERROR_VALUE, "/\x1b[2J", G_MAXSIZE, NULL,
                        "a\nb\x7f\u202e\u2066\ufeff\xc2\x85" "é€");
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "", G_MAXSIZE, NULL, "%s", endless);
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "", G_MAXSIZE, NULL, "a\xff");
  charter_assert_str (charter_problems_get (problems, 0)->message,
                      "a\\u000ab\\u007f\\u202e\\u2066\\ufeff\\u0085é€");
  charter_assert_str (charter_problems_get (problems, 0)->path, "/\x1b[2J");
  check_message (problems, CHARTER_ERROR_VALUE,
                 "/\\u001b[2J: a\\u000ab\\u007f\\u202e\\u2066\\ufeff\\u0085é€; "
                 "and 2 more problems");
  problem = charter_problems_get (problems, 1);
  cr_assert (strlen (problem->message) == 1003 && g_str_has_suffix (problem->message, "x…"));
  charter_assert_str (charter_problems_get (problems, 2)->message, "a\ufffd");
}
