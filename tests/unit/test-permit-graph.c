/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter.h>

#include "charter-decide-test.h"

#include "document/charter-document-parts-private.h"
#include "document/charter-relations-private.h"
#include "format/charter-schema-rows-private.h"
#include "permit/charter-item-private.h"

/* The interest graph where it is large, dense or bare: limits, doubts, what is shown of what is
 * sensitive, forks and corrections; presets and relations. */

static CharterBuild *
world_with_paths (const char *paths,
                  const char *more)
{
  g_autofree char *policy = g_strdup_printf ("'conflicts': {'paths': [%s]%s%s}", paths,
                                             more != NULL ? ", " : "", more != NULL ? more : "");

  return world_of_persons (3, NULL, policy);
}

static void
link_share (CharterBuild *b,
            const char   *id,
            const char   *from,
            const char   *to,
            const char   *share)
{
  charter_build_add (b, "link-stated", WORLD_START,
                     "{'id': '%s', 'from': '%s', 'to': '%s', 'relation': 'owns'%s%s%s}", id, from,
                     to, share != NULL ? ", 'share': '" : "", share != NULL ? share : "",
                     share != NULL ? "'" : "");
}

CHARTER_TEST (graph, every_relation_has_a_code_and_an_inverse)
{
  for (guint i = CHARTER_RELATION_DECLARED; i < CHARTER_N_RELATIONS; i++)
    {
      const char *name = charter_relation_name (i);
      CharterRelation inverse = charter_relation_inverse (i);

      cr_assert (charter_relation_lookup (name, -1) == i, "%s", name);
      if (i != CHARTER_RELATION_DECLARED)
        cr_assert (charter_relation_inverse (inverse) == i, "%s", name);
    }
  cr_assert (charter_relation_lookup ("mentor-of", -1) == CHARTER_RELATION_OTHER);
  cr_assert (charter_relation_lookup ("owns-it", 4) == CHARTER_RELATION_OWNS);
}

CHARTER_TEST (graph, every_preset_can_be_taken_over)
{
  g_auto(GStrv) presets = charter_document_list_presets ();

  cr_assert (g_strv_length (presets) == 5);
  for (guint i = 0; presets[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = charter_document_get_preset (presets[i], &error);
      g_autofree char *plain = g_strdup_printf ("'conflicts': {'preset': '%s'}", presets[i]);
      g_autofree char *spelt = g_strdup_printf ("'conflicts': %s", text);
      g_autoptr(CharterBuild) named = world_of_persons (2, NULL, plain);
      g_autoptr(CharterBuild) written = world_of_persons (2, NULL, spelt);
      CharterScene a = charter_build_scene (named), b = charter_build_scene (written);
      const CharterConflictPolicy *x =
        &charter_scene_charter (&a, charter_build_instant (WORLD_VOTES), NULL)->conflicts;
      const CharterConflictPolicy *y =
        &charter_scene_charter (&b, charter_build_instant (WORLD_VOTES), NULL)->conflicts;

      charter_assert_no_error (error);
      cr_assert (x->n_paths == y->n_paths && x->n_paths > 0, "%s", presets[i]);
      charter_assert_str (x->regime.id, y->regime.id);
    }
}

CHARTER_TEST (graph, a_preset_gives_way_to_what_the_charter_says)
{
  g_autoptr(CharterBuild) b = world_of_persons (
    2, NULL, "'conflicts': {'preset': 'charities-act-2011', 'regime': 'units-removed', 'paths': "
             "[{'id': 'family', 'edges': ['sibling-of']}, {'id': 'mine', 'edges': ['close-to']}]}");
  CharterScene scene = charter_build_scene (b);
  const CharterConflictPolicy *policy =
    &charter_scene_charter (&scene, charter_build_instant (WORLD_VOTES), NULL)->conflicts;

  charter_assert_str (policy->regime.id, "units-removed");
  cr_assert (policy->n_paths == 6);
  charter_assert_str (policy->paths[4].id, "family");
  cr_assert (policy->paths[4].steps[0].along
             == (CHARTER_RELATION_BIT (CHARTER_RELATION_SIBLING_OF)
                 | CHARTER_RELATION_BIT (CHARTER_RELATION_CONNECTED)));
}

CHARTER_TEST (graph, a_preset_that_is_none)
{
  g_autoptr(GError) error = NULL;

  cr_assert (charter_document_get_preset ("charities-act-2012", &error) == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND);
  charter_assert_str (error->message, "There is no preset conflict policy “charities-act-2012”; did "
                                      "you mean “charities-act-2011”?");
}

/* Everybody owns a part of everybody. */
static void
add_dense_ownership (CharterBuild *b)
{
  link_share (b, "first", "a", "n0", "1/16");
  for (guint i = 0; i < 24; i++)
    for (guint j = 0; j < 24; j++)
      {
        g_autofree char *id = g_strdup_printf ("l%u-%u", i, j);
        g_autofree char *from = g_strdup_printf ("n%u", i);
        g_autofree char *to = j == 0 ? g_strdup ("acme") : g_strdup_printf ("n%u", j);

        if (i != j)
          link_share (b, id, from, to, "1/16");
      }
}

/* The search stops, and says where. */
CHARTER_TEST (graph, a_search_that_is_cut_off_is_indeterminate)
{
  g_autoptr(CharterBuild) b = world_with_paths (
    "{'id': 'sum', 'edges': ['owns', 'owns*'], 'depth': 12, 'share': '9/10', 'add-connected': true}",
    NULL);

  add_dense_ownership (b);
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "indeterminate: search-limit");
  world_assert_may (b, "b", "vote", "item", WORLD_VOTES, "allowed");
}

/* A policy of very many paths is not searched along all of them for ever. */
CHARTER_TEST (graph, all_paths_together_have_a_limit)
{
  g_autoptr(GString) paths = g_string_new (NULL);
  g_autoptr(CharterBuild) b = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (paths, "%s{'id': 'sum-%u', 'edges': ['owns', 'owns*'], 'depth': 12, "
                            "'share': '9/10', 'add-connected': true}", i > 0 ? ", " : "", i);
  b = world_with_paths (paths->str, NULL);
  add_dense_ownership (b);
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "indeterminate: search-limit");
}

/* Ten thousand owners of the party concerned are not looked at for one who holds nothing. */
CHARTER_TEST (graph, many_owners)
{
  g_autoptr(CharterBuild) b = world_with_paths (
    "{'id': 'sum', 'edges': ['sibling-of?', 'owns'], 'share': '1/5', 'add-connected': true}", NULL);
  g_autofree char *verdict = NULL;
  g_autoptr(GArray) reachable = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  CharterScene scene;
  CharterItem item;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);
      g_autofree char *from = g_strdup_printf ("n%u", i);

      link_share (b, id, from, "acme", "1/100000");
    }
  link_share (b, "mine", "a", "acme", "1/4");
  verdict = world_may (b, "a", "vote", "item", WORLD_VOTES);
  charter_assert_str (verdict, "denied: conflict");
  scene = charter_build_scene (b);
  charter_item_init (&item, &scene, charter_build_ref (b, "item"), NULL, NULL,
                     charter_build_instant (WORLD_VOTES));
  charter_item_reachable (&item, reachable);
  cr_assert (reachable->len == 1);
  charter_item_clear (&item);
}

CHARTER_TEST (graph, holdings_that_do_not_fit)
{
  g_autoptr(CharterBuild) b = world_with_paths (
    "{'id': 'sum', 'edges': ['owns', 'owns*'], 'depth': 8, 'share': '1/5', 'add-connected': true}",
    NULL);
  const char *chain[] = { "a", "n1", "n2", "n3", "n4", "n5", "acme" };
  g_autofree char *verdict = NULL;

  for (guint i = 0; i + 1 < G_N_ELEMENTS (chain); i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);

      link_share (b, id, chain[i], chain[i + 1], "4503599627370495/4503599627370496");
    }
  verdict = world_may (b, "a", "vote", "item", WORLD_VOTES);
  charter_assert_str (verdict, "indeterminate: share-unknown");
}

/* Nothing that is shown tells who or what it is. */
CHARTER_TEST (graph, what_is_sensitive_is_withheld_everywhere)
{
  g_autoptr(CharterBuild) b = world_with_paths ("{'id': 'kin', 'edges': ['sibling-of', 'owns']}",
                                                NULL);
  g_autoptr(CharterView) view = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) conflicts = NULL;
  g_autoptr(CharterConflict) conflict = NULL;
  g_autoptr(CharterVerdict) verdict = NULL;
  g_autoptr(CharterElectorate) electorate = NULL;
  g_auto(GStrv) texts = g_new0 (char *, 4);
  CharterScene scene;

  charter_build_add (b, "link-stated", WORLD_START,
                     "{'id': 'tie', 'from': 'a', 'to': 'n-secret', 'relation': 'connected', "
                     "'sensitive': true}");
  link_share (b, "own", "n-secret", "acme", "1/2");
  scene = charter_build_scene (b);
  view = charter_view_new (scene.state, scene.known);
  verdict = charter_view_may (view, "a", "vote", "item", WORLD_VOTES, &error);
  conflicts = charter_view_list_conflicts (view, "item", WORLD_VOTES, &error);
  electorate = charter_view_electorate (view, "item", WORLD_VOTES, &error);
  charter_assert_no_error (error);
  cr_assert (charter_verdict_get_answer (verdict) == CHARTER_ANSWER_DENIED);
  conflict = g_list_model_get_item (conflicts, 0);
  cr_assert (charter_conflict_get_withheld (conflict));
  cr_assert (charter_conflict_get_party (conflict) == NULL);
  cr_assert (charter_conflict_get_via (conflict) == NULL);
  cr_assert (g_list_model_get_n_items (charter_conflict_get_holdings (conflict)) == 0);
  texts[0] = charter_verdict_to_json (verdict);
  texts[1] = charter_conflict_list_to_json (conflicts);
  texts[2] = charter_electorate_to_json (electorate);
  for (guint i = 0; i < 3; i++)
    cr_assert (strstr (texts[i], "n-secret") == NULL && strstr (texts[i], "tie") == NULL
                 && strstr (texts[i], "\"own\"") == NULL, "%s", texts[i]);
}

CHARTER_TEST (graph, a_conflict_shows_what_it_rests_on)
{
  g_autoptr(CharterBuild) b = world_with_paths (
    "{'id': 'sum', 'edges': ['sibling-of?', 'owns'], 'share': '1/5', 'add-connected': true, "
    "'clause': 'cl'}", NULL);
  g_autoptr(CharterView) view = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) conflicts = NULL;
  g_autoptr(CharterConflict) conflict = NULL;
  g_autoptr(CharterHolding) holding = NULL;
  CharterScene scene;

  charter_build_add (b, "link-stated", WORLD_START,
                     "{'id': 'kin', 'from': 'b', 'to': 'a', 'relation': 'sibling-of'}");
  link_share (b, "mine", "a", "acme", "12/100");
  link_share (b, "hers", "b", "acme", "9/100");
  scene = charter_build_scene (b);
  view = charter_view_new (scene.state, scene.known);
  conflicts = charter_view_list_conflicts (view, "item", WORLD_VOTES, &error);
  charter_assert_no_error (error);
  cr_assert (g_list_model_get_n_items (conflicts) == 2);
  conflict = g_list_model_get_item (conflicts, 0);
  charter_assert_str (charter_conflict_get_person (conflict), "a");
  charter_assert_str (charter_conflict_get_via (conflict), "sum");
  charter_assert_str (charter_conflict_get_share (conflict), "21/100");
  charter_assert_str (charter_conflict_get_clause (conflict), "cl");
  charter_assert_str (charter_conflict_get_kind (conflict), "direct");
  cr_assert (charter_conflict_get_exemption (conflict) == NULL);
  cr_assert (g_list_model_get_n_items (charter_conflict_get_holdings (conflict)) == 2);
  holding = g_list_model_get_item (charter_conflict_get_holdings (conflict), 1);
  cr_assert (g_str_equal (charter_holding_get_holder (holding), "a")
             || g_str_equal (charter_holding_get_holder (holding), "b"));
  cr_assert (charter_holding_get_share (holding) != NULL);
  charter_assert_str (charter_holding_get_path (holding)[1], "acme");
}

/* A fork at an earlier seq has the edges of then; what is added to it stays there. */
/* Who owns more than half of a company controls it. */
CHARTER_TEST (graph, a_majority_controls)
{
  g_autoptr(CharterBuild) b = world_with_paths (
    "{'id': 'control', 'edges': ['controls*', 'owns'], 'share': '1/5', 'add-connected': true}",
    NULL);

  link_share (b, "most", "a", "holding", "51/100");
  link_share (b, "half", "b", "holding-2", "1/2");
  link_share (b, "own", "holding", "acme", "3/10");
  link_share (b, "own-2", "holding-2", "acme", "3/10");
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "denied: conflict");
  world_assert_may (b, "b", "vote", "item", WORLD_VOTES, "allowed");
}

CHARTER_TEST (graph, forks_have_their_own_edges)
{
  g_autoptr(CharterBuild) b = world_with_paths ("{'id': 'own', 'edges': ['owns']}", NULL);
  guint32 before = charter_state_get_head (b->state);
  g_autoptr(CharterState) fork = NULL;
  CharterJudgement then;
  CharterScene scene;

  link_share (b, "mine", "a", "acme", "1/2");
  fork = charter_state_fork (b->state, before);
  scene = (CharterScene) { fork, before };
  charter_permit_may (&scene, charter_scene_find (&scene, "a"), "vote",
                      charter_scene_find (&scene, "item"), charter_build_instant (WORLD_VOTES),
                      &then);
  cr_assert (then.answer == CHARTER_ANSWER_ALLOWED);
  charter_judgement_clear (&then);
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "denied: conflict");
}

/* A share that is corrected is another share. */
CHARTER_TEST (graph, corrections_reach_the_edges)
{
  g_autoptr(CharterBuild) b = world_with_paths (
    "{'id': 'own', 'edges': ['owns'], 'share': '1/5'}", NULL);

  charter_build_add_full (b, "link-stated", WORLD_START, NULL, "said",
                          "{'id': 'mine', 'from': 'a', 'to': 'acme', 'relation': 'owns', 'share': "
                          "'1/4'}");
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "denied: conflict");
  charter_build_add (b, "entry-corrected", WORLD_OPENS,
                     "{'entry': 'said', 'set': {'share': '1/5'}}");
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "allowed");
}
