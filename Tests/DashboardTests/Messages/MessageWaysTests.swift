import Foundation
import Model
import Office
import Phrases
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// The board and the chain by keys, and who agrees: what is shown before it is done, and what undo says of it.
@Suite struct MessageWaysTests {
  private func desk(columns: Int = 80, rows: Int = 24, language: String = "en") throws -> Desk {
    let library = try Library.sample()
    return try Desk("X", columns: columns, rows: rows, language: language, library: library)
  }

  private func message(_ desk: Desk, _ id: String) throws -> Message {
    try #require(try desk.library.read(RecordByID<Message>(id)))
  }

  private func ways(_ desk: Desk, to audience: Audience, over channel: Channel) throws -> [Delivery] {
    try message(desk, "m.a").ways(to: audience, over: channel).map(\.way)
  }

  // MARK: The board

  @Test func `One key plans a cell, says it is done, and empties it again, and u takes it back`() throws {
    let desk = try desk()
    desk.press("]", "]", "]", "Right", "c")
    #expect(desk.status.contains("UN and MEAs: no way planned"))
    desk.press("Space")
    #expect(try ways(desk, to: .unMEA, over: .email).map(\.state) == [.planned])
    #expect(desk.status.contains("Authority: UN and MEAs: e-mail, planned. u takes it back."))
    let row = try #require(desk.lines.first { $0.contains("Authority") })
    #expect(row.contains("○"))
    desk.press("Space")
    #expect(try ways(desk, to: .unMEA, over: .email).map(\.state) == [.done])
    desk.press("Space")
    #expect(try ways(desk, to: .unMEA, over: .email).isEmpty)
    desk.press("u")
    #expect(try ways(desk, to: .unMEA, over: .email).map(\.state) == [.done])
  }

  @Test func `A way is planned with its channel, its day and a note, and taken away in the same sheet`()
    throws
  {
    let desk = try desk()
    desk.press("]", "]", "]", "Right", "Right", "p")
    desk.press("Right", "Down", "Down")
    desk.type("2016-02-22")
    desk.press("Down")
    desk.type("with the panel")
    desk.press("Ctrl-S")
    let way = try #require(try ways(desk, to: .scientists, over: .phone).first)
    #expect(way.state == .planned && way.day == Day("2016-02-22") && way.note == "with the panel")
    desk.press("p")
    // How far it is: planned, done, none.
    desk.press("Down", "Right", "Right", "Ctrl-S")
    #expect(try ways(desk, to: .scientists, over: .phone).isEmpty)
    desk.press("u")
    #expect(try ways(desk, to: .scientists, over: .phone) == [way])
  }

  @Test func `Where the key could mean several ways it says which keys show one`() throws {
    let desk = try desk()
    desk.press("]", "]", "]", "Right", "Space")
    #expect(desk.status.contains("c shows one channel at a time"))
    desk.press("Left")
    #expect(desk.status.contains("policymakers: meeting, done, 1 Jun 2015"))
    // What was done, with its day and its note, goes by no single key.
    desk.press("Space")
    #expect(desk.status.contains("p changes it or takes it away"))
    #expect(try ways(desk, to: .policymakers, over: .meeting).count == 1)
  }

  // MARK: The chain

  @Test func `The chain is filled from the message: a product that carries it, an item that does`() throws {
    let desk = try desk()
    desk.press("]", "]", "]", "]", "p")
    desk.type("visual identity")
    desk.press("Enter", "Ctrl-S")
    let product = try #require(try desk.library.read(RecordByID<Product>("style-guide")))
    #expect(product.carried == ["m.a"] && desk.status.contains("u takes it back"))
    desk.press("p")
    desk.type("visual identity")
    desk.press("Enter", "Ctrl-S")
    #expect(desk.status.contains("stands there twice") || desk.status.contains("m.a"))
    desk.press("Esc", "m")
    desk.type("polinizadores")
    desk.press("Enter", "Down", "Right", "Ctrl-S")
    let items = try desk.library.read(AllRecords<Coverage>()).filter { $0.pointsWrong.contains("m.a") }
    #expect(items.count == 1)
  }

  @Test func `The chain is filled from the media: an item is coded as carrying a message, and no longer`()
    throws
  {
    let desk = try desk()
    func coded() throws -> Int {
      try desk.library.read(AllRecords<Coverage>()).count { $0.pointsWrong.contains("tp-decline") }
    }
    let before = try coded()
    desk.press("0", "c", "m")
    desk.type("wild pollinators")
    desk.press("Enter", "Down", "Right", "Ctrl-S")
    #expect(try coded() == before + 1)
    #expect(desk.status.contains("takes it back"))
    desk.press("m")
    desk.type("wild pollinators")
    desk.press("Enter", "Down", "Right", "Right", "Ctrl-S")
    #expect(try coded() == before)
    desk.press("u", "u")
    #expect(try coded() == before)
  }

  // MARK: Who agrees

  private func forests() throws -> Desk {
    let library = try Library.ofForests()
    try library.begin(
      with: AddRecord(
        Message(
          id: "p1", version: 0,
          values: [
            "name": "Crops yield more", "launch": "pollination", "text_en": "Many crops yield more.",
            "finding": "Yield rises", "confidence": "well established", "source_page": "p. 2",
          ])))
    try library.apply(
      AddRecord(
        Stakeholder(id: "ngozi", version: 1, values: ["name": "Okafor, Ngozi", "aliases": "Ngozi Eze"])))
    return try Desk("X", library: library)
  }

  private func sign(_ desk: Desk, _ name: String) {
    desk.press("v", "Down")
    desk.type(name)
    desk.press("Ctrl-S")
  }

  @Test func `A name that is typed stays as it was typed, and is shown before it counts`() throws {
    let desk = try forests()
    sign(desk, "Ngozi")
    #expect(desk.body.contains("“Ngozi”, a name as it was typed and no record of the base"))
    #expect(try message(desk, "p1").agreements.isEmpty)
    desk.press("y")
    #expect(try message(desk, "p1").agreements.map(\.who) == ["Ngozi"])
    #expect(try message(desk, "p1").agreements.map(\.record) == [""])
  }

  @Test func `A record that the name means is named with its id before it counts`() throws {
    let desk = try forests()
    sign(desk, "Okafor, Ngozi")
    #expect(desk.body.contains("Okafor, Ngozi (record ngozi of the base) agrees to"))
    desk.press("y")
    #expect(try message(desk, "p1").agreements.map(\.record) == ["ngozi"])
    // The same person under another of her names.
    sign(desk, "Ngozi Eze")
    desk.press("y")
    #expect(desk.status.contains("two roles are two people"))
    #expect(try message(desk, "p1").agreements.count == 1)
    #expect(desk.body.contains("Ngozi Eze"))
  }

  @Test func `Undo right after a word says that it lasts, and only then goes on to what came before`() throws
  {
    let desk = try forests()
    desk.press("n")
    desk.type("Another")
    desk.press("Ctrl-S")
    let other = try #require(try desk.library.read(AllRecords<Message>()).first { $0.name == "Another" })
    desk.press("g")
    for _ in 0..<3 where !desk.lines.contains(where: { $0.hasPrefix("▌") && $0.contains("Crops") }) {
      desk.press("Down")
    }
    sign(desk, "Rahmani")
    desk.press("y", "u")
    #expect(
      desk.status.contains("No undo: Noted the agreement to Crops yield more; w in Messages takes it back"))
    #expect(try desk.library.read(RecordByID<Message>(other.id)) != nil)
    desk.press("u")
    #expect(try desk.library.read(RecordByID<Message>(other.id)) == nil)
    #expect(try message(desk, "p1").agreements.count == 1)
  }

  @Test func `A new edition asks before everybody is asked again`() throws {
    let desk = try forests()
    sign(desk, "Rahmani")
    desk.press("y", "N")
    #expect(desk.body.contains("Edition 2 of “Crops yield more”") && desk.body.contains("Rahmani"))
    desk.press("Enter", "Esc")
    #expect(try message(desk, "p1").edition == 1)
    desk.press("N", "y")
    #expect(try message(desk, "p1").edition == 2)
  }

  // MARK: The launch

  @Test func `A launch says which of its messages are agreed, and leads to the first that is not`() throws {
    let library = try Library.sample()
    let desk = try Desk("4", columns: 200, rows: 50, library: library)
    #expect(desk.body.contains("Messages") && desk.body.contains("agreed"))
    desk.press("m")
    #expect(desk.lines[0].contains("Messages") && desk.body.contains("Talking points"))
    let narrow = try Desk("4", library: library)
    narrow.press("i")
    #expect(narrow.body.contains("Messages"))
    narrow.press("m")
    #expect(narrow.lines[0].contains("Messages"))
  }

  // MARK: Where the decision says so

  @Test func `The citation of a message opens its paragraph`() throws {
    let desk = try desk()
    desk.press("]", "#")
    #expect(desk.screen.contains("A-V.3"))
    let chinese = try self.desk(language: "zh")
    chinese.press("]", "#")
    #expect(chinese.screen.contains("附件一第五节第 3 段"))
  }

  @Test func `Paragraphs of the boundary are cited as each language cites them`() throws {
    var message = Message(id: "x")
    message.texts["en"] = "Governments must ban these pesticides."
    let found = try #require(message.openFindings(since: nil).first)
    let look = { Look(phrases: Phrasebook($0), asOf: Desk.asOf, who: "tester") }
    #expect(WordingWords(look("en")).sentence(found).contains("(A.9, A-V.1)"))
    #expect(WordingWords(look("zh")).sentence(found).contains("（附件一第 9 段、附件一第五节第 1 段）"))
  }
}

/// The message house as it is seen, over the sample data: each screen stands in a file beside this one.
/// `OUTREACH_WRITE_DOCS=1 swift test --filter MessagesScreenTests` writes them anew.
@Suite struct MessagesScreenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Screens")

  private static let places: [(name: String, keys: [KeyChord])] = [
    ("messages", ["X"]), ("message", ["X", "Enter"]), ("board", ["X", "]", "]", "]", "Right"]),
    ("chain", ["X", "]", "]", "]", "]"]), ("audiences", ["X", "["]),
  ]

  @Test(arguments: [(80, 24), (200, 50)], ["en", "zh"])
  func `Screens are those beside this`(size: (columns: Int, rows: Int), language: String) throws {
    try SampleScreens.expect(
      Self.places, in: Self.folder, columns: size.columns, rows: size.rows, language: language)
  }
}
