import Foundation
import Model
import Office
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// The register of risks by keys, over the sample data.
@Suite struct RisksPaneTests {
  private func desk(
    columns: Int = 80, rows: Int = 24, language: String = "en", isReadOnly: Bool = false,
    isEmpty: Bool = false
  ) throws -> Desk {
    let library = isEmpty ? try Library.inMemory() : try Library.sample()
    return try Desk(
      ";", columns: columns, rows: rows, language: language, isReadOnly: isReadOnly, library: library)
  }

  private func marked(_ desk: Desk) -> String { desk.lines.first { $0.hasPrefix("▌") } ?? "" }

  private func risk(_ desk: Desk, _ id: RecordID) throws -> Risk? {
    try desk.library.read(RecordByID<Risk>(id))
  }

  private func stand(on name: String, _ desk: Desk) {
    desk.press("g")
    for _ in 0..<8 where !marked(desk).contains(name) { desk.press("Down") }
  }

  @Test func `The five are there on the first start, with their citation`() throws {
    let desk = try desk(isEmpty: true)
    #expect(desk.lines[0].contains("Risks") && desk.lines[0].contains("5 risks, 0 due"))
    #expect(desk.body.contains("conflict of interest") && desk.body.contains("not assessed"))
    #expect(desk.body.contains("Policy on risks (annex II, paragraph 19): none yet. P begins it."))
    #expect(desk.status.contains("B.19"))
  }

  @Test func `A slash looks through the risks, which keep their numbers`() throws {
    let desk = try desk(isEmpty: true)
    desk.press("/")
    desk.type("fatigue")
    desk.press("Enter")
    #expect(desk.lines.count { $0.contains("not assessed") } == 1 && marked(desk).contains("fatigue"))
    #expect(marked(desk).contains(" 3 "))
    desk.press("Esc")
    #expect(desk.lines.count { $0.contains("not assessed") } == 5 && marked(desk).contains("fatigue"))
  }

  @Test func `A review keeps both degrees, the day of the next one and what is counted now`() throws {
    let desk = try desk()
    stand(on: "fatigue", desk)
    desk.press("v", "Right", "Down", "Right", "Down")
    desk.type("More of them than in June")
    desk.press("Down")
    desk.retype("2015-12-15")
    desk.press("Enter")
    let fatigue = try #require(try risk(desk, "fatigue"))
    #expect(fatigue.likelihood == .high && fatigue.impact == .high)
    #expect(fatigue.reviewDay == Day("2015-12-15") && fatigue.reviews.count == 2)
    #expect(fatigue.lastReview?.remark == "More of them than in June")
    #expect(fatigue.countAtReview(of: .askedOften) == 6)
    #expect(desk.status.contains("Reviewed: Participation fatigue"))
    desk.press("u")
    #expect(try risk(desk, "fatigue")?.reviews.count == 1)
  }

  @Test func `A review says both degrees, and looks ahead`() throws {
    let desk = try desk(isEmpty: true)
    desk.press("v", "Ctrl-S")
    #expect(try risk(desk, "conflict") == nil)
    desk.press("Right", "Enter", "Right", "Down", "Down")
    desk.retype("2015-09-15")
    desk.press("Enter")
    #expect(desk.body.contains("The end lies before the start."))
    desk.retype("2016-01-15")
    desk.press("Enter")
    #expect(try risk(desk, "conflict")?.reviewDay == Day("2016-01-15"))
    #expect(try risk(desk, "conflict")?.likelihood == .veryLow)
  }

  @Test func `What hints at a risk is counted, and each of it can be gone to`() throws {
    let desk = try desk()
    stand(on: "fatigue", desk)
    #expect(marked(desk).contains("↑"))
    #expect(desk.status.contains("asked 3 times or more in 12 months: 6 (+6)"))
    desk.press("s")
    #expect(desk.body.contains("open concerns that name it: 1 (+1)"))
    desk.press("Enter")
    #expect(desk.lines[0].contains("Stakeholders"))
    let other = try self.desk()
    stand(on: "fatigue", other)
    other.press("s", "G", "Enter")
    #expect(other.lines[0].contains("Voices"))
  }

  @Test func `Gaps of the balance open the list of those who are few`() throws {
    let desk = try desk()
    stand(on: "uneven", desk)
    desk.press("s")
    #expect(desk.body.contains("an even share is"))
    desk.press("Enter")
    #expect(desk.lines[0].contains("Stakeholders"))
  }

  @Test func `The page says what changed since the last review, and its keys review`() throws {
    let desk = try desk()
    stand(on: "conflict", desk)
    desk.press("Enter")
    #expect(desk.body.contains("WHAT IS COUNTED") && desk.body.contains("contradictions marked"))
    desk.press("PgDn")
    #expect(desk.body.contains("Reviewed on 6 Jul 2015.") && desk.body.contains("Impact: high, was medium"))
    desk.press("v")
    #expect(desk.body.contains("Remark"))
  }

  @Test func `The matrix has each risk by its number where it is likely and grave`() throws {
    let desk = try desk()
    #expect(!desk.body.contains("very high"))
    desk.press("m")
    let high = try #require(desk.lines.first { $0.hasPrefix(" high ") })
    #expect(high.contains("1"))
    desk.press("m")
    #expect(!desk.body.contains("very high"))
  }

  @Test func `What the decision names stays, what the office added goes and comes back`() throws {
    let desk = try desk()
    stand(on: "fatigue", desk)
    desk.press("D")
    #expect(desk.status.contains("The decision names this risk: it stays."))
    stand(on: "A hub host", desk)
    desk.press("D")
    #expect(try risk(desk, "risk-hub") == nil)
    desk.press("u")
    #expect(try risk(desk, "risk-hub") != nil)
  }

  @Test func `A new one has a name, and stands in the list`() throws {
    let desk = try desk()
    desk.press("n")
    desk.type("Two surveys in one month")
    desk.press("Ctrl-S")
    #expect(desk.body.contains("Two surveys in one month"))
    #expect(try desk.library.read(AllRecords<Risk>()).contains { $0.name == "Two surveys in one month" })
  }

  @Test func `The policy is begun as a product, and then gone to`() throws {
    let desk = try desk()
    desk.press("P", "Ctrl-S")
    let policy = try #require(try desk.library.read(AllRecords<Product>()).first { $0.type == .riskPolicy })
    #expect(policy.name == "policy on risks")
    desk.press(";")
    #expect(desk.body.contains("Policy on risks: policy on risks, published in 0 of 6 languages"))
    desk.press("P")
    #expect(desk.lines[0].contains("Products"))
  }

  @Test func `Incentives stand beside what was answered, and open their records`() throws {
    let desk = try desk()
    desk.press("i")
    #expect(
      desk.body.contains("annex II, paragraphs 16 and 17") && desk.body.contains("Recorded of stakeholders"))
    #expect(desk.body.contains("Making a difference"))
    desk.press("Enter")
    #expect(desk.lines[0].contains("Stakeholders"))
  }

  @Test func `A review that is due is an alarm, stands on the overview and opens the register`() throws {
    let library = try Library.sample()
    let desk = try Desk("1", columns: 200, rows: 50, library: library)
    desk.rest()
    #expect(desk.screen.contains("review of a risk: Participation fatigue"))
  }

  @Test func `Evidence is attached to one that the decision names before anybody has said anything of it`()
    throws
  {
    let desk = try desk(isEmpty: true)
    stand(on: "fatigue", desk)
    #expect(try risk(desk, "fatigue") == nil)
    desk.press("I")
    #expect(desk.body.contains("Participation fatigue"))
    desk.press("Ctrl-S")
    #expect(desk.status.contains("Attached as evidence") && desk.status.contains("is a record of the office"))
    let evidence = try #require(try desk.library.read(AllRecords<Evidence>()).first)
    #expect(evidence.reference == "risk:fatigue" && evidence.name == "Participation fatigue")
    #expect(try risk(desk, "fatigue")?.version == 1)
    #expect(try desk.library.check().isEmpty)
    desk.press("u")
    #expect(try risk(desk, "fatigue") == nil && desk.library.read(AllRecords<Evidence>()).isEmpty)
  }

  @Test func `Reviews and what was counted stand on the page, and no form asks for them`() throws {
    let desk = try desk()
    stand(on: "fatigue", desk)
    desk.press("e", "End")
    #expect(!desk.body.contains("Reviews") && !desk.body.contains("Counted then"))
    desk.press("Esc", "Enter", "End")
    #expect(desk.body.contains("15 Jun 2015") && desk.body.contains("nobody was asked that often"))
    #expect(desk.body.contains("Likelihood: medium · Impact: medium"))
  }

  @Test(arguments: ["en", "zh"], [(40, 10), (40, 24), (60, 16), (66, 24), (80, 24), (200, 50)])
  func `The matrix stands where there is room for it, and else says what it needs`(
    language: String, size: (columns: Int, rows: Int)
  ) throws {
    let desk = try desk(columns: size.columns, rows: size.rows, language: language)
    desk.press("m")
    let words = RiskDegree.allCases.map { $0.word(desk.session.look) }
    let heading = desk.lines.first { line in words.allSatisfy(line.contains) }
    if size.columns >= 80, size.rows >= 24 { #expect(heading != nil) }
    if let heading {
      // In their order, each apart from the next.
      let parts = heading.split(separator: " ").map(String.init)
      let expected = words.flatMap { $0.split(separator: " ").map(String.init) }
      #expect(Array(parts.suffix(expected.count)) == expected)
    } else {
      #expect(desk.body.contains(language == "en" ? "needs" : "需要"))
    }
    #expect(desk.body.contains("1") && desk.lines.contains { $0.hasPrefix("▌") })
  }

  @Test func `Where a store is only read nothing is reviewed`() throws {
    let desk = try desk(isReadOnly: true)
    desk.press("v")
    #expect(desk.status.contains("reading only"))
  }
}

/// The register, the objectives and the trace as they are seen, over the sample data: each screen stands in a file beside this one.
/// `OUTREACH_WRITE_DOCS=1 swift test --filter RisksScreenTests` writes them anew.
@Suite struct RisksScreenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Screens")

  private static let places: [(name: String, keys: [KeyChord])] = [
    ("risks", [";"]), ("matrix", [";", "m"]), ("risk", [";", "G", "Up", "Up", "Up", "Enter"]),
    ("objectives", ["U", "b"]), ("objective", ["U", "b", "Down", "Down", "Down", "Enter"]),
    ("trace", ["U"]), ("trace-gaps", ["U", "o", "w"]), ("paragraph", ["U", "Down", "Enter"]),
    ("citations", ["1", "#"]),
  ]

  @Test(arguments: [(80, 24), (200, 50)], ["en", "zh"])
  func `Screens are those beside this`(size: (columns: Int, rows: Int), language: String) throws {
    try SampleScreens.expect(
      Self.places, in: Self.folder, columns: size.columns, rows: size.rows, language: language)
  }
}
