#pragma once
#include <linux/landlock.h>
#include <seccomp.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A macro with an argument. */
static inline uint32_t tirazh_seccomp_errno(int code) { return SCMP_ACT_ERRNO(code); }

/* Landlock has no functions of its own, and syscall() takes any number of arguments. */
static inline long tirazh_landlock_version(void) {
  return syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

static inline long tirazh_landlock_ruleset(uint64_t handled) {
  struct landlock_ruleset_attr attributes = {.handled_access_fs = handled};
  return syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
}

static inline long tirazh_landlock_allow(int ruleset, int folder, uint64_t access) {
  struct landlock_path_beneath_attr rule = {.allowed_access = access, .parent_fd = folder};
  return syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

static inline long tirazh_landlock_restrict(int ruleset) {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return syscall(SYS_landlock_restrict_self, ruleset, 0);
}
