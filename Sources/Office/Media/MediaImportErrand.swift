import Interchange
import Model
import Phrases
import Store

/// Takes up a feed, a table or a list of feeds: all of it or nothing.
public struct MediaImportErrand: ReadingErrand {
  public let path: String
  public var encoding: TextEncoding?
  /// Whose items they are; nil where the file says it.
  public var feed: Feed?
  /// The day on which items without a date stand.
  public let today: Day
  /// Whether what is right is taken though something else of the file is wrong.
  public var skipsRejected = false

  public init(path: String, feed: Feed? = nil, today: Day) {
    (self.path, self.feed, self.today) = (path, feed, today)
  }

  public var title: Phrase { Phrase(.importReadingFile, .text(path)) }

  public func run(in library: Library, progress: ErrandProgress) throws -> TakenFile {
    do {
      try progress.report(0, of: 0)
      let file = try ImportFile(path: path, encoding: encoding, isWanted: { !progress.isStopped }).certain()
      do { return try takeItems(of: file, in: library, progress) } catch MediaProblem.isAList {
        return try takeFeeds(of: file, in: library)
      }
    } catch let problem as MarkupProblem {
      return TakenFile(path: path, news: refusal(problem), findings: [(problem.line, Phrase(problem))])
    } catch let problem as MediaProblem {
      return TakenFile(path: path, news: Phrase(problem))
    }
  }

  private func refusal(_ problem: MarkupProblem) -> Phrase {
    Phrase(.mediaRefused, .text(path), .text(String(problem.line)), .phrase(Phrase(problem)))
  }

  private func takeItems(
    of file: ImportFile, in library: Library, _ progress: ErrandProgress
  ) throws -> TakenFile {
    let plan = try library.planMedia(file, feed: feed, today: today)
    try progress.report(1, of: 2)
    if !plan.isComplete, !(skipsRejected && plan.problem == nil) {
      let findings = plan.findings
      guard let first = findings.first else { return TakenFile(path: path, news: Phrase(.importRefused)) }
      let news = Phrase(.mediaRefused, .text(path), .text(String(first.line)), .phrase(first.what))
      var rest = self
      rest.skipsRejected = true
      let hasRight = plan.problem == nil && !plan.isNothingNew
      return TakenFile(path: path, news: news, findings: findings, rest: hasRight ? rest : nil)
    }
    guard !plan.isNothingNew else {
      return TakenFile(
        path: path, news: plan.plan.news(Phrase(.importNoneNew)), findings: plan.findings + plan.remarks)
    }
    try library.apply(plan)
    let news = Phrase(
      .mediaTaken, .number(plan.plan.new.count), .number(plan.plan.changed.count),
      .number(plan.plan.unchanged),
      .text("u"))
    return TakenFile(path: path, news: plan.plan.news(news), findings: plan.findings + plan.remarks)
  }

  private func takeFeeds(of file: ImportFile, in library: Library) throws -> TakenFile {
    let plan = try library.planFeeds(file)
    if let problem = plan.problem {
      return TakenFile(path: path, news: refusal(problem), findings: [(problem.line, Phrase(problem))])
    }
    if !plan.new.isEmpty { try library.apply(ImportRecords(new: plan.new)) }
    return TakenFile(path: path, news: Phrase(plan))
  }

  public func news(of outcome: TakenFile) -> Phrase? { outcome.news }
}

extension MediaPlan {
  /// How the file was taken, by line, where that is not as it stands there.
  public var remarks: [(line: Int, what: Phrase)] {
    var remarks = media.notes.map { (line: $0.line, what: Phrase($0)) }
    remarks += plan.duplicates.filter(\.isIdentical).map {
      (line: $0.line, what: Phrase(.importSameRow, .text(String($0.firstLine))))
    }
    if let encoding { remarks.append((1, Phrase(encoding))) }
    if let line = media.undated.first {
      remarks.append((line, Phrase(.mediaUndated, .number(media.undated.count))))
    }
    if let line = media.timeless.first {
      remarks.append((line, Phrase(.mediaTimeless, .number(media.timeless.count))))
    }
    return remarks.sorted { $0.line < $1.line }
  }

  /// Everything for which the file is not taken, by line.
  public var findings: [(line: Int, what: Phrase)] {
    var findings = plan.rejected.map { rejection in
      (
        line: rejection.line,
        what: Phrase(.labelled, .text(rejection.column), .phrase(Phrase(rejection.problem)))
      )
    }
    findings += plan.duplicates.filter { !$0.isIdentical }.map {
      (line: $0.line, what: Phrase(.importDuplicate, .text(String($0.firstLine))))
    }
    if let problem { findings.append((problem.line, Phrase(problem))) }
    return findings.sorted { $0.line < $1.line }
  }
}
