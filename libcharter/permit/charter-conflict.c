/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-permit-objects-private.h"

#include "permit/charter-build-private.h"

/**
 * CharterConflict:
 *
 * How a person, or a whole partner, is connected with a party, and what follows from it for an
 * item: a declared interest, a way along the links of the record that a path of the conflict
 * policy allows, or a ruling of the others.
 *
 * Lists of conflicts come from [method@Charter.View.list_conflicts] and
 * [method@Charter.View.list_interests]. What the policy exempts is listed too, with the effect
 * `exempt`. Of what is sensitive it is only said that there is something
 * ([property@Charter.Conflict:withheld]).
 *
 * Since: 0.1
 */
struct _CharterConflict
{
  GObject parent_instance;

  char       *person, *party, *category, *effect, *clause, *json;
  char       *via, *exemption, *share;
  GStrv       path;
  GListModel *holdings;
  guint       n_hops;
  gboolean    ruled, withheld;
  gint64      entry;
};

typedef enum
{
  PROP_PERSON = 1,
  PROP_PARTY,
  PROP_KIND,
  PROP_CATEGORY,
  PROP_PATH,
  PROP_EFFECT,
  PROP_RULED,
  PROP_CLAUSE,
  PROP_ENTRY,
  PROP_VIA,
  PROP_SHARE,
  PROP_HOLDINGS,
  PROP_EXEMPTION,
  PROP_WITHHELD
} CharterConflictProperty;

#define N_PROPS (PROP_WITHHELD + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterConflict, charter_conflict, G_TYPE_OBJECT)

static void
charter_conflict_finalize (GObject *object)
{
  CharterConflict *self = CHARTER_CONFLICT (object);

  g_free (self->person);
  g_free (self->party);
  g_free (self->category);
  g_free (self->effect);
  g_free (self->clause);
  g_free (self->json);
  g_free (self->via);
  g_free (self->exemption);
  g_free (self->share);
  g_clear_object (&self->holdings);
  g_strfreev (self->path);

  G_OBJECT_CLASS (charter_conflict_parent_class)->finalize (object);
}

static void
charter_conflict_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CharterConflict *self = CHARTER_CONFLICT (object);

  switch ((CharterConflictProperty) id)
    {
    case PROP_PERSON:
      g_value_set_string (value, self->person);
      break;
    case PROP_PARTY:
      g_value_set_string (value, self->party);
      break;
    case PROP_KIND:
      g_value_set_static_string (value, charter_conflict_get_kind (self));
      break;
    case PROP_CATEGORY:
      g_value_set_string (value, self->category);
      break;
    case PROP_PATH:
      g_value_set_boxed (value, self->path);
      break;
    case PROP_EFFECT:
      g_value_set_string (value, self->effect);
      break;
    case PROP_RULED:
      g_value_set_boolean (value, self->ruled);
      break;
    case PROP_CLAUSE:
      g_value_set_string (value, self->clause);
      break;
    case PROP_ENTRY:
      g_value_set_int64 (value, self->entry);
      break;
    case PROP_VIA:
      g_value_set_string (value, self->via);
      break;
    case PROP_SHARE:
      g_value_set_string (value, self->share);
      break;
    case PROP_HOLDINGS:
      g_value_set_object (value, self->holdings);
      break;
    case PROP_EXEMPTION:
      g_value_set_string (value, self->exemption);
      break;
    case PROP_WITHHELD:
      g_value_set_boolean (value, self->withheld);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

#define FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

/* What follows from it, and what it rests on. */
static void
install_effect (void)
{
  /**
   * CharterConflict:effect: (getter get_effect)
   *
   * The id of the regime that follows; `none` where the others ruled that there is no
   * conflict, `needs-ruling` where that is still to come, `exempt` where the policy exempts it,
   * `share-unknown` and `search-limit` where it cannot be told.
   *
   * Since: 0.1
   */
  properties[PROP_EFFECT] = g_param_spec_string ("effect", NULL, NULL, NULL, FLAGS);

  /**
   * CharterConflict:ruled: (getter get_ruled)
   *
   * Whether the others have ruled on it.
   *
   * Since: 0.1
   */
  properties[PROP_RULED] = g_param_spec_boolean ("ruled", NULL, NULL, FALSE, FLAGS);

  /**
   * CharterConflict:clause: (getter get_clause)
   *
   * The clause of the charter behind the conflict policy.
   *
   * Since: 0.1
   */
  properties[PROP_CLAUSE] = g_param_spec_string ("clause", NULL, NULL, NULL, FLAGS);

  /**
   * CharterConflict:entry: (getter get_entry)
   *
   * The seq of the declaration or of the first link on the way, else of the ruling.
   *
   * Since: 0.1
   */
  properties[PROP_ENTRY] = g_param_spec_int64 ("entry", NULL, NULL, 0, G_MAXINT64, 0, FLAGS);

  /**
   * CharterConflict:via: (getter get_via)
   *
   * The id of the path of the conflict policy that it was found along; %NULL for a declared
   * interest or a ruling.
   *
   * Since: 0.1
   */
  properties[PROP_VIA] = g_param_spec_string ("via", NULL, NULL, NULL, FLAGS);

  /**
   * CharterConflict:share: (getter get_share)
   *
   * What is held in the party concerned, such as `21/100`: the sum of the holdings where the
   * path adds them; %NULL for a path without a threshold.
   *
   * Since: 0.1
   */
  properties[PROP_SHARE] = g_param_spec_string ("share", NULL, NULL, NULL, FLAGS);

  /**
   * CharterConflict:holdings: (getter get_holdings)
   *
   * Each holding that counts: a list of [class@Charter.Holding], empty for a path without a
   * threshold.
   *
   * Since: 0.1
   */
  properties[PROP_HOLDINGS] = g_param_spec_object ("holdings", NULL, NULL, G_TYPE_LIST_MODEL,
                                                   FLAGS);

  /**
   * CharterConflict:exemption: (getter get_exemption)
   *
   * Why it does not count: `public-body`, `shared-by-all`, `not-known` or `exempt-category`;
   * %NULL where it does.
   *
   * Since: 0.1
   */
  properties[PROP_EXEMPTION] = g_param_spec_string ("exemption", NULL, NULL, NULL, FLAGS);

  /**
   * CharterConflict:withheld: (getter get_withheld)
   *
   * Whether the details are withheld, since it rests on something sensitive.
   *
   * Since: 0.1
   */
  properties[PROP_WITHHELD] = g_param_spec_boolean ("withheld", NULL, NULL, FALSE, FLAGS);
}

static void
charter_conflict_class_init (CharterConflictClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = charter_conflict_finalize;
  object_class->get_property = charter_conflict_get_property;

  /**
   * CharterConflict:person: (getter get_person)
   *
   * The id of the person, or of the partner where the whole of it is connected.
   *
   * Since: 0.1
   */
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, FLAGS);

  /**
   * CharterConflict:party: (getter get_party)
   *
   * The id of the party in which the interest lies; %NULL where the others ruled that there
   * is a conflict that nobody had declared, and where it is withheld.
   *
   * Since: 0.1
   */
  properties[PROP_PARTY] = g_param_spec_string ("party", NULL, NULL, NULL, FLAGS);

  /**
   * CharterConflict:kind: (getter get_kind)
   *
   * `direct` for a declared interest or a single link, `indirect` for a longer way, %NULL
   * where only a ruling says that there is a conflict.
   *
   * Since: 0.1
   */
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, FLAGS);

  /**
   * CharterConflict:category: (getter get_category)
   *
   * The category of the interest, such as `financial`.
   *
   * Since: 0.1
   */
  properties[PROP_CATEGORY] = g_param_spec_string ("category", NULL, NULL, NULL, FLAGS);

  /**
   * CharterConflict:path: (getter get_path)
   *
   * The ids of the parties from the person to the party concerned, by the shortest way; the
   * person alone where there is none, or where it is withheld.
   *
   * Since: 0.1
   */
  properties[PROP_PATH] = g_param_spec_boxed ("path", NULL, NULL, G_TYPE_STRV, FLAGS);

  install_effect ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_conflict_init (CharterConflict *self)
{
}

static GStrv
plain_path (CharterConflict *self)
{
  const char *path[] = { self->person, self->party, NULL };

  return g_strdupv ((char **) path);
}

static void
take_trail (CharterConflict    *self,
            const CharterScene *scene,
            const CharterTrail *trail)
{
  self->n_hops = trail->n_hops;
  self->withheld = trail->withheld;
  self->exemption = g_strdup (trail->exemption);
  if (trail->withheld)
    return;
  self->path = charter_hops_to_path (scene, trail->from, trail->hops, trail->n_hops);
  self->via = trail->path != NULL ? g_strdup (trail->path->id) : NULL;
  if (trail->has_share)
    self->share = charter_fraction_to_string (&trail->share);
}

CharterConflict *
charter_conflict_new (const CharterScene        *scene,
                      const CharterConflictData *data)
{
  CharterConflict *self = g_object_new (CHARTER_TYPE_CONFLICT, NULL);
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  const CharterFact *entry = data->declared != NULL ? data->declared : data->ruled;

  charter_conflict_build (scene, data, builder);
  self->json = charter_builder_to_text (builder);
  self->person = g_strdup (charter_scene_name (scene, data->person));
  self->party = data->party != 0 ? g_strdup (charter_scene_name (scene, data->party)) : NULL;
  self->category = g_strdup (data->category);
  self->effect = g_strdup (
    charter_node_member_string (charter_builder_get_root (builder), "effect"));
  self->clause = g_strdup (data->clause);
  self->ruled = data->ruled != NULL;
  self->entry = entry != NULL ? entry->seq : 0;
  self->n_hops = data->party != 0 ? 1 : 0;
  self->withheld = data->party == 0 && data->declared != NULL && data->declared != data->ruled;
  if (data->trail != NULL)
    take_trail (self, scene, data->trail);
  if (self->path == NULL)
    self->path = plain_path (self);
  self->holdings = charter_holdings_to_model (scene, data->trail);

  return self;
}

GListModel *
charter_conflicts_to_model (const CharterScene *scene,
                            GArray             *rows)
{
  GListStore *model = g_list_store_new (CHARTER_TYPE_CONFLICT);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr(CharterConflict)
        row = charter_conflict_new (scene, &g_array_index (rows, CharterConflictData, i));

      g_list_store_append (model, row);
    }

  return G_LIST_MODEL (model);
}

/**
 * charter_conflict_get_person: (get-property person)
 * @self: a conflict
 *
 * Gives the person.
 *
 * Returns: the id of the person
 *
 * Since: 0.1
 */
const char *
charter_conflict_get_person (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), NULL);

  return self->person;
}

/**
 * charter_conflict_get_party: (get-property party)
 * @self: a conflict
 *
 * Gives the party in which the interest lies.
 *
 * Returns: (nullable): the id of the party
 *
 * Since: 0.1
 */
const char *
charter_conflict_get_party (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), NULL);

  return self->party;
}

/**
 * charter_conflict_get_kind: (get-property kind)
 * @self: a conflict
 *
 * Tells a declared interest from a mere ruling.
 *
 * Returns: (nullable): `direct` or `indirect`, or %NULL
 *
 * Since: 0.1
 */
const char *
charter_conflict_get_kind (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), NULL);

  if (self->n_hops == 0)
    return NULL;

  return self->n_hops == 1 ? "direct" : "indirect";
}

/**
 * charter_conflict_get_category: (get-property category)
 * @self: a conflict
 *
 * Gives the category of the interest.
 *
 * Returns: (nullable): the category, such as `financial`
 *
 * Since: 0.1
 */
const char *
charter_conflict_get_category (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), NULL);

  return self->category;
}

/**
 * charter_conflict_get_path: (get-property path)
 * @self: a conflict
 *
 * Gives the way from the person to the party concerned.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of parties, the person first
 *
 * Since: 0.1
 */
const char *const *
charter_conflict_get_path (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), NULL);

  return (const char *const *) self->path;
}

/**
 * charter_conflict_get_effect: (get-property effect)
 * @self: a conflict
 *
 * Gives what follows from it.
 *
 * Returns: the id of a regime, `none`, or `needs-ruling`
 *
 * Since: 0.1
 */
const char *
charter_conflict_get_effect (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), NULL);

  return self->effect;
}

/**
 * charter_conflict_get_ruled: (get-property ruled)
 * @self: a conflict
 *
 * Tells whether the others have ruled on it.
 *
 * Returns: %TRUE if they have
 *
 * Since: 0.1
 */
gboolean
charter_conflict_get_ruled (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), FALSE);

  return self->ruled;
}

/**
 * charter_conflict_get_clause: (get-property clause)
 * @self: a conflict
 *
 * Gives the clause behind the conflict policy.
 *
 * Returns: (nullable): the id of a clause
 *
 * Since: 0.1
 */
const char *
charter_conflict_get_clause (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), NULL);

  return self->clause;
}

/**
 * charter_conflict_get_entry: (get-property entry)
 * @self: a conflict
 *
 * Gives the declaration, else the ruling.
 *
 * Returns: the seq of the entry
 *
 * Since: 0.1
 */
gint64
charter_conflict_get_entry (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), 0);

  return self->entry;
}

/**
 * charter_conflict_get_via: (get-property via)
 * @self: a conflict
 *
 * Gives the path of the conflict policy that it was found along.
 *
 * Returns: (nullable): its id
 *
 * Since: 0.1
 */
const char *
charter_conflict_get_via (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), NULL);

  return self->via;
}

/**
 * charter_conflict_get_share: (get-property share)
 * @self: a conflict
 *
 * Gives what is held in the party concerned.
 *
 * Returns: (nullable): a fraction such as `21/100`
 *
 * Since: 0.1
 */
const char *
charter_conflict_get_share (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), NULL);

  return self->share;
}

/**
 * charter_conflict_get_holdings: (get-property holdings)
 * @self: a conflict
 *
 * Gives each holding that counts.
 *
 * Returns: (transfer none): a list of [class@Charter.Holding]
 *
 * Since: 0.1
 */
GListModel *
charter_conflict_get_holdings (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), NULL);

  return self->holdings;
}

/**
 * charter_conflict_get_exemption: (get-property exemption)
 * @self: a conflict
 *
 * Gives why it does not count.
 *
 * Returns: (nullable): `public-body`, `shared-by-all`, `not-known` or `exempt-category`
 *
 * Since: 0.1
 */
const char *
charter_conflict_get_exemption (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), NULL);

  return self->exemption;
}

/**
 * charter_conflict_get_withheld: (get-property withheld)
 * @self: a conflict
 *
 * Tells whether the details are withheld.
 *
 * Returns: %TRUE if it rests on something sensitive
 *
 * Since: 0.1
 */
gboolean
charter_conflict_get_withheld (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), FALSE);

  return self->withheld;
}

/**
 * charter_conflict_to_json:
 * @self: a conflict
 *
 * Writes the conflict as JSON in the canonical form of RFC 8785.
 *
 * Returns: (transfer full): JSON text of an object
 *
 * Since: 0.1
 */
char *
charter_conflict_to_json (CharterConflict *self)
{
  g_return_val_if_fail (CHARTER_IS_CONFLICT (self), NULL);

  return g_strdup (self->json);
}

/**
 * charter_conflict_list_to_json:
 * @conflicts: a list of [class@Charter.Conflict]
 *
 * Writes a list of conflicts as JSON in the canonical form of RFC 8785: the shape of the
 * answer `conflicts` of scenario files.
 *
 * Returns: (transfer full): JSON text of an array
 *
 * Since: 0.1
 */
char *
charter_conflict_list_to_json (GListModel *conflicts)
{
  GString *out;

  g_return_val_if_fail (G_IS_LIST_MODEL (conflicts), NULL);

  out = g_string_new ("[");
  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    {
      g_autoptr(CharterConflict) row = g_list_model_get_item (conflicts, i);

      g_string_append_printf (out, "%s%s", i > 0 ? "," : "", row->json);
    }
  g_string_append_c (out, ']');

  return g_string_free (out, FALSE);
}
