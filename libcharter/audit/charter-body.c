/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-work-private.h"

#include "base/charter-id-private.h"
#include "document/charter-document-parts-private.h"
#include "format/charter-json-reader-private.h"
#include "state/charter-string-table-private.h"

#include <charter/charter-error.h>
#include <string.h>

/* The voters of a rule where there is no record: a number of them, or as the caller states
 * them. */

#define VOTERS_MAX 10000

static CharterAuditBody *
body_new (const CharterRuleData *rule,
          CharterAuditBasis      basis)
{
  CharterAuditBody *self = g_new0 (CharterAuditBody, 1);

  self->rule = rule;
  self->basis = basis;
  self->voters = g_array_new (FALSE, TRUE, sizeof (CharterAuditVoter));
  self->most = G_MAXUINT;

  return self;
}

void
charter_audit_body_free (CharterAuditBody *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->voters);
  g_free (self);
}

gboolean
charter_audit_among (const char *const *list,
                     const char        *word)
{
  return list != NULL && g_strv_contains (list, word);
}

gboolean
charter_audit_reaches (const CharterAuditBody  *body,
                       const CharterAuditVoter *voter,
                       const char              *who)
{
  if (strcmp (who, "partners") == 0 || strcmp (who, "persons") == 0)
    return TRUE;
  if (g_str_has_prefix (who, "role:"))
    return body->any_role || charter_audit_among (voter->roles, who + strlen ("role:"));
  if (g_str_has_prefix (who, "constituency:"))
    return body->any_constituency || charter_audit_among (voter->sorts, who + strlen ("constituency:"));

  return g_strcmp0 (voter->name, strchr (who, ':') + 1) == 0;
}

/* How many voters there can be at most, where each is named, or holds a role that one person
 * at a time can hold; G_MAXUINT. */
static guint
most_voters (const CharterDocumentData *charter,
             const CharterRuleData     *rule)
{
  guint most = 0;

  if (rule->voters == NULL)
    return G_MAXUINT;
  CHARTER_EACH_VALUE (rule->voters, who)
    {
      if (g_str_has_prefix (who->string, "role:"))
        {
          const CharterRoleData *role =
            charter_document_data_find_role (charter, who->string + strlen ("role:"));

          if (role == NULL || !role->one_holder || role->of_partner
              || rule->unit == CHARTER_UNIT_PARTNER)
            return G_MAXUINT;
        }
      else if (!g_str_has_prefix (who->string, "person:")
               && !g_str_has_prefix (who->string, "partner:"))
        return G_MAXUINT;
      most++;
    }

  return most;
}

CharterAuditBody *
charter_audit_body_of (const CharterDocumentData *charter,
                       const CharterRuleData     *rule,
                       guint                      n)
{
  CharterAuditBody *self = body_new (rule, CHARTER_AUDIT_NUMBER);

  self->any_constituency = self->any_role = TRUE;
  self->most = most_voters (charter, rule);
  g_array_set_size (self->voters, MIN (n, self->most));
  for (guint i = 0; i < self->voters->len; i++)
    g_array_index (self->voters, CharterAuditVoter, i).weight = 1;

  return self;
}

/* Reading what the caller states */

typedef struct
{
  CharterAuditWork *work;
  GArray           *voters;    /* CharterAuditVoter */
  GError          **error;
} Reading;

static gboolean
refuse (Reading    *self,
        int         code,
        const char *path,
        const char *format,
        ...) G_GNUC_PRINTF (4, 5);

static gboolean
refuse (Reading    *self,
        int         code,
        const char *path,
        const char *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (self->error, CHARTER_ERROR, code, "%s%s%s", path, *path != '\0' ? ": " : "", message);

  return FALSE;
}

static gboolean
check_constituency (Reading    *self,
                    const char *id,
                    const char *path)
{
  if (charter_document_data_find_constituency (self->work->charter, id) != NULL)
    return TRUE;

  return refuse (self, CHARTER_ERROR_REFERENCE, path, "There is no constituency “%s” in this charter",
                 id);
}

static gboolean
check_role (Reading    *self,
            const char *id,
            const char *path)
{
  if (charter_document_data_find_role (self->work->charter, id) != NULL)
    return TRUE;

  return refuse (self, CHARTER_ERROR_REFERENCE, path, "There is no role “%s” in this charter", id);
}

static gboolean
check_room (Reading    *self,
            gint64      more,
            const char *path)
{
  if (more >= 0 && more <= VOTERS_MAX && self->voters->len + (guint) more <= VOTERS_MAX)
    return TRUE;

  return refuse (self, CHARTER_ERROR_LIMIT, path, "Expected from 1 to %d voters in all", VOTERS_MAX);
}

static void
add_alike (Reading           *self,
           gint64             n,
           const char *const *constituencies)
{
  for (gint64 i = 0; i < n; i++)
    {
      CharterAuditVoter voter = { .weight = 1, .constituencies = constituencies,
                                  .sorts = constituencies };

      voter.name = charter_audit_printf (self->work, "voter-%u", self->voters->len + 1);
      g_array_append_val (self->voters, voter);
    }
}

static const char *const *
one_word (Reading    *self,
          const char *word)
{
  const char **list = charter_arena_alloc (self->work->arena, 2 * sizeof *list);

  list[0] = charter_arena_strndup (self->work->arena, word, strlen (word));
  list[1] = NULL;

  return list;
}

/* {"lived-experience": 3, "others": 4} */
static gboolean
read_numbers (Reading           *self,
              const CharterNode *node)
{
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    {
      const char *path = charter_audit_printf (self->work, "/%s", c->key);
      gboolean others = strcmp (c->key, "others") == 0;

      if (c->type != CHARTER_NODE_INTEGER)
        return refuse (self, CHARTER_ERROR_FORMAT, path, "Expected how many voters belong there");
      if ((!others && !check_constituency (self, c->key, path))
          || !check_room (self, c->integer, path))
        return FALSE;
      add_alike (self, c->integer, others ? NULL : one_word (self, c->key));
    }

  return TRUE;
}

typedef gboolean (*CheckWord) (Reading    *self,
                               const char *id,
                               const char *path);

static gboolean
read_words (Reading            *self,
            const CharterNode  *list,
            const char         *path,
            CheckWord           check,
            const char *const **out)
{
  const char **words;
  guint n = 0;

  if (list == NULL)
    return TRUE;
  if (list->type != CHARTER_NODE_ARRAY)
    return refuse (self, CHARTER_ERROR_FORMAT, path, "Expected a list of ids");
  words = charter_arena_alloc (self->work->arena, (list->length + 1) * sizeof *words);
  for (const CharterNode *v = charter_node_first (list); v != NULL; v = charter_node_next (list, v))
    {
      if (v->type != CHARTER_NODE_STRING)
        return refuse (self, CHARTER_ERROR_FORMAT, path, "Expected a list of ids");
      if (!check (self, v->string, path))
        return FALSE;
      words[n++] = v->string;
    }
  words[n] = NULL;
  *out = words;

  return TRUE;
}

static gboolean
check_members (Reading           *self,
               const CharterNode *node,
               const char        *path)
{
  static const char *const known[] = { "id", "weight", "constituencies", "roles", NULL };

  if (node->type != CHARTER_NODE_OBJECT)
    return refuse (self, CHARTER_ERROR_FORMAT, path,
                   "Expected an object with “id”, “weight”, “constituencies” and “roles”");
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    if (!g_strv_contains (known, c->key))
      return refuse (self, CHARTER_ERROR_FORMAT, path,
                     "Unknown member “%s”; a voter has “id”, “weight”, “constituencies” and “roles”",
                     c->key);

  return TRUE;
}

static gboolean
read_name (Reading           *self,
           const CharterNode *node,
           const char        *path,
           GHashTable        *names,
           CharterAuditVoter *out)
{
  const CharterNode *id = charter_node_member (node, "id");

  if (id == NULL)
    out->name = charter_audit_printf (self->work, "voter-%u", self->voters->len + 1);
  else if (id->type != CHARTER_NODE_STRING || !charter_id_is_valid (id->string, -1))
    return refuse (self, CHARTER_ERROR_VALUE, path, "Expected an id such as “north” under “id”");
  else
    out->name = id->string;
  if (!g_hash_table_add (names, (gpointer) out->name))
    return refuse (self, CHARTER_ERROR_ID_REUSED, path, "There is already a voter “%s”", out->name);

  return TRUE;
}

static gboolean
read_voter (Reading           *self,
            const CharterNode *node,
            const char        *path,
            GHashTable        *names)
{
  CharterAuditVoter voter = { .weight = 1 };
  const CharterNode *weight;

  if (!check_members (self, node, path) || !check_room (self, 1, path)
      || !read_name (self, node, path, names, &voter))
    return FALSE;
  weight = charter_node_member (node, "weight");
  if (weight != NULL && (weight->type != CHARTER_NODE_INTEGER || weight->integer < 0))
    return refuse (self, CHARTER_ERROR_VALUE, path,
                   "Expected a whole number from 0 under “weight”");
  voter.weight = weight != NULL ? weight->integer : 1;
  if (!read_words (self, charter_node_member (node, "constituencies"), path, check_constituency,
                   &voter.constituencies)
      || !read_words (self, charter_node_member (node, "roles"), path, check_role, &voter.roles))
    return FALSE;
  voter.sorts = voter.constituencies;
  voter.casters = one_word (self, voter.name);
  g_array_append_val (self->voters, voter);

  return TRUE;
}

/* [{"id": "north", "weight": 2, "constituencies": ["statutory"], "roles": ["chair"]}] */
static gboolean
read_list (Reading           *self,
           const CharterNode *node)
{
  g_autoptr(GHashTable) names = g_hash_table_new (charter_string_hash, g_str_equal);
  guint i = 0;

  for (const CharterNode *v = charter_node_first (node); v != NULL; v = charter_node_next (node, v))
    if (!read_voter (self, v, charter_audit_printf (self->work, "/%u", i++), names))
      return FALSE;

  return TRUE;
}

static gboolean
read_any (Reading           *self,
          const CharterNode *node)
{
  if (node->type == CHARTER_NODE_INTEGER)
    {
      self->work->basis = CHARTER_AUDIT_NUMBER;
      if (!check_room (self, node->integer, ""))
        return FALSE;
      add_alike (self, node->integer, NULL);
    }
  else if (node->type == CHARTER_NODE_OBJECT)
    {
      if (!read_numbers (self, node))
        return FALSE;
    }
  else if (node->type == CHARTER_NODE_ARRAY)
    {
      if (!read_list (self, node))
        return FALSE;
    }
  else
    return refuse (self, CHARTER_ERROR_FORMAT, "",
                   "Expected a number of voters, an object with how many belong to each "
                   "constituency, or a list of voters");
  if (self->voters->len == 0)
    return refuse (self, CHARTER_ERROR_VALUE, "", "Expected at least one voter");

  return TRUE;
}

/* Those whom the rule gives a vote. */
static CharterAuditBody *
body_among (CharterAuditWork      *work,
            const CharterRuleData *rule,
            GArray                *voters)
{
  CharterAuditBody *self = body_new (rule, work->basis);

  self->any_constituency = self->any_role = TRUE;
  for (guint i = 0; i < voters->len; i++)
    {
      const CharterAuditVoter *voter = &g_array_index (voters, CharterAuditVoter, i);

      self->any_constituency &= voter->constituencies == NULL;
      self->any_role &= voter->roles == NULL;
    }
  self->most = most_voters (work->charter, rule);
  for (guint i = 0; i < voters->len && self->voters->len < self->most; i++)
    {
      const CharterAuditVoter *voter = &g_array_index (voters, CharterAuditVoter, i);
      gboolean votes = rule->voters == NULL || work->basis == CHARTER_AUDIT_NUMBER;

      CHARTER_EACH_VALUE (rule->voters, who)
        votes = votes || charter_audit_reaches (self, voter, who->string);
      if (votes)
        g_array_append_val (self->voters, *voter);
    }

  return self;
}

gboolean
charter_audit_read_voters (CharterAuditWork  *self,
                           const char        *text,
                           GError           **error)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autoptr(GArray) voters = g_array_new (FALSE, TRUE, sizeof (CharterAuditVoter));
  Reading reading = { self, voters, error };
  const CharterNode *node = NULL;

  self->basis = text != NULL ? CHARTER_AUDIT_STATED : CHARTER_AUDIT_ANYBODY;
  if (text != NULL)
    {
      node = charter_json_read (self->arena, text, strlen (text), CHARTER_PROFILE_RECORD, 0, NULL,
                                problems);
      if (node == NULL)
        {
          charter_problems_to_error (problems, error);
          return FALSE;
        }
      if (!read_any (&reading, node))
        return FALSE;
    }
  for (guint i = 0; i < self->charter->n_rules; i++)
    {
      const CharterRuleData *rule = &self->charter->rules[i];

      if (text != NULL)
        g_ptr_array_add (self->bodies, body_among (self, rule, voters));
      else
        {
          CharterAuditBody *body = body_new (rule, CHARTER_AUDIT_ANYBODY);

          body->most = most_voters (self->charter, rule);
          g_ptr_array_add (self->bodies, body);
        }
    }

  return TRUE;
}
