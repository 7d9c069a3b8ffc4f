import Phrases
import Typesetting

/// What `--help` shows of a command: the parser's own page has English words, and breaks lines between spaces only,
/// which Chinese has none of.
struct HelpPage {
  private let command: CommandTree
  private let path: [String]
  private let usage: String
  private let book: Phrasebook
  private let columns: Int

  /// Where what is said of an argument begins, and how far its name stands in.
  private static let (text, inset) = (26, 2)

  /// - Parameters:
  ///   - usage: how the command is called, as the parser says it: `outreach store <subcommand>`.
  ///   - columns: how wide the page may be.
  init(_ whole: CommandTree, usage: String, in book: Phrasebook, columns: Int) {
    (path, command) = whole.command(along: usage.split(separator: " ").dropFirst().map(String.init))
    (self.usage, self.book, self.columns) = (usage, book, columns)
  }

  var lines: [String] {
    var lines = [command.abstract, command.discussion].compactMap(\.self).filter { !$0.isEmpty }
      .flatMap { Wrapping.lines($0, columns: columns) + [""] }
    lines += Self.usage(usage, in: book, columns: columns)
    let shown = (command.arguments ?? []).filter { $0.shouldDisplay != false }
    lines += section(.usageArguments, shown.filter { $0.kind == "positional" }.flatMap(entry))
    lines += section(.usageOptions, shown.filter { $0.kind != "positional" }.flatMap(entry))
    lines += section(.usageCommands, command.shown.flatMap { entry($0.commandName, $0.abstract ?? "") })
    guard !command.shown.isEmpty else { return lines }
    let way = ([path[0], "help"] + path.dropFirst() + ["<\(book.say(.usageCommand))>"]).joined(separator: " ")
    return lines + [""] + Wrapping.lines(book.say(.usageMoreOnCommand, .text(way)), columns: columns)
  }

  /// How a command is called, broken between its options.
  static func usage(_ usage: String, in book: Phrasebook, columns: Int) -> [String] {
    // What stands together stays so: the blank within brackets does not divide.
    var depth = 0
    let joined = String(
      usage.map { character in
        depth += character == "[" ? 1 : character == "]" ? -1 : 0
        return character == " " && depth > 0 ? "\u{A0}" : character
      })
    let said = joined.replacing("<subcommand>", with: "<\(book.say(.usageCommand))>")
      .replacing("<options>", with: "<\(book.say(.usageOptions).lowercased())>")
    let lines = Wrapping.lines(said, columns: columns - 4).map { $0.replacing("\u{A0}", with: " ") }
    return [book.say(.usageHeading)] + lines.enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
  }

  private func section(_ heading: PhraseKey, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", book.say(Phrase(heading))] + lines
  }

  private func entry(_ argument: CommandTree.Argument) -> [String] {
    let values = (argument.discussion ?? "").split(separator: "\n").flatMap { line in
      hanging(String(line), by: 4, then: 6)
    }
    return entry(argument.synopsis, said(of: argument)) + values
  }

  private func entry(_ name: String, _ said: String) -> [String] {
    let rest = hanging(said, by: Self.text, then: Self.text)
    let room = Self.text - Self.inset - 1
    let name = String(repeating: " ", count: Self.inset) + name
    guard name.count <= room + Self.inset, let first = rest.first else { return [name] + rest }
    return [name + first.dropFirst(name.count)] + rest.dropFirst()
  }

  private func hanging(_ text: String, by first: Int, then next: Int) -> [String] {
    Wrapping.lines(text, columns: columns - next).enumerated()
      .map { String(repeating: " ", count: $0 == 0 ? first : next) + $1 }
  }

  private func said(of argument: CommandTree.Argument) -> String {
    switch argument.names?.last?.name {
    case "help": return book.say(.usageHelpOption)
    case "version": return book.say(.usageVersionOption)
    default: break
    }
    let said = argument.abstract ?? ""
    let values = argument.allValues ?? []
    // Most sentences name their values themselves.
    let list = values.allSatisfy(said.contains) ? nil : book.list(values)
    let usual = argument.defaultValue.map { book.say(.usageDefault, .text($0)) }
    let more = book.chain([list, usual].compactMap(\.self))
    return more.isEmpty ? said : book.bracketed(said, more)
  }
}
