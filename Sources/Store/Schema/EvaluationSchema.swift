import GRDB
import Model

extension Schema {
  /// How well it goes, and what others say of it.
  static let evaluation =
    [
      "feed", "question", "survey", "survey-response", "invitation", "focus-group", "opportunity", "call",
      "comment", "concern", "measure", "report",
    ]
    .map(document).joined()
      + """
      CREATE INDEX invitation_by_stakeholder ON invitation(body ->> '$.stakeholder', body ->> '$.day');
      CREATE INDEX comment_by_person ON comment(body ->> '$.person');
      """
}
