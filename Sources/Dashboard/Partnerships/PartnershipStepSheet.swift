import Model
import Office
import Phrases
import Store
import Terminal

/// Where a partnership can go from where it stands, and what keeps it from there.
struct PartnershipStepSheet: ListPane {
  static let name = "step"
  static let title = PhraseKey.commandNextStep

  struct Row: Identifiable, Sendable {
    let state: PartnershipState
    let lacks: [PartnershipLack]
    var id: PartnershipState { state }
  }

  private var seen: Partnership
  /// What the options take with all that is missing for them.
  private var rows = 10
  var list: RowList<Row>
  let nothing = Phrase(.nothingSelected)

  init(_ partnership: Partnership) {
    seen = partnership
    list = RowList(Self.rows(partnership))
  }

  private static func rows(_ one: Partnership) -> [Row] {
    PartnershipMachine(one).options.map { Row(state: $0.state, lacks: $0.lacks) }
  }

  var placement: Placement { .sheet(rows: rows) }

  func heading(_ look: Look) -> [Span] { [Span(" · \(look.title(of: seen))", .quiet)] }

  mutating func fit(to size: Size, look: Look) {
    let (head, table) = (head(look, columns: size.columns), table(look, columns: size.columns))
    rows = head.count + table.lines(of: list.rows ?? [], 0, list.count - 1) + 1
    list.fit(to: size.rows - head.count, as: table)
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(RecordByID<Partnership>(seen.id)) { sheet, one in
        guard let one else { return }
        sheet.seen = one
        sheet.list.take(Self.rows(one))
      }
    ]
  }

  static let commands: [Command<PartnershipStepSheet>] =
    [
      Command(
        "step.take", .commandTakeStep, ["Enter", "Space"], rank: 1, needs: .edit,
        unless: { sheet, look in
          guard let row = sheet.selected else { return Phrase(.nothingSelected) }
          if let lack = row.lacks.first { return PartnershipWords.phrase(lack) }
          let machine = PartnershipMachine(sheet.seen)
          let isTwice = machine.approvals.contains { Folding.folded($0.who) == Folding.folded(look.who) }
          return machine.isApproval(row.state) && isTwice
            ? PartnershipWords.phrase(.secondPerson(look.who)) : nil
        }
      ) { sheet, look in
        sheet.selected.map { [.close, .present(Self.lines(sheet.seen, to: $0.state, look))] } ?? []
      }
    ] + moves

  /// When it was done, with the number of the decision or the meeting, and why.
  private static func lines(_ one: Partnership, to state: PartnershipState, _ look: Look) -> LinesSheet {
    let lines = [
      LinesSheet.Line(label: Phrase(label: "part", "day"), entry: .day, text: look.recordingDay.description),
      LinesSheet.Line(
        label: Phrase(label: "part", "number"), entry: .line,
        // The second person confirms what the first one wrote.
        text: PartnershipMachine(one).approvals.last?.number ?? "", hint: .ptNumberHint),
      LinesSheet.Line(label: Phrase(label: "part", "reason"), entry: .line),
    ]
    return LinesSheet(.commandTakeStep, lines) { texts in
      guard let day = Day(texts[0]) else { return .problem(line: 0, Phrase(.problemDay, .text(texts[0]))) }
      let machine = PartnershipMachine(one)
      do throws(FieldProblem) {
        _ = try machine.taking(
          state, on: day, number: texts[1], by: look.who, reason: texts[2], asOf: look.today)
      } catch {
        switch error {
        case .partnership(.before), .tooLate: return .problem(line: 0, Phrase(error))
        default: return .problem(line: 1, Phrase(error))
        }
      }
      if state == .amended {
        return .effects([
          .close, .present(amendment(of: one, day: day, number: texts[1], reason: texts[2])),
          .announce(Phrase(.ptAmending)),
        ])
      }
      let word = Phrase.Argument.phrase(Phrase(label: "partnership_state", state.rawValue))
      let news = Effect.announce(Phrase(.labelled, .text(look.title(of: one)), word))
      let change = AdvancePartnership(
        one, .step(state, day: day, number: texts[1], reason: texts[2]))
      // What an approval came to the store says: words that were given for something else do not count.
      return .effects([.apply(change, closing: true, then: machine.isApproval(state) ? [] : [news])])
    }
  }

  /// The form of what the parties agree instead: it is saved with the step, as one change.
  private static func amendment(
    of one: Partnership, day: Day, number: String, reason: String
  ) -> RecordForm<Partnership> {
    RecordForm(one, at: "deliverables") { base, edited in
      AdvancePartnership(
        one, .amendment(base: base, edited: edited, day: day, number: number, reason: reason))
    }
  }

  // MARK: Drawing

  func head(_ look: Look, columns: Int) -> [[Span]] {
    let words = PartnershipWords(seen, look: look)
    return [[words.state, Span("  \(words.route)", .quiet)]]
  }

  func table(_ look: Look, columns: Int) -> ListTable<Row> {
    ListTable(
      columns: [
        .init("", 26) { row in
          row.lacks.isEmpty ? row.state.said(look) : Mark.blocked.said(row.state.word(look))
        },
        .init("", 0) { row in
          let isSecond = row.lacks.isEmpty && PartnershipMachine(seen).isApproval(row.state)
          return isSecond ? Span(look.say(.ptTakesTwo), .quiet) : Span("")
        },
      ], margin: 2,
      below: { row in
        row.lacks.flatMap { Wrapping.lines(look.say(PartnershipWords.phrase($0)), columns: columns - 8) }
          .map { [Span("  \($0)", .due)] }
      })
  }
}
