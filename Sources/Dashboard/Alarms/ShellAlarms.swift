import Model
import Office
import Phrases
import Store
import Terminal

/// What presses, as the frame tells it: one quiet line, and one key that goes there.
struct AlarmWatch: Sendable {
  /// The most urgent first.
  private(set) var alarms: [Alarm] = []
  /// Nobody has answered yet what presses: none is not the same as unknown.
  private(set) var isKnown = false
  /// Where the key went last.
  private var place: Int?
  private var last: (kind: RecordKind, record: RecordID)?

  /// Takes what was computed anew; the key goes on from where it was, or from what took that place.
  mutating func receive(_ alarms: [Alarm]) {
    self.alarms = alarms
    isKnown = true
    guard let last else { return }
    if let index = alarms.firstIndex(where: { $0.kind == last.kind && $0.record == last.record }) {
      place = index
    } else {
      // It is settled: its follower stands at its place now.
      place = place.map { $0 - 1 }
      self.last = nil
    }
  }

  /// The most urgent at first, then one after the other, and round again.
  mutating func next() -> (number: Int, alarm: Alarm)? {
    guard !alarms.isEmpty else { return nil }
    let index = ((place ?? -1) + 1) % alarms.count
    (place, last) = (index, (alarms[index].kind, alarms[index].record))
    return (index + 1, alarms[index])
  }
}

extension Shell {
  static let alarmCommands: [Command<Shell>] = [
    Command("alarm.next", .commandAlarm, ["!"], when: \.isAtPane) { shell, look in
      guard let (number, alarm) = shell.watch.next() else {
        let isKnown = look.alarms != .off && shell.watch.isKnown
        return isKnown ? [.announce(Phrase(.alarmNone))] : [.present(AlarmsPane())]
      }
      let sentence = AlarmWords(alarm: alarm, look: look).sentence
      let place = Phrase(
        .alarmPlace, .number(number), .number(shell.watch.alarms.count), .phrase(sentence))
      return [.go(alarm.destination), .announce(place)]
    },
    Command("alarm.list", .commandAlarms, ["A"], when: \.isAtPane) { _, _ in [.present(AlarmsPane())] },
  ]

  /// The question whose answer the line tells; none where the person wants no line.
  func alarmQuestion(_ look: Look) -> PaneQuestion? {
    guard look.alarms != .off else { return nil }
    let query = AlarmsAt(asOf: look.asOf, at: look.present)
    return PaneQuestion(key: PaneQuestion.Key(query), pace: .rest, answer: { try $0.read(query) })
  }

  /// What presses or what the tour asks for, for somebody who listens: without the time that is left, which would be said
  /// again each minute.
  func pressing(_ look: Look) -> [Span] {
    if let tour {
      let words = tour.current.map { look.say(Phrase($0.words)) } ?? look.say(.tourDone)
      return [Span(words), Span(" · F9 \(look.say(.tourOut))")]
    }
    let told = watch.alarms.filter(look.alarms.tells)
    guard let first = told.first else { return [] }
    let title = AlarmWords(alarm: first, look: look).title
    let key = Self.alarmCommands.first.flatMap { keymap.keys(of: $0).first?.description } ?? ""
    return [Span(look.say(.spokenPressing, .number(told.count), .text(key), .text(title)))]
  }

  /// In the rule above the status, where it takes no row and moves nothing.
  func drawAlarm(on canvas: inout Canvas, row: Int, look: Look) {
    let told = watch.alarms.filter(look.alarms.tells)
    guard let first = told.first else { return }
    let words = AlarmWords(alarm: first, look: look)
    let more = told.count > 1 ? " · \(look.say(.alarmMore, .number(told.count - 1)))" : ""
    let state = "\(words.word) · "
    // The mark of what presses is the key that goes there.
    let room = canvas.size.columns * 3 / 4 - CellText.width(state) - CellText.width(more) - 4
    let title = CellText.fitting(words.title, columns: max(8, room)).map(\.text).joined()
    let spans = [
      Span(" ! ", .key), Span(state, first.isOver ? .late : .due), Span(title, .text),
      Span("\(more) ", .quiet),
    ]
    let width = spans.reduce(0) { $0 + CellText.width($1.text) }
    canvas.spans(spans, row: row, column: max(0, canvas.size.columns - width - 2))
  }
}
