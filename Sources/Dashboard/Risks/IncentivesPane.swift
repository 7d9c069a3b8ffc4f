import Model
import Office
import Phrases
import Store
import Terminal

/// What makes people take part and what keeps them away (annex II, paragraphs 16 and 17): what is recorded of
/// stakeholders at the left, what they answered at the right, each by how often.
struct IncentivesPane: ListPane {
  static let name = "incentives"
  static let title = PhraseKey.paneIncentives

  /// The places of both lists: what stands beside each other is only as often said, not the same.
  struct Row: Identifiable, Sendable {
    let dimension: Dimension
    let place: Int
    let recorded: (code: String, count: Int)?
    let asked: SurveyResults.Line?

    var id: String { "\(dimension.rawValue) \(place)" }
  }

  private var book: IncentiveBook?
  var list = RowList<Row>()
  let nothing = Phrase(.working)

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(IncentiveBookOn(look.asOf), .rest) { pane, book in
        pane.book = book
        pane.list.take([book.incentives, book.disincentives].flatMap(Self.rows))
      }
    ]
  }

  private static func rows(_ side: IncentiveBook.Side) -> [Row] {
    let asked = side.asked?.lines ?? []
    return (0..<max(side.recorded.count, asked.count)).map { place in
      Row(
        dimension: side.dimension, place: place,
        recorded: side.recorded.indices.contains(place) ? side.recorded[place] : nil,
        asked: asked.indices.contains(place) ? asked[place] : nil)
    }
  }

  private func side(_ row: Row) -> IncentiveBook.Side? {
    row.dimension == .incentives ? book?.incentives : book?.disincentives
  }

  static let commands: [Command<IncentivesPane>] =
    [
      Command(
        "incentives.people", .commandRecords, ["Enter"], rank: 1,
        unless: lacking { $0.selected?.recorded?.code }
      ) { pane, _ in
        guard let row = pane.selected, let code = row.recorded?.code else { return [] }
        return [.close, .go(.stakeholders(StakeholderFilter(facets: [row.dimension: [code]])))]
      },
      Command(
        "incentives.survey", .commandSurveyOf, ["s"], rank: 2,
        unless: lacking({ pane in pane.selected.flatMap { pane.side($0)?.asked } }, .incentivesUnasked)
      ) { pane, _ in
        guard let asked = pane.selected.flatMap({ pane.side($0)?.asked }) else { return [] }
        return [.close, .go(Destination(asked.survey))]
      },
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<Row> {
    let half = (columns - 4) / 2
    var table = ListTable<Row>(columns: [
      .init(look.say(.incentivesRecorded), half - 7) { row in
        Span(row.recorded.map { FieldWords.word(row.dimension.rawValue, $0.code, look) } ?? "")
      },
      .init("", 6, aligned: .trailing) { row in
        Span(row.recorded.map { look.phrases.number($0.count) } ?? "", .quiet)
      },
      .init(look.say(.incentivesAsked), 0) { row in
        Span(row.asked.map { $0.choice.wording.text(in: look.language) } ?? "")
      },
      .init("", 6, aligned: .trailing) { row in
        Span(row.asked.map { $0.count.map(look.phrases.number) ?? look.say(.incentivesHidden) } ?? "", .quiet)
      },
    ])
    table.above = { row, before in
      guard before?.dimension != row.dimension else { return [] }
      let name = look.word("topic", row.dimension.rawValue)
      let citation = look.say(row.dimension == .incentives ? .incentivesCited : .disincentivesCited)
      let survey = side(row)?.asked.map {
        look.say(.incentivesSurvey, .text($0.survey.name), .number($0.answered))
      }
      return [[Span(look.dotted([name, citation, survey ?? look.say(.incentivesUnasked)]), .heading)]]
    }
    return table
  }
}
