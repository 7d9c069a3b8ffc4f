import Model
import Phrases

/// The six indicators with their evidence and their gaps (annex II, paragraph 20), and what others said.
extension ReportBuilder {
  /// `1.2 Evidence that stakeholders were consulted`.
  func described(_ id: RecordID) -> String {
    let label = book.label("description", id)
    let text = label == id ? Decision.adopted.description(id)?.label.text(in: words.language) ?? "" : label
    return "\(id) \(text)"
  }

  mutating func indicators() {
    let all = facts.indicators.descriptions
    let gaps = all.filter(\.isGap)
    guard !all.isEmpty else { return say("indicators.none", .reportNoIndicators) }
    say(
      "indicators.summary",
      book.say(.reportIndicators, words.number(all.count), words.number(all.count - gaps.count), words.number(gaps.count)))
    let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for group in Decision.adopted.indicators {
      let label = book.label("indicator", group.id)
      subsection(label == group.id ? group.label.text(in: words.language) : label)
      for description in group.descriptions { say(description.id, byID[description.id]) }
    }
    trends()
  }

  private mutating func say(_ id: RecordID, _ shown: IndicatorFigures.Description?) {
    guard let shown, !shown.isGap else {
      return say("indicators.\(id)", book.say(.reportGap, described(id)))
    }
    let evidence = shown.evidence.map { Item(text(of: $0)) }
    let standings = shown.standings.map { Item(text(of: $0)) }
    let counted = shown.counted.map { item(book.label("counted", $0.key), $0.count) }
    let records = ReportSources(.evidence, shown.evidence.map(\.id)) + ReportSources(.measure, shown.standings.map(\.id))
    var referred = ReportSources()
    referred.records = shown.evidence.map(\.reference).filter { !$0.isEmpty }
    referred.count = referred.records.count
    say(
      "indicators.\(id)", book.say(.reportShown, described(id)), evidence + standings + counted,
      records + referred)
  }

  private func text(of shown: IndicatorFigures.Shown) -> String {
    let parts = [
      shown.rung.isEmpty ? "" : book.label("rung", shown.rung), shown.day.isEmpty ? "" : words.day(shown.day),
      shown.proof == Proof.count.rawValue ? words.number(shown.count) : "", shown.source, shown.link,
    ]
    let rest = book.list(parts.filter { !$0.isEmpty })
    return rest.isEmpty ? shown.name : book.say(.reportItem, shown.name, rest)
  }

  private func text(of one: IndicatorFigures.Standing) -> String {
    func value(_ value: String, _ day: String) -> String {
      if value.isEmpty { return book.say(.reportNotRecorded) }
      let text = one.unit.isEmpty ? value : "\(value) \(one.unit)"
      return day.isEmpty ? text : book.say(.reportOnDay, text, words.day(day))
    }
    return book.say(
      .reportStanding, one.name, value(one.baseline, one.baselineDay), value(one.target, one.targetDay),
      value(one.actual, one.actualDay))
  }

  /// How many pieces of evidence reach each rung: no score, only how far what is shown goes.
  private mutating func trends() {
    let rungs = facts.indicators.descriptions.flatMap(\.evidence).reduce(into: [:]) {
      $0[$1.rung, default: 0] += 1
    }
    let evidence = facts.indicators.descriptions.flatMap(\.evidence).map(\.id)
    figure(
      "indicators.rungs", bars(.reportRungsChart, rungs, "rung", order: Rung.codes),
      ReportSources(.evidence, evidence, query: "evidence"))
  }

  // MARK: Voices

  mutating func voices() {
    let voices = facts.voices
    if voices.opportunities.isEmpty {
      say("voices.opportunities", .reportNoOpportunities)
    } else {
      table(
        "voices.opportunities", book.say(.reportOpportunities),
        [
          book.say(.columnOpportunity), book.say(.columnDeliverable), book.say(.columnRule),
          book.say(.columnDeadline), book.say(.columnTold), book.say(.columnReplies),
        ],
        voices.opportunities.map { one in
          [
            one.name, one.deliverable.isEmpty ? "–" : one.deliverable,
            one.rule.isEmpty ? book.say(.reportNoRuleYet) : one.rule,
            one.deadline.isEmpty ? book.say(.reportNoDay) : words.day(one.deadline), words.number(one.told),
            words.number(one.answered),
          ]
        }, firstNumber: 4, ReportSources(.opportunity, voices.opportunities.map(\.id), query: "opportunities"))
    }
    calls()
    focusGroups()
    concerns()
  }

  private mutating func calls() {
    let calls = facts.voices.calls
    guard !calls.isEmpty else { return say("voices.calls", .reportNoCalls) }
    table(
      "voices.calls", book.say(.reportCalls),
      [
        book.say(.columnCall), book.say(.columnComments), book.label("considered", "accepted"),
        book.label("considered", "partly-accepted"), book.label("considered", "not-accepted"),
        book.say(.columnOpen),
      ],
      calls.map { one in
        [one.name] + [one.comments, one.accepted, one.partly, one.notAccepted, one.open].map(words.number)
      },
      ReportSources(.call, calls.map(\.id), query: "calls")
        + ReportSources(.comment, [], count: calls.reduce(0) { $0 + $1.comments }, query: "comments"))
    let dispositions: [(String, KeyPath<VoiceFigures.Calls, Int>)] = [
      (book.label("considered", "accepted"), \.accepted),
      (book.label("considered", "partly-accepted"), \.partly),
      (book.label("considered", "not-accepted"), \.notAccepted), (book.say(.columnOpen), \.open),
    ]
    figure(
      "voices.callsChart",
      Chart(
        .stacked, title: book.say(.reportCalls), categories: calls.map(\.name),
        series: dispositions.map { name, path in Chart.Series(name, calls.map { Double($0[keyPath: path]) }) }),
      data: "voices.calls", ReportSources(.call, calls.map(\.id), query: "calls"))
  }

  private mutating func focusGroups() {
    let groups = facts.voices.focusGroups
    guard !groups.isEmpty else { return say("voices.focusGroups", .reportNoFocusGroups) }
    say(
      "voices.focusGroups", book.say(.reportFocusGroups, words.number(groups.count)),
      groups.map { group in
        let day = group.day.isEmpty ? book.say(.reportNoDay) : words.day(group.day)
        return Item(
          book.say(.reportFocusGroup, group.name, day, words.number(group.participants)),
          group.findings.map { Item($0) })
      }, ReportSources(.focusGroup, groups.map(\.id), query: "focus-groups"))
  }

  private mutating func concerns() {
    let voices = facts.voices
    let total = voices.concerns.values.reduce(0, +)
    guard total > 0 else { return say("voices.concerns", .reportNoConcerns) }
    let sources = ReportSources(.concern, voices.concernSources, count: total, query: "concerns raised:\(days)")
    say(
      "voices.concerns", book.say(.reportConcerns, words.number(total)),
      items(voices.concerns, "concern_state", order: ConcernState.codes), sources)
    if let days = voices.daysToResolve {
      say("voices.daysToResolve", book.say(.reportDaysToResolve, words.number(days)), [], sources)
    }
  }
}
