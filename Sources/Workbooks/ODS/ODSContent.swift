/// The sheets of an OpenDocument, which stand one after the other in one part (ODF 1.3, part 3, 9).
final class ODSContent: SheetHandler {
  struct Table {
    let name: String
    let isHidden: Bool
    /// The first rows, where all tables are looked through.
    fileprivate(set) var head: [RowRun] = []
  }

  private struct Cell {
    var kind: CellKind?
    var count = 1
    var isCovered = false
    var value: String?
    var style: XMLKey?
    var hasFormula = false
    var isTruth = false
    var currency: String?
    var link: LinkFormula?
    var span: (columns: Int, rows: Int) = (1, 1)
  }

  /// 19.387 of part 3, and the errors of LibreOffice.
  private enum CellKind { case number, percent, date, time, boolean, text, error }

  private let names = ODSNames()
  private let wanted: Int?
  private let headRows: Int
  private let stylesReader = ODSStylesReader()
  private var isInBody = false
  private(set) var hasBody = false
  private(set) var tables: [Table] = []
  /// How deep it is in what holds no sheet of this document, such as the record of changes.
  private var skipped = 0
  private var isInTable = false
  private var isDone = false
  private var repeatedCells = 0

  private var rowNumber = 1
  private var rowCount = 1
  private var isInRow = false
  private var isRowHidden = false
  private var rowStyle: XMLKey?
  private var columnStyles: [XMLKey?] = []
  private var runs: [Run] = []
  private var overlong: Int?
  private var column = 0
  private var cell: Cell?
  private var cellText: ODSText

  /// - Parameters:
  ///   - wanted: the table whose rows are collected; nil for the first rows of each.
  ///   - styles: those of the other part.
  init(wanted: Int?, headRows: Int = 0, _ styles: ODSStyles, _ limits: WorkbookLimits) {
    (self.wanted, self.headRows) = (wanted, headRows)
    stylesReader.styles = styles
    cellText = ODSText(limits)
    super.init(limits)
  }

  override var isFinished: Bool { isDone }

  // MARK: Elements

  override func start(_ name: XMLKey, _ attributes: XMLAttributes) {
    if cell != nil {
      noteExtra(name, attributes)
      return cellText.start(name, attributes)
    }
    if skipped > 0 {
      skipped += 1
    } else if isInRow {
      if name == names.cell || name == names.covered {
        startCell(attributes, isCovered: name == names.covered)
      } else {
        skipped = 1
      }
    } else if name == names.row {
      if isInTable { startRow(attributes) }
    } else if name == names.table {
      startTable(attributes)
    } else if name == names.column {
      if isInTable { takeColumns(attributes) }
    } else if name == names.spreadsheet {
      (isInBody, hasBody) = (true, true)
    } else if !isInBody {
      stylesReader.start(name, attributes)
    } else if name == names.changes || name == names.shapes {
      skipped = 1
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if cell != nil { cellText.text(piece) } else if !isInBody { stylesReader.text(piece) }
  }

  override func end(_ name: XMLKey) {
    if let cell {
      guard name == names.cell || name == names.covered else { return cellText.end(name) }
      self.cell = nil
      finish(cell)
    } else if skipped > 0 {
      skipped -= 1
    } else if name == names.row {
      if isInRow { finishRow() }
      isInRow = false
    } else if name == names.table {
      isInTable = false
      if tables.count - 1 == wanted { isDone = true }
    } else if !isInBody {
      stylesReader.end(name)
    }
  }

  /// Comments and links of cells (ODF 1.3, part 3, 14.1 and 6.1.8).
  private func noteExtra(_ name: XMLKey, _ attributes: XMLAttributes) {
    if name == names.annotation {
      if extras.comments == 0 { extras.firstComment = "\(CellName.column(column))\(rowNumber)" }
      extras.comments += 1
    } else if name == names.anchor, let target = attributes[names.href] {
      // Within the document they lead to another cell.
      if !target.text.hasPrefix("#") { extras.link(column, rowNumber, to: target.text) }
    }
  }

  private func startTable(_ attributes: XMLAttributes) {
    let name = attributes[names.name]?.text ?? ""
    // What LibreOffice keeps of other files that formulas refer to; nobody sees it.
    if name.hasPrefix("'file:") {
      skipped = 1
      return
    }
    let isHidden =
      attributes[names.styleName].map { stylesReader.styles.isHidden(XMLKey(named: $0)) } ?? false
    tables.append(Table(name: name, isHidden: isHidden))
    isInTable = wanted == nil || wanted == tables.count - 1
    (rowNumber, column, columnStyles) = (1, 0, [])
  }

  private func takeColumns(_ attributes: XMLAttributes) {
    let count = min(attributes[names.columnsRepeated]?.number ?? 1, WorkbookLimits.columns - column)
    guard count > 0 else { return }
    let style = attributes[names.defaultStyle].map(XMLKey.init(named:))
    columnStyles += Array(repeating: style, count: count)
    if isCollapsed(attributes) { hide(column...column + count - 1) }
    column += count
  }

  private func isCollapsed(_ attributes: XMLAttributes) -> Bool {
    attributes[names.visibility].map { $0 == "collapse" || $0 == "filter" } ?? false
  }

  private func startRow(_ attributes: XMLAttributes) {
    rowCount = max(1, attributes[names.rowsRepeated]?.number ?? 1)
    isRowHidden = isCollapsed(attributes)
    rowStyle = attributes[names.defaultStyle].map(XMLKey.init(named:))
    (isInRow, column, overlong) = (true, 0, nil)
    runs.removeAll(keepingCapacity: true)
  }

  private func startCell(_ attributes: XMLAttributes, isCovered: Bool) {
    var cell = Cell()
    cell.isCovered = isCovered
    attributes.each { name, value in
      if name == names.type {
        if cell.kind != .error { cell.kind = Self.kind(value) }
      } else if name == names.calcType {
        if value == "error" { cell.kind = .error }
      } else if name == names.columnsRepeated {
        cell.count = max(1, value.number ?? 1)
      } else if names.values.contains(name) {
        cell.value = value.text
      } else if name == names.currency {
        cell.currency = value.text
      } else if name == names.styleName {
        cell.style = XMLKey(named: value)
      } else if name == names.formula {
        cell.hasFormula = true
        cell.link = LinkFormula(value.text)
        cell.isTruth = value == "of:=TRUE()" || value == "of:=FALSE()"
      } else if name == names.columnsSpanned {
        cell.span.columns = max(1, value.number ?? 1)
      } else if name == names.rowsSpanned {
        cell.span.rows = max(1, value.number ?? 1)
      }
    }
    self.cell = cell
    cellText.clear()
  }

  private static func kind(_ value: XMLValue) -> CellKind? {
    switch value.bytes[0] {
    case UInt8(ascii: "f"), UInt8(ascii: "c"): .number
    case UInt8(ascii: "p"): .percent
    case UInt8(ascii: "d"): .date
    case UInt8(ascii: "t"): .time
    case UInt8(ascii: "b"): .boolean
    case UInt8(ascii: "s"): .text
    default: nil
    }
  }

  // MARK: Values

  private func finish(_ cell: Cell) {
    let start = column
    column = min(column + cell.count, WorkbookLimits.columns)
    // What stands behind a cell that covers others is seen by nobody.
    guard !cell.isCovered, start < column else { return }
    if let link = cell.link { extras.link(start, rowNumber, to: link.address) }
    if cell.span != (1, 1), let last = Optional(start + cell.span.columns - 1), last < WorkbookLimits.columns
    {
      merge(MergedCells(columns: start...last, rows: rowNumber...rowNumber + cell.span.rows - 1))
    }
    if cellText.buffer.isOverlong {
      overlong = overlong ?? start
    } else if let value = LinkFormula.shown(value(of: cell, at: start), cell.link) {
      runs.append(Run(columns: start..<column, value: value))
    }
  }

  private func value(of cell: Cell, at column: Int) -> CellValue? {
    let text = cellText.buffer
    switch cell.kind {
    case nil:
      return cell.hasFormula && text.bytes.isEmpty ? .uncomputed : text.bytes.isEmpty ? nil : .text(text.text)
    case .text: return string(cell.value, cell.hasFormula)
    case .error: return .error(text.bytes.isEmpty ? cell.value ?? "" : text.text)
    case .boolean: return .boolean(cell.value == "true")
    case .date: return cell.value.map(ISOValue.moment)
    case .time: return duration(cell, column)
    case .number, .percent: return number(cell, column)
    }
  }

  private func string(_ value: String?, _ hasFormula: Bool) -> CellValue? {
    let text = value ?? cellText.buffer.text
    if text.isEmpty { return nil }
    // Excel writes errors as the text that they show.
    return hasFormula && Self.errors.contains(text) ? .error(text) : .text(text)
  }

  private static let errors: Set = [
    "#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
  ]

  private func format(_ cell: Cell, _ column: Int) -> CellFormat? {
    let style = cell.style ?? rowStyle ?? (column < columnStyles.count ? columnStyles[column] : nil)
    return style.flatMap(stylesReader.styles.format)
  }

  private func number(_ cell: Cell, _ column: Int) -> CellValue? {
    guard let text = cell.value, let number = NumberText.value(of: Array(text.utf8)) else {
      return cell.value.map(CellValue.text)
    }
    if cell.kind == .percent { return .percent(number) }
    // What LibreOffice makes of the truth values of an `.xlsx`.
    if cell.isTruth, number == 0 || number == 1 { return .boolean(number == 1) }
    let value = format(cell, column)?.value(number, isFrom1904: false) ?? .number(number)
    guard case .number = value else { return value }
    return ODSShown.value(number, cellText.buffer, currency: cell.currency)
  }

  private func duration(_ cell: Cell, _ column: Int) -> CellValue? {
    guard let text = cell.value else { return nil }
    guard let seconds = ISOValue.duration(text) else { return .text(text) }
    let isClock = 0..<86_400 ~= seconds && format(cell, column) != .duration
    return isClock ? .time(seconds) : .duration(seconds)
  }

  private func finishRow() {
    let first = rowNumber
    rowNumber = min(rowNumber + rowCount, WorkbookLimits.rows + 1)
    guard !runs.isEmpty || overlong != nil, first < rowNumber else { return }
    let cells = runs.reduce(0) { $0 + $1.columns.count }
    repeatedCells += cells * (rowNumber - first) - runs.count
    if repeatedCells > limits.repeatedCells { return failure = .tooLarge }
    let row = RowRun(numbers: first..<rowNumber, isHidden: isRowHidden, runs: runs, overlong: overlong)
    if wanted != nil {
      rows.append(row)
    } else {
      takeHead(row)
    }
  }

  private func takeHead(_ row: RowRun) {
    let last = tables.count - 1
    tables[last].head.append(row)
    if tables[last].head.count >= headRows { isInTable = false }
  }
}

/// The names that tables are made of.
struct ODSNames {
  let spreadsheet = XMLKey(.office, "spreadsheet")
  let table = XMLKey(.table, "table")
  let row = XMLKey(.table, "table-row")
  let column = XMLKey(.table, "table-column")
  let cell = XMLKey(.table, "table-cell")
  let covered = XMLKey(.table, "covered-table-cell")
  let changes = XMLKey(.table, "tracked-changes")
  let shapes = XMLKey(.table, "shapes")
  let name = XMLKey(.table, "name")
  let styleName = XMLKey(.table, "style-name")
  let defaultStyle = XMLKey(.table, "default-cell-style-name")
  let columnsRepeated = XMLKey(.table, "number-columns-repeated")
  let rowsRepeated = XMLKey(.table, "number-rows-repeated")
  let columnsSpanned = XMLKey(.table, "number-columns-spanned")
  let rowsSpanned = XMLKey(.table, "number-rows-spanned")
  let visibility = XMLKey(.table, "visibility")
  let formula = XMLKey(.table, "formula")
  let annotation = XMLKey(.office, "annotation")
  let anchor = XMLKey(.text, "a")
  let href = XMLKey(.link, "href")
  let currency = XMLKey(.office, "currency")
  let type = XMLKey(.office, "value-type")
  let calcType = XMLKey(.calc, "value-type")
  let values = [
    XMLKey(.office, "value"), XMLKey(.office, "date-value"), XMLKey(.office, "time-value"),
    XMLKey(.office, "boolean-value"), XMLKey(.office, "string-value"),
  ]
}
