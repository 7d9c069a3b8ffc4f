/// What a table of a survey counts by: a question, or what is known of each response.
public enum SurveyVariable: Sendable, Hashable {
  /// A question; of a matrix one of its rows as `question.row`.
  case question(String)
  case language, group, role, mode

  /// What is known of every response.
  public static let profile: [SurveyVariable] = [.language, .group, .role, .mode]

  /// Stable: the question's id, or the name of a profile variable behind an `@`, which no id begins with.
  public var name: String {
    switch self {
    case .question(let id): id
    case .language: "@language"
    case .group: "@group"
    case .role: "@role"
    case .mode: "@mode"
    }
  }

  public init(name: String) {
    self = Self.profile.first { $0.name == name } ?? .question(name)
  }

  /// The question of the bank that it is asked by; nil for what is known of every response.
  public var questionID: RecordID? {
    guard case .question(let id) = self else { return nil }
    return String(id.prefix { $0 != "." })
  }
}

extension SurveyResponse {
  /// What was answered by variable, as text: what tables are counted from.
  public var coded: [(name: String, text: String)] {
    [
      (SurveyVariable.language.name, language), (SurveyVariable.group.name, group),
      (SurveyVariable.role.name, role?.rawValue ?? ""), (SurveyVariable.mode.name, mode.rawValue),
    ] + answers.map { ($0.question, $0.value) }
  }
}

/// What is counted part by part.
public protocol SurveyTallying: Sendable, Equatable {
  init()
  var responses: Int { get }
  mutating func add(_ other: Self)
}

/// How often each answer was given: what the store counts, and results are made from.
public struct SurveyTally: SurveyTallying {
  public var responses = 0
  /// By variable, then by the text of the answer; who did not answer is in none of them.
  public var texts: [String: [String: Int]] = [:]

  public init() {}

  /// Stands for whatever was written to an open question.
  public static let words = "\u{2026}"

  public mutating func add(_ other: SurveyTally) {
    responses += other.responses
    texts.merge(other.texts) { $0.merging($1, uniquingKeysWith: +) }
  }
}

/// How often each pair of answers to two questions was given.
public struct JointTally: SurveyTallying {
  public struct Pair: Sendable, Hashable {
    /// Empty where nothing was answered.
    public let first: String
    public let second: String

    public init(_ first: String, _ second: String) { (self.first, self.second) = (first, second) }
  }

  public var responses = 0
  public var pairs: [Pair: Int] = [:]

  public init() {}

  public mutating func add(_ other: JointTally) {
    responses += other.responses
    pairs.merge(other.pairs, uniquingKeysWith: +)
  }
}
