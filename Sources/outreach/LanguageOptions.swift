import ArgumentParser
import Glibc
import Interchange
import Model
import Phrases

/// Which language the program speaks: `--lang`, for every command. What is written for others has `--language`.
struct LanguageOptions: ParsableArguments {
  @Option(help: help(.cliLanguage)) var lang: String?

  /// Asked when a command runs, not when options are parsed: a command's own `--lang` may name the languages
  /// of documents, of which there are more.
  func check() throws {
    guard let lang, Self.spoken(lang) == nil else { return }
    throw CommandFailure(
      Phrase(.cliLanguageUnknown, .text(lang), .list(Phrasebook.languages)), code: EX_USAGE)
  }

  /// Whether something else than the dashboard was asked for.
  static var isCommand: Bool {
    let commands = Set(Outreach.configuration.subcommands.map { $0._commandName })
    return Restriction.arguments.dropFirst().contains(where: commands.contains)
  }

  /// A language that is not spoken is refused in one that is.
  var book: Phrasebook { Phrasebook(lang.flatMap(Self.spoken) ?? Self.ofLocale) }

  /// The language where it is spoken, those of builders among them.
  static func spoken(_ language: String) -> String? {
    Phrasebook(language).language == language ? language : nil
  }

  /// Where no option says it: by the environment, the settings file, then the locale, in the order of POSIX (XBD, section
  /// 8.2).
  static let ofLocale: String = {
    let settled = [environment("OUTREACH_LANGUAGE"), Settings.personal.settings.language]
    if let known = settled.lazy.compactMap({ $0.flatMap(Phrasebook.known) }).first { return known }
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    return Phrasebook.language(ofLocale: names.lazy.compactMap(environment).first ?? "")
  }()
}

extension LanguageOptions {
  /// What chose the language of this visit before the settings file does; nil where nothing did.
  static var source: String? {
    if Restriction.arguments.contains(where: { $0 == "--lang" || $0.hasPrefix("--lang=") }) {
      return "--lang"
    }
    return environment("OUTREACH_LANGUAGE") == nil ? nil : "OUTREACH_LANGUAGE"
  }
}

extension LanguageOptions {
  /// The book of help and of what is wrong with arguments, which is said before options are read: of `--lang` as it
  /// stands among the arguments, else of the locale.
  static let beforehand: Phrasebook = {
    let arguments = Restriction.arguments.dropFirst().prefix { $0 != "--" }
    let follows = zip(arguments, arguments.dropFirst()).first { $0.0 == "--lang" }?.1
    let joined = arguments.first { $0.hasPrefix("--lang=") }?.dropFirst("--lang=".count)
    return Phrasebook((follows ?? joined.map(String.init)).flatMap(spoken) ?? ofLocale)
  }()
}

func help(_ key: PhraseKey) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: LanguageOptions.beforehand.say(key))
}

func abstract(_ key: PhraseKey) -> String { LanguageOptions.beforehand.say(key) }

/// In which languages documents are written for others: `--language`. Before there was that, `--lang` said it, and says it
/// still where the other is not given.
struct DocumentLanguageOptions: ParsableArguments {
  @Option(name: .customLong("language"), help: help(.cliDocumentLanguages)) var languages: String?

  /// Runs a command with the languages of its documents, the first one first.
  func reporting(_ language: LanguageOptions, _ command: (Phrasebook, [String]) throws -> Void) throws {
    if let languages {
      return try language.reporting { try command($0, Self.list(languages)) }
    }
    try LanguageOptions.reporting(Phrasebook(LanguageOptions.ofLocale)) {
      try command($0, Self.list(language.lang ?? LanguageOptions.ofLocale))
    }
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0).trimmed }
  }
}
