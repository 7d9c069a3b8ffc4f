import Foundation
import Model
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// Esc, and the second way out, never write and never lose: wherever something is typed, it is a draft afterwards.
@Suite struct TypingPlacesTests {
  /// A pane, and the keys that lead to a line or a text in which somebody types.
  static let places: [[KeyChord]] = [
    ["2", "n"], ["2", "e"], ["2", "C"], ["2", "P", "X"], ["2", "P", "o"], ["2", "v", "n"], ["2", "i"],
    ["2", "r", "n", "Tab", "Tab"],
    ["2", "L", "n", "Down", "Down"], ["2", "m", "n"], ["2", "@"], ["2", "Ctrl-E", "Ctrl-S"],
    ["2", "Enter", "Enter"],
    ["3", "n"], ["3", "N"], ["3", "P"], ["3", "e", "Down"], ["3", "$", "n"], ["4", "n"], ["4", "b", "n"],
    ["4", "i", "e"],
    ["5", "n"], ["6", "n"], ["6", "z"], ["7", "n"], ["7", "]", "n"], ["7", "]", "]", "n"], ["8", "n"],
    ["8", "l", "x"],
    ["9", "n"], ["9", "w"], ["9", "]", "n"], ["O", "n"], ["O", "]", "n"], ["T", "n"], ["0", "n"], ["0", "i"],
    ["Y", "n"],
    [";", "n"], ["Q", "n"], ["X", "n"], ["2", "e", "F3"], ["2", "e", "F3", "F4"],
  ]

  @Test(arguments: places, ["Esc", KeyGrammar.secondEscape] as [KeyChord])
  func `What was typed is not written, and not lost`(_ keys: [KeyChord], _ way: KeyChord) throws {
    let library = try Library.sample()
    let desk = try Desk(keys[0], library: library)
    for key in keys.dropFirst() { desk.press(key) }
    let before = try library.read(LastOwnChange())
    #expect(desk.session.shell.top.isTyping, "\(desk.screen)")
    desk.type("Zqx")
    #expect(desk.screen.contains("Zqx"), "\(desk.screen)")
    for _ in 0..<6 where desk.session.shell.top.isTyping { desk.press(way) }
    #expect(!desk.session.shell.top.isTyping)
    #expect(try library.read(LastOwnChange()) == before)
    let kept = try library.read(Drafts()).contains { $0.typed.values.contains { $0.contains("Zqx") } }
    #expect(kept, "\(desk.screen)")
  }

  /// The first place of each sheet, for the trials with the real program.
  private static let list = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sessions/Trials/typing-places.txt")

  private static let environment = ProcessInfo.processInfo.environment
  private static let isWriting = environment["OUTREACH_WRITE_DOCS"] == "1"
  /// Lists in which letters only look for a line: whoever comes back looks again.
  private static let lookups = ["depend ", "persons "]

  /// `OUTREACH_TYPING=1` looks at all panes, `OUTREACH_WRITE_DOCS=1` writes the list anew.
  @Test func `Wherever letters can be typed, what is half typed is written down`() throws {
    let isWhole = Self.environment["OUTREACH_TYPING"] != nil || Self.isWriting
    var crawl = TypingCrawl(deepest: isWhole ? 2 : 1)
    for (number, place) in EveryPane.all.enumerated() where isWhole || number % 9 == 1 {
      try crawl.crawl(place)
    }
    let typed = crawl.places.filter { place in
      place.isShown && !Self.lookups.contains { place.sheet.hasPrefix($0) }
    }
    for place in typed {
      #expect(place.isKept, "\(place.name): \(place.keys)")
      #expect(place.enter != nil, "\(place.name): \(place.keys)")
    }
    print("\(crawl.places.count) places, \(typed.count) that take letters")
    #expect(typed.count > (isWhole ? 400 : 10))
    guard isWhole else { return }
    var sheets: Set<String> = []
    let lines = typed.filter(\.isKept).filter { sheets.insert($0.sheet).inserted }.map { place in
      "\(place.sheet)\t\(place.keys.map(\.description).joined(separator: " "))\n"
    }
    if Self.isWriting {
      return try lines.joined().write(to: Self.list, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.list, encoding: .utf8) == lines.joined())
  }

  /// Enter goes on from line to line, and is done at the last one.
  @Test func `Enter goes on field by field in a form and in a sheet of lines, and saves at the last`() throws
  {
    let library = try Library.inMemory()
    let desk = try Desk("7", library: library)
    desk.press("n")
    for text in ["How many bees?", "Example Radio", "-"] {
      desk.type(text)
      desk.press("Enter")
    }
    desk.press("Enter", "Enter")
    #expect(try library.read(AllRecords<Enquiry>()).isEmpty)
    desk.press("Enter")
    #expect(try library.read(AllRecords<Enquiry>()).map(\.subject) == ["How many bees?"])
    desk.press("6", "n")
    desk.type("Bees")
    desk.press("Enter")
    #expect(try library.read(AllRecords<Event>()).isEmpty)
    for _ in 0..<5 { desk.press("PgDn") }
    desk.press("Enter")
    #expect(try library.read(AllRecords<Event>()).map(\.name) == ["Bees"])
  }

  @Test func `Help opens while somebody types, and names the second way out`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("n")
    desk.type("Zqx")
    desk.press("F1")
    #expect(desk.session.shell.top is HelpPane)
    desk.type("back")
    #expect(desk.screen.contains("Esc  Ctrl-D"), "\(desk.screen)")
    desk.press("Esc", "Esc")
    #expect(desk.screen.contains("Zqx"))
  }
}
