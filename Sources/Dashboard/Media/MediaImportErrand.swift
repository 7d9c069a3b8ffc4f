import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// Takes up a feed, a table or a list of feeds: all of it or nothing.
struct MediaImportErrand: Errand {
  let path: String
  /// Whose items they are; nil where the file says it.
  var feed: Feed?
  /// The day on which items without a date stand.
  let today: Day

  struct Outcome: Sendable {
    let path: String
    var news: Phrase
    /// What is wrong with the file, by line; nothing was written where there is any.
    var findings: [(line: Int, what: Phrase)] = []
  }

  var title: Phrase { Phrase(.importReadingFile, .text(path)) }

  func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    do {
      try progress.report(0, of: 0)
      let file = try ImportFile(path: path, isWanted: { !progress.isStopped })
      do { return try takeItems(of: file, in: library, progress) } catch MediaProblem.isAList {
        return try takeFeeds(of: file, in: library)
      }
    } catch let problem as MarkupProblem {
      return Outcome(path: path, news: refusal(problem), findings: [(problem.line, Phrase(problem))])
    } catch let problem as MediaProblem {
      return Outcome(path: path, news: Phrase(problem))
    }
  }

  private func refusal(_ problem: MarkupProblem) -> Phrase {
    Phrase(.mediaRefused, .text(path), .text(String(problem.line)), .phrase(Phrase(problem)))
  }

  private func takeItems(
    of file: ImportFile, in library: Library, _ progress: ErrandProgress
  ) throws -> Outcome {
    let plan = try library.planMedia(file, feed: feed, today: today)
    try progress.report(1, of: 2)
    if !plan.isComplete {
      let findings = plan.findings
      guard let first = findings.first else { return Outcome(path: path, news: Phrase(.importRefused)) }
      let news = Phrase(.mediaRefused, .text(path), .text(String(first.line)), .phrase(first.what))
      return Outcome(path: path, news: news, findings: findings)
    }
    guard !plan.isNothingNew else { return Outcome(path: path, news: Phrase(.importNoneNew)) }
    try library.apply(plan)
    let news = Phrase(
      .mediaTaken, .number(plan.plan.new.count), .number(plan.plan.changed.count),
      .number(plan.plan.unchanged),
      .text("u"))
    return Outcome(path: path, news: news)
  }

  private func takeFeeds(of file: ImportFile, in library: Library) throws -> Outcome {
    let plan = try library.planFeeds(file)
    if let problem = plan.problem {
      return Outcome(path: path, news: refusal(problem), findings: [(problem.line, Phrase(problem))])
    }
    if !plan.new.isEmpty { try library.apply(ImportRecords(new: plan.new)) }
    return Outcome(path: path, news: Phrase(.mediaFeedsTaken, .number(plan.new.count), .number(plan.known)))
  }

  func news(of outcome: Outcome) -> Phrase? { outcome.news }
}

extension MediaPlan {
  /// Everything for which the file is not taken, by line.
  public var findings: [(line: Int, what: Phrase)] {
    var findings = plan.rejected.map { rejection in
      (
        line: rejection.line,
        what: Phrase(.mediaFinding, .text(rejection.column), .phrase(Phrase(rejection.problem)))
      )
    }
    findings += plan.duplicates.filter { !$0.isIdentical }.map {
      (line: $0.line, what: Phrase(.importDuplicate, .text(String($0.firstLine))))
    }
    if let problem { findings.append((problem.line, Phrase(problem))) }
    return findings.sorted { $0.line < $1.line }
  }
}

/// What is wrong with a file, line by line.
struct FindingsPane: Pane {
  static let name = "mediafindings"
  static let title = PhraseKey.paneFindings

  private let findings: [(line: Int, what: Phrase)]
  private let path: String
  private var selection = Selection()
  private var height = 8

  init(_ findings: [(line: Int, what: Phrase)], of path: String) {
    (self.findings, self.path) = (findings, path)
  }

  var placement: Placement { .sheet(rows: 10) }

  func heading(_ look: Look) -> [Span] { [Span(" › \(path)")] }

  static let commands: [Command<FindingsPane>] = [
    .moving("mediafindings.down", .commandDown, ["Down", "j", "WheelDown"], rank: 1) { $0.move(1) },
    .moving("mediafindings.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.move(-1) },
    .moving("mediafindings.pageDown", .commandPageDown, ["PgDn"]) { $0.move($0.height) },
    .moving("mediafindings.pageUp", .commandPageUp, ["PgUp"]) { $0.move(-$0.height) },
  ]

  private mutating func move(_ step: Int) { selection.move(by: step, count: findings.count) }

  mutating func fit(to size: Size, look: Look) {
    height = max(1, size.rows)
    selection.fit(count: findings.count, height: height)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    for (offset, finding) in findings.dropFirst(selection.top).prefix(area.rows).enumerated() {
      let text = "\(finding.line): \(look.say(finding.what))"
      canvas.text(text, row: area.row + offset, column: area.column + 2, width: area.columns - 3)
    }
    let row = area.row + selection.index - selection.top
    canvas.text("▌", row: row, column: area.column, ink: .marker)
    canvas.cursor = Point(row: row, column: area.column)
  }
}
