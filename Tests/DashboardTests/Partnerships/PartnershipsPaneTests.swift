import Model
import Office
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// The register of partnerships by keys: what can follow, what is missing, and which key leads there.
@Suite struct PartnershipsPaneTests {
  private func desk(
    at id: RecordID? = nil, columns: Int = 80, language: String = "en", isReadOnly: Bool = false,
    who: String = "tester"
  ) throws -> Desk {
    let library = try Library.sample()
    let desk = try Desk(
      "Q", columns: columns, language: language, isReadOnly: isReadOnly, library: library, who: who)
    if let id { desk.session.perform([.go(.list(.partnership, id))], from: 0) }
    desk.session.settle(milliseconds: 0)
    return desk
  }

  private func stored(_ desk: Desk, _ id: String) throws -> Partnership {
    try #require(try desk.library.read(RecordByID<Partnership>(id)))
  }

  private func marked(_ desk: Desk) -> String { desk.lines.first { $0.hasPrefix("▌") } ?? "" }

  @Test func `What waits stands first, and what there was before the decision has its citation`() throws {
    let desk = try desk()
    #expect(desk.lines[0].contains("11, 2 waiting for Bureau or Plenary, 1 to review"))
    #expect(marked(desk).contains("review due") && marked(desk).contains("technical support"))
    desk.session.perform([.go(.list(.partnership, "c15.unep"))], from: 0)
    desk.session.settle(milliseconds: 0)
    #expect(marked(desk).contains("active") && desk.status.contains("C.15 (a), decision IPBES-2/8"))
  }

  @Test func `The invitation itself goes nowhere, and a new one begins with its type`() throws {
    let desk = try desk(at: "op7.mea")
    desk.press("Space")
    #expect(desk.status.contains("It stands for all who are invited: n begins"))
    desk.press("n")
    desk.type("Areas of work")
    desk.press("Ctrl-S")
    let new = try #require(
      try desk.library.read(AllRecords<Partnership>()).first { $0.name == "Areas of work" })
    #expect(new.type == .agreement && new.state == .idea && new.steps.map(\.who) == ["tester"])
  }

  @Test func `An open issue keeps it from being active, and the key that settles it leads there`() throws {
    let desk = try desk(at: "partnership-04")
    #expect(desk.status.contains("2 of 11 issues open"))
    desk.press("Space", "Enter")
    #expect(desk.status.contains("c settles: intellectual property"))
    #expect(try stored(desk, "partnership-04").state == .bureau)
    desk.press("Esc", "c")
    for _ in 0..<4 { desk.press("Down") }
    desk.press("Space", "Down", "Down", "x")
    desk.type("no logo")
    desk.press("Enter")
    #expect(try stored(desk, "partnership-04").openIssues.isEmpty)
    #expect(try stored(desk, "partnership-04").settled(.logos)?.state == .waived)
    desk.press("Esc", "Space", "Enter", "Down")
    desk.type("Bureau meeting 7")
    desk.press("Ctrl-S")
    #expect(desk.status.contains("a second person makes it active"))
    desk.press("Space", "Enter")
    #expect(desk.status.contains("tester has recorded it already"))
    #expect(try stored(desk, "partnership-04").state == .bureau)
    desk.press("Esc", "u")
    #expect(try stored(desk, "partnership-04").approvals.isEmpty)
  }

  @Test func `What is missing is said with a key of the pane`() throws {
    let lacks: [PartnershipLack] = [
      .over(.ended), .invitation, .alternatives([.liaison]), .enough(.liaison), .noneEnough, .partner,
      .purposes, .finder, .criteria([.need]), .route, .plenaryDecides, .bureauDecides, .plenaryFirst,
      .issues([.purpose]), .safeguards([.quality]), .reviewDay, .review, .decision, .twoPeople(1), .byHand,
      .agreed("funds"), .kept,
    ]
    let keys = Set(PartnershipsPane.commands.flatMap(\.keys).map(\.description))
    for lack in lacks {
      for case .text(let key) in PartnershipWords.phrase(lack).arguments {
        #expect(keys.contains(key), "\(key) of \(lack)")
      }
    }
  }

  @Test func `A number or a reason is asked for where there is none`() throws {
    let desk = try desk(at: "partnership-05")
    desk.press("Space", "Down", "Enter", "Ctrl-S", "Ctrl-S")
    #expect(desk.body.contains("asks for the number of a decision"))
    desk.press("Down")
    desk.type("Nobody took it up")
    desk.press("Enter")
    #expect(try stored(desk, "partnership-05").state == .refused)
  }

  @Test func `What an alternative settles ends as that, and stays`() throws {
    let desk = try desk(at: "partnership-01")
    #expect(marked(desk).contains("no partnership needed") && desk.status.contains("goes on as influence"))
    desk.press("Space")
    #expect(desk.status.contains("Over: no partnership needed"))
    desk.press("D")
    #expect(desk.status.contains("What has a history stays"))
    #expect(try stored(desk, "partnership-01").state == .lighter)
  }

  @Test func `Another route takes a reason`() throws {
    let desk = try desk(at: "partnership-04")
    desk.press("w", "c", "Enter", "Enter")
    #expect(desk.body.contains("This has to be filled in"))
    desk.type("It reaches beyond the deliverable")
    desk.press("Enter")
    #expect(try stored(desk, "partnership-04").route == .consult)
    desk.press("Space", "Enter")
    #expect(desk.status.contains("asks the Plenary first (annex III, 18 (c))"))
  }

  @Test func `A review that is due is recorded with the day of the next`() throws {
    let desk = try desk(at: "partnership-03")
    desk.press("v", "Down", "Down", "Down")
    desk.type("It serves its aims")
    desk.press("Down")
    desk.type("2016-09-01")
    desk.press("Enter")
    #expect(try stored(desk, "partnership-03").state(on: Desk.asOf) == .active)
    #expect(try stored(desk, "partnership-03").reviews.map(\.body) == [.secretariat])
    desk.press("u")
    #expect(marked(desk).contains("review due"))
  }

  @Test func `Alarms, the overview and the calendar tell of a review`() throws {
    let desk = try desk()
    desk.press("1")
    desk.rest()
    #expect(desk.body.contains("PARTNERSHIPS"))
    desk.press("A")
    for _ in 0..<200 where !marked(desk).contains(" review ") { desk.press("Down") }
    #expect(marked(desk).contains("review"))
    desk.press("Enter")
    #expect(desk.lines[0].contains("Partnerships"))
    let agenda = Agenda(try desk.library.read(WholeProgramme()), zone: .utc)
    let items = agenda.items(from: Day("2015-09-01")!, through: Day("2015-09-01")!)
    #expect(items.contains { $0.kind == .partnership && $0.mark == .review && $0.id == "partnership-03" })
  }

  @Test func `Whether others take part less is compared around the day on which it is active`() throws {
    let desk = try desk(at: "partnership-03")
    desk.press("s")
    desk.rest()
    #expect(desk.body.contains("before (") && desk.body.contains("since (1 Mar 2015"))
    #expect(desk.body.contains("annex III, 9 (e)"))
  }

  @Test func `Where a store is only read nothing is written`() throws {
    let desk = try desk(at: "partnership-04", isReadOnly: true)
    for keys in [["Space"], ["c", "Space"], ["i", "Space"], ["w"], ["v"]] {
      for key in keys { desk.press(KeyChord(stringLiteral: key)) }
      #expect(desk.status.contains("reading only"), "\(keys)")
      desk.press("Esc")
    }
    #expect(try stored(desk, "partnership-04").openIssues.count == 2)
  }

  // MARK: What was agreed

  @Test(arguments: ["en", "zh"])
  func `What was agreed is changed by the step "amended", and the refusal says so whole`(language: String)
    throws
  {
    let desk = try desk(at: "partnership-03", language: language)
    let before = try stored(desk, "partnership-03")
    desk.press("e")
    desk.go(to: language == "en" ? "Deliverables" : "交付品")
    desk.retype("Two data sets")
    desk.press("Ctrl-S")
    #expect(
      desk.body.replacing("\n", with: "").replacing(" ", with: "").contains(
        (language == "en" ? "only the step “amended” changes it (Space leads to that step" : "按 Space 进入该步骤")
          .replacing(" ", with: "")))
    #expect(try stored(desk, "partnership-03") == before)
    // What was typed waits where the refusal leads to.
    desk.press("Esc", "Space")
    desk.press("Down", "Enter", "Down")
    desk.type("Bureau meeting 8")
    desk.press("Ctrl-S")
    #expect(desk.status.contains(language == "en" ? "what the parties agree instead" : "改为商定的内容"))
    #expect(desk.body.contains("Two data sets"))
    desk.press("Ctrl-S")
    let after = try stored(desk, "partnership-03")
    #expect(after.state == .amended && after.deliverables == "Two data sets")
    #expect(after.steps.last?.number == "Bureau meeting 8")
    desk.press("u")
    #expect(try stored(desk, "partnership-03").steps == before.steps)
    #expect(try stored(desk, "partnership-03").deliverables == before.deliverables)
  }

  @Test func `No key of the pane goes round the agreement`() throws {
    let desk = try desk(at: "partnership-03")
    let before = try stored(desk, "partnership-03")
    let agreed = "only the step “amended” changes it"
    for (keys, words) in [
      (["c", "Enter", "x", "Enter"], agreed), (["s", "Enter", "x", "Enter"], agreed),
      (["c", "Space"], "1 of 11 issues open"), (["w", "c", "Enter", "y", "Enter"], "does not lead to"),
    ] {
      for key in keys { desk.press(KeyChord(stringLiteral: key)) }
      #expect(desk.screen.contains(words) || desk.status.contains(words), "\(keys)\n\(desk.screen)")
      #expect(try stored(desk, "partnership-03") == before, "\(keys)")
      desk.press("Esc", "Esc", "Esc")
    }
  }

  @Test func `Reviews stand on the page and in no form`() throws {
    let desk = try desk(at: "partnership-03")
    desk.press("v", "Down", "Down", "Down")
    desk.type("It serves its aims")
    desk.press("Down")
    desk.type("2016-09-01")
    desk.press("Enter", "Enter", "End")
    #expect(desk.body.contains("It serves its aims"))
    desk.press("e", "End")
    #expect(!desk.body.contains("Reviews"))
  }

  @Test func `Nothing is recorded before it came to pass`() throws {
    let desk = try desk(at: "partnership-05")
    desk.press("Space", "Down", "Enter")
    desk.retype("2015-09-16")
    desk.press("Down")
    desk.type("5")
    desk.press("Ctrl-S")
    #expect(desk.body.contains("That lies after 2015-09-15"))
    #expect(try stored(desk, "partnership-05").state == .idea)
  }

  @Test func `The form takes no next review before the term begins`() throws {
    let desk = try desk(at: "partnership-04")
    let before = try stored(desk, "partnership-04")
    desk.press("e")
    desk.go(to: "Next review")
    desk.retype("2015-09-30")
    desk.press("Ctrl-S")
    #expect(desk.body.contains("That lies before 2015-10-01"), "\(desk.screen)")
    #expect(try stored(desk, "partnership-04") == before)
    desk.retype("2015-10-01")
    desk.press("Ctrl-S")
    #expect(try stored(desk, "partnership-04").nextReview == Day("2015-10-01"))
  }

  @Test func `A type of another route makes the recorded one void, and says so`() throws {
    let desk = try desk(at: "partnership-04")
    desk.press("w", "c", "Enter", "Enter")
    desk.type("It reaches beyond the deliverable")
    desk.press("Enter", "e")
    desk.go(to: "Type")
    desk.press("u", "Ctrl-S")
    let one = try stored(desk, "partnership-04")
    #expect(one.type == .unSystem && one.ownRoute == nil && one.routeReason.isEmpty)
    #expect(desk.status.contains("Saved: ") && desk.status.contains("are void: the type says anew"))
  }

  @Test func `A safeguard without its answer keeps it from being active`() throws {
    let desk = try desk(at: "partnership-04")
    let base = try stored(desk, "partnership-04")
    var open = base
    open.issues = AgreementIssue.allCases.map { SettledIssue($0, .settled) }
    open.safeguards.removeLast()
    try desk.library.apply(EditRecord(base: base, edited: open))
    desk.rest()
    desk.press("Space", "Enter")
    #expect(desk.status.contains("s answers how these are kept (annex III, 9)"))
    desk.press("Esc", "s")
    desk.rest()
    #expect(desk.body.contains("before (14 Sep 2014") || desk.body.contains("before (15 Sep 2014"))
    desk.press("G", "Enter")
    desk.type("Others are asked first")
    desk.press("Enter", "Esc", "Space", "Enter", "Down")
    desk.type("Bureau meeting 7")
    desk.press("Ctrl-S")
    #expect(try stored(desk, "partnership-04").approvals.count == 1)
  }

  @Test func `The end of the term is among the alarms, on the overview and in the calendar`() throws {
    let desk = try desk()
    desk.press("@")
    desk.retype("2016-12-28")
    desk.press("Enter", "1")
    desk.rest()
    #expect(desk.body.contains("end of term: Example: technical") || desk.body.contains("end of term"))
    desk.press("A")
    for _ in 0..<300 where !marked(desk).contains("end of term") { desk.press("Down") }
    #expect(marked(desk).contains("31 Dec") && marked(desk).contains("Example: te"))
    desk.press("Enter")
    #expect(desk.lines[0].contains("Partnerships"))
    let agenda = Agenda(try desk.library.read(WholeProgramme()), zone: .utc)
    let items = agenda.items(from: Day("2016-12-31")!, through: Day("2016-12-31")!)
    #expect(items.contains { $0.kind == .partnership && $0.mark == .ends && $0.id == "partnership-03" })
  }

  @Test(arguments: [(80, 24), (60, 14)])
  func `A long refusal is read whole, and goes with the next key`(size: (columns: Int, rows: Int)) throws {
    let library = try Library.sample()
    let desk = try Desk("Q", columns: size.columns, rows: size.rows, library: library)
    desk.session.perform([.go(.list(.partnership, "partnership-05"))], from: 0)
    desk.session.settle(milliseconds: 0)
    desk.press("Space", "Enter")
    for way in LighterWay.codes {
      let words = desk.session.look.word("alternative", way).filter { !$0.isWhitespace }
      #expect(desk.status.filter { !$0.isWhitespace }.contains(words), "\(way)")
    }
    #expect(desk.lines.allSatisfy { $0.count <= size.columns } && desk.lines.count == size.rows)
    #expect(desk.lines.filter { $0.hasPrefix("─") }.count >= 2)
    let refusal = desk.status
    desk.press("Esc")
    #expect(desk.status != refusal)
    #expect(!desk.status.contains(desk.session.look.word("alternative", LighterWay.codes[0])))
  }

  @Test func `A slash looks through the list, and Escape brings all of it back`() throws {
    let desk = try desk()
    desk.press("/")
    desk.type("unep technical")
    #expect(!desk.body.contains("review due") || desk.lines.count { $0.contains("▌") } == 1)
    desk.retype("UNESCO")
    desk.press("Enter")
    #expect(marked(desk).contains("UNESCO") || desk.body.contains("Educational"))
    let found = desk.lines.count { $0.hasPrefix(" ") && $0.contains("active") }
    desk.press("Esc")
    #expect(desk.lines.count { $0.contains("active") } > found)
    desk.press("/")
    desk.type("nowhere at all")
    #expect(desk.body.contains("Nothing") && marked(desk).isEmpty)
    // Letters are words here, not commands.
    desk.retype("no")
    #expect(desk.session.shell.layers.isEmpty)
  }
}
