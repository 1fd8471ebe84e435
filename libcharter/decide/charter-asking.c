/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-asking-private.h"

#include <string.h>

#include "decide/charter-tally-private.h"
#include "permit/charter-may-private.h"

/* Answering without the proof.  What is looked at here, and in which order, is what
 * charter_permit_may_on() looks at; a test holds them against each other. */

/* Charters and rules, looked up once */

static void
free_rule (gpointer data)
{
  CharterAskingRule *rule = data;

  if (rule->rule != NULL)
    charter_voters_clear (&rule->voters);
  g_free (rule);
}

static void
free_charter (gpointer data)
{
  CharterAskingCharter *charter = data;

  charter_access_clear (&charter->access);
  if (charter->policy.charter != NULL)
    charter_glance_policy_clear (&charter->policy);
  g_ptr_array_unref (charter->rules);
  g_free (charter);
}

static CharterAskingCharter *
read_charter (CharterAsking             *self,
              const CharterDocumentData *document)
{
  CharterAskingCharter *charter = g_new0 (CharterAskingCharter, 1);

  charter->charter = document;
  charter->rules = g_ptr_array_new_with_free_func (free_rule);
  charter_access_init (&charter->access, &self->scene, document, self->act);
  if (self->bits != 0)
    charter_glance_policy_init (&charter->policy, &self->scene, document, self->bits);
  g_ptr_array_add (self->charters, charter);

  return charter;
}

static CharterAskingCharter *
find_charter (CharterAsking             *self,
              const CharterDocumentData *document)
{
  if (document == NULL)
    return NULL;
  for (guint i = 0; i < self->charters->len; i++)
    {
      CharterAskingCharter *charter = g_ptr_array_index (self->charters, i);

      if (charter->charter == document)
        return charter;
    }

  return read_charter (self, document);
}

static gboolean
is_simple (const CharterRuleData *rule)
{
  return rule->unit == CHARTER_UNIT_PERSON && rule->fold == CHARTER_FOLD_NONE
         && rule->as_at != CHARTER_AS_AT_OPENING && rule->method != CHARTER_METHOD_ROLE_HOLDER;
}

static CharterAskingRule *
read_rule (CharterAsking        *self,
           CharterAskingCharter *charter,
           CharterRef            name)
{
  CharterAskingRule *rule = g_new0 (CharterAskingRule, 1);

  rule->name = name;
  if (name != 0)
    rule->rule = charter_document_data_find_rule (charter->charter,
                                                  charter_scene_name (&self->scene, name));
  if (rule->rule != NULL)
    {
      charter_voters_init (&rule->voters, &self->scene, rule->rule);
      rule->simple = is_simple (rule->rule);
    }
  g_ptr_array_add (charter->rules, rule);

  return rule;
}

static CharterAskingRule *
find_rule (CharterAsking        *self,
           CharterAskingCharter *charter,
           CharterRef            name)
{
  for (guint i = 0; i < charter->rules->len; i++)
    {
      CharterAskingRule *rule = g_ptr_array_index (charter->rules, i);

      if (rule->name == name)
        return rule;
    }

  return read_rule (self, charter, name);
}

/* The whole of it */

void
charter_asking_init (CharterAsking      *self,
                     const CharterScene *scene,
                     const char         *act,
                     gint64              at)
{
  *self = (CharterAsking) {
    .scene = { charter_state_ref (scene->state), scene->known },
    .act = g_strdup (act),
    .at = at,
    .bits = charter_may_bits (act),
    .votes = g_str_equal (act, "vote"),
    .charters = g_ptr_array_new_with_free_func (free_charter),
  };
  self->parties = charter_scene_parties (&self->scene);
  self->edges = charter_scene_edges (&self->scene);
  self->decisions = charter_scene_decisions (&self->scene);
  self->terms = g_array_new (FALSE, TRUE, sizeof (CharterAskingTerms));
  g_array_set_size (self->terms, self->decisions->terms->len);
  self->units = (self->bits & CHARTER_FROM_UNITS) != 0;
  self->in_force = find_charter (self, charter_scene_charter (&self->scene, at, NULL));
  charter_closure_init (&self->room);
  self->found = g_array_new (FALSE, FALSE, sizeof (guint32));
  charter_item_init (&self->item, &self->scene, 0,
                     self->in_force != NULL ? self->in_force->charter : NULL, NULL, at);
}

void
charter_asking_clear (CharterAsking *self)
{
  charter_item_clear (&self->item);
  charter_closure_clear (&self->room);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->everybody, g_array_unref);
  g_clear_pointer (&self->terms, g_array_unref);
  g_clear_pointer (&self->charters, g_ptr_array_unref);
  g_clear_pointer (&self->act, g_free);
  g_clear_pointer (&self->scene.state, charter_state_unref);
}

guint32
charter_asking_handle (const CharterAsking *self,
                       CharterRef           ref)
{
  guint32 number = charter_parties_number (self->parties, ref);

  return number != 0 || ref == 0 ? number : CHARTER_HANDLE_NAME | ref;
}

guint32
charter_asking_find (CharterAsking *self,
                     const char    *id)
{
  return id != NULL ? charter_asking_handle (self, charter_scene_find (&self->scene, id))
                    : CHARTER_NO_SUBJECT;
}

CharterRef
charter_asking_ref (const CharterAsking *self,
                    guint32              handle)
{
  if (handle == CHARTER_NO_SUBJECT)
    return 0;
  if (handle & CHARTER_HANDLE_NAME)
    return handle & ~CHARTER_HANDLE_NAME;

  return handle < self->parties->refs->len ? charter_parties_ref (self->parties, handle) : 0;
}

/* Subjects */

static void
turn_to_matter (CharterAsking *self)
{
  self->kind = CHARTER_ASKING_MATTER;
  self->charter = self->in_force;
  self->rule = NULL;
  self->opens = self->closes = CHARTER_INSTANT_NONE;
  self->item.decision = 0;
  self->item.proposed = NULL;
  self->item.charter = self->charter != NULL ? self->charter->charter : NULL;
  self->item.rule = NULL;
  self->item.at = self->at;
  g_array_set_size (self->item.about, 0);
}

/* From the entries: amended, closed, opened more than once, extended … */
static void
read_entries (CharterAsking *self,
              CharterRef     decision)
{
  CharterTimeline timeline;
  CharterRef name;

  charter_timeline_init (&timeline, &self->scene, decision, self->at);
  name = timeline.rule != NULL ? charter_scene_find (&self->scene, timeline.rule->id) : 0;
  self->charter = find_charter (self, timeline.charter);
  self->rule = self->charter != NULL ? find_rule (self, self->charter, name) : NULL;
  self->opens = timeline.opens;
  self->closes = charter_timeline_put_until (&timeline, self->at);
}

static const CharterAskingTerms *
find_terms (CharterAsking *self,
            guint          number)
{
  CharterAskingTerms *terms = &g_array_index (self->terms, CharterAskingTerms, number);
  const CharterTerms *found = &g_array_index (self->decisions->terms, CharterTerms, number);

  if (terms->ready)
    return terms;
  terms->charter = found->adoption == 0
                   ? self->in_force
                   : find_charter (self, charter_scene_adopted (&self->scene, found->adoption));
  terms->rule = terms->charter != NULL ? find_rule (self, terms->charter, found->rule) : NULL;
  terms->ready = TRUE;

  return terms;
}

/* Is there more to the times than the row says? */
static gboolean
has_more (gint64                   closes,
          const CharterAskingRule *rule)
{
  const CharterRuleTimes *times = rule != NULL && rule->rule != NULL ? &rule->rule->times : NULL;

  if (times == NULL)
    return FALSE;

  if (rule->rule->early.on != CHARTER_EARLY_NEVER)
    return TRUE;

  return closes == CHARTER_INSTANT_NONE ? times->has_open : times->has_late_quorum;
}

/* What a decision's row says, read from there or from its party. */
typedef struct
{
  gint64         opens, closes;
  guint          terms, flags;
  const guint32 *about;
  guint          n_about;
} Row;

static inline gint64
instant_of (guint32 seconds)
{
  return seconds != 0 ? CHARTER_PARTY_EPOCH + seconds : CHARTER_INSTANT_NONE;
}

static void
read_party (CharterAsking      *self,
            const CharterParty *party,
            Row                *out)
{
  guint n = 0;

  for (; n < 3 && charter_few_get (party->about, n) != 0; n++)
    self->about[n] = charter_few_get (party->about, n);
  *out = (Row) { instant_of (party->opens), instant_of (party->closes), party->terms, party->signs,
                 self->about, n };
}

static void
read_whole (CharterAsking *self,
            guint32        number,
            Row           *out)
{
  const CharterDecisionRow *row = charter_decisions_get (self->decisions, number);

  *out = (Row) { row->opens, row->closes, row->terms, row->flags };
  if (row->opened > self->scene.known)
    out->flags |= CHARTER_DECISION_CHANGED;
  out->about = charter_decisions_about (self->decisions, number, &out->n_about);
}

/* FALSE where it does not tell enough. */
static gboolean
take_row (CharterAsking *self,
          const Row     *row)
{
  const CharterAskingTerms *terms;

  if (row->flags & CHARTER_DECISION_CHANGED
      || (row->opens != CHARTER_INSTANT_NONE && row->opens > self->at))
    return FALSE;
  terms = find_terms (self, row->terms);
  self->charter = terms->charter;
  self->rule = terms->rule;
  self->opens = row->opens;
  self->closes = row->closes;

  return row->opens == CHARTER_INSTANT_NONE || !has_more (row->closes, terms->rule);
}

static void
set_item (CharterAsking *self)
{
  CharterItem *item = &self->item;

  item->decision = 0;
  item->proposed = NULL;
  item->charter = self->charter != NULL ? self->charter->charter : NULL;
  item->rule = self->rule != NULL ? self->rule->rule : NULL;
  item->at = self->closes != CHARTER_INSTANT_NONE && self->at > self->closes ? self->closes
                                                                             : self->at;
  item->web->ready = FALSE;
  self->filled = FALSE;
}

/* What a glance does not need: the decision, its proposal, the parties concerned. */
static void
fill_item (CharterAsking *self)
{
  guint n;
  const guint32 *about;

  if (self->filled || self->kind != CHARTER_ASKING_ITEM)
    return;
  self->filled = TRUE;
  self->item.decision = charter_asking_ref (self, self->subject);
  self->item.proposed = charter_scene_maker (&self->scene, self->item.decision);
  about = charter_decisions_about (self->decisions,
                                   charter_parties_row (self->parties, self->subject)->own, &n);
  charter_item_set_about (&self->item, about, n);
}

static void
turn_to_decision (CharterAsking *self,
                  const Row     *row)
{
  gboolean plain = take_row (self, row);

  if (!plain)
    read_entries (self, charter_asking_ref (self, self->subject));
  self->kind = CHARTER_ASKING_ITEM;
  self->bundled = (row->flags & CHARTER_DECISION_BUNDLED) != 0;
  set_item (self);
  if (!plain || row->flags & CHARTER_DECISION_DISPENSES)
    fill_item (self);
  self->put = self->item.rule != NULL
              && (plain ? charter_item_is_open (self->item.rule, self->opens, self->closes, self->at)
                        : charter_item_is_put (&self->item, self->opens, self->closes, self->at));
  if (self->charter != NULL && self->bits != 0)
    charter_glance_begin (&self->charter->policy, &self->item, row->about, row->n_about,
                          (row->flags & CHARTER_DECISION_DISPENSES) != 0);
}

/* Had it been proposed by the instant asked about?  What its opening tells need not be read. */
static gboolean
is_proposed (CharterAsking *self,
             const Row     *row)
{
  CharterRef decision = charter_asking_ref (self, self->subject);

  return (row->flags & CHARTER_DECISION_ORDERLY && row->opens <= self->at)
         || charter_scene_maker (&self->scene, decision)->at <= self->at;
}

/* FALSE if it was not known. */
static gboolean
try_decision (CharterAsking      *self,
              const CharterParty *party)
{
  gboolean all_known = self->decisions->last_seq <= self->scene.known;
  Row row;

  if (!(party->flags & CHARTER_PARTY_DECISION)
      || !(all_known
           || charter_scene_maker (&self->scene, charter_asking_ref (self, self->subject)) != NULL))
    return FALSE;
  if (all_known && !(party->signs & CHARTER_DECISION_LONG))
    read_party (self, party, &row);
  else
    read_whole (self, party->own, &row);
  if (is_proposed (self, &row))
    turn_to_decision (self, &row);

  return TRUE;
}

gboolean
charter_asking_turn_to (CharterAsking *self,
                        guint32        subject)
{
  if (subject == self->subject)
    return self->kind != CHARTER_ASKING_UNKNOWN;
  self->subject = subject;
  self->kind = CHARTER_ASKING_UNKNOWN;
  self->bundled = FALSE;
  if (!try_decision (self, charter_parties_row (self->parties, subject))
      && (subject == CHARTER_NO_SUBJECT
          || charter_scene_knows (&self->scene, charter_asking_ref (self, subject))))
    turn_to_matter (self);

  return self->kind != CHARTER_ASKING_UNKNOWN;
}

/* Answers */

const CharterItem *
charter_asking_item (CharterAsking *self)
{
  fill_item (self);

  return &self->item;
}

void
charter_asking_judge (CharterAsking    *self,
                      guint32           person,
                      CharterJudgement *out)
{
  if (self->bundled)
    {
      charter_decide_may (&self->scene, charter_asking_ref (self, person), self->act,
                          charter_asking_ref (self, self->subject), self->at, out);
      return;
    }
  charter_permit_may_on (charter_asking_item (self), charter_asking_ref (self, person), self->act,
                         charter_asking_ref (self, self->subject), self->at, self->opens,
                         self->closes, out);
}

static CharterAnswer
answer_in_full (CharterAsking *self,
                guint32        person)
{
  CharterJudgement judgement;
  CharterAnswer answer;

  charter_asking_judge (self, person, &judgement);
  answer = judgement.answer;
  charter_judgement_clear (&judgement);

  return answer;
}

/* Without an item, to vote or be counted takes a rule that gives a vote. */
static CharterAnswer
answer_on_matter (CharterAsking *self,
                  guint32        person)
{
  gboolean asks_more = self->units
                       || (self->subject != CHARTER_NO_SUBJECT
                           && g_str_equal (self->act, "handle-concern"));

  return asks_more ? answer_in_full (self, person) : CHARTER_ANSWER_ALLOWED;
}

/* For those whom the rule gives a vote and nothing bars. */
static CharterAnswer
answer_on_vote (CharterAsking *self,
                guint32        person)
{
  if (!self->rule->simple)
    return answer_in_full (self, person);
  if (!self->votes)
    return CHARTER_ANSWER_ALLOWED;
  if (self->put && self->item.rule->recast == CHARTER_RECAST_REFUSED)
    return answer_in_full (self, person);

  return self->put ? CHARTER_ANSWER_ALLOWED : CHARTER_ANSWER_DENIED;
}

/* Most who joined had joined by the instant asked about, and did not leave. */
static inline gboolean
is_current (CharterAsking      *self,
            guint32             person,
            const CharterParty *party,
            gint64              at)
{
  if (!(party->flags & CHARTER_PARTY_LEFT)
      && charter_parties_all_joined (self->parties, self->scene.known, at))
    return TRUE;

  return charter_scene_is_current (&self->scene, charter_asking_ref (self, person), at);
}

static gboolean
gives_vote (CharterAsking      *self,
            guint32             person,
            const CharterParty *party)
{
  return (self->item.at == self->at || is_current (self, person, party, self->item.at))
         && charter_voters_include (&self->rule->voters, &self->scene, person, self->item.at);
}

static CharterAnswer
answer_on_item (CharterAsking      *self,
                guint32             person,
                const CharterParty *party)
{
  if (self->bits == 0)
    return CHARTER_ANSWER_ALLOWED;
  if (self->units && self->item.rule != NULL && self->rule->simple
      && !gives_vote (self, person, party))
    return CHARTER_ANSWER_DENIED;
  switch (charter_glance_at (&self->charter->policy, &self->item, person))
    {
    case CHARTER_GLANCE_BARRED:
      return CHARTER_ANSWER_DENIED;
    case CHARTER_GLANCE_UNSURE:
      return answer_in_full (self, person);
    case CHARTER_GLANCE_CLEAR:
    default:
      break;
    }
  if (!self->units)
    return CHARTER_ANSWER_ALLOWED;

  return self->item.rule != NULL ? answer_on_vote (self, person) : CHARTER_ANSWER_INDETERMINATE;
}

static gboolean
has_access (CharterAsking *self,
            guint32        person)
{
  const CharterAccess *access = &self->charter->access;
  const CharterFact *proposed = access->exact ? NULL : charter_asking_item (self)->proposed;

  return charter_access_allows (access, &self->scene, person, proposed, self->at);
}

CharterAnswer
charter_asking_answer (CharterAsking *self,
                       guint32        person,
                       guint32        subject)
{
  const CharterParty *party = charter_parties_row (self->parties, person);

  /* Memory is what a check waits for most: the second is asked for while the first comes. */
  __builtin_prefetch (charter_parties_row (self->parties, subject));
  if (!(party->flags & CHARTER_PARTY_PERSON) || !charter_asking_turn_to (self, subject))
    return CHARTER_ANSWER_DENIED;
  if (self->bundled && self->units)
    return answer_in_full (self, person);
  if (self->charter == NULL || !is_current (self, person, party, self->at)
      || !has_access (self, person))
    return CHARTER_ANSWER_DENIED;

  return self->kind == CHARTER_ASKING_ITEM ? answer_on_item (self, person, party)
                                           : answer_on_matter (self, person);
}

/* Many */

const GArray *
charter_asking_everybody (CharterAsking *self)
{
  g_autoptr(GArray) refs = NULL;

  if (self->everybody != NULL)
    return self->everybody;
  refs = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  charter_scene_current (&self->scene, CHARTER_KIND ("person-joined"), self->at, refs);
  self->everybody = g_array_sized_new (FALSE, FALSE, sizeof (guint32), refs->len);
  for (guint i = 0; i < refs->len; i++)
    {
      guint32 handle = charter_asking_handle (self, g_array_index (refs, CharterRef, i));

      g_array_append_val (self->everybody, handle);
    }

  return self->everybody;
}

/* The other way round */

/* Where the electorate is that of the opening, a conflict of that time bears on the vote too. */
static gboolean
asks_of_opening (const CharterAsking *self)
{
  const CharterRuleData *rule = self->item.rule;

  return self->units && rule != NULL && rule->as_at == CHARTER_AS_AT_OPENING
         && self->opens != CHARTER_INSTANT_NONE && self->at > self->opens;
}

static gboolean
is_conflicted (CharterAsking *self,
               guint32        person)
{
  static const char *const grounds[] = { "conflict", "needs-ruling", "search-limit",
                                         "share-unknown", NULL };
  CharterJudgement judgement;
  gboolean found = FALSE;

  charter_asking_judge (self, person, &judgement);
  for (guint i = 0; i < judgement.grounds->len && !found; i++)
    found = g_strv_contains (grounds, judgement.grounds->pdata[i]);
  charter_judgement_clear (&judgement);

  return found;
}

static void
find_by_asking (CharterAsking *self)
{
  const GArray *persons = charter_asking_everybody (self);

  for (guint i = 0; i < persons->len; i++)
    {
      guint32 person = g_array_index (persons, guint32, i);

      if (is_conflicted (self, person))
        g_array_append_val (self->found, person);
    }
}

const GArray *
charter_asking_conflicted (CharterAsking *self)
{
  g_array_set_size (self->found, 0);
  if (self->kind != CHARTER_ASKING_ITEM || self->charter == NULL || self->bits == 0)
    return self->found;
  if (asks_of_opening (self))
    find_by_asking (self);
  else
    charter_glance_conflicted (&self->charter->policy, charter_asking_item (self), self->bits,
                               &self->room, self->found);
  charter_web_drop_trails (self->item.web);

  return self->found;
}
