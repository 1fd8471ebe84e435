/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-assessment-section-private.h"

/**
 * CharterAssessmentSection:
 *
 * How the clauses of one section came out in a [class@Charter.Assessment].
 *
 * Since: 0.1
 */
struct _CharterAssessmentSection
{
  GObject parent_instance;

  char  *id, *title;
  guint  counts[CHARTER_N_FINDING_STATUSES];
};

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE
} CharterAssessmentSectionProperty;

#define N_PROPS (PROP_TITLE + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterAssessmentSection, charter_assessment_section, G_TYPE_OBJECT)

static void
charter_assessment_section_finalize (GObject *object)
{
  CharterAssessmentSection *self = CHARTER_ASSESSMENT_SECTION (object);

  g_free (self->id);
  g_free (self->title);

  G_OBJECT_CLASS (charter_assessment_section_parent_class)->finalize (object);
}

static void
charter_assessment_section_get_property (GObject    *object,
                                         guint       id,
                                         GValue     *value,
                                         GParamSpec *pspec)
{
  CharterAssessmentSection *self = CHARTER_ASSESSMENT_SECTION (object);

  switch ((CharterAssessmentSectionProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_assessment_section_class_init (CharterAssessmentSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_assessment_section_finalize;
  object_class->get_property = charter_assessment_section_get_property;

  /**
   * CharterAssessmentSection:id: (getter get_id)
   *
   * The id of the section.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterAssessmentSection:title: (getter get_title)
   *
   * The heading of the section.
   *
   * Since: 0.1
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_assessment_section_init (CharterAssessmentSection *self)
{
}

CharterAssessmentSection *
charter_assessment_section_new (const char *id,
                                const char *title)
{
  CharterAssessmentSection *self = g_object_new (CHARTER_TYPE_ASSESSMENT_SECTION, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  return self;
}

void
charter_assessment_section_add (CharterAssessmentSection *self,
                                CharterFindingStatus      status)
{
  self->counts[status]++;
}

/**
 * charter_assessment_section_get_id: (get-property id)
 * @self: a section of an assessment
 *
 * Gives the section.
 *
 * Returns: the id of a section
 *
 * Since: 0.1
 */
const char *
charter_assessment_section_get_id (CharterAssessmentSection *self)
{
  g_return_val_if_fail (CHARTER_IS_ASSESSMENT_SECTION (self), NULL);

  return self->id;
}

/**
 * charter_assessment_section_get_title: (get-property title)
 * @self: a section of an assessment
 *
 * Gives the heading of the section.
 *
 * Returns: a heading
 *
 * Since: 0.1
 */
const char *
charter_assessment_section_get_title (CharterAssessmentSection *self)
{
  g_return_val_if_fail (CHARTER_IS_ASSESSMENT_SECTION (self), NULL);

  return self->title;
}

/**
 * charter_assessment_section_get_count:
 * @self: a section of an assessment
 * @status: a status
 *
 * Gives how many clauses of the section came out so.
 *
 * Returns: a number
 *
 * Since: 0.1
 */
guint
charter_assessment_section_get_count (CharterAssessmentSection *self,
                                      CharterFindingStatus      status)
{
  g_return_val_if_fail (CHARTER_IS_ASSESSMENT_SECTION (self), 0);

  return (guint) status < CHARTER_N_FINDING_STATUSES ? self->counts[status] : 0;
}
