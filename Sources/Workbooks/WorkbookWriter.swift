import CXLSXWriter
import Glibc

/// A column of a table that is written.
public struct SheetColumn: Sendable, Equatable {
  /// What its cells are, where their text is that of one: a day of ISO 8601, a decimal number. All else is text.
  public enum Kind: Sendable { case text, number, date, dateTime, percent }

  public let title: String
  public let kind: Kind
  /// In characters.
  public let width: Double

  public init(_ title: String, _ kind: Kind = .text, width: Double = 16) {
    (self.title, self.kind, self.width) = (title, kind, width)
  }
}

extension SheetColumn {
  /// What cells are where all of them are of one kind and come back as they are; text where they are not.
  public static func kind(of cells: [String]) -> Kind {
    let kinds: [Kind] = [.date, .number, .percent, .dateTime]
    return kinds.first { kind in
      !cells.isEmpty && cells.allSatisfy { WorkbookWriter.number($0, kind) != nil }
    } ?? .text
  }
}

/// Writes tables as the sheets of an `.xlsx`, row by row, in memory that does not grow.
///
/// Texts are texts, whatever they begin with: nothing that a cell holds becomes a formula or a link.
public final class WorkbookWriter {
  public enum Problem: Error, Sendable, Equatable {
    /// The file cannot be written, for the reason of the system.
    case unwritable(errno: Int32)
    /// A cell holds more than the 32,767 characters that Excel takes. Column and row from 1.
    case overlong(column: Int, row: Int)
    /// A sheet has 1,048,576 rows at most.
    case tooManyRows
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let bold: UnsafeMutablePointer<lxw_format>
  private let formats: [SheetColumn.Kind: UnsafeMutablePointer<lxw_format>]
  private let neutral = Neutral()
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private var columns: [SheetColumn] = []
  private var names: Set<String> = []
  private var row: lxw_row_t = 0
  private var isClosed = false

  /// - Parameter path: where it is made; what stands there is replaced.
  public init(_ path: String) throws(Problem) {
    // The library finds out at the end, and then says so on standard error.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    if access(folder, W_OK | X_OK) != 0 { throw .unwritable(errno: errno) }
    var options = lxw_workbook_options()
    options.constant_memory = 1
    options.use_zip64 = 1
    options.tmpdir = getenv("TMPDIR")
    guard let book = workbook_new_opt(path, &options), let bold = workbook_add_format(book) else {
      throw .unwritable(errno: errno)
    }
    (self.book, self.bold) = (book, bold)
    format_set_bold(bold)
    formats = [
      .date: Self.format(book, "yyyy\\-mm\\-dd"), .dateTime: Self.format(book, "yyyy\\-mm\\-dd\\ hh:mm"),
      .percent: Self.format(book, "0.0%"), .text: Self.format(book, "@"),
    ]
  }

  deinit {
    // What nobody asked to finish is not for keeping; the library frees its memory only so.
    if !isClosed { workbook_close(book) }
  }

  private static func format(
    _ book: UnsafeMutablePointer<lxw_workbook>, _ code: String
  ) -> UnsafeMutablePointer<lxw_format> {
    let format = workbook_add_format(book)!
    format_set_num_format(format, code)
    return format
  }

  /// Begins a sheet with a frozen, bold header.
  public func begin(_ name: String, _ columns: [SheetColumn], isRightToLeft: Bool = false) throws(Problem) {
    filter()
    guard let sheet = workbook_add_worksheet(book, legal(name)) else { throw .unwritable(errno: ENOMEM) }
    (self.sheet, self.columns, row) = (sheet, columns, 0)
    if isRightToLeft { worksheet_right_to_left(sheet) }
    for (index, column) in columns.enumerated() {
      // Whoever types below the last row types what the column holds.
      let place = lxw_col_t(index)
      worksheet_set_column(sheet, place, place, column.width, formats[column.kind])
    }
    worksheet_freeze_panes(sheet, 1, 0)
    for (index, column) in columns.enumerated() { try write(column.title, at: index, bold) }
    row = 1
  }

  /// Writes a row; cells beyond the columns are text.
  public func append(_ cells: [String]) throws(Problem) {
    if row >= WorkbookLimits.rows { throw .tooManyRows }
    try neutral.during { () throws(Problem) in try lay(cells) }
    row += 1
  }

  private func lay(_ cells: [String]) throws(Problem) {
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      let kind = index < columns.count ? columns[index].kind : .text
      if let number = Self.number(cell, kind) {
        worksheet_write_number(sheet, row, lxw_col_t(index), number, formats[kind])
      } else {
        try write(cell, at: index, formats[.text])
      }
    }
  }

  /// Puts the file together.
  public func close() throws(Problem) {
    filter()
    isClosed = true
    errno = 0
    let result = try neutral.during { workbook_close(book) }
    if result != LXW_NO_ERROR { throw .unwritable(errno: errno == 0 ? EIO : errno) }
  }

  private func filter() {
    guard let sheet, row > 1, !columns.isEmpty else { return }
    worksheet_autofilter(sheet, 0, 0, row - 1, lxw_col_t(columns.count - 1))
  }

  private func write(
    _ text: String, at column: Int, _ format: UnsafeMutablePointer<lxw_format>?
  ) throws(Problem) {
    let result = worksheet_write_string(sheet, row, lxw_col_t(column), Self.writable(text), format)
    if result == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED {
      throw .overlong(column: column + 1, row: Int(row) + 1)
    }
  }

  /// Without what no XML can hold (XML 1.0, 2.2), which the library would write as it is, or end the text at; and so
  /// that what looks like the escape of a character is none (ISO/IEC 29500-1, 22.9.2.19).
  private static func writable(_ text: String) -> String {
    let isClean = !text.utf8.contains { $0 == 0 || $0 == 0xEF }
    let held =
      isClean ? text : String(text.unicodeScalars.filter { ![0, 0xFFFE, 0xFFFF].contains($0.value) })
    return XLSXText.hasEscape(Array(held.utf8)) ? XLSXText.encoded(held) : held
  }

  // MARK: Numbers and days

  /// The number that a cell of the kind holds; nil where the text would not come back as it is.
  fileprivate static func number(_ text: String, _ kind: SheetColumn.Kind) -> Double? {
    switch kind {
    case .text: return nil
    case .number:
      guard let number = Double(text), DecimalText.of(number) == text else { return nil }
      return number
    case .percent:
      guard text.hasSuffix("%"), let hundredfold = Double(text.dropLast()) else { return nil }
      let number = hundredfold / 100
      return DecimalText(number).percent == text ? number : nil
    case .date, .dateTime: return serial(text, kind)
    }
  }

  /// The serial number of a day since 1 March 1900, with a time or without one as the column has it.
  private static func serial(_ text: String, _ kind: SheetColumn.Kind) -> Double? {
    let (day, seconds): (CellDay, Int)
    switch (kind, ISOValue.moment(text)) {
    case (.date, .date(let date)): (day, seconds) = (date, 0)
    case (.dateTime, .dateTime(let date, let time)): (day, seconds) = (date, time)
    default: return nil
    }
    let number = day.number
    guard number >= -25_508, CellDay(number: number) == day else { return nil }
    let serial = Double(number + 25_569) + Double(seconds) / 86_400
    let format = kind == .date ? CellFormat.date : .dateTime
    return format.value(serial, isFrom1904: false).text == text ? serial : nil
  }

  // MARK: Names

  /// A name that Excel takes: 31 UTF-16 units, none of its signs, no apostrophe at an end, not "History", once.
  private func legal(_ name: String) -> String {
    let signs: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]
    let bare = Self.cut(String(name.map { signs.contains($0) || $0.isNewline ? "-" : $0 }), to: 31)
    let whole = bare.isEmpty || bare.lowercased() == "history" ? "Sheet\(names.count + 1)" : bare
    var unique = whole
    var count = 2
    while !names.insert(unique.lowercased()).inserted {
      unique = "\(Self.cut(whole, to: 27)) \(count)"
      count += 1
    }
    return unique
  }

  private static func cut(_ text: String, to units: Int) -> String {
    var text = Substring(Self.writable(text))
    while text.utf16.count > units { text.removeLast() }
    while text.hasPrefix("'") || text.hasPrefix(" ") { text.removeFirst() }
    while text.hasSuffix("'") || text.hasSuffix(" ") { text.removeLast() }
    return String(text)
  }
}

/// The locale in which numbers are written with a point: the library writes them in that of the thread, and a comma
/// makes a file that no program opens.
private final class Neutral {
  private let numbers = newlocale(1 << LC_NUMERIC, "C", nil)

  deinit { if let numbers { freelocale(numbers) } }

  func during<T>(_ body: () throws(WorkbookWriter.Problem) -> T) throws(WorkbookWriter.Problem) -> T {
    let before = uselocale(numbers)
    defer { uselocale(before) }
    return try body()
  }
}
