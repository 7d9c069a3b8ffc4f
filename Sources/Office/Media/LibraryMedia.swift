import Interchange
import Model
import Phrases
import Store

/// A file of items in the media, and what it would do to the store.
public struct MediaPlan: Sendable {
  public let media: MediaImport
  /// The feed that the items belong to, as it is to be; nil where none is meant.
  public let feed: (before: Feed?, after: Feed)?
  /// Where the file broke off.
  public let problem: MarkupProblem?
  /// How the file was read where that is not what it says of itself.
  public let encoding: MarkupEncoding?

  public var plan: ImportPlan<Coverage> { media.plan }
  /// Whether nothing of the file would be lost.
  public var isComplete: Bool { plan.isComplete && problem == nil }
  public var isNothingNew: Bool { plan.new.isEmpty && plan.changed.isEmpty }
}

/// A list of feeds, and what it would do to the store.
public struct FeedsPlan: Sendable {
  public let new: [Feed]
  public let known: Int
  /// Lines with the address of an earlier one.
  public let repeated: Int
  public let problem: MarkupProblem?
}

/// Why a file is not taken for what it was given as.
public enum MediaProblem: Error, Sendable, Equatable {
  /// A list of feeds where items are wanted.
  case isAList
  /// Items where a list of feeds is wanted.
  case isNoList
  /// No feed has that id or name.
  case unknownFeed(String)
}

extension Library {
  /// Plans the import of a feed or a table.
  /// - Parameters:
  ///   - feed: whose items they are; of a feed nobody named, the one with its address or its name, else a new one.
  ///   - today: the day on which items without a date stand.
  /// - Throws: `MarkupProblem`, `ImportFailure`, `ImportFile.Unreadable`, `MediaProblem`.
  public func planMedia(
    _ file: ImportFile, feed: Feed? = nil, launch: RecordID = "", today: Day
  ) throws -> MediaPlan {
    var options = MediaItems.Options(today: today, clock: Moment(seconds: now, zone: .utc).day)
    (options.launch, options.dates, options.zone) = (launch, file.dates, file.zone)
    var reader = file.reader()
    guard FeedFile.isMarkup(try reader.read(upTo: 512)) else {
      options.feed = feed
      var items = try MediaItems(file, options)
      try items.settle(ReferenceLookup { [self] in try read(RecordsCalled($0, $1)) })
      return MediaPlan(media: try decide(items), feed: nil, problem: nil, encoding: nil)
    }
    if !file.values.isEmpty { throw ImportFailure.valuesOfNoTable }
    let source = try FeedFile(file)
    guard !source.isList else { throw MediaProblem.isAList }
    let before = try feed ?? known(source)
    var after = before ?? Feed(id: NewID.make())
    if after.name.isEmpty { after.name = source.title.isEmpty ? Self.name(of: file.path) : source.title }
    if after.url.isEmpty { after.url = source.url }
    if after.site.isEmpty { after.site = source.site }
    if after.language.isEmpty { after.language = source.language }
    after.read = today
    options.feed = after
    let media = try decide(MediaItems(source, options))
    return MediaPlan(media: media, feed: (before, after), problem: source.problem, encoding: source.encoding)
  }

  /// A feed without a name is called as its file is.
  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map { String($0) } ?? path
  }

  private func decide(_ items: MediaItems) throws -> MediaImport {
    let like = try read(CoverageLike(items.found.map(\.item), undated: items.unplaced))
    let named = try read(CoverageByIDs(items.found.map(\.item.id)))
    return MediaImport(items, stored: like.same + named, around: like.around)
  }

  /// The stored feed of a file: that with its address, else that with its name and site.
  private func known(_ source: FeedFile) throws -> Feed? {
    let feeds = try read(AllRecords<Feed>())
    let address = CoverageLink.canonical(source.url)
    return feeds.first { !address.isEmpty && CoverageLink.canonical($0.url) == address }
      ?? feeds.first {
        Folding.folded($0.name) == Folding.folded(source.title)
          && ($0.site.isEmpty || CoverageLink.canonical($0.site) == CoverageLink.canonical(source.site))
      }
  }

  /// Writes what a plan says as one change, the rejected items left out.
  public func apply(_ plan: MediaPlan) throws {
    try apply(ImportCoverage(plan.plan.new, plan.plan.changed.map { ($0.before, $0.after) }, feed: plan.feed))
  }

  /// Plans the import of a list of feeds: those whose address is stored already are known.
  public func planFeeds(_ file: ImportFile) throws -> FeedsPlan {
    let source = try FeedFile(file)
    guard source.isList else { throw MediaProblem.isNoList }
    let stored = Set(try read(AllRecords<Feed>()).map { Self.address($0.url) })
    var seen: Set<String> = []
    var (new, known): ([Feed], Int) = ([], 0)
    for outline in source.outlines where seen.insert(Self.address(outline.url)).inserted {
      if stored.contains(Self.address(outline.url)) {
        known += 1
        continue
      }
      var feed = Feed(id: NewID.make())
      (feed.name, feed.url, feed.site, feed.language) = (
        outline.name, outline.url, outline.site, outline.language
      )
      new.append(feed)
    }
    return FeedsPlan(
      new: new, known: known, repeated: source.outlines.count - seen.count, problem: source.problem)
  }

  private static func address(_ url: String) -> String {
    let canonical = CoverageLink.canonical(url)
    return canonical.isEmpty ? url : canonical
  }

  /// The feed of that id, or the only one of that name.
  public func feed(_ name: String) throws -> Feed {
    let feeds = try read(AllRecords<Feed>())
    let named = feeds.filter { Folding.folded($0.name) == Folding.folded(name) }
    guard let feed = feeds.first(where: { $0.id == name }) ?? (named.count == 1 ? named[0] : nil) else {
      throw MediaProblem.unknownFeed(name)
    }
    return feed
  }
}

extension Phrase {
  /// What came of a list of feeds.
  public init(_ plan: FeedsPlan) {
    let news = Phrase(.mediaFeedsTaken, .number(plan.new.count), .number(plan.known))
    self = plan.repeated == 0 ? news : Phrase(.mediaFeedsRepeated, .phrase(news), .number(plan.repeated))
  }

  /// What is wrong with a file of XML; the line is said by whoever names the file.
  public init(_ problem: MarkupProblem) {
    switch problem.kind {
    case .malformed(let found): self.init(.xmlMalformed, .text(found))
    case .mismatch(let open, let line, let closed):
      self.init(.xmlMismatch, .text(closed), .text(open), .text(String(line)))
    case .unclosed(let name, let line): self.init(.xmlUnclosed, .text(name), .text(String(line)))
    case .endsEarly: self.init(.xmlEndsEarly)
    case .tooDeep(let most): self.init(.xmlTooDeep, .number(most))
    case .tooLong(let most), .tooBig(let most): self.init(.xmlTooLong, .number(most))
    case .notAFeed(let root): self.init(.xmlNoFeed, .text(root))
    case .notText: self.init(.csvUndecodable)
    }
  }

  /// How a file was read that is not encoded as it has to be.
  public init(_ encoding: MarkupEncoding) {
    switch encoding {
    case .misnamed(let named, let read): self.init(.mediaMisnamed, .text(named), .text(read.name))
    case .unnamed(let read): self.init(.mediaUnnamed, .text(read.name))
    case .damaged(let read): self.init(.mediaDamaged, .text(read.name))
    }
  }

  public init(_ note: MediaItems.Note) {
    switch note.what {
    case .linkLost(let link): self.init(.mediaNoteLink, .text(link))
    case .untrueDate(let date): self.init(.mediaNoteDate, .text(date))
    case .addressesLeftOut(let count): self.init(.mediaNoteAddresses, .number(count))
    case .laterThan(let line): self.init(.mediaNoteLater, .text(String(line)))
    case .earlierThan(let line): self.init(.mediaNoteEarlier, .text(String(line)))
    }
  }

  public init(_ problem: MediaProblem) {
    switch problem {
    case .isAList: self.init(.mediaIsAList)
    case .isNoList: self.init(.mediaIsNoList)
    case .unknownFeed(let name): self.init(.mediaUnknownFeed, .text(name))
    }
  }
}
