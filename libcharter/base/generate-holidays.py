#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes charter-holidays.c from bank-holidays.json as gov.uk publishes it.

    generate-holidays.py bank-holidays.json > charter-holidays.c
"""
import datetime
import json
import sys

HEAD = '''/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by generate-holidays.py; do not edit by hand.
 *
 * Bank holidays of the United Kingdom, {first} to {last}, as published at
 * https://www.gov.uk/bank-holidays (data: https://www.gov.uk/bank-holidays.json), Crown
 * copyright; the data stand in the source of the gov.uk frontend under the MIT licence, the
 * pages under the Open Government Licence v3.0.  State of 24 November 2025; later
 * proclamations will add to them. */
#include "base/charter-period-private.h"

#include <string.h>

'''

TAIL = '''
typedef struct
{{
  const char   *name;
  const gint32 *dates;
  guint         n_dates;
}} Division;

static const Division divisions[] = {{
{rows}
}};

gboolean
charter_holidays_lookup (const char    *name,
                         const gint32 **holidays,
                         guint         *n_holidays)
{{
  for (guint i = 0; i < G_N_ELEMENTS (divisions); i++)
    {{
      if (strcmp (divisions[i].name, name) != 0)
        continue;
      *holidays = divisions[i].dates;
      *n_holidays = divisions[i].n_dates;
      return TRUE;
    }}

  *holidays = NULL;
  *n_holidays = 0;

  return FALSE;
}}
'''


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        divisions = json.load(file)
    epoch = datetime.date(1970, 1, 1)
    years = sorted(e['date'][:4] for d in divisions.values() for e in d['events'])
    out = [HEAD.format(first=years[0], last=years[-1])]
    rows = []
    for name, division in divisions.items():
        variable = name.replace('-', '_')
        out.append(f'static const gint32 {variable}[] = {{\n')
        by_date = {}
        for event in division['events']:
            by_date.setdefault(event['date'], []).append(event['title'])
        for date in sorted(by_date):
            days = (datetime.date.fromisoformat(date) - epoch).days
            titles = ', '.join(by_date[date]).replace('’', "'")
            out.append(f'  {days},  /* {date} {titles} */\n')
        out.append('};\n\n')
        rows.append(f'  {{ "{name}", {variable}, G_N_ELEMENTS ({variable}) }},')
    out[-1] = '};\n'
    out.append(TAIL.format(rows='\n'.join(rows)))
    sys.stdout.write(''.join(out))


main()
