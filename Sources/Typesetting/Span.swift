/// A piece of text in one ink.
public struct Span: Sendable, Equatable {
  public var text: String
  public var ink: Ink

  public init(_ text: String, _ ink: Ink = .text) {
    self.text = text
    self.ink = ink
  }
}

/// Where text stands in the room that it has.
public enum Alignment: Sendable { case leading, trailing }
