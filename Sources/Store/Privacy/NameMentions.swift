import Model

/// The records whose words have one of somebody's names without naming their record, of whatever kind: no field says whom
/// they mean, so that a person has to look.
public struct NameMentions: Query {
  let names: [[String]]
  /// Of the person themselves.
  let except: Set<RecordReference>

  /// - Parameter names: all that the person is called. Short ones stand within too many other words.
  public init(of names: some Sequence<String>, except: Set<RecordReference>) {
    self.names = Set(names.filter { $0.utf8.count >= 4 }.map(WordMatch.words)).filter { !$0.isEmpty }
      .sorted { $0.joined() < $1.joined() }
    self.except = except
  }

  /// Copies of notices, which stay as they were sent, and what says only which records are the same have no words of
  /// their own.
  private static let kinds = RecordKind.allCases.filter { ![.notice, .toldApart, .merged].contains($0) }

  /// In what a record says: its fields have names of their own, which may be somebody's.
  private static let hasWords =
    "EXISTS (SELECT 1 FROM json_each(body) WHERE \(FieldHasWords.inText)(value, ?))"

  public func answer(in reader: Reader) throws -> [RecordReference] {
    var found: Set<RecordReference> = []
    for name in names {
      let phrase = name.joined(separator: " ")
      for kind in Self.kinds {
        let ids =
          kind == .stakeholder
          ? try stakeholders(phrase, in: reader)
          : try reader.values(
            String.self, "SELECT id FROM \"\(kind.rawValue)\" WHERE \(Self.hasWords)", [phrase])
        found.formUnion(ids.map { RecordReference(kind, $0) })
      }
    }
    return found.subtracting(except).sorted { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }
  }

  /// By the index: there may be a million.
  private func stakeholders(_ phrase: String, in reader: Reader) throws -> [RecordID] {
    guard let match = StakeholderFilter(text: phrase).match else { return [] }
    return try reader.values(
      String.self,
      """
      SELECT id FROM stakeholder WHERE row IN (
        SELECT rowid FROM stakeholder_search WHERE stakeholder_search MATCH ?)
        AND \(Self.hasWords)
      """, [match, phrase])
  }
}
