/// What a number format writes beside a number: `€`, `CHF`, `kg`.
public final class CellUnit: Sendable, Equatable {
  public let before: String
  public let after: String

  /// - Returns: nil for what tells nothing: blanks, brackets, signs; and for what is no unit any more.
  init?(before: String, after: String) {
    let (before, after) = (Self.bare(before), Self.bare(after))
    let isTelling = (before + after).contains { $0.isLetter || $0.isCurrencySymbol } || before == "+"
    guard isTelling, before.count + after.count <= 20 else { return nil }
    (self.before, self.after) = (before, after)
  }

  private static func bare(_ text: String) -> String {
    let isBare: (Character) -> Bool = { $0.isWhitespace || "()[]-−–".contains($0) }
    let end = text.lastIndex { !isBare($0) }.map(text.index(after:)) ?? text.startIndex
    return String(text[..<end].drop(while: isBare))
  }

  /// The number with its unit, as somebody saw it in the sheet.
  public func around(_ number: String) -> String {
    let isJoined = before.last.map { $0.isCurrencySymbol || $0 == "+" } ?? true
    return before + (isJoined ? "" : " ") + number + (after.isEmpty ? "" : " ") + after
  }

  public static func == (a: CellUnit, b: CellUnit) -> Bool { a.before == b.before && a.after == b.after }
}
