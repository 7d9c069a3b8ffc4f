import Model

/// The items of a file, before anybody knows which of them are stored.
public struct MediaItems: Sendable {
  /// What new items get that a file does not say.
  public struct Options: Sendable {
    public var feed: Feed?
    public var launch: RecordID = ""
    /// For items without a date: when the office saw them first.
    public var today: Day
    /// The last day that there has been: whatever is said to have come out later is dated wrongly. The office may look back
    /// to a day in the past, which makes nothing untrue.
    public var latest: Day
    /// Which number comes first in dates that do not tell.
    public var dates: DateOrder?
    /// That of times without one; nil leaves them out.
    public var zone: Zone?

    public init(today: Day, clock: Day? = nil) {
      self.today = today
      latest = max(today, clock ?? today)
    }
  }

  public struct Found: Sendable {
    public let line: Int
    public var item: Coverage
    /// The fields that a file says anything of, for one that is stored already.
    let fields: Set<String>
    let hasID: Bool
    /// Whether it has a date of its own, or one only of the import.
    public let isDated: Bool
    /// When it was changed last.
    var revision: When?
  }

  /// What is said of an item besides what becomes of it.
  public struct Note: Sendable, Equatable {
    public enum What: Sendable, Equatable {
      /// No page is where its link leads.
      case linkLost(String)
      /// On that day it cannot have come out.
      case untrueDate(String)
      /// The item of that line is an earlier revision of it, or a later one: the later one is taken.
      case laterThan(line: Int)
      case earlierThan(line: Int)
      /// So many mail addresses of authors are left out beside their names.
      case addressesLeftOut(Int)
    }

    public let line: Int
    public let what: What
  }

  public internal(set) var found: [Found] = []
  public internal(set) var rejected: [ImportPlan<Coverage>.Rejection] = []
  /// Several items may stand in one line.
  public internal(set) var rejectedRows = 0
  public internal(set) var notes: [Note] = []
  /// The lines of items without a date, which stand on the day of the import.
  public internal(set) var undated: [Int] = []
  /// The lines of times without a zone, of which the day alone is taken.
  public internal(set) var timeless: [Int] = []
  public internal(set) var remarks = ImportRemarks()

  init() {}

  /// The items of a feed, and what is wrong with the others.
  public init(_ file: FeedFile, _ options: Options) {
    for entry in file.items { take(entry, of: file, options) }
    remarks.leftOut = file.leftOut
    if let line = file.leftOutAddresses.first {
      notes.append(Note(line: line, what: .addressesLeftOut(file.leftOutAddresses.count)))
    }
  }

  private mutating func take(_ entry: FeedItem, of file: FeedFile, _ options: Options) {
    var item = Coverage(id: NewID.make())
    item.name = entry.title.isEmpty ? String(entry.summary.prefix(80)) : entry.title
    guard !item.name.isEmpty else { return reject(entry.line, "title", .missing) }
    let when = FeedDate.when(entry.date, options.dates, zone: options.zone)
    let isUntrue = when == nil && UntrueDate.isOne(entry.date)
    guard when != nil || isUntrue || entry.date.isEmpty else {
      return reject(entry.line, "date", FeedDate.problem(entry.date))
    }
    if isUntrue {
      notes.append(Note(line: entry.line, what: .untrueDate(entry.date)))
    } else {
      item.when = dated(when, entry.date, line: entry.line, options)
    }
    let isDated = item.when != nil
    item.when = item.when ?? .day(options.today)
    item.link = link(entry.link, line: entry.line)
    (item.author, item.summary, item.guid) = (entry.author, entry.summary, String(entry.guid.prefix(500)))
    if item.summary == item.name { item.summary = "" }
    item.outlet = options.feed.map(\.name) ?? file.title
    (item.type, item.country) = (options.feed?.type, options.feed?.country ?? "")
    item.language = [entry.language, options.feed?.language ?? "", file.language].first { !$0.isEmpty } ?? ""
    (item.feed, item.launch) = (options.feed?.id ?? "", options.launch)
    found.append(
      Found(
        line: entry.line, item: item, fields: ["name", "link", "author", "summary"], hasID: false,
        isDated: isDated, revision: FeedDate.when(entry.updated, options.dates, zone: options.zone)))
  }

  /// Items that only their title tells from others: they have neither name nor link nor date.
  public var unplaced: [Coverage] {
    found.filter {
      !$0.isDated && !$0.hasID && $0.item.guid.isEmpty && CoverageLink.canonical($0.item.link).isEmpty
    }.map(\.item)
  }

  mutating func reject(_ line: Int, _ column: String, _ problem: FieldProblem) {
    rejected.append(.init(line: line, column: column, problem: .value(problem)))
    rejectedRows += 1
  }

  /// Only what leads to a page: no other scheme is ever opened by anybody.
  private mutating func link(_ link: String, line: Int) -> String {
    if CoverageLink.canonical(link).isEmpty || link.count >= FeedItem.mostLink {
      if !link.isEmpty { notes.append(Note(line: line, what: .linkLost(String(link.prefix(80))))) }
      return ""
    }
    return link
  }

  /// Nil where nothing is said that can be true.
  mutating func dated(_ when: When?, _ text: String, line: Int, _ options: Options) -> When? {
    guard let when else {
      undated.append(line)
      return nil
    }
    if when.moment == nil, FeedDate.losesTime(text) { timeless.append(line) }
    // Clocks and zones may be wrong by a day.
    if when.day <= options.latest + 1, !Self.isZero(when) { return when }
    notes.append(Note(line: line, what: .untrueDate(text)))
    return nil
  }

  /// Where the clocks of computers begin to count, which programs write that know no date: Unix, Excel, Excel of old
  /// Macintoshes.
  private static let zeros = Set(
    ["1969-12-31", "1970-01-01", "1900-01-01", "1904-01-01"].compactMap { Day($0) })

  private static func isZero(_ when: When) -> Bool { zeros.contains(when.day) }
}
