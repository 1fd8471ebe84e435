/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-abif-private.h"
#include "decide/charter-election-writer-private.h"

#include <string.h>

/* ABIF, the Aggregated Ballot Information Format of electorama.com: the drafts in its repository
 * electorama/abif, and abiftool, which is the reference (its abifregex.py and docs/metadata.md).
 *
 *   {"title": "Capital of Tennessee"}
 *   =Memph:[Memphis, TN]                  the token that ballots use, and the name
 *   42:Memph/5>Nash/2>Chat=Knox           count, options best first, each with a rating or without
 *   26:Memph/0, Nash/5                    ratings alone
 *   3:                                    a blank ballot
 *
 * Of abiftool's leniency is left out: lines of no known kind, tokens that are not listed where some
 * are, ratings that contradict the order.  A file of ratings and ranks is one of rankings, unless
 * its ballot_type is "rated" (scores) or "choose_many" (approvals: ratings of 0 and 1), or there is
 * no “>” in it; charter_election_read_abif_scores() takes the ratings. */

static gboolean
read_line (CharterAbif *self)
{
  CharterScan *scan = &self->scan;

  if (!charter_scan_more (scan) || *scan->at == '#')
    return TRUE;
  scan->ballot = 0;
  if (*scan->at == '{')
    return charter_abif_metadata (self);
  if (*scan->at == '=')
    return charter_abif_option (self);
  if (g_ascii_isdigit (*scan->at))
    return charter_abif_ballot (self);
  return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                            "A line is a ballot (27:A>B), an option (=A:[Name]), metadata "
                            "({\"title\": \"Capital\"}) or a comment (# …)");
}

/* With approvals a rating of 0 is none. */
static gboolean
approve (CharterAbif *self)
{
  CharterSheet *sheet = &self->sheet;

  if (self->highest > 1)
    return charter_scan_fail (&self->scan, self->scan.line, CHARTER_ERROR_VALUE,
                              "In approvals a rating is 0 or 1; there is one of %"
                              G_GINT64_FORMAT, self->highest);
  for (guint i = 0; i < sheet->marks->len; i++)
    {
      CharterSheetMark *mark = &g_array_index (sheet->marks, CharterSheetMark, i);
      const CharterFraction *score = &g_array_index (sheet->scores, CharterFraction, i);

      mark->rank = score->den != 0 && score->num == 0 ? G_MAXUINT : 0;
    }
  return charter_sheet_pack (sheet, CHARTER_BALLOT_FORM_APPROVES, NULL);
}

static CharterBallotForm
form_of (const CharterAbif *self)
{
  if (self->type == CHARTER_ABIF_CHOOSE_MANY ||
      (self->type == CHARTER_ABIF_NOT_SAID && self->rated && !self->greater &&
       self->max_rating == 1))
    return CHARTER_BALLOT_FORM_APPROVES;
  if (self->type == CHARTER_ABIF_RANKED)
    return CHARTER_BALLOT_FORM_RANKING;
  if (self->type == CHARTER_ABIF_RATED || self->comma ||
      (self->rated && !self->unrated && !self->greater))
    return CHARTER_BALLOT_FORM_SCORES;
  return CHARTER_BALLOT_FORM_RANKING;
}

static gboolean
pack (CharterAbif *self,
      gboolean     scores)
{
  CharterScan *scan = &self->scan;
  CharterBallotForm form = scores ? CHARTER_BALLOT_FORM_SCORES : form_of (self);

  scan->ballot = 0;
  if (form == CHARTER_BALLOT_FORM_APPROVES)
    return approve (self);
  if (form == CHARTER_BALLOT_FORM_SCORES && self->unrated && !self->rated)
    return charter_scan_fail (scan, scan->line, CHARTER_ERROR_VALUE,
                              "There are no ratings; scores are written A/5, B/3, and orders A>B");
  if (form == CHARTER_BALLOT_FORM_RANKING && self->comma)
    return charter_scan_fail (scan, scan->line, CHARTER_ERROR_VALUE,
                              "The ballots are said to be ranked, and “,” gives no order; “>” does");
  return charter_sheet_pack (&self->sheet, form, NULL);
}

static CharterElectionData *
read_text (GBytes   *text,
           gboolean  scores,
           GError  **error)
{
  CharterAbif self = { .max_rating = -1, .highest = -1 };
  CharterElectionData *data = NULL;
  gboolean good = charter_scan_init (&self.scan, text);

  charter_sheet_init (&self.sheet, &self.scan);
  self.tokens = charter_election_data_new (CHARTER_BALLOT_FORM_RANKING);
  while (good && charter_scan_line (&self.scan))
    good = read_line (&self);
  if (good && self.scan.error == NULL && self.scan.number == 0)
    good = charter_scan_fail (&self.scan, NULL, CHARTER_ERROR_SYNTAX, "The text is empty");
  if (good && self.scan.error == NULL && pack (&self, scores))
    data = g_steal_pointer (&self.sheet.data);
  charter_sheet_clear (&self.sheet);
  charter_election_data_unref (self.tokens);
  return charter_scan_finish (&self.scan, data, error);
}

CharterElectionData *
charter_election_read_abif (GBytes  *text,
                            GError **error)
{
  return read_text (text, FALSE, error);
}

CharterElectionData *
charter_election_read_abif_scores (GBytes  *text,
                                   GError **error)
{
  return read_text (text, TRUE, error);
}

/* Writing */

static gboolean
is_bare_name (const char *name)
{
  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '_' && *c != '-')
      return FALSE;
  return TRUE;
}

/* abiftool takes “# ” for a comment wherever it stands, and knows no way to write a bracket. */
static gboolean
check_name (const char *name,
            GError    **error)
{
  gboolean comment = FALSE;

  for (const char *c = strchr (name, '#'); c != NULL; c = strchr (c + 1, '#'))
    comment |= c[1] == ' ' || c[1] == '\t';
  if (!comment && strpbrk (name, "[]\n\r") == NULL)
    return TRUE;
  return charter_writer_refuse (error, "ABIF cannot write the option “%s”: a name has no “[”, no "
                                "“]”, no line break and no blank after “#”", name);
}

/* The name itself where it can stand bare, else c1, c2 …, or the first of c1_, c1__ … that is no
 * option's name. */
static char *
token_of (const CharterElectionData *data,
          guint                      option)
{
  const char *name = charter_election_data_option (data, option);
  GString *token;

  if (is_bare_name (name))
    return g_strdup (name);
  token = g_string_new (NULL);
  g_string_printf (token, "c%u", option + 1);
  while (charter_election_data_find_option (data, token->str, -1) >= 0)
    g_string_append_c (token, '_');
  return g_string_free (token, FALSE);
}

/* The lines of the options; their tokens. */
static GPtrArray *
write_options (GString                   *out,
               const CharterElectionData *data,
               GError                   **error)
{
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < charter_election_data_n_options (data); i++)
    {
      const char *name = charter_election_data_option (data, i);
      char *token = token_of (data, i);

      g_ptr_array_add (tokens, token);
      if (!check_name (name, error))
        return NULL;
      g_string_append_printf (out, "=%s:[%s]\n", token, name);
    }
  return g_steal_pointer (&tokens);
}

static void
write_ranks (GString                  *out,
             const CharterWriterRanks *ranks,
             GPtrArray                *tokens,
             gboolean                  approves)
{
  for (guint i = 0; i < ranks->n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ranks->ranks[i] == ranks->ranks[i - 1] ? '=' : '>');
      g_string_append (out, tokens->pdata[ranks->options[i]]);
      if (approves)
        g_string_append (out, "/1");
    }
}

static gboolean
write_scores (GString                   *out,
              const CharterElectionData *data,
              guint                      ballot,
              GPtrArray                 *tokens,
              GError                   **error)
{
  const CharterFraction *scores = data->scores + (gsize) ballot * data->score_stride;
  const char *before = "";

  for (guint i = 0; i < tokens->len; i++)
    {
      if (scores[i].den == 0)
        continue;
      if (scores[i].den != 1 || scores[i].num < 0)
        {
          g_autofree char *score = charter_fraction_to_string (&scores[i]);

          return charter_writer_refuse (error, "ABIF cannot write the score %s of ballot %u; ratings "
                                        "are whole numbers from 0", score, ballot + 1);
        }
      g_string_append_printf (out, "%s%s/%" G_GINT64_FORMAT, before, (char *) tokens->pdata[i],
                              scores[i].num);
      before = ",";
    }
  return TRUE;
}

static gboolean
write_ballots (GString                   *out,
               const CharterElectionData *data,
               GPtrArray                 *tokens,
               GError                   **error)
{
  g_auto (CharterWriterRanks) ranks = { 0 };

  charter_writer_ranks_init (&ranks, data);
  for (guint i = 0; i < data->n_ballots; i++)
    {
      g_string_append_printf (out, "%" G_GINT64_FORMAT ":", charter_writer_count (data, i));
      if (data->form == CHARTER_BALLOT_FORM_SCORES)
        {
          if (!write_scores (out, data, i, tokens, error))
            return FALSE;
        }
      else
        {
          charter_writer_ranks_set (&ranks, data, i);
          write_ranks (out, &ranks, tokens, data->form == CHARTER_BALLOT_FORM_APPROVES);
        }
      g_string_append_c (out, '\n');
    }
  return TRUE;
}

/* What is written is read again as scores. */
char *
charter_election_write_abif_scores (const CharterElectionData *self,
                                    GError                   **error)
{
  if (self->form == CHARTER_BALLOT_FORM_RANKING && self->n_ballots > 0)
    {
      charter_writer_refuse (error, "“abif-scores” holds ratings, and these ballots are rankings; "
                             "“abif” can write them");
      return NULL;
    }
  return charter_election_write_abif (self, error);
}

char *
charter_election_write_abif (const CharterElectionData *self,
                             GError                   **error)
{
  g_autoptr (GString) out = g_string_new ("{\"version\": \"0.1\"}\n");
  g_autoptr (GPtrArray) tokens = NULL;

  if (!charter_writer_check (self, "ABIF", CHARTER_WRITER_RANKS | CHARTER_WRITER_APPROVES |
                             CHARTER_WRITER_SCORES, error))
    return NULL;
  g_string_append_printf (out, "{\"ballot_type\": \"%s\"}\n",
                          self->form == CHARTER_BALLOT_FORM_RANKING ? "ranked"
                          : self->form == CHARTER_BALLOT_FORM_SCORES ? "rated" : "choose_many");
  if (self->form == CHARTER_BALLOT_FORM_APPROVES)
    g_string_append (out, "{\"max_rating\": 1}\n");
  tokens = write_options (out, self, error);
  return tokens != NULL && write_ballots (out, self, tokens, error) ? charter_writer_finish (&out)
                                                                   : NULL;
}
