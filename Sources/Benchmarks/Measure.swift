import ArgumentParser

/// Measures.
struct Measure: ParsableCommand {
  func run() throws {}
}
