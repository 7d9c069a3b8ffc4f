import Model
import Office
import Phrases
import Store
import Terminal

/// The lines that a partnership has to fill, each with what is said of it: the alternatives of paragraph 3, the criteria
/// of paragraph 5, the issues of paragraph 8, the safeguards of paragraph 9.
struct PartnershipChecklist: ListPane {
  static let name = "checklist"
  static let title = PhraseKey.commandIssues

  enum Subject: Sendable { case alternatives, criteria, issues, safeguards }

  struct Row: Identifiable, Sendable {
    let code: String
    let text: String
    var issue: IssueState?
    var isEnough = false
    var id: String { code }
  }

  let subject: Subject
  private var base: Partnership
  private var effect: ParticipationEffect?
  private var isCounted = false
  var list: RowList<Row>
  let nothing = Phrase(.nothingSelected)

  init(_ partnership: Partnership, _ subject: Subject) {
    (base, self.subject) = (partnership, subject)
    list = RowList(Self.rows(partnership, subject))
  }

  var title: PhraseKey {
    switch subject {
    case .alternatives: .commandLighter
    case .criteria: .commandCriteria
    case .issues: .commandIssues
    case .safeguards: .commandSafeguards
    }
  }

  var placement: Placement { .sheet(rows: list.count + (subject == .safeguards ? 5 : 3)) }

  func heading(_ look: Look) -> [Span] { [Span(" · \(look.title(of: base))", .quiet)] }

  func asks(_ look: Look) -> [Ask<Self>] {
    let asked: [Ask<Self>] = [
      Ask(RecordByID<Partnership>(base.id)) { sheet, one in if let one { sheet.take(one) } }
    ]
    guard subject == .safeguards, isCompared(base) else { return asked }
    let id = base.id
    return asked + [
      Ask(ParticipationAround([base], asOf: look.asOf, isAhead: true), .rest) {
        ($0.effect, $0.isCounted) = ($1[id], true)
      }
    ]
  }

  /// What was in force before the decision has no day from which others' participation could be compared.
  private func isCompared(_ one: Partnership) -> Bool { one.adopted == nil && !one.state.isOver }

  private mutating func take(_ one: Partnership) {
    base = one
    list.take(Self.rows(one, subject))
  }

  mutating func applied(_ written: Written, look: Look) -> [Effect] {
    if let one: Partnership = written.record(base.id) { take(one) }
    return []
  }

  private static func rows(_ one: Partnership, _ subject: Subject) -> [Row] {
    switch subject {
    case .alternatives:
      LighterWay.allCases.map { way in
        let said = one.weighed(way)
        return Row(code: way.rawValue, text: said?.why ?? "", isEnough: said?.isEnough ?? false)
      }
    case .criteria:
      PartnershipCriterion.allCases.map { Row(code: $0.rawValue, text: one.judged($0)?.reasoning ?? "") }
    case .issues:
      AgreementIssue.allCases.map { issue in
        let said = one.settled(issue)
        return Row(code: issue.rawValue, text: said?.reason ?? "", issue: said?.state ?? .open)
      }
    case .safeguards:
      PartnershipSafeguard.allCases.map { Row(code: $0.rawValue, text: one.kept($0)?.note ?? "") }
    }
  }

  // MARK: Commands

  static let commands: [Command<PartnershipChecklist>] = actions + moves

  private static let actions: [Command<PartnershipChecklist>] = [
    Command(
      "checklist.say", .commandSayWhy, ["Enter", "e"], rank: 1, needs: .edit, unless: lacking(\.selected)
    ) { sheet, look in
      sheet.selected.map { [.present(sheet.prompt($0, look) { $0 })] } ?? []
    },
    Command(
      "checklist.settle", .commandSettle, ["Space"], rank: 2, when: { $0.subject == .issues }, needs: .edit,
      unless: lacking(\.selected)
    ) { sheet, look in
      guard let row = sheet.selected else { return [] }
      var next = row
      next.issue = row.issue == .open ? .settled : .open
      return sheet.write(next, look)
    },
    Command(
      "checklist.waive", .commandWaive, ["x"], rank: 3, when: { $0.subject == .issues }, needs: .edit,
      unless: lacking(\.selected)
    ) { sheet, look in
      guard let row = sheet.selected else { return [] }
      return [
        .present(
          sheet.prompt(row, look) {
            var next = $0
            next.issue = .waived
            return next
          })
      ]
    },
    Command(
      "checklist.enough", .commandEnough, ["Space"], rank: 2, when: { $0.subject == .alternatives },
      needs: .edit, unless: lacking(\.selected)
    ) { sheet, look in
      guard let row = sheet.selected else { return [] }
      var next = row
      next.isEnough.toggle()
      return sheet.write(next, look)
    },
  ]

  private func prompt(
    _ row: Row, _ look: Look, _ change: @escaping @Sendable (Row) -> Row
  ) -> LinePrompt {
    let sheet = self
    return LinePrompt(Phrase(.ptSay, .text(look.word(group, row.code))), title: title, .text, text: row.text)
    {
      text in
      var said = Row(code: row.code, text: text, issue: row.issue, isEnough: row.isEnough)
      said = change(said)
      let edited = sheet.edited(said)
      if let (_, problem) = edited.contradictions.first { return .problem(Phrase(problem)) }
      return .effects([.apply(EditRecord(base: sheet.base, edited: edited), closing: true)])
    }
  }

  private func write(_ row: Row, _ look: Look) -> [Effect] {
    [.apply(EditRecord(base: base, edited: edited(row)))]
  }

  /// The partnership with another line in the place of the one of that code, all in the order of the text.
  private func edited(_ row: Row) -> Partnership {
    var edited = base
    let rows = (list.rows ?? []).map { $0.code == row.code ? row : $0 }
    switch subject {
    case .alternatives:
      edited.alternatives = rows.compactMap { row in
        guard row.isEnough || !row.text.isEmpty, let way = LighterWay(rawValue: row.code) else { return nil }
        return WeighedAlternative(way, isEnough: row.isEnough, why: row.text)
      }
    case .criteria:
      edited.criteria = rows.compactMap { row in
        guard !row.text.isEmpty, let one = PartnershipCriterion(rawValue: row.code) else { return nil }
        return JudgedCriterion(one, row.text, evidence: base.judged(one)?.evidence ?? "")
      }
    case .issues:
      edited.issues = rows.compactMap { row in
        guard row.issue != .open || !row.text.isEmpty, let one = AgreementIssue(rawValue: row.code) else {
          return nil
        }
        return SettledIssue(one, row.issue ?? .open, reason: row.text)
      }
    case .safeguards:
      edited.safeguards = rows.compactMap { row in
        guard !row.text.isEmpty, let one = PartnershipSafeguard(rawValue: row.code) else { return nil }
        return KeptSafeguard(one, row.text)
      }
    }
    return edited
  }

  // MARK: Drawing

  private var group: String {
    switch subject {
    case .alternatives: "alternative"
    case .criteria: "criterion"
    case .issues: "issue"
    case .safeguards: "safeguard"
    }
  }

  func head(_ look: Look, columns: Int) -> [[Span]] {
    switch subject {
    case .alternatives: [Span(look.say(.ptLighterHead), .quiet)].wrapped(columns: columns - 4)
    case .criteria: [Span(look.say(.ptCriteriaHead), .quiet)].wrapped(columns: columns - 4)
    case .issues: [Span(look.say(.ptUNEPRules), .quiet)].wrapped(columns: columns - 4)
    case .safeguards: participation(look).wrapped(columns: columns - 4)
    }
  }

  /// Whether others take part less since it is in force (paragraph 9 e).
  private func participation(_ look: Look) -> [Span] {
    guard let effect else {
      let isWorking = isCompared(base) && !isCounted
      return [Span(look.say(isWorking ? .working : .ptEffectNone), .quiet)]
    }
    let words = ParticipationWords(effect, look: look)
    return [words.verdict] + words.lines.map { Span($0, .quiet) }
  }

  func table(_ look: Look, columns: Int) -> ListTable<Row> {
    let sheet = self
    return ListTable(
      columns: [
        .init("", 36) { row in
          let word = look.word(sheet.group, row.code)
          if let issue = row.issue { return issue.mark.said(word) }
          if row.isEnough { return Mark.ready.said(word) }
          return (row.text.isEmpty ? Mark.missing : .done).said(word)
        },
        .init("", 0) { row in
          let state =
            row.isEnough
            ? look.say(.ptIsEnough) : row.issue.map { look.word("issue_state", $0.rawValue) } ?? ""
          return Span(look.dotted([state, row.text]), row.text.isEmpty ? .quiet : .text)
        },
      ], margin: 2)
  }
}
