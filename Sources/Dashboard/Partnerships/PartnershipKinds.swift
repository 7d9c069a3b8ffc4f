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
    FieldSection(title: .ptSectionReview, fields: ["next_review"]),
  ]
  /// Commands of their own record it, and lines of the page say it.
  var hidden: Set<String> { Set(Self.history) }
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
    key("next", .commandNextStep, "Space", rank: 2),
    key("issues", .commandIssues, "c", rank: 3),
    key("lighter", .commandLighter, "i", rank: 5),
    key("criteria", .commandCriteria, "t", rank: 6),
    key("safeguards", .commandSafeguards, "s", rank: 8),
    key("review", .commandReviewPartnership, "v", rank: 9),
    key("route", .commandRoute, "w", rank: 10),
    key("partner", .commandPartner, "p", rank: 11),
  ]

  /// The list's own command of that name.
  private static func key(_ name: String, _ title: PhraseKey, _ key: KeyChord, rank: Int) -> SharedKey {
    SharedKey(
      name: name, title: title, key: key, command: CommandName("partnerships.\(name)"), rank: rank,
      kind: .partnership)
  }

  func links(of record: any Record, _ look: Look) -> [RecordLink] {
    guard let one = record as? Partnership else { return [] }
    let words = PartnershipWords(one, look: look)
    func line(_ section: PhraseKey, _ label: PhraseKey, _ text: String, isUrgent: Bool = false)
      -> [RecordLink]
    {
      lines(section, label, text.isEmpty ? [] : [text], of: one, look, isUrgent: isUrgent, isLeading: true)
    }
    let open = words.openIssues
    return line(.ptSectionRoute, .ptState, look.dotted([words.state.text, words.outcome ?? ""]))
      + line(.ptSectionRoute, .ptBasis, words.basis) + line(.ptSectionRoute, .ptWay, words.route)
      + line(.ptSectionRoute, .ptParagraph, words.routeText)
      + lines(.ptSectionRoute, .ptSteps, one.steps.map(words.step), of: one, look)
      + lines(called: look.word("field", "source"), .ptSectionRoute, one.given.map(words.given), of: one)
      + lines(.ptSectionRoute, .ptApprovals, one.approvals.map(words.approval), of: one, look)
      + line(.ptSectionAgreement, .ptRules, look.say(.ptUNEPRules))
      + line(.ptSectionAgreement, .ptOpen, open ?? "", isUrgent: open != nil)
      + lines(.ptSectionReview, .ptReviews, one.reviews.map(words.review), of: one, look)
      + look.links(
        .partnership, others(with: one).map(\.id), .ptSectionReview, look.say(.ptSamePartner))
  }

  /// What a narrow screen has beside the label.
  private static let lineColumns = 58

  /// A link is one line: what is longer goes on in the next.
  private func lines(
    _ section: PhraseKey, _ label: PhraseKey, _ texts: [String], of one: Partnership, _ look: Look,
    isUrgent: Bool = false, isLeading: Bool = false
  ) -> [RecordLink] {
    lines(
      called: look.say(Phrase(label)), section, texts, of: one, isUrgent: isUrgent, isLeading: isLeading)
  }

  private func lines(
    called label: String, _ section: PhraseKey, _ texts: [String], of one: Partnership,
    isUrgent: Bool = false,
    isLeading: Bool = false
  ) -> [RecordLink] {
    texts.flatMap { Wrapping.lines($0, columns: Self.lineColumns) }.enumerated().map { place, text in
      RecordLink(
        section: section, label: place == 0 ? label : "", text: text, isUrgent: isUrgent,
        isLeading: isLeading, target: .place(.list(.partnership, one.id)))
    }
  }

  private func others(with one: Partnership) -> [Partnership] {
    one.partner.isEmpty ? [] : partnerships.filter { $0.partner == one.partner && $0.id != one.id }
  }
}
