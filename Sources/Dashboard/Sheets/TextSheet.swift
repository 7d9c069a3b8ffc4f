import Model
import Office
import Phrases
import Store
import Terminal

/// A long text with the room of the whole screen. What it holds stands in the field below at every moment, as if it had
/// been typed there; nothing is written by it.
struct TextSheet: Pane {
  static let name = "text"
  static let title = PhraseKey.paneText

  let title: PhraseKey
  private let field: String
  private var area: TextArea
  private var rowsInSight = 10

  /// - Parameters:
  ///   - title: of the form or prompt that it is a field of.
  ///   - field: under what name that takes what is typed here.
  init(_ title: PhraseKey, field: String, text: String) {
    (self.title, self.field) = (title, field)
    area = TextArea(text)
  }

  /// The command of a form or prompt that opens one over its field.
  static func opening<P: Pane>(
    _ name: CommandName, when isOffered: @escaping @Sendable (P) -> Bool,
    _ sheet: @escaping @Sendable (P) -> TextSheet?
  ) -> Command<P> {
    Command(name, .commandEditor, ["F4", "Ctrl-G"], rank: 6, when: isOffered) { pane, _ in
      sheet(pane).map { [.present($0)] } ?? []
    }
  }

  var isTyping: Bool { true }
  var filling: Filling? { .field(field, text: area.text) }
  func heading(_ look: Look) -> [Span] {
    field == LinePrompt.name || Int(field) != nil
      ? [] : [Span(" · \(look.phrases.label("field", field))", .heading)]
  }
  func status(_ look: Look) -> [Span] {
    [Span(look.say(.textWords, .number(area.words), .number(area.text.count)), .quiet)]
  }

  static let commands: [Command<TextSheet>] = [
    Command("text.accept", .commandAccept, ["Ctrl-S", "F2"], rank: 1) { _, _ in [.close] },
    Command("text.back", .commandBack, ["Esc"], rank: 3) { _, _ in [.close] },
    Command(
      "text.editor", .commandOwnEditor, ["F4", "Ctrl-G"], rank: 2,
      unless: { _, look in look.editor == nil ? Phrase(.noOwnEditor, .text("--editor")) : nil }
    ) { sheet, _ in [.compose(sheet.area.text)] },
  ]

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    switch chord.key {
    case .enter: area.insert("\n")
    case .pageUp: area.page(by: 1 - rowsInSight)
    case .pageDown: area.page(by: rowsInSight - 1)
    default: guard area.take(chord) else { return nil }
    }
    return filling.map { [.fill($0)] }
  }

  mutating func fill(_ filling: Filling) {
    if case .composed(let text) = filling { area.set(text) }
  }

  mutating func paste(_ text: String) -> Bool {
    area.insert(text)
    return true
  }

  mutating func fit(to size: Size, look: Look) {
    rowsInSight = max(1, size.rows)
    area.fit(to: Size(columns: size.columns - 4, rows: rowsInSight))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    self.area.draw(on: &canvas, in: area.inset(left: 2, right: 2))
  }
}
