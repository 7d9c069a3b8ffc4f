import Model
import Office
import Phrases
import Store
import Terminal

/// The objectives of communications and of engagement and the four functions of the Platform: what is planned for each,
/// what was done, what shows it, and what is empty.
struct ObjectivesPane: ListPane {
  static let name = "objectives"
  static let title = PhraseKey.paneObjectives

  private var book: AimBook?
  private var showsGapsOnly = false
  var list = RowList<AimBook.Row>()
  let nothing = Phrase(.aimNoGaps)

  func heading(_ look: Look) -> [Span] {
    guard let book else { return [] }
    let whole = book.rows.count { $0.gaps.isEmpty }
    let bare = book.rows.count { $0.items.isEmpty }
    return [
      Span(" · " + look.say(.aimFigures, .number(whole), .number(book.rows.count), .number(bare)), .quiet)
    ]
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(AimBookOn(look.asOf), .beside) { pane, book in
        pane.book = book
        pane.narrow()
      }
    ]
  }

  private mutating func narrow() {
    list.take((book?.rows ?? []).filter { !showsGapsOnly || !$0.gaps.isEmpty })
  }

  static let commands: [Command<ObjectivesPane>] =
    [
      Command("objectives.open", .commandOpen, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
        pane.selected.map { [.present(ObjectiveSheet($0))] } ?? []
      },
      Command("objectives.gaps", .commandGapsOnly, ["o"], rank: 2) { pane, _ in
        pane.showsGapsOnly.toggle()
        pane.narrow()
        return []
      },
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<AimBook.Row> {
    let width = Size.isWide(columns) ? 16 : 11
    var table = ListTable<AimBook.Row>(
      columns: [.init(look.say(.aimHeading), 0) { Span($0.aim.word(look)) }]
        + AimBook.Part.allCases.map { part in .init(part.word(look), width) { $0.count(part, look) } })
    table.above = { row, before in
      let group = row.aim.group(look)
      return before?.aim.group(look) == group ? [] : [[Span(group, .heading)]]
    }
    return table
  }

  func status(_ look: Look) -> [Span] {
    selected.map { [Span($0.aim.text.text(in: look.language), .quiet)] } ?? []
  }
}

/// An objective in the words of the decision, with the records that serve it; each can be gone to.
struct ObjectiveSheet: ListPane {
  static let name = "objective"
  static let title = PhraseKey.paneObjective

  private let row: AimBook.Row
  var list: RowList<AimBook.Item>
  let nothing = Phrase(.aimEmpty)

  init(_ row: AimBook.Row) {
    self.row = row
    list = RowList(row.items)
  }

  var placement: Placement { .sheet(rows: 18) }
  var subject: RecordReference? { selected?.record }

  func heading(_ look: Look) -> [Span] {
    [Span(" · \(row.aim.citation.text(in: look.language))", .quiet)]
  }

  static let commands: [Command<ObjectiveSheet>] =
    [
      Command("objective.go", .commandGoThere, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
        // The list of objectives lies over the pane that is gone to.
        pane.selected.map { [.close, .close, .go(Destination($0.record.kind, $0.record.id))] } ?? []
      }
    ] + moves

  func head(_ look: Look, columns: Int) -> [[Span]] {
    func lines(_ text: String, _ ink: Ink = .text) -> [[Span]] {
      Wrapping.lines(text, columns: max(20, columns - 4), atMost: 5).map { [Span($0, ink)] }
    }
    let texts = row.aim.text.paragraphs(look).flatMap { lines($0.text, $0.isAdopted ? .text : .quiet) }
    let empty = row.gaps.map { $0.word(look) }
    return texts
      + (empty.isEmpty ? [] : lines(look.say(.aimGaps, .text(look.list(empty))), .due)) + [[]]
  }

  func table(_ look: Look, columns: Int) -> ListTable<AimBook.Item> {
    var table = ListTable<AimBook.Item>(
      columns: [
        .init("", 0) { Span(look.name(of: $0.record)) },
        .init("", min(28, columns / 3)) {
          Span(look.say(Phrase($0.record.kind.shown.form)), .quiet)
        },
      ], margin: 2)
    table.above = { item, before in
      before?.part == item.part ? [] : [[Span(item.part.word(look), .heading)]]
    }
    return table
  }
}
