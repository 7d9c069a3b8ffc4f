import Model
import Phrases
import Typesetting

extension Aim {
  /// In few words, with the paragraph.
  public func word(_ look: Look) -> String { look.word("objectives", rawValue) }

  /// Under which heading it stands: communications, engagement, functions.
  public func group(_ look: Look) -> String {
    guard objective != nil else { return look.say(.aimFunctions) }
    return look.say(rawValue.hasPrefix("A") ? .aimCommunications : .aimEngagement)
  }
}

extension AimBook.Part {
  public func word(_ look: Look) -> String { look.word("aim_part", rawValue) }
}

extension AimBook.Row {
  /// How many records there are of a part; that there is none is said as loudly.
  public func count(_ part: AimBook.Part, _ look: Look) -> Span {
    let count = items(part).count
    return count == 0 ? Mark.missing.said(look.say(.aimNothing)) : Span(look.phrases.number(count))
  }
}
