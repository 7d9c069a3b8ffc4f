import CNcurses
import CSystem
import Glibc
import Terminal

/// A terminal that shows canvases. There is one, from its making to `close()`.
public final class CursesScreen {
  /// What a screen may be told.
  public struct Options: Sendable {
    /// At most so many colours; nil leaves it to the terminal and `NO_COLOR`.
    public var colours: ColourDepth?
    public var mouse = true
    /// The file that takes what is written to standard error meanwhile.
    public var log: String?
    /// What somebody reads when a trap or fatal signal ended the program, after the terminal is restored.
    public var lastWords = ""

    public nonisolated init() {}
  }

  public private(set) var size = Size(columns: 0, rows: 0)
  public let isASCII: Bool
  public let depth: ColourDepth
  /// The description of the terminal in use.
  public let terminal: String
  /// The name in `TERM`, where nothing is known about it and `terminal` stands in.
  public let unknownTerminal: String?

  private let handle: OpaquePointer
  private let output: TerminalOutput
  private let hasDefaults: Bool
  private var modes: TerminalModes
  private let log: ErrorLog?
  private var restoration: UnsafeMutablePointer<CChar>?
  private let lastWords: String
  private var inks: InkTable
  private var shown: Canvas?
  private var showsCursor: Bool?
  private var isOpen = true
  /// When the terminal was asked something that it has not answered yet.
  private var asked: ContinuousClock.Instant?
  private var hasAskedForMarks = false

  /// What the terminal writes on, as far as it is known.
  public private(set) var background: Background?
  private var theme: Theme

  /// Takes the terminal.
  /// - Throws: `ScreenError`, with the terminal as it was.
  /// - Parameter background: what it is known to write on.
  public init(
    theme: Theme, on background: Background? = nil, options: Options = Options()
  ) throws(ScreenError) {
    (self.theme, self.background) = (theme, background)
    isASCII = !system_use_utf8()
    system_remember_terminal()
    let entry = try TerminalEntry.open()
    handle = entry.handle
    output = entry.output
    terminal = entry.used
    unknownTerminal = entry.used == entry.asked ? nil : entry.asked
    depth = ColourDepth.usable(options.colours)
    hasDefaults = Self.start(depth)
    inks = InkTable(theme: theme, depth: depth, on: background, hasDefaults: hasDefaults)
    modes = TerminalModes(mouse: options.mouse, terminal: entry.used)
    log = options.log.flatMap { ErrorLog(path: $0) }
    lastWords = options.lastWords
    restoration = strdup(modes.restoration(lastWords: lastWords))
    system_guard_terminal(restoration)
    modes.enter()
    size = Self.ncursesSize
  }

  /// Looks different from the next canvas on.
  public func use(theme: Theme, on background: Background?) {
    guard theme != self.theme || background != self.background else { return }
    (self.theme, self.background) = (theme, background)
    inks = InkTable(theme: theme, depth: depth, on: background, hasDefaults: hasDefaults)
    // To somebody who listens no colour was sent.
    if shown?.isSpoken != true { shown = nil }
  }

  /// Tells a terminal that would order letters from right to left by itself (VTE does) who does it.
  public func orders(by order: TextOrder) {
    guard isOpen, modes.isExplicit != (order == .program) else { return }
    modes.isExplicit = order == .program
    let old = restoration
    restoration = strdup(modes.restoration(lastWords: lastWords))
    system_guard_terminal(restoration)
    free(old)
    TerminalOutput.send(Array(modes.ordering.utf8))
    // VTE keeps the mode with each row: what stands there has to come again.
    forget()
  }

  /// Asks the terminal for its background (xterm's control sequences, "OSC 11"). The answer comes among the keys, if it
  /// comes, as `TerminalEvent.background`.
  /// - Returns: whether it was asked: not where there are no colours, nor where nobody would answer.
  @discardableResult
  public func askForBackground() -> Bool {
    guard depth != .none, BackgroundQuestion.isUnderstood(by: terminal) else { return false }
    TerminalOutput.send(Array(BackgroundQuestion.text.utf8))
    asked = .now
    return true
  }

  /// Asks once, when the first text with spacing marks is about to be seen; the answer comes as `TerminalEvent.marks`.
  private func askForMarks() {
    guard !hasAskedForMarks, CellText.hasMetMarks, !isASCII, size.rows >= MarkQuestion.row else { return }
    hasAskedForMarks = true
    guard BackgroundQuestion.isUnderstood(by: terminal) else { return }
    TerminalOutput.send(Array(MarkQuestion.text.utf8))
    asked = .now
    forget()
  }

  /// Counts marks as the terminal said, and draws all of it anew.
  public func settle(marksTakeRoom: Bool) {
    CellText.settle(marksTakeRoom: marksTakeRoom)
    guard !marksTakeRoom else { return }
    forget()
  }

  /// Nothing is known of what the terminal shows: the next canvas is drawn from scratch.
  private func forget() {
    shown = nil
    clearok(curses_window(), true)
  }

  /// The answer came.
  /// - Returns: how long it took, in milliseconds; nil where nothing was asked.
  func noteAnswer() -> Int32? {
    defer { asked = nil }
    return asked.map { Int32(min($0.duration(to: .now) / .milliseconds(1), 60_000)) }
  }

  /// Shows a canvas: sends what differs from the last one, in one piece, and nothing if nothing does.
  public func show(_ canvas: Canvas) {
    guard isOpen, !isendwin(), canvas != shown else { return }
    if canvas.isSpoken { return speak(canvas) }
    let window = curses_window()
    askForMarks()
    if shown?.isSpoken == true { clearok(window, true) }
    if shown?.size != canvas.size || shown?.isSpoken == true {
      shown = nil
      werase(window)
    }
    CanvasWriter(canvas: canvas, shown: shown, size: size, inks: inks, isASCII: isASCII).write(to: window)
    shown = canvas
    output.inOnePiece {
      show(cursor: canvas.cursor ?? Point(row: 0, column: 0), visibly: canvas.showsCursor)
      wrefresh(window)
    }
  }

  /// Sends the lines that differ, each whole; ncurses would send letters.
  private func speak(_ canvas: Canvas) {
    if shown?.size != canvas.size || shown?.isSpoken != true {
      shown = nil
      werase(curses_window())
      clearok(curses_window(), true)
      output.inOnePiece {
        show(cursor: Point(row: 0, column: 0), visibly: true)
        wrefresh(curses_window())
      }
    }
    TerminalOutput.send(Array(LineWriter.ofTerminal.text(from: shown, to: canvas).utf8))
    shown = canvas
  }

  private func show(cursor: Point, visibly: Bool) {
    if showsCursor != visibly { curs_set(visibly ? 1 : 0) }
    showsCursor = visibly
    let row = max(0, min(cursor.row, size.rows - 1))
    let column = max(0, min(cursor.column, size.columns - 1))
    wmove(curses_window(), Int32(row), Int32(column))
  }

  // MARK: The terminal's changes

  /// Takes the terminal's present size, and draws the next canvas from scratch: several changes arrive as one,
  /// and a terminal that was smaller for a moment has lost cells even where it is as large as before.
  public func resize() {
    var window = winsize()
    guard isOpen, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 else { return }
    let new = Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    guard new.rows > 0, new.columns > 0 else { return }
    if new != size { resizeterm(Int32(new.rows), Int32(new.columns)) }
    size = new
    forget()
  }

  /// Gives the terminal back, as the program found it, until `resume()`.
  public func suspend() {
    guard isOpen, !isendwin() else { return }
    modes.leave()
    // Who has not answered by then never will.
    if let asked, asked.duration(to: .now) < .seconds(1) { BackgroundQuestion.takeLateAnswer() }
    asked = nil
    endwin()
  }

  /// Takes the terminal again and draws all of it, whatever happened to it meanwhile.
  public func resume() {
    guard isOpen else { return }
    reset_prog_mode()
    modes.enter()
    resize()
    redraw()
  }

  /// Draws every cell again: for when something else wrote to the terminal.
  public func redraw() {
    if let spoken = shown, spoken.isSpoken {
      shown = nil
      return speak(spoken)
    }
    let window = curses_window()
    clearok(window, true)
    output.inOnePiece { wrefresh(window) }
  }

  /// Hands a text to the clipboard of the terminal (OSC 52 of xterm's control sequences); it may refuse, and says
  /// nothing then.
  public func copy(_ text: String) {
    guard isOpen, !isendwin() else { return }
    TerminalOutput.send(
      Array(Clipboard.sequence(text, terminal: terminal, isInTmux: getenv("TMUX") != nil).utf8))
  }

  /// Gives the terminal back for good, and standard error with it.
  public func close() {
    guard isOpen else { return }
    suspend()
    isOpen = false
    delscreen(handle)
    output.close()
    log?.stop()
    system_guard_terminal(nil)
    free(restoration)
  }

  // MARK: Beginning

  /// Sets ncurses up; whether the terminal can go back to its own colours.
  private static func start(_ depth: ColourDepth) -> Bool {
    let window = curses_window()
    // Raw, not cbreak: Ctrl-C, Ctrl-Z and Ctrl-S arrive in order, among the keys before and after them.
    raw()
    noecho()
    nonl()
    keypad(window, true)
    set_escdelay(50)
    // Input must never hold a frame back.
    typeahead(-1)
    // A scrolled list goes out as a scroll, not as a page.
    idlok(window, true)
    guard depth != .none, start_color() == OK else { return false }
    return use_default_colors() == OK
  }

  private static var ncursesSize: Size {
    Size(columns: Int(getmaxx(curses_window())), rows: Int(getmaxy(curses_window())))
  }
}

nonisolated extension LineWriter {
  /// As the terminal in use has it.
  fileprivate static var ofTerminal: LineWriter {
    LineWriter(
      go: { curses_go(Int32($0.row), Int32($0.column)).map { unpadded(String(cString: $0)) } ?? "" },
      erase: curses_capability("el").map { unpadded(String(cString: $0)) } ?? "")
  }

  /// Without the delays that terminals of another time need (terminfo(5), "Delays and Padding").
  private static func unpadded(_ text: String) -> String {
    guard let delay = text.firstRange(of: "$<") else { return text }
    let rest = text[delay.upperBound...]
    return text[..<delay.lowerBound] + unpadded(String(rest.drop { $0 != ">" }.dropFirst()))
  }
}
