import Model

/// Who of those in use may be the same as somebody who comes in.
///
/// Unlike a search among all, it reads only those who have beginnings of two of the words of a name, or a whole one with
/// the first letters of another, an e-mail, a mailbox or an identifier: a slip in the first letters of both is missed.
public struct StakeholdersAlike: Query {
  private let id: RecordID
  private let values: [String: String]

  /// From this score on somebody is asked about: who has a like name in the same country, or the same name where no
  /// country is known.
  private static let least = 33
  /// So many are given back, the surest first.
  public static let most = 5
  /// So many who have some words in common are read.
  private static let mostRead = 300

  public init(_ newcomer: Stakeholder) { (id, values) = (newcomer.id, newcomer.values) }

  public func answer(in reader: Reader) throws -> [DuplicateCandidate] {
    let newcomer = Stakeholder(id: id, version: 0, values: values)
    var known: [RecordID: Stakeholder] = [:]
    for match in DuplicateWords(of: newcomer).matches {
      let found: [Stakeholder] = try reader.records(
        """
        SELECT s.id, s.version, s.body FROM (
          SELECT rowid FROM stakeholder_search WHERE stakeholder_search MATCH ? LIMIT ?) found
        CROSS JOIN stakeholder s ON s.row = found.rowid WHERE s.retired = 0
        """, [match, Self.mostRead])
      for one in found where one.id != newcomer.id { known[one.id] = one }
    }
    let alike = known.values.compactMap { DuplicateCandidate(newcomer, $0) }.filter { $0.score >= Self.least }
    return Array(alike.sorted { ($1.score, $0.b.id) < ($0.score, $1.b.id) }.prefix(Self.most))
  }
}

/// What the full-text index is asked for who may be called so.
private struct DuplicateWords {
  private(set) var matches: [String] = []

  /// Of longer names the first words are taken.
  private static let mostWords = 5

  init(of newcomer: Stakeholder) {
    for words in newcomer.wordsOfNames { add(name: Array(words.prefix(Self.mostWords))) }
    for email in newcomer.emails.prefix(Self.mostWords) {
      add([.init(email)])
      add([.init(String(email.prefix { $0 != "@" }))])
    }
    for identifier in [newcomer.orcid, newcomer.ror] where !identifier.isEmpty { add([.init(identifier)]) }
  }

  private mutating func add(name words: [String]) {
    if words.count == 1 { add([.init(words[0])]) }
    for (place, first) in words.enumerated() {
      for second in words[(place + 1)...] {
        add([.init(first), .init(second)])
        add([.init(first, letters: 3), .init(second, letters: 3)])
        add([.init(first), .init(second, letters: 1)])
        add([.init(first, letters: 1), .init(second)])
      }
    }
  }

  /// A word, or what begins like it.
  private struct Part {
    let text: String

    /// - Parameter letters: how many of them are enough.
    init(_ word: String, letters: Int = .max) {
      let words = WordMatch.words(word)
      text =
        words.isEmpty
        ? "" : MatchText.phrase(words.dropLast() + [String(words[words.count - 1].prefix(letters))])
    }
  }

  private mutating func add(_ parts: [Part]) {
    if parts.contains(where: \.text.isEmpty) { return }
    let match = parts.map(\.text).joined(separator: " AND ")
    if !matches.contains(match) { matches.append(match) }
  }
}
