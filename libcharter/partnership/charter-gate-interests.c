/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"

#include <string.h>

#include "base/charter-id-private.h"
#include "format/charter-kinds-private.h"

/* Rules of the gate: links, declared interests, rulings and dispensations. */

/* Where a member of the entry stands: under `set`, if the entry corrects another. */
static const char *
data_path (CharterGate *gate)
{
  return gate->kind == CHARTER_KIND ("entry-corrected") ? "/data/set" : "/data";
}

/* — what ends — */

gboolean
charter_gate_ended_once (CharterGate *gate,
                         const char  *member)
{
  const CharterFact *before = charter_gate_earlier (gate, gate->schema->data.name, member);
  g_autofree char *path = g_strconcat ("/data/", member, NULL);

  if (before == NULL)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "already-ended", path,
                              "“%s” has ended already, with entry %u",
                              charter_gate_string (gate, member), before->seq);
}

/* Does what @made began, with the data that it has or will have, begin after @ended? */
static gboolean
begins_after (CharterGate       *gate,
              const CharterFact *made,
              const CharterNode *data,
              gint64             ended,
              char               begun[CHARTER_DATE_TEXT_SIZE])
{
  const char *since = charter_node_member_string (data, "since");
  gint32 first;

  if (since == NULL || !charter_date_parse (since, -1, &first))
    {
      charter_date_format (charter_scene_date_of (&gate->scene, made->at), begun);
      return made->at > ended;
    }
  charter_date_format (first, begun);
  return first > charter_scene_date_of (&gate->scene, ended);
}

gboolean
charter_gate_ends_after_start (CharterGate *gate,
                               const char  *member)
{
  const CharterFact *made = charter_scene_maker (&gate->scene, charter_gate_ref (gate, member));
  char begun[CHARTER_DATE_TEXT_SIZE], ends[CHARTER_DATE_TEXT_SIZE];

  if (!begins_after (gate, made, charter_scene_data (&gate->scene, made), gate->at, begun))
    return TRUE;
  charter_date_format (charter_scene_date_of (&gate->scene, gate->at), ends);
  return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "ends-before-start", "/at",
                              "“%s” would end on %s and began only on %s (entry %u): what ends it "
                              "comes after that", charter_gate_string (gate, member), ends, begun,
                              made->seq);
}

/* The earliest entry of a kind that ends what @made began, NULL if there is none. */
static const CharterFact *
first_ending (CharterGate       *gate,
              const CharterFact *made,
              guint16            kind)
{
  CharterCursor cursor;
  const CharterFact *first = NULL;

  for (const CharterFact *fact = charter_cursor_last (&cursor, &gate->scene, made->makes, kind);
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (first == NULL || fact->at <= first->at)
      first = fact;
  return first;
}

/* A correction must not move the beginning behind the end that is on record. */
static gboolean
check_corrected_start (CharterGate       *gate,
                       const CharterFact *made,
                       const CharterNode *after,
                       guint16            ending)
{
  const CharterFact *ended = first_ending (gate, made, ending);
  char begun[CHARTER_DATE_TEXT_SIZE], ends[CHARTER_DATE_TEXT_SIZE];

  if (ended == NULL || !begins_after (gate, made, after, ended->at, begun))
    return TRUE;
  charter_date_format (charter_scene_date_of (&gate->scene, ended->at), ends);
  return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "ends-before-start", "/data/set/since",
                              "It would begin on %s, and entry %u says that it ended on %s", begun,
                              ended->seq, ends);
}

/* — links and declarations — */

gboolean
charter_gate_check_share (CharterGate       *gate,
                          const CharterNode *data,
                          const char        *path)
{
  const CharterNode *share = charter_node_member (data, "share");
  CharterFraction value, one = CHARTER_FRACTION (1, 1), zero = CHARTER_FRACTION (0, 1);
  g_autofree char *full = g_strconcat (path, "/share", NULL);

  if (share == NULL || !charter_fraction_from_node (share, &value)
      || (charter_fraction_compare (&value, &one) <= 0 && charter_fraction_compare (&value, &zero) > 0))
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "share-out-of-range", full,
                              "A share is more than 0 and at most 1, such as \"1/4\"");
}

/* What a sensitive tie is stays out of the record. */
static gboolean
check_sensitive (CharterGate *gate)
{
  if (!charter_node_member_boolean (gate->data, "sensitive", FALSE)
      || strcmp (charter_gate_string (gate, "relation"), "connected") == 0)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "say-connected", "/data/relation",
                              "A sensitive link does not say what the tie is, for everybody who "
                              "reads the record would know: the relation is “connected”");
}

static gboolean
rule_link_stated (CharterGate *gate)
{
  if (strcmp (charter_gate_string (gate, "from"), charter_gate_string (gate, "to")) == 0)
    return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "to-oneself", "/data/to",
                                "A link goes from one party to another, not to itself");
  return check_sensitive (gate) && charter_gate_check_share (gate, gate->data, "/data")
         && charter_gate_check_span (gate, gate->data, "since", "until", "/data")
         && charter_gate_check_link (gate, NULL, gate->data);
}

static gboolean
rule_link_ended (CharterGate *gate)
{
  return charter_gate_ended_once (gate, "link") && charter_gate_ends_after_start (gate, "link");
}

static gboolean
rule_interest_declared (CharterGate *gate)
{
  return charter_gate_must_be_current (gate, "person")
         && charter_gate_check_span (gate, gate->data, "since", "until", "/data");
}

static gboolean
rule_interest_ended (CharterGate *gate)
{
  return charter_gate_ended_once (gate, "interest")
         && charter_gate_ends_after_start (gate, "interest");
}

/* — dispensations — */

static const char *const dispensable[] = {
  "be-counted", "be-present", "discuss", "see-papers", "vote", NULL
};

/* Is every conflict under a regime in which nobody gets a vote back? */
static gboolean
no_vote_is_given_back (const CharterConflictPolicy *policy)
{
  if (!policy->regime.without)
    return FALSE;
  for (guint i = 0; i < policy->n_paths; i++)
    if (policy->paths[i].regime != NULL && !policy->paths[i].regime->without)
      return FALSE;
  for (guint i = 0; i < policy->n_categories; i++)
    if (policy->categories[i].regime != NULL && !policy->categories[i].regime->without)
      return FALSE;
  return TRUE;
}

static gboolean
check_act (CharterGate *gate,
           const char  *act,
           const char  *path)
{
  const char *nearest;

  if (g_strv_contains (dispensable, act))
    return TRUE;
  nearest = charter_nearest_spelling (act, dispensable);
  return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "not-dispensable", path,
                              "No dispensation can give “%s”: what it gives back is see-papers, "
                              "discuss, be-present, be-counted or vote%s%s%s", act,
                              nearest != NULL ? "; did you mean “" : "",
                              nearest != NULL ? nearest : "", nearest != NULL ? "”?" : "");
}

static gboolean
gives_only_votes (const CharterNode *acts)
{
  for (const CharterNode *act = charter_values_first (acts); act != NULL;
       act = charter_values_next (acts, act))
    if (strcmp (act->string, "vote") != 0 && strcmp (act->string, "be-counted") != 0)
      return FALSE;
  return TRUE;
}

static gboolean
check_acts (CharterGate *gate)
{
  const CharterNode *acts = charter_node_member (gate->data, "acts");
  gboolean is_list = acts->type == CHARTER_NODE_ARRAY;
  guint i = 0;

  for (const CharterNode *act = charter_values_first (acts); act != NULL;
       act = charter_values_next (acts, act), i++)
    {
      g_autofree char *path = is_list ? g_strdup_printf ("/data/acts/%u", i) : g_strdup ("/data/acts");

      if (!check_act (gate, act->string, path))
        return FALSE;
    }
  if (gate->charter == NULL || !no_vote_is_given_back (&gate->charter->conflicts)
      || !gives_only_votes (acts))
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-dispensable", "/data/acts",
                              "Under the regime %s the matter is settled without whoever has an "
                              "interest: no dispensation gives the vote back. It can give see-papers, "
                              "discuss and be-present", gate->charter->conflicts.regime.id);
}

/* The last day that the charter lets a dispensation granted at @granted hold;
 * CHARTER_DATE_NONE where it says nothing. */
static gint32
last_day (CharterGate *gate,
          gint64       granted)
{
  const CharterDocumentData *charter = charter_scene_charter (&gate->scene, granted, NULL);

  if (charter == NULL || !charter->conflicts.has_dispensation_at_most)
    return CHARTER_DATE_NONE;
  return charter_period_end_date (&charter->conflicts.dispensation_at_most,
                                  charter_scene_date_of (&gate->scene, granted), 1,
                                  &charter->calendar);
}

static gboolean
check_until (CharterGate       *gate,
             const CharterNode *data,
             gint64             granted)
{
  gint32 until, today = charter_scene_date_of (&gate->scene, granted);
  gint32 last = last_day (gate, granted);
  const char *text = charter_node_member_string (data, "until");
  g_autofree char *path = g_strconcat (data_path (gate), "/until", NULL);
  char from[CHARTER_DATE_TEXT_SIZE], limit[CHARTER_DATE_TEXT_SIZE];

  charter_date_parse (text, -1, &until);
  charter_date_format (today, from);
  if (until < today)
    return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "dates-reversed", path,
                                "The dispensation would end on %s, before it is granted (%s)",
                                text, from);
  if (last == CHARTER_DATE_NONE || until <= last)
    return TRUE;
  charter_date_format (last, limit);
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "dispensation-too-long", path,
                              "The charter lets a dispensation granted on %s last until %s at "
                              "most, and not until %s", from, limit, text);
}

static gboolean
rule_dispensation (CharterGate *gate)
{
  return charter_gate_must_be_current (gate, "person")
         && charter_gate_check_scope (gate)
         && check_acts (gate)
         && check_until (gate, gate->data, gate->at)
         && charter_gate_needs_final (gate, "decision");
}

/* — rulings — */

static gboolean
tie_dismisses (CharterGate *gate,
               CharterRef   decision)
{
  const CharterDocumentData *charter = charter_scene_charter_of (&gate->scene, decision, gate->at);

  return charter != NULL && charter->conflicts.regime.by_ruling;
}

/* The member that is wrong: what was found, or the number that is corrected. */
static const char *
numbers_path (CharterGate *gate)
{
  if (gate->kind != CHARTER_KIND ("entry-corrected"))
    return "/data/conflicted";
  return charter_node_member (charter_node_member (gate->data, "set"), "for") != NULL
         ? "/data/set/for" : "/data/set/against";
}

static gboolean
check_numbers (CharterGate       *gate,
               const CharterNode *data)
{
  const CharterNode *in_favour = charter_node_member (data, "for");
  const CharterNode *against = charter_node_member (data, "against");
  CharterRef decision = charter_scene_find (&gate->scene,
                                            charter_node_member_string (data, "decision"));
  gboolean found = charter_node_member_boolean (data, "conflicted", TRUE);
  gboolean tied, right;

  if (in_favour == NULL || against == NULL)
    return TRUE;
  tied = in_favour->integer == against->integer;
  right = tied ? TRUE : in_favour->integer > against->integer;
  if (found == right || (tied && !tie_dismisses (gate, decision)))
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "numbers-contradict", numbers_path (gate),
                              "%" G_GINT64_FORMAT " for a conflict and %" G_GINT64_FORMAT
                              " against: %s, so “conflicted” is %s", in_favour->integer,
                              against->integer,
                              !tied ? "the greater number decides"
                              : "a tie finds one under the regime colleagues-decide",
                              right ? "true" : "false");
}

/* Does the ruling's decision concern @who, so that they have no vote on it? */
static gboolean
concerns (CharterGate       *gate,
          const CharterFact *proposed,
          CharterRef         who)
{
  const CharterDocumentData *charter = charter_scene_charter_of (&gate->scene, proposed->makes,
                                                                 gate->at);
  const char *name = charter_scene_name (&gate->scene, who);

  if (charter_scene_member_has (&gate->scene, proposed, "about", name))
    return TRUE;
  return charter_scene_member_has (&gate->scene, proposed, "dispenses", name)
         && (charter == NULL || !charter->conflicts.dispensation_by_all);
}

static gboolean
check_about (CharterGate *gate)
{
  CharterRef who = charter_gate_ref (gate, "person");
  const CharterFact *proposed = charter_scene_maker (&gate->scene, charter_gate_ref (gate, "ruling"));
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  if (charter_gate_string (gate, "ruling") == NULL || concerns (gate, proposed, who))
    return TRUE;
  charter_scene_partners_of (&gate->scene, who, proposed->at, partners);
  for (guint i = 0; i < partners->len; i++)
    if (concerns (gate, proposed, g_array_index (partners, CharterRef, i)))
      return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-about-person", "/data/ruling",
                              "“%s” (entry %u) is not about %s, who could have voted on it: name a "
                              "decision that has %s in its “about”",
                              charter_gate_string (gate, "ruling"), proposed->seq,
                              charter_gate_string (gate, "person"),
                              charter_gate_string (gate, "person"));
}

static gboolean
rule_conflict_ruled (CharterGate *gate)
{
  return check_numbers (gate, gate->data) && charter_gate_needs_final (gate, "ruling")
         && check_about (gate);
}

/* — corrections of these — */

/* Only what a correction touches is judged, and not what stood there before. */
static gboolean
sets (CharterGate *gate,
      const char  *member)
{
  return charter_node_member (charter_node_member (gate->data, "set"), member) != NULL;
}

gboolean
charter_gate_check_corrected (CharterGate       *gate,
                              const CharterFact *entry,
                              const CharterNode *after)
{
  gboolean dates = sets (gate, "since") || sets (gate, "until");

  if (entry->kind == CHARTER_KIND ("link-stated"))
    return (!sets (gate, "since")
            || check_corrected_start (gate, entry, after, CHARTER_KIND ("link-ended")))
           && (!(dates || sets (gate, "share")) || charter_gate_check_link (gate, entry, after));
  if (entry->kind == CHARTER_KIND ("interest-declared"))
    return !sets (gate, "since")
           || check_corrected_start (gate, entry, after, CHARTER_KIND ("interest-ended"));
  if (entry->kind == CHARTER_KIND ("delegation-made"))
    return charter_gate_check_delegation (gate, entry, after);
  if (entry->kind == CHARTER_KIND ("dispensation-granted"))
    return !sets (gate, "until") || check_until (gate, after, entry->at);
  if (entry->kind == CHARTER_KIND ("conflict-ruled"))
    return !(sets (gate, "for") || sets (gate, "against")) || check_numbers (gate, after);
  return TRUE;
}

const CharterGateRow charter_gate_interest_rules[] = {
  { "link-stated", rule_link_stated },
  { "link-ended", rule_link_ended },
  { "interest-declared", rule_interest_declared },
  { "interest-ended", rule_interest_ended },
  { "conflict-ruled", rule_conflict_ruled },
  { "dispensation-granted", rule_dispensation },
  { NULL, NULL }
};
