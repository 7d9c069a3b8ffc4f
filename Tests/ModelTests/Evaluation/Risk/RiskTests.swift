@testable import Model
import Testing

private let today = Day("2015-09-15")!

private func record<R: Record>(_ id: RecordID, _ set: (inout R) -> Void) -> R {
  var record = R(id: id)
  set(&record)
  return record
}

@Suite struct RiskTests {
  @Test func `The five risks are those of the text, in its order and its words`() throws {
    let adopted = Decision.adopted.risks
    #expect(adopted.map(\.risk) == EngagementRisk.allCases)
    let paragraph = try #require(Mandate.adopted.paragraph("B.19"))
    var rest = Substring(paragraph.text.adopted)
    for one in adopted {
      #expect(one.citation == paragraph.citation)
      let place = try #require(rest.range(of: one.label.zh), "\(one.risk)")
      rest = rest[place.upperBound...]
      #expect(paragraph.text.text(in: "en").lowercased().contains(one.label.en.lowercased()))
    }
  }

  @Test func `They are there without a record, and what weighs most stands first`() {
    #expect(Risk.register([]).map(\.id) == EngagementRisk.codes)
    #expect(Risk.register([]).allSatisfy { $0.version == 0 && $0.weight == nil })
    let own: Risk = record("r-1") { ($0.name, $0.likelihood, $0.impact) = ("Own", .low, .high) }
    let fatigue: Risk = record("fatigue") { ($0.likelihood, $0.impact) = (.high, .high) }
    let risks = Risk.register([fatigue, own])
    #expect(risks.map(\.id) == ["fatigue", "r-1", "conflict", "capacity", "expectations", "unevenness"])
    #expect(risks[0].title(in: "zh") == "疲于参与" && risks[1].title(in: "zh") == "Own")
  }

  @Test func `One that the office adds has a name, those of the decision have theirs`() {
    #expect(Risk(id: "r-1").contradictions.map(\.field) == ["name"])
    #expect(Risk(id: "capacity").contradictions.isEmpty)
  }

  @Test
  func `A review keeps what was found and counted, and the second of a day takes the place of the first`()
    throws
  {
    let counts = [SignalCount(signal: .askedOften, count: 4, rows: [])]
    let first = RiskReview(day: today, likelihood: .low, impact: .high, remark: "a")
    let once = try Risk(id: "fatigue").reviewed(first, counts, next: today + 90)
    #expect(once.likelihood == .low && once.impact == .high && once.reviewDay == today + 90)
    #expect(once.reviews == [first] && once.countAtReview(of: .askedOften) == 4)
    let second = RiskReview(day: today, likelihood: .medium, impact: .high)
    let twice = try once.reviewed(second, [], next: nil)
    #expect(twice.reviews == [second] && twice.countAtReview(of: .askedOften) == nil)
    #expect(twice.reviewDay == nil)
    let later = try once.reviewed(
      RiskReview(day: today + 1, likelihood: .low, impact: .low), counts, next: nil)
    #expect(later.reviews.count == 2 && later.lastReview?.day == today + 1)
    #expect(throws: FieldProblem.tooEarly(today + 1)) { try later.reviewed(first, counts, next: nil) }
  }

  @Test func `A history that comes from elsewhere is one that reviews could have made`() throws {
    let counts = [SignalCount(signal: .askedOften, count: 4, rows: [])]
    let review = RiskReview(day: today, likelihood: .low, impact: .high, remark: "a")
    let risk = try Risk(id: "fatigue").reviewed(review, counts, next: nil)
    #expect(risk.historyProblems(asOf: today).isEmpty)
    func problem(_ spoil: (inout Risk) -> Void, asOf day: Day? = nil) -> String? {
      var one = risk
      spoil(&one)
      return one.historyProblems(asOf: day ?? today).first.map { "\($0.field) \($0.problem)" }
    }
    #expect(problem({ _ in }, asOf: today + -1) == "reviews \(FieldProblem.tooLate(today + -1))")
    #expect(problem { $0.reviews.append(review) } == "reviews \(FieldProblem.tooEarly(today))")
    #expect(
      problem { $0.reviews = [RiskReview(day: today, likelihood: nil, impact: .low)] } == "reviews missing")
    #expect(problem { $0.reviews = [] } == "signals_counted reviewedByHand")
    #expect(problem { $0.counted += $0.counted } == "signals_counted repeatedCode(\"asked-often\")")
    var typed = risk
    typed.counted = []
    #expect(typed.breach(over: risk)?.field == "signals_counted" && risk.breach(over: risk) == nil)
    typed = risk
    typed.note = "said"
    #expect(typed.breach(over: risk) == nil)
  }

  @Test func `What changed since the last review is said by degree and by signal`() throws {
    var risk = try Risk(id: "expectations").reviewed(
      RiskReview(day: today + -60, likelihood: .low, impact: .medium),
      [SignalCount(signal: .concernsOverdue, count: 1, rows: [])], next: nil)
    var book = RiskBook(asOf: today, [risk])
    let late: (Int) -> Concern = { number in
      record("c\(number)") { ($0.due, $0.risk) = (today + -number, .expectations) }
    }
    book.signals.take([late(1), late(2), late(3)], on: today)
    let change = book.change(of: risk)
    #expect(change.signals.map(\.step) == [2, nil] && change.hasRisen)
    #expect(change.likelihood == change.since?.likelihood)
    risk.likelihood = .high
    book.signals.take([] as [Concern], on: today)
    #expect(book.change(of: risk).likelihood == .high && book.change(of: risk).hasFallen)
    #expect(book.change(of: Risk(id: "fatigue")).since == nil)
  }

  @Test func `Files and the store hold a review as it was`() throws {
    let text = "2015-06-15 | low | very-high | nobody\\; asked; 2015-09-01 | | medium"
    var risk = Risk(id: "fatigue")
    try Risk.field("reviews")?.write(text, to: &risk)
    #expect(risk.reviews.map(\.impact) == [.veryHigh, .medium] && risk.reviews[0].remark == "nobody; asked")
    try Risk.field("signals_counted")?.write("2015-06-15 | gaps | 0", to: &risk)
    #expect(risk.counted == [CountedSignal(day: Day("2015-06-15")!, signal: .gaps, count: 0)])
    #expect(Risk(id: "fatigue", version: 1, values: risk.values).reviews == risk.reviews)
    #expect(throws: FieldProblem.self) { try Risk.field("reviews")?.write(" | low", to: &risk) }
  }

  @Test func `A review that is due presses, and stands in the calendar`() {
    let risk: Risk = record("fatigue") { ($0.reviewDay, $0.owner) = (today + -1, "engage") }
    var programme = Programme()
    programme.risks = [risk, record("capacity") { $0.reviewDay = today + 30 }]
    let alarms = programme.alarms(asOf: today, at: 0, within: 7).filter { $0.kind == .risk }
    #expect(alarms.map(\.record) == ["fatigue"] && alarms[0].grade == .overdue && alarms[0].owner == "engage")
    #expect(alarms[0].label?.zh == "疲于参与")
    let items = Agenda(programme, zone: .utc).days(from: today + -1, through: today + -1).values.joined()
    #expect(items.filter { $0.kind == .risk }.map(\.mark) == [.review])
  }

  @Test func `The trace counts the register, and asks for the policy`() throws {
    func row(_ set: (inout Programme) -> Void) throws -> MandateTrace.Row {
      var programme = Programme()
      set(&programme)
      var facts = MandateFacts(asOf: today)
      facts.take(programme)
      return try #require(MandateTrace(facts).rows.first { $0.id == "B.19" })
    }
    let policy = MandateCover.records(.product, type: "risk-policy")
    #expect(try row { _ in }.gaps.contains(.records(.risk, type: "")))
    let known = try row { $0.risks = [record("fatigue") { $0.likelihood = .low }] }
    #expect(known.gaps.contains(policy) && !known.gaps.contains(.records(.risk, type: "")))
    let late = try row { $0.risks = [record("fatigue") { $0.reviewDay = today + -1 }] }
    #expect(late.state == .overdue)
    let begun = try row { $0.products = [record("p") { $0.type = .riskPolicy }] }
    #expect(!begun.gaps.contains(policy))
  }
}

@Suite struct RiskSignalTests {
  @Test func `Concerns are overdue after their day, and only while they are open`() {
    var signals = RiskSignals()
    let all: [Concern] = [
      record("today") { $0.due = today }, record("late") { $0.due = today + -1 },
      record("settled") { ($0.due, $0.state) = (today + -1, .resolved) },
      record("later") { ($0.due, $0.raised) = (today + -1, today + 1) },
    ]
    signals.take(all, on: today)
    let late = signals[.concernsOverdue, .expectations]
    #expect(late?.count == 1 && late?.rows == [.record(RecordReference(.concern, "late"), times: 0)])
  }

  @Test func `A concern counts for the risk that it names`() {
    var signals = RiskSignals()
    signals.take([record("a") { $0.risk = .fatigue }, Concern(id: "b")], on: today)
    #expect(signals[.concerns, .fatigue]?.count == 1 && signals[.concerns, .conflict]?.count == 0)
    #expect(signals[.concerns, nil] == nil)
  }

  @Test func `Two that contradict each other are one pair, from whichever side it was marked`() {
    let (a, b) = (RecordReference(.concern, "a"), RecordReference(.comment, "call/1"))
    var signals = RiskSignals()
    signals.take(contradicting: [(a, [b]), (b, [a]), (a, [a])])
    #expect(signals[.contradictions, .conflict]?.rows == [.pair(a, b)])
  }

  @Test func `Who declined for cost counts by number up to the day`() throws {
    let replies = [
      "2015-09-01 | | 3 | no funds | cost", "2015-09-02 | ana | | | cost", "2015-09-16 | | 5 | | cost",
      "2015-09-01 | | 9 | | time", "2015-09-01 | | 9",
    ]
    var one = Opportunity(id: "o")
    try Opportunity.field("answered")?.write(replies.joined(separator: "; "), to: &one)
    var signals = RiskSignals()
    signals.take([one, Opportunity(id: "p")], on: today)
    #expect(signals[.declinedForCost, .capacity]?.count == 4)
    #expect(
      signals[.declinedForCost, .capacity]?.rows == [.record(RecordReference(.opportunity, "o"), times: 4)])
  }

  @Test func `What is dear to count comes later and takes nothing away`() {
    var signals = RiskSignals()
    signals.take([record("a") { $0.risk = .fatigue } as Concern], on: today)
    #expect(signals.signals(of: Risk(id: "fatigue")).map(\.signal) == [.concerns])
    var dear = RiskSignals()
    dear.take(asked: [("ana", 4)], count: 1)
    signals.merge(dear)
    #expect(signals.signals(of: Risk(id: "fatigue")).map(\.signal) == [.askedOften, .concerns])
    let own: Risk = record("r") { ($0.name, $0.type) = ("Own", .fatigue) }
    #expect(signals.signals(of: own).count == 2 && signals.signals(of: Risk(id: "other")).isEmpty)
  }
}
