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

  /// Is generalised with the pickers of references.
  private static let sheets = ["Press/SpokespersonPicker.swift"]

  @Test func `The marker of a row is drawn in one place`() {
    for file in Self.panes where !Self.isOne(file, of: Self.sheets) {
      #expect(!file.code.contains { $0.contains("\"▌\"") }, "\(file.path) draws a marker of its own")
    }
  }

  private static func isOne(_ file: House.File, of paths: [String]) -> Bool {
    paths.contains { file.path.contains($0) }
  }
}
