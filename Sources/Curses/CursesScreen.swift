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
  public private(set) var isASCII: Bool
  /// Whether the locale would show UTF-8 and the terminal says that it does not.
  public let isASCIIByAnswer: Bool
  public let depth: ColourDepth
  /// The description of the terminal in use.
  public let terminal: String
  /// What stands in for the description of the terminal; nil where that is known.
  public let standIn: StandIn?
  /// Whether pasted text comes in brackets, as far as is known: else it cannot be told from keys but by how fast it comes.
  let bracketsPastes: Bool

  private let handle: OpaquePointer
  private let output: TerminalOutput
  private let queue = OutputQueue()
  private var pace = FramePace()
  private let isKin: Bool
  private let hasDefaults: Bool
  private var modes: TerminalModes
  private let log: ErrorLog?
  private var restoration: UnsafeMutablePointer<CChar>?
  private let lastWords: String
  private var inks: InkTable
  private var shown: Canvas?
  /// What is to be seen once the terminal has taken what was sent before: each takes the place of the last.
  private var next: Canvas?
  private var nextCopy: String?
  private var showsCursor: Bool?
  private var isOpen = true
  /// The terminal is this program's, and not lent to another.
  private var isTaken = true
  /// When the terminal was asked something that it has not answered yet.
  private var asked: ContinuousClock.Instant?
  private var hasAskedForMarks = false
  /// Whether the terminal can be told where a frame begins and ends (DEC mode 2026).
  var synchronizes = false
  /// What was typed, or answered, before there was anybody to take it.
  private(set) var early: [UInt8]

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
    let charset = system_charset()
    system_remember_terminal()
    let entry = try TerminalEntry.open(charset)
    (handle, output, standIn, isKin) = (entry.handle, entry.output, entry.standIn, entry.isKin)
    terminal = entry.used
    early = entry.interview?.rest ?? []
    isASCII = charset == SYSTEM_NO_UTF8 || charset == SYSTEM_UNSAID && entry.interview?.showsUTF8 != true
    isASCIIByAnswer = charset == SYSTEM_UNSAID && entry.interview?.showsUTF8 == false
    // GNU screen brackets no pastes and, once it sends the mouse, keeps Escape back until the next key.
    let isScreen = TerminalFamily.name(of: entry.used) == "screen" && getenv("TMUX") == nil
    bracketsPastes = entry.isKin && !isScreen
    depth = ColourDepth.usable(options.colours)
    hasDefaults = Self.start(depth)
    system_keep_terminal()
    inks = InkTable(theme: theme, depth: depth, on: background, hasDefaults: hasDefaults)
    modes = TerminalModes(mouse: options.mouse && !isScreen, terminal: entry.used, isKin: entry.isKin)
    log = options.log.flatMap { ErrorLog(path: $0) }
    lastWords = options.lastWords
    guardTerminal()
    queue.append(modes.on)
    size = Self.ncursesSize
  }

  /// However the program ends, the terminal is as it was.
  private func guardTerminal() {
    let old = restoration
    restoration = strdup(modes.restoration(lastWords: lastWords))
    system_guard_terminal(restoration, queue.descriptor)
    free(old)
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
    guardTerminal()
    queue.append(Array(modes.ordering.utf8))
    // VTE keeps the mode with each row: what stands there has to come again.
    forget()
  }

  /// Asks the terminal for its background (xterm's control sequences, "OSC 11"), whether it can be told where a frame begins
  /// and ends (DECRQM), and whether it answers at all. The answers come among the keys, if they come, the first as
  /// `TerminalEvent.background`. What shows a question in spite of all is drawn over.
  public func ask() {
    guard isKin else { return }
    let hasTold = early.firstRange(of: Array("\u{1B}]11;rgb".utf8)) != nil
    let colour = depth == .none || hasTold ? "" : BackgroundQuestion.text
    queue.append(Array((colour + FrameBrackets.question + FramePace.question).utf8))
    pace.ask(at: .now)
    asked = .now
  }

  /// Asks once, when the first text with spacing marks is about to be seen; the answer comes as `TerminalEvent.marks`.
  private func askForMarks() {
    guard !hasAskedForMarks, CellText.hasMetMarks, !isASCII, size.rows >= MarkQuestion.row else { return }
    hasAskedForMarks = true
    guard isKin else { return }
    queue.append(Array((MarkQuestion.text + FramePace.question).utf8))
    pace.ask(at: .now)
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

  /// An answer came.
  /// - Returns: how long it took, in milliseconds; nil where nothing was asked.
  func noteAnswer() -> Int32? {
    defer { asked = nil }
    return asked.map { Int32(min($0.duration(to: .now) / .milliseconds(1), 60_000)) }
  }

  /// The terminal has read all up to there, and answers.
  func noteHere() {
    pace.noteAnswer(at: .now)
    proceed()
  }

  /// Shows a canvas: sends what differs from the last one, in one piece, and nothing if nothing does. While the terminal
  /// has not taken what was sent before, it waits, and a later one takes its place.
  public func show(_ canvas: Canvas) {
    next = canvas
    proceed()
  }

  /// Where room for more can be waited for; nil where nothing waits to be sent.
  var awaitedDescriptor: Int32? { queue.isEmpty ? nil : queue.descriptor }

  /// A frame waits until what was sent before is answered.
  var holdsFrame: Bool { next != nil && queue.isEmpty && isTaken }

  /// Sends what waits, as much as the terminal takes now.
  func proceed() {
    queue.drain()
    guard queue.isEmpty, isTaken else { return }
    if let text = nextCopy {
      nextCopy = nil
      queue.append(
        Array(Clipboard.sequence(text, terminal: terminal, isInTmux: getenv("TMUX") != nil).utf8))
    }
    guard let canvas = next, queue.isEmpty, pace.admits(at: .now) else { return }
    next = nil
    guard canvas != shown else { return }
    if canvas.isSpoken { return speak(canvas) }
    askForMarks()
    draw(canvas)
  }

  private func draw(_ canvas: Canvas) {
    let window = curses_window()
    if shown?.isSpoken == true { clearok(window, true) }
    if shown?.size != canvas.size || shown?.isSpoken == true {
      shown = nil
      werase(window)
    }
    CanvasWriter(canvas: canvas, shown: shown, size: size, inks: inks, isASCII: isASCII).write(to: window)
    shown = canvas
    send(
      frame: output.collecting {
        show(cursor: canvas.cursor ?? Point(row: 0, column: 0), visibly: canvas.showsCursor)
        wrefresh(window)
      })
  }

  private func send(frame: [UInt8]) {
    guard !frame.isEmpty else { return }
    var bytes = synchronizes ? FrameBrackets.around(frame) : frame
    if pace.note(sent: bytes.count, at: .now) { bytes += FramePace.question.utf8 }
    queue.append(bytes)
  }

  /// Sends the lines that differ, each whole; ncurses would send letters.
  private func speak(_ canvas: Canvas) {
    if shown?.size != canvas.size || shown?.isSpoken != true {
      shown = nil
      werase(curses_window())
      clearok(curses_window(), true)
      queue.append(
        output.collecting {
          show(cursor: Point(row: 0, column: 0), visibly: true)
          wrefresh(curses_window())
        })
    }
    queue.append(Array(LineWriter.ofTerminal.text(from: shown, to: canvas).utf8))
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

  /// Gives the terminal back, as the program found it, until `resume()`. A frame that it has not taken is not waited for.
  public func suspend() {
    guard isTaken else { return }
    isTaken = false
    queue.forget()
    queue.append(modes.off + output.collecting { endwin() })
    queue.flush(milliseconds: 1_000)
    takeLateAnswers()
    system_give_terminal()
    next = next ?? shown
  }

  /// Who leaves before an answer came would find it typed at the next prompt: it is waited for and taken, a quarter of a
  /// second for what was asked at the start, and longer for one who is known to answer.
  private func takeLateAnswers() {
    let isEarly = asked.map { $0.duration(to: .now) < .seconds(1) } == true
    if pace.isKnownToAnswer || isEarly, pace.waiting > 0, queue.isEmpty {
      LateAnswers.take(pace.waiting, patience: .milliseconds(pace.isKnownToAnswer ? 1_000 : 250))
    }
    pace.forget()
    asked = nil
  }

  /// Takes the terminal again and draws all of it, whatever happened to it meanwhile.
  public func resume() {
    guard isOpen else { return }
    system_take_terminal_again()
    queue.append(Array(Capability.text("smkx").utf8) + modes.on)
    isTaken = true
    resize()
    // ncurses goes on with the next frame, which is the whole screen.
    redraw()
  }

  /// Draws every cell again: for when something else wrote to the terminal.
  public func redraw() {
    pace.forget()
    next = next ?? shown
    forget()
    proceed()
  }

  /// Hands a text to the clipboard of the terminal (OSC 52 of xterm's control sequences); it may refuse, and says
  /// nothing then.
  /// - Returns: false where it has none that this could reach.
  public func copy(_ text: String) -> Bool {
    guard isTaken, isKin else { return false }
    nextCopy = text
    proceed()
    return true
  }

  /// Gives the terminal back for good, and standard error with it.
  public func close() {
    guard isOpen else { return }
    suspend()
    isOpen = false
    delscreen(handle)
    output.close()
    queue.close()
    log?.stop()
    system_guard_terminal(nil, STDOUT_FILENO)
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

extension LineWriter {
  /// As the terminal in use has it.
  fileprivate static var ofTerminal: LineWriter {
    LineWriter(
      go: {
        curses_go(Int32($0.row), Int32($0.column)).map { Capability.unpadded(String(cString: $0)) } ?? ""
      },
      erase: Capability.text("el"))
  }
}
