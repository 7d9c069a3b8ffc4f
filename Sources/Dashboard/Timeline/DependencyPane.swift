import Model
import Office
import Phrases
import Store
import Terminal

/// Says what an activity waits for: found by typing a few letters, chosen and taken back by Enter.
struct DependencyPane: Pane {
  static let name = "depend"
  static let title = PhraseKey.paneDepends

  private var activity: Activity
  private var all: [Activity] = []
  /// The folded names, in the order of `all`.
  private var names: [String] = []
  private var language = ""
  private var field = TextField()
  private var shown: [Int] = []
  private var selection = Selection()

  init(_ activity: Activity) { self.activity = activity }

  var placement: Placement { .sheet(rows: 14) }
  var isTyping: Bool { true }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(AllRecords<Activity>()) { pane, all in
        pane.activity = all.first { $0.id == pane.activity.id } ?? pane.activity
        pane.all = all.filter { $0.id != pane.activity.id }
        pane.language = ""
      }
    ]
  }

  static let commands: [Command<DependencyPane>] = [
    Command(
      "depend.toggle", .commandChoose, ["Enter"], rank: 1,
      needs: .edit, unless: lacking(\.chosen)
    ) { pane, _ in pane.toggle() },
    .moving("depend.down", .commandDown, ["Down", "Ctrl-N"], rank: 2) { $0.move(1) },
    .moving("depend.up", .commandUp, ["Up", "Ctrl-P"]) { $0.move(-1) },
    .moving("depend.pageDown", .commandPageDown, ["PgDn"]) { $0.move(10) },
    .moving("depend.pageUp", .commandPageUp, ["PgUp"]) { $0.move(-10) },
  ]

  private mutating func move(_ step: Int) { selection.move(by: step, count: shown.count) }

  private var chosen: Activity? {
    shown.indices.contains(selection.index) ? all[shown[selection.index]] : nil
  }

  /// A circle is refused by the store, which names it.
  private func toggle() -> [Effect] {
    guard let chosen else { return [] }
    var edited = activity
    if edited.dependsOn.contains(chosen.id) {
      edited.dependsOn.removeAll { $0 == chosen.id }
    } else {
      edited.dependsOn.append(chosen.id)
    }
    return [.apply(EditRecord(base: activity, edited: edited))]
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard field.take(chord) else { return nil }
    find()
    return []
  }

  mutating func paste(_ text: String) -> Bool {
    field.insert(text)
    find()
    return true
  }

  private mutating func find() {
    let text = Folding.folded(field.text.trimmed)
    // What it waits for already comes first.
    let found = all.indices.filter { text.isEmpty || names[$0].contains(text) }
    let chosen = Set(activity.dependsOn)
    shown = found.filter { chosen.contains(all[$0].id) } + found.filter { !chosen.contains(all[$0].id) }
    selection.index = min(selection.index, max(0, shown.count - 1))
  }

  mutating func fit(to size: Size, look: Look) {
    if language != look.language {
      language = look.language
      names = all.map { Folding.folded(look.title(of: $0)) }
      find()
    }
    selection.fit(count: shown.count, height: max(1, size.rows - 1))
  }

  mutating func refused(_ refusal: Refusal, look: Look) -> [Effect] {
    // The names of those in the circle matter most, and the line is short.
    guard case .invalid(_, .circle(let names)) = refusal else { return [.announce(Phrase(refusal: refusal))] }
    return [.announce(Phrase(.dependsCircle, .text(names.joined(separator: " → "))))]
  }

  func heading(_ look: Look) -> [Span] { [Span(" › \(look.title(of: activity))")] }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    canvas.text("/", row: area.row, column: area.column + 1, ink: .key)
    let list = area.inset(top: 1)
    for (offset, index) in shown.dropFirst(selection.top).prefix(list.rows).enumerated() {
      let row = list.row + offset
      let other = all[index]
      let words = ActivityWords(activity: other, look: look)
      let isChosen = activity.dependsOn.contains(other.id)
      if selection.top + offset == selection.index {
        canvas.text("▌", row: row, column: list.column, ink: .marker)
      }
      canvas.text(
        (isChosen ? "● " : "○ ") + words.label, row: row, column: list.column + 1,
        width: max(8, area.columns - 40),
        ink: isChosen ? .match : .text)
      canvas.text(
        words.state.text, row: row, column: max(12, area.endColumn - 36), width: 20, ink: words.state.ink)
      canvas.text(
        words.activity.owner, row: row, column: max(30, area.endColumn - 15), width: 14, ink: .quiet)
    }
    field.draw(on: &canvas, row: area.row, column: area.column + 3, width: area.columns - 4)
  }
}
