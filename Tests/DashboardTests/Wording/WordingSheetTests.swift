import Model
import Office
import Store
import Terminal
import Testing

@testable import Dashboard

/// Words on their way out of the house that prescribe policy: said below their field, asked about once, never a lock.
@Suite struct WordingSheetTests {
  private static let wrong = "Governments must ban these pesticides."

  private func desk(_ pane: KeyChord = "X", language: String = "en", columns: Int = 80, rows: Int = 24) throws
    -> Desk
  {
    let library = try Library.ofForests()
    try library.begin(
      with: AddRecord(Message(id: "p1", version: 0, values: ["name": "Crops", "text_en": "More yield."])))
    var enquiry = Enquiry(id: "q1")
    (enquiry.subject, enquiry.language) = ("Interdiction", "fr")
    try library.begin(with: AddRecord(enquiry))
    return try Desk(pane, columns: columns, rows: rows, language: language, library: library)
  }

  private func message(_ desk: Desk) throws -> Message {
    try #require(try desk.library.read(RecordByID<Message>("p1")))
  }

  private func write(_ text: String, _ desk: Desk) {
    desk.press("e")
    desk.go(to: "Text, English")
    desk.retype(text)
  }

  @Test func `The words, the reason and another way to say it stand below the field`() throws {
    let desk = try desk(columns: 120, rows: 40)
    write(Self.wrong, desk)
    desk.press("Down")
    #expect(desk.body.contains("“Governments must") || desk.body.contains("must ban”"))
    #expect(desk.body.contains("A.9, A-V.1") && desk.body.contains("Rather:"))
  }

  @Test func `Saving asks why the words stay, keeps the reason, and does not ask again`() throws {
    let desk = try desk()
    write(Self.wrong, desk)
    desk.press("Ctrl-S")
    #expect(desk.body.contains("Why do these words stay?"))
    #expect(try message(desk).texts["en"] == "More yield.")
    desk.press("Enter")
    #expect(desk.status.contains("Write why these words stay"))
    desk.type("The title of a law")
    desk.press("Enter")
    #expect(try message(desk).texts["en"] == Self.wrong)
    let kept = try #require(try message(desk).overrides.first)
    #expect(kept.reason == "The title of a law" && kept.who == "tester" && kept.day == Desk.asOf)
    #expect(kept.field == "text_en" && Self.wrong.contains(kept.words))
    #expect(desk.status.contains("saved") || desk.status.contains("Crops"))
    write(Self.wrong + " Yield rises.", desk)
    desk.press("Ctrl-S")
    #expect(!desk.body.contains("Why do these words stay?"))
    #expect(try message(desk).texts["en"] == Self.wrong + " Yield rises.")
    // One undo takes back the text, one more the words with their reason.
    desk.press("u", "u")
    #expect(try message(desk).overrides.isEmpty && message(desk).texts["en"] == "More yield.")
  }

  @Test func `Going back leads to the text, with all that was typed`() throws {
    let desk = try desk()
    write(Self.wrong, desk)
    desk.press("Ctrl-S", "Esc")
    #expect(desk.lines[0].contains("Messages") && desk.body.contains(Self.wrong))
    desk.go(to: "Text, English")
    desk.retype("Bans of these pesticides are one option.")
    desk.press("Ctrl-S")
    #expect(try message(desk).texts["en"] == "Bans of these pesticides are one option.")
    #expect(try message(desk).overrides.isEmpty)
  }

  @Test func `What the store refuses behind the question is said in the form`() throws {
    let desk = try desk()
    write(Self.wrong, desk)
    // Somebody else changed the same text meanwhile.
    let base = try message(desk)
    var other = base
    other.texts["en"] = "Much more yield."
    try desk.library.apply(EditRecord(base: base, edited: other))
    desk.press("Ctrl-S")
    desk.type("A quotation")
    desk.press("Enter")
    #expect(desk.body.contains("Much more yield.") && desk.body.contains(Self.wrong))
    #expect(try message(desk).texts["en"] == "Much more yield.")
  }

  @Test func `An answer to an enquiry is read as a message is, in its own language`() throws {
    let desk = try desk("7")
    desk.press("e")
    desk.go(to: "Approved line")
    desk.retype("Les gouvernements doivent interdire ces pesticides.")
    desk.press("Ctrl-S")
    #expect(desk.body.contains("Why do these words stay?"))
    desk.type("Cité")
    desk.press("Enter")
    #expect(try desk.library.read(RecordByID<Enquiry>("q1"))?.overrides.map(\.reason) == ["Cité"])
  }

  @Test func `In Chinese`() throws {
    let desk = try desk(language: "zh")
    desk.press("e")
    desk.go(to: "中文文本")
    desk.retype("各国政府必须禁止这些农药。")
    desk.press("Ctrl-S")
    #expect(desk.body.contains("为何保留这些措辞") && desk.body.contains("可改为"))
  }

  @Test func `Nobody is asked about text that stays in the house`() throws {
    let desk = try desk()
    desk.press("e")
    desk.go(to: "Note")
    desk.retype(Self.wrong)
    desk.press("Ctrl-S")
    #expect(try message(desk).note == Self.wrong)
  }
}
