import ArgumentParser
import Model
import Store

/// Makes a store of generated stakeholders.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Make a store of generated stakeholders.")

  @Option(help: "How many.") var stakeholders = 1_000_000
  @Option(help: "The same seed gives the same people.") var seed: UInt64 = 1
  @Argument(help: "The new store.") var store: String

  func run() throws {
    let library = try Library.open(store, who: "generator", creating: true)
    var generator = Generator(count: stakeholders, seed: seed)
    try library.load { generator.next() }
    print("\(stakeholders) stakeholders in \(store)")
  }
}
