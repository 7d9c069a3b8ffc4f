import Model
import Office
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// Undo and the lists of changes name what somebody did; of a plain edit they name the field.
@Suite struct ActTests {
  /// What undo would take back, and what it says once it has.
  private func undone(_ library: Library, _ pane: KeyChord, _ act: (Desk) throws -> Void) throws -> String {
    let desk = try Desk(pane, library: library)
    try act(desk)
    desk.press("u")
    return desk.status
  }

  @Test func `An answer about personal data is named as it was given`() throws {
    let library = try Library.ofForests()
    try library.edit("ban") {
      $0.consents = [Consent(use: .register, answer: .yes, source: "a letter")]
      $0.registerFields = [.name]
    }
    let act = "Banda, Thandiwe agreed to be listed in the register"
    let desk = try Desk("2", library: library)
    desk.press("Ctrl-U")
    #expect(desk.body.contains(act))
    desk.press("Esc", "u")
    #expect(desk.screen.contains("Take back: \(act)"))
    desk.press("y")
    #expect(desk.status == " Taken back: \(act).")
    let overview = try Desk("1", columns: 200, rows: 50, library: library)
    #expect(overview.screen.contains("tester Taken back: Banda, Thandiwe agreed"), "\(overview.screen)")
    try library.redo()
    try library.edit("ban") { $0.consents = [Consent(use: .register, answer: .no, source: "a letter")] }
    try library.edit("ban") { $0.isDoNotContact = true }
    let phrases = try library.read(OwnChanges()).map {
      desk.session.look.say(.init($0.entry, look: desk.session.look))
    }
    #expect(
      phrases.prefix(2) == [
        "Banda, Thandiwe is not to be contacted", "Banda, Thandiwe refused to be listed in the register",
      ])
  }

  @Test func `A merge names both records`() throws {
    let library = try Library.ofForests()
    let (first, second) = (
      try #require(try library.read(RecordByID<Stakeholder>("aff"))),
      try #require(try library.read(RecordByID<Stakeholder>("fri")))
    )
    try library.apply(MergeStakeholders(StakeholderMerge(first, second)))
    let desk = try Desk("2", library: library)
    desk.press("u", "y")
    #expect(desk.status == " Taken back: Merged African Forest Forum into Forest Research Institute.")
  }

  @Test func `A card is moved to its state`() throws {
    let said = try undone(.inLaunchWeek(), "4") { desk in
      desk.press("b", "G", "]", "Space")
    }
    #expect(said == " Taken back: Moved radio in Spanish to “live”.")
  }

  @Test func `One edit of many says what became of them, and how many`() throws {
    let library = try Library.ofForests()
    let ids = ["aff", "ban", "liu"]
    let look = try Desk("2", library: library).session.look
    func said(_ field: String, _ action: BulkStep.Action) throws -> String {
      try library.apply(BulkEdit(ids, BulkStep(field: field, action: action)))
      let entry = try #require(try library.read(RecentChanges(limit: 1)).first)
      return look.say(.init(entry, look: look))
    }
    #expect(try said("tags", .add("review")) == "Marked 3 records “review”")
    #expect(try said("tags", .remove("review")) == "Took “review” from Tags of 3 records")
    #expect(try said("disciplines", .add(Discipline.codes[0])).hasPrefix("Added “"))
    #expect(try said("city", .set("Lusaka")) == "Set City of 3 records to “Lusaka”")
    #expect(try said("city", .set("")) == "Emptied City of 3 records")
  }

  @Test func `A plain edit names its fields`() throws {
    let library = try Library.ofForests()
    try library.edit("ban") { $0.emails = ["banda@example.org"] }
    let desk = try Desk("2", library: library)
    desk.press("u", "y")
    #expect(desk.status == " Taken back: E-mail of Banda, Thandiwe.")
  }
}

extension Library {
  fileprivate func edit(_ id: RecordID, _ change: (inout Stakeholder) -> Void) throws {
    let base = try #require(try read(RecordByID<Stakeholder>(id)))
    var edited = base
    change(&edited)
    try apply(EditStakeholder(base: base, edited: edited))
  }
}
