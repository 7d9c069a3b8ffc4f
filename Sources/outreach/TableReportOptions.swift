import ArgumentParser
import Office
import Store

/// What each command takes that prints a report of one table, and how it is written.
struct TableReportOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown, html, csv, xlsx }

  @Option(name: .customLong("format"), help: help(.cliTraceFormat)) var formatAsked: Format?
  @OptionGroup var output: OutputOptions
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  var format: Format { output.format(formatAsked, else: .text) }

  /// - Parameter report: of the store, on the day of the look, which knows what records are called.
  func write(_ report: (Library, Look) throws -> any TableReport) throws {
    try language.reporting { book in
      var look = Look(phrases: book, asOf: try reckoning.day ?? Environment.today, who: StorePlace.login)
      let library = try store.place.open()
      look.names = RecordNames(in: library)
      let report = try report(library, look)
      if format == .xlsx { return try output.writeSheet(report.csv, named: report.title) }
      let file = try output.file()
      switch format {
      case .text: try file.write(Array(Legible.lines(report.text).utf8))
      case .markdown: try file.write(Array(Legible.lines(report.markdown).utf8))
      case .html: try file.write(report.page)
      case .csv, .xlsx: try file.write(report.csv)
      }
      try file.commit()
    }
  }
}
