/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "data.h"

/* The workload, drawn from one stream of 32-bit numbers in the order in which it is described,
 * and its answers, worked out here in the plainest way. */

#define SEED 7
#define QUESTIONS 20000
#define LEVELS 5

const DataSize data_sizes[] = {
  { "1k", 1000, FALSE, 255, 2935, 6085, 0x319145f8, 0xe95bec31 },
  { "10k", 10000, FALSE, 2629, 30060, 6464, 0xf164ae58, 0x184a056b },
  { "100k", 100000, FALSE, 26104, 300159, 6542, 0xc3475a61, 0xa9592796 },
  { "wide", 100000, TRUE, 94967, 300080, 6263, 0xbb191b2c, 0x6230f748 },
};

const guint data_n_sizes = G_N_ELEMENTS (data_sizes);

static guint32 stream;

static guint32
draw (void)
{
  guint32 t;

  stream += 0x6D2B79F5;
  t = (stream ^ stream >> 15) * (1 | stream);
  t = (t + (t ^ t >> 7) * (61 | t)) ^ t;

  return t ^ t >> 14;
}

static double
draw_share (void)
{
  return draw () / 4294967296.0;
}

static guint
below (guint n)
{
  return (guint) (draw_share () * n);
}

static gboolean
chance (double p)
{
  return draw_share () < p;
}

static void
add (guint *list,
     guint *n,
     guint  value)
{
  for (guint i = 0; i < *n; i++)
    if (list[i] == value)
      return;
  list[(*n)++] = value;
}

/* The first organisation of each level, and the one after the last. */
static void
cut_levels (guint n,
            guint cuts[LEVELS + 1])
{
  static const double shares[LEVELS + 1] = { 0, 0.05, 0.15, 0.35, 0.65, 1 };

  for (guint i = 0; i <= LEVELS; i++)
    cuts[i] = (guint) (n * shares[i]);
}

static void
draw_owners (DataFew  *owners,
             guint     first,
             guint     n,
             gboolean  wide)
{
  guint draws = wide ? 4 : 1;

  for (guint i = 0; i < draws; i++)
    add (owners->list, &owners->n, first + below (n));
  if (!wide && chance (0.10))
    add (owners->list, &owners->n, first + below (n));
}

static void
draw_organisations (Data     *self,
                    gboolean  wide)
{
  guint cuts[LEVELS + 1];

  cut_levels (self->n_organisations, cuts);
  for (guint level = 1; level < LEVELS; level++)
    for (guint o = cuts[level]; o < cuts[level + 1]; o++)
      {
        draw_owners (&self->owners[o], cuts[level - 1], cuts[level] - cuts[level - 1], wide);
        self->n_owners += self->owners[o].n;
      }
}

static void
draw_person (Data       *self,
             DataPerson *person)
{
  double u;
  guint k;

  person->represents = below (self->n_organisations);
  person->active = chance (0.95);
  u = draw_share ();
  person->role = u < 0.7 ? 'v' : u < 0.9 ? 'o' : 'n';
  person->barred = chance (0.02);
  k = below (5);
  add (person->interests, &person->n_interests, person->represents);
  for (guint i = 0; i < k; i++)
    add (person->interests, &person->n_interests, below (self->n_organisations));
  self->n_interests += person->n_interests;
}

static void
draw_decisions (Data *self)
{
  for (guint i = 0; i < self->n_decisions; i++)
    {
      guint n = 1 + below (3);

      for (guint j = 0; j < n; j++)
        add (self->decisions[i].list, &self->decisions[i].n, below (self->n_organisations));
    }
}

/* Questions */

/* Those with an interest in each organisation, by ascending id. */
static GArray **
list_interested (const Data *self)
{
  GArray **interested = g_new (GArray *, self->n_organisations);

  for (guint o = 0; o < self->n_organisations; o++)
    interested[o] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint p = 0; p < self->n_persons; p++)
    for (guint i = 0; i < self->persons[p].n_interests; i++)
      g_array_append_val (interested[self->persons[p].interests[i]], p);

  return interested;
}

/* Half of the questions are about somebody with an interest somewhere above the decision. */
static void
draw_near_question (Data         *self,
                    GArray      **interested,
                    DataQuestion *question)
{
  const DataFew *concerned;
  guint o, steps;

  question->decision = below (self->n_decisions);
  concerned = &self->decisions[question->decision];
  o = concerned->list[below (concerned->n)];
  for (steps = below (5); steps > 0 && self->owners[o].n > 0; steps--)
    o = self->owners[o].list[below (self->owners[o].n)];
  question->person = interested[o]->len > 0
                     ? g_array_index (interested[o], guint, below (interested[o]->len))
                     : below (self->n_persons);
}

static void
draw_questions (Data *self)
{
  GArray **interested = list_interested (self);

  for (guint i = 0; i < self->n_questions; i++)
    {
      DataQuestion *question = &self->questions[i];

      if (!chance (0.5))
        {
          draw_near_question (self, interested, question);
          continue;
        }
      question->person = below (self->n_persons);
      question->decision = below (self->n_decisions);
    }
  for (guint o = 0; o < self->n_organisations; o++)
    g_array_unref (interested[o]);
  g_free (interested);
}

/* Answers */

typedef struct
{
  guint *stamps;      /* by organisation */
  guint  stamp;
  guint *list;
  guint  n;
} Closure;

static void
visit (Closure *self,
       guint    organisation)
{
  if (self->stamps[organisation] == self->stamp)
    return;
  self->stamps[organisation] = self->stamp;
  self->list[self->n++] = organisation;
}

static void
close_over (Closure    *self,
            const Data *data,
            guint       decision)
{
  self->stamp++;
  self->n = 0;
  for (guint i = 0; i < data->decisions[decision].n; i++)
    visit (self, data->decisions[decision].list[i]);
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < data->owners[self->list[i]].n; j++)
      visit (self, data->owners[self->list[i]].list[j]);
}

static guint8
mask_of (const DataPerson *person,
         const Closure    *closure)
{
  guint8 mask = 0;

  if (!person->active)
    mask |= DATA_INACTIVE;
  if (person->role != 'v')
    mask |= DATA_NO_ROLE;
  if (person->barred)
    mask |= DATA_BARRED;
  for (guint i = 0; i < person->n_interests; i++)
    if (closure->stamps[person->interests[i]] == closure->stamp)
      mask |= DATA_CONFLICT;

  return mask;
}

static void
answer (Data *self)
{
  g_autofree guint *stamps = g_new0 (guint, self->n_organisations);
  g_autofree guint *list = g_new (guint, self->n_organisations);
  Closure closure = { stamps, 0, list, 0 };
  guint64 sum = 0;

  for (guint i = 0; i < self->n_questions; i++)
    {
      close_over (&closure, self, self->questions[i].decision);
      sum += closure.n;
      self->masks[i] = mask_of (&self->persons[self->questions[i].person], &closure);
    }
  self->mean_closure = (double) sum / self->n_questions;
}

guint32
data_hash (const guint8 *masks,
           guint         n)
{
  guint32 hash = 2166136261u;

  for (guint i = 0; i < n; i++)
    hash = (hash ^ masks[i]) * 16777619u;

  return hash;
}

/* All of it */

Data *
data_new (guint    n_persons,
          gboolean wide)
{
  Data *self = g_new0 (Data, 1);

  self->n_persons = n_persons;
  self->n_organisations = n_persons / 4;
  self->n_decisions = MAX (200, n_persons / 10);
  self->n_questions = QUESTIONS;
  self->owners = g_new0 (DataFew, self->n_organisations);
  self->persons = g_new0 (DataPerson, n_persons);
  self->decisions = g_new0 (DataFew, self->n_decisions);
  self->questions = g_new0 (DataQuestion, self->n_questions);
  self->masks = g_new0 (guint8, self->n_questions);
  stream = SEED;
  draw_organisations (self, wide);
  for (guint i = 0; i < n_persons; i++)
    draw_person (self, &self->persons[i]);
  draw_decisions (self);
  draw_questions (self);
  answer (self);

  return self;
}

void
data_free (Data *self)
{
  g_free (self->owners);
  g_free (self->persons);
  g_free (self->decisions);
  g_free (self->questions);
  g_free (self->masks);
  g_free (self);
}

const DataSize *
data_size_find (const char *name)
{
  for (guint i = 0; i < data_n_sizes; i++)
    if (g_str_equal (data_sizes[i].name, name))
      return &data_sizes[i];
  g_error ("There is no size “%s”", name);
}

static guint
count_yes (const Data *data)
{
  guint yes = 0;

  for (guint i = 0; i < data->n_questions; i++)
    yes += data->masks[i] == 0;

  return yes;
}

Data *
data_size_make (const DataSize *size)
{
  Data *data = data_new (size->n_persons, size->wide);

  if (data->n_owners != size->n_owners || data->n_interests != size->n_interests
      || count_yes (data) != size->n_yes
      || data_hash (data->masks, data->n_questions) != size->hash
      || data_hash (data->masks, 2000) != size->hash_2000)
    g_error ("The workload %s is not the one described: %u owners, %u interests, %u yes, %08x",
             size->name, data->n_owners, data->n_interests, count_yes (data),
             data_hash (data->masks, data->n_questions));

  return data;
}
