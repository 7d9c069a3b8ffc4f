import SampleLibrary
import Store
import Terminal

@testable import Dashboard

/// Finds every place in which somebody can type: from each pane and each of its tabs it presses every key that a pane
/// offers, and goes on in what opens over it.
struct TypingCrawl {
  struct Place {
    /// By its type and title.
    let sheet: String
    /// With the field.
    let name: String
    let keys: [KeyChord]
    /// What was typed, as the screen shows it: empty where it takes no such letters.
    var isShown = false
    var isKept = false
    /// What Enter does there as the footer names it; nil where it does not.
    var enter: String?
  }

  static let token = "Zqx"
  private let deepest: Int
  private var seen: Set<String> = []
  private(set) var places: [Place] = []

  init(deepest: Int) { self.deepest = deepest }

  mutating func crawl(_ start: EveryPane.Place) throws {
    let desk = try Desk("1", columns: 100, rows: 30, library: .sample())
    for key in start.keys { desk.press(key) }
    desk.rest()
    visit(desk, start.keys, depth: 0, start.name)
  }

  private func name(_ desk: Desk, _ pane: String) -> String {
    let shell = desk.session.shell
    let form = shell.top.form.map { " \($0.kind)" } ?? ""
    return shell.layers.isEmpty ? "\(pane) \(shell.top.isTyping)" : "\(shell.top.sheetName)\(form)"
  }

  private mutating func visit(_ desk: Desk, _ keys: [KeyChord], depth: Int, _ pane: String) {
    let session = desk.session
    let name = name(desk, pane)
    guard seen.insert(name).inserted, !session.isOver else { return }
    if session.shell.top.isTyping { type(desk, name, keys) }
    guard depth < deepest else { return }
    let offers = session.shell.top.offers(look: session.look, keymap: session.shell.keymap)
    let isTyping = session.shell.top.isTyping
    let before = session.shell
    for offer in offers {
      guard let key = offer.keys.first(where: { !isTyping || $0.typed == nil }), key != "Esc" else {
        continue
      }
      desk.press(key)
      desk.rest()
      if session.isOver { return }
      visit(desk, keys + [key], depth: depth + 1, pane)
      session.shell = before
      desk.rest()
    }
  }

  /// Types at every field that Down leads to.
  private mutating func type(_ desk: Desk, _ name: String, _ keys: [KeyChord]) {
    let session = desk.session
    let before = session.shell
    var (fields, way): (Set<String>, [KeyChord]) = ([], keys)
    for _ in 0..<60 {
      let standing = session.shell
      let field = desk.lines.first { $0.hasPrefix("▌") }.map { String($0.dropFirst().prefix(18)) } ?? ""
      guard fields.insert(field).inserted else { break }
      desk.type(Self.token)
      var place = Place(sheet: name, name: field.isEmpty ? name : "\(name): \(field.trimmed)", keys: way)
      place.isShown = desk.screen.contains(Self.token)
      place.isKept = session.halfTyped.values.contains { text in
        text.draft.typed.values.contains { $0.contains(Self.token) }
      }
      place.enter = session.shell.footer(session.look, columns: 100).first { $0.key == "Enter" }?.title
      places.append(place)
      session.shell = standing
      desk.press("Down")
      way.append("Down")
    }
    session.shell = before
  }
}
