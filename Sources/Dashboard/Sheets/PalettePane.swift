import Office
import Phrases
import Terminal

/// All commands by name, found by typing a few of their letters.
struct PalettePane: Pane {
  static let name = "palette"
  static let title = PhraseKey.panePalette

  private struct Row: Identifiable, Sendable {
    let offer: Offer
    let title: String
    let obstacle: String?

    var id: CommandName { offer.name }
    var ink: Ink { obstacle == nil ? .text : .quiet }
  }

  private let rows: [Row]
  private var field = TextField()
  private var list: RowList<Row>

  init(_ offers: [Offer], look: Look) {
    rows = offers.filter { $0.name != "palette.open" }.map {
      Row(offer: $0, title: look.say(Phrase($0.title)), obstacle: $0.obstacle.map(look.say))
    }
    list = RowList(rows)
  }

  var placement: Placement { .sheet(rows: 14) }
  var isTyping: Bool { true }

  static let commands: [Command<PalettePane>] =
    [
      Command("palette.run", .commandChoose, ["Enter"], rank: 1) { pane, _ in
        pane.list.selected.map { [.close, .run($0.offer.name)] } ?? []
      }
    ] + moves(in: \.list, also: ListMove.besideTyping)

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
    list.take(scores.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { rows[$0.0] })
    list.move(.top)
  }

  mutating func fit(to size: Size, look: Look) { list.fit(to: size.rows - 1) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let table = ListTable<Row>(
      columns: [
        .init("", 30) { Span($0.title, $0.ink) },
        .init("", 12) { Span($0.offer.keys.map(\.description).joined(separator: " "), .key) },
        .init("", 0) { Span($0.obstacle ?? $0.offer.name.text, .quiet) },
      ], margin: 2)
    list.draw(
      table, else: Phrase(.listNotFound), on: &canvas, in: area.inset(top: 1), look: look, hasCursor: false)
    SearchLine(sign: Span(":", .key), field: field).draw(on: &canvas, in: area)
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
