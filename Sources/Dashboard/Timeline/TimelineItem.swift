import Model

/// One line of the timeline with what is derived of it, once for each answer of the store rather than at each key.
struct TimelineItem: Sendable {
  enum Source: Sendable, Equatable {
    case activity
    /// A launch, or an activity of its Table 2: the launch pane keeps it.
    case launch(RecordID, activity: RecordID?)
    /// Stands for a whole group that is folded, or empty.
    case group
  }

  /// How far the steps of an activity are, for information: what was typed of the activity itself stays.
  struct Steps: Sendable, Equatable {
    var count = 0
    var done = 0
    /// Of all percents together.
    var progress = 0

    var percent: Int { count == 0 ? 0 : progress / count }
  }

  var source = Source.activity
  /// As it is stored; of a line that only leads on, what stands for it.
  var activity: Activity
  /// The days that its steps span, where it has none of its own.
  var span: (start: Day, end: Day)?
  var group: Int
  var depth = 0
  var steps = Steps()
  /// The place after its last step.
  var end = 0
  var standing = Standing.ongoing
  var slip: Int?
  /// What it waits for is late.
  var isHeldUp = false
  /// The text of the other annex is followed in its place.
  var isOverruled = false
  /// And so is that other text: another way was decided.
  var isSettledOtherwise = false
  var ownPlan = OwnPlan.none
  /// Whether the text gives money for it.
  var hasBudget = false

  /// What the current plan is beside the first one.
  enum OwnPlan: Sendable {
    /// There is none, or nothing that it could be compared with.
    case none
    case asAdopted, other

    init(_ activity: Activity) {
      self = .none
      // What comes again is drawn at its times.
      if case .yearlyMonth = activity.occurrenceRule, activity.status == .planned { return }
      if activity.adopted == nil, activity.baselineStart == nil, activity.baselineEnd == nil { return }
      let days = [activity.start, activity.end, activity.actualStart, activity.actualEnd]
      if [.underWay, .done].contains(activity.status) || days.contains(where: { $0 != nil }) {
        self = .other
      } else if !activity.isRecurring, activity.baseline(in: 1).end != nil {
        self = .asAdopted
      }
    }
  }

  var id: RecordID { activity.id }

  /// With the days that it is drawn with.
  var drawn: Activity {
    guard let span else { return activity }
    var drawn = activity
    (drawn.start, drawn.end) = (span.start, span.end)
    return drawn
  }
}

/// A plan as a group of lines.
struct TimelineGroup: Sendable, Equatable {
  let plan: PlanRef?
  /// Of a plan that the office added, and of a launch that the decision does not name.
  var name = ""
  /// How many days its activities are behind, all together.
  var slip = 0
  var count = 0

  /// What the fold of the group is kept by.
  var key: String { plan?.text ?? "" }
}
