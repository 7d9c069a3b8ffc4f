import Model
import Office
import Store
import Testing

@testable import Dashboard

/// The message house by keys: written, agreed by three people, closed, and opened again as a new edition.
@Suite struct MessagesPaneTests {
  private func desk(
    columns: Int = 80, rows: Int = 24, language: String = "en", isReadOnly: Bool = false
  ) throws -> Desk {
    let library = try Library.ofForests()
    try library.begin(
      with: AddRecord(
        Message(
          id: "p1", version: 0,
          values: [
            "name": "Crops yield more", "launch": "pollination", "text_en": "Many crops yield more.",
            "text_zh": "许多作物产量更高。", "finding": "Yield rises", "confidence": "well established",
            "source_page": "p. 2",
          ])))
    return try Desk(
      "X", columns: columns, rows: rows, language: language, isReadOnly: isReadOnly, library: library)
  }

  private func message(_ desk: Desk, _ id: String = "p1") throws -> Message {
    try #require(try desk.library.read(RecordByID<Message>(id)))
  }

  private func agree(_ desk: Desk, _ name: String) {
    desk.press("v", "Down")
    desk.type(name)
    desk.press("Ctrl-S", "y")
  }

  @Test func `Three people agree, and then the text is closed`() throws {
    let desk = try desk()
    #expect(desk.lines[5].contains("draft") && desk.lines[5].contains("0 of 3"))
    agree(desk, "Okafor")
    #expect(desk.status.contains("stays as it is from now on"))
    #expect(desk.lines[5].contains("under agreement") && desk.lines[5].contains("1 of 3"))
    agree(desk, "okafor")
    #expect(desk.status.contains("two roles are two people"))
    desk.press("Esc")
    agree(desk, "Lindqvist")
    agree(desk, "Rahmani")
    #expect(try message(desk).isAgreed)
    #expect(desk.status.contains("the text is closed"))
    desk.press("v")
    #expect(desk.status.contains("N begins a new edition"))
  }

  @Test func `A closed text refuses another, and says which key begins a new edition`() throws {
    let desk = try desk()
    agree(desk, "Okafor")
    desk.press("e")
    desk.go(to: "Text, English")
    desk.retype("Fewer crops.")
    desk.press("Ctrl-S")
    #expect(desk.body.contains("N in the list begins a new edition"))
    #expect(try message(desk).texts["en"] == "Many crops yield more.")
    desk.press("Ctrl-X", "y", "N", "y")
    #expect(try message(desk).edition == 2)
    desk.press("e")
    desk.go(to: "Text, English")
    desk.retype("Most crops yield more.")
    desk.press("Ctrl-S")
    #expect(try message(desk).texts["en"] == "Most crops yield more.")
  }

  @Test func `A word is taken back with its reason`() throws {
    let desk = try desk()
    desk.press("w")
    #expect(desk.status.contains("Nobody has agreed"))
    agree(desk, "Okafor")
    desk.press("w")
    desk.type("Noted by mistake")
    desk.press("Enter")
    #expect(try message(desk).agreements.isEmpty)
  }

  @Test func `The overall messages stand there with their citation, and cannot be removed`() throws {
    let desk = try desk()
    desk.press("]")
    #expect(desk.lines[5].contains("as adopted") && desk.lines[5].contains("Authority"))
    #expect(desk.status.contains("A-V.3 (a)"))
    desk.press("D")
    #expect(desk.status.contains("neither changed nor removed"))
    desk.press("Enter")
    #expect(desk.body.contains("as adopted: The Platform is an authoritative body"))
    desk.press("Esc", "]")
    #expect(desk.lines[5].contains("no text") && desk.lines[5].contains("Global consensus"))
  }

  @Test func `In Chinese the decision speaks as it was adopted`() throws {
    let desk = try desk(columns: 200, rows: 50, language: "zh")
    #expect(desk.lines[0].contains("信息") && desk.body.contains("许多作物产量更高"))
    desk.press("]")
    #expect(desk.body.contains("平台是一个权威机构"))
    #expect(desk.body.contains("附件一第五节第 3 段(a)"))
  }

  @Test func `What lacks its finding says so, and which key opens the form`() throws {
    let desk = try desk()
    desk.press("n")
    desk.type("Half a message")
    desk.press("Ctrl-S", "v")
    #expect(desk.status.contains("is missing") && desk.status.contains("e opens the form"))
  }

  @Test func `Words narrow the list`() throws {
    let desk = try desk()
    desk.press("/")
    desk.type("zebra")
    #expect(!desk.body.contains("Crops yield more"))
    desk.press("Esc")
    #expect(desk.body.contains("Crops yield more"))
  }

  @Test func `Where a store is only read nobody agrees`() throws {
    let desk = try desk(isReadOnly: true)
    desk.press("v")
    #expect(try message(desk).agreements.isEmpty && desk.status.contains("reading only"))
  }
}
