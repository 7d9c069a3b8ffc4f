import Model
import Office
import Phrases
import Store
import Terminal

/// All commands by name, found by typing a few of their letters, or what people call what they do; below them the records
/// of every kind that have such a name.
struct PalettePane: Pane {
  static let name = "palette"
  static let title = PhraseKey.panePalette

  private struct Row: Identifiable, Sendable {
    /// The name of a command, or a record.
    let id: String
    let title: String
    /// What else people say for it.
    var also = ""
    var keys = ""
    var obstacle: String?
    /// What it is, of a record.
    var kind = ""
    let effect: Effect

    var ink: Ink { obstacle == nil ? .text : .quiet }
  }

  private let rows: [Row]
  private var field = TextField()
  /// The records that what is typed could mean, as the store answered last.
  private var records: [Row] = []
  private var list: RowList<Row>

  /// To go up and down is no command to choose.
  private static let moves: Set<PhraseKey> = Set(ListMove.allCases.map(\.title)).union([
    .commandLeft, .commandRight,
  ])

  init(_ offers: [Offer], look: Look) {
    rows = offers.filter { $0.name != "palette.open" && !Self.moves.contains($0.title) }.map { offer in
      Row(
        id: offer.name.text, title: look.say(Phrase(offer.title)), also: offer.also(look),
        keys: offer.keys.map(\.description).joined(separator: " "), obstacle: offer.obstacle.map(look.say),
        effect: .run(offer.name))
    }
    list = RowList(rows)
  }

  var placement: Placement { .sheet(rows: 14) }
  var isTyping: Bool { true }

  static let commands: [Command<PalettePane>] =
    [
      Command("palette.run", .commandChoose, ["Enter"], rank: 1) { pane, _ in
        pane.list.selected.map { [.close, $0.effect] } ?? []
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
    records = []
    show()
    list.move(.top)
  }

  private mutating func show() {
    let scores = rows.enumerated().compactMap { index, row in
      Fuzzy.rank(field.text, title: row.title, also: row.also, name: row.id).map { (index, $0) }
    }
    list.take(scores.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { rows[$0.0] } + records)
  }

  /// Fewer letters stand in too many names.
  private static let fewest = 3

  /// Read when the keys rest: the next letter asks for others.
  func asks(_ look: Look) -> [Ask<Self>] {
    let typed = field.text.trimmed
    guard typed.count >= Self.fewest || typed.unicodeScalars.contains(where: Folding.isIdeograph) else {
      return []
    }
    return [
      Ask(RecordsNamed(typed, language: look.language), .rest) { $0.take($1, look) }
    ]
  }

  private mutating func take(_ found: [any Record], _ look: Look) {
    records = found.map { record in
      let reference = record.reference
      return Row(
        id: reference.description, title: look.title(of: record),
        kind: look.say(Phrase(reference.kind.shown.form)), effect: .go(Destination(record)))
    }
    show()
  }

  /// Why the command under the cursor cannot run, in full.
  func status(_ look: Look) -> [Span] { list.selected?.obstacle.map { [Span($0, .quiet)] } ?? [] }

  mutating func fit(to size: Size, look: Look) {
    list.fit(to: size.rows - 1, as: table(look, columns: size.columns))
  }

  private func table(_ look: Look, columns: Int) -> ListTable<Row> {
    let (title, keys) = (30, 12)
    // What stands beside the title: two columns are the margin, one lies between each two.
    let room = columns - title - keys - 6
    func fits(_ row: Row) -> Bool { CellText.width(row.obstacle ?? "") <= room }
    var table = ListTable<Row>(
      columns: [
        .init("", title) { Span($0.title, $0.ink) },
        .init("", keys) { Span($0.keys, .key) },
        .init("", 0) { Span(fits($0) ? $0.obstacle ?? "" : "", .quiet) },
      ], margin: 2)
    table.below = { row in
      fits(row)
        ? [] : Wrapping.lines(row.obstacle ?? "", columns: columns - 6).map { [Span("  \($0)", .quiet)] }
    }
    table.across = { row in row.kind.isEmpty ? nil : [Span(row.title), Span("  \(row.kind)", .quiet)] }
    table.hasArrows = true
    return table
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    list.draw(
      table(look, columns: area.columns), else: Phrase(.paletteNone), on: &canvas, in: area.inset(top: 1),
      look: look, hasCursor: false)
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
