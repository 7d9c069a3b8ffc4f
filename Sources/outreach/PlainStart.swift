import Glibc
import Phrases

/// A start of the dashboard whose arguments are read without the parser: to build its tree of options takes a fifth of the
/// time to the first frame. Whatever is not known exactly is left to the parser: its messages, its help, its commands,
/// options that were shortened or said twice.
struct PlainStart {
  private(set) var options = VisitOptions()
  /// What `--lang` says, where it says a language that is spoken.
  private(set) var language: String?
  private var said: Set<Substring> = []

  /// - Parameters:
  ///   - arguments: without the name of the program.
  ///   - isRestricted: the person may say less than usually; the parser knows what.
  /// - Returns: nil where the parser is to be asked.
  init?(_ arguments: some Sequence<String>, isRestricted: Bool) {
    var rest = Array(arguments)[...]
    if isRestricted, !rest.isEmpty { return nil }
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard said.insert(parts[0]).inserted else { return nil }
      if takeFlag(argument) { continue }
      guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst(), !value.isEmpty,
        !value.hasPrefix("-"), take(parts[0], value)
      else { return nil }
    }
    if options.sample, options.place.chosen != nil { return nil }
  }

  private mutating func takeFlag(_ argument: String) -> Bool {
    switch argument {
    case "--sample": (options.sample, options.place.isSample) = (true, true)
    case "--read-only": options.readOnly = true
    case "--spoken": options.spoken = true
    case "--no-mouse": options.mouse = false
    case "--editor": options.editor = true
    default: return false
    }
    return true
  }

  private mutating func take(_ option: Substring, _ value: String) -> Bool {
    switch option {
    case "--store":
      // A word alone may be the name of a command.
      guard value.contains("/") || value.contains(".") else { return false }
      options.place.chosen = value
    case "--as-of": options.asOf = value
    case "--theme": options.theme = value
    case "--lang":
      language = LanguageOptions.spoken(value)
      return language != nil
    default: return false
    }
    return true
  }

  /// - Throws: `ExitCode`, where why was said.
  @MainActor func run() throws {
    // The sample has a day of its own that it takes for today, before anything asks for one.
    if options.sample { Environment.visitSample() }
    try LanguageOptions.reporting(Phrasebook(language ?? LanguageOptions.ofLocale)) { phrases in
      try Visit.pay(options, phrases)
    }
  }
}
