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
  private var height = 10
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
    height = max(1, size.rows - 1)
    if timesOf != look.asOf, programme != nil {
      timesOf = look.asOf
      times = book.occurrences(of: activity, from: .first, to: look.asOf + Self.horizonDays)
      if !isPlaced, !times.isEmpty {
        isPlaced = true
        selection.index = times.firstIndex(where: \.isOpen) ?? times.count - 1
      }
    }
    selection.fit(count: times.count, height: height)
  }

  // MARK: Commands

  static let commands: [Command<OccurrencesPane>] = [
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
    Command("occurrence.skip", .commandSkip, ["s"], rank: 2, needs: .edit, unless: lacking(\.selected)) {
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
    .moving("occurrence.down", .commandDown, ["Down", "j", "WheelDown"]) { $0.move(1) },
    .moving("occurrence.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.move(-1) },
    .moving("occurrence.pageDown", .commandPageDown, ["PgDn"]) { $0.move($0.height - 1) },
    .moving("occurrence.pageUp", .commandPageUp, ["PgUp"]) { $0.move(1 - $0.height) },
    .moving("occurrence.top", .commandTop, ["g", "Home"]) { $0.selection.index = 0 },
    .moving("occurrence.bottom", .commandBottom, ["G", "End"]) { $0.move($0.times.count) },
  ]

  private mutating func move(_ step: Int) { selection.move(by: step, count: times.count) }

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
    guard !times.isEmpty else {
      for (offset, line) in Wrapping.lines(look.say(missing), columns: area.columns - 4).enumerated() {
        canvas.text(line, row: area.row + 1 + offset, column: area.column + 2, ink: .quiet)
      }
      return
    }
    let columns = Columns(area.columns)
    canvas.text(
      look.say(.timelineState), row: area.row, column: area.column + 1, width: columns.days - 2, ink: .heading
    )
    canvas.text(look.say(.timelineDates), row: area.row, column: area.column + columns.days, ink: .heading)
    for (offset, one) in times.dropFirst(selection.top).prefix(height).enumerated() {
      let row = area.row + 1 + offset
      draw(one, on: &canvas, in: area, row: row, columns, look)
      guard selection.top + offset == selection.index else { continue }
      canvas.text("▌", row: row, column: area.column, ink: .marker)
      canvas.cursor = Point(row: row, column: area.column)
    }
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

  private struct Columns {
    let days = 22
    let what: Int
    let note: Int

    init(_ width: Int) {
      what = width >= 60 ? 50 : 46
      note = width >= 120 ? 84 : what + 12
    }
  }

  private func draw(
    _ one: DatedOccurrence, on canvas: inout Canvas, in area: Rect, row: Int, _ columns: Columns, _ look: Look
  ) {
    let state = state(one, look)
    canvas.text(
      state.text, row: row, column: area.column + 1, width: columns.days - 2, ink: state.ink, clip: area)
    let days = look.days(one.start, one.end)
    canvas.text(
      days, row: row, column: area.column + columns.days, width: columns.what - columns.days - 1,
      clip: area)
    canvas.text(
      occasion(one, look) + (one.isMoved ? " · " + look.say(.occurrencesMoved) : ""), row: row,
      column: area.column + columns.what,
      width: (one.note.isEmpty ? area.columns : columns.note) - columns.what - 1, ink: .quiet, clip: area)
    canvas.text(
      one.note, row: row, column: area.column + columns.note, width: area.columns - columns.note - 1,
      clip: area)
  }

  private func state(_ one: DatedOccurrence, _ look: Look) -> Span {
    switch one.state {
    case .done(let day): return Span("◆ \(look.say(.occurrencesDone, .text(look.shortDay(day))))", .done)
    case .skipped: return Span("× \(look.say(.occurrencesSkipped))", .quiet)
    case .open: break
    }
    if let days = one.lateDays(on: look.asOf) {
      return Span("! \(look.say(.timelineLate, .number(days)))", .late)
    }
    if one.start > look.asOf {
      return Span("◇ \(look.say(.timelineBegins, .number(one.start - look.asOf)))", .text)
    }
    guard one.hasDeadline else { return Span("◇ \(look.say(.occurrencesOpenNow))", .due) }
    let days = one.end - look.asOf
    return Span("◇ \(look.say(days == 0 ? .timelineDueToday : .timelineDue, .number(days)))", .due)
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
