import Model
import Phrases

/// Which activities the timeline shows.
enum TimelineFilter: CaseIterable, Sendable {
  case all, pressing, table1, implementation

  var next: Self {
    let all = Self.allCases
    return all[(all.firstIndex(of: self)! + 1) % all.count]
  }

  func includes(_ activity: Activity, asOf day: Day) -> Bool {
    switch self {
    case .all: return true
    case .table1: return activity.adopted?.plan == .table1
    case .implementation: return activity.adopted?.plan == .implementation
    case .pressing:
      switch activity.standing(asOf: day) {
      case .late, .due: return true
      default: return false
      }
    }
  }

  /// What the title says; nil where everything is shown.
  var phrase: PhraseKey? {
    switch self {
    case .all: nil
    case .pressing: .timelinePressing
    case .table1: .timelineOnlyTable1
    case .implementation: .timelineOnlyPlan
    }
  }
}
