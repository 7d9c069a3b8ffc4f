import Model
import Office
import Phrases
import Store
import Terminal

/// What a command wants done outside its pane.
public indirect enum Effect: Sendable {
  /// Writes; the pane that sent it hears whether it was written, and only then comes what follows. `closing`: it
  /// is a sheet that closes when it is written, and the pane below hears it. Refused, for whatever cause, it stays
  /// open with all that was typed in it.
  case apply(any Change, closing: Bool = false, then: [Effect] = [])
  /// Opens something over the pane: a form, a picker, help.
  case present(any Pane)
  /// Closes what was opened last: it is done with, and so is the draft that it took up.
  case close
  /// Closes what was opened last; what is typed in it is kept as a draft, which is said so, or thus.
  case leave(saying: Phrase? = nil)
  /// Closes what was opened last and forgets what was typed in it, now and earlier.
  case discard(Phrase? = nil)
  /// Puts something into the pane right below the top, which stays open.
  case fill(Filling)
  case go(Destination)
  /// As `go`, but what lies over the pane stays open: a picker that narrows a list as it is used.
  case steer(Destination)
  case announce(Phrase)
  /// Long work beside the keys; the pane that sent it off hears of its end in `finished`. `closing`: it is a sheet
  /// that closes when the work is done, and the pane below hears it.
  case errand(any Errand, closing: Bool = false)
  case stopErrand
  /// Runs another command, as the palette does.
  case run(CommandName)
  /// Leaves whatever is open as Esc does, and goes to the pane of that place.
  case turnTo(Int)
  /// Shows a list of the pane of that place, by its place among its lists.
  case turnToList(pane: Int, Int)
  case setAsOf(Day)
  case prefer(String, String)
  /// Wears a theme, now and in later visits.
  case keepTheme(String)
  /// Speaks a language, now and in later visits.
  case keepLanguage(String)
  /// Leaves to somebody to order text that runs from right to left, now and in later visits at this terminal.
  case keepOrder(TextOrder)
  /// Is drawn for somebody who listens, or who looks, now and in later visits.
  case keepSpoken(Bool)
  case keepDraft(Draft)
  case openDraft(Draft)
  case dropDraft(Draft)
  /// Takes the person's last change back; asked about first, where it was not made here and now.
  case undo
  case redo
  /// Takes back, or brings back, what was agreed to.
  case turn(TurnErrand)
  /// Hands a text to the terminal's clipboard.
  case copy(String)
  case suspend
  /// Hands a text to the person's own editor; what they made of it is filled into the top.
  case compose(String)
  /// Hands the terminal to the tour, which goes over the sample data.
  case tour
  case repaint
  case quit
}

/// What a sheet puts into the form below it.
public enum Filling: Sendable, Equatable {
  case field(String, text: String)
  /// Why the form's change is made.
  case why(String)
  /// What somebody made of a long text in their own editor.
  case composed(String)
  /// Which lines the timeline shows.
  case timeline(TimelineFilter)
  /// Which items in the media are listed.
  case media(CoverageFilter)
  /// What a word of a column of a file means; nil leaves it to the field.
  case meaning(word: String, value: String?)
  /// What becomes of somebody new who may be somebody who is known.
  case newcomer(Newcomer)
}

/// A place to go to: a pane, at a record.
public enum Destination: Sendable, Equatable {
  case overview
  case stakeholders(StakeholderFilter)
  case stakeholder(RecordID)
  /// The list of stakeholders as somebody kept it.
  case view(SavedView)
  /// A stakeholder with the log of contacts over it.
  case log(RecordID)
  case activity(RecordID?)
  /// A launch (the one that is open where nil), at an activity of Table 2, in a month or on a day.
  case launch(RecordID?, activity: RecordID?, slot: String?)
  case event(RecordID)
  /// A day in the calendar.
  case calendar(Day)
  /// The list of a kind of record, at one of them.
  case list(RecordKind, RecordID?)
  /// A group or description of the indicators, or a piece of evidence.
  case indicator(RecordID?)
  /// The records whose retention date has come.
  case review
  /// The releases of the public register.
  case register

  /// Where a record is to be seen.
  init(_ record: any Record) { self = (record as! any Shown).destination }
  public init(_ kind: RecordKind, _ record: RecordID) { self.init(kind.type.init(id: record)) }
}

extension Destination {
  /// Where the first record of a change is to be seen: a contact in the log of its stakeholder.
  init(_ entry: JournalEntry) {
    self = entry.stakeholder.map(Destination.log) ?? Destination(entry.kind, entry.record)
  }
}
