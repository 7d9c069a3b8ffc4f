/// What a national focal point was told, on request, of stakeholders in a country and its region (annex II,
/// appendix, paragraph 3), with the copy that was sent.
public struct Notice: Record {
  public static let kind = RecordKind.notice

  public let id: RecordID
  public var version = 0
  public var year = 0
  /// Counted from 1 in each year.
  public var counter = 0
  /// ISO 3166-1 alpha-2.
  public var country = ""
  /// The region that was asked for as well; empty for the country alone.
  public var region = ""
  public var focalPoint: RecordID = ""
  public var language = ""
  /// When, by whom and why it was asked for.
  public var requested: Day?
  public var request = ""
  public var sent: Day?
  /// Of whom it tells.
  public var stakeholders: [RecordID] = []
  /// The exact copy, as text and as a message (RFC 5322).
  public var text = ""
  public var message = ""

  public init(id: RecordID) { self.id = id }

  /// `2015/7`
  public var title: String { "\(year)/\(counter)" }

  public static let fields: [Field<Notice>] = [
    .number("year", \.year, in: 0...9999),
    .number("counter", \.counter, in: 0...1_000_000),
    .country("country", \.country, isRequired: true),
    .line("region", \.region),
    .reference("focal_point", \.focalPoint, to: .focalPoint),
    .line("language", \.language),
    .day("requested", \.requested),
    .text("request", \.request).keptPrivate(),
    .day("sent", \.sent),
    .references("stakeholders", \.stakeholders, to: .stakeholder),
    .text("text", \.text).keptPrivate(),
    .text("message", \.message).keptPrivate(),
  ]

  public static let onErasure: [String: OnErasure] = ["stakeholders": .marksCopy, "focal_point": .marksCopy]
}
