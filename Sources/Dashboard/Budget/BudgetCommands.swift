import Model
import Office
import Phrases
import Store
import Terminal

extension BudgetPane {

  /// Only the office's own sums can be changed: those of the decision stand.
  private static func notOurs(_ pane: Self, _ look: Look) -> Phrase? {
    if case .adopted = pane.item { return Phrase(.budgetFixed, .text("n")) }
    return pane.line == nil ? Phrase(.budgetChooseLine, .text("n")) : nil
  }

  static let commands: [Command<BudgetPane>] =
    actions
    + moves { pane, move in
      pane.move(by: move.step(count: pane.rows.count, height: pane.listRows))
    }

  private static let actions: [Command<BudgetPane>] = [
    Command("budget.open", .commandOpen, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
      if let line = pane.line { return [.present(RecordForm(line))] }
      if let activity = pane.entry?.activity, Decision.adopted.launchActivity(activity) == nil {
        return [.go(.activity(activity))]
      }
      if case .launch(let id) = pane.group?.plan {
        return [.go(.launch(id, activity: pane.entry?.activity, slot: nil))]
      }
      return [.go(.activity(nil))]
    },
    Command("budget.new", .commandNew, ["n"], rank: 2, needs: .edit) { pane, _ in
      [.present(RecordForm(pane.fresh(), isNew: true))]
    },
    Command(
      "budget.edit", .commandEdit, ["e"], rank: 3,
      needs: .edit,
      unless: { pane, look in pane.launch == nil ? notOurs(pane, look) : nil }
    ) { pane, look in
      if let launch = pane.launch {
        return [.present(RecordForm(launch, at: "consultancy", over: look.say(.paneBudget)))]
      }
      return pane.line.map { [.present(RecordForm($0))] } ?? []
    },
    Command("budget.remove", .commandRemove, ["D"], rank: 6, needs: .edit, unless: notOurs) { pane, _ in
      guard let line = pane.line else { return [] }
      return [
        .apply(RemoveRecord(line), then: [.announce(Phrase(.removed, .text(line.name), .text("u")))])
      ]
    },
    Command("budget.filter", .commandFilter, ["f"], rank: 4) { pane, _ in
      pane.show(pane.filter.next)
      return []
    },
    Command(
      "budget.undo", .commandUndo, ["u"], rank: 5, needs: .contribute
    ) { _, _ in [.undo] },
    Command("budget.history", .commandHistory, ["H"], unless: notOurs) { pane, look in
      pane.line.map { [.present(HistoryPane<BudgetLine>($0.id, called: look.title(of: $0)))] } ?? []
    },
  ]

  /// A new sum for what the cursor stands on.
  private func fresh() -> BudgetLine {
    var line = BudgetLine(id: NewID.make())
    line.activity = entry?.activity ?? ""
    switch group?.plan {
    case .launch(let id): line.launch = id
    case .own(let id): line.plan = id
    case .adopted(let plan): line.plan = line.activity.isEmpty ? plan.rawValue : ""
    case nil: break
    }
    return line
  }
}
