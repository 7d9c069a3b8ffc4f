import Model
import Office
import Phrases
import Store
import Terminal

/// What a survey found: a question a line, the one under the cursor beside it where there is room.
struct ResultsPane: SurveyReading {
  static let name = "results"
  static let title = PhraseKey.paneResults
  static let legend: [LegendLine] = [
    LegendLine(Span("▁▅█", .bar), .legendSpark), LegendLine(Span("·", .bar), .legendNobody),
    LegendLine(Span(ResultWords.hidden, .bar), .legendTooFew),
  ]

  let survey: RecordID
  var desk = SurveyDesk()
  private var selection = Selection()
  /// The language of the questions; nil for that of the program.
  private var language: String?
  private var size = Size(columns: 80, rows: 19)

  init(_ survey: RecordID) { self.survey = survey }

  private var results: SurveyResults? { desk.results[survey] }
  /// What is known of every response has lines too, below the questions.
  private var rows: [SurveyResults.Result] { results?.results ?? [] }
  var result: SurveyResults.Result? {
    rows.indices.contains(selection.index) ? rows[selection.index] : nil
  }

  private func words(_ look: Look) -> ResultWords? {
    desk.survey(survey).map { ResultWords($0, look: look, language: language) }
  }

  func asks(_ look: Look) -> [Ask<Self>] { asks(for: [survey]) }

  // MARK: Commands

  private func sheet(_ content: SurveySheet.Content) -> [Effect] {
    var sheet = SurveySheet(survey, content, language: language)
    sheet.desk = desk
    return [.present(sheet)]
  }

  static let commands: [Command<ResultsPane>] =
    [
      Command("results.open", .commandOpen, ["Enter"], rank: 1, unless: lacking(\.result)) { pane, _ in
        pane.result.map { pane.sheet(.question($0.variable)) } ?? []
      },
      Command("results.cross", .commandCross, ["c"], rank: 2, unless: crossObstacle) { pane, look in
        guard let result = pane.result, let words = pane.words(look) else { return [] }
        let (rows, copy) = (result.variable, pane)
        let others = pane.rows.map(\.item).filter { $0.variable != rows && $0.form != .open }
        return [
          .present(
            VariablePicker(others.map { .init(id: $0.variable, words: words.short($0)) }) {
              [.close] + copy.sheet(.cross(rows: rows, columns: $0))
            })
        ]
      },
      Command("results.waves", .commandWaves, ["w"], rank: 3, unless: lacking(\.result)) { pane, _ in
        pane.sheet(.waves(pane.result?.variable))
      },
      Command("results.rates", .commandRates, ["r"], rank: 4, unless: lacking(\.result)) { pane, _ in
        pane.sheet(.rates)
      },
      Command("results.actions", .commandMatched, ["m"], rank: 5, unless: lacking(\.result)) { pane, _ in
        pane.sheet(.actions)
      },
      .moving("results.language", .commandTurnLanguage, ["t"], rank: 6) { $0.turnLanguage() },
    ] + moves { $0.selection.move($1) }

  private static func crossObstacle(_ pane: Self, _ look: Look) -> Phrase? {
    pane.result?.item.form == .open ? Phrase(.resWordsNoTable) : lacking(\.result)(pane, look)
  }

  private mutating func turnLanguage() {
    let all = desk.survey(survey)?.languages ?? []
    guard !all.isEmpty else { return }
    let at = language.flatMap(all.firstIndex) ?? -1
    language = all[(at + 1) % all.count]
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    selection.fit(count: rows.count, height: max(1, size.rows - 1))
  }

  // MARK: Drawing

  func heading(_ look: Look) -> [Span] {
    desk.survey(survey).map { [Span(" › \($0.title)")] } ?? []
  }

  func aside(_ look: Look) -> [Span] {
    if let percent = desk.percent(survey) {
      return [Span(look.say(.resCounting, .number(percent)), .underWay)]
    }
    return [Span(look.say(.resResponses, .number(results?.responses ?? 0)), .quiet)]
  }

  func status(_ look: Look) -> [Span] {
    guard let results else { return [Span(look.say(.working), .quiet)] }
    if results.responses == 0 { return [Span(look.say(.resNothing), .quiet)] }
    if results.survey.state == .open, results.suppression.threshold > 0 {
      return [Span(look.say(.resStillOpen), .due)]
    }
    guard let result, let words = words(look) else { return [] }
    return [Span(words.title(result.item), .quiet)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let words = words(look), let results else {
      return canvas.page([[Span("…", .quiet)]], in: area)
    }
    let list = area.split(left: size.listColumns).left
    table(words, columns: list.columns).draw(rows, selection, on: &canvas, in: list, hasCursor: true)
    guard size.isWide, let result else { return }
    let side = area.inset(left: size.sideColumn + 1, right: 1)
    ResultLines(results, words, columns: side.columns).lines(of: result).draw(on: &canvas, in: side)
  }

  private func table(_ words: ResultWords, columns: Int) -> ListTable<SurveyResults.Result> {
    let look = words.look
    return ListTable(columns: [
      .init(look.word("field", "question"), 0) { result in
        Span(words.short(result.item), result.variable.questionID == nil ? .quiet : .text)
      },
      .init("", 10) { Span(spark($0), .bar) },
      .init(look.say(.resMost), columns >= 76 ? 20 : 12, text: { top($0, words) }),
      .init("n", 8, aligned: .trailing, text: { look.phrases.number($0.answered) }),
      .init(look.say(.resMissing), 8, aligned: .trailing) { Span(look.phrases.number($0.missing), .quiet) },
    ])
  }

  /// A column for each answer, in their order; what is hidden is an `x`.
  private func spark(_ result: SurveyResults.Result) -> String {
    let bars = Array(Bars.sparkline(result.lines.map { $0.count ?? 0 }))
    return zip(bars, result.lines).prefix(10).map { $1.count == nil ? ResultWords.hidden : String($0) }
      .joined()
  }

  /// The answer that most gave, or the mean of a scale.
  private func top(_ result: SurveyResults.Result, _ words: ResultWords) -> String {
    if let mean = result.mean { return "⌀ \(words.decimal(mean))" }
    let shown = result.lines.filter { ($0.count ?? 0) > 0 }
    guard let line = shown.max(by: { ($0.count ?? 0) < ($1.count ?? 0) }) else { return "" }
    return "\(words.percent(result.percent(line))) \(words.choice(line.choice, of: result.item))"
  }
}
