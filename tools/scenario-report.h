/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

typedef enum
{
  SCENARIO_OUTPUT_PLAIN,
  SCENARIO_OUTPUT_JSON,
  SCENARIO_OUTPUT_TAP
} ScenarioOutput;

/* What `charter test` says about its files, one after the other, and at the end. */
typedef struct
{
  ScenarioOutput  output;
  GString        *json;      /* NULL but for JSON */
  guint           number;    /* lines of TAP so far */
  guint           counts[3]; /* by ScenarioStatus */
  guint           unusable;  /* files */
  guint           files;
} ScenarioReport;

void scenario_report_start    (ScenarioReport *self,
                               ScenarioOutput  output);
void scenario_report_file     (ScenarioReport *self,
                               Scenario       *scenario);
/* Whether the twin of a file is as it should be: @fault NULL if so. */
void scenario_report_twin     (ScenarioReport *self,
                               Scenario       *scenario,
                               const char     *fault);
void scenario_report_unusable (ScenarioReport *self,
                               const char     *path,
                               const GError   *error);
void scenario_report_end      (ScenarioReport *self);

G_END_DECLS
