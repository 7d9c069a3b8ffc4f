import Workbooks

/// What is wrong with a CSV file as a whole, or with one of its rows.
public enum CSVProblem: Error, Sendable, Equatable {
  /// A quoted field never ends (RFC 4180, section 2, rule 5); its quote was read as a character.
  case unclosedQuote(line: Int)
  /// Text follows the closing quote of a field (rule 5); it was read as part of the field.
  case textAfterQuote(line: Int)
  /// The row has more fields than the header, and they are not blank (rule 4).
  case wrongFieldCount(line: Int, found: Int, expected: Int)
  /// A field is longer than the limit in bytes; it was read as empty.
  case fieldTooLong(line: Int, limit: Int)
  /// The row is longer than the limit in bytes; only its beginning was read.
  case rowTooLong(line: Int, limit: Int)
  /// A row has more columns than the limit; only that many were read.
  case tooManyColumns(limit: Int)
  /// The file is no text but what the token says: `xlsx`, `xls`, `ods`, `zip`, `pdf` or `binary`.
  /// An `xls` may also be an encrypted newer workbook, which has the same container.
  case notText(String)
  /// The file has no row that is not blank.
  case empty
  /// Bytes are no valid text in the encoding of the file; they were read as U+FFFD.
  case undecodable(line: Int)
}

/// Something the reader put right or left out on its own, which the owner of the file may want to know.
public enum CSVNote: Sendable, Equatable {
  /// A stray quote in the header was taken as a character, or spaces after a quoted field dropped.
  case repairedQuote(line: Int)
  /// NUL characters were left out, which RFC 4180 does not allow in text (section 2, grammar).
  case removedNUL(line: Int)
  /// Bytes without a meaning in the encoding were read as U+FFFD.
  case replacedBytes(line: Int)
  /// Of a sheet: a cell holds the error of a formula, such as `#N/A`, and was left out.
  case cellError(line: Int, cell: String, code: String)
  /// Of a sheet: a cell holds a formula that no program has computed, and was left out.
  case cellNotComputed(line: Int, cell: String)
  /// Of a sheet: cells of several rows are shown as one; only the first of the rows has its value.
  case cellsMerged(line: Int, cells: String)
  /// What stands in rows above the headings; they were left out.
  case aboveHeadings(line: Int, text: String)
  /// The headings stand here once more; the row was left out.
  case headingsAgain(line: Int)
  /// A row of sums, by how it begins; it was left out.
  case total(line: Int, text: String)
  /// A row that begins as sums do, and was taken as a record all the same.
  case maybeTotal(line: Int, text: String)
  /// Other headings and so many rows below them, which were left out.
  case otherTable(line: Int, rows: Int)
  /// A row that numbers the columns, or of dashes; it was left out.
  case ornament(line: Int)
  /// A row of one cell across the table, which says what the rows below are of; it was left out.
  case groupHeading(line: Int, text: String)
  /// A row of one cell that begins as footnotes do; it was left out.
  case footnote(line: Int, text: String)
  /// So many more rows that are no records, the first in that line, besides those named one by one; they were left out.
  case moreLeftOut(line: Int, rows: Int)
  /// A row of a wide table with one cell, taken as a record all the same.
  case lone(line: Int, text: String)
  /// A row below a blank one that nothing shows to be of the table, taken as a record all the same.
  case belowBlank(line: Int)

  /// Whether it tells of a row that is no record, or does not look like one.
  public var isOfStrayRow: Bool {
    switch self {
    case .headingsAgain, .total, .maybeTotal, .otherTable, .ornament: true
    case .groupHeading, .footnote, .lone, .moreLeftOut, .belowBlank: true
    default: false
    }
  }

  /// How many rows below the headings were left out for it.
  var rowsLeftOut: Int {
    switch self {
    case .headingsAgain, .total, .ornament, .groupHeading, .footnote: 1
    // Its headings are a row too.
    case .otherTable(_, let rows): rows + 1
    case .moreLeftOut(_, let rows): rows
    default: 0
    }
  }

  /// Whether it says of a row that it was taken as a record: that is untrue of one that is rejected.
  public var isOfTakenRow: Bool {
    switch self {
    case .maybeTotal, .lone, .belowBlank: true
    default: false
    }
  }

  public var line: Int {
    switch self {
    case .repairedQuote(let line), .removedNUL(let line), .replacedBytes(let line): line
    case .cellError(let line, _, _), .cellNotComputed(let line, _), .cellsMerged(let line, _): line
    case .aboveHeadings(let line, _), .headingsAgain(let line), .total(let line, _), .maybeTotal(let line, _),
      .otherTable(let line, _), .ornament(let line), .groupHeading(let line, _), .footnote(let line, _),
      .lone(let line, _), .moreLeftOut(let line, _), .belowBlank(let line):
      line
    }
  }
}

/// One row of a CSV file, with as many fields as the header unless its problem says otherwise.
public struct CSVRow: Sendable, Equatable {
  /// The line of the file where the row starts, counted from 1.
  public let line: Int
  /// The fields in the order of the columns; those missing from a short row are empty.
  public let fields: [String]
  /// Whether the file has fewer fields here than in the header.
  public let isShort: Bool
  /// The first thing wrong with this row; its fields are then the best guess.
  public let problem: CSVProblem?
  /// Whether the row before it is blank.
  var isAfterBlank = false
  /// Of a sheet: what is written beside the numbers of some columns.
  var units: [Int: CellUnit] = [:]
}

/// What is known of a CSV file besides its rows.
public struct CSVTable: Sendable, Equatable {
  public let header: [String]
  /// The line of the file where the header starts, counted from 1.
  public let headerLine: Int
  public let delimiter: UInt8
  public let encoding: TextEncoding
  /// What was put right in the part of the file read so far, in the order of its lines.
  public internal(set) var notes: [CSVNote]

  /// The position of the first column with this name, letter case and white space aside.
  public func column(named name: String) -> Int? {
    let wanted = Self.key(name)
    return header.firstIndex { Self.key($0) == wanted }
  }

  private static func key(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
