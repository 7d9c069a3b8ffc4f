/// What a write asks of whoever does it.
public enum Need: String, Sendable, CaseIterable {
  /// Records as the office works with them.
  case edit
  /// What the public, a focal point or anybody outside gets.
  case publish
  /// A paper that is out then and stays as it is.
  case release
  /// A person's data, beyond undo.
  case erase
  /// Settings of the whole office.
  case administer
}

/// What whoever opened a store may do there: the one table that keys, scripts and the store itself ask.
public struct Access: Sendable, Equatable {
  private let needs: Set<Need>

  public static let full = Access(needs: Set(Need.allCases))
  /// Looks, and writes nothing.
  public static let reading = Access(needs: [])

  public func allows(_ need: Need) -> Bool { needs.contains(need) }

  /// Why this may not be done; nil where it may.
  public func refusal(of need: Need) -> Refusal? { allows(need) ? nil : .storeIsReadOnly }
}
