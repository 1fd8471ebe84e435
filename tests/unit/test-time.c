/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-json-test.h"

#include "base/charter-time-private.h"

#include <locale.h>

static gint64
instant (const char *text)
{
  gint64 value;

  cr_assert (charter_instant_parse (text, -1, &value), "%s", text);

  return value;
}

static gint32
date (const char *text)
{
  gint32 value;

  cr_assert (charter_date_parse (text, -1, &value), "%s", text);

  return value;
}

static void
check_instant (gint64      value,
               const char *expected)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  charter_instant_format (value, text);
  charter_assert_str (text, expected);
}

static void
check_date (gint32      value,
            const char *expected)
{
  char text[CHARTER_DATE_TEXT_SIZE];

  charter_date_format (value, text);
  charter_assert_str (text, expected);
}

CHARTER_TEST (time, instants_are_read_and_written)
{
  static const struct { const char *text; gint64 value; } cases[] = {
    { "1970-01-01T00:00:00Z", 0 },
    { "1970-01-01T00:00:01Z", 1 },
    { "1969-12-31T23:59:59Z", -1 },
    { "2026-03-02T10:00:04Z", 1772445604 },
    { "2000-02-29T12:00:00Z", 951825600 },
    { "1900-03-01T00:00:00Z", -2203891200 },
    { "2038-01-19T03:14:08Z", 2147483648 },
    { "0001-01-01T00:00:00Z", -62135596800 },
    { "9999-12-31T23:59:59Z", 253402300799 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cr_assert (instant (cases[i].text) == cases[i].value, "%s", cases[i].text);
      check_instant (cases[i].value, cases[i].text);
    }
}

CHARTER_TEST (time, reading_is_strict)
{
  static const char *const texts[] = {
    "", "2026-03-02", "2026-03-02T10:00Z", "2026-03-02T10:00:00", "2026-03-02T10:00:00z",
    "2026-03-02t10:00:00Z", "2026-03-02 10:00:00Z", "20260302T100000Z", "2026-W10-1T10:00:00Z",
    "2026-061T10:00:00Z", "2026-03-02T10:00:00.5Z", "2026-03-02T10:00:00,5Z",
    "2026-03-02T10:00:00+00:00", "2026-03-02T24:00:00Z", "2026-03-02T23:60:00Z",
    "2026-03-02T23:59:60Z", "2026-13-02T10:00:00Z", "2026-00-02T10:00:00Z",
    "2026-02-29T10:00:00Z", "1900-02-29T10:00:00Z", "2026-04-31T10:00:00Z",
    "2026-01-00T10:00:00Z", "2026-01-32T10:00:00Z", "0000-01-01T00:00:00Z",
    "10000-01-01T00:00:00Z", "-001-01-01T00:00:00Z", "+026-01-01T00:00:00Z",
    " 2026-03-02T10:00:00Z", "2026-03-02T10:00:00Z ", "2026-03-02T1 :00:00Z",
    "2026-03-02T-1:00:00Z", "2026/03/02T10:00:00Z", "2026-03-02T10.00.00Z",
    "２026-03-02T10:00:0Z",
  };
  static const char *const dates[] = {
    "", "2026-3-02", "2026-03-2", "26-03-02", "2026-02-29", "2100-02-29", "2026-03-32",
    "0000-01-01",
    "2026-03-02Z", "20260302", "2026-W10-1", "2026-061", "2026-03-02 ", "2026-0a-01", "10000-01-01",
  };
  gint64 value;
  gint32 day;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    cr_assert (!charter_instant_parse (texts[i], -1, &value), "\"%s\"", texts[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    cr_assert (!charter_date_parse (dates[i], -1, &day), "\"%s\"", dates[i]);
  cr_assert (charter_date_parse ("2026-03-021", 10, &day));
  cr_assert (!charter_date_parse ("2026-03-02", 9, &day));
  cr_assert (charter_instant_parse ("2026-03-02T10:00:00Z!", 20, &value));
}

CHARTER_TEST (time, every_date_has_one_number)
{
  gint32 expected = date ("0001-01-01");
  int weekday = charter_date_weekday (expected);

  for (int year = 1; year <= 9999; year++)
    {
      for (int month = 1; month <= 12; month++)
        {
          for (int day = 1; day <= 31; day++)
            {
              gint32 number = charter_date_from_ymd (year, month, day);
              int y, m, d;

              cr_assert ((number != CHARTER_DATE_NONE) == g_date_valid_dmy ((GDateDay) day, month,
                                                                            (GDateYear) year));
              if (number == CHARTER_DATE_NONE)
                continue;
              cr_assert (number == expected);
              charter_date_to_ymd (number, &y, &m, &d);
              cr_assert (y == year && m == month && d == day);
              cr_assert (charter_date_weekday (number) == weekday);
              weekday = (weekday + 1) % 7;
              expected++;
            }
        }
    }
  check_date (expected - 1, "9999-12-31");
}

CHARTER_TEST (time, weekdays)
{
  cr_assert (charter_date_weekday (date ("1970-01-01")) == 3);
  cr_assert (charter_date_weekday (date ("2026-03-02")) == 0);
  cr_assert (charter_date_weekday (date ("2024-02-29")) == 3);
  cr_assert (charter_date_weekday (date ("0001-01-01")) == 0);
  cr_assert (charter_date_weekday (date ("1969-12-28")) == 6);
}

CHARTER_TEST (time, invalid_dates_have_no_number)
{
  cr_assert (charter_date_from_ymd (2026, 2, 29) == CHARTER_DATE_NONE);
  cr_assert (charter_date_from_ymd (0, 1, 1) == CHARTER_DATE_NONE);
  cr_assert (charter_date_from_ymd (10000, 1, 1) == CHARTER_DATE_NONE);
  cr_assert (charter_date_from_ymd (-5, -5, -5) == CHARTER_DATE_NONE);
  check_date (CHARTER_DATE_NONE, "");
  check_instant (CHARTER_INSTANT_NONE, "");
}

CHARTER_TEST (time, months_are_added)
{
  static const struct { const char *from; int months; const char *to; } cases[] = {
    { "2025-01-31", 1, "2025-02-28" }, { "2024-01-31", 1, "2024-02-29" },
    { "2025-01-31", 2, "2025-03-31" }, { "2025-03-31", -1, "2025-02-28" },
    { "2024-02-29", 12, "2025-02-28" }, { "2024-02-29", 48, "2028-02-29" },
    { "2025-12-15", 1, "2026-01-15" }, { "2026-01-15", -1, "2025-12-15" },
    { "2026-01-15", -13, "2024-12-15" }, { "2026-01-15", 0, "2026-01-15" },
    { "9999-12-15", 1, "9999-12-31" }, { "0001-01-15", -1, "0001-01-01" },
    { "2026-01-15", G_MAXINT, "9999-12-31" }, { "2026-01-15", G_MININT, "0001-01-01" },
    { "0001-01-31", 119987, "9999-12-31" }, { "1899-11-30", 3, "1900-02-28" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_date (charter_date_add_months (date (cases[i].from), cases[i].months), cases[i].to);
  check_date (charter_date_add_months (date ("2026-01-15"), G_MAXINT64), "9999-12-31");
  check_date (charter_date_add_months (date ("2026-01-15"), G_MININT64), "0001-01-01");
}

CHARTER_TEST (time, instants_are_cut_to_the_day)
{
  check_instant (charter_instant_cut_to_day (instant ("2026-03-02T23:59:59Z")),
                 "2026-03-02T00:00:00Z");
  check_instant (charter_instant_cut_to_day (instant ("1969-12-31T00:00:01Z")),
                 "1969-12-31T00:00:00Z");
  check_instant (charter_instant_cut_to_day (instant ("1969-12-31T00:00:00Z")),
                 "1969-12-31T00:00:00Z");
}

CHARTER_TEST (time, what_lies_outside_is_shown_as_the_edge)
{
  check_instant (G_MAXINT64, "9999-12-31T23:59:59Z");
  check_instant (G_MININT64 + 1, "0001-01-01T00:00:00Z");
  check_date (G_MAXINT32, "9999-12-31");
  check_date (G_MININT32 + 1, "0001-01-01");
}

CHARTER_TEST (time, unknown_zones_are_refused)
{
  static const char *const names[] = {
    "", "Nowhere/Else", "+01:00", "-05", "Z", "UTC+1", "utc", "europe/london", "Europe",
    "EST5EDT,M3.2.0,M11.1.0", "ABC3", "<+03>-3", "localtime", "posixrules", "Factory",
    "right/Europe/London", "posix/Europe/London", "../zoneinfo/UTC", "/usr/share/zoneinfo/UTC",
    "Europe/../Europe/London", "Europe/London ", " Europe/London", ":Europe/London", "Europe//",
  };
  static const char *const known[] = {
    "UTC", "Europe/London", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "EST5EDT", "Zulu", "GB",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    cr_assert (charter_zone_new (names[i]) == NULL, "\"%s\"", names[i]);
  cr_assert (charter_zone_new (NULL) == NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr(CharterZone) zone = charter_zone_new (known[i]);

      cr_assert (zone != NULL, "%s", known[i]);
      charter_assert_str (charter_zone_get_name (zone), known[i]);
    }
}

CHARTER_TEST (time, zones_are_counted)
{
  g_autoptr(CharterZone) zone = charter_zone_new ("Europe/London");
  CharterZone *same = charter_zone_ref (zone);

  cr_assert (same == zone);
  charter_zone_unref (same);
  charter_assert_str (charter_zone_get_name (zone), "Europe/London");
}

typedef struct
{
  const char *zone;
  const char *date;
  int         second;
  const char *instant;
} Local;

static void
check_locals (const Local *cases,
              gsize        n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr(CharterZone) zone = charter_zone_new (cases[i].zone);

      cr_assert (zone != NULL, "%s", cases[i].zone);
      check_instant (charter_zone_resolve (zone, date (cases[i].date), cases[i].second),
                     cases[i].instant);
    }
}

CHARTER_TEST (time, gaps_move_forward_and_folds_take_the_earlier)
{
  static const Local cases[] = {
    { "UTC", "2026-03-29", 5400, "2026-03-29T01:30:00Z" },
    /* 01:00 to 02:00 does not exist. */
    { "Europe/London", "2026-03-29", 3599, "2026-03-29T00:59:59Z" },
    { "Europe/London", "2026-03-29", 3600, "2026-03-29T01:00:00Z" },
    { "Europe/London", "2026-03-29", 5400, "2026-03-29T01:30:00Z" },
    { "Europe/London", "2026-03-29", 7200, "2026-03-29T01:00:00Z" },
    { "Europe/London", "2026-03-29", 9000, "2026-03-29T01:30:00Z" },
    /* 01:00 to 02:00 comes twice. */
    { "Europe/London", "2026-10-25", 3599, "2026-10-24T23:59:59Z" },
    { "Europe/London", "2026-10-25", 3600, "2026-10-25T00:00:00Z" },
    { "Europe/London", "2026-10-25", 5400, "2026-10-25T00:30:00Z" },
    { "Europe/London", "2026-10-25", 7200, "2026-10-25T02:00:00Z" },
    { "America/New_York", "2026-03-08", 9000, "2026-03-08T07:30:00Z" },
    { "America/New_York", "2026-11-01", 5400, "2026-11-01T05:30:00Z" },
    { "Australia/Lord_Howe", "2026-10-04", 8100, "2026-10-03T15:45:00Z" },
    /* A whole day that did not exist. */
    { "Pacific/Apia", "2011-12-30", 43200, "2011-12-30T22:00:00Z" },
    /* Far ahead the rules go on. */
    { "Europe/London", "2075-07-01", 43200, "2075-07-01T11:00:00Z" },
    { "Europe/London", "9999-12-31", 86399, "9999-12-31T23:59:59Z" },
    { "Asia/Tokyo", "0001-01-01", 0, "0001-01-01T00:00:00Z" },
  };

  check_locals (cases, G_N_ELEMENTS (cases));
}

CHARTER_TEST (time, days_begin_where_they_begin)
{
  static const struct { const char *zone, *date, *start; } cases[] = {
    { "UTC", "2026-03-29", "2026-03-29T00:00:00Z" },
    { "Europe/London", "2026-03-29", "2026-03-29T00:00:00Z" },
    { "Europe/London", "2026-03-30", "2026-03-29T23:00:00Z" },
    { "Europe/London", "2026-10-25", "2026-10-24T23:00:00Z" },
    { "Europe/London", "2026-10-26", "2026-10-26T00:00:00Z" },
    /* Midnight is skipped. */
    { "Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z" },
    /* 23:30 became 00:30: the day starts at 00:30. */
    { "America/Toronto", "1919-03-31", "1919-03-31T04:30:00Z" },
    /* Midnight comes twice: the day starts at the first. */
    { "America/Havana", "2026-11-01", "2026-11-01T04:00:00Z" },
    /* The day did not exist: where the next one starts. */
    { "Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z" },
    { "Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CharterZone) zone = charter_zone_new (cases[i].zone);

      cr_assert (zone != NULL, "%s", cases[i].zone);
      check_instant (charter_zone_start_of (zone, date (cases[i].date)), cases[i].start);
    }
}

/* Every hour of two years, in zones of many kinds: date and time of day lead back, except
 * in folds, where they lead to the earlier. */
CHARTER_TEST (time, local_time_leads_back)
{
  static const char *const names[] = {
    "UTC", "Europe/London", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe",
    "Pacific/Apia", "Africa/Casablanca", "America/Havana", "Antarctica/Troll", "Asia/Gaza",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(CharterZone) zone = charter_zone_new (names[i]);
      gint64 end = instant ("2027-01-01T00:00:00Z");

      for (gint64 at = instant ("2025-01-01T00:00:00Z"); at < end; at += 1800)
        {
          gint32 day = charter_zone_date_of (zone, at);
          int second = charter_zone_second_of_day (zone, at);
          gint64 back = charter_zone_resolve (zone, day, second);

          cr_assert (second >= 0 && second < CHARTER_SECONDS_A_DAY);
          cr_assert (back == at || (back < at && at - back <= 7200), "%s", names[i]);
          cr_assert (charter_zone_date_of (zone, back) == day);
          cr_assert (charter_zone_second_of_day (zone, back) == second);
          cr_assert (charter_zone_start_of (zone, day) <= at);
          cr_assert (charter_zone_date_of (zone, charter_zone_start_of (zone, day)) == day);
          cr_assert (charter_zone_date_of (zone, charter_zone_start_of (zone, day) - 1) < day);
        }
    }
}

CHARTER_TEST (time, process_settings_do_not_matter)
{
  g_autoptr(CharterZone) zone = NULL;

  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  setlocale (LC_ALL, "tr_TR.UTF-8");
  zone = charter_zone_new ("Europe/London");
  check_instant (instant ("2026-03-02T10:00:00Z"), "2026-03-02T10:00:00Z");
  check_instant (charter_zone_start_of (zone, date ("2026-07-01")), "2026-06-30T23:00:00Z");
}

static void
check_shared_case (const CharterNode *item)
{
  g_autoptr(CharterZone) zone = charter_zone_new (charter_node_member_string (item, "tz"));
  const CharterNode *cycle = charter_node_member (item, "cycle");
  const CharterNode *expected = charter_node_member (item, "expected");
  const char *day = charter_node_member_string (cycle, "day");
  const char *at = charter_node_member_string (cycle, "instant");

  cr_assert (zone != NULL);
  if (day != NULL)
    {
      check_instant (charter_zone_start_of (zone, date (day)),
                     charter_node_at (expected, "/0")->string);
      check_instant (charter_zone_start_of (zone, date (day) + 1),
                     charter_node_at (expected, "/1")->string);
    }
  if (at != NULL)
    check_date (charter_zone_date_of (zone, instant (at)),
                charter_node_at (expected, "/0")->string);
}

CHARTER_TEST (time, shared_cases)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *root = charter_test_read_shared (arena, "recurrences/time-zones.json");
  const CharterNode *cases = charter_node_member (root, "cases");
  guint n = 0;

  if (cases == NULL)
    return;

  for (const CharterNode *c = charter_node_first (cases); c != NULL;
       c = charter_node_next (cases, c))
    {
      if (charter_node_member (c, "cycle") == NULL)
        continue;
      check_shared_case (c);
      n++;
    }
  g_printerr ("# %u cases of time-zones.json\n", n);
  cr_assert (n >= 7);
}
