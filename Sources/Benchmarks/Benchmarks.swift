import ArgumentParser

/// Prints how fast the program is, beside a floor measured in the same run.
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks",
    abstract: "Measures outreach through a pseudo-terminal on generated stakeholders.",
    subcommands: [
      Generate.self, Queries.self, Measure.self, Import.self, Duplicates.self, Bulk.self,
      GenerateProgramme.self, GenerateSurvey.self, SurveyTables.self, MeasureProgramme.self, MeasureWall.self,
      Calendars.self,
      GenerateMedia.self, MeasureMedia.self, MeasureReport.self, MeasureWording.self,
      SurveyImport.self, MeasureDecision.self, Growth.self, Compare.self, Office.self, OfficeWriter.self,
    ],
    defaultSubcommand: Measure.self)
}
