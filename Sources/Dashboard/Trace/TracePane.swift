import Model
import Office
import Phrases
import Store
import Terminal

/// The trace to the mandate: every paragraph of the decision that asks somebody for something, in the order of the text,
/// what covers it and what is missing.
struct TracePane: ListPane {
  static let name = "trace"
  static let title = PhraseKey.paneTrace

  private var trace: MandateTrace?
  private var showsGapsOnly = false
  /// Whose paragraphs are shown; everybody's where nil.
  private var actor: MandateActor?
  var list = RowList<MandateTrace.Row>()
  let nothing = Phrase(.traceNone)

  func heading(_ look: Look) -> [Span] {
    guard let trace else { return [] }
    let who = actor.map { look.word("mandate_actor", $0.rawValue) + " · " } ?? ""
    let gaps = look.say(.traceGaps, .number(trace.rows.count(where: \.isGap)), .number(trace.rows.count))
    return [Span(" · \(who)\(gaps)", .quiet)]
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(MandateTraceOn(look.asOf), .beside) { pane, trace in
        pane.trace = trace
        pane.narrow()
      }
    ]
  }

  /// Shows what was asked for, with the cursor on its paragraph where that is still there.
  private mutating func narrow() {
    let rows = (trace?.rows ?? []).filter { row in
      (!showsGapsOnly || row.isGap) && (actor.map(row.paragraph.who.contains) ?? true)
    }
    list.take(rows)
  }

  static let commands: [Command<TracePane>] = actions + moves

  private static let actions: [Command<TracePane>] = [
    Command("trace.open", .commandOpen, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
      pane.selected.map { [.present(ParagraphSheet($0))] } ?? []
    },
    Command("trace.gaps", .commandGapsOnly, ["o"], rank: 2) { pane, _ in
      pane.showsGapsOnly.toggle()
      pane.narrow()
      return []
    },
    Command("trace.objectives", .commandObjectives, ["b"], rank: 4) { _, _ in [.present(ObjectivesPane())] },
    Command("trace.actor", .commandNextActor, ["w"], rank: 3) { pane, _ in
      // Each in turn, and then everybody's again.
      let asked = MandateActor.allCases.filter { pane.trace?.rows(of: $0).isEmpty == false }
      let place = pane.actor.flatMap(asked.firstIndex(of:)).map { $0 + 1 } ?? 0
      pane.actor = asked.indices.contains(place) ? asked[place] : nil
      pane.narrow()
      return []
    },
  ]

  func table(_ look: Look, columns: Int) -> ListTable<MandateTrace.Row> {
    let isWide = Size(columns: columns, rows: 0).isWide
    let who: [ListTable<MandateTrace.Row>.Column] =
      isWide ? [.init(look.say(.traceWho), 32) { Span($0.paragraph.actors(look), .quiet) }] : []
    return ListTable(
      columns: [
        .init(look.say(.traceParagraph), look.language == "zh" ? 25 : 14) {
          Span($0.paragraph.citation(look))
        },
        .init(look.word("field", "state"), 13) { $0.state.said(look) },
      ] + who + [
        .init(look.say(.traceText), 0) { row in
          Span(row.paragraph.text.text(in: look.language).split(separator: "\n").joined(separator: " "))
        }
      ])
  }

  func status(_ look: Look) -> [Span] {
    guard let row = selected else { return [] }
    let covers = row.parts.map { $0.cover.words(look) }.joined(separator: " · ")
    let words = covers.isEmpty ? look.word("mandate_state", MandateState.uncovered.rawValue) : covers
    return [Span(look.dotted([row.paragraph.actors(look), words]), .quiet)]
  }
}

/// A paragraph in full: in the words of the decision, who is to do it, and what covers it; each cover can be gone to.
struct ParagraphSheet: ListPane {
  static let name = "paragraph"
  static let title = PhraseKey.paneParagraph

  struct Row: Identifiable, Sendable {
    let part: MandateTrace.Part
    var id: MandateCover { part.cover }
  }

  private let row: MandateTrace.Row
  var list: RowList<Row>
  let nothing = Phrase(.traceUncovered)

  init(_ row: MandateTrace.Row) {
    self.row = row
    list = RowList(row.parts.map(Row.init))
  }

  var placement: Placement { .sheet(rows: 18) }

  func heading(_ look: Look) -> [Span] { [Span(" · \(row.paragraph.citation(look))", .quiet)] }

  static let commands: [Command<ParagraphSheet>] =
    [
      Command("paragraph.go", .commandGoThere, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
        pane.selected.map { [.close, .go($0.part.cover.destination)] } ?? []
      }
    ] + moves

  func head(_ look: Look, columns: Int) -> [[Span]] {
    func lines(_ text: String, _ ink: Ink = .text) -> [[Span]] {
      text.split(separator: "\n").flatMap { line in
        Wrapping.lines(String(line), columns: max(20, columns - 4), atMost: 5).map { [Span($0, ink)] }
      }
    }
    let text = row.paragraph.text
    let isTranslation = AdoptedText.isTranslation(in: look.language)
    return lines(row.paragraph.actors(look), .heading) + lines(text.adopted)
      + (isTranslation ? lines(look.say(.traceTranslation, .text(text.translation)), .quiet) : [])
      + (row.paragraph.missing.map {
        lines(look.say(.traceMissing, .text($0.text(in: look.language))), .due)
      } ?? []) + [[]]
  }

  func table(_ look: Look, columns: Int) -> ListTable<Row> {
    ListTable(
      columns: [
        .init("", 13) { $0.part.state.said(look) },
        .init("", columns / 2) { Span($0.part.cover.words(look)) },
        .init("", 0) { Span($0.part.counts(look), .quiet) },
      ], margin: 2)
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
    }
  }
}
