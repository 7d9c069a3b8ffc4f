import Model

/// The views of the person who asks, then those that all share; by name. Others' own views are theirs.
public struct SavedViews: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> [SavedView] {
    try reader.all(SavedView.self)
      .filter { $0.owner.isEmpty || $0.owner == reader.who }
      .sorted { a, b in
        (a.owner.isEmpty ? 1 : 0, Folding.folded(a.name), a.id)
          < (b.owner.isEmpty ? 1 : 0, Folding.folded(b.name), b.id)
      }
  }
}
