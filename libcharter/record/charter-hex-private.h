/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes as lower-case hexadecimal digits. */

static inline void
charter_hex_append (GString      *out,
                    const guint8 *bytes,
                    gsize         n_bytes)
{
  static const char digits[] = "0123456789abcdef";

  for (gsize i = 0; i < n_bytes; i++)
    {
      g_string_append_c (out, digits[bytes[i] >> 4]);
      g_string_append_c (out, digits[bytes[i] & 0xf]);
    }
}

static inline int
charter_hex_digit (char c)
{
  if (c >= '0' && c <= '9')
    return c - '0';

  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* FALSE unless @text is exactly @n_bytes bytes written so. */
static inline gboolean
charter_hex_read (const char *text,
                  gsize       length,
                  guint8     *bytes,
                  gsize       n_bytes)
{
  if (length != 2 * n_bytes)
    return FALSE;

  for (gsize i = 0; i < n_bytes; i++)
    {
      int high = charter_hex_digit (text[2 * i]);
      int low = charter_hex_digit (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      bytes[i] = (guint8) (high << 4 | low);
    }

  return TRUE;
}

G_END_DECLS
