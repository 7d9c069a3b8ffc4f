import Model
import Office
import Phrases
import Store
import Terminal

/// What paragraphs of the decision can ask for.
public enum Cited: Sendable {
  case record(RecordReference)
  /// A group of the indicators, or a description of one.
  case indicator(RecordID)

  /// What stands at a place; nil for one that no paragraph could ask for.
  init?(_ destination: Destination?) {
    switch destination {
    case .activity(let id?): self = .record(RecordReference(.activity, id))
    case .indicator(let id?): self = .indicator(id)
    case .list(let kind, let id?): self = .record(RecordReference(kind, id))
    case .stakeholder(let id), .log(let id): self = .record(RecordReference(.stakeholder, id))
    case .event(let id): self = .record(RecordReference(.event, id))
    case .launch(let launch?, let activity?, let slot?):
      self = .record(
        RecordReference(.launchCell, LaunchCell.id(launch: launch, activity: activity, slot: slot)))
    case .launch(let launch?, _, _): self = .record(RecordReference(.launch, launch))
    default: return nil
    }
  }
}

/// The paragraphs of the decision that a record or an indicator helps to meet, with how far each has come.
struct CitationsSheet: ListPane {
  static let name = "citations"
  static let title = PhraseKey.paneCitations
  static let commands: [Command<CitationsSheet>] =
    [
      Command("citations.open", .commandOpen, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
        pane.selected.map { [.present(ParagraphSheet($0))] } ?? []
      }
    ] + moves

  private let of: Cited
  private var record: (any Record)?
  private var trace: MandateTrace?
  var list = RowList<MandateTrace.Row>()
  let nothing = Phrase(.citationsNone)

  init(of cited: Cited) { of = cited }

  var placement: Placement { .sheet(rows: 14) }

  func heading(_ look: Look) -> [Span] {
    switch of {
    case .record(let one): return [Span(" · \(look.name(of: one))", .quiet)]
    case .indicator(let id):
      let decision = Decision.adopted
      let label =
        decision.description(id)?.label ?? decision.indicators.first { $0.id == id }?.label
      return [Span(" · \(id) \(label?.text(in: look.language) ?? "")", .quiet)]
    }
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    var asked: [Ask<Self>] = []
    if case .record(let one) = of {
      asked.append(
        Ask(ReferredRecords([one])) { pane, found in
          // What the decision names is there before anybody has stored anything of it.
          pane.record = found[one] ?? one.kind.type.init(id: one.id)
          pane.gather()
        })
    }
    return asked + [
      Ask(MandateTraceOn(look.asOf), .beside) { pane, trace in
        pane.trace = trace
        pane.gather()
      }
    ]
  }

  private mutating func gather() {
    guard let trace else { return }
    let paragraphs: [MandateParagraph]
    switch of {
    case .record:
      guard let record else { return }
      paragraphs = Mandate.adopted.paragraphs(of: record)
    case .indicator(let id): paragraphs = Mandate.adopted.paragraphs(ofIndicator: id)
    }
    let cited = Set(paragraphs.map(\.id))
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
      "record.mandate", .commandCitations, ["#"],
      when: { $0.isAtPane || $0.subject != nil || $0.top is AlarmsPane },
      unless: { shell, look in shell.top.cited(look) == nil ? Phrase(.citationsNoSubject) : nil }
    ) { shell, look in
      shell.top.cited(look).map { [.present(CitationsSheet(of: $0))] } ?? []
    }
  ]
}
