import Testing

/// A field that holds the id of a record says so in its table: merging, erasing, own data, the check of a store and
/// the names on the screen read it there.
@Suite struct ReferenceRules {
  private static let tables = House.sources.filter { file in
    file.module == "Model"
      && file.lines.contains { $0.contains("static let kind = RecordKind.") || $0.contains(": Composite {") }
  }

  @Test func `Whatever holds the id of a record is a reference, or one of the codes of the decision`() {
    #expect(Self.tables.count > 30)
    for file in Self.tables {
      let table = file.code.filter { $0.contains("reference") || $0.contains(".choice") }.joined()
      for line in file.code {
        guard let found = line.firstMatch(of: /^  public (?:var|let) (\w+): \[?RecordID[\]?]*(?: = .*)?$/),
          found.1 != "id"
        else { continue }
        let name = found.1
        let isSaid =
          table.contains(try! Regex("references?\\(\"\\w+\", \\\\.\(name)\\b"))
          || table.contains(try! Regex("Part\\(\\s*\"\(name)\", \\.(reference|choice)"))
          || table.contains(try! Regex("\\.choice.*\\\\.\(name)\\b"))
        #expect(isSaid, "\(file.path): \(name)")
      }
    }
  }
}
