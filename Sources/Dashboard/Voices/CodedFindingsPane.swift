import Model
import Office
import Phrases
import Terminal

/// A code of a finding with what was found on it; the last row is of findings that nobody coded.
struct CodedRow {
  /// Nil for the findings without one.
  let code: CodedFindings.Code?
  let found: [CodedFindings.One]

  /// The code itself tells a row from others.
  var id: String { code.map { "\($0.axis.rawValue)/\($0.code)" } ?? "" }

  func title(_ look: Look) -> String {
    code.map { FieldWords.word($0.axis.rawValue, $0.code, look) } ?? look.say(.voUncoded)
  }

  static func rows(of coded: CodedFindings) -> [CodedRow] {
    CodedFindings.codes.map { CodedRow(code: $0, found: coded[$0]) }
      + (coded.uncoded.isEmpty ? [] : [CodedRow(code: nil, found: coded.uncoded)])
  }
}

/// What was found on one message, objective or description: Enter leads to the session.
struct CodedFindingsPane: ListPane {
  static let name = "coded"
  static let title = PhraseKey.voFindings

  private let called: String
  private let groups: [FocusGroup]
  var list: RowList<FoundRow>
  let nothing = Phrase(.listNothing)

  /// - Parameters:
  ///   - called: what the findings bear on.
  ///   - groups: the sessions.
  init(_ found: [CodedFindings.One], called: String, of groups: [FocusGroup]) {
    (list, self.called, self.groups) = (RowList(FoundRow.rows(of: found)), called, groups)
  }

  var placement: Placement { .beside }
  func heading(_ look: Look) -> [Span] { [Span(" › \(called)")] }

  static let commands: [Command<CodedFindingsPane>] =
    [
      Command("coded.open", .commandOpen, ["Enter"], rank: 1) { pane, _ in
        pane.selected.map { [.close, .go(.list(.focusGroup, $0.one.group))] } ?? []
      }
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<FoundRow> {
    FoundRow.table(groups, look, columns: columns)
  }
}

/// A finding in a list.
struct FoundRow: Identifiable, Sendable {
  let id: Int
  let one: CodedFindings.One

  static func rows(of found: [CodedFindings.One]) -> [FoundRow] {
    found.enumerated().map { FoundRow(id: $0, one: $1) }
  }

  /// Each with its session above two lines of its words, and a gap.
  static func table(_ groups: [FocusGroup], _ look: Look, columns: Int) -> ListTable<FoundRow> {
    ListTable(
      columns: [
        .init("", 0) { row in
          let group = groups.first { $0.id == row.one.group }
          let audience = row.one.finding.audience.map { look.word("audience", $0.rawValue) } ?? ""
          let head = [look.when(group?.when), group?.name ?? row.one.group, audience].filter { !$0.isEmpty }
          return Span(head.joined(separator: " · "), .quiet)
        }
      ], margin: 2,
      below: { row in
        let words = Wrapping.lines(row.one.finding.text, columns: columns - 3).prefix(2)
        return words.map { [Span($0)] } + Array(repeating: [], count: 3 - words.count)
      })
  }
}
