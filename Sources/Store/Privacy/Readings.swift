import Model

extension RecordKind {
  /// Whether its records have fields that a viewer does not see.
  public var isPrivate: Bool { Masks.fields[self] != nil }
}

extension Library {
  /// Writes down which records with private fields somebody has had open.
  public func logReading(_ records: [RecordReference]) throws {
    let named = records.prefix(100).map(\.description)
    let rest = records.count > named.count ? ["+\(records.count - named.count)"] : []
    try disclose(
      Disclosure(
        .read, format: "screen", records: records.count, selection: (named + rest).joined(separator: " ")))
  }
}
