import GRDB
import Model

/// The SQL functions that look for words in one text, by the rule of the full-text index.
enum FieldHasWords {
  /// `has_words(text, phrase)`: whether the words of the phrase, folded and with spaces between them, stand in
  /// the text one after the other, the last perhaps cut short.
  static let inText = "has_words"
  /// The same for a text that is folded already.
  static let inFolded = "folded_has_words"

  static let functions = [function(inText, isFolded: false), function(inFolded, isFolded: true)]

  private static func function(_ name: String, isFolded: Bool) -> DatabaseFunction {
    DatabaseFunction(name, argumentCount: 2, pure: true) { values in
      guard let text = String.fromDatabaseValue(values[0]), !text.isEmpty,
        let phrase = String.fromDatabaseValue(values[1])
      else { return false }
      let isReady = isFolded || text.utf8.allSatisfy { $0 < 0x80 }
      return WordMatch.contains(
        Array(" \(phrase)".utf8), inFolded: isReady ? text : Folding.searchable(text))
    }
  }
}
