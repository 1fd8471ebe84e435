/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-register-private.h"

#include "permit/charter-item-private.h"

/* The register of interests.  When something was due is what charter-duty-interest.c says:
 * here the obligations are put beside the declarations that met them. */

typedef struct
{
  CharterDutyList              list;       /* for one person after the other */
  const CharterDocumentData   *charter;    /* in force at the instant asked about; NULL */
  const CharterConflictPolicy *policy;     /* NULL */
  const CharterPeriod         *stands_for; /* how long after its end; NULL: not at all */
  GListStore                  *out;
} Register;

/* The obligations that one declaration is about. */
typedef struct
{
  const CharterDuty *acquired;     /* to declare this interest; NULL */
  const CharterDuty *registers;    /* to register what was disclosed; NULL */
  const CharterDuty *confirmed;    /* of the declaration before: met by this one; NULL */
} Owed;

typedef struct
{
  Register          *book;
  CharterRef         person;
  const CharterFact *left;
  GArray            *declarations; /* CharterDeclaration, in order of time */
  Owed              *owed;         /* one for each */
  const CharterDuty *first;        /* to declare at all; NULL */
  const CharterDuty *confirm;      /* what is to be confirmed next; NULL */
} Person;

static const CharterDeclaration *
declaration_at (const Person *self,
                guint         i)
{
  return &g_array_index (self->declarations, CharterDeclaration, i);
}

/* — obligations — */

static void
note_duty (Person            *self,
           guint              i,
           const CharterDuty *duty)
{
  if (g_str_equal (duty->what, "declare-interest"))
    self->owed[i].acquired = duty;
  else if (g_str_equal (duty->what, "register-interest"))
    self->owed[i].registers = duty;
  else if (i + 1 < self->declarations->len)
    self->owed[i + 1].confirmed = duty;
  else
    self->confirm = duty;
}

/* They come in the order of the declarations that they arise from. */
static void
note_duties (Person *self,
             GArray *duties)
{
  guint i = 0;

  for (guint d = 0; d < duties->len; d++)
    {
      const CharterDuty *duty = &g_array_index (duties, CharterDuty, d);

      if (g_str_equal (duty->what, "declare-interests"))
        {
          self->first = duty;
          continue;
        }
      while (declaration_at (self, i)->fact != duty->because)
        i++;
      note_duty (self, i, duty);
    }
}

static gboolean
is_in_time (const Person            *self,
            const CharterDuty       *duty,
            const CharterDeclaration *declared)
{
  return declared->fact->at <= charter_duty_end (self->book->list.scene, duty);
}

/* When it had to be declared: as an interest acquired; else with the first declaration; else,
 * where it is only told again, by when the last one had to be confirmed. */
static const CharterDuty *
duty_of (const Person *self,
         guint         i)
{
  const CharterDeclaration *declared = declaration_at (self, i);
  const Owed *owed = &self->owed[i];

  if (owed->acquired != NULL)
    return owed->acquired;
  if (self->first != NULL
      && (self->first->met_by == declared->fact || is_in_time (self, self->first, declared)))
    return self->first;
  return declared->party == 0 || declared->again ? owed->confirmed : NULL;
}

/* Where it was disclosed at a meeting, and in time, what counts is when it was registered. */
static void
settle_due (const Person       *self,
            guint               i,
            CharterRegisterRow *row)
{
  const CharterDuty *registers = self->owed[i].registers;

  row->due = duty_of (self, i);
  row->late = row->due != NULL && !is_in_time (self, row->due, row->declared);
  if (registers == NULL || row->late)
    return;
  row->due = registers;
  row->late = registers->state == CHARTER_OBLIGATION_STATE_LATE
              || registers->state == CHARTER_OBLIGATION_STATE_OVERDUE;
}

/* — publication — */

static const CharterRegisterEnd no_end = { G_MAXINT64, CHARTER_DATE_NONE, CHARTER_INSTANT_NONE };

static CharterRegisterEnd
end_with_date (const Register *self,
               gint32          date)
{
  return (CharterRegisterEnd) { charter_last_instant (self->list.scene, date), date,
                                CHARTER_INSTANT_NONE };
}

/* After the end of a day. */
static CharterRegisterEnd
end_after_date (const Register *self,
                gint32          last)
{
  const CharterCalendar *calendar = charter_scene_calendar (self->list.scene, self->list.at);

  return end_with_date (self, self->stands_for != NULL
                                ? charter_period_end_date (self->stands_for, last, 1, calendar)
                                : last);
}

static CharterRegisterEnd
end_after_instant (const Register *self,
                   gint64          ended)
{
  const CharterCalendar *calendar = charter_scene_calendar (self->list.scene, self->list.at);
  gint64 last;

  if (self->stands_for == NULL)
    return (CharterRegisterEnd) { ended - 1, CHARTER_DATE_NONE, ended };
  last = charter_period_deadline (self->stands_for, ended, self->list.zone, calendar);
  if (charter_period_is_timed (self->stands_for))
    return (CharterRegisterEnd) { last, CHARTER_DATE_NONE, last };
  return end_with_date (self, charter_zone_date_of (self->list.zone, last));
}

static CharterRegisterEnd
sooner (CharterRegisterEnd a,
        CharterRegisterEnd b)
{
  return b.last < a.last ? b : a;
}

/* With the interest, or with the person's leaving (Localism Act 2011 s.29(3)). */
static CharterRegisterEnd
end_of (const Person             *self,
        const CharterDeclaration *declared)
{
  const Register *book = self->book;
  CharterRegisterEnd end = no_end;

  if (declared->until != CHARTER_DATE_NONE)
    end = sooner (end, end_after_date (book, declared->until));
  if (declared->ended != CHARTER_INSTANT_NONE && declared->ended <= book->list.at)
    end = sooner (end, end_after_instant (book, declared->ended));
  if (self->left != NULL)
    end = sooner (end, end_after_instant (book, self->left->at));
  return end;
}

/* — rows — */

static void
append (const Person             *self,
        const CharterRegisterRow *row)
{
  const CharterDutyList *list = &self->book->list;
  g_autoptr(CharterRegisterEntry) entry = charter_register_entry_new (list->scene, row, list->at);

  g_list_store_append (self->book->out, entry);
}

static CharterRegisterRow
row_of (const Person *self,
        guint         i)
{
  const CharterDutyList *list = &self->book->list;
  const CharterDeclaration *declared = declaration_at (self, i);
  CharterRegisterRow row = { .person = self->person,
                             .left = self->left,
                             .declared = declared,
                             .confirm = self->confirm,
                             .end = end_of (self, declared) };

  row.current = declared->party != 0
                && charter_interest_is_current (list->scene, self->book->policy, declared->fact,
                                                list->at);
  settle_due (self, i, &row);
  return row;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const CharterRegisterRow *x = a, *y = b;

  return (x->declared->fact->seq > y->declared->fact->seq)
         - (x->declared->fact->seq < y->declared->fact->seq);
}

/* Every interest in order of entry; the newest nil declaration where none of them counts. */
static void
append_declarations (const Person *self)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (CharterRegisterRow));
  gboolean any_current = FALSE;
  gint nothing = -1;

  for (guint i = 0; i < self->declarations->len; i++)
    {
      CharterRegisterRow row = row_of (self, i);

      if (row.declared->party == 0)
        {
          nothing = i;
          continue;
        }
      any_current = any_current || row.current;
      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    append (self, &g_array_index (rows, CharterRegisterRow, i));
  if (nothing >= 0 && !any_current)
    {
      CharterRegisterRow row = row_of (self, nothing);

      append (self, &row);
    }
}

static void
append_neither (const Person *self)
{
  CharterRegisterRow row = { .person = self->person,
                             .due = self->first,
                             .late = self->first != NULL
                                     && self->first->state == CHARTER_OBLIGATION_STATE_OVERDUE,
                             .end = no_end };

  append (self, &row);
}

static gboolean
has_to_declare (const Register *self,
                CharterRef      person)
{
  return self->charter != NULL
         && charter_person_is_bound (self->list.scene, self->charter, person, self->list.at);
}

static void
append_person (Register  *self,
               CharterRef person)
{
  const CharterScene *scene = self->list.scene;
  g_autoptr(GArray) declarations = charter_declarations_of (scene, person, self->list.at);
  g_autoptr(GArray) duties = g_array_new (FALSE, FALSE, sizeof (CharterDuty));
  g_autofree Owed *owed = g_new0 (Owed, declarations->len);
  Person one = { .book = self,
                 .person = person,
                 .left = charter_person_leaving (scene, person, self->list.at),
                 .declarations = declarations,
                 .owed = owed };

  if (declarations->len == 0 && !has_to_declare (self, person))
    return;
  self->list.out = duties;
  charter_duties_of_person (&self->list, person, NULL);
  note_duties (&one, duties);
  if (declarations->len > 0)
    append_declarations (&one);
  else
    append_neither (&one);
}

static const CharterPeriod *
stands_for (const CharterConflictPolicy *policy)
{
  const CharterPeriod *period = NULL;

  if (policy != NULL && policy->has_published_for)
    period = &policy->published_for;
  else if (policy != NULL && policy->has_tail)
    period = &policy->tail;
  return period != NULL && !charter_period_is_zero (period) ? period : NULL;
}

void
charter_register_list (const CharterScene *scene,
                       gint64              at,
                       GListStore         *out)
{
  g_autoptr(GPtrArray) joined = g_ptr_array_new ();
  Register self = { .list = { .scene = scene,
                              .zone = charter_scene_zone (scene),
                              .at = at,
                              .today = charter_scene_date_of (scene, at),
                              .until = charter_scene_date_of (scene, at) },
                    .charter = charter_scene_charter (scene, at, NULL),
                    .out = out };

  self.policy = self.charter != NULL ? &self.charter->conflicts : NULL;
  self.stands_for = stands_for (self.policy);
  charter_scene_collect (scene, 0, CHARTER_KIND ("person-joined"), joined);
  for (guint i = 0; i < joined->len; i++)
    {
      const CharterFact *fact = joined->pdata[i];

      if (fact->at <= at)
        append_person (&self, fact->makes);
    }
}
