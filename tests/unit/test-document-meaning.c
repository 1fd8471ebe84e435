/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-document-test.h"

/* Defaults */

CHARTER_TEST (document_meaning, rule_defaults)
{
  g_autoptr(CharterDocumentData) data = must_compile (
    "\"rules\":[{\"id\":\"r\",\"method\":\"majority\",\"quorum\":{\"share\":\"1/2\"}},"
    "{\"id\":\"two-thirds\",\"method\":\"majority\",\"tests\":[{\"id\":\"t\",\"share\":\"2/3\"}]},"
    "{\"id\":\"bare\",\"method\":\"consent\"}]");
  const CharterRuleData *rule = charter_document_data_find_rule (data, "r");
  const CharterRuleData *two_thirds = charter_document_data_find_rule (data, "two-thirds");
  const CharterRuleData *bare = charter_document_data_find_rule (data, "bare");

  cr_assert (rule->unit == CHARTER_UNIT_PARTNER && rule->fold == CHARTER_FOLD_NONE);
  cr_assert (rule->speaks == CHARTER_SPEAKS_LAST && rule->speaks_defaulted);
  cr_assert (rule->as_at == CHARTER_AS_AT_CLOSING && rule->as_at_defaulted);
  cr_assert (rule->recast == CHARTER_RECAST_REPLACES && rule->recast_defaulted);
  cr_assert (!rule->secret && !rule->closes_inclusive && !rule->silence_assents &&
             !rule->totals_always);
  cr_assert (rule->ties == NULL && rule->ties_defaulted && rule->voters == NULL &&
             rule->beyond == NULL);
  cr_assert (rule->quorum.given && rule->quorum.base == CHARTER_BASE_MEMBERS &&
             rule->quorum.has_share);
  cr_assert (rule->quorum.compare == CHARTER_COMPARE_GREATER_OR_EQUAL &&
             rule->quorum.compare_defaulted);
  cr_assert (rule->quorum.round == CHARTER_ROUND_EXACT && rule->quorum.round_defaulted);
  cr_assert (rule->quorum.counts == (CHARTER_SUM_FOR | CHARTER_SUM_AGAINST | CHARTER_SUM_ABSTAIN));
  cr_assert (rule->quorum.counts_defaulted && rule->quorum.plus == 0 && !rule->quorum.by_heads);
  charter_assert_str (rule->quorum.per, "item");
  cr_assert (rule->n_tests == 1 && rule->tests_defaulted &&
             rule->tests[0].compare == CHARTER_COMPARE_GREATER);
  cr_assert (rule->tests[0].base == (CHARTER_SUM_FOR | CHARTER_SUM_AGAINST) &&
             rule->tests[0].share.den == 2);
  cr_assert (!rule->times.has_discussion && !rule->times.has_open);

  cr_assert (!two_thirds->quorum.given && !two_thirds->tests_defaulted);
  cr_assert (two_thirds->tests[0].of == CHARTER_SUM_FOR && two_thirds->tests[0].compare_defaulted);
  cr_assert (two_thirds->tests[0].compare == CHARTER_COMPARE_GREATER_OR_EQUAL);
  cr_assert (bare->n_tests == 0 && charter_rule_hears_objections (bare)
             && charter_rule_uses_objections (bare));
  cr_assert (!charter_rule_hears_objections (rule) && !charter_rule_uses_objections (rule));
}

CHARTER_TEST (document_meaning, other_defaults)
{
  g_autoptr(CharterDocumentData) data = must_compile (
    "\"roles\":[{\"id\":\"chair\"}],\"cycles\":[{\"id\":\"a\",\"every\":\"P1Y\"}]");

  charter_assert_str (data->conflicts.regime.id, "fixed-base");
  charter_assert_str (data->conflicts.regime.quorum, "fixed-base");
  cr_assert (data->conflicts.node == NULL && data->conflicts.floor == 0 &&
             !data->conflicts.needs_ruling);
  cr_assert (data->conflicts.regime.papers && !data->conflicts.regime.vote &&
             !data->conflicts.regime.presence);
  cr_assert (!data->conflicts.has_tail && !data->conflicts.dispensation_by_all);
  cr_assert (data->roles[0].one_holder && !data->roles[0].of_partner && !data->roles[0].has_term);
  cr_assert (data->cycles[0].anchor == CHARTER_DATE_NONE && !data->cycles[0].from_completion);
  cr_assert (data->in_force_from == CHARTER_DATE_NONE && data->calendar.working == 0);
  cr_assert (data->calendar.n_holidays == 0 && data->n_periods == 0);
  cr_assert (!charter_document_data_lists_act (data, "chair"));
}

CHARTER_TEST (document_meaning, compiled)
{
  g_autofree char *text = read_data ("charters/full.json");
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autoptr(CharterDocumentData) data = charter_document_data_read (text, strlen (text), problems);
  const CharterRuleData *ordinary = charter_document_data_find_rule (data, "ordinary");
  const CharterRuleData *grave = charter_document_data_find_rule (data, "grave");
  const CharterCycleData *weekly = charter_document_data_find_cycle (data, "weekly");
  const CharterCycleData *repeating = charter_document_data_find_cycle (data, "repeating");

  cr_assert (ordinary->speaks == CHARTER_SPEAKS_REPRESENTATIVE && ordinary->closes_inclusive);
  cr_assert (ordinary->quorum.counts == (CHARTER_SUM_FOR | CHARTER_SUM_AGAINST | CHARTER_SUM_ABSTAIN |
                                         CHARTER_SUM_OBJECT | CHARTER_SUM_PRESENT));
  cr_assert (ordinary->quorum.n_requires == 2 && ordinary->quorum.requires_[0].at_least.num == 2);
  cr_assert (ordinary->quorum.round == CHARTER_ROUND_UP && ordinary->quorum.plus == 1 &&
             ordinary->quorum.by_heads);
  cr_assert (ordinary->n_tests == 3 && ordinary->tests[1].has_at_least &&
             ordinary->tests[1].has_at_most);
  cr_assert (ordinary->tests[1].base == 0 && ordinary->tests[2].base == CHARTER_SUM_ELIGIBLE);
  charter_assert_str (ordinary->tests[2].constituency, "lived");
  cr_assert (ordinary->times.open.days == 14 &&
             ordinary->times.standstill.unit == CHARTER_PERIOD_WORKING_DAYS);
  cr_assert (grave->quorum.sqrt_of && grave->quorum.base == CHARTER_BASE_MEMBERS &&
             grave->quorum.share.num == 3);
  cr_assert (grave->tests[0].n_bands == 2 && !grave->tests[0].bands[0].exclusive &&
             grave->tests[0].bands[1].exclusive && grave->tests[0].bands[1].compare_defaulted);
  cr_assert (grave->tests[0].bands[0].compare == CHARTER_COMPARE_GREATER &&
             grave->tests[0].bands[1].compare == CHARTER_COMPARE_GREATER &&
             grave->tests[0].bands[1].turnout.num == 3 && grave->tests[0].bands[1].turnout.den == 20);
  cr_assert (grave->tests[1].veto == CHARTER_SUM_AGAINST && grave->tests[1].needs_reason &&
             grave->tests[1].holders->length == 1 && grave->tests[1].base == 0);
  cr_assert (grave->totals_always && grave->fold == CHARTER_FOLD_IDENTICAL);
  cr_assert (weekly->every_is_rule && weekly->from_completion &&
             weekly->anchor == CHARTER_DATE_NONE);
  cr_assert (repeating->every_is_rule && repeating->anchor == charter_date_from_ymd (2026, 3, 1));
  charter_assert_str (data->conflicts.regime.id, "open-room");
  charter_assert_str (data->conflicts.regime.quorum, "counts");
  cr_assert (data->conflicts.regime.presence && data->conflicts.dispensation_by_all);
  cr_assert (data->conflicts.declare_within.from == CHARTER_PERIOD_BEGINNING_WITH);
  cr_assert (data->conflicts.has_register_within && data->conflicts.has_published_for);
  cr_assert (charter_document_data_find_regime (data, "units-removed") != NULL);
  cr_assert (charter_document_data_find_regime (data, "no-such") == NULL);
  cr_assert (data->calendar.working == 0x0f && data->calendar.n_holidays > 50);
  for (guint i = 1; i < data->calendar.n_holidays; i++)
    cr_assert (data->calendar.holidays[i - 1] < data->calendar.holidays[i]);
  cr_assert (charter_document_data_find_period (data, "acknowledge-concern")->days == 7);
  cr_assert (charter_document_data_find_period (data, "no-such") == NULL);
  cr_assert (charter_document_data_lists_act (data, "see-sealed") &&
             charter_document_data_lists_act (data, "propose"));
  cr_assert (data->clauses[1].section == 1 && data->sections[1].first_clause == 1);
  cr_assert (charter_document_data_find_clause (data, "bare") == &data->clauses[1]);
  cr_assert (charter_document_data_find_role (data, "zz") == NULL);
  cr_assert (charter_document_data_find_constituency (data, "lived") == &data->constituencies[0]);
}

CHARTER_TEST (document_meaning, beyond)
{
  static const struct { const char *members, *beyond; } rows[] = {
    { RULE ("\"tie\":[\"status-quo\",\"casting-vote\"]"), NULL },
    { RULE ("\"quorum\":{\"base\":\"present\",\"share\":\"1/2\"},\"secret\":true,"
            "\"time\":{\"review\":\"P1Y\",\"late-quorum\":\"P0D\"}"),
      NULL },
    { RULE ("\"early\":{\"on\":\"never\"},\"seats\":1,\"fold\":\"none\","
            "\"electorate-as-at\":\"closing\""),
      NULL },
    { "\"rules\":[{\"id\":\"r\",\"method\":\"borda\"}]", NULL },
    { RULE ("\"fold\":\"affiliates\",\"electorate-as-at\":\"ballot\","
            "\"time\":{\"late-quorum\":\"P3D\"}"),
      NULL },
    { RULE ("\"tie\":[\"status-quo\",\"lot\"]"), NULL },
    { RULE ("\"quorum\":{\"base\":\"invited\",\"share\":\"1/2\"}"), NULL },
    { RULE ("\"quorum\":{\"base\":\"mean-attendance\",\"meetings\":3,\"share\":\"1/2\"}"), NULL },
    { RULE ("\"quorum\":{\"sqrt-of\":\"members\",\"share\":\"1/2\"}"), NULL },
    { RULE ("\"quorum\":{\"per\":\"meeting\",\"share\":\"1/2\"}"), NULL },
    { RULE ("\"quorum\":{\"per\":\"option\",\"share\":\"1/2\"}"), "per" },
    { RULE ("\"quorum\":{\"at-most\":3}"), NULL },
    { "\"rules\":[{\"id\":\"r\",\"method\":\"unanimity\"}]", NULL },
    { "\"rules\":[{\"id\":\"r\",\"method\":\"consent\"}]", NULL },
    { "\"rules\":[{\"id\":\"r\",\"method\":\"consensus\"}]", NULL },
    { "\"rules\":[{\"id\":\"r\",\"method\":\"lazy-consensus\"}]", NULL },
    { "\"rules\":[{\"id\":\"r\",\"method\":\"role-holder\",\"voters\":[\"persons\"]}]", NULL },
    { RULE ("\"early\":{\"on\":\"safe\"}"), NULL },
    { RULE ("\"early\":{\"on\":\"all-voted\"},\"secret\":true"), NULL },
    { RULE ("\"early\":{\"on\":\"safe\"},\"secret\":true"), "early" },
    { RULE ("\"early\":{\"on\":\"all-voted\",\"tests\":[{\"id\":\"a\",\"share\":\"1/2\"}]},"
            "\"secret\":true"), "early" },
    { RULE ("\"seats\":2"), "seats" },
    { RULE ("\"cap\":{\"by\":\"of\",\"at-most\":2}"), "cap" },
    { RULE ("\"admission\":{\"of\":\"seconded\",\"at-least\":1}"), NULL },
    { RULE ("\"admission\":{\"of\":\"seconded\",\"base\":\"invited\",\"share\":\"1/10\"}"),
      "admission" },
    { RULE ("\"default-option\":\"none\""), "default-option" },
    { RULE ("\"tests\":[{\"id\":\"a\",\"veto\":\"against\",\"holders\":[\"partners\"]}]"), NULL },
    { RULE ("\"tests\":[{\"id\":\"a\",\"bands\":[{\"from\":\"0\",\"share\":\"1/2\"}]}]"), NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterDocumentData) data = must_compile (rows[i].members);

      charter_assert_str (data->rules[0].beyond, rows[i].beyond);
    }
}

CHARTER_TEST (document_meaning, sums)
{
  static const struct { const char *text; guint bits; } rows[] = {
    { "for", CHARTER_SUM_FOR },
    { "for+against", CHARTER_SUM_FOR | CHARTER_SUM_AGAINST },
    { "silent+object+abstain", CHARTER_SUM_SILENT | CHARTER_SUM_OBJECT | CHARTER_SUM_ABSTAIN },
    { "cast", CHARTER_SUM_CAST },
    { "quorum", CHARTER_SUM_QUORUM },
    { "", 0 }, { "+", 0 }, { "for+", 0 }, { "+for", 0 }, { "for + against", 0 }, { "For",
      0 }, { "for+for", 0 },
    { "for+cast", 0 }, { "cast+for", 0 }, { "members+eligible", 0 }, { "against-for", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint bits = 0;

      cr_assert (charter_sum_parse (rows[i].text, &bits) == (rows[i].bits != 0), "%s",
                 rows[i].text);
      cr_assert (bits == rows[i].bits, "%s", rows[i].text);
    }
}

/* Words */

static void
check_ascending (const char *const *words)
{
  for (guint i = 1; words[i] != NULL; i++)
    cr_assert (strcmp (words[i - 1], words[i]) < 0, "%s", words[i]);
}

CHARTER_TEST (document_meaning, words)
{
  check_ascending (charter_check_names);
  check_ascending (charter_check_families);
  check_ascending (charter_measure_names);
  check_ascending (charter_question_ids);
  for (guint i = 0; charter_question_ids[i] != NULL; i++)
    {
      char scale = charter_question_scale (charter_question_ids[i]);

      cr_assert (charter_question_text (charter_question_ids[i]) != NULL, "%s",
                 charter_question_ids[i]);
      cr_assert (scale == 'T' || scale == 'F', "%s", charter_question_ids[i]);
    }
  charter_assert_str (charter_question_text ("q-honest"),
                      "Do they tell you the truth, even when it is hard to say?");
  charter_assert_str (charter_question_text ("q-none"), NULL);
  cr_assert (charter_question_scale ("q-none") == 0);
  cr_assert (g_strv_contains (charter_check_names, "asked") &&
             g_strv_length ((char **) charter_check_names) == 70);
}

/* Models */

CHARTER_TEST (document_meaning, models)
{
  g_auto(GStrv) ids = charter_document_list_models ();

  cr_assert (g_strv_length (ids) == 5);
  check_ascending ((const char *const *) ids);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterDocument) document = charter_document_new_from_model (ids[i], &error);

      cr_assert (error == NULL, "%s: %s", ids[i], error != NULL ? error->message : "");
      charter_assert_str (charter_document_get_id (document), ids[i]);
      check_round_trip (document);
    }
}

/* The goal is that no clause of a model charter cannot be told to be lived. */
CHARTER_TEST (document_meaning, models_leave_no_clause_bare)
{
  static const struct { const char *id; guint n_clauses; } models[] = {
    { "collaborative-working", 25 }, { "partnership-behaviour", 37 }, { "co-production", 13 },
    { "user-led-partnership", 39 }, { "collaborative-care", 35 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_autoptr(CharterDocument) document = charter_document_new_from_model (models[i].id, NULL);
      GListModel *clauses = charter_document_get_clauses (document);

      cr_assert (g_list_model_get_n_items (clauses) == models[i].n_clauses, "%s", models[i].id);
      for (guint j = 0; j < models[i].n_clauses; j++)
        {
          g_autoptr(CharterClause) clause = g_list_model_get_item (clauses, j);

          cr_assert (charter_clause_get_has_checks (clause) ||
                     charter_clause_get_has_attestation (clause),
                     "%s/%s", models[i].id, charter_clause_get_id (clause));
        }
    }
}

CHARTER_TEST (document_meaning, unknown_model)
{
  static const char *const ids[] = { "colaborative-working", "nothing-of-the-kind", "", "../x",
                                     "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(GError) error = NULL;

      cr_assert (charter_document_new_from_model (ids[i], &error) == NULL);
      charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND);
      cr_assert ((strstr (error->message,
                          "did you mean “collaborative-working”?") != NULL) == (i == 0), "%s",
                            error->message);
    }
}
