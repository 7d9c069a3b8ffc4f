import ArgumentParser
import Interchange
import Model
import Phrases

/// A kind of record that files hold, by the name of such a file or by that of one record: `budget-lines`,
/// `budget-line`.
struct FileKind: ExpressibleByArgument {
  let type: any Exchangeable.Type

  private static let all = RecordKind.allCases.compactMap { $0.type as? any Exchangeable.Type }

  init?(argument: String) {
    let name = argument.lowercased().replacing("_", with: "-")
    // Files of launches and of their cells have names alike: the older meaning stays.
    let found = Self.all.first { $0.file == name } ?? Self.all.first { Self.names(of: $0).contains(name) }
    guard let type = found else { return nil }
    self.type = type
  }

  private static func names(of type: any Exchangeable.Type) -> [String] {
    let name = type.kind.rawValue
    return [type.file, name, name + "s"]
  }

  static var allValueStrings: [String] { all.map { $0.file } }

  // MARK: For people

  /// Each name with what people call such records, one a line.
  static func words(_ book: Phrasebook) -> [String] {
    all.map { book.labelled($0.file, book.label("kind_words", $0.kind.rawValue)) }
  }

  /// The kind that somebody may have meant: one of which people say that word, else one that is nearly spelt so.
  static func meant(by argument: String, _ book: Phrasebook) -> String? {
    let word = argument.lowercased()
    let isLatin = word.allSatisfy(\.isASCII)
    // Of a plural the singular begins the same.
    let stem = word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    let said = all.first { type in
      let words = book.label("kind_words", type.kind.rawValue).lowercased()
      return words.split { !$0.isLetter }.contains { $0.hasPrefix(stem) } || !isLatin && words.contains(word)
    }
    let meant = stem.count > 2 || !isLatin ? said?.file : nil
    return meant ?? EditDistance.nearest(word, of: allValueStrings)
  }

  /// Reads the name of a kind.
  /// - Parameter make: what it becomes; nil where there is no such kind.
  /// - Throws: what the person may have meant.
  static func reading<T>(_ make: @escaping @Sendable (String) -> T?) -> @Sendable (String) throws -> T {
    { argument in
      if let made = make(argument) { return made }
      let book = LanguageOptions.beforehand
      throw ValidationError(
        meant(by: argument, book).map { book.say(.cliKindMeant, .text(argument), .text($0)) }
          ?? book.say(.cliKindUnknown, .text(argument)))
    }
  }

  /// The help of an argument that is a kind.
  static func help(_ key: PhraseKey, besides more: PhraseKey? = nil) -> ArgumentHelp {
    let book = LanguageOptions.beforehand
    let lines = words(book) + (more.map { [book.say(Phrase($0))] } ?? [])
    return ArgumentHelp("\(book.say(Phrase(key)))", discussion: lines.joined(separator: "\n"))
  }
}
