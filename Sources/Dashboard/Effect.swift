import Model
import Office
import Phrases
import Store
import Terminal

/// What a command wants done outside its pane.
public indirect enum Effect: Sendable {
  /// Writes; the pane on top hears whether it was applied, and only then comes what follows.
  case apply(any Change, then: [Effect] = [])
  /// Opens something over the pane: a form, a picker, help.
  case present(any Pane)
  /// Closes what was opened last.
  case close
  /// Puts something into the pane right below the top, which stays open.
  case fill(Filling)
  case go(Destination)
  /// As `go`, but what lies over the pane stays open: a picker that narrows a list as it is used.
  case steer(Destination)
  case announce(Phrase)
  /// Long work beside the keys; the pane hears of its end in `finished`.
  case errand(any Errand)
  case stopErrand
  /// Runs another command, as the palette does.
  case run(CommandName)
  case setAsOf(Day)
  case prefer(String, String)
  /// Keeps what was typed; only then comes what follows.
  case keepDraft(Draft, then: [Effect] = [])
  case openDraft(Draft)
  case dropDraft(RecordKind, RecordID)
  case undo
  case redo
  case suspend
  case repaint
  case quit
}

/// What a sheet puts into the form below it.
public enum Filling: Sendable, Equatable {
  case field(String, text: String)
  /// Why the form's change is made.
  case why(String)
  /// Which lines the timeline shows.
  case timeline(TimelineFilter)
  /// Which items in the media are listed.
  case media(CoverageFilter)
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
  /// A task on the board of a launch.
  case card(RecordID)
  case event(RecordID)
  /// A day in the calendar.
  case calendar(Day)
  /// A product in its languages; the board of all where nil.
  case product(RecordID?)
  /// A sum of the budget; all of it where nil.
  case budget(RecordID?)
  /// Two texts that do not agree, by the id of the contradiction.
  case ruling(RecordID?)
  /// A list of the press office, at a record.
  case press(RecordKind, RecordID?)
  /// An item in the media, or a feed; the list where nil.
  case media(RecordKind, RecordID?)
  /// A survey, a question of the bank; the list where nil.
  case survey(RecordKind, RecordID?)
  /// An opportunity, a call, a comment, a concern, a focus group; the list where nil.
  case voice(RecordKind, RecordID?)
  /// A report; the list where nil.
  case report(RecordID?)
  /// A group or description of the indicators, or a piece of evidence.
  case indicator(RecordID?)
  case focalPoint(RecordID)
  case notice(RecordID)
  /// The records whose retention date has come.
  case review
  /// The releases of the public register.
  case register

  public init(_ kind: RecordKind, _ record: RecordID) {
    switch kind {
    case .stakeholder: self = .stakeholder(record)
    case .activity: self = .activity(record)
    case .launch: self = .launch(record, activity: nil, slot: nil)
    case .launchCell:
      let cell = LaunchCell(id: record)
      self = .launch(cell.launch, activity: cell.activity, slot: cell.slot)
    case .evidence: self = .indicator(record)
    case .focalPoint: self = .focalPoint(record)
    case .notice: self = .notice(record)
    case .release: self = .register
    case .plan: self = .activity("group/\(record)")
    case .occurrence: self = .activity(Occurrence(id: record).activity)
    case .budgetLine: self = .budget(record)
    case .event: self = .event(record)
    case .product: self = .product(record)
    case .translation: self = .product(Translation(id: record).product)
    case .ruling: self = .ruling(record)
    case .card: self = .card(record)
    case .spokesperson, .enquiry, .material, .response: self = .press(kind, record)
    case .coverage, .feed: self = .media(kind, record)
    case .question, .survey: self = .survey(kind, record)
    case .surveyResponse: self = .survey(.survey, SurveyResponse(id: record).survey)
    case .invitation: self = .survey(.survey, nil)
    case .opportunity, .call, .comment, .concern, .focusGroup: self = .voice(kind, record)
    case .measure: self = .indicator(record)
    case .report: self = .report(record)
    case .engagement, .request, .view, .mapping, .toldApart, .merged: self = .stakeholders(.init())
    }
  }
}

extension Destination {
  /// Where the first record of a change is to be seen: a contact in the log of its stakeholder.
  init(_ entry: JournalEntry) {
    self = entry.stakeholder.map(Destination.log) ?? Destination(entry.kind, entry.record)
  }
}
