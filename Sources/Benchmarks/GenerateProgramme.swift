import ArgumentParser
import Store

/// Makes a store with a large programme and no stakeholders.
struct GenerateProgramme: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a store with a large programme: activities, a launch board, enquiries, events.")

  @Option(help: "How many activities, over five plans.") var activities = 10_000
  @Option(help: "How many cards on the board of one launch.") var cards = 5_000
  @Option(help: "How many enquiries.") var enquiries = 500
  @Option(help: "How many events.") var events = 10_000
  @Option(help: "The same seed gives the same programme.") var seed: UInt64 = 1
  @Argument(help: "The new store.") var store: String

  func run() throws {
    let library = try Library.open(store, who: "generator", creating: true)
    var generator = ProgrammeGenerator(seed: seed)
    (generator.activities, generator.cards) = (activities, cards)
    (generator.enquiries, generator.events) = (enquiries, events)
    try generator.fill(library)
    print("\(activities) activities, \(cards) cards, \(enquiries) enquiries, \(events) events in \(store)")
  }
}
