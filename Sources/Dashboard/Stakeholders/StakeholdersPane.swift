import Model
import Office
import Phrases
import Store
import Terminal

/// The stakeholder database: a list that is never read whole, and one record beside or over it.
struct StakeholdersPane: RecordPane {
  static let name = "stakeholder"
  static let title = PhraseKey.paneStakeholders

  var list = StakeholderList()
  /// Says which are listed: the list's filter is read from it.
  var line = QueryLine()
  var columns = StakeholderColumn.usual
  /// What the saved view that is shown counts, as it keeps it: empty for a list alone.
  var group = ""
  var marked: Set<RecordID> = []
  var cleaning = Cleaning()
  /// The record that has the keys; nil while the list has them.
  var editor: RecordEditor<Stakeholder>?
  /// The record beside the list: it follows when the cursor rests, so that a held key does not pay for it.
  var shown: Stakeholder?
  /// How far the list was scrolled line by line since: the record beside it moves along like one sheet.
  var shift = 0
  /// Who and what stands around the record that is shown.
  var people = StakeholderPeople()
  /// What was counted last.
  var pivot = PivotMemory()
  var size = Size(columns: 80, rows: 19)

  var isWide: Bool { size.isWide }
  var listWidth: Int { isWide ? size.sideColumn - 1 : size.columns }
  var isSearching: Bool { line.isTyping }
  var selected: Stakeholder? { list.selected?.stakeholder }
  var hasFilterLine: Bool { isSearching || !line.text.trimmed.isEmpty }

  func asks(_ look: Look) -> [Ask<Self>] {
    let asks: [Ask<Self>] =
      [
        Ask(list.window) { pane, page in pane.receive { $0.receive(page) } },
        Ask(StakeholderCount(list.filter), list.filter.isEmpty ? .frame : .rest) { pane, count in
          pane.list.total = count
        },
      ] + peopleAsks + cleaningAsks
    guard let rest = list.rest else { return asks }
    return asks + [Ask(rest, .rest) { pane, page in pane.receive { $0.receiveRest(page) } }]
  }

  private mutating func receive(_ take: (inout StakeholderList) -> Void) {
    take(&list)
    if shown == nil || editor == nil { followIfNew() }
    guard let id = editor?.base.id else { return }
    if let fresh = list.page.rows.first(where: { $0.stakeholder.id == id }) {
      editor?.refresh(fresh.stakeholder)
    }
  }

  /// The first record of a list, and a fresher state of the one that is shown.
  private mutating func followIfNew() {
    if let shown, let fresh = list.page.rows.first(where: { $0.stakeholder.id == shown.id }) {
      self.shown = fresh.stakeholder
    } else if list.isAtRest {
      shown = selected
    }
  }

  mutating func rest(_ look: Look) {
    guard shown != selected || shift != 0 else { return }
    shown = selected
    shift = 0
  }

  mutating func visit(_ destination: Destination) -> Bool {
    switch destination {
    case .stakeholders(let filter):
      editor = nil
      line.close()
      line.say(filter)
      list.show(line.filter)
    case .stakeholder(let id), .log(let id):
      editor = nil
      line.close()
      // What was looked for stays, where the record is among what was found.
      if hasFilterLine, list.stand(on: id) { return true }
      group = ""
      line.set("")
      list.show(around: id)
    case .view(let view): show(view)
    default: return false
    }
    return true
  }

  mutating func prefer(_ preferences: [String: String]) {
    if let past = preferences[QueryLine.preference] { line.take(past: past) }
    if let names = preferences["stakeholders.columns"] {
      columns = names.split(separator: ",").map(String.init).filter { StakeholderColumn.named($0) != nil }
      if columns.isEmpty { columns = StakeholderColumn.usual }
    }
    if let pivot = preferences[PivotPane.preference] {
      self.pivot.prefer(pivot)
      // Whoever counts otherwise in a view's own table and keeps the view means the new table.
      if !group.isEmpty { group = self.pivot.grouping?.text ?? group }
    }
    if let sort = preferences["stakeholders.sort"].flatMap(StakeholderSort.init(kept:)) {
      list.sort(by: sort)
    }
  }

  func ordering(by column: String) -> [Effect] {
    let isAscending = list.sort.column == column ? !list.sort.isAscending : true
    return editor == nil ? [.prefer("stakeholders.sort", column + (isAscending ? "+" : "-"))] : []
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    if editor?.type(chord) == true { return [] }
    guard let isOther = line.take(chord) else { return nil }
    if isOther { follow() }
    return []
  }

  /// Lists what the line says. A part that is half typed narrows nothing yet, and the list stands.
  mutating func follow() {
    if line.filter != list.filter { list.show(line.filter) }
  }

  mutating func paste(_ text: String) -> Bool {
    if editor?.paste(text) == true { return true }
    guard let isOther = line.paste(text) else { return false }
    if isOther { follow() }
    return true
  }

  mutating func closeRecord() -> [Effect] {
    shown = editor?.base
    editor = nil
    return []
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    if line.settle(look) { follow() }
    list.fit(height: size.rows - 1 - (hasFilterLine ? 1 : 0))
    let width = isWide ? size.columns - listWidth - 2 : size.columns
    let room = Size(columns: width, rows: size.rows - (isWide ? 2 : 0))
    fitPeople(look)
    editor?.fit(to: room, look: look)
  }
}

extension StakeholdersPane {
  var subject: RecordReference? { current?.reference }
}
