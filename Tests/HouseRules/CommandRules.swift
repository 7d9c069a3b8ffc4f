import Terminal
import Testing

@testable import Dashboard

/// Commands have names to rely on, and no key means two things at once.
@Suite struct CommandRules {
  private static let names: [CommandName] = {
    let tables = PaneRegistry.entries.map { $0.keys() } + PaneRegistry.layers
    return tables.flatMap(\.rows).map(\.name) + Shell.commands.map(\.name)
  }()

  @Test func `Names are unique`() {
    let doubled = Dictionary(grouping: Self.names, by: \.text).filter { $1.count > 1 }.keys.sorted()
    #expect(doubled.isEmpty, "\(doubled)")
    #expect(Shell.commandNames.isSuperset(of: Self.names))
  }

  @Test func `Names are pane and verb`() {
    for name in Shell.commandNames where !["undo", "redo"].contains(name.text) {
      #expect(name.text.wholeMatch(of: /[a-z]+\.[a-z]+([A-Z][a-z]+)*/) != nil, "\(name.text)")
    }
  }

  /// Walks from every pane to wherever commands lead, and looks at what is offered there.
  @Test
  func
    `Wherever commands lead no key means two things, lists know all moves, and the cursor is at the marker`()
    throws
  {
    let walk = try CommandWalk(.full)
    walk.go()
    #expect(walk.places.count > 180)
    #expect(walk.doubled.isEmpty, "\(walk.doubled.joined(separator: "\n"))")
    #expect(walk.unmoved.isEmpty, "\(walk.unmoved.joined(separator: "\n"))")
    #expect(walk.unmarked.isEmpty, "\(walk.unmarked.joined(separator: "\n"))")
    #expect(walk.drawn.isEmpty, "\(walk.drawn.joined(separator: "\n"))")
  }

  /// No key opens a way to a write that its command did not announce: what writes says so in its table.
  @Test func `What writes is refused where a store is only read, and nothing else is`() throws {
    let walk = try CommandWalk(.reading)
    walk.go()
    #expect(walk.places.count > 100)
    #expect(walk.refused.count > 60)
    #expect(walk.unannounced.isEmpty, "\(walk.unannounced.joined(separator: "\n"))")
  }
}
