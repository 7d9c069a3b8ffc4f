import Model

/// Puts contacts into the log, and the people whom nobody knew before: one entry of the journal, one undo.
public struct LogContacts: Change {
  public var name: String { "add" }
  public var needs: Need { .contribute }
  let contacts: [Engagement]
  let people: [Stakeholder]

  public init(_ contacts: [Engagement], newPeople people: [Stakeholder] = []) {
    (self.contacts, self.people) = (contacts, people)
  }

  /// - Throws: `Refusal.gone` where one of the people was taken out meanwhile, `Refusal.changedMeanwhile` where somebody
  ///   logged one of the contacts.
  public func perform(in transaction: Transaction) throws {
    for person in people { try transaction.put(person) }
    for contact in contacts {
      if try transaction.stored(.engagement, contact.id) != nil {
        throw Refusal.changedMeanwhile(
          title: contact.title, by: try transaction.lastWriter(.engagement, contact.id))
      }
      guard try transaction.stored(.stakeholder, contact.stakeholder) != nil else {
        throw Refusal.gone(title: contact.title)
      }
      try transaction.put(contact)
    }
  }
}
