import Model
import Phrases
import Terminal

/// A tab of a pane: the name of its list, and how it behaves.
protocol PaneTab: CaseIterable, Hashable, RawRepresentable<String>, Sendable where AllCases == [Self] {
  var title: PhraseKey { get }
  /// Whether words are looked for in its list.
  var isSearched: Bool { get }
  /// Whether the record under the cursor stands beside its list where there is room.
  var hasSide: Bool { get }
  /// Whether what is done goes down in its list: the cursor then stays in its place, on what comes next.
  var isWorkedOff: Bool { get }
}

extension PaneTab {
  var isSearched: Bool { true }
  var hasSide: Bool { true }
  var isWorkedOff: Bool { false }
}

/// What one person looks at in a pane of several lists: which is shown, the cursor of each, the words looked for.
struct Tabs<Tab: PaneTab>: Sendable {
  var shown: Tab
  var search = WordSearch()
  var size = Size(columns: 80, rows: 19)
  /// A record to stand on as soon as it is there.
  var goal: (tab: Tab, id: RecordID)?
  private var selections: [Tab: Selection] = [:]

  init(_ shown: Tab) { self.shown = shown }

  subscript(tab: Tab) -> Selection {
    get { selections[tab] ?? Selection() }
    set { selections[tab] = newValue }
  }

  /// The columns of the list that is shown.
  var listColumns: Int { shown.hasSide ? size.listColumns : size.columns }

  /// Shows the next list or the one before, round the end.
  mutating func turn(by step: Int) {
    let all = Tab.allCases
    guard let place = all.firstIndex(of: shown) else { return }
    shown = all[(place + step + all.count) % all.count]
  }
}
