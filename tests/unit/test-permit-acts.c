/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

#include "permit/charter-item-private.h"

/* What a charter says of acts: what a role takes away, who must be asked first, who may go
 * further, and roles that do not go together. */

#define ROLES                                                                                      \
  "'roles': [{'id': 'chair', 'holder': 'many', 'acts': ['chair']}, {'id': 'treasurer', 'holder': " \
  "'many', 'acts': ['sign'], 'incompatible': ['auditor']}, {'id': 'auditor', 'holder': 'many', "   \
  "'acts': ['audit']}, {'id': 'away', 'holder': 'many', 'bars': ['vote', 'be-counted', 'discuss', " \
  "'chair'], 'clause': 'cl'}]"

static CharterBuild *
world (const char *permissions)
{
  g_autofree char *more = g_strconcat (ROLES, permissions != NULL ? ", 'permissions': " : "",
                                       permissions, NULL);

  return world_of_persons (4, NULL, more);
}

static void
give (CharterBuild *b,
      const char   *role,
      const char   *person)
{
  charter_build_add (b, "role-given", WORLD_START, "{'role': '%s', 'person': '%s'}", role, person);
}

static CharterPermission
check (CharterBuild *b,
       const char   *person,
       const char   *act,
       const char   *subject,
       gint64        amount)
{
  CharterScene scene = charter_build_scene (b);
  gint64 at = charter_build_instant (WORLD_VOTES);
  CharterPermission permission;

  charter_permission_check (&scene, charter_scene_charter (&scene, at, NULL),
                            charter_build_ref (b, person), act,
                            subject != NULL ? charter_build_ref (b, subject) : 0, amount >= 0,
                            amount, at, &permission);

  return permission;
}

CHARTER_TEST (permit_acts, a_role_takes_acts_away)
{
  g_autoptr(CharterBuild) b = world ("[{'act': 'chair', 'to': ['persons']}]");
  CharterPermission permission;

  give (b, "away", "a");
  give (b, "chair", "a");
  world_assert_may (b, "a", "discuss", "item", WORLD_VOTES, "denied: suspended");
  world_assert_may (b, "a", "discuss", NULL, WORLD_VOTES, "denied: suspended");
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "denied: suspended");
  world_assert_may (b, "a", "be-counted", "item", WORLD_VOTES, "denied: suspended");
  world_assert_may (b, "a", "chair", NULL, WORLD_VOTES, "denied: suspended");
  world_assert_may (b, "a", "see-papers", "item", WORLD_VOTES, "allowed");
  world_assert_may (b, "b", "discuss", "item", WORLD_VOTES, "allowed");
  permission = check (b, "a", "chair", NULL, -1);
  charter_assert_str (permission.ground, "suspended");
  charter_assert_str (permission.clause, "cl");
  charter_assert_str (permission.role, "away");
  cr_assert (permission.because != NULL && permission.because->kind == CHARTER_KIND ("role-given"));
}

/* The electorate asks for the permission, and so do ballots. */
CHARTER_TEST (permit_acts, a_suspended_person_is_in_no_electorate)
{
  g_autoptr(CharterBuild) b = world (NULL);
  CharterElectorateData electorate = { 0 };
  const CharterExclusionData *row;
  CharterScene scene;

  give (b, "away", "a");
  scene = charter_build_scene (b);
  charter_permit_electorate (&scene, charter_build_ref (b, "item"), NULL, NULL,
                             charter_build_instant (WORLD_VOTES), &electorate);
  cr_assert (electorate.vote->len == 3 && electorate.quorum->len == 3);
  cr_assert (electorate.members->len == 4, "who is suspended stays a member");
  cr_assert (electorate.discussion->len == 3 && electorate.papers->len == 4);
  row = charter_electorate_exclusion (&electorate, charter_build_ref (b, "a"), CHARTER_FROM_VOTE);
  cr_assert (row != NULL);
  charter_assert_str (row->ground, "suspended");
  cr_assert (row->from == (CHARTER_FROM_VOTE | CHARTER_FROM_QUORUM | CHARTER_FROM_DISCUSSION));
  charter_electorate_clear (&electorate);
  world_vote (b, "a", "against");
  world_vote (b, "b", "for");
  world_assert_result (b, WORLD_AFTER, "carried");
}

#define SPEND                                                                                  \
  "[{'act': 'spend', 'to': ['person:a'], 'limit': {'amount-at-most': 10}}, {'act': 'spend', "  \
  "'to': ['person:a', 'role:chair'], 'limit': {'amount-at-most': 100}, 'asks': ['role:chair', " \
  "'person:c'], 'clause': 'cl'}, {'act': 'spend', 'to': ['partner:north']}]"

CHARTER_TEST (permit_acts, who_must_be_asked_first)
{
  static const struct { gint64 amount; const char *subject, *ground, *unasked; } rows[] = {
    { 10, "item", "listed", NULL },             /* the first row needs nobody asked */
    { 11, "item", "not-asked", "person:c" },    /* b, the chair, was asked */
    { 11, NULL, "not-asked", "role:chair" },
    { 11, "a", "not-asked", "role:chair" },     /* a person is no decision */
    { 101, "item", "over-limit", NULL },
  };
  g_autoptr(CharterBuild) b = world (SPEND);

  give (b, "chair", "b");
  charter_build_add (b, "view-sought", WORLD_PROPOSED, "{'decision': 'item', 'person': 'b'}");
  charter_build_add (b, "view-sought", WORLD_PROPOSED, "{'question': 'q', 'person': 'c'}");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CharterPermission permission = check (b, "a", "spend", rows[i].subject, rows[i].amount);

      charter_assert_str (permission.ground, rows[i].ground);
      cr_assert (permission.allowed == (strcmp (rows[i].ground, "listed") == 0));
      cr_assert (g_strcmp0 (permission.unasked, rows[i].unasked) == 0, "%s", permission.unasked);
    }
  charter_build_add (b, "view-sought", WORLD_VOTES, "{'decision': 'item', 'person': 'c'}");
  cr_assert (check (b, "a", "spend", "item", 11).allowed);
  cr_assert (check (b, "a", "spend", "item", 101).limit == 100);
}

CHARTER_TEST (permit_acts, who_may_go_further)
{
  static const struct { const char *act; gint64 limit; const char *names; } rows[] = {
    { "spend", 9, "person:a (10), person:a (100), role:chair (100), partner:north" },
    { "spend", 10, "person:a (100), role:chair (100), partner:north" },
    { "spend", 100, "partner:north" },
    { "chair", 0, "role:chair" },
    { "dance", 0, NULL },
  };
  g_autoptr(CharterBuild) b = world (SPEND);
  CharterScene scene = charter_build_scene (b);
  const CharterDocumentData *charter
    = charter_scene_charter (&scene, charter_build_instant (WORLD_VOTES), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *names = charter_permission_beyond (charter, rows[i].act, rows[i].limit);

      cr_assert (g_strcmp0 (names, rows[i].names) == 0, "%s", names);
    }
}

CHARTER_TEST (permit_acts, roles_that_do_not_go_together)
{
  g_autoptr(CharterBuild) b = world ("[{'act': 'pay', 'to': ['role:auditor']}, {'act': 'sign', "
                                     "'to': ['person:c']}]");
  CharterPermission permission;

  give (b, "treasurer", "a");
  give (b, "chair", "a");
  give (b, "auditor", "b");
  cr_assert (check (b, "a", "sign", NULL, -1).allowed && check (b, "b", "audit", NULL, -1).allowed);
  give (b, "auditor", "a");
  permission = check (b, "a", "sign", NULL, -1);
  charter_assert_str (permission.ground, "incompatible-roles");
  charter_assert_str (permission.role, "treasurer");
  charter_assert_str (permission.other_role, "auditor");
  cr_assert (permission.because != NULL && permission.also != NULL
             && permission.because != permission.also);
  /* Either names the other, and a row for one of the roles is among its acts. */
  charter_assert_str (check (b, "a", "audit", NULL, -1).ground, "incompatible-roles");
  charter_assert_str (check (b, "a", "pay", NULL, -1).ground, "incompatible-roles");
  cr_assert (check (b, "a", "chair", NULL, -1).allowed && check (b, "b", "pay", NULL, -1).allowed);
  charter_assert_str (check (b, "b", "sign", NULL, -1).ground, "no-permission");
  give (b, "treasurer", "c");
  give (b, "auditor", "c");
  cr_assert (check (b, "c", "sign", NULL, -1).allowed, "named as a person");
  charter_build_add (b, "role-ended", WORLD_PROPOSED, "{'role': 'auditor', 'person': 'a'}");
  cr_assert (check (b, "a", "sign", NULL, -1).allowed);
  charter_assert_str (check (b, "a", "audit", NULL, -1).ground, "term-ended");
}
