import Model
import Office
import Phrases
import Store
import Terminal

/// The paragraphs of the decision that a record helps to meet, with how far each has come.
struct CitationsSheet: ListPane {
  static let name = "citations"
  static let title = PhraseKey.paneCitations
  static let commands: [Command<CitationsSheet>] =
    [
      Command("citations.open", .commandOpen, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
        pane.selected.map { [.present(ParagraphSheet($0))] } ?? []
      }
    ] + moves

  let of: RecordReference
  private var record: (any Record)?
  private var trace: MandateTrace?
  var list = RowList<MandateTrace.Row>()
  let nothing = Phrase(.citationsNone)

  init(of record: RecordReference) { of = record }

  var placement: Placement { .sheet(rows: 14) }

  func heading(_ look: Look) -> [Span] { [Span(" · \(look.name(of: of))", .quiet)] }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(ReferredRecords([of])) { pane, found in
        // What the decision names is there before anybody has stored anything of it.
        pane.record = found[pane.of] ?? pane.of.kind.type.init(id: pane.of.id)
        pane.gather()
      },
      Ask(MandateTraceOn(look.asOf), .beside) { pane, trace in
        pane.trace = trace
        pane.gather()
      },
    ]
  }

  private mutating func gather() {
    guard let record, let trace else { return }
    let cited = Set(Mandate.adopted.paragraphs(of: record).map(\.id))
    list.take(trace.rows.filter { cited.contains($0.id) })
  }

  func table(_ look: Look, columns: Int) -> ListTable<MandateTrace.Row> {
    TracePane.table(look, columns: columns, showsActors: false)
  }

  func status(_ look: Look) -> [Span] { selected.map { [Span($0.paragraph.actors(look), .quiet)] } ?? [] }
}

extension Shell {
  static let mandateCommands: [Command<Shell>] = [
    Command(
      "record.mandate", .commandCitations, ["#"], when: { $0.isAtPane || $0.subject != nil },
      unless: lacking(\.subject)
    ) { shell, _ in
      shell.subject.map { [.present(CitationsSheet(of: $0))] } ?? []
    }
  ]
}
