/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-work-private.h"

#include "audit/charter-voting-power-private.h"

#include <string.h>

/**
 * CharterAudit:
 *
 * *Look before you sign*: a charter examined before anyone relies on it, or two versions of one
 * compared. A list model of [class@Charter.AuditFinding], those of rules first, in the order of
 * the charter.
 *
 * [func@Charter.Audit.document] examines a charter alone, for voters who are known or not;
 * [func@Charter.Audit.members] for the members whom a partnership has;
 * [func@Charter.Audit.compare] says what a new version changes.
 *
 * An audit never changes.
 *
 * Since: 0.1
 */
struct _CharterAudit
{
  GObject parent_instance;

  char       *kind, *at, *id, *version, *digest;
  GPtrArray  *findings;   /* CharterAuditFinding */
  GListStore *powers;     /* CharterVotingPower */
  guint       counts[3];
};

typedef enum
{
  PROP_KIND = 1,
  PROP_AT,
  PROP_POWERS,
  PROP_ITEM_TYPE,
  PROP_N_ITEMS
} CharterAuditProperty;

#define N_PROPS (PROP_N_ITEMS + 1)

static GParamSpec *properties[N_PROPS];

static GType
get_item_type (GListModel *model)
{
  return CHARTER_TYPE_AUDIT_FINDING;
}

static guint
get_n_items (GListModel *model)
{
  return CHARTER_AUDIT (model)->findings->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CharterAudit *self = CHARTER_AUDIT (model);

  return position < self->findings->len ? g_object_ref (self->findings->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CharterAudit, charter_audit, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
charter_audit_finalize (GObject *object)
{
  CharterAudit *self = CHARTER_AUDIT (object);

  g_free (self->kind);
  g_free (self->at);
  g_free (self->id);
  g_free (self->version);
  g_free (self->digest);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->powers);

  G_OBJECT_CLASS (charter_audit_parent_class)->finalize (object);
}

static void
charter_audit_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CharterAudit *self = CHARTER_AUDIT (object);

  switch ((CharterAuditProperty) id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_AT:
      g_value_set_string (value, self->at);
      break;
    case PROP_POWERS:
      g_value_set_object (value, self->powers);
      break;
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, CHARTER_TYPE_AUDIT_FINDING);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->findings->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_audit_class_init (CharterAuditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_audit_finalize;
  object_class->get_property = charter_audit_get_property;

  /**
   * CharterAudit:kind: (getter get_kind)
   *
   * For whom it was examined: `anybody`, `number`, `stated`, `members`; or `changes` where two
   * versions were compared.
   *
   * Since: 0.1
   */
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);

  /**
   * CharterAudit:at: (getter get_at)
   *
   * The instant as at which the members were taken, in UTC; %NULL without members.
   *
   * Since: 0.1
   */
  properties[PROP_AT] = g_param_spec_string ("at", NULL, NULL, NULL, flags);

  /**
   * CharterAudit:powers: (getter get_powers)
   *
   * How often each vote decides under each rule whose voters are known and whose power can be
   * worked out: a list of [class@Charter.VotingPower].
   *
   * Since: 0.1
   */
  properties[PROP_POWERS] = g_param_spec_object ("powers", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * CharterAudit:item-type:
   *
   * The type of the items, [class@Charter.AuditFinding].
   *
   * Since: 0.1
   */
  properties[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, flags);

  /**
   * CharterAudit:n-items:
   *
   * How many findings there are.
   *
   * Since: 0.1
   */
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_audit_init (CharterAudit *self)
{
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->powers = g_list_store_new (CHARTER_TYPE_VOTING_POWER);
}

CharterAudit *
charter_audit_new (CharterDocumentData *charter,
                   const char          *kind,
                   const char          *at,
                   GPtrArray           *findings,
                   GPtrArray           *powers)
{
  CharterAudit *self = g_object_new (CHARTER_TYPE_AUDIT, NULL);

  self->kind = g_strdup (kind);
  self->at = g_strdup (at);
  self->id = g_strdup (charter->id);
  self->version = g_strdup (charter->version);
  self->digest = g_strdup (charter_document_data_get_digest (charter));
  for (guint i = 0; i < findings->len; i++)
    {
      self->counts[charter_audit_finding_get_severity (findings->pdata[i])]++;
      g_ptr_array_add (self->findings, g_object_ref (findings->pdata[i]));
    }
  g_list_store_splice (self->powers, 0, 0, powers->pdata, powers->len);

  return self;
}

/**
 * charter_audit_get_kind: (get-property kind)
 * @self: an audit
 *
 * Says for whom the charter was examined: `anybody` (statements hold for any number of voters),
 * `number` (of voters alike), `stated` (by the caller) or `members` (of a record); or `changes`
 * where two versions were compared.
 *
 * Returns: one of these words
 *
 * Since: 0.1
 */
const char *
charter_audit_get_kind (CharterAudit *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT (self), NULL);

  return self->kind;
}

/**
 * charter_audit_get_at: (get-property at)
 * @self: an audit
 *
 * Gives the instant as at which the members were taken.
 *
 * Returns: (nullable): an instant in UTC, %NULL without members
 *
 * Since: 0.1
 */
const char *
charter_audit_get_at (CharterAudit *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT (self), NULL);

  return self->at;
}

/**
 * charter_audit_get_count:
 * @self: an audit
 * @severity: a severity
 *
 * Gives how many findings matter so much.
 *
 * Returns: a number
 *
 * Since: 0.1
 */
guint
charter_audit_get_count (CharterAudit         *self,
                         CharterAuditSeverity  severity)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT (self), 0);

  return (guint) severity < G_N_ELEMENTS (self->counts) ? self->counts[severity] : 0;
}

/**
 * charter_audit_get_powers: (get-property powers)
 * @self: an audit
 *
 * Gives how often each vote decides, rule by rule in the order of the charter: under each rule
 * whose voters are known and whose power can be worked out exactly.
 *
 * Returns: (transfer none): a list of [class@Charter.VotingPower]
 *
 * Since: 0.1
 */
GListModel *
charter_audit_get_powers (CharterAudit *self)
{
  g_return_val_if_fail (CHARTER_IS_AUDIT (self), NULL);

  return G_LIST_MODEL (self->powers);
}

/**
 * charter_audit_list_codes:
 *
 * Lists the codes that findings can have. `doc/audit.md` explains each.
 *
 * Returns: (transfer full) (array zero-terminated=1): codes in alphabetical order
 *
 * Since: 0.1
 */
char **
charter_audit_list_codes (void)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < CHARTER_N_AUDIT_SENTENCES; i++)
    {
      const char *code = charter_audit_sentences[i].message.code;
      guint at = 0;

      while (at < codes->len && strcmp (codes->pdata[at], code) < 0)
        at++;
      if (at == codes->len || strcmp (codes->pdata[at], code) != 0)
        g_ptr_array_insert (codes, (int) at, (gpointer) code);
    }
  g_ptr_array_add (codes, NULL);

  return g_strdupv ((char **) codes->pdata);
}

/* JSON */

static void
write_charter (CharterAudit   *self,
               CharterBuilder *builder)
{
  charter_builder_key (builder, "charter");
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "digest", self->digest);
  charter_builder_set_string (builder, "id", self->id);
  charter_builder_set_string (builder, "version", self->version);
  charter_builder_end (builder);
}

static void
write_counts (CharterAudit   *self,
              CharterBuilder *builder)
{
  charter_builder_key (builder, "counts");
  charter_builder_begin_object (builder);
  charter_builder_set_integer (builder, "error", self->counts[CHARTER_AUDIT_SEVERITY_ERROR]);
  charter_builder_set_integer (builder, "note", self->counts[CHARTER_AUDIT_SEVERITY_NOTE]);
  charter_builder_set_integer (builder, "warning", self->counts[CHARTER_AUDIT_SEVERITY_WARNING]);
  charter_builder_end (builder);
}

static void
write_powers (CharterAudit   *self,
              CharterBuilder *builder)
{
  GListModel *powers = G_LIST_MODEL (self->powers);

  charter_builder_key (builder, "powers");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (powers); i++)
    {
      g_autoptr(CharterVotingPower) power = g_list_model_get_item (powers, i);

      charter_voting_power_build (power, builder);
    }
  charter_builder_end (builder);
}

/**
 * charter_audit_to_json:
 * @self: an audit
 *
 * Writes the audit in the shape that `charter audit --json` prints, described in
 * `doc/audit.md`.
 *
 * Returns: (transfer full): JSON text in the form of RFC 8785
 *
 * Since: 0.1
 */
char *
charter_audit_to_json (CharterAudit *self)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  g_return_val_if_fail (CHARTER_IS_AUDIT (self), NULL);

  charter_builder_begin_object (builder);
  if (self->at != NULL)
    charter_builder_set_string (builder, "at", self->at);
  write_charter (self, builder);
  write_counts (self, builder);
  charter_builder_key (builder, "findings");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < self->findings->len; i++)
    charter_audit_finding_build (self->findings->pdata[i], builder);
  charter_builder_end (builder);
  charter_builder_set_string (builder, "kind", self->kind);
  write_powers (self, builder);
  charter_builder_end (builder);

  return charter_builder_to_text (builder);
}
