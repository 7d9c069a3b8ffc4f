import Office
import Phrases
import Terminal

/// All commands by name, found by typing a few of their letters.
struct PalettePane: Pane {
  static let name = "palette"
  static let title = PhraseKey.panePalette

  private struct Row: Sendable {
    let offer: Offer
    let title: String
    let obstacle: String?
  }

  private let rows: [Row]
  private var field = TextField()
  private var shown: [Int]
  private var selection = Selection()

  init(_ offers: [Offer], look: Look) {
    rows = offers.filter { $0.name != "palette.open" }.map {
      Row(offer: $0, title: look.say(Phrase($0.title)), obstacle: $0.obstacle.map(look.say))
    }
    shown = Array(rows.indices)
  }

  var placement: Placement { .sheet(rows: 14) }
  var isTyping: Bool { true }

  static let commands: [Command<PalettePane>] = [
    Command("palette.run", .commandChoose, ["Enter"], rank: 1) { pane, _ in
      guard pane.shown.indices.contains(pane.selection.index) else { return [] }
      return [.close, .run(pane.rows[pane.shown[pane.selection.index]].offer.name)]
    },
    .moving("palette.down", .commandDown, ["Down", "Ctrl-N"]) {
      $0.selection.move(by: 1, count: $0.shown.count)
    },
    .moving("palette.up", .commandUp, ["Up", "Ctrl-P"]) { $0.selection.move(by: -1, count: $0.shown.count) },
    .moving("palette.pageDown", .commandPageDown, ["PgDn"]) {
      $0.selection.move(by: 10, count: $0.shown.count)
    },
    .moving("palette.pageUp", .commandPageUp, ["PgUp"]) { $0.selection.move(by: -10, count: $0.shown.count) },
  ]

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard field.take(chord) else { return nil }
    search()
    return []
  }

  mutating func paste(_ text: String) -> Bool {
    field.insert(text)
    search()
    return true
  }

  private mutating func search() {
    let scores = rows.enumerated().compactMap { index, row in
      Fuzzy.score(field.text, in: "\(row.title) \(row.offer.name.text)").map { (index, $0) }
    }
    shown = scores.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
    selection = Selection()
  }

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: shown.count, height: max(1, size.rows - 1))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    canvas.text(":", row: area.row, column: area.column + 1, ink: .key)
    let list = area.inset(top: 1)
    for (offset, index) in shown.dropFirst(selection.top).prefix(list.rows).enumerated() {
      let row = rows[index]
      let line = list.row + offset
      if selection.top + offset == selection.index {
        canvas.text("▌", row: line, column: list.column, ink: .marker)
      }
      let ink: Ink = row.obstacle == nil ? .text : .quiet
      canvas.text(row.title, row: line, column: 2, width: 30, ink: ink)
      if let obstacle = row.obstacle {
        canvas.text(obstacle, row: line, column: 33, width: area.columns - 34, ink: .quiet)
      } else {
        let keys = row.offer.keys.map(\.description).joined(separator: " ")
        canvas.text(keys, row: line, column: 33, width: 14, ink: .key)
        canvas.text(row.offer.name.text, row: line, column: 48, width: area.columns - 49, ink: .quiet)
      }
    }
    field.draw(on: &canvas, row: area.row, column: area.column + 3, width: area.columns - 4)
  }
}

/// Whether the letters of a word stand in a text in that order, and how well.
enum Fuzzy {
  /// Higher is better; nil where they do not.
  static func score(_ word: String, in text: String) -> Int? {
    let text = Array(text.lowercased())
    var score = 0
    var at = 0
    var last = -2
    for letter in word.lowercased() where !letter.isWhitespace {
      guard let found = text[at...].firstIndex(of: letter) else { return nil }
      let startsWord = found == 0 || !(text[found - 1].isLetter || text[found - 1].isNumber)
      score += found == last + 1 ? 8 : startsWord ? 6 : 1
      score -= min(3, found - at)
      last = found
      at = found + 1
    }
    return score
  }
}
