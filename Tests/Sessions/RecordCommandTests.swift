import Foundation
import Glibc
import Probe
import Testing

/// Records by words: `show`, `add`, `edit`.
@Suite(.serialized) struct RecordCommandTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.fill("a-1,\"Banda, Thandiwe\",t@example.org", "b-1,Example Institute,", "c-1,Twin,", "c-2,Twin,")
  }

  private func record(_ id: String) throws -> [String: Any] {
    let json = try desk.run("show", id, "--format", "json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    return try #require(object)
  }

  private func fields(_ id: String) throws -> [String: Any] {
    try #require(record(id)["record"] as? [String: Any])
  }

  @Test func `A record is shown by its id, by kind and id, and by its name`() throws {
    for name in ["a-1", "stakeholder:a-1", "banda, thandiwe"] {
      let shown = try desk.run("show", name)
      #expect(shown.code == 0)
      #expect(
        shown.output.hasPrefix("Banda, Thandiwe\nstakeholder:a-1 · version 1\n\nName: Banda, Thandiwe\n"))
      #expect(shown.output.contains("\nE-mail: t@example.org\n"))
      #expect(shown.output.contains("1 change, the last one "))
    }
    #expect(try desk.run("show", "a-1", "--all").output.contains("\nCountry: not stated\n"))
    let nobody = try desk.run("show", "Nobody")
    #expect(nobody.code == EX_DATAERR)
    #expect(nobody.errors.hasPrefix("No record has the id or name “Nobody”."))
    let twins = try desk.run("show", "twin")
    #expect(twins.code == EX_DATAERR)
    #expect(twins.errors.contains("Twin (stakeholder:c-1); Twin (stakeholder:c-2)"))
  }

  @Test func `Kinds are named in the singular and the plural, and by what people say`() throws {
    for name in ["stakeholder", "stakeholders", "Stakeholder"] {
      let exported = try desk.run("export", name)
      #expect(exported.code == 0 && exported.output.contains("Banda, Thandiwe"), "\(exported.errors)")
    }
    for name in ["budget-line", "budget-lines", "budget_lines"] {
      #expect(try desk.run("export", name).code == 0, "\(name)")
    }
    #expect(try desk.run("show", "a-1", "--kind", "stakeholders").code == 0)
    for (said, meant) in [
      ("people", "stakeholders"), ("meetings", "events"), ("artcles", ""), ("stakholders", "stakeholders"),
    ] {
      let refused = try desk.run("export", said)
      #expect(refused.code == EX_USAGE)
      let sentence = meant.isEmpty ? "--help names them all" : "Did you mean \(meant)?"
      #expect(refused.errors.contains(sentence), "\(refused.errors)")
    }
    #expect(try desk.run("list", "stakeholder").output.contains("Banda"))
    #expect(try desk.run("list", "event").errors.contains("outreach export events"))
    let help = try desk.run("export", "--help").output
    #expect(
      help.contains("coverage: articles, broadcasts") && help.contains("mailing-list: whom to write to"))
  }

  @Test func `Fields are set, added to and emptied in one change that undo takes back`() throws {
    let done = try desk.run(
      "edit", "a-1", "--set", "country=Kenya", "--set", "kind=individual", "--add", "emails=b@example.org",
      "--set", "languages=fr; Swahili", "--why", "letter of 3 May")
    #expect(done.code == 0, "\(done.errors)")
    #expect(done.output.hasPrefix("Banda, Thandiwe · stakeholder:a-1\n"))
    #expect(done.output.contains("\n  E-mail: t@example.org → t@example.org; b@example.org\n"))
    #expect(done.output.hasSuffix("Saved: Banda, Thandiwe.\n"))
    let fields = try fields("a-1")
    #expect(fields["country"] as? String == "KE")
    #expect(fields["emails"] as? [String] == ["t@example.org", "b@example.org"])
    #expect(fields["languages"] as? [String] == ["fr", "sw"])
    #expect(try record("a-1")["changes"] as? Int == 2)
    #expect(try desk.run("history", "a-1").output.contains("letter of 3 May"))
    #expect(try desk.run("edit", "a-1", "--clear", "emails").code == 0)
    #expect(try self.fields("a-1")["emails"] as? [String] == [])
    let same = try desk.run("edit", "a-1", "--set", "country=KE")
    #expect(same.code == 0 && same.output == "Nothing was changed.\n")
  }

  @Test func `Another record is named by its name`() throws {
    let made = try desk.run(
      "add", "engagements", "--set", "stakeholder=Banda, Thandiwe", "--set", "day=2015-06-01", "--set",
      "subject=Bees")
    #expect(made.code == 0, "\(made.errors)")
    #expect(try desk.run("log", "list", "a-1").output.contains("Bees"))
    let twins = try desk.run("add", "engagements", "--set", "stakeholder=Twin", "--set", "subject=Bees")
    #expect(twins.code == EX_DATAERR)
    #expect(twins.errors.contains("Several records are called “Twin”: Twin (c-1); Twin (c-2)"))
  }

  @Test func `What is said in words is looked after as what files say is`() throws {
    let seen = try desk.run(
      "add", "events", "--set", "name=Brief\u{200B}ing", "--set", "place=Nai\u{200B}robi", "--set",
      "start=2015-09-20")
    #expect(seen.code == 0 && seen.output.contains("Invisible characters in “Nairobi” are left out."))
    let events = try desk.run("export", "events").output
    #expect(events.contains(",Briefing,") && events.contains(",Nairobi,") && !events.contains("\u{200B}"))
    let odd = try desk.run(
      "add", "stakeholders", "--set", "name=Ana", "--set", "affiliations=KIT | boss | 2015-13")
    #expect(odd.code != 0 && odd.errors.contains("“2015-13” is not a date: 2015, 2015-09 or 2015-09-15."))
    let sum = try desk.run("add", "budget-lines", "--set", "name=Print")
    #expect(sum.code != 0 && sum.errors.contains("A sum needs an amount"))
    let share = try desk.run(
      "add", "budget-lines", "--set", "name=Visits", "--set", "share_of=deliverable 1(c)")
    #expect(share.code == 0, "\(share)")
  }

  @Test func `A dry run says what it would do and writes nothing`() throws {
    let tried = try desk.run("edit", "a-1", "--set", "city=Nairobi", "--dry-run")
    #expect(tried.code == 0)
    #expect(tried.output.contains("City: not stated → Nairobi\nNothing was written: this was a dry run.\n"))
    #expect(try fields("a-1")["city"] is NSNull)
    let added = try desk.run("add", "stakeholders", "--set", "name=New One", "--dry-run")
    #expect(added.code == 0 && added.output.contains("New One"))
    #expect(try desk.run("show", "New One").code == EX_DATAERR)
  }

  @Test func `What is wrong is a sentence and a code, and writes nothing`() throws {
    func refused(_ words: String..., code: Int32, says text: String) throws {
      let result = try desk.run(arguments: words)
      #expect(result.code == code, "\(words): \(result.code)")
      #expect(result.errors.contains(text), "\(words): \(result.errors)")
    }
    try refused(
      "edit", "a-1", "--set", "emails=nobody", code: EX_DATAERR, says: "E-mail: There is no @ in “nobody”.")
    try refused("edit", "a-1", "--set", "name=", code: EX_DATAERR, says: "Name: ")
    try refused(
      "edit", "a-1", "--set", "nmae=x", code: EX_USAGE, says: "There is no field “nmae”. There are: name, ")
    try refused("edit", "a-1", "--set", "city", code: EX_USAGE, says: "write field=text")
    try refused("edit", "a-1", "--add", "city=x", code: EX_DATAERR, says: "City holds one value")
    try refused("edit", "a-1", code: EX_USAGE, says: "--set field=text")
    try refused("add", "stakeholders", "--set", "city=x", code: EX_DATAERR, says: "Name: ")
    try refused(
      "add", "stakeholders", "--id", "a-1", "--set", "name=x", code: EX_DATAERR, says: "a-1 already")
    try refused("add", "questions", "--set", "text=x", code: EX_DATAERR, says: "told apart by id")
    try refused(
      "edit", "a-1", "--set", "city=x", "--if-version", "7", code: EX_TEMPFAIL,
      says: "is at version 1, no longer at 7")
    #expect(try record("a-1")["version"] as? Int == 1)
  }

  @Test func `What an export or show wrote makes the same record again`() throws {
    let one = try JSONSerialization.data(withJSONObject: fields("a-1"))
    var other = try #require(JSONSerialization.jsonObject(with: one) as? [String: Any])
    (other["id"], other["name"]) = ("d-1", "Moyo, Tendai")
    let file = try desk.write(
      String(decoding: JSONSerialization.data(withJSONObject: other), as: UTF8.self), to: "one.json")
    let made = try desk.run("add", "stakeholder", "--json", file)
    #expect(made.code == 0, "\(made.errors)")
    #expect(try fields("d-1")["emails"] as? [String] == ["t@example.org"])
    let many = try desk.write("[{\"name\": \"A\"}, {\"name\": \"B\"}]", to: "many.json")
    #expect(try desk.run("add", "stakeholder", "--json", many).code == EX_DATAERR)
    let again = try desk.run("add", "stakeholders", "--set", "name=Moyo, Tendai")
    #expect(again.code == 0 && again.errors.contains("Moyo, Tendai (d-1) may be the same: same name"))
  }

  @Test func `At a terminal each field is asked for, line by line`() throws {
    let probe = try desk.start([Desk.program, "edit", "a-1"], columns: 100)
    try probe.wait(for: "Name: Banda, Thandiwe", timeout: 20)
    probe.send("?\r")
    try probe.wait(for: "Any text.")
    probe.send("\r\r")
    try probe.wait(for: "3 of 51. Family first: not stated")
    for _ in 0..<5 { probe.send("\r") }
    try probe.wait(for: "Country: not stated")
    probe.send("Atlantis\r")
    try probe.wait(for: "Country: ")
    probe.send("Kenya\r.\r")
    #expect(try probe.waitForExit() == .code(0))
    #expect(probe.lines.contains { $0.hasPrefix("Saved: Banda, Thandiwe.") })
    #expect(try fields("a-1")["country"] as? String == "KE")

    let stopped = try desk.start([Desk.program, "add", "stakeholders"], columns: 100)
    try stopped.wait(for: "Name: needed, and empty", timeout: 20)
    stopped.send("Nobody\r!\r")
    #expect(try stopped.waitForExit() == .code(0))
    #expect(stopped.lines.contains { $0.contains("Nothing was written.") })
    #expect(try desk.run("show", "Nobody").code == EX_DATAERR)
  }

  @Test func `Every command understands --sample, before its name or after, and keeps nothing`() throws {
    let before = try desk.run("--sample", "show", "sample-0152")
    let after = try desk.run("show", "sample-0152", "--sample")
    #expect(before.code == 0 && before.output == after.output)
    #expect(after.output.contains("Agbodji, Amadou"))
    #expect(after.errors == "Sample data, all of it invented: nothing of this is kept.\n")
    #expect(try desk.run("edit", "sample-0152", "--sample", "--set", "city=Lomé").code == 0)
    #expect(try desk.run("show", "sample-0152", "--sample").output.contains("City: Bouaké"))
    // The days of the sample count, not those of the clock.
    #expect(try desk.run("due", "--sample").output.hasPrefix("As of 15 Sep 2015: "))
    #expect(try desk.run("list", "--sample", "--store", desk.store).code == EX_USAGE)
    #expect(try desk.run("show", "sample-0152").code == EX_DATAERR)
  }
}
