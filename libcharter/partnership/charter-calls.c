/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-calls-private.h"

#include <charter/charter-things.h>
#include <string.h>

#include "format/charter-kinds-private.h"

struct _CharterCall
{
  CharterPartnership *partnership;
  CharterScene        scene;
  const CharterKind  *kind;
  const char         *at;
  const char         *by;
  CharterArena       *arena;
  CharterBuilder     *members;     /* those that the call names */
  CharterProblems    *problems;
};

CharterCall *
charter_call_new (CharterPartnership *partnership,
                  const char         *kind,
                  const char         *at,
                  const char         *by)
{
  CharterCall *self = g_new0 (CharterCall, 1);

  self->partnership = partnership;
  self->scene = charter_live_scene (charter_partnership_get_live (partnership));
  self->kind = charter_kinds[charter_kind_lookup (kind)];
  self->at = at;
  self->by = by;
  self->arena = charter_arena_new ();
  self->members = charter_builder_new ();
  self->problems = charter_problems_new ();
  charter_builder_begin_object (self->members);
  return self;
}

void
charter_call_free (CharterCall *self)
{
  charter_builder_free (self->members);
  charter_problems_free (self->problems);
  charter_arena_unref (self->arena);
  g_free (self);
}

/* — members — */

static gboolean
check_text (CharterCall *self,
            const char  *path,
            const char  *member,
            const char  *text)
{
  g_autofree char *pointer = g_strconcat (path, member, NULL);

  if (text == NULL)
    return FALSE;
  if (g_utf8_validate (text, -1, NULL))
    return TRUE;
  charter_problems_add (self->problems, CHARTER_ERROR_SYNTAX, pointer, G_MAXSIZE, NULL,
                        "This is no text in UTF-8");
  return FALSE;
}

void
charter_call_set (CharterCall *self,
                  const char  *member,
                  const char  *value)
{
  if (check_text (self, "/data/", member, value))
    charter_builder_set_string (self->members, member, value);
}

void
charter_call_set_integer (CharterCall *self,
                          const char  *member,
                          gint64       value)
{
  charter_builder_set_integer (self->members, member, value);
}

void
charter_call_set_boolean (CharterCall *self,
                          const char  *member,
                          gboolean     value)
{
  charter_builder_set_boolean (self->members, member, value);
}

void
charter_call_set_strings (CharterCall       *self,
                          const char        *member,
                          const char *const *values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (!check_text (self, "/data/", member, values[i]))
      return;
  if (values != NULL)
    charter_builder_set_strv (self->members, member, values);
}

static const CharterNode *
read_json (CharterCall *self,
           const char  *path,
           const char  *text)
{
  const CharterNode *node;

  charter_problems_set_base (self->problems, path);
  charter_problems_set_text (self->problems, text, strlen (text));
  node = charter_json_read (self->arena, text, strlen (text), CHARTER_PROFILE_RECORD,
                            CHARTER_READ_NONE, NULL, self->problems);
  charter_problems_set_base (self->problems, NULL);
  charter_problems_set_text (self->problems, NULL, 0);
  return node;
}

void
charter_call_set_json (CharterCall *self,
                       const char  *member,
                       const char  *text)
{
  g_autofree char *path = g_strconcat ("/data/", member, NULL);
  const CharterNode *node = text != NULL ? read_json (self, path, text) : NULL;

  if (node != NULL)
    charter_builder_set_node (self->members, member, node);
}

void
charter_call_set_node (CharterCall       *self,
                       const char        *member,
                       const CharterNode *value)
{
  if (value != NULL)
    charter_builder_set_node (self->members, member, value);
}

/* — handles — */

/* May a person's handle stand here?  `about` of a concern is sealed, so its row refers to
 * nothing; it holds ids of parties all the same. */
static gboolean
names_persons (const CharterRow *row)
{
  switch (row->refers)
    {
    case CHARTER_REFERS_PERSON:
    case CHARTER_REFERS_UNIT:
    case CHARTER_REFERS_PARTY:
    case CHARTER_REFERS_AUDIENCE:
      return TRUE;
    case CHARTER_REFERS_NOTHING:
      return row->type == CHARTER_TYPE_NAME && row->flags & CHARTER_ROW_SEALED;
    default:
      return FALSE;
    }
}

/* Does the record know the name as an id of what is looked for?  Parties and audiences exist
 * by being named. */
static gboolean
is_known (CharterCall   *self,
          CharterRefers  refers,
          const char    *name)
{
  CharterRef ref = charter_scene_find (&self->scene, name);

  if (refers == CHARTER_REFERS_PERSON)
    return charter_scene_is_person (&self->scene, ref);
  if (refers == CHARTER_REFERS_UNIT)
    return charter_scene_is_person (&self->scene, ref)
           || charter_scene_is_partner (&self->scene, ref);
  return ref != 0;
}

static const char *
resolve (CharterCall   *self,
         CharterRefers  refers,
         const char    *name)
{
  const char *person;

  if (is_known (self, refers, name))
    return name;
  person = charter_partnership_find_person (self->partnership, name);
  return person != NULL ? person : name;
}

static void copy_members (CharterCall        *self,
                          const CharterShape *shape,
                          const CharterNode  *object,
                          CharterBuilder     *builder);

static void
copy_value (CharterCall       *self,
            const CharterRow  *row,
            const CharterNode *value,
            CharterBuilder    *builder)
{
  if (value->type == CHARTER_NODE_STRING && names_persons (row))
    charter_builder_string (builder, resolve (self, row->refers, value->string));
  else if (value->type == CHARTER_NODE_ARRAY)
    {
      charter_builder_begin_array (builder);
      for (const CharterNode *item = charter_node_first (value); item != NULL;
           item = charter_node_next (value, item))
        copy_value (self, row, item, builder);
      charter_builder_end (builder);
    }
  else if (value->type == CHARTER_NODE_OBJECT && row->shape != NULL)
    {
      charter_builder_begin_object (builder);
      copy_members (self, row->shape, value, builder);
      charter_builder_end (builder);
    }
  else
    charter_builder_node (builder, value);
}

/* A member that the kind does not have is copied too: the gate says what is wrong with it. */
static void
copy_members (CharterCall        *self,
              const CharterShape *shape,
              const CharterNode  *object,
              CharterBuilder     *builder)
{
  for (const CharterNode *member = charter_node_first (object); member != NULL;
       member = charter_node_next (object, member))
    {
      const CharterRow *row = charter_shape_lookup (shape, member->key, member->key_length);

      charter_builder_key (builder, member->key);
      if (row != NULL)
        copy_value (self, row, member, builder);
      else
        charter_builder_node (builder, member);
    }
}

/* — recording — */

static gboolean
check_more (CharterCall       *self,
            const CharterNode *members,
            const CharterNode *more)
{
  if (more->type != CHARTER_NODE_OBJECT)
    {
      charter_problems_add (self->problems, CHARTER_ERROR_FORMAT, "/data", G_MAXSIZE, NULL,
                            "Further members are given as a JSON object");
      return FALSE;
    }
  for (const CharterNode *member = charter_node_first (more); member != NULL;
       member = charter_node_next (more, member))
    if (charter_node_member (members, member->key) != NULL)
      {
        g_autofree char *path = g_strconcat ("/data/", member->key, NULL);

        charter_problems_add (self->problems, CHARTER_ERROR_FORMAT, path, G_MAXSIZE, NULL,
                              "“%s” is given twice: as an argument of the call, and among the "
                              "further members", member->key);
        return FALSE;
      }
  return TRUE;
}

static void
build (CharterCall       *self,
       const CharterNode *members,
       const CharterNode *more,
       CharterBuilder    *builder)
{
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "kind", self->kind->data.name);
  if (check_text (self, "/", "at", self->at))
    charter_builder_set_string (builder, "at", self->at);
  if (check_text (self, "/", "by", self->by))
    charter_builder_set_string (builder, "by", resolve (self, CHARTER_REFERS_PERSON, self->by));
  charter_builder_key (builder, "data");
  charter_builder_begin_object (builder);
  copy_members (self, &self->kind->data, members, builder);
  if (more != NULL)
    copy_members (self, &self->kind->data, more, builder);
  charter_builder_end (builder);
  charter_builder_end (builder);
}

CharterEntry *
charter_call_record (CharterCall  *self,
                     const char   *more,
                     GError      **error)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  const CharterNode *further = more != NULL ? read_json (self, "/data", more) : NULL;
  const CharterNode *members;

  charter_builder_end (self->members);
  members = charter_builder_get_root (self->members);
  if (further == NULL || check_more (self, members, further))
    build (self, members, further, builder);
  if (charter_problems_get_count (self->problems) > 0)
    {
      charter_problems_to_error (self->problems, error);
      return NULL;
    }
  return charter_partnership_record_node (self->partnership, charter_builder_get_root (builder),
                                          error);
}
