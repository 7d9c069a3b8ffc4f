import Testing

@testable import Dashboard

/// What all lists share is said in one place: the moves, the marker and the cursor, headings and columns.
@Suite struct ListRules {
  private static let panes = House.sources.filter {
    $0.module == "Dashboard" && !$0.path.hasPrefix("Sources/Dashboard/Lists/")
  }

  /// Forms move among fields, where letters are typed.
  private static let forms = ["Records/RecordForm.swift"]

  @Test func `The moves stand in one table`() {
    let moves = /\.command(Down|Up|PageDown|PageUp|Top|Bottom)\b/
    for file in Self.panes where !Self.isOne(file, of: Self.forms + Self.sheets) {
      #expect(!file.code.contains { $0.contains(moves) }, "\(file.path) has moves of its own")
    }
  }

  /// Grids and calendars, whose cursor stands in a cell; forms; pages whose pieces are longer than a row.
  private static let canvases = [
    "Board/BoardGrid.swift", "Budget/BudgetDrawing.swift", "Calendar/CalendarDrawing.swift",
    "Charts/ChartWall.swift", "Evaluation/EvaluationDrawing.swift",
    "Import/MappingDrawing.swift", "Launch/LaunchDrawing.swift", "Overview/OverviewSection.swift",
    "Products/ProductsDrawing.swift", "Records/EntryDraft.swift", "Records/RecordEditorDrawing.swift",
    "Reports/ReportDraftPane.swift", "Sheets/LinesSheet.swift", "Balance/BalanceDrawing.swift",
    "Balance/CountTable.swift", "Balance/PivotDrawing.swift",
    "Duplicates/PairDrawing.swift",
    "Stakeholders/StakeholdersDrawing.swift", "Timeline/LedgerLines.swift", "Timeline/TimelineDrawing.swift",
  ]
  /// Sheets over the panes of several lists that are still to be described as lists.
  private static let sheets = [
    "Media/FindingsPane.swift", "Media/MediaFilterPane.swift", "Press/SpokespersonPicker.swift",
    "Surveys/Answer/InvitePane.swift", "Surveys/IntakePane.swift", "Results/SurveySheet.swift",
    "Voices/CodedFindingsPane.swift", "Voices/VoicesComments.swift",
  ]

  @Test func `The marker of a row is drawn in one place`() {
    for file in Self.panes where !Self.isOne(file, of: Self.canvases + Self.sheets) {
      #expect(!file.code.contains { $0.contains("\"▌\"") }, "\(file.path) draws a marker of its own")
    }
  }

  private static func isOne(_ file: House.File, of paths: [String]) -> Bool {
    paths.contains { file.path.contains($0) }
  }
}
