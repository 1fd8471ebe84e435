/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <criterion/criterion.h>
#include <glib-object.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#define CHARTER_LEAKS() __lsan_do_recoverable_leak_check ()
#else
#define CHARTER_LEAKS() 0
#endif

/* A test whose criticals and warnings are fatal and whose leaks fail it: LeakSanitizer's
 * own verdict comes after Criterion has reported, so it is asked for at the end of the body. */
#define CHARTER_TEST(suite_, name_, ...)                                                     \
  static void suite_##_##name_##_body (void);                                                \
  Test (suite_, name_, ##__VA_ARGS__)                                                        \
  {                                                                                          \
    g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);  \
    suite_##_##name_##_body ();                                                              \
    cr_assert (CHARTER_LEAKS () == 0, "memory leaked");                                      \
  }                                                                                          \
  static void suite_##_##name_##_body (void)

#define charter_assert_no_error(error) \
  cr_assert ((error) == NULL, "unexpected error: %s", (error) != NULL ? (error)->message : "")

#define charter_assert_error(error, domain_, code_)                                          \
  cr_assert (g_error_matches ((error), (domain_), (code_)), "wrong error: %s (code %d)",     \
             (error) != NULL ? (error)->message : "none", (error) != NULL ? (error)->code : -1)

#define charter_assert_str(actual, expected)                                                 \
  G_STMT_START {                                                                             \
    const char *charter_a = (actual), *charter_e = (expected);                               \
    cr_assert (g_strcmp0 (charter_a, charter_e) == 0, "%s:%d: got:\n%s\nexpected:\n%s",      \
               __FILE__, __LINE__, charter_a != NULL ? charter_a : "(null)",                 \
               charter_e != NULL ? charter_e : "(null)");                                    \
  } G_STMT_END

/* A file of tests/data, or of ../shared (NULL where that folder is absent). */
static inline char *
charter_test_path (const char *variable, const char *relative)
{
  const char *base = g_getenv (variable);

  return base != NULL ? g_build_filename (base, relative, NULL) : NULL;
}
