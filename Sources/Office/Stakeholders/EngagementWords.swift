import Model
import Phrases
import Typesetting

/// A contact in the words of the log.
public struct EngagementWords: Sendable {
  public let engagement: Engagement
  public let look: Look

  public init(engagement: Engagement, look: Look) { (self.engagement, self.look) = (engagement, look) }

  /// "13 Sep".
  public var day: String { engagement.day.map(look.shortDay) ?? "" }
  public var channel: String { engagement.channel.map { look.word("channels", $0.rawValue) } ?? "" }
  /// Towards the office, or from it.
  public var arrow: String { engagement.direction == .incoming ? "←" : "→" }

  /// "13 Sep, phone ← asked for the French fact sheet".
  public var line: String {
    let when = look.words([day, channel])
    return [when, arrow, engagement.subject].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What is left to do: "by 20 Sep", overdue, done; nothing where there is none.
  public var followUp: Span {
    if let day = engagement.followedUp { return Mark.ticked.inked(.done).said(look.shortDay(day)) }
    guard let day = engagement.followUp else { return Span("") }
    guard engagement.isOverdue(on: look.asOf) else {
      return Span(look.say(.followUpBy, .text(look.shortDay(day))), .due)
    }
    return Mark.late.said(look.say(.followUpOverdue, .number(look.asOf - day)))
  }
}

extension EngagementWords {
  /// What is left to do, where there is little room: "! 14 d", "by 20 Sep".
  public var briefFollowUp: Span {
    guard let day = engagement.followUp, engagement.isOverdue(on: look.asOf) else { return followUp }
    return Span(look.say(.followUpBrief, .number(look.asOf - day)), .late)
  }
}

/// Contacts as lines of text, for the command line.
public struct LogLines: Sendable {
  private let look: Look

  public init(_ look: Look) { self.look = look }

  /// The day for which overdue is reckoned.
  public var day: Day { look.asOf }

  public func isOverdue(_ engagement: Engagement) -> Bool { engagement.isOverdue(on: look.asOf) }

  /// "13 Sep, phone ← Banda, Thandiwe: asked for the fact sheet · by 20 Sep".
  public func line(of engagement: Engagement, with title: String) -> String {
    let words = EngagementWords(engagement: engagement, look: look)
    let due = words.followUp.text.isEmpty ? "" : " · " + words.followUp.text
    let when = look.words([words.day, words.channel])
    return "\(when) \(words.arrow) \(look.about(title, engagement.subject))\(due)"
  }
}
