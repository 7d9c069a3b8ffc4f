import Model

/// Which field each column of a file is for, told by its header.
public struct ColumnGuess<R: Exchangeable>: Sendable {
  public let columns: [ImportColumn]
  let unknown: [String]
  let repeated: [ImportRemarks.RepeatedColumn]

  public init(header: [String]) {
    let positions = Self.positions(in: header)
    let fields = Dictionary(uniqueKeysWithValues: positions.map { ($0.value, $0.key) })
    columns = header.indices.map { ImportColumn(title: header[$0], field: fields[$0]) }
    let left = header.indices.filter { fields[$0] == nil && !header[$0].trimmed.isEmpty }
    repeated = left.compactMap { position in
      Self.names(of: header[position]).lazy.compactMap { positions[$0] }.first.map {
        var column = ImportRemarks.RepeatedColumn(
          number: position + 1, title: header[position], readTitle: header[$0])
        column.readNumber = $0 + 1
        return column
      }
    }
    let numbers = Set(repeated.map(\.number))
    unknown = left.filter { !numbers.contains($0 + 1) }.map { header[$0] }
  }

  /// What a header is told by, without the currency of the sums below it.
  private static func key(_ title: String) -> String {
    ColumnNames.key(R.field("currency") == nil ? title : MoneyText.heading(title)?.rest ?? title)
  }

  /// The fields that a header may mean.
  private static func names(of title: String) -> [String] {
    ColumnKeys.of(R.self).names[key(title)] ?? []
  }

  /// Where each field stands. Its own name goes before any synonym, and synonyms in their order, so that
  /// "Organisation" is the name in a list of organizations, and the affiliation beside "Full name".
  private static func positions(in header: [String]) -> [String: Int] {
    let keys = header.map(key)
    var positions: [String: Int] = [:]
    var free = Set(header.indices)
    func claim(_ name: String, _ titles: [String]) {
      for key in titles where positions[name] == nil {
        guard let position = keys.indices.first(where: { free.contains($0) && keys[$0] == key }) else {
          continue
        }
        positions[name] = position
        free.remove(position)
      }
    }
    let fields = ColumnKeys.of(R.self).fields
    for field in fields { claim(field.name, [field.own]) }
    for field in fields { claim(field.name, field.synonyms) }
    for field in fields { claim(field.name, field.labels) }
    return positions
  }
}

/// Which column of a file holds which field.
final class ColumnMap<R: Exchangeable> {
  /// Where the cells of the id stand; nil where the file has no id.
  let ids: [Int]?
  /// Whether the ids are not taken for ours: then they tell of a record only what else tells it.
  let isIDForeign: Bool
  /// Whether all fields are there under their own names, as in our exports.
  let isWholeExport: Bool
  /// The fields that the file has, where each stands in it, and its bit among all fields. Apart, because most
  /// cells are empty, and a look at a field costs more than one at a number.
  let fields: [Field<R>]
  let positions: [Int]
  let bits: [UInt64]
  /// Those that name records, and where each stands.
  let naming: [(entry: Entry, position: Int)]
  /// Whether each names records.
  let isNaming: [Bool]
  /// Whether the entries of each have parts.
  let hasParts: [Bool]
  /// Whether each holds several entries, or a note.
  private let joins: [Bool]
  /// Those of texts that a spreadsheet may have had in hand.
  private let sheets: [Bool]
  /// Those of a file of ours that another program may have had in hand.
  private let tended: [Bool]
  /// Which of them a record cannot be without.
  let required: [Int]
  private let nameTitle: Int?
  private let nameIndex: Int?
  private let emailTitle: Int?
  private let uidTitle: Int?
  private let columns: [ImportColumn]

  /// - Throws: for a column that the file has to have.
  init(_ columns: [ImportColumn]) throws(ImportFailure) {
    self.columns = columns
    let positions = Dictionary(
      columns.enumerated().compactMap { index, column in column.field.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    for field in R.fields where field.isRequired && positions[field.name] == nil {
      throw .columnMissing(field.name)
    }
    let ids = R.idColumns.map { positions[$0] }
    if R.isIDRequired, let missing = ids.firstIndex(of: nil) { throw .columnMissing(R.idColumns[missing]) }
    self.ids = ids.contains(nil) ? nil : ids.compactMap(\.self)
    isIDForeign = columns.contains(where: \.isForeignID)
    isWholeExport = R.fields.allSatisfy { field in
      positions[field.name].map { columns[$0].title } == field.name
    }
    let found = R.fields.enumerated().filter { positions[$0.element.name] != nil }
    fields = found.map(\.element)
    self.positions = fields.map { positions[$0.name]! }
    isNaming = fields.map { !$0.entry.forms.isEmpty }
    naming = fields.indices.filter { [isNaming] in isNaming[$0] }.map {
      [fields, positions = self.positions] in
      (fields[$0].entry, positions[$0])
    }
    hasParts = fields.map { if case .items = $0.entry { true } else { false } }
    joins = fields.map(\.isJoinable)
    sheets = zip(fields, self.positions).map { field, position in
      let isText = field.entry == .line || field.entry == .list || ["notes", "note"].contains(field.name)
      // An address keeps its letters in every spreadsheet.
      let isAddress = ["emails", "links", "link", "url"].contains(field.name)
      return columns[position].isOfSheet && isText && !isAddress && !["text", "uids"].contains(field.name)
    }
    let isOwn = self.ids != nil && !isIDForeign
    tended = self.positions.map { isOwn && columns[$0].isOfSheet }
    required = found.indices.filter { found[$0].element.isRequired }
    bits = found.map { FieldSet.bit($0.offset) }
    emailTitle = positions["emails"]
    uidTitle = positions["uids"]
    nameIndex = fields.firstIndex { $0.name == "name" }
    nameTitle = fields.first { $0.isRequired }.flatMap { positions[$0.name] }
  }

  /// What a cell makes of a field where the row has not the record's own id: its text; of lists and notes what the record
  /// has and that. A list of somebody's knows some of a person's addresses, not which of them there are.
  func text(_ cell: String, at index: Int, in record: R) -> String {
    guard joins[index] else { return cell }
    let old = fields[index].read(record)
    if old.isEmpty || fields[index].entry.isText && old.contains(cell.trimmed) {
      return old.isEmpty ? cell : old
    }
    if fields[index].entry.isText { return "\(old); \(cell)" }
    let known = Set(ListText.entries(of: old).map(Self.loose))
    let new = ListText.entries(of: cell).filter { !known.contains(Self.loose($0)) }
    return ([old] + new).joined(separator: "; ")
  }

  /// What a spreadsheet may have made of a cell, over what is stored; nil where there is nothing to say of it.
  func damage(_ cell: String, at index: Int, in record: R) -> SheetDamage.Reading? {
    guard sheets[index] else { return nil }
    let field = fields[index]
    return SheetDamage.reading(
      cell, over: field.read(record), isList: field.entry.isList, isPhone: field.name == "phones")
  }

  /// What became of a cell of a file of ours in another program; nil where there is nothing to say of it, and where it
  /// says what is stored.
  func finding(_ cell: String, at index: Int, in record: R) -> CellCare.Finding? {
    guard tended[index], CellCare.isUnusual(cell) else { return nil }
    let field = fields[index]
    guard let finding = CellCare.finding(cell, of: field.name, field.entry),
      cell.trimmed != field.read(record).trimmed
    else { return nil }
    return finding
  }

  /// An entry without what people write now so, now so: case, accents, apostrophes, commas.
  private static func loose(_ entry: String) -> String {
    Folding.folded(entry).filter { $0.isLetter || $0.isNumber }
  }

  /// The header of the column of a field; the field's own name where the file has none.
  func title(of field: String) -> String {
    columns.first { $0.field == field }?.title ?? field
  }

  /// What a row says of a field; nil where it says nothing.
  func cell(of field: String, in row: ImportRow) -> String? {
    fields.firstIndex { $0.name == field }.flatMap { row[positions[$0]] }
  }

  /// The id in a column of ids that are not taken for ours; nil where there is none that could be one.
  func foreignID(of row: ImportRow) -> RecordID? {
    guard isIDForeign, row.problem == nil, let cells = idCells(of: row) else { return nil }
    return try? R.id(from: cells)
  }

  func idCells(of row: ImportRow) -> [String]? { ids.map { $0.map { (row[$0] ?? "").trimmed } } }

  /// What people call the record of a row; nil where the file does not say.
  func name(of row: ImportRow) -> String? {
    cell(of: "name", in: row).flatMap { $0.trimmed.isEmpty ? nil : $0 }
  }

  /// The folded name in a row, as far as it can be told before the row is checked.
  func foldedName(of row: ImportRow) -> String? {
    nameTitle.flatMap { row[$0] }.map(Folding.folded)
  }

  /// What a stored record and a row say of the first field that a record cannot be without, or of its name; nil where the
  /// row says nothing.
  func leading(_ stored: R, _ row: ImportRow) -> (known: String, said: String)? {
    guard let first = required.first ?? nameIndex, let said = row[positions[first]]?.trimmed, !said.isEmpty
    else {
      return nil
    }
    return (fields[first].read(stored), said)
  }

  /// The e-mails in a row, in lower case, as far as they can be told before the row is checked.
  func emails(of row: ImportRow) -> [String] {
    guard let text = emailTitle.flatMap({ row[$0] }), !text.isEmpty else { return [] }
    return text.lowercased().split(separator: ";").map { String($0).trimmed }
  }

  /// By which UIDs another program knows the record of a row, where the row has no id of our own.
  func uids(of row: ImportRow, _ id: RecordID?) -> [String] {
    guard let uidTitle, id == nil || row.hasForeignID else { return [] }
    return row[uidTitle]?.items ?? []
  }
}

extension Field {
  /// Whether what a file says of it can stand beside what is stored: a list, or a note.
  var isJoinable: Bool { entry.isList || name == "notes" }
}
