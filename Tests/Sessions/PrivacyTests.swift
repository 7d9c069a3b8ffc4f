import Foundation
import Glibc
import Testing

@testable import Store

/// What people allow, see and have erased, from the command line.
@Suite struct PrivacyTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.fill("a-1,\"Banda, Thandiwe\",t@example.org", "b-1,刘森,liu@example.cn")
  }

  @Test func `An answer is stored with its basis, purpose, source, date and evidence`() throws {
    let answered = try desk.run(
      "privacy", "consent", "a-1", "register", "yes", "--date", "2015-05-12", "--purpose", "public register",
      "--source", "form; page 2", "--evidence", "scan 14", "--fields", "name", "--fields", "country")
    #expect(answered.code == 0, "\(answered.errors)")
    let csv = try desk.run("export", "stakeholders").output
    #expect(
      csv.contains(#"register | yes | consent | public register | form\; page 2 | 2015-05-12 | scan 14"#))
    #expect(csv.contains("name; country"))
    let wrong = try desk.run("privacy", "consent", "a-1", "register", "perhaps", "--date", "2015-05-12")
    #expect(wrong.code == EX_USAGE)
  }

  @Test func `People get their own data as a file, and the log says so`() throws {
    let path = desk.folder + "/own.json"
    #expect(try desk.run("privacy", "data", "b-1", "--output", path).code == 0)
    #expect(try String(decoding: desk.bytes(path), as: UTF8.self).contains("liu@example.cn"))
    let log = try desk.run("privacy", "log").output
    #expect(log.contains("own data  1  json"))
    #expect(!log.contains("liu"))
  }

  @Test func `Whose private details a command showed is in the log, and nothing that shows none`() throws {
    #expect(try desk.run("list", "--columns", "name,country").code == 0)
    #expect(try desk.run("count", "--rows", "country").code == 0)
    #expect(try desk.run("privacy", "log").output.contains("read") == false)
    #expect(try desk.run("show", "a-1").code == 0)
    #expect(try desk.run("history", "b-1", "--format", "json").code == 0)
    #expect(try desk.run("list", "--columns", "name,emails").code == 0)
    #expect(try desk.run("list", "-o", desk.folder + "/list.txt").code == 0)
    let log = try desk.run("privacy", "log").output
    for line in [
      "read  1  text · stakeholder:a-1", "read  1  history json · stakeholder:b-1", "read  2  text",
      "export  2  text",
    ] { #expect(log.contains(line), "\(log)") }
  }

  @Test func `Who was erased is in no file of the store any more`() throws {
    let erased = try desk.run("privacy", "erase", "a-1", "--why", "asked by letter")
    #expect(erased.code == 0)
    #expect(erased.output.hasPrefix("Erased: the record. "))
    for suffix in ["", "-wal"] {
      guard let data = try? desk.bytes(desk.store + suffix) else { continue }
      let text = String(decoding: data, as: UTF8.self).lowercased()
      #expect(!text.contains("banda") && !text.contains("thandiwe"))
    }
    #expect(try desk.stored("name") == ["刘森": "刘森"])
    #expect(try desk.run("privacy", "erase", "a-1", "--why", "again").code == EX_DATAERR)
    #expect(try desk.run("privacy", "log").output.contains("erased  1  asked by letter"))
  }

  @Test func `A reference that leads nowhere is said with its record, field and aim`() throws {
    #expect(try desk.run("store", "check").code == 0)
    let file = try desk.write("id,subject,person\nq-1,Bees,a-1\nq-2,Soil,nobody\n", to: "q.csv")
    let refused = try desk.run("import", "enquiries", file)
    #expect(refused.code == EX_DATAERR)
    #expect(
      refused.errors.contains(
        "q.csv:3: person: No record has the id or the name “nobody”. Write one of them in full"))
    let mended = try desk.write("id,subject,person\nq-1,Bees,\"Banda, Thandiwe\"\nq-2,Soil,\n", to: "q.csv")
    #expect(try desk.run("import", "enquiries", mended).code == 0)
    #expect(try desk.run("export", "enquiries").output.contains(",a-1,"))
    // As an earlier program could leave it.
    try Library.open(desk.store, who: "ana").maintain { db in
      try db.execute(sql: "UPDATE enquiry SET body = json_set(body, '$.person', 'nobody') WHERE id = 'q-2'")
    }
    let check = try desk.run("store", "check")
    #expect(check.code == EX_DATAERR)
    #expect(check.output == "enquiry:q-2 (Soil), Their record: stakeholder:nobody is not there.\n")
    #expect(check.errors.contains("\(desk.store) is sound, but 1 thing in it wants a look."))
  }

  @Test func `Records wait for review from their day on`() throws {
    let file = try desk.write("id,name,retain_until\na-1,\"Banda, Thandiwe\",2015-09-15\n", to: "r.csv")
    try desk.run("import", "stakeholders", file)
    #expect(try desk.run("privacy", "review", "--day", "2015-09-14").output.contains("No record"))
    let due = try desk.run("privacy", "review", "--day", "2015-09-15").output
    #expect(due == "2015-09-15  a-1  Banda, Thandiwe\n")
  }
}
