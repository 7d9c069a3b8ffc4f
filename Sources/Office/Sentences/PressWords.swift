import Model
import Phrases
import Typesetting

/// How the press office says things.
public struct PressWords: Sendable {
  public let office: PressOffice
  public let look: Look

  public init(office: PressOffice, look: Look) { (self.office, self.look) = (office, look) }

  // MARK: Time

  /// "35 min", "3 h 20 min", "2 d 4 h".
  public func length(_ seconds: Int) -> String {
    let minutes = seconds / 60
    if minutes < 60 { return look.say(.pressMinutes, .number(minutes)) }
    if minutes < 1_440 { return look.say(.pressHours, .number(minutes / 60), .number(minutes % 60)) }
    return look.say(.pressDays, .number(minutes / 1_440), .number(minutes % 1_440 / 60))
  }

  /// How long until something: "in 3 h 20 min"; or since when.
  public func until(_ moment: Moment) -> String {
    let left = moment.seconds - look.present
    return left >= 0
      ? look.say(.pressIn, .text(length(left))) : look.say(.pressAgo, .text(length(-left)))
  }

  /// What is left, or how late it is; of what is closed how long the answer took.
  public func clock(_ enquiry: Enquiry) -> Span {
    switch enquiry.standing(at: look.present) {
    case .none: return Span(look.say(.noDeadline), .quiet)
    case .left(let seconds):
      return Span(look.say(.pressIn, .text(length(seconds))), seconds <= Self.soon ? .due : .text)
    case .late(let seconds): return Mark.late.said(look.say(.pressLate, .text(length(seconds))))
    case .closed(let late):
      guard let took = enquiry.answerTime else { return Span("", .quiet) }
      let time = look.say(.pressTook, .text(length(took)))
      return Span(late > 0 ? "\(time) !" : time, .quiet)
    }
  }

  /// With so little time left a deadline is shown as due.
  private static let soon = 2 * 3_600

  // MARK: States

  public func state(_ enquiry: Enquiry) -> Span { enquiry.state.said(look) }

  public func state(_ response: RapidResponse) -> Span { response.state.said(look) }

  public func state(_ material: Material) -> Span {
    switch material.standing {
    case .held: Mark.open.said(look.say(.pressHeld))
    case .waiting: Mark.underWay.said(look.say(.pressNeedsSecond))
    case .released: Mark.done.said(look.say(.pressReleased))
    }
  }

  public func status(_ event: Event) -> Span { event.status.said(look) }

  public func presence(_ person: Spokesperson, on day: Day) -> Span {
    switch person.presence(on: day) {
    case .available: Mark.done.said(look.say(.pressAvailable))
    case .unsaid: Mark.unsaid.said(look.say(.pressUnsaid))
    case .away: Mark.gone.inked(.late).said(look.say(.pressAway))
    }
  }

  /// Tasks of a day against what somebody can bear: "2/3".
  public func load(_ person: Spokesperson, on day: Day) -> Span {
    let count = office.workload.count(person.id, on: day)
    let text = person.limit > 0 ? "\(count)/\(person.limit)" : "\(count)"
    return Span(text, office.workload.isFull(person, on: day) ? .late : count == 0 ? .quiet : .text)
  }

  /// The tone with its sign, as the launch board has it.
  public func tone(_ item: Coverage) -> Span {
    guard let tone = item.tone else { return Mark.nothing.span }
    let sign = Self.tone(tone)
    return Span("\(sign.text) \(look.word("tone", tone.rawValue))", sign.ink)
  }

  /// Where there is no room for its word.
  public static func tone(_ tone: Tone) -> Span {
    switch tone {
    case .favourable: Span("+", .done)
    case .neutral: Span("=")
    case .critical: Span("−", .due)
    }
  }

  // MARK: Names

  public func person(_ id: RecordID) -> String { office.spokesperson(id)?.name ?? id }

  /// Who has an enquiry in hand: the spokesperson, else the member of staff.
  public func hand(_ enquiry: Enquiry) -> String {
    enquiry.spokesperson.isEmpty ? enquiry.owner : person(enquiry.spokesperson)
  }

  /// Who asks, as well as is known.
  public func asker(_ enquiry: Enquiry) -> String {
    look.words([enquiry.outlet, office.names[enquiry.stakeholder] ?? enquiry.contact])
  }

  public func languages(_ tags: [String]) -> String { tags.joined(separator: " ") }

  public func launch(_ id: RecordID) -> String {
    office.launches.first { $0.id == id }.map { look.title(of: $0) } ?? id
  }
}
