/// Which column of a kind of file becomes which field, under a name.
public struct ImportMapping: Record {
  public static let kind = RecordKind.mapping

  public let id: RecordID
  public var version = 0
  public var name = ""
  public var columns: [MappedColumn] = []

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<ImportMapping>] = [
    .line("name", \.name, isRequired: true),
    .items("columns", \.columns),
  ]
}

/// One column of a mapping, written `Given Name | name | given`.
public struct MappedColumn: Composite {
  /// As the header has it.
  public var title = ""
  /// The name of a field; empty where the column is left out.
  public var field = ""
  /// What is done to its cells on the way; empty where they are taken as they are.
  public var transform = ""

  public init(title: String, field: String, transform: String = "") {
    (self.title, self.field, self.transform) = (title, field, transform)
  }

  public static let parts = [Part("column", .line), Part("field", .line), Part("transform", .line)]

  public init(texts: [String]) throws(FieldProblem) {
    (title, field, transform) = (texts[0], texts[1], texts[2])
    if title.isEmpty { throw .missing }
  }

  public var texts: [String] { [title, field, transform] }
}
