import Model
import Office
import Phrases
import RandomRecords
import Store
import Terminal
import Testing

@testable import Dashboard

/// Somebody leans on the keyboard: nothing falls, whatever is pressed, pasted or resized.
@Suite struct NoiseTests {
  private static let keys: [KeyChord] =
    [
      "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDn", "Enter", "Esc", "Tab", "Shift-Tab",
      "Backspace", "Del", "Ins", "Space", "F1", "F2", "WheelUp", "WheelDown", "Shift-Up", "Shift-Down",
      "Shift-Left", "Shift-Right", "Ctrl-A", "Ctrl-B", "Ctrl-C", "Ctrl-E", "Ctrl-F", "Ctrl-K", "Ctrl-N",
      "Ctrl-O", "Ctrl-P", "Ctrl-R", "Ctrl-S", "Ctrl-U", "Ctrl-W", "Ctrl-X", "Ctrl-Z", "Alt-x", "Ctrl-Left",
      "Alt-Backspace", "é", "刘", "م", "\u{301}", "🧑‍🔬", "@", ":", "/", "?",
    ] + "abcdefghijklmnoprstuvwxyzCDEGJKNRSTX0123456789+-.<>[]".map { KeyChord(.character($0)) }

  private static let sizes = [(80, 24), (200, 50), (1, 1), (40, 10), (39, 9), (120, 12), (300, 3), (50, 90)]

  @Test(arguments: 1...3)
  func `Random keys do no harm`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let library = try Library.inMemory()
    for index in 1...60 {
      var stakeholder = Stakeholder(id: "s-\(index)")
      stakeholder.name = "Stakeholder \(index)"
      try library.apply(AddRecord(stakeholder))
    }
    let look = Look(phrases: Phrasebook("en"), asOf: Day(year: 2015, month: 9, day: 15)!, who: "tester")
    var session = self.session(library, look)
    for step in 0..<600 {
      switch random.next() % 60 {
      case 0:
        let size = Self.sizes.randomElement(using: &random)!
        session.resize(to: Size(columns: size.0, rows: size.1))
      case 1: session.paste(String(repeating: "paste \u{1B}[2J 刘\n", count: Int(random.next() % 40)))
      case 2: _ = session.idle()
      case 3: session.leave()
      default: session.press(Self.keys.randomElement(using: &random)!)
      }
      // Answers come late, or not before the next key.
      if random.next() % 2 == 0 { session.settle(milliseconds: 0) }
      if step % 4 == 0 { _ = session.draw(isASCII: step % 8 == 0) }
      if session.isOver { session = self.session(library, look) }
    }
    #expect(try library.read(Tallies()).total > 0)
  }

  private func session(_ library: Library, _ look: Look) -> Session {
    Session(
      library: library, shell: Shell(), look: look, size: Size(columns: 80, rows: 24),
      runner: Runner(library, isImmediate: true), clock: { 1_442_275_200 })
  }
}
