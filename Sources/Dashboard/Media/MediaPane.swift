import Model
import Office
import Phrases
import Store
import Terminal

/// What the media say: the items, what people judge of them, the figures over any days and conditions, and
/// the feeds that tell of new ones.
struct MediaPane: Pane {
  static let name = "media"
  static let title = PhraseKey.paneMedia

  enum Section: Int, CaseIterable, Sendable { case items, charts, feeds }

  var section = Section.items
  var list = MediaList()
  /// Items that were marked, in the order in which they were.
  var marked: [RecordID] = []
  /// The words that are looked for; nil where nobody looks for any.
  private(set) var search: TextField?
  private(set) var isTyping = false
  /// What was counted, and for which filter; first a part of it.
  private(set) var tables: (filter: CoverageFilter, answer: MediaTables.Answer, isWhole: Bool)?
  var chart = 0
  private(set) var feeds: [Feed] = []
  var feedSelection = Selection()
  private(set) var launches: [Launch] = []
  /// By item, the rapid response to it.
  private(set) var responses: [RecordID: RapidResponse] = [:]
  private var sought: RecordID?
  private(set) var size = Size(columns: 80, rows: 19)

  var isWide: Bool { size.columns >= Shell.wide }
  var filter: CoverageFilter { list.filter }
  var item: Coverage? { section == .items ? list.selected?.item : nil }
  var feed: Feed? {
    section == .feeds && feeds.indices.contains(feedSelection.index) ? feeds[feedSelection.index] : nil
  }

  /// So many rows make the first picture of figures over many more.
  private static let firstPicture = 65_536

  func asks(_ look: Look) -> [Ask<Self>] {
    let filter = filter
    return [
      Ask(list.window) { $0.list.receive($1) },
      Ask(MediaTables(filter, most: Self.firstPicture), .beside) { $0.take($1, of: filter, isWhole: false) },
      Ask(MediaTables(filter), section == .charts ? .beside : .rest) {
        $0.take($1, of: filter, isWhole: true)
      },
      Ask(AllRecords<Feed>()) { pane, feeds in
        pane.feeds = feeds.sorted { (Folding.folded($0.name), $0.id) < (Folding.folded($1.name), $1.id) }
        pane.seek()
      },
      Ask(AllRecords<Launch>()) { $0.launches = $1 },
      Ask(AllRecords<RapidResponse>()) { pane, responses in
        pane.responses = [:]
        for response in responses { for id in response.coverage { pane.responses[id] = response } }
      },
    ]
  }

  private mutating func take(_ answer: MediaTables.Answer, of filter: CoverageFilter, isWhole: Bool) {
    // A first picture never takes the place of the whole of the same.
    if let tables, tables.filter == filter, tables.isWhole, !isWhole { return }
    tables = (filter, answer, isWhole)
  }

  /// The figures of what is listed, as far as they are counted.
  var figures: MediaTables.Answer? { tables?.filter == filter ? tables?.answer : nil }

  // MARK: Going somewhere

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(let kind, let id) = destination, kind == .coverage || kind == .feed else { return false }
    (search, isTyping) = (nil, false)
    section = kind == .feed ? .feeds : .items
    guard let id else { return true }
    if kind == .feed {
      sought = id
      seek()
    } else {
      list.show(around: id)
    }
    return true
  }

  private mutating func seek() {
    guard let sought, let index = feeds.firstIndex(where: { $0.id == sought }) else { return }
    feedSelection.index = index
    self.sought = nil
  }

  mutating func turn(by step: Int) {
    let all = Section.allCases
    section = all[(section.rawValue + step + all.count) % all.count]
  }

  // MARK: Looking for words

  mutating func openSearch() {
    search = search ?? TextField(list.filter.text)
    isTyping = true
  }

  mutating func acceptSearch() {
    isTyping = false
    if search?.text.trimmed.isEmpty == true { clearSearch() }
  }

  mutating func clearSearch() {
    (search, isTyping) = (nil, false)
    list.filter.text = ""
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard isTyping, search?.take(chord) == true else { return nil }
    list.filter.text = search?.text ?? ""
    return []
  }

  mutating func paste(_ text: String) -> Bool {
    guard isTyping, search?.insert(text) == true else { return false }
    list.filter.text = search?.text ?? ""
    return true
  }

  mutating func fill(_ filling: Filling) {
    guard case .media(let filter) = filling else { return }
    let text = list.filter.text
    list.filter = filter
    list.filter.text = text
  }

  mutating func applied(_ written: Written, look: Look) -> [Effect] {
    list.take(written.all(Coverage.self))
    return []
  }

  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] {
    guard let outcome = outcome as? MediaImportErrand.Outcome else { return [] }
    return outcome.findings.isEmpty ? [] : [.present(FindingsPane(outcome.findings, of: outcome.path))]
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    list.fit(height: max(1, size.rows - Self.headRows))
    feedSelection.fit(count: feeds.count, height: max(1, size.rows - Self.headRows))
  }
}
