/// A way of looking at the stakeholders that somebody gave a name.
public struct SavedView: Record {
  public static let kind = RecordKind.view

  public let id: RecordID
  public var version = 0
  public var name = ""
  /// The login of the person whose it is; empty where all share it.
  public var owner = ""
  /// As the query line has it.
  public var query = ""
  public var columns: [String] = []
  /// The column, and `+` or `-`.
  public var sort = ""
  /// What the table over the list counts, as `Grouping` writes it; empty where there is none.
  public var group = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<SavedView>] = [
    .line("name", \.name, isRequired: true),
    .line("owner", \.owner),
    .line("query", \.query),
    .list("columns", \.columns),
    .line("sort", \.sort),
    .line("group", \.group),
  ]
}
