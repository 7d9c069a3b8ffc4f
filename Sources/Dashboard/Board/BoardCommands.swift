import Model
import Office
import Phrases
import Store
import Terminal

extension LaunchPane {
  private static func noCard(_ pane: Self, _ look: Look) -> Phrase? {
    pane.card == nil ? Phrase(.boardNoCard, .text("n")) : nil
  }

  /// Days are moved through by the week, hours by the day.
  static let boardCommands: [Command<LaunchPane>] = cardCommands + cardMoves + boardViews

  private static let cardCommands: [Command<LaunchPane>] = [
    Command(
      "board.state", .commandState, ["Space"], rank: 1, when: \.isBoard, needs: .campaign, unless: noCard
    ) {
      pane, look in
      pane.card.map { pane.set($0.state.next, of: $0, look) } ?? []
    },
    Command(
      "board.open", .commandEdit, ["Enter", "e"], rank: 2, when: { $0.isBoard && $0.card != nil },
      needs: .campaign
    ) { pane, _ in pane.card.map { [.present(RecordForm($0))] } ?? [] },
    // Where there is no card to open, the same key makes one.
    Command(
      "board.begin", .commandNewCard, ["Enter"], when: { $0.isBoard && $0.card == nil }, needs: .campaign,
      unless: lacking(\.view)
    ) { pane, _ in pane.newCard().map { [.present(RecordForm($0, isNew: true))] } ?? [] },
    Command(
      "board.new", .commandNewCard, ["n"], rank: 3, when: \.isBoard, needs: .campaign, unless: lacking(\.view)
    ) { pane, _ in
      pane.newCard().map { [.present(RecordForm($0, isNew: true))] } ?? []
    },
    Command("board.block", .commandBlock, ["x"], when: \.isBoard, needs: .campaign, unless: noCard) {
      pane, look in
      guard let card = pane.card else { return [] }
      // What it was before is what it goes on with.
      return card.state == .blocked ? [.apply(ResumeCard(card))] : pane.set(.blocked, of: card, look)
    },
    Command("board.remove", .commandRemove, ["D", "Del"], when: \.isBoard, needs: .campaign, unless: noCard) {
      pane, _ in
      pane.card.map {
        [.apply(RemoveRecord($0), then: [.announce(Phrase(.boardRemoved, .text($0.name)))])]
      } ?? []
    },
    .moving("board.next", .commandNextCard, ["]"], when: { $0.isBoard && $0.cards.count > 1 }) {
      $0.pick(by: 1)
    },
    .moving("board.previous", .commandPreviousCard, ["["], when: { $0.isBoard && $0.cards.count > 1 }) {
      $0.pick(by: -1)
    },
  ]

  private static func dragging(
    _ name: CommandName, _ title: PhraseKey, _ keys: [KeyChord], columns: Int = 0, rows: Int = 0,
    rank: Int = 0
  ) -> Command<LaunchPane> {
    Command(name, title, keys, rank: rank, when: \.isBoard, needs: .campaign, unless: noCard) { pane, look in
      pane.card.map { pane.move($0, columns: columns, rows: rows, look) } ?? []
    }
  }

  private static let cardMoves: [Command<LaunchPane>] = [
    dragging("board.later", .commandCardLater, ["Shift-Right", ")"], columns: 1, rank: 8),
    dragging("board.earlier", .commandCardEarlier, ["Shift-Left", "("], columns: -1),
    dragging("board.lower", .commandCardDown, ["J", "Shift-Down"], rows: 1),
    dragging("board.higher", .commandCardUp, ["K", "Shift-Up"], rows: -1),
  ]

  private static let boardViews: [Command<LaunchPane>] = [
    .moving(
      "board.hours", .commandBoardHours, ["+", "="], rank: 9,
      when: { $0.isBoard && $0.view?.isHours == false }
    ) { $0.zoomIn() },
    .moving("board.days", .commandBoardDays, ["-"], rank: 9, when: { $0.isBoard && $0.view?.isHours == true })
    {
      $0.view?.zoomOut()
    },
    .moving("board.back", .commandBoardBack, ["<", ","], when: \.isBoard) { $0.view?.page(by: -1) },
    .moving("board.forward", .commandBoardForward, [">"], when: \.isBoard) { $0.view?.page(by: 1) },
    Command("board.now", .commandBoardNow, ["t"], when: \.isBoard) { pane, look in
      let now = pane.now(look)
      pane.view?.go(to: now.day)
      if pane.view?.isHours == true { pane.view?.go(to: .hour(now.time.minutes / 60)) }
      return []
    },
    .moving("board.panel", .commandBoardPanel, ["p"], when: \.isBoard) { $0.view?.showsPanel.toggle() },
    Command(
      "board.others", .commandOtherCards, ["o"], when: \.isBoard,
      unless: { pane, _ in pane.hasOthers ? nil : Phrase(.boardNoOthers) }
    ) { pane, _ in [.present(CardsSheet(pane.elsewhere))] },
    Command(
      "board.enquiries", .commandBoardEnquiries, ["E"], when: \.isBoard,
      unless: { pane, _ in pane.facts?.enquiries.isEmpty ?? true ? Phrase(.boardNoEnquiries) : nil }
    ) { pane, _ in [.go(.list(.enquiry, pane.facts?.enquiries.first?.id))] },
  ]
}
