extension AgendaItem {
  /// The next review of what is in force.
  init?(_ partnership: Partnership) {
    guard let day = partnership.nextReview, partnership.state.isInForce else { return nil }
    self.init(
      kind: .partnership, id: partnership.id, mark: .review, start: .day(day), title: partnership.name)
  }
}
