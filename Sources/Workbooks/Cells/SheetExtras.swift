/// What cells of a sheet have besides what they show.
public struct SheetExtras: Sendable, Equatable {
  /// How many cells have a comment.
  public internal(set) var comments = 0
  /// The first cell that has one, `B2`; empty where nobody knows.
  public internal(set) var firstComment = ""
  /// Where links lead that cells have besides their text, some thousands at most.
  public internal(set) var links: [String] = []

  mutating func link(to target: String) {
    if links.count < 10_000, !target.isEmpty { links.append(target) }
  }
}
