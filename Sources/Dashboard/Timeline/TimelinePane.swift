import Model
import Office
import Phrases
import Store
import Terminal

/// The plans over time: what the decision printed or the office first planned, what is planned now, and how far the
/// work is. Plans of the decision, of the launches and of the office, with their steps.
struct TimelinePane: RecordPane {
  static let name = "activity"
  static let title = PhraseKey.paneTimeline

  /// Grows with each answer; 0 before the first.
  private var generation = 0
  private(set) var tree = TimelineTree()
  private(set) var outline = TimelineOutline()
  private var outlineKey = TimelineOutline.Key()
  /// What lines are found by, folded; made when somebody searches.
  private var names: (generation: Int, language: String, texts: [String]) = (-1, "", [])

  var filter = TimelineFilter()
  /// The line that is typed in to search; nil while nobody does.
  var search: TextField?
  var text = ""
  var folded: Set<RecordID> = []
  var foldedGroups: Set<String> = []
  var showsBaseline = true
  var unit = TimelineUnit.month
  /// The first unit in sight; nil for where the timeline opens.
  var origin: Int?
  var drag: TimelineDrag?
  var editor: RecordEditor<Activity>?
  var around = ActivityAround()
  /// A line to go to as soon as it is known.
  private var sought: (id: RecordID, since: Int)?
  private(set) var selectedID: RecordID?
  private(set) var index = 0
  private(set) var top = 0
  private(set) var size = Size(columns: 80, rows: 19)

  var isWide: Bool { size.isWide }
  /// The record lies beside the list, not over it.
  var isBeside: Bool { isWide && editor != nil }
  var listWidth: Int { isBeside ? size.columns / 2 + 4 : size.columns }
  var columns: TimelineColumns { TimelineColumns(width: listWidth) }
  var isKnown: Bool { generation > 0 }

  /// The line under the cursor.
  var selected: TimelineItem? { outline.item(index, in: tree) }
  /// The record that commands are about; nil on a line that only leads on.
  var current: Activity? {
    if let editor { return editor.base }
    guard let selected, selected.source == .activity else { return nil }
    return selected.activity
  }

  var isNarrowed: Bool { !filter.isEmpty || !text.isEmpty }

  // MARK: Answers

  func asks(_ look: Look) -> [Ask<Self>] {
    [Ask(TimelineQuery(asOf: look.asOf), .beside) { $0.receive($1) }] + around.asks(of: editor?.base)
  }

  private mutating func receive(_ tree: TimelineTree) {
    self.tree = tree
    generation += 1
    if let id = editor?.base.id, let fresh = tree[id] { editor?.refresh(fresh.activity) }
  }

  // MARK: Typing

  var isTyping: Bool { isTypingField || search != nil }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard search != nil else { return editor?.type(chord) == true ? [] : nil }
    guard search?.take(chord) == true else { return nil }
    text = Folding.folded(search?.text.trimmed ?? "")
    return []
  }

  mutating func paste(_ text: String) -> Bool {
    guard search != nil else { return editor?.paste(text) == true }
    search?.insert(text)
    self.text = Folding.folded(search?.text.trimmed ?? "")
    return true
  }

  var searchWords: String? { search?.text }

  mutating func seek(_ words: String) {
    search = TextField("")
    _ = paste(words)
  }

  mutating func fill(_ filling: Filling) {
    switch filling {
    case .field(let name, let text): editor?.fill(name, text: text)
    case .timeline(let filter): self.filter = filter
    case .why, .media, .meaning, .newcomer, .composed: break
    }
  }

  // MARK: Written

  mutating func take(_ written: Written) { written.all(Activity.self).forEach { tree.take($0) } }

  // MARK: Moving

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .activity(let id) = destination else { return false }
    editor = nil
    drag = nil
    search = nil
    sought = id.map { ($0, generation) }
    return true
  }

  /// Opens whatever hides a line that somebody wants to see.
  private mutating func reveal() {
    guard let (id, since) = sought, isKnown else { return }
    let isGroup = id.hasPrefix("group/")
    let key = isGroup ? String(id.dropFirst(6)) : ""
    let place =
      tree.places[id] ?? (isGroup ? tree.items.firstIndex { tree.groups[$0.group].key == key } : nil)
    // What was just added comes with the store's next answer.
    if place != nil || generation > since { sought = nil }
    guard let place else { return }
    let item = tree.items[place]
    selectedID = item.id
    if let line = outline.line(of: item.id, in: tree) { return index = line }
    (filter, text) = (TimelineFilter(), "")
    foldedGroups.remove(tree.groups[item.group].key)
    for other in tree.items[..<place] where other.end > place { folded.remove(other.id) }
    remake()
  }

  /// Keeps the cursor on a line that takes the place of others.
  mutating func select(_ id: RecordID) { selectedID = id }

  mutating func move(to index: Int) {
    self.index = max(0, min(outline.count - 1, index))
    selectedID = selected?.id
  }

  mutating func go(_ move: ListMove) {
    switch move {
    case .down: self.move(to: index + 1)
    case .up: self.move(to: index - 1)
    case .pageDown: movePage(by: 1)
    case .pageUp: movePage(by: -1)
    case .top: self.move(to: 0)
    case .bottom: self.move(to: outline.count - 1)
    }
  }

  /// Moves by about as many rows as the screen shows.
  mutating func movePage(by sign: Int) {
    guard let at = outline.row(of: index) else { return }
    let rows = outline.rows
    let target = max(0, min(rows.count - 1, at + sign * max(1, height - 2)))
    let near =
      sign > 0 ? rows[target...].first { $0.line != nil } : rows[...target].last { $0.line != nil }
    move(to: near?.line ?? (sign > 0 ? outline.count - 1 : 0))
  }

  /// The rows below that of the axis.
  var height: Int { max(1, size.rows - (search == nil ? 1 : 2)) }

  /// Whether the current plan is not the first one, or there is room to say that it is.
  func hasOwnPlan(_ item: TimelineItem) -> Bool {
    item.ownPlan == .other || item.ownPlan == .asAdopted && columns.isRich
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    learnNames(look)
    remake()
    reveal()
    // The answers may not be there yet: what is to be selected then is kept.
    if outline.count > 0 { move(to: index) }
    top = outline.top(selected: index, from: top, height: height)
    guard let open = editor?.base else { return }
    editor?.links = around.links(of: open, in: tree, look)
    let room = fieldsArea(in: Rect(size), look: look).size
    editor?.fit(to: room, look: look)
  }

  private mutating func learnNames(_ look: Look) {
    guard !text.isEmpty, names.generation != generation || names.language != look.language else { return }
    names = (generation, look.language, tree.items.map { Folding.folded(look.label(of: $0, in: tree)) })
  }

  /// Lays out the rows anew where anything that they hang on is another than before.
  private mutating func remake() {
    let key = TimelineOutline.Key(
      generation: generation, filter: filter, text: text, folded: folded, foldedGroups: foldedGroups,
      hasSecondRows: showsBaseline, isRich: columns.isRich)
    guard key != outlineKey, isKnown else { return }
    outlineKey = key
    let isRich = columns.isRich
    outline = TimelineOutline(tree, key, names: names.texts) { item in
      switch item.ownPlan {
      case .other: true
      case .asAdopted: isRich || item.hasBudget
      case .none: !isRich && item.hasBudget
      }
    }
    if let id = selectedID, let line = outline.line(of: id, in: tree) { index = line }
  }
}

extension TimelinePane {
  var subject: RecordReference? { current?.reference }
}
