import Model
import Office
import Phrases
import Store
import Terminal

/// The trace to the mandate: every paragraph of the decision that asks somebody for something, in the order of the text,
/// what covers it and what is missing.
struct TracePane: SearchedListPane {
  static let name = "trace"
  static let title = PhraseKey.paneTrace

  private var trace: MandateTrace?
  private var showsGapsOnly = false
  /// Whose paragraphs are shown; everybody's where nil.
  private var actor: MandateActor?
  var search = WordSearch()
  /// Of the decision as adopted and in the language that is read.
  private var texts = FoldedTexts()
  private var language = ""
  var list = RowList<MandateTrace.Row>()
  let nothing = Phrase(.traceNone)

  func heading(_ look: Look) -> [Span] {
    guard let trace else { return [] }
    let who = actor.map { look.word("mandate_actor", $0.rawValue) + " · " } ?? ""
    let rows = actor.map(trace.rows(of:)) ?? trace.rows
    let gaps = look.say(.traceGaps, .number(rows.count(where: \.isGap)), .number(rows.count))
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
  mutating func narrow() {
    let language = language
    let found = texts.holding(search.words, trace?.rows ?? [], version: { _ in 0 }) { row in
      [row.paragraph.citation, row.paragraph.missing].compactMap { $0?.text(in: language) }
        + [row.paragraph.text.adopted, row.paragraph.text.text(in: language)]
    }
    let rows = (trace?.rows ?? []).filter { row in
      (!showsGapsOnly || row.isGap) && (actor.map(row.paragraph.who.contains) ?? true)
        && found?.contains(row.id) ?? true
    }
    list.take(rows)
  }

  mutating func fit(to size: Size, look: Look) {
    if language != look.language {
      (language, texts) = (look.language, FoldedTexts())
      if trace != nil { narrow() }
    }
    list.fit(to: size.rows - searchRows, as: table(look, columns: size.columns))
  }

  static let commands: [Command<TracePane>] = searching(actions) + moves

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
    Self.table(look, columns: columns, showsActors: Size(columns: columns, rows: 0).isWide)
  }

  /// Paragraphs of the decision, wherever they are listed.
  static func table(_ look: Look, columns: Int, showsActors: Bool) -> ListTable<MandateTrace.Row> {
    let who: [ListTable<MandateTrace.Row>.Column] =
      showsActors ? [.init(look.say(.traceWho), 32) { Span($0.paragraph.actors(look), .quiet) }] : []
    return ListTable(
      columns: [
        .init(look.say(.traceParagraph), look.language == "zh" ? 25 : 14) {
          Span($0.paragraph.citation(look))
        },
        .init(look.word("field", "state"), 13) { $0.state.said(look) }.growing,
      ] + who + [
        .init(look.say(.traceText), 0) { row in
          Span(row.paragraph.text.text(in: look.language).split(separator: "\n").joined(separator: " "))
        }
      ])
  }

  static let legend: [LegendLine] = MandateState.allCases.map { state in
    LegendLine(state.mark.span, "mandate_state", state.rawValue)
  }

  func status(_ look: Look) -> [Span] {
    guard let row = selected else { return [] }
    let covers = row.parts.map { $0.cover.words(look) }.joined(separator: " · ")
    let words = covers.isEmpty ? look.word("mandate_state", MandateState.uncovered.rawValue) : covers
    return [Span(look.dotted([row.paragraph.actors(look), words]), .quiet)]
  }
}
