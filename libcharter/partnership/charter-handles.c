/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-things-private.h"

#include "format/charter-kinds-private.h"
#include "state/charter-string-table-private.h"

/* A handle is private, so it is found through the openings, never through the state.  Two
 * persons may have had the same one. */
typedef struct
{
  CharterRef person;
  guint      previous;    /* the one before of the same handle, 0 */
} Holder;

struct _CharterHandles
{
  CharterStringTable  table;      /* the handles; borrowed from the openings */
  GArray             *newest;     /* guint: an index into holders, by number of the handle */
  GArray             *holders;    /* Holder; [0] is nobody */
  guint32             head;       /* entries up to here have been looked at */
};

static void
clear (CharterHandles *self)
{
  charter_string_table_clear (&self->table);
  g_array_unref (self->newest);
  g_array_unref (self->holders);
}

static void
begin (CharterHandles *self)
{
  Holder nobody = { 0, 0 };
  guint none = 0;

  charter_string_table_init (&self->table);
  self->newest = g_array_new (FALSE, FALSE, sizeof (guint));
  self->holders = g_array_new (FALSE, FALSE, sizeof (Holder));
  g_array_append_val (self->newest, none);
  g_array_append_val (self->holders, nobody);
  self->head = 0;
}

CharterHandles *
charter_handles_new (void)
{
  CharterHandles *self = g_new0 (CharterHandles, 1);

  begin (self);
  return self;
}

void
charter_handles_free (CharterHandles *self)
{
  clear (self);
  g_free (self);
}

static void
add (CharterHandles     *self,
     const CharterScene *scene,
     const CharterFact  *joined)
{
  const CharterNode *handle = charter_scene_opened (scene, joined, "/handle");
  Holder holder = { joined->makes, 0 };
  guint number, none = 0;

  if (!charter_node_is (handle, CHARTER_NODE_STRING))
    return;
  number = charter_string_table_find (&self->table, handle->string);
  if (number == 0)
    {
      number = charter_string_table_add (&self->table, handle->string);
      g_array_append_val (self->newest, none);
    }
  holder.previous = g_array_index (self->newest, guint, number);
  g_array_index (self->newest, guint, number) = self->holders->len;
  g_array_append_val (self->holders, holder);
}

/* Does the entry change what an earlier one says of a person? */
static gboolean
overtakes (const CharterScene *scene,
           const CharterFact  *fact)
{
  const CharterFact *entry;

  if (fact->kind != CHARTER_KIND_ENTRY_CORRECTED && fact->kind != CHARTER_KIND_ENTRY_REDACTED)
    return FALSE;
  entry = charter_scene_find_entry (scene, charter_scene_string (scene, fact, "entry"));
  return entry->kind == CHARTER_KIND_PERSON_JOINED;
}

static void
catch_up (CharterHandles     *self,
          const CharterScene *scene)
{
  for (guint32 seq = self->head + 1; seq <= scene->known; seq++)
    if (overtakes (scene, charter_scene_fact (scene, seq)))
      {
        clear (self);
        begin (self);
        break;
      }
  while (self->head < scene->known)
    {
      const CharterFact *fact = charter_scene_fact (scene, ++self->head);

      if (fact->kind == CHARTER_KIND_PERSON_JOINED)
        add (self, scene, fact);
    }
}

CharterRef
charter_handles_find (CharterHandles     *self,
                      const CharterScene *scene,
                      const char         *handle)
{
  gint64 now = charter_thing_now (scene);
  CharterRef current = 0, gone = 0;
  guint n_current = 0, n_gone = 0;
  guint number;

  catch_up (self, scene);
  number = charter_string_table_find (&self->table, handle);
  for (guint i = g_array_index (self->newest, guint, number); i != 0;
       i = g_array_index (self->holders, Holder, i).previous)
    {
      CharterRef person = g_array_index (self->holders, Holder, i).person;

      if (charter_scene_is_current (scene, person, now))
        current = n_current++ == 0 ? person : 0;
      else
        gone = n_gone++ == 0 ? person : 0;
    }
  return n_current > 0 ? current : gone;
}
