/// The tasks of a launch by the place where they stand: an activity of Table 2, and a day.
public struct Board: Sendable {
  private struct Place: Hashable, Sendable {
    let activity: RecordID
    let day: Day?
  }

  private var cells: [Place: [Card]] = [:]
  private var places: [RecordID: Place] = [:]
  private var days: [Day: Int] = [:]
  /// How many have no day.
  public private(set) var undatedCount = 0

  public init() {}

  public init(_ cards: some Sequence<Card>) {
    for card in cards {
      let place = Place(activity: card.activity, day: card.day)
      cells[place, default: []].append(card)
      places[card.id] = place
      count(card.day, by: 1)
    }
    for place in cells.keys { cells[place]?.sort(by: Card.precedes) }
  }

  public var count: Int { places.count }

  /// Those of an activity on a day, what takes the whole day first, then by time; nil for those without a day.
  public func cards(_ activity: RecordID, _ day: Day?) -> [Card] {
    cells[Place(activity: activity, day: day)] ?? []
  }

  public func card(_ id: RecordID) -> Card? {
    places[id].flatMap { cells[$0]?.first { $0.id == id } }
  }

  public var all: [Card] { cells.values.flatMap(\.self) }

  /// How many stand on days of their own beside those.
  public func count(outside window: ClosedRange<Day>) -> Int {
    var inside = 0
    for number in window.lowerBound.number...window.upperBound.number {
      inside += days[Day(number: number)] ?? 0
    }
    return count - undatedCount - inside
  }

  /// Puts a card where it stands now, or takes its new state.
  public mutating func put(_ card: Card) {
    remove(card.id)
    let place = Place(activity: card.activity, day: card.day)
    var cell = cells[place] ?? []
    cell.insert(card, at: cell.firstIndex { Card.precedes(card, $0) } ?? cell.count)
    cells[place] = cell
    places[card.id] = place
    count(card.day, by: 1)
  }

  public mutating func remove(_ id: RecordID) {
    guard let place = places.removeValue(forKey: id) else { return }
    cells[place]?.removeAll { $0.id == id }
    if cells[place]?.isEmpty == true { cells[place] = nil }
    count(place.day, by: -1)
  }

  private mutating func count(_ day: Day?, by step: Int) {
    if let day { days[day, default: 0] += step } else { undatedCount += step }
  }
}
