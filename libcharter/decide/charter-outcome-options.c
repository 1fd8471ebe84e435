/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-choosing-objects-private.h"

/* The outcome of a choice among options. */

GStrv
charter_choosing_dup_ids (const CharterChoosing *choosing,
                          GArray                *options)
{
  GStrv ids = g_new0 (char *, options->len + 1);

  for (guint i = 0; i < options->len; i++)
    ids[i] = g_strdup (charter_choosing_row (choosing, g_array_index (options, guint, i))->id);

  return ids;
}

/* The ranking: "b", "a=c", "d". */
static GStrv
dup_ranking (const CharterChoosing *choosing)
{
  g_autoptr(GPtrArray) ranks = g_ptr_array_new ();

  for (guint i = 0; choosing->ranked && i < choosing->rows->len; i++)
    {
      const CharterOptionRow *row = charter_choosing_row (choosing, i);
      GString *rank;

      if (row->layer == CHARTER_NO_LAYER)
        continue;
      if (row->layer >= ranks->len)
        g_ptr_array_set_size (ranks, (gint) row->layer + 1);
      if (ranks->pdata[row->layer] == NULL)
        ranks->pdata[row->layer] = g_string_new (NULL);
      rank = ranks->pdata[row->layer];
      g_string_append_printf (rank, "%s%s", rank->len > 0 ? "=" : "", row->id);
    }
  for (guint i = 0; i < ranks->len; i++)
    ranks->pdata[i] = ranks->pdata[i] != NULL ? g_string_free (ranks->pdata[i], FALSE)
                                              : g_strdup ("");
  g_ptr_array_add (ranks, NULL);

  return (GStrv) g_ptr_array_steal (ranks, NULL);
}

static GStrv
nothing (void)
{
  return g_new0 (char *, 1);
}

void
charter_outcome_fill_choice (CharterOutcome *self)
{
  const CharterChoosing *choosing = self->decided->choosing;

  self->winners = choosing != NULL ? charter_choosing_dup_ids (choosing, choosing->winners)
                                   : nothing ();
  self->ranking = choosing != NULL ? dup_ranking (choosing) : nothing ();
  self->tied = choosing != NULL ? charter_choosing_dup_ids (choosing, choosing->tied) : nothing ();
}

void
charter_outcome_clear_choice (CharterOutcome *self)
{
  g_clear_pointer (&self->winners, g_strfreev);
  g_clear_pointer (&self->ranking, g_strfreev);
  g_clear_pointer (&self->tied, g_strfreev);
  g_clear_object (&self->options);
  g_clear_object (&self->ties);
}

/* Properties */

enum
{
  WINNERS,
  RANKING,
  TIED,
  OPTIONS,
  TIES,
  VACANCIES,
  N_CHOICE_PROPS
};

#define FIRST 1000
#define FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

void
charter_outcome_install_choice (GObjectClass *object_class)
{
  /**
   * CharterOutcome:winners: (getter get_winners)
   *
   * The options that won.
   *
   * Since: 0.1
   */
  g_object_class_install_property (object_class, FIRST + WINNERS,
                                   g_param_spec_boxed ("winners", NULL, NULL, G_TYPE_STRV, FLAGS));

  /**
   * CharterOutcome:ranking: (getter get_ranking)
   *
   * The options in order, best first; tied ones joined by `=`.
   *
   * Since: 0.1
   */
  g_object_class_install_property (object_class, FIRST + RANKING,
                                   g_param_spec_boxed ("ranking", NULL, NULL, G_TYPE_STRV, FLAGS));

  /**
   * CharterOutcome:tied: (getter get_tied)
   *
   * The options among which the rule leaves the choice to somebody who has not spoken yet.
   *
   * Since: 0.1
   */
  g_object_class_install_property (object_class, FIRST + TIED,
                                   g_param_spec_boxed ("tied", NULL, NULL, G_TYPE_STRV, FLAGS));

  /**
   * CharterOutcome:options: (getter get_options)
   *
   * How each option came out.
   *
   * Since: 0.1
   */
  g_object_class_install_property (object_class, FIRST + OPTIONS,
                                   g_param_spec_object ("options", NULL, NULL, G_TYPE_LIST_MODEL,
                                                        FLAGS));

  /**
   * CharterOutcome:ties: (getter get_ties)
   *
   * The steps by which ties were settled.
   *
   * Since: 0.1
   */
  g_object_class_install_property (object_class, FIRST + TIES,
                                   g_param_spec_object ("ties", NULL, NULL, G_TYPE_LIST_MODEL,
                                                        FLAGS));

  /**
   * CharterOutcome:vacancies: (getter get_vacancies)
   *
   * How many seats nobody fills.
   *
   * Since: 0.1
   */
  g_object_class_install_property (object_class, FIRST + VACANCIES,
                                   g_param_spec_uint ("vacancies", NULL, NULL, 0, G_MAXUINT, 0,
                                                      FLAGS));
}

gboolean
charter_outcome_get_choice_property (CharterOutcome *self,
                                     guint           id,
                                     GValue         *value)
{
  switch (id - FIRST)
    {
    case WINNERS:
      g_value_set_boxed (value, self->winners);
      return TRUE;
    case RANKING:
      g_value_set_boxed (value, self->ranking);
      return TRUE;
    case TIED:
      g_value_set_boxed (value, self->tied);
      return TRUE;
    case OPTIONS:
      g_value_set_object (value, charter_outcome_get_options (self));
      return TRUE;
    case TIES:
      g_value_set_object (value, charter_outcome_get_ties (self));
      return TRUE;
    case VACANCIES:
      g_value_set_uint (value, charter_outcome_get_vacancies (self));
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * charter_outcome_get_winners: (get-property winners)
 * @self: an outcome
 *
 * Gives the options that won. The rule's default option is among them where it stands; the
 * decision is not carried then.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids in the order in which they were chosen;
 *   none if it is no choice among options, or nobody has won
 *
 * Since: 0.1
 */
const char *const *
charter_outcome_get_winners (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return (const char *const *) self->winners;
}

/**
 * charter_outcome_get_ranking: (get-property ranking)
 * @self: an outcome
 *
 * Gives the options in order. Those that were dropped are not in it.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids, best first; tied ones stand in one
 *   string, joined by `=`
 *
 * Since: 0.1
 */
const char *const *
charter_outcome_get_ranking (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return (const char *const *) self->ranking;
}

/**
 * charter_outcome_get_tied: (get-property tied)
 * @self: an outcome
 *
 * Gives the options among which the rule leaves the choice to somebody who has not spoken yet.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids; none if it is not tied
 *
 * Since: 0.1
 */
const char *const *
charter_outcome_get_tied (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return (const char *const *) self->tied;
}

/**
 * charter_outcome_get_vacancies: (get-property vacancies)
 * @self: an outcome
 *
 * Counts the seats that nobody fills.
 *
 * Returns: how many there are
 *
 * Since: 0.1
 */
guint
charter_outcome_get_vacancies (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), 0);

  return self->decided->choosing != NULL ? self->decided->choosing->vacancies : 0;
}

/* Has somebody something to say of each option?  Not of a secret vote whose totals are kept
 * back. */
static GListModel *
options_to_model (const CharterDecided *decided)
{
  GListStore *model = g_list_store_new (CHARTER_TYPE_OPTION_RESULT);
  const CharterChoosing *choosing = decided->choosing;

  for (guint i = 0; choosing != NULL && decided->counted && i < choosing->rows->len; i++)
    if (charter_choosing_row (choosing, i)->offered
        || charter_choosing_row (choosing, i)->dropped != NULL)
      {
        g_autoptr(CharterOptionResult) row = charter_option_result_new (choosing, i);

        g_list_store_append (model, row);
      }

  return G_LIST_MODEL (model);
}

/**
 * charter_outcome_get_options: (get-property options)
 * @self: an outcome
 *
 * Gives how each option came out, in the order of the proposal.
 *
 * Returns: (transfer none): a list of [class@Charter.OptionResult]; empty where it is no choice
 *   among options, or nothing may be told of them
 *
 * Since: 0.1
 */
GListModel *
charter_outcome_get_options (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  if (self->options == NULL)
    self->options = options_to_model (self->decided);

  return self->options;
}

static GListModel *
ties_to_model (const CharterDecided *decided)
{
  GListStore *model = g_list_store_new (CHARTER_TYPE_TIE_STEP);
  const CharterChoosing *choosing = decided->choosing != NULL ? decided->choosing
                                                              : decided->tie_break;

  for (guint i = 0; choosing != NULL && i < choosing->ties->len; i++)
    {
      g_autoptr(CharterTieStep) step = charter_tie_step_new (&decided->scene, choosing, i);

      g_list_store_append (model, step);
    }

  return G_LIST_MODEL (model);
}

/**
 * charter_outcome_get_ties: (get-property ties)
 * @self: an outcome
 *
 * Gives the steps by which ties were settled, in turn. Of a tie of for and against these two stand
 * for the options; where the rule knows no more than a casting vote and that things stay as they
 * are, the result tells.
 *
 * Returns: (transfer none): a list of [class@Charter.TieStep]
 *
 * Since: 0.1
 */
GListModel *
charter_outcome_get_ties (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  if (self->ties == NULL)
    self->ties = ties_to_model (self->decided);

  return self->ties;
}
