import Model

/// The board of a launch, and what stands beside it on a day.
public struct LaunchBoardQuery: Query {
  let launch: RecordID
  /// By the clocks of the launch.
  let today: Day

  public init(_ launch: RecordID, on today: Day) { (self.launch, self.today) = (launch, today) }

  /// Nil where there is no such launch.
  public func answer(in reader: Reader) throws -> BoardSources? {
    guard let record = try reader.record(Launch.self, launch) else { return nil }
    let cards: [Card] = try reader.all(Card.self)
    var sources = BoardSources(launch: record, board: Board(cards.lazy.filter { $0.launch == launch }))
    sources.events = try reader.all(Event.self).filter { $0.launch == launch }
    sources.enquiries = try reader.all(Enquiry.self).filter {
      $0.isOpen && ($0.launch == launch || $0.launch.isEmpty)
    }
    // A day longer at each side: items are dated by the calendars of their own zones.
    sources.coverage = try CoverageBetween(today + -1, today + 1, launch: launch).answer(in: reader)
    return sources
  }
}
