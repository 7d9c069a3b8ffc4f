/// The budget by plan and activity. Made once when records arrive, not at every key.
public struct BudgetSheet: Sendable, Equatable {
  /// The sums for one activity, or for a plan or launch as a whole.
  public struct Entry: Sendable, Equatable {
    /// Nil for what belongs to the plan as a whole; of a launch, that is the public-relations consultancy (annex I,
    /// paragraph 8) and whatever else has no activity.
    public let activity: RecordID?
    public let items: [BudgetItem]
    public let figures: BudgetFigures

    init(_ activity: RecordID?, _ items: [BudgetItem]) {
      (self.activity, self.items) = (activity, items)
      var figures = BudgetFigures()
      figures.add(items)
      self.figures = figures
    }
  }

  public struct Group: Sendable, Equatable {
    /// Nil for what stands in no plan that anybody knows.
    public let plan: PlanRef?
    public let entries: [Entry]
    public let figures: BudgetFigures

    init(_ plan: PlanRef?, _ entries: [Entry]) {
      (self.plan, self.entries) = (plan, entries)
      var figures = BudgetFigures()
      for entry in entries { figures.add(entry.items) }
      self.figures = figures
    }
  }

  public let groups: [Group]
  /// Of all plans together.
  public let figures: BudgetFigures

  /// - Parameters:
  ///   - activities: as they are stored; the decision's own need not be among them.
  ///   - lines: the office's sums, in any order.
  public init(
    _ decision: Decision = .adopted, activities: [Activity] = [], plans: [WorkPlan] = [],
    launches: [Launch] = [], lines: [BudgetLine] = []
  ) {
    let own = activities.filter { $0.adopted == nil }
    let planOf = Dictionary(own.map { ($0.id, $0.plan) }, uniquingKeysWith: { $1 })
    var sums: [PlanRef?: [RecordID: [BudgetLine]]] = [:]
    for line in lines.sorted(by: Self.order) {
      let plan = Self.plan(of: line, decision, planOf)
      sums[plan, default: [:]][line.activity, default: []].append(line)
    }
    let known: [PlanRef?] =
      Plan.allCases.map { .adopted($0) } + plans.map { .own($0.id) } + launches.map { .launch($0.id) }
    let isKnown = Set(known)
    var members = Dictionary(grouping: own, by: { $0.plan }).mapValues { $0.map(\.id) }
    for plan in Plan.allCases {
      members[.adopted(plan)] = decision.activities.filter { $0.plan == plan }.map(\.id)
    }
    // Of a plan that was removed, what is left still counts.
    let lost = Set(sums.keys).union(members.keys).subtracting(isKnown).sorted {
      ($0?.text ?? "~") < ($1?.text ?? "~")
    }
    // The activities of Table 2, which stand in no plan, in the order of the table.
    let places = Dictionary(uniqueKeysWithValues: zip(decision.launchActivities.map(\.id), 0...))
    groups = (known + lost).map { plan in
      let byActivity = sums[plan] ?? [:]
      let named = members[plan] ?? []
      let strangers = Set(byActivity.keys).subtracting(named).subtracting([""])
        .sorted { (places[$0] ?? .max, $0) < (places[$1] ?? .max, $1) }
      let whole = byActivity[""].map { [Entry(nil, $0.map(BudgetItem.line))] } ?? []
      return Group(
        plan,
        whole
          + (named + strangers).map { id in
            let printed = decision.activity(id)?.budget.map { [BudgetItem.adopted(id, $0)] } ?? []
            return Entry(id, printed + (byActivity[id] ?? []).map(BudgetItem.line))
          })
    }
    var figures = BudgetFigures()
    for group in groups { for entry in group.entries { figures.add(entry.items) } }
    self.figures = figures
  }

  /// A launch before the plan of the activity: what is spent on it is seen there.
  private static func plan(
    of line: BudgetLine, _ decision: Decision, _ planOf: [RecordID: PlanRef?]
  ) -> PlanRef? {
    if !line.launch.isEmpty { return .launch(line.launch) }
    if let adopted = decision.activity(line.activity) { return .adopted(adopted.plan) }
    if let plan = planOf[line.activity] { return plan }
    return PlanRef(line.plan)
  }

  private static func order(_ a: BudgetLine, _ b: BudgetLine) -> Bool {
    let stages = BudgetStage.allCases
    let (first, second) = (stages.firstIndex(of: a.stage) ?? 0, stages.firstIndex(of: b.stage) ?? 0)
    if first != second { return first < second }
    return (a.day?.number ?? .max, a.name, a.id) < (b.day?.number ?? .max, b.name, b.id)
  }
}
