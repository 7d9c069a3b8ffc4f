/// A cell that holds something.
public struct SheetCell: Sendable, Equatable {
  /// From 0.
  public let column: Int
  public let value: CellValue

  public init(column: Int, value: CellValue) { (self.column, self.value) = (column, value) }
}

/// A row that holds something.
public struct SheetRow: Sendable, Equatable {
  /// As the program shows it, from 1.
  public let number: Int
  public let isHidden: Bool
  /// By their columns.
  public let cells: [SheetCell]
  /// The column of the first cell whose text is too long; it is left out of the cells.
  public let overlong: Int?
}

/// Cells shown as one: only the first of them holds something.
public struct MergedCells: Sendable, Equatable {
  /// From 0.
  public let columns: ClosedRange<Int>
  /// From 1.
  public let rows: ClosedRange<Int>
}

/// The place of a cell as people call it: `AB12`.
public enum CellName {
  /// - Parameter column: from 0.
  public static func column(_ column: Int) -> String {
    var (letters, rest) = ("", column + 1)
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// The column from 0, and the row from 1 where there is one; nil where it is no place of a sheet.
  static func parse(_ bytes: some Sequence<UInt8>) -> (column: Int, row: Int?)? {
    var (column, row) = (0, 0)
    for byte in bytes {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte) - 0x40
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte) - 0x60
      case 0x30...0x39 where column > 0: row = row * 10 + Int(byte) - 0x30
      case 0x24: continue
      default: return nil
      }
      if column > WorkbookLimits.columns || row > WorkbookLimits.rows { return nil }
    }
    return column > 0 ? (column - 1, row > 0 ? row : nil) : nil
  }
}
