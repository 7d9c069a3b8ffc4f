import Model
import Office
import Phrases
import Terminal

extension CardState {
  /// Every state with its word, for the line below a board.
  static func legend(_ look: Look) -> [Span] { allCases.flatMap { [$0.said(look), Span("   ")] } }
}

extension Look {
  /// "1 d 04 h 12 min", to the minute: what is shorter than a day has no days.
  func duration(minutes: Int) -> String {
    let (days, rest) = minutes.quotientAndRemainder(dividingBy: 1_440)
    let (hours, left) = rest.quotientAndRemainder(dividingBy: 60)
    func two(_ number: Int) -> Phrase.Argument { .text(number < 10 ? "0\(number)" : "\(number)") }
    if days > 0 { return say(.boardLeftDays, .number(days), two(hours), two(left)) }
    return hours > 0 ? say(.boardLeftHours, .number(hours), two(left)) : say(.boardLeftMinutes, .number(left))
  }

  /// "3 d", "5 h", "25 min": what changes no more often than it must.
  func briefDuration(minutes: Int) -> String {
    if minutes >= 2 * 1_440 { return say(.boardBriefDays, .number(minutes / 1_440)) }
    if minutes >= 60 { return say(.boardBriefHours, .number(minutes / 60)) }
    return say(.boardLeftMinutes, .number(minutes))
  }

  /// "Wed 24 Feb".
  func weekdayAndDay(_ day: Day) -> String {
    "\(LaunchSlot.weekday(day, self)) \(shortDay(day))"
  }

  /// "Wed 24 Feb 09:00".
  func dayAndTime(_ moment: Moment) -> String { "\(weekdayAndDay(moment.day)) \(moment.time)" }
}

/// The sentences of a board.
struct BoardWords {
  let launch: Launch
  let facts: BoardFacts
  let look: Look

  /// "EMBARGO lifts in 1 d 04 h 12 min", and when by the clocks of the launch and of UTC.
  var embargo: (state: [Span], when: [String]) {
    guard let embargo = launch.embargo else { return ([Span(look.say(.boardNoEmbargo), .quiet)], []) }
    let seconds = embargo.seconds - facts.now.seconds
    let own = embargo.moved(to: launch.zone ?? embargo.zone)
    let world = embargo.moved(to: .utc)
    var when = ["\(look.dayAndTime(own)) \(own.zone.name)"]
    if own.zone != .utc {
      when.append("\(own.day == world.day ? "" : look.shortDay(world.day) + " ")\(world.time) UTC")
    }
    let state: Span
    if seconds > 0 {
      let left = look.duration(minutes: (seconds + 59) / 60)
      state = Span(look.say(.boardEmbargoIn, .text(left)), seconds <= 3_600 ? .late : .today)
    } else {
      state = Span(look.say(.boardEmbargoLifted), .done)
    }
    return ([state], when)
  }

  /// Who is on duty now, and who comes next.
  var duty: [Span] {
    onDuty + (nextOnDuty.map { [Span("   ")] + $0 } ?? [])
  }

  var onDuty: [Span] {
    let now = facts.onDuty.map { name($0) + until($0) }
    return now.isEmpty ? [Span(look.say(.boardNobodyOnDuty), .quiet)] : [Span(look.list(now))]
  }

  var nextOnDuty: [Span]? {
    guard let next = facts.nextDuty, let day = next.day else { return nil }
    let time = next.from.map { " \($0)" } ?? ""
    let when = (day == facts.now.day ? "" : look.weekdayAndDay(day)) + time
    return [Span(look.say(.boardThenOnDuty, .text(name(next)), .text(when.trimmed)), .quiet)]
  }

  private func name(_ duty: Duty) -> String { look.bracketed(duty.who, duty.role) }
  private func until(_ duty: Duty) -> String { duty.to.map { " – \($0)" } ?? "" }

  /// "10:00  ◐ press conference   press": when, how far, what, and who.
  func line(_ item: BoardItem, isLate: Bool = false, width: Int) -> [Span] {
    let isToday = item.day == facts.now.day
    let when = isToday ? item.time?.description ?? look.say(.overviewToday) : look.weekdayAndDay(item.day)
    let time = isToday || item.time == nil ? "" : " \(item.time!)"
    let mark = item.state?.mark
    let about = look.words([item.owner, item.place])
    let head = "\(when)\(time)"
    let room = width - CellText.width(head) - 6
    let name = CellText.fitting(item.name, columns: max(8, room)).map(\.text).joined()
    return [
      isLate ? Mark.late.said("") : Span("  "), Span(head + "  ", isLate ? .late : .text),
      (mark ?? .event.inked(.bar)).span, Span(" " + name),
      Span(about.isEmpty ? "" : "  " + about, .quiet),
    ]
  }

  /// The deadline's clock first, then who asks for what.
  func line(_ enquiry: Enquiry) -> [Span] {
    let left = enquiry.deadline.map { $0.seconds - facts.now.seconds }
    let isOver = (left ?? 0) < 0
    let minutes = abs(left ?? 0) / 60
    let clock: String
    if left == nil {
      clock = look.say(.boardNoDeadline)
    } else if isOver {
      clock = look.say(.boardOverdue, .text(look.briefDuration(minutes: minutes)))
    } else {
      clock = look.say(.boardIn, .text(look.briefDuration(minutes: minutes)))
    }
    let asker = enquiry.outlet.isEmpty ? enquiry.contact : enquiry.outlet
    let who = look.words([asker, enquiry.language])
    let isNear = (left ?? .max) < 3_600
    return [
      isOver ? Mark.late.said("") : Span("  "), Span(clock, isOver ? .late : isNear ? .due : .text),
      Span(who.isEmpty ? "" : "  " + who), Span("  " + enquiry.subject, .quiet),
    ]
  }

  /// "41 items, 27 stories".
  var heard: String {
    look.say(
      .boardHeardCount, .phrase(Phrase(.mediaItemCount, .number(facts.heard.items))),
      .phrase(Phrase(.mediaStoryCount, .number(facts.heard.stories))))
  }

  /// "+ 18  = 20  - 3": by sign and word before colour.
  var tones: [Span] {
    let signs: [(Tone, String, Ink)] = [
      (.favourable, "+", .done), (.neutral, "=", .text), (.critical, "−", .late),
    ]
    return signs.map { tone, sign, ink in
      Span("\(sign) \(look.phrases.number(facts.heard.tones[tone] ?? 0))  ", ink)
    }
  }

  /// What people have to know of what was heard: outside the boundary, waiting for an answer.
  var alarms: [Span] {
    var spans: [Span] = []
    if facts.heard.outside > 0 {
      spans.append(Span(look.say(.boardOutside, .number(facts.heard.outside)) + "  ", .late))
    }
    if facts.heard.toAnswer > 0 {
      spans.append(Span(look.say(.boardToAnswer, .number(facts.heard.toAnswer)), .due))
    }
    return spans
  }

  /// The same in few columns.
  var briefAlarms: [Span] {
    let counts = [
      (PhraseKey.boardOutsideBrief, facts.heard.outside), (.boardToAnswerBrief, facts.heard.toAnswer),
    ]
    let said = counts.filter { $0.1 > 0 }.map { look.say(Phrase($0.0, .number($0.1))) }
    return said.isEmpty ? [] : [Mark.late.said(said.joined(separator: " · "))]
  }

  /// The hours of the day up to now, each as high as what was heard in it.
  var sparkline: String {
    Bars.sparkline(Array(facts.heard.hours.prefix(facts.now.time.minutes / 60 + 1)))
  }

  var attention: String? {
    launch.attention(on: facts.now.day).map(look.attention)
  }
}

extension Look {
  func attention(_ attention: Attention) -> String {
    switch attention {
    case .ahead(let days): say(.attentionAhead, .number(days))
    case .day(let day, let of): say(.attentionDay, .number(day), .number(of))
    case .over(let last): say(.attentionOver, .text(self.day(last)))
    }
  }
}
