import Model
import Office
import Phrases
import Store
import Terminal

extension StakeholdersPane {
  static let commands: [Command<StakeholdersPane>] =
    findingCommands + listCommands + moves(when: { $0.editor == nil && !$0.isSearching }) { $0.go($1) }
    + moves(when: \.isSearching, as: "found") { $0.go($1) }.map { $0.without("Down").without("Up") }
    + recordCommands
    + privacyCommands + registerCommands + peopleCommands
    + cleaningCommands + importCommands

  /// While the list has the keys. Typing in the search line takes letters first, so arrows still move.
  private static let listCommands: [Command<StakeholdersPane>] = [
    Command("stakeholder.open", .commandOpen, ["Enter"], rank: 1, when: { $0.editor == nil }) { pane, _ in
      let kept = pane.leaveLine()
      guard let selected = pane.selected else { return kept + [.announce(Phrase(.nothingSelected))] }
      pane.shown = selected
      pane.shift = 0
      pane.editor = RecordEditor(selected, mode: .view)
      return kept
    },
    .moving(
      "stakeholder.search", .commandSearch, ["/"], rank: 2, when: { $0.editor == nil && !$0.isSearching }
    ) { pane in
      pane.line.open()
    },
    Command("stakeholder.filter", .commandFilter, ["f"], rank: 3, when: { $0.editor == nil }) { pane, _ in
      [.present(FilterPane(pane.list.filter))]
    },
    Command("stakeholder.sort", .commandSort, ["s"], rank: 6, when: { $0.editor == nil }) { pane, _ in
      [.present(SortPane(pane.list.sort))]
    },
    Command("stakeholder.columns", .commandColumns, ["c"], rank: 7, when: { $0.editor == nil }) { pane, _ in
      [.present(ColumnsPane(pane.columns, width: pane.listWidth))]
    },
    Command("stakeholder.pivot", .commandPivot, ["p"], rank: 9, when: { $0.editor == nil }) { pane, look in
      var table = pane.pivot.pane(of: pane.list.filter, look)
      table.list = pane.view
      return [.present(table)]
    },
    Command("stakeholder.balance", .commandBalance, ["b"], rank: 10, when: { $0.editor == nil }) {
      pane, look in
      [.present(BalancePane(pane.list.filter, by: look.regions))]
    },
    Command("stakeholder.new", .commandNew, ["n"], rank: 5, when: { $0.editor == nil }, needs: .edit) {
      _, look in
      var stakeholder = Stakeholder(id: NewID.make())
      stakeholder.joined = look.asOf
      return [.present(RecordForm(stakeholder, isNew: true))]
    },
    Command(
      "stakeholder.edit", .commandEdit, ["e"], rank: 4, when: { $0.editor?.isTyping != true },
      needs: .edit, unless: lacking { $0.selected ?? $0.editor?.base }
    ) { pane, _ in
      // From a page of the record, saving leads back to it.
      if let page = pane.editor { return [.present(RecordForm(page.base, over: ""))] }
      return pane.selected.map { [.present(RecordForm($0))] } ?? []
    },
    Command(
      "stakeholder.retire", .commandRetire, ["D"], when: { $0.editor == nil }, needs: .edit,
      unless: lacking { $0.selected ?? $0.editor?.base }
    ) {
      pane, look in
      pane.retire(look)
    },
    .moving("stakeholder.mark", .commandMark, ["Space"], when: { $0.editor == nil }) { pane in
      if let id = pane.selected?.id { pane.marked.formSymmetricDifference([id]) }
      pane.step(1)
    },
    .moving("stakeholder.retired", .commandShowRetired, ["R"], when: { $0.editor == nil }) { pane in
      var filter = pane.list.filter
      filter.isRetired.toggle()
      pane.line.say(filter)
      pane.follow()
    },
    Command(
      "stakeholder.clear", .commandClear, ["Esc"], rank: 8, when: { $0.editor == nil && $0.hasFilterLine }
    ) { pane, _ in
      pane.group = ""
      let kept = pane.leaveLine()
      pane.line.set("")
      pane.follow()
      return kept
    },
  ]

  func typing(_ look: Look) -> [TypedHelp] { isSearching ? QueryLine.fields(look) : [] }
  var isTyping: Bool { editor?.isTyping == true || isSearching }

  private mutating func go(_ move: ListMove) {
    switch move {
    case .down: step(1)
    case .up: step(-1)
    case .pageDown: list.movePage(by: 1)
    case .pageUp: list.movePage(by: -1)
    case .top: list.moveToStart()
    case .bottom: list.moveToEnd()
    }
  }

  private mutating func step(_ step: Int) { shift += list.move(by: step) }

  private mutating func retire(_ look: Look) -> [Effect] {
    let ids = marked.isEmpty ? selected.map { [$0.id] } ?? [] : marked.sorted()
    let title = ids.count == 1 ? selected?.title ?? "" : look.phrases.number(ids.count)
    let isBack = list.filter.isRetired
    marked = []
    let news = isBack ? Phrase(.restored, .text(title)) : Phrase(.retired, .text(title), .text("u"))
    return [.apply(RetireStakeholder(ids, on: isBack ? nil : look.asOf), then: [.announce(news)])]
  }
}
