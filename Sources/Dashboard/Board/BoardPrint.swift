import Model
import Office
import Phrases
import Store
import Terminal

/// The board of a launch as plain text, for mail and chat.
public struct BoardPrint {
  private let sources: BoardSources
  private let facts: BoardFacts
  private let look: Look
  private let columns: Int
  private let isRehearsal: Bool

  /// Nil where the store has no such launch.
  /// - Parameter columns: no line is wider.
  public init?(
    _ library: Library, launch: RecordID, look: Look, columns: Int, isRehearsal: Bool = false
  ) throws {
    func read(on day: Day) throws -> BoardSources? { try library.read(LaunchBoardQuery(launch, on: day)) }
    guard let first = try read(on: look.asOf) else { return nil }
    let today = Moment(seconds: look.present, zone: first.launch.clockZone).day
    guard let sources = try read(on: today) else { return nil }
    self.sources = sources
    facts = BoardFacts(sources, at: look.present)
    (self.look, self.columns, self.isRehearsal) = (look, columns, isRehearsal)
  }

  /// Without blanks at their ends; harmless for a terminal.
  public var lines: [String] {
    let all = head + [[]] + days + [[]] + lists
    var canvas = Canvas(size: Size(columns: columns, rows: all.count))
    for (row, line) in all.enumerated() { canvas.spans(line, row: row, column: 0, width: columns) }
    return canvas.lines
  }

  private var words: BoardWords { BoardWords(launch: sources.launch, facts: facts, look: look) }

  private var head: [[Span]] {
    let stage = isRehearsal ? "\(look.say(.rehearsal)) · " : ""
    let release = sources.launch.day.map { look.say(.overviewRelease, .text(look.day($0))) }
    let panel = BoardPanel(words)
    var lines = [
      [Span("\(stage)\(look.title(of: sources.launch)) · \(look.say(.boardTitle))")],
      [Span("\(look.dayAndTime(facts.now)) \(facts.now.zone.name)")],
      [Span(release ?? look.say(.overviewNoRelease))],
      words.embargo.state,
    ]
    lines += words.embargo.when.map { [Span("  " + $0)] }
    if let attention = words.attention { lines.append([Span(attention)]) }
    return lines + [panel.dutyLine(labelled: true)]
  }

  /// The days in sight of the board, each with its cards in the order of their times.
  private var days: [[Span]] {
    let view = BoardView(sources.launch, today: facts.now.day)
    var lines: [[Span]] = []
    for number in view.window.lowerBound.number...view.window.upperBound.number {
      let day = Day(number: number)
      let cards = BoardLayout.activities.flatMap { sources.board.cards($0.id, day) }.sorted(by: Card.precedes)
      let mark = day == facts.now.day ? "  ▼ \(look.say(.overviewToday))" : ""
      if !cards.isEmpty || day == facts.now.day {
        lines.append([Span(look.weekdayAndDay(day).uppercased() + mark)])
      }
      lines += cards.map { card in
        let label = Decision.adopted.launchActivity(card.activity)?.label.text(in: look.language) ?? ""
        return [Span("  ")] + CardLine(card, look: look).spans + [Span("  [\(label)]")]
      }
    }
    let outside = sources.board.count(outside: view.window)
    if outside > 0 { lines.append([Span(look.say(.launchOutside, .number(outside)))]) }
    if sources.board.undatedCount > 0 {
      lines.append([Span(look.say(.boardUndated, .number(sources.board.undatedCount)))])
    }
    return lines.isEmpty ? [[Span(look.say(.boardEmpty))]] : lines
  }

  private var lists: [[Span]] {
    let panel = BoardPanel(words)
    let area = Rect(row: 0, column: 0, rows: 13, columns: columns)
    return panel.nextLines(area) + [[]]
      + panel.enquiryLines(area.inset(bottom: -facts.enquiries.count)) + [[], panel.heardLine(columns)]
      + (facts.heard.items > 0 ? [panel.messagesLine(columns)] : [])
  }
}
