/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-partnership-internal.h"

#include <charter/charter-things.h>

/* The things of a partnership: a list model of each sort, and one thing by its id. */

static const char *const list_names[CHARTER_N_THING_SORTS] = {
  [CHARTER_THING_PARTNER] = "partners",
  [CHARTER_THING_PERSON] = "persons",
  [CHARTER_THING_APPOINTMENT] = "appointments",
  [CHARTER_THING_DECISION] = "decisions",
  [CHARTER_THING_MEETING] = "meetings",
  [CHARTER_THING_ACTION] = "actions",
  [CHARTER_THING_INTEREST] = "interests",
  [CHARTER_THING_AGREEMENT] = "agreements",
  [CHARTER_THING_OBJECTIVE] = "objectives",
  [CHARTER_THING_CONTRIBUTION] = "contributions",
  [CHARTER_THING_CONCERN] = "concerns",
  [CHARTER_THING_NEED] = "needs",
};

/* The property of the list of one sort; the ids follow on the partnership's own. */
static void
install_list (GObjectClass     *object_class,
              guint             first,
              CharterThingSort  sort)
{
  g_object_class_install_property (object_class, first + sort,
                                   g_param_spec_object (list_names[sort], NULL, NULL,
                                                        G_TYPE_LIST_MODEL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
install_members (GObjectClass *object_class,
                 guint         first)
{
  /**
   * CharterPartnership:partners: (getter get_partners)
   *
   * Every partner that ever joined, in order.
   *
   * Since: 0.1
   */
  install_list (object_class, first, CHARTER_THING_PARTNER);

  /**
   * CharterPartnership:persons: (getter get_persons)
   *
   * Every person who ever joined, in order.
   *
   * Since: 0.1
   */
  install_list (object_class, first, CHARTER_THING_PERSON);

  /**
   * CharterPartnership:appointments: (getter get_appointments)
   *
   * Every role ever given to a person, in order.
   *
   * Since: 0.1
   */
  install_list (object_class, first, CHARTER_THING_APPOINTMENT);
}

static void
install_business (GObjectClass *object_class,
                  guint         first)
{
  /**
   * CharterPartnership:decisions: (getter get_decisions)
   *
   * Every decision ever proposed, in order.
   *
   * Since: 0.1
   */
  install_list (object_class, first, CHARTER_THING_DECISION);

  /**
   * CharterPartnership:meetings: (getter get_meetings)
   *
   * Every meeting ever called, in order.
   *
   * Since: 0.1
   */
  install_list (object_class, first, CHARTER_THING_MEETING);

  /**
   * CharterPartnership:actions: (getter get_actions)
   *
   * Every action ever agreed, in order.
   *
   * Since: 0.1
   */
  install_list (object_class, first, CHARTER_THING_ACTION);
}

static void
install_commitments (GObjectClass *object_class,
                     guint         first)
{
  /**
   * CharterPartnership:interests: (getter get_interests)
   *
   * Every interest ever declared, in order.
   *
   * Since: 0.1
   */
  install_list (object_class, first, CHARTER_THING_INTEREST);

  /**
   * CharterPartnership:agreements: (getter get_agreements)
   *
   * Every agreement ever made, in order.
   *
   * Since: 0.1
   */
  install_list (object_class, first, CHARTER_THING_AGREEMENT);

  /**
   * CharterPartnership:objectives: (getter get_objectives)
   *
   * Every objective ever agreed, in order.
   *
   * Since: 0.1
   */
  install_list (object_class, first, CHARTER_THING_OBJECTIVE);
}

static void
install_voices (GObjectClass *object_class,
                guint         first)
{
  /**
   * CharterPartnership:contributions: (getter get_contributions)
   *
   * Every contribution ever made, in order.
   *
   * Since: 0.1
   */
  install_list (object_class, first, CHARTER_THING_CONTRIBUTION);

  /**
   * CharterPartnership:concerns: (getter get_concerns)
   *
   * Every concern ever raised, in order.
   *
   * Since: 0.1
   */
  install_list (object_class, first, CHARTER_THING_CONCERN);

  /**
   * CharterPartnership:needs: (getter get_needs)
   *
   * Every need ever identified, in order.
   *
   * Since: 0.1
   */
  install_list (object_class, first, CHARTER_THING_NEED);
}

void
charter_partnership_install_things (GObjectClass *object_class,
                                    guint         first)
{
  install_members (object_class, first);
  install_business (object_class, first);
  install_commitments (object_class, first);
  install_voices (object_class, first);
}

/**
 * charter_partnership_get_partners: (get-property partners)
 * @self: a partnership
 *
 * Gives every partner that ever joined, in order, as a list that grows with the record.
 *
 * Returns: (transfer none): a list model of [class@Charter.Partner]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_get_partners (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return charter_things_get_list (self->things, CHARTER_THING_PARTNER);
}

/**
 * charter_partnership_get_persons: (get-property persons)
 * @self: a partnership
 *
 * Gives every person who ever joined, in order, as a list that grows with the record.
 *
 * Returns: (transfer none): a list model of [class@Charter.Person]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_get_persons (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return charter_things_get_list (self->things, CHARTER_THING_PERSON);
}

/**
 * charter_partnership_get_appointments: (get-property appointments)
 * @self: a partnership
 *
 * Gives every role ever given to a person, in order, as a list that grows with the record.
 *
 * Returns: (transfer none): a list model of [class@Charter.Appointment]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_get_appointments (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return charter_things_get_list (self->things, CHARTER_THING_APPOINTMENT);
}

/**
 * charter_partnership_get_decisions: (get-property decisions)
 * @self: a partnership
 *
 * Gives every decision ever proposed, in order, as a list that grows with the record.
 *
 * Returns: (transfer none): a list model of [class@Charter.Decision]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_get_decisions (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return charter_things_get_list (self->things, CHARTER_THING_DECISION);
}

/**
 * charter_partnership_get_meetings: (get-property meetings)
 * @self: a partnership
 *
 * Gives every meeting ever called, in order, as a list that grows with the record.
 *
 * Returns: (transfer none): a list model of [class@Charter.Meeting]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_get_meetings (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return charter_things_get_list (self->things, CHARTER_THING_MEETING);
}

/**
 * charter_partnership_get_actions: (get-property actions)
 * @self: a partnership
 *
 * Gives every action ever agreed, in order, as a list that grows with the record.
 *
 * Returns: (transfer none): a list model of [class@Charter.Action]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_get_actions (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return charter_things_get_list (self->things, CHARTER_THING_ACTION);
}

/**
 * charter_partnership_get_interests: (get-property interests)
 * @self: a partnership
 *
 * Gives every interest ever declared, in order, as a list that grows with the record.
 *
 * Returns: (transfer none): a list model of [class@Charter.Interest]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_get_interests (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return charter_things_get_list (self->things, CHARTER_THING_INTEREST);
}

/**
 * charter_partnership_get_agreements: (get-property agreements)
 * @self: a partnership
 *
 * Gives every agreement ever made, in order, as a list that grows with the record.
 *
 * Returns: (transfer none): a list model of [class@Charter.Agreement]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_get_agreements (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return charter_things_get_list (self->things, CHARTER_THING_AGREEMENT);
}

/**
 * charter_partnership_get_objectives: (get-property objectives)
 * @self: a partnership
 *
 * Gives every objective ever agreed, in order, as a list that grows with the record.
 *
 * Returns: (transfer none): a list model of [class@Charter.Objective]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_get_objectives (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return charter_things_get_list (self->things, CHARTER_THING_OBJECTIVE);
}

/**
 * charter_partnership_get_contributions: (get-property contributions)
 * @self: a partnership
 *
 * Gives every contribution ever made, in order, as a list that grows with the record.
 *
 * Returns: (transfer none): a list model of [class@Charter.Contribution]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_get_contributions (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return charter_things_get_list (self->things, CHARTER_THING_CONTRIBUTION);
}

/**
 * charter_partnership_get_concerns: (get-property concerns)
 * @self: a partnership
 *
 * Gives every concern ever raised, in order, as a list that grows with the record.
 *
 * Returns: (transfer none): a list model of [class@Charter.Concern]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_get_concerns (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return charter_things_get_list (self->things, CHARTER_THING_CONCERN);
}

/**
 * charter_partnership_get_needs: (get-property needs)
 * @self: a partnership
 *
 * Gives every need ever identified, in order, as a list that grows with the record.
 *
 * Returns: (transfer none): a list model of [class@Charter.Need]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_get_needs (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return charter_things_get_list (self->things, CHARTER_THING_NEED);
}

/* — one by its id — */

static const char *
name_of (CharterPartnership *self,
         CharterRef          ref)
{
  CharterScene scene = charter_live_scene (self->live);

  return charter_scene_name (&scene, ref);
}

/**
 * charter_partnership_get_partner:
 * @self: a partnership
 * @id: a partner's id
 *
 * Looks up a partner.
 *
 * Returns: (transfer full) (nullable): the partner, %NULL if there is none
 *
 * Since: 0.1
 */
CharterPartner *
charter_partnership_get_partner (CharterPartnership *self,
                                 const char         *id)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return charter_thing_find (self->live, CHARTER_THING_PARTNER, id);
}

/**
 * charter_partnership_get_person:
 * @self: a partnership
 * @id: a person's id, or the handle by which the person goes
 *
 * Looks up a person.
 *
 * Returns: (transfer full) (nullable): the person, %NULL if there is none
 *
 * Since: 0.1
 */
CharterPerson *
charter_partnership_get_person (CharterPartnership *self,
                                const char         *id)
{
  CharterPerson *person;
  CharterRef ref;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  person = charter_thing_find (self->live, CHARTER_THING_PERSON, id);
  if (person != NULL)
    return person;
  ref = charter_things_find_handle (self->things, id);
  if (ref == 0)
    return NULL;
  return charter_thing_find (self->live, CHARTER_THING_PERSON, name_of (self, ref));
}

/**
 * charter_partnership_get_appointment:
 * @self: a partnership
 * @id: the id of the entry that gave the role
 *
 * Looks up an appointment.
 *
 * Returns: (transfer full) (nullable): the appointment, %NULL if there is none
 *
 * Since: 0.1
 */
CharterAppointment *
charter_partnership_get_appointment (CharterPartnership *self,
                                     const char         *id)
{
  const CharterFact *given;
  CharterScene scene;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  scene = charter_live_scene (self->live);
  given = charter_scene_find_entry (&scene, id);
  if (given == NULL || given->kind != charter_sorts[CHARTER_THING_APPOINTMENT].kind)
    return NULL;
  return charter_thing_wrap (self->live, CHARTER_THING_APPOINTMENT, given->seq);
}

/**
 * charter_partnership_get_decision:
 * @self: a partnership
 * @id: a decision's id
 *
 * Looks up a decision.
 *
 * Returns: (transfer full) (nullable): the decision, %NULL if there is none
 *
 * Since: 0.1
 */
CharterDecision *
charter_partnership_get_decision (CharterPartnership *self,
                                  const char         *id)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return charter_thing_find (self->live, CHARTER_THING_DECISION, id);
}

/**
 * charter_partnership_get_meeting:
 * @self: a partnership
 * @id: a meeting's id
 *
 * Looks up a meeting.
 *
 * Returns: (transfer full) (nullable): the meeting, %NULL if there is none
 *
 * Since: 0.1
 */
CharterMeeting *
charter_partnership_get_meeting (CharterPartnership *self,
                                 const char         *id)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return charter_thing_find (self->live, CHARTER_THING_MEETING, id);
}

/**
 * charter_partnership_get_action:
 * @self: a partnership
 * @id: an action's id
 *
 * Looks up an action.
 *
 * Returns: (transfer full) (nullable): the action, %NULL if there is none
 *
 * Since: 0.1
 */
CharterAction *
charter_partnership_get_action (CharterPartnership *self,
                                const char         *id)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return charter_thing_find (self->live, CHARTER_THING_ACTION, id);
}

/**
 * charter_partnership_get_interest:
 * @self: a partnership
 * @id: an interest's id
 *
 * Looks up an interest.
 *
 * Returns: (transfer full) (nullable): the interest, %NULL if there is none
 *
 * Since: 0.1
 */
CharterInterest *
charter_partnership_get_interest (CharterPartnership *self,
                                  const char         *id)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return charter_thing_find (self->live, CHARTER_THING_INTEREST, id);
}

/**
 * charter_partnership_get_agreement:
 * @self: a partnership
 * @id: an agreement's id
 *
 * Looks up an agreement.
 *
 * Returns: (transfer full) (nullable): the agreement, %NULL if there is none
 *
 * Since: 0.1
 */
CharterAgreement *
charter_partnership_get_agreement (CharterPartnership *self,
                                   const char         *id)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return charter_thing_find (self->live, CHARTER_THING_AGREEMENT, id);
}

/**
 * charter_partnership_get_objective:
 * @self: a partnership
 * @id: an objective's id
 *
 * Looks up an objective.
 *
 * Returns: (transfer full) (nullable): the objective, %NULL if there is none
 *
 * Since: 0.1
 */
CharterObjective *
charter_partnership_get_objective (CharterPartnership *self,
                                   const char         *id)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return charter_thing_find (self->live, CHARTER_THING_OBJECTIVE, id);
}

/**
 * charter_partnership_get_contribution:
 * @self: a partnership
 * @id: a contribution's id
 *
 * Looks up a contribution.
 *
 * Returns: (transfer full) (nullable): the contribution, %NULL if there is none
 *
 * Since: 0.1
 */
CharterContribution *
charter_partnership_get_contribution (CharterPartnership *self,
                                      const char         *id)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return charter_thing_find (self->live, CHARTER_THING_CONTRIBUTION, id);
}

/**
 * charter_partnership_get_concern:
 * @self: a partnership
 * @id: a concern's id
 *
 * Looks up a concern.
 *
 * Returns: (transfer full) (nullable): the concern, %NULL if there is none
 *
 * Since: 0.1
 */
CharterConcern *
charter_partnership_get_concern (CharterPartnership *self,
                                 const char         *id)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return charter_thing_find (self->live, CHARTER_THING_CONCERN, id);
}

/**
 * charter_partnership_get_need:
 * @self: a partnership
 * @id: a need's id
 *
 * Looks up a need.
 *
 * Returns: (transfer full) (nullable): the need, %NULL if there is none
 *
 * Since: 0.1
 */
CharterNeed *
charter_partnership_get_need (CharterPartnership *self,
                              const char         *id)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return charter_thing_find (self->live, CHARTER_THING_NEED, id);
}

/**
 * charter_partnership_find_person:
 * @self: a partnership
 * @handle: the readable name by which a person goes
 *
 * Looks up the id that stands for a handle. Handles are private: one that has been erased is
 * found no more. Where several persons have had it, the one who is there at the time of the
 * last entry is meant; if that leaves more than one, nobody is found.
 *
 * Returns: (nullable): the person's id, %NULL if nobody is found
 *
 * Since: 0.1
 */
const char *
charter_partnership_find_person (CharterPartnership *self,
                                 const char         *handle)
{
  CharterRef ref;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (handle != NULL, NULL);

  ref = charter_things_find_handle (self->things, handle);
  return ref != 0 ? name_of (self, ref) : NULL;
}
