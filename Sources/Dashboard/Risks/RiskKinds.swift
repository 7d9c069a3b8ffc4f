import Model
import Office
import Phrases
import Store

extension Risk: Shown {
  static let form = PhraseKey.paneRisks
  static let sections: [FieldSection]? = [
    FieldSection(
      title: nil,
      fields: ["name", "risk", "likelihood", "impact", "owner", "risk_response", "review_on", "note"],
      keepsEmpty: true),
    FieldSection(title: .sectionSignals, fields: []),
    FieldSection(title: .sectionReviews, fields: []),
    FieldSection(title: .sectionLinks, fields: []),
  ]
  /// Its links say them.
  static let elsewhere: Set = ["mitigation", "feedback"]

  /// What a review records, and what the decision says of its own.
  var hidden: Set<String> { Set(Self.history).union(adopted == nil ? [] : ["name", "risk"]) }
}

extension RiskBook: LinkedRecords {
  static func whole(_ look: Look) -> WholeRiskBook { WholeRiskBook(look.asOf, by: look.regions) }
  /// It counts over all stakeholders.
  static var pace: PaneQuestion.Pace { .rest }
  static var pageName: String { "risk" }
  static func pageTitle(of kind: RecordKind) -> PhraseKey { .paneRisks }

  static var sharedKeys: [SharedKey] {
    [
      SharedKey(
        name: "review", title: .commandReviewRisk, key: "v", command: "risks.review", rank: 2, kind: .risk),
      SharedKey(
        name: "signals", title: .commandSignals, key: "s", command: "risks.signals", rank: 3, kind: .risk),
    ]
  }

  func links(of record: any Record, _ look: Look) -> [RecordLink] {
    guard let risk = record as? Risk else { return [] }
    return RiskLinks(risk: risk, words: RiskWords(book: self, look: look)).links
  }
}

/// What a risk is linked to: what is counted of it, each with what lies behind, what changed, its steps and what was
/// heard.
private struct RiskLinks {
  let risk: Risk
  let words: RiskWords

  /// So many of a signal stand there; all of them are a key away.
  private static let most = 5

  private var look: Look { words.look }
  private var here: RecordLink.Target { .place(Destination(.risk, risk.id)) }

  var links: [RecordLink] {
    words.book.change(of: risk).signals.flatMap(links) + changes + look.links(of: risk)
  }

  private func links(of signal: RiskChange.Signal) -> [RecordLink] {
    let rows = signal.now.rows
    let head = RecordLink(
      section: .sectionSignals, label: words.name(signal.signal), text: words.count(signal),
      isUrgent: signal.step ?? 0 > 0, target: rows.first.map { .place($0.destination) } ?? here)
    return [head]
      + rows.prefix(Self.most).map { row in
        RecordLink(
          section: .sectionSignals, label: "", text: words.words(row), target: .place(row.destination))
      }
  }

  private var changes: [RecordLink] {
    words.changes(risk).map { RecordLink(section: .sectionReviews, label: "", text: $0, target: here) }
      + risk.reviews.reversed().flatMap { review in
        words.review(review, of: risk).enumerated().map { place, text in
          RecordLink(
            section: .sectionReviews, label: place == 0 ? look.day(review.day) : "", text: text, target: here)
        }
      }
  }
}

extension SignalRow {
  /// Where it is to be seen; of a pair the first.
  var destination: Destination {
    switch self {
    case .record(let one, _), .pair(let one, _): Destination(one.kind, one.id)
    case .stakeholders(let dimension, let value, _, _):
      .stakeholders(StakeholderFilter(facets: [dimension: [value]]))
    }
  }
}
