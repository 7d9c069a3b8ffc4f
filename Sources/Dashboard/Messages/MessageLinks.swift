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
    let chain = self.chain(of: message, look)
    guard message.needsAgreement || message.isClosed else { return (citation.isEmpty ? [] : [cited]) + chain }
    let edition = RecordLink(
      section: .sectionMessageAgreement, label: look.word("field", "edition"),
      text: look.phrases.number(message.edition), target: place)
    var links = citation.isEmpty ? [] : [cited]
    links.append(edition)
    for (role, word) in zip(AgreementRole.allCases, words.words(of: message)) {
      let record = message.words.first { $0.role == role }?.record ?? ""
      links.append(
        RecordLink(
          section: .sectionMessageAgreement,
          label: role == .coChair ? look.word("field", "agreements") : "",
          text: look.about(word.role, word.who), isUrgent: !word.isThere,
          target: record.isEmpty ? place : .stakeholder(record)))
    }
    return links + chain
  }

  /// So many of each stand there by name.
  private static let most = 10

  /// The products that carry it, and the items in the media that do.
  private func chain(of message: Message, _ look: Look) -> [RecordLink] {
    let products = products.filter { $0.carried.contains(message.id) }.map(\.id)
    let right = coverage.filter { $0.pointsRight.contains(message.id) }.map(\.id)
    let wrong = coverage.filter { $0.pointsWrong.contains(message.id) }.map(\.id)
    func links(_ kind: RecordKind, _ ids: [RecordID], _ field: String) -> [RecordLink] {
      look.links(kind, Array(ids.prefix(Self.most)), .sectionLinks, look.word("field", field))
    }
    return links(.product, products, "carried_messages") + links(.coverage, right, "points_right")
      + links(.coverage, wrong, "points_wrong")
  }
}
