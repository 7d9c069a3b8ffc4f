/// Tells which items are copies of one story: an agency's text in a hundred papers is a hundred items and
/// one story.
///
/// Two items belong together where they have the same link, tracking aside; the same title within two
/// weeks; or nearly the same title within three days. A link at which one outlet has several titles, such as
/// the page of a programme, tells nothing. What people joined or parted by hand is never looked at again: only
/// new items are given a story.
public struct StoryGrouper {
  /// Within so many days the same title is the same story.
  public static let sameTitleDays = 14
  /// Within so many days nearly the same title is.
  public static let nearTitleDays = 3

  private struct Known {
    let id: RecordID
    let day: Int
    let title: StoryTitle
    /// The place of the first item of its group.
    var group: Int
  }

  private var known: [Known] = []
  private var byTitle: [String: [Int]] = [:]
  private var byLink: [String: Int] = [:]
  /// The title that an outlet has at a link, and the links at which one has several: pages of a programme.
  private var titles: [[String]: String] = [:]
  private var pages: Set<String> = []
  /// By a word, items whose titles have it: only the rarest words of a title are asked for.
  private var byWord: [String: [Int]] = [:]
  /// What a group is called, by its first item; items alone have none.
  private var names: [Int: String] = [:]
  private var groupsByName: [String: Int] = [:]

  public init() {}

  /// Takes in an item that is stored: it keeps the story that it has.
  public mutating func know(_ item: Coverage) {
    let place = append(item)
    guard !item.story.isEmpty else { return }
    if let group = groupsByName[item.story] {
      known[place].group = group
    } else {
      (groupsByName[item.story], names[place]) = (place, item.story)
    }
  }

  /// Finds the story of a new item.
  /// - Returns: its story, empty where it stands alone so far; and the item that stood alone until now and
  ///   gets the same story.
  public mutating func join(_ item: Coverage) -> (story: String, with: RecordID?) {
    let title = StoryTitle(item.name)
    let match = match(title, day: item.when?.day.number ?? 0, link: evidentLink(of: item, title))
    let place = append(item, title)
    guard let match else { return ("", nil) }
    let group = known[match].group
    known[place].group = group
    if let name = names[group] { return (name, nil) }
    let lead = known[group].id
    (names[group], groupsByName[lead]) = (lead, group)
    return (lead, lead)
  }

  /// Takes in at which link an outlet has which title.
  /// - Returns: the link, where it tells which story an item is; empty for a page of many.
  private mutating func evidentLink(of item: Coverage, _ title: StoryTitle) -> String {
    let link = CoverageLink.canonical(item.link)
    guard !link.isEmpty, !item.outlet.isEmpty else { return link }
    let first = titles[[link, Folding.folded(item.outlet)], default: title.key]
    titles[[link, Folding.folded(item.outlet)]] = first
    if first != title.key { pages.insert(link) }
    return pages.contains(link) ? "" : link
  }

  private mutating func append(_ item: Coverage, _ title: StoryTitle? = nil) -> Int {
    let place = known.count
    let title = title ?? StoryTitle(item.name)
    known.append(Known(id: item.id, day: item.when?.day.number ?? 0, title: title, group: place))
    byTitle[title.key, default: []].append(place)
    let link = evidentLink(of: item, title)
    if !link.isEmpty, byLink[link] == nil { byLink[link] = place }
    if title.words.count >= 5 { for word in Set(title.words) { byWord[word, default: []].append(place) } }
    return place
  }

  private func match(_ title: StoryTitle, day: Int, link: String) -> Int? {
    if let place = byLink[link] { return place }
    let most = title.isTelling ? Self.sameTitleDays : 0
    let same = byTitle[title.key, default: []].filter { abs(known[$0].day - day) <= most }
    // The nearest in time: a title comes again with each report.
    if !title.words.isEmpty, let best = same.min(by: { abs(known[$0].day - day) < abs(known[$1].day - day) })
    {
      return best
    }
    guard title.words.count >= 5 else { return nil }
    // Titles that share four fifths of their words share one of any fifth and one more of them.
    let rare = Set(title.words).sorted {
      (byWord[$0]?.count ?? 0, $0) < (byWord[$1]?.count ?? 0, $1)
    }.prefix(title.words.count / 5 + 2)
    var tried: Set<Int> = []
    for word in rare {
      for place in byWord[word, default: []].suffix(500) where tried.insert(place).inserted {
        guard abs(known[place].day - day) <= Self.nearTitleDays else { continue }
        if known[place].title.isNear(title) { return place }
      }
    }
    return nil
  }
}
