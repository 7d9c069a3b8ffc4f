import Model

/// A word of a column that its field does not take, or of which somebody said what it means.
public struct ColumnWord: Sendable, Equatable {
  /// As the file has it first.
  public let word: String
  /// In how many cells it stands.
  public internal(set) var count: Int
  /// The line of the first of them, counted from 1.
  public let line: Int

  /// So many different words of a column are counted.
  private static let most = 1_000

  /// The words of each column of a file, the commonest first.
  /// - Parameter between: called after some hundreds of rows with how many were read; throws where it is to stop.
  /// - Throws: `ImportFailure` or `ImportFile.Unreadable`.
  public static func all(
    of file: ImportFile, _ mapping: ColumnMapping, between: (Int) throws -> Void = { _ in }
  ) throws -> [[ColumnWord]] {
    var reader = try TableReader(
      file, headings: { ColumnMapping.meaning($0) }, fit: TableReader.fit(to: mapping.titles))
    var columns = mapping.targets.indices.compactMap { WordCount(mapping, $0) }
    var rows = 0
    while let row = try reader.next() {
      rows += 1
      if rows % 500 == 0 { try between(rows) }
      if row.problem != nil { continue }
      for index in columns.indices { columns[index].take(row) }
    }
    var words: [[ColumnWord]] = mapping.targets.map { _ in [] }
    for column in columns { words[column.position] = column.words }
    return words
  }

  /// Counts the words of one column.
  private struct WordCount {
    let position: Int
    private let manner: ValueRules.Words
    private let said: Set<String>
    private var counted: [ColumnWord] = []
    private var places: [String: Int] = [:]
    /// What the cells of a text have of such words.
    private var known: [String: [String]] = [:]

    /// Nil for a column that is left out, or whose field takes any text.
    init?(_ mapping: ColumnMapping, _ position: Int) {
      let mapper = mapping.mapper
      guard !mapping.targets[position].field.isEmpty else { return nil }
      (self.position, manner) = (position, mapper.words(at: position))
      said = Set(mapping.values[position].map { ValueRules.key($0.word) })
      if said.isEmpty, manner.problem("\u{00BF}?") == nil { return nil }
    }

    /// The commonest first.
    var words: [ColumnWord] { counted.sorted { ($1.count, $0.line) < ($0.count, $1.line) } }

    mutating func take(_ row: CSVRow) {
      let cell = row.fields[position]
      if cell.isEmpty { return }
      let words = known[cell] ?? ValueRules.open(in: cell, manner, said)
      if known.count < 10 * most { known[cell] = words }
      for word in words { count(word, row.line) }
    }

    private mutating func count(_ word: String, _ line: Int) {
      let key = ValueRules.key(word)
      if let place = places[key] {
        counted[place].count += 1
      } else if counted.count < most {
        places[key] = counted.count
        counted.append(ColumnWord(word: word, count: 1, line: line))
      }
    }
  }
}
