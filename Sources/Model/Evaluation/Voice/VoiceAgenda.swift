extension AgendaItem {
  static func of(_ opportunity: Opportunity) -> [AgendaItem] {
    func item(_ start: When, _ mark: Mark) -> AgendaItem {
      var item = AgendaItem(
        kind: .opportunity, id: opportunity.id, mark: mark, start: start, title: opportunity.name)
      switch opportunity.state {
      case .planned, .open: break
      case .closed: item.state = .done
      case .cancelled: item.state = .cancelled
      }
      return item
    }
    return [
      opportunity.opens.map { item(.day($0), .begins) }, opportunity.deadline.map { item($0, .deadline) },
    ]
    .compactMap(\.self)
  }

  static func of(_ call: CallForInput) -> [AgendaItem] {
    func item(_ day: Day, _ mark: Mark) -> AgendaItem {
      AgendaItem(kind: .call, id: call.id, mark: mark, start: .day(day), title: call.name)
    }
    // Nobody ticks a call: once over it is quiet.
    return [call.opens.map { item($0, .begins) }, call.closes.map { item($0, .closes) }].compactMap(\.self)
  }

  init?(_ concern: Concern) {
    guard let due = concern.due else { return nil }
    self.init(kind: .concern, id: concern.id, mark: .due, start: .day(due), title: concern.name)
    state = concern.isOpen ? .open : concern.state == .declined ? .cancelled : .done
  }

  init?(_ group: FocusGroup) {
    guard let when = group.when else { return nil }
    self.init(kind: .focusGroup, id: group.id, mark: .session, start: when, title: group.name)
    place = group.place
  }
}
