/// A workbook: `.xlsx` (ISO/IEC 29500, transitional and strict) or `.ods` (OpenDocument 1.3), read sheet by sheet and
/// row by row.
public struct Workbook: Sendable {
  public struct Sheet: Sendable, Equatable {
    public let name: String
    public let isHidden: Bool
  }

  /// In the order of the workbook.
  public let sheets: [Sheet]
  private let contents: Contents
  private let package: Package

  private enum Contents: Sendable {
    case xlsx(parts: [String], XLSXBook.Rules, [CellFormat], SharedStrings)
    case ods(ODSStyles, heads: [[SheetRow]])
  }

  /// How many rows of each sheet are looked at to see what it is.
  private static let headRows = 60

  /// - Returns: nil for what nobody takes for a workbook: text, and what else there is.
  /// - Throws: `WorkbookProblem`, or what `file` throws.
  public init?(_ file: any WorkbookBytes, limits: WorkbookLimits = .init()) throws {
    guard let format = try WorkbookFormat(file) else { return nil }
    if case .foreign(let token) = format { throw WorkbookProblem.foreign(token) }
    package = try Package(file, limits)
    (sheets, contents) = try format == .ods ? Self.openDocument(package) : Self.openXML(package)
  }

  private static func openDocument(_ package: Package) throws -> ([Sheet], Contents) {
    let styles = ODSStylesReader()
    try package.read("styles.xml", styles)
    let content = ODSContent(wanted: nil, headRows: headRows, styles.styles, package.limits)
    guard try package.read("content.xml", content), content.hasBody else {
      throw WorkbookProblem.damaged("content.xml")
    }
    let heads = content.tables.map { Self.laidOut($0.head) }
    return (
      content.tables.map { Sheet(name: $0.name, isHidden: $0.isHidden) }, .ods(styles.styles, heads: heads)
    )
  }

  private static func laidOut(_ runs: [SheetHandler.RowRun]) -> [SheetRow] {
    var rows: [SheetRow] = []
    for run in runs {
      var run = run
      while !run.numbers.isEmpty, rows.count < headRows { rows.append(run.popFirst()) }
    }
    return rows
  }

  private static func openXML(_ package: Package) throws -> ([Sheet], Contents) {
    let main = try XLSXRelations(of: "", in: package).part("officeDocument") ?? ""
    let book = XLSXBook()
    try package.read(main, book)
    let relations = try XLSXRelations(of: main, in: package)
    // Charts and dialogs may be sheets of their own, without cells.
    let tables = book.sheets.compactMap { sheet in
      relations.byID[sheet.relation].flatMap { $0.type == "worksheet" ? (sheet, $0.part) : nil }
    }
    let styles = XLSXStyles()
    if let part = relations.part("styles") { try package.read(part, styles) }
    let shared = XLSXSharedStrings(package.limits)
    if let part = relations.part("sharedStrings") { try package.read(part, shared) }
    return (
      tables.map { Sheet(name: $0.0.name, isHidden: $0.0.isHidden) },
      .xlsx(parts: tables.map(\.1), book.rules, styles.styles, shared.strings)
    )
  }

  /// The rows of a sheet, by its place among them.
  public func rows(of sheet: Int) throws -> SheetRows {
    switch contents {
    case .xlsx(let parts, let rules, let styles, let shared):
      let relations = try XLSXRelations(of: parts[sheet], in: package)
      let handler = XLSXSheet(
        rules, styles, shared, part: parts[sheet], links: relations.links, package.limits)
      handler.extras = try extras(relations)
      return try SheetRows(package, parts[sheet], handler)
    case .ods(let styles, _):
      return try SheetRows(package, "content.xml", ODSContent(wanted: sheet, styles, package.limits))
    }
  }

  /// What the parts beside a sheet say of its cells.
  private func extras(_ relations: XLSXRelations) throws -> SheetExtras {
    var extras = SheetExtras()
    extras.links = Array(relations.links.values)
    if let part = relations.part("comments") {
      let comments = XLSXComments()
      try package.read(part, comments)
      (extras.comments, extras.firstComment) = (comments.count, comments.first)
    }
    return extras
  }

  /// The first rows of a sheet, to see what it is for.
  public func head(of sheet: Int) throws -> [SheetRow] {
    if case .ods(_, let heads) = contents { return heads[sheet] }
    let rows = try rows(of: sheet)
    var head: [SheetRow] = []
    while head.count < Self.headRows, let row = try rows.next() { head.append(row) }
    return head
  }
}

/// The rows of a sheet that hold something, one after the other; only a piece of the sheet is in memory.
public final class SheetRows {
  private let handler: SheetHandler
  private let entries: PackageEntries
  private let reader: XMLReader
  /// The place of the next row among those that were read.
  private var place = 0
  private var isAtEnd = false

  init(_ package: Package, _ part: String, _ handler: SheetHandler) throws {
    guard let entries = try package.entries(at: part) else { throw WorkbookProblem.damaged(part) }
    (self.handler, self.entries) = (handler, entries)
    reader = XMLReader(handler, part: part, package.limits)
  }

  /// The next row that holds something; nil at the end.
  /// - Throws: `WorkbookProblem`, or what the file throws.
  public func next() throws -> SheetRow? {
    while place == handler.rows.count {
      handler.rows.removeAll(keepingCapacity: true)
      place = 0
      if isAtEnd { return nil }
      try readOn()
    }
    let row = handler.rows[place].popFirst()
    if handler.rows[place].numbers.isEmpty { place += 1 }
    return row
  }

  private func readOn() throws {
    if !handler.isFinished, try entries.block(reader.feed) != nil { return }
    try reader.end()
    isAtEnd = true
  }

  /// The columns that are hidden, as far as the sheet was read; they come before its rows.
  public var hiddenColumns: [ClosedRange<Int>] { handler.hiddenColumns }
  /// What is shown as one cell, as far as the sheet was read; in an `.xlsx` it stands behind the rows.
  public var merged: [MergedCells] { handler.merged }
  /// What cells have besides what they show, as far as the sheet was read.
  public var extras: SheetExtras { handler.extras }
  /// How far the file was read.
  public var bytesRead: Int { entries.bytesRead }
}
