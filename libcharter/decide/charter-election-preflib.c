/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-scan-private.h"
#include "decide/charter-election-writer-private.h"

#include <stdlib.h>
#include <string.h>

/* PrefLib's orders (N. Mattei and T. Walsh, "PrefLib: A Library for Preferences", 2013; the format
 * as www.preflib.org describes it since 2022 and its own preflibtools write it): lines "# KEY:
 * value", then "count: 1,2,{3,4}", the options by number, best first, equals in braces.  The data
 * types are soc (strict, complete), soi (strict, incomplete), toc (with ties, complete) and toi
 * (with ties, incomplete); what the header says of them, of the numbers of options, voters and
 * orders is checked.  An empty order is a blank ballot.
 *
 * The file does not say what it means that an option is left out; here it is then last, unless
 * the count is told otherwise. */

typedef struct
{
  CharterScan  scan;
  CharterSheet sheet;
  GPtrArray   *names;        /* const char * into the text, by number; NULL where none is given */
  GArray      *lengths;
  gint64       n_options;    /* as the header says; -1: not yet */
  gint64       n_voters;
  gint64       n_orders;
  gboolean     strict, complete;
} PrefLib;

/* Is this the key? Then what follows it is next. */
static gboolean
is_key (CharterScan *scan,
        const char  *key)
{
  gsize length = strlen (key);

  if ((gsize) (scan->stop - scan->at) <= length || strncmp (scan->at, key, length) != 0 ||
      scan->at[length] != ':')
    return FALSE;
  scan->at += length + 1;
  charter_scan_more (scan);
  return TRUE;
}

static gboolean
end_of_line (CharterScan *scan)
{
  if (!charter_scan_more (scan))
    return TRUE;
  return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX, "Nothing more belongs here");
}

static gboolean
read_size (PrefLib    *self,
           const char *what,
           gint64     *out)
{
  if (*out >= 0)
    return charter_scan_fail (&self->scan, self->scan.line, CHARTER_ERROR_SYNTAX,
                              "%s stands here for the second time", what);
  return charter_scan_integer (&self->scan, what, out) && end_of_line (&self->scan);
}

static gboolean
read_type (PrefLib *self)
{
  static const char *const types[] = { "toi", "toc", "soi", "soc" };
  const char *type = self->scan.at;
  gsize length = (gsize) (self->scan.stop - type);

  charter_scan_trim (&type, &length);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (length == 3 && strncmp (type, types[i], 3) == 0)
      {
        self->strict = (i & 2) != 0;
        self->complete = (i & 1) != 0;
        return TRUE;
      }
  return charter_scan_fail (&self->scan, type, CHARTER_ERROR_VALUE,
                            "Ballots have the data type soc, soi, toc or toi, not “%.*s”",
                            (int) length, type);
}

/* "# ALTERNATIVE NAME 3: Chattanooga" */
static gboolean
read_name (PrefLib *self)
{
  CharterScan *scan = &self->scan;
  const char *at = scan->at, *name;
  gsize length;
  gint64 number;

  if (!charter_scan_integer (scan, "An option's number", &number))
    return FALSE;
  if (!charter_scan_eat (scan, ':'))
    return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                              "A colon belongs after the option's number");
  if (number < 1 || number > CHARTER_OPTIONS_MAX)
    return charter_scan_fail (scan, at, CHARTER_ERROR_LIMIT, "Options are numbered from 1 to %u",
                              CHARTER_OPTIONS_MAX);
  name = scan->at;
  length = (gsize) (scan->stop - name);
  charter_scan_trim (&name, &length);
  if (!charter_scan_name (scan, name, name, length))
    return FALSE;
  if (number > self->names->len)
    {
      g_ptr_array_set_size (self->names, (int) number);
      g_array_set_size (self->lengths, (guint) number);
    }
  if (self->names->pdata[number - 1] != NULL)
    return charter_scan_fail (scan, at, CHARTER_ERROR_VALUE, "Option %" G_GINT64_FORMAT
                              " has a name already", number);
  self->names->pdata[number - 1] = (gpointer) name;
  g_array_index (self->lengths, gsize, number - 1) = length;
  return TRUE;
}

static gboolean
read_header (PrefLib *self)
{
  CharterScan *scan = &self->scan;

  scan->at++;
  charter_scan_more (scan);
  if (is_key (scan, "NUMBER ALTERNATIVES"))
    return read_size (self, "The number of alternatives", &self->n_options);
  if (is_key (scan, "NUMBER VOTERS"))
    return read_size (self, "The number of voters", &self->n_voters);
  if (is_key (scan, "NUMBER UNIQUE ORDERS"))
    return read_size (self, "The number of unique orders", &self->n_orders);
  if (is_key (scan, "DATA TYPE"))
    return read_type (self);
  if (scan->stop - scan->at > 17 && strncmp (scan->at, "ALTERNATIVE NAME ", 17) == 0)
    {
      scan->at += 17;
      return read_name (self);
    }
  return TRUE;
}

/* Once the header is over. */
static gboolean
add_options (PrefLib *self)
{
  CharterScan *scan = &self->scan;

  if (self->n_options < 0)
    return charter_scan_fail (scan, scan->line, CHARTER_ERROR_SYNTAX,
                              "A line “# NUMBER ALTERNATIVES: …” belongs before the orders");
  if (self->n_options != self->names->len)
    return charter_scan_fail (scan, scan->line, CHARTER_ERROR_VALUE,
                              "The header says that there are %" G_GINT64_FORMAT
                              " alternatives, and names up to number %u", self->n_options,
                              self->names->len);
  for (guint i = 0; i < self->names->len; i++)
    {
      if (self->names->pdata[i] == NULL)
        return charter_scan_fail (scan, scan->line, CHARTER_ERROR_VALUE,
                                  "The header has no line “# ALTERNATIVE NAME %u: …”", i + 1);
      if (!charter_sheet_add_option (&self->sheet, scan->line, self->names->pdata[i],
                                     g_array_index (self->lengths, gsize, i)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_option (PrefLib *self,
             guint    rank)
{
  CharterScan *scan = &self->scan;
  const char *at;
  gint64 number;

  charter_scan_more (scan);
  at = scan->at;
  if (!charter_scan_integer (scan, "An option's number", &number))
    return FALSE;
  if (number < 1 || number > self->n_options)
    return charter_scan_fail (scan, at, CHARTER_ERROR_REFERENCE,
                              "There is no option %" G_GINT64_FORMAT "; the options are numbered "
                              "from 1 to %" G_GINT64_FORMAT, number, self->n_options);
  charter_scan_more (scan);
  return charter_sheet_mark (&self->sheet, at, (guint) number - 1, rank, NULL);
}

/* "{3,4}" */
static gboolean
read_tie (PrefLib *self,
          guint    rank)
{
  CharterScan *scan = &self->scan;
  const char *at = scan->at - 1;
  guint n = 0;

  do
    {
      if (!read_option (self, rank))
        return FALSE;
      n++;
    }
  while (charter_scan_eat (scan, ','));
  if (!charter_scan_eat (scan, '}'))
    return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                              "A comma or “}” belongs here");
  if (self->strict && n > 1)
    return charter_scan_fail (scan, at, CHARTER_ERROR_VALUE,
                              "The header says that there are no ties (data type soc or soi)");
  charter_scan_more (scan);
  return TRUE;
}

static gboolean
read_order (PrefLib *self)
{
  CharterScan *scan = &self->scan;

  if (!charter_scan_more (scan))
    return TRUE;
  for (guint rank = 0;; rank++)
    {
      charter_scan_more (scan);
      if (!(charter_scan_eat (scan, '{') ? read_tie (self, rank) : read_option (self, rank)))
        return FALSE;
      if (scan->at == scan->stop)
        return TRUE;
      if (!charter_scan_eat (scan, ','))
        return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                                  "A comma belongs between two options");
    }
}

static gboolean
read_ballot (PrefLib *self)
{
  CharterScan *scan = &self->scan;
  const char *at = scan->at;
  gint64 count;
  gsize first = self->sheet.marks->len;

  scan->ballot = self->sheet.ballots->len + 1;
  if (!charter_scan_integer (scan, "The count of an order", &count))
    return FALSE;
  charter_scan_more (scan);
  if (!charter_scan_eat (scan, ':'))
    return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                              "A colon belongs after the count");
  if (!charter_sheet_begin (&self->sheet, at, count, 1) || !read_order (self))
    return FALSE;
  if (self->complete && self->sheet.marks->len - first != (gsize) self->n_options)
    return charter_scan_fail (scan, at, CHARTER_ERROR_VALUE,
                              "The header says that each order is complete (data type soc or toc), "
                              "and this one leaves options out");
  return TRUE;
}

static gboolean
check_numbers (PrefLib *self)
{
  CharterScan *scan = &self->scan;

  scan->ballot = 0;
  if (self->n_voters >= 0 && self->n_voters != self->sheet.total)
    return charter_scan_fail (scan, scan->line, CHARTER_ERROR_VALUE,
                              "The header says that there are %" G_GINT64_FORMAT
                              " voters, and the orders come to %" G_GINT64_FORMAT,
                              self->n_voters, self->sheet.total);
  if (self->n_orders >= 0 && self->n_orders != self->sheet.ballots->len)
    return charter_scan_fail (scan, scan->line, CHARTER_ERROR_VALUE,
                              "The header says that there are %" G_GINT64_FORMAT
                              " orders, and there are %u", self->n_orders,
                              self->sheet.ballots->len);
  return TRUE;
}

static gboolean
read_lines (PrefLib *self)
{
  CharterScan *scan = &self->scan;
  gboolean in_orders = FALSE;

  while (charter_scan_line (scan))
    {
      if (!charter_scan_more (scan))
        continue;
      if (*scan->at == '#')
        {
          if (in_orders)
            return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                                      "The header stands before the orders");
          if (!read_header (self))
            return FALSE;
          continue;
        }
      if (!in_orders && !add_options (self))
        return FALSE;
      in_orders = TRUE;
      if (!read_ballot (self))
        return FALSE;
    }
  if (scan->error != NULL || (!in_orders && !add_options (self)))
    return FALSE;
  return check_numbers (self) &&
         charter_sheet_pack (&self->sheet, CHARTER_BALLOT_FORM_RANKING, NULL);
}

CharterElectionData *
charter_election_read_preflib (GBytes  *text,
                               GError **error)
{
  PrefLib self = { .n_options = -1, .n_voters = -1, .n_orders = -1 };
  CharterElectionData *data = NULL;

  charter_scan_init (&self.scan, text);
  charter_sheet_init (&self.sheet, &self.scan);
  self.names = g_ptr_array_new ();
  self.lengths = g_array_new (FALSE, TRUE, sizeof (gsize));
  if (read_lines (&self))
    data = g_steal_pointer (&self.sheet.data);
  charter_sheet_clear (&self.sheet);
  g_ptr_array_unref (self.names);
  g_array_unref (self.lengths);
  return charter_scan_finish (&self.scan, data, error);
}

/* Writing: an order that several rows share is written once, because readers of the format take
 * the rows as the unique orders. */

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const CharterElectionData *data = user_data;
  guint left = *(const guint *) a, right = *(const guint *) b;
  int order = memcmp (charter_election_data_row (data, left),
                      charter_election_data_row (data, right), data->stride);

  return order != 0 ? order : left < right ? -1 : left > right;
}

typedef struct
{
  guint  row;      /* the first that has the order */
  gint64 count;
} Order;

/* Frequent ones first, as in the collection; then as they came. */
static int
compare_orders (gconstpointer a,
                gconstpointer b)
{
  const Order *left = a, *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

static GArray *
unique_orders (const CharterElectionData *data)
{
  GArray *orders = g_array_new (FALSE, FALSE, sizeof (Order));
  g_autofree guint *rows = g_new (guint, (gsize) data->n_ballots + 1);

  for (guint i = 0; i < data->n_ballots; i++)
    rows[i] = i;
  g_qsort_with_data (rows, (int) data->n_ballots, sizeof *rows, compare_rows, (gpointer) data);
  for (guint i = 0; i < data->n_ballots; i++)
    {
      Order *last = orders->len > 0 ? &g_array_index (orders, Order, orders->len - 1) : NULL;
      const Order order = { rows[i], charter_writer_count (data, rows[i]) };

      if (last != NULL && memcmp (charter_election_data_row (data, last->row),
                                  charter_election_data_row (data, rows[i]), data->stride) == 0)
        last->count += order.count;
      else
        g_array_append_val (orders, order);
    }
  g_array_sort (orders, compare_orders);
  return orders;
}

static gboolean
write_names (GString                   *out,
             const CharterElectionData *data,
             GError                   **error)
{
  for (guint i = 0; i < charter_election_data_n_options (data); i++)
    {
      const char *name = charter_election_data_option (data, i);

      if (strpbrk (name, "\n\r") != NULL || strchr (" \t", *name) != NULL ||
          strchr (" \t", name[strlen (name) - 1]) != NULL)
        return charter_writer_refuse (error, "PrefLib cannot write the option “%s”: a name has no "
                                      "line break and no blank at its ends", name);
      g_string_append_printf (out, "# ALTERNATIVE NAME %u: %s\n", i + 1, name);
    }
  return TRUE;
}

static void
write_order (GString                  *out,
             const CharterWriterRanks *ranks)
{
  for (guint i = 0; i < ranks->n; i++)
    {
      gboolean before = i > 0 && ranks->ranks[i] == ranks->ranks[i - 1];
      gboolean after = i + 1 < ranks->n && ranks->ranks[i] == ranks->ranks[i + 1];

      g_string_append (out, i > 0 ? "," : " ");
      if (after && !before)
        g_string_append_c (out, '{');
      g_string_append_printf (out, "%u", ranks->options[i] + 1);
      if (before && !after)
        g_string_append_c (out, '}');
    }
  g_string_append_c (out, '\n');
}

/* The orders, and what they have: ties, gaps. */
static void
write_orders (GString                   *out,
              const CharterElectionData *data,
              GArray                    *orders,
              gboolean                  *ties,
              gboolean                  *gaps)
{
  g_auto (CharterWriterRanks) ranks = { 0 };

  charter_writer_ranks_init (&ranks, data);
  for (guint i = 0; i < orders->len; i++)
    {
      const Order *order = &g_array_index (orders, Order, i);

      charter_writer_ranks_set (&ranks, data, order->row);
      *ties |= ranks.n > 0 && ranks.ranks[ranks.n - 1] + 1 < ranks.n;
      *gaps |= ranks.n < charter_election_data_n_options (data);
      g_string_append_printf (out, "%" G_GINT64_FORMAT ":", order->count);
      write_order (out, &ranks);
    }
}

char *
charter_election_write_preflib (const CharterElectionData *self,
                                GError                   **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GArray) orders = NULL;
  gboolean ties = FALSE, gaps = FALSE;
  gint64 total;

  if (!charter_writer_check (self, "PrefLib", CHARTER_WRITER_RANKS, error))
    return NULL;
  if (!charter_election_data_total (self, &total))
    {
      charter_writer_refuse (error, "The ballots come to more than 9223372036854775807");
      return NULL;
    }
  orders = unique_orders (self);
  write_orders (lines, self, orders, &ties, &gaps);
  g_string_append_printf (out, "# DATA TYPE: %c%s\n# NUMBER ALTERNATIVES: %u\n# NUMBER VOTERS: %"
                          G_GINT64_FORMAT "\n# NUMBER UNIQUE ORDERS: %u\n", ties ? 't' : 's',
                          gaps ? "oi" : "oc", charter_election_data_n_options (self), total,
                          orders->len);
  if (!write_names (out, self, error))
    return NULL;
  g_string_append_len (out, lines->str, (gssize) lines->len);
  return charter_writer_finish (&out);
}
