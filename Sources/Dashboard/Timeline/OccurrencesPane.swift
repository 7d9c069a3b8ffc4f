import Model
import Office
import Phrases
import Store
import Terminal

/// The times at which one activity comes, each ticked on its own.
struct OccurrencesPane: Pane {
  static let name = "occurrence"
  static let title = PhraseKey.paneOccurrences

  private(set) var activity: Activity
  private var programme: Programme?
  private var times: [DatedOccurrence] = []
  private var book = OccurrenceBook(Programme())
  private var timesOf: Day?
  private var selection = Selection()
  /// The cursor has been put on what is open.
  private var isPlaced = false

  init(_ activity: Activity) { self.activity = activity }

  /// So far ahead of the as-of day times are listed: two years.
  private static let horizonDays = 731

  private var selected: DatedOccurrence? {
    times.indices.contains(selection.index) ? times[selection.index] : nil
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(WholeProgramme()) { pane, programme in
        pane.programme = programme
        pane.book = OccurrenceBook(programme)
        pane.activity = programme.activities.first { $0.id == pane.activity.id } ?? pane.activity
        pane.timesOf = nil
      }
    ]
  }

  mutating func fit(to size: Size, look: Look) {
    if timesOf != look.asOf, programme != nil {
      timesOf = look.asOf
      times = book.occurrences(of: activity, from: .first, to: look.asOf + Self.horizonDays)
      if !isPlaced, !times.isEmpty {
        isPlaced = true
        selection.index = times.firstIndex(where: \.isOpen) ?? times.count - 1
      }
    }
    selection.fit(count: times.count, height: max(1, size.rows - 1))
  }

  // MARK: Commands

  static let commands: [Command<OccurrencesPane>] = actions + moves(in: \.selection)

  private static let actions: [Command<OccurrencesPane>] = [
    Command("occurrence.done", .commandTick, ["Space"], rank: 1, needs: .edit, unless: lacking(\.selected)) {
      pane, look in
      pane.change { mark, one in
        if case .done = one.state {
          mark.done = nil
        } else {
          (mark.done, mark.isSkipped) = (look.asOf, false)
        }
      }
    },
    Command("occurrence.skip", .commandSkip, ["x"], rank: 2, needs: .edit, unless: lacking(\.selected)) {
      pane, _ in
      pane.change { mark, _ in
        mark.isSkipped.toggle()
        if mark.isSkipped { mark.done = nil }
      }
    },
    Command(
      "occurrence.edit", .commandEdit, ["e", "Enter"], rank: 3, needs: .edit, unless: lacking(\.selected)
    ) { pane, look in
      guard let one = pane.selected else { return [] }
      return [.present(RecordForm(pane.mark(one), over: look.title(of: pane.activity)))]
    },
    Command("occurrence.undo", .commandUndo, ["u"], rank: 4) { _, _ in [.undo] },
  ]

  /// What is noted of one of the times; nothing yet where nobody ticked it.
  private func mark(_ one: DatedOccurrence) -> Occurrence {
    programme?.occurrences.first { $0.id == one.record } ?? Occurrence(id: one.record)
  }

  private func change(_ change: (inout Occurrence, DatedOccurrence) -> Void) -> [Effect] {
    guard let one = selected else { return [] }
    let base = mark(one)
    var edited = base
    change(&edited, one)
    return [.apply(EditRecord(base: base, edited: edited))]
  }

  // MARK: Drawing

  func heading(_ look: Look) -> [Span] { [Span(" › \(look.title(of: activity))")] }

  func aside(_ look: Look) -> [Span] {
    [
      Span(
        look.say(.occurrencesOpen, .number(times.filter { $0.isOpen && $0.start <= look.asOf }.count)), .quiet
      )
    ]
  }

  func status(_ look: Look) -> [Span] {
    guard let adopted = activity.adopted else {
      return [Span(activity.recurrence.map { look.word("recurrence", $0.rawValue) } ?? "", .quiet)]
    }
    return [Span(ActivityWords.printedTiming(adopted, look), .quiet)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard programme != nil else { return }
    let table = table(look, columns: area.columns)
    table.draw(times, selection, on: &canvas, in: area, hasCursor: true)
    if times.isEmpty { table.draw(nothing: look.say(missing), on: &canvas, in: area, hasCursor: true) }
  }

  private func table(_ look: Look, columns: Int) -> ListTable<DatedOccurrence> {
    let occasions = Size.isWide(columns) ? 33 : 11
    return ListTable(columns: [
      .init(look.say(.timelineState), 20) { state($0, look) }.growing,
      .init(look.say(.timelineDates), columns >= 60 ? 27 : 23, text: { look.days($0.start, $0.end) }).whole,
      .init(
        "", 0,
        spans: { one in
          let occasion = occasion(one, look) + (one.isMoved ? " · " + look.say(.occurrencesMoved) : "")
          guard !one.note.isEmpty else { return [Span(occasion, .quiet)] }
          return [Span(CellText.padded(occasion, to: occasions) + " ", .quiet), Span(one.note)]
        }),
    ])
  }

  /// Why there are no times.
  private var missing: PhraseKey {
    switch activity.occurrenceRule {
    case .beforeSession: .occurrencesNoSession
    case .afterEvent: .occurrencesNoEvent
    case .yearlyMonth, .weeks, .months: .occurrencesNone
    case nil: .occurrencesNoStart
    }
  }

  private func state(_ one: DatedOccurrence, _ look: Look) -> Span {
    switch one.state {
    case .done(let day): return Mark.past.said(look.say(.occurrencesDone, .text(look.shortDay(day))))
    case .skipped: return Mark.gone.said(look.say(.occurrencesSkipped))
    case .open: break
    }
    if let days = one.lateDays(on: look.asOf) {
      return Mark.late.said(look.say(.timelineLate, .number(days)))
    }
    if one.start > look.asOf {
      return Mark.ahead.inked(.text).said(look.say(.timelineBegins, .number(one.start - look.asOf)))
    }
    guard one.hasDeadline else { return Mark.ahead.said(look.say(.occurrencesOpenNow)) }
    let days = one.end - look.asOf
    return Mark.ahead.said(look.say(days == 0 ? .timelineDueToday : .timelineDue, .number(days)))
  }

  /// What it goes with: a session, a launch, or its year, month or week.
  private func occasion(_ one: DatedOccurrence, _ look: Look) -> String {
    if one.slot.hasPrefix("launch:") {
      let launch = programme?.launches.first { $0.id == String(one.slot.dropFirst(7)) }
      return launch.map { look.say(.timelineLaunch, .text(look.title(of: $0))) } ?? one.slot
    }
    return programme?.events.first { $0.id == one.slot }?.name ?? one.slot
  }
}

extension OccurrencesPane {
  var subject: RecordReference? { activity.reference }
}
