import Phrases

/// Why nothing of a file was taken: where it is wrong, what is wrong there, and what to do.
public struct TranslationProblem: Error, Sendable, Equatable {
  /// Counted from 1; 0 where it is the file as a whole.
  public let line: Int
  public let what: Phrase

  init(_ line: Int, _ what: Phrase) { (self.line, self.what) = (line, what) }
  init(_ what: Phrase) { self.init(0, what) }

  /// The sentence about a file of that name.
  public func sentence(_ file: String) -> Phrase {
    line == 0
      ? Phrase(.phrasesFile, .text(file), .phrase(what))
      : Phrase(.phrasesLine, .text(file), .text(String(line)), .phrase(what))
  }
}
