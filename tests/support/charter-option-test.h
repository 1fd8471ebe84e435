/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "charter-decide-test.h"

#include "decide/charter-choosing-private.h"

/* Choices among options: persons called a, b, c …, one decision `item` whose options are called
 * as they are given. */

/* @method: "'method': 'schulze', …", further members of the rule with it. */
static inline char *
choice_charter (const char *rule,
                const char *more)
{
  gboolean timed = strstr (rule, "'time'") != NULL;

  return g_strdup_printf (
    "{'charter': '1', 'id': 'c', 'title': 'C', 'sections': [{'id': 's', 'title': 'S', 'clauses': "
    "[{'id': 'cl', 'kind': 'value', 'text': 'We decide fairly.'}]}], "
    "'rules': [{'id': 'r'%s, %s}]%s%s}",
    timed ? "" : ", 'time': {'open': 'P7D'}", rule, more != NULL ? ", " : "",
    more != NULL ? more : "");
}

/* @options: "{'id': 'x'}, {'id': 'y'}". */
static inline void
choice_propose (CharterBuild *b,
                const char   *options)
{
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r', 'about': ['acme'], "
                     "'options': [%s]}",
                     options);
  charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
}

/* "x y z" */
static inline char *
choice_options (const char *names)
{
  g_auto(GStrv) words = g_strsplit (names, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (out, "%s{'id': '%s'}", i > 0 ? ", " : "", words[i]);

  return g_string_free (out, FALSE);
}

static inline CharterBuild *
choice_of_persons (guint       n,
                   const char *rule,
                   const char *options)
{
  g_autofree char *with_unit = g_strconcat ("'unit': 'person', ", rule, NULL);
  g_autofree char *charter = choice_charter (with_unit, NULL);
  g_autofree char *list = choice_options (options);
  CharterBuild *b = charter_build_new (charter, WORLD_START);

  for (guint i = 0; i < n; i++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", 'a' + (char) i);
  choice_propose (b, list);

  return b;
}

/* @content: "'ranking': ['x']". */
static inline void
choice_cast (CharterBuild *b,
             const char   *voter,
             const char   *content)
{
  charter_build_add (b, "ballot-cast", WORLD_VOTES, "{'decision': 'item', 'voter': '%s', %s}",
                     voter, content);
}

/* One ballot a voter, from a on: "x>y=z" for a ranking, "" for a blank one. */
static inline void
choice_rank (CharterBuild *b,
             guint         voter,
             const char   *ranking)
{
  g_auto(GStrv) ranks = g_strsplit (ranking, ">", -1);
  const char name[2] = { (char) ('a' + voter), '\0' };
  g_autoptr(GString) list = g_string_new ("'ranking': [");
  g_autofree char *content = NULL;

  for (guint i = 0; *ranking != '\0' && ranks[i] != NULL; i++)
    {
      g_auto(GStrv) equals = g_strsplit (ranks[i], "=", -1);
      g_autofree char *joined = g_strjoinv ("', '", equals);

      g_string_append_printf (list, "%s%s'%s'%s", i > 0 ? ", " : "", equals[1] != NULL ? "[" : "",
                              joined, equals[1] != NULL ? "]" : "");
    }
  g_string_append_c (list, ']');
  content = g_string_free (g_steal_pointer (&list), FALSE);
  choice_cast (b, name, content);
}

static inline void
choice_rank_all (CharterBuild      *b,
                 const char *const *rankings)
{
  for (guint i = 0; rankings[i] != NULL; i++)
    choice_rank (b, i, rankings[i]);
}

/* "x y", in the order in which they were chosen. */
static inline char *
choice_winners (const CharterDecided *decided)
{
  GString *out = g_string_new (NULL);
  const CharterChoosing *choosing = decided->choosing;

  for (guint i = 0; choosing != NULL && i < choosing->winners->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            charter_choosing_row (choosing,
                                                  g_array_index (choosing->winners, guint, i))->id);

  return g_string_free (out, FALSE);
}

#define choice_assert(b_, result_, winners_)                                                  \
  G_STMT_START {                                                                              \
    g_autoptr(CharterDecided) choice_d = world_decide ((b_), WORLD_AFTER);                    \
    g_autofree char *choice_w = choice_winners (choice_d);                                    \
    cr_assert (g_strcmp0 (world_result (choice_d->result), (result_)) == 0                    \
               && g_strcmp0 (choice_w, (winners_)) == 0, "%s: %s",                            \
               world_result (choice_d->result), choice_w);                                    \
  } G_STMT_END
