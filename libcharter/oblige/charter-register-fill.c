/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-register-private.h"

/* Filling in a row of the register: what the entries say, and what was worked out. */

static char *
dup_date (gint32 date)
{
  char text[CHARTER_DATE_TEXT_SIZE];

  if (date == CHARTER_DATE_NONE)
    return NULL;
  charter_date_format (date, text);
  return g_strdup (text);
}

static char *
dup_instant (gint64 instant)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  if (instant == CHARTER_INSTANT_NONE)
    return NULL;
  charter_instant_format (instant, text);
  return g_strdup (text);
}

/* A text that may be private, NULL where it was erased; then @redacted (nullable) is set. */
static char *
dup_text (const CharterScene *scene,
          const CharterFact  *fact,
          const char         *pointer,
          gboolean           *redacted)
{
  const CharterNode *value = charter_scene_opened (scene, fact, pointer);

  if (charter_node_is (value, CHARTER_NODE_STRING))
    return g_strdup (value->string);
  if (redacted != NULL && charter_node_at (charter_scene_data (scene, fact), pointer) != NULL)
    *redacted = TRUE;
  return NULL;
}

/* What a partner or a person is called. */
static char *
dup_name (const CharterScene *scene,
          CharterRef          ref)
{
  const CharterFact *joined = charter_scene_maker (scene, ref);

  return charter_scene_is_partner (scene, ref) || charter_scene_is_person (scene, ref)
             ? dup_text (scene, joined, "/name", NULL) : NULL;
}

static gboolean
is_set (const CharterScene *scene,
        const CharterFact  *fact,
        const char         *member)
{
  return charter_node_is (charter_node_member (charter_scene_data (scene, fact), member),
                          CHARTER_NODE_TRUE);
}

/* What is withheld where the interest is sensitive. */
static void
set_details (CharterRegisterEntry     *self,
             const CharterScene       *scene,
             const CharterDeclaration *declared)
{
  const CharterFact *fact = declared->fact;

  self->texts[PROP_PARTY] = g_strdup (charter_scene_name (scene, declared->party));
  self->texts[PROP_CATEGORY] = g_strdup (charter_scene_string (scene, fact, "category"));
  self->texts[PROP_NATURE] = dup_text (scene, fact, "/nature", &self->truths[PROP_REDACTED]);
  self->texts[PROP_PARTY_NAME] =
      dup_text (scene, fact, "/party-name", &self->truths[PROP_REDACTED]);
  if (self->texts[PROP_PARTY_NAME] == NULL)
    self->texts[PROP_PARTY_NAME] = dup_name (scene, declared->party);
}

static void
set_interest (CharterRegisterEntry     *self,
              const CharterScene       *scene,
              const CharterDeclaration *declared,
              gint64                    at)
{
  const CharterFact *fact = declared->fact;

  self->texts[PROP_INTEREST] = g_strdup (charter_scene_name (scene, fact->makes));
  self->truths[PROP_SENSITIVE] = is_set (scene, fact, "sensitive");
  self->truths[PROP_STANDING] = is_set (scene, fact, "standing");
  self->texts[PROP_MEETING] = g_strdup (charter_scene_string (scene, fact, "meeting"));
  self->texts[PROP_SINCE] = g_strdup (charter_scene_string (scene, fact, "since"));
  self->texts[PROP_UNTIL] = dup_date (declared->until);
  self->texts[PROP_ENDED] = declared->ended <= at ? dup_instant (declared->ended) : NULL;
  if (!self->truths[PROP_SENSITIVE])
    set_details (self, scene, declared);
}

static void
set_declaration (CharterRegisterEntry     *self,
                 const CharterScene       *scene,
                 const CharterDeclaration *declared,
                 gint64                    at)
{
  self->texts[PROP_DECLARED] = dup_instant (declared->fact->at);
  self->entry = declared->fact->seq;
  self->entry_id = g_strdup (declared->fact->id);
  if (declared->party != 0)
    set_interest (self, scene, declared, at);
}

static void
set_duties (CharterRegisterEntry     *self,
            const CharterRegisterRow *row)
{
  const CharterDuty *confirm = row->confirm;

  if (row->due != NULL)
    self->texts[PROP_DUE] = charter_duty_dup_due (row->due);
  self->truths[PROP_LATE] = row->late;
  if (confirm == NULL || confirm->state == CHARTER_OBLIGATION_STATE_WAIVED)
    return;
  self->texts[PROP_CONFIRM_BY] = charter_duty_dup_due (confirm);
  self->truths[PROP_CONFIRM_OVERDUE] = confirm->state == CHARTER_OBLIGATION_STATE_OVERDUE;
}

static const char *
kind_of (const CharterDeclaration *declared)
{
  return declared == NULL ? "neither" : declared->party == 0 ? "nothing" : "declared";
}

CharterRegisterEntry *
charter_register_entry_new (const CharterScene       *scene,
                            const CharterRegisterRow *row,
                            gint64                    at)
{
  CharterRegisterEntry *self = g_object_new (CHARTER_TYPE_REGISTER_ENTRY, NULL);

  self->texts[PROP_PERSON] = g_strdup (charter_scene_name (scene, row->person));
  self->texts[PROP_PERSON_NAME] = dup_name (scene, row->person);
  self->texts[PROP_KIND] = g_strdup (kind_of (row->declared));
  if (row->declared != NULL)
    set_declaration (self, scene, row->declared, at);
  self->truths[PROP_CURRENT] = row->current;
  self->truths[PROP_PUBLISHED] = row->declared != NULL && at <= row->end.last;
  self->texts[PROP_PUBLISHED_UNTIL] =
      row->end.date != CHARTER_DATE_NONE ? dup_date (row->end.date) : dup_instant (row->end.at);
  self->texts[PROP_LEFT] = row->left != NULL ? dup_instant (row->left->at) : NULL;
  set_duties (self, row);
  return self;
}
