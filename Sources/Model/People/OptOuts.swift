extension Stakeholder {
  /// The uses of their data that they refused; those that nobody asked them about are not among them.
  public var refusedUses: [ConsentUse] {
    consents.isEmpty ? [] : ConsentUse.allCases.filter { consent(to: $0)?.answer == .no }
  }

  /// Whether something that they refused before is not refused here.
  public func hasForgottenRefusal(of before: Stakeholder) -> Bool {
    (before.isDoNotContact && !isDoNotContact)
      || !Set(before.refusedUses).isSubset(of: refusedUses)
  }

  /// Takes over what another record of the same person refuses: of two answers the stricter one holds.
  mutating func takeRefusals(of other: Stakeholder) {
    let refused = Set(refusedUses).union(other.refusedUses)
    for consent in other.consents where !consents.contains(consent) { consents.append(consent) }
    isDoNotContact = isDoNotContact || other.isDoNotContact
    for use in refused {
      // A later yes of one record does not outdo the no of the other: nobody knows whether it was an answer to it.
      while let last = consent(to: use), last.answer == .yes { consents.removeAll { $0 == last } }
    }
  }
}
