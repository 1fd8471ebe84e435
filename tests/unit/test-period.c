/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-json-test.h"

#include "base/charter-period-private.h"

static CharterPeriod
period (const char *text)
{
  CharterPeriod value;

  cr_assert (charter_period_parse (text, -1, &value), "%s", text);

  return value;
}

static CharterPeriod
days (gint32            n,
      CharterPeriodUnit unit)
{
  return (CharterPeriod) { .days = n, .unit = unit };
}

static gint32
date (const char *text)
{
  gint32 value;

  cr_assert (charter_date_parse (text, -1, &value), "%s", text);

  return value;
}

static gint64
instant (const char *text)
{
  gint64 value;

  cr_assert (charter_instant_parse (text, -1, &value), "%s", text);

  return value;
}

static void
check_date (gint32      value,
            const char *expected)
{
  char text[CHARTER_DATE_TEXT_SIZE];

  charter_date_format (value, text);
  charter_assert_str (text, expected);
}

static void
check_instant (gint64      value,
               const char *expected)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  charter_instant_format (value, text);
  charter_assert_str (text, expected);
}

static CharterCalendar
calendar_of (const char *name)
{
  CharterCalendar calendar = { 0 };

  cr_assert (charter_holidays_lookup (name, &calendar.holidays, &calendar.n_holidays), "%s", name);

  return calendar;
}

CHARTER_TEST (period, texts_are_read)
{
  static const struct
  {
    const char *text;
    gint32      months, days;
    gint64      seconds;
    const char *written, *words;
  } cases[] = {
    { "P7D", 0, 7, 0, "P7D", "7 days" },
    { "P1D", 0, 1, 0, "P1D", "1 day" },
    { "P1Y", 12, 0, 0, "P1Y", "1 year" },
    { "P12M", 12, 0, 0, "P1Y", "1 year" },
    { "P1M", 1, 0, 0, "P1M", "1 month" },
    { "P2W", 0, 14, 0, "P14D", "14 days" },
    { "PT24H", 0, 0, 86400, "PT24H", "24 hours" },
    { "P1DT12H", 0, 1, 43200, "P1DT12H", "1 day and 12 hours" },
    { "P1Y2M10DT2H30M5S", 14, 10, 9005, "P1Y2M10DT2H30M5S",
      "1 year, 2 months, 10 days, 2 hours, 30 minutes and 5 seconds" },
    { "PT90M", 0, 0, 5400, "PT1H30M", "1 hour and 30 minutes" },
    { "P0D", 0, 0, 0, "P0D", "0 days" },
    { "PT0S", 0, 0, 0, "P0D", "0 days" },
    { "P1M2W", 1, 14, 0, "P1M14D", "1 month and 14 days" },
    { "P999999999D", 0, 999999999, 0, "P999999999D", "999999999 days" },
    { "P007D", 0, 7, 0, "P7D", "7 days" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CharterPeriod p = period (cases[i].text);
      g_autofree char *written = charter_period_to_string (&p);
      g_autofree char *words = charter_period_describe (&p);

      cr_assert (p.months == cases[i].months && p.days == cases[i].days, "%s", cases[i].text);
      cr_assert (p.seconds == cases[i].seconds, "%s", cases[i].text);
      cr_assert (p.unit == CHARTER_PERIOD_CALENDAR && p.from == CHARTER_PERIOD_AFTER);
      charter_assert_str (written, cases[i].written);
      charter_assert_str (words, cases[i].words);
    }
}

CHARTER_TEST (period, other_texts_are_refused)
{
  static const char *const texts[] = {
    "", "P", "PT", "7D", "p7d", "P7", "P7X", "PD", "P1D1M", "P1M1M", "-P1M", "P-1M", "+P1M", "P+1M",
    "P1.5M", "P1,5M", "P1DT", "P1H", "PT1D", "P1DT1H1D", "P1TH", "P1DT1S1H", " P1D", "P1D ", "P 1D",
    "P1000000000D", "P999999999Y", "P0000000001D", "PT1HT1M", "P1W1Y", "R/P1D", "P7D\n", "P７D",
    "PPT1H", "PT1H30", "P2147483648D", "P400000000W",
  };
  CharterPeriod p;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    cr_assert (!charter_period_parse (texts[i], -1, &p), "\"%s\"", texts[i]);
  cr_assert (charter_period_parse ("P1DT1H", 3, &p));
  cr_assert (p.days == 1 && p.seconds == 0);
  cr_assert (!charter_period_parse ("P1D", 2, &p));
  cr_assert (!charter_period_parse ("P1D", 0, &p));
}

CHARTER_TEST (period, words_name_the_unit)
{
  CharterPeriod working = days (10, CHARTER_PERIOD_WORKING_DAYS);
  CharterPeriod clear = days (1, CHARTER_PERIOD_CLEAR_DAYS);
  CharterPeriod none = days (0, CHARTER_PERIOD_WORKING_DAYS);
  g_autofree char *a = charter_period_describe (&working);
  g_autofree char *b = charter_period_describe (&clear);
  g_autofree char *c = charter_period_describe (&none);

  charter_assert_str (a, "10 working days");
  charter_assert_str (b, "1 clear day");
  charter_assert_str (c, "0 working days");
}

CHARTER_TEST (period, kinds)
{
  CharterPeriod hours = period ("PT24H");
  CharterPeriod mixed = period ("P1DT12H");
  CharterPeriod none = period ("P0D");

  cr_assert (charter_period_is_timed (&hours) && !charter_period_is_timed (&mixed));
  cr_assert (!charter_period_is_timed (&none));
  cr_assert (charter_period_is_zero (&none) && !charter_period_is_zero (&hours));
}

CHARTER_TEST (period, ends_by_the_calendar)
{
  static const struct { const char *period, *from; int times; const char *end; } cases[] = {
    { "P28D", "2026-03-03", 1, "2026-03-31" },
    { "P1M", "2025-01-31", 1, "2025-02-28" },
    { "P1M", "2025-01-31", 2, "2025-03-31" },
    { "P1M", "2025-01-31", 13, "2026-02-28" },
    { "P1Y", "2024-02-29", 1, "2025-02-28" },
    { "P1Y", "2024-02-29", 4, "2028-02-29" },
    { "P1M15D", "2025-01-31", 1, "2025-03-15" },
    { "P1M15D", "2025-01-31", 2, "2025-04-30" },
    { "PT1H", "2026-03-03", 1, "2026-03-04" },
    { "PT24H", "2026-03-03", 1, "2026-03-04" },
    { "PT25H", "2026-03-03", 1, "2026-03-05" },
    { "PT36H", "2026-03-03", 2, "2026-03-06" },
    { "P0D", "2026-03-03", 1, "2026-03-03" },
    { "P7D", "2026-03-03", 0, "2026-03-03" },
    { "P3M", "2025-11-30", -1, "2025-08-30" },
    { "P1M", "2025-03-31", -1, "2025-02-28" },
    { "P9999Y", "2026-03-03", 1, "9999-12-31" },
    { "P999999999D", "2026-03-03", G_MAXINT, "9999-12-31" },
    { "PT999999999H", "2026-03-03", G_MAXINT, "9999-12-31" },
    { "P178956970Y", "2026-03-03", G_MAXINT, "9999-12-31" },
    { "P999999999D", "2026-03-03", G_MININT, "0001-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CharterPeriod p = period (cases[i].period);

      check_date (charter_period_end_date (&p, date (cases[i].from), cases[i].times, NULL),
                  cases[i].end);
    }
}

CHARTER_TEST (period, beginning_with_counts_the_first_day)
{
  static const struct { const char *period, *from, *end; } cases[] = {
    { "P28D", "2026-03-03", "2026-03-30" }, { "P1D", "2026-03-03", "2026-03-03" },
    { "P1M", "2026-03-01", "2026-03-31" }, { "P1M", "2026-03-15", "2026-04-14" },
    { "P1Y", "2025-04-01", "2026-03-31" }, { "P1M", "2025-10-31", "2025-11-30" },
    { "P1M", "2025-01-31", "2025-02-28" }, { "P1Y", "2024-02-29", "2025-02-28" },
    { "P0D", "2026-03-03", "2026-03-03" }, { "P1M1D", "2025-01-31", "2025-02-28" },
    { "PT24H", "2026-03-03", "2026-03-03" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CharterPeriod p = period (cases[i].period);

      p.from = CHARTER_PERIOD_BEGINNING_WITH;
      check_date (charter_period_end_date (&p, date (cases[i].from), 1, NULL), cases[i].end);
    }
}

CHARTER_TEST (period, clear_days_lie_between)
{
  CharterPeriod p = days (14, CHARTER_PERIOD_CLEAR_DAYS);

  check_date (charter_period_end_date (&p, date ("2026-03-01"), 1, NULL), "2026-03-16");
  check_date (charter_period_before_date (&p, date ("2026-03-16"), NULL), "2026-03-01");
  p = days (0, CHARTER_PERIOD_CLEAR_DAYS);
  check_date (charter_period_end_date (&p, date ("2026-03-01"), 1, NULL), "2026-03-02");
  p = days (G_MAXINT32, CHARTER_PERIOD_CLEAR_DAYS);
  check_date (charter_period_end_date (&p, date ("2026-03-01"), G_MAXINT, NULL), "9999-12-31");
}

CHARTER_TEST (period, working_days)
{
  CharterCalendar england = calendar_of ("england-and-wales");
  CharterCalendar scotland = calendar_of ("scotland");
  CharterCalendar weekend = { .working = 0x60 };
  CharterPeriod p = days (1, CHARTER_PERIOD_WORKING_DAYS);

  /* Maundy Thursday 2 April 2026: Good Friday, weekend, Easter Monday. */
  check_date (charter_period_end_date (&p, date ("2026-04-02"), 1, &england), "2026-04-07");
  check_date (charter_period_end_date (&p, date ("2026-04-02"), 1, &scotland), "2026-04-06");
  check_date (charter_period_end_date (&p, date ("2026-04-02"), 1, NULL), "2026-04-03");
  check_date (charter_period_end_date (&p, date ("2026-04-02"), 1, &weekend), "2026-04-04");
  check_date (charter_period_end_date (&p, date ("2026-04-02"), 3, &england), "2026-04-09");
  check_date (charter_period_before_date (&p, date ("2026-04-07"), &england), "2026-04-02");
  check_date (charter_period_end_date (&p, date ("2026-04-07"), -1, &england), "2026-04-02");
  p.from = CHARTER_PERIOD_BEGINNING_WITH;
  check_date (charter_period_end_date (&p, date ("2026-04-02"), 1, &england), "2026-04-02");
  check_date (charter_period_end_date (&p, date ("2026-04-03"), 1, &england), "2026-04-07");
  p = days (0, CHARTER_PERIOD_WORKING_DAYS);
  check_date (charter_period_end_date (&p, date ("2026-04-04"), 1, &england), "2026-04-04");
}

CHARTER_TEST (period, is_a_working_day)
{
  CharterCalendar england = calendar_of ("england-and-wales");

  cr_assert (charter_calendar_is_working_day (&england, date ("2026-04-02")));
  cr_assert (!charter_calendar_is_working_day (&england, date ("2026-04-03")));
  cr_assert (!charter_calendar_is_working_day (&england, date ("2026-04-05")));
  cr_assert (charter_calendar_is_working_day (NULL, date ("2026-04-03")));
  cr_assert (!charter_calendar_is_working_day (NULL, date ("2026-04-04")));
}

/* The quick walk gives what counting day by day gives. */
CHARTER_TEST (period, working_days_match_counting)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (int round = 0; round < 3000; round++)
    {
      gint32 holidays[40];
      CharterCalendar calendar = { .working = (guint8) g_rand_int_range (random, 1, 128),
                                   .holidays = holidays };
      gint32 start = date ("2026-01-01") + g_rand_int_range (random, 0, 200);
      CharterPeriod p = days (g_rand_int_range (random, 1, 60), CHARTER_PERIOD_WORKING_DAYS);
      int step = g_rand_boolean (random) ? 1 : -1;
      gint32 day = date ("2025-12-01"), at = start;

      for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
        holidays[i] = day += g_rand_int_range (random, 0, 5);
      calendar.n_holidays = (guint) g_rand_int_range (random, 0, 41);
      for (int left = p.days; left > 0;)
        {
          at += step;
          left -= charter_calendar_is_working_day (&calendar, at) ? 1 : 0;
        }
      cr_assert (charter_period_end_date (&p, start, step, &calendar) == at, "round %d", round);
    }
}

CHARTER_TEST (period, many_working_days_take_no_time)
{
  CharterCalendar england = calendar_of ("england-and-wales");
  CharterPeriod p = days (G_MAXINT32, CHARTER_PERIOD_WORKING_DAYS);
  gint64 start = g_get_monotonic_time ();

  england.working = 0x40;
  for (int i = 0; i < 10000; i++)
    check_date (charter_period_end_date (&p, date ("2026-04-02"), G_MAXINT, &england),
                "9999-12-31");
  cr_assert (g_get_monotonic_time () - start < 2 * G_USEC_PER_SEC);
}

CHARTER_TEST (period, instants_keep_civil_time)
{
  static const struct { const char *period, *at, *after; } cases[] = {
    { "P1D", "2026-03-28T12:00:00Z", "2026-03-29T11:00:00Z" },
    { "PT24H", "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z" },
    { "P1M", "2026-01-31T09:00:00Z", "2026-02-28T09:00:00Z" },
    { "P6M", "2026-01-15T14:00:00Z", "2026-07-15T13:00:00Z" },
    /* 01:30 does not exist on 29 March. */
    { "P1D", "2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z" },
    /* 01:30 comes twice on 25 October. */
    { "P1D", "2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z" },
    { "P1DT2H", "2026-10-24T00:30:00Z", "2026-10-25T02:30:00Z" },
    /* The second 01:30 stays where it is if nothing is added. */
    { "P0D", "2026-10-25T01:30:00Z", "2026-10-25T01:30:00Z" },
    { "PT30M", "2026-10-25T01:30:00Z", "2026-10-25T02:00:00Z" },
  };
  g_autoptr(CharterZone) zone = charter_zone_new ("Europe/London");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CharterPeriod p = period (cases[i].period);

      check_instant (charter_period_add_to_instant (&p, instant (cases[i].at), zone, NULL),
                     cases[i].after);
    }
}

CHARTER_TEST (period, instants_go_back)
{
  static const struct { const char *period, *at, *before; } cases[] = {
    { "P1D", "2026-03-29T11:00:00Z", "2026-03-28T12:00:00Z" },
    { "PT24H", "2026-03-29T11:00:00Z", "2026-03-28T11:00:00Z" },
    { "P1M", "2026-03-31T08:00:00Z", "2026-02-28T09:00:00Z" },
  };
  g_autoptr(CharterZone) zone = charter_zone_new ("Europe/London");
  CharterCalendar england = calendar_of ("england-and-wales");
  CharterPeriod working = days (2, CHARTER_PERIOD_WORKING_DAYS);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CharterPeriod p = period (cases[i].period);

      check_instant (charter_period_subtract_from_instant (&p, instant (cases[i].at), zone, NULL),
                     cases[i].before);
    }
  check_instant (charter_period_subtract_from_instant (&working, instant ("2026-04-07T11:00:00Z"),
                                                       zone, &england), "2026-04-01T11:00:00Z");
  check_instant (charter_period_add_to_instant (&working, instant ("2026-04-01T11:00:00Z"), zone,
                                                &england), "2026-04-07T11:00:00Z");
  working.from = CHARTER_PERIOD_BEGINNING_WITH;
  check_instant (charter_period_add_to_instant (&working, instant ("2026-04-01T11:00:00Z"), zone,
                                                &england), "2026-04-07T11:00:00Z");
}

CHARTER_TEST (period, deadlines)
{
  static const struct { const char *period, *at, *deadline; } cases[] = {
    { "P28D", "2026-03-03T10:00:00Z", "2026-03-31T22:59:59Z" },
    { "P7D", "2026-10-20T10:00:00Z", "2026-10-27T23:59:59Z" },
    { "PT24H", "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z" },
    { "P1M", "2026-01-31T23:30:00Z", "2026-02-28T23:59:59Z" },
    /* Already the 1st of July in London. */
    { "P1D", "2026-06-30T23:30:00Z", "2026-07-02T22:59:59Z" },
    { "P1DT12H", "2026-07-01T11:00:00Z", "2026-07-03T22:59:59Z" },
    { "P0D", "2026-01-15T11:00:00Z", "2026-01-15T23:59:59Z" },
    { "P9999Y", "2026-01-15T11:00:00Z", "9999-12-31T23:59:59Z" },
  };
  g_autoptr(CharterZone) zone = charter_zone_new ("Europe/London");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CharterPeriod p = period (cases[i].period);

      check_instant (charter_period_deadline (&p, instant (cases[i].at), zone, NULL),
                     cases[i].deadline);
    }
}

CHARTER_TEST (period, holidays_are_known)
{
  static const struct { const char *name; guint n; } cases[] = {
    { "england-and-wales", 83 }, { "scotland", 94 }, { "northern-ireland", 103 },
  };
  const gint32 *holidays;
  guint n;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cr_assert (charter_holidays_lookup (cases[i].name, &holidays, &n));
      cr_assert (n == cases[i].n, "%s: %u", cases[i].name, n);
      for (guint j = 1; j < n; j++)
        cr_assert (holidays[j - 1] < holidays[j]);
      check_date (holidays[0], "2019-01-01");
    }
  cr_assert (!charter_holidays_lookup ("atlantis", &holidays, &n));
  cr_assert (holidays == NULL && n == 0);
}

CHARTER_TEST (period, holidays_are_those_published)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *root = charter_test_read_shared (arena, "recurrences/bank-holidays-uk.json");

  if (root == NULL)
    return;

  for (const CharterNode *c = charter_node_first (root); c != NULL;
       c = charter_node_next (root, c))
    {
      const CharterNode *events = charter_node_member (c, "events");
      CharterCalendar calendar = calendar_of (c->key);
      guint i = 0;

      cr_assert (events->length == calendar.n_holidays);
      for (const CharterNode *e = charter_node_first (events); e != NULL;
           e = charter_node_next (events, e))
        check_date (calendar.holidays[i++], charter_node_member_string (e, "date"));
    }
}

static gboolean
check_notice (const CharterNode *item)
{
  const CharterNode *cycle = charter_node_member (item, "cycle");
  const char *counting = charter_node_member_string (cycle, "counting");
  const char *name = charter_node_member_string (cycle, "calendar");
  CharterCalendar calendar = { 0 };
  CharterPeriod p = { .days = (gint32) charter_node_member_integer (cycle, "notice", 0) };

  if (name != NULL)
    calendar = calendar_of (name);
  if (strcmp (counting, "clear-working") == 0)
    return FALSE;
  if (strcmp (counting, "clear") == 0)
    p.unit = CHARTER_PERIOD_CLEAR_DAYS;
  else if (strcmp (counting, "working") == 0)
    p.unit = CHARTER_PERIOD_WORKING_DAYS;
  check_date (charter_period_before_date (&p, date (charter_node_member_string (cycle, "before")),
                                          &calendar),
              charter_node_at (item, "/expected/0")->string);

  return TRUE;
}

CHARTER_TEST (period, shared_notice_cases)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *root = charter_test_read_shared (arena, "recurrences/notice-periods.json");
  const CharterNode *cases = charter_node_member (root, "cases");
  guint n = 0, left_out = 0;

  if (cases == NULL)
    return;

  for (const CharterNode *c = charter_node_first (cases); c != NULL;
       c = charter_node_next (cases, c))
    {
      if (check_notice (c))
        n++;
      else
        left_out++;
    }
  g_printerr ("# %u cases of notice-periods.json; %u count clear working days, which periods do "
              "not have\n", n, left_out);
  cr_assert (n >= 9);
}

/* The n-th working day of a month is n working days after the end of the month before, or
 * before the start of the next. */
static void
check_working_day (const CharterNode *item)
{
  const CharterNode *cycle = charter_node_member (item, "cycle");
  const CharterNode *expected = charter_node_member (item, "expected");
  CharterCalendar calendar = calendar_of (charter_node_member_string (cycle, "calendar"));
  gint32 n = (gint32) charter_node_member_integer (cycle, "working_day", 0);
  CharterPeriod p = days (ABS (n), CHARTER_PERIOD_WORKING_DAYS);

  for (const CharterNode *c = charter_node_first (expected); c != NULL;
       c = charter_node_next (expected, c))
    {
      gint32 answer = date (c->string);
      int year, month, day;
      gint32 first;

      charter_date_to_ymd (answer, &year, &month, &day);
      first = answer - day + 1;
      if (n > 0)
        check_date (charter_period_end_date (&p, first - 1, 1, &calendar), c->string);
      else
        check_date (charter_period_before_date (&p, charter_date_add_months (first, 1), &calendar),
                    c->string);
    }
}

CHARTER_TEST (period, shared_working_day_cases)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *root = charter_test_read_shared (arena, "recurrences/working-days.json");
  const CharterNode *cases = charter_node_member (root, "cases");
  guint n = 0;

  if (cases == NULL)
    return;

  for (const CharterNode *c = charter_node_first (cases); c != NULL;
       c = charter_node_next (cases, c))
    {
      if (charter_node_at (c, "/cycle/working_day") == NULL)
        continue;
      check_working_day (c);
      n++;
    }
  g_printerr ("# %u cases of working-days.json\n", n);
  cr_assert (n > 0);
}

CHARTER_TEST (period, shared_cycle_cases)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *root = charter_test_read_shared (arena, "recurrences/iso8601-cycles.json");
  const CharterNode *cases = charter_node_member (root, "cases");
  guint n = 0;

  if (cases == NULL)
    return;

  for (const CharterNode *c = charter_node_first (cases); c != NULL;
       c = charter_node_next (cases, c))
    {
      const CharterNode *cycle = charter_node_member (c, "cycle");
      const CharterNode *expected = charter_node_member (c, "expected");
      const char *every = charter_node_member_string (cycle, "every");
      CharterPeriod p;
      int times = 0;

      if (every == NULL)
        continue;
      p = period (every);
      for (const CharterNode *e = charter_node_first (expected); e != NULL;
           e = charter_node_next (expected, e))
        check_date (charter_period_end_date (&p, date (charter_node_member_string (c, "dtstart")),
                                             times++, NULL), e->string);
      n++;
    }
  g_printerr ("# %u cases of iso8601-cycles.json\n", n);
  cr_assert (n >= 8);
}
