/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

#include "decide/charter-asking-private.h"

/* A question that is asked of many answers as a verdict does, whoever is asked about, whatever
 * happened, at whatever time, and whatever is known of it. */

#define RECORDS 2000
#define PERSONS 5
#define PARTNERS 2
#define DECISIONS 4

/* Charters */

static const char *const paths[] = {
  "{'id': 'owner', 'edges': ['declared', 'owns*'], 'depth': 4}",
  "{'id': 'near', 'edges': ['declared', 'owns*'], 'depth': 2}",
  "{'id': 'kin', 'edges': ['sibling-of', 'owns*']}",
  "{'id': 'family', 'edges': ['sibling-of|child-of?', 'partner-of?', 'employed-by|directs']}",
  "{'id': 'holding', 'edges': ['sibling-of|child-of?', 'partner-of?', 'owns', 'owns*'], 'share': "
  "'1/5', 'add-connected': true}",
  "{'id': 'each', 'edges': ['owns'], 'share': '1/4', 'compare': '>='}",
  "{'id': 'group', 'edges': ['directs', 'owns*'], 'direction': 'group', 'regime': 'counts-present'}",
  "{'id': 'sway', 'edges': ['controls', 'controls*']}",
  "{'id': 'two', 'edges': ['member-of', 'owns*', 'controls*']}",
  "{'id': 'words', 'edges': ['mentor-of|member-of', 'funded-by*']}",
  "{'id': 'nominated', 'edges': ['nominated-by|member-of'], 'category': 'non-financial'}",
};

static gboolean
one_in (GRand *rand,
        int    n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

static const char *
one_of (GRand             *rand,
        const char *const *texts,
        guint              n)
{
  return texts[g_rand_int_range (rand, 0, (int) n)];
}

#define ONE_OF(rand, texts) one_of ((rand), (texts), G_N_ELEMENTS (texts))

static char *
random_conflicts (GRand *rand)
{
  static const char *const regimes[] = {
    "counts-present", "fixed-base", "fixed-base", "fixed-base", "authorised-without",
    "units-removed", "colleagues-decide",
  };
  static const char *const exempt[] = {
    "", "", "", "'public-body'", "'not-known'", "'shared-by-all'", "'public-body', 'not-known'",
  };
  static const char *const more[] = {
    "", "", "", ", 'exempt-categories': ['personal']",
    ", 'categories': [{'category': 'personal', 'regime': 'counts-present'}]",
    ", 'dispensation-by': 'all'",
  };
  g_autoptr(GString) list = g_string_new (NULL);
  int often = g_rand_int_range (rand, 1, 5);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (one_in (rand, often))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", paths[i]);

  return g_strdup_printf ("'conflicts': {'regime': '%s', 'needs-ruling': %s, 'paths': [%s], "
                          "'exempt': [%s], 'public-bodies': ['o1'], 'tail': '%s'%s}",
                          ONE_OF (rand, regimes), one_in (rand, 6) ? "true" : "false", list->str,
                          ONE_OF (rand, exempt), one_in (rand, 2) ? "P0D" : "P3D",
                          ONE_OF (rand, more));
}

static char *
random_roles (GRand *rand)
{
  static const char *const mandates[] = {
    "{'id': 'mandate', 'holder': 'many'}", "{'id': 'mandate', 'holder': 'many'}",
    "{'id': 'mandate', 'holder': 'many', 'term': 'P10D'}", "{'id': 'mandate', 'holder': 'one'}",
    "{'id': 'mandate', 'holder': 'many', 'acts': ['propose', 'discuss']}",
  };
  static const char *const guests[] = {
    "{'id': 'guest', 'holder': 'many'}", "{'id': 'guest', 'holder': 'many', 'bars': ['vote']}",
    "{'id': 'guest', 'holder': 'many', 'incompatible': ['mandate']}",
    "{'id': 'guest', 'holder': 'many', 'bars': ['vote', 'be-counted', 'see-papers']}",
  };

  return g_strdup_printf ("'roles': [{'id': 'voting', 'holder': 'many'}, %s, %s, {'id': "
                          "'representative', 'of': 'partner'}%s]",
                          ONE_OF (rand, mandates), ONE_OF (rand, guests),
                          one_in (rand, 3) ? ", {'id': 'chair', 'acts': ['chair', 'see-sealed']}"
                                           : "");
}

static char *
random_permissions (GRand *rand)
{
  static const char *const rows[] = {
    "{'act': 'vote', 'to': ['role:mandate']}",
    "{'act': 'vote', 'to': ['role:mandate', 'person:p0'], 'limit': {'amount-at-most': 50}}",
    "{'act': 'vote', 'to': ['persons']}",
    "{'act': 'discuss', 'to': ['partners', 'role:mandate']}",
    "{'act': 'see-papers', 'to': ['constituency:lived', 'partner:north']}",
    "{'act': 'be-counted', 'to': ['persons']}",
    "{'act': 'propose', 'to': ['role:voting'], 'asks': ['role:mandate']}",
  };
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (one_in (rand, 3))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", rows[i]);

  return g_strdup_printf ("'permissions': [%s]", list->str);
}

static char *
random_rules (GRand *rand)
{
  static const char *const voters[] = {
    "'voters': ['role:voting'], ", "'voters': ['role:voting'], ", "",
    "'voters': ['role:voting', 'role:guest'], ", "'voters': ['constituency:lived', 'persons'], ",
  };
  static const char *const more[] = {
    "", "", "", ", 'recast': 'refused'", ", 'electorate-as-at': 'opening'",
    ", 'closes-inclusive': true", ", 'fold': 'affiliates'", ", 'early': {'on': 'all-voted'}",
    ", 'closes-inclusive': true, 'early': {'on': 'tests', 'tests': [{'id': 'x', 'at-least': 1}]}",
  };

  return g_strdup_printf (
    "'rules': [{'id': 'r', 'method': 'majority', 'unit': 'person', %s'time': {'open': 'P7D'}%s}, "
    "{'id': 'q', 'method': 'majority', 'unit': 'person'}, {'id': 's', 'method': 'majority', 'unit': "
    "'partner', 'speaks': '%s'}, {'id': 'l', 'method': 'majority', 'unit': 'person', 'quorum': "
    "{'base': 'members', 'share': '1/2'}, 'time': {'open': 'P5D', 'late-quorum': 'P2D'}}]",
    ONE_OF (rand, voters), ONE_OF (rand, more), one_in (rand, 2) ? "representative" : "last");
}

static char *
random_charter (GRand *rand)
{
  g_autofree char *conflicts = random_conflicts (rand);
  g_autofree char *roles = random_roles (rand);
  g_autofree char *permissions = random_permissions (rand);
  g_autofree char *rules = random_rules (rand);

  return g_strdup_printf (
    "{'charter': '1', 'id': 'c', 'title': 'C', 'sections': [{'id': 's', 'title': 'S', 'clauses': "
    "[{'id': 'cl', 'kind': 'value', 'text': 'We decide fairly.'}]}], 'constituencies': [{'id': "
    "'lived', 'name': 'Lived'}], %s, %s, %s, %s}",
    roles, rules, permissions, conflicts);
}

/* What happened */

static void add (CharterBuild *b,
                 GRand        *rand,
                 const char   *kind,
                 const char   *format,
                 ...) G_GNUC_PRINTF (4, 5);

/* At some day from the 2nd to the 20th. */
static void
add (CharterBuild *b,
     GRand        *rand,
     const char   *kind,
     const char   *format,
     ...)
{
  g_autofree char *at = g_strdup_printf ("2026-01-%02dT%02d:00:00Z", g_rand_int_range (rand, 2, 21),
                                         g_rand_int_range (rand, 8, 18));
  g_autofree char *data = NULL;
  va_list args;

  va_start (args, format);
  data = g_strdup_vprintf (format, args);
  va_end (args);
  charter_build_add_full (b, kind, at, NULL, NULL, data);
}

static void
add_first (CharterBuild *b,
           const char   *kind,
           const char   *data)
{
  charter_build_add_full (b, kind, "2026-01-01T10:00:00Z", NULL, NULL, data);
}

static char *
random_party (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return g_strdup_printf ("p%d", g_rand_int_range (rand, 0, PERSONS));
    case 1:
      return g_strdup (one_in (rand, 2) ? "north" : "south");
    default:
      return g_strdup_printf ("o%d", g_rand_int_range (rand, 0, 5));
    }
}

static void
add_link (CharterBuild *b,
          GRand        *rand)
{
  static const char *const relations[] = {
    "owns", "owns", "owns", "owns", "sibling-of", "child-of", "partner-of", "employed-by", "directs",
    "nominated-by", "member-of", "controls", "mentor-of", "funded-by", "owned-by", "connected",
  };
  static const char *const shares[] = {
    "", ", 'share': '1/10'", ", 'share': '1/4'", ", 'share': '3/4'",
  };
  static const char *const more[] = {
    "", "", "", "", ", 'since': '2026-01-10'", ", 'until': '2026-01-12'", ", 'since': '2025-06-01'",
  };
  g_autofree char *from = random_party (rand);
  g_autofree char *to = random_party (rand);
  const char *relation = ONE_OF (rand, relations);
  const char *share = strcmp (relation, "owns") == 0 ? ONE_OF (rand, shares) : "";

  if (strcmp (from, to) == 0)
    return;
  add (b, rand, "link-stated", "{'id': 'l%u', 'from': '%s', 'to': '%s', 'relation': '%s'%s%s%s}",
       charter_state_get_head (b->state), from, to, relation, share, ONE_OF (rand, more),
       one_in (rand, 6) ? ", 'known-to': ['p0']" : "");
}

static void
add_interest (CharterBuild *b,
              GRand        *rand)
{
  static const char *const more[] = {
    "", "", "", ", 'since': '2026-01-09'", ", 'until': '2026-01-11'", ", 'sensitive': true",
  };
  g_autofree char *party = random_party (rand);
  g_autofree char *person = g_strdup_printf ("p%d", g_rand_int_range (rand, 0, PERSONS));

  if (strcmp (party, person) != 0)
    add (b, rand, "interest-declared",
         "{'id': 'i%u', 'person': '%s', 'party': '%s', 'category': '%s'%s}",
         charter_state_get_head (b->state), person, party,
         one_in (rand, 2) ? "financial" : "personal", ONE_OF (rand, more));
}

static void
add_role (CharterBuild *b,
          GRand        *rand)
{
  static const char *const roles[] = { "voting", "voting", "mandate", "mandate", "guest" };
  static const char *const days[] = {
    "", "", "", ", 'from': '2026-01-08'", ", 'until': '2026-01-12'", ", 'until': '2026-02-20'",
  };
  int person = g_rand_int_range (rand, 0, PERSONS);

  if (one_in (rand, 6))
    add (b, rand, "role-given", "{'role': 'representative', 'person': 'p%d', 'for': '%s'}", person,
         one_in (rand, 2) ? "north" : "south");
  else
    add (b, rand, "role-given", "{'role': '%s', 'person': 'p%d'%s}", ONE_OF (rand, roles), person,
         ONE_OF (rand, days));
}

/* Ends or corrects an entry. */
static void
add_change (CharterBuild *b,
            GRand        *rand)
{
  CharterScene scene = charter_build_scene (b);
  const CharterFact *fact
    = charter_scene_fact (&scene, (guint32) g_rand_int_range (rand, 1, (int) scene.known + 1));
  const char *day = one_in (rand, 2) ? "2026-01-06" : "2026-01-14";

  if (fact->kind == CHARTER_KIND ("link-stated") && one_in (rand, 2))
    add (b, rand, "link-ended", "{'link': '%s'}", charter_scene_name (&scene, fact->makes));
  else if (fact->kind == CHARTER_KIND ("interest-declared") && one_in (rand, 2))
    add (b, rand, "interest-ended", "{'interest': '%s'}", charter_scene_name (&scene, fact->makes));
  else if (fact->kind == CHARTER_KIND ("link-stated")
           || fact->kind == CHARTER_KIND ("interest-declared"))
    add (b, rand, "entry-corrected", "{'entry': '%s', 'set': {'%s': '%s'}}", fact->id,
         one_in (rand, 2) ? "since" : "until", day);
  else if (fact->kind == CHARTER_KIND ("role-given") && one_in (rand, 2))
    add (b, rand, "role-ended", "{'role': '%s', 'person': '%s'}",
         charter_scene_string (&scene, fact, "role"), charter_scene_string (&scene, fact, "person"));
  else if (fact->kind == CHARTER_KIND ("role-given"))
    add (b, rand, "entry-corrected", "{'entry': '%s', 'set': {'%s': '%s'}}", fact->id,
         one_in (rand, 2) ? "from" : "until", day);
  else if (fact->kind == CHARTER_KIND ("decision-opened"))
    add (b, rand, "entry-corrected", "{'entry': '%s', 'set': {'closes': '%sT09:00:00Z'}}", fact->id,
         day);
  else if (fact->kind == CHARTER_KIND ("decision-proposed"))
    add (b, rand, "entry-corrected", "{'entry': '%s', 'set': {'amount': 70}}", fact->id);
}

static void
add_conduct (CharterBuild *b,
             GRand        *rand)
{
  int person = g_rand_int_range (rand, 0, PERSONS), d = g_rand_int_range (rand, 0, DECISIONS);
  guint id = charter_state_get_head (b->state);

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      add (b, rand, "conflict-ruled", "{'decision': 'd%d', 'person': '%s', 'conflicted': %s}", d,
           one_in (rand, 4) ? "north" : "p1", one_in (rand, 2) ? "true" : "false");
      break;
    case 1:
      add (b, rand, "dispensation-granted",
           "{'id': 'x%u', 'person': 'p%d', 'acts': ['vote', 'discuss'], 'scope': 'decision:d%d', "
           "'ground': 'needed', 'until': '2026-01-%d'}",
           id, person, d, one_in (rand, 2) ? 15 : 28);
      break;
    case 2:
      add (b, rand, "stepped-out", "{'decision': 'd%d', 'person': 'p%d'}", d, person);
      break;
    case 3:
      add (b, rand, "stepped-in", "{'decision': 'd%d', 'person': 'p%d'}", d, person);
      break;
    case 4:
      add (b, rand, "person-left", "{'person': 'p%d'}", person);
      break;
    case 5:
      add (b, rand, "delegation-made", "{'id': 'g%u', 'from': 'p%d', 'to': 'p%d'}", id, person,
           (person + 1) % PERSONS);
      break;
    case 6:
      add (b, rand, "ballot-cast", "{'decision': 'd%d', 'voter': 'p%d', 'choice': 'for'}", d, person);
      break;
    case 7:
      add (b, rand, "decision-amended", "{'decision': 'd%d', 'rule': '%s'}", d,
           one_in (rand, 2) ? "q" : "r");
      break;
    case 8:
      add (b, rand, one_in (rand, 2) ? "decision-withdrawn" : "decision-reopened",
           "{'decision': 'd%d'}", d);
      break;
    case 9:
      add (b, rand, "decision-opened", "{'decision': 'd%d'}", d);
      break;
    case 10:
      if (one_in (rand, 2))
        add (b, rand, "decision-closed",
             "{'decision': 'd%d', 'result': 'carried', 'quorate': true, 'digest': '%064d'}", d, 0);
      add (b, rand, "view-sought", "{'decision': 'd%d', 'person': 'p%d'}", d, person);
      break;
    default:
      add (b, rand, "partner-left", "{'partner': 'south'}");
      break;
    }
}

static void
add_people (CharterBuild *b,
            GRand        *rand)
{
  static const char *const more[] = {
    "", "", "", ", 'for': 'north'", ", 'for': ['north', 'south']", ", 'constituencies': ['lived']",
  };

  add_first (b, "partner-joined", "{'id': 'north', 'name': 'North', 'group': 'all'}");
  add_first (b, "partner-joined", "{'id': 'south', 'name': 'South', 'public-body': true}");
  for (guint i = 0; i < PERSONS; i++)
    {
      g_autofree char *data = g_strdup_printf ("{'id': 'p%u'%s}", i, ONE_OF (rand, more));

      if (one_in (rand, 6))
        add (b, rand, "person-joined", "%s", data);
      else
        add_first (b, "person-joined", data);
    }
}

static void
add_decision (CharterBuild *b,
              GRand        *rand,
              guint         number)
{
  static const char *const rules[] = { "r", "r", "r", "q", "s", "l" };
  static const char *const abouts[] = {
    "", ", 'about': 'o0'", ", 'about': ['o0', 'o1']", ", 'about': ['o2', 'north']",
    ", 'about': ['p1', 'o3']", ", 'about': ['o0', 'o1', 'o2', 'o3', 'o0']",
  };
  static const char *const closings[] = {
    "", ", 'closes': '2026-01-10T09:00:00Z'", ", 'closes': '2026-01-20T09:00:00Z'",
    ", 'closes': '2099-01-01T00:00:00Z'", ", 'closes': '2199-01-01T00:00:00Z'",
  };
  const char *rule = ONE_OF (rand, rules);

  if (one_in (rand, 5))
    add (b, rand, "decision-proposed", "{'id': 'd%u', 'title': 'D', 'rule': '%s'%s%s}", number, rule,
         ONE_OF (rand, abouts), one_in (rand, 3) ? ", 'dispenses': ['p2', 'p3']" : "");
  else
    {
      g_autofree char *data
        = g_strdup_printf ("{'id': 'd%u', 'title': 'D', 'rule': '%s'%s%s}", number, rule,
                           ONE_OF (rand, abouts), one_in (rand, 5) ? ", 'amount': 40" : "");

      add_first (b, "decision-proposed", data);
    }
  if (!one_in (rand, 4))
    add (b, rand, "decision-opened", "{'decision': 'd%u'%s}", number, ONE_OF (rand, closings));
}

static void
add_entry (CharterBuild *b,
           GRand        *rand)
{
  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
      add_conduct (b, rand);
      break;
    case 1:
      add_change (b, rand);
      break;
    case 2:
    case 3:
      add_interest (b, rand);
      break;
    case 4:
    case 5:
      add_role (b, rand);
      break;
    default:
      add_link (b, rand);
      break;
    }
}

static void
add_charter (CharterBuild *b,
             GRand        *rand)
{
  g_autofree char *charter = random_charter (rand);

  add (b, rand, "charter-adopted", "{'charter': %s}", charter);
}

/* @settled: where a seq goes from which on everybody that entries name is there; NULL. */
static CharterBuild *
random_record (GRand   *rand,
               guint32 *settled)
{
  g_autofree char *charter = random_charter (rand);
  CharterBuild *b = charter_build_new (one_in (rand, 20) ? NULL : charter, "2026-01-01T09:00:00Z");
  int n = g_rand_int_range (rand, 8, 30);

  add_people (b, rand);
  for (int i = 0; i < n / 2; i++)
    add_role (b, rand);
  for (guint d = 0; d < DECISIONS; d++)
    add_decision (b, rand, d);
  if (settled != NULL)
    *settled = charter_state_get_head (b->state);
  for (int i = 0; i < n; i++)
    add_entry (b, rand);
  if (one_in (rand, 3))
    add_charter (b, rand);
  for (int i = 0; i < n / 2; i++)
    add_entry (b, rand);

  return b;
}

/* Asking */

static const char *const acts[] = {
  "vote", "vote", "vote", "be-counted", "be-counted", "discuss", "see-papers", "be-present",
  "be-heard", "chair", "propose", "handle-concern", "see-sealed", "x-anything",
};

static const char *const instants[] = {
  "2026-01-01T12:00:00Z", "2026-01-07T12:00:00Z", "2026-01-10T09:00:00Z", "2026-01-12T23:59:59Z",
  "2026-01-13T00:00:00Z", "2026-01-25T12:00:00Z", "2026-01-25T12:00:00Z", "2026-02-25T12:00:00Z",
};

static const char *const subjects[] = {
  "d0", "d1", "d2", "d3", NULL, "o0", "p0", "nothing",
};

static const char *const persons[] = { "p0", "p1", "p2", "p3", "p4", "north", "o1", "nobody" };

typedef struct
{
  CharterScene scene;
  const char  *act, *at;
  gint64       instant;
} Case;

/* By the code that makes verdicts; what a verdict would be an error for is denied. */
static CharterAnswer
in_full (const Case *c,
         const char *person,
         const char *subject)
{
  CharterRef who = charter_scene_find (&c->scene, person), about;
  CharterJudgement judgement;
  CharterAnswer answer;

  if (who == 0 || !charter_question_subject (&c->scene, subject, c->instant, &about, NULL))
    return CHARTER_ANSWER_DENIED;
  charter_decide_may (&c->scene, who, c->act, about, c->instant, &judgement);
  answer = judgement.answer;
  charter_judgement_clear (&judgement);

  return answer;
}

static void
complain (const Case *c,
          guint       seed,
          const char *person,
          const char *subject,
          int         fast,
          int         full)
{
  g_autofree char *dump = charter_scene_dump (&c->scene);

  cr_assert (FALSE, "seed %u: may %s %s on %s at %s, known %u: %d, in full %d\n%s", seed, person,
             c->act, subject != NULL ? subject : "nothing", c->at, c->scene.known, fast, full, dump);
}

static void
compare (const Case *c,
         guint       seed,
         guint      *told)
{
  CharterAsking asking;

  charter_asking_init (&asking, &c->scene, c->act, c->instant);
  for (guint s = 0; s < G_N_ELEMENTS (subjects); s++)
    for (guint p = 0; p < G_N_ELEMENTS (persons); p++)
      {
        CharterAnswer full = in_full (c, persons[p], subjects[s]);
        CharterAnswer fast = charter_asking_answer (&asking, charter_asking_find (&asking, persons[p]),
                                                    charter_asking_find (&asking, subjects[s]));

        if (fast != full)
          complain (c, seed, persons[p], subjects[s], fast, full);
        told[full]++;
      }
  charter_asking_clear (&asking);
}

static char *
name_all (const CharterScene *scene,
          const GArray       *refs)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < refs->len; i++)
    g_string_append_printf (out, "%s ", charter_scene_name (scene, g_array_index (refs, CharterRef, i)));

  return g_string_free (out, FALSE);
}

static GArray *
refs_of (const CharterScene *scene,
         const GArray       *numbers)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  for (guint i = 0; i < numbers->len; i++)
    {
      CharterRef ref = charter_parties_ref (charter_scene_parties (scene),
                                            g_array_index (numbers, guint32, i));

      g_array_append_val (refs, ref);
    }

  return refs;
}

static void
assert_same (const Case   *c,
             guint         seed,
             const char   *subject,
             const GArray *numbers,
             const GArray *expected)
{
  g_autoptr(GArray) found = refs_of (&c->scene, numbers);
  g_autofree char *a = name_all (&c->scene, found);
  g_autofree char *b = name_all (&c->scene, expected);
  g_autofree char *dump = NULL;

  if (strcmp (a, b) == 0)
    return;
  dump = charter_scene_dump (&c->scene);
  cr_assert (FALSE, "seed %u: conflicted with %s of %s at %s, known %u: %s, not %s\n%s", seed, c->act,
             subject, c->at, c->scene.known, a, b, dump);
}

static gboolean
item_has_conflict (const CharterItem *item,
                   CharterRef         person,
                   guint              bits)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));

  charter_item_bars (item, person, bars);
  for (guint i = 0; i < bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (bars, CharterBar, i);

      if ((bar->trail != NULL || bar->ruled != NULL) && bar->from & bits)
        return TRUE;
    }
  return FALSE;
}

static void
compare_conflicted (const Case *c,
                    guint       seed)
{
  CharterAsking asking;

  charter_asking_init (&asking, &c->scene, c->act, c->instant);
  for (guint s = 0; s < DECISIONS && asking.bits != 0; s++)
    {
      g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (CharterRef));
      g_autoptr(GArray) expected = g_array_new (FALSE, FALSE, sizeof (CharterRef));

      if (!charter_asking_turn_to (&asking, charter_asking_find (&asking, subjects[s])))
        continue;
      charter_scene_current (&c->scene, CHARTER_KIND ("person-joined"),
                             charter_asking_item (&asking)->at, all);
      for (guint i = 0; i < all->len; i++)
        {
          CharterRef person = g_array_index (all, CharterRef, i);

          if (item_has_conflict (charter_asking_item (&asking), person, asking.bits))
            g_array_append_val (expected, person);
        }
      g_array_set_size (asking.found, 0);
      if (asking.kind == CHARTER_ASKING_ITEM && asking.charter != NULL)
        charter_glance_conflicted (&asking.charter->policy, charter_asking_item (&asking), asking.bits,
                                   &asking.room, asking.found);
      assert_same (c, seed, subjects[s], asking.found, expected);
    }
  charter_asking_clear (&asking);
}

static Case
random_case (GRand        *rand,
             CharterState *state)
{
  guint32 head = charter_state_get_head (state);
  Case c = {
    .scene = { state, one_in (rand, 2) ? head : (guint32) g_rand_int_range (rand, 1, (int) head + 1) },
    .act = ONE_OF (rand, acts),
    .at = ONE_OF (rand, instants),
  };

  c.instant = charter_build_instant (c.at);

  return c;
}

CHARTER_TEST (question_properties, answers_are_those_of_verdicts)
{
  guint told[3] = { 0 };

  for (guint seed = 0; seed < RECORDS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(CharterBuild) b = random_record (rand, NULL);

      for (guint i = 0; i < 4; i++)
        {
          const Case c = random_case (rand, b->state);

          compare (&c, seed, told);
          compare_conflicted (&c, seed);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    cr_assert (told[i] > RECORDS / 2, "answer %u: %u times", i, told[i]);
}

/* A state that was cut off and grown again has the same rows as one that grew at once. */
CHARTER_TEST (question_properties, forks_answer_alike)
{
  for (guint seed = 0; seed < RECORDS / 4; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      guint32 settled;
      g_autoptr(CharterBuild) b = random_record (rand, &settled);
      guint32 head = charter_state_get_head (b->state);
      guint32 known = (guint32) g_rand_int_range (rand, 1, (int) head + 1);
      guint told[3] = { 0 };
      CharterState *whole = b->state;

      b->state = charter_state_fork (whole, known);
      for (guint i = 0; i < 2; i++)
        {
          Case c = random_case (rand, b->state);

          c.scene.known = known;
          compare (&c, seed, told);
          compare_conflicted (&c, seed);
        }
      if (known >= settled)
        for (guint i = 0; i < 10; i++)
          add_entry (b, rand);
      for (guint i = 0; i < 2; i++)
        {
          const Case c = random_case (rand, b->state);

          compare (&c, seed, told);
          compare_conflicted (&c, seed);
        }
      charter_state_unref (whole);
    }
}
