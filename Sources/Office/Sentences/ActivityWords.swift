import Model
import Phrases
import Typesetting

/// How the timeline says things of an activity.
public struct ActivityWords: Sendable {
  public let activity: Activity
  public let look: Look
  public let standing: Standing

  /// - Parameter standing: where it stands, for an activity that comes again; else its days say it.
  public init(activity: Activity, look: Look, standing: Standing? = nil) {
    (self.activity, self.look) = (activity, look)
    self.standing = standing ?? activity.standing(asOf: look.asOf)
  }

  public var label: String { look.title(of: activity) }

  /// Nobody has begun, though the planned start has passed.
  private var isWaiting: Bool { !activity.isBegun(on: look.asOf) }

  // MARK: Where it stands

  /// Of its bar.
  public var ink: Ink { mark == .open ? .bar : mark.ink }

  private var mark: Mark {
    switch standing {
    case .done: .done
    case .late: .late
    case .cancelled, .closed: .gone
    case .early: .underWay
    case .next: .open
    case .due: isWaiting ? .missing : .pressing
    case .underWay, .ongoing: isWaiting ? .open : .underWay
    }
  }

  private var word: String {
    switch standing {
    case .done(let slip): look.say(.timelineDone) + (slip.map { " " + self.slip($0) } ?? "")
    case .late(let days): look.say(.timelineLate, .number(days))
    case .due(let days): look.say(days == 0 ? .timelineDueToday : .timelineDue, .number(days))
    case .early: look.say(.timelineEarly)
    case .underWay: look.say(isWaiting ? .timelineNotBegun : .timelineUnderWay)
    case .ongoing: look.say(hasNoDays ? .timelineNoRelease : .timelineOngoing)
    case .cancelled: look.say(.timelineCancelled)
    case .closed: look.say(.timelineClosed)
    case .next(let days): look.say(isAhead ? .timelineBegins : .timelineDue, .number(days))
    }
  }

  /// The office added it and has not said when.
  private var hasNoDays: Bool {
    activity.adopted == nil && isWaiting && activity.start == nil && activity.end == nil
      && !activity.isRecurring
  }

  /// Its planned start lies ahead, not only its end.
  private var isAhead: Bool {
    activity.isRecurring || activity.plan(in: look.asOf.parts.year).start.map { $0 > look.asOf } ?? false
  }

  /// Glyph and word: never colour alone.
  public var state: Span { mark.said(word) }

  /// "+12 d", "−3 d"; empty on the day.
  public func slip(_ days: Int) -> String {
    if days == 0 { return "" }
    return look.say(days > 0 ? .timelineSlipLate : .timelineSlipEarly, .number(abs(days)))
  }

  // MARK: Days

  /// The days that the office set, the real ones before the planned ones, and the slip that they mean where
  /// the state does not say it. In too little room the first day goes: the bar shows it.
  public func dates(columns: Int) -> String {
    let (start, end) = (activity.actualStart ?? activity.start, activity.actualEnd ?? activity.end)
    let slip = unsaidSlip.isEmpty ? "" : " " + unsaidSlip
    guard let end else {
      return start.map { look.say(.timelineFrom, .text(look.shortDay($0))) + slip } ?? ""
    }
    let last = look.say(.timelineTo, .text(look.shortDay(end))) + slip
    guard let start else { return last }
    let both = "\(first(start, before: end))–\(look.shortDay(end))\(slip)"
    return CellText.width(both) <= columns ? both : last
  }

  /// The first of two days, without the year that the second says.
  private func first(_ start: Day, before end: Day) -> String {
    let (year, month, day) = start.parts
    return year == end.parts.year ? look.phrases.day(month: month, day: day) : look.shortDay(start)
  }

  private var unsaidSlip: String {
    if case .done = standing { return "" }
    if case .closed = standing { return "" }
    guard let slip = activity.slipDays(asOf: look.asOf), slip != 0 else { return "" }
    if case .late(slip) = standing { return "" }
    return self.slip(slip)
  }

  // MARK: What the decision printed

  /// The printed timing in quotation marks, so that nobody takes it for the office's own words.
  public static func printedTiming(_ adopted: AdoptedActivity, _ look: Look) -> String {
    look.say(.timelineQuoted, .text(adopted.printedTiming.text(in: look.language)))
  }

  /// The indicative budget, short; empty where the text prints none.
  public var budget: String {
    switch activity.adopted?.budget {
    case nil: ""
    case .notApplicable: look.say(.timelineNotApplicable)
    case .amount(let usd, let year): look.say(.timelineAmount, .number(usd), .text(String(year)))
    case .shareOf(let deliverable): look.say(.timelineShare, .text(deliverable))
    case .total(let usd, _, let years): look.say(.timelineTotal, .number(usd), .number(years))
    case .perDay(let usd): look.say(.timelinePerDay, .number(usd))
    }
  }

  /// Whether the text gives money for it.
  public static func hasBudget(_ activity: Activity) -> Bool {
    guard let budget = activity.adopted?.budget else { return false }
    return budget != .notApplicable
  }

  /// "Table 1 (a)", "plan row 2".
  public static func reference(_ adopted: AdoptedActivity, _ look: Look) -> String {
    let item = adopted.id.split(separator: ".").last.map(String.init) ?? adopted.id
    return look.say(adopted.plan == .table1 ? .timelineTableItem : .timelinePlanItem, .text(item))
  }
}
