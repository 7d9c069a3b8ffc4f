/// Why a file, or a sheet of it, cannot be read.
public enum WorkbookProblem: Error, Sendable, Equatable {
  /// A file that people take for a workbook and that is none of those that are read. The token says what it is:
  /// `xls`, `xlsb`, `encrypted`, `numbers`, `fods`, `xml` (a spreadsheet of Excel 2003), `html`, `document` (of a
  /// word processor or of slides), `zip`.
  case foreign(String)
  /// The container or a part of it does not hold what its format demands.
  case damaged(String)
  /// A part holds what no spreadsheet program writes and nobody needs: a document type, or elements nested without
  /// end.
  case hostile(String)
  /// It unpacks to more than a workbook of its size can hold.
  case tooLarge
}

/// The sizes a reader accepts, so that no file takes more memory or time than planned.
public struct WorkbookLimits: Sendable, Equatable {
  /// How many times larger than the file its contents may be, beyond what is always free. Deflate reaches 1032;
  /// sheets of real tables stay under 60.
  var ratio = 250
  /// So many bytes may be unpacked from however small a file.
  public var freeBytes = 64 << 20
  /// The longest text of a cell, in UTF-8. Excel's own limit is 32,767 characters.
  var textBytes = 1 << 20
  /// All shared strings together.
  var sharedBytes = 512 << 20
  /// The longest tag, comment or attribute.
  var tokenBytes = 4 << 20
  /// Cells that one cell stands for (ODF 1.3, part 3, 19.675 and 19.677), in the whole sheet.
  var repeatedCells = 20_000_000
  /// The columns of a sheet, as many as Excel and LibreOffice have.
  static let columns = 16_384
  static let rows = 1_048_576
  static let depth = 64

  public init() {}
}
