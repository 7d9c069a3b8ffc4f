import Model
import Phrases
import Synchronization

/// The names of the fields of a kind as headers are compared with them: every file asks for them for each of its headers,
/// and for those of rows that may be headers.
struct ColumnKeys {
  /// In the order of the columns: those of the id, then the fields.
  let fields: [(name: String, own: String, synonyms: [String], labels: [String])]
  /// The fields that each key may mean, in the same order.
  let names: [String: [String]]

  private static let made = Mutex<[ObjectIdentifier: ColumnKeys]>([:])

  /// Those of a kind, which are the same as long as the program runs.
  static func of<R: Exchangeable>(_: R.Type) -> ColumnKeys {
    let type = ObjectIdentifier(R.self)
    if let known = made.withLock({ $0[type] }) { return known }
    // Headings of lists of people are told by `GeneralTitles`.
    let keys = ColumnKeys(
      names: R.idColumns + R.fields.map(\.name), synonyms: R.synonyms, isLabelled: R.kind != .stakeholder)
    made.withLock { $0[type] = keys }
    return keys
  }

  /// - Parameter isLabelled: whether the words count with which the program shows the fields in each of its languages.
  private init(names all: [String], synonyms: [String: [String]], isLabelled: Bool) {
    let books = isLabelled ? Phrasebook.languages.map(Phrasebook.init) : []
    fields = all.map { name in
      let labels = Set(books.map { ColumnNames.key($0.label("field", name)) })
      return (
        name, ColumnNames.key(name), synonyms[name, default: []].map(ColumnNames.key), labels.sorted()
      )
    }
    var names: [String: [String]] = [:]
    for field in fields {
      for key in Set([field.own] + field.synonyms + field.labels) {
        names[key, default: []].append(field.name)
      }
    }
    self.names = names
  }
}
