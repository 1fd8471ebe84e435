/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-document-parts-private.h"


#include <string.h>

/* Compiles the conflict policy and its regimes. */

const char *const charter_preset_regimes[] = {
  "counts-present", "fixed-base", "authorised-without", "qualified-majority", "units-removed",
  "colleagues-decide", NULL
};

/* In the order of charter_preset_regimes.  Under colleagues-decide the dismissed are out of
 * everything, under qualified-majority the base is the unconflicted only. */
static const CharterRegimeData presets[] = {
  { .id = "counts-present", .papers = TRUE, .presence = TRUE, .quorum = "counts" },
  { .id = "fixed-base", .papers = TRUE, .quorum = "fixed-base" },
  { .id = "authorised-without", .papers = TRUE, .quorum = "fixed-base", .without = TRUE },
  { .id = "qualified-majority", .papers = TRUE, .quorum = "shrinking-base", .qualified = TRUE },
  { .id = "units-removed", .papers = TRUE, .quorum = "units-removed" },
  { .id = "colleagues-decide", .quorum = "shrinking-base", .by_ruling = TRUE, .heard = TRUE },
};

static void
compile_regime (const CharterNode *node,
                CharterRegimeData *regime)
{
  const char *quorum = charter_node_member_string (node, "quorum");

  regime->id = charter_node_member_string (node, "id");
  regime->papers = charter_node_member_boolean (node, "papers", TRUE);
  regime->discussion = charter_node_member_boolean (node, "discussion", FALSE);
  regime->presence = charter_node_member_boolean (node, "presence", FALSE);
  regime->vote = charter_node_member_boolean (node, "vote", FALSE);
  regime->quorum = quorum != NULL ? quorum : "fixed-base";
}

static void
compile_regimes (CharterDocumentData *self,
                 const CharterNode   *list)
{
  CharterRegimeData *rows =
    charter_document_new (self, CharterRegimeData,
                          G_N_ELEMENTS (presets) + charter_list_length (list));
  guint n = G_N_ELEMENTS (presets);

  memcpy (rows, presets, sizeof presets);
  CHARTER_EACH_VALUE (list, v)
    compile_regime (v, &rows[n++]);
  self->conflicts.regimes = rows;
  self->conflicts.n_regimes = n;
}

static void
compile_periods (const CharterNode     *node,
                 CharterConflictPolicy *policy)
{
  policy->has_tail = charter_member_period (node, "tail", &policy->tail);
  policy->has_declare_within = charter_member_period (node, "declare-within",
                                                      &policy->declare_within);
  policy->has_confirm_every = charter_member_period (node, "confirm-every", &policy->confirm_every);
  policy->has_dispensation_at_most =
    charter_member_period (node, "dispensation-at-most", &policy->dispensation_at_most);
  policy->has_published_for = charter_member_period (node, "published-for", &policy->published_for);
  policy->has_register_within = charter_member_period (node, "register-within",
                                                       &policy->register_within);
}

static void
compile_paths (CharterDocumentData *self,
               const CharterNode   *list)
{
  CharterPathData *rows = charter_document_new (self, CharterPathData, charter_list_length (list));
  guint n = 0;

  CHARTER_EACH_VALUE (list, v)
    charter_document_compile_path (self, v, &rows[n++]);
  self->conflicts.paths = rows;
  self->conflicts.n_paths = n;
}

static void
compile_categories (CharterDocumentData *self,
                    const CharterNode   *list)
{
  CharterCategoryData *rows = charter_document_new (self, CharterCategoryData,
                                                    charter_list_length (list));
  guint n = 0;

  CHARTER_EACH_VALUE (list, v)
    {
      rows[n].category = charter_node_member_string (v, "category");
      rows[n].clause = charter_node_member_string (v, "clause");
      rows[n].regime = charter_document_data_find_regime (self,
                                                          charter_node_member_string (v, "regime"));
      n++;
    }
  self->conflicts.categories = rows;
  self->conflicts.n_categories = n;
}

static void
compile_exemptions (const CharterNode     *node,
                    CharterConflictPolicy *policy)
{
  policy->exempt = charter_node_member (node, "exempt");
  policy->exempt_categories = charter_node_member (node, "exempt-categories");
  policy->public_bodies = charter_node_member (node, "public-bodies");
  policy->exempts_public_bodies = policy->exempt != NULL
                                  && charter_node_has_string (policy->exempt, "public-body");
  policy->exempts_shared = policy->exempt != NULL
                           && charter_node_has_string (policy->exempt, "shared-by-all");
  policy->exempts_unknown = policy->exempt != NULL
                            && charter_node_has_string (policy->exempt, "not-known");
}

void
charter_document_compile_conflicts (CharterDocumentData *self)
{
  const CharterNode *node =
    charter_document_merge_preset (charter_node_member (self->root, "conflicts"), self->arena);
  CharterConflictPolicy *policy = &self->conflicts;
  const char *regime = charter_node_member_string (node, "regime");

  if (regime == NULL)
    regime = "fixed-base";
  policy->node = node;
  policy->clause = charter_node_member_string (node, "clause");
  policy->floor = charter_node_member_integer (node, "floor", 0);
  policy->needs_ruling = charter_node_member_boolean (node, "needs-ruling", FALSE);
  policy->dispensation_by_all = g_strcmp0 (charter_node_member_string (node, "dispensation-by"),
                                           "all") == 0;
  policy->remedies = charter_node_member (node, "remedies");
  compile_periods (node, policy);
  compile_exemptions (node, policy);
  compile_regimes (self, charter_node_member (node, "regimes"));
  policy->regime = *charter_document_data_find_regime (self, regime);
  compile_paths (self, charter_node_member (node, "paths"));
  compile_categories (self, charter_node_member (node, "categories"));
}

const CharterRegimeData *
charter_document_data_find_regime (const CharterDocumentData *self,
                                   const char                *id)
{
  for (guint i = 0; i < self->conflicts.n_regimes; i++)
    {
      if (strcmp (self->conflicts.regimes[i].id, id) == 0)
        return &self->conflicts.regimes[i];
    }

  return NULL;
}
