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
    let library = try Library.open(bench.path, who: "benchmark", isReadOnly: true)
    let day = ProgrammeGenerator.release
    let times = try (0..<repeats).map { _ in
      try Figures.milliseconds { _ = try library.read(MandateTraceOn(day)) }
    }
    print(Figures.line("trace to the mandate, beside the keys", Figures.times(times), "100 ms"))
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
