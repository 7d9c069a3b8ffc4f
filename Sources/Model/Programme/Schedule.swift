/// What waits for what among activities, by their current plans.
public struct Schedule: Sendable {
  private let activities: [RecordID: Activity]
  private let followers: [RecordID: [RecordID]]
  private let day: Day

  /// - Parameter day: the as-of day.
  public init(_ activities: some Sequence<Activity>, asOf day: Day) {
    self.day = day
    var (known, followers): ([RecordID: Activity], [RecordID: [RecordID]]) = ([:], [:])
    for activity in activities {
      if !activity.dependsOn.isEmpty { known[activity.id] = activity }
      for id in activity.dependsOn { followers[id, default: []].append(activity.id) }
    }
    // Most activities wait for none, and none waits for them.
    for activity in activities where followers[activity.id] != nil { known[activity.id] = activity }
    (self.activities, self.followers) = (known, followers)
  }

  /// What waits for an activity.
  public func followers(of id: RecordID) -> [Activity] {
    (followers[id] ?? []).compactMap { activities[$0] }
  }

  /// What an activity waits for.
  public func predecessors(of activity: Activity) -> [Activity] {
    activity.dependsOn.compactMap { activities[$0] }
  }

  /// What keeps an activity from beginning as planned: it is not over, though its end has passed or comes on or
  /// after the planned start.
  public func blockers(of activity: Activity) -> [Activity] {
    guard !activity.isBegun(on: day), activity.status != .cancelled else { return [] }
    let start = plan(activity).start
    return predecessors(of: activity).filter { other in
      guard other.status != .cancelled, !(other.status == .done && other.isBegun(on: day)),
        let end = plan(other).end
      else { return false }
      return end < day || start.map { end >= $0 } ?? false
    }
  }

  /// The activities that have to begin later so that each begins after what it waits for is over, as they would be:
  /// as long as before, and no later than needed. Work that has begun, is over or has no planned start stays.
  /// - Parameter changed: activities with the days that they are to have.
  public func pushed(by changed: [Activity]) -> [(before: Activity, after: Activity)] {
    var moved = changed.byID
    var pushed: [(before: Activity, after: Activity)] = []
    for id in order(from: changed.map(\.id)) where moved[id] == nil {
      guard let activity = activities[id], isMovable(activity), let start = plan(activity).start else {
        continue
      }
      let over = activity.dependsOn.compactMap { moved[$0].flatMap { plan($0).end } }.max()
      guard let over, over >= start else { continue }
      var after = activity
      after.start = over + 1
      after.end = plan(activity).end.map { $0 + (over + 1 - start) }
      moved[id] = after
      pushed.append((activity, after))
    }
    return pushed
  }

  private func isMovable(_ activity: Activity) -> Bool {
    activity.status == .planned && !activity.isRecurring
  }

  private func plan(_ activity: Activity) -> (start: Day?, end: Day?) { activity.plan(in: day.parts.year) }

  /// All that waits for some activities, near or far, each after what it waits for.
  private func order(from starts: [RecordID]) -> [RecordID] {
    var order: [RecordID] = []
    var seen: Set<RecordID> = []
    for start in starts where seen.insert(start).inserted {
      // By hand rather than by recursion: a chain may be ten thousand long.
      var path: [(id: RecordID, left: ArraySlice<RecordID>)] = [(start, (followers[start] ?? [])[...])]
      while let (id, left) = path.last {
        if let next = left.first {
          path[path.count - 1].left = left.dropFirst()
          if seen.insert(next).inserted { path.append((next, (followers[next] ?? [])[...])) }
        } else {
          order.append(id)
          path.removeLast()
        }
      }
    }
    return order.reversed()
  }
}
