/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-count-private.h"

G_BEGIN_DECLS

/* One count under way.  Methods read `alive`, the options that no test against the default
 * option dropped, and write to `out`. */
typedef struct
{
  CharterElectionData      *election;   /* without the ballots of the recused */
  const CharterCountParams *params;
  GCancellable             *cancellable;
  guint                     n;          /* options */
  guint                    *alive;
  guint                     n_alive;
  gint64                    total;
  CharterCountData         *out;
  gint32                   *links, *paths; /* Schulze: ranks among the options left; NULL */
} CharterCountWork;

typedef gboolean (*CharterCountMethodFunc) (CharterCountWork *work,
                                            GError          **error);

gboolean charter_count_approval        (CharterCountWork *work, GError **error);
gboolean charter_count_score           (CharterCountWork *work, GError **error);
gboolean charter_count_borda           (CharterCountWork *work, GError **error);
gboolean charter_count_copeland        (CharterCountWork *work, GError **error);
gboolean charter_count_minimax         (CharterCountWork *work, GError **error);
gboolean charter_count_schulze         (CharterCountWork *work, GError **error);
gboolean charter_count_ranked_pairs    (CharterCountWork *work, GError **error);
gboolean charter_count_instant_runoff  (CharterCountWork *work, GError **error);
gboolean charter_count_stv             (CharterCountWork *work, GError **error);
gboolean charter_count_choices         (CharterCountWork *work, GError **error);

/* The answer cannot be worked out. */
void     charter_count_give_up         (CharterCountWork *work,
                                        const char       *format,
                                        ...) G_GNUC_PRINTF (2, 3);
/* The matrix of the options left: n_alive × n_alive; free it. */
gint64  *charter_count_alive_pairs     (CharterCountWork *work);
/* Winners and layers from a relation among the options left (n_alive × n_alive). */
void     charter_count_take_relation   (CharterCountWork *work,
                                        const guint8     *beats);
/* Winners and layers from `out->scores`. */
void     charter_count_take_scores     (CharterCountWork *work,
                                        gboolean          lowest);
/* Puts an option among the winners. */
void     charter_count_add_winner      (CharterCountWork *work,
                                        guint             option);
void     charter_count_add_step        (CharterCountWork    *work,
                                        CharterCountStepKind kind,
                                        guint                round,
                                        guint                option,
                                        guint                other,
                                        char                *number);
void     charter_count_clear_steps     (CharterCountWork    *work);
void     charter_count_drop            (CharterCountWork *work);
void     charter_count_explain         (CharterCountWork *work);
/* The shortest way from one option to another along links at least so strong; indices into
 * `alive`, both ends included. */
GArray  *charter_count_find_path       (const gint32     *links,
                                        guint             n,
                                        guint             from,
                                        guint             to,
                                        gint32            at_least);
char    *charter_count_number          (gint64            number);

/* What each ballot says in the order of its ranks, for methods that pass papers on. */
typedef struct
{
  guint    n_rows;
  gsize   *first;       /* of `options`, n_rows + 1 */
  guint16 *options;     /* the top bit marks the last option of a rank */
  gint64  *counts;      /* equal papers */
  gint64  *weights;     /* of each of them, at least 1 */
} CharterPapers;

#define CHARTER_PAPER_LAST   0x8000u
#define CHARTER_PAPER_OPTION 0x7fffu

/* NULL with an error where equal ranks are refused. */
CharterPapers *charter_papers_new  (CharterCountWork *work,
                                    GError          **error);
void           charter_papers_free (CharterPapers    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterPapers, charter_papers_free)

G_END_DECLS
