import Model
import Office
import Phrases
import Store
import Terminal

/// What becomes of somebody new who may be somebody who is known.
public enum Newcomer: Sendable, Equatable {
  /// They are not these: all of them are kept.
  case nobody(of: [RecordID])
  /// They are added, and then laid beside that one.
  case beside(RecordID)

  /// Those who were looked at and are somebody else.
  var others: [RecordID] {
    switch self {
    case .nobody(let others): others
    case .beside: []
    }
  }

  /// - Parameter id: under which they were added.
  func merging(_ id: RecordID) -> [Effect] {
    switch self {
    case .nobody: []
    case .beside(let other): [.present(PairPane(other, id))]
    }
  }
}

/// Over the form of somebody new: who may be the same, and what to do.
struct AlikeSheet: Pane {
  static let name = "alike"
  static let title = PhraseKey.paneAlike

  private var list: RowList<DuplicateCandidate>
  /// What is known of them.
  private var known: [RecordID: Stakeholder] = [:]

  init(_ candidates: [DuplicateCandidate]) { list = RowList(candidates) }

  var placement: Placement { .sheet(rows: 2 * list.count + 2) }

  func asks(_ look: Look) -> [Ask<Self>] {
    let ids = (list.rows ?? []).map(\.b.id)
    return [Ask(KnownStakeholders(ids: ids)) { $0.known = $1.byID }]
  }

  static let commands: [Command<AlikeSheet>] =
    [
      Command("alike.open", .commandOpen, ["Enter"], rank: 1, unless: lacking(\.list.selected)) { sheet, _ in
        guard let other = sheet.list.selected?.b else { return [] }
        let news = Phrase(.alikeOpened, .text(other.title), .text("Ctrl-O"))
        return [.close, .leave(saying: news), .go(.stakeholder(other.id))]
      },
      Command("alike.merge", .commandMerge, ["m"], rank: 2, needs: .edit, unless: lacking(\.list.selected)) {
        sheet, _ in
        sheet.list.selected.map { answer(.beside($0.b.id)) } ?? []
      },
      Command("alike.both", .commandKeepBoth, ["b"], rank: 3, needs: .edit) { sheet, _ in
        answer(.nobody(of: (sheet.list.rows ?? []).map(\.b.id)))
      },
    ] + moves(in: \.list)

  private static func answer(_ newcomer: Newcomer) -> [Effect] {
    [.fill(.newcomer(newcomer)), .close, .run("form.save")]
  }

  func status(_ look: Look) -> [Span] { [Span(look.say(.alikeHelp), .quiet)] }

  mutating func fit(to size: Size, look: Look) {
    list.fit(to: size.rows - 1, as: table(look, columns: size.columns))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    canvas.lines([[Span(look.say(.alikeHead))]], in: area, margin: 2)
    list.draw(
      table(look, columns: area.columns), else: Phrase(.pairGone), on: &canvas, in: area.inset(top: 1),
      look: look)
  }

  private func table(_ look: Look, columns: Int) -> ListTable<DuplicateCandidate> {
    let indent = Span(String(repeating: " ", count: 12))
    return ListTable(
      columns: [
        .init("", 11) { DuplicateWords.level($0.level, look.phrases) },
        .init(
          "", 0,
          spans: { candidate in
            let facts = known[candidate.b.id]?.facts(look) ?? ""
            return [Span(candidate.b.title), Span(facts.isEmpty ? "" : "  " + facts, .quiet)]
          }),
      ], below: { [[indent, Span(DuplicateWords.reasons($0, look.phrases), .quiet)]] })
  }
}

extension Stakeholder {
  /// Where they are, how they are reached and where they belong, in one line.
  func facts(_ look: Look) -> String {
    look.dotted([
      Country.of(country)?.name(in: look.language) ?? "", emails.first ?? "",
      affiliations.first?.organization ?? "",
    ])
  }
}
