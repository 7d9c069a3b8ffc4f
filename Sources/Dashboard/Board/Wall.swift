import Model
import Office
import Phrases
import Store
import Terminal

/// The board of a launch on a screen at which nobody works: it follows what others do and the clock, and sends
/// nothing else.
///
/// It is used from one thread and keeps nothing: a link that is lost takes nothing along.
public final class Wall {
  private let library: Library
  private let launch: RecordID
  private let isRehearsal: Bool
  private let clock: () -> Int
  private var look: Look
  private var size: Size
  private var sources: BoardSources?
  private var facts: BoardFacts?
  private var view: BoardView?
  private var lastChange: JournalEntry?
  private var problem: Phrase?
  public private(set) var isOver = false
  /// Who orders text that runs from right to left.
  public var order = TextOrder.nobody

  /// - Parameters:
  ///   - look: its language and who looks; day and time are those of the clock.
  ///   - clock: seconds since 1970.
  public init(
    _ library: Library, launch: RecordID, look: Look, size: Size, isRehearsal: Bool = false,
    clock: @escaping () -> Int
  ) {
    (self.library, self.launch, self.look, self.size) = (library, launch, look, size)
    (self.isRehearsal, self.clock) = (isRehearsal, clock)
    // What anybody did before is in the first picture.
    _ = try? library.poll()
    turnClock()
    read()
  }

  // MARK: What happens

  /// Looks at the clock and for what others did. Returns whether there is anything to draw.
  public func tick() -> Bool {
    let minute = look.now / 60
    let day = today
    turnClock()
    let isNews = (try? library.poll()) == true
    if isNews || day != today {
      if day != today { view = nil }
      read()
      return true
    }
    guard look.now / 60 != minute else { return false }
    if let sources { facts = BoardFacts(sources, at: look.now) }
    return true
  }

  public func resize(to size: Size) { self.size = size }

  /// Looks at other days, or the hours of one; nothing can be changed.
  public func press(_ chord: KeyChord) {
    switch isMirrored ? chord.mirrored : chord {
    case "q", "Esc", "Ctrl-C": isOver = true
    case "+", "=": view?.zoomIn(at: facts?.now.time.minutes.quotientAndRemainder(dividingBy: 60).quotient)
    case "-": view?.zoomOut()
    case "<", "Left": view?.page(by: -1)
    case ">", "Right": view?.page(by: 1)
    case "t": view = nil
    default: return
    }
  }

  private var zone: Zone { sources?.launch.clockZone ?? .utc }
  private var today: Day { Moment(seconds: look.now, zone: zone).day }

  private func turnClock() {
    look.now = clock()
    look.asOf = Moment(seconds: look.now + look.zoneOffset, zone: .utc).day
  }

  private func read() {
    do {
      // Which day it is there is known with the launch.
      if sources == nil { sources = try library.read(LaunchBoardQuery(launch, on: today)) }
      sources = try library.read(LaunchBoardQuery(launch, on: today))
      lastChange = try library.read(RecentChanges(limit: 1)).first
      facts = sources.map { BoardFacts($0, at: look.now) }
      problem = sources == nil ? Phrase(.boardLaunchGone) : nil
    } catch { problem = Phrase(failure: error) }
  }

  // MARK: Drawing

  public func draw(isASCII: Bool = false) -> Canvas { paint(isASCII).seen }

  private var isMirrored: Bool { order == .program && look.phrases.isRightToLeft }

  private func paint(_ isASCII: Bool) -> Canvas {
    var canvas = Canvas(size: size, isASCII: isASCII, order: order, isMirrored: isMirrored)
    guard size.columns >= Shell.smallest.columns, size.rows >= Shell.smallest.rows else {
      let sentence = look.say(.tooSmall, .number(size.columns), .number(size.rows))
      for (row, line) in Wrapping.lines(sentence, columns: size.columns).enumerated() {
        canvas.text(line, row: row, column: 0)
      }
      return canvas
    }
    let body = Rect(size).inset(top: 2, bottom: 2)
    if let sources, let facts {
      var view = view ?? BoardView(sources.launch, today: facts.now.day)
      view.fit(
        columns: BoardLayout(sources.board, view, size: body.size, isWall: true, look: look).columnCount)
      self.view = view
      BoardScreen(sources: sources, facts: facts, view: view, look: look, isWall: true).draw(
        on: &canvas, in: body)
    }
    drawTitle(on: &canvas)
    drawStatus(on: &canvas)
    return canvas
  }

  private func drawTitle(on canvas: inout Canvas) {
    let width = size.columns
    let name = sources.map { look.title(of: $0.launch) } ?? launch
    let now = facts.map { "\(look.dayAndTime($0.now)) \($0.now.zone.name)" } ?? ""
    let aside = CellText.width(now)
    let stage = isRehearsal ? [Span(" \(look.say(.rehearsal))", .late), Span(" ·")] : []
    canvas.spans(
      stage + [Span(" \(name)", .title), Span(" · \(look.say(.boardTitle))", .title)], row: 0, column: 0,
      width: max(0, width - aside - 3))
    canvas.text(now, row: 0, column: width - aside - 1, ink: .today)
    canvas.fill(Rect(row: 1, column: 0, rows: 1, columns: width), with: "─", ink: .rule)
  }

  /// What the glyphs mean, and who changed something last; by the clock, so that it stands still.
  private func drawStatus(on canvas: inout Canvas) {
    let (width, row) = (size.columns, size.rows - 1)
    canvas.fill(Rect(row: row - 1, column: 0, rows: 1, columns: width), with: "─", ink: .rule)
    if let problem {
      canvas.text(look.say(problem), row: row, column: 1, width: width - 2, ink: .announcement)
      return
    }
    let news = lastChange.map {
      look.say(
        .boardLastChange, .text(look.moment($0.at)), .text($0.who), .text(look.say(Phrase($0, look: look))))
    }
    let legend = CardState.legend(look)
    let used = legend.reduce(1) { $0 + CellText.width($1.text) }
    canvas.spans(legend, row: row, column: 1, width: width - 2)
    canvas.text(
      news ?? look.say(.readOnly), row: row, column: used + 1, width: max(0, width - used - 2), ink: .quiet)
  }
}
