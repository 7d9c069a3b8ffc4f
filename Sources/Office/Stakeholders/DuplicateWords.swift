import Model
import Phrases
import Store
import Typesetting

/// How a pair of records that may be the same is said.
public enum DuplicateWords {
  /// "● certain"
  public static func level(_ level: DuplicateLevel, _ book: Phrasebook) -> Span {
    mark(of: level).said(book.label("level", level.rawValue))
  }

  /// The sign of the level.
  public static func mark(of level: DuplicateLevel) -> Mark {
    switch level {
    case .certain: .done
    case .likely: .pressing
    case .possible: .unsaid
    }
  }

  /// "same e-mail: h@x.example; same country: France"
  public static func reasons(_ candidate: DuplicateCandidate, _ book: Phrasebook) -> String {
    book.chain(candidate.reasons.map { reason($0, book) })
  }

  public static func reason(_ reason: DuplicateReason, _ book: Phrasebook) -> String {
    let sign = Phrase(label: "sign", reason.sign.rawValue)
    let (first, second) = (value(reason.first, of: reason, book), value(reason.second, of: reason, book))
    if first.isEmpty && second.isEmpty { return book.say(sign) }
    let both = first == second ? first : book.say(.duplicateValues, .text(first), .text(second))
    return book.say(.labelled, .phrase(sign), .text(both))
  }

  private static func value(_ text: String, of reason: DuplicateReason, _ book: Phrasebook) -> String {
    switch reason.sign {
    case .country, .otherCountry: Country.of(text)?.name(in: book.language) ?? text
    case .otherKind: text.isEmpty ? "" : book.label("kind", text)
    case .otherGender: text.isEmpty ? "" : book.label("gender", text)
    default: text
    }
  }

  /// What a search found, in one sentence.
  public static func summary(_ report: DuplicateReport) -> Phrase {
    report.candidates.isEmpty && report.left == 0
      ? Phrase(.duplicatesNone, .number(report.records))
      : Phrase(.duplicatesFound, .number(report.candidates.count + report.left), .number(report.records))
  }

  /// What was left out, each in one sentence.
  public static func notes(_ report: DuplicateReport) -> [Phrase] {
    var notes: [Phrase] = []
    if report.left > 0 { notes.append(Phrase(.duplicateLeft, .number(report.left))) }
    if report.told > 0 { notes.append(Phrase(.duplicateTold, .number(report.told))) }
    if let crowd = report.crowds.first {
      notes.append(
        Phrase(
          .duplicateCrowd, .number(report.crowds.count), .text(crowd.example), .number(crowd.records)))
    }
    return notes
  }
}

/// The search for duplicates, beside the keys.
public struct DuplicateErrand: Errand {
  public let scope: StakeholderScope
  /// Whether the list that it was sent from shows what it finds.
  public let isShown: Bool

  public init(scope: StakeholderScope, isShown: Bool) { (self.scope, self.isShown) = (scope, isShown) }

  public struct Outcome: Sendable {
    public let scope: StakeholderScope
    public let report: DuplicateReport
  }

  public var title: Phrase { Phrase(.duplicateErrand) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    Outcome(
      scope: scope, report: try library.duplicates(among: scope) { try progress.report($0, of: $1) })
  }

  public func news(of outcome: Outcome) -> Phrase? {
    let summary = DuplicateWords.summary(outcome.report)
    guard !isShown, !outcome.report.candidates.isEmpty else { return summary }
    return Phrase(.duplicatesWaiting, .phrase(summary), .text("d"))
  }
}
