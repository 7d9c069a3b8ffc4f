import Model

/// The responses to a survey by their day and answers: see `SurveyResponse.contentHash`.
public struct ResponsesByContent: Query {
  public let survey: RecordID

  public init(_ survey: RecordID) { self.survey = survey }

  public func answer(in reader: Reader) throws -> [Int: [RecordID]] {
    let rows = try reader.cursor(
      """
      SELECT id, body ->> '$.day' AS day, body ->> '$.answers' AS answers FROM "survey-response"
      WHERE id >= ? AND id < ? ORDER BY id
      """, AnswerScan.range(of: survey))
    var ids: [Int: [RecordID]] = [:]
    while let row = try rows.next() {
      let (id, day, answers) = (row["id"] as String, row["day"] as String?, row["answers"] as String?)
      ids[SurveyResponse.contentHash(day: day ?? "", answers: answers ?? ""), default: []].append(id)
    }
    return ids
  }
}

/// Looks for answers among the responses of surveys, one after the other: only rare edits ask, and the first hit ends it.
struct AnswerScan {
  private let reader: Reader

  init(_ reader: Reader) { self.reader = reader }

  func hasResponses(to survey: RecordID) throws -> Bool {
    try reader.value(
      Bool.self, "SELECT EXISTS (SELECT 1 FROM \"survey-response\" WHERE id >= ? AND id < ?)",
      Self.range(of: survey), isOften: true) ?? false
  }

  /// Whether some response has such an answer to a question, or to a row of it.
  func holds(
    _ question: RecordID, in surveys: [RecordID], _ isIt: (_ key: String, _ value: String) -> Bool
  ) throws -> Bool {
    for survey in surveys {
      let bodies = try reader.cursor(
        String.self,
        """
        SELECT body ->> '$.answers' FROM "survey-response"
        WHERE id >= ? AND id < ? AND instr(body ->> '$.answers', ?) > 0
        """, Self.range(of: survey) + [question], isOften: true)
      while let text = try bodies.next() {
        for entry in ListText.entries(of: text) where entry.hasPrefix(question) {
          let parts = ListText.parts(of: entry)
          let isOf = parts[0] == question || parts[0].hasPrefix(question + ".")
          if isOf, isIt(parts[0], parts.count > 1 ? parts[1] : "") { return true }
        }
      }
    }
    return false
  }

  /// The ids of the responses to a survey: `0` follows `/`.
  fileprivate static func range(of survey: RecordID) -> Arguments { ["\(survey)/", "\(survey)0"] }
}
