// ncurses with wide characters, and what Swift cannot import of it: macros, and globals that change.
#pragma once
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <stdio.h>

static inline WINDOW *curses_window(void) { return stdscr; }
static inline FILE *curses_input(void) { return stdin; }

static inline attr_t curses_bold(void) { return WA_BOLD; }
static inline attr_t curses_dim(void) { return WA_DIM; }
static inline attr_t curses_underline(void) { return WA_UNDERLINE; }
static inline attr_t curses_reverse(void) { return WA_REVERSE; }

/// Makes a cell of at most `CCHARW_MAX` scalars, ended by 0. The pair may be over 255. Marks for which the C library counts
/// a column are in it too, which setcchar leaves out: the terminal may draw them on the letter.
static inline int curses_set_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  int made = setcchar(cell, text, attributes, 0, &pair);
  for (int index = 1; index < CCHARW_MAX && text[index - 1] && text[index]; index++) cell->chars[index] = text[index];
  return made;
}

/// A capability of the terminal, or NULL where it has none (`tigetstr` says -1 for a name unknown to it).
static inline const char *curses_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

/// What puts the cursor there, from 0, 0 at the top left; NULL where the terminal cannot. Valid until the next call.
static inline const char *curses_go(int row, int column) {
  const char *cup = curses_capability("cup");
  return cup ? tparm(cup, row, column, 0, 0, 0, 0, 0, 0, 0) : NULL;
}

// Of <term.h>, whose macros take common words away.
struct term;
extern struct term *cur_term;
extern int setupterm(const char *, int, int *);
extern int del_curterm(struct term *);

/// What is known here of a terminal of that name.
enum curses_knowledge {
  /// There are no descriptions of terminals at all.
  CURSES_NO_DESCRIPTIONS,
  /// Nothing, or that it is no certain terminal.
  CURSES_UNKNOWN,
  /// It cannot place its cursor.
  CURSES_DUMB,
  CURSES_KNOWN,
};

static inline enum curses_knowledge curses_knowledge_of(const char *name) {
  int error = 0;
  if (setupterm(name, 1, &error) != OK)
    return error < 0 ? CURSES_NO_DESCRIPTIONS : error == 0 ? CURSES_UNKNOWN : CURSES_DUMB;
  enum curses_knowledge knowledge = curses_capability("cup") ? CURSES_KNOWN : CURSES_DUMB;
  del_curterm(cur_term);
  return knowledge;
}
