import Model
import Office
import Phrases
import Store
import Terminal

/// The views of the media, in the order of their tabs.
enum MediaTab: String, PaneTab {
  case items, charts, feeds

  var title: PhraseKey {
    switch self {
    case .items: .mediaItems
    case .charts: .mediaCharts
    case .feeds: .mediaFeeds
    }
  }

  var isSearched: Bool { self != .feeds }
  /// The columns need all there is.
  var hasSide: Bool { false }
}

/// What the media say: the items, what people judge of them, the figures over any days and conditions, and
/// the feeds that tell of new ones.
struct MediaPane: TabbedPane {
  static let name = "media"
  static let title = PhraseKey.paneMedia

  var tabs = Tabs(MediaTab.items)
  /// The items: only a window of them is loaded, and it has a cursor of its own.
  var list = MediaList()
  /// Items that were marked, in the order in which they were.
  var marked: [RecordID] = []
  /// The letters of the keys are codes now, which stand below the list.
  var isCodingOpen = false
  /// What was counted, and for which filter; first a part of it.
  private(set) var tables: (filter: CoverageFilter, answer: MediaTables.Answer, isWhole: Bool)?
  private(set) var feeds: [Feed] = []
  private(set) var launches: [Launch] = []
  /// By item, the rapid response to it.
  private(set) var responses: [RecordID: RapidResponse] = [:]

  var isKnown: Bool { list.isKnown }
  var filter: CoverageFilter { list.filter }
  var item: Coverage? { record as? Coverage }
  var feed: Feed? { record as? Feed }
  /// A feed is no evidence of anything.
  var subject: RecordReference? { item?.reference }

  /// So many rows make the first picture of figures over many more.
  private static let firstPicture = 65_536

  func asks(_ look: Look) -> [Ask<Self>] {
    let filter = filter
    return [
      Ask(list.window) { $0.list.receive($1) },
      Ask(MediaTables(filter, most: Self.firstPicture), .beside) { $0.take($1, of: filter, isWhole: false) },
      Ask(MediaTables(filter), tab == .charts ? .beside : .rest) { $0.take($1, of: filter, isWhole: true) },
      Ask(AllRecords<Feed>()) { pane, feeds in
        pane.take {
          $0.feeds = feeds.sorted { (Folding.folded($0.name), $0.id) < (Folding.folded($1.name), $1.id) }
        }
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
  var counted: MediaTables.Answer? { tables?.filter == filter ? tables?.answer : nil }

  func list(_ tab: MediaTab) -> any TabRows {
    switch tab {
    case .items: TabList(list.page.rows, id: \.item.id, record: \.item) { table($0).items }
    case .charts: TabList(charts, id: String.init) { _ in ListTable(columns: []) }
    case .feeds: TabList(feeds) { table($0).feeds }
    }
  }

  /// By number; none while nothing is counted.
  private var charts: [Int] {
    counted.map { $0.figures.total.items > 0 ? Array(0..<MediaCharts.count) : [] } ?? []
  }

  /// The items have the keys, and each letter is a code.
  var isCoding: Bool { isCodingOpen && tab == .items && isListing }

  private func table(_ look: Look) -> MediaTable { MediaTable(pane: self, look: look) }

  // MARK: The cursor

  func selection(in tab: MediaTab) -> Selection { tab == .items ? list.selection : tabs[tab] }

  mutating func move(_ move: ListMove) {
    if tab == .items { list.move(move) } else { tabs[tab].move(move) }
  }

  mutating func fit(to size: Size, look: Look) {
    fitList(to: size, look: look)
    let room = Size(columns: size.columns, rows: size.rows - headRows(look))
    tabs[.charts].fit(count: charts.count, height: ChartWall.room(in: room))
    let codes = isCoding ? MediaCode.rows(columns: size.columns) : 0
    list.fit(height: max(1, size.rows - headRows(look) - 1 - codes))
  }

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(let kind, let id) = destination, kind == .coverage || kind == .feed else { return false }
    go(to: kind == .feed ? id : nil, in: kind == .feed ? .feeds : .items)
    if kind != .feed, let id { list.show(around: id) }
    return true
  }

  // MARK: What narrows the lists

  mutating func narrow(to words: String) { list.filter.text = words }

  /// Whether something narrows the list, or is marked in it.
  var isNarrowed: Bool { !isCoding && (tabs.search.isOpen || !marked.isEmpty || !filter.isEmpty) }

  /// Takes back one thing: the words, then the marks, then the filter.
  mutating func widen() {
    if tabs.search.isOpen || !filter.text.isEmpty {
      closeSearch()
    } else if !marked.isEmpty {
      marked = []
    } else {
      list.filter = CoverageFilter()
    }
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
    FindingsPane.telling(outcome)
  }
}
