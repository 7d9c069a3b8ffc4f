/// How far what the decision asks for has come, in numbers, and where it has not.
public struct MandateFigures: Sendable, Equatable, Codable {
  /// A paragraph of which nothing is recorded, or that is late.
  public struct Gap: Sendable, Equatable, Codable {
    /// As `MandateParagraph` has it.
    public var id: String
    /// A code of `MandateState`.
    public var state: String
    /// Codes of `MandateActor`.
    public var who: [String]
  }

  /// How many paragraphs, by the code of their state.
  public var states: [String: Int]
  /// In the order of the text.
  public var gaps: [Gap]

  public init(_ trace: MandateTrace) {
    states = trace.rows.reduce(into: [:]) { $0[$1.state.rawValue, default: 0] += 1 }
    gaps = trace.rows.filter(\.isGap).map { row in
      Gap(id: row.id, state: row.state.rawValue, who: row.paragraph.who.map(\.rawValue))
    }
  }
}
