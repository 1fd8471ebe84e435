/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "record/charter-leaf-private.h"

#include "base/charter-id-private.h"
#include "base/charter-time-private.h"
#include "format/charter-kinds-private.h"
#include "record/charter-hex-private.h"

#include <string.h>

/* The members of an object whose text is canonical, so that they come in order. */
typedef struct
{
  CharterProblems   *problems;
  const CharterNode *object;
  const CharterNode *next;
} Members;

static gboolean fault (CharterProblems   *problems,
                       const CharterNode *node,
                       const char        *name,
                       const char        *message) G_GNUC_NO_INLINE;

/* @name of the member, NULL for the whole. */
static gboolean
fault (CharterProblems   *problems,
       const CharterNode *node,
       const char        *name,
       const char        *message)
{
  g_autofree char *path = name != NULL ? g_strconcat ("/", name, NULL) : g_strdup ("");

  charter_problems_add (problems, CHARTER_ERROR_DAMAGED, path,
                        node != NULL ? node->offset : G_MAXSIZE, NULL, "%s", message);

  return FALSE;
}

static gboolean
begin_members (Members           *self,
               const CharterNode *object,
               CharterProblems   *problems)
{
  if (object->type != CHARTER_NODE_OBJECT)
    return fault (problems, object, NULL, "An object was expected");

  self->problems = problems;
  self->object = object;
  self->next = charter_node_first (object);

  return TRUE;
}

/* The next member if it has this name. */
static inline const CharterNode *
take_if (Members    *self,
         const char *name)
{
  const CharterNode *member = self->next;

  if (member == NULL || strcmp (member->key, name) != 0)
    return NULL;
  self->next = charter_node_next (self->object, member);

  return member;
}

static const CharterNode *
fault_member (Members    *self,
              const char *name)
{
  const CharterNode *found = self->next;

  if (found != NULL && strcmp (found->key, name) < 0)
    fault (self->problems, found, found->key, "This member is unknown");
  else
    fault (self->problems, NULL, name, "This member is missing");

  return NULL;
}

static inline const CharterNode *
take (Members         *self,
      const char      *name,
      CharterNodeType  type)
{
  const CharterNode *member = take_if (self, name);

  if (G_LIKELY (member != NULL && member->type == type))
    return member;
  if (member == NULL)
    return fault_member (self, name);

  fault (self->problems, member, name, "This member has the wrong type");

  return NULL;
}

static gboolean
take_instant (Members    *self,
              const char *name,
              gint64     *out)
{
  const CharterNode *member = take (self, name, CHARTER_NODE_STRING);

  if (member == NULL)
    return FALSE;
  if (G_LIKELY (charter_instant_parse (member->string, member->length, out)))
    return TRUE;

  return fault (self->problems, member, name,
                "This is no instant; one is written as \"2026-03-02T10:00:00Z\"");
}

static gboolean
take_id (Members     *self,
         const char  *name,
         const char **out)
{
  const CharterNode *member = take (self, name, CHARTER_NODE_STRING);

  if (member == NULL)
    return FALSE;
  *out = member->string;
  if (G_LIKELY (charter_id_is_valid (member->string, member->length)))
    return TRUE;

  return fault (self->problems, member, name,
                "This is no id; one has 1 to 64 of a-z 0-9 . _ -, the first a letter or digit");
}

static gboolean
take_end (Members *self)
{
  if (self->next == NULL)
    return TRUE;

  return fault (self->problems, self->next, self->next->key, "This member is unknown");
}

static gboolean
take_seq (Members *self,
          gint64   expected,
          gint64  *out)
{
  const CharterNode *member = take (self, "seq", CHARTER_NODE_INTEGER);

  if (member == NULL)
    return FALSE;

  *out = member->integer;
  if (G_LIKELY (*out == expected))
    return TRUE;
  charter_problems_add (self->problems, CHARTER_ERROR_DAMAGED, "/seq", member->offset, NULL,
                        "Entry %" G_GINT64_FORMAT " was expected here, not entry %" G_GINT64_FORMAT,
                        expected, *out);

  return FALSE;
}

static gboolean
find_kind (CharterLeaf       *out,
           const CharterNode *kind,
           CharterProblems   *problems)
{
  out->kind = charter_kind_lookup (kind->string);
  if (G_LIKELY (out->kind != CHARTER_KIND_NONE))
    return TRUE;

  charter_problems_add (problems, CHARTER_ERROR_VERSION, "/kind", kind->offset, NULL,
                        "This library does not know the kind \"%s\"; a newer one may",
                        kind->string);

  return FALSE;
}

/* Only a charter and a founding say in which format they are. */
static const CharterNode *
format_of (guint16            kind,
           const CharterNode *data,
           const char       **member)
{
  if (kind == CHARTER_KIND_CHARTER_ADOPTED)
    {
      *member = "/charter/charter";
      return charter_node_member (charter_node_member (data, "charter"), "charter");
    }
  *member = "/format";

  return kind == CHARTER_KIND_PARTNERSHIP_FOUNDED ? charter_node_member (data, "format") : NULL;
}

gboolean
charter_leaf_check_format (guint16            kind,
                           const CharterNode *data,
                           const char        *path,
                           CharterProblems   *problems)
{
  const char *member;
  const CharterNode *format = format_of (kind, data, &member);
  g_autofree char *where = g_strconcat (path, member, NULL);
  const char *what = kind == CHARTER_KIND_CHARTER_ADOPTED ? "charter" : "record";
  guint64 number;

  if (!charter_node_is (format, CHARTER_NODE_STRING) || strcmp (format->string, "1") == 0)
    return TRUE;
  if (g_ascii_string_to_unsigned (format->string, 10, 2, G_MAXUINT64, &number, NULL))
    charter_problems_add (problems, CHARTER_ERROR_VERSION, where, format->offset, NULL,
                          "This %s is written in format %s; this library reads format 1", what,
                          format->string);
  else
    charter_problems_add (problems, CHARTER_ERROR_VALUE, where, format->offset, NULL,
                          "There is no format “%s”; this library reads format “1”",
                          format->string);

  return FALSE;
}

static gboolean
read_leaf (const CharterNode *root,
           gint64             expected_seq,
           CharterLeaf       *out,
           CharterProblems   *problems)
{
  const CharterNode *kind = NULL;
  Members members = { NULL, NULL, NULL };

  if (!begin_members (&members, root, problems) ||
      !take_instant (&members, "at", &out->at))
    return FALSE;

  out->by = NULL;
  out->corrects = NULL;
  if (members.next != NULL && strcmp (members.next->key, "by") == 0 &&
      !take_id (&members, "by", &out->by))
    return FALSE;

  out->data = take (&members, "data", CHARTER_NODE_OBJECT);
  if (out->data == NULL ||
      !take_id (&members, "id", &out->id) ||
      (kind = take (&members, "kind", CHARTER_NODE_STRING)) == NULL ||
      !take_instant (&members, "recorded", &out->recorded) ||
      !take_seq (&members, expected_seq, &out->seq) ||
      !take_end (&members))
    return FALSE;

  return find_kind (out, kind, problems) &&
         charter_leaf_check_format (out->kind, out->data, "/data", problems) &&
         charter_shape_check (&charter_kinds[out->kind]->data, out->data, CHARTER_CHECK_LEAF,
                              "/data", problems);
}

/* Whatever is wrong with a stored text, it is damage; only what is newer is none. */
static void
move_problems (CharterProblems *from,
               CharterProblems *to)
{
  for (guint i = 0; i < charter_problems_get_kept (from); i++)
    {
      const CharterProblem *problem = charter_problems_get (from, i);

      charter_problems_add (to,
                            problem->code == CHARTER_ERROR_VERSION ? problem->code
                                                                   : CHARTER_ERROR_DAMAGED,
                            problem->path, G_MAXSIZE, problem->suggestion, "%s", problem->message);
    }
}

static const CharterNode *
read_stored (CharterArena    *arena,
             const char      *text,
             gsize            length,
             CharterProblems *problems)
{
  charter_problems_set_text (problems, text, length);

  return charter_json_read (arena, text, length, CHARTER_PROFILE_RECORD, CHARTER_READ_CANONICAL,
                            &charter_limits_entry, problems);
}

gboolean
charter_leaf_read (CharterArena    *arena,
                   const char      *text,
                   gsize            length,
                   gint64           expected_seq,
                   CharterLeaf     *out,
                   CharterProblems *problems)
{
  g_autoptr(CharterProblems) found = charter_problems_new ();
  const CharterNode *root = read_stored (arena, text, length, found);

  if (root != NULL && read_leaf (root, expected_seq, out, found))
    return TRUE;

  move_problems (found, problems);

  return FALSE;
}

static gboolean
read_opening (const CharterNode *root,
              CharterOpening    *out,
              CharterProblems   *problems)
{
  const CharterNode *pointer, *salt, *seq;
  Members members = { NULL, NULL, NULL };

  if (!begin_members (&members, root, problems) ||
      (pointer = take (&members, "pointer", CHARTER_NODE_STRING)) == NULL ||
      (salt = take (&members, "salt", CHARTER_NODE_STRING)) == NULL ||
      (seq = take (&members, "seq", CHARTER_NODE_INTEGER)) == NULL)
    return FALSE;

  out->pointer = pointer->string;
  out->seq = seq->integer;
  out->value = take_if (&members, "value");
  if (out->value == NULL)
    return fault_member (&members, "value") != NULL;
  if (!g_str_has_prefix (out->pointer, "/data/"))
    return fault (problems, pointer, "pointer", "This must begin with \"/data/\"");
  if (!charter_hex_read (salt->string, salt->length, out->salt, CHARTER_SALT_SIZE))
    return fault (problems, salt, "salt", "A salt is 64 digits of 0-9 a-f");
  if (out->seq < 1)
    return fault (problems, seq, "seq", "Entries are numbered from 1");

  return take_end (&members);
}

gboolean
charter_opening_read (CharterArena    *arena,
                      const char      *text,
                      CharterOpening  *out,
                      CharterProblems *problems)
{
  g_autoptr(CharterProblems) found = charter_problems_new ();
  const CharterNode *root = read_stored (arena, text, strlen (text), found);

  if (root != NULL && read_opening (root, out, found))
    return TRUE;

  move_problems (found, problems);

  return FALSE;
}
