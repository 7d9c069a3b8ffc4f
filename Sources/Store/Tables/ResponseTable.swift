import GRDB
import Model

/// Writes the responses of surveys, with what tables are counted from: each answer once more as a number of two
/// bytes. A cross table of a hundred thousand responses reads these, and never the responses themselves.
///
/// The rows of a survey's responses follow one another: the upper half of a row's number is made from the survey's
/// id, the lower half counts. (Two surveys whose ids make the same number would lie in one span, which costs time and
/// nothing else: the id is looked at where both are there.)
final class ResponseTable: TableWriter {
  private var books: [RecordID: CodeBook] = [:]
  /// The questions that were written: how they are coded may have changed.
  private var questions: Set<RecordID> = []

  /// The rows of a survey.
  static func rows(of survey: RecordID) -> Range<Int64> {
    // FNV-1a, of which 31 bits serve.
    let hash = survey.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let first = Int64(hash >> 1) << 32
    return first..<first + 1 << 32
  }

  func note(_ question: RecordID) { questions.insert(question) }

  func put(_ entry: TableEntry, in db: Database) throws {
    guard let response = entry.record as? SurveyResponse else { return }
    let body = entry.body
    let book = try book(of: response.survey, in: db)
    let codes = try book.codes(of: response, in: db)
    if entry.before == nil {
      let row = try book.nextRow(in: db)
      try db.cachedStatement(
        sql: "INSERT INTO \"survey-response\" (row, id, version, body) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [row, response.id, response.version, body])
      try db.cachedStatement(sql: "INSERT INTO response_code (row, codes) VALUES (?, ?)")
        .execute(arguments: [row, codes])
    } else {
      try db.cachedStatement(sql: "UPDATE \"survey-response\" SET version = ?, body = ? WHERE id = ?")
        .execute(arguments: [response.version, body, response.id])
      try db.cachedStatement(
        sql: """
          UPDATE response_code SET codes = ? WHERE row = (SELECT row FROM "survey-response" WHERE id = ?)
          """
      ).execute(arguments: [codes, response.id])
    }
  }

  func takeOut(_ id: RecordID, _ stored: Transaction.Stored, in db: Database) throws {
    try db.cachedStatement(
      sql: "DELETE FROM response_code WHERE row = (SELECT row FROM \"survey-response\" WHERE id = ?)"
    ).execute(arguments: [id])
    try PlainTable.delete(id, .surveyResponse, in: db)
  }

  private func book(of survey: RecordID, in db: Database) throws -> CodeBook {
    if let book = books[survey] { return book }
    let book = try CodeBook(survey, in: Reader(db))
    books[survey] = book
    return book
  }

  /// Codes the answers anew to questions that were answered before anybody said how.
  func finish(in db: Database) throws {
    guard !questions.isEmpty else { return }
    var surveys: Set<RecordID> = []
    for id in questions {
      let type = try String.fetchOne(
        db.cachedStatement(sql: "SELECT body ->> '$.question_type' FROM question WHERE id = ?"),
        arguments: [id])
      let isOpen = type == nil || type == QuestionType.open.rawValue
      surveys.formUnion(
        try String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT survey FROM survey_column WHERE open <> ? AND (name = ?2 OR name GLOB ?2 || '.*')
            """, arguments: [isOpen, id]))
    }
    questions = []
    for survey in surveys {
      books[survey] = nil
      try Self.recode(survey, in: db)
    }
  }

  /// Codes all answers anew.
  static func recodeAll(in db: Database) throws {
    try db.execute(sql: "DELETE FROM response_code; DELETE FROM survey_column; DELETE FROM survey_code")
    // A response belongs to the survey that its id begins with.
    let surveys = try String.fetchSet(
      db, sql: "SELECT DISTINCT substr(id, 1, instr(id, '/') - 1) FROM \"survey-response\"")
    for survey in surveys.sorted() { try recode(survey, in: db) }
  }

  private static func recode(_ survey: RecordID, in db: Database) throws {
    try db.execute(sql: "DELETE FROM survey_column WHERE survey = ?", arguments: [survey])
    try db.execute(sql: "DELETE FROM survey_code WHERE survey = ?", arguments: [survey])
    let book = try CodeBook(survey, in: Reader(db))
    let rows = rows(of: survey)
    var last = rows.lowerBound - 1
    while true {
      let batch = try Row.fetchAll(
        db,
        sql: """
          SELECT row, id, body FROM "survey-response" WHERE row > ? AND row < ? ORDER BY row LIMIT 1000
          """, arguments: [last, rows.upperBound])
      guard let end = batch.last else { return }
      last = end[0]
      for row in batch {
        let response = SurveyResponse(id: row[1], version: 1, values: Body.values(row[2]))
        guard response.survey == survey else { continue }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO response_code (row, codes) VALUES (?, ?)")
          .execute(arguments: [row[0] as Int64, try book.codes(of: response, in: db)])
      }
    }
  }
}

/// Questions: how answers to them are coded may change with each.
final class QuestionTable: TableWriter {
  private let plain = PlainTable(.question)
  private let responses: ResponseTable

  init(_ responses: ResponseTable) { self.responses = responses }

  func put(_ entry: TableEntry, in db: Database) throws {
    try plain.put(entry, in: db)
    responses.note(entry.record.id)
  }

  func takeOut(_ id: RecordID, _ stored: Transaction.Stored, in db: Database) throws {
    try plain.takeOut(id, stored, in: db)
    responses.note(id)
  }

  /// The table of responses codes them anew.
  func finish(in db: Database) throws {}
}
