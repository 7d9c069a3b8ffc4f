import Model
import Typesetting

/// What became of others' participation when a partnership came into force.
public struct ParticipationWords: Sendable {
  private let effect: ParticipationEffect
  private let look: Look

  public init(_ effect: ParticipationEffect, look: Look) { (self.effect, self.look) = (effect, look) }

  /// Sign and word: never colour alone.
  public var verdict: Span {
    effect.isReduced ? Mark.lacking.said(look.say(.ptReduced)) : Mark.done.said(look.say(.ptNotReduced))
  }

  /// Before, and since.
  public var lines: [String] {
    [(effect.before, look.say(.ptEffectBefore)), (effect.since, look.say(.ptEffectSince))].map { span, word in
      look.say(
        .ptEffect, .text(word), .text(look.day(span.first)), .text(look.day(span.last)), .number(span.acts),
        .number(span.stakeholders), .number(span.opportunities))
    }
  }
}
