/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-declaration-private.h"

#include "oblige/charter-oblige-private.h"
#include "state/charter-string-table-private.h"

/* What a person has declared.  The same interest may be declared more than once: disclosed at
 * a meeting and then registered, or told again each year.  Two declarations are of the same
 * interest if party and category are the same. */

static int
compare_declarations (gconstpointer a,
                      gconstpointer b)
{
  const CharterFact *x = ((const CharterDeclaration *) a)->fact;
  const CharterFact *y = ((const CharterDeclaration *) b)->fact;

  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  return x->seq < y->seq ? -1 : 1;
}

static gint64
earliest_end (const CharterScene *scene,
              const CharterFact  *declared)
{
  gint64 earliest = CHARTER_INSTANT_NONE;
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, declared->makes,
                                                      CHARTER_KIND ("interest-ended"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (earliest == CHARTER_INSTANT_NONE || fact->at < earliest)
      earliest = fact->at;
  return earliest;
}

static CharterDeclaration
read_interest (const CharterScene *scene,
               const CharterFact  *fact)
{
  return (CharterDeclaration) {
    .fact = fact,
    .party = charter_scene_member (scene, fact, "party"),
    .since = charter_scene_instant (scene, fact, "since"),
    .until = charter_scene_date (scene, fact, "until"),
    .ended = earliest_end (scene, fact),
    .disclosed = charter_scene_string (scene, fact, "meeting") != NULL,
  };
}

static CharterDeclaration
read_nothing (const CharterFact *fact)
{
  return (CharterDeclaration) { .fact = fact,
                                .since = CHARTER_INSTANT_NONE,
                                .until = CHARTER_DATE_NONE,
                                .ended = CHARTER_INSTANT_NONE };
}

static void
add_declarations (const CharterScene *scene,
                  CharterRef          person,
                  guint16             kind,
                  gint64              at,
                  GArray             *out)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, person, kind); fact != NULL;
       fact = charter_cursor_previous (&cursor))
    if (fact->at <= at && charter_scene_member (scene, fact, "person") == person)
      {
        CharterDeclaration declaration = kind == CHARTER_KIND ("interest-declared")
                                           ? read_interest (scene, fact)
                                           : read_nothing (fact);

        g_array_append_val (out, declaration);
      }
}

/* From this instant on the interest has ended. */
static gint64
end_of (const CharterScene       *scene,
        const CharterDeclaration *self)
{
  gint64 end = self->ended != CHARTER_INSTANT_NONE ? self->ended : G_MAXINT64;

  if (self->until != CHARTER_DATE_NONE)
    end = MIN (end, charter_last_instant (scene, self->until) + 1);
  return end;
}

/* What is known of one interest, or of what stands in the register on one party, from the
 * declarations looked at so far. */
typedef struct
{
  gint64 told;      /* when it was last declared */
  gint64 end;       /* when the last of them to do so ends */
} Standing;

static Standing *
standing_of (GHashTable *table,
             gpointer    key,
             gboolean    is_text)
{
  Standing *standing = g_hash_table_lookup (table, key);

  if (standing == NULL)
    {
      standing = g_new (Standing, 1);
      *standing = (Standing) { G_MININT64, G_MININT64 };
      g_hash_table_insert (table, is_text ? g_strdup (key) : key, standing);
    }
  return standing;
}

static void
note (Standing                 *standing,
      const CharterDeclaration *declaration,
      gint64                    end)
{
  standing->told = declaration->fact->at;
  standing->end = MAX (standing->end, end);
}

/* Was it declared since the day on which it began?  Where that is not said, it is the same
 * interest as long as it had not ended. */
static gboolean
is_told_again (const CharterDeclaration *self,
               const Standing           *standing)
{
  return self->since != CHARTER_INSTANT_NONE ? standing->told >= self->since
                                             : standing->end > self->fact->at;
}

static void
link_earlier (const CharterScene *scene,
              GArray             *all)
{
  g_autoptr(GHashTable) interests =
      g_hash_table_new_full (charter_string_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) registered = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < all->len; i++)
    {
      CharterDeclaration *self = &g_array_index (all, CharterDeclaration, i);
      const char *category = charter_scene_string (scene, self->fact, "category");
      g_autofree char *key = g_strdup_printf ("%u %s", self->party, category);
      gint64 end = end_of (scene, self);
      Standing *interest, *entry;

      if (self->party == 0)
        continue;
      interest = standing_of (interests, key, TRUE);
      entry = standing_of (registered, GUINT_TO_POINTER (self->party), FALSE);
      self->again = is_told_again (self, interest);
      self->registered = self->disclosed && entry->end > self->fact->at;
      note (interest, self, end);
      if (!self->disclosed)
        note (entry, self, end);
    }
}

static void
link_later (GArray *all)
{
  g_autoptr(GHashTable) next = g_hash_table_new (NULL, NULL);

  for (guint i = all->len; i-- > 0;)
    {
      CharterDeclaration *self = &g_array_index (all, CharterDeclaration, i);

      if (self->disclosed)
        self->registered_by = g_hash_table_lookup (next, GUINT_TO_POINTER (self->party));
      else if (self->party != 0)
        g_hash_table_insert (next, GUINT_TO_POINTER (self->party), (gpointer) self->fact);
    }
}

GArray *
charter_declarations_of (const CharterScene *scene,
                         CharterRef          person,
                         gint64              at)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (CharterDeclaration));

  add_declarations (scene, person, CHARTER_KIND ("interest-declared"), at, out);
  add_declarations (scene, person, CHARTER_KIND ("nothing-declared"), at, out);
  if (out->len < 2)
    return out;
  g_array_sort (out, compare_declarations);
  link_earlier (scene, out);
  link_later (out);
  return out;
}

const CharterFact *
charter_person_leaving (const CharterScene *scene,
                        CharterRef          person,
                        gint64              at)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, person,
                                                      CHARTER_KIND ("person-left"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= at)
      return fact;
  return NULL;
}
