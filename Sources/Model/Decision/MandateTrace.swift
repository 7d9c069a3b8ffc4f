/// How far what a paragraph asks for has come.
public enum MandateState: String, Vocabulary {
  /// Nothing in this program can cover it.
  case uncovered
  /// Something could, and nobody recorded anything.
  case nothing
  case planned
  case underWay = "under-way"
  /// All that is recorded is done, and nothing is missing. What goes on is done until the next time.
  case done
  case overdue
  /// Cancelled, declined, or overruled by a recorded decision about two texts that do not agree.
  case dropped

  /// Whether somebody has to look at it.
  public var isGap: Bool { self == .uncovered || self == .nothing || self == .overdue }
}

/// How many of something are how far.
public struct MandateTally: Sendable, Equatable {
  private var numbers: [MandateState: Int] = [:]

  public init(_ states: [MandateState] = []) {
    for state in states { add(state) }
  }

  public subscript(state: MandateState) -> Int { numbers[state] ?? 0 }

  public mutating func add(_ state: MandateState, _ number: Int = 1) {
    if number > 0 { numbers[state, default: 0] += number }
  }

  /// Of all together. What is overdue speaks for the whole; it is done only when all of it is; what was dropped is not
  /// asked for.
  public var state: MandateState {
    if self[.overdue] > 0 { return .overdue }
    if self[.done] > 0 {
      return self[.nothing] + self[.planned] + self[.underWay] == 0 ? .done : .underWay
    }
    for state in [MandateState.underWay, .planned, .nothing, .dropped] where self[state] > 0 { return state }
    return .nothing
  }
}

/// For each paragraph of the decision that asks somebody for something: what covers it, how far that has come, and
/// what is missing. A pure function of the facts.
public struct MandateTrace: Sendable, Equatable {
  public struct Part: Sendable, Equatable {
    public let cover: MandateCover
    public let tally: MandateTally

    public var state: MandateState { tally.state }
  }

  public struct Row: Sendable, Equatable, Identifiable {
    public let paragraph: MandateParagraph
    /// In the order of `paragraph.covers`.
    public let parts: [Part]
    public let state: MandateState

    public var id: String { paragraph.id }

    /// What is missing or overdue; of what is only allowed, what is overdue.
    public var gaps: [MandateCover] {
      parts.filter { paragraph.isOptional ? $0.state == .overdue : $0.state.isGap }.map(\.cover)
    }

    /// Whether it asks for something of which nothing is there, or that is overdue.
    public var isGap: Bool {
      !gaps.isEmpty || !paragraph.isOptional && (state == .uncovered || paragraph.missing != nil)
    }

    init(_ paragraph: MandateParagraph, _ facts: MandateFacts) {
      self.paragraph = paragraph
      parts = paragraph.covers.map { Part(cover: $0, tally: facts[$0]) }
      let whole = MandateTally(parts.map(\.state)).state
      state = parts.isEmpty ? .uncovered : whole == .done && paragraph.missing != nil ? .underWay : whole
    }
  }

  public let day: Day
  /// In the order of the text.
  public let rows: [Row]

  public init(_ facts: MandateFacts, of mandate: Mandate = .adopted) {
    day = facts.day
    rows = mandate.paragraphs.map { Row($0, facts) }
  }

  /// How many paragraphs are how far.
  public var counts: MandateTally { MandateTally(rows.map(\.state)) }

  /// What one of those whom the decision names is asked for.
  public func rows(of actor: MandateActor) -> [Row] { rows.filter { $0.paragraph.who.contains(actor) } }
}
