import Model
import Office
import Phrases
import Store
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
  @Test func `No key means two things at once, wherever commands lead`() throws {
    var walk = try CommandWalk()
    try walk.go()
    #expect(walk.places.count > 10)
    #expect(walk.doubled.isEmpty, "\(walk.doubled.joined(separator: "\n"))")
  }
}

/// Presses every key that is offered, in every state that offers other commands than those seen before, and
/// draws each at sizes good and bad.
struct CommandWalk {
  private(set) var places: [String: [KeyChord]] = [:]
  private(set) var doubled: [String] = []
  private let library: Library
  private let look = Look(phrases: Phrasebook("en"), asOf: Day(year: 2015, month: 9, day: 15)!, who: "tester")
  /// What ends or leaves the session, or goes on to another pane: each is walked from its own beginning.
  private let left: Set<CommandName> = ["program.quit", "program.suspend", "pane.next", "pane.previous"]

  init() throws {
    library = try Library.inMemory()
    for index in 1...30 {
      var stakeholder = Stakeholder(id: "s-\(index)")
      stakeholder.name = "Stakeholder \(index)"
      try library.apply(AddRecord(stakeholder))
    }
  }

  mutating func go() throws {
    var waiting = PaneRegistry.entries.map { [$0.key] }
    while let path = waiting.popLast() {
      let session = start(path)
      guard !session.isOver, note(session, path), path.count < 5 else { continue }
      for offer in session.shell.offers(session.look) where !left.contains(offer.name) {
        if let key = offer.keys.first { waiting.insert(path + [key], at: 0) }
      }
    }
  }

  private func start(_ path: [KeyChord]) -> Session {
    let session = Session(
      library: library, shell: Shell(), look: look, size: Size(columns: 80, rows: 24),
      runner: Runner(library, isImmediate: true), clock: { 1_442_275_200 })
    session.settle(milliseconds: 0)
    for key in path {
      session.press(key)
      session.settle(milliseconds: 0)
    }
    return session
  }

  /// Whether what is offered here was not seen before.
  private mutating func note(_ session: Session, _ path: [KeyChord]) -> Bool {
    let offers = session.shell.top.offers(look: session.look, keymap: Keymap())
    let place = "\(type(of: session.shell.top)): " + offers.map(\.name.text).joined(separator: " ")
    guard places[place] == nil else { return false }
    places[place] = path
    for (key, offered) in Dictionary(
      grouping: offers.flatMap { offer in offer.keys.map { ($0, offer) } }, by: \.0)
    where offered.count > 1 {
      let keys = path.map(\.description).joined(separator: " ")
      doubled.append("\(key) after \(keys): \(offered.map(\.1.name.text))")
    }
    for size in [Size(columns: 200, rows: 50), Size(columns: 1, rows: 1), Size(columns: 40, rows: 10)] {
      session.resize(to: size)
      _ = session.draw()
    }
    return true
  }
}
