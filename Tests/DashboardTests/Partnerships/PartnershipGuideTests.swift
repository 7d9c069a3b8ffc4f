import Foundation
import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// The way from an idea to a partnership, pressed by two people. The guide holds what was pressed and what the screens
/// said: `OUTREACH_WRITE_DOCS=1 swift test --filter PartnershipGuide` writes it anew.
@Suite final class PartnershipGuideTests {
  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Dashboard/Dashboard.docc/PartnershipGuide.md")

  private let folder: URL
  private let clock = Desk.Clock(Desk.now)
  private let desks: [String: Desk]
  private var transcript = ""
  private var isInTable = false
  private static let table = "| who | keys | what the screen says |\n|---|---|---|\n"

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "partnership-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "store.sqlite").path
    desks = [
      "ann": try Desk(library: .open(path, who: "ann", creating: true), who: "ann", clock: clock),
      "ben": try Desk(library: .open(path, who: "ben"), who: "ben", clock: clock),
    ]
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private enum Key: ExpressibleByStringLiteral {
    case chord(KeyChord), text(String)
    init(stringLiteral text: String) { self = .chord(KeyChord(stringLiteral: text)) }
    var words: String {
      switch self {
      case .chord(let chord): "`\(chord.description)`"
      case .text(let text): "`\(text)`"
      }
    }
  }

  private func head(_ title: String, _ sentence: String) {
    transcript += "\n## \(title)\n\n\(sentence)\n\n\(Self.table)"
    isInTable = true
  }

  /// Somebody presses keys; the other's screen follows.
  private func play(_ who: String, _ keys: Key...) throws {
    let desk = try #require(desks[who])
    for key in keys {
      switch key {
      case .chord(let chord): desk.press(chord)
      case .text(let text): desk.type(text)
      }
    }
    for desk in desks.values { desk.rest() }
    let said = desk.status.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "|", with: "\\|")
    if !isInTable { transcript += "\n\(Self.table)" }
    isInTable = true
    transcript += "| \(who) | \(keys.map(\.words).joined(separator: " ")) | \(said) |\n"
  }

  private func show(_ who: String, _ caption: String) throws {
    let lines = try #require(desks[who]).lines
    let text = lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
    transcript += "\n\(caption)\n\n```\n\(text.joined(separator: "\n"))\n```\n"
    isInTable = false
  }

  private func stored() throws -> Partnership {
    let library = try #require(desks["ann"]).library
    return try #require(try library.read(AllRecords<Partnership>()).first { $0.adopted == nil })
  }

  // MARK: The way

  @Test func `From an idea to a partnership`() throws {
    try idea()
    try need()
    try agreement()
    try approval()
    try review()
    try amendment()
    let text = Self.preface + transcript
    if ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] != nil {
      try text.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == text)
  }

  private static let preface = """
    # From an idea to a partnership

    Annex III of decision IPBES-3/4, key by key. A test presses these keys, two people at their own screens, and what
    stands at the right is what the screen said. Everybody and everything in it is invented.

    """

  private func idea() throws {
    head(
      "An idea",
      "A partnership has a type (paragraphs 15 and 16), purposes (1) and somebody who identified it (17).")
    try play("ann", "Q")
    try play("ann", "n", .text("Data for the regions"), "Down", .text("A data centre"))
    try play("ann", "Down", "t", "Down", "Right", "Space", "Down", "t", "Ctrl-S")
    try play("ann", "Space")
    try play("ann", "Enter")
    #expect(try stored().type == .technical && stored().purposes == [.support])
    try show("ann", "Nothing can follow yet but a refusal:")
    try play("ann", "Esc")
  }

  private func need() throws {
    head(
      "The need",
      "Why is each of the lighter alternatives (3) not enough? Space would say that one is: it ends there.")
    try play("ann", "i", "Enter", .text("It tells others and brings no data"), "Enter")
    try play("ann", "Down", "Enter", .text("There is no product to recognize yet"), "Enter")
    try play("ann", "Down", "Enter", .text("Nobody would answer for the delivery"), "Enter")
    try play("ann", "Down", "Enter", .text("Their plan is made already"), "Enter")
    try play("ann", "Down", "Enter", .text("Methods give no figures"), "Enter")
    try play("ann", "Esc", "Space", "Enter", "Ctrl-S")
    try play("ann", "Space", "Enter", "Ctrl-S")
    try play("ann", "t", "Enter", .text("The work has a date"), "Enter")
    try play("ann", "Down", "Enter", .text("Deliverable 1 (d) needs it"), "Enter")
    try play("ann", "Down", "Enter", .text("One team instead of five"), "Enter")
    try play("ann", "Down", "Enter", .text("Twelve years of such work"), "Enter")
    try play("ann", "Down", "Enter", .text("Two regions with few authors"), "Enter")
    try play("ann", "Esc", "Space", "Enter", "Ctrl-S")
    #expect(try stored().state == .bureau)
  }

  private func agreement() throws {
    head("The agreement", "The eleven issues of paragraph 8: Space settles one, x waives it with a reason.")
    try play("ann", "Space", "Enter")
    try play("ann", "Esc", "c", "Space", "Down", "Space", "Down", "Space", "Down", "Space", "Down", "Space")
    try play("ann", "Down", "Space", "Down", "x", .text("No logo is shown"), "Enter")
    try play("ann", "Down", "Space", "Down", "Space", "Down", "Space", "Down", "Space")
    #expect(try stored().openIssues.isEmpty)
    try show("ann", "Ten are settled, one is waived:")
    try play("ann", "Esc", "Space", "Enter")
  }

  private func approval() throws {
    head(
      "The safeguards",
      "How is each safeguard (9) kept? Others' participation is counted before, and again once it is in force."
    )
    try play("ann", "Esc", "s", "Enter", .text("The reasons stand in the record"), "Enter")
    try play("ann", "Down", "Enter", .text("Drafts go through peer review"), "Enter")
    try play("ann", "Down", "Enter", .text("A report each half-year"), "Enter")
    try play("ann", "Down", "Enter", .text("The call stays open to all regions"), "Enter")
    try play("ann", "Down", "Enter", .text("The number of others is watched"), "Enter")
    try show("ann", "What others did in the year before:")
    #expect(try stored().safeguards.count == 5)
    head(
      "The approval",
      "The Bureau approves technical support (18 (b)): two people record it, each at their own screen.")
    try play("ann", "Esc", "Space", "Enter")
    try play("ann", "Esc", "e", "End")
    let desk = try #require(desks["ann"])
    desk.go(to: "Next review")
    try play("ann", .text("2016-09-01"), "Ctrl-S")
    try play("ann", "Space", "Enter", "Down", .text("Bureau meeting 7"), "Ctrl-S")
    try play("ann", "Space", "Enter")
    try play("ben", "Q", "Space", "Enter", "Ctrl-S")
    #expect(try stored().state == .active && stored().approvals.map(\.who) == ["ann", "ben"])
    try play("ann", "Esc", "s")
    try show("ann", "The safeguards (9), and whether others take part less than before:")
    try play("ann", "Esc")
  }

  private func review() throws {
    head("The review", "By its day it is among the alarms (A), in the calendar (6) and in `outreach due`.")
    clock.now = Day("2016-09-05")!.number * 86_400
    try play("ann", "g", "G")
    try show("ann", "On 5 September 2016:")
    try play(
      "ann", "v", "Down", "Down", .text("Bureau meeting 9"), "Down", .text("It serves its aims"), "Down",
      .text("2017-09-01"), "Enter")
    try play("ann", "Enter", "End")
    #expect(try stored().nextReview == Day("2017-09-01") && stored().reviews.count == 1)
  }

  private func amendment() throws {
    head(
      "An amendment",
      "What was agreed changes with the step “amended” alone: first the decision, then the form, as one change."
    )
    try play("ann", "Esc", "e", "End")
    let desk = try #require(desks["ann"])
    desk.go(to: "Deliverables")
    try play("ann", .text("Data sets for two regions"), "Ctrl-S")
    try play("ann", "Esc", "Space", "Down", "Enter", "Down", .text("Bureau meeting 9"), "Ctrl-S")
    try show("ann", "What was typed waits in the form of the amendment:")
    try play("ann", "Ctrl-S")
    #expect(try stored().state == .amended && stored().deliverables == "Data sets for two regions")
  }
}
