/// A piece of text in one ink.
public struct Span: Sendable, Equatable {
  public var text: String
  public var ink: Ink
  /// Its characters stand from left to right as they come, whatever script they are of.
  public var isAsGiven = false

  public init(_ text: String, _ ink: Ink = .text) {
    self.text = text
    self.ink = ink
  }
}

/// Where text stands in the room that it has.
public enum Alignment: Sendable { case leading, trailing }
