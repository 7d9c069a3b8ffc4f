import Interchange
import Model
import Office
import Phrases
import Terminal

/// The words of a column that its field does not take: how often each stands there, and what it means from now on.
struct WordsPane: ListPane {
  static let name = "words"
  static let title = PhraseKey.paneWords

  struct Row: Identifiable, Sendable {
    /// As the file has it, or `MappedValue.any`.
    let id: String
    let count: Int
  }

  var list: RowList<Row>
  let nothing = Phrase(.wordsNone)
  private var mapping: ColumnMapping
  private let position: Int
  /// What the word under the cursor may mean.
  private var picker: MappingPane.Picker?
  private var size = Size(columns: 80, rows: 19)

  init(_ words: [ColumnWord], _ mapping: ColumnMapping, _ position: Int) {
    (self.mapping, self.position) = (mapping, position)
    list = RowList(words.map { Row(id: $0.word, count: $0.count) } + [Row(id: MappedValue.any, count: 0)])
  }

  var isTyping: Bool { picker != nil }
  private var target: ColumnTarget { mapping.targets[position] }
  private var pickerRows: Int { picker == nil ? 0 : min(10, max(3, size.rows / 2)) }

  static let commands: [Command<WordsPane>] =
    actions + moves(in: \.list, when: isList)
    + moves(when: { $0.picker != nil }, also: ListMove.besideTyping, as: "pick") {
      $0.picker?.selection.move($1)
    }

  private static func isList(_ pane: WordsPane) -> Bool { !pane.isTyping }

  private static let actions: [Command<WordsPane>] = [
    .open, .empty,
    Command("words.take", .commandAccept, ["Enter"], rank: 1, when: \.isTyping) { pane, _ in pane.take() },
    .moving("words.cancel", .commandCancel, ["Esc"], rank: 2, when: \.isTyping) { $0.picker = nil },
  ]

  /// Says what the word under the cursor means.
  fileprivate mutating func choose(_ look: Look) {
    guard let word = selected?.id else { return }
    let values: [String?] = [nil, ""] + MappingWords.values(of: target)
    picker = MappingPane.Picker(
      of: values.map { ($0, MappingWords.value($0, of: target, look)) }, at: said(of: word))
  }

  /// What is said of just this word.
  private func said(of word: String) -> String? {
    mapping.values[position].last { $0.word == word }?.value ?? mapping.value(of: word, at: position)
  }

  fileprivate mutating func say(_ value: String?) -> [Effect] {
    guard let word = selected?.id else { return [] }
    if let value, let problem = mapping.problem(of: value, at: position) {
      return [.announce(Phrase(problem))]
    }
    mapping.map(word, to: value, at: position)
    picker = nil
    return [.fill(.meaning(word: word, value: value))]
  }

  /// What is chosen; where nothing in the list is like what was typed, that itself.
  private mutating func take() -> [Effect] {
    if case .value(let value)? = picker?.chosen { return say(value) }
    let typed = picker?.field.text.trimmed ?? ""
    return typed.isEmpty ? [] : say(typed)
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    picker?.type(chord, look: look) == true ? [] : nil
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    list.fit(to: listRows, as: table(look, columns: size.columns))
    let rows = pickerRows - 1
    picker?.fit(rows)
  }

  private var listRows: Int { max(1, size.rows - (picker == nil ? 0 : pickerRows + 1)) }

  // MARK: Drawing

  func heading(_ look: Look) -> [Span] {
    [Span(" › \(mapping.titles[position].trimmed)"), Span(" · \(MappingWords.target(target, look))", .quiet)]
  }

  func table(_ look: Look, columns: Int) -> ListTable<Row> {
    let means = max(24, columns * 2 / 5)
    return ListTable(columns: [
      .init(look.say(.wordsWord), 0) { row in
        row.id == MappedValue.any ? Span(look.say(.wordsOther), .quiet) : Span(row.id)
      },
      .init(look.say(.wordsCells), 9, aligned: .trailing) { row in
        Span(row.count == 0 ? "" : look.phrases.number(row.count), .quiet)
      },
      .init("", 1) { _ in Span("") },
      .init(look.say(.wordsMeans), means) { row in
        let value = said(of: row.id)
        let words = MappingWords.value(value, of: target, look)
        return value == nil ? Mark.problem.said(words) : Span(words, .match)
      },
    ])
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    list.draw(
      table(look, columns: area.columns), else: nothing, on: &canvas, in: area.split(top: listRows).top,
      look: look, hasCursor: picker == nil)
    guard let picker else { return }
    canvas.rule(in: area.inset(top: listRows))
    picker.draw(
      look.say(.wordsQuestion, .text(selected?.id ?? "")), on: &canvas, in: area.inset(top: listRows + 1),
      look)
  }
}

extension Command<WordsPane> {
  fileprivate static let open = Command(
    "words.choose", .commandChooseField, ["Enter"], rank: 1, when: { !$0.isTyping }
  ) { pane, look in
    pane.choose(look)
    return []
  }

  fileprivate static let empty = Command(
    "words.empty", .commandLeaveEmpty, ["x", "Del"], rank: 2, when: { !$0.isTyping }
  ) { pane, _ in pane.say("") }
}
