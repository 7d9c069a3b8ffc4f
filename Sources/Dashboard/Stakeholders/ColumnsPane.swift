import Model
import Office
import Phrases
import Store
import Terminal

/// Which columns the list of stakeholders has, and in which order.
struct ColumnsPane: ListPane {
  static let name = "columns"
  static let title = PhraseKey.paneColumns

  private var chosen: [String]
  var list = RowList<ColumnChoice>()
  let nothing = Phrase(.nothingSelected)
  /// How wide the list of stakeholders is.
  private let width: Int

  init(_ chosen: [String], width: Int) {
    self.chosen = chosen
    self.width = width
    refresh()
  }

  var placement: Placement { .sheet(rows: 14) }

  /// What is shown, in its order, then what is not.
  private mutating func refresh() {
    let rest = StakeholderColumn.all.map(\.name).filter { !chosen.contains($0) }
    list.take((chosen + rest).map(ColumnChoice.init))
  }

  static let commands: [Command<ColumnsPane>] =
    [
      Command("columns.toggle", .commandChoose, ["Space", "Enter"], rank: 1) { pane, _ in pane.toggle() },
      Command("columns.later", .commandMoveDown, ["Shift-Down", "J"], rank: 2) { pane, _ in pane.shift(1) },
      Command("columns.earlier", .commandMoveUp, ["Shift-Up", "K"], rank: 3) { pane, _ in pane.shift(-1) },
    ] + moves

  private mutating func toggle() -> [Effect] {
    guard let name = selected?.id else { return [] }
    if !chosen.contains(name) {
      chosen.append(name)
      refresh()
    } else if name != "name", let at = chosen.firstIndex(of: name) {
      chosen.remove(at: at)
      // The cursor goes on through what is shown.
      let next = list.selection.index
      refresh()
      list.selection.index = next
    }
    return tell
  }

  private var tell: [Effect] { [.prefer("stakeholders.columns", chosen.joined(separator: ","))] }

  private mutating func shift(_ step: Int) -> [Effect] {
    let (from, to) = (list.selection.index, list.selection.index + step)
    guard chosen.indices.contains(from), chosen.indices.contains(to) else { return [] }
    chosen.swapAt(from, to)
    refresh()
    return tell
  }

  func table(_ look: Look, columns: Int) -> ListTable<ColumnChoice> {
    let shown = Set(StakeholderColumn.layout(chosen, width: width).map(\.column.name))
    return ListTable(
      columns: [
        .check { chosen.contains($0.id) },
        .init("", 25, text: { StakeholderColumn.title($0.id, look) }),
        .init("", 0) { choice in
          let hasNoRoom = chosen.contains(choice.id) && !shown.contains(choice.id)
          return Span(hasNoRoom ? look.say(.columnNoRoom) : "", .quiet)
        },
      ], margin: 2)
  }
}

/// A column of the list of stakeholders, by its name.
struct ColumnChoice: Identifiable, Sendable { let id: String }

/// By which column the list of stakeholders is ordered; the same once more turns it round.
struct SortPane: ListPane {
  static let name = "sort"
  static let title = PhraseKey.paneSort

  private var sort: StakeholderSort
  var list = RowList(
    (StakeholderColumn.all.map(\.name).filter { $0 != "region" } + ["changed"]).map(ColumnChoice.init))
  let nothing = Phrase(.nothingSelected)

  init(_ sort: StakeholderSort) {
    self.sort = sort
    list.seek(sort.column)
  }

  var placement: Placement { .sheet(rows: 14) }

  static let commands: [Command<SortPane>] =
    [
      Command("sort.choose", .commandChoose, ["Space", "Enter"], rank: 1) { pane, _ in
        guard let column = pane.selected?.id else { return [] }
        let isSame = column == pane.sort.column
        pane.sort = StakeholderSort(column: column, isAscending: isSame ? !pane.sort.isAscending : true)
        return [.prefer("stakeholders.sort", column + (pane.sort.isAscending ? "+" : "-"))]
      }
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<ColumnChoice> {
    ListTable(
      columns: [
        .init("", 1) { Span($0.id == sort.column ? (sort.isAscending ? "▲" : "▼") : "", .match) },
        .init("", 0, text: { look.phrases.label("field", $0.id) }),
      ], margin: 2)
  }
}
