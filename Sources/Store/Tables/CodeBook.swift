import Foundation
import GRDB
import Model

/// What the numbers in the coded answers of a survey mean: its columns, and of each the answers that were given.
final class CodeBook {
  struct Column {
    let name: String
    /// Only whether anything was answered is coded: the words of people stand in their responses alone.
    let isOpen: Bool
    /// The number of an answer; nought is none.
    var codes: [String: UInt16] = [:]
  }

  /// What has too many or too long values for a number: the answer has to be read in the response.
  static let beyond = UInt16.max
  private static let longest = 200

  let survey: RecordID
  private(set) var columns: [Column] = []
  private var places: [String: Int] = [:]
  private var next: Int64?

  init(_ survey: RecordID, in reader: Reader) throws {
    self.survey = survey
    for row in try reader.rows(
      "SELECT name, open FROM survey_column WHERE survey = ? ORDER BY place", [survey])
    {
      append(Column(name: row[0], isOpen: row[1]))
    }
    let codes = try reader.cursor("SELECT place, code, text FROM survey_code WHERE survey = ?", [survey])
    while let row = try codes.next() {
      let (place, code): (Int, Int) = (row[0], row[1])
      if columns.indices.contains(place) { columns[place].codes[row[2]] = UInt16(clamping: code) }
    }
  }

  private func append(_ column: Column) {
    places[column.name] = columns.count
    columns.append(column)
  }

  func place(of name: String) -> Int? { places[name] }

  /// The answers of a column by their numbers; the first is none.
  func texts(_ place: Int) -> [String] {
    if columns[place].isOpen { return ["", SurveyTally.words] }
    var texts = Array(repeating: "", count: columns[place].codes.count + 1)
    for (text, code) in columns[place].codes where Int(code) < texts.count { texts[Int(code)] = text }
    return texts
  }

  func nextRow(in db: Database) throws -> Int64 {
    let rows = ResponseTable.rows(of: survey)
    let last =
      try next
      ?? Int64.fetchOne(
        db, sql: "SELECT max(row) + 1 FROM \"survey-response\" WHERE row >= ? AND row < ?",
        arguments: [rows.lowerBound, rows.upperBound]) ?? rows.lowerBound
    next = last + 1
    return last
  }

  // MARK: Coding

  /// The answers of a response, two bytes for each column, the low one first. Numbers that answers have for the first
  /// time are written down.
  func codes(of response: SurveyResponse, in db: Database) throws -> Data {
    var codes = [UInt16](repeating: 0, count: columns.count)
    for (name, text) in response.coded where !text.isEmpty {
      let place = try places[name] ?? addColumn(name, in: db)
      if place >= codes.count { codes += Array(repeating: 0, count: place + 1 - codes.count) }
      codes[place] = try code(of: text, place, in: db)
    }
    return codes.map(\.littleEndian).withUnsafeBytes { Data($0) }
  }

  /// Whether a response was coded so: an answer for which there is no number yet was not.
  func isCoded(_ response: SurveyResponse, as codes: [UInt16]) -> Bool {
    var expected = [UInt16](repeating: 0, count: max(columns.count, codes.count))
    for (name, text) in response.coded where !text.isEmpty {
      guard let place = places[name] else { return false }
      expected[place] = columns[place].isOpen ? 1 : columns[place].codes[text] ?? Self.beyond
    }
    return expected.starts(with: codes) && expected[codes.count...].allSatisfy { $0 == 0 }
  }

  private func addColumn(_ name: String, in db: Database) throws -> Int {
    var isOpen = false
    if let question = SurveyVariable(name: name).questionID {
      let type = try String.fetchOne(
        db.cachedStatement(sql: "SELECT body ->> '$.question_type' FROM question WHERE id = ?"),
        arguments: [question])
      // Of a question that nobody has described yet, what people wrote may be anything.
      isOpen = type == nil || type == QuestionType.open.rawValue
    }
    append(Column(name: name, isOpen: isOpen))
    try db.execute(
      sql: "INSERT INTO survey_column (survey, place, name, open) VALUES (?, ?, ?, ?)",
      arguments: [survey, columns.count - 1, name, isOpen])
    return columns.count - 1
  }

  private func code(of text: String, _ place: Int, in db: Database) throws -> UInt16 {
    if columns[place].isOpen { return 1 }
    if let code = columns[place].codes[text] { return code }
    let count = columns[place].codes.count
    guard count < Int(Self.beyond) - 1, text.utf8.count <= Self.longest else { return Self.beyond }
    let code = UInt16(count + 1)
    columns[place].codes[text] = code
    try db.cachedStatement(sql: "INSERT INTO survey_code (survey, place, code, text) VALUES (?, ?, ?, ?)")
      .execute(arguments: [survey, place, Int(code), text])
    return code
  }
}
