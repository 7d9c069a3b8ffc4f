/// The order of places in a document as people write them: numbers by their value, so that `2.10` comes after `2.9`
/// and page 9 before page 10; what has no place comes last.
public struct ParagraphOrder: Comparable, Sendable {
  private enum Piece: Comparable, Sendable {
    case number(Int)
    case word(String)
  }

  private let pieces: [Piece]

  public init(_ paragraph: String) {
    var pieces: [Piece] = []
    var rest = Folding.folded(paragraph).utf8[...]
    while let first = rest.first {
      let isDigit = Self.isDigit(first)
      let run = rest.prefix { Self.isDigit($0) == isDigit }
      rest = rest.dropFirst(run.count)
      let text = String(Substring(run))
      if isDigit {
        // Nobody writes longer numbers; if somebody does, all of them stand at the end.
        pieces.append(.number(Int(text) ?? .max))
      } else {
        let word = String(text.filter { $0.isLetter })
        if !word.isEmpty { pieces.append(.word(word)) }
      }
    }
    self.pieces = pieces
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  public static func < (a: Self, b: Self) -> Bool {
    if a.pieces.isEmpty || b.pieces.isEmpty { return !a.pieces.isEmpty && b.pieces.isEmpty }
    return a.pieces.lexicographicallyPrecedes(b.pieces)
  }
}

extension ReviewComment {
  /// In the order of the document, then by number.
  public static func inOrder(_ comments: [ReviewComment]) -> [ReviewComment] {
    comments.map { ($0, ParagraphOrder($0.paragraph), $0.number) }
      .sorted { a, b in a.1 == b.1 ? (a.2, a.0.id) < (b.2, b.0.id) : a.1 < b.1 }
      .map(\.0)
  }
}
