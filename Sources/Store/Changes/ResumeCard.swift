import Model

/// Lets a card of a launch go on that was held up: with the state that it had before, to do where nobody knows.
public struct ResumeCard: Change {
  public var name: String { "edit" }
  public var needs: Need { .campaign }
  public var isOfOneRecord: Bool { true }
  let card: Card

  /// - Parameter card: as the person saw it.
  public init(_ card: Card) { self.card = card }

  public func perform(in transaction: Transaction) throws {
    let before = try transaction.reader.value(
      String.self,
      """
      SELECT before ->> '$.card_state' FROM journal_row
      WHERE kind = 'card' AND record = ? AND after ->> '$.card_state' = 'blocked' ORDER BY journal DESC LIMIT 1
      """, [card.id])
    var edited = card
    edited.state = before.flatMap(CardState.init(rawValue:)) ?? .toDo
    try EditRecord(base: card, edited: edited).perform(in: transaction)
  }
}
