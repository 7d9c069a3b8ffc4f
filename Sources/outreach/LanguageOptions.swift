import ArgumentParser
import Glibc
import Interchange
import Phrases

/// Which language the program speaks.
struct LanguageOptions: ParsableArguments {
  @Option(help: help(.cliLanguage)) var lang: String?

  /// Asked when a command runs, not when options are parsed: a command's own `--lang` may name the languages
  /// of documents, of which there are more.
  func check() throws {
    guard let lang, !Phrasebook.languages.contains(lang) else { return }
    let known = Phrasebook.languages.joined(separator: ", ")
    throw CommandFailure(Phrase(.cliLanguageUnknown, .text(lang), .text(known)), code: EX_USAGE)
  }

  var book: Phrasebook { Phrasebook(lang ?? Self.ofLocale) }

  /// By the environment, in the order of POSIX (XBD, section 8.2).
  static var ofLocale: String {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    return Phrasebook.language(ofLocale: names.lazy.compactMap(environment).first ?? "")
  }
}

/// The help of an option, in the language of the locale: it is asked for before options are read.
func help(_ key: PhraseKey) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: Phrasebook(LanguageOptions.ofLocale).say(key))
}

func abstract(_ key: PhraseKey) -> String { Phrasebook(LanguageOptions.ofLocale).say(key) }
