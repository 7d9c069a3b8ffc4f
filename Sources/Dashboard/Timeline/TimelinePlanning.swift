import Model
import Office
import Phrases
import Store
import Terminal

/// Adding to plans and taking out of them.
extension TimelinePane {
  static let planningCommands: [Command<TimelinePane>] = [
    Command("activity.new", .commandNew, ["n"], rank: 5, when: \.isBrowsing, needs: .edit) { pane, _ in
      [.present(RecordForm(pane.blank(isStep: false), isNew: true))]
    },
    Command("activity.step", .commandStep, ["N"], when: \.isBrowsing, needs: .edit, unless: noRecord) {
      pane, _ in
      [.present(RecordForm(pane.blank(isStep: true), isNew: true))]
    },
    Command("activity.plan", .commandNewPlan, ["P"], when: \.isBrowsing, needs: .edit) { _, _ in
      [.present(RecordForm(WorkPlan(id: NewID.make()), isNew: true))]
    },
    Command("activity.depends", .commandDepends, ["d"], when: \.isBrowsing, needs: .edit, unless: noRecord) {
      pane, _ in
      pane.current.map { [.present(DependencyPane($0))] } ?? []
    },
    Command("activity.freeze", .commandFreeze, ["B"], when: \.isBrowsing, needs: .edit, unless: noFreeze) {
      pane, look in
      pane.freeze(look)
    },
    Command("activity.retire", .commandTakeOut, ["D"], when: \.isBrowsing, needs: .edit, unless: noRetire) {
      pane, look in
      pane.retire(look)
    },
  ]

  /// The plan of the office that the line under the cursor stands for; nil where it stands for none.
  var selectedPlan: WorkPlan? {
    guard editor == nil, let selected, selected.source == .group,
      case .own(let id) = tree.groups[selected.group].plan
    else { return nil }
    return tree.programme.plans.first { $0.id == id }
  }

  /// A new activity in the plan of the one under the cursor: beside it, or below it as its step.
  private func blank(isStep: Bool) -> Activity {
    var activity = Activity(id: NewID.make())
    guard let selected, tree.groups.indices.contains(selected.group) else { return activity }
    activity.planText = tree.groups[selected.group].key
    if selected.source == .activity {
      activity.parent = isStep ? selected.id : selected.activity.parent
      activity.owner = selected.activity.owner
    }
    return activity
  }

  // MARK: Freezing what was planned at first

  /// The activities of the office that a freeze would be about: the one under the cursor, or all of a folded plan.
  private var freezable: [Activity] {
    guard let selected else { return [] }
    let items =
      selected.source == .group
      ? tree.items.filter { $0.group == selected.group && $0.source == .activity } : [selected]
    return items.map(\.activity).filter { activity in
      activity.adopted == nil && activity.baselineStart == nil && activity.baselineEnd == nil
        && (activity.start != nil || activity.end != nil)
    }
  }

  private static func noFreeze(_ pane: Self, _ look: Look) -> Phrase? {
    if pane.selected?.source != .group, let problem = noRecord(pane, look) { return problem }
    if pane.current?.adopted != nil { return Phrase(.timelineAdoptedStays) }
    if let current = pane.current, current.baselineEnd != nil || current.baselineStart != nil {
      return Phrase(.timelineFrozen, .text(look.title(of: current)))
    }
    return pane.freezable.isEmpty ? Phrase(.timelineNoDays) : nil
  }

  private func freeze(_ look: Look) -> [Effect] {
    let edits = freezable.map { activity in
      var frozen = activity
      (frozen.baselineStart, frozen.baselineEnd) = (activity.start, activity.end ?? activity.start)
      return (before: activity, after: frozen)
    }
    let news = Phrase(.timelineFroze, .number(edits.count))
    return [.apply(ChangeActivities("freeze", edits), then: [.announce(news)])]
  }

  // MARK: Taking out

  private static func noRetire(_ pane: Self, _ look: Look) -> Phrase? {
    pane.selectedPlan != nil ? nil : noRecord(pane, look)
  }

  /// Removes what nothing hangs on; anything else is cancelled, and what hangs on it is named.
  private mutating func retire(_ look: Look) -> [Effect] {
    if let plan = selectedPlan { return retire(plan, look) }
    guard let current else { return [] }
    let title = look.title(of: current)
    let hanging = tree.programme.hanging(on: current)
    if current.adopted == nil, hanging.isEmpty {
      return [
        .apply(RemoveRecord(current), then: [.announce(Phrase(.timelineRemoved, .text(title), .text("u")))])
      ]
    }
    guard current.status != .cancelled else {
      let what = current.adopted == nil ? look.list(hanging.map { look.say($0.0, .number($0.1)) }) : ""
      return [
        .announce(
          what.isEmpty ? Phrase(.timelineAdoptedStays) : Phrase(.timelineHangs, .text(title), .text(what)))
      ]
    }
    var cancelled = current
    cancelled.status = .cancelled
    let what = look.list(hanging.map { look.say($0.0, .number($0.1)) })
    let news =
      current.adopted != nil || what.isEmpty
      ? Phrase(.labelled, .text(title), .text(look.word("status", WorkState.cancelled.rawValue)))
      : Phrase(.timelineCancelledInstead, .text(title), .text(what))
    return [.apply(EditRecord(base: current, edited: cancelled), then: [.announce(news)])]
  }

  private func retire(_ plan: WorkPlan, _ look: Look) -> [Effect] {
    let programme = tree.programme
    let hanging: [(PhraseKey, Int)] = [
      (.hangsActivities, programme.activities.lazy.filter { $0.planText == plan.id }.count),
      (.hangsBudget, programme.budget.lazy.filter { $0.plan == plan.id }.count),
    ].filter { $0.1 > 0 }
    guard hanging.isEmpty else {
      let what = look.list(hanging.map { look.say($0.0, .number($0.1)) })
      return [.announce(Phrase(.timelineHangs, .text(plan.name), .text(what)))]
    }
    return [
      .apply(RemoveRecord(plan), then: [.announce(Phrase(.timelineRemoved, .text(plan.name), .text("u")))])
    ]
  }
}

extension Programme {
  /// What refers to an activity, and how much of it.
  func hanging(on activity: Activity) -> [(PhraseKey, Int)] {
    let id = activity.id
    return [
      (.hangsSteps, activities.lazy.filter { $0.parent == id }.count),
      (.hangsFollowers, activities.lazy.filter { $0.dependsOn.contains(id) }.count),
      (.hangsTimes, occurrences.lazy.filter { $0.activity == id }.count),
      (.hangsBudget, budget.lazy.filter { $0.activity == id }.count),
      (.hangsProducts, products.lazy.filter { $0.activity == id }.count),
      (.hangsEvents, events.lazy.filter { $0.activity == id }.count),
    ].filter { $0.1 > 0 }
  }
}
