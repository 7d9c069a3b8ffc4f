import Model
import Office
import Phrases
import Store
import Terminal

/// Something of a survey's results in full: a question, a table of two, waves, response rates, what is done, or what
/// people wrote.
struct SurveySheet: SurveyReading {
  static let name = "result"
  static let title = PhraseKey.paneResults

  enum Content: Sendable, Equatable {
    case question(SurveyVariable)
    case cross(rows: SurveyVariable, columns: SurveyVariable)
    case waves(SurveyVariable?)
    case rates, actions
    case words(RecordID)
  }

  let survey: RecordID
  private(set) var content: Content
  var desk = SurveyDesk()
  private let language: String?
  private var joint = SliceCount<JointTally>()
  private var said: [String]?
  private var asPercent = false
  private var left = 0
  private var page = TextPage()

  init(_ survey: RecordID, _ content: Content, language: String? = nil) {
    (self.survey, self.content, self.language) = (survey, content, language)
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    switch content {
    case .question, .rates, .actions: return asks(for: [survey])
    case .waves:
      let waves = desk.survey(survey).map { desk.waves(of: $0).map(\.id) } ?? []
      return asks(for: waves.isEmpty ? [survey] : Array(waves.suffix(4)))
    case .words(let question):
      return asks(for: [survey])
        + (showsWords ? [Ask(OpenAnswers(survey, question: question), .rest) { $0.said = $1 }] : [])
    case .cross(let rows, let columns):
      return asks(for: [])
        + joint.wanted.map { number in
          Ask(SurveyJointCounts(SurveySlice(survey, number: number), rows, columns), .beside) {
            $0.joint.take($1, at: number)
          }
        }
    }
  }

  // MARK: Commands

  private var isCross: Bool { if case .cross = content { true } else { false } }

  /// The question whose texts may be read.
  private var writtenQuestion: RecordID? {
    guard case .question(let variable) = content, let result = desk.results[survey]?[variable],
      desk.results[survey]?.showsWords(of: result) == true
    else { return nil }
    return variable.questionID
  }

  private var showsWords: Bool {
    guard case .words(let question) = content, let results = desk.results[survey],
      let result = results[.question(question)]
    else { return false }
    return results.showsWords(of: result)
  }

  static let commands: [Command<SurveySheet>] =
    [
      .moving("result.words", .commandReadWords, ["Enter"], rank: 1, when: { $0.writtenQuestion != nil }) {
        pane in
        if let question = pane.writtenQuestion { pane.content = .words(question) }
      },
      .moving("result.percent", .commandPercent, ["%", "p"], rank: 1, when: \.isCross) {
        $0.asPercent.toggle()
      },
      .moving("result.swap", .commandPivotSwap, ["t"], rank: 2, when: \.isCross) { $0.swap() },
      .moving("result.right", .commandRight, ["Right", "l"], rank: 3, when: \.isCross) { $0.left += 1 },
      .moving("result.left", .commandLeft, ["Left", "h"], when: \.isCross) { $0.left = max(0, $0.left - 1) },
    ] + moves(in: \.page, also: [.pageDown: ["Space"]])

  private mutating func swap() {
    guard case .cross(let rows, let columns) = content else { return }
    content = .cross(rows: columns, columns: rows)
    (joint, left, page) = (SliceCount(), 0, TextPage())
  }

  // MARK: Drawing

  func heading(_ look: Look) -> [Span] { desk.survey(survey).map { [Span(" › \($0.title)")] } ?? [] }

  func aside(_ look: Look) -> [Span] {
    let percent = isCross ? joint.percent : desk.percent(survey)
    return percent.map { [Span(look.say(.resCounting, .number($0)), .underWay)] } ?? []
  }

  mutating func fit(to size: Size, look: Look) {
    page.fit(made(look, columns: size.columns - 2), height: size.rows, look)
  }

  private mutating func made(_ look: Look, columns: Int) -> [[Span]] {
    guard let survey = desk.survey(survey) else { return [[Span("…", .quiet)]] }
    let words = ResultWords(survey, look: look, language: language)
    if case .cross(let rows, let others) = content {
      let items = survey.items(desk.bank)
      guard joint.isBegun, let row = items.first(where: { $0.variable == rows }),
        let column = items.first(where: { $0.variable == others })
      else { return [[Span("…", .quiet)]] }
      let cross = CrossLines(
        SurveyCross(survey, rows: row, columns: column, joint.total), of: survey, words, columns: columns)
      left = max(0, min(left, cross.columnCount - cross.room))
      return cross.lines(from: left, asPercent: asPercent)
    }
    guard let results = desk.results[survey.id] else { return [[Span("…", .quiet)]] }
    let report = ResultLines(results, words, columns: columns)
    switch content {
    case .question(let variable): return results[variable].map(report.lines) ?? []
    case .rates: return report.rates
    case .actions: return report.actions
    case .waves(let variable):
      let waves = desk.waves(of: survey).compactMap { desk.results[$0.id] }
      return WaveLines(waves, words, columns: columns).lines(of: variable)
    case .words:
      guard showsWords else { return report.wrapped(look.say(.resWordsHidden), .quiet) }
      return said?.flatMap { report.wrapped("– \($0)") } ?? [[Span("…", .quiet)]]
    case .cross: return []
    }
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) { page.draw(on: &canvas, in: area) }
}
