import Model
import Office
import Phrases
import Store
import Terminal

/// The board of a launch in its pane.
extension LaunchPane {
  /// By the clocks of the launch.
  func now(_ look: Look) -> Moment {
    Moment(seconds: look.present, zone: (launch ?? Launch(id: id)).clockZone)
  }
  func today(_ look: Look) -> Day { now(look).day }

  mutating func take(sources: BoardSources?) {
    self.sources = sources
    facts = nil
    seekCard()
  }

  /// A card that is sought may stand on another launch's board.
  mutating func take(sought card: Card?) {
    guard let card else {
      soughtCard = nil
      return
    }
    if card.launch != id, launches.contains(where: { $0.id == card.launch }) { choose(card.launch) }
    seekCard()
  }

  private mutating func seekCard() {
    guard let id = soughtCard, view != nil, let card = sources?.board.card(id) else { return }
    soughtCard = nil
    go(to: card)
  }

  /// Puts the cursor on a card, wherever it stands now.
  mutating func go(to card: Card) {
    if let row = activities.firstIndex(where: { $0.id == card.activity }) { view?.rows.index = row }
    guard let day = card.day else { return }
    view?.go(to: day)
    if view?.isHours == true { view?.go(to: .hour(card.from.map { $0.minutes / 60 })) }
    let place = cards.firstIndex { $0.id == card.id }
    view?.picked = place ?? 0
  }

  /// Another card of the cell.
  mutating func pick(by step: Int) {
    let place = (view?.picked ?? 0) + step
    let last = cards.count - 1
    view?.picked = max(0, min(last, place))
  }

  /// The hours of the day: that of the card under the cursor, of the clock, or the morning.
  mutating func zoomIn() {
    guard let view else { return }
    let now = facts.flatMap { $0.now.day == view.day ? $0.now.time : nil }
    let hour = card.map { $0.from.map { $0.minutes / 60 } } ?? (now?.minutes ?? 540) / 60
    self.view?.zoomIn(at: hour)
  }

  /// The activity under the cursor.
  var activity: LaunchActivity { activities[max(0, min(activities.count - 1, view?.rows.index ?? 0))] }

  /// The cards of the cell under the cursor.
  var cards: [Card] {
    guard let view, let board = sources?.board else { return [] }
    return board.cards(activity.id, view.current, on: view.day)
  }

  var card: Card? {
    let cards = cards
    return cards.isEmpty ? nil : cards[max(0, min(cards.count - 1, view?.picked ?? 0))]
  }

  /// Shows a card as it was just written.
  mutating func put(_ card: Card) {
    sources?.board.put(card)
    facts = nil
    go(to: card)
  }

  mutating func fitBoard(_ look: Look) {
    guard let launch else { return }
    var view = self.view ?? BoardView(launch, today: today(look))
    let board = sources?.board ?? Board()
    let layout = BoardLayout(board, view, size: size, look: look)
    view.fit(columns: layout.columnCount)
    let isBelow = layout.rows.reduce(0) { $0 + $1.height } > max(1, gridRows(layout))
    view.rows.fit(count: activities.count, height: isBelow ? max(1, gridRows(layout)) : activities.count)
    self.view = view
    seekCard()
    view = self.view ?? view
    view.picked = max(0, min(cards.count - 1, view.picked))
    self.view = view
    guard let sources else { return }
    if facts?.now.seconds != look.present - look.present % 60 {
      facts = BoardFacts(sources, at: look.present)
    }
  }

  private func gridRows(_ layout: BoardLayout) -> Int {
    if case .below(let rows) = layout.panel { return size.rows - rows - 1 }
    return size.rows - 1
  }

  func drawBoard(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let sources, let facts, let view else {
      return canvas.page([[Span(look.say(.working), .quiet)]], in: area.inset(top: 1), margin: 2)
    }
    BoardScreen(sources: sources, facts: facts, view: view, look: look).draw(on: &canvas, in: area)
  }

  /// The card under the cursor in full; the legend where there is none, and what is out of sight.
  func boardStatus(_ look: Look) -> [Span] {
    guard let view, let sources else { return [] }
    if look.isSpoken, card != nil { return [] }
    if let card {
      let count = cards.count > 1 ? "\(view.picked + 1)/\(cards.count)  " : ""
      return [Span(count, .quiet)] + CardLine(card, look: look).spans
    }
    if sources.board.count == 0 {
      return [Span(look.say(.boardFirstCard, .text("n")), .announcement)]
    }
    var spans: [Span] = []
    let outside = sources.board.count(outside: view.window)
    if outside > 0 { spans.append(Span(look.say(.launchOutside, .number(outside)) + "  ", .announcement)) }
    if sources.board.undatedCount > 0 {
      spans.append(Span(look.say(.boardUndated, .number(sources.board.undatedCount)), .announcement))
    }
    // Help has the legend too: what is out of sight is said first where there is no room for both.
    let both = (look.isSpoken ? [] : CardState.legend(look)) + spans
    let width = both.reduce(0) { $0 + CellText.width($1.text) }
    return spans.isEmpty || width <= size.columns - 2 ? both : spans
  }

  // MARK: Changing cards

  /// Writes a card, and says what became of it.
  mutating func write(_ edited: Card, over card: Card, _ news: Phrase) -> [Effect] {
    [.apply(EditRecord(base: card, edited: edited), then: [.announce(news)])]
  }

  mutating func set(_ state: CardState, of card: Card, _ look: Look) -> [Effect] {
    var edited = card
    edited.state = state
    return write(edited, over: card, Phrase(.labelled, .text(card.name), .text(state.word(look))))
  }

  /// Moves a card by columns and activities. Its length of time stays.
  mutating func move(_ card: Card, columns: Int = 0, rows: Int = 0, _ look: Look) -> [Effect] {
    guard let edited = moved(card, columns: columns, rows: rows) else { return [] }
    let row = Decision.adopted.launchActivity(edited.activity)?.label.text(in: look.language) ?? ""
    var place = edited.day.map(look.weekdayAndDay) ?? ""
    if let from = edited.from { place += " \(from)" }
    return write(edited, over: card, Phrase(.boardMoved, .text(card.name), .text(rows == 0 ? place : row)))
  }

  private func moved(_ card: Card, columns: Int, rows: Int) -> Card? {
    guard let view, let day = card.day else { return nil }
    var edited = card
    let row = (activities.firstIndex { $0.id == card.activity } ?? 0) + rows
    guard activities.indices.contains(row) else { return nil }
    edited.activity = activities[row].id
    guard view.isHours, columns != 0 else {
      edited.day = day + columns
      return edited
    }
    // From the column without time into the working day; past midnight into the next one.
    guard let from = card.from else {
      edited.from = TimeOfDay(minutes: columns > 0 ? 540 : 1_080)
      return edited
    }
    let start = from.minutes + columns * 60
    let length = (card.to?.minutes ?? from.minutes) - from.minutes
    edited.day = day + (start < 0 ? -1 : start / 1_440)
    let first = (start + 1_440) % 1_440
    edited.from = TimeOfDay(minutes: first)
    edited.to = card.to == nil ? nil : TimeOfDay(minutes: min(1_439, first + length))
    return edited
  }

  /// An empty card for the cell under the cursor.
  func newCard() -> Card? {
    guard let view else { return nil }
    var card = Card(id: NewID.make())
    (card.launch, card.activity, card.day) = (id, activity.id, view.day)
    if case .hour(let hour?) = view.current { card.from = TimeOfDay(minutes: hour * 60) }
    return card
  }

  /// Asked for with every picture, so it counts rather than collects.
  var hasOthers: Bool {
    guard let view, let board = sources?.board else { return false }
    return board.undatedCount + board.count(outside: view.window) > 0
  }

  /// The cards that the columns do not show: on other days, and without one.
  var elsewhere: [Card] {
    guard let view, let board = sources?.board else { return [] }
    return board.all.filter { $0.day.map { !view.window.contains($0) } ?? true }.sorted {
      ($0.day?.number ?? .min, $0.from?.minutes ?? -1, $0.name) < (
        $1.day?.number ?? .min, $1.from?.minutes ?? -1, $1.name
      )
    }
  }
}
