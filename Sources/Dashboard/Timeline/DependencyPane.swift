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

  static let commands: [Command<DependencyPane>] =
    [
      Command(
        "depend.toggle", .commandChoose, ["Enter"], rank: 1,
        needs: .edit, unless: lacking(\.chosen)
      ) { pane, _ in pane.toggle() }
    ] + moves(in: \.selection, also: ListMove.besideTyping)

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
    func words(_ place: Int) -> ActivityWords { ActivityWords(activity: all[place], look: look) }
    var table = ListTable<Int>(columns: [
      .init("", 0) { place in
        let isChosen = activity.dependsOn.contains(all[place].id)
        return (isChosen ? Mark.chosen : .free).said(words(place).label)
      },
      .init("", 20) { words($0).state },
      .init("", 14) { Span(all[$0].owner, .quiet) },
    ])
    table.hasArrows = true
    table.draw(shown, selection, on: &canvas, in: area.inset(top: 1), hasCursor: false)
    SearchLine(field: field).draw(on: &canvas, in: area)
  }
}
