/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-work-private.h"

#include "document/charter-document-parts-private.h"
#include "document/charter-document-object-private.h"
#include "state/charter-string-table-private.h"

#include <string.h>

/* What a new version of a charter changes: what is new, dropped or changed, item by item and
 * member by member, with both values and what they mean. */

#define SHOWN_MAX 160   /* bytes of a value */

typedef struct
{
  const char           *list;      /* member of the charter; NULL: clauses of all sections */
  const char           *noun;
  CharterAuditSentence  added, dropped;
} Kind;

static const Kind kinds[] = {
  { NULL, "clause", CHARTER_AUDIT_ADDED, CHARTER_AUDIT_DROPPED_CLAUSE },
  { "constituencies", "constituency", CHARTER_AUDIT_ADDED, CHARTER_AUDIT_DROPPED },
  { "roles", "role", CHARTER_AUDIT_ADDED, CHARTER_AUDIT_DROPPED_ROLE },
  { "permissions", "permission", CHARTER_AUDIT_ADDED, CHARTER_AUDIT_DROPPED },
  { "rules", "rule", CHARTER_AUDIT_ADDED_RULE, CHARTER_AUDIT_DROPPED_RULE },
  { "cycles", "cycle", CHARTER_AUDIT_ADDED, CHARTER_AUDIT_DROPPED_CYCLE },
};

/* Items */

typedef struct
{
  const CharterNode *node;
  const char        *id, *path;
} Item;

/* A permission has no id: it is known by its act, and by which one of that act it is. */
static const char *
id_of (CharterAuditWork  *self,
       const Kind        *kind,
       const CharterNode *node,
       GHashTable        *seen)
{
  const char *act = charter_node_member_string (node, "act");
  guint n;

  if (strcmp (kind->noun, "permission") != 0)
    return charter_node_member_string (node, "id");
  n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, act)) + 1;
  g_hash_table_insert (seen, (gpointer) act, GUINT_TO_POINTER (n));

  return n == 1 ? act : charter_audit_printf (self, "%s (%u)", act, n);
}

static void
add_items (CharterAuditWork  *self,
           const Kind        *kind,
           const CharterNode *list,
           const char        *path,
           GHashTable        *seen,
           GArray            *out)
{
  guint i = 0;

  CHARTER_EACH_VALUE (list, node)
    {
      Item item = { node, id_of (self, kind, node, seen),
                    charter_audit_printf (self, "%s/%u", path, i++) };

      g_array_append_val (out, item);
    }
}

static GArray *
items_of (CharterAuditWork          *self,
          const Kind                *kind,
          const CharterDocumentData *charter)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (charter_string_hash, g_str_equal);
  GArray *out = g_array_new (FALSE, FALSE, sizeof (Item));
  guint s = 0;

  if (kind->list != NULL)
    {
      add_items (self, kind, charter_node_member (charter->root, kind->list),
                 charter_audit_printf (self, "/%s", kind->list), seen, out);
      return out;
    }
  CHARTER_EACH_VALUE (charter_node_member (charter->root, "sections"), section)
    add_items (self, kind, charter_node_member (section, "clauses"),
               charter_audit_printf (self, "/sections/%u/clauses", s++), seen, out);

  return out;
}

/* Values */

static const char *
value_text (CharterAuditWork  *self,
            const CharterNode *node)
{
  g_autofree char *text = NULL;

  if (node == NULL)
    return "–";
  text = charter_node_to_text (node);
  if (strlen (text) > SHOWN_MAX)
    {
      char *end = g_utf8_find_prev_char (text, text + SHOWN_MAX);

      *end = '\0';
      return charter_audit_printf (self, "%s…", text);
    }

  return charter_audit_printf (self, "%s", text);
}

/* Meaning */

static int
compare_values (const CharterNode *before,
                const CharterNode *now)
{
  CharterFraction a, b;

  if (before == NULL || now == NULL || !charter_fraction_from_node (before, &a)
      || !charter_fraction_from_node (now, &b))
    return 0;

  return charter_fraction_compare (&b, &a);
}

typedef struct
{
  const char            *end;      /* of the path below the item */
  CharterAuditArithmetic more, less;
} Meaning;

#define MEANS(name) CHARTER_AUDIT_ARITHMETIC_MEANS_##name
#define MEANS_NOTHING CHARTER_N_AUDIT_ARITHMETICS

static const Meaning meanings[] = {
  { "quorum/share", MEANS (MORE_TAKE_PART), MEANS (FEWER_TAKE_PART) },
  { "quorum/at-least", MEANS (MORE_TAKE_PART), MEANS (FEWER_TAKE_PART) },
  { "/share", MEANS (HARDER), MEANS (EASIER) },
  { "/at-least", MEANS (MORE_NEEDED), MEANS (FEWER_NEEDED) },
  { "/at-most", MEANS (MORE_ALLOWED), MEANS (FEWER_ALLOWED) },
  { "floor", MEANS (MORE_LEFT), MEANS (FEWER_LEFT) },
  { "depth", MEANS (MORE_DISTANT), MEANS (LESS_DISTANT) },
  { "amount-at-most", MEANS (FURTHER), MEANS (LESS_FAR) },
};

static const struct
{
  const char            *end, *value;
  CharterAuditArithmetic means;
} turns[] = {
  { "compare", ">", MEANS (NOT_ENOUGH) },
  { "compare", ">=", MEANS (JUST_ENOUGH) },
  { "regime", "units-removed", MEANS (LEAVES) },
  { "regime", "fixed-base", MEANS (STAYS) },
  { "regime", "counts-present", MEANS (PRESENT) },
  { "secret", "true", MEANS (SEALED) },
  { "secret", "false", MEANS (IN_OPEN) },
  { "holder", "one", MEANS (ONE_HOLDER) },
  { "holder", "many", MEANS (MANY_HOLDERS) },
  { "silence", "assents", MEANS (ASSENTS) },
};

static const char *
bare_text (const CharterNode *node)
{
  if (node == NULL)
    return "";
  if (node->type == CHARTER_NODE_STRING)
    return node->string;

  return node->type == CHARTER_NODE_TRUE ? "true" : node->type == CHARTER_NODE_FALSE ? "false" : "";
}

/* Of the chain of paths of a conflict, a share says what holding is material, and is no test. */
static CharterAuditArithmetic
meaning_of (const char        *path,
            const CharterNode *before,
            const CharterNode *now)
{
  int order = g_str_has_prefix (path, "conflicts/paths/") && !g_str_has_suffix (path, "depth")
              ? 0 : compare_values (before, now);

  for (guint i = 0; order != 0 && i < G_N_ELEMENTS (meanings); i++)
    if (g_str_has_suffix (path, meanings[i].end))
      return order > 0 ? meanings[i].more : meanings[i].less;
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    if (g_str_has_suffix (path, turns[i].end) && strcmp (bare_text (now), turns[i].value) == 0)
      return turns[i].means;

  return MEANS_NOTHING;
}

/* One item in both versions */

typedef struct
{
  CharterAuditWork *work;
  const char       *called;   /* "rule “ordinary”" */
  const Item       *item;
  const Kind       *kind;     /* NULL for the charter's own members */
} Pair;

static void
mark (const Pair          *pair,
      CharterAuditFinding *finding)
{
  const Item *item = pair->item;
  const char *clause = charter_node_member_string (item->node, "clause");

  if (pair->kind == NULL)
    return;
  if (strcmp (pair->kind->noun, "rule") == 0)
    charter_audit_finding_set_rule (finding, item->id, clause);
  else if (strcmp (pair->kind->noun, "role") == 0)
    charter_audit_finding_set_role (finding, item->id, clause);
  else
    charter_audit_finding_set_clause (finding, pair->kind->list == NULL ? item->id : clause);
}

static void
say_changed (const Pair        *pair,
             const char        *below,
             const CharterNode *before,
             const CharterNode *now)
{
  CharterAuditWork *self = pair->work;
  const char *path = charter_audit_printf (self, "%s/%s", pair->item->path, below);
  const CharterAuditArithmetic means = meaning_of (below, before, now);
  CharterAuditFinding *finding;

  if (pair->kind != NULL && pair->kind->list == NULL && strcmp (below, "text") == 0)
    finding = charter_audit_say (self, CHARTER_AUDIT_CHANGED_TEXT, path, pair->called, NULL);
  else
    finding = charter_audit_say (self, CHARTER_AUDIT_CHANGED, path, pair->called, below,
                                 value_text (self, before), value_text (self, now), NULL);
  if (means != MEANS_NOTHING)
    charter_audit_finding_reckon (finding, means, NULL);
  mark (pair, finding);
}

static gboolean
have_ids (const CharterNode *list)
{
  CHARTER_EACH_VALUE (list, v)
    if (v->type != CHARTER_NODE_OBJECT || charter_node_member_string (v, "id") == NULL)
      return FALSE;

  return list != NULL && list->type == CHARTER_NODE_ARRAY && list->length > 0;
}

static const CharterNode *
find_id (const CharterNode *list,
         const char        *id)
{
  CHARTER_EACH_VALUE (list, v)
    if (g_strcmp0 (charter_node_member_string (v, "id"), id) == 0)
      return v;

  return NULL;
}

static void compare_nodes (const Pair        *pair,
                           const char        *below,
                           const CharterNode *before,
                           const CharterNode *now);

static const char *
below_of (const Pair *pair,
          const char *below,
          const char *name)
{
  return *below == '\0' ? name : charter_audit_printf (pair->work, "%s/%s", below, name);
}

static void
compare_objects (const Pair        *pair,
                 const char        *below,
                 const CharterNode *before,
                 const CharterNode *now)
{
  for (const CharterNode *c = charter_node_first (now); c != NULL; c = charter_node_next (now, c))
    compare_nodes (pair, below_of (pair, below, c->key), charter_node_member (before, c->key), c);
  for (const CharterNode *c = charter_node_first (before); c != NULL;
       c = charter_node_next (before, c))
    if (charter_node_member (now, c->key) == NULL)
      compare_nodes (pair, below_of (pair, below, c->key), c, NULL);
}

/* Rows that have ids are compared by them, whatever their order. */
static void
compare_lists (const Pair        *pair,
               const char        *below,
               const CharterNode *before,
               const CharterNode *now)
{
  CHARTER_EACH_VALUE (now, v)
    {
      const char *id = charter_node_member_string (v, "id");

      compare_nodes (pair, below_of (pair, below, id), find_id (before, id), v);
    }
  CHARTER_EACH_VALUE (before, v)
    {
      const char *id = charter_node_member_string (v, "id");

      if (find_id (now, id) == NULL)
        compare_nodes (pair, below_of (pair, below, id), v, NULL);
    }
}

/* Depth is that of the charter's own text, which is limited. */
static void
compare_nodes (const Pair        *pair,
               const char        *below,
               const CharterNode *before,
               const CharterNode *now)
{
  if (before == now || (before != NULL && now != NULL && charter_node_equal (before, now)))
    return;
  if (before != NULL && now != NULL && before->type == CHARTER_NODE_OBJECT
      && now->type == CHARTER_NODE_OBJECT)
    compare_objects (pair, below, before, now);
  else if (have_ids (before) && have_ids (now))
    compare_lists (pair, below, before, now);
  else
    say_changed (pair, below, before, now);
}

/* Lists of items */

static const char *
called (CharterAuditWork *self,
        const Kind       *kind,
        const Item       *item)
{
  return charter_audit_printf (self, "%s “%s”", kind->noun, item->id);
}

static void
say_added (CharterAuditWork *self,
           const Kind       *kind,
           const Item       *item)
{
  const Pair pair = { self, called (self, kind, item), item, kind };
  const CharterRuleData *rule = NULL;
  g_autofree char *words = NULL;

  if (strcmp (kind->noun, "rule") == 0)
    rule = charter_document_data_find_rule (self->charter, item->id);
  if (rule != NULL)
    words = charter_rule_describe (self->charter, rule);
  mark (&pair, charter_audit_say (self, kind->added, item->path, pair.called, words, NULL));
}

static void
say_dropped (CharterAuditWork *self,
             const Kind       *kind,
             const Item       *item)
{
  const Pair pair = { self, called (self, kind, item), item, kind };

  mark (&pair, charter_audit_say (self, kind->dropped, item->path, pair.called, NULL));
}

static GHashTable *
by_id (GArray *items)
{
  GHashTable *table = g_hash_table_new (charter_string_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      g_hash_table_insert (table, (gpointer) item->id, item);
    }

  return table;
}

static void
compare_kind (CharterAuditWork          *self,
              const Kind                *kind,
              const CharterDocumentData *older)
{
  g_autoptr(GArray) before = items_of (self, kind, older);
  g_autoptr(GArray) now = items_of (self, kind, self->charter);
  g_autoptr(GHashTable) old_items = by_id (before);
  g_autoptr(GHashTable) new_items = by_id (now);

  for (guint i = 0; i < now->len; i++)
    {
      const Item *item = &g_array_index (now, Item, i);
      const Item *old = g_hash_table_lookup (old_items, item->id);
      const Pair pair = { self, called (self, kind, item), item, kind };

      if (old == NULL)
        say_added (self, kind, item);
      else
        compare_nodes (&pair, "", old->node, item->node);
    }
  for (guint i = 0; i < before->len; i++)
    {
      const Item *item = &g_array_index (before, Item, i);

      if (!g_hash_table_contains (new_items, item->id))
        say_dropped (self, kind, item);
    }
}

/* The charter's own members: all but the lists above, and sections only by their titles. */
static void
compare_rest (CharterAuditWork          *self,
              const CharterDocumentData *older)
{
  static const char *const members[] = { "id", "title", "version", "in-force-from", "language",
                                         "source", "calendar", "conflicts", "periods", "requires" };
  const Item whole = { self->charter->root, self->charter->id, "" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const Item item = { whole.node, whole.id, "" };
      const Pair pair = { self, "charter", &item, NULL };

      compare_nodes (&pair, members[i], charter_node_member (older->root, members[i]),
                     charter_node_member (self->charter->root, members[i]));
    }
}

void
charter_audit_compare_charters (CharterAuditWork          *self,
                                const CharterDocumentData *older)
{
  compare_rest (self, older);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    compare_kind (self, &kinds[i], older);
}
