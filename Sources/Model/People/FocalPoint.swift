/// Whom a government named to be told of its country's stakeholders (annex II, appendix, paragraph 3).
public struct FocalPoint: Record {
  public static let kind = RecordKind.focalPoint

  public let id: RecordID
  public var version = 0
  /// ISO 3166-1 alpha-2.
  public var country = ""
  public var name = ""
  public var emails: [String] = []
  /// BCP 47: in what language they are written to.
  public var language = ""
  public var notes = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<FocalPoint>] = [
    .country("country", \.country, isRequired: true),
    .line("name", \.name, isRequired: true),
    .list("emails", \.emails, check: Email.checked).keptPrivate(),
    .line("language", \.language),
    .text("notes", \.notes).keptPrivate(),
  ]
}
