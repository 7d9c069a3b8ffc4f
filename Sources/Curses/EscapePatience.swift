/// How long Escape alone waits for the rest of a key that begins with it, in milliseconds.
///
/// A key of several bytes is sent in one piece; the link may tear it, and the rest then comes as much later as the way is
/// long and uneven. So what the way to the terminal and back takes decides, once it is known, unless the person said a time.
nonisolated public struct EscapePatience: Sendable, Equatable {
  /// What the person said; nil where the link decides.
  private let said: Int32?
  /// The shortest way to the terminal and back that was seen: longer ones were spent at work of our own as well.
  private var roundTrip: Int32?

  /// - Parameter milliseconds: what the person said, from 0 to `longest`; more is taken for that.
  public init(milliseconds: Int? = nil) {
    said = milliseconds.map { Int32(max(0, min($0, Self.longest))) }
  }

  /// Nobody holds a key back for longer.
  public static let longest = 2_000

  /// The terminal has answered what it was asked.
  mutating func note(roundTrip milliseconds: Int32) { roundTrip = min(roundTrip ?? .max, milliseconds) }

  /// Half of the way there and back, for that is how far the parts of a key may come apart where one of them is sent again
  /// at once; never so short that a busy host alone could tear a key, never so long that Escape feels dead.
  var milliseconds: Int32 { said ?? roundTrip.map { min(max($0 / 2, 25), 200) } ?? 50 }

  /// For so long, after Escape was told, what looks like the rest of a key is still taken for it.
  var regretMilliseconds: Int32 { max(500, 4 * milliseconds) }
}
