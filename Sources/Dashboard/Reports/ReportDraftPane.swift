import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// A report as it will read, paragraph by paragraph: a draft is edited here and released; what was released is read as
/// it went out.
struct ReportDraftPane: Pane {
  static let name = "report"
  static let title = PhraseKey.paneReports

  let id: RecordID
  private(set) var report: Report
  private(set) var facts: ReportFacts?
  private var problem: ReportProblem?
  private(set) var document: ReportDocument?
  /// The lines of each piece.
  private(set) var blocks: [[String]] = []
  private(set) var index = 0
  private(set) var top = 0
  private var size = Size(columns: 80, rows: 20)
  private var drawnColumns = 0

  init(_ report: Report) {
    (id, self.report) = (report.id, report)
    take(report)
  }

  var isDraft: Bool { report.state == .draft }
  var piece: ReportDocument.Piece? {
    document.flatMap { $0.pieces.indices.contains(index) ? $0.pieces[index] : nil }
  }

  func heading(_ look: Look) -> [Span] {
    [Span(" › \(report.title)"), Span(" · " + look.word("report_state", report.state.rawValue), .quiet)]
  }

  // MARK: Answers

  func asks(_ look: Look) -> [Ask<Self>] {
    let kept = Ask<Self>(RecordByID<Report>(id)) { pane, report in
      if let report { pane.take(report) }
    }
    guard isDraft, let question = try? ReportPaper.question(report) else { return [kept] }
    return [
      kept,
      Ask(question, .rest) { pane, facts in
        pane.facts = facts
        pane.compose()
      },
    ]
  }

  private mutating func take(_ report: Report) {
    let isSame = report == self.report && document != nil
    self.report = report
    if report.state == .released, !isSame {
      do throws(ReportProblem) { facts = try ReportPaper.frozen(report) } catch { problem = error }
    }
    if !isSame { compose() }
  }

  private mutating func compose() {
    let stood = piece?.key
    document = paper?.document
    drawnColumns = 0
    if let stood, piece?.key != stood, let place = document?.pieces.firstIndex(where: { $0.key == stood }) {
      index = place
    }
  }

  /// What would be written now; nil while nobody knows its facts.
  var paper: ReportPaper? {
    facts.map { ReportPaper($0, language: report.language.isEmpty ? "en" : report.language, report: report) }
  }

  // MARK: Moving

  /// The first line of each piece, and the end of the last.
  private var starts: [Int] { blocks.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count + 1) } }

  mutating func move(_ step: Int) {
    let starts = starts
    guard blocks.indices.contains(index) else { return }
    let end = starts[index] + blocks[index].count
    // A piece longer than the screen is read to its end before the next.
    if step == 1, end > top + size.rows {
      top += max(1, size.rows / 2)
    } else if step == -1, starts[index] < top {
      top = max(starts[index], top - max(1, size.rows / 2))
    } else {
      index = max(0, min(blocks.count - 1, index + step))
      settle()
    }
  }

  mutating func go(_ move: ListMove) {
    switch move {
    case .down: self.move(1)
    case .up: self.move(-1)
    case .pageDown: page(1)
    case .pageUp: page(-1)
    case .top: page(-10_000)
    case .bottom: page(10_000)
    }
  }

  mutating func page(_ step: Int) {
    let starts = starts
    let last = max(0, (starts.last ?? 0) - size.rows)
    top = max(0, min(last, top + step * max(1, size.rows - 2)))
    index = blocks.indices.first { starts[$0] + blocks[$0].count > top } ?? max(0, blocks.count - 1)
    if step > 0, top == last { index = max(0, blocks.count - 1) }
  }

  /// The piece under the cursor in sight, from its beginning where it is long.
  private mutating func settle() {
    let starts = starts
    guard blocks.indices.contains(index) else { return }
    let (start, end) = (starts[index], starts[index] + blocks[index].count)
    if end > top + size.rows { top = min(start, end - size.rows) }
    if start < top || end - start > size.rows { top = start }
  }

  /// The piece under the cursor, by what its edits are kept under, and which of those of that name.
  var place: String {
    guard let document, let key = piece?.key else { return "" }
    return "\(key) \(document.pieces[..<index].count { $0.key == key })"
  }

  mutating func stand(at place: String) {
    let parts = place.split(separator: " ")
    guard let document, let number = parts.last.flatMap({ Int($0) }) else { return }
    let same = document.pieces.indices.filter {
      document.pieces[$0].key == parts.dropLast().joined(separator: " ")
    }
    guard same.indices.contains(number) else { return }
    index = same[number]
    settle()
  }

  mutating func fit(to size: Size, look: Look) {
    let isResized = size != self.size
    self.size = size
    guard let document else { return }
    if drawnColumns != size.columns {
      let text = ReportText(document, columns: max(20, min(100, size.columns - 5)))
      blocks = document.pieces.map(text.lines)
      drawnColumns = size.columns
      index = max(0, min(index, blocks.count - 1))
      settle()
    } else if isResized {
      settle()
    }
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard document != nil else {
      let text =
        problem.map { look.say(Phrase($0)) }
        ?? look.say(
          isDraft && (report.from == nil || report.to == nil)
            ? Phrase(.reportNoDays, .text(report.title)) : Phrase(.working))
      let lines = Wrapping.lines(text, columns: area.columns - 4)
      return canvas.page(lines.map { [Span($0, problem == nil ? .quiet : .problem)] }, in: area, margin: 2)
    }
    guard !canvas.isSpoken else {
      let text = blocks.indices.contains(index) ? blocks[index].joined(separator: " ") : ""
      canvas.say(SpokenParts([("", text)]), at: (index + 1, blocks.count), in: area)
      return
    }
    let starts = starts
    for (place, block) in blocks.enumerated()
    where starts[place] + block.count > top && starts[place] < top + area.rows {
      draw(block, place, from: area.row + starts[place] - top, on: &canvas, area)
    }
    let row = max(area.row, area.row + (index < starts.count ? starts[index] : 0) - top)
    canvas.cursor = Point(row: min(row, area.endRow - 1), column: area.column)
  }

  private func draw(_ block: [String], _ place: Int, from first: Int, on canvas: inout Canvas, _ area: Rect) {
    guard let piece = document?.pieces[place] else { return }
    let (mark, ink): (String, Ink) =
      switch piece.hand {
      case .none: ("", .text)
      case .replaced: ("~", .text)
      case .added: ("+", .text)
      case .omitted: (Mark.gone.glyph, .quiet)
      }
    let hasMoved = if case .paragraph(let one) = piece { one.hasMoved } else { false }
    for (offset, line) in block.enumerated() {
      let row = first + offset
      guard row >= area.row, row < area.endRow else { continue }
      if place == index { canvas.mark(Point(row: row, column: area.column), hasCursor: false) }
      if offset == 0, !mark.isEmpty { canvas.text(mark, row: row, column: area.column + 1, ink: .key) }
      if offset == 0, hasMoved {
        canvas.text(Mark.lacking.glyph, row: row, column: area.column + 2, ink: .due)
      }
      let isHeading = if case .heading = piece { true } else { false }
      canvas.text(
        line, row: row, column: area.column + 4, width: area.columns - 5, ink: isHeading ? .heading : ink)
    }
  }

  func status(_ look: Look) -> [Span] {
    guard let piece else { return [] }
    if case .paragraph(let one) = piece, one.hasMoved {
      return [Mark.lacking.said(look.say(.reportMoved, .text(one.generated)))]
    }
    let word: PhraseKey? =
      switch piece.hand {
      case .none: nil
      case .replaced: .reportReplaced
      case .added: .reportAdded
      case .omitted: .reportOmitted
      }
    if let word { return [Span(look.say(Phrase(word)), .quiet)] }
    let sources = piece.sources
    return sources.isEmpty ? [] : [Span(look.say(.reportBehind, .number(sources.count)), .quiet)]
  }
}
