import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// What a form or a file of responses would bring, line by line, before anything is written.
struct IntakePane: Pane {
  static let name = "intake"
  static let title = PhraseKey.paneImport

  private enum Work: Sendable {
    case form(SurveyForms.Plan)
    case responses(ResponsePreviewErrand.Outcome)
  }

  private var work: Work
  private var lines: [SurveyReport.Line] = []
  private var sum = ""
  private var selection = Selection()
  private var isDone = false

  init(_ plan: SurveyForms.Plan) { work = .form(plan) }
  init(_ outcome: ResponsePreviewErrand.Outcome) { work = .responses(outcome) }

  private var canTurn: Bool {
    if case .responses(let outcome) = work { !isDone && !outcome.survey.groups.isEmpty } else { false }
  }

  private static func nothing(_ pane: Self, _ look: Look) -> Phrase? {
    switch pane.work {
    case .form(let plan):
      return plan.isRefused ? SurveyForms.refused : plan.isNothingNew ? Phrase(.importNoneNew) : nil
    case .responses(let outcome):
      return outcome.summary.new + outcome.summary.changed == 0 ? Phrase(.importNoneNew) : nil
    }
  }

  static let commands: [Command<IntakePane>] =
    actions + moves(in: \.selection, also: [.pageDown: ["Space"]])

  private static let actions: [Command<IntakePane>] = [
    Command(
      "intake.write", .commandWrite, ["Ctrl-S", "F2"], rank: 1, when: { !$0.isDone }, needs: .edit,
      unless: nothing
    ) { pane, _ in
      switch pane.work {
      case .form(let plan): [.apply(plan.change)]
      case .responses(let outcome): [.errand(ResponseWriteErrand(job: outcome.job))]
      }
    },
    Command("intake.group", .commandGroup, ["w"], rank: 2, when: \.canTurn) { pane, _ in pane.turnGroup() },
    Command("intake.close", .commandBack, ["Enter", "Esc"], rank: 1, when: \.isDone) { _, _ in [.close] },
    Command("intake.undo", .commandUndo, ["u"], rank: 2, when: \.isDone) { _, _ in [.close, .undo] },
  ]

  /// Reads the file again as that of the next invited group.
  private func turnGroup() -> [Effect] {
    guard case .responses(let outcome) = work else { return [] }
    let codes = [""] + outcome.survey.groups.map(\.code)
    let at = codes.firstIndex(of: outcome.options.group) ?? 0
    var options = outcome.options
    options.group = codes[(at + 1) % codes.count]
    return [
      .errand(
        ResponsePreviewErrand(
          survey: outcome.survey, path: outcome.job.name, file: outcome.file, options: options))
    ]
  }

  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] {
    if let outcome = outcome as? ResponsePreviewErrand.Outcome { work = .responses(outcome) }
    if let summary = outcome as? ResponseSummary {
      isDone = true
      if case .responses(let outcome) = work {
        sum = SurveyReport(summary, outcome.job, file: "", look.phrases).sum
      }
    }
    return []
  }

  mutating func applied(_ written: Written, look: Look) -> [Effect] {
    isDone = true
    return [.announce(Phrase(.importWritten))]
  }

  mutating func fit(to size: Size, look: Look) {
    let report =
      switch work {
      case .form(let plan): SurveyReport(plan, look.phrases)
      case .responses(let outcome): SurveyReport(outcome.summary, outcome.job, file: "", look.phrases)
      }
    lines = report.lines.flatMap { line in
      Wrapping.lines(line.text, columns: max(10, size.columns - 5)).map {
        .init(text: $0, isProblem: line.isProblem)
      }
    }
    if !isDone { sum = report.sum }
    selection.fit(count: lines.count, height: max(1, size.rows - 2))
  }

  // MARK: Drawing

  func heading(_ look: Look) -> [Span] {
    switch work {
    case .form(let plan): return [Span(" › \(plan.name)")]
    case .responses(let outcome):
      let group = outcome.survey.groups.first { $0.code == outcome.options.group }
      let name = group.map { $0.name.isEmpty ? $0.code : $0.name }
      return [Span(" › \(outcome.job.name)"), Span(name.map { " · \($0)" } ?? "", .match)]
    }
  }

  func aside(_ look: Look) -> [Span] { isDone ? [] : [Span(look.say(.importNotYet), .quiet)] }

  func status(_ look: Look) -> [Span] { [Span(sum, .quiet)] }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    canvas.lines([[Span(isDone ? look.say(.importWritten) : sum, .title)]], in: area)
    let table = ListTable<SurveyReport.Line>(
      columns: [.init("", 0) { Span($0.text, $0.isProblem ? .problem : .text) }], margin: 2)
    table.draw(lines, selection, on: &canvas, in: area.inset(top: 2), hasCursor: true)
  }
}
