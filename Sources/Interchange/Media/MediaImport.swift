import Model

/// What an import of items in the media would do, before anything is written.
///
/// An item is the same as a stored one where the feed calls it the same, or it has the same link at the
/// same outlet, or the same title of the same outlet on the same day. Of one that is stored a feed changes
/// title, link, author and summary, and never what people set: tone, messages, whether it is right, its
/// story.
public struct MediaImport: Sendable {
  /// What new items get that a feed does not say.
  public struct Options: Sendable {
    public var feed: Feed?
    public var launch: RecordID = ""
    /// For items without a date: when the office saw them first.
    public var today: Day

    public init(today: Day) { self.today = today }
  }

  /// An item of a file before anybody knows whether it is stored.
  public struct Found: Sendable {
    public let line: Int
    public let item: Coverage
    /// The fields that a file says anything of, for one that is stored already.
    let fields: Set<String>
    let hasID: Bool
  }

  public private(set) var plan = ImportPlan<Coverage>()
  /// Items that only became a part of a story of others.
  public private(set) var joined = 0
  /// Items without a date, which stand on the day of the import.
  public private(set) var undated = 0

  // MARK: Reading

  /// The items of a feed, and what is wrong with the others.
  public static func items(
    of file: FeedFile, _ options: Options
  ) -> (found: [Found], rejected: [ImportPlan<Coverage>.Rejection], undated: Int) {
    var found: [Found] = []
    var rejected: [ImportPlan<Coverage>.Rejection] = []
    var undated = 0
    for entry in file.items {
      var item = Coverage(id: NewID.make())
      item.name = entry.title.isEmpty ? String(entry.summary.prefix(80)) : entry.title
      guard !item.name.isEmpty else {
        rejected.append(.init(line: entry.line, column: "title", problem: .value(.missing)))
        continue
      }
      if entry.date.isEmpty {
        item.when = .day(options.today)
        undated += 1
      } else if let when = FeedDate.when(entry.date) {
        item.when = when
      } else {
        rejected.append(.init(line: entry.line, column: "date", problem: .value(.malformedDay(entry.date))))
        continue
      }
      // Only what leads to a page: no other scheme is ever opened by anybody.
      item.link = CoverageLink.canonical(entry.link).isEmpty ? "" : entry.link
      (item.author, item.summary, item.guid) = (entry.author, entry.summary, String(entry.guid.prefix(500)))
      if item.summary == item.name { item.summary = "" }
      item.outlet = options.feed.map(\.name) ?? file.title
      (item.type, item.country) = (options.feed?.type, options.feed?.country ?? "")
      item.language =
        [entry.language, options.feed?.language ?? "", file.language].first { !$0.isEmpty } ?? ""
      (item.feed, item.launch) = (options.feed?.id ?? "", options.launch)
      found.append(
        Found(line: entry.line, item: item, fields: ["name", "link", "author", "summary"], hasID: false))
    }
    return (found, rejected, undated)
  }

  // MARK: Deciding

  /// - Parameters:
  ///   - stored: items of the store that these could be.
  ///   - around: items of the days around, of which these could be copies.
  ///   - rejectedRows: how many items are not taken; nil where each is in a line of its own.
  public init(
    _ found: [Found], rejected: [ImportPlan<Coverage>.Rejection] = [], undated: Int = 0,
    stored: [Coverage], around: [Coverage], rejectedRows: Int? = nil
  ) {
    self.undated = undated
    plan.rejected = rejected
    plan.rejectedRows = rejectedRows ?? Set(rejected.map(\.line)).count
    var known = KnownItems()
    for item in stored { known.add(item, line: 0) }
    var grouper = StoryGrouper()
    for item in around { grouper.know(item) }
    let aroundByID = around.byID
    var fresh: [Coverage] = []
    var places: [RecordID: Int] = [:]
    var leads: [RecordID] = []
    for one in found {
      if let (other, line) = known.same(as: one.item, byID: one.hasID) {
        if line > 0 {
          let isIdentical = other.name == one.item.name
          plan.duplicates.append(
            .init(line: one.line, firstLine: line, isIdentical: isIdentical || !one.hasID))
        } else {
          update(other, with: one)
        }
        continue
      }
      known.add(one.item, line: one.line)
      var item = one.item
      if item.story.isEmpty {
        let (story, with) = grouper.join(item)
        item.story = story
        if let with { leads.append(with) }
      } else {
        grouper.know(item)
      }
      places[item.id] = fresh.count
      fresh.append(item)
    }
    for lead in leads {
      if let place = places[lead] {
        fresh[place].story = lead
      } else if let stored = aroundByID[lead] {
        joinStory(stored, lead)
      }
    }
    plan.new = fresh
  }

  /// Takes up what is known of the file besides its items.
  public mutating func remark(_ remarks: ImportRemarks) { plan.remarks = remarks }

  private mutating func update(_ stored: Coverage, with found: Found) {
    var edited = stored
    for field in Coverage.fields where found.fields.contains(field.name) {
      let text = field.read(found.item)
      if !text.isEmpty { try? field.write(text, to: &edited) }
    }
    let fields = edited.differences(from: stored)
    if fields.isEmpty {
      plan.unchanged += 1
    } else {
      plan.changed.append(.init(before: stored, after: edited, fields: fields))
    }
  }

  /// The item that stood alone until now becomes the first of a story.
  private mutating func joinStory(_ stored: Coverage, _ story: String) {
    joined += 1
    if let index = plan.changed.firstIndex(where: { $0.before.id == stored.id }) {
      var after = plan.changed[index].after
      after.story = story
      let fields = after.differences(from: stored)
      plan.changed[index] = .init(before: stored, after: after, fields: fields)
    } else {
      var after = stored
      after.story = story
      plan.changed.append(.init(before: stored, after: after, fields: ["story"]))
    }
  }
}

/// Items by what makes two of them the same.
private struct KnownItems {
  private var byGuid: [String: (Coverage, Int)] = [:]
  private var byLink: [String: (Coverage, Int)] = [:]
  private var byTitle: [String: (Coverage, Int)] = [:]
  private var byID: [RecordID: (Coverage, Int)] = [:]

  mutating func add(_ item: Coverage, line: Int) {
    for (path, key) in [(\Self.byGuid, guid(item)), (\.byLink, link(item)), (\.byTitle, title(item))] {
      if let key, self[keyPath: path][key] == nil { self[keyPath: path][key] = (item, line) }
    }
    byID[item.id] = byID[item.id] ?? (item, line)
  }

  func same(as item: Coverage, byID hasID: Bool) -> (Coverage, Int)? {
    if hasID { return byID[item.id] }
    return guid(item).flatMap { byGuid[$0] } ?? link(item).flatMap { byLink[$0] }
      ?? title(item).flatMap { byTitle[$0] }
  }

  private func guid(_ item: Coverage) -> String? {
    item.guid.isEmpty ? nil : item.feed + "\u{1F}" + item.guid
  }

  private func link(_ item: Coverage) -> String? {
    let link = CoverageLink.canonical(item.link)
    return link.isEmpty ? nil : link + "\u{1F}" + Folding.folded(item.outlet)
  }

  private func title(_ item: Coverage) -> String? {
    let day = item.when?.day.description ?? ""
    return [Folding.folded(item.name), Folding.folded(item.outlet), day].joined(separator: "\u{1F}")
  }
}
