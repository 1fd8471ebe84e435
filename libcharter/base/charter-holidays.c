/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by generate-holidays.py; do not edit by hand.
 *
 * Bank holidays of the United Kingdom, 2019 to 2028, as published at
 * https://www.gov.uk/bank-holidays (data: https://www.gov.uk/bank-holidays.json), Crown
 * copyright; the data stand in the source of the gov.uk frontend under the MIT licence, the
 * pages under the Open Government Licence v3.0.  State of 24 November 2025; later
 * proclamations will add to them. */
#include "base/charter-period-private.h"

#include <string.h>

static const gint32 england_and_wales[] = {
  17897,  /* 2019-01-01 New Year's Day */
  18005,  /* 2019-04-19 Good Friday */
  18008,  /* 2019-04-22 Easter Monday */
  18022,  /* 2019-05-06 Early May bank holiday */
  18043,  /* 2019-05-27 Spring bank holiday */
  18134,  /* 2019-08-26 Summer bank holiday */
  18255,  /* 2019-12-25 Christmas Day */
  18256,  /* 2019-12-26 Boxing Day */
  18262,  /* 2020-01-01 New Year's Day */
  18362,  /* 2020-04-10 Good Friday */
  18365,  /* 2020-04-13 Easter Monday */
  18390,  /* 2020-05-08 Early May bank holiday (VE day) */
  18407,  /* 2020-05-25 Spring bank holiday */
  18505,  /* 2020-08-31 Summer bank holiday */
  18621,  /* 2020-12-25 Christmas Day */
  18624,  /* 2020-12-28 Boxing Day */
  18628,  /* 2021-01-01 New Year's Day */
  18719,  /* 2021-04-02 Good Friday */
  18722,  /* 2021-04-05 Easter Monday */
  18750,  /* 2021-05-03 Early May bank holiday */
  18778,  /* 2021-05-31 Spring bank holiday */
  18869,  /* 2021-08-30 Summer bank holiday */
  18988,  /* 2021-12-27 Christmas Day */
  18989,  /* 2021-12-28 Boxing Day */
  18995,  /* 2022-01-03 New Year's Day */
  19097,  /* 2022-04-15 Good Friday */
  19100,  /* 2022-04-18 Easter Monday */
  19114,  /* 2022-05-02 Early May bank holiday */
  19145,  /* 2022-06-02 Spring bank holiday */
  19146,  /* 2022-06-03 Platinum Jubilee bank holiday */
  19233,  /* 2022-08-29 Summer bank holiday */
  19254,  /* 2022-09-19 Bank Holiday for the State Funeral of Queen Elizabeth II */
  19352,  /* 2022-12-26 Boxing Day */
  19353,  /* 2022-12-27 Christmas Day */
  19359,  /* 2023-01-02 New Year's Day */
  19454,  /* 2023-04-07 Good Friday */
  19457,  /* 2023-04-10 Easter Monday */
  19478,  /* 2023-05-01 Early May bank holiday */
  19485,  /* 2023-05-08 Bank holiday for the coronation of King Charles III */
  19506,  /* 2023-05-29 Spring bank holiday */
  19597,  /* 2023-08-28 Summer bank holiday */
  19716,  /* 2023-12-25 Christmas Day */
  19717,  /* 2023-12-26 Boxing Day */
  19723,  /* 2024-01-01 New Year's Day */
  19811,  /* 2024-03-29 Good Friday */
  19814,  /* 2024-04-01 Easter Monday */
  19849,  /* 2024-05-06 Early May bank holiday */
  19870,  /* 2024-05-27 Spring bank holiday */
  19961,  /* 2024-08-26 Summer bank holiday */
  20082,  /* 2024-12-25 Christmas Day */
  20083,  /* 2024-12-26 Boxing Day */
  20089,  /* 2025-01-01 New Year's Day */
  20196,  /* 2025-04-18 Good Friday */
  20199,  /* 2025-04-21 Easter Monday */
  20213,  /* 2025-05-05 Early May bank holiday */
  20234,  /* 2025-05-26 Spring bank holiday */
  20325,  /* 2025-08-25 Summer bank holiday */
  20447,  /* 2025-12-25 Christmas Day */
  20448,  /* 2025-12-26 Boxing Day */
  20454,  /* 2026-01-01 New Year's Day */
  20546,  /* 2026-04-03 Good Friday */
  20549,  /* 2026-04-06 Easter Monday */
  20577,  /* 2026-05-04 Early May bank holiday */
  20598,  /* 2026-05-25 Spring bank holiday */
  20696,  /* 2026-08-31 Summer bank holiday */
  20812,  /* 2026-12-25 Christmas Day */
  20815,  /* 2026-12-28 Boxing Day */
  20819,  /* 2027-01-01 New Year's Day */
  20903,  /* 2027-03-26 Good Friday */
  20906,  /* 2027-03-29 Easter Monday */
  20941,  /* 2027-05-03 Early May bank holiday */
  20969,  /* 2027-05-31 Spring bank holiday */
  21060,  /* 2027-08-30 Summer bank holiday */
  21179,  /* 2027-12-27 Christmas Day */
  21180,  /* 2027-12-28 Boxing Day */
  21186,  /* 2028-01-03 New Year's Day */
  21288,  /* 2028-04-14 Good Friday */
  21291,  /* 2028-04-17 Easter Monday */
  21305,  /* 2028-05-01 Early May bank holiday */
  21333,  /* 2028-05-29 Spring bank holiday */
  21424,  /* 2028-08-28 Summer bank holiday */
  21543,  /* 2028-12-25 Christmas Day */
  21544,  /* 2028-12-26 Boxing Day */
};

static const gint32 scotland[] = {
  17897,  /* 2019-01-01 New Year's Day */
  17898,  /* 2019-01-02 2nd January */
  18005,  /* 2019-04-19 Good Friday */
  18022,  /* 2019-05-06 Early May bank holiday */
  18043,  /* 2019-05-27 Spring bank holiday */
  18113,  /* 2019-08-05 Summer bank holiday */
  18232,  /* 2019-12-02 St Andrew's Day */
  18255,  /* 2019-12-25 Christmas Day */
  18256,  /* 2019-12-26 Boxing Day */
  18262,  /* 2020-01-01 New Year's Day */
  18263,  /* 2020-01-02 2nd January */
  18362,  /* 2020-04-10 Good Friday */
  18390,  /* 2020-05-08 Early May bank holiday (VE day) */
  18407,  /* 2020-05-25 Spring bank holiday */
  18477,  /* 2020-08-03 Summer bank holiday */
  18596,  /* 2020-11-30 St Andrew's Day */
  18621,  /* 2020-12-25 Christmas Day */
  18624,  /* 2020-12-28 Boxing Day */
  18628,  /* 2021-01-01 New Year's Day */
  18631,  /* 2021-01-04 2nd January */
  18719,  /* 2021-04-02 Good Friday */
  18750,  /* 2021-05-03 Early May bank holiday */
  18778,  /* 2021-05-31 Spring bank holiday */
  18841,  /* 2021-08-02 Summer bank holiday */
  18961,  /* 2021-11-30 St Andrew's Day */
  18988,  /* 2021-12-27 Christmas Day */
  18989,  /* 2021-12-28 Boxing Day */
  18995,  /* 2022-01-03 New Year's Day */
  18996,  /* 2022-01-04 2nd January */
  19097,  /* 2022-04-15 Good Friday */
  19114,  /* 2022-05-02 Early May bank holiday */
  19145,  /* 2022-06-02 Spring bank holiday */
  19146,  /* 2022-06-03 Platinum Jubilee bank holiday */
  19205,  /* 2022-08-01 Summer bank holiday */
  19254,  /* 2022-09-19 Bank Holiday for the State Funeral of Queen Elizabeth II */
  19326,  /* 2022-11-30 St Andrew's Day */
  19352,  /* 2022-12-26 Boxing Day */
  19353,  /* 2022-12-27 Christmas Day */
  19359,  /* 2023-01-02 New Year's Day */
  19360,  /* 2023-01-03 2nd January */
  19454,  /* 2023-04-07 Good Friday */
  19478,  /* 2023-05-01 Early May bank holiday */
  19485,  /* 2023-05-08 Bank holiday for the coronation of King Charles III */
  19506,  /* 2023-05-29 Spring bank holiday */
  19576,  /* 2023-08-07 Summer bank holiday */
  19691,  /* 2023-11-30 St Andrew's Day */
  19716,  /* 2023-12-25 Christmas Day */
  19717,  /* 2023-12-26 Boxing Day */
  19723,  /* 2024-01-01 New Year's Day */
  19724,  /* 2024-01-02 2nd January */
  19811,  /* 2024-03-29 Good Friday */
  19849,  /* 2024-05-06 Early May bank holiday */
  19870,  /* 2024-05-27 Spring bank holiday */
  19940,  /* 2024-08-05 Summer bank holiday */
  20059,  /* 2024-12-02 St Andrew's Day */
  20082,  /* 2024-12-25 Christmas Day */
  20083,  /* 2024-12-26 Boxing Day */
  20089,  /* 2025-01-01 New Year's Day */
  20090,  /* 2025-01-02 2nd January */
  20196,  /* 2025-04-18 Good Friday */
  20213,  /* 2025-05-05 Early May bank holiday */
  20234,  /* 2025-05-26 Spring bank holiday */
  20304,  /* 2025-08-04 Summer bank holiday */
  20423,  /* 2025-12-01 St Andrew's Day */
  20447,  /* 2025-12-25 Christmas Day */
  20448,  /* 2025-12-26 Boxing Day */
  20454,  /* 2026-01-01 New Year's Day */
  20455,  /* 2026-01-02 2nd January */
  20546,  /* 2026-04-03 Good Friday */
  20577,  /* 2026-05-04 Early May bank holiday */
  20598,  /* 2026-05-25 Spring bank holiday */
  20619,  /* 2026-06-15 World Cup bank holiday */
  20668,  /* 2026-08-03 Summer bank holiday */
  20787,  /* 2026-11-30 St Andrew's Day */
  20812,  /* 2026-12-25 Christmas Day */
  20815,  /* 2026-12-28 Boxing Day */
  20819,  /* 2027-01-01 New Year's Day */
  20822,  /* 2027-01-04 2nd January */
  20903,  /* 2027-03-26 Good Friday */
  20941,  /* 2027-05-03 Early May bank holiday */
  20969,  /* 2027-05-31 Spring bank holiday */
  21032,  /* 2027-08-02 Summer bank holiday */
  21152,  /* 2027-11-30 St Andrew's Day */
  21179,  /* 2027-12-27 Christmas Day */
  21180,  /* 2027-12-28 Boxing Day */
  21186,  /* 2028-01-03 New Year's Day */
  21187,  /* 2028-01-04 2nd January */
  21288,  /* 2028-04-14 Good Friday */
  21305,  /* 2028-05-01 Early May bank holiday */
  21333,  /* 2028-05-29 Spring bank holiday */
  21403,  /* 2028-08-07 Summer bank holiday */
  21518,  /* 2028-11-30 St Andrew's Day */
  21543,  /* 2028-12-25 Christmas Day */
  21544,  /* 2028-12-26 Boxing Day */
};

static const gint32 northern_ireland[] = {
  17897,  /* 2019-01-01 New Year's Day */
  17973,  /* 2019-03-18 St Patrick's Day */
  18005,  /* 2019-04-19 Good Friday */
  18008,  /* 2019-04-22 Easter Monday */
  18022,  /* 2019-05-06 Early May bank holiday */
  18043,  /* 2019-05-27 Spring bank holiday */
  18089,  /* 2019-07-12 Battle of the Boyne (Orangemen's Day) */
  18134,  /* 2019-08-26 Summer bank holiday */
  18255,  /* 2019-12-25 Christmas Day */
  18256,  /* 2019-12-26 Boxing Day */
  18262,  /* 2020-01-01 New Year's Day */
  18338,  /* 2020-03-17 St Patrick's Day */
  18362,  /* 2020-04-10 Good Friday */
  18365,  /* 2020-04-13 Easter Monday */
  18390,  /* 2020-05-08 Early May bank holiday (VE day) */
  18407,  /* 2020-05-25 Spring bank holiday */
  18456,  /* 2020-07-13 Battle of the Boyne (Orangemen's Day) */
  18505,  /* 2020-08-31 Summer bank holiday */
  18621,  /* 2020-12-25 Christmas Day */
  18624,  /* 2020-12-28 Boxing Day */
  18628,  /* 2021-01-01 New Year's Day */
  18703,  /* 2021-03-17 St Patrick's Day */
  18719,  /* 2021-04-02 Good Friday */
  18722,  /* 2021-04-05 Easter Monday */
  18750,  /* 2021-05-03 Early May bank holiday */
  18778,  /* 2021-05-31 Spring bank holiday */
  18820,  /* 2021-07-12 Battle of the Boyne (Orangemen's Day) */
  18869,  /* 2021-08-30 Summer bank holiday */
  18988,  /* 2021-12-27 Christmas Day */
  18989,  /* 2021-12-28 Boxing Day */
  18995,  /* 2022-01-03 New Year's Day */
  19068,  /* 2022-03-17 St Patrick's Day */
  19097,  /* 2022-04-15 Good Friday */
  19100,  /* 2022-04-18 Easter Monday */
  19114,  /* 2022-05-02 Early May bank holiday */
  19145,  /* 2022-06-02 Spring bank holiday */
  19146,  /* 2022-06-03 Platinum Jubilee bank holiday */
  19185,  /* 2022-07-12 Battle of the Boyne (Orangemen's Day) */
  19233,  /* 2022-08-29 Summer bank holiday */
  19254,  /* 2022-09-19 Bank Holiday for the State Funeral of Queen Elizabeth II */
  19352,  /* 2022-12-26 Boxing Day */
  19353,  /* 2022-12-27 Christmas Day */
  19359,  /* 2023-01-02 New Year's Day */
  19433,  /* 2023-03-17 St Patrick's Day */
  19454,  /* 2023-04-07 Good Friday */
  19457,  /* 2023-04-10 Easter Monday */
  19478,  /* 2023-05-01 Early May bank holiday */
  19485,  /* 2023-05-08 Bank holiday for the coronation of King Charles III */
  19506,  /* 2023-05-29 Spring bank holiday */
  19550,  /* 2023-07-12 Battle of the Boyne (Orangemen's Day) */
  19597,  /* 2023-08-28 Summer bank holiday */
  19716,  /* 2023-12-25 Christmas Day */
  19717,  /* 2023-12-26 Boxing Day */
  19723,  /* 2024-01-01 New Year's Day */
  19800,  /* 2024-03-18 St Patrick's Day */
  19811,  /* 2024-03-29 Good Friday */
  19814,  /* 2024-04-01 Easter Monday */
  19849,  /* 2024-05-06 Early May bank holiday */
  19870,  /* 2024-05-27 Spring bank holiday */
  19916,  /* 2024-07-12 Battle of the Boyne (Orangemen's Day) */
  19961,  /* 2024-08-26 Summer bank holiday */
  20082,  /* 2024-12-25 Christmas Day */
  20083,  /* 2024-12-26 Boxing Day */
  20089,  /* 2025-01-01 New Year's Day */
  20164,  /* 2025-03-17 St Patrick's Day */
  20196,  /* 2025-04-18 Good Friday */
  20199,  /* 2025-04-21 Easter Monday */
  20213,  /* 2025-05-05 Early May bank holiday */
  20234,  /* 2025-05-26 Spring bank holiday */
  20283,  /* 2025-07-14 Battle of the Boyne (Orangemen's Day) */
  20325,  /* 2025-08-25 Summer bank holiday */
  20447,  /* 2025-12-25 Christmas Day */
  20448,  /* 2025-12-26 Boxing Day */
  20454,  /* 2026-01-01 New Year's Day */
  20529,  /* 2026-03-17 St Patrick's Day */
  20546,  /* 2026-04-03 Good Friday */
  20549,  /* 2026-04-06 Easter Monday */
  20577,  /* 2026-05-04 Early May bank holiday */
  20598,  /* 2026-05-25 Spring bank holiday */
  20647,  /* 2026-07-13 Battle of the Boyne (Orangemen's Day) */
  20696,  /* 2026-08-31 Summer bank holiday */
  20812,  /* 2026-12-25 Christmas Day */
  20815,  /* 2026-12-28 Boxing Day */
  20819,  /* 2027-01-01 New Year's Day */
  20894,  /* 2027-03-17 St Patrick's Day */
  20903,  /* 2027-03-26 Good Friday */
  20906,  /* 2027-03-29 Easter Monday */
  20941,  /* 2027-05-03 Early May bank holiday */
  20969,  /* 2027-05-31 Spring bank holiday */
  21011,  /* 2027-07-12 Battle of the Boyne (Orangemen's Day) */
  21060,  /* 2027-08-30 Summer bank holiday */
  21179,  /* 2027-12-27 Christmas Day */
  21180,  /* 2027-12-28 Boxing Day */
  21186,  /* 2028-01-03 New Year's Day */
  21260,  /* 2028-03-17 St Patrick's Day */
  21288,  /* 2028-04-14 Good Friday */
  21291,  /* 2028-04-17 Easter Monday */
  21305,  /* 2028-05-01 Early May bank holiday */
  21333,  /* 2028-05-29 Spring bank holiday */
  21377,  /* 2028-07-12 Battle of the Boyne (Orangemen's Day) */
  21424,  /* 2028-08-28 Summer bank holiday */
  21543,  /* 2028-12-25 Christmas Day */
  21544,  /* 2028-12-26 Boxing Day */
};

typedef struct
{
  const char   *name;
  const gint32 *dates;
  guint         n_dates;
} Division;

static const Division divisions[] = {
  { "england-and-wales", england_and_wales, G_N_ELEMENTS (england_and_wales) },
  { "scotland", scotland, G_N_ELEMENTS (scotland) },
  { "northern-ireland", northern_ireland, G_N_ELEMENTS (northern_ireland) },
};

gboolean
charter_holidays_lookup (const char    *name,
                         const gint32 **holidays,
                         guint         *n_holidays)
{
  for (guint i = 0; i < G_N_ELEMENTS (divisions); i++)
    {
      if (strcmp (divisions[i].name, name) != 0)
        continue;
      *holidays = divisions[i].dates;
      *n_holidays = divisions[i].n_dates;
      return TRUE;
    }

  *holidays = NULL;
  *n_holidays = 0;

  return FALSE;
}
