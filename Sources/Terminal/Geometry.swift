/// How many columns and rows a surface has.
public struct Size: Sendable, Equatable, Hashable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A place on the screen, from 0, 0 at the top left.
public struct Point: Sendable, Equatable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A part of the screen. Never negative in size, however small the screen gets.
public struct Rect: Sendable, Equatable {
  public var row: Int
  public var column: Int
  public var rows: Int
  public var columns: Int

  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  public init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  public var size: Size { Size(columns: columns, rows: rows) }
  public var endRow: Int { row + rows }
  public var endColumn: Int { column + columns }
  public var isEmpty: Bool { rows == 0 || columns == 0 }

  /// What is left after a margin is cut off each side.
  public func inset(top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0) -> Rect {
    Rect(
      row: row + top, column: column + left, rows: rows - top - bottom,
      columns: columns - left - right)
  }

  /// The first rows, and what is below them.
  public func split(top height: Int) -> (top: Rect, rest: Rect) {
    let height = min(max(0, height), rows)
    return (
      Rect(row: row, column: column, rows: height, columns: columns),
      Rect(row: row + height, column: column, rows: rows - height, columns: columns)
    )
  }

  /// The first columns, and what is to the right of them.
  public func split(left width: Int) -> (left: Rect, rest: Rect) {
    let width = min(max(0, width), columns)
    return (
      Rect(row: row, column: column, rows: rows, columns: width),
      Rect(row: row, column: column + width, rows: rows, columns: columns - width)
    )
  }

  /// The part that both cover.
  public func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left, rows: min(endRow, other.endRow) - top,
      columns: min(endColumn, other.endColumn) - left)
  }
}
