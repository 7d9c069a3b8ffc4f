/// How something stands, by sign and ink; a word says it as well, so that nobody has to know colours. The one table of
/// the signs of states: lists, pages of records, boards, charts and reports read it.
public struct Mark: Sendable, Equatable {
  public let glyph: String
  public let ink: Ink

  private init(_ glyph: String, _ ink: Ink) { (self.glyph, self.ink) = (glyph, ink) }

  /// Nothing is planned.
  public static let nothing = Mark("·", .quiet)
  public static let open = Mark("○", .text)
  /// What should be there is not.
  public static let missing = Mark("○", .due)
  /// Nobody has said anything, or it takes no part.
  public static let unsaid = Mark("○", .quiet)
  public static let underWay = Mark("◐", .underWay)
  /// Begun, and near its day or its end.
  public static let pressing = Mark("◐", .due)
  public static let ready = Mark("◎", .due)
  public static let review = Mark("◎", .underWay)
  public static let done = Mark("●", .done)
  /// Cancelled, declined, left out.
  public static let gone = Mark("×", .quiet)
  public static let blocked = Mark("✗", .late)
  public static let late = Mark("!", .late)
  /// Something is lacking, and nobody is late for that.
  public static let lacking = Mark("!", .due)
  /// What was typed cannot be taken.
  public static let problem = Mark("!", .problem)
  public static let unclear = Mark("?", .due)
  /// A day in a chart: it lies ahead, it is over.
  public static let ahead = Mark("◇", .due)
  public static let past = Mark("◆", .done)
  /// An event among tasks.
  public static let event = Mark("◆", .text)
  public static let begins = Mark("›", .text)
  /// A value among others of which some may be chosen.
  public static let chosen = Mark("●", .match)
  public static let free = Mark("○", .text)
  public static let ticked = Mark("✓", .match)

  /// The same sign for what presses more or less.
  public func inked(_ ink: Ink) -> Mark { Mark(glyph, ink) }

  public var span: Span { Span(glyph, ink) }
  public func said(_ words: String) -> Span { Span("\(glyph) \(words)", ink) }
}
