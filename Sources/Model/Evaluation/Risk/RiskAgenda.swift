extension AgendaItem {
  init?(_ risk: Risk) {
    guard let day = risk.reviewDay else { return nil }
    self.init(kind: .risk, id: risk.id, mark: .review, start: .day(day), title: risk.title)
  }
}
