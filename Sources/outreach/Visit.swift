import CSystem
import Curses
import Dashboard
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// What may be said at a start.
struct VisitOptions {
  var place = StorePlace()
  var sample = false
  /// Leads a newcomer through tasks on sample data.
  var tour = false
  var asOf: String?
  var readOnly = false
  var theme: String?
  /// Draws the screen for somebody who listens, whatever the settings say.
  var spoken = false
  /// The minutes without a key after which the screen is hidden; nil leaves it to the settings.
  var hideAfter: Int?
  /// Whether the mouse may be taken, if the settings want it.
  var mouse = true
  /// Whether long texts may be written in the person's own editor.
  var editor = false
  /// The clock of a rehearsal; nil for the real one.
  var stage: StageClock?
}

/// One start of the dashboard: settings, store and screen put together.
@MainActor
final class Visit {
  private let options: VisitOptions
  private let phrases: Phrasebook
  private let library: Library
  private let isNew: Bool
  private let scratch: String?
  private let asOf: Day

  /// From the first frame to the last key.
  static func pay(_ options: VisitOptions, _ phrases: Phrasebook) throws {
    let visit = try Visit(options, phrases)
    defer { visit.end() }
    try visit.run()
  }

  private init(_ options: VisitOptions, _ phrases: Phrasebook) throws {
    self.options = options
    self.phrases = phrases
    asOf = try Self.asOf(options)
    let isCopied = options.stage != nil && !options.place.isStage
    scratch = options.sample || isCopied ? try Scratch.make() : nil
    isNew = scratch == nil && access(options.place.path, F_OK) != 0
    do {
      if let scratch, options.sample {
        library = try Library.open(Scratch.sample(in: scratch), who: StorePlace.login, creating: true)
        try SampleStore.fill(library)
      } else if let scratch {
        // Nothing that is tried reaches the real board.
        try options.place.open().backup(to: Scratch.stage(in: scratch))
        library = try Library.open(Scratch.stage(in: scratch), who: StorePlace.login)
      } else {
        library = try options.place.open(
          to: options.readOnly ? nil : .export, creating: !options.readOnly, tells: false)
      }
    } catch {
      if let scratch { Scratch.remove(scratch) }
      throw error
    }
  }

  private static func asOf(_ options: VisitOptions) throws -> Day {
    if let stage = options.stage, options.asOf == nil { return stage.start.day }
    guard let text = options.asOf else { return options.sample ? SampleStore.asOf : Environment.today }
    return try typedDay(text)
  }

  private func run() throws {
    guard isatty(1) == 1, isatty(0) == 1 else { return try printOverview() }
    StrayMasters.close()
    let settings = Settings(theme: options.theme)
    let screen: CursesScreen
    let found = environment("COLORFGBG").flatMap(Background.init(colorfgbg:))
    do {
      screen = try CursesScreen(theme: settings.theme(on: found), on: found, options: options(settings))
    } catch { throw CommandFailure(error) }
    defer { screen.close() }
    loop(screen, settings)
  }

  private func options(_ settings: Settings) -> CursesScreen.Options {
    var options = CursesScreen.Options()
    options.log = PersonalFolder.log
    options.mouse = self.options.mouse && settings.mouse
    return options
  }

  private func look(_ phrases: Phrasebook) -> Look {
    var look = Look(
      phrases: phrases, asOf: asOf, who: library.who, access: library.access, now: now,
      zoneOffset: options.stage?.zoneOffset ?? Environment.zoneOffset)
    look.isRehearsal = options.stage != nil
    look.editor = options.editor ? OwnEditor.command : nil
    look.zone = Settings.zone
    look.isSpoken = isatty(0) == 1 && isatty(1) == 1 && Settings.isSpoken(options.spoken)
    return look
  }

  /// Seconds since 1970.
  private var now: Int { options.stage?.now ?? time(nil) }

  private func session(_ shell: Shell, _ phrases: Phrasebook, _ size: Size, _ runner: Runner) -> Session {
    Session(
      library: library, shell: shell, look: look(phrases), size: size, runner: runner,
      shelf: DraftShelf(folder: PersonalFolder.drafts, store: library.path, who: library.who),
      followsClock: options.stage != nil && options.asOf == nil, clock: { self.now })
  }

  private func loop(_ screen: CursesScreen, _ settings: Settings) {
    // Chinese spelled in ASCII is a row of question marks.
    let phrases = screen.isASCII && !self.phrases.isLatin ? Phrasebook("en") : self.phrases
    Interruption.handOver()
    let events = EventLoop(screen: screen, signals: signals, patience: Settings.patience)
    let waker = events.waker
    var shell = Shell(keymap: settings.keymap, themes: settings.themes)
    shell.isSample = options.sample
    let hideAfter = options.hideAfter ?? Settings.personal.settings.hideAfter ?? 0
    shell.veil.minutes = hideAfter == 0 ? nil : hideAfter
    if options.tour { shell.tour = Tour() }
    if screen.isASCII {
      shell.languages.removeAll { !Phrasebook($0).isLatin }
    } else {
      shell.chosenOrder = settings.order(at: screen.terminal)
    }
    let session = session(
      shell, phrases, screen.size, Runner(library) { waker.wake() })
    if Restriction.current == nil {
      session.keepTheme = { try Settings.keep("theme", $0) }
      session.keepLanguage = { try Settings.keep("language", $0) }
      session.keepSpoken = { try Settings.keep(spoken: $0) }
      session.keepOrder = { try Settings.keep(order: $0, at: screen.terminal) }
    }
    // A clock of a rehearsal may run faster.
    if options.stage == nil { session.untilMinute = { Environment.millisecondsToMinute } }
    session.themeSource = settings.themeSource
    session.languageSource = LanguageOptions.source
    session.spokenSource = Settings.spokenSource(options.spoken)
    screen.orders(by: session.order)
    greet(session, screen, settings)
    // Whoever listens sees no colours, and a screen reader may read the question out.
    if !session.look.isSpoken { screen.ask() }
    session.settle(milliseconds: session.look.isSpoken ? Session.hearing : 12)
    // Most terminals have answered by now: the first picture has its colours. What was typed meanwhile follows it.
    var early = events.next(timeoutMilliseconds: 0)
    early.removeAll { $0 == .idle || wear($0, settings, screen) }
    screen.show(session.draw(isASCII: screen.isASCII))
    var worn = session.theme
    while !session.isOver {
      var isDirty = false
      events.watched = session.stirring
      let waiting = early.isEmpty ? events.next(timeoutMilliseconds: Int32(session.idleMilliseconds)) : early
      early = []
      for event in waiting { isDirty = take(event, session, screen, settings) || isDirty }
      for wish in session.takeWishes() {
        grant(wish, session, events, screen)
        isDirty = true
      }
      if isDirty && session.theme != worn {
        worn = session.theme
        screen.use(theme: Settings.theme(called: worn, on: screen.background), on: screen.background)
      }
      screen.orders(by: session.order)
      if isDirty && !session.isOver { screen.show(session.draw(isASCII: screen.isASCII)) }
    }
  }

  private func grant(_ wish: Wish, _ session: Session, _ events: EventLoop, _ screen: CursesScreen) {
    switch wish {
    // Nothing would be there to wake it again.
    case .suspend where Restriction.current != nil:
      session.announce(Phrase(.restrictedHere, .text(session.look.say(.commandSuspend))))
    case .suspend: events.suspend()
    case .repaint: screen.redraw()
    case .copy(let text):
      if !screen.copy(text) { session.announce(Phrase(.terminalNoClipboard)) }
    case .compose(let text): events.lend { compose(text, session) }
    case .tour: tour(session, events)
    }
  }

  /// The program itself, on the sample data, in the language and the colours of this visit.
  private func tour(_ session: Session, _ events: EventLoop) {
    do { try LentTerminal.allow(session.look.say(.commandTour)) } catch {
      return session.announce(error.phrase)
    }
    var words = ["outreach", "--tour", "--lang", session.look.language, "--theme", session.theme]
    if session.look.isSpoken { words.append("--spoken") }
    if !options.mouse { words.append("--no-mouse") }
    if options.editor { words.append("--editor") }
    if let minutes = options.hideAfter { words += ["--hide-after", String(minutes)] }
    var code = 0
    events.lend { code = LentTerminal.run("/proc/self/exe", words) }
    session.announce(code == 0 ? Phrase(.tourOver) : Phrase(.tourBrokeOff, .number(code)))
  }

  private func compose(_ text: String, _ session: Session) {
    do { session.composed(try OwnEditor.edit(text)) } catch { session.announce(error.phrase) }
  }

  /// Hands an event to the session; returns whether the screen may have changed.
  private func take(
    _ event: TerminalEvent, _ session: Session, _ screen: CursesScreen, _ settings: Settings
  ) -> Bool {
    switch event {
    case .background: return wear(event, settings, screen, session.theme)
    case .key(let chord): session.press(chord)
    case .paste(let text): session.paste(text)
    case .marks(let takeRoom): screen.settle(marksTakeRoom: takeRoom)
    case .resized: session.resize(to: screen.size)
    case .hangUp, .terminate: session.leave()
    case .suspend: session.wish(.suspend)
    case .wake: return session.collect()
    case .stirred:
      session.stir()
      return false
    case .idle: return session.idle()
    case .here, .synchronizes: return false
    }
    return true
  }

  /// Takes the colours for the background that the terminal says it has; false for any other event.
  @discardableResult
  private func wear(
    _ event: TerminalEvent, _ settings: Settings, _ screen: CursesScreen, _ name: String? = nil
  ) -> Bool {
    guard case .background(let background) = event else { return false }
    let theme =
      name.map { Settings.theme(called: $0, on: background) } ?? settings.theme(on: background)
    screen.use(theme: theme, on: background)
    return true
  }

  private func greet(_ session: Session, _ screen: CursesScreen, _ settings: Settings) {
    if let problem = settings.problem {
      session.announce(problem)
    } else if let standIn = screen.standIn {
      session.greet(Phrase(standIn))
    } else if screen.isASCII {
      session.greet(Phrase(screen.isASCIIByAnswer ? .terminalNotUTF8 : .noUTF8))
    } else if options.stage != nil {
      session.greet(Phrase(.rehearsalStore, .text(library.path)))
    } else if options.tour {
      session.greet(Phrase(.tourGreeting))
    } else if options.sample {
      session.greet(Phrase(.sampleStore))
    } else if let upgrade = library.upgrade {
      session.greet(Phrase(upgrade))
    } else if isNew {
      session.greet(Phrase(.newStore, .text(library.path)))
    }
    if let finished = library.finishFiles() { session.add(finished) }
  }

  /// The overview for mail, cron and pipes.
  private func printOverview() throws {
    if let upgrade = library.upgrade { say(phrases.say(Phrase(upgrade)), to: STDERR_FILENO) }
    if let news = library.finishFiles() { say(phrases.say(news), to: STDERR_FILENO) }
    let session = session(
      Shell(), phrases, Size(columns: 80, rows: 45), Runner(library, isImmediate: true))
    session.settle(milliseconds: 0)
    // Nobody's cursor stands in a text.
    let lines = session.draw().lines.dropLast(3).map { $0.replacing("▌", with: " ", maxReplacements: 1) }
    let text = lines.joined(separator: "\n").trimmed + "\n"
    Output.write(Array(text.utf8))
  }

  private func end() {
    if let scratch { Scratch.remove(scratch) }
  }
}
