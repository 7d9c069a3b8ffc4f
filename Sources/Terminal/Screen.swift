/// What shows canvases: a terminal, or a test's memory.
public protocol Screen {
  /// How large it is now.
  var size: Size { get }
  /// Whether it shows ASCII only.
  var isASCII: Bool { get }
  /// Shows a canvas; sends only what changed.
  mutating func show(_ canvas: Canvas)
}

/// A screen that remembers what it was shown.
public struct MemoryScreen: Screen {
  public var size: Size
  public var isASCII = false
  public private(set) var canvas: Canvas

  public init(columns: Int, rows: Int) {
    size = Size(columns: columns, rows: rows)
    canvas = Canvas(size: size)
  }

  public mutating func show(_ canvas: Canvas) { self.canvas = canvas }

  /// The rows as text, without trailing blanks.
  public var lines: [String] { canvas.lines }
}
