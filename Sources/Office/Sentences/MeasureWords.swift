import Model
import Phrases
import Typesetting

extension Look {
  /// Where a measure stood, is to stand and stands, each with its day; that nothing was read yet is said as loudly.
  public func standing(of measure: Measure) -> Span {
    func part(_ key: PhraseKey, _ value: Quantity?, _ day: Day?) -> String {
      let number = value.map(\.description) ?? "–"
      let when = value == nil ? nil : day.map(shortDay)
      return bracketed(say(Phrase(key)) + " " + number, when ?? "")
    }
    let actual = measure.actual(asOf: asOf)
    let unit = measure.unit.isEmpty || actual == nil ? "" : " " + measure.unit
    let path = [
      part(.evaluationBaseline, measure.baseline, measure.baselineDay),
      part(.evaluationTarget, measure.target, measure.targetDay),
      actual == nil
        ? say(.evaluationNoReading) : part(.evaluationActual, actual?.value, actual?.day),
    ]
    return Span(path.joined(separator: " → ") + unit, actual == nil ? .due : .text)
  }
}
