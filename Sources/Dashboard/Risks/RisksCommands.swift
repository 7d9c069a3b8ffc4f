import Model
import Office
import Phrases
import Store
import Terminal

extension RisksPane {
  static let commands: [Command<RisksPane>] = searching(showing + writing) + moves

  private static let showing: [Command<RisksPane>] = [
    Command("risks.open", .commandOpen, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
      pane.selected.map { [.present($0.risk.page(in: pane.book))] } ?? []
    },
    Command("risks.signals", .commandSignals, ["s"], rank: 3, unless: lacking(\.selected)) { pane, _ in
      pane.selected.map { [.present(SignalsPane($0, in: pane.book))] } ?? []
    },
    Command("risks.incentives", .commandIncentives, ["i"], rank: 8) { _, _ in [.present(IncentivesPane())] },
    .moving("risks.matrix", .commandMatrix, ["m"], rank: 4) { $0.turnMatrix() },
    Command("risks.history", .commandHistory, ["H"], unless: lacking(\.selected)) { pane, look in
      pane.selected.map { [.present($0.risk.history(look))] } ?? []
    },
  ]

  private static let writing: [Command<RisksPane>] = [
    Command(
      "risks.review", .commandReviewRisk, ["v"], rank: 2, needs: .edit, unless: lacking(\.selected)
    ) { pane, look in
      pane.selected.map { [.present(RiskReviewSheet.sheet(for: $0.risk, in: pane.book, look))] } ?? []
    },
    Command("risks.new", .commandNew, ["n"], rank: 5, needs: .edit) { _, look in
      var risk = Risk(id: NewID.make())
      risk.owner = look.who
      return [.present(RecordForm(risk, isNew: true))]
    },
    Command("risks.edit", .commandEdit, ["e"], rank: 6, needs: .edit, unless: lacking(\.selected)) {
      pane, _ in
      pane.selected.map { [.present(RecordForm($0.risk))] } ?? []
    },
    Command("risks.policy", .commandPolicy, ["P"], rank: 7, needs: .edit) { pane, look in
      if let policy = pane.book.policies.first?.product { return [.go(Destination(policy))] }
      var policy = Product(id: NewID.make())
      (policy.type, policy.owner) = (.riskPolicy, look.who)
      policy.name = look.word("product_kind", ProductKind.riskPolicy.rawValue)
      return [.present(RecordForm(policy, isNew: true))]
    },
    Command("risks.remove", .commandRemove, ["D"], needs: .edit, unless: notTheirs) { pane, look in
      guard let risk = pane.selected?.risk else { return [] }
      let news = Phrase(.removed, .text(look.title(of: risk)), .text("u"))
      return [.apply(RemoveRecord(risk), then: [.announce(news)])]
    },
  ]

  /// What the decision names cannot be taken away.
  private static func notTheirs(_ pane: Self, _ look: Look) -> Phrase? {
    guard let risk = pane.selected?.risk else { return Phrase(.nothingSelected) }
    return risk.adopted == nil ? nil : Phrase(.riskStays, .text("e"))
  }
}

/// A review of a risk: how likely and how grave it is now, with a remark, and when it is looked at again. What the
/// signals count at that moment is kept with it.
enum RiskReviewSheet {
  static func sheet(for risk: Risk, in book: RiskBook, _ look: Look) -> LinesSheet {
    func degree(_ field: String, _ now: RiskDegree?) -> LinesSheet.Line {
      LinesSheet.Line(
        label: Phrase(label: "field", field), entry: .choice([""] + RiskDegree.codes),
        text: now?.rawValue ?? "",
        word: { code, look in RiskDegree(rawValue: code)?.word(look) ?? look.say(.riskUnassessed) })
    }
    let day = look.recordingDay
    let next = risk.reviewDay.map { $0 > day ? $0 : day.adding(months: 3) } ?? day.adding(months: 3)
    let lines = [
      degree("likelihood", risk.likelihood), degree("impact", risk.impact),
      LinesSheet.Line(label: Phrase(label: "part", "remark"), entry: .line),
      LinesSheet.Line(label: Phrase(label: "field", "review_on"), entry: .day, text: next.description),
    ]
    let counts = book.signals.signals(of: risk)
    return LinesSheet(.commandReviewRisk, lines) { texts in
      for place in 0...1 where texts[place].isEmpty { return .problem(line: place, Phrase(.problemMissing)) }
      let next = Day(texts[3])
      guard texts[3].isEmpty || next != nil else {
        return .problem(line: 3, Phrase(FieldProblem.malformedDay(texts[3])))
      }
      if let next, next <= day { return .problem(line: 3, Phrase(FieldProblem.endBeforeStart)) }
      let review = RiskReview(
        day: day, likelihood: RiskDegree(rawValue: texts[0]), impact: RiskDegree(rawValue: texts[1]),
        remark: texts[2])
      if let last = risk.lastReview?.day, day < last { return .problem(line: 2, Phrase(.tooEarly(last))) }
      let news = Phrase(.riskReviewed, .text(look.title(of: risk)))
      let change = ReviewRisk(risk, review, counts, next: next)
      return .effects([.apply(change, closing: true, then: [.announce(news)])])
    }
  }
}
