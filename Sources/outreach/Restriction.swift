import Foundation
import Glibc
import Interchange
import Model
import Office
import Phrases
import Synchronization

/// What `--restricted` holds a session to, for `ForceCommand` and `command=`: taken from the command line that started
/// the process, before anything else is read, and from nothing that the person can set.
struct Restriction: Sendable {
  /// No more than that role may do is done.
  var ceiling: OfficeRole?
  /// Whose session it is, where one account owns the store for all.
  var login: String?
  var store: String?
  var isReading = false

  private static let terms = Mutex<Restriction?>(nil)
  private static let words = Mutex<[String]>(CommandLine.arguments)

  static var current: Restriction? { terms.withLock { $0 } }
  /// The command line as it is to be parsed.
  static var arguments: [String] { words.withLock { $0 } }

  /// What a shell would hand on: terminals and languages differ from person to person, and nothing else does.
  private static let kept: Set = [
    "TERM", "LANG", "LANGUAGE", "COLORTERM", "COLORFGBG", "NO_COLOR", "COLUMNS", "LINES",
    "SSH_ORIGINAL_COMMAND",
    "SSH_CONNECTION", "SSH_TTY", "TZ",
  ]

  /// - Throws: `CommandFailure` where the options or the command of the person cannot be taken.
  static func begin() throws {
    let given = CommandLine.arguments
    guard given.contains("--restricted") else { return }
    var (restriction, files, rest) = (Restriction(), String?.none, [String]())
    var options = given.dropFirst()[...]
    while let option = options.popFirst() {
      let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
      func value() -> String { parts.count > 1 ? parts[1] : options.popFirst() ?? "" }
      switch parts.first {
      case "--restricted": continue
      case "--role": restriction.ceiling = try role(named: value())
      case "--files": files = value()
      case "--as": restriction.login = value()
      case "--store": restriction.store = value()
      default: rest.append(option)
      }
    }
    restriction.isReading = rest.contains("--read-only")
    let asked = try environment("SSH_ORIGINAL_COMMAND").map(split) ?? []
    scrub()
    restriction.store = restriction.store.map(absolute)
    guard Exchange.restrict(to: files.map(absolute)) else {
      throw CommandFailure(
        Phrase(.fileUnreadable, .text(files ?? "/"), .phrase(Phrase(errno: errno))), code: EX_CONFIG)
    }
    terms.withLock { $0 = restriction }
    let command = asked.first == "outreach" ? Array(asked.dropFirst()) : asked
    words.withLock { $0 = [given[0]] + (command.isEmpty ? rest : command) }
  }

  private static func role(named name: String) throws -> OfficeRole {
    guard let role = OfficeRole(rawValue: name), OfficeRole.ceilings.contains(role) else {
      let known = OfficeRole.ceilings.map(\.rawValue)
      throw CommandFailure(Phrase(FieldProblem.notOneOf(name, known)), code: EX_USAGE)
    }
    return role
  }

  /// Relative to where the process began, which it leaves.
  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return String(cString: here) + "/" + path
  }

  /// The words of a command as a shell would split them, of which it does nothing else: no variable, no pattern, no other
  /// command means anything.
  static func split(_ line: String) throws -> [String] {
    var (words, word, quote) = ([String](), String?.none, Character?.none)
    var isEscaped = false
    for letter in line {
      if isEscaped {
        (word, isEscaped) = ((word ?? "") + String(letter), false)
      } else if letter == "\\", quote != "'" {
        (word, isEscaped) = (word ?? "", true)
      } else if let open = quote {
        if letter == open { quote = nil } else { word = (word ?? "") + String(letter) }
      } else if letter == "'" || letter == "\"" {
        (word, quote) = (word ?? "", letter)
      } else if letter.isWhitespace {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    guard quote == nil, !isEscaped else { throw CommandFailure(Phrase(.restrictedWords), code: EX_USAGE) }
    return words + (word.map { [$0] } ?? [])
  }

  /// Variables choose files: settings, terminals, time zones, programs.
  private static func scrub() {
    let home = getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) }
    for name in ProcessInfo.processInfo.environment.keys where !kept.contains(name) && !name.hasPrefix("LC_")
    { unsetenv(name) }
    for name in ["TZ", "TERM"] where environment(name)?.contains(where: { "/:".contains($0) }) == true {
      unsetenv(name)
    }
    if let home { setenv("HOME", home, 1) }
  }
}
