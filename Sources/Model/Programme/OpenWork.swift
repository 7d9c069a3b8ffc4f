/// What the office has to do, the most urgent first: the top of a list that may be long.
public struct OpenWork: Sendable, Equatable {
  public struct Item: Sendable, Equatable {
    public let activity: Activity
    public let standing: Standing
  }

  public private(set) var items: [Item] = []
  public private(set) var lateCount = 0
  public private(set) var dueCount = 0
  /// The adopted plans that count as closed.
  public private(set) var closedPlans: [Plan] = []

  public init() {}

  /// - Parameter limit: so many are kept; all are counted. What a recorded decision about two texts overruled is
  ///   not asked for.
  public init(_ programme: Programme, asOf day: Day, limit: Int) {
    let overruled = Set(programme.rulings.flatMap(\.overruled))
    let book = OccurrenceBook(programme)
    closedPlans = programme.closedPlans(asOf: day)
    for activity in programme.activities where !overruled.contains(activity.id) {
      let item = Item(activity: activity, standing: book.standing(of: activity, asOf: day))
      switch item.standing {
      case .late: lateCount += 1
      case .due: dueCount += 1
      case .early, .next, .underWay: break
      case .done, .ongoing, .cancelled, .closed: continue
      }
      items.append(item)
    }
    // What presses alike stands in the order of its days.
    func end(_ item: Item) -> Int { item.activity.plan(in: day.parts.year).end?.number ?? .max }
    items.sort {
      ($1.standing.urgency, end($0), $0.activity.id) < ($0.standing.urgency, end($1), $1.activity.id)
    }
    items.removeLast(max(0, items.count - limit))
  }
}
