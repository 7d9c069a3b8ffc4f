import Model
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
    let walk = try CommandWalk()
    walk.go()
    #expect(walk.places.count > 270)
    #expect(walk.doubled.isEmpty, "\(walk.doubled.joined(separator: "\n"))")
    #expect(walk.unmoved.isEmpty, "\(walk.unmoved.joined(separator: "\n"))")
    #expect(walk.unmarked.isEmpty, "\(walk.unmarked.joined(separator: "\n"))")
    #expect(walk.drawn.isEmpty, "\(walk.drawn.joined(separator: "\n"))")
  }

  /// No key opens a way to a write that its command did not announce: what writes says so in its table.
  @Test func `What writes is refused where a store is only read, and nothing else is`() throws {
    let walk = try CommandWalk(isReadOnly: true)
    walk.go()
    #expect(walk.places.count > 100)
    #expect(walk.refused.count > 60)
    #expect(walk.unannounced.isEmpty, "\(walk.unannounced.joined(separator: "\n"))")
  }

  /// A key names the role that the store asks for, before anything is typed. Roles that reach some records only are told by
  /// the store.
  @Test(arguments: [(OfficeRole.viewer, 60), (.editor, 5), (.publisher, 1)])
  func `What a role may not do is said by the key`(role: OfficeRole, refused: Int) throws {
    let walk = try CommandWalk(as: role)
    walk.go()
    #expect(walk.refused.count > refused, "\(walk.refused.map(\.text).sorted())")
    #expect(walk.unannounced.isEmpty, "\(walk.unannounced.joined(separator: "\n"))")
  }
}
