import Model
import Office
import Phrases
import Store

extension Session {
  /// Takes the last change back, or brings the last one back: at once where it was made here and now, else it is asked
  /// about.
  func turn(isRedo: Bool) {
    guard let entry = isRedo ? shell.outlook.redo : shell.outlook.undo else {
      return announce(Phrase(isRedo ? .nothingToRedo : .nothingToUndo))
    }
    if let why = shell.farness(of: entry) {
      return present(AskSheet.turning([entry], isRedo: isRedo, why: why), by: nil)
    }
    turn(TurnErrand(entry, isRedo: isRedo, look))
  }

  func turn(_ errand: TurnErrand) {
    // What is taken back here is brought back here without a question.
    for entry in errand.turn.entries { shell.own(entry) }
    if errand.records > TurnErrand.many { return begin(errand, from: Sending(sender: shell.topNumber)) }
    attempt {
      defer { noticeCommit() }
      try library.turn(errand.turn)
      if let news = errand.news(of: ()) { announce(news) }
    }
  }
}

extension Shell {
  /// Why a change is asked about before it is taken back; nil where it was made in this session and is of what the
  /// pane shows: of the record that is open, else of a kind that the pane lists.
  func farness(of entry: JournalEntry) -> PhraseKey? {
    guard let place = own[entry.id] else { return .turnEarlier }
    // What was done here belongs here, wherever it can be seen: evidence of this record, the event of this enquiry.
    if place == workplace { return nil }
    if let opened = top.opened {
      let isOfIt =
        entry.kind == opened.kind && entry.record == opened.id || entry.stakeholder == opened.id
      return isOfIt ? nil : .turnElsewhere
    }
    guard layers.isEmpty else { return nil }
    return shows(entry) ? nil : .turnElsewhere
  }

  /// Whether the pane has a place for what was changed, or no pane has one: what lies over several of them.
  private func shows(_ entry: JournalEntry) -> Bool {
    let homes = homes[entry.id] ?? []
    return homes.isEmpty || homes.contains(at)
  }
}

extension PaneRegistry {
  /// The numbers of the panes that have a place for what was changed.
  static func homes(of entry: JournalEntry) -> Set<Int> {
    let place = Destination(entry)
    return Set(
      entries.indices.filter {
        var pane = entries[$0].make()
        return pane.visit(place)
      })
  }
}

/// Where somebody made a change: the pane, and the record that was open there.
struct Workplace: Sendable, Equatable {
  let pane: Int
  let opened: RecordReference?
}

extension Shell {
  /// Where somebody works now: below what asks for a line or two.
  var workplace: Workplace {
    Workplace(pane: at, opened: ([panes[at]] + layers).lazy.reversed().compactMap(\.opened).first)
  }
}
