import ArgumentParser
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach show RECORD`: one record of any kind in full.
struct ShowCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: abstract(.cliShow))
  }

  @Argument(help: help(.cliShowWhich)) var record: String
  @Option(help: help(.cliShowKind)) var kind: RecordKind?
  @Option(help: help(.cliHistoryFormat)) var format = Format.text
  @Flag(help: help(.cliShowAll)) var all = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      let record = try library.record(called: record, of: kind)
      let reference = RecordReference(type(of: record).kind, record.id)
      if reference.kind.isPrivate {
        store.place.noteReading(in: library) { try $0.logReading([reference], as: format.rawValue) }
      }
      try show(record, in: library, Environment.look(book))
    }
  }

  private func show(_ record: some Model.Record, in library: Library, _ look: Look) throws {
    let sheet = try RecordSheet(record, in: library, look)
    if format == .json { return sayWhole(try sheet.json()) }
    for line in sheet.lines(all: all) { sayWhole(line) }
  }
}

/// Writes a text for people that may have several lines.
func sayWhole(_ text: String) {
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) { say(String(line)) }
}
