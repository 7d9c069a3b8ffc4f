/// What a stakeholder has to be like.
public indirect enum QueryCondition: Hashable, Sendable {
  /// Words anywhere in the record, each the beginning of a word of it; Chinese anywhere.
  case words(String)
  /// The same one after the other.
  case phrase(String)
  /// Any of these values; the empty one is "not stated".
  case dimension(Dimension, Set<String>)
  /// Each of these values, where one word stands for all of them: "both".
  case every(Dimension, Set<String>)
  /// The words one after the other, in one of these fields.
  case text([String], String)
  /// None of these fields holds anything.
  case empty([String])
  /// One of these fields holds something.
  case filled([String])
  /// Some value of the dimension is stated.
  case stated(Dimension)
  /// A field's day; one that is known in part counts from its beginning.
  case days(String, DayRange)
  case id(String)
  case retired(Bool)
  case any([QueryCondition])
}

/// A condition that holds, or one that does not.
public struct QueryClause: Hashable, Sendable {
  public var condition: QueryCondition
  public var isNegated: Bool

  public init(_ condition: QueryCondition, isNegated: Bool = false) {
    self.condition = condition
    self.isNegated = isNegated
  }
}

/// Days from one on and before another; open where there is none.
public struct DayRange: Hashable, Sendable {
  public var from: Day?
  /// The first day after the range.
  public var until: Day?

  public init(from: Day? = nil, until: Day? = nil) {
    self.from = from
    self.until = until
  }

  public func contains(_ day: Day) -> Bool {
    from.map { $0 <= day } ?? true && until.map { day < $0 } ?? true
  }
}

/// What is wrong with a part of a query. The rest of the query holds without it.
public struct QueryProblem: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case unknownField(String)
    case unknownValue(QueryField, String)
    case malformedDay(QueryField, String)
    case missingValue(QueryField)
    /// Nothing in it that could be looked for: only signs.
    case noWords(QueryField, String)
    case tooMany
  }

  public let reason: Reason
  /// Characters of the query.
  public let range: Range<Int>
  /// What was perhaps meant.
  public let suggestion: String?
}

/// One part of a query as it was typed.
public struct QueryTerm: Hashable, Sendable {
  /// One of the values behind the colon.
  public struct Value: Hashable, Sendable {
    public let text: String
    public let range: Range<Int>
  }

  /// Characters of the query, the sign of negation included.
  public let range: Range<Int>
  public let isNegated: Bool
  /// Nil for words, and for a field that nobody knows.
  public let field: QueryField?
  /// Where the name of the field stands; nil for words.
  public let nameRange: Range<Int>?
  public let values: [Value]
  /// Nil where nothing of it can be understood.
  public let condition: QueryCondition?

  public var clause: QueryClause? { condition.map { QueryClause($0, isNegated: isNegated) } }
}
