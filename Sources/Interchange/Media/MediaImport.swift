import Model

/// What an import of items in the media would do, before anything is written.
///
/// `CoverageMatching` says which items are stored already. Of one that is, a feed changes title, link, author and
/// summary, and never what people set: tone, messages, whether it is right, its story.
public struct MediaImport: Sendable {
  public private(set) var plan = ImportPlan<Coverage>()
  /// Items that only became a part of a story of others.
  public private(set) var joined = 0
  /// The lines of items without a date, which stand on the day of the import.
  public let undated: [Int]
  /// The lines of times without a zone, of which the day alone is taken.
  public let timeless: [Int]
  /// What is said of items besides, in the order of the file.
  public private(set) var notes: [MediaItems.Note]

  /// - Parameters:
  ///   - stored: items of the store that these could be.
  ///   - around: items of the days around, of which these could be copies.
  public init(_ items: MediaItems, stored: [Coverage], around: [Coverage]) {
    (undated, timeless, notes) = (items.undated, items.timeless, items.notes)
    (plan.rejected, plan.rejectedRows, plan.remarks) = (items.rejected, items.rejectedRows, items.remarks)
    let found = once(items.found)
    notes.sort { $0.line < $1.line }
    var matching = CoverageMatching(stored)
    var new: [Coverage] = []
    for (one, known) in zip(found, matching.match(found)) {
      if let known { update(known, with: one) } else { new.append(one.item) }
    }
    plan.new = new
    tellStories(around)
  }

  // MARK: Items that stand twice in a file

  /// Every item once: what says all the same is left out, and of two revisions the earlier one.
  private mutating func once(_ found: [MediaItems.Found]) -> [MediaItems.Found] {
    var places: [[String]: Int] = [:]
    var kept: [MediaItems.Found] = []
    for one in found {
      let name = one.ownName ?? one.all
      guard let place = places[name] else {
        places[name] = kept.count
        kept.append(one)
        continue
      }
      let first = kept[place]
      if one.all == first.all {
        plan.duplicates.append(.init(line: one.line, firstLine: first.line, isIdentical: true))
      } else if let isLater = one.isLater(than: first) {
        notes.append(
          .init(line: one.line, what: isLater ? .laterThan(line: first.line) : .earlierThan(line: first.line))
        )
        if isLater { kept[place] = one }
      } else {
        plan.duplicates.append(.init(line: one.line, firstLine: first.line, isIdentical: false))
      }
    }
    return kept
  }

  // MARK: Items that are stored

  private mutating func update(_ stored: Coverage, with found: MediaItems.Found) {
    // A number that every list has may be anybody's.
    let isCounted = found.hasID && stored.id.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isCounted, !Naming.isAkin(found.item.name, stored.name), found.item.link != stored.link {
      let problem = ImportProblem.otherRecord(id: stored.id, title: stored.title)
      plan.rejected.append(.init(line: found.line, column: "id", problem: problem))
      plan.rejectedRows += 1
      return
    }
    var edited = stored
    for field in Coverage.fields where found.fields.contains(field.name) {
      let text = field.read(found.item)
      guard !text.isEmpty else { continue }
      do throws(FieldProblem) { try field.write(text, to: &edited) } catch {
        plan.rejected.append(.init(line: found.line, column: field.name, problem: .value(error)))
        plan.rejectedRows += 1
        return
      }
    }
    let fields = edited.differences(from: stored)
    if fields.isEmpty {
      plan.unchanged += 1
    } else {
      plan.changed.append(.init(before: stored, after: edited, fields: fields))
    }
  }

  // MARK: Stories

  /// Puts new items into the stories that they are copies of.
  private mutating func tellStories(_ around: [Coverage]) {
    var grouper = StoryGrouper()
    for item in around { grouper.know(item) }
    var leads: [RecordID] = []
    for place in plan.new.indices {
      guard plan.new[place].story.isEmpty else {
        grouper.know(plan.new[place])
        continue
      }
      let (story, with) = grouper.join(plan.new[place])
      plan.new[place].story = story
      if let with { leads.append(with) }
    }
    let places = Dictionary(plan.new.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let stored = around.byID
    let changed = Dictionary(plan.changed.enumerated().map { ($1.before.id, $0) }) { first, _ in first }
    for lead in leads {
      if let place = places[lead] {
        plan.new[place].story = lead
      } else if let stored = stored[lead] {
        joinStory(stored, lead, changed[lead])
      }
    }
  }

  /// The item that stood alone until now becomes the first of a story; no item does so twice.
  /// - Parameter index: its place among those that are changed anyway.
  private mutating func joinStory(_ stored: Coverage, _ story: String, _ index: Int?) {
    joined += 1
    if let index {
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

extension MediaItems.Found {
  /// What it is called by the file; nil where it has no name of its own.
  fileprivate var ownName: [String]? {
    if hasID { return ["id", item.id] }
    return item.guid.isEmpty ? nil : ["guid", item.feed, item.guid]
  }

  /// All that it says.
  fileprivate var all: [String] { Coverage.fields.map { $0.read(item) } }

  /// Nil where nothing tells which of both was changed last.
  fileprivate func isLater(than other: MediaItems.Found) -> Bool? {
    guard let revision, let other = other.revision, !revision.agrees(with: other) else { return nil }
    guard let moment = revision.moment, let otherMoment = other.moment else {
      return revision.day > other.day
    }
    return moment.seconds > otherMoment.seconds
  }
}
