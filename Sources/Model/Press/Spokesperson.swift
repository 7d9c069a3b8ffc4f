/// A person's training for the media (annex I, appendix, Table 2).
public struct MediaTraining: Composite {
  public let day: Day?
  public let subject: String
  public let trainer: String

  public static let parts = [
    Part("day", .day), Part("subject", .line), Part("trainer", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    (day, subject, trainer) = (try PartText.day(texts[0]), texts[1], texts[2])
  }

  public var texts: [String] { [day?.description ?? "", subject, trainer] }
}

/// When somebody can be had.
public struct Availability: Composite {
  public let from: Day?
  public let to: Day?
  /// Not to be had in that time.
  public let isAway: Bool
  public let note: String

  public static let parts = [
    Part("from", .day), Part("to", .day), Part("away", .flag), Part("note", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    (from, to) = (try PartText.day(texts[0]), try PartText.day(texts[1]))
    (isAway, note) = (try PartText.flag(texts[2]), texts[3])
    if let from, let to, to < from { throw .endBeforeStart }
  }

  public var texts: [String] { [from?.description ?? "", to?.description ?? "", isAway ? "yes" : "", note] }
}

/// Somebody who speaks for the platform.
public struct Spokesperson: Record {
  public static let kind = RecordKind.spokesperson

  public let id: RecordID
  public var version = 0
  public var name = ""
  /// The person's record in the base; contact details stand there only.
  public var stakeholder: RecordID = ""
  public var languages: [String] = []
  public var topics: [String] = []
  public var training: [MediaTraining] = []
  public var availability: [Availability] = []
  /// How many appearances a day are bearable; 0 where nobody said.
  public var limit = 0
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<Spokesperson>] = [
    .line("name", \.name, isRequired: true), .reference("person", \.stakeholder, to: .stakeholder),
    .list("languages", \.languages, check: Language.checked), .list("topics", \.topics),
    .items("training", \.training), .items("availability", \.availability),
    .number("limit", \.limit, in: 0...50), .text("note", \.note).keptPrivate(),
  ]

  public static let onErasure: [String: OnErasure] = ["person": .goes]
}
