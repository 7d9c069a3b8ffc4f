import Office
import Phrases
import Terminal

/// The panes by name with their keys, and where each stands: what the bar draws, and what a click there would mean.
struct BarItem: Sendable, Equatable {
  let pane: Int
  let key: String
  let name: String
  let isOpen: Bool
  var row = 0
  var columns: Range<Int> = 0..<0

  /// The open one stands in brackets, so that it is found without colours.
  var text: String { isOpen ? "[\(key) \(name)]" : " \(key) \(name) " }
}

extension Shell {
  /// The panes in as many rows as their names take.
  func bar(_ look: Look, columns: Int) -> [BarItem] {
    var (row, column) = (0, 0)
    return PaneRegistry.entries.enumerated().map { index, entry in
      let key = keymap.keys(of: Self.paneCommands[index]).first?.description ?? ""
      var item = BarItem(
        pane: index, key: key, name: look.say(Phrase(entry.short)), isOpen: index == at)
      let width = CellText.width(item.text)
      if column > 0, column + width > columns { (row, column) = (row + 1, 0) }
      (item.row, item.columns) = (row, column..<min(columns, column + width))
      column += width
      return item
    }
  }

  /// So many rows a screen has that shows the bar all the time.
  private static let barRows = 30

  /// In the rule below the title, where it takes no row, if it has room there.
  func drawBar(on canvas: inout Canvas, look: Look) {
    guard canvas.size.rows >= Self.barRows else { return }
    let items = bar(look, columns: canvas.size.columns - 2)
    guard items.allSatisfy({ $0.row == 0 }) else { return }
    items.draw(on: &canvas, at: Point(row: 1, column: 1))
  }

  static let barCommands: [Command<Shell>] = [
    Command("pane.bar", .commandBar, ["_"], when: \.isAtPane) { shell, look in
      [.present(PaneBar(shell.bar(look, columns: 10_000)))]
    }
  ]

  /// The bar goes at the next key, whatever that means to the pane below.
  /// - Returns: whether the key meant no more than that.
  mutating func takesDownBar(at chord: KeyChord) -> Bool {
    guard top is PaneBar else { return false }
    close()
    return chord == "Esc" || chord == KeyGrammar.secondEscape
      || keymap.keys(of: Self.barCommands[0]).contains(chord)
  }
}

extension Array<BarItem> {
  func draw(on canvas: inout Canvas, at corner: Point) {
    for item in self {
      let column = corner.column + item.columns.lowerBound
      let spans =
        item.isOpen
        ? [Span(item.text, .selection)] : [Span(" \(item.key)", .key), Span(" \(item.name) ", .quiet)]
      canvas.spans(spans, row: corner.row + item.row, column: column, width: item.columns.count)
      let room = Rect(row: corner.row + item.row, column: column, rows: 1, columns: item.columns.count)
      canvas.hits.append(Hit(room, .command(PaneRegistry.entries[item.pane].command.text)))
    }
  }
}

/// The bar over a screen that has no row for it.
struct PaneBar: Pane {
  static let name = "bar"
  static let title = PhraseKey.paneBar
  static let commands: [Command<PaneBar>] = []

  private var items: [BarItem]
  private var rows = 1

  init(_ items: [BarItem]) { self.items = items }

  var placement: Placement { .sheet(rows: rows) }
  func status(_ look: Look) -> [Span] { [Span(look.say(.barHint), .quiet)] }

  mutating func fit(to size: Size, look: Look) {
    var (row, column) = (0, 0)
    for index in items.indices {
      let width = CellText.width(items[index].text)
      if column > 0, column + width > size.columns - 2 { (row, column) = (row + 1, 0) }
      (items[index].row, items[index].columns) = (row, column..<(column + width))
      column += width
    }
    rows = row + 1
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    items.draw(on: &canvas, at: Point(row: area.row, column: area.column + 1))
    let open = items.first(where: \.isOpen)
    canvas.cursor = open.map {
      Point(row: area.row + $0.row, column: area.column + 1 + $0.columns.lowerBound)
    }
  }
}
