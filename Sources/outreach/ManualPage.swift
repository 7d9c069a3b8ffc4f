import Phrases
import Typesetting

/// The manual page, made of the same tree of commands that answers `--help`: roff with the man macros (man(7)).
struct ManualPage {
  private let root: CommandTree
  private let book: Phrasebook

  /// - Throws: where the parser describes its commands in another way than it did.
  init(_ book: Phrasebook) throws {
    self.book = book
    root = try CommandTree.whole
  }

  /// The names of all commands with the way to them: `log add`.
  var commands: [String] { root.leaves.map { $0.path.joined(separator: " ") } }

  var text: String {
    let name = root.commandName
    var lines = [
      ".TH \(name.uppercased()) 1 \"\" \"\(name) \(Version.text)\" \"\(name)\"", ".SH NAME",
      "\(name) \\- \(Self.escaped(root.abstract ?? ""))", ".SH SYNOPSIS", ".B \(name)",
      Self.escaped("[--help] [--version] [OPTION ...] [COMMAND ...]"), ".SH DESCRIPTION",
      Self.escaped(root.discussion ?? ""), ".SH OPTIONS",
    ]
    lines += options(of: root) + [".SH COMMANDS"]
    for leaf in root.leaves { lines += section(leaf.command, leaf.path) }
    lines += [".SH EXIT STATUS"]
    for (code, meaning) in ExitStatus.all { lines += [".TP", "\(code)", Self.escaped(book.say(meaning))] }
    lines += [".TP", "128+N", Self.escaped(book.say(.exitSignal))]
    lines += [".SH ENVIRONMENT"] + items(environment) + [".SH FILES"] + items(files)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same for whoever has no `man`: what the macros mean, in so many columns.
  func plain(columns: Int) -> String {
    var lines: [String] = []
    // What a .TP begins: its term in the next line, and what that means in the one after it.
    var before = 0
    for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix(".TH") {
      let words = Self.unescaped(line)
      if line == ".TP" {
        before = 2
      } else if line.hasPrefix(".SH ") {
        lines += ["", String(words.dropFirst(4))]
      } else if line.hasPrefix(".SS ") {
        lines += [""] + Self.indented(String(words.dropFirst(4)), by: 3, columns)
      } else {
        let said = line.hasPrefix(".B ") ? String(words.dropFirst(3)) : words
        lines += Self.indented(said, by: before == 1 ? 14 : 7, columns)
        before = max(0, before - 1)
      }
    }
    return lines.dropFirst().joined(separator: "\n") + "\n"
  }

  private var environment: [(String, PhraseKey)] {
    [
      ("OUTREACH_STORE", .manualStore), ("OUTREACH_THEME", .manualTheme),
      ("OUTREACH_LANGUAGE", .manualLanguage), ("NO_COLOR", .manualNoColour), ("COLORFGBG", .manualBackground),
      ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", .manualFolders),
    ]
  }

  private var files: [(String, PhraseKey)] {
    [
      ("~/.local/share/outreach/outreach.sqlite", .manualStoreFile),
      ("~/.config/outreach/settings.toml", .manualSettings),
      ("~/.config/outreach/keymap.toml", .manualKeymap),
      ("~/.config/outreach/themes/", .manualThemes), ("~/.local/state/outreach/outreach.log", .manualLog),
    ]
  }

  private func items(_ all: [(String, PhraseKey)]) -> [String] {
    all.flatMap { [".TP", ".B " + Self.escaped($0), Self.escaped(book.say($1))] }
  }

  // MARK: Commands

  private func section(_ command: CommandTree, _ path: [String]) -> [String] {
    let shown = (command.arguments ?? []).filter { $0.shouldDisplay != false }
    let values = shown.filter { $0.kind == "positional" }.map { argument in
      let name = (argument.valueName ?? "value").uppercased() + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? "[\(name)]" : name
    }
    let synopsis = ([root.commandName] + path + values).joined(separator: " ")
    return [".SS " + Self.escaped(synopsis)]
      + [command.abstract, command.discussion].compactMap(\.self)
      .filter { !$0.isEmpty }.map(Self.escaped) + options(of: command)
  }

  private func options(of command: CommandTree) -> [String] {
    (command.arguments ?? []).filter { $0.shouldDisplay != false && !isEverywhere($0, in: command) }.flatMap {
      argument in
      [".TP", ".B " + Self.escaped(title(argument)), Self.escaped(said(argument))]
    }
  }

  /// What every command takes is said once, at the top.
  private func isEverywhere(_ argument: CommandTree.Argument, in command: CommandTree) -> Bool {
    guard command.commandName != root.commandName, let name = argument.names?.last?.name else { return false }
    return ["store", "sample", "lang", "help", "version"].contains(name)
  }

  private func title(_ argument: CommandTree.Argument) -> String {
    let value = (argument.valueName ?? "value").uppercased()
    guard argument.kind != "positional" else { return value }
    let names = (argument.names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }.joined(
      separator: ", ")
    return argument.kind == "flag" ? names : "\(names) \(value)"
  }

  private func said(_ argument: CommandTree.Argument) -> String {
    let values = argument.allValues ?? []
    let list = values.isEmpty ? "" : " (\(values.joined(separator: ", ")))"
    return (argument.abstract ?? "") + list
  }

  private static func indented(_ text: String, by indent: Int, _ columns: Int) -> [String] {
    Wrapping.lines(text, columns: columns - indent).map { String(repeating: " ", count: indent) + $0 }
  }

  /// What `escaped` made of a text, as it was.
  private static func unescaped(_ line: String) -> String {
    (line.hasPrefix("\\&") ? String(line.dropFirst(2)) : line)
      .replacing("\\(aq", with: "'").replacing("\\(ga", with: "`").replacing("\\(ha", with: "^")
      .replacing("\\(ti", with: "~").replacing("\\-", with: "-").replacing("\\e", with: "\\")
  }

  /// Text that roff takes for nothing else: no request at its beginning, no escapes, and signs that are to be typed as
  /// they are (groff_char(7)).
  private static func escaped(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      .replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("~", with: "\\(ti")
      .replacing("^", with: "\\(ha").replacing("`", with: "\\(ga").replacing("'", with: "\\(aq")
    return line.hasPrefix(".") ? "\\&" + line : line
  }
}
