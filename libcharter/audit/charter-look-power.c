/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-work-private.h"

#include "audit/charter-voting-power-private.h"

#include <string.h>

/* Whose vote decides: the game that a rule makes of its voters, one row for each condition, where
 * a coalition is in favour and everybody else against; who can block, who can never decide, and
 * whether power is equal. */

#define SHOWN_MAX 40

static void
about (CharterAuditFinding   *finding,
       const CharterRuleData *rule)
{
  charter_audit_finding_set_rule (finding, rule->id, rule->clause);
}

static const CharterAuditVoter *
voter_at (const CharterAuditBody *body,
          guint                   v)
{
  return &g_array_index (body->voters, CharterAuditVoter, v);
}

/* The game */

typedef struct
{
  GArray          *rows;        /* CharterPowerRow */
  GPtrArray       *weights;     /* their weights */
  CharterPowerGame game;
  CharterPower    *power;       /* once it has been counted */
} Game;

/* Rules often make the same game: so many are kept. */
#define GAMES_MAX 32

static void
game_clear (Game *self)
{
  g_array_unref (self->rows);
  g_ptr_array_unref (self->weights);
  charter_power_free (self->power);
}

static void
game_free (gpointer data)
{
  game_clear (data);
  g_free (data);
}

static gboolean
are_same (const CharterPowerGame *a,
          const CharterPowerGame *b)
{
  if (a->n_voters != b->n_voters || a->n_rows != b->n_rows)
    return FALSE;
  for (guint r = 0; r < a->n_rows; r++)
    if (a->rows[r].least != b->rows[r].least
        || memcmp (a->rows[r].weights, b->rows[r].weights,
                   a->n_voters * sizeof *a->rows[r].weights) != 0)
      return FALSE;

  return TRUE;
}

/* FALSE where more in favour can make it fail, which is told elsewhere, or where weights are too
 * much to add up. */
static gboolean
game_init (Game                   *self,
           const CharterAuditBody *body,
           GArray                 *conditions)
{
  self->power = NULL;
  self->rows = g_array_new (FALSE, FALSE, sizeof (CharterPowerRow));
  self->weights = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < conditions->len; i++)
    {
      const CharterDemand *condition = &g_array_index (conditions, CharterDemand, i);
      CharterPowerRow row;
      gint64 total;
      gint64 *weights;

      if (!charter_demand_total (condition, body, &total)
          || !charter_demand_least (condition, total, &row.least))
        return FALSE;
      if (row.least == 0)
        continue;
      weights = g_new (gint64, body->voters->len);
      for (guint v = 0; v < body->voters->len; v++)
        weights[v] = charter_demand_value (condition, body, voter_at (body, v));
      row.weights = weights;
      g_ptr_array_add (self->weights, weights);
      g_array_append_val (self->rows, row);
    }
  self->game = (CharterPowerGame) {
    body->voters->len, (const CharterPowerRow *) self->rows->data, self->rows->len
  };

  return TRUE;
}

/* Who */

typedef gboolean (*Choose) (const CharterPower *power,
                            guint               voter);

static gboolean
is_veto (const CharterPower *power,
         guint               voter)
{
  return power->veto[voter];
}

static GPtrArray *
collect (const CharterAuditBody *body,
         const CharterPower     *power,
         Choose                  choose)
{
  GPtrArray *out = g_ptr_array_new ();

  for (guint v = 0; v < body->voters->len; v++)
    if (choose (power, v))
      g_ptr_array_add (out, (gpointer) voter_at (body, v)->name);

  return out;
}

static void
say_who (CharterAuditWork       *self,
         const CharterAuditBody *body,
         CharterAuditSentence    sentence,
         const char             *below,
         GPtrArray              *who,
         const char             *more)
{
  CharterAuditFinding *finding;

  if (who->len == 0)
    return;
  finding = charter_audit_say (self, sentence, charter_audit_rule_path (self, body->rule, below),
                               body->rule->id, charter_audit_list (self, who, 8), more, NULL);
  about (finding, body->rule);
  charter_audit_finding_set_who (finding, who);
}

/* Vetoes */

/* Moves those who have a veto by the test from @who to @stated. */
static void
take_stated (const CharterAuditBody *body,
             const CharterDemand *condition,
             GPtrArray              *who,
             GPtrArray              *stated)
{
  for (guint v = 0; v < body->voters->len; v++)
    {
      const CharterAuditVoter *voter = voter_at (body, v);

      if (charter_demand_value (condition, body, voter) > 0
          && g_ptr_array_remove (who, (gpointer) voter->name))
        g_ptr_array_add (stated, (gpointer) voter->name);
    }
}

static gboolean
means_everybody (CharterMethod method)
{
  return method == CHARTER_METHOD_UNANIMITY || charter_method_objects (method);
}

static void
look_for_vetoes (CharterAuditWork       *self,
                 const CharterAuditBody *body,
                 GArray                 *conditions,
                 const CharterPower     *power)
{
  g_autoptr(GPtrArray) who = collect (body, power, is_veto);

  if (means_everybody (body->rule->method))
    return;
  if (who->len == body->voters->len)
    {
      about (charter_audit_say (self, CHARTER_AUDIT_VETO_ALL,
                                charter_audit_rule_path (self, body->rule, ""), body->rule->id,
                                charter_audit_number (self, who->len), NULL), body->rule);
      return;
    }
  for (guint i = 0; i < conditions->len; i++)
    {
      const CharterDemand *condition = &g_array_index (conditions, CharterDemand, i);
      g_autoptr(GPtrArray) stated = g_ptr_array_new ();

      if (condition->kind != CHARTER_DEMAND_VETO)
        continue;
      take_stated (body, condition, who, stated);
      say_who (self, body, CHARTER_AUDIT_VETO_STATED, condition->path, stated, condition->label);
    }
  say_who (self, body, CHARTER_AUDIT_VETO, "", who, NULL);
}

/* Equality */

static void
reckon_powers (CharterAuditWork       *self,
               const CharterAuditBody *body,
               const CharterPower     *power,
               CharterAuditFinding    *finding)
{
  for (guint v = 0; v < body->voters->len && v < SHOWN_MAX; v++)
    {
      g_autofree char *shapley = charter_power_shapley (power, v);
      g_autofree char *banzhaf = charter_power_banzhaf (power, v);

      charter_audit_finding_reckon (finding, CHARTER_AUDIT_ARITHMETIC_POWER, voter_at (body, v)->name,
                                    charter_audit_number (self, voter_at (body, v)->weight), shapley,
                                    banzhaf, NULL);
    }
}

static gboolean
are_weights_equal (const CharterAuditBody *body)
{
  for (guint v = 1; v < body->voters->len; v++)
    if (voter_at (body, v)->weight != voter_at (body, 0)->weight)
      return FALSE;

  return TRUE;
}

static void
look_at_equality (CharterAuditWork       *self,
                  const CharterAuditBody *body,
                  const CharterPower     *power)
{
  guint most = 0, least = 0;
  CharterAuditFinding *finding;
  g_autofree char *strongest = NULL, *weakest = NULL;

  for (guint v = 1; v < body->voters->len; v++)
    {
      most = charter_power_compare (power, v, most) > 0 ? v : most;
      least = charter_power_compare (power, v, least) < 0 ? v : least;
    }
  if (charter_power_compare (power, most, least) == 0)
    return;
  strongest = charter_power_shapley (power, most);
  weakest = charter_power_shapley (power, least);
  finding = charter_audit_say (self, are_weights_equal (body) ? CHARTER_AUDIT_UNEQUAL
                                                              : CHARTER_AUDIT_UNEQUAL_WEIGHTS,
                               charter_audit_rule_path (self, body->rule, ""), body->rule->id,
                               voter_at (body, most)->name, strongest, voter_at (body, least)->name,
                               weakest, NULL);
  about (finding, body->rule);
  reckon_powers (self, body, power, finding);
}

/* Constituencies */

typedef struct
{
  const char *id, *share;
  guint       n_voters;
} Group;

/* The power of a constituency: that of its voters, who may belong to others as well. */
static void
sum_group (CharterAuditWork       *self,
           const CharterAuditBody *body,
           const CharterPower     *power,
           const char             *id,
           Group                  *out)
{
  mpz_t sum;
  mpq_t share;
  char *text;

  *out = (Group) { .id = id };
  mpz_init (sum);
  mpq_init (share);
  for (guint v = 0; v < body->voters->len; v++)
    if (charter_audit_among (voter_at (body, v)->constituencies, id))
      {
        mpz_add (sum, sum, power->pivots[v]);
        out->n_voters++;
      }
  mpz_set (mpq_numref (share), sum);
  mpz_set (mpq_denref (share), power->orders);
  mpq_canonicalize (share);
  text = mpq_get_str (NULL, 10, share);
  out->share = charter_audit_printf (self, "%s", text);
  free (text);
  mpz_clear (sum);
  mpq_clear (share);
}

static void
look_at_groups (CharterAuditWork       *self,
                const CharterAuditBody *body,
                const CharterPower     *power)
{
  g_autoptr(GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_autoptr(GString) list = g_string_new (NULL);
  CharterAuditFinding *finding;
  gboolean unequal = FALSE;

  for (guint i = 0; i < self->charter->n_constituencies; i++)
    {
      Group group;

      sum_group (self, body, power, self->charter->constituencies[i].id, &group);
      if (group.n_voters == 0)
        continue;
      g_array_append_val (groups, group);
      unequal |= strcmp (group.share, g_array_index (groups, Group, 0).share) != 0;
      g_string_append_printf (list, "%s“%s” %s", list->len > 0 ? ", " : "", group.id, group.share);
    }
  if (!unequal)
    return;
  finding = charter_audit_say (self, CHARTER_AUDIT_UNEQUAL_GROUPS,
                               charter_audit_rule_path (self, body->rule, ""), body->rule->id,
                               list->str, NULL);
  about (finding, body->rule);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      charter_audit_finding_reckon (finding, CHARTER_AUDIT_ARITHMETIC_GROUP, group->id,
                                    charter_audit_number (self, group->n_voters),
                                    charter_audit_number (self, body->voters->len), group->share,
                                    NULL);
    }
}

static void
keep_powers (CharterAuditWork       *self,
             const CharterAuditBody *body,
             const CharterPower     *power)
{
  for (guint v = 0; v < body->voters->len; v++)
    g_ptr_array_add (self->powers,
                     charter_voting_power_new (body->rule->id, voter_at (body, v)->name,
                                               voter_at (body, v)->weight, power, v));
}

static void
say_too_large (CharterAuditWork       *self,
               const CharterAuditBody *body)
{
  about (charter_audit_say (self, CHARTER_AUDIT_POWER_TOO_LARGE,
                            charter_audit_rule_path (self, body->rule, ""), body->rule->id,
                            charter_audit_number (self, body->voters->len), NULL), body->rule);
}

static void
look_at_game (CharterAuditWork       *self,
              const CharterAuditBody *body,
              GArray                 *conditions,
              const CharterPower     *power)
{
  g_autoptr(GPtrArray) dummies = NULL;

  if (!power->wins_all)
    return;
  if (power->dictator >= 0)
    {
      g_autoptr(GPtrArray) who = g_ptr_array_new ();

      g_ptr_array_add (who, (gpointer) voter_at (body, (guint) power->dictator)->name);
      say_who (self, body, CHARTER_AUDIT_DICTATOR, "", who, NULL);
    }
  else
    look_for_vetoes (self, body, conditions, power);
  if (power->status == CHARTER_POWER_TOO_LARGE
      || self->powers->len + body->voters->len > CHARTER_AUDIT_POWERS_MAX)
    {
      say_too_large (self, body);
      return;
    }
  keep_powers (self, body, power);
  if (power->dictator >= 0)
    return;
  dummies = collect (body, power, charter_power_is_dummy);
  say_who (self, body, CHARTER_AUDIT_DUMMY, "", dummies, NULL);
  look_at_equality (self, body, power);
  look_at_groups (self, body, power);
}

/* The game as it was counted before, or now; it is kept. NULL if cancelled; takes what is in
 * @game. */
static const Game *
count_game (CharterAuditWork  *self,
            Game              *game,
            GError           **error)
{
  Game *kept;

  if (self->games == NULL)
    self->games = g_ptr_array_new_with_free_func (game_free);
  for (guint i = 0; i < self->games->len; i++)
    {
      kept = self->games->pdata[i];
      if (!are_same (&kept->game, &game->game))
        continue;
      game_clear (game);
      return kept;
    }
  game->power = charter_power_new (&game->game, self->cancellable, NULL, NULL, error);
  if (game->power == NULL)
    {
      game_clear (game);
      return NULL;
    }
  kept = g_new (Game, 1);
  *kept = *game;
  if (self->games->len == GAMES_MAX)
    g_ptr_array_remove_index (self->games, 0);
  g_ptr_array_add (self->games, kept);

  return kept;
}

gboolean
charter_audit_look_at_power (CharterAuditWork       *self,
                             const CharterAuditBody *body,
                             GError                **error)
{
  g_autoptr(GArray) conditions = g_array_new (FALSE, FALSE, sizeof (CharterDemand));
  const Game *counted;
  Game game;

  if (body->voters->len < 2 || body->rule->method == CHARTER_METHOD_ROLE_HOLDER)
    return TRUE;
  charter_rule_conditions (self->charter, body->rule, conditions);
  if (!game_init (&game, body, conditions))
    {
      game_clear (&game);
      return TRUE;
    }
  counted = count_game (self, &game, error);
  if (counted == NULL)
    return FALSE;
  if (counted->power->status != CHARTER_POWER_OVERFLOW)
    look_at_game (self, body, conditions, counted->power);

  return TRUE;
}
