import Model
import Office
import Phrases
import Store
import Terminal

extension MessageBook: LinkedRecords {
  static func whole(_ look: Look) -> WholeMessages { WholeMessages() }
  static var pageName: String { "message" }
  static func pageTitle(of kind: RecordKind) -> PhraseKey { .paneMessages }

  static var sharedKeys: [SharedKey] {
    [
      SharedKey(
        name: "agree", title: .commandAgree, key: "v", command: "messages.agree", rank: 2, kind: .message),
      SharedKey(
        name: "edition", title: .commandNewEdition, key: "N", command: "messages.edition", rank: 3,
        kind: .message),
    ]
  }

  /// Who agreed to it as it stands, and of whom nobody has.
  func links(of record: any Record, _ look: Look) -> [RecordLink] {
    guard let message = record as? Message else { return [] }
    let words = MessageWords(look)
    let citation = words.citation(of: message)
    let place = RecordLink.Target.place(.list(.message, message.id))
    let cited = RecordLink(
      section: .sectionMessageAgreement, label: look.word("field", "citation"), text: citation, target: place)
    guard message.needsAgreement || message.isClosed else { return citation.isEmpty ? [] : [cited] }
    let edition = RecordLink(
      section: .sectionMessageAgreement, label: look.word("field", "edition"),
      text: look.phrases.number(message.edition), target: place)
    return (citation.isEmpty ? [] : [cited]) + [edition]
      + zip(AgreementRole.allCases, words.words(of: message)).map { role, word in
        let record = message.words.first { $0.role == role }?.record ?? ""
        return RecordLink(
          section: .sectionMessageAgreement, label: role == .coChair ? look.word("field", "agreements") : "",
          text: look.about(word.role, word.who), isUrgent: !word.isThere,
          target: record.isEmpty ? place : .stakeholder(record))
      }
  }
}
