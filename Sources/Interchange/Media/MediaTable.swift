import Model

extension MediaItems {
  /// The items of a table, whatever its columns are called and its dates look like. A tone is taken only
  /// where it is one of ours: what a service reckons is no judgement of a person.
  /// - Throws: `ImportFailure` for a file that is no table, or has no column of titles;
  ///   `ImportFile.Unreadable`.
  public init(_ file: ImportFile, _ options: Options) throws {
    self.init()
    var rows = try TableRows<Coverage>(file)
    guard rows.columns.contains(where: { $0.field == "name" }) else {
      throw ImportFailure.columnMissing("name")
    }
    var own = CellNotes()
    while let row = try rows.next() { take(row, rows.columns, options, &own) }
    remarks = rows.remarks
    remarks.cellNotes += own.all
  }

  /// - Parameter own: what is to be said of the cells of a file of ours, which its reader lets be.
  private mutating func take(
    _ row: ImportRow, _ columns: [ImportColumn], _ options: Options, _ own: inout CellNotes
  ) {
    let isOwn = columns.contains { $0.field == "id" && !$0.isForeignID }
    var problems: [ImportPlan<Coverage>.Rejection] = []
    if let problem = row.problem { problems.append(.init(line: row.line, column: "", problem: problem)) }
    var item = Coverage(id: NewID.make())
    var (fields, hasID, date): (Set<String>, Bool, String) = ([], false, "")
    for (index, column) in columns.enumerated() where row.problem == nil {
      guard let name = column.field, let text = row[index]?.trimmed, !text.isEmpty else { continue }
      if column.isForeignID { continue }
      if name == "id" {
        item = item.named(text)
        hasID = true
        continue
      }
      if name == "when" { date = text }
      let clean = isOwn ? CellCare.withoutUnseen(text, of: name) : nil
      if let clean { own.add(.invisible, clean, column.title, at: index, row.line) }
      do throws(FieldProblem) {
        try Self.set(name, clean ?? text, of: &item, options)
        fields.insert(name)
      } catch { problems.append(.init(line: row.line, column: column.title, problem: .value(error))) }
    }
    if item.name.isEmpty, row.problem == nil {
      problems.append(.init(line: row.line, column: "name", problem: .value(.missing)))
    }
    guard problems.isEmpty else {
      rejected += problems
      rejectedRows += 1
      return
    }
    item.when = dated(item.when, date, line: row.line, options)
    let isDated = item.when != nil
    item.when = item.when ?? .day(options.today)
    if item.launch.isEmpty { item.launch = options.launch }
    if let feed = options.feed { Self.take(feed, for: &item) }
    found.append(
      Found(
        line: row.line, item: item, fields: fields.subtracting(["when"]), hasID: hasID, isDated: isDated))
  }

  private static func take(_ feed: Feed, for item: inout Coverage) {
    if item.feed.isEmpty { item.feed = feed.id }
    if item.outlet.isEmpty { item.outlet = feed.name }
    if item.country.isEmpty { item.country = feed.country }
    if item.language.isEmpty { item.language = feed.language }
    item.type = item.type ?? feed.type
  }

  private static func set(
    _ name: String, _ text: String, of item: inout Coverage, _ options: Options
  ) throws(FieldProblem) {
    guard let field = Coverage.field(name) else { return }
    switch name {
    case "when":
      item.when =
        if let when = FeedDate.when(text, options.dates, zone: options.zone), Day(text) == nil {
          when
        } else {
          try When(text)
        }
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
