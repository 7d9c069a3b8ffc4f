import ArgumentParser
import CSystem
import Curses
import Dashboard
import Glibc
import Model
import Phrases
import Store
import Terminal

/// One start of the dashboard: settings, store and screen put together.
@MainActor
final class Visit {
  private let options: Outreach
  private let phrases: Phrasebook
  private let library: Library
  private let isNew: Bool
  private let scratch: String?
  private let asOf: Day

  init(_ options: Outreach) throws {
    self.options = options
    phrases = Phrasebook(options.lang ?? Phrasebook.language(ofLocale: Environment.locale))
    scratch = options.sample ? try Scratch.make() : nil
    let path = scratch.map { $0 + "/sample.sqlite" } ?? options.store ?? Environment.storePath
    isNew = access(path, F_OK) != 0
    do {
      if options.store == nil, scratch == nil, !options.readOnly { Environment.makeFolder(of: path) }
      library = try Library.open(
        path, who: Environment.login, creating: !options.readOnly, isReadOnly: options.readOnly)
      if options.sample { try SampleStore.fill(library) }
    } catch let problem as StoreProblem {
      throw Exit.failing(phrases.say(Phrase(problem)), code: problem.exitCode)
    }
    if let text = options.asOf {
      guard let day = Day(text) else {
        throw Exit.failing(phrases.say(Phrase(FieldProblem.malformedDay(text))), code: 64)
      }
      asOf = day
    } else {
      asOf = options.sample ? SampleStore.asOf : Environment.today
    }
  }

  func run() throws {
    guard isatty(1) == 1, isatty(0) == 1 else { return printOverview() }
    let settings = Settings(theme: options.theme)
    let screen: CursesScreen
    do {
      screen = try CursesScreen(theme: settings.theme, options: screenOptions)
    } catch {
      throw Exit.failing(phrases.say(.unknownTerminal, .text(getenv("TERM").map { String(cString: $0) } ?? "")), code: 69)
    }
    defer { screen.close() }
    loop(screen, settings)
  }

  private var screenOptions: CursesScreen.Options {
    var options = CursesScreen.Options()
    options.log = Environment.logPath
    return options
  }

  private var look: Look {
    Look(
      phrases: phrases, asOf: asOf, who: library.who, isReadOnly: options.readOnly, now: time(nil),
      zoneOffset: Environment.zoneOffset)
  }

  private func loop(_ screen: CursesScreen, _ settings: Settings) {
    let events = EventLoop(screen: screen, signals: signals)
    let waker = events.waker
    let session = Session(
      library: library, shell: Shell(keymap: settings.keymap), look: look, size: screen.size,
      runner: Runner(library) { waker.wake() }, clock: { time(nil) })
    greet(session, screen, settings)
    session.settle(milliseconds: 12)
    screen.show(session.draw(isASCII: screen.isASCII))
    while !session.isOver {
      var isDirty = false
      for event in events.next(timeoutMilliseconds: Int32(session.idleMilliseconds)) {
        isDirty = take(event, session, screen) || isDirty
      }
      if session.wantsSuspend {
        session.wantsSuspend = false
        events.suspend()
      }
      if session.wantsRepaint {
        session.wantsRepaint = false
        screen.redraw()
      }
      if isDirty && !session.isOver { screen.show(session.draw(isASCII: screen.isASCII)) }
    }
  }

  /// Hands an event to the session; returns whether the screen may have changed.
  private func take(_ event: TerminalEvent, _ session: Session, _ screen: CursesScreen) -> Bool {
    switch event {
    case .key(let chord): session.press(chord)
    case .paste(let text): session.paste(text)
    case .resized: session.resize(to: screen.size)
    case .hangUp, .terminate: session.leave()
    case .suspend: session.wantsSuspend = true
    case .wake: return session.collect()
    case .idle: return session.idle()
    }
    return true
  }

  private func greet(_ session: Session, _ screen: CursesScreen, _ settings: Settings) {
    if let problem = settings.problem {
      session.announce(problem)
    } else if screen.isASCII {
      session.announce(Phrase(.noUTF8))
    } else if options.sample {
      session.announce(Phrase(.sampleStore))
    } else if isNew {
      session.announce(Phrase(.newStore, .text(library.path)))
    }
  }

  /// The overview for mail, cron and pipes.
  private func printOverview() {
    let session = Session(
      library: library, shell: Shell(), look: look, size: Size(columns: 80, rows: 45),
      runner: Runner(library, isImmediate: true), clock: { time(nil) })
    session.settle(milliseconds: 0)
    let lines = session.draw().lines.dropLast(3)
    print(lines.joined(separator: "\n").trimmed)
  }

  func end() {
    if let scratch { Scratch.remove(scratch) }
  }
}
