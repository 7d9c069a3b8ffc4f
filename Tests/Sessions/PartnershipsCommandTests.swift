import Foundation
import Testing

/// The register of partnerships without a screen, and what a file can bring of it.
@Suite struct PartnershipsCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private static let columns =
    "id,name,partner,partnership_type,partnership_purposes,found_by,alternatives,criteria,agreement_issues,"
    + "safeguards,partnership_steps,approvals,reviews,next_review"
  private static let alternatives = ["liaison", "recognition", "cooperation", "priorities", "practice"]
    .map { "\($0) |  | not enough" }.joined(separator: "; ")
  private static let criteria = ["need", "relevance", "opportunity", "partner", "balance"]
    .map { "\($0) | because" }.joined(separator: "; ")
  private static let issues = [
    "purpose", "commitments", "conflicts", "liability", "property", "confidentiality", "logos", "amendment",
    "entry", "termination", "disputes",
  ].map { "\($0) | settled" }.joined(separator: "; ")
  private static let safeguards = ["transparency", "procedures", "quality", "opportunities", "others"]
    .map { "\($0) | watched" }.joined(separator: "; ")
  private static let words = "ann | 2015-03-01 | 5 |  | 4; ben | 2015-03-02 | 5 |  | 4"

  private func steps(_ days: String...) -> String {
    let states = ["idea", "alternatives", "proposed", "bureau", "active"]
    return zip(states, days).map { "\($0) | \($1) | 5 | ann" }.joined(separator: "; ")
  }

  private func row(
    _ id: String, _ steps: String, words: String = Self.words, safeguards: String = Self.safeguards,
    reviews: String = ""
  ) -> String {
    let cells = [
      id, "Data \(id)", "A centre", "technical", "support", "task-force", Self.alternatives, Self.criteria,
      Self.issues, safeguards, steps, words, reviews, "2016-03-01",
    ]
    return cells.map { "\"\($0)\"" }.joined(separator: ",")
  }

  private var legal: String { steps("2015-01-05", "2015-01-12", "2015-02-01", "2015-02-20", "2015-03-02") }

  @Test func `A history that keys could have made comes in, and goes out and in again unchanged`() throws {
    let file = try desk.write(
      "\(Self.columns)\n\(row("p", legal, reviews: "mep | 2015-09-01 | 7 | fine"))\n", to: "p.csv")
    let first = try desk.run("import", "partnerships", file)
    #expect(first.code == 0, "\(first.errors)\(first.output)")
    let out = try desk.run("export", "partnerships").output
    #expect(out.contains("ben | 2015-03-02 | 5 |  | 4") && out.contains("c15.unep"))
    // Readers of the register are told that nobody recorded it here.
    #expect(try desk.run("partnerships").output.contains("Imported as one change. · Steps 1–5"))
    let again = try desk.run("import", "partnerships", try desk.write(out, to: "again.csv"))
    #expect(again.code == 0 && again.output.contains("Nothing is new"), "\(again.errors)\(again.output)")
    #expect(try desk.run("export", "partnerships").output == out)
    // And into a store that has none of it.
    let other = desk.folder + "/data/other.sqlite"
    let copy = try desk.write(out, to: "copy.csv")
    let moved = try desk.run("import", "partnerships", copy, "--store", other)
    #expect(moved.code == 0, "\(moved.errors)")
    #expect(try desk.run("export", "partnerships", "--store", other).output == out)
  }

  @Test func `Steps, approvals and reviews that never were are refused with their line`() throws {
    let rows = [
      row("ahead", steps("2015-01-05", "2015-01-12", "2015-02-01", "2015-02-20", "2999-03-02")),
      row("skips", "idea | 2015-01-05 |  | ann; active | 2015-03-02 | 5 | ann"),
      row("back", steps("2015-01-05", "2015-01-02", "2015-02-01", "2015-02-20", "2015-03-02")),
      row("one", legal, words: "ann | 2015-03-01 | 5 |  | 4; ANN | 2015-03-02 | 5 |  | 4"),
      row("bare", legal, words: "ann | 2015-03-01 |  |  | 4; ben | 2015-03-02 | 5 |  | 4"),
      row("unkept", legal, safeguards: "transparency | watched"),
      row("early", legal, reviews: "mep | 2015-02-01 | 7 | fine"),
      row("nobody", legal.replacing("bureau | 2015-02-20 | 5 | ann", with: "bureau | 2015-02-20 | 5")),
    ]
    let file = try desk.write(([Self.columns] + rows).joined(separator: "\n") + "\n", to: "forged.csv")
    let result = try desk.run("import", "partnerships", file)
    #expect(result.code != 0)
    for line in 2...(rows.count + 1) { #expect(result.errors.contains("\(line)"), "line \(line)") }
    for words in [
      "That lies after", "does not lead to", "That lies before 2015-01-05", "1 of two people",
      "answers how these are kept", "That lies before 2015-03-02",
    ] { #expect(result.errors.contains(words), "\(words)\n\(result.errors)") }
    #expect(try !desk.run("export", "partnerships").output.contains("Data "))
  }

  @Test func `All that a row lacks is named at once`() throws {
    let bare = row("bare", legal, safeguards: "transparency | watched")
      .replacing(Self.criteria, with: "need | because").replacing(Self.issues, with: "purpose | settled")
      .replacing("support", with: "")
    let file = try desk.write("\(Self.columns)\n\(bare)\n", to: "bare.csv")
    let result = try desk.run("import", "partnerships", file)
    #expect(result.code != 0)
    for column in ["partnership_purposes", "criteria", "agreement_issues", "safeguards"] {
      #expect(result.errors.contains(column), "\(column) is not named in \(result.errors)")
    }
  }

  @Test func `What a file changes of an agreement, or of a history, is refused with its line`() throws {
    let file = try desk.write("\(Self.columns)\n\(row("p", legal))\n", to: "p.csv")
    try #require(try desk.run("import", "partnerships", file).code == 0)
    for (change, words) in [
      ("id,name,deliverables\np,Data p,Less\n", "only the step “amended” changes it"),
      ("id,name,reviews\np,Data p,mep | 2015-09-01 | 7 | fine\n", "nobody types or erases them"),
      ("id,name,partnership_steps\np,Data p,idea | 2015-01-05 |  | ann\n", "nobody types or erases them"),
      ("id,name,approvals\np,Data p,\n", "nobody types or erases them"),
    ] {
      let result = try desk.run("import", "partnerships", try desk.write(change, to: "change.csv"))
      #expect(
        result.code == 65 && result.errors.contains(words) && result.errors.contains("2"), "\(result.errors)")
    }
    let free = try desk.run(
      "import", "partnerships", try desk.write("id,name,note,owner\np,Data p,fine,ben\n", to: "free.csv"))
    #expect(free.code == 0, "\(free.errors)")
  }

  @Test func `A refusal names the field that is wrong, and where it came from is no field of a file`() throws
  {
    let file = try desk.write("\(Self.columns)\n\(row("p", legal))\n", to: "p.csv")
    try #require(try desk.run("import", "partnerships", file).code == 0)
    for (name, label) in [("partnership_steps", "Steps: "), ("approvals", "Approvals: ")] {
      let cleared = try desk.run("edit", "p", "--kind", "partnership", "--clear", name)
      #expect(cleared.code != 0 && cleared.errors.hasPrefix(label), "\(cleared.errors)")
    }
    let marked = "id,name,source,deliverables,note\np,Data p,,"
    let agreed = try desk.run("import", "partnerships", try desk.write(marked + "Less,\n", to: "agreed.csv"))
    #expect(agreed.code == 65 && agreed.errors.contains(":2: deliverables: "), "\(agreed.errors)")
    let free = try desk.run("import", "partnerships", try desk.write(marked + ",fine\n", to: "free.csv"))
    #expect(free.code == 0, "\(free.errors)")
    #expect(try desk.run("partnerships").output.contains("Imported as one change. · Steps 1–5"))
  }

  @Test func `The next review lies behind what was done`()
    throws
  {
    let file = try desk.write("\(Self.columns)\n\(row("p", legal))\n", to: "p.csv")
    try #require(try desk.run("import", "partnerships", file).code == 0)
    let early = try desk.run("edit", "p", "--kind", "partnership", "--set", "next_review=2015-03-01")
    #expect(early.code != 0 && early.errors.contains("Next review: That lies before 2015-03-02"))
    let late = try desk.run("edit", "p", "--kind", "partnership", "--set", "next_review=2015-03-02")
    #expect(late.code == 0, "\(late.errors)")
  }

  @Test func `A type that makes another route void is said to do so`() throws {
    let head = "id,name,partnership_type,partnership_route,route_reason\n"
    let new = try desk.write(head + "p,Data,technical,consult,It reaches far\n", to: "new.csv")
    try #require(try desk.run("import", "partnerships", new).code == 0)
    let change = try desk.write("id,name,partnership_type\np,Data,un-system\n", to: "type.csv")
    let result = try desk.run("import", "partnerships", change)
    #expect(result.code == 0 && (result.output + result.errors).contains("are void: the type says anew"))
    #expect(try !desk.run("export", "partnerships").output.contains("It reaches far"))
  }

  @Test func `The register has no keys in it, in any format`() throws {
    let open = try desk.write("id,name\nr,Something\n", to: "open.csv")
    try #require(try desk.run("import", "partnerships", open).code == 0)
    for (language, issues) in [
      ("en", "11 of 11 issues open (annex III, 8): purpose"), ("zh", "11 项中 11 项未决"),
    ] {
      for format in ["text", "markdown", "html"] {
        let out = try desk.run("partnerships", "--format", format, "--lang", language).output
        #expect(out.contains(issues), "\(format) \(language)")
        for key in ["c settles", "按 c", "opens the form", "Space"] { #expect(!out.contains(key), "\(key)") }
      }
    }
  }

  @Test func `The end of the term is among what is due`() throws {
    let all = row("p", legal) + ",2015-09-20"
    let file = try desk.write("\(Self.columns),term_end\n\(all)\n", to: "p.csv")
    try #require(try desk.run("import", "partnerships", file).code == 0)
    let due = try desk.run("due", "--days", "14", "--as-of", "2015-09-15")
    #expect(due.output.contains("end of term") && due.output.contains("20 Sep"), "\(due.output)")
  }

  @Test func `A dry run says that another route would be void, and leaves it`() throws {
    let columns = "id,name,partnership_type,partnership_route,route_reason"
    let first = try desk.write("\(columns)\np,Data,technical,consult,It reaches far\n", to: "first.csv")
    #expect(try desk.run("import", "partnerships", first).code == 0)
    let second = try desk.write("id,name,partnership_type\np,Data,un-system\n", to: "second.csv")
    let void = "The other route and its reason are void"
    let tried = try desk.run("import", "partnerships", second, "--dry-run")
    #expect(tried.output.contains(void), "\(tried.output)\(tried.errors)")
    #expect(try desk.run("export", "partnerships").output.contains("It reaches far"))
    let edited = try desk.run("edit", "partnership:p", "--set", "partnership_type=un-system", "--dry-run")
    #expect(edited.output.contains(void), "\(edited.output)\(edited.errors)")
    #expect(try desk.run("import", "partnerships", second).output.contains(void))
    #expect(try !desk.run("export", "partnerships").output.contains("It reaches far"))
  }
}
