import CProbe

/// What somebody sees in one column.
public struct ProbeCell: Sendable, Equatable {
  /// Empty in the right half of a wide character.
  public var text: String
  public var isBold: Bool
  public var isUnderlined: Bool
  public var isReversed: Bool
  /// A number in the palette of 256, or nil for the terminal's own colour.
  public var foreground: Int?
  public var background: Int?
}

/// Where the hardware cursor stands, and whether it is seen.
public struct ProbeCursor: Sendable, Equatable {
  public var row: Int
  public var column: Int
  public var isVisible: Bool
}

/// What can be seen now, without waiting for more.
extension TerminalProbe {
  /// The rows without trailing blanks.
  public var lines: [String] { (0..<rows).map(line) }

  /// One row without trailing blanks.
  public func line(_ row: Int) -> String {
    var text = ""
    for column in 0..<columns { text += cell(row: row, column: column).text }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  public func cell(row: Int, column: Int) -> ProbeCell {
    var cell = probe_cell()
    probe_see(handle, Int32(row), Int32(column), &cell)
    return ProbeCell(
      text: Self.text(cell), isBold: cell.bold, isUnderlined: cell.underlined, isReversed: cell.reversed,
      foreground: cell.foreground < 0 ? nil : Int(cell.foreground),
      background: cell.background < 0 ? nil : Int(cell.background))
  }

  /// The first row that holds the text.
  public func row(of text: String) -> Int? { (0..<rows).first { line($0).contains(text) } }

  public var cursor: ProbeCursor {
    var (row, column, isVisible) = (Int32(0), Int32(0), false)
    probe_cursor(handle, &row, &column, &isVisible)
    return ProbeCursor(row: Int(row), column: Int(column), isVisible: isVisible)
  }

  /// Whether the program has the alternate screen, where full-screen programs draw.
  public var isAlternateScreen: Bool { probe_is_alternate(handle) }

  private static func text(_ cell: probe_cell) -> String {
    let scalars = cell.scalars
    if scalars.0 == UInt32.max { return "" }
    var text = String.UnicodeScalarView()
    for value in [scalars.0, scalars.1, scalars.2, scalars.3, scalars.4, scalars.5] {
      guard value != 0, let scalar = Unicode.Scalar(value) else { break }
      text.append(scalar)
    }
    return text.isEmpty ? " " : String(text)
  }
}
