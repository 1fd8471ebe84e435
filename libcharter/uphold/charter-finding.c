/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-finding-private.h"

#include "state/charter-view-private.h"
#include "uphold/charter-measure-private.h"

/**
 * CharterFinding:
 *
 * The answer to *Do we live by it?* for one clause at one time.
 *
 * [property@Charter.Finding:status] is upheld, partly, not-upheld, no-evidence or
 * indeterminate; "no evidence" is never folded into either side. A clause has checks of the
 * record and questions put to people. It is not upheld if one of them is not;
 * indeterminate if one of them is; no-evidence if none of them has any; upheld if all are and
 * no sign speaks against; partly otherwise. The [property@Charter.Finding:reasons] give each
 * part with its numbers, [property@Charter.Finding:measures] the figures alone.
 *
 * Offending and satisfying cases are entries, or members of a set: each has the seq of its
 * entry (of the one by which a member joined) and an id: of the thing that the entry made, of
 * the member, or of the entry itself.
 *
 * Since: 0.1
 */
struct _CharterFinding
{
  GObject parent_instance;

  CharterFindingData *data;
  GListModel         *reasons;        /* NULL until it is read */
  GListModel         *measures;       /* NULL until it is read */
  char                fresh_until[CHARTER_DATE_TEXT_SIZE];
};

typedef enum
{
  PROP_CLAUSE = 1,
  PROP_SECTION,
  PROP_STATUS,
  PROP_SUMMARY,
  PROP_REASONS,
  PROP_MEASURES,
  PROP_N_OFFENDING,
  PROP_N_SATISFYING,
  PROP_FRESH_UNTIL,
  PROP_RESTORE
} CharterFindingProperty;

#define N_PROPS (PROP_RESTORE + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterFinding, charter_finding, G_TYPE_OBJECT)

static void
charter_finding_finalize (GObject *object)
{
  CharterFinding *self = CHARTER_FINDING (object);

  g_clear_pointer (&self->data, charter_finding_data_free);
  g_clear_object (&self->reasons);
  g_clear_object (&self->measures);

  G_OBJECT_CLASS (charter_finding_parent_class)->finalize (object);
}

static void
charter_finding_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CharterFinding *self = CHARTER_FINDING (object);

  switch ((CharterFindingProperty) id)
    {
    case PROP_CLAUSE:
      g_value_set_string (value, self->data->clause);
      break;
    case PROP_SECTION:
      g_value_set_string (value, self->data->section);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, (int) self->data->status);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->data->summary);
      break;
    case PROP_REASONS:
      g_value_set_object (value, charter_finding_get_reasons (self));
      break;
    case PROP_MEASURES:
      g_value_set_object (value, charter_finding_get_measures (self));
      break;
    case PROP_N_OFFENDING:
      g_value_set_uint (value, self->data->offending->len);
      break;
    case PROP_N_SATISFYING:
      g_value_set_uint (value, self->data->satisfying->len);
      break;
    case PROP_FRESH_UNTIL:
      g_value_set_string (value, charter_finding_get_fresh_until (self));
      break;
    case PROP_RESTORE:
      g_value_set_string (value, self->data->restore);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_counts (GParamFlags flags)
{
  /**
   * CharterFinding:n-offending: (getter get_n_offending)
   *
   * How many cases speak against the clause.
   *
   * Since: 0.1
   */
  properties[PROP_N_OFFENDING] =
      g_param_spec_uint ("n-offending", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * CharterFinding:n-satisfying: (getter get_n_satisfying)
   *
   * How many cases speak for the clause.
   *
   * Since: 0.1
   */
  properties[PROP_N_SATISFYING] =
      g_param_spec_uint ("n-satisfying", NULL, NULL, 0, G_MAXUINT, 0, flags);
}

static void
charter_finding_class_init (CharterFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_finding_finalize;
  object_class->get_property = charter_finding_get_property;

  /**
   * CharterFinding:clause: (getter get_clause)
   *
   * The id of the clause.
   *
   * Since: 0.1
   */
  properties[PROP_CLAUSE] = g_param_spec_string ("clause", NULL, NULL, NULL, flags);

  /**
   * CharterFinding:section: (getter get_section)
   *
   * The id of the section that the clause stands in.
   *
   * Since: 0.1
   */
  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, flags);

  /**
   * CharterFinding:status: (getter get_status)
   *
   * How the clause is lived.
   *
   * Since: 0.1
   */
  properties[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, CHARTER_TYPE_FINDING_STATUS,
                                               CHARTER_FINDING_STATUS_NO_EVIDENCE, flags);

  /**
   * CharterFinding:summary: (getter get_summary)
   *
   * One sentence for people: what the status rests on.
   *
   * Since: 0.1
   */
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);

  /**
   * CharterFinding:reasons: (getter get_reasons)
   *
   * The proof: each part of the clause with its numbers.
   *
   * Since: 0.1
   */
  properties[PROP_REASONS] = g_param_spec_object ("reasons", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * CharterFinding:measures: (getter get_measures)
   *
   * The figures, each with what it must reach.
   *
   * Since: 0.1
   */
  properties[PROP_MEASURES] =
      g_param_spec_object ("measures", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  install_counts (flags);

  /**
   * CharterFinding:fresh-until: (getter get_fresh_until)
   *
   * The date on which the first of its parts runs out of recent evidence.
   *
   * Since: 0.1
   */
  properties[PROP_FRESH_UNTIL] = g_param_spec_string ("fresh-until", NULL, NULL, NULL, flags);

  /**
   * CharterFinding:restore: (getter get_restore)
   *
   * What would restore the clause, in plain words; %NULL where it is upheld.
   *
   * Since: 0.1
   */
  properties[PROP_RESTORE] = g_param_spec_string ("restore", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_finding_init (CharterFinding *self)
{
}

CharterFinding *
charter_finding_new (CharterFindingData *data)
{
  CharterFinding *self = g_object_new (CHARTER_TYPE_FINDING, NULL);

  self->data = data;
  if (data->fresh_until != CHARTER_DATE_NONE)
    charter_date_format (data->fresh_until, self->fresh_until);
  return self;
}

const CharterFindingData *
charter_finding_get_data (CharterFinding *self)
{
  return self->data;
}

/**
 * charter_finding_get_clause: (get-property clause)
 * @self: a finding
 *
 * Gives the clause.
 *
 * Returns: the id of a clause
 *
 * Since: 0.1
 */
const char *
charter_finding_get_clause (CharterFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING (self), NULL);

  return self->data->clause;
}

/**
 * charter_finding_get_section: (get-property section)
 * @self: a finding
 *
 * Gives the section that the clause stands in.
 *
 * Returns: the id of a section
 *
 * Since: 0.1
 */
const char *
charter_finding_get_section (CharterFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING (self), NULL);

  return self->data->section;
}

/**
 * charter_finding_get_status: (get-property status)
 * @self: a finding
 *
 * Gives how the clause is lived.
 *
 * Returns: the status
 *
 * Since: 0.1
 */
CharterFindingStatus
charter_finding_get_status (CharterFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING (self), CHARTER_FINDING_STATUS_INDETERMINATE);

  return self->data->status;
}

/**
 * charter_finding_get_summary: (get-property summary)
 * @self: a finding
 *
 * Gives one sentence for people: what the status rests on.
 *
 * Returns: a sentence
 *
 * Since: 0.1
 */
const char *
charter_finding_get_summary (CharterFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING (self), NULL);

  return self->data->summary;
}

/**
 * charter_finding_get_reasons: (get-property reasons)
 * @self: a finding
 *
 * Gives the proof: each part of the clause with its numbers.
 *
 * Returns: (transfer none): a list of [class@Charter.Reason]
 *
 * Since: 0.1
 */
GListModel *
charter_finding_get_reasons (CharterFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING (self), NULL);

  if (self->reasons == NULL)
    self->reasons = charter_reasons_to_model (self->data->reasons);
  return self->reasons;
}

static GListModel *
make_measures (GArray *data)
{
  GListStore *store = g_list_store_new (CHARTER_TYPE_MEASURE);

  for (guint i = 0; i < data->len; i++)
    {
      g_autoptr(CharterMeasure) measure =
          charter_measure_new (&g_array_index (data, CharterMeasureData, i));

      g_list_store_append (store, measure);
    }
  return G_LIST_MODEL (store);
}

/**
 * charter_finding_get_measures: (get-property measures)
 * @self: a finding
 *
 * Gives the figures, each with what it must reach.
 *
 * Returns: (transfer none): a list of [class@Charter.Measure]
 *
 * Since: 0.1
 */
GListModel *
charter_finding_get_measures (CharterFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING (self), NULL);

  if (self->measures == NULL)
    self->measures = make_measures (self->data->measures);
  return self->measures;
}

/**
 * charter_finding_get_n_offending: (get-property n-offending)
 * @self: a finding
 *
 * Gives how many cases speak against the clause.
 *
 * Returns: a number
 *
 * Since: 0.1
 */
guint
charter_finding_get_n_offending (CharterFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING (self), 0);

  return self->data->offending->len;
}

static const CharterCaseData *
case_at (GArray *cases,
         guint   index)
{
  return index < cases->len ? &g_array_index (cases, CharterCaseData, index) : NULL;
}

/**
 * charter_finding_get_offending:
 * @self: a finding
 * @index: from 0
 *
 * Gives the entry of a case that speaks against the clause.
 *
 * Returns: a seq; 0 where there is no entry, or no such case
 *
 * Since: 0.1
 */
gint64
charter_finding_get_offending (CharterFinding *self,
                               guint           index)
{
  const CharterCaseData *one;

  g_return_val_if_fail (CHARTER_IS_FINDING (self), 0);

  one = case_at (self->data->offending, index);
  return one != NULL ? one->seq : 0;
}

/**
 * charter_finding_get_offending_id:
 * @self: a finding
 * @index: from 0
 *
 * Gives the id of a case that speaks against the clause.
 *
 * Returns: (nullable): an id, %NULL where there is no such case
 *
 * Since: 0.1
 */
const char *
charter_finding_get_offending_id (CharterFinding *self,
                                  guint           index)
{
  const CharterCaseData *one;

  g_return_val_if_fail (CHARTER_IS_FINDING (self), NULL);

  one = case_at (self->data->offending, index);
  return one != NULL ? one->id : NULL;
}

/**
 * charter_finding_get_n_satisfying: (get-property n-satisfying)
 * @self: a finding
 *
 * Gives how many cases speak for the clause.
 *
 * Returns: a number
 *
 * Since: 0.1
 */
guint
charter_finding_get_n_satisfying (CharterFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING (self), 0);

  return self->data->satisfying->len;
}

/**
 * charter_finding_get_satisfying:
 * @self: a finding
 * @index: from 0
 *
 * Gives the entry of a case that speaks for the clause.
 *
 * Returns: a seq; 0 where there is no entry, or no such case
 *
 * Since: 0.1
 */
gint64
charter_finding_get_satisfying (CharterFinding *self,
                                guint           index)
{
  const CharterCaseData *one;

  g_return_val_if_fail (CHARTER_IS_FINDING (self), 0);

  one = case_at (self->data->satisfying, index);
  return one != NULL ? one->seq : 0;
}

/**
 * charter_finding_get_satisfying_id:
 * @self: a finding
 * @index: from 0
 *
 * Gives the id of a case that speaks for the clause.
 *
 * Returns: (nullable): an id, %NULL where there is no such case
 *
 * Since: 0.1
 */
const char *
charter_finding_get_satisfying_id (CharterFinding *self,
                                   guint           index)
{
  const CharterCaseData *one;

  g_return_val_if_fail (CHARTER_IS_FINDING (self), NULL);

  one = case_at (self->data->satisfying, index);
  return one != NULL ? one->id : NULL;
}

/**
 * charter_finding_get_fresh_until: (get-property fresh-until)
 * @self: a finding
 *
 * Gives the date on which the first of its parts runs out of recent evidence.
 *
 * Returns: (nullable): a date, %NULL where nothing goes stale
 *
 * Since: 0.1
 */
const char *
charter_finding_get_fresh_until (CharterFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING (self), NULL);

  return self->data->fresh_until != CHARTER_DATE_NONE ? self->fresh_until : NULL;
}

/**
 * charter_finding_get_restore: (get-property restore)
 * @self: a finding
 *
 * Gives what would restore the clause, in plain words.
 *
 * Returns: (nullable): sentences, %NULL where it is upheld or nothing can be said
 *
 * Since: 0.1
 */
const char *
charter_finding_get_restore (CharterFinding *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING (self), NULL);

  return self->data->restore;
}

static void
write_cases (CharterBuilder *builder,
             const char     *name,
             GArray         *cases)
{
  charter_builder_key (builder, name);
  charter_builder_begin_array (builder);
  for (guint i = 0; i < cases->len; i++)
    charter_builder_string (builder, g_array_index (cases, CharterCaseData, i).id);
  charter_builder_end (builder);
}

static void
write_measures (CharterBuilder *builder,
                GArray         *measures)
{
  charter_builder_key (builder, "measures");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < measures->len; i++)
    {
      const CharterMeasureData *measure = &g_array_index (measures, CharterMeasureData, i);

      charter_builder_begin_object (builder);
      charter_builder_set_string (builder, "name", measure->name);
      charter_builder_set_fraction (builder, "value", &measure->value);
      charter_builder_set_fraction (builder, "needed", &measure->needed);
      if (measure->at_most)
        charter_builder_set_boolean (builder, "at-most", TRUE);
      charter_builder_set_boolean (builder, "holds", measure->holds);
      charter_builder_end (builder);
    }
  charter_builder_end (builder);
}

void
charter_finding_build (CharterFinding *self,
                       CharterBuilder *builder)
{
  const CharterFindingData *data = self->data;

  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "clause", data->clause);
  charter_builder_set_string (builder, "section", data->section);
  charter_builder_set_string (builder, "status", charter_finding_status_nick (data->status));
  charter_builder_set_string (builder, "summary", data->summary);
  write_measures (builder, data->measures);
  write_cases (builder, "offending", data->offending);
  write_cases (builder, "satisfying", data->satisfying);
  if (data->fresh_until != CHARTER_DATE_NONE)
    charter_builder_set_string (builder, "fresh-until", self->fresh_until);
  if (data->restore != NULL)
    charter_builder_set_string (builder, "restore", data->restore);
  charter_builder_key (builder, "reasons");
  charter_reasons_build (data->reasons, builder);
  charter_builder_end (builder);
}

const char *
charter_finding_status_nick (CharterFindingStatus status)
{
  static gsize klass;

  if (g_once_init_enter (&klass))
    g_once_init_leave (&klass, (gsize) g_type_class_ref (CHARTER_TYPE_FINDING_STATUS));
  return g_enum_get_value ((GEnumClass *) klass, (int) status)->value_nick;
}

/**
 * charter_finding_to_json:
 * @self: a finding
 *
 * Writes the finding in the shape that scenario files and `charter assess --json` use.
 *
 * Returns: (transfer full): JSON text in the form of RFC 8785
 *
 * Since: 0.1
 */
char *
charter_finding_to_json (CharterFinding *self)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  g_return_val_if_fail (CHARTER_IS_FINDING (self), NULL);

  charter_finding_build (self, builder);
  return charter_builder_to_text (builder);
}
