/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"

#include <string.h>

#include "base/charter-id-private.h"

/* Rules of the gate: delegations; and scopes, "rule:ID", "area:ID" or "decision:ID", which
 * dispensations have too. */

#define CANDIDATES_MAX 1000

/* — scopes — */

static gboolean
refuse_scope (CharterGate *gate,
              const char  *what,
              const char  *prefix,
              const char  *nearest)
{
  g_autofree char *hint = nearest == NULL ? g_strdup ("")
                          : g_strdup_printf ("; did you mean “%s%s”?", prefix, nearest);

  return charter_gate_refuse (gate, prefix[0] != '\0' ? CHARTER_ERROR_REFERENCE : CHARTER_ERROR_VALUE,
                              "unknown-scope", "/data/scope", "%s%s", what, hint);
}

static const char *
nearest_rule (CharterGate *gate,
              const char  *id)
{
  const CharterDocumentData *charter = gate->charter;
  g_autofree const char **ids = NULL;

  if (charter == NULL)
    return NULL;
  ids = g_new0 (const char *, charter->n_rules + 1);
  for (guint i = 0; i < charter->n_rules; i++)
    ids[i] = charter->rules[i].id;
  return charter_nearest_spelling (id, ids);
}

/* Among the newest ones. */
static const char *
nearest_decision (CharterGate *gate,
                  const char  *id)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, &gate->scene, 0,
                                                      CHARTER_KIND ("decision-proposed"));
       fact != NULL && ids->len < CANDIDATES_MAX; fact = charter_cursor_previous (&cursor))
    g_ptr_array_add (ids, (gpointer) charter_scene_name (&gate->scene, fact->makes));
  g_ptr_array_add (ids, NULL);
  return charter_nearest_spelling (id, (const char *const *) ids->pdata);
}

static gboolean
is_decision (CharterGate *gate,
             const char  *id)
{
  CharterRef ref = charter_scene_find (&gate->scene, id);

  return ref != 0 && charter_scene_maker_kind (&gate->scene, ref) == CHARTER_KIND ("decision-proposed");
}

static gboolean
check_rule (CharterGate *gate,
            const char  *id)
{
  g_autofree char *what = NULL;

  if (gate->charter != NULL && charter_document_data_find_rule (gate->charter, id) != NULL)
    return TRUE;
  what = g_strdup_printf ("The charter in force has no rule “%s”", id);
  return refuse_scope (gate, what, "rule:", nearest_rule (gate, id));
}

static gboolean
check_decision (CharterGate *gate,
                const char  *id)
{
  g_autofree char *what = NULL;

  if (is_decision (gate, id))
    return TRUE;
  what = g_strdup_printf ("There is no decision “%s” in the record", id);
  return refuse_scope (gate, what, "decision:", nearest_decision (gate, id));
}

/* What somebody may have meant who wrote no prefix, or a misspelt one; NULL if who knows. */
static char *
guess (CharterGate *gate,
       const char  *scope)
{
  static const char *const prefixes[] = { "area", "decision", "rule", NULL };
  const char *colon = strchr (scope, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (scope, colon - scope) : NULL;
  const char *nearest = prefix != NULL ? charter_nearest_spelling (prefix, prefixes) : NULL;

  if (nearest != NULL)
    return g_strconcat (nearest, colon, NULL);
  if (is_decision (gate, scope))
    return g_strconcat ("decision:", scope, NULL);
  if (gate->charter != NULL && charter_document_data_find_rule (gate->charter, scope) != NULL)
    return g_strconcat ("rule:", scope, NULL);
  return NULL;
}

/* A scope is free text: what could not be spelt so is not said again. */
static gboolean
is_plain (const char *text)
{
  gsize n = 0;

  while (g_ascii_isgraph (text[n]) || text[n] == ' ')
    n++;
  return text[n] == '\0' && n <= 100;
}

gboolean
charter_gate_check_scope (CharterGate *gate)
{
  const char *scope = charter_gate_string (gate, "scope");
  g_autofree char *guessed = NULL;
  g_autofree char *what = NULL;

  if (scope == NULL)
    return TRUE;
  if (!is_plain (scope))
    return refuse_scope (gate, "A scope is “rule:ID”, “area:ID” or “decision:ID”, with an id of "
                         "lower-case letters, digits, “.”, “_” and “-”", "", NULL);
  if (g_str_has_prefix (scope, "rule:"))
    return check_rule (gate, scope + 5);
  if (g_str_has_prefix (scope, "decision:"))
    return check_decision (gate, scope + 9);
  if (g_str_has_prefix (scope, "area:") && charter_id_is_valid (scope + 5, -1))
    return TRUE;   /* areas are words of the partnership's own */
  what = g_strdup_printf ("A scope is “rule:ID”, “area:ID” or “decision:ID”, and not “%s”", scope);
  guessed = guess (gate, scope);
  return refuse_scope (gate, what, "", guessed);
}

/* — circles — */

static gboolean
same_matter (const CharterNode *a,
             const CharterNode *b)
{
  static const char *const members[] = { "action", "area", "scope" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_strcmp0 (charter_node_member_string (a, members[i]),
                   charter_node_member_string (b, members[i])) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_current (CharterGate       *gate,
            const CharterFact *made,
            gint64             at)
{
  gint32 until = charter_scene_date (&gate->scene, made, "until");
  CharterCursor cursor;

  if (made->at > at || (until != CHARTER_DATE_NONE && until < charter_scene_date_of (&gate->scene, at)))
    return FALSE;
  for (const CharterFact *recalled = charter_cursor_last (&cursor, &gate->scene, made->makes,
                                                          CHARTER_KIND ("delegation-recalled"));
       recalled != NULL; recalled = charter_cursor_previous (&cursor))
    if (recalled->at <= at)
      return FALSE;
  return TRUE;
}

/* The newest current delegation by @from of the same matter, the corrected one apart. */
static const CharterFact *
delegation_of (CharterGate       *gate,
               CharterRef         from,
               const CharterNode *data,
               const CharterFact *corrected,
               gint64             at)
{
  CharterCursor cursor;

  for (const CharterFact *made = charter_cursor_last (&cursor, &gate->scene, from,
                                                      CHARTER_KIND ("delegation-made"));
       made != NULL; made = charter_cursor_previous (&cursor))
    if (made != corrected && charter_scene_member (&gate->scene, made, "from") == from
        && same_matter (charter_scene_data (&gate->scene, made), data)
        && is_current (gate, made, at))
      return made;
  return NULL;
}

static gboolean
refuse_circle (CharterGate *gate,
               const char  *from,
               const char  *to,
               GPtrArray   *way)
{
  g_autoptr(GString) entries = g_string_new (way->len == 1 ? "entry" : "entries");

  for (guint i = 0; i < way->len; i++)
    g_string_append_printf (entries, "%s %u", i > 0 ? "," : "",
                            ((const CharterFact *) way->pdata[i])->seq);
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "delegation-circle",
                              gate->kind == CHARTER_KIND ("entry-corrected") ? "/data/set/until"
                                                                             : "/data/to",
                              "“%s” would delegate to “%s”, who delegates back to “%s” by %s: "
                              "nobody would be left to act. Choose somebody else, or recall one of "
                              "these first", from, to, from, entries->str);
}

/* Follows the delegations from @data's `to` on; each unit has one that counts, so a circle
 * that @data is no part of ends the walk when somebody comes twice. */
static gboolean
check_circle (CharterGate       *gate,
              const CharterNode *data,
              const CharterFact *corrected,
              gint64             at)
{
  const char *from = charter_node_member_string (data, "from");
  const char *to = charter_node_member_string (data, "to");
  CharterRef start = charter_scene_find (&gate->scene, from);
  CharterRef unit = charter_scene_find (&gate->scene, to);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) way = g_ptr_array_new ();

  while (unit != start && g_hash_table_add (seen, GUINT_TO_POINTER (unit)))
    {
      const CharterFact *made = delegation_of (gate, unit, data, corrected, at);

      if (made == NULL)
        return TRUE;
      g_ptr_array_add (way, (gpointer) made);
      unit = charter_scene_member (&gate->scene, made, "to");
    }
  return unit != start || refuse_circle (gate, from, to, way);
}

gboolean
charter_gate_check_delegation (CharterGate       *gate,
                               const CharterFact *corrected,
                               const CharterNode *data)
{
  gint64 made_at = corrected != NULL ? corrected->at : gate->at;
  const char *until = charter_node_member_string (data, "until");
  char made[CHARTER_DATE_TEXT_SIZE];
  gint32 today = charter_scene_date_of (&gate->scene, made_at), last = CHARTER_DATE_NONE;

  charter_date_format (today, made);
  if (until != NULL && charter_date_parse (until, -1, &last) && last < today)
    return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "dates-reversed",
                                corrected != NULL ? "/data/set/until" : "/data/until",
                                "The delegation would end on %s, before it is made (%s)", until, made);
  if (!check_circle (gate, data, corrected, made_at))
    return FALSE;
  /* What is entered late must not close a circle with what was delegated since. */
  return (until != NULL && last < charter_scene_date_of (&gate->scene, gate->recorded))
         || check_circle (gate, data, corrected, gate->recorded);
}

/* A delegation for one decision bears on its count, and comes before that is closed. */
static gboolean
scope_is_undecided (CharterGate *gate,
                    const char  *scope,
                    const char  *path)
{
  CharterRef decision = scope != NULL && g_str_has_prefix (scope, "decision:")
                          ? charter_scene_find (&gate->scene, scope + strlen ("decision:")) : 0;

  if (decision == 0 || charter_gate_closing (gate, decision) == NULL)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "closed", path,
                              "“%s” has been closed, and its outcome stands: a delegation for it "
                              "bears on its count and comes before that",
                              charter_scene_name (&gate->scene, decision));
}

static gboolean
rule_delegation_made (CharterGate *gate)
{
  if (charter_gate_ref (gate, "from") == charter_gate_ref (gate, "to"))
    return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "to-oneself", "/data/to",
                                "Nobody can delegate to themself");
  return charter_gate_must_be_current (gate, "from") && charter_gate_must_be_current (gate, "to")
         && charter_gate_check_scope (gate)
         && scope_is_undecided (gate, charter_gate_string (gate, "scope"), "/data/scope")
         && charter_gate_check_delegation (gate, NULL, gate->data);
}

static gboolean
rule_delegation_recalled (CharterGate *gate)
{
  const CharterFact *made = charter_scene_maker (&gate->scene, charter_gate_ref (gate, "delegation"));

  return scope_is_undecided (gate, charter_scene_string (&gate->scene, made, "scope"),
                             "/data/delegation")
         && charter_gate_ended_once (gate, "delegation")
         && charter_gate_ends_after_start (gate, "delegation");
}

const CharterGateRow charter_gate_delegation_rules[] = {
  { "delegation-made", rule_delegation_made },
  { "delegation-recalled", rule_delegation_recalled },
  { NULL, NULL }
};
