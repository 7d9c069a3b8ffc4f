import Store

/// How closely a session looks whether anything has happened that nobody told it.
struct Vigil {
  /// For so long it looks four times a second after a key or a stirring, as whatever these began may end unheard: a commit
  /// can be seen only after it has stirred the files.
  private static let span = Duration.seconds(5)
  private static let usual = 250
  /// After so many milliseconds it looks again where nothing at all has stirred.
  private static let longest = 30_000

  private var since = ContinuousClock.now
  /// Something has stirred and was not looked at yet.
  private(set) var isStirred = false
  /// How often it was looked since the last stirring.
  var looks = 4 { didSet { isStirred = false } }

  /// Something may have begun.
  mutating func note() { since = .now }

  /// Something has stirred while nothing was expected.
  mutating func stir() {
    note()
    looks = 0
    isStirred = true
  }

  /// - Parameter lastKey: when a key was pressed last.
  func isClose(after lastKey: ContinuousClock.Instant) -> Bool {
    isStirred || max(since, lastKey).duration(to: .now) < Self.span
  }

  /// Milliseconds to the next look while it is close: a commit is seen soon, and a long one costs no more than any.
  var soon: Int { looks < 4 ? min(Self.usual, 25 << looks) : Self.usual }

  /// Milliseconds to the next look while nothing is expected before these times, in milliseconds.
  static func later(_ times: [Int?]) -> Int {
    max(usual, times.compactMap(\.self).reduce(longest, min))
  }
}

extension Session {
  /// How soon `idle` should be called when nothing else happens.
  public var idleMilliseconds: Int {
    guard isRested else { return 180 }
    guard stirring != nil, let untilMinute else { return vigil.soon }
    // What goes by the second is looked at closely when its second has come.
    let seconds = [shell.veil.secondsToFall(from: clock()), secondsToLog]
    return Vigil.later([untilMinute()] + seconds.map { $0.map { ($0 - 1) * 1_000 } })
  }

  /// What else is to be waited for until then: a descriptor that becomes readable when somebody may have written; nil
  /// while it is looked anyway.
  public var stirring: Int32? {
    let isNear = !isRested || untilMinute == nil || shell.errand != nil || vigil.isClose(after: lastKey)
    return isNear ? nil : library.stirring
  }

  /// Something stirs: it is looked at soon.
  public func stir() { vigil.stir() }
}
