import JSONText
import Model
import Workbooks

/// Records of a file one at a time, in bounded memory: a table, a vCard file, JSON, or a mapping over a table.
public protocol ImportSource {
  var columns: [ImportColumn] { get }
  /// The next record; nil at the end.
  /// - Throws: where the file cannot be read on.
  mutating func next() throws -> ImportRow?
  /// How far the file was read, of `ImportFile.size`.
  var bytesRead: Int { get }
  /// What is known so far of the file besides its records.
  var remarks: ImportRemarks { get }
}

/// One column of a file: what the file calls it, and what it is for.
public struct ImportColumn: Sendable, Equatable {
  /// For messages.
  public var title: String
  /// The name of a field, or of a column of the id; nil where its cells are left out.
  public var field: String?
  /// Whether a spreadsheet may have had its cells in hand.
  var isOfSheet = false
  /// Whether it holds ids that somebody else gave: see `OwnIDs`.
  var isForeignID = false

  public init(title: String, field: String?) {
    (self.title, self.field) = (title, field)
  }

  /// The same, of a table that a spreadsheet may have had in hand.
  func ofSheet() -> ImportColumn {
    var column = self
    column.isOfSheet = true
    return column
  }
}

/// One record of a file before it is checked.
public struct ImportRow: Sendable, Equatable {
  /// The line of the file where it begins, from 1.
  public var line: Int
  /// In the order of the columns. Nil, or missing at the end: the record says nothing of it, and what is stored
  /// stays. An empty cell clears what is stored where the record has an id of its own.
  public var cells: [String?]
  /// Why the record cannot be read, if it cannot.
  public var problem: ImportProblem?
  /// The id is made of what another program calls the record: where no record has it, one that is like it is looked
  /// for, and a new one gets it.
  var hasForeignID = false
  /// The id is ours beyond doubt, as the UID of a card of ours is: the row is of that record whatever it says.
  var hasCertainID = false
  /// When the card was last revised, in seconds since 1970; nil where it does not say.
  var revision: Int?
  /// The person left it out: it is read like the others, and not written.
  var isUnticked = false
  /// The stored record that the person said it is about.
  var same: RecordID?

  public init(line: Int, cells: [String?], problem: ImportProblem? = nil) {
    (self.line, self.cells, self.problem) = (line, cells, problem)
  }

  subscript(position: Int) -> String? { position < cells.count ? cells[position] : nil }
}

/// What is known of a file besides its records.
public struct ImportRemarks: Sendable, Equatable {
  /// Of a workbook: which sheet was read.
  public var sheet: SheetRemark?
  /// How the file was read.
  public var encoding = TextEncoding.utf8
  /// The headers that are no field; their cells are left out.
  public var unknownColumns: [String] = []
  /// The columns for a field that another column is for already; their cells are left out.
  public var repeatedColumns: [RepeatedColumn] = []
  /// The columns without a heading in which something stands; their cells are left out.
  public var unheadedColumns: [UnheadedColumn] = []
  /// A header that nobody knows, where no column has names and people are called by their addresses: it may be theirs.
  public var perhapsNames: String?
  /// The header of a column of ids that are not taken for ours; nil where there is none.
  public var foreignID: String?
  /// The headers that look as if they said who does not want mail, and are not understood.
  public var unknownOptOuts: [RepeatedColumn] = []
  /// What the reader put right on its own.
  public var notes: [CSVNote] = []
  /// What programs left in cells instead of what was meant.
  public var cellNotes: [CellNote] = []
  /// The same, of vCards.
  public var cardNotes: [VCardNote] = []
  /// How often a property of vCards was left out because the office has no use for it, by its name.
  public var leftOut: [String: Int] = [:]
  /// The file is one of vCards, whose properties are its columns.
  public var isOfCards = false

  public init() {}

  public struct RepeatedColumn: Sendable, Equatable {
    /// Counted from 1.
    public let number: Int
    public let title: String
    /// The header of the column that is read.
    public let readTitle: String
    /// Where that stands, counted from 1; 0 where nobody asked.
    public var readNumber = 0
    /// What the first cells of the other hold.
    public internal(set) var samples: [String] = []

    public init(number: Int, title: String, readTitle: String) {
      (self.number, self.title, self.readTitle) = (number, title, readTitle)
    }

    /// Takes up what a row has there.
    mutating func look(at row: [String]) {
      guard samples.count < 3, number <= row.count else { return }
      let cell = row[number - 1].inOneLine.trimmed
      if !cell.isEmpty, !samples.contains(cell) { samples.append(cell) }
    }
  }
}

/// Why a row is rejected.
public enum ImportProblem: Sendable, Equatable {
  case value(FieldProblem)
  case row(CSVProblem)
  case card(VCardProblem)
  case json(JSONProblem)
  /// So many stored records have the name, and nothing tells which of them is meant.
  case ambiguous(Int)
  /// The id of the row is that of a stored record, here by its title, which the row is not about.
  case otherRecord(id: String, title: String)
  /// The person asked to be erased from the store.
  case erased
  /// An answer that its question does not know.
  case answer(AnswerProblem)
  /// The person left the row out.
  case unticked
  /// The record that somebody said the row is about is not there, or is gone.
  case notThere(id: String)
  /// Question marks stand where letters were.
  case lostLetters(column: String, String)
  /// A sum says that it is of another currency than its row.
  case otherCurrency(String, String)
}

/// Why a file cannot be imported at all.
public enum ImportFailure: Error, Sendable, Equatable {
  case file(CSVProblem)
  case card(VCardProblem)
  case json(JSONProblem)
  case workbook(WorkbookProblem)
  /// No sheet of the workbook has the name; it has these.
  case sheetUnknown(String, [String])
  /// Of a workbook these sheets fit equally well.
  case sheetOpen([String])
  /// A column that records of this kind need.
  case columnMissing(String)
  /// Words are said to mean something in a column that there is not; there are these.
  case valueColumn(String, [String])
  /// Words are said to mean something in a column that becomes nothing.
  case valueColumnLeftOut(String)
  /// What a word of a column is said to mean, its field does not take.
  case value(String, FieldProblem)
  /// A word of a column is said to mean two things.
  case valueTwice(String, [String])
  /// Words are said to mean something in a file that names its fields itself.
  case valuesOfNoTable
  /// The headings stand in the first column, so that a record is a column.
  case upright([String])
}

/// A table, its columns told by their headers.
public struct TableRows<R: Exchangeable>: ImportSource {
  public let columns: [ImportColumn]
  private var reader: TableReader
  private let guess: ColumnGuess<R>
  private var repeated: [ImportRemarks.RepeatedColumn]
  private var care: CellCare
  private let dates: DateColumns
  private var optOuts: OptOutWords.Columns
  /// How the cells of a column are read that are made of words, and where it stands.
  private var words: [(position: Int, words: ReadWords)]
  private let cells: SheetCells
  private let money: MoneyColumn?

  /// - Parameters:
  ///   - delimiter: of text; found out where it is nil.
  ///   - values: what words of each column mean; nil takes what was said of the file.
  ///   - fields: what some headers are; nil asks the fields of the kind.
  /// - Throws: `ImportFailure` or `ImportFile.Unreadable`.
  public init(
    _ file: ImportFile, delimiter: UInt8? = nil, values: [[MappedValue]]? = nil,
    fields: (([String]) -> [String?])? = nil
  ) throws {
    let meaning: ([String]) -> Int = { header in
      (fields?(header) ?? ColumnGuess<R>(header: header).columns.map(\.field)).count { $0 != nil }
    }
    let open = { try TableReader(file, delimiter: delimiter, headings: meaning, fit: meaning) }
    reader = try open()
    let titles = reader.header
    guess = ColumnGuess(header: titles)
    let told = OwnIDs<R>.told(of: guess.columns.map { $0.ofSheet() })
    repeated = guess.repeated
    optOuts = .init(R.kind == .stakeholder ? guess.unknown : [], in: titles)
    let names = fields?(titles) ?? told.map(\.field)
    let rows = {
      var rows = try open()
      return { try rows.next()?.shownFields }
    }
    money = R.field("currency") == nil ? nil : try MoneyColumn(titles, fields: names, rows: rows)
    let currency = money?.isNamed == false ? [ImportColumn(title: "currency", field: "currency")] : []
    columns = told + currency
    care = CellCare(
      R.self, titles: titles, fields: zip(told, names).map { $0.isForeignID ? nil : $1 })
    let given = try values ?? file.values(of: R.self, titles, names)
    let known = names.map { $0.flatMap(R.field) }
    care.rules = ValueRules.rules(given) { known[$0].map(ValueRules.Words.init) ?? .free }
    words = known.enumerated().compactMap { position, field in
      field.flatMap { CellWords($0.name, $0.entry) }.map { (position, ReadWords($0)) }
    }
    let days = known.indices.filter { known[$0]?.entry == .day || known[$0]?.entry == .moment }
    let times = days.filter { known[$0]?.entry == .moment }
    dates = try DateColumns(days, times: times, asked: file.dates, zone: file.zone) {
      var rows = try open()
      return { try rows.next()?.fields }
    }
    cells = SheetCells(known)
  }

  public mutating func next() throws -> ImportRow? {
    guard let read = try reader.next() else { return nil }
    for index in repeated.indices { repeated[index].look(at: read.fields) }
    optOuts.look(at: read.fields)
    var row = ImportRow(try cells.read(read, reader, &care), &care)
    row.cells = dates.settled(row.cells)
    for index in words.indices {
      let position = words[index].position
      guard position < row.cells.count, let cell = row.cells[position] else { continue }
      row.cells[position] = words[index].words.read(cell)
    }
    if let problem = money?.settle(&row), row.problem == nil { row.problem = problem }
    return row
  }

  public var bytesRead: Int { reader.bytesRead }

  public var remarks: ImportRemarks {
    var remarks = reader.remarks
    remarks.cellNotes = care.notes
    remarks.unknownColumns = optOuts.without(guess.unknown)
    remarks.repeatedColumns = repeated
    remarks.unknownOptOuts = optOuts.all
    remarks.foreignID = columns.first(where: \.isForeignID)?.title.trimmed
    return remarks
  }
}

extension ImportRow {
  /// A short row says nothing of the cells that it does not have, and its empty ones may be theirs.
  init(_ row: CSVRow, _ care: inout CellCare) {
    let (cells, problem) = care.tend(row.fields, line: row.line)
    self.init(line: row.line, cells: cells, problem: row.problem.map(ImportProblem.row) ?? problem)
    guard row.isShort else { return }
    for index in self.cells.indices where self.cells[index]?.trimmed.isEmpty == true {
      self.cells[index] = nil
    }
  }
}
