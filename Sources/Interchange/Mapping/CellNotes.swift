/// What is to be said of cells: the same once for all cells of a column.
struct CellNotes: Sendable {
  private(set) var all: [CellNote] = []
  private var places: [Place: Int] = [:]
  private static let mostLines = 50

  private struct Place: Hashable {
    let column: Int
    let what: CellNote.What
    let cell: String
  }

  /// - Parameter column: a number that no other column has.
  mutating func add(_ what: CellNote.What, _ cell: String, _ title: String, at column: Int, _ line: Int) {
    // Of formulas and addresses each is another; of words for nothing a column has a few.
    let isOne =
      switch what {
      case .failedFormula, .placeholder, .mapped, .emptied: true
      default: false
      }
    let place = Place(column: column, what: what, cell: isOne ? cell : "")
    if let index = places[place] {
      all[index].count += 1
      if all[index].lines.count < Self.mostLines, all[index].lines.last != line {
        all[index].lines.append(line)
      }
    } else {
      places[place] = all.count
      all.append(CellNote(column: title, what: what, cell: cell, count: 1, lines: [line]))
    }
  }
}

extension [CellNote] {
  /// The same, of each column only the words that are met most: nobody reads two hundred.
  public var shortened: [CellNote] {
    var kept: [CellNote] = []
    var words: [String: [CellNote]] = [:]
    for note in self {
      if case .mapped = note.what { words[note.column, default: []].append(note) } else { kept.append(note) }
    }
    for (column, notes) in words {
      let most = notes.sorted { ($1.count, $0.lines[0], $0.cell) < ($0.count, $1.lines[0], $1.cell) }
      let rest = most.dropFirst(5)
      guard rest.count > 1 else {
        kept += notes
        continue
      }
      kept += most.prefix(5)
      kept.append(
        CellNote(
          column: column, what: .mappedMore(words: rest.count), cell: "",
          count: rest.reduce(0) { $0 + $1.count },
          lines: [rest.map { $0.lines[0] }.min() ?? 0]))
    }
    return kept.sorted { ($0.lines[0], $0.column, $0.cell) < ($1.lines[0], $1.column, $1.cell) }
  }
}
