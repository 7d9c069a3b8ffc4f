import Foundation
import Model
import Office
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// The fifteen tasks of somebody who has never seen the program, at 80x24: none takes more keys than it took them.
@Suite struct FirstDayTests {
  private func sample(_ pane: KeyChord = "1", _ library: Library? = nil) throws -> Desk {
    try Desk(pane, library: library ?? .sample())
  }

  /// A file in a folder of its own.
  private func file(_ name: String, _ text: String) throws -> String {
    let folder = scratchPath()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    return "\(folder)/\(name)"
  }

  private func drop(_ path: String) {
    try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
  }

  @Test func `An empty store leads to where people are brought in`() throws {
    let day = FirstDay("01-first-start", try Desk(library: .inMemory()))
    day.see("WHAT TO DO FIRST", "Bring people in")
    day.press("2", "i")
    day.see("A workbook, a CSV, vCard or JSON file")
    #expect(day.keys == 2)
    try day.end(atMost: 3)
  }

  /// Three hundred people as somebody else wrote them down: headings in two languages, words of their own, a sum.
  private static let participants: String = {
    let heads =
      "No.;Nom complet / Full name;Sex (M/F);E-Mail adr.;Ctry of residence;Town;Affil.;Discipl.;"
      + "Contributor or user?;Langs;Tel.;First contact;Web page;Remarks;Newsletter ok?;Badge printed"
    let rows = (1...300).map { number in
      func pick(_ words: String...) -> String { words[number % words.count] }
      return [
        "\(number)", "PERSON\(number), \(pick("Amina", "Kenji", "Sofia", "Óscar"))", pick("M", "F"),
        "p\(number)@example.org", pick("Ghana", "Japan", "KEN", "Norge", "Perú"), "Town \(number % 40)",
        "Institute \(number % 25)", pick("natural sciences", "anthropology", "social sciences"),
        pick("C", "U"), pick("en", "fr", "en, fr"), "+254 20 \(1_000_000 + number)",
        "\(number % 28 + 1)/\(number % 12 + 1)/2014", "https://example.org/\(number)", "",
        pick("yes", "no", ""), pick("x", ""),
      ].joined(separator: ";")
    }
    return
      (["Participants 2015" + String(repeating: ";", count: 15), heads] + rows
      + [";Total: 300" + String(repeating: ";", count: 14)]).joined(separator: "\r\n")
  }()

  @Test func `A messy list of three hundred comes in whole`() throws {
    let path = try file("participants.csv", Self.participants)
    defer { drop(path) }
    let day = FirstDay("02-import", try Desk(library: .inMemory()))
    day.press("2", "i")
    day.path(path)
    day.press("Enter")
    day.see("Nom complet / Full", "E-mail ≈", "Country ≈")
    day.press("Down", times: 7)
    day.press("v")
    day.see("anthropology")
    day.press("x", "Esc", "Down", "v", "Enter")
    day.type("end")
    day.press("Enter", "Down", "Enter")
    day.type("co")
    day.press("Enter", "Esc")
    day.press("p")
    day.see("300 new")
    day.press("Ctrl-S")
    day.see("300")
    try day.end(atMost: 39)
    #expect(try day.desk.library.read(Tallies()).total == 300)
  }

  @Test func `Two records of one person become one`() throws {
    let library = try Library.sample()
    let values = [
      "name": "Daudi Achieng", "kind": "individual", "country": "KE", "roles": "contributor",
      "emails": "d.achieng@nyanza-institute-freshwater.example",
    ]
    try library.apply(AddRecord(Stakeholder(id: "twin", version: 0, values: values)))
    let day = FirstDay("03-duplicates", try sample("2", library))
    day.press("d")
    day.see("1 pair among 462 stakeholders may be the same")
    day.press("d", "Enter")
    day.see("kept · Known since", "To be published")
    day.press("Ctrl-S")
    day.see("Merged into Achieng, Daudi")
    try day.end(atMost: 4)
  }

  @Test func `A record is put right, and a consent kept with how it was given`() throws {
    let day = FirstDay("04-edit", try sample("2"))
    day.press("/")
    day.type("agbodji")
    day.press("Enter")
    day.see("Agbodji, Amadou")
    day.press("Down", times: 4)
    day.press("Enter", "Ctrl-U")
    day.type("Bouaké")
    day.press("Enter")
    day.see("City              Bouaké")
    day.press("P", "Down", "Down", "Down", "y")
    day.see("How they said so")
    day.type("a form")
    day.press("Ctrl-S")
    day.see("▌focal-point notices   ● yes", "a form")
    try day.end(atMost: 45)
    let record = try #require(
      try day.desk.library.read(AllRecords<Stakeholder>()).first { $0.name == "Agbodji, Amadou" })
    #expect(record.city == "Bouaké")
    #expect(
      record.consents.contains { $0.use == .focalPoint && $0.source == "a form" && $0.day == Desk.asOf })
  }

  @Test func `A query is asked, kept as a view and counted, and is there again`() throws {
    let day = FirstDay("05-query", try sample("2"))
    day.press("/")
    day.type("country:ke role:contributor -lang:fr joined:<2015-06")
    day.see("in Kenya, contributor, speaks no French, joined before Jun 2015", "6 match")
    day.press("Down", "V")
    day.type("Kenya")
    day.press("Enter")
    day.see("Kept as view Kenya")
    day.press("p")
    day.see("UN REGION")
    day.press("Enter")
    day.see("1 match", "back to Pivot")
    day.press("Esc")
    day.see("UN REGION")
    day.press("Esc")
    day.see("6 match")
    try day.end(atMost: 75)
  }

  @Test func `Twenty records are edited at once`() throws {
    let day = FirstDay("06-bulk", try sample("2"))
    day.press("Space", times: 20)
    day.press("E")
    day.see("Edit of many", "20 marked")
    day.type("tag")
    day.press("Enter")
    day.type("workshop")
    day.see("20 records change")
    day.press("Ctrl-S")
    day.see("20")
    try day.end(atMost: 50)
    let records = try day.desk.library.read(AllRecords<Stakeholder>())
    #expect(records.count { $0.tags.contains("workshop") } == 20)
  }

  @Test func `An activity is moved, done and given a step`() throws {
    let day = FirstDay("07-timeline", try sample("3"))
    day.press("Down", "]")
    day.see("Website redesign → 12 Jan–31 May, +31 d")
    day.press("Enter", "Space")
    day.see("Website redesign: done")
    day.press("N")
    day.type("Draft the questions")
    day.press("Ctrl-S")
    day.see("Added: Draft the questions.", "○ no day yet")
    day.press("@", "Ctrl-U")
    day.type("1 Oct 2015")
    day.press("Enter")
    day.see("as of 1 Oct 2015")
    try day.end(atMost: 60)
  }

  @Test func `A launch gets its day, an enquiry its answer`() throws {
    let day = FirstDay("08-launch", try sample("4"))
    day.press("d", "Ctrl-U")
    day.type("26 Feb 2016")
    day.press("Enter")
    day.see("release 26 Feb 2016")
    day.press("7", "n")
    day.type("Are bees in decline?")
    day.press("Down")
    day.type("Radio X")
    day.press("Down")
    day.type("tomorrow 10:00")
    day.press("Ctrl-S")
    day.see("Taken in: Are bees in decline?")
    day.press("Space")
    day.see("tester has it in hand.")
    day.press("Space")
    day.see("Approved line")
    day.type("Some are.")
    day.press("Down")
    day.type("Some bees decline.")
    day.press("Down")
    day.type("Co-chair A")
    day.press("Ctrl-S")
    day.see("● answered")
    try day.end(atMost: 110)
  }

  @Test func `An event stands in the calendar`() throws {
    let day = FirstDay("09-calendar", try sample("6"))
    day.press("n")
    day.type("Side event on soils")
    day.press("Enter", "Enter")
    day.press("Ctrl-U")
    day.type("18 Sep 2015 14:00 Africa/Nairobi")
    day.press("Ctrl-S")
    day.see("Added: Side event on soils.")
    try day.end(atMost: 70)
  }

  @Test func `What is on the screen becomes evidence`() throws {
    let day = FirstDay("10-indicators", try sample("2"))
    day.press("I")
    day.see("Attach as evidence", "Achieng, Daudi")
    day.press("4", "Ctrl-S")
    day.see("Attached as evidence for 4.1; u undoes it.")
    try day.end(atMost: 15)
  }

  @Test func `A question is made inside its survey in less than ten keys`() throws {
    let day = FirstDay("11-question", try sample("9"))
    day.press("n")
    day.type("Bees")
    day.press("Enter", "Enter", "Ctrl-S")
    day.see("Added: Bees.")
    let before = day.keys
    day.press("Enter", "n")
    let words = "Do you keep bees?"
    day.type(words)
    day.press("Enter", "Enter", "Down")
    day.type("o")
    day.press("Ctrl-S")
    #expect(day.keys - before - words.count < 10)
    day.see("Added: Do you keep bees?", "Do you keep bees?")
    day.press("Esc")
    day.see("‹Surveys›", "▌○ draft   Bees")
    try day.end(atMost: 40)
  }

  @Test func `A survey is made, opened and answered`() throws {
    let day = FirstDay("11-survey", try sample("9"))
    day.press("n")
    day.type("Bee survey")
    day.press("Enter", "Enter")
    day.go(to: "Languages")
    day.press("Ctrl-U")
    day.type("en")
    day.go(to: "Title, English")
    day.type("Bees")
    day.press("Ctrl-S")
    day.see("Added: Bee survey.")
    day.press("Enter", "n")
    day.type("Keep bees?")
    day.press("Enter", "Enter")
    day.go(to: "Text, English")
    day.type("Do you keep bees?")
    day.go(to: "Answers offered")
    day.type("yes || | Yes; no || | No")
    day.press("Ctrl-S")
    day.see("Added: Keep bees?", "Do you keep bees?")
    day.press("Esc", "o")
    day.see("Bee survey: open")
    day.press("a", "Ctrl-S")
    day.see("Answering a survey › Bee survey", "Do you keep bees?")
    day.type("1")
    day.press("Enter")
    day.see("1 of 1 answered. Enter saves")
    day.press("Enter")
    day.see("‹Surveys›", "▌◐ open    Bee survey              15 Sep      1         1")
    try day.end(atMost: 260)
  }

  @Test func `News are taken up, and coded`() throws {
    let path = try file(
      "news.csv", "title,url,published\nBees are counted,https://example.org/bees,2016-02-28\n")
    defer { drop(path) }
    let day = FirstDay("12-media", try sample("0"))
    day.press("i")
    day.path(path)
    day.press("Enter")
    day.see("1 new, 0 changed, 0 as they were; u takes it back.")
    day.press("Esc")
    day.see("147 items")
    day.press("c")
    day.see("WHAT IT SAYS")
    day.press("b", "Esc")
    day.see("ab")
    try day.end(atMost: 40)
  }

  @Test func `Comments are disposed of, with reasons, and published`() throws {
    let path = try file("ledger.html", "")
    try FileManager.default.removeItem(atPath: path)
    defer { drop(path) }
    let day = FirstDay("13-comments", try sample("O"))
    day.press("]", "Enter", ".", "a")
    day.see(": accepted.")
    day.press(".", "p")
    day.see("why partly accepted?")
    day.type("In part: see the annex")
    day.press("Enter")
    day.see("partly accepted")
    day.press(".", "x", "Ctrl-U")
    day.type("Outside the mandate")
    day.press("Enter")
    day.see("not accepted")
    day.press("P")
    day.path(path)
    day.press("Enter")
    day.see("written")
    try day.end(atMost: 120)
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func `A report is drafted, a paragraph rewritten, and the whole written out`() throws {
    let path = try file("report.html", "")
    try FileManager.default.removeItem(atPath: path)
    defer { drop(path) }
    let day = FirstDay("14-report", try sample("T"))
    day.press("n")
    day.type("Evaluation 2015")
    day.press("Ctrl-S", "Enter")
    day.see("Evaluation 2015 · draft")
    day.press("Down", "e", "Ctrl-Home")
    day.type("In short: ")
    day.press("Enter")
    day.see("~  1.   In short: The present report")
    day.press("w")
    day.path(path)
    day.press("Ctrl-S")
    day.see("Written:")
    try day.end(atMost: 40)
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("In short: The present report"))
  }

  @Test func `Two who edit one field choose side by side`() throws {
    let library = try Library.sample()
    let first = try Desk("2", library: library)
    let second = try Desk("2", library: library, who: "second")
    let day = FirstDay("15-two", first)
    day.press("Enter")
    day.press("Down", times: 4)
    day.press("Enter")
    // The other one is quicker.
    second.press("Enter", "Down", "Down", "Down", "Down", "Enter")
    second.type("X")
    second.press("Enter")
    day.type("Y")
    day.press("Enter")
    day.see("Two edits", "before         Nairobi", "NairobiX", "● yours          NairobiY")
    day.press("Space", "Ctrl-S")
    day.see("Saved, together with what", "City              NairobiX")
    try day.end(atMost: 12)
  }
}
