import ArgumentParser
import Foundation

/// A command as the parser describes it (`--experimental-dump-help`), as far as help and the manual page say it.
struct CommandTree: Decodable {
  struct Argument: Decodable {
    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let discussion: String?
    let defaultValue: String?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool?
    let allValues: [String]?
  }

  struct Name: Decodable {
    let kind: String
    let name: String
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool?
  let arguments: [Argument]?
  let subcommands: [CommandTree]?

  private struct Dump: Decodable { let command: CommandTree }

  /// Of the whole program.
  /// - Throws: where the parser describes its commands in another way than it did.
  static var whole: CommandTree {
    get throws { try JSONDecoder().decode(Dump.self, from: Data(Outreach._dumpHelp().utf8)).command }
  }

  /// The commands below this one that help names, in the order of help.
  var shown: [CommandTree] {
    (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
  }

  /// All commands below this one, each with the way to it.
  var leaves: [(path: [String], command: CommandTree)] { leaves([]) }

  private func leaves(_ path: [String]) -> [(path: [String], command: CommandTree)] {
    shown.flatMap { [(path + [$0.commandName], $0)] + $0.leaves(path + [$0.commandName]) }
  }

  /// The command that words lead to, and how many of them do.
  func command(along words: some Sequence<String>) -> (path: [String], command: CommandTree) {
    var (path, here) = ([commandName], self)
    for word in words {
      guard let next = here.subcommands?.first(where: { $0.commandName == word }) else { break }
      path.append(word)
      here = next
    }
    return (path, here)
  }
}

extension CommandTree.Argument {
  /// As it is typed: `-h, --help`, `--format <format>`, `<file>`.
  var synopsis: String {
    let value = "<\(valueName ?? "value")>"
    guard kind != "positional" else { return value }
    let all = (names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }.joined(separator: ", ")
    return kind == "flag" ? all : "\(all) \(value)"
  }
}
