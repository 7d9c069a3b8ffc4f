import Model
import Phrases
import Typesetting

/// How what comes in from others is said.
public struct VoiceWords: Sendable {
  public let voices: Voices
  public let look: Look

  public init(voices: Voices, look: Look) { (self.voices, self.look) = (voices, look) }

  // MARK: States

  public func state(_ opportunity: Opportunity) -> Span { opportunity.state.said(look) }

  public func state(_ concern: Concern) -> Span { concern.state.said(look) }

  public func disposition(_ comment: ReviewComment) -> Span {
    comment.disposition?.said(look) ?? Mark.missing.said(look.say(.voNotConsidered))
  }

  // MARK: Days

  public func deadline(_ opportunity: Opportunity) -> Span {
    guard let deadline = opportunity.deadline else { return Span(look.say(.noDeadline), .quiet) }
    return day(deadline.day, look.when(deadline), isOpen: !opportunity.isOver)
  }

  public func closing(_ call: CallForInput) -> Span {
    guard let closes = call.closes else { return Span("", .quiet) }
    return closes < look.asOf
      ? Span(look.shortDay(closes), .quiet) : day(closes, look.shortDay(closes), isOpen: true)
  }

  public func due(_ concern: Concern) -> Span {
    guard concern.isOpen else {
      let took = concern.daysToResolve.map { look.say(.voDays, .number($0)) }
      return Span(took ?? concern.resolved.map(look.shortDay) ?? "", .quiet)
    }
    return concern.due.map { day($0, look.shortDay($0), isOpen: true) } ?? Span("", .quiet)
  }

  /// Marked where it is over or near: never by colour alone.
  private func day(_ day: Day, _ text: String, isOpen: Bool) -> Span {
    guard isOpen else { return Span(text, .quiet) }
    if day < look.asOf { return Mark.late.said(text) }
    return Span(text, day - look.asOf <= Self.near ? .due : .text)
  }

  private static let near = 7

  // MARK: Counts

  /// No rule is a finding, not an empty cell.
  public func rule(_ opportunity: Opportunity) -> Span {
    opportunity.rule.isEmpty ? Mark.late.said(look.say(.voNoRule)) : Span(opportunity.rule)
  }

  public func count(_ number: Int) -> Span {
    number == 0 ? Span("–", .quiet) : Span(look.phrases.number(number))
  }

  /// `████████▌  311/364`.
  public func progress(_ counts: CommentCounts, width: Int) -> Span {
    let bar = Bars.bar(counts.considered, of: counts.all, width: width)
    let gap = String(repeating: "·", count: max(0, width - CellText.width(bar)))
    return Span("\(bar)\(gap) \(counts.considered)/\(counts.all)", counts.open == 0 ? .done : .text)
  }

  // MARK: How the lists stand, in a line

  public var opportunityFigures: [Span] {
    let open = voices.opportunities.filter { !$0.isOver }
    let without = open.count { $0.rule.isEmpty }
    var spans = [Span(look.say(.voOpen, .number(open.count)))]
    if without > 0 { spans.append(Span(" · ! " + look.say(.voWithoutRule, .number(without)), .late)) }
    return spans
  }

  public var callFigures: [Span] {
    let counts = voices.comments.values
    let (considered, all) = (counts.reduce(0) { $0 + $1.considered }, counts.reduce(0) { $0 + $1.all })
    return [Span(look.say(.voConsidered, .number(considered), .number(all)), .quiet)]
  }

  public var groupFigures: [Span] {
    let groups = voices.focusGroups
    return [
      Span(
        look.say(
          .voGroupFigures, .number(groups.count), .number(groups.reduce(0) { $0 + $1.headCount }),
          .number(groups.reduce(0) { $0 + $1.findings.count })), .quiet)
    ]
  }

  public var concernFigures: [Span] {
    let open = voices.concerns.filter(\.isOpen)
    let late = open.count { $0.due.map { $0 < look.asOf } == true }
    var spans = [Span(look.say(.voOpen, .number(open.count)))]
    if late > 0 { spans.append(Span(" · ! " + look.say(.voOverdue, .number(late)), .late)) }
    let took = voices.concerns.compactMap(\.daysToResolve)
    if let median = Concern.median(took) {
      spans.append(Span(" · " + look.say(.voMedian, .number(took.count), .number(median)), .quiet))
    }
    return spans
  }
}
