import Model
import Phrases
import Typesetting

/// The waves of a survey side by side: the same question, its answers in percent of those who answered it. Each wave is
/// shown as it is shown alone; nothing is added up.
public struct WaveLines: Sendable {
  public let waves: [SurveyResults]
  public let words: ResultWords
  public let columns: Int

  /// - Parameter waves: the earliest first.
  public init(_ waves: [SurveyResults], _ words: ResultWords, columns: Int) {
    // More than four would not stand side by side; the latest tell most.
    (self.waves, self.words, self.columns) = (Array(waves.suffix(4)), words, max(20, columns))
  }

  private var look: Look { words.look }
  private var label: Int { max(10, columns - waves.count * width - 1) }
  private let width = 15
  private var table: LineColumns {
    LineColumns([(label, .leading)] + waves.map { _ in (width, .trailing) })
  }

  public func lines(of variable: SurveyVariable? = nil) -> [[Span]] {
    guard waves.count > 1 else { return wrapped(look.say(.resNoWaves), .quiet) }
    var lines = [
      table.line(
        [Span("")] + waves.map { Span($0.survey.opens.map(look.shortDay) ?? $0.survey.id, .heading) }),
      table.line([Span(look.say(.surveyResponses))] + waves.map { Span(look.phrases.number($0.responses)) }),
    ]
    var seen: Set<SurveyVariable> = []
    // The latest wave says in which order; what only earlier ones asked comes last.
    for result in waves.reversed().flatMap(\.questions) where seen.insert(result.variable).inserted {
      guard variable.map({ $0 == result.variable }) ?? true, result.item.form != .open else { continue }
      lines += [[Span("")]] + self.lines(of: result)
    }
    let isHidden = waves.contains { $0.questions.contains(where: \.isHidden) }
    return lines + (isHidden ? [[Span("")]] + wrapped(words.hiddenNote(waves[0].suppression), .quiet) : [])
  }

  private func lines(of result: SurveyResults.Result) -> [[Span]] {
    let own = waves.map { $0[result.variable] }
    var lines = wrapped(words.title(result.item), .heading)
    lines.append(
      table.line(
        [Span("n", .quiet)]
          + own.map { wave in
            Span(wave.map { look.phrases.number($0.answered) } ?? look.say(.resNotAsked), .quiet)
          }))
    var codes = result.item.choices
    for other in own.compactMap(\.self) {
      codes += other.lines.map(\.choice).filter { choice in !codes.contains { $0.code == choice.code } }
    }
    for choice in codes {
      let asked = own.map { $0?.item.choices.contains { $0.code == choice.code } }
      let isChanged = asked.contains(false)
      lines.append(
        table.line(
          [Span(words.choice(choice, of: result.item) + (isChanged ? " *" : ""))]
            + own.map { Span(self.text(choice, $0)) }))
      guard isChanged else { continue }
      lines += wrapped("  * " + look.say(.resNotInAll), .due)
    }
    if result.item.isScale {
      lines.append(
        table.line(
          [Span(look.say(.resMeanOnly))] + own.map { Span($0?.mean.map(words.decimal) ?? "") }))
    }
    return lines
  }

  private func text(_ choice: QuestionChoice, _ result: SurveyResults.Result?) -> String {
    guard let result, let line = result.lines.first(where: { $0.choice.code == choice.code }) else {
      return "·"
    }
    return line.count == nil
      ? ResultWords.hidden
      : words.look.bracketed(words.percent(result.percent(line)), words.number(line.count))
  }

  private func wrapped(_ text: String, _ ink: Ink) -> [[Span]] {
    Wrapping.lines(text, columns: columns).map { [Span($0, ink)] }
  }
}
