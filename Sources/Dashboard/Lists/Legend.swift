import Model
import Office
import Phrases
import Terminal

/// What a sign on the screen means: each pane says it of those that it draws, beside where it draws them, and help
/// shows it.
public struct LegendLine: Sendable {
  let sign: @Sendable (Look) -> Span
  let words: @Sendable (Look) -> String

  init(_ sign: Span, _ words: @escaping @Sendable (Look) -> String) {
    (self.sign, self.words) = ({ _ in sign }, words)
  }
  /// Of what is short for more, as the language of the screen has it.
  init(_ sign: Phrase, _ words: PhraseKey) {
    (self.sign, self.words) = ({ Span($0.say(sign)) }, { $0.say(Phrase(words)) })
  }
  init(_ sign: Span, _ words: PhraseKey) { self.init(sign) { $0.say(Phrase(words)) } }
  init(_ mark: Mark, _ words: PhraseKey) { self.init(mark.span, words) }
  init(_ sign: String, _ words: PhraseKey) { self.init(Span(sign, .text), words) }

  /// A code of a list of words.
  init(_ sign: Span, _ label: String, _ code: String) { self.init(sign) { $0.word(label, code) } }

  /// All states of a kind of record.
  static func states<S: RecordState & CaseIterable & Sendable>(_: S.Type) -> [LegendLine] {
    S.allCases.map { state in LegendLine(state.mark.span) { state.word($0) } }
  }
}
