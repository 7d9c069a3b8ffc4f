import Glibc
import Phrases

/// The codes with which the program ends, and what each means: one table for the manual page and the guide. A test sees to
/// it that no other is used.
enum ExitStatus {
  static let all: [(code: Int32, meaning: PhraseKey)] = [
    (EX_OK, .exitDone), (1, .exitSoon), (2, .exitOverdue), (EX_USAGE, .exitUsage), (EX_DATAERR, .exitData),
    (EX_NOINPUT, .exitNoInput), (EX_UNAVAILABLE, .exitUnavailable), (EX_SOFTWARE, .exitSoftware),
    (EX_CANTCREAT, .exitCannotCreate), (EX_IOERR, .exitIO), (EX_TEMPFAIL, .exitAgain),
    (EX_NOPERM, .exitNoPermission), (EX_CONFIG, .exitConfiguration),
  ]
}
