/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-store.h>

#include "document/charter-document-private.h"
#include "record/charter-leaf-private.h"

G_BEGIN_DECLS

/* What entries fold into.  One flat array of facts (an entry each, in order of seq), one of
 * names, and chains of links from a name and a kind to the entries that mention it.  A view
 * is a state and a `known`: everything with a greater seq is passed over, so one state
 * serves every view of it.  Nothing is ever changed in place but the newest ends of chains,
 * and a state that is shared is copied before it grows (charter_state_grow). */

typedef struct _CharterState CharterState;
typedef struct _CharterOpenings CharterOpenings;

/* A name: the dense id of a thing, party, role, constituency …; 0 is none. */
typedef guint32 CharterRef;

/* One admitted entry. */
typedef struct
{
  guint32            seq;
  guint16            kind;
  guint16            flags;
  CharterRef         by;                    /* 0: none */
  CharterRef         makes;                 /* the thing it makes, 0: none */
  gint64             at;
  gint64             recorded;
  const char        *id;
  const CharterNode *data;                  /* leaf form, as entered; read through charter_scene_data */
  guint32            newest_correction;     /* seq of an entry-corrected, 0 */
  guint32            previous_correction;   /* of an entry-corrected: the one before on the same entry */
  const CharterNode *corrected;             /* of an entry-corrected: the target's data from here on */
} CharterFact;

/* CharterFact.flags */
enum { CHARTER_FACT_LATE = 1 << 0 };        /* entered more than five minutes after `at` */
#define CHARTER_LATE_AFTER 300

/* What a view sees.  Plain, passed by pointer; borrows or owns its state as the holder says. */
typedef struct
{
  CharterState *state;
  guint32       known;
} CharterScene;

/* — the state as a whole — */

/* @store nullable: where openings are read from. */
CharterState *charter_state_new        (CharterStore *store);
CharterState *charter_state_ref        (CharterState *self);
void          charter_state_unref      (CharterState *self);
guint32       charter_state_get_head   (CharterState *self);
/* A state of its own with the entries up to @known: for `suppose`, and before growing a
 * state that views hold. */
/* (What is added to a fork's openings stays with the fork.) */
CharterState *charter_state_fork       (CharterState *self,
                                        guint32       known);
/* The state to append to: @self if nobody else holds it, else a copy in its place (the
 * caller's reference moves). */
CharterState *charter_state_grow       (CharterState *self);
/* Folds one stored leaf into the state (which must not be shared): reads nothing but state
 * and entry, never refuses on policy.  FALSE with DAMAGED, VERSION or REFERENCE and the seq
 * in the message; the state is as before. */
gboolean      charter_state_apply      (CharterState *self,
                                        const char   *leaf,
                                        gsize         length,
                                        GError      **error);
/* Openings just written, so that they need not be read back. */
void          charter_state_add_openings (CharterState      *self,
                                          guint32            seq,
                                          const char *const *openings);
/* Drops openings that were erased: those at the pointers, and all that lies within them. */
void          charter_state_forget_openings (CharterState      *self,
                                             guint32            seq,
                                             const char *const *pointers);
/* Makes the calling thread the one that may read openings from the store. */
void          charter_state_take       (CharterState *self);
/* Reads every opening of entries up to @known into memory (before work in another thread). */
gboolean      charter_state_load_openings (CharterState *self,
                                           guint32       known,
                                           GError      **error);

/* — names — */

CharterRef   charter_scene_find       (const CharterScene *scene,
                                       const char         *id);     /* 0 if never named up to known */
/* The same of many, which is faster than one by one. */
void         charter_scene_find_many (const CharterScene *scene,
                                      const char *const  *ids,
                                      guint               n,
                                      CharterRef         *out);
/* Was the name there by known?  For one that was found in another view. */
gboolean     charter_scene_knows     (const CharterScene *scene,
                                      CharterRef          ref);
const char  *charter_scene_name       (const CharterScene *scene,
                                       CharterRef          ref);
/* Copies of the names of many, which is faster than one by one. */
void         charter_scene_dup_names (const CharterScene *scene,
                                      const CharterRef   *refs,
                                      guint               n,
                                      char              **out);
/* The entry that made the thing; NULL if it is only named, or made after known. */
const CharterFact *charter_scene_maker (const CharterScene *scene,
                                        CharterRef          ref);
/* The kind of the entry that made it, CHARTER_KIND_NONE if none. */
guint16      charter_scene_maker_kind (const CharterScene *scene,
                                       CharterRef          ref);

/* — entries — */

const CharterFact *charter_scene_fact       (const CharterScene *scene,
                                             guint32             seq);    /* NULL beyond known */
const CharterFact *charter_scene_find_entry (const CharterScene *scene,
                                             const char         *entry_id);
/* The data of an entry as corrected by what is known. Never NULL. */
const CharterNode *charter_scene_data       (const CharterScene *scene,
                                             const CharterFact  *fact);
/* A member: string (NULL if absent or a commitment), and the name it resolves to (0). */
const char        *charter_scene_string     (const CharterScene *scene,
                                             const CharterFact  *fact,
                                             const char         *member);
CharterRef         charter_scene_member     (const CharterScene *scene,
                                             const CharterFact  *fact,
                                             const char         *member);
/* A date or instant member; CHARTER_DATE_NONE, CHARTER_INSTANT_NONE if absent. */
gint32             charter_scene_date       (const CharterScene *scene,
                                             const CharterFact  *fact,
                                             const char         *member);
gint64             charter_scene_instant    (const CharterScene *scene,
                                             const CharterFact  *fact,
                                             const char         *member);
/* TRUE if a list member (or one-or-list) holds the name. */
gboolean           charter_scene_member_has (const CharterScene *scene,
                                             const CharterFact  *fact,
                                             const char         *member,
                                             const char         *value);
/* The clear value of a private or sealed member ("/data/title" → @pointer "/title" into
 * data): from its opening, NULL if erased, never there, or not readable in this thread.
 * A member in clear is given back as it is. */
const CharterNode *charter_scene_opened     (const CharterScene *scene,
                                             const CharterFact  *fact,
                                             const char         *pointer);

/* A name that an entry's data refers to, with the row that says so. */
typedef struct
{
  const char       *name;
  const CharterRow *row;
} CharterMention;

/* Every name in @data that a row of @shape refers with, nested ones too. */
void charter_collect_mentions (const CharterShape *shape,
                               const CharterNode  *data,
                               GArray             *out);   /* CharterMention */

/* Entries of a kind that mention a name, newest first:
 *   for (f = charter_cursor_last (&c, scene, ref, kind); f != NULL; f = charter_cursor_previous (&c))
 * @ref 0: every entry of the kind.  @kind CHARTER_KIND_NONE is not allowed. */
typedef struct
{
  const CharterScene *scene;
  guint32             link;
} CharterCursor;

const CharterFact *charter_cursor_last      (CharterCursor      *cursor,
                                             const CharterScene *scene,
                                             CharterRef          ref,
                                             guint16             kind);
const CharterFact *charter_cursor_previous  (CharterCursor      *cursor);
/* The same in order of seq, appended to @out (const CharterFact *). */
void               charter_scene_collect    (const CharterScene *scene,
                                             CharterRef          ref,
                                             guint16             kind,
                                             GPtrArray          *out);

/* Kinds by name, looked up once: charter_kind_lookup ("ballot-cast"). */
#define CHARTER_KIND(name)                                                        \
  (G_GNUC_EXTENSION ({ static guint kind_plus_one;                                \
    guint got_ = __atomic_load_n (&kind_plus_one, __ATOMIC_RELAXED);              \
    if (G_UNLIKELY (got_ == 0))                                                   \
      {                                                                           \
        got_ = charter_kind_lookup (name) + 1u;                                   \
        __atomic_store_n (&kind_plus_one, got_, __ATOMIC_RELAXED);                \
      }                                                                           \
    (guint16) (got_ - 1); }))

/* The target's data with the members of `set` in place, in @arena. */
const CharterNode *charter_corrected_data (const CharterNode *base,
                                           const CharterNode *set,
                                           CharterArena      *arena);

/* — standing: who belonged, held what, under which charter, at an instant — */

/* NULL before a partnership is founded. */
const CharterFact         *charter_scene_founding  (const CharterScene *scene);
CharterZone               *charter_scene_zone      (const CharterScene *scene);   /* borrowed; UTC before founding */
gint32                     charter_scene_date_of   (const CharterScene *scene,
                                                    gint64              at);
/* The version in force at @at (the last adopted whose in-force-from has come), NULL if none;
 * the charter-adopted behind it in @adopted (nullable). */
const CharterDocumentData *charter_scene_charter   (const CharterScene *scene,
                                                    gint64              at,
                                                    const CharterFact **adopted);
/* The charter-adopted that brought this version; NULL if it is not known. */
const CharterFact         *charter_scene_adoption  (const CharterScene        *scene,
                                                    const CharterDocumentData *charter);
/* The version that an entry brought; NULL if it did not, or is not known. */
const CharterDocumentData *charter_scene_adopted   (const CharterScene *scene,
                                                    guint32             seq);
/* The version pinned by the decision's decision-opened; before opening, and where it was taken
 * up again and not opened since, the one in force. */
const CharterDocumentData *charter_scene_charter_of (const CharterScene *scene,
                                                     CharterRef          decision,
                                                     gint64              at);
/* Partner or person: joined at or before @at and not left by then. */
gboolean                   charter_scene_is_current (const CharterScene *scene,
                                                     CharterRef          ref,
                                                     gint64              at);
gboolean                   charter_scene_is_person  (const CharterScene *scene, CharterRef ref);
gboolean                   charter_scene_is_partner (const CharterScene *scene, CharterRef ref);
/* Current partners or persons (kind partner-joined or person-joined) in order of joining;
 * CharterRef appended to @out. */
void                       charter_scene_current   (const CharterScene *scene,
                                                    guint16             kind,
                                                    gint64              at,
                                                    GArray             *out);
/* Partners a person acts for (`for` of person-joined), current ones only. */
void                       charter_scene_partners_of (const CharterScene *scene,
                                                      CharterRef          person,
                                                      gint64              at,
                                                      GArray             *out);
gboolean                   charter_scene_acts_for  (const CharterScene *scene,
                                                    CharterRef          person,
                                                    CharterRef          partner,
                                                    gint64              at);
/* A person's or partner's own constituencies, and a person's through the partners they act for. */
gboolean                   charter_scene_in_constituency (const CharterScene *scene,
                                                          CharterRef          ref,
                                                          const char         *constituency,
                                                          gint64              at);

/* A role held by a person at an instant. */
typedef struct
{
  const CharterFact *given;
  const CharterFact *ended;     /* the role-ended, or NULL */
  CharterRef         person;
  CharterRef         partner;   /* `for`, 0 */
  const char        *role;
  gint32             from;
  gint32             until;     /* last day: its until, or the end of the role's term; CHARTER_DATE_NONE */
} CharterTenure;

/* Tenures current at @at, of @role (NULL: any) and @person (0: any), in order of seq. A
 * tenure whose person has left, whose term has ended, or whose role the charter in force
 * lacks is not current. */
void                       charter_scene_tenures   (const CharterScene *scene,
                                                    const char         *role,
                                                    CharterRef          person,
                                                    gint64              at,
                                                    GArray             *out);   /* CharterTenure */
/* The tenure that a role-given began; TRUE if it is current at @at. */
gboolean                   charter_scene_tenure    (const CharterScene *scene,
                                                    const CharterFact  *given,
                                                    gint64              at,
                                                    CharterTenure      *out);
gboolean                   charter_scene_holds_role (const CharterScene *scene,
                                                     CharterRef          person,
                                                     const char         *role,
                                                     gint64              at);
/* The last tenure of @role by @person that began by @at, current or not; FALSE if never.
 * For saying why somebody no longer holds it. */
gboolean                   charter_scene_last_tenure (const CharterScene *scene,
                                                      CharterRef          person,
                                                      const char         *role,
                                                      gint64              at,
                                                      CharterTenure      *out);
/* Does one of the spellings of `permissions[].to` and `voters` ("role:chair", "partners",
 * "persons", "constituency:x", "person:ID", "partner:ID") cover the person (or, for units,
 * the partner)? */
gboolean                   charter_scene_covers    (const CharterScene *scene,
                                                    const char         *who,
                                                    CharterRef          ref,
                                                    gint64              at);

/* Working days and holidays of the charter in force at @at; never NULL. */
const CharterCalendar     *charter_scene_calendar  (const CharterScene *scene,
                                                    gint64              at);

/* Canonical dump of everything the scene shows, for tests and `show --state`: the same for
 * the live state and for a replay. */
char                      *charter_scene_dump      (const CharterScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterState, charter_state_unref)

G_END_DECLS
