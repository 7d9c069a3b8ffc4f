import Model
import Phrases
import Store
import Typesetting

/// The changes of a record in words, on the screen and on the command line.
public struct HistoryWords<R: Record>: Sendable {
  public let look: Look

  public init(_ look: Look) { self.look = look }

  /// What was done, without the record's name: "changed", "undone: changed".
  public func deed(_ entry: HistoryEntry) -> String {
    let name = look.word("history", entry.name)
    let deed = entry.isEmptied ? look.dotted([name, look.say(.historyValuesGone)]) : name
    if entry.isUndo { return look.say(.changeUndo, .text(deed)) }
    return entry.isRedo ? look.say(.changeRedo, .text(deed)) : deed
  }

  /// "E-mail: a@example.org → b@example.org".
  public func change(_ change: JournalEntry.FieldChange) -> (label: String, before: String, after: String) {
    func words(_ text: String) -> String {
      if text.isEmpty { return look.say(.notStated) }
      guard let field = R.field(change.field) else { return text }
      return FieldWords.shown(field.name, field.entry, text, look)
    }
    return (look.phrases.label("field", change.field), words(change.before), words(change.after))
  }

  /// The same in so much room: of texts that do not fit, what is the same at their beginnings and ends gives way to "…".
  public func change(
    _ change: JournalEntry.FieldChange, columns: Int
  ) -> (label: String, before: String, after: String) {
    let (label, before, after) = self.change(change)
    guard CellText.width(before) + 3 + CellText.width(after) > columns else { return (label, before, after) }
    let head = Self.shared(Array(before), Array(after))
    let (old, new) = (before.dropFirst(head), after.dropFirst(head))
    let tail = Self.shared(old.reversed(), new.reversed())
    func part(_ text: Substring) -> String {
      (head > 0 ? "… " : "") + text.dropLast(tail) + (tail > 0 ? " …" : "")
    }
    return (label, part(old), part(new))
  }

  /// How many signs two texts have in common from their beginnings on, as far as whole words and entries go.
  private static func shared(_ one: [Character], _ other: [Character]) -> Int {
    let count = zip(one, other).prefix { $0 == $1 }.count
    func ends(_ text: [Character]) -> Bool { count == text.count || text[count].isWhitespace }
    if count == min(one.count, other.count), ends(one), ends(other), count < max(one.count, other.count) {
      return (one[..<count].lastIndex(where: \.isWhitespace) ?? -1) + 1
    }
    return (one[..<count].lastIndex { $0.isWhitespace || CellText.width(String($0)) == 2 } ?? -1) + 1
  }

  /// The whole history as lines of text.
  public func lines(_ history: RecordHistory.Answer) -> [String] {
    history.entries.flatMap { entry in
      let head = [look.exactMoment(entry.at), entry.who, deed(entry), entry.why].filter { !$0.isEmpty }
      let changes = entry.fields.map { field in
        let (label, before, after) = change(field)
        return "  " + look.about(label, "\(before) → \(after)")
      }
      return [head.joined(separator: " · ")] + changes
    }
  }
}
