/// A source of items in the media that the office follows: a feed in RSS or Atom, of which files are imported.
public struct Feed: Record {
  public static let kind = RecordKind.feed

  public let id: RecordID
  public var version = 0
  public var name = ""
  /// Of the feed itself.
  public var url = ""
  /// Of the pages that it tells of.
  public var site = ""
  public var type: OutletKind?
  public var country = ""
  public var language = ""
  /// When a file of it was last imported.
  public var read: Day?
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<Feed>] = [
    .line("name", \.name, isRequired: true), .line("url", \.url), .line("site", \.site),
    .choice("outlet_kind", \.type), .country("country", \.country),
    Field("language", .line, read: \.language) { (feed, text) throws(FieldProblem) in
      feed.language = text.isEmpty ? "" : try Language.checked(text)
    },
    .day("feed_read", \.read), .text("note", \.note),
  ]
}
