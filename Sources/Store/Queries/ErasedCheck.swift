import Model

extension Library {
  /// Whether a new record is of somebody who asked to be erased; nil where nobody did, so that nothing is asked.
  public func erasedCheck() throws -> (@Sendable (Stakeholder) -> Bool)? { nil }
}
