// The least that a terminal program costs: ncurses, one full frame of text, one key. Benchmarks compare with
// it, so that numbers hold on any machine.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>

static void draw_frame(int marked) {
  erase();
  for (int row = 0; row < LINES; row++) {
    for (int column = 0; column < COLS - 1; column += 10) {
      mvprintw(row, column, "%c%03d %04d ", row == marked && column == 0 ? '>' : ' ', row, column);
    }
  }
  move(marked, 0);
  refresh();
}

int main(void) {
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  keypad(stdscr, TRUE);
  int marked = 0;
  draw_frame(marked);
  for (int key = getch(); key != 'q' && key != ERR; key = getch()) {
    if (key == KEY_DOWN && marked + 1 < LINES) marked++;
    if (key == KEY_UP && marked > 0) marked--;
    draw_frame(marked);
  }
  endwin();
}
