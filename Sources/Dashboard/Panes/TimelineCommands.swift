import Model
import Phrases
import Store
import Terminal

extension TimelinePane {
  static let commands: [Command<TimelinePane>] =
    listCommands + workCommands + recordCommands
    + [historyCommand { $0.current }]

  private static func noRecord(_ pane: Self, _ look: Look) -> Phrase? {
    if look.isReadOnly { return Phrase(.storeIsReadOnly) }
    return pane.current == nil ? Phrase(.nothingSelected) : nil
  }

  private var isListing: Bool { editor == nil }
  private var isNarrowed: Bool { isListing && filter != .all }
  private var isAtRest: Bool { !isTyping }

  /// While the list has the keys.
  private static let listCommands: [Command<TimelinePane>] = [
    Command("activity.open", .commandOpen, ["Enter"], rank: 1, when: \.isListing) { pane, _ in
      guard let selected = pane.selected else { return [.announce(Phrase(.nothingSelected))] }
      pane.editor = RecordEditor(selected, mode: .view)
      return []
    },
    .moving("activity.filter", .commandFilter, ["f"], rank: 4, when: \.isListing) {
      $0.filter = $0.filter.next
    },
    .moving("activity.earlier", .commandEarlierYear, ["<"], when: \.isListing) { $0.yearShift -= 1 },
    .moving("activity.later", .commandLaterYear, [">"], when: \.isListing) { $0.yearShift += 1 },
    .moving("activity.baseline", .commandBaseline, ["b"], rank: 5, when: \.isListing) {
      $0.showsBaseline.toggle()
    },
    .moving("activity.down", .commandDown, ["Down", "j", "WheelDown"], when: \.isListing) {
      $0.move(to: $0.index + 1)
    },
    .moving("activity.up", .commandUp, ["Up", "k", "WheelUp"], when: \.isListing) {
      $0.move(to: $0.index - 1)
    },
    .moving("activity.pageDown", .commandPageDown, ["PgDn", "Ctrl-F"], when: \.isListing) {
      $0.movePage(by: 1)
    },
    .moving("activity.pageUp", .commandPageUp, ["PgUp", "Ctrl-B"], when: \.isListing) { $0.movePage(by: -1) },
    .moving("activity.top", .commandTop, ["g", "Home"], when: \.isListing) { $0.move(to: 0) },
    .moving("activity.bottom", .commandBottom, ["G", "End"], when: \.isListing) {
      $0.move(to: $0.listed.count - 1)
    },
    Command("activity.ledger", .commandLedger, ["x"], when: \.isListing) { pane, _ in
      let contradiction = pane.current.flatMap { Decision.adopted.contradiction(of: $0.id) }
      return [.present(LedgerPane(at: contradiction?.id))]
    },
    Command("activity.budget", .commandBudget, ["$"], when: \.isListing) { pane, _ in
      [.present(BudgetPane(at: pane.current?.id))]
    },
    .moving("activity.clear", .commandClear, ["Esc"], rank: 8, when: \.isNarrowed) {
      $0.filter = .all
    },
  ]

  /// In the list and in an open record.
  private static let workCommands: [Command<TimelinePane>] = [
    Command(
      "activity.advance", .commandNextState, ["Space"], rank: 2, when: \.isAtRest, unless: noRecord
    ) { pane, look in pane.advance(look) },
    Command("activity.edit", .commandEdit, ["e"], rank: 3, when: \.isAtRest, unless: noRecord) {
      pane, _ in
      pane.current.map { [.present(RecordForm($0))] } ?? []
    },
  ]

  private mutating func advance(_ look: Look) -> [Effect] {
    guard let current else { return [] }
    // What was recorded of finished work is not wiped by one key too many.
    guard current.status != .done, current.status != .cancelled else {
      return [.announce(Phrase(.timelineFinished, .text(look.title(of: current))))]
    }
    let next = current.advanced(on: look.asOf)
    let news = Phrase(
      .otherChanged, .text(look.title(of: next)), .text(look.word("status", next.status.rawValue)))
    return [.apply(EditRecord(base: current, edited: next), then: [.announce(news)])]
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
