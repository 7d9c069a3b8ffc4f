import Model
import Phrases
import Typesetting

/// How an alarm is said: in the line of alarms, in their list, in `outreach due`.
public struct AlarmWords: Sendable {
  public let alarm: Alarm
  public let look: Look

  public init(alarm: Alarm, look: Look) { (self.alarm, self.look) = (alarm, look) }

  private var mark: Mark { alarm.grade == .due ? .pressing : .late }
  public var ink: Ink { mark.ink }

  /// Glyph and word: never colour alone.
  public var state: Span { mark.said(word) }

  public var word: String {
    switch alarm.grade {
    case .embargo: look.say(.alarmEmbargo, .text(length))
    case .unanswered: look.say(.alarmUnanswered, .text(length))
    case .unreleased: look.say(.alarmUnreleased, .text(length))
    case .missed: look.say(.alarmMissed, .text(length))
    case .overdue: look.say(.alarmLate, .text(length))
    case .due: isToday ? look.say(.alarmDueToday) : look.say(.alarmDue, .text(length))
    }
  }

  private var isToday: Bool { alarm.left == .days(0) }

  /// "40 min", "26 h", "138 d": never longer than it has to be.
  private var length: String {
    switch alarm.left {
    case .days(let days): return look.say(.alarmDays, .number(abs(days)))
    case .seconds(let seconds):
      let minutes = (abs(seconds) + 59) / 60
      if minutes < 100 { return look.say(.alarmMinutes, .number(minutes)) }
      if minutes < 48 * 60 { return look.say(.alarmHours, .number(minutes / 60)) }
      return look.say(.alarmDays, .number(minutes / 1_440))
    }
  }

  /// What it is of: a task, an enquiry.
  public var kind: String {
    look.word("alarmKind", alarm.isTerm ? "partnership_term" : alarm.kind.rawValue)
  }

  /// Its name, with the language or the occurrence that it is about.
  public var title: String {
    let name = alarm.label?.text(in: look.language) ?? alarm.name
    if alarm.part.isEmpty || alarm.isTerm { return name }
    let part = alarm.kind == .translation ? Language.name(alarm.part, in: look.language) : alarm.part
    return look.say(.alarmPart, .text(name), .text(part))
  }

  /// The day, and the time by the clocks of its own zone.
  public var when: String {
    switch alarm.when {
    case .day(let day): look.shortDay(day)
    case .moment(let moment): "\(look.shortDay(moment.day)) \(moment.time)"
    }
  }

  /// The same with the zone, where there is room for it.
  public var fullWhen: String {
    guard case .moment(let moment) = alarm.when else { return when }
    return "\(when) \(moment.zone.shownName)"
  }

  /// State and name in one line.
  public var sentence: Phrase { Phrase(.labelled, .text(word), .text(title)) }
}
