import Model
import Typesetting

/// What became of others' participation when a partnership came into force.
public struct ParticipationWords: Sendable {
  private let effect: ParticipationEffect
  private let look: Look

  public init(_ effect: ParticipationEffect, look: Look) { (self.effect, self.look) = (effect, look) }

  /// Sign and word: never colour alone.
  public var verdict: Span {
    if !effect.hasBegun { return Span(look.say(.ptEffectNone), .quiet) }
    return effect.isReduced
      ? Mark.lacking.said(look.say(.ptReduced)) : Mark.done.said(look.say(.ptNotReduced))
  }

  /// Before, and since where it is in force.
  public var lines: [String] {
    let spans = [(effect.before, look.say(.ptEffectBefore)), (effect.since, look.say(.ptEffectSince))]
    return spans.prefix(effect.hasBegun ? 2 : 1).map { span, word in
      look.say(
        .ptEffect, .text(word), .text(look.day(span.first)), .text(look.day(span.last)), .number(span.acts),
        .number(span.stakeholders), .number(span.opportunities))
    }
  }
}
