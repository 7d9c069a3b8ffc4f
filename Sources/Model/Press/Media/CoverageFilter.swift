/// Which items in the media are meant. Conditions on different things hold together; of several values of
/// one thing any will do, and the empty one means "not stated".
public struct CoverageFilter: Hashable, Sendable {
  /// What has to be done something about.
  public enum Flag: String, CaseIterable, Sendable {
    case inaccurate, outside, needsResponse = "needs_response"
  }

  /// Words that stand in the title, the outlet, the summary or the note.
  public var text = ""
  /// By the items' own calendars, both ends included.
  public var first: Day?
  public var last: Day?
  /// Codes of `OutletKind`.
  public var kinds: Set<String> = []
  /// First parts of language tags.
  public var languages: Set<String> = []
  public var countries: Set<String> = []
  /// Codes of `Tone`.
  public var tones: Set<String> = []
  /// Codes of `KeyMessage`.
  public var messages: Set<String> = []
  /// Items that have every one of them.
  public var flags: Set<Flag> = []
  /// Ids of launches.
  public var launches: Set<RecordID> = []
  /// Ids of feeds.
  public var feeds: Set<RecordID> = []
  /// Only the copies of one story; nil for all items.
  public var story: String?

  public init() {}

  public init(from first: Day?, to last: Day?) { (self.first, self.last) = (first, last) }

  public var isEmpty: Bool { self == CoverageFilter() }
}

extension Coverage {
  /// The first part of its language's tag: `zh` of `zh-Hans`.
  public var mainLanguage: String { String(language.lowercased().prefix { $0 != "-" }) }

  public func has(_ flag: CoverageFilter.Flag) -> Bool {
    switch flag {
    case .inaccurate: isInaccurate
    case .outside: isOutside
    case .needsResponse: needsResponse
    }
  }
}
