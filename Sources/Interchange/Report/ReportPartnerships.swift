import Model
import Phrases

/// What was done to establish and carry out strategic partnerships (operative paragraph 8; annex III).
extension ReportBuilder {
  mutating func partnerships() {
    let (works, words) = (facts.partnerships ?? [], words)
    guard !works.isEmpty else { return say("partnerships.none", .reportNoPartnerships) }
    let counts = works.reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
    say(
      "partnerships.states",
      book.say(.reportPartnershipStates, words.day(facts.asOf), words.number(works.count)),
      items(counts, "partnership_state", order: PartnershipState.codes), sources(works))
    table(
      "partnerships.table", book.say(.reportPartnershipTable),
      [
        book.say(.columnPartnership), book.say(.columnPartnershipState), book.say(.columnLastStep),
        book.say(.columnDecisionNumber), book.say(.columnApproval),
      ],
      works.map { work in
        [
          name(work), words.word("partnership_state", work.state),
          work.since.isEmpty ? "" : words.day(work.since), work.number,
          PartnershipRoute(rawValue: work.route).map(Self.item) ?? "",
        ]
      }, firstNumber: 5, sources(works))
    list("partnerships.issues", .reportPartnershipIssues, works.filter { $0.openIssues > 0 }) {
      words.number($0.openIssues)
    }
    list("partnerships.reviews", .reportPartnershipReviews, works.filter { $0.state == "review-due" }) {
      words.day($0.nextReview)
    }
  }

  private mutating func list(
    _ key: String, _ sentence: DocumentKey, _ works: [ReportFacts.PartnershipWork],
    _ figure: (ReportFacts.PartnershipWork) -> String
  ) {
    guard !works.isEmpty else { return }
    let items = works.map { Item(book.say(.reportItem, name($0), figure($0))) }
    say(key, book.say(sentence), items, sources(works))
  }

  /// What the decision names is called so in each language.
  private func name(_ work: ReportFacts.PartnershipWork) -> String {
    work.name.isEmpty ? book.label("partnership", work.id) : work.name
  }

  /// "18 (a)", of annex III.
  private static func item(_ route: PartnershipRoute) -> String {
    switch route {
    case .plenary: "18 (a)"
    case .bureau: "18 (b)"
    case .consult: "18 (c)"
    }
  }

  private func sources(_ works: [ReportFacts.PartnershipWork]) -> ReportSources {
    ReportSources(.partnership, works.map(\.id), query: "partnerships")
  }
}
