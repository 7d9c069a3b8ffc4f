import ArgumentParser

struct Outreach: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(subcommands: [ImportCommand.self, ExportCommand.self, StoreCommand.self])
  }
}
Outreach.main()
