import GRDB
import Model

extension Schema {
  /// How well it goes, and what others say of it.
  static let evaluation =
    [
      "feed", "question", "survey", "invitation", "focus-group", "opportunity", "call", "comment", "concern",
      "measure", "report",
    ]
    .map(document).joined() + responses
      + """
      CREATE INDEX invitation_by_stakeholder ON invitation(body ->> '$.stakeholder', body ->> '$.day');
      CREATE INDEX comment_by_person ON comment(body ->> '$.person');
      """

  /// Responses are many and long: they stand by a number, those of a survey side by side (see `ResponseTable`). By
  /// their ids a page would hold one of them instead of three.
  ///
  /// - `response_code`: the same answers again as numbers of two bytes, one for each column of the survey; tables
  ///   are counted from these, a tenth of the bytes.
  /// - `survey_column`: what the columns are; of one that is `open` only whether anything was answered is coded.
  /// - `survey_code`: what was answered, by its number; it holds no words of an open question.
  private static let responses = """
    CREATE TABLE "survey-response" (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      version INTEGER NOT NULL CHECK (version > 0),
      body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT;
    CREATE INDEX response_by_stakeholder ON "survey-response"(body ->> '$.stakeholder')
      WHERE body ->> '$.stakeholder' IS NOT NULL;
    CREATE TABLE response_code (row INTEGER PRIMARY KEY, codes BLOB NOT NULL) STRICT;
    CREATE TABLE survey_column (
      survey TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, open INTEGER NOT NULL,
      PRIMARY KEY (survey, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE survey_code (
      survey TEXT NOT NULL, place INTEGER NOT NULL, code INTEGER NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (survey, place, code)
    ) STRICT, WITHOUT ROWID;
    """
}
