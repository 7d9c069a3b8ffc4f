import Model
import Office
import Phrases
import Terminal

/// A pane of several lists under tabs, one of them shown: a line of words looked for, the record under the cursor
/// beside the list where there is room. What it says of itself is the lists and what they are made of.
///
///     struct VoicesPane: TabbedPane {
///       var tabs = Tabs(VoicesTab.opportunities)
///       func list(_ tab: VoicesTab) -> any TabRows {
///         switch tab {
///         case .calls: TabList(found.calls) { VoicesTable(pane: self, look: $0).calls }
///         …
///       }
///       mutating func narrow(to words: String) { found = voices.holding(words) }
///       static let commands = tabCommands + moves + …
///     }
protocol TabbedPane: Pane {
  associatedtype Tab: PaneTab
  var tabs: Tabs<Tab> { get set }
  /// Whether the lists were answered.
  var isKnown: Bool { get }
  func list(_ tab: Tab) -> any TabRows
  /// Lists what holds some words; everything where there are none.
  mutating func narrow(to words: String)

  /// Whether something narrows the list that is shown.
  var isNarrowed: Bool { get }
  /// Takes back one thing that narrows it: what was said last.
  mutating func widen()
  /// The cursor in a list; of a list longer than what is loaded, in the part that is.
  func selection(in tab: Tab) -> Selection
  mutating func move(_ move: ListMove)

  /// How the list stands, in a line above it; nil where the pane has no such line.
  func figures(_ look: Look) -> [Span]?
  /// What is said where the list that is shown has no row, though nothing narrows it by words.
  var nothing: Phrase { get }
  /// What a record is linked to, as lines below its fields.
  func links(of record: any Record, _ look: Look) -> [RecordLink]
  /// Draws the list that is shown.
  func drawList(on canvas: inout Canvas, in area: Rect, look: Look)
  /// Draws what stands beside it: as a rule the record under the cursor.
  func drawSide(on canvas: inout Canvas, in area: Rect, look: Look)
}

extension TabbedPane {
  var tab: Tab { tabs.shown }
  var isTyping: Bool { tabs.search.isTyping }
  /// The list that is shown has the keys, not the line above it.
  var isListing: Bool { !isTyping }
  var isNarrowed: Bool { tabs.search.isOpen && tab.isSearched }
  var nothing: Phrase { Phrase(.listNothing) }
  var subject: RecordReference? { record?.reference }

  func figures(_ look: Look) -> [Span]? { nil }
  func links(of record: any Record, _ look: Look) -> [RecordLink] { [] }
  func selection(in tab: Tab) -> Selection { tabs[tab] }

  /// The record under the cursor, of whatever kind.
  var record: (any Record)? {
    let (list, place) = (list(tab), selection(in: tab).index)
    return place < list.count ? list.record(place) : nil
  }

  /// The row under the cursor, where that list is shown.
  func selected<Row>(_ rows: [Row], in tab: Tab) -> Row? {
    let place = selection(in: tab).index
    return self.tab == tab && rows.indices.contains(place) ? rows[place] : nil
  }

  // MARK: The cursor

  mutating func move(_ move: ListMove) {
    tabs.goal = nil
    tabs[tab].move(move)
  }

  /// Takes in what changes the lists: each cursor stays on its row where others come and go around it.
  mutating func take(_ change: (inout Self) -> Void) {
    let before = isKnown ? Tab.allCases.compactMap(standing) : []
    change(&self)
    for (tab, id, version) in before {
      let list = list(tab)
      guard let place = list.place(of: id) else { continue }
      if tab.isWorkedOff, list.record(place)?.version != version { continue }
      tabs[tab].index = place
    }
    reachGoal()
  }

  private func standing(in tab: Tab) -> (tab: Tab, id: RecordID, version: Int?)? {
    let (list, place) = (list(tab), tabs[tab].index)
    return place < list.count ? (tab, list.id(place), list.record(place)?.version) : nil
  }

  /// Shows a list with the cursor on a record, at once or as soon as it is there.
  mutating func go(to id: RecordID?, in tab: Tab) {
    tabs.shown = tab
    if tabs.search.isOpen { closeSearch() }
    tabs.goal = id.map { (tab, $0) }
    reachGoal()
  }

  private mutating func reachGoal() {
    guard let goal = tabs.goal, let place = list(goal.tab).place(of: goal.id) else { return }
    tabs[goal.tab].index = place
    tabs.goal = nil
  }

  var place: String { listPlace }
  mutating func stand(at place: String) { stand(inListAt: place) }

  /// The list that is shown, and the row under its cursor.
  var listPlace: String {
    let (list, row) = (list(tab), selection(in: tab).index)
    let number = Array(Tab.allCases).firstIndex(of: tab) ?? 0
    return "\(number) \(row < list.count ? list.id(row) : "-")"
  }

  mutating func stand(inListAt place: String) {
    let (parts, all) = (place.split(separator: " "), Array(Tab.allCases))
    guard parts.count > 1, let number = Int(parts[0]), all.indices.contains(number) else { return }
    go(to: String(parts[1]), in: all[number])
  }

  /// Rows of the screen above the list, its headings not counted.
  func headRows(_ look: Look) -> Int { figures(look) == nil ? 1 : 2 }

  mutating func fit(to size: Size, look: Look) { fitList(to: size, look: look) }

  mutating func fitList(to size: Size, look: Look) {
    tabs.size = size
    tabs[tab].fit(count: list(tab).count, height: max(1, size.rows - headRows(look) - 1))
  }

  // MARK: Looking for words

  mutating func widen() { closeSearch() }

  mutating func closeSearch() {
    tabs.search.close()
    take { $0.narrow(to: "") }
  }

  private mutating func acceptSearch() {
    tabs.search.accept()
    if !tabs.search.isOpen { closeSearch() }
  }

  var searchWords: String? { tabs.search.isTyping ? tabs.search.words : nil }

  mutating func seek(_ words: String) {
    tabs.search.open()
    _ = paste(words)
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard tabs.search.take(chord) else { return nil }
    take { $0.narrow(to: $0.tabs.search.words) }
    return []
  }

  mutating func paste(_ text: String) -> Bool {
    guard tabs.search.paste(text) else { return false }
    take { $0.narrow(to: $0.tabs.search.words) }
    return true
  }

  // MARK: Its lists from elsewhere

  /// The lists by their names for programs.
  static var listNames: [(name: String, title: PhraseKey)] { Tab.allCases.map { ($0.rawValue, $0.title) } }

  /// Shows the list of that place among them, all of it.
  mutating func show(list place: Int) {
    guard Tab.allCases.indices.contains(place) else { return }
    go(to: nil, in: Tab.allCases[place])
  }

  // MARK: Commands

  static var moves: [Command<Self>] { moves { $0.move($1) } }

  /// The keys of tabs and search.
  static var tabCommands: [Command<Self>] {
    searchCommands + turnCommands(next: ["]", "Right", "l"], previous: ["[", "Left", "h"])
  }

  static var searchCommands: [Command<Self>] {
    func name(_ command: String) -> CommandName { CommandName("\(Self.name).\(command)") }
    return [
      .moving(name("search"), .commandSearch, ["/"], rank: 10, when: { $0.isListing && $0.tab.isSearched }) {
        $0.tabs.search.open()
      },
      .moving(name("found"), .commandAccept, ["Enter"], rank: 1, when: \.isTyping) { $0.acceptSearch() },
      .moving(name("clear"), .commandClear, ["Esc"], rank: 8, when: \.isNarrowed) { $0.widen() },
    ]
  }

  static func turnCommands(next: [KeyChord], previous: [KeyChord]) -> [Command<Self>] {
    func turn(_ command: String, _ title: PhraseKey, _ keys: [KeyChord], rank: Int = 0, by step: Int)
      -> Command<Self>
    {
      .moving(CommandName("\(name).\(command)"), title, keys, rank: rank, when: \.isListing) {
        $0.tabs.turn(by: step)
      }
    }
    return [
      turn("next", .commandNextList, next, rank: 9, by: 1),
      turn("previous", .commandPreviousList, previous, by: -1),
    ]
  }
}
