import Model
import Office
import Phrases
import Store
import Terminal

extension StakeholdersPane {
  /// The query line while somebody types in it, and the saved views.
  static let findingCommands: [Command<StakeholdersPane>] = [
    Command(
      "stakeholder.complete", .commandComplete, ["Tab", "Right"], rank: 9, when: { $0.isSearching }
    ) { pane, _ in
      guard pane.line.accept() else { return [.announce(Phrase(.queryNothingToComplete))] }
      pane.follow()
      return []
    },
    .moving("stakeholder.candidate", .commandNextCandidate, ["Shift-Tab"], when: { $0.isSearching }) {
      $0.line.choose(1)
    },
    .moving(
      "stakeholder.earlier", .commandEarlierQuery, ["Up", "Ctrl-P"], rank: 10, when: { $0.isSearching }
    ) { pane in
      if pane.line.recall(-1) { pane.follow() }
    },
    .moving(
      "stakeholder.later", .commandLaterQuery, ["Down", "Ctrl-N"],
      when: { $0.isSearching && $0.line.isRecalling }
    ) { pane in
      if pane.line.recall(1) { pane.follow() }
    },
    Command(
      "stakeholder.toList", .commandToList, ["Down"], rank: 2,
      when: { $0.isSearching && !$0.line.isRecalling }
    ) { pane, _ in
      pane.leaveLine()
    },
    Command("stakeholder.views", .commandViews, ["v"], rank: 8, when: { $0.editor == nil }) { pane, look in
      pane.leaveLine() + [.present(ViewsPane(pane.view, who: look.who))]
    },
    Command(
      "stakeholder.keepView", .commandKeepView, ["V"], when: { $0.editor == nil },
      needs: .contribute
    ) { pane, look in
      pane.leaveLine() + [.present(ViewsPane.namePrompt(pane.view, who: look.who))]
    },
  ]

  /// Leaves the line for the list, and keeps what was asked.
  mutating func leaveLine() -> [Effect] {
    let before = line.kept
    line.close()
    return line.kept == before ? [] : [.prefer(QueryLine.preference, line.kept)]
  }

  var searchWords: String? { line.isTyping ? line.text : nil }

  mutating func seek(_ words: String) {
    line.open()
    line.set(words)
    follow()
  }

  /// What the list shows and how, as a saved view keeps it.
  var view: SavedView {
    var view = SavedView(id: "")
    view.query = line.query.neutralText
    view.columns = columns
    view.sort = list.sort.column + (list.sort.isAscending ? "+" : "-")
    view.group = group
    return view
  }

  /// Shows the list as a saved view has it.
  mutating func show(_ view: SavedView) {
    line.close()
    line.say(kept: view.query)
    let known = view.columns.filter { StakeholderColumn.named($0) != nil }
    if !known.isEmpty { columns = known }
    if let sort = StakeholderSort(kept: view.sort) { list.sort(by: sort) }
    group = view.group
    if let grouping = Grouping(group) { pivot.count(grouping) }
    editor = nil
    list.show(line.filter)
  }
}

extension StakeholderSort {
  /// Reads `country+` or `name-`; nil for anything else.
  public init?(kept text: String) {
    guard let sign = text.last, sign == "+" || sign == "-" else { return nil }
    let column = String(text.dropLast())
    guard ["name", "changed"].contains(column) || Stakeholder.field(column) != nil else { return nil }
    self.init(column: column, isAscending: sign == "+")
  }
}
