import Model
import Phrases

/// How words are said that prescribe policy.
public struct WordingWords: Sendable {
  private let look: Look

  public init(_ look: Look) { self.look = look }

  /// The words, why they cross the boundary, and a neutral way to say it in the language of the text.
  public func sentence(_ one: OutgoingFinding) -> String {
    let rule = one.finding.rule
    return look.say(
      .boundaryFinding, .text(one.finding.words), .text(rule.reason.text.text(in: look.language)),
      .text(look.list(rule.reason.citations(in: look.language))), .text(rule.suggestion))
  }

  /// Why words stay.
  public func kept(_ one: BoundaryOverride) -> String {
    look.say(
      .boundaryKept, .text(one.words), .text(one.reason), .text(one.who), .text(one.day.map(look.day) ?? ""))
  }
}
