import ArgumentParser
import Curses
import Dashboard
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// `outreach board`: the board of a launch on a wall, or once as text.
struct BoardCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "board", abstract: abstract(.cliBoard))
  }

  @Option(help: help(.cliBoardLaunch)) var launch: String?
  @Flag(help: help(.cliBoardWatch)) var watch = false
  @Flag(name: .customLong("print"), help: help(.cliBoardPrint)) var isPrinted = false
  @Option(help: help(.cliBoardColumns)) var columns = 80
  @OptionGroup var clock: ClockOptions
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { phrases in
      if watch && isPrinted { throw CommandFailure(Phrase(.cliWatchOrPrint), code: EX_USAGE) }
      guard (40...1_000).contains(columns) else {
        throw CommandFailure(Phrase(FieldProblem.outOfRange(columns, 40...1_000)), code: EX_USAGE)
      }
      let stage = try clock.rehearsal()
      let shift = ((try reckoning.day ?? Environment.today) - Environment.clockDay) * 86_400
      let library = try store.place.open()
      let id = try library.launch(called: launch)
      let look = look(phrases, library, stage, shift)
      guard watch else { return try write(library, id, look, isRehearsal: stage != nil) }
      guard isatty(1) == 1, isatty(0) == 1 else {
        throw CommandFailure(Phrase(.cliWatchNeedsTerminal), code: EX_USAGE)
      }
      try MainActor.assumeIsolated {
        try WallVisit(library, id, look, stage: stage, shift: shift).run()
      }
    }
  }

  private func look(_ phrases: Phrasebook, _ library: Library, _ stage: StageClock?, _ shift: Int) -> Look {
    let now = stage?.now ?? time(nil) + shift
    let offset = stage?.zoneOffset ?? Environment.zoneOffset
    return Look(
      phrases: phrases, asOf: Moment(seconds: now + offset, zone: .utc).day, who: library.who,
      access: library.access, now: now, zoneOffset: offset)
  }

  private func write(_ library: Library, _ id: RecordID, _ look: Look, isRehearsal: Bool) throws {
    let board = try BoardPrint(library, launch: id, look: look, columns: columns, isRehearsal: isRehearsal)
    guard let board else { throw CommandFailure(Phrase(.boardLaunchGone), code: EX_UNAVAILABLE) }
    let text = board.lines.map { Legible.line($0) + "\n" }.joined()
    Output.write(Array(text.utf8))
  }
}

extension Library {
  /// A launch by its id or its name; the model for all others where none is named.
  func launch(called name: String?) throws -> RecordID {
    guard let name else { return Launch.pollination }
    let launches = try read(AllRecords<Launch>())
    let folded = Folding.folded(name)
    let found =
      launches.first { $0.id == name } ?? launches.first { Folding.folded($0.name) == folded }
      ?? launches.only { !folded.isEmpty && Folding.folded($0.name).hasPrefix(folded) }
    if let found { return found.id }
    let known = launches.map { Phrase(.bracketed, .text($0.name), .text($0.id)) }
    throw CommandFailure(
      Phrase(.cliLaunchUnknown, .text(name), .several(known.map { .phrase($0) }, by: .comma)),
      code: EX_USAGE)
  }
}

/// A wall on a terminal, until somebody ends it or the link is gone.
@MainActor
struct WallVisit {
  private let wall: Wall
  private let screen: CursesScreen
  private let pause: Int32

  init(_ library: Library, _ id: RecordID, _ look: Look, stage: StageClock?, shift: Int) throws {
    let settings = Settings(theme: nil)
    var options = CursesScreen.Options()
    (options.log, options.mouse) = (PersonalFolder.log, false)
    let found = environment("COLORFGBG").flatMap(Background.init(colorfgbg:))
    let theme = settings.theme(on: found)
    do { screen = try CursesScreen(theme: theme, on: found, options: options) } catch {
      throw CommandFailure(error)
    }
    var look = look
    // Chinese spelled in ASCII is a row of question marks.
    if screen.isASCII && !look.phrases.isLatin { look.phrases = Phrasebook("en") }
    wall = Wall(
      library, launch: id, look: look, size: screen.size, isRehearsal: stage != nil,
      clock: { stage?.now ?? time(nil) + shift })
    if !screen.isASCII {
      wall.order =
        settings.order(at: screen.terminal) ?? .usual(isRightToLeft: look.phrases.isRightToLeft)
      screen.orders(by: wall.order)
    }
    // A quarter of a second, or half a minute of a clock that runs faster.
    pause = Int32(max(10, min(250, 30_000 / (stage?.speed ?? 1))))
  }

  func run() throws {
    defer { screen.close() }
    Interruption.handOver()
    let events = EventLoop(screen: screen, signals: signals, patience: Settings.patience)
    screen.ask()
    screen.show(wall.draw(isASCII: screen.isASCII))
    while !wall.isOver {
      var isDirty = false
      for event in events.next(timeoutMilliseconds: pause) {
        switch event {
        case .key("Ctrl-L"): screen.redraw()
        case .key("Ctrl-Z"), .suspend: events.suspend()
        case .key(let chord):
          wall.press(chord)
          isDirty = true
        case .resized:
          wall.resize(to: screen.size)
          isDirty = true
        case .hangUp, .terminate: return
        case .background(let background):
          screen.use(theme: Settings(theme: nil).theme(on: background), on: background)
          isDirty = true
        case .marks(let takeRoom):
          screen.settle(marksTakeRoom: takeRoom)
          isDirty = true
        case .idle, .wake, .stirred, .paste, .here, .synchronizes: break
        }
      }
      isDirty = wall.tick() || isDirty
      if isDirty && !wall.isOver { screen.show(wall.draw(isASCII: screen.isASCII)) }
    }
  }
}

extension Sequence {
  /// The only element that fits; nil where there is none, or more than one.
  fileprivate func only(where fits: (Element) -> Bool) -> Element? {
    let found = filter(fits)
    return found.count == 1 ? found[0] : nil
  }
}
