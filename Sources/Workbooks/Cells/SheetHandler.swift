/// Collects the rows of a sheet while its XML is read; both formats share it.
class SheetHandler: XMLHandler {
  /// A cell that stands for several beside each other.
  struct Run {
    let columns: Range<Int>
    let value: CellValue
  }

  /// A row that stands for several below each other. They are laid out only when somebody takes them.
  struct RowRun {
    var numbers: Range<Int>
    let isHidden: Bool
    let runs: [Run]
    let overlong: Int?

    /// Takes the first row away.
    mutating func popFirst() -> SheetRow {
      var cells: [SheetCell] = []
      cells.reserveCapacity(runs.count)
      for run in runs {
        for column in run.columns { cells.append(SheetCell(column: column, value: run.value)) }
      }
      defer { numbers.removeFirst() }
      return SheetRow(number: numbers.lowerBound, isHidden: isHidden, cells: cells, overlong: overlong)
    }
  }

  /// What was read and nobody took yet.
  var rows: [RowRun] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var merged: [MergedCells] = []
  /// Comments of cells, and where links of cells lead, as far as the sheet was read.
  var extras = SheetExtras()
  let limits: WorkbookLimits

  init(_ limits: WorkbookLimits) { self.limits = limits }

  func hide(_ columns: ClosedRange<Int>) {
    if hiddenColumns.count < WorkbookLimits.columns { hiddenColumns.append(columns) }
  }

  func merge(_ cells: MergedCells) {
    // So many only to be told of: they change no cell.
    if merged.count < 10_000 { merged.append(cells) }
  }
}

/// Text that comes in pieces, without new memory for each.
struct TextBuffer {
  private(set) var bytes: [UInt8] = []
  /// Whether there was more than the limit.
  private(set) var isOverlong = false
  private let limit: Int

  init(_ limit: Int) {
    self.limit = limit
    bytes.reserveCapacity(256)
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    isOverlong = false
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    if bytes.count + piece.count <= limit { bytes += piece } else { isOverlong = true }
  }

  mutating func append(_ byte: UInt8) {
    if bytes.count < limit { bytes.append(byte) } else { isOverlong = true }
  }

  mutating func cut(to count: Int) { bytes.removeLast(bytes.count - count) }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
