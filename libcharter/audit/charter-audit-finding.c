/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-work-private.h"

#include "state/charter-view-private.h"

#include <string.h>

/**
 * CharterAuditFinding:
 *
 * One thing that whoever signs a charter should know: what it is, how much it matters, with its
 * numbers, and what could be done about it.
 *
 * [property@Charter.AuditFinding:code] is stable and short, such as `unreachable-quorum`;
 * several findings of an audit may have the same one.
 *
 * Since: 0.1
 */
struct _CharterAuditFinding
{
  GObject parent_instance;

  CharterAuditSentence  sentence;
  char                 *arguments[8];   /* of the message and of the suggestion; [0] is the rules'
                                           where there are any */
  char                 *path, *role, *clause, *message, *suggestion;
  GPtrArray            *rules;          /* char *, NULL-terminated */
  GStrv                 who;
  CharterReasons       *reasons;
  GListModel           *model;          /* made when asked for */
};

typedef enum
{
  PROP_CODE = 1,
  PROP_SEVERITY,
  PROP_MESSAGE,
  PROP_SUGGESTION,
  PROP_PATH,
  PROP_RULES,
  PROP_ROLE,
  PROP_CLAUSE,
  PROP_WHO,
  PROP_REASONS
} CharterAuditFindingProperty;

#define N_PROPS (PROP_REASONS + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterAuditFinding, charter_audit_finding, G_TYPE_OBJECT)

static void
charter_audit_finding_finalize (GObject *object)
{
  CharterAuditFinding *self = CHARTER_AUDIT_FINDING (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->arguments); i++)
    g_free (self->arguments[i]);
  g_free (self->path);
  g_free (self->role);
  g_free (self->clause);
  g_free (self->message);
  g_free (self->suggestion);
  g_ptr_array_unref (self->rules);
  g_strfreev (self->who);
  charter_reasons_unref (self->reasons);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (charter_audit_finding_parent_class)->finalize (object);
}

static void
charter_audit_finding_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  CharterAuditFinding *self = CHARTER_AUDIT_FINDING (object);

  switch ((CharterAuditFindingProperty) id)
    {
    case PROP_CODE:
      g_value_set_string (value, charter_audit_finding_get_code (self));
      break;
    case PROP_SEVERITY:
      g_value_set_enum (value, charter_audit_finding_get_severity (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, charter_audit_finding_get_message (self));
      break;
    case PROP_SUGGESTION:
      g_value_set_string (value, charter_audit_finding_get_suggestion (self));
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_RULES:
      g_value_set_boxed (value, self->rules->pdata);
      break;
    case PROP_ROLE:
      g_value_set_string (value, self->role);
      break;
    case PROP_CLAUSE:
      g_value_set_string (value, self->clause);
      break;
    case PROP_WHO:
      g_value_set_boxed (value, self->who);
      break;
    case PROP_REASONS:
      g_value_set_object (value, charter_audit_finding_get_reasons (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

#define FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

/* What it is about. */
static void
install_subjects (void)
{
  /**
   * CharterAuditFinding:path: (getter get_path)
   *
   * Where it stands in the charter, as a JSON Pointer; empty for the charter as a whole.
   *
   * Since: 0.1
   */
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, FLAGS);

  /**
   * CharterAuditFinding:rules: (getter get_rules)
   *
   * The decision rules for which it holds.
   *
   * Since: 0.1
   */
  properties[PROP_RULES] = g_param_spec_boxed ("rules", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CharterAuditFinding:role: (getter get_role)
   *
   * The role that it is about, %NULL if it is about none.
   *
   * Since: 0.1
   */
  properties[PROP_ROLE] = g_param_spec_string ("role", NULL, NULL, NULL, FLAGS);

  /**
   * CharterAuditFinding:clause: (getter get_clause)
   *
   * The clause that it is about or that stands behind the rule or role, %NULL if there is none.
   *
   * Since: 0.1
   */
  properties[PROP_CLAUSE] = g_param_spec_string ("clause", NULL, NULL, NULL, FLAGS);

  /**
   * CharterAuditFinding:who: (getter get_who)
   *
   * The persons or voters whom it is about.
   *
   * Since: 0.1
   */
  properties[PROP_WHO] = g_param_spec_boxed ("who", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CharterAuditFinding:reasons: (getter get_reasons)
   *
   * The arithmetic behind it, a list of [class@Charter.Reason], which may be empty.
   *
   * Since: 0.1
   */
  properties[PROP_REASONS] = g_param_spec_object ("reasons", NULL, NULL, G_TYPE_LIST_MODEL, FLAGS);
}

static void
charter_audit_finding_class_init (CharterAuditFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = charter_audit_finding_finalize;
  object_class->get_property = charter_audit_finding_get_property;

  /**
   * CharterAuditFinding:code: (getter get_code)
   *
   * The stable code of what was found, such as `unreachable-quorum`.
   *
   * Since: 0.1
   */
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, FLAGS);

  /**
   * CharterAuditFinding:severity: (getter get_severity)
   *
   * How much it matters.
   *
   * Since: 0.1
   */
  properties[PROP_SEVERITY] = g_param_spec_enum ("severity", NULL, NULL,
                                                 CHARTER_TYPE_AUDIT_SEVERITY,
                                                 CHARTER_AUDIT_SEVERITY_ERROR, FLAGS);

  /**
   * CharterAuditFinding:message: (getter get_message)
   *
   * What was found, in one or two sentences.
   *
   * Since: 0.1
   */
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, FLAGS);

  /**
   * CharterAuditFinding:suggestion: (getter get_suggestion)
   *
   * What could be done, %NULL if nothing need be.
   *
   * Since: 0.1
   */
  properties[PROP_SUGGESTION] = g_param_spec_string ("suggestion", NULL, NULL, NULL, FLAGS);

  install_subjects ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_audit_finding_init (CharterAuditFinding *self)
{
  self->rules = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->rules, NULL);
  self->who = g_new0 (char *, 1);
  self->reasons = charter_reasons_new ();
}

/* Making one */

CharterAuditFinding *
charter_audit_finding_new (CharterAuditSentence  sentence,
                           const char           *path,
                           const char *const     arguments[8])
{
  CharterAuditFinding *self = g_object_new (CHARTER_TYPE_AUDIT_FINDING, NULL);

  self->sentence = sentence;
  self->path = g_strdup (path);
  for (guint i = 0; i < 8 && arguments[i] != NULL; i++)
    self->arguments[i] = g_strdup (arguments[i]);

  return self;
}

void
charter_audit_finding_reckon (CharterAuditFinding    *self,
                              CharterAuditArithmetic  sentence,
                              ...)
{
  const char *a[8] = { NULL };
  va_list args;
  guint n = 0;

  va_start (args, sentence);
  for (const char *arg = va_arg (args, const char *); arg != NULL; arg = va_arg (args, const char *))
    {
      g_assert (n < G_N_ELEMENTS (a));
      a[n++] = arg;
    }
  va_end (args);
  charter_reasons_add (self->reasons, 0, &charter_audit_arithmetic[sentence], NULL,
                       a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], NULL);
}

static void
add_rule (CharterAuditFinding *self,
          const char          *rule)
{
  g_ptr_array_insert (self->rules, (int) self->rules->len - 1, g_strdup (rule));
}

void
charter_audit_finding_set_rule (CharterAuditFinding *self,
                                const char          *rule,
                                const char          *clause)
{
  add_rule (self, rule);
  charter_audit_finding_set_clause (self, clause);
}

void
charter_audit_finding_set_role (CharterAuditFinding *self,
                                const char          *role,
                                const char          *clause)
{
  self->role = g_strdup (role);
  charter_audit_finding_set_clause (self, clause);
}

void
charter_audit_finding_set_clause (CharterAuditFinding *self,
                                  const char          *clause)
{
  g_free (self->clause);
  self->clause = g_strdup (clause);
}

void
charter_audit_finding_set_who (CharterAuditFinding *self,
                               GPtrArray           *names)
{
  g_strfreev (self->who);
  self->who = g_new0 (char *, names->len + 1);
  for (guint i = 0; i < names->len; i++)
    self->who[i] = g_strdup (names->pdata[i]);
}

char *
charter_audit_finding_dup_key (CharterAuditFinding *self)
{
  GString *key;

  if (self->rules->len < 2)
    return NULL;
  key = g_string_new (NULL);
  g_string_append_printf (key, "%d\n%s", self->sentence, self->role != NULL ? self->role : "");
  for (guint i = 1; i < G_N_ELEMENTS (self->arguments) && self->arguments[i] != NULL; i++)
    g_string_append_printf (key, "\n%s", self->arguments[i]);

  return g_string_free (key, FALSE);
}

void
charter_audit_finding_merge (CharterAuditFinding *self,
                             CharterAuditFinding *other)
{
  for (guint i = 0; i + 1 < other->rules->len; i++)
    add_rule (self, other->rules->pdata[i]);
}

/* Reading */

/* The rules take the place of the argument that is the first of them, or left empty for them. */
static char *
quoted_rules (CharterAuditFinding *self)
{
  g_autofree char *list = NULL;

  if (self->rules->len < 2 || (self->arguments[0][0] != '\0'
                               && strcmp (self->arguments[0], self->rules->pdata[0]) != 0))
    return NULL;
  list = g_strjoinv ("”, “", (char **) self->rules->pdata);

  return g_strconcat ("“", list, "”", NULL);
}

static char *
render (CharterAuditFinding     *self,
        const CharterReasonType *type,
        gboolean                 translated)
{
  g_autoptr(CharterReasons) once = charter_reasons_new ();
  g_autofree char *rules = quoted_rules (self);
  char **a = self->arguments;
  CharterReasonId id;

  if (*type->text == '\0')
    return NULL;
  id = charter_reasons_add (once, 0, type, NULL, rules != NULL ? rules : a[0], a[1], a[2], a[3],
                            a[4], a[5], a[6], a[7], NULL);

  return charter_reasons_render (once, id, translated);
}

/**
 * charter_audit_finding_get_code: (get-property code)
 * @self: a finding
 *
 * Gives the stable code of what was found.
 *
 * Returns: a code, such as `unreachable-quorum`
 *
 * Since: 0.1
 */
const char *
charter_audit_finding_get_code (CharterAuditFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT_FINDING (self), NULL);

  return charter_audit_sentences[self->sentence].message.code;
}

/**
 * charter_audit_finding_get_severity: (get-property severity)
 * @self: a finding
 *
 * Says how much it matters.
 *
 * Returns: the severity
 *
 * Since: 0.1
 */
CharterAuditSeverity
charter_audit_finding_get_severity (CharterAuditFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT_FINDING (self), CHARTER_AUDIT_SEVERITY_NOTE);

  return charter_audit_sentences[self->sentence].severity;
}

/**
 * charter_audit_finding_get_message: (get-property message)
 * @self: a finding
 *
 * Says what was found, the same bytes in every locale.
 *
 * Returns: one or two sentences
 *
 * Since: 0.1
 */
const char *
charter_audit_finding_get_message (CharterAuditFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT_FINDING (self), NULL);

  if (self->message == NULL)
    self->message = render (self, &charter_audit_sentences[self->sentence].message, FALSE);

  return self->message;
}

/**
 * charter_audit_finding_get_suggestion: (get-property suggestion)
 * @self: a finding
 *
 * Says what could be done, the same bytes in every locale.
 *
 * Returns: (nullable): a sentence, %NULL if nothing need be done
 *
 * Since: 0.1
 */
const char *
charter_audit_finding_get_suggestion (CharterAuditFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT_FINDING (self), NULL);

  if (self->suggestion == NULL)
    self->suggestion = render (self, &charter_audit_sentences[self->sentence].suggestion, FALSE);

  return self->suggestion;
}

/**
 * charter_audit_finding_dup_localized_message:
 * @self: a finding
 *
 * Says what was found, in the language of the user.
 *
 * Returns: (transfer full): one or two sentences
 *
 * Since: 0.1
 */
char *
charter_audit_finding_dup_localized_message (CharterAuditFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT_FINDING (self), NULL);

  return render (self, &charter_audit_sentences[self->sentence].message, TRUE);
}

/**
 * charter_audit_finding_dup_localized_suggestion:
 * @self: a finding
 *
 * Says what could be done, in the language of the user.
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL if nothing need be done
 *
 * Since: 0.1
 */
char *
charter_audit_finding_dup_localized_suggestion (CharterAuditFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT_FINDING (self), NULL);

  return render (self, &charter_audit_sentences[self->sentence].suggestion, TRUE);
}

/**
 * charter_audit_finding_get_path: (get-property path)
 * @self: a finding
 *
 * Says where it stands in the charter: in the newer one, where two are compared, unless it
 * stands in the older one only.
 *
 * Returns: a JSON Pointer, empty for the charter as a whole
 *
 * Since: 0.1
 */
const char *
charter_audit_finding_get_path (CharterAuditFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT_FINDING (self), NULL);

  return self->path;
}

/**
 * charter_audit_finding_get_rules: (get-property rules)
 * @self: a finding
 *
 * Gives the decision rules for which it holds.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of rules in the order of the charter,
 *   empty if it is about none
 *
 * Since: 0.1
 */
const char *const *
charter_audit_finding_get_rules (CharterAuditFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT_FINDING (self), NULL);

  return (const char *const *) self->rules->pdata;
}

/**
 * charter_audit_finding_get_role: (get-property role)
 * @self: a finding
 *
 * Gives the role that it is about.
 *
 * Returns: (nullable): the id of a role, %NULL if it is about none
 *
 * Since: 0.1
 */
const char *
charter_audit_finding_get_role (CharterAuditFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT_FINDING (self), NULL);

  return self->role;
}

/**
 * charter_audit_finding_get_clause: (get-property clause)
 * @self: a finding
 *
 * Gives the clause that it is about, or that stands behind the rule or role.
 *
 * Returns: (nullable): the id of a clause, %NULL if there is none
 *
 * Since: 0.1
 */
const char *
charter_audit_finding_get_clause (CharterAuditFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT_FINDING (self), NULL);

  return self->clause;
}

/**
 * charter_audit_finding_get_who: (get-property who)
 * @self: a finding
 *
 * Gives the persons or voters whom it is about.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids, empty if it is about nobody
 *
 * Since: 0.1
 */
const char *const *
charter_audit_finding_get_who (CharterAuditFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT_FINDING (self), NULL);

  return (const char *const *) self->who;
}

/**
 * charter_audit_finding_get_reasons: (get-property reasons)
 * @self: a finding
 *
 * Gives the arithmetic behind it.
 *
 * Returns: (transfer none): a list of [class@Charter.Reason], which may be empty
 *
 * Since: 0.1
 */
GListModel *
charter_audit_finding_get_reasons (CharterAuditFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT_FINDING (self), NULL);

  if (self->model == NULL)
    self->model = charter_reasons_to_model (self->reasons);

  return self->model;
}

/* JSON */

static const char *
severity_nick (CharterAuditSeverity severity)
{
  static const char *const nicks[] = { "error", "warning", "note" };

  return nicks[severity];
}

void
charter_audit_finding_build (CharterAuditFinding *self,
                             CharterBuilder      *builder)
{
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "code", charter_audit_finding_get_code (self));
  charter_builder_set_string (builder, "severity",
                              severity_nick (charter_audit_finding_get_severity (self)));
  charter_builder_set_string (builder, "message", charter_audit_finding_get_message (self));
  if (charter_audit_finding_get_suggestion (self) != NULL)
    charter_builder_set_string (builder, "suggestion", self->suggestion);
  charter_builder_set_string (builder, "path", self->path);
  if (self->rules->len > 1)
    charter_builder_set_strv (builder, "rules", charter_audit_finding_get_rules (self));
  if (self->role != NULL)
    charter_builder_set_string (builder, "role", self->role);
  if (self->clause != NULL)
    charter_builder_set_string (builder, "clause", self->clause);
  if (self->who[0] != NULL)
    charter_builder_set_strv (builder, "who", charter_audit_finding_get_who (self));
  if (charter_reasons_count (self->reasons) > 0)
    {
      charter_builder_key (builder, "reasons");
      charter_reasons_build (self->reasons, builder);
    }
  charter_builder_end (builder);
}

/**
 * charter_audit_finding_to_json:
 * @self: a finding
 *
 * Writes the finding as it stands in [method@Charter.Audit.to_json].
 *
 * Returns: (transfer full): JSON text in the form of RFC 8785
 *
 * Since: 0.1
 */
char *
charter_audit_finding_to_json (CharterAuditFinding *self)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  g_return_val_if_fail (CHARTER_IS_AUDIT_FINDING (self), NULL);

  charter_audit_finding_build (self, builder);

  return charter_builder_to_text (builder);
}
