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
  private var found: [Stakeholder] = []
  private var index = 0
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
        picker.found = page.rows.map(\.stakeholder)
        picker.index = max(0, min(picker.index, picker.found.count - 1))
      }
    ]
  }

  static let commands: [Command<StakeholderPicker>] = [
    Command("persons.choose", .commandChoose, ["Enter"], rank: 1) { picker, _ in
      guard picker.found.indices.contains(picker.index) else { return [.announce(Phrase(.pressNobodyFound))] }
      return picker.choose(picker.found[picker.index])
    },
    .moving("persons.down", .commandDown, ["Down", "Tab"], rank: 2) {
      $0.index = min($0.index + 1, max(0, $0.found.count - 1))
    },
    .moving("persons.up", .commandUp, ["Up", "Shift-Tab"]) { $0.index = max(0, $0.index - 1) },
  ]

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? { field.take(chord) ? [] : nil }
  mutating func paste(_ text: String) -> Bool { field.insert(text) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    for (offset, person) in found.prefix(max(0, area.rows - 1)).enumerated() {
      let row = area.row + 1 + offset
      let words = [person.nativeName, look.word("kind", person.type.rawValue), person.country]
      let used = canvas.text(
        person.title, row: row, column: area.column + 2, width: area.columns / 2,
        ink: offset == index ? .selection : .text)
      canvas.text(
        words.filter { !$0.isEmpty }.joined(separator: " · "), row: row, column: area.column + used + 4,
        width: area.columns - used - 5, ink: .quiet)
      if offset == index { canvas.text("▌", row: row, column: area.column, ink: .marker) }
    }
    if found.isEmpty {
      canvas.text(look.say(.pressNobodyFound), row: area.row + 1, column: area.column + 2, ink: .quiet)
    }
    field.draw(on: &canvas, row: area.row, column: area.column + 2, width: max(1, area.columns - 4))
  }
}
