/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter.h>

#include "json.h"
#include "scenario-match.h"

G_BEGIN_DECLS

typedef enum
{
  SCENARIO_AS_EXPECTED,
  SCENARIO_DIFFERS,
  SCENARIO_CANNOT_EXPRESS   /* and the file says that it may */
} ScenarioStatus;

/* What became of one question. */
typedef struct
{
  char           *name;          /* "decision item-4", or the question's own name */
  ScenarioStatus  status;
  char           *fault;         /* it could not be asked; NULL */
  JsonNode       *answer;        /* NULL */
  GPtrArray      *differences;   /* ScenarioDifference */
} ScenarioResult;

/* A scenario file, read and perhaps run. */
typedef struct
{
  char               *path;         /* as it was given */
  JsonNode           *root;
  JsonObject         *object;
  const char         *name;
  gboolean            has_needs;
  JsonNode           *charter;      /* the document itself */
  char               *charter_text; /* as its file has it, to be judged as that is; NULL */
  CharterPartnership *partnership;
  char               *latest;       /* where the clock stands */
  GTree              *tried;        /* entry id → refusal as JSON text, "" where it was accepted */
  GArray             *origins;      /* of each entry of the record: its number in `entries`, from 1; 0:
                                     * the runner made it */
  char               *fault;        /* why the entries could not all be appended; NULL */
  char               *cannot;       /* the answer of a charter that cannot be expressed; NULL */
  GPtrArray          *results;      /* ScenarioResult */
} Scenario;

/* Reads and checks the form of a file; NULL with an error if it cannot be used. */
Scenario *scenario_load     (const char  *path,
                             GError     **error);
/* Founds, appends, asks and compares. FALSE with an error if the file cannot be used. */
gboolean  scenario_run      (Scenario    *self,
                             GError     **error);
void      scenario_free     (Scenario    *self);
void      scenario_result_free (ScenarioResult *self);
guint     scenario_count    (Scenario    *self,
                             ScenarioStatus status);
/* "file name: the scenario's name: the question" */
char     *scenario_line     (Scenario    *self,
                             ScenarioResult *result);

/* A file named in a scenario: beside it, unless the name is absolute. */
char     *scenario_beside   (Scenario    *self,
                             const char  *name);

/* scenario-found.c */
JsonNode *scenario_charter  (Scenario    *self,
                             GError     **error);
gboolean  scenario_found    (Scenario    *self,
                             GError     **error);
void      scenario_append   (Scenario    *self);
/* The library's words, in which "entry 6" counts along the record, for the reader of a file:
 * "entry 6 of the record (entries[3])". */
char     *scenario_words    (Scenario    *self,
                             const char  *message);

/* scenario-ask.c: the answer to one question as a node; NULL with an error. */
JsonNode *scenario_ask      (Scenario    *self,
                             JsonObject  *question,
                             GError     **error);

/* scenario-twins.c: does the file's twin differ as a twin should? A sentence if not, NULL
 * if so or if it names none (@named FALSE then). */
char     *scenario_twin_fault (Scenario  *self,
                               gboolean  *named);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scenario, scenario_free)

G_END_DECLS
