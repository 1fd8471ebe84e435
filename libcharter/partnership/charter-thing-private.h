/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "partnership/charter-live-private.h"

G_BEGIN_DECLS

/* What the objects of the things in a record share.  Each is a final class whose instance
 * begins with this: it holds the live state and the entry that made the thing, and reads
 * everything else when it is asked. */
typedef struct
{
  GObject      parent_instance;

  CharterLive *live;    /* NULL: made by a script, stands for nothing and answers nothing */
  GPtrArray   *kept;    /* texts that were worked out and handed out */
  guint32      seq;     /* of the entry that made it */
  guint32      known;   /* the last entry that is taken into account; 0: all of them */
  guint8       sort;    /* CharterThingSort */
} CharterThing;

typedef enum
{
  CHARTER_THING_PARTNER,
  CHARTER_THING_PERSON,
  CHARTER_THING_APPOINTMENT,
  CHARTER_THING_DECISION,
  CHARTER_THING_MEETING,
  CHARTER_THING_ACTION,
  CHARTER_THING_INTEREST,
  CHARTER_THING_AGREEMENT,
  CHARTER_THING_OBJECTIVE,
  CHARTER_THING_CONTRIBUTION,
  CHARTER_THING_CONCERN,
  CHARTER_THING_NEED,
  CHARTER_N_THING_SORTS
} CharterThingSort;

/* What holds for every thing of a sort. */
typedef struct
{
  GType      (*get_type) (void);
  guint16      kind;      /* of the entry that makes one */
  guint16      change;    /* of the entries that change it, CHARTER_KIND_NONE */
  const char  *noun;      /* the member by which later entries name it */
  const char  *timed;     /* the property that may change by time passing, NULL */
} CharterSort;

extern const CharterSort charter_sorts[CHARTER_N_THING_SORTS];

/* The object of the thing that entry @seq made: a new reference, the same object while
 * there is one. */
gpointer           charter_thing_wrap          (CharterLive       *live,
                                                CharterThingSort   sort,
                                                guint32            seq);
/* The object of the thing with an id, NULL if there is none of this sort. */
gpointer           charter_thing_find          (CharterLive       *live,
                                                CharterThingSort   sort,
                                                const char        *id);
/* The key of a thing's object among the live state's; see charter-live-private.h. */
guint64            charter_thing_key           (const CharterFact *made);
void               charter_thing_finalize      (GObject           *object);

/* For what the getters below leave to a class. @scene and the entry that made the thing;
 * FALSE if it stands for nothing. */
gboolean           charter_thing_look          (CharterThing       *self,
                                                CharterScene       *scene,
                                                const CharterFact **made);
/* The newest entry of a kind about the thing, NULL if there is none. */
const CharterFact *charter_thing_newest        (CharterThing       *self,
                                                const CharterScene *scene,
                                                guint16             kind);
/* Does the entry make or change the thing? */
gboolean           charter_thing_is_told_by    (CharterThing       *self,
                                                const CharterScene *scene,
                                                const CharterFact  *fact);
/* The instant at which the last entry was recorded: what “now” is to a property. */
gint64             charter_thing_now           (const CharterScene *scene);

/* Getters.  Strings are valid as long as the object; NULL for what is not there, and for
 * private text whose opening is gone. */
const char        *charter_thing_get_id        (CharterThing *self);
const char        *charter_thing_get_string    (CharterThing *self,
                                                const char   *member);
const char        *charter_thing_get_number    (CharterThing *self,
                                                const char   *member);
char             **charter_thing_dup_strings   (CharterThing *self,
                                                const char   *member);
gint64             charter_thing_get_integer   (CharterThing *self,
                                                const char   *member,
                                                gint64        fallback);
gboolean           charter_thing_get_boolean   (CharterThing *self,
                                                const char   *member);
/* Whether anything private that it shows has been erased. */
gboolean           charter_thing_get_redacted  (CharterThing *self);
/* When it was made, and when the newest entry of a kind about it happened: an instant, or
 * the date of one that is cut to the day. */
const char        *charter_thing_get_made      (CharterThing *self);
const char        *charter_thing_get_event     (CharterThing *self,
                                                guint16       kind);
/* Keeps a text as long as the object. */
const char        *charter_thing_keep          (CharterThing *self,
                                                const char   *text);
const char        *charter_thing_keep_instant  (CharterThing *self,
                                                gint64        instant);
const char        *charter_thing_keep_date     (CharterThing *self,
                                                gint32        date);
CharterEntry      *charter_thing_dup_entry     (CharterThing *self);
char              *charter_thing_dup_json      (CharterThing *self);

G_END_DECLS
