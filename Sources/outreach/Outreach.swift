import ArgumentParser
import Curses
import Dashboard
import Glibc
import Model
import Phrases
import Store
import Terminal

/// `outreach`: the dashboard, and beside it what is done without one.
struct Outreach: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outreach",
    abstract: "A dashboard for communications and stakeholder engagement (decision IPBES-3/4).",
    discussion: """
      Without a subcommand, opens the dashboard on your store; without a terminal on its output, prints the \
      overview as plain text.
      """,
    version: Version.text)

  @Option(help: "The store to open.", completion: .file())
  var store: String?
  @Flag(help: "Open a scratch store of invented sample data, gone when you leave.")
  var sample = false
  @Option(help: "Compute early, due, late and done for this day (YYYY-MM-DD) instead of today.")
  var asOf: String?
  @Flag(help: "Never write.")
  var readOnly = false
  @Option(help: "A theme's name (dark, light, high-contrast, monochrome) or file.")
  var theme: String?
  @Option(help: "The language of the screen: en, zh.")
  var lang: String?

  func run() throws {
    try MainActor.assumeIsolated {
      let visit = try Visit(self)
      defer { visit.end() }
      try visit.run()
    }
  }
}
