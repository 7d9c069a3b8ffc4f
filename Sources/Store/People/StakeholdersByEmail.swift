import Model

/// Who has one of some mail addresses, those in use before those out of use.
public struct StakeholdersByEmail: Query {
  private let emails: [String]

  /// So many of one address are handed out.
  private static let most = 50

  public init(_ emails: some Sequence<String>) { self.emails = Set(emails.map { $0.lowercased() }).sorted() }

  /// By address in lower case; those out of use only where nobody else has it.
  public func answer(in reader: Reader) throws -> [String: [Stakeholder]] {
    var answer: [String: [Stakeholder]] = [:]
    for email in emails {
      let words = WordMatch.words(email)
      guard !words.isEmpty else { continue }
      let found: [Stakeholder] = try reader.records(
        """
        SELECT s.id, s.version, s.body FROM (
          SELECT rowid FROM stakeholder_search WHERE stakeholder_search MATCH ?) found
        CROSS JOIN stakeholder s ON s.row = found.rowid ORDER BY s.id
        """, [MatchText.phrase(words)])
      let own = found.filter { $0.emails.contains { $0.lowercased() == email } }
      let inUse = own.filter { $0.retired == nil }
      answer[email] = Array((inUse.isEmpty ? own : inUse).prefix(Self.most))
    }
    return answer.filter { !$0.value.isEmpty }
  }
}

/// Which of some contacts are in the log.
public struct LoggedContacts: Query {
  private let ids: [RecordID]

  public init(_ ids: some Sequence<RecordID>) { self.ids = Array(ids) }

  public func answer(in reader: Reader) throws -> Set<RecordID> {
    let logged: [Engagement] = try reader.records(ids)
    return Set(logged.map(\.id))
  }
}
