/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/charter-reasons-private.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

#include "base/charter-arena-private.h"

#define ARGUMENTS_MAX 10

/* The root is reason 0: it has children and nothing else. */
typedef struct
{
  const CharterReasonType *type;
  const char              *clause;
  const char *const       *arguments;
  CharterReasonId          first_child, last_child, next;
  guint                    n_arguments;
  guint                    first_entry, n_entries;   /* in entries */
} Reason;

struct _CharterReasons
{
  gatomicrefcount ref_count;
  CharterArena   *arena;       /* clauses and arguments */
  GArray         *reasons;     /* Reason */
  GArray         *entries;     /* guint32 seq */
};

CharterReasons *
charter_reasons_new (void)
{
  CharterReasons *self = g_new0 (CharterReasons, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->arena = charter_arena_new ();
  self->reasons = g_array_sized_new (FALSE, TRUE, sizeof (Reason), 8);
  self->entries = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_set_size (self->reasons, 1);

  return self;
}

CharterReasons *
charter_reasons_ref (CharterReasons *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
charter_reasons_unref (CharterReasons *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  charter_arena_unref (self->arena);
  g_array_unref (self->reasons);
  g_array_unref (self->entries);
  g_free (self);
}

static Reason *
get (CharterReasons  *self,
     CharterReasonId  reason)
{
  g_assert (reason < self->reasons->len);

  return &g_array_index (self->reasons, Reason, reason);
}

static const char *
keep (CharterReasons *self,
      const char     *text)
{
  return text != NULL ? charter_arena_strndup (self->arena, text, strlen (text)) : NULL;
}

static void
keep_arguments (CharterReasons *self,
                Reason         *reason,
                va_list         args)
{
  const char *given[ARGUMENTS_MAX];
  const char **kept;
  guint n = 0;

  for (const char *arg = va_arg (args, const char *); arg != NULL;
       arg = va_arg (args, const char *))
    {
      g_assert (n < ARGUMENTS_MAX);
      given[n++] = arg;
    }
  if (n == 0)
    return;

  kept = charter_arena_alloc (self->arena, n * sizeof *kept);
  for (guint i = 0; i < n; i++)
    kept[i] = keep (self, given[i]);
  reason->arguments = kept;
  reason->n_arguments = n;
}

static CharterReasonId
append (CharterReasons  *self,
        CharterReasonId  parent,
        const Reason    *added)
{
  CharterReasonId id = self->reasons->len;
  Reason *above;

  g_array_append_vals (self->reasons, added, 1);
  above = get (self, parent);
  if (above->first_child == 0)
    above->first_child = id;
  else
    get (self, above->last_child)->next = id;
  above->last_child = id;

  return id;
}

CharterReasonId
charter_reasons_add (CharterReasons          *self,
                     CharterReasonId          parent,
                     const CharterReasonType *type,
                     const char              *clause,
                     ...)
{
  Reason added = { .type = type, .clause = keep (self, clause) };
  va_list args;

  va_start (args, clause);
  keep_arguments (self, &added, args);
  va_end (args);

  return append (self, parent, &added);
}

/* The reasons above each one; a child always comes after its parent. */
static guint *
find_parents (CharterReasons *self)
{
  guint *parents = g_new0 (guint, self->reasons->len);

  for (CharterReasonId id = 0; id < self->reasons->len; id++)
    for (CharterReasonId child = get (self, id)->first_child; child != 0;
         child = get (self, child)->next)
      parents[child] = id;

  return parents;
}

void
charter_reasons_copy_under (CharterReasons  *self,
                            CharterReasonId  parent,
                            CharterReasons  *source)
{
  g_autofree guint *parents = find_parents (source);
  g_autofree CharterReasonId *copies = g_new (CharterReasonId, source->reasons->len);

  copies[0] = parent;
  for (CharterReasonId id = 1; id < source->reasons->len; id++)
    {
      const Reason *from = get (source, id);
      Reason added = { .type = from->type, .clause = keep (self, from->clause),
                       .n_arguments = from->n_arguments };
      const char **kept = from->n_arguments > 0
                            ? charter_arena_alloc (self->arena, from->n_arguments * sizeof *kept)
                            : NULL;

      for (guint i = 0; i < from->n_arguments; i++)
        kept[i] = keep (self, from->arguments[i]);
      added.arguments = kept;
      copies[id] = append (self, copies[parents[id]], &added);
      for (guint i = 0; i < from->n_entries; i++)
        charter_reasons_cite (self, copies[id],
                              g_array_index (source->entries, guint32, from->first_entry + i));
    }
}

/* The entries of one reason stand together: where others came in between, its own are
 * copied to the end. */
static void
move_entries_to_end (CharterReasons *self,
                     Reason         *reason)
{
  guint start = self->entries->len;

  if (reason->first_entry + reason->n_entries == start)
    return;
  for (guint i = 0; i < reason->n_entries; i++)
    {
      guint32 seq = g_array_index (self->entries, guint32, reason->first_entry + i);

      g_array_append_val (self->entries, seq);
    }
  reason->first_entry = start;
}

/* In ascending order, each once. */
void
charter_reasons_cite (CharterReasons  *self,
                      CharterReasonId  reason,
                      guint32          seq)
{
  Reason *r = get (self, reason);
  guint at;

  if (seq == 0)
    return;
  if (r->n_entries == 0)
    r->first_entry = self->entries->len;
  move_entries_to_end (self, r);
  for (at = self->entries->len; at > r->first_entry; at--)
    {
      guint32 before = g_array_index (self->entries, guint32, at - 1);

      if (before == seq)
        return;
      if (before < seq)
        break;
    }
  g_array_insert_val (self->entries, at, seq);
  r->n_entries++;
}

guint
charter_reasons_count (CharterReasons *self)
{
  return self->reasons->len - 1;
}

CharterReasonId
charter_reasons_first (CharterReasons  *self,
                       CharterReasonId  parent)
{
  return get (self, parent)->first_child;
}

CharterReasonId
charter_reasons_next (CharterReasons  *self,
                      CharterReasonId  reason)
{
  return get (self, reason)->next;
}

gboolean
charter_reasons_is (CharterReasons          *self,
                    CharterReasonId          reason,
                    const CharterReasonType *type,
                    const char              *argument)
{
  const Reason *r = get (self, reason);

  return r->type == type && r->n_arguments > 0 && strcmp (r->arguments[0], argument) == 0;
}

const char *
charter_reasons_code (CharterReasons  *self,
                      CharterReasonId  reason)
{
  return get (self, reason)->type->code;
}

const char *
charter_reasons_clause (CharterReasons  *self,
                        CharterReasonId  reason)
{
  return get (self, reason)->clause;
}

const guint32 *
charter_reasons_entries (CharterReasons  *self,
                         CharterReasonId  reason,
                         guint           *n_entries)
{
  Reason *r = get (self, reason);

  *n_entries = r->n_entries;

  return r->n_entries > 0 ? &g_array_index (self->entries, guint32, r->first_entry) : NULL;
}

/* Arguments are put in as they stand: a place in an argument is not filled again. */
char *
charter_reasons_render (CharterReasons  *self,
                        CharterReasonId  reason,
                        gboolean         translated)
{
  const Reason *r = get (self, reason);
  const char *text = translated ? g_dgettext (GETTEXT_PACKAGE, r->type->text) : r->type->text;
  GString *out = g_string_sized_new (strlen (text) + 64);

  for (const char *p = text; *p != '\0'; p++)
    {
      guint place = (guint) (p[1] - '0');

      if (p[0] != '{' || !g_ascii_isdigit (p[1]) || p[2] != '}')
        {
          g_string_append_c (out, *p);
          continue;
        }
      if (place < r->n_arguments)
        g_string_append (out, r->arguments[place]);
      p += 2;
    }

  return g_string_free (out, FALSE);
}
