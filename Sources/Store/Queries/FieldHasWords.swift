import GRDB
import Model

/// The SQL function that looks for words in one field, by the rule of the full-text index.
enum FieldHasWords {
  static let name = "has_words"

  /// `has_words(text, phrase)`: whether the words of the phrase, folded and with spaces between them, stand in
  /// the text one after the other, the last perhaps cut short.
  static let function = DatabaseFunction(name, argumentCount: 2, pure: true) { values in
    guard let text = String.fromDatabaseValue(values[0]), !text.isEmpty,
      let phrase = String.fromDatabaseValue(values[1])
    else { return false }
    return WordMatch.contains(phrase.split(separator: " ").map(String.init), in: text)
  }
}
