import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// Notes, reasons and answers are written in as many lines as they take.
@Suite struct LongTextTests {
  private static let paragraphs =
    "She asked for the summary in Chichewa, and for two printed copies of the assessment.\n\nAnswered by telephone."

  /// The notes of a person, in their record.
  private func notes(_ library: Library, editor: String? = nil) throws -> Desk {
    let desk = try Desk("2", library: library, editor: editor)
    desk.press("Enter", "a")
    desk.go(to: "Notes")
    desk.press("Enter")
    return desk
  }

  private func stored(_ desk: Desk) throws -> String? {
    let all = try desk.library.read(StakeholderWindow(count: 1)).rows
    return all.first?.stakeholder.notes
  }

  @Test func `Pasted paragraphs stay paragraphs, in place and in the store`() throws {
    let desk = try notes(.ofForests())
    desk.session.paste(Self.paragraphs)
    let rows = desk.lines.map { String($0.drop { $0 == " " || $0 == "▌" }) }
    #expect(
      rows.contains { $0.hasPrefix("Notes") && $0.contains("She asked for the summary in Chichewa, and for") }
    )
    #expect(rows.contains { $0.hasPrefix("Answered by telephone.") })
    #expect(desk.status.contains("18 words · Alt-Enter new line"))
    desk.press("Enter")
    #expect(try stored(desk) == Self.paragraphs)
    #expect(desk.body.contains("Answered by telephone."))
  }

  @Test func `The whole screen serves a long text, and what is typed there stands in the field`() throws {
    let desk = try notes(.ofForests())
    desk.type("First.")
    desk.press("F4")
    #expect(desk.lines[0].contains("Notes"))
    desk.press("Enter", "Enter")
    desk.type("Second.")
    #expect(desk.status.contains("2 words · 15 characters, not saved yet"))
    desk.press("Esc")
    #expect(try stored(desk) == "")
    desk.press("Ctrl-S")
    #expect(try stored(desk) == "First.\n\nSecond.")
  }

  @Test func `A link that is lost in the large text keeps it`() throws {
    let library = try Library.ofForests()
    let desk = try notes(library)
    desk.press("F4")
    desk.type("Half written")
    desk.session.leave()
    let drafts = try library.read(Drafts())
    #expect(drafts.map { $0.typed["notes"] }.contains("Half written"))
  }

  @Test func `A person's own editor opens only where the program was started so`() throws {
    let refused = try notes(.ofForests())
    refused.press("F4", "F4")
    #expect(refused.session.takeWishes().isEmpty)
    #expect(refused.status.contains("--editor"))
    let desk = try notes(.ofForests(), editor: "ed")
    desk.press("F4", "F4")
    #expect(desk.session.takeWishes() == [.compose("")])
    desk.session.composed("From the editor.\nAnd more.")
    desk.press("Esc", "Ctrl-S")
    #expect(try stored(desk) == "From the editor.\nAnd more.")
  }

  @Test func `Up and down leave a long text at its ends`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("e")
    desk.go(to: "Notes")
    desk.session.paste("one\ntwo")
    desk.press("Up", "Up")
    let above = desk.lines.first { $0.hasPrefix("▌") }
    #expect(above?.contains("Notes") == false)
    desk.press("Down", "Down", "Down")
    #expect(desk.lines.first { $0.hasPrefix("▌") }?.contains("Notes") == false)
    desk.press("Ctrl-S")
    #expect(try stored(desk) == "one\ntwo")
  }
}
