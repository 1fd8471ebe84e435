/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include "charter-test-store.h"

/* A layer between SQLite and the operating system that lets the n-th operation fail, once or
 * from then on: for every n, each call must either succeed or fail with an error, and what
 * is found afterwards must be the old state or the new one, whole. */

typedef enum
{
  FAIL_NEVER,
  FAIL_ONCE,
  FAIL_ON
} Failing;

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;
} FaultyFile;

static struct
{
  Failing      failing;
  int          countdown;     /* operations that still go well */
  gboolean     disk_full;     /* writes fail so, not with an input/output error */
  guint        n_failed;
  sqlite3_vfs *real;
} faults;

static gboolean
fails_now (void)
{
  if (faults.failing == FAIL_NEVER || faults.countdown-- > 0)
    return FALSE;
  if (faults.failing == FAIL_ONCE && faults.n_failed > 0)
    return FALSE;
  faults.n_failed++;

  return TRUE;
}

#define REAL(file) (((FaultyFile *) (file))->real)

static int
file_close (sqlite3_file *file)
{
  int result = REAL (file)->pMethods->xClose (REAL (file));

  sqlite3_free (REAL (file));

  return result;
}

static int
file_read (sqlite3_file *file, void *buffer, int n, sqlite3_int64 offset)
{
  return fails_now () ? SQLITE_IOERR_READ : REAL (file)->pMethods->xRead (REAL (file), buffer, n, offset);
}

/* A write that fails may have written a part. */
static int
file_write (sqlite3_file *file, const void *buffer, int n, sqlite3_int64 offset)
{
  if (!fails_now ())
    return REAL (file)->pMethods->xWrite (REAL (file), buffer, n, offset);
  REAL (file)->pMethods->xWrite (REAL (file), buffer, n / 2, offset);

  return faults.disk_full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return fails_now () ? SQLITE_IOERR_TRUNCATE : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  return fails_now () ? SQLITE_IOERR_FSYNC : REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return fails_now () ? SQLITE_IOERR_FSTAT : REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
file_lock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xLock (REAL (file), lock);
}

static int
file_unlock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
file_check_lock (sqlite3_file *file, int *reserved)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), reserved);
}

static int
file_control (sqlite3_file *file, int op, void *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), op, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static const sqlite3_io_methods file_methods = {
  1, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock, file_unlock,
  file_check_lock, file_control, file_sector_size, file_characteristics,
};

static int
faulty_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultyFile *self = (FaultyFile *) file;
  int result;

  self->base.pMethods = NULL;
  if (fails_now ())
    return SQLITE_CANTOPEN;
  self->real = sqlite3_malloc (faults.real->szOsFile);
  result = faults.real->xOpen (faults.real, name, self->real, flags, out_flags);
  if (result == SQLITE_OK)
    self->base.pMethods = &file_methods;
  else
    sqlite3_free (self->real);

  return result;
}

/* The file may be gone though its directory could not be synchronised. */
static int
faulty_delete (sqlite3_vfs *vfs, const char *name, int sync_directory)
{
  if (!fails_now ())
    return faults.real->xDelete (faults.real, name, sync_directory);
  if (faults.disk_full)
    return SQLITE_IOERR_DELETE;
  faults.real->xDelete (faults.real, name, 0);

  return SQLITE_IOERR_DIR_FSYNC;
}

static void
install (void)
{
  static sqlite3_vfs vfs;

  faults.real = sqlite3_vfs_find (NULL);
  vfs = *faults.real;
  vfs.zName = "faulty";
  vfs.szOsFile = sizeof (FaultyFile);
  vfs.xOpen = faulty_open;
  vfs.xDelete = faulty_delete;
  cr_assert (sqlite3_vfs_register (&vfs, 1) == SQLITE_OK);
}

static void
arm (Failing  failing,
     int      countdown,
     gboolean disk_full)
{
  faults.failing = failing;
  faults.countdown = countdown;
  faults.disk_full = disk_full;
  faults.n_failed = 0;
}

static void
disarm (void)
{
  faults.failing = FAIL_NEVER;
}

/* Runs @step for every n and both manners until nothing fails any more. */
static void
for_every_fault (void (*step) (Place *, Failing, int, gboolean))
{
  install ();
  for (Failing failing = FAIL_ONCE; failing <= FAIL_ON; failing++)
    {
      for (int disk_full = 0; disk_full < 2; disk_full++)
        {
          int n = 0;

          do
            {
              Place place;

              place_init (&place);
              step (&place, failing, n++, disk_full);
              place_clear (&place);
            }
          while (faults.n_failed > 0);
          cr_assert (n > 5, "hardly anything was tried: %d", n);
        }
    }
}

static void
expect_refusal (CharterStore *store,
                gint64        seq)
{
  g_autoptr(GError) error = NULL;

  cr_assert (!append_at (store, seq, NULL, &error));
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_STORE);
  cr_assert (strstr (error->message, "open it again") != NULL, "%s", error->message);
}

static void
append_step (Place    *place,
             Failing   failing,
             int       n,
             gboolean  disk_full)
{
  g_autofree char *value = g_strnfill (9000, 'v');
  g_autoptr(GError) error = NULL;
  CharterStore *store;
  gboolean good;
  guint count;

  make_record (place->path, 3);
  store = open_at (place->path);
  arm (failing, n, disk_full);
  good = append_at (store, 3, value, &error);
  disarm ();
  cr_assert (good == (error == NULL));
  if (!good)
    {
      cr_assert (error->domain == CHARTER_ERROR);
      expect_refusal (store, 3);
    }
  g_object_unref (store);

  store = open_at (place->path);
  count = count_entries (store);
  if (good)
    cr_assert (count == 4, "acknowledged and lost at %d", n);
  else if (strstr (error->message, "nothing was written") != NULL)
    cr_assert (count == 3, "written all the same at %d: %s", n, error->message);
  else
    cr_assert (count == 3 || count == 4, "at %d", n);
  must_append (store, count, NULL);
  g_object_unref (store);
}

CHARTER_TEST (sqlite_faults, append)
{
  for_every_fault (append_step);
}

static void
erase_step (Place    *place,
            Failing   failing,
            int       n,
            gboolean  disk_full)
{
  static const char *const pointers[] = { "/data/text", NULL };
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) openings = NULL;
  CharterStore *store;
  gboolean good;

  make_record (place->path, 3);
  store = open_at (place->path);
  arm (failing, n, disk_full);
  good = charter_store_erase_openings (store, 2, pointers, &error);
  disarm ();
  cr_assert (good == (error == NULL));
  if (!good)
    expect_refusal (store, 3);
  g_object_unref (store);

  store = open_at (place->path);
  cr_assert (count_entries (store) == 3);
  openings = charter_store_read_openings (store, 1, 3, NULL);
  cr_assert (g_strv_length (openings) == 2 || (!good && g_strv_length (openings) == 3));
  g_object_unref (store);
}

CHARTER_TEST (sqlite_faults, erase)
{
  for_every_fault (erase_step);
}

static void
create_step (Place    *place,
             Failing   failing,
             int       n,
             gboolean  disk_full)
{
  g_autoptr(GError) error = NULL;
  CharterSqliteStore *store;

  arm (failing, n, disk_full);
  store = charter_sqlite_store_create (place->path, &error);
  disarm ();
  if (store == NULL)
    {
      cr_assert (error != NULL && error->domain == CHARTER_ERROR);
      cr_assert (!g_file_test (place->path, G_FILE_TEST_EXISTS), "half a file is left at %d", n);
      return;
    }
  g_object_unref (store);
  g_object_unref (open_at (place->path));
}

CHARTER_TEST (sqlite_faults, create)
{
  for_every_fault (create_step);
}

static void
open_step (Place    *place,
           Failing   failing,
           int       n,
           gboolean  disk_full)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) read = NULL;
  CharterSqliteStore *store;

  make_record (place->path, 3);
  arm (failing, n, disk_full);
  store = charter_sqlite_store_open (place->path, &error);
  if (store != NULL)
    {
      g_auto(GStrv) leaves = charter_store_read_leaves (CHARTER_STORE (store), 1, 3, &read);

      cr_assert ((leaves == NULL) == (read != NULL));
      cr_assert (leaves == NULL || g_strv_length (leaves) == 3);
    }
  else
    {
      cr_assert (error != NULL && error->domain == CHARTER_ERROR);
    }
  disarm ();
  g_clear_object (&store);

  store = CHARTER_SQLITE_STORE (open_at (place->path));
  cr_assert (count_entries (CHARTER_STORE (store)) == 3);
  g_object_unref (store);
}

CHARTER_TEST (sqlite_faults, open)
{
  for_every_fault (open_step);
}
