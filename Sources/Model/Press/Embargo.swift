/// How far material is on its way out.
public enum MaterialStanding: Sendable, Equatable {
  /// Nobody has released it.
  case held
  /// One person has; it waits for a second.
  case waiting(for: String)
  case released
}

extension Material {
  public var standing: MaterialStanding {
    if isReleased { return .released }
    return words.first.map { .waiting(for: $0.who) } ?? .held
  }

  /// When it may be used: its own embargo, else that of its launch; nil where neither is set.
  public func embargo(in launches: [Launch]) -> Moment? {
    embargo ?? launches.first { $0.id == launch }?.embargo
  }

  /// What is not out stands before what is, the nearest embargo first.
  public static func isBefore(_ a: Material, _ b: Material, in launches: [Launch]) -> Bool {
    if a.isReleased != b.isReleased { return b.isReleased }
    let (first, second) = (a.embargo(in: launches)?.seconds, b.embargo(in: launches)?.seconds)
    return first == second ? a.name < b.name : (first ?? .max) < (second ?? .max)
  }
}
