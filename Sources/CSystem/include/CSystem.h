// What the C library has and Swift's Glibc module does not show, behind plain functions.
#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Columns that a scalar takes on the terminal by the C library's own table: -1, 0, 1 or 2.
int system_scalar_width(uint32_t scalar);

/// What the environment says of the letters that the terminal shows.
enum system_charset {
  /// Nothing: no locale, or one without letters of its own, such as C.
  SYSTEM_UNSAID,
  /// UTF-8, by a locale of this host or of another.
  SYSTEM_UTF8,
  /// Others; or this host has no locale with UTF-8.
  SYSTEM_NO_UTF8,
};

/// Makes the process' character type UTF-8, whatever the environment says, and returns what it says.
enum system_charset system_charset(void);

/// Blocks SIGHUP, SIGTERM, SIGINT, SIGWINCH, SIGTSTP and SIGCONT in this and later threads and returns a
/// descriptor that delivers them, or -1.
int system_signal_descriptor(void);

/// The number of the next waiting signal on that descriptor, or 0.
int system_next_signal(int descriptor);

/// Ends the process as a signal does that nobody listens to: whoever started it sees which one it was.
_Noreturn void system_end_by(int number);

/// Notes a file that is only there for a while, or an empty folder: where a signal ends the process, it is removed.
void system_lend(const char *path);

/// Forgets such a file: it was removed, or has a name of its own now.
void system_take_back(const char *path);

/// Removes all such files, and what SQLite wrote beside them.
void system_remove_lent(void);

/// Stops the process as Ctrl-Z does, and returns when it is continued.
void system_suspend(void);

/// Runs a program in the terminal of this process, with none of its blocked signals; where it stops, so does this one.
/// Returns its exit code, or -1 where it could not be run or a signal ended it.
int system_run(const char *program, char *const arguments[]);

/// A descriptor that becomes readable when one of the files stirs that `system_watch` names to it (inotify(7)), or -1.
int system_watch_open(void);

/// Watches what is written into a file, or which names come and go in a folder. Returns whether it is watched.
bool system_watch(int descriptor, const char *path, bool is_folder);

/// Takes all that was told. Returns whether any of it was about a watched file, or about a name in a watched folder that
/// begins with `name`.
bool system_watch_take(int descriptor, const char *name);

/// Whether a file system tells of all that is written into it: only one whose writers are all on this host does.
bool system_tells_all(const char *path);

/// A descriptor that becomes readable once when somebody sets the clock, or the host wakes from its sleep; or -1.
int system_clock_descriptor(void);

/// A file that has no name and is only in memory: its descriptor, or -1.
int system_memory_file(void);

/// Makes `descriptor` mean what `by` means. Other programs do not inherit it.
bool system_replace_descriptor(int descriptor, int by);

/// Remembers the settings of the terminal on descriptor 0, for all that follows.
void system_remember_terminal(void);

/// Lets keys come one by one and unseen, until `system_give_terminal`.
void system_take_terminal(void);

/// The settings of now are those of this program, for `system_take_terminal_again`.
void system_keep_terminal(void);
void system_take_terminal_again(void);

/// Gives the terminal back with the settings that it was found with.
void system_give_terminal(void);

/// Opens the terminal behind a descriptor once more, so that writing never waits for it: that is a matter of the opening,
/// and who shares the descriptor shall not be surprised. Returns -1 where it may not be opened.
int system_open_terminal(int descriptor);

/// Whether a descriptor is the end of a pseudo-terminal from which a program in it is driven.
bool system_is_master(int descriptor);

/// Restores the terminal and ends the process when a trap or a fatal signal strikes, so that no exit leaves
/// a broken terminal. `restore` is written as it is (async-signal-safe); NULL ends the guard.
void system_guard_terminal(const char *restore, int descriptor);
