import Model

/// What programs leave in a cell instead of what was meant: put right or taken for nothing before any field reads it,
/// and told of once for all cells of a column that have it.
public struct CellNote: Sendable, Equatable {
  public enum What: Sendable, Hashable {
    /// A formula that failed; the cell says nothing.
    case failedFormula
    /// A word for nothing; the cell says nothing.
    case placeholder
    /// A number of which a spreadsheet kept the first digits; the cell says nothing.
    case cutNumber
    /// `="text"`, by which spreadsheets are kept from reading numbers; the text is taken. So is `=+41220000000`.
    case formulaOfText
    /// A formula of which the file does not hold the result; the cell says nothing.
    case formula
    /// An apostrophe before a number, a spreadsheet's mark for text; it is left out.
    case markOfText
    /// Letters in a name that were lost, or read in another charset, before the file was written; it is taken as it is.
    case spoiltLetters
    /// Characters without width or ink; they are left out.
    case invisible
    /// A time behind a day, of which the field has no room; it is left out.
    case timeOfDay
    /// A date in a year that is hardly meant, before 1900 or after 2100; it is taken as it is.
    case farYear
    /// A word of which somebody said what it means.
    case mapped(to: String)
    /// So many more words of which somebody said what they mean: in lists the rarest are counted only.
    case mappedMore(words: Int)
    /// A word that somebody said is to be left out; where nothing else stands there, the cell says nothing.
    case emptied
    /// What a spreadsheet makes of the text that is stored; that stays.
    case asSheetsSpoil
    /// What a spreadsheet may have made of another text; it is taken as it is.
    case perhapsSpoilt
    /// A line of the budget without an amount; it is taken, and no total has it.
    case noAmount
    /// A sum of which nothing says in which currency it is; it is taken in this one, of ISO 4217.
    case assumedCurrency(String)
    /// Words behind which a link is; its address is taken.
    case link
    /// Letters as web pages write them, `&eacute;`; they are read.
    case references
    /// A revision (REV) that is no time: the card counts as one that has none.
    case unreadRevision
    /// A revision that is yet to come: nobody can have made it, and the card counts as one that has none.
    case futureRevision
    /// Of a card that is older than what is stored, which stays.
    case storeIsNewer(since: Day)
  }

  /// As the file calls the column.
  public let column: String
  public let what: What
  /// The first such cell.
  public let cell: String
  /// How many there are.
  public internal(set) var count: Int
  /// The first of their lines, counted from 1.
  public internal(set) var lines: [Int]
}

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
