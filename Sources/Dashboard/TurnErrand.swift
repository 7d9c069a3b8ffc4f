import Office
import Phrases
import Store

/// Takes back, or brings back, a change of so many records that nobody would wait for it.
struct TurnErrand: Errand {
  /// So many records and more are turned beside the keys.
  static let many = 5_000

  let isRedo: Bool
  /// Of the journal, as it was shown.
  let entry: Int64
  /// What was changed.
  let change: Phrase

  var title: Phrase { Phrase(isRedo ? .commandRedo : .commandUndo) }

  func run(in library: Library, progress: ErrandProgress) throws {
    func goesOn() -> Bool { (try? progress.report(0, of: 0)) != nil }
    try isRedo ? library.redo(entry, goesOn: goesOn) : library.undo(entry, goesOn: goesOn)
  }

  func news(of outcome: Void) -> Phrase? { Phrase(isRedo ? .redone : .undone, .phrase(change)) }
}
