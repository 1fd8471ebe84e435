/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-assessment.h>

#include "state/charter-string-table-private.h"
#include "uphold/charter-assessment-section-private.h"
#include "uphold/charter-finding-change-private.h"
#include "uphold/charter-finding-private.h"

#include <string.h>

/**
 * CharterAssessment:
 *
 * The answer to *Do we live by it?* for every clause of the charter in force: a list model of
 * [class@Charter.Finding] in the order of the charter.
 *
 * An assessment never changes. [method@Charter.Assessment.compare] tells which clauses rose or
 * fell since an earlier one.
 *
 * Since: 0.1
 */
struct _CharterAssessment
{
  GObject parent_instance;

  char        at[CHARTER_INSTANT_TEXT_SIZE];
  GPtrArray  *findings;     /* CharterFinding */
  GHashTable *by_clause;    /* id → CharterFinding, both borrowed */
  GListStore *sections;     /* CharterAssessmentSection */
  guint       counts[CHARTER_N_FINDING_STATUSES];
};

typedef enum
{
  PROP_AT = 1,
  PROP_SECTIONS,
  PROP_ITEM_TYPE,
  PROP_N_ITEMS
} CharterAssessmentProperty;

#define N_PROPS (PROP_N_ITEMS + 1)

static GParamSpec *properties[N_PROPS];

static GType
get_item_type (GListModel *model)
{
  return CHARTER_TYPE_FINDING;
}

static guint
get_n_items (GListModel *model)
{
  return CHARTER_ASSESSMENT (model)->findings->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CharterAssessment *self = CHARTER_ASSESSMENT (model);

  return position < self->findings->len ? g_object_ref (self->findings->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CharterAssessment, charter_assessment, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
charter_assessment_finalize (GObject *object)
{
  CharterAssessment *self = CHARTER_ASSESSMENT (object);

  g_hash_table_unref (self->by_clause);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->sections);

  G_OBJECT_CLASS (charter_assessment_parent_class)->finalize (object);
}

static void
charter_assessment_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  CharterAssessment *self = CHARTER_ASSESSMENT (object);

  switch ((CharterAssessmentProperty) id)
    {
    case PROP_AT:
      g_value_set_string (value, self->at);
      break;
    case PROP_SECTIONS:
      g_value_set_object (value, self->sections);
      break;
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, CHARTER_TYPE_FINDING);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->findings->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_assessment_class_init (CharterAssessmentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_assessment_finalize;
  object_class->get_property = charter_assessment_get_property;

  /**
   * CharterAssessment:at: (getter get_at)
   *
   * The instant asked about, in UTC.
   *
   * Since: 0.1
   */
  properties[PROP_AT] = g_param_spec_string ("at", NULL, NULL, NULL, flags);

  /**
   * CharterAssessment:sections: (getter get_sections)
   *
   * The sections of the charter with how their clauses came out.
   *
   * Since: 0.1
   */
  properties[PROP_SECTIONS] =
      g_param_spec_object ("sections", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * CharterAssessment:item-type:
   *
   * The type of the items, [class@Charter.Finding].
   *
   * Since: 0.1
   */
  properties[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, flags);

  /**
   * CharterAssessment:n-items:
   *
   * How many findings there are.
   *
   * Since: 0.1
   */
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_assessment_init (CharterAssessment *self)
{
  self->by_clause = g_hash_table_new (charter_string_hash, g_str_equal);
  self->sections = g_list_store_new (CHARTER_TYPE_ASSESSMENT_SECTION);
}

static void
add_section (CharterAssessment        *self,
             const CharterSectionData *section)
{
  g_autoptr(CharterAssessmentSection) counted =
      charter_assessment_section_new (section->id, section->title);

  for (guint i = section->first_clause; i < section->first_clause + section->n_clauses; i++)
    charter_assessment_section_add (counted, charter_finding_get_status (self->findings->pdata[i]));
  g_list_store_append (self->sections, counted);
}

CharterAssessment *
charter_assessment_new (gint64                     at,
                        const CharterDocumentData *charter,
                        GPtrArray                 *findings)
{
  CharterAssessment *self = g_object_new (CHARTER_TYPE_ASSESSMENT, NULL);

  charter_instant_format (at, self->at);
  self->findings = g_ptr_array_ref (findings);
  for (guint i = 0; i < findings->len; i++)
    {
      CharterFinding *finding = findings->pdata[i];

      self->counts[charter_finding_get_status (finding)]++;
      g_hash_table_insert (self->by_clause, (gpointer)charter_finding_get_clause (finding),
                           finding);
    }
  for (guint i = 0; i < charter->n_sections; i++)
    add_section (self, &charter->sections[i]);
  return self;
}

/**
 * charter_assessment_get_at: (get-property at)
 * @self: an assessment
 *
 * Gives the instant asked about.
 *
 * Returns: an instant, in UTC
 *
 * Since: 0.1
 */
const char *
charter_assessment_get_at (CharterAssessment *self)
{
  g_return_val_if_fail (CHARTER_IS_ASSESSMENT (self), NULL);

  return self->at;
}

/**
 * charter_assessment_get_count:
 * @self: an assessment
 * @status: a status
 *
 * Gives how many clauses came out so.
 *
 * Returns: a number
 *
 * Since: 0.1
 */
guint
charter_assessment_get_count (CharterAssessment    *self,
                              CharterFindingStatus  status)
{
  g_return_val_if_fail (CHARTER_IS_ASSESSMENT (self), 0);

  return (guint) status < CHARTER_N_FINDING_STATUSES ? self->counts[status] : 0;
}

/**
 * charter_assessment_get_sections: (get-property sections)
 * @self: an assessment
 *
 * Gives the sections of the charter with how their clauses came out.
 *
 * Returns: (transfer none): a list of [class@Charter.AssessmentSection]
 *
 * Since: 0.1
 */
GListModel *
charter_assessment_get_sections (CharterAssessment *self)
{
  g_return_val_if_fail (CHARTER_IS_ASSESSMENT (self), NULL);

  return G_LIST_MODEL (self->sections);
}

/**
 * charter_assessment_find:
 * @self: an assessment
 * @clause: the id of a clause
 *
 * Finds the finding for a clause.
 *
 * Returns: (transfer none) (nullable): a finding, %NULL where the charter has no such clause
 *
 * Since: 0.1
 */
CharterFinding *
charter_assessment_find (CharterAssessment *self,
                         const char        *clause)
{
  g_return_val_if_fail (CHARTER_IS_ASSESSMENT (self), NULL);

  return clause != NULL ? g_hash_table_lookup (self->by_clause, clause) : NULL;
}

static void
add_change (GListStore     *list,
            CharterFinding *earlier,
            CharterFinding *later)
{
  g_autoptr(CharterFindingChange) change = NULL;

  if (earlier != NULL && later != NULL
      && charter_finding_get_status (earlier) == charter_finding_get_status (later))
    return;
  change = charter_finding_change_new (earlier, later);
  g_list_store_append (list, change);
}

/**
 * charter_assessment_compare:
 * @self: an assessment
 * @earlier: an earlier one of the same partnership
 *
 * Compares with an earlier assessment: clauses whose status is another one now, and clauses
 * that are in one of the two charters only; in the order of this charter, those that are gone
 * last.
 *
 * Returns: (transfer full): a list of [class@Charter.FindingChange]
 *
 * Since: 0.1
 */
GListModel *
charter_assessment_compare (CharterAssessment *self,
                            CharterAssessment *earlier)
{
  GListStore *list;

  g_return_val_if_fail (CHARTER_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (CHARTER_IS_ASSESSMENT (earlier), NULL);

  list = g_list_store_new (CHARTER_TYPE_FINDING_CHANGE);
  for (guint i = 0; i < self->findings->len; i++)
    {
      CharterFinding *finding = self->findings->pdata[i];

      add_change (list, charter_assessment_find (earlier, charter_finding_get_clause (finding)),
                  finding);
    }
  for (guint i = 0; i < earlier->findings->len; i++)
    {
      CharterFinding *finding = earlier->findings->pdata[i];

      if (charter_assessment_find (self, charter_finding_get_clause (finding)) == NULL)
        add_change (list, finding, NULL);
    }
  return G_LIST_MODEL (list);
}

/* JSON */

static void
write_total (CharterAssessment *self,
             CharterBuilder    *builder)
{
  charter_builder_key (builder, "counts");
  charter_builder_begin_object (builder);
  for (guint i = 0; i < CHARTER_N_FINDING_STATUSES; i++)
    charter_builder_set_integer (builder, charter_finding_status_nick ((CharterFindingStatus)i),
                                 self->counts[i]);
  charter_builder_end (builder);
}

static void
write_section (CharterAssessmentSection *section,
               CharterBuilder           *builder)
{
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "id", charter_assessment_section_get_id (section));
  charter_builder_set_string (builder, "title", charter_assessment_section_get_title (section));
  charter_builder_key (builder, "counts");
  charter_builder_begin_object (builder);
  for (guint i = 0; i < CHARTER_N_FINDING_STATUSES; i++)
    charter_builder_set_integer (builder, charter_finding_status_nick ((CharterFindingStatus)i),
                                 charter_assessment_section_get_count (section,
                                                                       (CharterFindingStatus)i));
  charter_builder_end (builder);
  charter_builder_end (builder);
}

static void
write_sections (CharterAssessment *self,
                CharterBuilder    *builder)
{
  GListModel *sections = G_LIST_MODEL (self->sections);

  charter_builder_key (builder, "sections");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr(CharterAssessmentSection) section = g_list_model_get_item (sections, i);

      write_section (section, builder);
    }
  charter_builder_end (builder);
}

/**
 * charter_assessment_to_json:
 * @self: an assessment
 *
 * Writes the assessment in the shape that scenario files and `charter assess --json` use.
 *
 * Returns: (transfer full): JSON text in the form of RFC 8785
 *
 * Since: 0.1
 */
char *
charter_assessment_to_json (CharterAssessment *self)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  g_return_val_if_fail (CHARTER_IS_ASSESSMENT (self), NULL);

  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "at", self->at);
  write_total (self, builder);
  write_sections (self, builder);
  charter_builder_key (builder, "findings");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < self->findings->len; i++)
    charter_finding_build (self->findings->pdata[i], builder);
  charter_builder_end (builder);
  charter_builder_end (builder);
  return charter_builder_to_text (builder);
}
