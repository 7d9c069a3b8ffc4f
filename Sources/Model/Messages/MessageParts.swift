/// Who agrees on messages before a launch (annex I, section V, paragraph 1).
public enum AgreementRole: String, Vocabulary {
  case coChair = "co-chair", leadAuthor = "lead-author", reviewEditor = "review-editor"
}

/// Somebody's word that a message may be said: of one edition of its text, and of no other.
public struct Agreement: Composite {
  /// Empty only of somebody who was erased.
  public let who: String
  public let role: AgreementRole
  public let day: Day?
  /// Of the text.
  public let edition: Int
  /// The person's record in the base.
  public let record: RecordID

  public static let parts = [
    Part("who", .line), Part("agreement_role", .choice(AgreementRole.codes)), Part("day", .day),
    Part("edition", .number), Part("record", .reference(.id(.stakeholder))),
  ]

  public init(who: String, role: AgreementRole, day: Day?, edition: Int, record: RecordID = "") {
    (self.who, self.role, self.day, self.edition, self.record) = (who, role, day, edition, record)
  }

  public init(texts: [String]) throws(FieldProblem) {
    guard !texts[1].isEmpty else { throw .missing }
    role = try AgreementRole.reading(texts[1])
    (who, day, edition) = (texts[0], try PartText.day(texts[2]), max(1, try PartText.number(texts[3])))
    record = texts[4]
  }

  public var texts: [String] { [who, role.rawValue, day?.description ?? "", String(edition), record] }

  /// Whether two names are made of the same words.
  public static func isSame(_ name: String, _ other: String) -> Bool {
    !name.isEmpty && Folding.person(name) == Folding.person(other)
  }

  /// Whether both are one person's: of two records of the base they never are.
  func isOfSamePerson(as other: Agreement) -> Bool {
    if !record.isEmpty, !other.record.isEmpty { return record == other.record }
    return Self.isSame(who, other.who)
  }

  /// Whether both say the same, whichever record the person has by now.
  func says(_ other: Agreement) -> Bool {
    (who, role, day, edition) == (other.who, other.role, other.day, other.edition)
  }
}

/// How far the way of a message to an audience is.
public enum DeliveryState: String, Vocabulary { case planned, done }

/// To whom a message is to go, and over which channel.
public struct Delivery: Composite {
  public let audience: Audience
  public let channel: Channel
  public let state: DeliveryState
  public let day: Day?
  public let note: String

  public static let parts = [
    Part("audience", .choice(Audience.codes)), Part("channel", .choice(Channel.codes)),
    Part("delivery_state", .choice(DeliveryState.codes)), Part("day", .day), Part("note", .line),
  ]

  public init(
    audience: Audience, channel: Channel, state: DeliveryState = .planned, day: Day? = nil, note: String = ""
  ) {
    (self.audience, self.channel, self.state, self.day, self.note) = (audience, channel, state, day, note)
  }

  public init(texts: [String]) throws(FieldProblem) {
    guard !texts[0].isEmpty, !texts[1].isEmpty else { throw .missing }
    (audience, channel) = (try Audience.reading(texts[0]), try Channel.reading(texts[1]))
    state = texts[2].isEmpty ? .planned : try DeliveryState.reading(texts[2])
    (day, note) = (try PartText.day(texts[3]), texts[4])
  }

  public var texts: [String] {
    [audience.rawValue, channel.rawValue, state.rawValue, day?.description ?? "", note]
  }

  /// Planned, then done, then no way any more.
  public var next: Delivery? {
    state == .done
      ? nil : Delivery(audience: audience, channel: channel, state: .done, day: day, note: note)
  }
}
