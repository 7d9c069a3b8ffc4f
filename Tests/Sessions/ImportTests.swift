import Foundation
import Glibc
import Probe
import Testing

/// Large and broken files at the command line.
@Suite struct ImportCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func manyPeople(_ count: Int) throws -> String {
    try desk.write(
      "id,name,city,emails\n" + (0..<count).map { "p\($0),Person \($0),Lima,p\($0)@example.org\n" }.joined(),
      to: "many.csv")
  }

  private func count() throws -> Int {
    try desk.run("export", "stakeholders").output.split(separator: "\r\n").count - 1
  }

  @Test func `Ctrl-C leaves nothing behind, and the store goes on`() throws {
    try desk.fill("a-1,Ana,")
    let file = try manyPeople(300_000)
    let probe = try desk.start([Desk.program, "import", "stakeholders", file], columns: 100)
    try probe.wait(for: " a second", timeout: 60)
    #expect(probe.lines.joined().contains(" of about "))
    #expect(try count() == 1)
    probe.press("Ctrl-C")
    #expect(try probe.waitForExit(timeout: 60) == .signal(Int(SIGINT)))
    #expect(probe.lines.joined(separator: "\n").contains("Stopped; nothing was written."))
    #expect(try count() == 1)
    let log = try? FileManager.default.attributesOfItem(atPath: desk.store + "-wal")[.size] as? Int
    // The count was logged: that is all.
    #expect(log ?? 0 < 100_000)
    #expect(try desk.run("store", "check").code == 0)
    try desk.fill("b-1,Ben,")
    #expect(try count() == 2)
  }

  @Test func `A signal from elsewhere ends an import without a terminal too`() throws {
    let file = try manyPeople(300_000)
    try desk.fill("a-1,Ana,")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Desk.program)
    process.arguments = ["import", "stakeholders", file]
    process.environment = desk.environment
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The log grows once it writes.
    let log = desk.store + "-wal"
    while process.isRunning,
      (try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int) ?? 0 < 1_000
    {
      usleep(10_000)
    }
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGTERM)
    #expect(try count() == 1)
    #expect(try desk.run("store", "check").code == 0)
  }

  @Test func `Standard input is read like a file`() throws {
    let result = try desk.shell("printf 'name\\nAna\\nBen\\n' | \"$PROGRAM\" import stakeholders -")
    #expect(
      result == """
        New: Ana; Ben
        2 new, 0 changed, 0 unchanged, 0 rejected.
        Imported as one change.
        What to do next: look at it in the dashboard, where u takes it back as one change.

        """)
    #expect(try count() == 2)
  }

  @Test func `Who is written is compared with who was there, and who may be both is named`() throws {
    _ = try desk.shell("printf 'name,emails\\nAna Lima,a@x.example\\n' | \"$PROGRAM\" import stakeholders -")
    let id = try #require(try desk.stored("id").values.first)
    let file = try desk.write("name,emails\nA. Lima,A@X.example\nBen,\n", to: "more.csv")
    let result = try desk.run("import", "stakeholders", file)
    #expect(result.code == 0 && result.output.contains("2 new"))
    #expect(
      result.output.contains(":2: A. Lima may be Ana Lima (\(id)), who is known already."), "\(result.output)"
    )
    #expect(result.output.contains("outreach duplicates lists who may be stored twice now."))
    #expect(!result.output.contains("--same"))
  }

  @Test(arguments: [
    "id,name\np-1,Ana\n", "[{\"id\": \"p-1\", \"name\": \"Ana\"}]",
    "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:p-1\r\nFN:Ana\r\nEND:VCARD\r\n",
  ])
  func `Standard input may be of any format, a file or a pipe`(content: String) throws {
    let file = try desk.write(content, to: "people")
    let piped = try desk.shell("cat '\(file)' | \"$PROGRAM\" import stakeholders -")
    #expect(
      piped.hasPrefix("New: Ana\n1 new, 0 changed, 0 unchanged, 0 rejected.\nImported as one change.\n"))
    let again = try desk.shell("\"$PROGRAM\" import stakeholders - < '\(file)'")
    #expect(again.hasPrefix("0 new, 0 changed, 1 unchanged, 0 rejected.\n"), "\(again)")
    #expect(try desk.stored("id").keys.sorted() == ["Ana"])
  }

  @Test func `What is wrong with a file is said with its line`() throws {
    let long = String(repeating: "x", count: 10_000_000)
    let file = try desk.write("name,city\nAna,Lima\nBen,\(long)\n\"Eva,Quito\nZoe,\0Bonn\n", to: "bad.csv")
    let refused = try desk.run("import", "stakeholders", file)
    #expect(refused.code == EX_DATAERR)
    #expect(refused.errors.contains("\(file):3: A field is longer than 1,048,576 bytes"))
    #expect(refused.errors.contains("\(file):4: "))
    #expect(refused.errors.contains("\(file):5: "))
    #expect(refused.errors.contains("2 new, 0 changed, 0 unchanged, 2 rejected."))
    let taken = try desk.run("import", "stakeholders", file, "--skip-rejected")
    #expect(taken.code == 0 && taken.output.contains("\n2 rows stayed out; why stands above. Mend them"))
    #expect(try count() == 2)
    for (content, sentence) in [
      ("", "nothing in the file"), ("PK\u{3}\u{4}xl/workbook", "damaged"),
      ("<html><table>", "a web page"), ("city\nLima\n", "name"),
    ] {
      let file = try desk.write(content, to: "none.csv")
      let result = try desk.run("import", "stakeholders", file)
      #expect(result.code == EX_DATAERR)
      #expect(result.errors.contains(sentence), "\(result.errors)")
    }
  }

  @Test func `Words are mapped once, and what is left comes back mended`() throws {
    let rows = (0..<20).map { "Person \($0),\(["C", "E", "?", "contributor"][$0 % 4])\n" }
    let file = try desk.write("Full name,Role\n" + rows.joined(), to: "people.csv")
    let refused = try desk.run("import", "stakeholders", file)
    #expect(refused.code == EX_DATAERR)
    #expect(
      refused.errors.contains(
        "\(file):2: Role: “C” is none of: contributor, end-user. 5 rows, lines 2, 6, 10, 14, 18."))
    #expect(refused.errors.contains("--value 'COLUMN:WORD=VALUE'"))
    let each = try desk.run("import", "stakeholders", file, "--dry-run", "--every-row")
    #expect(each.output.contains("\(file):18: Role: “C” is none of"))
    let rejected = file + ".rejected.csv"
    let done = try desk.run(
      "import", "stakeholders", file, "--value", "role:C=contributor", "--value", "Role:E=end user",
      "--save-mapping", "Workshop", "--rejects", rejected)
    #expect(done.code == 0, "\(done.errors)")
    #expect(done.output.contains("Role: “C” is read as contributor. 5 cells"))
    #expect(done.output.contains("5 rows that were not taken stand in \(rejected)."))
    #expect(try count() == 15)
    let again = try desk.run("import", "stakeholders", file, "--mapping", "Workshop", "--rejects", rejected)
    #expect(again.code == EX_CANTCREAT && again.errors.contains("--force"))
    let last = try desk.run(
      "import", "stakeholders", rejected, "--value", "role:*=", "--rejects", rejected + "2")
    #expect(last.output.contains("5 new, 0 changed") && last.output.contains("Every row was taken"))
    #expect(try count() == 20)
    for (value, sentence) in [
      ("Rle:C=contributor", "Full name; Role"), ("Role:C=boss", "contributor, end-user"),
      ("C", "COLUMN:WORD=VALUE"),
    ] {
      let wrong = try desk.run("import", "stakeholders", file, "--value", value)
      #expect(wrong.code != 0 && wrong.errors.contains(sentence), "\(wrong.errors)")
    }
  }

  @Test func `A dry run writes no rejected rows, and kinds without names come in once`() throws {
    let file = try desk.write("name,start\nBriefing,2015-03-04\nTalk,?\n", to: "events.csv")
    let rejected = file + ".rejected.csv"
    let dry = try desk.run("import", "events", file, "--rejects", rejected, "--dry-run")
    #expect(dry.output.contains("1 row that would not be taken would go to \(rejected)."))
    #expect(!FileManager.default.fileExists(atPath: rejected))
    let people = try desk.write("name,emails\nAna,ana@\n", to: "people.csv")
    let people2 = try desk.run("import", "stakeholders", people, "--rejects", rejected, "--dry-run")
    #expect(people2.output.contains("would go to") && !FileManager.default.fileExists(atPath: rejected))
    #expect(try desk.run("import", "events", file, "--skip-rejected").output.contains("1 new"))
    let again = try desk.run("import", "events", file, "--rejects", rejected)
    #expect(again.output.contains("0 new, 0 changed, 1 unchanged, 1 rejected."))
    #expect(FileManager.default.fileExists(atPath: rejected))
    let mapped = try desk.run("import", "events", file, "--map", "start=end")
    #expect(mapped.code == EX_USAGE && mapped.errors.contains("for stakeholders"))
  }

  @Test func `What does not fit an option is said with what would`() throws {
    let file = try desk.write("Имя,Роль\nАнна,К\n", to: "people.csv")
    let near = try desk.run("import", "stakeholders", file, "--map", "Роль=role")
    #expect(near.errors.contains("Near it: roles."))
    let left = try desk.run("import", "stakeholders", file, "--value", "Роль:К=contributor")
    #expect(left.errors.contains("--map 'Роль=FIELD'"))
    let dates = try desk.write("name,joined\nAna,3/4/2015\n", to: "dates.csv")
    let refused = try desk.run("import", "stakeholders", dates)
    #expect(refused.errors.contains("--dates day-first") && !refused.errors.contains("--value"))
    let columns = try desk.run("import", "columns", dates)
    #expect(
      columns.output.contains("--dates day-first, month-first or year-first") && !columns.output.contains("←")
    )
    #expect(!columns.output.contains("--value"))
  }

  @Test func `An opt-out stays, and the line is said`() throws {
    let first = try desk.write("id,name,do_not_contact\na,Ana,yes\n", to: "first.csv")
    try #require(try desk.run("import", "stakeholders", first).code == 0)
    let file = try desk.write("id,name,city,do_not_contact\na,Ana,Lima,no\n", to: "second.csv")
    let result = try desk.run("import", "stakeholders", file)
    #expect(result.code == 0)
    #expect(result.output.contains("\(file):2: The stored record refuses contact"))
    #expect(try desk.stored("city") == ["Ana": "Lima"])
    #expect(try desk.stored("do_not_contact") != ["Ana": "0"])
  }
}
