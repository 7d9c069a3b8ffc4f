import Model
import Office
import Phrases
import Store
import Terminal

/// Chooses a stakeholder of the base by typing the beginning of a name.
struct StakeholderPicker: Pane {
  static let name = "persons"
  static let title = PhraseKey.panePerson

  private var field: TextField
  private var list = RowList<Stakeholder>([])
  private let choose: @Sendable (Stakeholder) -> [Effect]

  private static let most = 6

  /// - Parameter text: what to look for at first.
  init(_ text: String, choose: @escaping @Sendable (Stakeholder) -> [Effect]) {
    field = TextField(text)
    self.choose = choose
  }

  var placement: Placement { .sheet(rows: Self.most + 1) }
  var isTyping: Bool { true }

  func asks(_ look: Look) -> [Ask<Self>] {
    let filter = StakeholderFilter(text: field.text.trimmed)
    return [
      Ask(StakeholderWindow(filter: filter, count: Self.most, isThorough: false)) { picker, page in
        picker.list.take(page.rows.map(\.stakeholder))
      }
    ]
  }

  static let commands: [Command<StakeholderPicker>] =
    [
      Command(
        "persons.choose", .commandChoose, ["Enter"], rank: 1,
        unless: lacking(\.list.selected, .personNotFound)
      ) {
        picker, _ in
        picker.list.selected.map(picker.choose) ?? []
      }
    ] + moves(in: \.list, also: [.down: ["Tab"], .up: ["Shift-Tab"]])

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? { field.take(chord) ? [] : nil }
  mutating func paste(_ text: String) -> Bool { field.insert(text) }

  mutating func fit(to size: Size, look: Look) { list.fit(to: size.rows - 1) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    var table = ListTable<Stakeholder>(
      columns: [
        .init(
          "", 0,
          spans: { person in
            let words = [person.nativeName, look.word("kind", person.type.rawValue), person.country]
            let ink: Ink = person.id == list.selected?.id ? .selection : .text
            return [Span(person.title, ink), Span("  " + look.dotted(words), .quiet)]
          })
      ], margin: 2)
    table.hasArrows = true
    list.draw(
      table, else: Phrase(.personNotFound), on: &canvas, in: area.inset(top: 1), look: look,
      hasCursor: false)
    field.draw(on: &canvas, row: area.row, column: area.column + 2, width: max(1, area.columns - 4))
  }
}
