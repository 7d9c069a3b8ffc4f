import Model
import Office
import Phrases

extension Sequence where Element == Evidence {
  /// What a record is evidence for, as lines of its page.
  func evidenceLinks(_ section: PhraseKey, _ look: Look) -> [RecordLink] {
    enumerated().map { index, evidence in
      RecordLink(
        section: section, label: index == 0 ? look.say(.evidenceLabel) : "",
        text: "\(evidence.indicator) \(evidence.title)", target: .place(.indicator(evidence.id)))
    }
  }
}
