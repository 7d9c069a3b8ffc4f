import Model
import Phrases
import Store
import Terminal

/// How well engagement succeeds: the six indicators with the evidence for each of their eleven descriptions,
/// and the two tables counted from the records. No composite score: the decision has none.
struct EvaluationPane: RecordPane {
  static let name = "evaluation"
  static let title = PhraseKey.paneEvaluation

  enum View: Sendable, CaseIterable { case outline, participation, diversity }

  private(set) var evidence: [Evidence] = []
  private(set) var figures = EvaluationFigures()
  /// The part that has the keys; where there is no room for all, the only one in sight.
  var view = View.outline
  /// Among the eleven descriptions.
  var outline = Selection()
  /// The first line of the outline in sight.
  private(set) var outlineTop = 0
  /// Among the evidence of the selected description, while it has the keys.
  var list = Selection()
  var isInList = false
  /// The piece of evidence whose fields have the keys.
  var editor: RecordEditor<Evidence>?
  var tables: [View: CountCursor] = [:]
  /// A piece of evidence to go to as soon as it is there.
  private var sought: RecordID?
  private(set) var size = Size(columns: 80, rows: 19)

  let descriptions = Decision.adopted.indicators.flatMap(\.descriptions)

  var selected: Indicator.Description { descriptions[max(0, min(descriptions.count - 1, outline.index))] }
  /// Room for the evidence beside the outline.
  var isWide: Bool { size.columns >= 120 && size.rows >= 20 }
  /// Room for the tables below both.
  var isFull: Bool { size.columns >= 150 && size.rows >= 44 }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(AllRecords<Evidence>()) { pane, evidence in
        pane.evidence = evidence
        let opened = pane.editor?.base.id
        if let fresh = evidence.first(where: { $0.id == opened }) { pane.editor?.refresh(fresh) }
        pane.seek()
      },
      Ask(Tallies()) { $0.figures.tallies = $1 },
      Ask(StakeholderCount(EvaluationFigures.tookPart), .rest) { $0.figures.tookPart = $1 },
      Ask(StakeholderCount(EvaluationFigures.genderless), .rest) { $0.figures.genderless = $1 },
    ]
  }

  // MARK: Going somewhere

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .indicator(let id) = destination else { return false }
    guard let id else { return true }
    view = .outline
    isInList = false
    editor = nil
    sought = id
    seek()
    return true
  }

  private mutating func seek() {
    guard let id = sought else { return }
    if let index = descriptions.firstIndex(where: { $0.id == id || $0.id.hasPrefix(id + ".") }) {
      select(index)
    } else if let found = evidence.first(where: { $0.id == id }),
      let index = descriptions.firstIndex(where: { $0.id == found.indicator })
    {
      select(index)
      isInList = true
      list.index = items(of: found.indicator).firstIndex { $0.evidence?.id == id } ?? 0
    } else {
      return
    }
    sought = nil
  }

  mutating func select(_ index: Int) {
    outline.index = max(0, min(descriptions.count - 1, index))
    list = Selection()
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    let fields = evidenceSize
    editor?.fit(to: fields, look: look)
    let count = items(of: selected.id).count
    if count == 0 { isInList = false }
    list.fit(count: count, height: max(1, listRows / 2))
    let lines = outlineLines
    var window = Selection()
    window.top = outlineTop
    window.index = lines.firstIndex { $0.description?.id == selected.id } ?? 0
    window.fit(count: lines.count, height: max(1, outlineRows - 1))
    // The group's name stays in sight above its first description.
    if window.index == window.top, window.top > 0, lines[window.index - 1].description == nil {
      window.top -= 1
    }
    outlineTop = window.top
    for view in [View.participation, .diversity] {
      var cursor = tables[view] ?? CountCursor()
      cursor.fit(table(view, look), rows: tableRows(view))
      tables[view] = cursor
    }
  }
}

/// What shows a description: a record, or what is counted from all of them.
enum EvidenceItem: Sendable, Equatable {
  case counted(EvaluationPane.View)
  case record(Evidence)

  var evidence: Evidence? {
    if case .record(let evidence) = self { return evidence }
    return nil
  }
}

extension EvaluationPane {
  /// The table that belongs to a description, if it has anything to count.
  func counted(_ id: RecordID) -> View? {
    guard figures.shownDescriptions.contains(id) else { return nil }
    return id == "3.1" ? .participation : .diversity
  }

  /// What shows a description: the counted table first, then the newest.
  func items(of id: RecordID) -> [EvidenceItem] {
    let records = evidence.filter { $0.indicator == id }
    let newest = records.sorted { ($1.day?.number ?? 0, $0.id) < ($0.day?.number ?? 0, $1.id) }
    return (counted(id).map { [.counted($0)] } ?? []) + newest.map { .record($0) }
  }

  /// The evidence that there was on the as-of day.
  func count(of id: RecordID, _ look: Look) -> Int {
    evidence.filter { $0.indicator == id && ($0.day ?? look.asOf) <= look.asOf }.count
  }

  func isShown(_ id: RecordID, _ look: Look) -> Bool { count(of: id, look) > 0 || counted(id) != nil }
}
