import Model

/// An enquiry becomes an interview, a briefing or a seminar: the event is put into the store and the enquiry is
/// linked to it, as one change.
public struct MakeAppearance: Change {
  public var name: String { "appearance" }
  public var needs: Need { .campaign }
  let base: Enquiry
  let event: Event

  /// - Parameters:
  ///   - base: the enquiry as it was when the event was made of it.
  ///   - event: a new one.
  public init(of base: Enquiry, as event: Event) { (self.base, self.event) = (base, event) }

  /// - Throws: `Refusal.changedMeanwhile` where somebody made an event of it already.
  public func perform(in transaction: Transaction) throws {
    guard var enquiry = try transaction.fetch(Enquiry.self, base.id) else {
      throw Refusal.gone(title: base.title)
    }
    guard enquiry.event == base.event else {
      throw Refusal.changedMeanwhile(
        title: base.title, by: try transaction.lastWriter(.enquiry, base.id))
    }
    try transaction.put(event)
    enquiry.event = event.id
    try transaction.put(enquiry)
  }
}
