@testable import Model
import Testing

private let today = Day("2015-09-15")!

/// The state of a paragraph on the day, of what a test puts into the store.
private func row(
  _ id: String, on day: Day = today, _ set: (inout Programme) -> Void = { _ in },
  more: (inout MandateFacts) -> Void = { _ in }
) throws -> MandateTrace.Row {
  var programme = Programme()
  set(&programme)
  var facts = MandateFacts(asOf: day)
  facts.take(programme)
  more(&facts)
  return try #require(MandateTrace(facts).rows.first { $0.id == id })
}

private func record<R: Record>(_ id: RecordID, _ set: (inout R) throws -> Void) rethrows -> R {
  var record = R(id: id)
  try set(&record)
  return record
}

@Suite struct MandateTraceTests {
  @Test func `Every paragraph has a row, on an empty store too`() {
    let trace = MandateTrace(MandateFacts(asOf: today))
    #expect(trace.rows.map(\.id) == Mandate.adopted.paragraphs.map(\.id))
    for row in trace.rows {
      #expect(row.state == (row.paragraph.covers.isEmpty ? .uncovered : .nothing))
      #expect(row.gaps == (row.paragraph.isOptional ? [] : row.paragraph.covers))
      #expect(row.isGap != row.paragraph.isOptional)
    }
    #expect(trace.counts[.nothing] + trace.counts[.uncovered] == trace.rows.count)
    #expect(trace.rows(of: .meaSecretariats).map(\.id) == ["op.7"])
  }

  @Test func `What is adopted is planned by the text, then overdue, and done when all of it is`() throws {
    #expect(try row("B.23c", on: Day("2015-01-31")!).state == .planned)
    let late = try row("B.23c")
    #expect(late.state == .overdue)
    #expect(late.gaps == [.activity("ip.3"), .records(.product, type: "guide")])
    let done: Activity = record("ip.3") { ($0.status, $0.actualEnd) = (.done, Day("2015-06-20")) }
    let half = try row("B.23c") { $0.activities = [done] }
    #expect(half.state == .underWay)
    #expect(half.gaps == [.records(.product, type: "guide")])
    let guide: Product = record("guide") { $0.type = .guide }
    let out: Translation = record("guide/en") { $0.state = .published }
    let whole = try row("B.23c") {
      ($0.activities, $0.products, $0.translations) = ([done], [guide], [out])
    }
    #expect(whole.state == .done && whole.gaps.isEmpty)
    // Done later than the day is not yet done.
    #expect(try row("B.23c", on: Day("2015-06-10")!) { $0.activities = [done] }.state == .underWay)
  }

  @Test func `What goes on is nothing until somebody recorded it`() throws {
    #expect(try row("B.23h").state == .nothing)
    #expect(try row("B.23h") { $0.activities = [Activity(id: "ip.7")] }.state == .planned)
    #expect(
      try row("B.23h") { $0.activities = [record("ip.7") { $0.status = .underWay }] }.state == .underWay)
    #expect(
      try row("B.23h") { $0.activities = [record("ip.7") { $0.status = .cancelled }] }.state == .dropped)
  }

  @Test func `What a recorded decision overruled is not asked for`() throws {
    let ruling: Ruling = record("needs-analysis") {
      ($0.side, $0.by, $0.reason) = (.second, "Bureau", "later")
    }
    let row = try row("B-app.6") { $0.rulings = [ruling] }
    #expect(row.parts.map(\.state) == [.dropped, .overdue, .nothing])
  }

  @Test func `A stakeholder day is asked for before each session`() throws {
    let session: Event = record("ipbes-4") { ($0.type, $0.start) = (.session, .day(Day("2016-02-22")!)) }
    let before = MandateCover.rule(.beforeSession)
    func tally(on day: Day, _ occurrences: [Occurrence] = []) throws -> MandateTally {
      let row = try row("B-app.14", on: day) { ($0.events, $0.occurrences) = ([session], occurrences) }
      return try #require(row.parts.first { $0.cover == before }?.tally)
    }
    #expect(try row("B-app.14").gaps.contains(before))
    #expect(try tally(on: today) == MandateTally([.planned]))
    #expect(try tally(on: Day("2016-02-21")!) == MandateTally([.underWay]))
    #expect(try tally(on: Day("2016-03-01")!) == MandateTally([.overdue]))
    let held: Occurrence = record("ip.9/ipbes-4") { $0.done = Day("2016-02-21") }
    #expect(try tally(on: Day("2016-03-01")!, [held]) == MandateTally([.done]))
    let late: Occurrence = record("ip.9/ipbes-4") { $0.done = Day("2016-03-05") }
    #expect(try tally(on: Day("2016-03-01")!, [late]) == MandateTally([.overdue]))
  }

  @Test func `Table two counts the cells of all launches, and a planned month that is over`() throws {
    let launch: Launch = record("pollination") { $0.consultancy = "Bees Ltd" }
    func cell(_ state: CellState) -> LaunchCell { record("pollination/t2.12/2015-10") { $0.state = state } }
    func state(_ state: CellState, on day: Day) throws -> MandateState? {
      let row = try row("A-VII.12c", on: day) { ($0.launches, $0.cells) = ([launch], [cell(state)]) }
      return row.parts.last?.state
    }
    #expect(try state(.planned, on: today) == .planned)
    #expect(try state(.planned, on: Day("2015-11-01")!) == .overdue)
    #expect(try state(.underWay, on: Day("2015-11-01")!) == .underWay)
    #expect(try state(.done, on: today) == .done)
    let table = try row("A-VI.11") { $0.cells = [cell(.done)] }.parts[0].tally
    #expect(table[.done] == 1 && table[.nothing] == 15 && table.state == .underWay)
    #expect(try row("A-VI.8") { $0.launches = [launch] }.state == .underWay)
  }

  @Test func `A proposal of the network is under way until it is answered`() throws {
    func state(_ set: (inout NetworkProposal) -> Void) throws -> MandateState {
      try row("B-app.4", more: { $0.take([record("p", set) as NetworkProposal]) }).state
    }
    #expect(try row("B-app.4").state == .nothing)
    #expect(try state { $0.received = today + 1 } == .nothing)
    #expect(try state { ($0.received, $0.shared) = (today, today) } == .underWay)
    #expect(try state { $0.outcome = "taken up" } == .done)
  }

  @Test func `Reports and surveys count by whom and what they are for`() throws {
    let report: Report = record("r") { ($0.audience, $0.state, $0.released) = (.bureau, .released, today) }
    let reported = try row("A.7", more: { $0.take([report]) })
    #expect(reported.parts.map(\.state) == [.nothing, .done, .nothing, .nothing])
    #expect(reported.state == .underWay)
    var book = IndicatorBook(at: today)
    book.surveys = [
      record("s") { ($0.purpose, $0.state, $0.closes) = (.perception, .closed, today + -1) },
      record("a") { ($0.purpose, $0.state, $0.opens) = (.annual, .open, today + 1) },
    ]
    book.evidence = [record("e") { $0.indicator = "2.1" }]
    book.stakeholders = 461
    #expect(try row("A-VII.12a", more: { $0.take(book) }).state == .done)
    #expect(try row("A-app.2l", more: { $0.take(book) }).parts.last?.state == .planned)
    #expect(try row("B.23e", more: { $0.take(book) }).parts.last?.state == .done)
    #expect(try row("op.5", more: { $0.take(book) }).parts[0].tally[.underWay] == 461)
    let scientists = try row("A.13b-i", more: { $0.count(.stakeholder, type: "scientists", 7) })
    #expect(scientists.parts[0].tally[.underWay] == 7 && !scientists.isGap)
  }

  @Test func `Each kind counts as far as it has come on the day`() {
    func state<R: Traced>(_ set: (inout R) -> Void) -> MandateState? {
      record("x", set).mandateState(asOf: today)
    }
    let noon = try! Moment("2015-09-14 12:00 UTC")
    #expect(state { (e: inout Enquiry) in e.received = try! Moment("2015-09-16 12:00 UTC") } == nil)
    #expect(state { (e: inout Enquiry) in e.deadline = noon } == .overdue)
    #expect(state { (e: inout Enquiry) in (e.state, e.deadline) = (.answered, noon) } == .done)
    #expect(state { (e: inout Event) in e.start = .day(today) } == .underWay)
    #expect(state { (e: inout Event) in (e.start, e.status) = (.day(today), .cancelled) } == .dropped)
    #expect(state { (c: inout Concern) in (c.state, c.resolved) = (.resolved, today + 1) } == .underWay)
    #expect(state { (c: inout Concern) in c.due = today + -1 } == .overdue)
    #expect(state { (c: inout CallForInput) in c.closes = today + -1 } == .done)
    #expect(state { (o: inout Opportunity) in (o.state, o.opens) = (.open, today + 9) } == .planned)
    #expect(state { (g: inout FocusGroup) in g.when = .day(today) } == .underWay)
    #expect(state { (n: inout Notice) in n.requested = today } == .underWay)
    #expect(state { (r: inout RegisterRelease) in r.day = today + 1 } == nil)
    #expect(
      state { (m: inout Measure) in m.readings = [Reading(day: today, value: Quantity(4))] } == .underWay)
    #expect(state { (r: inout TaskForceRequest) in r.until = today + -1 } == .done)
  }

  @Test func `What nothing covers keeps a paragraph from being done`() throws {
    let resolved: Concern = record("c") { $0.state = .resolved }
    var book = IndicatorBook(at: today)
    book.surveys = [record("s") { ($0.purpose, $0.state) = (.afterEvent, .closed) }]
    let risks = try row("B.19", { $0.concerns = [resolved] }, more: { $0.take(book) })
    #expect(risks.parts.map(\.state) == [.nothing, .done, .done, .nothing] && risks.state == .underWay)
    let training: Event = record("e") { ($0.type, $0.start) = (.training, .day(today + -1)) }
    let guidance = try row("A-VI.10") { $0.events = [training] }
    #expect(guidance.parts.map(\.state) == [.done])
    #expect(guidance.state == .underWay && guidance.gaps.isEmpty && guidance.isGap)
    #expect(guidance.paragraph.missing?.zh == "为成员国、区域中心和网络提供的指导")
  }

  @Test func `Objectives are under way by what focus groups found`() throws {
    let group: FocusGroup = try record("g") {
      $0.when = .day(today)
      $0.findings = [try Finding(texts: ["clear", "", "A.10b; B.7a", "", ""])]
    }
    func tally(_ id: String) throws -> MandateTally? {
      try row(id) { $0.focusGroups = [group] }.parts[0].tally
    }
    #expect(try tally("A.10")?[.underWay] == 1 && (try tally("A.10")?[.nothing]) == 5)
    #expect(try tally("B.7")?[.underWay] == 1 && (try tally("B.7")?[.nothing]) == 7)
  }

  @Test func `From a record to the paragraphs that it helps to meet`() throws {
    func ids(_ record: some Record) -> [String] { Mandate.adopted.paragraphs(of: record).map(\.id) }
    #expect(ids(NetworkProposal(id: "p")) == ["B-app.4"])
    #expect(ids(Activity(id: "t1.k")) == ["op.2", "A-app.2", "A-app.2k"])
    #expect(ids(Occurrence(activity: "t1.k", slot: "ipbes-4")) == ids(Activity(id: "t1.k")))
    #expect(ids(Activity(id: "own")) == ["B.25"])
    #expect(ids(LaunchCell(launch: "x", activity: "t2.12", slot: "2015-10")).contains("A-VII.12c"))
    #expect(ids(record("s") { $0.purpose = .perception } as Survey) == ["A-VII.12a"])
    #expect(ids(record("e") { $0.indicator = "4.1" } as Evidence) == ["B.20", "B-app.2"])
    #expect(ids(record("x") { $0.audience = .unMEA } as Stakeholder).prefix(2) == ["op.5", "A.13a-ii"])
    #expect(ids(ToldApart(id: "x")).isEmpty)
  }

  @Test func `A whole is as far as its parts allow, whatever they are`() {
    let states = MandateState.allCases.filter { $0 != .uncovered }
    for a in states {
      for b in states {
        for c in states {
          let all = [a, b, c]
          let whole = MandateTally(all).state
          #expect((whole == .overdue) == all.contains(.overdue))
          let asked = all.filter { $0 != .dropped }
          #expect((whole == .done) == (!asked.isEmpty && asked.allSatisfy { $0 == .done }))
          #expect((whole == .dropped) == asked.isEmpty)
          #expect(MandateTally(all.reversed()).state == whole)
        }
      }
    }
    #expect(MandateTally().state == .nothing)
  }
}
