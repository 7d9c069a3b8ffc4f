/// How soon a frame may follow another.
///
/// On a slow link the host takes what is sent at once and hands it on for minutes: frames would queue up in its buffers,
/// and what a key does be seen when they are through. So the terminal is asked now and then whether it is there (DSR 5 of
/// ECMA-48), behind a frame: once it answers it has read the frame. While more is on its way than the link
/// carries in a moment, no frame is sent; the one that follows shows what is then. Only what waits at the terminal's door
/// counts, not the length of the way there (as in RFC 6817): on a fast link with a long way nothing waits.
nonisolated struct FramePace {
  static let question = "\u{1B}[5n"

  /// So many bytes may be on their way.
  private(set) var window = 2_048
  private var marks: [Mark] = []
  private var bytesSinceMark = 0
  /// The next is taken to be as large.
  private var lastFrame = 0
  /// The shortest way to the terminal and back.
  private var way = Duration.seconds(60)
  private var losses = 0
  /// A frame waited for this since the last answer: only then was the window too small to tell.
  private var hasHeldBack = false
  /// Whether the terminal answers at all.
  private(set) var isKnownToAnswer = false

  private struct Mark {
    let bytes: Int
    let ahead: Int
    let time: ContinuousClock.Instant
  }

  /// What was asked and not answered.
  var waiting: Int { marks.count }

  private var bytesOnTheirWay: Int { marks.reduce(bytesSinceMark) { $0 + $1.bytes } }

  /// Whether another frame may follow. What is not answered in five seconds is given up, the next in ten, one more in twenty,
  /// and then it is taken that nobody answers any more, until somebody does.
  mutating func admits(at now: ContinuousClock.Instant) -> Bool {
    guard isKnownToAnswer, let oldest = marks.first, bytesOnTheirWay + lastFrame > window else { return true }
    guard oldest.time.duration(to: now) > .seconds(5 << losses) else {
      hasHeldBack = true
      return false
    }
    losses += 1
    forget()
    isKnownToAnswer = losses < 3
    return true
  }

  /// So many bytes are sent.
  /// - Returns: whether the terminal is to be asked behind them.
  mutating func note(sent bytes: Int, at now: ContinuousClock.Instant) -> Bool {
    bytesSinceMark += bytes
    lastFrame = bytes
    guard isKnownToAnswer, bytesSinceMark >= max(128, min(1024, window / 2)) else { return false }
    ask(at: now)
    return true
  }

  /// The terminal is asked.
  mutating func ask(at now: ContinuousClock.Instant) {
    let ahead = bytesOnTheirWay
    marks.append(Mark(bytes: bytesSinceMark, ahead: ahead, time: now))
    bytesSinceMark = 0
  }

  /// The terminal answered.
  mutating func noteAnswer(at now: ContinuousClock.Instant) {
    (isKnownToAnswer, losses) = (true, 0)
    guard !marks.isEmpty else { return }
    let mark = marks.removeFirst()
    let taken = mark.time.duration(to: now)
    way = min(way, taken)
    let queued = (taken - way) / .milliseconds(1)
    defer { hasHeldBack = false }
    if queued < 100 {
      guard hasHeldBack else { return }
      window = min(2 * window, 65_536)
    } else if queued > 250 {
      // What the link carries in a quarter of a second.
      window = max(512, min(window, Int(Double(mark.ahead) * 250 / queued)))
    }
  }

  /// Nothing is on its way any more, or nobody knows.
  mutating func forget() {
    marks = []
    bytesSinceMark = 0
  }
}
