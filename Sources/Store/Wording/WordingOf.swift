import Model

/// What prescribes policy in texts that go out of the house. It asks the store nothing: as a question it is answered
/// beside the keys.
public struct WordingOf: Query {
  let texts: [OutgoingText]

  public init(_ texts: [OutgoingText]) { self.texts = texts }

  public func answer(in reader: Reader) throws -> [OutgoingFinding] {
    texts.flatMap { text in text.findings.map { OutgoingFinding(text: text, finding: $0) } }
  }
}
