import CSystem
import Glibc
import Interchange
import Phrases

/// Another program has the terminal for a while.
enum LentTerminal {
  /// - Throws: a sentence where a restricted session may start none.
  static func allow(_ name: String) throws(CommandFailure) {
    guard !Exchange.isRestricted else {
      throw CommandFailure(Phrase(.restrictedHere, .text(name)), code: EX_NOPERM)
    }
  }

  /// - Parameter arguments: the name of the program, and its words; no shell reads them.
  /// - Returns: its exit code, or -1 where it could not be run or a signal ended it.
  static func run(_ program: String, _ arguments: [String]) -> Int {
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    return Int(system_run(program, &words))
  }
}
