import Model

extension MediaImport {
  /// The items of a table, whatever its columns are called and its dates look like. A tone is taken only
  /// where it is one of ours: what a service reckons is no judgement of a person.
  /// - Throws: `ImportFailure` for a file that is no table, or has no column of titles;
  ///   `ImportFile.Unreadable`.
  public static func items(
    of file: ImportFile, _ options: Options
  ) throws -> (
    found: [Found], rejected: [ImportPlan<Coverage>.Rejection], undated: Int, remarks: ImportRemarks
  ) {
    var rows = try TableRows<Coverage>(file)
    let columns = rows.columns
    guard columns.contains(where: { $0.field == "name" }) else { throw ImportFailure.columnMissing("name") }
    var (found, rejected, undated): ([Found], [ImportPlan<Coverage>.Rejection], Int) = ([], [], 0)
    while let row = try rows.next() {
      if let problem = row.problem {
        rejected.append(.init(line: row.line, column: "", problem: problem))
        continue
      }
      var item = Coverage(id: NewID.make())
      var problems: [ImportPlan<Coverage>.Rejection] = []
      var (fields, hasID): (Set<String>, Bool) = ([], false)
      for (index, column) in columns.enumerated() {
        guard let name = column.field, let text = row[index]?.trimmed, !text.isEmpty else { continue }
        if name == "id" {
          item = item.named(text)
          hasID = true
          continue
        }
        do throws(FieldProblem) {
          try set(name, text, of: &item)
          fields.insert(name)
        } catch { problems.append(.init(line: row.line, column: column.title, problem: .value(error))) }
      }
      if item.name.isEmpty {
        problems.append(.init(line: row.line, column: "name", problem: .value(.missing)))
      }
      guard problems.isEmpty else {
        rejected += problems
        continue
      }
      if item.when == nil {
        item.when = .day(options.today)
        undated += 1
      }
      if item.launch.isEmpty { item.launch = options.launch }
      if let feed = options.feed { take(feed, for: &item) }
      found.append(Found(line: row.line, item: item, fields: fields.subtracting(["when"]), hasID: hasID))
    }
    return (found, rejected, undated, rows.remarks)
  }

  private static func take(_ feed: Feed, for item: inout Coverage) {
    if item.feed.isEmpty { item.feed = feed.id }
    if item.outlet.isEmpty { item.outlet = feed.name }
    if item.country.isEmpty { item.country = feed.country }
    if item.language.isEmpty { item.language = feed.language }
    item.type = item.type ?? feed.type
  }

  private static func set(_ name: String, _ text: String, of item: inout Coverage) throws(FieldProblem) {
    guard let field = Coverage.field(name) else { return }
    switch name {
    case "when":
      if let when = try? When(text) { item.when = when; return }
      guard let when = FeedDate.when(text) else { throw .malformedDay(text) }
      item.when = when
    case "country":
      try field.write(Country.named(text)?.code ?? text, to: &item)
    case "language":
      try field.write(Language.tag(named: text) ?? text, to: &item)
    case "reach":
      // Written for people: 1,250,000 or 1 250 000.
      try field.write(String(text.filter { !",.'  \u{00A0}\u{202F}".contains($0) }), to: &item)
    default: try field.write(FeedText.line(text), to: &item)
    }
  }
}

extension Coverage {
  /// The same with another id.
  fileprivate func named(_ id: RecordID) -> Coverage { Coverage(id: id, version: version, values: values) }
}
