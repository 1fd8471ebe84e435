/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-work-private.h"

#include "state/charter-string-table-private.h"

#include <gio/gio.h>
#include <string.h>

/* The work of an audit: what is looked at, in which order, and how it is said. */

CharterAuditWork *
charter_audit_work_new (CharterDocumentData *charter)
{
  CharterAuditWork *self = g_new0 (CharterAuditWork, 1);

  self->charter = charter_document_data_ref (charter);
  self->arena = charter_arena_new ();
  self->bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) charter_audit_body_free);
  self->acts = g_array_new (FALSE, FALSE, sizeof (CharterAuditAct));
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->powers = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
charter_audit_work_free (CharterAuditWork *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->bodies);
  g_array_unref (self->acts);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->powers);
  g_clear_pointer (&self->games, g_ptr_array_unref);
  g_free (self->at);
  charter_arena_unref (self->arena);
  charter_document_data_unref (self->charter);
  g_free (self);
}

/* Saying */

CharterAuditFinding *
charter_audit_say (CharterAuditWork     *self,
                   CharterAuditSentence  sentence,
                   const char           *path,
                   ...)
{
  const char *arguments[8] = { NULL };
  CharterAuditFinding *finding;
  va_list args;
  guint n = 0;

  va_start (args, path);
  for (const char *arg = va_arg (args, const char *); arg != NULL; arg = va_arg (args, const char *))
    {
      g_assert (n < G_N_ELEMENTS (arguments));
      arguments[n++] = arg;
    }
  va_end (args);
  finding = charter_audit_finding_new (sentence, path, arguments);
  g_ptr_array_add (self->findings, finding);

  return finding;
}

const char *
charter_audit_printf (CharterAuditWork *self,
                      const char       *format,
                      ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  return charter_arena_strndup (self->arena, text, strlen (text));
}

const char *
charter_audit_number (CharterAuditWork *self,
                      gint64            n)
{
  return charter_audit_printf (self, "%" G_GINT64_FORMAT, n);
}

const char *
charter_audit_fraction (CharterAuditWork      *self,
                        const CharterFraction *value)
{
  g_autofree char *text = charter_fraction_to_string (value);

  return charter_arena_strndup (self->arena, text, strlen (text));
}

const char *
charter_audit_list (CharterAuditWork *self,
                    GPtrArray        *names,
                    guint             most)
{
  g_autoptr(GString) out = g_string_new (NULL);
  guint shown = most > 0 && names->len > most + 1 ? most : names->len;

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", (const char *) names->pdata[i]);
  if (shown < names->len)
    g_string_append_printf (out, " … (%u)", names->len);

  return charter_arena_strndup (self->arena, out->str, out->len);
}

const char *
charter_audit_rule_path (CharterAuditWork      *self,
                         const CharterRuleData *rule,
                         const char            *below)
{
  return charter_audit_printf (self, "/rules/%u%s", (guint) (rule - self->charter->rules), below);
}

const char *
charter_audit_role_path (CharterAuditWork      *self,
                         const CharterRoleData *role,
                         const char            *below)
{
  return charter_audit_printf (self, "/roles/%u%s", (guint) (role - self->charter->roles), below);
}

/* Looking */

static gboolean
look_at_body (CharterAuditWork       *self,
              const CharterAuditBody *body,
              GError                **error)
{
  charter_audit_look_at_rule (self, body);
  charter_audit_look_for_clashes (self, body->rule);
  charter_audit_look_at_early (self, body->rule);
  charter_audit_look_at_absences (self, body);
  charter_audit_look_at_ties (self, body);

  return charter_audit_look_at_power (self, body, error);
}

static gboolean
look_at_rules (CharterAuditWork *self,
               GError          **error)
{
  for (guint i = 0; i < self->bodies->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !look_at_body (self, self->bodies->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/* What holds for several rules alike is said once. */
static void
merge (CharterAuditWork *self)
{
  g_autoptr(GHashTable) said = g_hash_table_new_full (charter_string_hash, g_str_equal, g_free, NULL);
  GPtrArray *merged = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->findings->len; i++)
    {
      CharterAuditFinding *finding = self->findings->pdata[i];
      char *key = charter_audit_finding_dup_key (finding);
      CharterAuditFinding *same = key != NULL ? g_hash_table_lookup (said, key) : NULL;

      if (same != NULL)
        charter_audit_finding_merge (same, finding);
      else
        g_ptr_array_add (merged, g_object_ref (finding));
      if (same == NULL && key != NULL)
        g_hash_table_insert (said, key, finding);
      else
        g_free (key);
    }
  g_ptr_array_unref (self->findings);
  self->findings = merged;
}

gboolean
charter_audit_work_run (CharterAuditWork *self,
                        GError          **error)
{
  if (!look_at_rules (self, error))
    return FALSE;
  merge (self);
  charter_audit_look_at_decisions (self);
  charter_audit_look_at_policy (self);
  charter_audit_look_at_roles (self);
  charter_audit_look_at_acts (self);
  charter_audit_look_at_times (self);
  charter_audit_look_at_clauses (self);
  charter_audit_look_for_unused (self);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

CharterAudit *
charter_audit_work_finish (CharterAuditWork *self)
{
  static const char *const kinds[] = { "anybody", "number", "stated", "members" };

  return charter_audit_new (self->charter, kinds[self->basis], self->at, self->findings,
                            self->powers);
}
