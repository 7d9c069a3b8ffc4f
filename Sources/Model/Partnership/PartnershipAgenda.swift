extension AgendaItem {
  /// The next review of what is in force, and the end of its term (annex III, paragraphs 6 and 10).
  static func of(_ partnership: Partnership) -> [AgendaItem] {
    guard partnership.state.isInForce else { return [] }
    return [(partnership.nextReview, Mark.review), (partnership.end, .ends)].compactMap { day, mark in
      day.map {
        AgendaItem(
          kind: .partnership, id: partnership.id, mark: mark, start: .day($0), title: partnership.name)
      }
    }
  }
}
