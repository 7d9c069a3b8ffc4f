import Model

/// One person's word that material under embargo may go out; with a second person's it is out. What is out stays
/// out: no undo takes it back.
public struct ReleaseMaterial: Change {
  public var name: String { "release-material" }
  public var needs: Need { .release }
  public let why: String
  let id: RecordID
  let isEarly: Bool

  /// - Parameter isEarly: the person means to release it although its embargo has not lifted.
  public init(_ id: RecordID, isEarly: Bool = false, why: String = "") {
    (self.id, self.isEarly, self.why) = (id, isEarly, why)
  }

  /// - Throws: `Refusal.invalid` where this person has released it already, where it is out, or where its embargo
  ///   has not lifted by the store's clock and nobody said that this is meant.
  public func perform(in transaction: Transaction) throws {
    guard var material = try transaction.fetch(Material.self, id) else { throw Refusal.gone(title: id) }
    guard !material.isReleased, !material.words.contains(where: { $0.who == transaction.who }) else {
      throw Refusal.invalid(field: "releases", .secondPersonNeeded(transaction.who))
    }
    let embargo = try material.embargo ?? transaction.fetch(Launch.self, material.launch)?.embargo
    if let embargo, transaction.now < embargo.seconds, !isEarly {
      throw Refusal.invalid(field: "embargo", .underEmbargo(embargo))
    }
    material.releases.append(Release(who: transaction.who, at: transaction.now, digest: material.digest))
    transaction.validity.releasedBy = transaction.who
    try transaction.put(material)
  }
}
