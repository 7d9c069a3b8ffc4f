import Model
import Office
import Phrases

/// Which lines the timeline shows.
public struct TimelineFilter: Sendable, Equatable {
  /// How far work is, as people ask for it.
  enum State: String, CaseIterable, Sendable {
    case late, due, underWay = "under-way", planned, done, cancelled

    init(_ standing: Standing, _ activity: Activity, asOf day: Day) {
      self =
        switch standing {
        case .late: .late
        case .due: .due
        case .done: .done
        case .cancelled, .closed: .cancelled
        case .early: .underWay
        case .underWay, .next, .ongoing: activity.isBegun(on: day) ? .underWay : .planned
        }
    }
  }

  var states: Set<State> = []
  /// Of those of nobody, the empty name.
  var owners: Set<String> = []
  /// By `TimelineGroup.key`.
  var plans: Set<String> = []

  static let pressing: Set<State> = [.late, .due]

  var isEmpty: Bool { states.isEmpty && owners.isEmpty && plans.isEmpty }

  func includes(_ item: TimelineItem, in group: TimelineGroup, asOf day: Day) -> Bool {
    guard plans.isEmpty || plans.contains(group.key) else { return false }
    if item.source == .group { return states.isEmpty && owners.isEmpty }
    guard owners.isEmpty || owners.contains(item.activity.owner) else { return false }
    return states.isEmpty
      || states.contains(State(item.standing, item.activity, asOf: day)) && !item.isOverruled
  }
}

extension Look {
  /// What a filter leaves, for the title line.
  func words(_ filter: TimelineFilter, groups: [TimelineGroup]) -> [String] {
    var words: [String] = []
    if filter.states == TimelineFilter.pressing {
      words.append(say(.timelinePressing))
    } else if !filter.states.isEmpty {
      words.append(list(TimelineFilter.State.allCases.filter(filter.states.contains).map(state)))
    }
    if !filter.owners.isEmpty { words.append(list(filter.owners.sorted().map(owner))) }
    let plans = groups.filter { filter.plans.contains($0.key) }
    if !plans.isEmpty { words.append(list(plans.map(name))) }
    return words
  }

  func state(_ state: TimelineFilter.State) -> String {
    switch state {
    case .late: say(.overviewLate)
    case .due: say(.overviewDueWord)
    case .underWay, .planned, .done, .cancelled: word("status", state.rawValue)
    }
  }

  func owner(_ owner: String) -> String { owner.isEmpty ? say(.timelineNobody) : owner }

  /// What a plan is called in a sentence.
  func name(_ group: TimelineGroup) -> String {
    switch group.plan {
    case .adopted(.table1): say(.timelineOnlyTable1)
    case .adopted(.implementation): say(.timelineOnlyPlan)
    case .launch(let id): say(.timelineLaunch, .text(launchName(id, group.name)))
    case .own: group.name
    case nil: say(.timelineNoPlan)
    }
  }

  private func launchName(_ id: RecordID, _ name: String) -> String {
    Decision.adopted.label(ofLaunch: id, named: name)?.text(in: language) ?? (name.isEmpty ? id : name)
  }

  /// What a plan is called above its lines.
  func heading(_ group: TimelineGroup) -> String {
    switch group.plan {
    case .adopted(.table1): say(.timelineTable1)
    case .adopted(.implementation): say(.timelinePlan)
    case .launch(let id): say(.timelineLaunchHeading, .text(launchName(id, group.name)))
    case .own: group.name
    case nil: say(.timelineNoPlanHeading)
    }
  }
}
