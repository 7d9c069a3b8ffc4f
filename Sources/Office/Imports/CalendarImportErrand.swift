import Interchange
import Model
import Phrases
import Store

/// Takes up the events of an iCalendar file: all of them, or none until somebody leaves out those that cannot be read.
public struct CalendarImportErrand: ReadingErrand {
  public let path: String
  public var encoding: TextEncoding?
  /// Whether the others are taken though some events cannot be read.
  private var skipsRejected = false

  public init(path: String) { self.path = path }

  public var title: Phrase { Phrase(.importReadingFile, .text(path)) }

  public func run(in library: Library, progress: ErrandProgress) throws -> TakenFile {
    do {
      try progress.report(0, of: 0)
      let file = try ImportFile(path: path, encoding: encoding, isWanted: { !progress.isStopped }).certain()
      let plan = try CalendarImport(
        ICalendarReader(file), stored: library.read(AllRecords<Event>()),
        progress: { _ in try progress.report(0, of: 0) })
      return try take(plan, in: library)
    } catch let problem as ICalendarProblem {
      return TakenFile(path: path, news: Phrase(problem))
    }
  }

  private func take(_ plan: CalendarImport, in library: Library) throws -> TakenFile {
    let isNothingNew = plan.new.isEmpty && plan.changed.isEmpty
    if let lost = plan.notes.first(where: \.isLoss), !skipsRejected {
      let news = Phrase(.mediaRefused, .text(path), .text(String(lost.line)), .phrase(Phrase(lost.what)))
      var rest = self
      rest.skipsRejected = true
      return TakenFile(path: path, news: news, findings: plan.findings, rest: isNothingNew ? nil : rest)
    }
    guard !isNothingNew else {
      return TakenFile(path: path, news: Phrase(.importNoneNew), findings: plan.findings)
    }
    try library.apply(ImportRecords(new: plan.new, changed: plan.changed.map { ($0.before, $0.after) }))
    let news = Phrase(
      .mediaTaken, .number(plan.new.count), .number(plan.changed.count), .number(plan.unchanged), .text("u"))
    return TakenFile(path: path, news: news, findings: plan.findings)
  }

  public func news(of outcome: TakenFile) -> Phrase? { outcome.news }
}

extension CalendarImport {
  /// What was put right or left out, by line. A calendar of ours has a line for each date of a plan: to name each would
  /// bury the rest.
  fileprivate var findings: [(line: Int, what: Phrase)] {
    let own = notes.filter(\.isOfOwnRecord)
    var findings = notes.filter { !$0.isOfOwnRecord }.map { (line: $0.line, what: Phrase($0.what)) }
    if let first = own.first {
      findings.append((first.line, Phrase(.calendarNotesOwn, .number(own.count))))
    }
    if !leftOut.isEmpty {
      findings.append((1, Phrase(.cliCalendarLeftOut, .list(leftOut.keys.sorted()))))
    }
    return findings.sorted { $0.line < $1.line }
  }
}
