/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-work-private.h"

/* Options that fall before the method runs, because too few preferred them to the default
 * option: Constitution of the Debian project, A.5 (A.6 before 2022), and 4.2 for the quorum.
 * Votes over the default option are compared with what is needed, exactly; where that is a
 * square root, by squaring. */

typedef __int128 Wide;

static gboolean
reaches (const CharterCountParams *params,
         gint64                    over)
{
  const CharterFraction *needed = &params->over_default;

  if (!params->over_default_squared)
    return (Wide) over * needed->den >= needed->num;
  if (over >= (gint64) 1 << 32)
    return TRUE;
  return (unsigned __int128) (over * (unsigned __int128) over) * (guint64) needed->den >=
         (unsigned __int128) MAX (needed->num, 0);
}

static gboolean
applies (const CharterOptionTest *test,
         guint                    option)
{
  if (test->options == NULL)
    return TRUE;
  for (guint i = 0; i < test->n_options; i++)
    if (test->options[i] == option)
      return TRUE;
  return FALSE;
}

static gboolean
holds (const CharterOptionTest *test,
       gint64                   over,
       gint64                   under)
{
  Wide left = (Wide) over * test->share.den;
  Wide right = ((Wide) under + (test->of_both ? over : 0)) * test->share.num;

  if (test->compare == CHARTER_COMPARE_GREATER)
    return left > right;
  return left >= right && (test->of_both || over > under);
}

static void
add_dropped (CharterCountWork *work,
             guint             option,
             const char       *test,
             gint64            left,
             CharterFraction   right,
             gboolean          squared)
{
  CharterDropped dropped = { option, g_strdup (test), { left, 1 }, right, squared };

  g_array_append_val (work->out->dropped, dropped);
}

/* The other side of the inequality, as far as it fits: for the explanation only. */
static CharterFraction
other_side (const CharterOptionTest *test,
            gint64                   over,
            gint64                   under)
{
  CharterFraction base = { under + (test->of_both ? over : 0), 1 };
  CharterFraction right;

  return charter_fraction_multiply (&base, &test->share, &right) ? right : base;
}

static gboolean
is_dropped (CharterCountWork *work,
            guint             option)
{
  const CharterCountParams *params = work->params;
  guint other = (guint) params->default_option;
  gint64 over = work->out->pairwise[(gsize) option * work->n + other];
  gint64 under = work->out->pairwise[(gsize) other * work->n + option];

  if (option == other)
    return FALSE;
  if (!reaches (params, over))
    {
      add_dropped (work, option, "quorum", over, params->over_default,
                   params->over_default_squared);
      return TRUE;
    }
  for (guint i = 0; i < params->n_tests; i++)
    if (applies (&params->tests[i], option) && !holds (&params->tests[i], over, under))
      {
        add_dropped (work, option, params->tests[i].id, over,
                     other_side (&params->tests[i], over, under), FALSE);
        return TRUE;
      }
  return FALSE;
}

void
charter_count_drop (CharterCountWork *work)
{
  if (work->params->default_option < 0 || work->out->pairwise == NULL)
    return;
  work->n_alive = 0;
  for (guint i = 0; i < work->n; i++)
    if (!is_dropped (work, i))
      work->alive[work->n_alive++] = i;
}
