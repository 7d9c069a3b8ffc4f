import Synchronization

/// Where each field stands in the table of its kind, by name: every cell of a list and every line of a page asks for one.
enum FieldPlaces {
  private static let places = Mutex<[ObjectIdentifier: [String: Int]]>([:])

  static func place<R: Record>(of name: String, in _: R.Type) -> Int? {
    let type = ObjectIdentifier(R.self)
    if let known = places.withLock({ $0[type] }) { return known[name] }
    let all = Dictionary(
      zip(R.fields.map(\.name), R.fields.indices), uniquingKeysWith: { first, _ in first })
    places.withLock { $0[type] = all }
    return all[name]
  }
}
