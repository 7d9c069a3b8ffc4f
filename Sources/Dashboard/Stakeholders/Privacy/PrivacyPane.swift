import Model
import Office
import Phrases
import Store
import Terminal

/// What one stakeholder allowed and refused, use by use; how long the record is kept; and what they can ask for:
/// their data as a file, or to be erased.
struct PrivacyPane: Pane {
  static let name = "privacy"
  static let title = PhraseKey.panePrivacy

  private let id: RecordID
  private(set) var stakeholder: Stakeholder?
  private var selection = Selection()

  init(_ stakeholder: Stakeholder) {
    id = stakeholder.id
    self.stakeholder = stakeholder
  }

  func heading(_ look: Look) -> [Span] { stakeholder.map { [Span(" › \($0.title)")] } ?? [] }

  func asks(_ look: Look) -> [Ask<Self>] {
    [Ask(RecordByID<Stakeholder>(id)) { $0.stakeholder = $1 }]
  }

  private var use: ConsentUse { ConsentUse.allCases[min(selection.index, ConsentUse.allCases.count - 1)] }

  // MARK: Commands

  static let commands: [Command<PrivacyPane>] = [
    answering("privacy.yes", .commandConsentYes, "y", .yes, rank: 1),
    answering("privacy.no", .commandConsentNo, "n", .no, rank: 2),
    Command(
      "privacy.edit", .commandEdit, ["e", "Enter"], rank: 3, needs: .edit, unless: lacking(\.stakeholder)
    ) { pane, _ in
      guard let stakeholder = pane.stakeholder else { return [] }
      return [.present(RecordForm(stakeholder, at: "consents"))]
    },
    Command(
      "privacy.leave", .commandDoNotContact, ["c"], rank: 4, needs: .edit, unless: lacking(\.stakeholder)
    ) { pane, _ in
      pane.edit { $0.isDoNotContact.toggle() }
    },
    Command("privacy.keep", .commandKeepUntil, ["k"], rank: 5, needs: .edit, unless: lacking(\.stakeholder)) {
      pane, look in
      let day = pane.stakeholder?.retainUntil ?? look.asOf + 365
      let copy = pane
      return [
        .present(
          DayPrompt(day, title: .paneKeepUntil) { day in copy.edit(closing: true) { $0.retainUntil = day } })
      ]
    },
    Command("privacy.data", .commandOwnData, ["o"], rank: 6, needs: .publish, unless: lacking(\.stakeholder))
    { pane, _ in
      pane.stakeholder.map { [.present(OwnDataErrand.prompt($0))] } ?? []
    },
    Command("privacy.erase", .commandErase, ["X"], rank: 7, needs: .erase, unless: lacking(\.stakeholder)) {
      pane, _ in
      guard let stakeholder = pane.stakeholder else { return [] }
      let question = Phrase(.eraseQuestion, .text(stakeholder.title))
      return [
        .present(
          LinePrompt(question, title: .paneErase) { why in
            .effects([.errand(EraseErrand(id: stakeholder.id, why: why), closing: true)])
          })
      ]
    },
    Command("privacy.review", .commandReview, ["v"], rank: 8) { _, _ in [.present(ReviewPane())] },
    Command("privacy.log", .commandDisclosures, ["L"], rank: 9) { _, _ in [.present(DisclosuresPane())] },
    .moving("privacy.down", .commandDown, ["Down", "j", "WheelDown"]) {
      $0.selection.move(by: 1, count: ConsentUse.allCases.count)
    },
    .moving("privacy.up", .commandUp, ["Up", "WheelUp"]) {
      $0.selection.move(by: -1, count: ConsentUse.allCases.count)
    },
  ]

  private static func answering(
    _ name: CommandName, _ title: PhraseKey, _ key: KeyChord, _ answer: ConsentAnswer, rank: Int
  ) -> Command<Self> {
    Command(name, title, [key], rank: rank, needs: .edit, unless: lacking(\.stakeholder)) { pane, look in
      let use = pane.use
      return pane.edit { stakeholder in
        stakeholder.answer(Consent(use: use, answer: answer, source: look.who, day: look.asOf))
      }
    }
  }

  private func edit(closing: Bool = false, _ change: (inout Stakeholder) -> Void) -> [Effect] {
    guard let stakeholder else { return [] }
    var edited = stakeholder
    change(&edited)
    guard edited != stakeholder else { return [.announce(Phrase(.unchanged))] + (closing ? [.close] : []) }
    let saved = Phrase(.saved, .text(stakeholder.title))
    return [
      .apply(
        EditStakeholder(base: stakeholder, edited: edited), closing: closing, then: [.announce(saved)])
    ]
  }

  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] {
    outcome is Erasure ? [.close] : []
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let stakeholder else {
      canvas.text(look.say(.privacyGone), row: area.row, column: area.column + 1, ink: .quiet)
      return
    }
    let columns = [1, 23, 35, 48, 63]
    let headings: [(PhraseKey, Int)] = [
      (.privacyUse, 0), (.privacyAnswer, 1), (.privacyBasis, 2), (.privacyDay, 3), (.privacyEvidence, 4),
    ]
    for (key, place) in headings {
      canvas.text(look.say(Phrase(key)), row: area.row, column: area.column + columns[place], ink: .heading)
    }
    for (offset, use) in ConsentUse.allCases.prefix(max(0, area.rows - 1)).enumerated() {
      let row = area.row + 1 + offset
      draw(use, of: stakeholder, on: &canvas, row: row, in: area, columns: columns, look: look)
      guard offset == selection.index else { continue }
      canvas.text("▌", row: row, column: area.column, ink: .marker)
      canvas.cursor = Point(row: row, column: area.column)
    }
    drawRest(of: stakeholder, on: &canvas, in: area.inset(top: ConsentUse.allCases.count + 2), look: look)
  }

  private func draw(
    _ use: ConsentUse, of stakeholder: Stakeholder, on canvas: inout Canvas, row: Int, in area: Rect,
    columns: [Int], look: Look
  ) {
    let consent = stakeholder.consent(to: use)
    let isAllowed = stakeholder.allows(use)
    let answer = consent.map { look.word("answer", $0.answer.rawValue) } ?? look.say(.privacyNotAsked)
    let evidence = consent.map { [$0.purpose, $0.source, $0.evidence].filter { !$0.isEmpty } } ?? []
    let texts = [
      look.word("consent", use.rawValue), "\(isAllowed ? "●" : "○") \(answer)",
      consent.map { look.word("basis", $0.basis.rawValue) }
        ?? (isAllowed ? look.word("basis", ConsentBasis.mandate.rawValue) : ""),
      consent?.day.map(look.day) ?? "", evidence.joined(separator: " · "),
    ]
    for (place, text) in texts.enumerated() {
      let end = place + 1 < columns.count ? columns[place + 1] - 1 : area.columns - 1
      canvas.text(
        text, row: row, column: area.column + columns[place], width: end - columns[place],
        ink: place == 1 ? (isAllowed ? .done : .problem) : .text)
    }
  }

  private func drawRest(of stakeholder: Stakeholder, on canvas: inout Canvas, in area: Rect, look: Look) {
    let register = stakeholder.registerFields.map { look.word("field", $0.rawValue) }
    let isDue = stakeholder.retainUntil.map { $0 <= look.asOf } == true
    var rows: [(String, String, Ink)] = [
      ("register_fields", register.isEmpty ? look.say(.privacyNothing) : look.list(register), .text),
      (
        "do_not_contact", look.say(stakeholder.isDoNotContact ? .yes : .no),
        stakeholder.isDoNotContact ? .problem : .text
      ),
      (
        "retain_until",
        stakeholder.retainUntil.map(look.day).map { $0 + (isDue ? " · " + look.say(.privacyDue) : "") }
          ?? look.say(.notStated), isDue ? .problem : .text
      ),
      ("source", stakeholder.source.isEmpty ? look.say(.notStated) : stakeholder.source, .text),
    ]
    if let scopes = Stakeholder.field("consent_scopes"), !stakeholder.consentScopes.isEmpty {
      let text = FieldWords.shown(scopes.name, scopes.entry, scopes.read(stakeholder), look)
      rows.insert((scopes.name, text, .problem), at: 1)
    }
    for (offset, (name, text, ink)) in rows.prefix(max(0, area.rows)).enumerated() {
      canvas.text(
        look.word("field", name), row: area.row + offset, column: area.column + 1, width: 21, ink: .quiet)
      canvas.text(
        text, row: area.row + offset, column: area.column + 23, width: area.columns - 24, ink: ink)
    }
    let help = Wrapping.lines(look.say(.privacyHelp), columns: area.columns - 2)
    for (offset, line) in help.prefix(max(0, area.rows - rows.count - 1)).enumerated() {
      canvas.text(line, row: area.row + rows.count + 1 + offset, column: area.column + 1, ink: .quiet)
    }
  }
}

extension OwnDataErrand {
  /// Asks where the file is to stand.
  static func prompt(_ stakeholder: Stakeholder) -> LinePrompt {
    let path = "~/outreach-\(stakeholder.id).json"
    return LinePrompt(
      Phrase(.ownDataQuestion, .text(stakeholder.title)), title: .paneOwnData, text: path
    ) { path in .effects([.errand(OwnDataErrand(id: stakeholder.id, path: path), closing: true)]) }
  }
}
