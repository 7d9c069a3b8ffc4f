import Office
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// Each pane, and each tab of those that have several, as the sample data fills them.
enum EveryPane {
  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    let keys: [KeyChord]
    /// Whether it is what opens first.
    let isFirst: Bool

    var testDescription: String { name }
  }

  static let all: [Place] = PaneRegistry.entries.flatMap { entry in
    let name = String(entry.command.text.dropFirst("pane.".count))
    var count = 1
    if let pane = entry.make() as? any TabbedPane { count = tabs(pane) }
    return (0..<count).map { tab in
      Place(
        name: tab == 0 ? name : "\(name) \(tab + 1)",
        keys: [entry.key] + Array(repeating: "]", count: tab), isFirst: tab == 0)
    }
  }

  private static func tabs<P: TabbedPane>(_ pane: P) -> Int { P.Tab.allCases.count }

  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)]

  /// The screen of a place, line by line, as it is seen: mirrored where the language runs from right to left.
  /// - Parameter isSeen: false for the letters in the order in which they are said, from the left.
  static func lines(
    of place: Place, in language: String, _ size: Size, library: Library, isSeen: Bool = true
  ) throws -> [String] {
    let desk = try Desk(
      "1", columns: size.columns, rows: size.rows, language: language, library: library)
    if isSeen { desk.session.shell.chosenOrder = nil }
    for key in place.keys { desk.press(key) }
    desk.rest()
    return desk.lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
  }
}
