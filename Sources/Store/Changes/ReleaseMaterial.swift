import Model

/// One person's word that material under embargo may go out; with a second person's it is out. What is out stays
/// out: no undo takes it back.
public struct ReleaseMaterial: Change {
  public var name: String { "release-material" }
  public let why: String
  let id: RecordID

  public init(_ id: RecordID, why: String = "") { (self.id, self.why) = (id, why) }

  /// - Throws: `Refusal.invalid` where this person has released it already, or it is out.
  public func perform(in transaction: Transaction) throws {
    guard var material = try transaction.fetch(Material.self, id) else { throw Refusal.gone(title: id) }
    guard !material.isReleased, !material.releases.contains(where: { $0.who == transaction.who }) else {
      throw Refusal.invalid(field: "releases", .secondPersonNeeded(transaction.who))
    }
    material.releases.append(Release(who: transaction.who, at: transaction.now))
    transaction.validity.releasedBy = transaction.who
    try transaction.put(material)
  }
}
