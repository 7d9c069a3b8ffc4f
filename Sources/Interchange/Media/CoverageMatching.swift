import Model

/// Tells which stored item each item of a file is; no stored one is two of a file.
///
/// An item is what its id or its feed calls it (`guid`); without such a name, what has its link at its outlet at its
/// time. Several may share all that, as the parts of a weekly page do: then those belong together that say the same, and
/// one that says something else is another item, unless it is the only one left on both sides, whose title was
/// corrected. Without a link it is only what says the same. Two items are never one because their titles agree.
struct CoverageMatching {
  private let stored: [Coverage]
  private var places: [Key: [Int]] = [:]
  private var isTaken: [Bool]

  private enum Time: Hashable {
    case minute(Int)
    /// A day of which no time is known; any item of a day; any item at all.
    case wholeDay(Int), day(Int), any
  }

  private enum Key: Hashable {
    case id(RecordID)
    case guid(feed: RecordID, String)
    case link(String, outlet: String, Time)
    case title(String, outlet: String, Time)
  }

  /// Of those that share all that tells items apart so many are compared.
  private static let most = 200

  init(_ stored: [Coverage]) {
    var seen: Set<RecordID> = []
    self.stored = stored.filter { seen.insert($0.id).inserted }
    isTaken = Array(repeating: false, count: self.stored.count)
    for (place, item) in self.stored.enumerated() {
      for key in Self.keys(ofStored: item) { places[key, default: []].append(place) }
    }
  }

  /// For each the stored item that it is; nil for one that is new.
  mutating func match(_ found: [MediaItems.Found]) -> [Coverage?] {
    var matches = found.map { one in take { $0.byName(one) } }
    for isMatch in [Self.saysTheSame, Self.hasTheSameTitle] {
      for index in found.indices where matches[index] == nil {
        matches[index] = take { matching in
          matching.open(found[index]).first { isMatch(found[index], matching.stored[$0]) }
        }
      }
    }
    matchCorrected(found, &matches)
    return matches.map { $0.map { stored[$0] } }
  }

  private mutating func take(_ choose: (Self) -> Int?) -> Int? {
    guard let place = choose(self), !isTaken[place] else { return nil }
    isTaken[place] = true
    return place
  }

  private func byName(_ one: MediaItems.Found) -> Int? {
    if one.hasID { return places[.id(one.item.id)]?.first }
    return one.item.guid.isEmpty ? nil : places[.guid(feed: one.item.feed, one.item.guid)]?.first
  }

  /// One is left in the file and one in the store: its title was corrected.
  private mutating func matchCorrected(_ found: [MediaItems.Found], _ matches: inout [Int?]) {
    var left: [(found: Int, place: Int)] = []
    var claims: [Int: Int] = [:]
    for index in found.indices where matches[index] == nil && found[index].isDated {
      guard Self.hasLink(found[index].item) else { continue }
      let open = open(found[index])
      for place in open { claims[place, default: 0] += 1 }
      if open.count == 1 { left.append((index, open[0])) }
    }
    for (index, place) in left where claims[place] == 1 { matches[index] = take { _ in place } }
  }

  /// The stored items that it could be, but for what they say.
  private func open(_ one: MediaItems.Found) -> [Int] {
    guard !one.hasID else { return [] }
    var open: [Int] = []
    for key in Self.keys(of: one) {
      for place in places[key, default: []].prefix(Self.most)
      where !isTaken[place] && !Self.isCalledOtherwise(one.item, stored[place]) { open.append(place) }
    }
    return open
  }

  // MARK: What is compared

  private static func saysTheSame(_ one: MediaItems.Found, _ stored: Coverage) -> Bool {
    Coverage.fields.allSatisfy { field in
      guard one.fields.contains(field.name) else { return true }
      let text = field.read(one.item)
      return text.isEmpty || text == field.read(stored)
    }
  }

  /// Without a link all else that names it has to be the same too.
  private static func hasTheSameTitle(_ one: MediaItems.Found, _ stored: Coverage) -> Bool {
    guard one.item.name == stored.name else { return false }
    if hasLink(one.item) { return true }
    return [\Coverage.link, \.author, \.summary].allSatisfy {
      one.item[keyPath: $0].isEmpty || one.item[keyPath: $0] == stored[keyPath: $0]
    }
  }

  /// The same feed calls them by two names. One that is an address may have gone over to https.
  private static func isCalledOtherwise(_ item: Coverage, _ stored: Coverage) -> Bool {
    guard !item.guid.isEmpty, !stored.guid.isEmpty, item.feed == stored.feed, item.guid != stored.guid else {
      return false
    }
    let link = CoverageLink.canonical(item.guid)
    return link.isEmpty || link != CoverageLink.canonical(stored.guid)
  }

  private static func hasLink(_ item: Coverage) -> Bool { !CoverageLink.canonical(item.link).isEmpty }

  // MARK: Keys

  private static func keys(of one: MediaItems.Found) -> [Key] {
    let item = one.item
    // What has a name and no link could be anything.
    if !hasLink(item), !item.guid.isEmpty { return [] }
    return times(of: one).map { key(item, hasLink(item), $0) }
  }

  private static func keys(ofStored item: Coverage) -> [Key] {
    var keys: [Key] = [.id(item.id)]
    if !item.guid.isEmpty { keys.append(.guid(feed: item.feed, item.guid)) }
    var times: [Time] = [.any]
    if let when = item.when {
      let day = when.day.number
      times += [.day(day), when.moment.map { .minute($0.seconds / 60) } ?? .wholeDay(day)]
    }
    for time in times {
      if hasLink(item) { keys.append(key(item, true, time)) }
      keys.append(key(item, false, time))
    }
    return keys
  }

  private static func key(_ item: Coverage, _ isLink: Bool, _ time: Time) -> Key {
    let outlet = Folding.folded(item.outlet)
    return isLink
      ? .link(CoverageLink.canonical(item.link), outlet: outlet, time)
      : .title(Folding.folded(item.name), outlet: outlet, time)
  }

  /// The times of stored items that may be its own.
  private static func times(of one: MediaItems.Found) -> [Time] {
    guard one.isDated, let when = one.item.when else { return [.any] }
    let day = when.day.number
    return when.moment.map { [.minute($0.seconds / 60), .wholeDay(day)] } ?? [.day(day)]
  }
}
