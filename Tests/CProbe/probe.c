#define _GNU_SOURCE
#include "CProbe.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

struct probe {
  VTerm *terminal;
  VTermScreen *screen;
  int master;
  pid_t process;
  int status;
  bool visible, alternate;
  long bytes;
  char said[65536];
  size_t count;
  int64_t launched, first, last;
};

int64_t probe_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

// MARK: The program

// Only what is safe between fork and exec in a process with threads.
static void become(char *const arguments[], char *const environment[]) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  // Another probe's terminal held open here would never hang up.
  close_range(3, ~0u, 0);
  execvpe(arguments[0], arguments, environment);
  _exit(127);
}

static int property(VTermProp name, VTermValue *value, void *user) {
  struct probe *probe = user;
  if (name == VTERM_PROP_CURSORVISIBLE) probe->visible = value->boolean;
  if (name == VTERM_PROP_ALTSCREEN) probe->alternate = value->boolean;
  return 1;
}

// The emulator calls this in the middle of its work: nothing may be read here.
static void answer(const char *bytes, size_t count, void *user) {
  struct probe *probe = user;
  struct pollfd room = {.fd = probe->master, .events = POLLOUT};
  while (count > 0 && poll(&room, 1, 1000) > 0) {
    ssize_t written = write(probe->master, bytes, count);
    if (written < 0 && errno != EAGAIN && errno != EINTR) return;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
}

static void start_emulator(struct probe *probe, int columns, int rows) {
  static const VTermScreenCallbacks callbacks = {.settermprop = property};
  probe->visible = true;
  probe->terminal = vterm_new(rows, columns);
  vterm_set_utf8(probe->terminal, 1);
  vterm_output_set_callback(probe->terminal, answer, probe);
  probe->screen = vterm_obtain_screen(probe->terminal);
  vterm_screen_enable_altscreen(probe->screen, 1);
  vterm_screen_set_callbacks(probe->screen, &callbacks, probe);
  vterm_screen_reset(probe->screen, 1);
}

struct probe *probe_open(char *const arguments[], char *const environment[], int columns, int rows) {
  struct probe *probe = calloc(1, sizeof *probe);
  if (!probe) return NULL;
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  start_emulator(probe, columns, rows);
  probe->status = -1;
  probe->launched = probe->last = probe_now();
  probe->process = forkpty(&probe->master, NULL, NULL, &size);
  if (probe->process == 0) become(arguments, environment);
  if (probe->process < 0) {
    vterm_free(probe->terminal);
    free(probe);
    return NULL;
  }
  fcntl(probe->master, F_SETFD, FD_CLOEXEC);
  fcntl(probe->master, F_SETFL, O_NONBLOCK);
  return probe;
}

pid_t probe_process(const struct probe *probe) { return probe->process; }

int probe_status(struct probe *probe) {
  int status = 0;
  if (probe->status != -1) return probe->status;
  if (waitpid(probe->process, &status, WNOHANG) == probe->process) probe->status = status;
  return probe->status;
}

bool probe_signal(struct probe *probe, int number) {
  // After the end its number may be somebody else's.
  return probe_status(probe) == -1 && kill(probe->process, number) == 0;
}

void probe_close(struct probe *probe) {
  close(probe->master);
  // A stopped program cannot notice that its terminal is gone.
  probe_signal(probe, SIGCONT);
  for (int wait = 0; wait < 200 && probe_status(probe) == -1; wait++) usleep(10000);
  if (probe_signal(probe, SIGKILL)) waitpid(probe->process, &probe->status, 0);
  vterm_free(probe->terminal);
  free(probe);
}

// MARK: Bytes

// The last bytes, as they came.
static void keep(struct probe *probe, const char *bytes, size_t count) {
  size_t size = sizeof probe->said;
  if (count > size) {
    bytes += count - size;
    count = size;
  }
  if (probe->count + count > size) {
    size_t gone = probe->count + count - size;
    memmove(probe->said, probe->said + gone, probe->count - gone);
    probe->count -= gone;
  }
  memcpy(probe->said + probe->count, bytes, count);
  probe->count += count;
}

const char *probe_said(const struct probe *probe, size_t *count) {
  *count = probe->count;
  return probe->said;
}

long probe_pump(struct probe *probe, int timeout_ms) {
  char bytes[65536];
  long received = 0;
  struct pollfd source = {.fd = probe->master, .events = POLLIN};
  while (poll(&source, 1, received ? 0 : timeout_ms) > 0) {
    ssize_t count = read(probe->master, bytes, sizeof bytes);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return received ? received : -1;
    probe->last = probe_now();
    if (!probe->first) probe->first = probe->last;
    probe->bytes += count;
    received += count;
    keep(probe, bytes, (size_t)count);
    vterm_input_write(probe->terminal, bytes, (size_t)count);
  }
  return received;
}

long probe_take(struct probe *probe, size_t most) {
  char bytes[4096];
  ssize_t count = read(probe->master, bytes, most < sizeof bytes ? most : sizeof bytes);
  if (count <= 0) return count < 0 && errno == EAGAIN ? 0 : -1;
  probe->last = probe_now();
  probe->bytes += count;
  keep(probe, bytes, (size_t)count);
  vterm_input_write(probe->terminal, bytes, (size_t)count);
  return count;
}

void probe_show_utf8(struct probe *probe, bool shows) {
  vterm_set_utf8(probe->terminal, shows);
  vterm_screen_reset(probe->screen, 1);
}

bool probe_write(struct probe *probe, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(probe->master, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (errno == EAGAIN) {
      // It does not read because it waits for us to read: a terminal does both.
      struct pollfd room = {.fd = probe->master, .events = POLLOUT | POLLIN};
      poll(&room, 1, 100);
      if (room.revents & POLLIN && probe_pump(probe, 0) < 0) return false;
      if (probe_status(probe) != -1) return false;
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

long probe_bytes(const struct probe *probe) { return probe->bytes; }
int64_t probe_launched(const struct probe *probe) { return probe->launched; }
int64_t probe_last(const struct probe *probe) { return probe->last; }
void probe_mark(struct probe *probe) { probe->first = 0; }
int64_t probe_first_since_mark(const struct probe *probe) { return probe->first; }

// MARK: Hands

int probe_key_function(int number) { return VTERM_KEY_FUNCTION(number); }

void probe_key(struct probe *probe, int key, uint32_t scalar, int modifiers) {
  if (key) {
    vterm_keyboard_key(probe->terminal, (VTermKey)key, (VTermModifier)modifiers);
  } else {
    vterm_keyboard_unichar(probe->terminal, scalar, (VTermModifier)modifiers);
  }
}

void probe_paste(struct probe *probe, const char *bytes, size_t count) {
  vterm_keyboard_start_paste(probe->terminal);
  probe_write(probe, bytes, count);
  vterm_keyboard_end_paste(probe->terminal);
}

void probe_click(struct probe *probe, int button, int row, int column) {
  vterm_mouse_move(probe->terminal, row, column, VTERM_MOD_NONE);
  vterm_mouse_button(probe->terminal, button, true, VTERM_MOD_NONE);
  if (button < 4) vterm_mouse_button(probe->terminal, button, false, VTERM_MOD_NONE);
}

void probe_resize(struct probe *probe, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  vterm_set_size(probe->terminal, rows, columns);
  ioctl(probe->master, TIOCSWINSZ, &size);
}

// MARK: Eyes

static int colour(const VTermColor *colour, bool is_own) {
  if (is_own) return -1;
  return VTERM_COLOR_IS_INDEXED(colour) ? colour->indexed.idx : -2;
}

void probe_see(const struct probe *probe, int row, int column, struct probe_cell *cell) {
  VTermScreenCell seen = {0};
  memset(cell, 0, sizeof *cell);
  vterm_screen_get_cell(probe->screen, (VTermPos){.row = row, .col = column}, &seen);
  memcpy(cell->scalars, seen.chars, sizeof seen.chars);
  cell->bold = seen.attrs.bold;
  cell->underlined = seen.attrs.underline != 0;
  cell->reversed = seen.attrs.reverse;
  cell->foreground = colour(&seen.fg, VTERM_COLOR_IS_DEFAULT_FG(&seen.fg));
  cell->background = colour(&seen.bg, VTERM_COLOR_IS_DEFAULT_BG(&seen.bg));
}

void probe_cursor(const struct probe *probe, int *row, int *column, bool *visible) {
  VTermPos position;
  vterm_state_get_cursorpos(vterm_obtain_state(probe->terminal), &position);
  *row = position.row;
  *column = position.col;
  *visible = probe->visible;
}

bool probe_is_alternate(const struct probe *probe) { return probe->alternate; }
