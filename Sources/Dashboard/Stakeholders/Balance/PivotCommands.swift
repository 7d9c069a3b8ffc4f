import Model
import Office
import Phrases
import Store
import Terminal

extension PivotPane {
  static let commands: [Command<PivotPane>] =
    tableCommands + turns + tableMoves + pickerCommands
    + moves(when: \.isPicking, as: "pick") { $0.picker?.selection.move($1) }

  private var isPicking: Bool { picker != nil }
  private var isInTable: Bool { picker == nil }

  private static func notCounted(_ pane: Self, _ look: Look) -> Phrase? {
    pane.table == nil ? Phrase(.nothingToOpen) : nil
  }

  private static let tableCommands: [Command<PivotPane>] = [
    Command("pivot.records", .commandRecords, ["Enter"], rank: 1, when: \.isInTable, unless: notCounted) {
      pane, _ in
      pane.selectedFilter.map { [.go(.stakeholders($0))] } ?? []
    },
    .moving("pivot.rows", .commandPivotRows, ["r"], rank: 2, when: \.isInTable) { pane in
      pane.picker = DimensionPicker(.rows, chosen: pane.rows)
    },
    .moving("pivot.columns", .commandPivotColumns, ["c"], rank: 3, when: \.isInTable) { pane in
      pane.picker = DimensionPicker(.columns, chosen: pane.columns)
    },
    Command("pivot.swap", .commandPivotSwap, ["t"], rank: 4, when: { $0.isInTable && $0.columns != nil }) {
      pane, _ in
      pane.columns.map { pane.count($0, by: pane.rows) } ?? []
    },
    .moving("pivot.order", .commandPivotOrder, ["s"], rank: 5, when: \.isInTable) { $0.turnOrder() },
    Command("pivot.balance", .commandBalance, ["b"], rank: 6, when: \.isInTable) { pane, look in
      [.present(BalancePane(pane.filter, by: look.regions))]
    },
    Command("pivot.keepView", .commandKeepView, ["V"], when: \.isInTable, needs: .contribute) {
      pane, look in
      [.present(ViewsPane.namePrompt(pane.view(look), who: look.who))]
    },
  ]

  private static let turns: [Command<PivotPane>] = [
    .moving("pivot.right", .commandRight, ["Right", "l"], when: \.isInTable) { $0.move(columns: 1) },
    .moving("pivot.left", .commandLeft, ["Left", "h"], when: \.isInTable) { $0.move(columns: -1) },
  ]

  /// The ends are the corners.
  private static let tableMoves: [Command<PivotPane>] = moves(when: \.isInTable) { pane, move in
    let step = move.step(count: 10_000, height: pane.size.rows - 3)
    pane.move(rows: step, columns: [.top, .bottom].contains(move) ? step : 0)
  }

  private static let pickerCommands: [Command<PivotPane>] = [
    Command("pivot.choose", .commandChoose, ["Enter", "Space"], rank: 1, when: \.isPicking) { pane, _ in
      guard let picker = pane.picker else { return [] }
      pane.picker = nil
      switch picker.axis {
      case .rows: return pane.count(picker.selected ?? pane.rows, by: pane.columns)
      case .columns: return pane.count(pane.rows, by: picker.selected)
      }
    },
    .moving("pivot.cancel", .commandCancel, ["Esc"], rank: 2, when: \.isPicking) { $0.picker = nil },
  ]
}

/// Chooses what the rows or the columns of a table are.
struct DimensionPicker: Sendable {
  enum Axis: Sendable { case rows, columns }

  static let height = 10

  let axis: Axis
  /// Nil for "one dimension only".
  private let options: [Dimension?]
  private let chosen: Dimension?
  var selection = Selection()

  init(_ axis: Axis, chosen: Dimension?) {
    self.axis = axis
    self.chosen = chosen
    options = (axis == .columns ? [nil] : []) + FilterPane.dimensions
    selection.index = options.firstIndex(of: chosen) ?? 0
  }

  var selected: Dimension? { options[selection.index] }

  mutating func fit(to size: Size) {
    selection.fit(count: options.count, height: max(1, min(Self.height, size.rows - 2)))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let height = max(1, min(Self.height, area.rows - 2))
    let sheet = area.inset(top: area.rows - height)
    canvas.fill(area.inset(top: area.rows - height - 1))
    let title = look.say(axis == .rows ? .commandPivotRows : .commandPivotColumns)
    canvas.rule(title, in: area.inset(top: area.rows - height - 1))
    let table = ListTable<Dimension?>(
      columns: [
        .check { $0 == chosen },
        .init("", 0, text: { $0.map { look.phrases.label("field", $0.rawValue) } ?? look.say(.pivotNone) }),
      ], margin: 2)
    table.draw(options, selection, on: &canvas, in: sheet, hasCursor: true)
  }
}
