import Phrases

/// What became of a file whose records were taken up without a preview.
public struct TakenFile: Sendable {
  public let path: String
  public let news: Phrase
  /// What is to be said of the file, by line: what is wrong with it, or how it was taken all the same.
  public let findings: [(line: Int, what: Phrase)]
  /// Takes what is right of a file that was not taken because of the rest; nil where nothing is.
  public let rest: (any ReadingErrand)?

  init(
    path: String, news: Phrase, findings: [(line: Int, what: Phrase)] = [], rest: (any ReadingErrand)? = nil
  ) {
    (self.path, self.news, self.findings, self.rest) = (path, news, findings, rest)
  }
}
