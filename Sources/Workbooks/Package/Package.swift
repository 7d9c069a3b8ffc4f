/// A zip container of parts that are asked for by name, in whatever order they stand in it.
struct Package: Sendable {
  let file: any WorkbookBytes
  let limits: WorkbookLimits
  let names: Set<String>

  init(_ file: any WorkbookBytes, _ limits: WorkbookLimits) throws {
    (self.file, self.limits) = (file, limits)
    let entries = try PackageEntries(file, limits)
    var names: Set<String> = []
    while let name = try entries.next() { names.insert(name) }
    self.names = names
  }

  /// The entries, at the part; nil where there is none.
  func entries(at name: String) throws -> PackageEntries? {
    let name = PackageEntries.normal(name)
    guard names.contains(name) else { return nil }
    let entries = try PackageEntries(file, limits)
    while let found = try entries.next(), found != name {}
    return entries
  }

  /// Reads a part to its end, or until the handler has all that it wanted.
  /// - Returns: whether there is such a part.
  @discardableResult
  func read(_ name: String, _ handler: XMLHandler) throws -> Bool {
    guard let entries = try entries(at: name) else { return false }
    let reader = XMLReader(handler, part: name, limits)
    while !handler.isFinished, try entries.block(reader.feed) != nil {}
    try reader.end()
    return true
  }
}
