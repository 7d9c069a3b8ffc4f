// A program in a pseudo-terminal, and a terminal emulator that shows what it draws.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct probe;

/// One cell, as the emulator understood it.
struct probe_cell {
  /// The scalars, ended by 0; the first is UINT32_MAX in the right half of a wide character.
  uint32_t scalars[7];
  bool bold, underlined, reversed;
  /// Numbers in the palette of 256; -1 the terminal's own, -2 a colour by red, green and blue.
  int foreground, background;
};

/// Starts a program with exactly this environment; NULL where no pseudo-terminal can be had.
struct probe *probe_open(char *const arguments[], char *const environment[], int columns, int rows);

/// Feeds the emulator with what the program sent. Waits at most so long for the first byte.
/// Returns how many bytes came, 0 when time was up, -1 when the program's side is closed.
long probe_pump(struct probe *probe, int timeout_ms);

/// Feeds the emulator with so many bytes at most (4,096), without waiting. Returns how many there were, -1 where the program's
/// side is closed.
long probe_take(struct probe *probe, size_t most);

/// Whether the emulator takes bytes for UTF-8 (as it does) or each for a letter (ISO 8859-1).
void probe_show_utf8(struct probe *probe, bool shows);

/// Types. Returns false when nobody can read it any more.
bool probe_write(struct probe *probe, const char *bytes, size_t count);

/// Types a key as the emulator does in its present mode: `key` is one of libvterm's, 0 for the scalar.
/// `modifiers`: Shift 1, Alt 2, Control 4.
void probe_key(struct probe *probe, int key, uint32_t scalar, int modifiers);

/// The key numbers for `probe_key` and `probe_key_function`.
enum probe_key_number {
  PROBE_ENTER = 1, PROBE_TAB, PROBE_BACKSPACE, PROBE_ESCAPE, PROBE_UP, PROBE_DOWN, PROBE_LEFT,
  PROBE_RIGHT, PROBE_INSERT, PROBE_DELETE, PROBE_HOME, PROBE_END, PROBE_PAGE_UP, PROBE_PAGE_DOWN,
};
int probe_key_function(int number);

/// Pastes as the emulator does: bracketed where the program asked for it.
void probe_paste(struct probe *probe, const char *bytes, size_t count);

/// Presses a mouse button (1 to 3; 4 and 5 are the wheel), where the program asked for the mouse.
void probe_click(struct probe *probe, int button, int row, int column);

void probe_resize(struct probe *probe, int columns, int rows);
void probe_see(const struct probe *probe, int row, int column, struct probe_cell *cell);
void probe_cursor(const struct probe *probe, int *row, int *column, bool *visible);
bool probe_is_alternate(const struct probe *probe);

/// The last bytes received, as they came: at most 65,536.
const char *probe_said(const struct probe *probe, size_t *count);

/// Bytes received so far.
long probe_bytes(const struct probe *probe);
/// When the program was started, and when the last byte came: monotonic nanoseconds.
int64_t probe_launched(const struct probe *probe);
int64_t probe_last(const struct probe *probe);
int64_t probe_now(void);

/// The monotonic time of the next byte to come, 0 until one does; `probe_mark` forgets the last mark's.
void probe_mark(struct probe *probe);
int64_t probe_first_since_mark(const struct probe *probe);

pid_t probe_process(const struct probe *probe);
bool probe_signal(struct probe *probe, int number);

/// The status as `waitpid` gives it, or -1 while the program runs.
int probe_status(struct probe *probe);

/// Ends the program if it still runs, and frees everything.
void probe_close(struct probe *probe);
