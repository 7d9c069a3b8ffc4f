import Model
import Office
import Phrases
import Store

// What each pane has under its cursor, to be attached as evidence.

extension StakeholdersPane {
  var subject: RecordReference? { current?.reference }
}

extension ReviewPane {
  var subject: RecordReference? { selected?.reference }
}

extension LogPane {
  var subject: RecordReference? { selected?.reference }
}

extension TimelinePane {
  var subject: RecordReference? { current?.reference }
}

extension OccurrencesPane {
  var subject: RecordReference? { activity.reference }
}

extension CalendarPane {
  var subject: RecordReference? { event?.reference }
}

extension LaunchPane {
  /// A task on the board; in the table what stands in a month, or else the launch.
  var subject: RecordReference? {
    if isBoard { return card?.reference ?? launch?.reference }
    return selected.flatMap { $0.version > 0 ? $0.reference : nil } ?? launch?.reference
  }
}

extension ProductsPane {
  /// The product in the language under the cursor, once it has a record; until then the product.
  var subject: RecordReference? {
    cell.flatMap { $0.version > 0 ? $0.reference : nil } ?? product?.reference
  }
}

extension BudgetPane {
  var subject: RecordReference? { line?.reference }
}

extension NoticesPane {
  var subject: RecordReference? {
    showsFocalPoints ? focalPoint?.reference : notice?.notice.reference
  }
}

extension LedgerPane {
  var subject: RecordReference? { selected.flatMap { rulings[$0.id]?.reference } }
}

extension ProposalsPane {
  var subject: RecordReference? { selected?.reference }
}

extension ReportsPane {
  var subject: RecordReference? { selected?.reference }
}

extension Sequence where Element == Evidence {
  /// What a record is evidence for, as lines of its page.
  func evidenceLinks(_ section: PhraseKey, _ look: Look) -> [RecordLink] {
    enumerated().map { index, evidence in
      RecordLink(
        section: section, label: index == 0 ? look.say(.evidenceLabel) : "",
        text: "\(evidence.indicator) \(evidence.title)", target: .place(.indicator(evidence.id)))
    }
  }
}

// What paragraphs of the decision are asked for where that is more than a record.

extension OverviewPane {
  func cited(_ look: Look) -> Cited? { Cited(selected(look)?.destination) }
}

extension CalendarPane {
  func cited(_ look: Look) -> Cited? {
    current.map { .record(RecordReference($0.kind, $0.id)) }
  }
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
