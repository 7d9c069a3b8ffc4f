#define _GNU_SOURCE
#include "CSystem.h"
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

int system_scalar_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// The name of the locale for characters that the environment asks for (POSIX XBD, section 8.2).
static const char *wanted_locale(void) {
  const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return "";
}

enum system_charset system_charset(void) {
  bool is_here = setlocale(LC_ALL, "") != NULL;
  if (is_here && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return SYSTEM_UTF8;
  if (!setlocale(LC_CTYPE, "C.UTF-8") && !setlocale(LC_CTYPE, "en_US.UTF-8")) return SYSTEM_NO_UTF8;
  const char *wanted = wanted_locale();
  // SSH brings along locales that this host may not have; their terminals show UTF-8 all the same.
  if (strcasestr(wanted, "UTF-8") || strcasestr(wanted, "utf8")) return is_here ? SYSTEM_UNSAID : SYSTEM_UTF8;
  return strchr(wanted, '.') ? SYSTEM_NO_UTF8 : SYSTEM_UNSAID;
}

static sigset_t watched(void) {
  sigset_t set;
  sigemptyset(&set);
  const int all[] = {SIGHUP, SIGTERM, SIGINT, SIGWINCH, SIGTSTP, SIGCONT};
  for (unsigned i = 0; i < sizeof all / sizeof *all; i++) sigaddset(&set, all[i]);
  return set;
}

int system_signal_descriptor(void) {
  sigset_t set = watched();
  sigprocmask(SIG_BLOCK, &set, NULL);
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int system_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

void system_end_by(int number) {
  sigset_t set;
  system_give_terminal();
  sigemptyset(&set);
  sigaddset(&set, number);
  signal(number, SIG_DFL);
  kill(getpid(), number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  // A process that is the first of its namespace takes no signal from itself.
  _exit(128 + number);
}

static pthread_mutex_t lentLock = PTHREAD_MUTEX_INITIALIZER;
static char **lent;
static size_t lentCount, lentRoom;

void system_lend(const char *path) {
  pthread_mutex_lock(&lentLock);
  if (lentCount == lentRoom) {
    size_t room = lentRoom ? 2 * lentRoom : 16;
    char **more = realloc(lent, room * sizeof *lent);
    if (more) lent = more, lentRoom = room;
  }
  char *copy = lentCount < lentRoom ? strdup(path) : NULL;
  if (copy) lent[lentCount++] = copy;
  pthread_mutex_unlock(&lentLock);
}

void system_take_back(const char *path) {
  pthread_mutex_lock(&lentLock);
  for (size_t i = 0; i < lentCount; i++) {
    if (strcmp(lent[i], path) != 0) continue;
    free(lent[i]);
    lent[i] = lent[--lentCount];
    break;
  }
  pthread_mutex_unlock(&lentLock);
}

void system_remove_lent(void) {
  const char *const ends[] = {"", "-wal", "-shm", "-journal"};
  pthread_mutex_lock(&lentLock);
  for (size_t i = lentCount; i-- > 0;) {
    for (unsigned end = 0; end < sizeof ends / sizeof *ends; end++) {
      char path[4096];
      if (snprintf(path, sizeof path, "%s%s", lent[i], ends[end]) < (int)sizeof path) remove(path);
    }
  }
  pthread_mutex_unlock(&lentLock);
}

void system_suspend(void) {
  sigset_t stop, before;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  signal(SIGTSTP, SIG_DFL);
  raise(SIGTSTP);
  // The stop is pending while blocked; unblocking delivers it here and nowhere else.
  sigprocmask(SIG_UNBLOCK, &stop, &before);
  sigprocmask(SIG_SETMASK, &before, NULL);
}

int system_run(const char *program, char *const arguments[]) {
  posix_spawnattr_t attributes;
  if (posix_spawnattr_init(&attributes) != 0) return -1;
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  pid_t process = -1;
  if (posix_spawn(&process, program, NULL, &attributes, arguments, environ) != 0) process = -1;
  posix_spawnattr_destroy(&attributes);
  int status = 0;
  while (process > 0) {
    pid_t heard = waitpid(process, &status, WUNTRACED);
    if (heard < 0 && errno != EINTR) return -1;
    if (heard < 0) continue;
    // The shell waits for this process: it gets the terminal where this one stops too, and wakes both.
    if (WIFSTOPPED(status)) system_suspend();
    else break;
  }
  return process > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int system_watch_open(void) { return inotify_init1(IN_NONBLOCK | IN_CLOEXEC); }

bool system_watch(int descriptor, const char *path, bool is_folder) {
  // Who ends without a word closes what they wrote.
  const uint32_t file = IN_MODIFY | IN_CLOSE_WRITE;
  const uint32_t folder = IN_CREATE | IN_DELETE | IN_MOVE | IN_MOVE_SELF | IN_DELETE_SELF | IN_ONLYDIR;
  return inotify_add_watch(descriptor, path, is_folder ? folder : file) >= 0;
}

bool system_watch_take(int descriptor, const char *name) {
  _Alignas(struct inotify_event) char bytes[4096];
  bool isMeant = false;
  ssize_t count;
  while ((count = read(descriptor, bytes, sizeof bytes)) > 0) {
    for (char *at = bytes; at < bytes + count;) {
      const struct inotify_event *event = (const struct inotify_event *)at;
      // What is told of a folder has a name; an overflow has none.
      isMeant = isMeant || event->len == 0 || strncmp(event->name, name, strlen(name)) == 0;
      at += sizeof *event + event->len;
    }
  }
  return isMeant;
}

bool system_tells_all(const char *path) {
  // ext2 to ext4, XFS, Btrfs, tmpfs, ZFS, F2FS, JFS, bcachefs (statfs(2)). Not overlays: what was opened before it was
  // copied up is another file.
  const unsigned long known[] = {0xEF53, 0x58465342, 0x9123683E, 0x01021994, 0x2FC12FC1, 0xF2F52010, 0x3153464A, 0xCA451A4E};
  struct statfs system;
  if (statfs(path, &system) != 0) return false;
  for (unsigned i = 0; i < sizeof known / sizeof *known; i++)
    if ((unsigned long)system.f_type == known[i]) return true;
  return false;
}

int system_clock_descriptor(void) {
  const int descriptor = timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  // Far from any clock: it never comes, and is called off when the clock jumps (timerfd_create(2)).
  const struct itimerspec never = {.it_value.tv_sec = INT32_MAX * 1000L};
  if (descriptor >= 0) timerfd_settime(descriptor, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, NULL);
  return descriptor;
}

int system_memory_file(void) { return memfd_create("frame", MFD_CLOEXEC); }

bool system_replace_descriptor(int descriptor, int by) { return dup3(by, descriptor, O_CLOEXEC) >= 0; }

static struct termios remembered, own;
static bool hasRemembered, isTaken;
static const char *restoreText;
static int restoreDescriptor = 1;

void system_remember_terminal(void) { hasRemembered = tcgetattr(0, &remembered) == 0; }

void system_take_terminal(void) {
  if (!hasRemembered) return;
  own = remembered;
  cfmakeraw(&own);
  isTaken = tcsetattr(0, TCSANOW, &own) == 0;
}

void system_keep_terminal(void) { isTaken = hasRemembered && tcgetattr(0, &own) == 0; }

void system_take_terminal_again(void) { isTaken = hasRemembered && tcsetattr(0, TCSANOW, &own) == 0; }

void system_give_terminal(void) {
  if (!isTaken) return;
  isTaken = false;
  // In the background, changing the terminal would stop the process.
  void (*before)(int) = signal(SIGTTOU, SIG_IGN);
  tcsetattr(0, TCSANOW, &remembered);
  signal(SIGTTOU, before);
}

int system_open_terminal(int descriptor) {
  char path[32];
  snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
  return open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

static void restoreAndDie(int number) {
  system_give_terminal();
  if (restoreText && write(restoreDescriptor, restoreText, strlen(restoreText)) < 0) { /* nothing left to do */ }
  signal(number, SIG_DFL);
  raise(number);
}

void system_guard_terminal(const char *restore, int descriptor) {
  // A handler has to run on a stack of its own when endless recursion used up this one.
  static char stack[64 * 1024];
  const stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
  restoreText = restore;
  restoreDescriptor = descriptor;
  const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT};
  for (unsigned i = 0; i < sizeof fatal / sizeof *fatal; i++) {
    struct sigaction action = {
      .sa_handler = restore ? restoreAndDie : SIG_DFL,
      .sa_flags = SA_RESETHAND | SA_NODEFER | SA_ONSTACK,
    };
    sigaction(fatal[i], &action, NULL);
  }
}

bool system_is_master(int descriptor) {
    char name[64];
    return ptsname_r(descriptor, name, sizeof name) == 0;
}
