import Model
import Office
import Phrases
import Terminal

extension SurveysPane {
  /// Tabs and headings.
  static let headRows = 2

  func heading(_ look: Look) -> [Span] {
    guard section != .surveys, let survey = surveys.first(where: { $0.id == chosen }) else { return [] }
    return [Span(" · " + look.say(.surveyOfSurvey, .text(survey.title)), .match)]
  }

  func status(_ look: Look) -> [Span] {
    let words = SurveyWords(look: look)
    if let survey {
      guard let gap = gaps[survey.id]?.first else {
        return [Span(look.say(.surveyComplete, .text(survey.title)), .quiet)]
      }
      return [Span("! " + look.say(SurveyWords.phrase(gap)), .due)]
    }
    if let row { return [words.missing(row, in: Language.official[language])] }
    if let question { return [Span(question.wording.text(in: look.language), .quiet)] }
    return []
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    drawTabs(on: &canvas, in: area, look: look)
    let list = Rect(row: area.row + 1, column: area.column, rows: area.rows - 1, columns: listColumns)
    drawList(on: &canvas, in: list, look: look)
    guard isWide, section != .missing else { return }
    drawDetail(on: &canvas, in: area.inset(left: Shell.sideColumn(of: size.columns)), look: look)
  }

  private func drawTabs(on canvas: inout Canvas, in area: Rect, look: Look) {
    var column = area.column
    for section in SurveySection.allCases {
      let name = look.say(Phrase(section.tab))
      let isShown = section == self.section
      column += canvas.text(
        isShown ? "‹\(name)›" : " \(name) ", row: area.row, column: column,
        width: area.endColumn - column, ink: isShown ? .title : .quiet)
    }
    guard let search else { return }
    canvas.text("/", row: area.row, column: column + 1, ink: .key)
    let width = max(1, area.endColumn - column - 4)
    if isTyping {
      search.draw(on: &canvas, row: area.row, column: column + 3, width: width)
    } else {
      canvas.text(search.text, row: area.row, column: column + 3, width: width, ink: .entry)
    }
  }

  // MARK: The list

  private func drawList(on canvas: inout Canvas, in area: Rect, look: Look) {
    ListTable(columns: SurveyTable(pane: self, look: look).columns)
      .draw(rowCount, selection, on: &canvas, in: area, hasCursor: !isTyping)
    if rowCount == 0 { drawNothing(on: &canvas, in: area.inset(top: 1), look: look) }
  }

  private func drawNothing(on canvas: inout Canvas, in area: Rect, look: Look) {
    let key: PhraseKey =
      switch section {
      case _ where !isKnown: .working
      case _ where search != nil: .pressNotFound
      case .surveys: .surveyNone
      case .bank, .missing: .surveyNoQuestions
      }
    for (offset, line) in Wrapping.lines(look.say(Phrase(key)), columns: area.columns - 3).enumerated() {
      canvas.text(line, row: area.row + offset, column: area.column + 2, ink: .quiet, clip: area)
    }
    if !isTyping { canvas.cursor = Point(row: area.row, column: area.column) }
  }

  // MARK: The record beside it

  private func drawDetail(on canvas: inout Canvas, in area: Rect, look: Look) {
    func draw<R: Record>(_ record: R) {
      let editor = RecordEditor(record, mode: .view)
      canvas.text(
        record.title, row: area.row, column: area.column + 1, width: area.columns - 2, ink: .heading)
      let body = area.inset(top: 2)
      editor.drawWhole(on: &canvas, in: body, clip: body, look: look)
    }
    if let survey { draw(survey) } else if let question { draw(question) }
  }
}
