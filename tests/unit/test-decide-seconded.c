/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

#include "decide/charter-option-private.h"

/* What is put to the vote: the options as they stood, and as was known, when voting opened. */

#define RULE                                                                                      \
  "{'charter': '1', 'id': 'c', 'title': 'C', 'sections': [{'id': 's', 'title': 'S', 'clauses': "   \
  "[{'id': 'cl', 'kind': 'value', 'text': 'T'}]}], 'rules': [{'id': 'r', 'method': 'approval', "   \
  "'unit': 'person', 'time': {'open': 'P7D'}%s}]}"
#define EACH ", 'admission': {'of': 'seconded', 'at-least': 2, 'per': 'option'}"

static CharterBuild *
world (const char *more)
{
  g_autofree char *charter = g_strdup_printf (RULE, more);
  CharterBuild *b = charter_build_new (charter, WORLD_START);

  for (char who = 'a'; who <= 'e'; who++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", who);
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r', 'about': ['acme'], 'options': "
                     "[{'id': 'x'}, {'id': 'y'}]}");

  return b;
}

static void
second (CharterBuild *b,
        const char   *at,
        char          who,
        const char   *option)
{
  charter_build_add (b, "decision-seconded", at,
                     "{'decision': 'item', 'person': '%c', 'option': '%s'}", who, option);
}

/* "x y" of those that are offered. */
static void
assert_offered (CharterBuild *b,
                const char   *at,
                const char   *expected)
{
  CharterScene scene = charter_build_scene (b);
  CharterRef item = charter_build_ref (b, "item");
  gint64 instant = charter_build_instant (at);
  const CharterDocumentData *charter = charter_scene_charter_of (&scene, item, instant);
  g_autoptr(GString) offered = g_string_new (NULL);
  CharterOptions options;

  charter_options_init (&options, &scene, item, &charter->rules[0], instant);
  for (guint i = 0; i < options.rows->len; i++)
    if (charter_options_get (&options, i)->offered)
      g_string_append_printf (offered, "%s%s", offered->len > 0 ? " " : "",
                              charter_options_get (&options, i)->id);
  charter_options_clear (&options);
  charter_assert_str (offered->str, expected);
}

#define INTEREST "{'id': 'i', 'person': 'e', 'party': 'acme', 'category': 'financial', 'since': '2026-01-01'}"

/* Whoever seconded and turns out to be barred counts until the opening, as known then. */
CHARTER_TEST (seconded, options_are_those_that_were_at_the_opening)
{
  for (guint known = 0; known < 2; known++)
    {
      g_autoptr(CharterBuild) b = world (EACH);

      second (b, WORLD_PROPOSED, 'b', "x");
      assert_offered (b, WORLD_PROPOSED, "");
      second (b, WORLD_PROPOSED, 'c', "x");
      second (b, WORLD_PROPOSED, 'd', "y");
      assert_offered (b, WORLD_PROPOSED, "x");
      second (b, WORLD_PROPOSED, 'e', "y");
      assert_offered (b, WORLD_PROPOSED, "x y");
      if (known == 1)
        charter_build_add (b, "interest-declared", WORLD_PROPOSED, INTEREST);
      charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
      assert_offered (b, WORLD_VOTES, known == 1 ? "x" : "x y");
      if (known == 0)
        charter_build_add (b, "interest-declared", WORLD_OPENS, INTEREST);
      assert_offered (b, WORLD_VOTES, known == 1 ? "x" : "x y");
      second (b, WORLD_PROPOSED, 'a', "y");   /* entered after the opening */
      assert_offered (b, WORLD_AFTER, known == 1 ? "x" : "x y");
    }
}

CHARTER_TEST (seconded, each_opening_has_its_own_options)
{
  g_autoptr(CharterBuild) b = world (EACH);

  second (b, WORLD_PROPOSED, 'b', "x");
  second (b, WORLD_PROPOSED, 'c', "x");
  second (b, WORLD_PROPOSED, 'd', "y");
  charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
  assert_offered (b, WORLD_VOTES, "x");
  charter_build_add (b, "decision-closed", WORLD_CLOSES, "{'decision': 'item'}");
  charter_build_add (b, "decision-reopened", WORLD_CLOSES, "{'decision': 'item', 'reason': 'R'}");
  second (b, "2026-01-15T09:00:00Z", 'e', "y");
  charter_build_add (b, "decision-opened", "2026-01-16T09:00:00Z", "{'decision': 'item'}");
  assert_offered (b, WORLD_AFTER, "x y");
  assert_offered (b, WORLD_VOTES, "x");
}

/* From the opening on nothing amends what is voted on, whenever it is said to have been. */
CHARTER_TEST (seconded, amendments_end_with_the_opening)
{
  g_autoptr(CharterBuild) b = world ("");

  charter_build_add (b, "decision-amended", WORLD_PROPOSED,
                     "{'decision': 'item', 'options': [{'id': 'x'}, {'id': 'z'}]}");
  assert_offered (b, WORLD_PROPOSED, "x z");
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'other', 'title': 'O', 'rule': 'r', 'options': [{'id': 'o'}]}");
  charter_build_add (b, "decision-amended", WORLD_PROPOSED,
                     "{'decision': 'other', 'responds-to': 'item', 'options': [{'id': 'p'}]}");
  assert_offered (b, WORLD_PROPOSED, "x z");
  charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
  charter_build_add (b, "decision-amended", WORLD_PROPOSED,
                     "{'decision': 'item', 'options': [{'id': 'late'}]}");
  assert_offered (b, WORLD_VOTES, "x z");
}
