import Model
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// Digits go to the panes from everywhere that is no typing.
@Suite struct PaneDigitsTests {
  /// A pane, and the keys that open something there.
  static let places: [[KeyChord]] = [
    ["2", "Enter"], ["2", "L"], ["2", "P"], ["2", "H"], ["2", "p"], ["2", "b"], ["2", "r"], ["2", "N"],
    ["2", "m"],
    ["2", "v"], ["2", "f"], ["2", "s"], ["2", "c"], ["2", "d"], ["2", "W"], ["2", "A"], ["2", "Ctrl-U"],
    ["3", "$"], ["3", "c"], ["3", "f"], ["4", "i"], ["4", "c"], ["5", "Enter"],
    ["5", "c"],
    ["7", "Enter"], ["0", "Enter"], ["0", "f"], ["0", "c"], ["O", "Enter"], ["T", "Enter"],
    ["T", "Enter", "Enter"],
    ["9", "r"], ["9", "r", "Enter"], ["U", "Enter"], ["U", "b"], [";", "Enter"], [";", "s"], [";", "i"],
    ["Q", "Enter"],
    ["Q", "c"], ["X", "Enter"], ["2", "P", "X", "Esc", "L"],
  ]

  @Test(arguments: places)
  func `They do from records, lists, filters, reports and results`(_ keys: [KeyChord]) throws {
    let desk = try Desk(keys[0], library: .sample())
    for key in keys.dropFirst() { desk.press(key) }
    #expect(!desk.session.shell.top.isTyping)
    let there = desk.session.shell.at
    for (digit, place) in [("6", 5), ("1", 0)] as [(KeyChord, Int)] {
      desk.press(digit)
      #expect(desk.session.shell.at == place && desk.session.shell.layers.isEmpty, "\(digit) from \(there)")
    }
  }

  @Test func `A half-filled form below an open list of entries is kept as a draft`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("e")
    desk.type("!")
    desk.go(to: "Affiliations")
    desk.press("Enter", "5")
    #expect(desk.session.shell.at == 4 && desk.session.shell.layers.isEmpty)
    let draft = try #require(try desk.library.read(Drafts()).first)
    #expect(draft.typed["name"] == "African Forest Forum!")
    #expect(try desk.stakeholder("aff")?.name == "African Forest Forum")
  }

  @Test func `A field left half typed below its entries is kept too`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("Enter", "a")
    desk.go(to: "Affiliations")
    desk.press("Enter", "n")
    desk.type("Institute of Bees")
    desk.press("Esc", "6")
    #expect(desk.session.shell.at == 5)
    #expect(
      try desk.library.read(Drafts()).first?.typed["affiliations"]?.contains("Institute of Bees") == true)
    desk.press("2")
    #expect(!desk.session.shell.top.isTyping)
  }

  @Test func `They are typed where somebody types`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("/")
    desk.type("2015")
    #expect(desk.session.shell.at == 1 && desk.screen.contains("2015"))
    desk.press("Esc", "Esc", "n")
    desk.type("3")
    #expect(desk.session.shell.at == 1 && desk.session.shell.top is RecordForm<Stakeholder>)
  }
}
