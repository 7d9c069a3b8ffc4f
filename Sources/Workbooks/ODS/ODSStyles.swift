/// What the styles of an OpenDocument say that its cells do not: leading zeros, durations, the percentages of
/// Gnumeric, tables that are hidden (ODF 1.3, part 3, 16 and 19).
struct ODSStyles: Sendable {
  /// By the names of data styles, then of the cell styles that use them.
  private var data: [XMLKey: CellFormat] = [:]
  private var cells: [XMLKey: CellFormat] = [:]
  private var hiddenTables: Set<XMLKey> = []

  func format(_ style: XMLKey) -> CellFormat? { cells[style] }
  func isHidden(_ table: XMLKey) -> Bool { hiddenTables.contains(table) }

  fileprivate mutating func name(_ format: CellFormat, _ style: XMLKey) { data[style] = format }

  /// A style takes what it does not say from its parent.
  fileprivate mutating func use(_ format: XMLKey?, parent: XMLKey?, in style: XMLKey) {
    cells[style] = format.flatMap { data[$0] } ?? parent.flatMap { cells[$0] }
  }

  fileprivate mutating func hide(_ table: XMLKey) { hiddenTables.insert(table) }
}

/// Reads them, in the part for styles and before the sheets.
final class ODSStylesReader: XMLHandler {
  private let (style, tableProperties) = (XMLKey(.style, "style"), XMLKey(.style, "table-properties"))
  private let (numbers, times) = (XMLKey(.number, "number-style"), XMLKey(.number, "time-style"))
  private let percentages = XMLKey(.number, "percentage-style")
  private let (digits, embedded) = (XMLKey(.number, "number"), XMLKey(.number, "embedded-text"))
  private let (name, dataStyle) = (XMLKey(.style, "name"), XMLKey(.style, "data-style-name"))
  private let (parent, display) = (XMLKey(.style, "parent-style-name"), XMLKey(.table, "display"))
  private let (places, zeros) = (XMLKey(.number, "decimal-places"), XMLKey(.number, "min-integer-digits"))
  private let (overflow, position) = (XMLKey(.number, "truncate-on-overflow"), XMLKey(.number, "position"))

  var styles = ODSStyles()
  private var current: XMLKey?
  private var pieces: [DigitPattern.Piece] = []
  private var insertion: Int?

  override func start(_ key: XMLKey, _ attributes: XMLAttributes) {
    if key == style {
      current = attributes[name].map(XMLKey.init(named:))
      guard let current else { return }
      let (format, above) = (attributes[dataStyle], attributes[parent])
      styles.use(format.map(XMLKey.init(named:)), parent: above.map(XMLKey.init(named:)), in: current)
    } else if key == tableProperties {
      if let current, attributes[display].map({ $0 == "false" }) == true { styles.hide(current) }
    } else if key == numbers {
      current = attributes[name].map(XMLKey.init(named:))
      pieces = []
    } else if key == times {
      let isElapsed = attributes[overflow].map { $0 == "false" } ?? false
      if let name = attributes[name] { styles.name(isElapsed ? .duration : .time, XMLKey(named: name)) }
    } else if key == percentages {
      if let name = attributes[name] { styles.name(.percent, XMLKey(named: name)) }
    } else if key == digits, attributes[places]?.number ?? 0 == 0 {
      pieces = Array(repeating: .digit(isShown: true), count: min(attributes[zeros]?.number ?? 0, 32))
    } else if key == embedded {
      insertion = attributes[position]?.number.flatMap { $0 <= pieces.count ? pieces.count - $0 : nil }
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let insertion, pieces.count < 64 else { return }
    pieces.insert(contentsOf: String(decoding: piece, as: UTF8.self).map { .text($0) }, at: insertion)
  }

  override func end(_ key: XMLKey) {
    if key == embedded { insertion = nil }
    guard key == numbers, let current else { return }
    if let pattern = DigitPattern(pieces) { styles.name(.padded(pattern), current) }
    self.current = nil
  }
}
