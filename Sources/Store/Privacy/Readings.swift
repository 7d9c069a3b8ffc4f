import Model

extension RecordKind {
  /// Whether its records have fields that a viewer does not see.
  public var isPrivate: Bool { Masks.fields[self] != nil }
}

extension Library {
  /// Writes down which records with private fields somebody has had open.
  /// - Parameter format: where they were shown: `screen`, or as what a command wrote them.
  public func logReading(_ records: [RecordReference], as format: String = "screen") throws {
    let named = records.prefix(100).map(\.description)
    let rest = records.count > named.count ? ["+\(records.count - named.count)"] : []
    try disclose(
      Disclosure(
        .read, format: format, records: records.count, selection: (named + rest).joined(separator: " ")))
  }
}
