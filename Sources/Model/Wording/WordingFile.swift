/// The shape of the embedded `wording.json`.
struct WordingFile: Decodable {
  struct Language: Decodable {
    /// BCP 47.
    let language: String
    /// What grows onto a word from the left: sets of which each may do so once, in this order.
    let prefixes: [[String]]?
    /// Words behind which a full stop ends no sentence.
    let abbreviations: [String]
    /// Words of one kind, by a name; each in the form of one part of a pattern.
    let classes: [String: [String]]
    let rules: [Rule]
    let exceptions: [Exception]
  }

  struct Rule: Decodable {
    let id: String
    let kind: Prescription
    let looksFor: [String]
    let suggestion: String
    let counterexamples: [String]
  }

  struct Exception: Decodable {
    /// Which words it excuses.
    enum Reach: String, Decodable {
      /// Those that it shares a word with.
      case here
      /// Those that reach behind its first word, up to the end of the sentence.
      case onwards
      /// All of the sentence.
      case sentence
    }

    let id: String
    let why: String
    let reach: Reach
    let looksFor: [String]
    /// Where one of these shares a word with it, it excuses nothing.
    let unless: [String]?
  }

  let reasons: [String: WordingReason]
  let languages: [Language]
}

/// How words tell policymakers what to do.
public enum Prescription: String, Sendable, CaseIterable, Decodable {
  /// "Governments must".
  case obligation
  /// "Governments should".
  case advice
  /// "A ban is needed".
  case need
  /// "We urge governments to".
  case appeal
  /// "Stop the clearing of forest".
  case order
  /// "There is no alternative to a tax".
  case verdict
}

/// Why words cross the boundary, and where the decision says so.
public struct WordingReason: Sendable, Equatable, Decodable {
  /// Paragraphs of the decision (`A.9`).
  public let citation: String
  public let text: Label

  /// The paragraphs as they are cited in a language: 附件一第 9 段.
  public func citations(in language: String) -> [String] {
    citation.split(separator: ", ").map { id in
      Mandate.adopted.paragraph(String(id))?.citation.text(in: language) ?? String(id)
    }
  }
}
