import Office
import Phrases
import Terminal

/// All commands by name, found by typing a few of their letters, or what people call what they do.
struct PalettePane: Pane {
  static let name = "palette"
  static let title = PhraseKey.panePalette

  private struct Row: Identifiable, Sendable {
    let offer: Offer
    let title: String
    /// What else people say for it.
    let also: String
    let obstacle: String?

    var id: CommandName { offer.name }
    var ink: Ink { obstacle == nil ? .text : .quiet }
  }

  private let rows: [Row]
  private var field = TextField()
  private var list: RowList<Row>

  /// To go up and down is no command to choose.
  private static let moves: Set<PhraseKey> = Set(ListMove.allCases.map(\.title)).union([
    .commandLeft, .commandRight,
  ])

  init(_ offers: [Offer], look: Look) {
    rows = offers.filter { $0.name != "palette.open" && !Self.moves.contains($0.title) }.map { offer in
      Row(
        offer: offer, title: look.say(Phrase(offer.title)), also: offer.also(look),
        obstacle: offer.obstacle.map(look.say))
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
      Fuzzy.rank(field.text, title: row.title, also: row.also, name: row.offer.name.text).map { (index, $0) }
    }
    list.take(scores.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { rows[$0.0] })
    list.move(.top)
  }

  /// Why the command under the cursor cannot run, in full.
  func status(_ look: Look) -> [Span] { list.selected?.obstacle.map { [Span($0, .quiet)] } ?? [] }

  mutating func fit(to size: Size, look: Look) { list.fit(to: size.rows - 1) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    var table = ListTable<Row>(
      columns: [
        .init("", 30) { Span($0.title, $0.ink) },
        .init("", 12) { Span($0.offer.keys.map(\.description).joined(separator: " "), .key) },
        .init("", 0) { Span($0.obstacle ?? "", .quiet) },
      ], margin: 2)
    table.hasArrows = true
    list.draw(
      table, else: Phrase(.paletteNone), on: &canvas, in: area.inset(top: 1), look: look, hasCursor: false)
    SearchLine(sign: Span(":", .key), field: field).draw(on: &canvas, in: area)
  }
}

extension Offer {
  /// What else people say for it; empty where nothing is known.
  func also(_ look: Look) -> String {
    let also = look.phrases.label("also", name.text)
    return also == name.text ? "" : also
  }
}

/// Whether the letters of a word stand in a text in that order, and how well.
enum Fuzzy {
  /// How well what is typed names a command: its title before what else people say, that before letters in the same
  /// order. Higher is better; nil where it does not.
  static func rank(_ typed: String, title: String, also: String, name: String) -> Int? {
    let word = typed.lowercased().split(separator: " ").joined(separator: " ")
    guard !word.isEmpty else { return 0 }
    if begins(word, in: title.lowercased()) { return 4_000 - title.count }
    if begins(word, in: also.lowercased()) { return 3_000 - title.count }
    if title.lowercased().contains(word) { return 2_000 - title.count }
    // Letters that are strewn over a title are found by chance.
    return score(typed, in: "\(title) \(name)").flatMap { $0 >= 4 * word.count ? $0 : nil }
  }

  /// Whether a word of the text begins so; Chinese has no spaces between words.
  private static func begins(_ word: String, in text: String) -> Bool {
    text.hasPrefix(word) || text.contains(" " + word)
      || word.unicodeScalars.contains { $0.value > 0x2E80 } && text.contains(word)
  }

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
