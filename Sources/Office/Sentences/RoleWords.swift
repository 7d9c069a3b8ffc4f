import Phrases
import Store

extension Look {
  /// Why the person may not do what asks that; nil where they may.
  public func obstacle(to need: Need) -> Phrase? { access.refusal(of: need).map(Phrase.init(refusal:)) }

  /// The same of what only takes something out: a store that is only read is no hindrance.
  public func bar(to need: Need) -> Phrase? {
    access.permits(need) ? nil : Phrase(refusal: access.lacking(need))
  }
}
