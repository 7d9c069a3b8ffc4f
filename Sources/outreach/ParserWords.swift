import ArgumentParser
import Glibc
import Interchange
import Model
import Phrases
import Typesetting

extension Outreach {
  /// Runs what the arguments ask for. What the parser says of them is said in the language of whoever typed them.
  static func answer() -> Never {
    do {
      var command = try parseAsRoot(Array(Restriction.arguments.dropFirst()))
      try command.run()
      Glibc.exit(EXIT_SUCCESS)
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      let words = ParserWords(fullMessage(for: error), in: LanguageOptions.beforehand)
      let code = exitCode(for: error).rawValue
      let isAnswer = code == EXIT_SUCCESS
      let lines = isAnswer ? words.answer : words.refusal
      let text = Array(lines.map { Legible.line($0) + "\n" }.joined().utf8)
      do {
        try LanguageOptions.reporting(LanguageOptions.beforehand) { _ in
          if isAnswer { Output.write(text) } else { _ = ByteStream.write(text, to: STDERR_FILENO) }
        }
        Glibc.exit(code)
      } catch { Glibc.exit((error as? ExitCode)?.rawValue ?? EX_SOFTWARE) }
    }
  }
}

/// What the parser of arguments says, in other words than its English ones.
struct ParserWords {
  private let said: [Substring]
  private let book: Phrasebook
  private let columns: Int

  /// - Parameter message: what the parser would print.
  init(_ message: String, in book: Phrasebook, columns: Int = TerminalWidth.columns) {
    said = message.split(separator: "\n", omittingEmptySubsequences: false)
    (self.book, self.columns) = (book, columns)
  }

  /// Help; what else was asked for (the version, what completes commands in a shell) as it is.
  var answer: [String] {
    guard let usage = usage("USAGE: "), let whole = try? CommandTree.whole else {
      return said.map(String.init)
    }
    return HelpPage(whole, usage: usage, in: book, columns: columns).lines
  }

  /// Why the arguments cannot be, what belongs there, and where more is said.
  var refusal: [String] {
    let error = said.first?.hasPrefix("Error: ") == true ? said[0].dropFirst("Error: ".count) : ""
    let more = said.dropFirst().prefix { !$0.hasPrefix("Help: ") && !$0.hasPrefix("Usage: ") }
    let help = said.first { $0.hasPrefix("Help: ") }.map { String($0.dropFirst("Help: ".count)).trimmed }
    let usage = usage("Usage: ") ?? "outreach"
    let why = Complaint(String(error), more: more.map(String.init), usage: usage).words(in: book)
    var lines = Wrapping.lines(why, columns: columns)
    if let help, !help.isEmpty { lines += Wrapping.lines(help, columns: columns) }
    lines += HelpPage.usage(usage, in: book, columns: columns)
    return lines + [book.say(.usageMore, .text("\(Self.path(usage)) --help"))]
  }

  private func usage(_ heading: String) -> String? {
    said.first { $0.hasPrefix(heading) }.map { String($0.dropFirst(heading.count)) }
  }

  /// The command in how it is called: `outreach log add [<options>]`.
  fileprivate static func path(_ usage: String) -> String {
    usage.split(separator: " ").prefix { !$0.hasPrefix("[") && !$0.hasPrefix("<") && !$0.hasPrefix("-") }
      .joined(separator: " ")
  }
}

/// What is wrong with arguments, in the parser's own words.
private struct Complaint {
  let error: String
  /// Lines that follow it.
  let more: [String]
  let usage: String

  init(_ error: String, more: [String], usage: String) {
    (self.error, self.more, self.usage) = (error, more, usage)
  }

  /// As the parser's `ErrorMessageGenerator` makes them.
  private static var forms: [(Regex<AnyRegexOutput>, PhraseKey)] {
    [
      (Regex(/Unknown option '(.+)'\. Did you mean '(.+)'\?/), .usageUnknownNear),
      (Regex(/Unknown option '(.+)'/), .usageUnknown), (Regex(/Invalid option: (.+)/), .usageUnknown),
      (Regex(/Missing value for '(.+)'/), .usageNoValue),
      (Regex(/The option '(.+)' does not take any value, but '(.*)' was specified\./), .usageTakesNoValue),
      (Regex(/Value to be set with flag '(.+)' had already been set with flag '(.+)'/), .usageExclusive),
      (Regex(/Missing expected argument '(.+)'/), .usageMissing),
      (Regex(/Missing one of: '(.+)'/), .usageMissingOne),
      (Regex(/Missing required subcommand\./), .usageNoCommand),
    ]
  }

  func words(in book: Phrasebook) -> String {
    if let found = error.wholeMatch(of: /(?:Unexpected argument|\d+ unexpected arguments:) '(.*)'/) {
      return unexpected(Self.quoted(found.1), in: book)
    }
    let invalid = /The value '(.*)' is invalid for '(.+?)'(?:\. Please provide one of (.*)|: (.*))?/
    if let found = error.wholeMatch(of: invalid) {
      // A reason is a sentence of ours.
      if let reason = found.4 { return ([String(reason)] + more).joined(separator: "\n") }
      let wrong = book.say(.usageInvalid, .text(String(found.1)), .text(String(found.2)))
      return found.3.map { "\(wrong)\n\(values(in: $0, book))" } ?? wrong
    }
    for (form, key) in Self.forms {
      guard let found = error.wholeMatch(of: form) else { continue }
      let arguments = found.output.dropFirst().map { part in
        Phrase.Argument.list(Self.quoted(part.substring ?? ""))
      }
      return book.say(Phrase(key, with: arguments))
    }
    // Of our own checks, in words of ours.
    return ([error] + more).joined(separator: "\n")
  }

  /// A word where none is expected: mostly a command that does not exist.
  private func unexpected(_ words: [String], in book: Phrasebook) -> String {
    let path = ParserWords.path(usage).split(separator: " ").dropFirst().map(String.init)
    if let word = words.first, let here = try? CommandTree.whole.command(along: path).command,
      !here.shown.isEmpty
    {
      let near = EditDistance.nearest(word, of: here.shown.map(\.commandName))
      return near.map { book.say(.usageCommandNear, .text(word), .text($0)) }
        ?? book.say(.usageCommandUnknown, .text(word))
    }
    return book.say(.usageUnexpected, .list(words))
  }

  /// What the parser takes: in one line where it is short, else below one another.
  private func values(in list: Substring, _ book: Phrasebook) -> String {
    let inLine = list.matches(of: /'([^']*)'/).map { String($0.1) }
    let below = more.map { $0.trimmed }.filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
    return book.say(.usageValues, .list((inLine.isEmpty ? below : inLine)))
  }

  /// What the parser lists as `a', 'b`.
  private static func quoted(_ list: Substring) -> [String] {
    list.split(separator: "', '", omittingEmptySubsequences: false).map(String.init)
  }
}
