import Model

/// What people call some records, by reference; those that are not there any more are left out.
public struct RecordTitles: Query {
  private let references: [RecordReference]

  public init(_ references: [RecordReference]) { self.references = references }

  public func answer(in reader: Reader) throws -> [String: String] {
    var titles: [String: String] = [:]
    for reference in references {
      func title<R: Record>(_: R.Type) throws -> String? {
        try reader.record(R.self, reference.id)?.title
      }
      titles[reference.description] = try title(reference.kind.type)
    }
    return titles
  }
}
