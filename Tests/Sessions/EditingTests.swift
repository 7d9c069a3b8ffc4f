import Glibc
import Probe
import Testing

/// One person looks for records and changes them.
@Suite(.serialized) struct EditingTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.fill("a-1,Ana Banda,ana@example.org", "b-1,Ben Diallo,ben@example.org", "c-1,刘森,")
  }

  private func stakeholders(_ arguments: String..., columns: Int = 80) throws -> TerminalProbe {
    let probe = try desk.open(columns: columns)
    probe.press("2")
    try probe.wait(for: "3 in all")
    try probe.wait(for: "▌Ana Banda")
    return probe
  }

  @Test func `Search answers every letter`() throws {
    let probe = try stakeholders()
    probe.press("/")
    probe.send("d")
    try probe.wait(for: "1 match")
    try probe.wait(forNo: "Ana Banda")
    #expect(probe.row(of: "▌Ben Diallo") != nil)
    probe.press("Ctrl-U")
    probe.send("森")
    try probe.wait(for: "▌刘森")
    probe.send("x")
    try probe.wait(for: "Nothing matches.")
    probe.press("Esc")
    try probe.wait(for: "3 in all")
    try probe.wait(for: "▌Ana Banda")
  }

  @Test func `A key pressed right behind the mark of all is about the marked ones`() throws {
    let probe = try stakeholders()
    probe.send("*E")
    try probe.wait(for: "Edit of many")
    try probe.wait(for: "3 marked")
    probe.press("Esc")
    try probe.wait(for: "3 in all")
    #expect(try probe.quit() == .code(0))
  }

  @Test func `A field is edited in place and is there the next day`() throws {
    let probe = try stakeholders()
    try probe.goToField("City")
    probe.press("Enter")
    try probe.wait(for: "Enter save")
    probe.send("Lusaka")
    probe.press("Enter")
    try probe.wait(for: "Saved: Ana Banda.")
    #expect(try probe.quit() == .code(0))

    let next = try stakeholders()
    next.press("Enter")
    try next.wait(for: "City              Lusaka")
    try next.wait(for: "version 2")
    #expect(try desk.stored("city") == ["Ana Banda": "Lusaka", "Ben Diallo": "", "刘森": ""])
  }

  @Test func `A long text is written in the person's own editor`() throws {
    let editor = try desk.write("#!/bin/sh\nprintf 'Second line.\\n' >> \"$1\"\n", to: "editor.sh")
    let probe = try desk.open("--editor", environment: ["EDITOR": "sh \(editor)"])
    probe.press("2")
    try probe.wait(for: "▌Ana Banda")
    try probe.goToField("Notes")
    probe.press("Enter")
    try probe.wait(for: "new line")
    probe.send("First line.")
    probe.press("F4")
    try probe.wait(for: "characters, not saved yet")
    probe.press("F4")
    try probe.wait(for: "Second line.")
    probe.press("Esc")
    try probe.wait(for: "new line")
    probe.press("Enter")
    try probe.wait(for: "Saved: Ana Banda.")
    #expect(try probe.quit() == .code(0))
    #expect(try desk.stored("notes")["Ana Banda"] == "First line.\nSecond line.")
  }

  @Test func `What is not valid stays as typed, and is not written`() throws {
    let probe = try stakeholders()
    try probe.goToField("E-mail")
    probe.press("Enter")
    try probe.wait(for: "Enter save")
    probe.retype("ana@")
    probe.press("Enter")
    try probe.wait(for: "! Nothing after the @ in “ana@”. Kept as typed, not saved")
    let field = try #require(probe.row(of: "E-mail"))
    #expect(probe.line(field).hasSuffix(" ana@"))
    #expect(probe.row(of: "! Nothing after") == field + 1)
    #expect(probe.cursor.row == field)
    #expect(try desk.stored("emails")["Ana Banda"] == "ana@example.org")
    probe.send("example.net")
    try probe.wait(forNo: "! Nothing after")
    probe.press("Enter")
    try probe.wait(for: "Saved: Ana Banda.")
    #expect(try desk.stored("emails")["Ana Banda"] == "ana@example.net")
  }

  @Test func `A new record is a form`() throws {
    let probe = try stakeholders()
    probe.press("n", "Ctrl-S")
    try probe.wait(for: "! This has to be filled in. Kept as typed, not saved yet.")
    probe.send("Chipo Dube")
    probe.press("Ctrl-S")
    try probe.wait(for: "Added: Chipo Dube.")
    try probe.wait(for: "▌Chipo Dube")
    try probe.wait(for: "4 in all")
    #expect(try desk.stored("kind")["Chipo Dube"] == "individual")
  }

  @Test func `What is retired comes back by undo`() throws {
    let probe = try stakeholders()
    probe.press("D")
    try probe.wait(for: "Retired: Ana Banda. u brings it back.")
    try probe.wait(for: "▌Ben Diallo")
    try probe.wait(for: "2 in all")
    probe.press("u")
    try probe.wait(for: "Taken back: Retired Ana Banda.")
    try probe.wait(for: "▌Ana Banda")
    probe.press("Ctrl-R")
    try probe.wait(for: "Done again: Retired Ana Banda.")
  }

  @Test func `The footer names what undo would undo`() throws {
    let probe = try stakeholders(columns: 160)
    probe.press("D")
    try probe.wait(for: "u undo: Retired Ana Banda")
    probe.press("u")
    try probe.wait(for: "Taken back: Retired Ana Banda.")
    // What was done before this session is only taken back after a question.
    #expect(!probe.line(23).contains("u undo"))
  }

  @Test func `What was said to be saved survives the worst end`() throws {
    let probe = try stakeholders()
    try probe.goToField("City")
    probe.press("Enter")
    try probe.wait(for: "Enter save")
    probe.send("Lusaka")
    probe.press("Enter")
    try probe.wait(for: "Saved: Ana Banda.")
    probe.signal(SIGKILL)
    #expect(try probe.waitForExit() == .signal(Int(SIGKILL)))
    #expect(try desk.stored("city")["Ana Banda"] == "Lusaka")
    #expect(try desk.run("store", "check").code == 0)
  }

  @Test func `A long paste keeps its lines`() throws {
    let probe = try stakeholders()
    try probe.goToField("Notes")
    probe.press("Enter")
    try probe.wait(for: "Alt-Enter new line")
    let pasted = (1...1500).map { "line \($0)" }
    probe.paste(pasted.joined(separator: "\r"))
    try probe.wait(for: "line 1500")
    probe.press("Enter")
    try probe.wait(for: "Saved: Ana Banda.")
    #expect(try desk.stored("notes")["Ana Banda"] == pasted.joined(separator: "\n"))
  }

  @Test func `Who may only read is told so`() throws {
    let probe = try desk.open("--read-only")
    probe.press("2")
    try probe.wait(for: "▌Ana Banda")
    for key in ["n", "e", "D", "u"] {
      probe.press(key)
      try probe.wait(for: "The store is open for reading only.")
      probe.press("Down", "Up")
      try probe.wait(forNo: "reading only")
    }
    probe.press("Enter")
    try probe.wait(for: "fields are empty")
    probe.press("Enter")
    try probe.wait(for: "The store is open for reading only.")
  }
}
