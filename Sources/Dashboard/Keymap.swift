import TOMLKit
import Terminal

/// Which keys run which command: the commands' own, but where a keymap file says otherwise.
public struct Keymap: Sendable, Equatable {
  public var overrides: [CommandName: [KeyChord]] = [:]

  public init() {}

  /// What is wrong with a keymap file, and in which line.
  public struct Problem: Error, Sendable, Equatable {
    public var line: Int?
    public var reason: String
  }

  /// Reads a keymap file: `[keys]`, then `"command" = ["key", …]` or `"command" = "key"`.
  /// - Throws: `Problem` for what is not TOML, and for a command or a key that does not exist.
  public init(toml: String, known: Set<CommandName>) throws(Problem) {
    let table: TOMLTable
    do { table = try TOMLTable(string: toml) } catch let error as TOMLParseError {
      throw Problem(line: Int(error.source.begin.line), reason: error.description)
    } catch { throw Problem(line: nil, reason: "\(error)") }
    for name in table.keys where name != "keys" {
      throw Problem(line: Self.line(of: name, in: toml), reason: name)
    }
    for (name, value) in table["keys"]?.table ?? TOMLTable() {
      let line = Self.line(of: name, in: toml)
      let command = ListMove.formerNames[CommandName(name)] ?? CommandName(name)
      guard known.contains(command) else { throw Problem(line: line, reason: name) }
      var chords: [KeyChord] = []
      for key in value.array ?? TOMLArray([value]) {
        guard let text = key.string, let chord = KeyChord(text) else {
          throw Problem(line: line, reason: key.string ?? "\(key)")
        }
        chords.append(chord)
      }
      overrides[command] = chords
    }
  }

  func keys<Owner>(of command: Command<Owner>) -> [KeyChord] { overrides[command.name] ?? command.keys }

  private static func line(of name: String, in toml: String) -> Int? {
    let lines = toml.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { $0.contains(name) && !$0.hasPrefix("#") }.map { $0 + 1 }
  }
}
