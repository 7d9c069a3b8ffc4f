import ArgumentParser
import Model
import Store

/// Measures partnerships, risks, messages and the trace to the mandate through a pseudo-terminal, and times the trace.
struct MeasureDecision: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decision",
    abstract:
      "Measure every key of the panes of partnerships, risks, messages and the trace, on many of each.")

  @Option(help: "A store made by generate, whose copy takes them; else a new one without stakeholders.")
  var store: String?
  @Option(help: "How many partnerships, risks and messages each.") var records = 10_000
  @Option(help: "How often each key is pressed.") var repeats = 20
  @Option(help: "The executable; else the one beside this.") var program: String?

  private static let list = ["Down", "PgDn", "PgUp", "G", "g"]
  private static let panes = [
    ProgrammeBench.PaneKeys(name: "Partnerships", open: ["Q"], keys: list),
    ProgrammeBench.PaneKeys(name: "Risks", open: [";"], keys: list),
    ProgrammeBench.PaneKeys(name: "Messages", open: ["X"], keys: list),
    ProgrammeBench.PaneKeys(name: "Trace", open: ["U"], keys: list + ["o", "o", "w"]),
  ]

  func run() throws {
    let bench = try ProgrammeBench(program: program) { path in
      if let store { try ProgrammeBench.copy(store, to: path) }
      let library = try Library.open(path, who: "generator", creating: store == nil)
      var generator = DecisionGenerator(seed: 1)
      try generator.fill(library, records)
    }
    defer { bench.tidy() }
    let floor = try bench.floor(repeats)
    print(Figures.line("a key, C floor", Figures.times(floor), ""))
    for pane in Self.panes {
      do { try bench.measure(pane, repeats: repeats, floor: floor.percentile(95)) } catch {
        print("\(pane.name): \(error)")
      }
    }
    try measureBeside(bench.path)
  }

  /// What is answered beside the keys: the first time, with nothing read yet, and then again.
  private func measureBeside(_ path: String) throws {
    let day = ProgrammeGenerator.release
    func measure(_ name: String, _ goal: String, _ read: (Library) throws -> Void) throws {
      let library = try Library.open(path, who: "benchmark", isReadOnly: true)
      let first = try Figures.milliseconds { try read(library) }
      let times = try (0..<repeats).map { _ in try Figures.milliseconds { try read(library) } }
      print(Figures.line("\(name), first", "\(Figures.round(first)) ms", goal))
      print(Figures.line("\(name), again", Figures.times(times), goal))
    }
    try measure("trace to the mandate, beside the keys", "100 ms") { _ = try $0.read(MandateTraceOn(day)) }
    try measure("register of risks, beside the keys", "") { _ = try $0.read(RiskBookOn(day)) }
    try measure("signals over all stakeholders, at rest", "") {
      _ = try $0.read(RiskCountsOn(day, by: .unGroups))
    }
  }
}

/// Invents many partnerships, risks and messages: the same seed gives the same.
struct DecisionGenerator {
  private var random: SplitMix
  private let first = Day(year: 2014, month: 7, day: 1)!

  init(seed: UInt64) { random = SplitMix(state: seed) }

  mutating func fill(_ library: Library, _ count: Int) throws {
    try library.apply(ImportRecords(new: (1...count).map { partnership($0) }))
    try library.apply(ImportRecords(new: (1...count).map { risk($0) }))
    try library.apply(ImportRecords(new: (1...count).map { message($0) }))
  }

  private mutating func partnership(_ number: Int) -> Partnership {
    var one = Partnership(id: "partnership-\(number)")
    one.name = "\(word()) Example \(number)"
    one.type = PartnershipType.allCases[pick(PartnershipType.allCases.count)]
    one.purposes = [PartnershipPurpose.allCases[pick(PartnershipPurpose.allCases.count)]]
    one.deliverables = "\(word()), \(word())"
    one.nextReview = first + pick(1_200)
    one.steps = [PartnershipStep(.idea, on: first, by: "generator")]
    // Every second one is in force, as two people recorded it.
    return number.isMultiple(of: 2) ? one : inForce(one)
  }

  /// All that a partnership has to say for itself, and its way into force.
  private mutating func inForce(_ idea: Partnership) -> Partnership {
    var one = idea
    (one.partner, one.type, one.finder) = (word(), .technical, .taskForce)
    one.alternatives = LighterWay.allCases.map { WeighedAlternative($0, why: word()) }
    one.criteria = PartnershipCriterion.allCases.map { JudgedCriterion($0, word()) }
    one.issues = AgreementIssue.allCases.map { SettledIssue($0, .settled, reason: word()) }
    one.safeguards = PartnershipSafeguard.allCases.map { KeptSafeguard($0, word()) }
    one.end = first + pick(1_200)
    for state in [PartnershipState.alternatives, .proposed, .bureau, .active] {
      let day = first + pick(30) + one.steps.count * 30
      for who in ["generator", "second"] where one.state != state {
        guard let next = try? PartnershipMachine(one).taking(state, on: day, number: "5", by: who) else {
          break
        }
        one = next
      }
    }
    return one
  }

  private mutating func risk(_ number: Int) -> Risk {
    var risk = Risk(id: "risk-\(number)")
    risk.name = "\(word()) \(word()) \(number)"
    risk.likelihood = RiskDegree.allCases[pick(RiskDegree.allCases.count)]
    risk.impact = RiskDegree.allCases[pick(RiskDegree.allCases.count)]
    risk.response = word()
    risk.reviewDay = first + pick(1_200)
    return risk
  }

  private mutating func message(_ number: Int) -> Message {
    var message = Message(id: "message-\(number)")
    message.name = "\(word()) \(word()) \(number)"
    message.launch = Launch.pollination
    message.texts = ["en": "\(word()) and \(word()) are better understood than before."]
    return message
  }

  private mutating func word() -> String { Names.subjects[pick(Names.subjects.count)] }
  private mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
}
