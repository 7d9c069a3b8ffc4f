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

/// One column of a mapping, written `Given Name | name | given`; what its words mean stands behind that.
public struct MappedColumn: Composite {
  /// As the header has it.
  public var title = ""
  /// The name of a field; empty where the column is left out.
  public var field = ""
  /// What is done to its cells on the way; empty where they are taken as they are.
  public var transform = ""
  /// What words of its cells mean that the field does not know by itself.
  public var values: [MappedValue] = []

  public init(title: String, field: String, transform: String = "", values: [MappedValue] = []) {
    (self.title, self.field, self.transform, self.values) = (title, field, transform, values)
  }

  public static let parts = [
    Part("column", .line), Part("field", .line), Part("transform", .line), Part("values", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    (title, field, transform) = (texts[0], texts[1], texts[2])
    values = ListText.entries(of: texts[3]).map { MappedValue(ListText.parts(of: $0)) }
    if title.isEmpty { throw .missing }
  }

  public var texts: [String] { [title, field, transform, values.map(\.text).joined(separator: "; ")] }
}

/// What a word in the cells of a column means, chosen once for all of them.
public struct MappedValue: Sendable, Hashable {
  /// As the file has it, or `any`.
  public var word: String
  /// What the field gets in its place; empty where such a cell says nothing.
  public var value: String

  /// Every other word that the field does not take.
  public static let any = "*"

  public init(_ word: String, _ value: String) { (self.word, self.value) = (word, value) }

  fileprivate init(_ parts: [String]) {
    self.init(parts.first ?? "", parts.dropFirst().joined(separator: " | "))
  }

  fileprivate var text: String { ListText.entry(parts: [word, value]) }
}
