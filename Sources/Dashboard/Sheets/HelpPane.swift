import Office
import Phrases
import Terminal

/// The keys that mean something now, in groups, narrowed by what is typed; what can be typed below, and what the signs
/// mean: the command table as a page.
struct HelpPane: Pane {
  static let name = "help"
  static let title = PhraseKey.paneHelp

  private struct Row: Sendable {
    let heading: PhraseKey
    let sign: Span
    let words: String
    /// Why it cannot be done now.
    var obstacle: String?
    /// What a keymap file calls it.
    var name = ""
    /// What else people say for it.
    var also = ""
  }

  private let subject: PhraseKey
  private let rows: [Row]
  private var field = TextField()
  private var showsNames = false
  private var page = TextPage()
  /// The command that a line of the page names, by the line.
  private var named: [Int: String] = [:]

  init(of pane: any Pane, _ offers: [Offer], _ look: Look) {
    subject = pane.title
    var rows: [Row] = []
    if pane.isTyping {
      let typing = pane.typing(look)
      let hint = typing.isEmpty ? pane.status(look).map(\.text).joined() : ""
      if !hint.isEmpty { rows.append(Row(heading: .helpTyped, sign: Span(""), words: hint)) }
      rows += typing.map {
        Row(heading: .helpTyped, sign: Span($0.text, .key), words: $0.means)
      }
      rows += Self.editing.map {
        Row(heading: .helpEditing, sign: Span($0, .key), words: look.say(Phrase($1)))
      }
    }
    for group in CommandGroup.allCases {
      rows += offers.filter { $0.group == group && !$0.keys.isEmpty }.map { offer in
        Row(
          heading: group.title, sign: Span(offer.keys.map(\.description).joined(separator: "  "), .key),
          words: look.say(Phrase(offer.title)), obstacle: offer.obstacle.map(look.say), name: offer.name.text,
          also: offer.also(look))
      }
      guard group == .list else { continue }
      rows += Swift.type(of: pane).legend.map {
        Row(heading: .helpSigns, sign: $0.sign(look), words: $0.words(look))
      }
    }
    self.rows = rows
  }

  /// What every line that is typed in knows.
  private static let editing: [(String, PhraseKey)] = [
    ("Ctrl-U", .helpClear), ("Ctrl-W", .helpWord), ("Ctrl-A  Ctrl-E", .helpEnds), ("Ctrl-Z", .helpUntype),
  ]

  var isTyping: Bool { true }

  static let commands: [Command<HelpPane>] =
    moves(in: \.page, also: [.pageDown: ["Space"]]) + [
      .moving("help.names", .commandNames, ["Tab"], rank: 1) { $0.showsNames.toggle() },
      .moving("help.all", .commandClear, ["Esc"], rank: 2, when: \.isNarrowed) { $0.field = TextField() },
      Command("help.close", .commandBack, ["Esc", "?", "F1"], rank: 2, when: { !$0.isNarrowed }) { _, _ in
        [.close]
      },
    ]

  private var isNarrowed: Bool { !field.text.isEmpty }

  /// Letters narrow the page; a blank before them turns it, and the key that opened it closes it.
  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    if !isNarrowed, chord == "Space" || chord == "?" || chord.typed == nil { return nil }
    return field.take(chord) ? [] : nil
  }

  mutating func paste(_ text: String) -> Bool { field.insert(text) }

  func heading(_ look: Look) -> [Span] { [Span(look.say(Phrase(subject)), .text)] }

  func status(_ look: Look) -> [Span] {
    [Span(look.say(isNarrowed ? .helpNarrowed : .helpHint), .quiet)]
  }

  // MARK: The page

  mutating func fit(to size: Size, look: Look) {
    named = [:]
    var lines: [[Span]] = []
    var before: PhraseKey?
    for row in shown {
      if row.heading != before {
        if before != nil { lines.append([]) }
        lines.append([Span(look.say(Phrase(row.heading)), .heading)])
        before = row.heading
      }
      if !row.name.isEmpty { named[lines.count] = row.name }
      lines += self.lines(of: row, columns: size.columns - 3)
    }
    page.fit(lines.isEmpty ? [[Span(look.say(.helpNone), .quiet)]] : lines, height: size.rows - 1, look)
  }

  private var shown: [Row] {
    let words = field.text.lowercased().split(separator: " ")
    return rows.filter { row in
      let text = "\(row.words) \(row.sign.text) \(row.name) \(row.also)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  private func lines(of row: Row, columns: Int) -> [[Span]] {
    let widest = row.heading == .helpTyped ? 30 : 21
    let width = columns < 60 ? 13 : max(21, min(widest, CellText.width(row.sign.text) + 2))
    guard !row.sign.text.isEmpty else {
      return Wrapping.lines(row.words, columns: columns).map { [Span($0)] }
    }
    let note = showsNames ? row.name : row.obstacle ?? ""
    let hasRoom = columns >= 60 && !note.isEmpty
    let middle = hasRoom ? 30 : columns - width
    let table = LineColumns([(width, .leading), (middle, .leading), (columns - width - middle, .leading)])
    // Nothing of a key, of what it does or of why it cannot be done is cut: it goes on below.
    let signs = Wrapping.lines(row.sign.text, columns: width - 2)
    let words = Wrapping.lines(row.words, columns: middle - 1)
    let notes = hasRoom ? Wrapping.lines(note, columns: columns - width - middle) : []
    let below = hasRoom ? [] : Wrapping.lines(note, columns: middle).filter { !$0.isEmpty }
    let lines = (0..<max(signs.count, words.count, notes.count)).map { line in
      table.line([
        Span(signs.indices.contains(line) ? signs[line] : "", row.sign.ink),
        Span(words.indices.contains(line) ? words[line] : ""),
        Span(notes.indices.contains(line) ? notes[line] : "", .quiet),
      ])
    }
    return lines + below.map { table.line([Span(""), Span($0, .quiet)]) }
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let body = area.inset(top: 1)
    page.draw(on: &canvas, in: body, margin: 2)
    // A click on a key does what it does.
    for row in 0..<max(0, body.rows) {
      guard let name = named[page.top + row] else { continue }
      let line = Rect(row: body.row + row, column: body.column, rows: 1, columns: body.columns)
      canvas.hits.append(Hit(line, .chosen(name)))
    }
    SearchLine(sign: Span("?", .key), field: field).draw(on: &canvas, in: area)
  }
}

/// Where a command stands in help.
public enum CommandGroup: Int, Sendable, CaseIterable {
  /// The pane's own.
  case here
  /// The moves of its list.
  case list
  /// To the other panes.
  case goTo
  /// The same in every pane.
  case everywhere

  var title: PhraseKey {
    switch self {
    case .here: .helpHere
    case .list: .helpList
    case .goTo: .helpGoTo
    case .everywhere: .helpEverywhere
    }
  }
}
