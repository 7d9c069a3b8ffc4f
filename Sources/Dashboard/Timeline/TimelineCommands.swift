import Model
import Office
import Phrases
import Store
import Terminal

extension TimelinePane {
  static let commands: [Command<TimelinePane>] =
    listCommands + moves(when: \.isListing) { $0.go($1) } + searchCommands + timeCommands + workCommands
    + planningCommands + draggingCommands
    + recordCommands + openRecordCommands + [historyCommand { $0.current }]

  /// What is asked of an activity, on a line that may be none.
  static func noRecord(_ pane: Self, _ look: Look) -> Phrase? {
    if pane.current != nil { return nil }
    if case .launch = pane.selected?.source { return Phrase(.timelineKeptByLaunch) }
    return Phrase(.nothingSelected)
  }

  var isListing: Bool { editor == nil && drag == nil }
  /// Nobody types: letters are commands.
  var isBrowsing: Bool { isListing && search == nil }
  var isAtRest: Bool { !isTyping && drag == nil }
  private var isClearable: Bool { isListing && (isNarrowed || search != nil) }

  /// While the list has the keys.
  private static let listCommands: [Command<TimelinePane>] = [
    Command("activity.open", .commandOpen, ["Enter"], rank: 1, when: \.isBrowsing) { pane, _ in pane.open() },
    Command("activity.filter", .commandFilter, ["f"], rank: 4, when: \.isBrowsing) { pane, look in
      [.present(TimelineFilterPane(pane.filter, of: pane.tree, look))]
    },
    .moving("activity.pressing", .commandPressing, ["p"], when: \.isBrowsing) { pane in
      let isOn = pane.filter.states == TimelineFilter.pressing
      pane.filter.states = isOn ? [] : TimelineFilter.pressing
    },
    .moving("activity.baseline", .commandBaseline, ["b"], rank: 9, when: \.isBrowsing) {
      $0.showsBaseline.toggle()
    },
    .moving("activity.fold", .commandFold, ["z"], when: \.isBrowsing) { $0.fold() },
    .moving("activity.foldAll", .commandFoldAll, ["Z"], when: \.isBrowsing) { $0.foldAll() },
    Command("activity.ledger", .commandLedger, ["c"], when: \.isListing) { pane, _ in
      let contradiction = pane.current.flatMap { Decision.adopted.contradiction(of: $0.id) }
      return [.present(LedgerPane(at: contradiction?.id))]
    },
    Command("activity.budget", .commandBudget, ["$"], when: \.isListing) { pane, _ in
      [.present(BudgetPane(at: pane.current?.id))]
    },
    .moving("activity.clear", .commandClear, ["Esc"], rank: 8, when: \.isClearable) { pane in
      (pane.filter, pane.text, pane.search) = (TimelineFilter(), "", nil)
    },
  ]

  private static let searchCommands: [Command<TimelinePane>] = [
    .moving("activity.search", .commandSearch, ["/"], rank: 6, when: \.isBrowsing) { pane in
      pane.search = TextField(pane.text)
    },
    .moving("activity.found", .commandAccept, ["Enter"], rank: 1, when: { $0.search != nil }) {
      $0.search = nil
    },
  ]

  private mutating func open() -> [Effect] {
    guard let selected else { return [.announce(Phrase(.nothingSelected))] }
    switch selected.source {
    case .activity: editor = RecordEditor(selected.activity, mode: .view)
    case .launch(let id, let activity): return [.go(.launch(id, activity: activity, slot: nil))]
    case .group: fold()
    }
    return []
  }

  /// In the list and in an open record.
  private static let workCommands: [Command<TimelinePane>] = [
    Command(
      "activity.advance", .commandNextState, ["Space"], rank: 2, when: \.isAtRest, needs: .edit,
      unless: noRecord
    ) { pane, look in pane.advance(look) },
    Command("activity.edit", .commandEdit, ["e"], rank: 3, when: \.isAtRest, needs: .edit, unless: noEdit) {
      pane, _ in
      if let plan = pane.selectedPlan { return [.present(RecordForm(plan))] }
      return pane.current.map { [.present(RecordForm($0))] } ?? []
    },
    Command(
      "activity.occurrences", .commandOccurrences, ["o"], when: \.isAtRest,
      unless: { pane, _ in
        pane.current?.isRecurring == true
          ? nil : Phrase(pane.current == nil ? .nothingSelected : .timelineOnce)
      }
    ) { pane, _ in
      pane.current.map { [.present(OccurrencesPane($0))] } ?? []
    },
  ]

  private static func noEdit(_ pane: Self, _ look: Look) -> Phrase? {
    pane.selectedPlan != nil ? nil : noRecord(pane, look)
  }

  /// In an open record.
  private static let openRecordCommands: [Command<TimelinePane>] = [
    .moving("activity.all", .commandShowAll, ["a"], rank: 7, when: \.isReading) {
      $0.editor?.showsAll.toggle()
    },
    Command(
      "activity.follow", .commandOpen, ["Enter"], rank: 1, when: { $0.isReading && $0.editor?.target != nil }
    ) { pane, _ in
      switch pane.editor?.target {
      case .place(let destination): [.go(destination)]
      case .stakeholder(let id): [.go(.stakeholder(id))]
      default: []
      }
    },
  ]

  private mutating func advance(_ look: Look) -> [Effect] {
    guard let current else { return [] }
    // What comes again is ticked one by one, never as a whole.
    guard !current.isRecurring || current.occurrenceRule == nil || !hasTimes(current) else {
      return [.present(OccurrencesPane(current))]
    }
    // What was recorded of finished work is not wiped by one key too many.
    guard current.status != .done, current.status != .cancelled else {
      return [.announce(Phrase(.timelineFinished, .text(look.title(of: current))))]
    }
    let next = current.advanced(on: look.asOf)
    let news = Phrase(
      .labelled, .text(look.title(of: next)), .text(look.word("status", next.status.rawValue)))
    return [.apply(EditRecord(base: current, edited: next), then: [.announce(news)])]
  }

  private func hasTimes(_ activity: Activity) -> Bool {
    !tree.book.occurrences(of: activity, from: .first, to: tree.asOf + 800).isEmpty
  }

  // MARK: Folding

  /// Folds the steps of a line, or those that it is one of; of a line without any, its whole plan.
  mutating func fold() {
    guard let item = selected,
      let key = tree.groups.indices.contains(item.group) ? tree.groups[item.group].key : nil
    else { return }
    guard item.source != .group else { return foldedGroups.formSymmetricDifference([key]) }
    if item.steps.count > 0 || folded.contains(item.id) {
      folded.formSymmetricDifference([item.id])
    } else if let parent = tree[item.activity.parent] {
      folded.insert(parent.id)
      select(parent.id)
    } else {
      foldedGroups.insert(key)
      select("group/\(key)")
    }
  }

  /// Folds every plan into one line, or opens them all.
  private mutating func foldAll() {
    guard foldedGroups.isEmpty else { return foldedGroups = [] }
    foldedGroups = Set(tree.groups.map(\.key))
    if let item = selected, tree.groups.indices.contains(item.group) {
      select("group/\(tree.groups[item.group].key)")
    }
  }
}

extension Activity {
  /// The next state, with what it means for the real dates.
  func advanced(on day: Day) -> Activity {
    var next = self
    switch status {
    case .planned:
      next.status = .underWay
      next.actualStart = actualStart ?? day
    case .underWay:
      next.status = .done
      next.actualEnd = actualEnd ?? day
      next.progress = 100
    case .done, .cancelled: break
    }
    return next
  }
}
