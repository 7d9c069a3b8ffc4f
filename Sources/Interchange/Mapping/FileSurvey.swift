import Model

/// The first rows of a table: what its columns hold, so that people and `ColumnMapping` can tell what they
/// are for.
public struct FileSurvey: Sendable {
  public let titles: [String]
  /// The first rows that can be read.
  public let rows: [[String]]
  public let encoding: TextEncoding
  /// Of a workbook: the sheet that was read, and then the others that hold something.
  public let sheets: [String]
  /// Which number comes first in dates that do not tell, where the person said so.
  private let asked: DateOrder?

  /// - Parameter count: how many rows to read.
  /// - Throws: `ImportFailure` or `ImportFile.Unreadable`.
  public init(_ file: ImportFile, rows count: Int = 500) throws {
    var reader = try TableReader(
      file, headings: { ColumnMapping.meaning($0) }, fit: { ColumnMapping.meaning($0) })
    (titles, encoding, asked) = (reader.header, reader.remarks.encoding, file.dates)
    sheets = reader.remarks.sheet.map { [$0.name] + $0.others } ?? []
    var rows: [[String]] = []
    while rows.count < count, let row = try reader.next() {
      if row.problem == nil { rows.append(row.fields) }
    }
    self.rows = rows
  }

  /// The first different values of a column, at most three.
  public func samples(_ position: Int) -> [String] {
    var samples: [String] = []
    for row in rows where samples.count < 3 {
      let value = row[position].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !value.isEmpty, !samples.contains(value) { samples.append(value) }
    }
    return samples
  }

  /// The mapping that the header suggests, with the order of dates that the rows tell.
  /// - Parameter byValues: where headings say nothing, what the values say; for somebody who looks at it first.
  public func mapping(byValues: Bool = false) -> ColumnMapping {
    var mapping = ColumnMapping(header: titles)
    if byValues {
      for (position, target) in guesses(mapping) { mapping.take(target, at: position) }
    }
    settleDates(of: &mapping)
    return mapping
  }

  // MARK: Dates

  /// The order of the dates in a column: what the rows tell; nil for one that has no such dates, `nil` inside
  /// where both orders are possible.
  public func dateOrder(_ positions: [Int]) -> DateOrder?? {
    var evidence = DateEvidence()
    for row in rows {
      for position in positions { evidence.take(row[position]) }
    }
    return evidence.order.map { asked ?? $0 }
  }

  /// Writes the order into the columns of dates: their own, else that of the file's other dates.
  public func settleDates(of mapping: inout ColumnMapping) {
    let positions = dates(mapping)
    let all = dateOrder(positions)
    for position in positions where mapping.targets[position].part.isEmpty {
      guard let own = dateOrder([position]), let order = own ?? all ?? nil else { continue }
      mapping.choose(ColumnTarget(mapping.targets[position].field, order.rawValue), at: position)
    }
  }

  /// The columns of dates of which nobody can tell which number is the month.
  public func openDates(_ mapping: ColumnMapping) -> [Int] {
    dates(mapping).filter { position in
      guard mapping.targets[position].part.isEmpty, let order = dateOrder([position]) else { return false }
      return order == nil
    }
  }

  private func dates(_ mapping: ColumnMapping) -> [Int] {
    mapping.targets.indices.filter { ColumnTarget.parts(of: mapping.targets[$0].field).contains("day-first") }
  }

  // MARK: What would be rejected

  /// The values of a column that its field does not take.
  public struct Rejected: Sendable, Equatable {
    public var count = 0
    public var first: FieldProblem?
  }

  /// Counts, among the rows read, what each column holds that its field does not take.
  public func rejected(_ mapping: ColumnMapping) -> [Rejected] {
    let mapper = mapping.mapper
    var rules = ValueRules.rules(mapping.values) { mapper.words(at: $0) }
    return mapping.targets.indices.map { position in
      var rejected = Rejected()
      guard !mapping.targets[position].field.isEmpty else { return rejected }
      var seen: [String: FieldProblem?] = [:]
      for row in rows where !row[position].trimmed.isEmpty {
        let cell = rules[position]?.mend(row[position]).text ?? row[position]
        let problem = seen[row[position]] ?? mapper.problem(of: cell, at: position)
        seen[row[position]] = .some(problem)
        guard let problem else { continue }
        rejected.count += 1
        rejected.first = rejected.first ?? problem
      }
      return rejected
    }
  }

}
