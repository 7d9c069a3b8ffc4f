import Model
import Office
import Phrases
import Terminal

/// A board as it is drawn: in the launch pane, on a wall, on paper.
struct BoardScreen {
  let sources: BoardSources
  let facts: BoardFacts
  let view: BoardView
  let look: Look
  var isWall = false

  func draw(on canvas: inout Canvas, in area: Rect) {
    guard !canvas.isSpoken else { return sayCell(on: &canvas, in: area) }
    let layout = BoardLayout(sources.board, view, size: area.size, isWall: isWall, look: look)
    let panel = BoardPanel(BoardWords(launch: sources.launch, facts: facts, look: look))
    var grid = area
    switch layout.panel {
    case .none: break
    case .side(let columns):
      let (left, right) = area.split(left: area.columns - columns)
      grid = left
      panel.drawSide(on: &canvas, in: right)
    case .below(let rows):
      let (top, below) = area.split(top: area.rows - rows)
      grid = top
      panel.drawBelow(on: &canvas, in: below)
    }
    let gridRows = grid.rows - layout.detailRows
    let (top, detail) = grid.split(top: gridRows)
    BoardGrid(
      board: sources.board, view: view, layout: layout, now: facts.now, look: look, isWall: isWall
    ).draw(on: &canvas, in: top)
    drawDetail(layout, on: &canvas, in: detail)
    if case .below(let rows) = layout.panel, rows >= 8 {
      drawHidden(layout, below: top.rows - 1, on: &canvas, in: area.inset(top: area.rows - rows))
    }
  }

  /// The cell under the cursor for somebody who listens: of what, when, and the card that is picked of those in it.
  private func sayCell(on canvas: inout Canvas, in area: Rect) {
    let activities = BoardLayout.activities
    let row = max(0, min(activities.count - 1, view.rows.index))
    let cards = sources.board.cards(activities[row].id, view.current, on: view.day)
    let picked = max(0, min(cards.count - 1, view.picked))
    let card = cards.isEmpty ? look.say(.boardEmptyCell, .text("n")) : nil
    let spans = cards.isEmpty ? [] : CardLine(cards[picked], look: look).spans
    let hour =
      if case .hour(let hour) = view.current { hour.map { "\($0):00" } ?? look.say(.boardAllDay) } else { "" }
    let place = look.say(
      .spokenCell, .number(row + 1), .number(activities.count), .number(view.column + 1),
      .number(view.columns.count))
    canvas.say(
      SpokenParts([
        ("", activities[row].label.text(in: look.language)), ("", look.weekdayAndDay(view.day)), ("", hour),
        ("", card ?? canvas.manner?.words(spans) ?? ""),
        ("", cards.count > 1 ? canvas.manner?.place(picked + 1, of: cards.count) ?? "" : ""), ("", place),
      ]), in: area)
  }

  /// How many activities are above and below those in sight, with cards in them: nothing is out of sight unsaid.
  private func drawHidden(
    _ layout: BoardLayout, below count: Int, on canvas: inout Canvas, in area: Rect
  ) {
    var left = count
    let shown = layout.rows.dropFirst(isWall ? 0 : view.rows.top).prefix { _, height in
      left -= height
      return left >= 0
    }
    let inSight = Set(shown.map(\.activity))
    let hidden = BoardLayout.activities.indices.filter { !inSight.contains($0) }
    let cards = hidden.reduce(0) { sum, index in
      sum
        + view.columns.reduce(0) {
          $0 + sources.board.cards(BoardLayout.activities[index].id, $1, on: view.day).count
        }
    }
    guard !hidden.isEmpty, !isWall || cards > 0 else { return }
    let said = look.say(.boardHidden, .number(hidden.count), .number(cards))
    canvas.lines([[Span(said, cards > 0 ? .announcement : .quiet)]], in: area)
  }

  /// The cards of the cell under the cursor in full, where there is room below the grid.
  private func drawDetail(_ layout: BoardLayout, on canvas: inout Canvas, in area: Rect) {
    guard area.rows >= 3, layout.rows.indices.contains(view.rows.index) else { return }
    let activity = BoardLayout.activities[layout.rows[view.rows.index].activity]
    let cards = sources.board.cards(activity.id, view.current, on: view.day)
    let heading = "\(activity.label.text(in: look.language)) · \(look.weekdayAndDay(view.day))"
    canvas.lines([[Span(heading, .heading)]], in: area.inset(top: 1))
    let lines = area.inset(top: 2)
    if cards.isEmpty { canvas.lines([[Span(look.say(.boardEmptyCell, .text("n")), .quiet)]], in: lines) }
    let first = max(0, min(view.picked, cards.count - 1) - lines.rows + 1)
    let table = ListTable<(place: Int, card: Card)>(
      columns: [.init("", 0, spans: { CardLine($0.card, look: look).spans })],
      sign: { $0.place == view.picked && cards.count > 1 ? Span("›", .marker) : nil })
    let rows = cards.enumerated().map { (place: $0, card: $1) }
    table.draw(rows.dropFirst(first), cursor: nil, on: &canvas, in: lines, hasCursor: false)
  }
}

/// A card in one line: how far, when, what, who, where, and the note.
struct CardLine {
  let card: Card
  let look: Look

  init(_ card: Card, look: Look) { (self.card, self.look) = (card, look) }

  var time: String {
    guard let from = card.from else { return look.say(.boardAllDay) }
    return card.to.map { "\(from)–\($0)" } ?? from.description
  }

  var spans: [Span] {
    let words = CardState.allCases.map { CellText.width($0.word(look)) }.max() ?? 0
    let word = card.state.word(look)
    let about = look.words([card.owner, card.place])
    return [
      card.state.mark.said(CellText.padded(word, to: words + 2)),
      Span(CellText.padded(time, to: 12) + " "), Span(card.name),
      Span(about.isEmpty ? "" : "  " + about, .quiet),
      Span(card.note.isEmpty ? "" : "  " + card.note, .quiet),
    ]
  }
}
