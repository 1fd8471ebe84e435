/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

#include "decide/charter-asking-private.h"
#include "permit/charter-item-private.h"
#include "permit/charter-may-private.h"

/* Properties of every verdict: what a reason cites matters and nothing else does, names do not
 * matter, neither do unrelated edges, loops end, and an earlier `known` knows nothing later.  A
 * question that is asked of many answers as one that is asked once. */

#define PERSONS 4
#define RECORDS 1000

/* One entry of a record that is built again and again. */
typedef struct
{
  char *id, *kind, *at, *data;
  char *makes;              /* NULL */
  int   needs;              /* the entry without which it cannot be; -1 */
} Entry;

typedef struct
{
  char      *charter;
  GPtrArray *entries;       /* Entry */
} Record;

static void
entry_free (Entry *entry)
{
  g_free (entry->id);
  g_free (entry->kind);
  g_free (entry->at);
  g_free (entry->data);
  g_free (entry->makes);
  g_free (entry);
}

static void
record_free (Record *record)
{
  g_free (record->charter);
  g_ptr_array_unref (record->entries);
  g_free (record);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Record, record_free)

static void
add (Record     *record,
     const char *kind,
     guint       day,
     const char *makes,
     int         needs,
     const char *format,
     ...) G_GNUC_PRINTF (6, 7);

static void
add (Record     *record,
     const char *kind,
     guint       day,
     const char *makes,
     int         needs,
     const char *format,
     ...)
{
  Entry *entry = g_new0 (Entry, 1);
  va_list args;

  va_start (args, format);
  entry->data = g_strdup_vprintf (format, args);
  va_end (args);
  entry->id = g_strdup_printf ("e%u", record->entries->len);
  entry->kind = g_strdup (kind);
  entry->at = g_strdup_printf ("2026-01-%02uT10:00:00Z", day);
  entry->makes = g_strdup (makes);
  entry->needs = needs;
  g_ptr_array_add (record->entries, entry);
}

/* The record without the entries of @without (a bit each). */
static CharterBuild *
build (const Record *record,
       guint64       without)
{
  CharterBuild *b = charter_build_new (record->charter, "2026-01-01T09:00:00Z");

  for (guint i = 0; i < record->entries->len; i++)
    {
      const Entry *entry = record->entries->pdata[i];

      if (!(without >> i & 1))
        charter_build_add_full (b, entry->kind, entry->at, NULL, entry->id, entry->data);
    }

  return b;
}

/* Random records */

static const char *const paths[] = {
  "{'id': 'owner', 'edges': ['declared', 'owns*'], 'depth': 4}",
  "{'id': 'family', 'edges': ['sibling-of|child-of?', 'partner-of?', 'employed-by|directs']}",
  "{'id': 'holding', 'edges': ['sibling-of|child-of?', 'partner-of?', 'owns', 'owns*'], 'share': "
  "'1/5', 'add-connected': true}",
  "{'id': 'each', 'edges': ['owns'], 'share': '1/4', 'compare': '>='}",
  "{'id': 'group', 'edges': ['directs', 'owns*'], 'direction': 'group', 'regime': 'counts-present'}",
  "{'id': 'nominated', 'edges': ['nominated-by|member-of'], 'category': 'non-financial'}",
};

static const char *const relations[] = {
  "owns", "owns", "owns", "sibling-of", "child-of", "partner-of", "employed-by", "directs",
  "nominated-by", "member-of", "controls", "connected", "mentor-of",
};

static const char *const shares[] = { "1/10", "1/5", "1/4", "1/2", "3/4" };

static char *
random_policy (GRand *rand)
{
  static const char *const regimes[] = {
    "counts-present", "fixed-base", "authorised-without", "qualified-majority", "units-removed",
    "colleagues-decide",
  };
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (g_rand_int_range (rand, 0, 3) > 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", paths[i]);

  return g_strdup_printf (
    "'conflicts': {'regime': '%s', 'needs-ruling': %s, 'paths': [%s], 'exempt': [%s%s%s'shared-by-"
    "all'], 'public-bodies': ['o1'], 'tail': '%s'}, 'roles': [{'id': 'voting', 'holder': 'many'}, "
    "{'id': 'mandate', 'holder': 'many'}], 'permissions': [{'act': 'vote', 'to': "
    "['role:mandate']}]",
    regimes[g_rand_int_range (rand, 0, G_N_ELEMENTS (regimes))],
    g_rand_int_range (rand, 0, 6) == 0 ? "true" : "false", list->str,
    g_rand_boolean (rand) ? "'public-body', " : "", g_rand_boolean (rand) ? "'not-known', " : "", "",
    g_rand_boolean (rand) ? "P0D" : "P3D");
}

static char *
random_party (GRand *rand)
{
  guint kind = (guint) g_rand_int_range (rand, 0, 3);

  if (kind == 0)
    return g_strdup_printf ("p%d", g_rand_int_range (rand, 0, PERSONS));
  if (kind == 1)
    return g_strdup_printf ("x%d", g_rand_int_range (rand, 0, 3));

  return g_strdup_printf ("o%d", g_rand_int_range (rand, 0, 5));
}

static void
add_link (Record *record,
          GRand  *rand)
{
  g_autofree char *from = random_party (rand);
  g_autofree char *to = random_party (rand);
  g_autofree char *id = g_strdup_printf ("l%u", record->entries->len);
  const char *relation = relations[g_rand_int_range (rand, 0, G_N_ELEMENTS (relations))];
  g_autofree char *share = NULL;
  g_autofree char *known = NULL;

  if (strcmp (from, to) == 0)
    return;
  if (strcmp (relation, "owns") == 0 && g_rand_int_range (rand, 0, 6) > 0)
    share = g_strdup_printf (", 'share': '%s'",
                             shares[g_rand_int_range (rand, 0, G_N_ELEMENTS (shares))]);
  if (g_rand_int_range (rand, 0, 5) == 0)
    known = g_strdup_printf (", 'known-to': ['p%d']", g_rand_int_range (rand, 0, PERSONS));
  add (record, "link-stated", (guint) g_rand_int_range (rand, 2, 12), id, -1,
       "{'id': '%s', 'from': '%s', 'to': '%s', 'relation': '%s'%s%s%s}", id, from, to, relation,
       share != NULL ? share : "", known != NULL ? known : "",
       g_rand_int_range (rand, 0, 8) == 0 ? ", 'until': '2026-01-12'" : "");
}

static void
add_interest (Record *record,
              GRand  *rand)
{
  g_autofree char *id = g_strdup_printf ("i%u", record->entries->len);

  add (record, "interest-declared", (guint) g_rand_int_range (rand, 2, 12), id, -1,
       "{'id': '%s', 'person': 'p%d', 'party': 'o%d', 'category': '%s'%s}", id,
       g_rand_int_range (rand, 0, PERSONS), g_rand_int_range (rand, 0, 5),
       g_rand_boolean (rand) ? "financial" : "personal",
       g_rand_int_range (rand, 0, 6) == 0 ? ", 'sensitive': true" : "");
}

/* Ends or corrects an earlier link or interest. */
static void
add_change (Record *record,
            GRand  *rand)
{
  guint at = (guint) g_rand_int_range (rand, 0, (int) record->entries->len);
  const Entry *entry = record->entries->pdata[at];
  gboolean is_link = strcmp (entry->kind, "link-stated") == 0;

  if (entry->makes == NULL || (!is_link && strcmp (entry->kind, "interest-declared") != 0))
    return;
  if (g_rand_int_range (rand, 0, 3) == 0)
    add (record, "entry-corrected", 13, NULL, (int) at, "{'entry': '%s', 'set': {'since': '%s'}}",
         entry->id, g_rand_boolean (rand) ? "2026-01-02" : "2026-03-01");
  else
    add (record, is_link ? "link-ended" : "interest-ended", (guint) g_rand_int_range (rand, 12, 20),
         NULL, (int) at, "{'%s': '%s'}", is_link ? "link" : "interest", entry->makes);
}

static void
add_conduct (Record *record,
             GRand  *rand)
{
  int person = g_rand_int_range (rand, 0, PERSONS);
  g_autofree char *id = g_strdup_printf ("d%u", record->entries->len);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      add (record, "conflict-ruled", 14, NULL, -1,
           "{'decision': 'item', 'person': 'p%d', 'conflicted': %s}", person,
           g_rand_boolean (rand) ? "true" : "false");
      break;
    case 1:
      add (record, "dispensation-granted", 14, id, -1,
           "{'id': '%s', 'person': 'p%d', 'acts': ['vote', 'discuss'], 'scope': 'decision:item', "
           "'ground': 'needed', 'until': '2026-01-%d'}", id, person,
           g_rand_boolean (rand) ? 15 : 28);
      break;
    case 2:
      add (record, "stepped-out", 14, NULL, -1, "{'decision': 'item', 'person': 'p%d'}", person);
      break;
    case 3:
      add (record, "stepped-in", 15, NULL, -1, "{'decision': 'item', 'person': 'p%d'}", person);
      break;
    default:
      add (record, "role-ended", 14, NULL, -1, "{'role': 'voting', 'person': 'p%d'}", person);
      break;
    }
}

static void
add_people (Record *record,
            GRand  *rand)
{
  for (guint i = 0; i < PERSONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      add (record, "person-joined", 1, id, -1, "{'id': 'p%u'}", i);
      if (g_rand_int_range (rand, 0, 8) > 0)
        add (record, "role-given", 1, NULL, -1, "{'role': 'voting', 'person': 'p%u'%s}", i,
             g_rand_int_range (rand, 0, 6) == 0 ? ", 'until': '2026-01-10'" : "");
      if (g_rand_int_range (rand, 0, 8) > 0)
        add (record, "role-given", 1, NULL, -1, "{'role': 'mandate', 'person': 'p%u'}", i);
    }
}

static Record *
random_record (GRand *rand)
{
  Record *record = g_new0 (Record, 1);
  g_autofree char *policy = random_policy (rand);

  record->charter = world_charter ("'unit': 'person', 'voters': ['role:voting'], 'time': {'open': "
                                   "'P30D'}", policy);
  record->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  add_people (record, rand);
  add (record, "decision-proposed", 2, "item", -1,
       "{'id': 'item', 'title': 'D', 'rule': 'r', 'about': ['o0', 'o1']}");
  add (record, "decision-opened", 12, NULL, -1, "{'decision': 'item'}");
  for (guint n = (guint) g_rand_int_range (rand, 4, 18); n > 0; n--)
    switch (g_rand_int_range (rand, 0, 8))
      {
      case 0:
        add_conduct (record, rand);
        break;
      case 1:
        add_change (record, rand);
        break;
      case 2:
      case 3:
        add_interest (record, rand);
        break;
      default:
        add_link (record, rand);
        break;
      }

  return record;
}

/* Verdicts as text, with the ids of entries for their seqs */

#define ASKED_AT "2026-01-18T12:00:00Z"

static char *
name_entries (const CharterScene *scene,
              const char         *json)
{
  GString *out = g_string_new (NULL);
  const char *from = json;
  const char *entries;

  while ((entries = strstr (from, "\"entries\":[")) != NULL)
    {
      entries += strlen ("\"entries\":[");
      g_string_append_len (out, from, entries - from);
      while (*entries != ']')
        {
          guint64 seq = g_ascii_strtoull (entries, (char **) &entries, 10);

          g_string_append_printf (out, "%s ", charter_scene_fact (scene, (guint32) seq)->id);
          if (*entries == ',')
            entries++;
        }
      from = entries;
    }
  g_string_append (out, from);

  return g_string_free (out, FALSE);
}

static char *
ask (CharterBuild *b,
     const char   *person,
     const char   *act,
     guint32       known)
{
  CharterScene scene = { b->state, known };
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  g_autofree char *json = NULL;
  CharterJudgement judgement;

  charter_permit_may (&scene, charter_scene_find (&scene, person), act,
                      charter_scene_find (&scene, "item"), charter_build_instant (ASKED_AT),
                      &judgement);
  charter_judgement_build (&judgement, builder);
  charter_judgement_clear (&judgement);
  json = charter_builder_to_text (builder);

  return name_entries (&scene, json);
}

static char *
ask_now (CharterBuild *b,
         const char   *person,
         const char   *act)
{
  return ask (b, person, act, charter_state_get_head (b->state));
}

/* The entry and those that cannot be without it. */
static guint64
with_dependents (const Record *record,
                 guint         removed)
{
  guint64 mask = G_GUINT64_CONSTANT (1) << removed;

  for (guint i = 0; i < record->entries->len; i++)
    {
      const Entry *entry = record->entries->pdata[i];

      if (entry->needs >= 0 && mask >> entry->needs & 1)
        mask |= G_GUINT64_CONSTANT (1) << i;
    }

  return mask;
}

static gboolean
is_removable (const Entry *entry)
{
  return strcmp (entry->kind, "person-joined") != 0
         && strcmp (entry->kind, "decision-proposed") != 0;
}

static gboolean
cites (const char   *verdict,
       const Record *record,
       guint64       mask)
{
  for (guint i = 0; i < record->entries->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("[%s ", ((Entry *) record->entries->pdata[i])->id);
      g_autofree char *next = g_strdup_printf (" %s ", ((Entry *) record->entries->pdata[i])->id);

      if (mask >> i & 1 && (strstr (verdict, id) != NULL || strstr (verdict, next) != NULL))
        return TRUE;
    }

  return FALSE;
}

static void
try_removing (const Record *record,
              guint         number,
              const char   *person,
              const char   *act,
              const char   *whole,
              guint        *n)
{
  for (guint i = 0; i < record->entries->len; i++)
    {
      guint64 mask = with_dependents (record, i);
      g_autoptr(CharterBuild) less = NULL;
      g_autofree char *verdict = NULL;

      if (!is_removable (record->entries->pdata[i]))
        continue;
      less = build (record, mask);
      verdict = ask_now (less, person, act);
      if (cites (whole, record, mask))
        cr_assert (strcmp (verdict, whole) != 0, "record %u, %s %s, without %s (cited):\n%s", number,
                   person, act, ((Entry *) record->entries->pdata[i])->id, verdict);
      else
        cr_assert (strcmp (verdict, whole) == 0,
                   "record %u, %s %s, without %s (not cited):\n%s\nwas\n%s", number, person, act,
                   ((Entry *) record->entries->pdata[i])->id, verdict, whole);
      (*n)++;
    }
}

/* Sound explanation, and no idle evidence. */
CHARTER_TEST (permit_properties, what_is_cited_is_what_matters)
{
  static const char *const acts[] = { "vote", "discuss", "see-papers", "be-counted" };
  guint n = 0;

  for (guint i = 0; i < RECORDS; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (7000 + i);
      g_autoptr(Record) record = random_record (rand);
      g_autoptr(CharterBuild) b = build (record, 0);
      g_autofree char *person = g_strdup_printf ("p%u", i % PERSONS);
      const char *act = acts[i % G_N_ELEMENTS (acts)];
      g_autofree char *whole = ask_now (b, person, act);

      try_removing (record, i, person, act, whole, &n);
    }
  cr_assert (n > 10 * RECORDS, "%u", n);
}

/* What nobody else has anything to do with changes nothing. */
CHARTER_TEST (permit_properties, an_unrelated_edge_changes_nothing)
{
  for (guint i = 0; i < RECORDS; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (9000 + i);
      g_autoptr(Record) record = random_record (rand);
      g_autoptr(CharterBuild) b = build (record, 0);
      g_autofree char *before = ask_now (b, "p0", "vote");
      g_autofree char *after = NULL;

      charter_build_add (b, "link-stated", ASKED_AT,
                         "{'id': 'far', 'from': 'far-1', 'to': 'far-2', 'relation': 'owns'}");
      charter_build_add (b, "link-stated", ASKED_AT,
                         "{'id': 'near', 'from': 'far-1', 'to': 'o4', 'relation': 'advises'}");
      after = ask_now (b, "p0", "vote");
      charter_assert_str (after, before);
    }
}

/* @text with every "p0" to "p3", "o…" and "x…" as another name that sorts otherwise. */
static char *
rename_parties (const char *text)
{
  g_autoptr(GRegex) regex = g_regex_new ("\\b([pox])([0-9])\\b", 0, 0, NULL);
  g_autofree char *turned = g_regex_replace (regex, text, -1, 0, "\\1z\\2", 0, NULL);
  g_autoptr(GString) out = g_string_new (NULL);

  for (const char *c = turned; *c != '\0'; c++)
    if (c[1] == 'z' && g_ascii_isdigit (c[2]) && strchr ("pox", *c) != NULL)
      {
        g_string_append_printf (out, "%c%c%cq", 'z' - (*c - 'a'), *c, '9' - (c[2] - '0'));
        c += 2;
      }
    else
      g_string_append_c (out, *c);

  return g_strdup (out->str);
}

CHARTER_TEST (permit_properties, names_do_not_matter)
{
  for (guint i = 0; i < RECORDS; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (11000 + i);
      g_autoptr(Record) record = random_record (rand);
      g_autoptr(CharterBuild) b = build (record, 0);
      g_autofree char *verdict = ask_now (b, "p1", "vote");
      g_autofree char *expected = rename_parties (verdict);
      g_autofree char *name = rename_parties ("p1");
      g_autoptr(CharterBuild) other = NULL;
      g_autofree char *renamed = NULL;
      g_autofree char *charter = rename_parties (record->charter);

      g_free (record->charter);
      record->charter = g_steal_pointer (&charter);
      for (guint e = 0; e < record->entries->len; e++)
        {
          Entry *entry = record->entries->pdata[e];
          char *data = rename_parties (entry->data);

          g_free (entry->data);
          entry->data = data;
        }
      other = build (record, 0);
      renamed = ask_now (other, name, "vote");
      charter_assert_str (renamed, expected);
    }
}

/* Whatever its `at`: what comes later in the record is not known before. */
CHARTER_TEST (permit_properties, an_earlier_known_ignores_what_came_later)
{
  for (guint i = 0; i < RECORDS; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (13000 + i);
      g_autoptr(Record) record = random_record (rand);
      guint n = record->entries->len;
      guint cut = (guint) g_rand_int_range (rand, 12, (int) n + 1);
      guint64 later = cut < n ? ~G_GUINT64_CONSTANT (0) << cut : 0;
      g_autoptr(CharterBuild) whole = build (record, 0);
      g_autoptr(CharterBuild) part = build (record, later);
      g_autofree char *seen = ask (whole, "p2", "vote", charter_state_get_head (part->state));
      g_autofree char *expected = ask_now (part, "p2", "vote");

      charter_assert_str (seen, expected);
    }
}

/* Search back and search forward find the same people. */
CHARTER_TEST (permit_properties, the_list_agrees_with_each_question)
{
  for (guint i = 0; i < RECORDS; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (15000 + i);
      g_autoptr(Record) record = random_record (rand);
      g_autoptr(CharterBuild) b = build (record, 0);
      g_autoptr(GArray) reachable = g_array_new (FALSE, FALSE, sizeof (CharterRef));
      CharterScene scene = charter_build_scene (b);
      CharterItem item;

      charter_item_init (&item, &scene, charter_build_ref (b, "item"), NULL, NULL,
                         charter_build_instant (ASKED_AT));
      charter_item_reachable (&item, reachable);
      for (guint p = 0; p < PERSONS; p++)
        {
          g_autofree char *name = g_strdup_printf ("p%u", p);
          g_autoptr(GPtrArray) trails = g_ptr_array_new ();
          CharterRef ref = charter_build_ref (b, name);

          charter_item_trails (&item, ref, CHARTER_TRAILS_EXEMPT, trails);
          cr_assert (trails->len == 0 || charter_refs_contain (reachable, ref), "record %u: %s", i,
                     name);
        }
      charter_item_clear (&item);
    }
}

/* Ten links on, and round in circles. */
CHARTER_TEST (permit_properties, chains_and_loops_end)
{
  g_autoptr(CharterBuild) b = NULL;
  g_autofree char *verdict = NULL;
  g_autofree char *free = NULL;
  static const char *const policy =
    "'conflicts': {'paths': [{'id': 'chain', 'edges': ['owns', 'owns*'], 'depth': 12}, {'id': "
    "'sum', 'edges': ['controls*', 'owns', 'owns*'], 'depth': 12, 'share': '1/1000000', "
    "'add-connected': true}]}";

  b = world_of_persons (3, NULL, policy);
  charter_build_add (b, "link-stated", WORLD_START,
                     "{'id': 'k0', 'from': 'a', 'to': 'c1', 'relation': 'owns', 'share': '1/2'}");
  for (guint i = 1; i < 10; i++)
    {
      g_autofree char *to = i == 9 ? g_strdup ("acme") : g_strdup_printf ("c%u", i + 1);

      charter_build_add (b, "link-stated", WORLD_START,
                         "{'id': 'k%u', 'from': 'c%u', 'to': '%s', 'relation': 'owns', 'share': "
                         "'1/2'}", i, i, to);
      charter_build_add (b, "link-stated", WORLD_START,
                         "{'id': 'r%u', 'from': '%s', 'to': 'c%u', 'relation': 'owns', 'share': "
                         "'1/4'}", i, to, i);
      charter_build_add (b, "link-stated", WORLD_START,
                         "{'id': 'q%u', 'from': 'c%u', 'to': 'c1', 'relation': 'controls'}", i, i);
    }
  verdict = world_may (b, "a", "vote", "item", WORLD_VOTES);
  charter_assert_str (verdict, "denied: conflict");
  free = world_may (b, "b", "vote", "item", WORLD_VOTES);
  charter_assert_str (free, "allowed");
}

/* Questions asked of many */

static const char *const acts[] = { "vote", "be-counted", "discuss", "see-papers", "be-present",
                                    "propose", "handle-concern" };
static const char *const instants[] = { ASKED_AT, "2026-01-11T12:00:00Z", "2026-02-18T12:00:00Z" };

static char *
judge (CharterAsking *asking,
       CharterRef     person)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  CharterJudgement judgement;

  charter_asking_judge (asking, person, &judgement);
  charter_judgement_build (&judgement, builder);
  charter_judgement_clear (&judgement);

  return charter_builder_to_text (builder);
}

static char *
judge_once (const CharterScene *scene,
            CharterRef          person,
            const char         *act,
            CharterRef          subject,
            gint64              at,
            CharterAnswer      *answer)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  CharterJudgement judgement;

  charter_permit_may (scene, person, act, subject, at, &judgement);
  *answer = judgement.answer;
  charter_judgement_build (&judgement, builder);
  charter_judgement_clear (&judgement);

  return charter_builder_to_text (builder);
}

/* Every person, on the item and on the act as such in turn. */
static void
compare_answers (CharterAsking      *asking,
                 const CharterScene *scene,
                 guint               record,
                 guint              *told)
{
  for (guint p = 0; p < 2 * PERSONS; p++)
    {
      g_autofree char *name = g_strdup_printf ("p%u", p / 2);
      CharterRef person = charter_scene_find (scene, name);
      CharterRef subject = p % 2 == 0 ? charter_scene_find (scene, "item") : 0;
      guint32 handle = charter_asking_find (asking, p % 2 == 0 ? "item" : NULL);
      CharterAnswer expected;
      g_autofree char *once =
        judge_once (scene, person, asking->act, subject, asking->at, &expected);
      CharterAnswer answer;
      g_autofree char *many = NULL;

      if (!charter_asking_turn_to (asking, handle))
        continue;
      answer = charter_asking_answer (asking, charter_asking_find (asking, name), handle);
      many = judge (asking, charter_asking_find (asking, name));
      cr_assert (answer == expected, "record %u: %s, %s: %d, the verdict is %s", record, name,
                 asking->act, answer, once);
      charter_assert_str (many, once);
      told[answer]++;
    }
}

CHARTER_TEST (permit_properties, a_question_asked_of_many_answers_as_one_asked_once)
{
  guint told[3] = { 0 };

  for (guint i = 0; i < RECORDS; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (17000 + i);
      g_autoptr(Record) record = random_record (rand);
      g_autoptr(CharterBuild) b = build (record, 0);
      guint32 head = charter_state_get_head (b->state);

      for (guint a = 0; a < G_N_ELEMENTS (acts); a++)
        {
          CharterScene scene = { b->state, i % 4 == 0 ? head - 3 : head };
          CharterAsking asking;

          charter_asking_init (&asking, &scene, acts[a],
                               charter_build_instant (instants[(i + a) % 3]));
          compare_answers (&asking, &scene, i, told);
          charter_asking_clear (&asking);
        }
    }
  cr_assert (told[CHARTER_ANSWER_ALLOWED] > RECORDS && told[CHARTER_ANSWER_DENIED] > RECORDS
             && told[CHARTER_ANSWER_INDETERMINATE] > 100);
}

/* Everybody of whom a bar on the ground of a conflict bears on the act. */
static gboolean
is_conflicted (const CharterItem *item,
               CharterRef         person,
               guint              bits)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));

  charter_item_bars (item, person, bars);
  for (guint i = 0; i < bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (bars, CharterBar, i);

      if (bar->from & bits && !g_str_equal (bar->ground, "own-matter")
          && !g_str_equal (bar->ground, "withdrew"))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_number (const GArray *numbers,
            guint32       number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint32, i) == number)
      return TRUE;

  return FALSE;
}

CHARTER_TEST (permit_properties, those_conflicted_are_found_from_the_other_end)
{
  guint n = 0;

  for (guint i = 0; i < RECORDS; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (19000 + i);
      g_autoptr(Record) record = random_record (rand);
      g_autoptr(CharterBuild) b = build (record, 0);
      CharterScene scene = charter_build_scene (b);
      CharterAsking asking;
      const GArray *found;

      charter_asking_init (&asking, &scene, "vote", charter_build_instant (ASKED_AT));
      cr_assert (charter_asking_turn_to (&asking, charter_asking_find (&asking, "item")));
      found = charter_asking_conflicted (&asking);
      for (guint p = 0; p < PERSONS; p++)
        {
          g_autofree char *name = g_strdup_printf ("p%u", p);
          CharterRef person = charter_build_ref (b, name);
          gboolean expected = is_conflicted (charter_asking_item (&asking), person, asking.bits);

          n += expected;
          cr_assert (expected == has_number (found, charter_asking_handle (&asking, person)), "record %u: %s", i,
                     name);
        }
      charter_asking_clear (&asking);
    }
  cr_assert (n > 200, "%u", n);
}
