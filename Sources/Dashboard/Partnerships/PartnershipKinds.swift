import Model
import Office
import Phrases
import Store
import Terminal

extension Partnership: Shown {
  static let form = PhraseKey.panePartnerships
  static let sections: [FieldSection]? = [
    FieldSection(
      title: nil,
      fields: [
        "name", "partner", "partnership_type", "partnership_purposes", "found_by", "owner", "note",
      ]),
    FieldSection(title: .ptSectionRoute, fields: ["partnership_route", "route_reason"]),
    FieldSection(title: .ptSectionNeed, fields: ["alternatives", "criteria"]),
    FieldSection(
      title: .ptSectionAgreement,
      fields: [
        "partner_role", "platform_role", "deliverables", "time_frame", "term_start", "term_end",
        "partnership_form", "funds", "agreement_issues",
      ]),
    FieldSection(title: .ptSectionSafeguards, fields: ["safeguards"]),
    FieldSection(title: .ptSectionReview, fields: ["next_review", "reviews"]),
  ]
  /// A command of its own takes them, and lines of the page say them.
  var hidden: Set<String> { ["partnership_steps", "approvals"] }
}

/// All partnerships, as one of them knows the others.
struct PartnershipRoom: LinkedRecords {
  private(set) var partnerships: [Partnership] = []

  struct Whole: Query {
    func answer(in reader: Reader) throws -> PartnershipRoom {
      PartnershipRoom(partnerships: try AllRecords<Partnership>().answer(in: reader))
    }
  }

  static func whole(_ look: Look) -> Whole { Whole() }
  static let pageName = "partnership"
  static func pageTitle(of kind: RecordKind) -> PhraseKey { .panePartnerships }

  static let sharedKeys: [SharedKey] = [
    .init(
      name: "next", title: .commandNextStep, key: "Space", command: "partnerships.next", rank: 2,
      kind: .partnership),
    .init(
      name: "issues", title: .commandIssues, key: "c", command: "partnerships.issues", rank: 3,
      kind: .partnership),
    .init(
      name: "lighter", title: .commandLighter, key: "l", command: "partnerships.lighter", rank: 5,
      kind: .partnership),
    .init(
      name: "criteria", title: .commandCriteria, key: "t", command: "partnerships.criteria", rank: 6,
      kind: .partnership),
    .init(
      name: "safeguards", title: .commandSafeguards, key: "s", command: "partnerships.safeguards", rank: 8,
      kind: .partnership),
    .init(
      name: "review", title: .commandReviewPartnership, key: "v", command: "partnerships.review", rank: 9,
      kind: .partnership),
    .init(
      name: "route", title: .commandRoute, key: "w", command: "partnerships.route", rank: 10,
      kind: .partnership),
    .init(
      name: "partner", title: .commandPartner, key: "p", command: "partnerships.partner", rank: 11,
      kind: .partnership),
  ]

  func links(of record: any Record, _ look: Look) -> [RecordLink] {
    guard let one = record as? Partnership else { return [] }
    let words = PartnershipWords(one, look: look)
    func line(_ section: PhraseKey, _ label: PhraseKey, _ text: String, isUrgent: Bool = false)
      -> [RecordLink]
    {
      guard !text.isEmpty else { return [] }
      // A link is one line: what is longer goes on in the next.
      return Wrapping.lines(text, columns: Self.lineColumns).enumerated().map { place, text in
        RecordLink(
          section: section, label: place == 0 ? look.say(Phrase(label)) : "", text: text, isUrgent: isUrgent,
          isLeading: true, target: .place(.list(.partnership, one.id)))
      }
    }
    let open = words.openIssues
    return line(.ptSectionRoute, .ptState, look.dotted([words.state.text, words.outcome ?? ""]))
      + line(.ptSectionRoute, .ptBasis, words.basis) + line(.ptSectionRoute, .ptWay, words.route)
      + line(.ptSectionRoute, .ptParagraph, words.routeText)
      + steps(of: one, words, look)
      + line(.ptSectionAgreement, .ptRules, look.say(.ptUNEPRules))
      + line(.ptSectionAgreement, .ptOpen, open ?? "", isUrgent: open != nil)
      + look.links(
        .partnership, others(with: one).map(\.id), .ptSectionReview, look.say(.ptSamePartner))
  }

  /// What a narrow screen has beside the label.
  private static let lineColumns = 58

  private func steps(of one: Partnership, _ words: PartnershipWords, _ look: Look) -> [RecordLink] {
    func lines(_ label: PhraseKey, _ texts: [String]) -> [RecordLink] {
      texts.enumerated().map { place, text in
        RecordLink(
          section: .ptSectionRoute, label: place == 0 ? look.say(Phrase(label)) : "", text: text,
          target: .place(.list(.partnership, one.id)))
      }
    }
    return lines(.ptSteps, one.steps.map(words.step)) + lines(.ptApprovals, one.approvals.map(words.approval))
  }

  private func others(with one: Partnership) -> [Partnership] {
    one.partner.isEmpty ? [] : partnerships.filter { $0.partner == one.partner && $0.id != one.id }
  }
}
