import Model
import Phrases
import Typesetting

/// How a partnership reads: where it stands, who approves it and by which paragraph, what is missing and which key mends
/// that.
public struct PartnershipWords: Sendable {
  public let partnership: Partnership
  public let look: Look

  public init(_ partnership: Partnership, look: Look) { (self.partnership, self.look) = (partnership, look) }

  public var state: Span { partnership.state(on: look.asOf).said(look) }

  /// What the decision names is itself the partner.
  public var partner: String {
    partnership.partner.isEmpty && partnership.adopted != nil
      ? look.title(of: partnership) : look.name(partnership.partner, .idOrWords(.stakeholder))
  }

  /// "C.15 (a), decision IPBES-2/8": what the decision says of it; empty for one of the office's own.
  public var basis: String {
    guard let adopted = partnership.adopted else { return "" }
    return look.list([adopted.citation, adopted.basis].map { $0.text(in: look.language) })
  }

  /// "the Plenary approves: C.18 (a)".
  public var route: String {
    guard let route = partnership.route else { return look.say(.ptNoRoute) }
    let citation = Mandate.adopted.paragraph(route.paragraph)?.citation(look) ?? route.paragraph
    let said = look.say(.bracketed, .text(look.word("partnership_route", route.rawValue)), .text(citation))
    return partnership.isOwnRoute
      ? look.say(.ptOwnRoute, .text(said), .text(partnership.routeReason)) : said
  }

  /// The paragraph that the route follows, in the reader's language.
  public var routeText: String {
    guard let route = partnership.route, let paragraph = Mandate.adopted.paragraph(route.paragraph) else {
      return ""
    }
    return paragraph.text.text(in: look.language)
  }

  /// "3 of 11 issues open: …"; nil where all are settled, or nobody asks yet.
  public var openIssues: String? {
    let open = partnership.openIssues
    guard isAsked else { return nil }
    return look.say(Phrase(problem: .issues(open)))
  }

  private var isAsked: Bool {
    !partnership.openIssues.isEmpty && partnership.adopted == nil && !partnership.state.isOver
  }

  /// The same where there are no keys: in a report.
  public var openIssuesReported: String? {
    guard isAsked else { return nil }
    let open = partnership.openIssues
    let words = look.list(open.map { look.word("issue", $0.rawValue) })
    return look.say(.ptIssuesReported, .number(open.count), .text(words))
  }

  /// As what it goes on where an alternative is enough.
  public var outcome: String? {
    guard partnership.state == .lighter, let way = partnership.enough?.way else { return nil }
    return look.say(.ptGoesOnAs, .text(look.word("lighter_outcome", way.outcome.rawValue)))
  }

  /// "12 Mar 2015 · with the Bureau · no. 5 · ann · why".
  public func step(_ step: PartnershipStep) -> String {
    look.dotted([
      look.day(step.day), step.state.word(look), step.number, step.who, step.reason,
    ])
  }

  /// "Imported as one change. · Steps 1–4 · ann · 12 Mar 2015": what a file gave of the history.
  public func given(_ given: GivenHistory) -> String {
    let steps = "\(look.say(.ptSteps)) 1–\(look.phrases.number(given.steps))"
    return look.dotted([look.say(.importWritten), steps, given.who, look.day(given.day)])
  }

  public func approval(_ approval: PartnershipApproval) -> String {
    look.dotted([look.day(approval.day), approval.who, approval.number, approval.reason])
  }

  public func review(_ review: PartnershipReview) -> String {
    look.dotted([
      look.day(review.day), look.word("review_body", review.body.rawValue), review.number, review.finding,
    ])
  }

  /// What is missing, and which key leads to it.
  public static func phrase(_ lack: PartnershipLack) -> Phrase { Phrase(problem: lack) }
}

extension Phrase {
  fileprivate init(problem lack: PartnershipLack) {
    func list(_ group: String, _ codes: [some Vocabulary]) -> Argument {
      let words = codes.map { Phrase(label: group, $0.rawValue) }
      let first = words.first ?? Phrase(.notStated)
      return .phrase(words.dropFirst().reduce(first) { Phrase(.listed, .phrase($0), .phrase($1)) })
    }
    switch lack {
    case .notNext(let from, let to):
      self.init(.ptNotNext, list("partnership_state", [from]), list("partnership_state", [to]))
    case .over(let state): self.init(.ptOver, list("partnership_state", [state]), .text("n"))
    case .invitation: self.init(.ptInvitation, .text("n"))
    case .alternatives(let ways): self.init(.ptAlternatives, list("alternative", ways), .text("i"))
    case .enough(let way): self.init(.ptEnough, list("alternative", [way]), .text("i"))
    case .noneEnough: self.init(.ptNoneEnough, .text("i"))
    case .partner: self.init(.ptNoPartner, .text("p"))
    case .purposes: self.init(.ptNoPurpose, .text("e"))
    case .finder: self.init(.ptNoFinder, .text("e"))
    case .criteria(let criteria): self.init(.ptCriteria, list("criterion", criteria), .text("t"))
    case .route: self.init(.ptRouteMissing, .text("e"), .text("w"))
    case .plenaryDecides: self.init(.ptPlenaryDecides, .text("w"))
    case .bureauDecides: self.init(.ptBureauDecides, .text("w"))
    case .plenaryFirst: self.init(.ptPlenaryFirst, .text("Space"))
    case .issues(let issues):
      self.init(.ptIssues, .number(issues.count), list("issue", issues), .text("c"))
    case .safeguards(let safeguards):
      self.init(.ptSafeguards, list("safeguard", safeguards), .text("s"))
    case .agreed: self.init(.ptAgreed, .text("Space"))
    case .reviewDay: self.init(.ptNoReviewDay, .text("e"))
    case .review: self.init(.ptNoReview, .text("v"))
    case .decision: self.init(.ptNoDecision, .text("Space"))
    case .twoPeople(let count): self.init(.ptTwoPeople, .number(count), .text("Space"))
    case .secondPerson(let who): self.init(.ptSecondPerson, .text(who), .text("Space"))
    case .before(let day): self.init(.ptBefore, .text(day.description))
    case .byHand: self.init(.ptByHand, .text("Space"), .text("v"))
    case .kept: self.init(.ptKept, .text("Space"))
    }
  }
}
