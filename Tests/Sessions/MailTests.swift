import Foundation
import Testing

/// `outreach log add --mail`: what a mail program or a filter hands over.
@Suite struct MailTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    let people = """
      id,name,emails
      ama,"Boateng, Ama",Ama@example.org
      bo,"Lind, Bo",bo@example.org; bo.lind@example.net
      one,"Info, One",info@example.org
      two,"Info, Two",info@example.org
      """
    _ = try desk.run("import", "stakeholders", desk.write(people, to: "people.csv"))
  }

  private func message(
    from: String = "Ama <ama@example.org>", to: String = "desk@office.example", more: String = "",
    date: String = "Date: Tue, 03 Nov 2015 10:00:00 +0000\n", text: String = "Dear all,\nsee you.\n"
  ) throws -> String {
    try desk.write(
      "From: \(from)\nTo: \(to)\n\(date)Subject: =?utf-8?B?5Lyg57KJ6ICF?=\nMessage-ID: <\(from)\(to)@x>\n\(more)\n\(text)",
      to: "message")
  }

  private var contacts: String { get throws { try desk.run("export", "engagements").output } }

  @Test func `A message is one contact with each whom it names, however often it comes`() throws {
    let file = try message(to: "desk@office.example, Bo <bo.lind@example.net>, BO@example.org, x@example.org")
    let first = try desk.run("log", "add", "--mail", file, "--own", "@office.example")
    #expect(first.code == 0 && first.errors.isEmpty)
    #expect(
      first.output == """
        Noted. 3 Nov 2015, e-mail ← Boateng, Ama; Lind, Bo: 传粉者 · Nobody has the address of x@example.org; --add-unknown \
        makes stakeholders of such people.

        """)
    let rows = try contacts
    #expect(
      rows.contains("ama,2015-11-03,email,incoming,传粉者") && rows.contains("bo,2015-11-03,email,incoming"))
    #expect(!rows.contains("see you"))
    let again = try desk.run("log", "add", "--mail", file, "--own", "@office.example")
    #expect(again.code == 0 && again.output.hasPrefix("Already logged: Boateng, Ama; Lind, Bo."))
    #expect(try contacts == rows)
  }

  @Test func `A pipe is read as a file is, and the text is kept where that is asked`() throws {
    let file = try message(from: "Desk <desk@office.example>", to: "ama@example.org")
    let result = try desk.run(
      "log", "add", "--mail", "-", "--text", "--own", "desk@office.example", "--follow-up", "2015-12-01",
      input: file)
    #expect(result.code == 0 && result.output.contains("→ Boateng, Ama: 传粉者"), "\(result)")
    let rows = try contacts
    #expect(rows.contains("outgoing") && rows.contains("2015-12-01") && rows.contains("Dear all,\nsee you."))
  }

  @Test func `People whom nobody knows become stakeholders where that is asked`()
    throws
  {
    let file = try message(from: "=?utf-8?B?5p2O5piO?= <li@example.org>", to: "Ama <ama@example.org>")
    let tried = try desk.run("log", "add", "--mail", file, "--add-unknown", "--dry-run")
    #expect(
      tried.output.hasPrefix("To be noted: 3 Nov") && tried.output.contains("New stakeholders: 李明.")
        && tried.output.contains("this was a dry run"),
      "\(tried)")
    #expect(try !desk.run("list").output.contains("李明"))
    let added = try desk.run("log", "add", "--mail", file, "--add-unknown")
    #expect(added.output.contains("New stakeholders: 李明."))
    #expect(try desk.run("export", "stakeholders").output.contains("li@example.org"))
    #expect(try desk.run("log", "add", "--mail", file, "--add-unknown").output.hasPrefix("Already logged"))
  }

  @Test func `An address that several have is decided by the name, or asked`() throws {
    let named = try desk.run("log", "add", "--mail", message(from: "One Info <info@example.org>"))
    #expect(named.output.contains("Info, One: "))
    let open = try desk.run("log", "add", "--mail", message(from: "info@example.org"))
    #expect(open.code == 0 && open.output.contains("Several have the address info@example.org (one, two)"))
    let said = try desk.run("log", "add", "two", "--mail", message(from: "info@example.org"))
    #expect(said.output.contains("Info, Two: "))
  }

  @Test func `Exit codes are those that mail filters know`() throws {
    let undated = try message(date: "")
    let asked = try desk.run("log", "add", "--mail", undated)
    #expect(asked.code == 65 && asked.errors.contains("--date YYYY-MM-DD"), "\(asked.errors)")
    #expect(try desk.run("log", "add", "--mail", undated, "--date", "2015-11-04").code == 0)
    for date in ["Thu, 01 Jan 1970 00:00:00 +0000", "Wed, 30 Jan 2036 14:00:00 +0000", "soon"] {
      let result = try desk.run("log", "add", "--mail", message(date: "Date: \(date)\n"))
      #expect(result.code == 65 && result.errors.contains("“\(date)”"), "\(result.errors)")
    }
    let none = try desk.write("Hello there\n", to: "none")
    #expect(try desk.run("log", "add", "--mail", none).code == 65)
    let box = try message()
    let one = "From x Tue Nov  3 10:00:00 2015\n" + (try String(contentsOfFile: box, encoding: .utf8))
    let two = try desk.write(one + "\n" + one, to: "box")
    let several = try desk.run("log", "add", "--mail", two)
    #expect(several.code == 65 && several.errors.contains("There are 2 messages"))
    #expect(try desk.run("log", "add", "--mail", "/nowhere").code == 66)
    #expect(try desk.run("log", "add", "Ama").code == 64)
    #expect(try desk.run("log", "add", "ama", "--subject", "x", "--text").code == 64)
  }

  @Test func `Nothing is kept of people who asked to be erased`() throws {
    #expect(try desk.run("privacy", "erase", "ama", "--why", "asked by letter").code == 0)
    let result = try desk.run("log", "add", "--mail", message(), "--own", "@office.example", "--add-unknown")
    #expect(
      result.output.hasPrefix("Nothing was noted. · 1 address is of somebody who asked to be erased"),
      "\(result)")
    #expect(try !desk.run("export", "stakeholders").output.contains("ama@example.org"))
    #expect(try !contacts.contains("2015"))
  }

  @Test func `Whoever only received a message of somebody unknown has it from the office`() throws {
    let file = try message(from: "Desk <desk@office.example>", to: "ama@example.org, bo@example.org")
    _ = try desk.run("log", "add", "--mail", file)
    #expect(try contacts.contains("ama,2015-11-03,email,outgoing"))
    #expect(try contacts.contains("bo,2015-11-03,email,outgoing"))
  }

  @Test func `The day is that of the office, by the zone of its settings`() throws {
    let late = try message(date: "Date: Tue, 03 Nov 2015 22:30:00 +0000\n")
    _ = try desk.write("zone = \"Africa/Nairobi\"\n", to: "config/outreach/settings.toml")
    _ = try desk.run("log", "add", "--mail", late)
    #expect(try contacts.contains("ama,2015-11-04,email,incoming"))
  }
}
