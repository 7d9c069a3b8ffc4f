import Interchange
import Model
import Phrases

/// What is to be said of rows: the same thing once, with how many rows it is about and the first of their lines.
public struct FindingGroups: Sendable, Equatable {
  /// One thing that is to be said.
  public struct Group: Sendable, Equatable {
    /// The header as the file has it; empty where whole rows are meant.
    public let column: String
    /// As it is of the first row.
    public let what: ImportSummary.Finding.What
    public internal(set) var count = 0
    /// The first of them, counted from 1.
    public internal(set) var lines: [Int] = []
    /// Whether other rows have a like problem with another text: an address, a word.
    public internal(set) var isOfLike = false
  }

  private struct Key: Hashable {
    let column: String
    let sentence: Phrase
  }

  /// In the order of their first lines; where many rows have a like problem each with a text of its own, that is one.
  public var all: [Group] {
    let single = groups.filter { $0.count == 1 && $0.what.likeness != nil }
    let like = Dictionary(grouping: single) { Like(column: $0.column, problem: $0.what.likeness ?? "") }
      .filter { $0.value.count > Self.mostAlike }
    let rest = groups.filter { group in
      group.count > 1 || like[Like(column: group.column, problem: group.what.likeness ?? "")] == nil
    }
    return (rest + like.values.compactMap(Self.joined)).sorted {
      ($0.lines[0], $0.column) < ($1.lines[0], $1.column)
    }
  }

  /// A problem, whatever the text of a row.
  private struct Like: Hashable {
    let column: String
    let problem: String
  }

  private static let mostAlike = 5

  private static func joined(_ groups: [Group]) -> Group? {
    let groups = groups.sorted { $0.lines[0] < $1.lines[0] }
    guard var group = groups.first else { return nil }
    (group.count, group.lines, group.isOfLike) = (groups.count, groups.flatMap(\.lines), true)
    return group
  }

  /// How many rows have something that is none of these.
  public private(set) var leftOut = 0
  private var groups: [Group] = []
  private var places: [Key: Int] = [:]
  private static let mostLines = 1_000

  public init() {}

  /// - Parameter limit: how many groups are kept.
  public mutating func add(_ finding: ImportSummary.Finding, limit: Int = .max) {
    let key = Key(column: finding.column, sentence: finding.what.kin)
    guard let place = places[key] ?? begin(key, finding, limit) else {
      leftOut += 1
      return
    }
    groups[place].count += 1
    if finding.what.isOfOpenDay, groups[place].what != finding.what { groups[place].isOfLike = true }
    if groups[place].lines.count < Self.mostLines { groups[place].lines.append(finding.line) }
  }

  private mutating func begin(_ key: Key, _ finding: ImportSummary.Finding, _ limit: Int) -> Int? {
    guard groups.count < limit else { return nil }
    places[key] = groups.count
    groups.append(Group(column: finding.column, what: finding.what))
    return groups.count - 1
  }

  /// "2", "5–7".
  static func ranges(_ lines: [Int]) -> [String] {
    var ranges: [ClosedRange<Int>] = []
    for line in lines {
      if let last = ranges.last, line == last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else {
        ranges.append(line...line)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
  }
}

extension FindingGroups.Group {
  /// What is to be said of the rows, with the column and their lines where there are several.
  public func sentence(_ book: Phrasebook) -> String {
    column.isEmpty ? book.say(phrase) : book.labelled(column, book.say(phrase))
  }

  fileprivate var phrase: Phrase {
    guard count > 1 else { return Phrase(what) }
    if isOfLike { return Phrase(.importAlikeInRows, .phrase(Phrase(what)), .number(count), .phrase(place)) }
    return Phrase(.importInRows, .phrase(what.shared), .number(count), .phrase(place))
  }

  /// Few lines are all named; of many the first.
  private var place: Phrase {
    let ranges = FindingGroups.ranges(lines)
    if ranges.count <= 6, lines.count == count { return Phrase(.importLines, .list(ranges)) }
    let named = FindingGroups.named(ranges.prefix(3).count, of: lines)
    return Phrase(.importLinesMore, .list(ranges.prefix(3)), .number(count - named))
  }
}

extension FindingGroups {
  /// How many lines the first so many ranges are.
  fileprivate static func named(_ count: Int, of lines: [Int]) -> Int {
    var (left, last, named) = (count, -1, 0)
    for line in lines {
      if line != last + 1 { left -= 1 }
      if left < 0 { break }
      (last, named) = (line, named + 1)
    }
    return named
  }
}

extension ImportSummary.Finding {
  /// Whether what the row says is lost, and not only its form.
  public var isLoss: Bool {
    switch what {
    case .rejected(.unticked): false
    case .rejected, .conflicting: true
    default: false
    }
  }
}

extension ImportSummary.Finding.What {
  /// What is wrong with a value, whatever its text; nil for what is no such problem, and for words: each of them is to
  /// be seen, so that somebody can say what it means.
  var likeness: String? {
    if case .note(.lone) = self { return "lone" }
    guard case .rejected(.value(let problem)) = self, !isOfWord else { return nil }
    return String("\(problem)".prefix { $0 != "(" })
  }

  /// Whether a word was refused of which somebody may say what it means.
  public var isOfWord: Bool {
    switch self {
    case .rejected(.value(.notOneOf)), .rejected(.value(.unknownCountry)), .rejected(.value(.notYesOrNo)),
      .rejected(.value(.malformedLanguage)), .rejected(.value(.unknownLanguage)):
      true
    default: false
    }
  }

  /// Whether the same is to be said of both.
  func isSaid(like other: Self) -> Bool { kin == other.kin }

  /// Whether it is a date of which nobody can tell which number is the month.
  public var isOfOpenDay: Bool {
    if case .rejected(.value(.ambiguousDay)) = self { true } else { false }
  }

  /// Whether it is a time of which nobody says by whose clocks.
  public var isOfTimeWithoutZone: Bool {
    if case .rejected(.value(.malformedMoment(let text))) = self {
      return WrittenDate.withoutZone(text) != nil
    }
    return false
  }

  /// What makes rows one group: all such dates of a column are one question.
  fileprivate var kin: Phrase { isOfOpenDay ? Phrase(.importDatesOpen) : shared }

  /// What is the same for all rows of which it is to be said.
  fileprivate var shared: Phrase {
    switch self {
    case .repeated: Phrase(.importSameRows)
    case .conflicting: Phrase(.importDuplicates)
    default: Phrase(self)
    }
  }
}

extension FindingGroups {
  public init(_ findings: [ImportSummary.Finding]) {
    self.init()
    for finding in findings { add(finding) }
  }
}

extension ImportPlan {
  /// What is to be said of rows of a small kind.
  public var findings: [ImportSummary.Finding] {
    let again = duplicates.map { duplicate -> ImportSummary.Finding in
      let first = duplicate.firstLine
      return .init(
        line: duplicate.line, column: "",
        what: duplicate.isIdentical ? .repeated(firstLine: first) : .conflicting(firstLine: first))
    }
    return rejected.map { .init(line: $0.line, column: $0.column, what: .rejected($0.problem)) } + again
      + remarks.cellNotes.shortened.map { .init(line: $0.lines[0], column: $0.column, what: .cellNote($0)) }
      + remarks.notes(without: rejected.map(\.line) + duplicates.map(\.line)).map {
        .init(line: $0.line, column: "", what: .note($0))
      }
      + ownedOverrides.map { .init(line: $0, column: "", what: .reasonsOwned) }
  }

  /// Where only one line is said of the import: that, and what rows were none of its records.
  func news(_ counts: Phrase) -> Phrase {
    let strays = findings.filter { if case .note(let note) = $0.what { note.isOfStrayRow } else { false } }
    return FindingGroups(strays).all.prefix(3).reduce(counts) { news, group in
      let said = Phrase(.importAtLine, .text(String(group.lines[0])), .phrase(group.phrase))
      return Phrase(.followed, .phrase(news), .phrase(said))
    }
  }

  /// Why rows are not taken, by their lines.
  public var lost: [Int: [ImportSummary.Finding]] {
    Dictionary(grouping: findings.filter(\.isLoss), by: \.line)
  }

  /// Writes the rows that were not taken to a file, with the reason behind each: see `ImportJob.writeRejected`.
  public func writeRejected(
    of file: ImportFile, to path: String, replacing: Replacing, in book: Phrasebook
  ) throws -> Int {
    let lost = lost
    return try RejectedRows.write(
      of: file, lost.mapValues { $0.said(in: book) }, to: path, replacing: replacing, in: book
    ) { header in ColumnGuess<R>(header: header).columns.count { $0.field != nil } }
  }
}

extension [ImportSummary.Finding] {
  /// All that is said of one row, with the columns.
  public func said(in book: Phrasebook) -> String {
    map { finding in
      let said = book.say(Phrase(finding.what))
      return finding.column.isEmpty ? said : book.labelled(finding.column, said)
    }.joined(separator: " ")
  }
}
