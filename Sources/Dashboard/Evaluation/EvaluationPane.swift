import Model
import Office
import Phrases
import Store
import Terminal

/// How well engagement succeeds: the six indicators with the evidence for each of their eleven descriptions,
/// and the two tables counted from the records. No composite score: the decision has none.
struct EvaluationPane: RecordPane {
  static let name = "evaluation"
  static let title = PhraseKey.paneEvaluation

  enum View: Sendable, CaseIterable {
    case outline, participation, diversity, years, representation, trends
  }

  private(set) var evidence: [Evidence] = []
  /// Of focus groups, by what they bear on.
  private(set) var findings = CodedFindings([])
  private(set) var figures = EvaluationFigures()
  /// What is counted, the measures, and against what representation is set.
  private(set) var book = IndicatorBook(at: Day(number: 0))
  /// Acts of participation of all stakeholders; nil until somebody has counted them.
  private(set) var participation: ParticipationCounts?
  /// The records behind the evidence of the selected description, and the references for which they were asked.
  private(set) var referred: [RecordReference: any Record] = [:]
  private(set) var askedFor: Set<RecordReference> = []
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
  var grids: [View: GridCursor] = [:]
  /// Among what is followed over the years.
  var trendAt = Selection()
  /// Names that stand in place of a grid.
  var names: (title: String, names: [String])?
  /// A piece of evidence to go to as soon as it is there.
  private var sought: RecordID?
  private(set) var size = Size(columns: 80, rows: 19)

  let descriptions = Decision.adopted.indicators.flatMap(\.descriptions)

  var selected: Indicator.Description { descriptions[max(0, min(descriptions.count - 1, outline.index))] }
  /// Room for the evidence beside the outline.
  var isWide: Bool { size.isWide && size.rows >= 20 }
  /// Room for the tables below both.
  var isFull: Bool { size.isVast && size.rows >= 44 }

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
      Ask(IndicatorBookAt(look.asOf, by: look.regions, members: look.members), .beside) { pane, book in
        pane.book = book
        pane.seek()
      },
      Ask(AllRecords<FocusGroup>(), .beside) { $0.findings = CodedFindings($1) },
      Ask(ReferredRecords(references), .beside) { pane, found in
        (pane.referred, pane.askedFor) = (found, pane.references)
      },
    ] + (isFollowing ? [Ask(ParticipationBetween(through: look.asOf), .rest) { $0.participation = $1 }] : [])
  }

  /// Acts are counted stakeholder by stakeholder only where somebody looks at them.
  private var isFollowing: Bool { view == .years || view == .trends }

  private var references: Set<RecordReference> {
    Set(evidence.filter { $0.indicator == selected.id }.compactMap { RecordReference($0.reference) })
  }

  /// Where Enter on a piece of evidence leads; nil where it names no record.
  func destination(of evidence: Evidence) -> Destination? {
    RecordReference(evidence.reference).map { Destination($0.kind, referred[$0]?.id ?? $0.id) }
  }

  /// The record of a piece of evidence is not there any more.
  func isGone(_ evidence: Evidence) -> Bool {
    RecordReference(evidence.reference).map { askedFor.contains($0) && referred[$0] == nil } ?? false
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
    } else if let found = measure(id),
      let index = descriptions.firstIndex(where: { $0.id == found.indicator })
    {
      select(index)
      isInList = true
      list.index = items(of: found.indicator).firstIndex { $0.measure?.id == id } ?? 0
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
    trendAt.fit(count: trends.count, height: trendRows)
    for view in [View.years, .representation] {
      var cursor = grids[view] ?? GridCursor()
      cursor.fit(grid(view, look), rows: tableRows(view))
      grids[view] = cursor
    }
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
  /// Calls, surveys or concerns of the base.
  case numbers([IndicatorFigures.Counted])
  case measure(Measure)
  case record(Evidence)

  var evidence: Evidence? {
    if case .record(let evidence) = self { return evidence }
    return nil
  }

  var measure: Measure? {
    if case .measure(let measure) = self { return measure }
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
    let numbers = counts(id)
    return (counted(id).map { [.counted($0)] } ?? []) + (numbers.isEmpty ? [] : [.numbers(numbers)])
      + book.measures(of: id).map { .measure($0) } + newest.map { .record($0) }
  }

  /// Calls, surveys and concerns that are counted for a description, where there are any.
  func counts(_ id: RecordID) -> [IndicatorFigures.Counted] {
    guard id.hasPrefix("6.") else { return [] }
    let numbers = book.counted(id)
    return numbers.contains { $0.count > 0 } ? numbers : []
  }

  func isCounted(_ id: RecordID) -> Bool { counted(id) != nil || !counts(id).isEmpty }

  /// How many pieces of evidence reach each rung on the as-of day.
  func ladder(of id: RecordID, _ look: Look) -> [Rung?: Int] {
    let own = evidence.filter { $0.indicator == id && ($0.day ?? look.asOf) <= look.asOf }
    return Dictionary(grouping: own, by: \.rung).mapValues(\.count)
  }

  /// The evidence that there was on the as-of day.
  func count(of id: RecordID, _ look: Look) -> Int {
    evidence.filter { $0.indicator == id && ($0.day ?? look.asOf) <= look.asOf }.count
  }

  func isShown(_ id: RecordID, _ look: Look) -> Bool { count(of: id, look) > 0 || isCounted(id) }
}

extension EvaluationPane {
  /// The piece of evidence or the measure under the cursor, else the description that is looked at.
  func cited(_ look: Look) -> Cited? {
    let items = items(of: selected.id)
    guard view == .outline, isInList, items.indices.contains(list.index) else {
      return .indicator(indicatorInSight)
    }
    switch items[list.index] {
    case .record(let evidence): return .record(RecordReference(.evidence, evidence.id))
    case .measure(let measure): return .record(RecordReference(.measure, measure.id))
    case .counted, .numbers: return .indicator(selected.id)
    }
  }
}
