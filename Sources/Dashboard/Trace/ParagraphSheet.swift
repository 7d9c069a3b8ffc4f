import Model
import Office
import Phrases
import Store
import Terminal

/// A paragraph in full: in the words of the decision, who is to do it, and what covers it; each cover can be gone to.
/// A text longer than the sheet is read with the moves of all lists.
struct ParagraphSheet: ListPane {
  static let name = "paragraph"
  static let title = PhraseKey.paneParagraph

  struct Row: Identifiable, Sendable {
    enum Content: Sendable {
      case text([Span])
      case part(MandateTrace.Part)
      case proposal(NetworkProposal)
    }

    let id: Int
    let content: Content

    /// Where it leads; nil for a line of text.
    var destination: Destination? {
      switch content {
      case .text: nil
      case .part(let part): part.cover.destination
      case .proposal(let proposal): .list(.proposal, proposal.id)
      }
    }
  }

  private let row: MandateTrace.Row
  private var proposals: [NetworkProposal] = []
  var list = RowList<Row>()
  let nothing = Phrase(.traceUncovered)

  init(_ row: MandateTrace.Row) { self.row = row }

  var placement: Placement { .sheet(rows: 18) }

  func heading(_ look: Look) -> [Span] { [Span(" · \(row.paragraph.citation(look))", .quiet)] }

  /// The way of each proposal of the network belongs to the paragraph that asks for it (annex II, appendix,
  /// paragraph 4).
  func asks(_ look: Look) -> [Ask<Self>] {
    guard row.paragraph.covers.contains(.records(.proposal, type: "")) else { return [] }
    return [
      Ask(AllRecords<NetworkProposal>()) { pane, proposals in
        pane.proposals = NetworkProposal.ordered(proposals)
      }
    ]
  }

  static let commands: [Command<ParagraphSheet>] =
    [
      Command("paragraph.go", .commandGoThere, ["Enter"], rank: 1, unless: lacking(\.next)) { pane, _ in
        if let destination = pane.selected?.destination { return [.close, .go(destination)] }
        pane.list.seek(pane.next?.id)
        return []
      }
    ] + moves

  /// The row that leads somewhere, from the cursor on; from the top where there is none below it.
  private var next: Row? {
    let rows = list.rows ?? []
    return rows.dropFirst(list.selection.index).first { $0.destination != nil }
      ?? rows.first { $0.destination != nil }
  }

  mutating func fit(to size: Size, look: Look) {
    let isFirst = list.rows == nil
    list.take(contents(look, columns: size.columns).enumerated().map(Row.init))
    // What is covered stands under the cursor at once where the text is in sight with it.
    if isFirst, list.count <= size.rows { list.seek(next?.id) }
    list.fit(to: size.rows, as: table(look, columns: size.columns))
  }

  private func contents(_ look: Look, columns: Int) -> [Row.Content] {
    func lines(_ text: String, _ ink: Ink = .text) -> [Row.Content] {
      text.split(separator: "\n").flatMap { line in
        Wrapping.lines(String(line), columns: max(20, columns - 4)).map { .text([Span($0, ink)]) }
      }
    }
    var all = lines(row.paragraph.actors(look), .heading)
    all += row.paragraph.text.paragraphs(look).flatMap { lines($0.text, $0.isAdopted ? .text : .quiet) }
    if let missing = row.paragraph.missing {
      all += lines(look.say(.traceMissing, .text(missing.text(in: look.language))), .due)
    }
    all.append(.text([]))
    for part in row.parts {
      all.append(.part(part))
      if part.cover == .records(.proposal, type: "") { all += proposals.map { .proposal($0) } }
    }
    return row.parts.isEmpty ? all + lines(look.say(nothing), .quiet) : all
  }

  func table(_ look: Look, columns: Int) -> ListTable<Row> {
    func part(_ cell: @escaping (MandateTrace.Part) -> Span) -> (Row) -> Span {
      { row in if case .part(let part) = row.content { cell(part) } else { Span("") } }
    }
    return ListTable(
      columns: [
        .init("", 13, part { $0.state.said(look) }),
        .init("", columns / 2, part { Span($0.cover.words(look)) }),
        .init("", 0, part { Span($0.counts(look), .quiet) }),
      ], margin: 2,
      across: { row in
        switch row.content {
        case .text(let spans): spans
        case .part: nil
        case .proposal(let proposal):
          [Span("  "), proposal.state.said(look), Span("  " + proposal.way(look))]
        }
      })
  }
}

extension MandateCover {
  /// Where what covers a paragraph is to be seen.
  fileprivate var destination: Destination {
    switch self {
    case .activity(let id): .activity(id)
    case .launchActivity(let id): .launch(nil, activity: id, slot: nil)
    case .indicator(let id): .indicator(id)
    case .records(.stakeholder, _): .stakeholders(.init())
    case .records(.activity, _): .activity(nil)
    case .records(let kind, _): Destination(kind, "")
    case .rule(.table1), .rule(.implementation), .rule(.beforeSession): .activity(nil)
    case .rule(.table2): .launch(nil, activity: nil, slot: nil)
    case .rule(.officialLanguages): .list(.product, nil)
    case .rule(.communications), .rule(.engagement): .list(.focusGroup, nil)
    case .rule(.consultancy): .list(.budgetLine, nil)
    case .rule(.reviews): .list(.partnership, nil)
    }
  }
}
