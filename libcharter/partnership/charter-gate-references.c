/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"

#include <string.h>

#include "base/charter-id-private.h"

/* References: what an entry names must be there and be of the right kind; what it makes
 * must be new. */

static gboolean check_members (CharterGate        *gate,
                               const CharterShape *shape,
                               const CharterNode  *data,
                               const char         *path);

static gboolean
in_charter (const CharterDocumentData *charter,
            CharterRefers              refers,
            const char                *id)
{
  switch (refers)
    {
    case CHARTER_REFERS_ROLE:
      return charter_document_data_find_role (charter, id) != NULL;
    case CHARTER_REFERS_CONSTITUENCY:
      return charter_document_data_find_constituency (charter, id) != NULL;
    case CHARTER_REFERS_RULE:
      return charter_document_data_find_rule (charter, id) != NULL;
    case CHARTER_REFERS_CLAUSE:
      return charter_document_data_find_clause (charter, id) != NULL;
    case CHARTER_REFERS_CYCLE:
      return charter_document_data_find_cycle (charter, id) != NULL;
    default:
      return charter_document_data_find_clause (charter, id) != NULL
             || charter_document_data_find_role (charter, id) != NULL
             || charter_document_data_find_rule (charter, id) != NULL
             || charter_document_data_find_cycle (charter, id) != NULL
             || charter_document_data_find_constituency (charter, id) != NULL;
    }
}

/* What a reference is to: a word of its own, or that of the kind which makes it ("action" of
 * action-agreed), else NULL. */
static char *
refers_words (CharterRefers refers)
{
  const char *kind = charter_refers_kind (refers);

  switch (refers)
    {
    case CHARTER_REFERS_ROLE: return g_strdup ("role");
    case CHARTER_REFERS_CONSTITUENCY: return g_strdup ("constituency");
    case CHARTER_REFERS_RULE: return g_strdup ("decision rule");
    case CHARTER_REFERS_CLAUSE: return g_strdup ("clause");
    case CHARTER_REFERS_CYCLE: return g_strdup ("review cycle");
    case CHARTER_REFERS_UNIT: return g_strdup ("partner or person");
    case CHARTER_REFERS_SUPPORT: return g_strdup ("request for support");
    case CHARTER_REFERS_ENTRY: return g_strdup ("entry");
    default: return kind != NULL ? g_strndup (kind, strcspn (kind, "-")) : NULL;
    }
}

/* Where it should be. */
static const char *
refers_place (CharterRefers refers)
{
  switch (refers)
    {
    case CHARTER_REFERS_ANY:
    case CHARTER_REFERS_ROLE: return "record or the charter in force";
    case CHARTER_REFERS_CONSTITUENCY:
    case CHARTER_REFERS_RULE:
    case CHARTER_REFERS_CLAUSE:
    case CHARTER_REFERS_CYCLE: return "charter in force";
    default: return "record";
    }
}

static gboolean
not_there (CharterGate      *gate,
           const CharterRow *row,
           const char       *name,
           const char       *path)
{
  const char *kind = charter_refers_kind (row->refers);
  g_autofree char *words = refers_words (row->refers);
  g_autofree char *made = kind != NULL ? g_strdup_printf (" (an entry “%s” makes one)", kind)
                                       : g_strdup ("");

  return charter_gate_refuse (gate, CHARTER_ERROR_REFERENCE, "unknown-reference", path,
                              "There is no %s “%s” in the %s%s",
                              words != NULL ? words : "action, item or other subject", name,
                              refers_place (row->refers), made);
}

static gboolean
is_made (CharterGate *gate,
         CharterRef   ref)
{
  return ref != 0 && charter_scene_maker (&gate->scene, ref) != NULL;
}

/* Where no charter is in force yet, what only a charter can say is taken on trust. */
static gboolean
charter_reference_found (CharterGate      *gate,
                         const CharterRow *row,
                         const char       *name)
{
  const CharterDocumentData *charter = gate->charter;

  if (charter == NULL && row->refers == CHARTER_REFERS_CONSTITUENCY)
    return TRUE;
  return charter != NULL && in_charter (charter, row->refers, name);
}

static gboolean
reference_found (CharterGate      *gate,
                 const CharterRow *row,
                 const char       *name)
{
  CharterRef ref = charter_scene_find (&gate->scene, name);
  const char *kind = charter_refers_kind (row->refers);

  switch (row->refers)
    {
    case CHARTER_REFERS_PARTY:
    case CHARTER_REFERS_AUDIENCE:
      return TRUE;
    case CHARTER_REFERS_ENTRY:
      return charter_scene_find_entry (&gate->scene, name) != NULL;
    case CHARTER_REFERS_UNIT:
      return ref != 0 && (charter_scene_is_person (&gate->scene, ref)
                          || charter_scene_is_partner (&gate->scene, ref));
    case CHARTER_REFERS_THING:
      return is_made (gate, ref);
    case CHARTER_REFERS_ANY:
      return is_made (gate, ref) || charter_reference_found (gate, row, name);
    case CHARTER_REFERS_ROLE:
      return charter_reference_found (gate, row, name)
             || (is_made (gate, ref)
                 && charter_scene_maker_kind (&gate->scene, ref) == CHARTER_KIND ("role-defined"));
    case CHARTER_REFERS_CONSTITUENCY:
    case CHARTER_REFERS_RULE:
    case CHARTER_REFERS_CLAUSE:
    case CHARTER_REFERS_CYCLE:
      return charter_reference_found (gate, row, name);
    default:
      return is_made (gate, ref) && kind != NULL
             && charter_scene_maker_kind (&gate->scene, ref) == charter_kind_lookup (kind);
    }
}

static gboolean
check_made (CharterGate *gate,
            const char  *name,
            const char  *path)
{
  CharterRef ref = charter_scene_find (&gate->scene, name);
  const CharterFact *maker = ref != 0 ? charter_scene_maker (&gate->scene, ref) : NULL;

  if (maker == NULL)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_ID_REUSED, "id-reused", path,
                              "“%s” is taken: entry %u (%s) made it. Choose another id",
                              name, maker->seq, charter_kinds[maker->kind]->data.name);
}

static gboolean
check_value (CharterGate       *gate,
             const CharterRow  *row,
             const CharterNode *value,
             const char        *path)
{
  if (value->type == CHARTER_NODE_ARRAY)
    {
      guint i = 0;

      for (const CharterNode *item = charter_node_first (value); item != NULL;
           item = charter_node_next (value, item))
        {
          g_autofree char *inner = g_strdup_printf ("%s/%u", path, i++);

          if (!check_value (gate, row, item, inner))
            return FALSE;
        }
      return TRUE;
    }
  if (row->type == CHARTER_TYPE_OBJECT)
    return check_members (gate, row->shape, value, path);
  if (value->type != CHARTER_NODE_STRING)
    return TRUE;
  if (row->flags & CHARTER_ROW_MAKES)
    return check_made (gate, value->string, path);
  return row->refers == CHARTER_REFERS_NOTHING || reference_found (gate, row, value->string)
         || not_there (gate, row, value->string, path);
}

static gboolean
check_members (CharterGate        *gate,
               const CharterShape *shape,
               const CharterNode  *data,
               const char         *path)
{
  if (data->type != CHARTER_NODE_OBJECT)
    return TRUE;
  for (const CharterNode *member = charter_node_first (data); member != NULL;
       member = charter_node_next (data, member))
    {
      const CharterRow *row = charter_shape_lookup (shape, member->key, member->key_length);
      g_autofree char *inner = NULL;

      if (row == NULL || (row->refers == CHARTER_REFERS_NOTHING && row->type != CHARTER_TYPE_OBJECT
                          && !(row->flags & CHARTER_ROW_MAKES)))
        continue;
      inner = g_strdup_printf ("%s/%s", path, member->key);
      if (!check_value (gate, row, member, inner))
        return FALSE;
    }
  return TRUE;
}

gboolean
charter_gate_check_references (CharterGate *gate)
{
  if (gate->by_id != NULL && !charter_scene_is_person (&gate->scene, gate->by))
    return charter_gate_refuse (gate, CHARTER_ERROR_REFERENCE, "unknown-reference", "/by",
                                "There is no person “%s” in the record", gate->by_id);
  return check_members (gate, &gate->schema->data, gate->data, "/data");
}

/* — drawn ids — */

static const CharterRow *
drawn_row (const CharterShape *shape)
{
  for (guint i = 0; i < shape->n_rows; i++)
    if (shape->rows[i].flags & CHARTER_ROW_DRAWN)
      return &shape->rows[i];
  return NULL;
}

gboolean
charter_gate_draw (CharterGate *gate)
{
  const CharterRow *row = drawn_row (&gate->schema->data);
  g_autoptr(CharterBuilder) builder = NULL;
  g_autofree char *drawn = NULL;

  if (row == NULL || charter_node_member (gate->data, row->name) != NULL)
    return TRUE;
  drawn = charter_id_draw (gate->kind == CHARTER_KIND ("person-joined") ? "p-" : "c-");
  builder = charter_builder_new ();
  charter_builder_begin_object (builder);
  for (const CharterNode *member = charter_node_first (gate->data); member != NULL;
       member = charter_node_next (gate->data, member))
    charter_builder_set_node (builder, member->key, member);
  charter_builder_set_string (builder, row->name, drawn);
  charter_builder_end (builder);
  gate->data = charter_builder_move_to (builder, gate->arena);
  return TRUE;
}
