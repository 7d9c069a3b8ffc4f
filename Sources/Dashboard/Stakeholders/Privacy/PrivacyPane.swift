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

  static let commands: [Command<PrivacyPane>] = actions + moves(in: \.selection)

  private static let actions: [Command<PrivacyPane>] = [
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
    Command("privacy.keep", .commandKeepUntil, ["+"], rank: 5, needs: .edit, unless: lacking(\.stakeholder)) {
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
          LinePrompt(question, title: .paneErase, .text) { why in
            .effects([.errand(EraseErrand(id: stakeholder.id, why: why), closing: true)])
          })
      ]
    },
    Command("privacy.review", .commandReview, ["v"], rank: 8) { _, _ in [.present(ReviewPane())] },
    Command("privacy.log", .commandDisclosures, ["L"], rank: 9) { _, _ in [.present(DisclosuresPane())] },
  ]

  private static func answering(
    _ name: CommandName, _ title: PhraseKey, _ key: KeyChord, _ answer: ConsentAnswer, rank: Int
  ) -> Command<Self> {
    Command(name, title, [key], rank: rank, needs: .edit, unless: lacking(\.stakeholder)) { pane, look in
      [.present(pane.asking(answer, look))]
    }
  }

  /// How and when somebody said so: an answer that nobody can show is none. A refusal holds without that.
  private func asking(_ answer: ConsentAnswer, _ look: Look) -> LinesSheet {
    func line(_ part: String, _ entry: Entry = .line, text: String = "", hint: PhraseKey? = nil)
      -> LinesSheet.Line
    {
      LinesSheet.Line(
        label: Phrase(label: "part", part), entry: entry, text: text, hint: hint,
        word: { code, look in look.word("basis", code) })
    }
    let (use, copy) = (use, self)
    let lines = [
      line("source", hint: .consentSourceHint), line("day", .day, text: look.asOf.description),
      line("evidence", hint: .consentEvidenceHint),
      line("basis", .choice(ConsentBasis.codes), text: ConsentBasis.consent.rawValue), line("purpose"),
    ]
    return LinesSheet(answer == .yes ? .paneConsentYes : .paneConsentNo, lines) { texts in
      if texts[0].isEmpty && answer == .yes { return .problem(line: 0, Phrase(.consentSayHow)) }
      guard let day = Day(texts[1]) else {
        return .problem(line: 1, Phrase(FieldProblem.malformedDay(texts[1])))
      }
      let basis = ConsentBasis(rawValue: texts[3]) ?? .consent
      let consent = Consent(
        use: use, answer: answer, basis: basis, purpose: texts[4], source: texts[0], day: day,
        evidence: texts[2])
      return .effects(copy.edit(closing: true) { $0.answer(consent) })
    }
  }

  /// What a yes to the register publishes, or lacks to publish anything.
  private func publication(_ stakeholder: Stakeholder, _ look: Look) -> Span {
    let hasAgreed = stakeholder.consent(to: .register)?.answer == .yes
    let hasName = stakeholder.registerFields.contains { $0.rawValue == "name" }
    if hasAgreed {
      return hasName ? Span(look.say(.privacyPublishes)) : Span(look.say(.privacyLacksName), .problem)
    }
    return Span(look.say(hasName ? .privacyWouldPublish : .privacyWouldLack), .quiet)
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

  /// By what the answer under the cursor can be shown, in full.
  func status(_ look: Look) -> [Span] {
    guard let consent = stakeholder?.consent(to: use) else { return [] }
    return [Span(look.dotted([consent.purpose, consent.source, consent.evidence]), .quiet)]
  }

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: ConsentUse.allCases.count, height: max(1, size.rows - 1))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let stakeholder else { return canvas.lines([[Span(look.say(.privacyGone), .quiet)]], in: area) }
    let uses = ConsentUse.allCases
    table(of: stakeholder, look).draw(uses, selection, on: &canvas, in: area, hasCursor: true)
    let rest = area.inset(top: uses.count + 2)
    let facts = facts(of: stakeholder, look).flatMap { fact in
      Wrapping.lines(fact.value.text, columns: max(20, rest.columns - 24)).enumerated().map { place, text in
        [Span(CellText.padded(place == 0 ? fact.label : "", to: 22), .quiet), Span(text, fact.value.ink)]
      }
    }
    canvas.lines(facts, in: rest)
    canvas.paragraph(look.say(.privacyHelp), in: rest.inset(top: facts.count + 1))
  }

  private func table(of stakeholder: Stakeholder, _ look: Look) -> ListTable<ConsentUse> {
    ListTable(columns: [
      .init(look.say(.privacyUse), 21, text: { look.word("consent", $0.rawValue) }),
      .init(look.say(.privacyAnswer), 11) { use in
        let answer = stakeholder.consent(to: use).map { look.word("answer", $0.answer.rawValue) }
        let isAllowed = stakeholder.allows(use)
        return (isAllowed ? Mark.done : .missing.inked(.problem)).said(answer ?? look.say(.privacyNotAsked))
      },
      .init(
        look.say(.privacyBasis), 12,
        text: { use in
          let usual = stakeholder.allows(use) ? look.word("basis", ConsentBasis.mandate.rawValue) : ""
          return stakeholder.consent(to: use).map { look.word("basis", $0.basis.rawValue) } ?? usual
        }),
      .init(look.say(.privacyDay), 14, text: { stakeholder.consent(to: $0)?.day.map(look.day) ?? "" }).whole,
      .init(
        look.say(.privacyEvidence), 0,
        text: { use in
          stakeholder.consent(to: use).map { look.dotted([$0.purpose, $0.source, $0.evidence]) } ?? ""
        }),
    ])
  }

  private func facts(of stakeholder: Stakeholder, _ look: Look) -> [(label: String, value: Span)] {
    let register = stakeholder.registerFields.map { look.word("field", $0.rawValue) }
    let isDue = stakeholder.retainUntil.map { $0 <= look.asOf } == true
    let until = stakeholder.retainUntil.map(look.day).map {
      $0 + (isDue ? " · " + look.say(.privacyDue) : "")
    }
    let isLeft = stakeholder.isDoNotContact
    let source = stakeholder.source
    let held = Stakeholder.field("consent_scopes").flatMap { scopes in
      stakeholder.consentScopes.isEmpty
        ? nil : FieldWords.shown(scopes.name, scopes.entry, scopes.read(stakeholder), look)
    }
    let facts: [(String, Span)?] = [
      ("register_fields", Span(register.isEmpty ? look.say(.privacyNothing) : look.list(register))),
      ("", publication(stakeholder, look)),
      held.map { ("consent_scopes", Span($0, .problem)) },
      ("do_not_contact", Span(look.say(isLeft ? .yes : .no), isLeft ? .problem : .text)),
      ("retain_until", Span(until ?? look.say(.notStated), isDue ? .problem : .text)),
      ("source", Span(source.isEmpty ? look.say(.notStated) : source)),
    ]
    return facts.compactMap(\.self).map { ($0.isEmpty ? "" : look.word("field", $0), $1) }
  }
}

extension OwnDataErrand {
  /// Asks where the file is to stand.
  static func prompt(_ stakeholder: Stakeholder) -> FilePrompt {
    let path = "~/outreach-\(stakeholder.id).json"
    return .writing(Phrase(.ownDataQuestion, .text(stakeholder.title)), title: .paneOwnData, path) {
      OwnDataErrand(id: stakeholder.id, path: $0)
    }
  }
}
