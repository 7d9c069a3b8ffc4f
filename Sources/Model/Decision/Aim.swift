/// What a record serves: an objective of communications (annex I, paragraph 10) or of engagement (annex II, paragraph 7),
/// or one of the four functions of the Platform (annex II, paragraph 11).
public enum Aim: String, Vocabulary {
  case a10a = "A.10a", a10b = "A.10b", a10c = "A.10c", a10d = "A.10d", a10e = "A.10e", a10f = "A.10f"
  case b7a = "B.7a", b7b = "B.7b", b7c = "B.7c", b7d = "B.7d", b7e = "B.7e", b7f = "B.7f", b7g = "B.7g"
  case b7h = "B.7h"
  case assessment, knowledge, policy, capacity

  /// The objective that it is; nil for a function.
  public var objective: Objective? { Objective(rawValue: rawValue) }

  public var citation: Label { words.citation }
  /// In the words of the decision.
  public var text: AdoptedText { words.text }

  private var words: (citation: Label, text: AdoptedText) {
    let mandate = Mandate.adopted
    if let one = objective.flatMap(mandate.objective) { return (one.citation, one.text) }
    guard let one = mandate.functions.first(where: { $0.id == rawValue }) else {
      preconditionFailure("the decision names no \(rawValue)")
    }
    return (one.citation, one.text)
  }
}

/// A record that says which objectives and functions it serves.
public protocol Aimed: Record {
  var aims: [Aim] { get }
}

extension Field {
  /// The objectives and functions that a record serves.
  static func aims(_ path: any Path<R, [Aim]>) -> Self { .choices("objectives", path) }
}
