import Model
import Office
import Phrases
import Store
import Terminal

/// Which columns the list of stakeholders has, and in which order.
struct ColumnsPane: Pane {
  static let name = "columns"
  static let title = PhraseKey.paneColumns

  private var chosen: [String]
  private var selection = Selection()
  /// How wide the list is.
  private let width: Int

  init(_ chosen: [String], width: Int) {
    self.chosen = chosen
    self.width = width
  }

  var placement: Placement { .sheet(rows: 14) }

  private var rows: [String] {
    chosen + StakeholderColumn.all.map(\.name).filter { !chosen.contains($0) }
  }

  static let commands: [Command<ColumnsPane>] = [
    Command("columns.toggle", .commandChoose, ["Space", "Enter"], rank: 1) { pane, _ in
      let name = pane.rows[pane.selection.index]
      if let at = pane.chosen.firstIndex(of: name) {
        if name != "name" { pane.chosen.remove(at: at) }
      } else {
        pane.chosen.append(name)
        pane.selection.index = pane.chosen.count - 1
      }
      return pane.tell
    },
    .moving("columns.down", .commandDown, ["Down", "j"]) { $0.selection.move(by: 1, count: $0.rows.count) },
    .moving("columns.up", .commandUp, ["Up", "k"]) { $0.selection.move(by: -1, count: $0.rows.count) },
    Command("columns.later", .commandMoveDown, ["Shift-Down", "J"], rank: 2) { pane, _ in pane.shift(1) },
    Command("columns.earlier", .commandMoveUp, ["Shift-Up", "K"], rank: 3) { pane, _ in pane.shift(-1) },
  ]

  private var tell: [Effect] { [.prefer("stakeholders.columns", chosen.joined(separator: ","))] }

  private mutating func shift(_ step: Int) -> [Effect] {
    let (from, to) = (selection.index, selection.index + step)
    guard chosen.indices.contains(from), chosen.indices.contains(to) else { return [] }
    chosen.swapAt(from, to)
    selection.index = to
    return tell
  }

  mutating func fit(to size: Size, look: Look) { selection.fit(count: rows.count, height: size.rows) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let shown = Set(StakeholderColumn.layout(chosen, width: width).map(\.column.name))
    for (offset, name) in rows.dropFirst(selection.top).prefix(area.rows).enumerated() {
      let row = area.row + offset
      canvas.text(chosen.contains(name) ? "✓" : " ", row: row, column: 2, ink: .match)
      canvas.text(StakeholderColumn.title(name, look), row: row, column: 4, width: 24)
      if chosen.contains(name) && !shown.contains(name) {
        canvas.text(look.say(.columnNoRoom), row: row, column: 30, width: area.columns - 31, ink: .quiet)
      }
      guard selection.top + offset == selection.index else { continue }
      canvas.text("▌", row: row, column: 0, ink: .marker)
      canvas.cursor = Point(row: row, column: 0)
    }
  }
}

/// By which column the list of stakeholders is ordered; the same once more turns it round.
struct SortPane: Pane {
  static let name = "sort"
  static let title = PhraseKey.paneSort

  private var sort: StakeholderSort
  private var selection = Selection()
  private static let columns = StakeholderColumn.all.map(\.name).filter { $0 != "region" } + ["changed"]

  init(_ sort: StakeholderSort) {
    self.sort = sort
    selection.index = Self.columns.firstIndex(of: sort.column) ?? 0
  }

  var placement: Placement { .sheet(rows: 14) }

  static let commands: [Command<SortPane>] = [
    Command("sort.choose", .commandChoose, ["Space", "Enter"], rank: 1) { pane, _ in
      let column = columns[pane.selection.index]
      let isSame = column == pane.sort.column
      pane.sort = StakeholderSort(column: column, isAscending: isSame ? !pane.sort.isAscending : true)
      return [.prefer("stakeholders.sort", column + (pane.sort.isAscending ? "+" : "-"))]
    },
    .moving("sort.down", .commandDown, ["Down", "j"]) { $0.selection.move(by: 1, count: columns.count) },
    .moving("sort.up", .commandUp, ["Up", "k"]) { $0.selection.move(by: -1, count: columns.count) },
  ]

  mutating func fit(to size: Size, look: Look) { selection.fit(count: Self.columns.count, height: size.rows) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    for (offset, name) in Self.columns.dropFirst(selection.top).prefix(area.rows).enumerated() {
      let row = area.row + offset
      let arrow = sort.isAscending ? "▲" : "▼"
      canvas.text(name == sort.column ? arrow : " ", row: row, column: 2, ink: .match)
      canvas.text(look.phrases.label("field", name), row: row, column: 4, width: 40)
      guard selection.top + offset == selection.index else { continue }
      canvas.text("▌", row: row, column: 0, ink: .marker)
      canvas.cursor = Point(row: row, column: 0)
    }
  }
}
