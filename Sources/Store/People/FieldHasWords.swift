import GRDB
import Model

/// The SQL functions that look into one text: for words by the rule of the full-text index, for days of participation.
enum FieldHasWords {
  /// `has_words(text, phrase)`: whether the words of the phrase, folded and with spaces between them, stand in
  /// the text one after the other, the last perhaps cut short.
  static let inText = "has_words"
  /// The same for a text that is folded already.
  static let inFolded = "folded_has_words"

  /// `took_part(text, kind, from, until)`: whether an entry of the field of participation is of that kind and of a
  /// day from one on and before another, each empty where there is none.
  static let tookPart = "took_part"

  static let functions = [function(inText, isFolded: false), function(inFolded, isFolded: true), took]

  private static let took = DatabaseFunction(tookPart, argumentCount: 4, pure: true) { values in
    let texts = values.map { String.fromDatabaseValue($0) ?? "" }
    guard let kind = ParticipationKind(rawValue: texts[1]) else { return false }
    let range = DayRange(from: Day(texts[2]), until: Day(texts[3]))
    return Participation.isAny(of: kind, in: range, texts[0])
  }

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
