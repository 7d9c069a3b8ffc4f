/// The cells of a sheet (ISO/IEC 29500-1, 18.3.1.99). The size that a sheet declares is never believed.
final class XLSXSheet: SheetHandler {
  /// What a cell's text means (18.18.11).
  private enum Kind { case number, shared, string, inline, boolean, error, date }

  private struct Cell {
    var column = 0
    var style = 0
    var kind = Kind.number
    var hasFormula = false
    var hasValue = false
  }

  private let (row, cell, value) = (XMLKey(.sheet, "row"), XMLKey(.sheet, "c"), XMLKey(.sheet, "v"))
  private let (formula, inline) = (XMLKey(.sheet, "f"), XMLKey(.sheet, "is"))
  private let (column, mergeCell) = (XMLKey(.sheet, "col"), XMLKey(.sheet, "mergeCell"))
  private let (reference, style, type) = (XMLKey(.none, "r"), XMLKey(.none, "s"), XMLKey(.none, "t"))
  private let (hyperlink, relation) = (XMLKey(.sheet, "hyperlink"), XMLKey(.relations, "id"))
  private let (hidden, area) = (XMLKey(.none, "hidden"), XMLKey(.none, "ref"))
  private let (first, last) = (XMLKey(.none, "min"), XMLKey(.none, "max"))

  private let rules: XLSXBook.Rules
  private let styles: [CellFormat]
  private let shared: SharedStrings
  private let part: String
  /// Where links lead, by the ids of their relationships.
  private let links: [String: String]

  private var number = 0
  private var isHidden = false
  private var runs: [Run] = []
  private var overlong: Int?
  private var nextColumn = 0
  private var current: Cell?
  private var isInValue = false
  private var isInline = false
  private var isInFormula = false
  private var buffer: TextBuffer
  /// The formula of the cell, as far as one that is a link is long.
  private var formulaText = TextBuffer(8_192)
  private var inlineText: XLSXTextReader

  init(
    _ rules: XLSXBook.Rules, _ styles: [CellFormat], _ shared: SharedStrings, part: String,
    links: [String: String], _ limits: WorkbookLimits
  ) {
    (self.rules, self.styles, self.shared, self.part) = (rules, styles, shared, part)
    self.links = links
    buffer = TextBuffer(limits.textBytes)
    inlineText = XLSXTextReader(limits)
    super.init(limits)
  }

  // MARK: Elements

  override func start(_ name: XMLKey, _ attributes: XMLAttributes) {
    if isInline { return inlineText.start(name, attributes) }
    if name == cell {
      startCell(attributes)
    } else if current != nil {
      startInCell(name)
    } else if name == row {
      number = attributes[reference]?.number ?? number + 1
      if number < 1 || number > WorkbookLimits.rows { failure = .damaged(part) }
      isHidden = attributes[hidden]?.isTrue ?? false
      (nextColumn, overlong) = (0, nil)
      runs.removeAll(keepingCapacity: true)
    } else if name == column {
      hideColumns(attributes)
    } else if name == hyperlink {
      point(attributes)
    } else if name == mergeCell, let area = attributes[area] {
      mergeCells(area)
    }
  }

  private func startCell(_ attributes: XMLAttributes) {
    var cell = Cell()
    cell.column = nextColumn
    attributes.each { name, value in
      if name == reference {
        // A cell without a place stands behind the one before it.
        if let place = CellName.parse(value.span) { cell.column = place.column }
      } else if name == style {
        cell.style = value.number ?? 0
      } else if name == type {
        cell.kind = Self.kind(value)
      }
    }
    if cell.column >= WorkbookLimits.columns { failure = .damaged(part) }
    nextColumn = cell.column + 1
    current = cell
    buffer.clear()
  }

  private static func kind(_ value: XMLValue) -> Kind {
    switch value.bytes[0] {
    case UInt8(ascii: "s"): value.bytes[1] == 0 ? .shared : .string
    case UInt8(ascii: "i"): .inline
    case UInt8(ascii: "b"): .boolean
    case UInt8(ascii: "e"): .error
    case UInt8(ascii: "d"): .date
    default: .number
    }
  }

  private func startInCell(_ name: XMLKey) {
    if name == value {
      isInValue = true
      current?.hasValue = true
    } else if name == formula {
      current?.hasFormula = true
      isInFormula = true
      formulaText.clear()
    } else if name == inline {
      isInline = true
      inlineText.clear()
    }
  }

  private func hideColumns(_ attributes: XMLAttributes) {
    guard attributes[hidden]?.isTrue == true, let first = attributes[first]?.number,
      let last = attributes[last]?.number, first > 0, last >= first
    else { return }
    hide(first - 1...min(last, WorkbookLimits.columns) - 1)
  }

  /// A link (18.3.1.47), which stands behind the rows.
  private func point(_ attributes: XMLAttributes) {
    guard let id = attributes[relation], let target = links[id.text], let area = attributes[area] else {
      return
    }
    let corners = area.span.split(separator: UInt8(ascii: ":")).compactMap { CellName.parse($0) }
    guard let from = corners.first, let to = corners.last, let top = from.row, let bottom = to.row,
      from.column <= to.column, top <= bottom
    else { return }
    for row in top...min(bottom, top + 99) {
      for column in from.column...min(to.column, from.column + 99) { extras.point(column, row, to: target) }
    }
  }

  private func mergeCells(_ area: XMLValue) {
    let corners = area.span.split(separator: UInt8(ascii: ":")).map { CellName.parse($0) }
    guard corners.count == 2, let from = corners[0], let to = corners[1], let top = from.row,
      let bottom = to.row, from.column <= to.column, top <= bottom
    else { return }
    merge(MergedCells(columns: from.column...to.column, rows: top...bottom))
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if isInValue {
      buffer.append(piece)
    } else if isInline {
      inlineText.text(piece)
    } else if isInFormula {
      formulaText.append(piece)
    }
  }

  override func end(_ name: XMLKey) {
    if isInline {
      if name == inline { isInline = false } else { inlineText.end(name) }
    } else if name == cell, let cell = current {
      current = nil
      finish(cell)
    } else if name == value {
      isInValue = false
    } else if name == formula {
      isInFormula = false
    } else if name == row {
      finishRow()
    }
  }

  // MARK: Values

  private func finish(_ cell: Cell) {
    let isInlined = cell.kind == .inline && !cell.hasValue
    if isInlined ? inlineText.buffer.isOverlong : buffer.isOverlong {
      overlong = overlong ?? cell.column
      return
    }
    let link = cell.hasFormula ? LinkFormula(formulaText) : nil
    if let link { extras.link(cell.column, number, to: link.address) }
    guard let value = LinkFormula.shown(value(of: cell), link) else { return }
    if runs.count >= WorkbookLimits.columns { return failure = .damaged(part) }
    runs.append(Run(columns: cell.column..<cell.column + 1, value: value))
  }

  private func value(of cell: Cell) -> CellValue? {
    if cell.hasFormula {
      // A text may be empty; a number is not.
      if !cell.hasValue && cell.kind != .inline { return .uncomputed }
      if cell.kind == .number, buffer.bytes.isEmpty || (rules.isUncomputed && buffer.bytes == [0x30]) {
        return .uncomputed
      }
    }
    switch cell.kind {
    case .inline:
      let text = cell.hasValue ? string(buffer.bytes) : String(decoding: inlineText.bytes, as: UTF8.self)
      inlineText.clear()
      return text.isEmpty ? nil : .text(text)
    case .string: return buffer.bytes.isEmpty ? nil : .text(string(buffer.bytes))
    case .error: return buffer.bytes.isEmpty ? nil : .error(buffer.text)
    case .boolean: return buffer.bytes.first.map { .boolean($0 == 0x31 || $0 == UInt8(ascii: "t")) }
    case .date: return buffer.bytes.isEmpty ? nil : ISOValue.moment(buffer.text)
    case .shared: return sharedText(cell)
    case .number:
      guard let number = NumberText.value(of: buffer.bytes) else {
        return buffer.bytes.isEmpty ? nil : .text(buffer.text)
      }
      guard cell.style < styles.count else { return .number(number) }
      return styles[cell.style].value(number, isFrom1904: rules.isFrom1904)
    }
  }

  private func string(_ bytes: [UInt8]) -> String {
    String(decoding: XLSXText.hasEscape(bytes) ? XLSXText.decoded(bytes) : bytes, as: UTF8.self)
  }

  private func sharedText(_ cell: Cell) -> CellValue? {
    guard !buffer.bytes.isEmpty else { return nil }
    guard let number = NumberText.value(of: buffer.bytes).flatMap(Int.init(exactly:)) else {
      failure = .damaged(part)
      return nil
    }
    switch shared.item(number) {
    case .text(let text): return text.isEmpty ? nil : .text(text)
    case .overlong: overlong = overlong ?? cell.column
    case .missing: failure = .damaged(part)
    }
    return nil
  }

  private func finishRow() {
    guard !runs.isEmpty || overlong != nil else { return }
    rows.append(
      RowRun(numbers: number..<number + 1, isHidden: isHidden, runs: inOrder(runs), overlong: overlong))
  }

  /// By their columns; of several in one place the last.
  private func inOrder(_ runs: [Run]) -> [Run] {
    let isInOrder = zip(runs, runs.dropFirst()).allSatisfy { $0.columns.lowerBound < $1.columns.lowerBound }
    if isInOrder { return runs }
    var byColumn: [Int: Run] = [:]
    for run in runs { byColumn[run.columns.lowerBound] = run }
    return byColumn.values.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
  }
}
