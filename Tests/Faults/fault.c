// Lets the n-th call that writes fail, or ends the process there. Loaded before the C library (ld.so(8), LD_PRELOAD).
//
// FAULT_FOLDER  only files under it count
// FAULT_AT      which call, from 1; without it calls are only counted
// FAULT_ERRNO   how it fails; 0 ends the process by FAULT_SIGNAL
// FAULT_SIGNAL  SIGKILL where there is none
// FAULT_TORN    1: half of what was to be written is
// FAULT_LASTS   1: all calls after it fail too
// FAULT_REPORT  a file that gets the number of calls as the process ends, and the call that failed
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;
static long at, number, ending = SIGKILL;
static bool torn, lasts, is_on;
static char folder[4096], report[4096], failed[4200];

static void end_process(void) {
  kill(getpid(), ending);
  // Another thread may have to do it.
  for (;;) pause();
}

static long setting(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

/// For a program that sets its own faults while it runs.
void fault_set(const char *place, long which, long error, bool is_lasting) {
  is_on = false;
  snprintf(folder, sizeof folder, "%s", place);
  at = which, number = error, lasts = is_lasting, torn = false;
  calls = 0;
  failed[0] = 0;
  is_on = true;
}

long fault_calls(void) { return calls; }
const char *fault_failed(void) { return failed; }
void fault_off(void) { is_on = false; }

__attribute__((constructor)) static void begin(void) {
  const char *place = getenv("FAULT_FOLDER");
  if (!place || !*place) return;
  fault_set(place, setting("FAULT_AT"), setting("FAULT_ERRNO"), setting("FAULT_LASTS"));
  torn = setting("FAULT_TORN");
  if (setting("FAULT_SIGNAL")) ending = setting("FAULT_SIGNAL");
  const char *file = getenv("FAULT_REPORT");
  if (file) snprintf(report, sizeof report, "%s", file);
}

__attribute__((destructor)) static void end(void) {
  if (!report[0]) return;
  int file = syscall(SYS_openat, AT_FDCWD, report, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return;
  dprintf(file, "%ld %s\n", (long)calls, failed);
  syscall(SYS_close, file);
}

static bool is_under(const char *path) {
  size_t length = strlen(folder);
  return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

/// Whether this call is the one. Where it is to end the process it does not come back, unless half is to be written first.
static bool hits(const char *call, const char *path) {
  if (!is_on || !is_under(path)) return false;
  long now = ++calls;
  if (!at || (lasts ? now < at : now != at)) return false;
  if (!failed[0]) snprintf(failed, sizeof failed, "%s %s", call, path);
  if (number == 0 && !torn) end_process();
  return true;
}

static bool hits_open(const char *call, int file) {
  char link[64], path[4096];
  if (!is_on) return false;
  int before = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  errno = before;
  if (length < 0) return false;
  path[length] = 0;
  return hits(call, path);
}

static bool hits_named(const char *call, const char *path) {
  char whole[8300];
  if (!is_on || !path) return false;
  if (path[0] == '/') return hits(call, path);
  if (!getcwd(whole, 4096)) return false;
  snprintf(whole + strlen(whole), 4100, "/%s", path);
  return hits(call, whole);
}

static int refuse(void) {
  errno = number;
  return -1;
}

#define NEXT(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count) {
  if (hits_open("write", file)) {
    if (torn) syscall(SYS_write, file, bytes, count / 2);
    if (number == 0) end_process();
    return refuse();
  }
  return syscall(SYS_write, file, bytes, count);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place) {
  if (hits_open("pwrite", file)) {
    if (torn) syscall(SYS_pwrite64, file, bytes, count / 2, place);
    if (number == 0) end_process();
    return refuse();
  }
  return syscall(SYS_pwrite64, file, bytes, count, place);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) {
  return pwrite64(file, bytes, count, place);
}

#define FAIL(condition)                          \
  if (condition) {                               \
    if (number == 0) end_process(); \
    return refuse();                             \
  }

ssize_t writev(int file, const struct iovec *parts, int count) {
  FAIL(hits_open("writev", file));
  return syscall(SYS_writev, file, parts, count);
}

int fsync(int file) {
  FAIL(hits_open("fsync", file));
  return syscall(SYS_fsync, file);
}

int fdatasync(int file) {
  FAIL(hits_open("fdatasync", file));
  return syscall(SYS_fdatasync, file);
}

int ftruncate64(int file, off64_t length) {
  FAIL(hits_open("ftruncate", file));
  return syscall(SYS_ftruncate, file, length);
}

int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

int posix_fallocate64(int file, off64_t place, off64_t length) {
  if (hits_open("fallocate", file)) {
    if (number == 0) end_process();
    return number;
  }
  return NEXT(posix_fallocate64)(file, place, length);
}

int posix_fallocate(int file, off_t place, off_t length) { return posix_fallocate64(file, place, length); }

int rename(const char *from, const char *to) {
  FAIL(hits_named("rename", to));
  return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int link(const char *from, const char *to) {
  FAIL(hits_named("link", to));
  return syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int mkdir(const char *path, mode_t mode) {
  FAIL(hits_named("mkdir", path));
  return syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

static bool writes(int flags) { return (flags & O_ACCMODE) != O_RDONLY || flags & O_CREAT; }

#define OPEN(name, ...)                                                \
  {                                                                    \
    mode_t mode = 0;                                                   \
    if (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE) {         \
      va_list rest;                                                    \
      va_start(rest, flags);                                           \
      mode = va_arg(rest, mode_t);                                     \
      va_end(rest);                                                    \
    }                                                                  \
    FAIL(writes(flags) && hits_named(#name, path));                    \
    return syscall(SYS_openat, __VA_ARGS__, path, flags | O_LARGEFILE, mode); \
  }

int open(const char *path, int flags, ...) OPEN(open, AT_FDCWD)
int open64(const char *path, int flags, ...) OPEN(open, AT_FDCWD)
int openat(int place, const char *path, int flags, ...) OPEN(open, place)
int openat64(int place, const char *path, int flags, ...) OPEN(open, place)
