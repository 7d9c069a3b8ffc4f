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
    /// All that a feed says, at that time; so much of it as names an item.
    case said([String], Time)
    case title(String, outlet: String, Time)
    case linkAndTitle(String, String, outlet: String, Time)
    case link(String, outlet: String, Time)
  }

  /// Of those that share all that tells items apart so many are compared at once.
  private static let most = 100

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
    var matches = found.map { one in take(byName(one)) }
    let rounds: [(Step, (MediaItems.Found, Coverage) -> Bool)] = [
      (.said, Self.saysTheSame), (.title, Self.saysTheSame), (.title, Self.hasTheSameTitle),
    ]
    for (step, isMatch) in rounds {
      forgetTaken()
      for index in found.indices where matches[index] == nil {
        let open = open(found[index], step).first { isMatch(found[index], stored[$0]) }
        matches[index] = take(open)
      }
    }
    forgetTaken()
    matchCorrected(found, &matches)
    return matches.map { $0.map { stored[$0] } }
  }

  private mutating func take(_ place: Int?) -> Int? {
    guard let place, !isTaken[place] else { return nil }
    isTaken[place] = true
    return place
  }

  private mutating func forgetTaken() {
    for (key, list) in places where list.count > 1 { places[key] = list.filter { !isTaken[$0] } }
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
      let open = open(found[index], .link)
      for place in open { claims[place, default: 0] += 1 }
      if open.count == 1 { left.append((index, open[0])) }
    }
    for (index, place) in left where claims[place] == 1 { matches[index] = take(place) }
  }

  /// The stored items that it could be.
  private func open(_ one: MediaItems.Found, _ step: Step) -> [Int] {
    // What has a name of its own and no link could be anything.
    guard !one.hasID, Self.hasLink(one.item) || one.item.guid.isEmpty else { return [] }
    var open: [Int] = []
    for time in Self.times(of: one) {
      guard let key = Self.key(one.item, step, time) else { continue }
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

  /// What is asked for, the most telling first.
  private enum Step: CaseIterable { case said, title, link }

  /// Nil where an item has nothing of the kind.
  private static func key(_ item: Coverage, _ step: Step, _ time: Time) -> Key? {
    let (link, outlet) = (CoverageLink.canonical(item.link), Folding.folded(item.outlet))
    switch step {
    case .said: return .said([item.name, item.outlet, item.link, item.author, item.summary], time)
    case .title where link.isEmpty: return .title(item.name, outlet: outlet, time)
    case .title: return .linkAndTitle(link, item.name, outlet: outlet, time)
    case .link: return link.isEmpty ? nil : .link(link, outlet: outlet, time)
    }
  }

  private static func keys(ofStored item: Coverage) -> [Key] {
    var keys: [Key] = [.id(item.id)]
    if !item.guid.isEmpty { keys.append(.guid(feed: item.feed, item.guid)) }
    var times: [Time] = [.any]
    if let when = item.when {
      let day = when.day.number
      times += [.day(day), when.moment.map { .minute($0.seconds / 60) } ?? .wholeDay(day)]
    }
    let outlet = Folding.folded(item.outlet)
    for time in times {
      keys += Step.allCases.compactMap { key(item, $0, time) }
      // An item of the file may have no link where that of the store has one.
      if hasLink(item) { keys.append(.title(item.name, outlet: outlet, time)) }
    }
    return keys
  }

  /// The times of stored items that may be its own.
  private static func times(of one: MediaItems.Found) -> [Time] {
    guard one.isDated, let when = one.item.when else { return [.any] }
    let day = when.day.number
    return when.moment.map { [.minute($0.seconds / 60), .wholeDay(day)] } ?? [.day(day)]
  }
}
