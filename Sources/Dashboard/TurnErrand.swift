import Office
import Phrases
import Store

/// Takes changes back, or brings them back: beside the keys where they are of so many records that nobody would wait.
public struct TurnErrand: Errand {
  /// So many records and more are turned beside the keys.
  static let many = 5_000

  let turn: Turn
  /// What was changed.
  let change: Phrase
  /// How many records that touches.
  let records: Int

  init(_ turn: Turn, _ change: Phrase, records: Int) {
    (self.turn, self.change, self.records) = (turn, change, records)
  }

  /// Of one change.
  init(_ entry: JournalEntry, isRedo: Bool, _ look: Look) {
    self.init(
      Turn(isRedo: isRedo, entries: [entry.id]), Phrase(entry, look: look), records: entry.count)
  }

  /// Of several, in the order in which they are turned.
  init(_ entries: [JournalEntry], isRedo: Bool, _ look: Look) {
    let change =
      entries.count == 1
      ? Phrase(entries[0], look: look) : Phrase(.turnChanges, .number(entries.count))
    self.init(
      Turn(isRedo: isRedo, entries: entries.map(\.id)), change,
      records: entries.reduce(0) { $0 + $1.count })
  }

  public var title: Phrase { Phrase(turn.isRedo ? .commandRedo : .commandUndo) }

  public func run(in library: Library, progress: ErrandProgress) throws {
    try library.turn(turn) { (try? progress.report(0, of: 0)) != nil }
  }

  public func news(of outcome: Void) -> Phrase? { Phrase(turn.isRedo ? .redone : .undone, .phrase(change)) }
}
