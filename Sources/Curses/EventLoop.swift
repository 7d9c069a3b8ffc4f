import CSystem
import Glibc
import Terminal

/// Waits for everything that can happen to the program, in one `poll(2)`.
public final class EventLoop {
  private let screen: CursesScreen
  private let signals: Int32
  private var decoder: KeyDecoder
  private var waiting: [TerminalEvent] = []
  private var lastTyped = 0

  /// A descriptor of the caller's to wait for as well: whoever is told `.stirred` reads it, or asks for it no more.
  public var watched: Int32?

  /// Ends a long wait where the clock jumps; nil before the first of them.
  private var clock: Int32?

  /// Wakes this loop from any thread.
  public let waker = Waker()

  /// - Parameter signals: `system_signal_descriptor()`, made before any other thread started, so that none
  ///   of them takes a signal for itself.
  /// - Parameter patience: how long an Escape alone waits for more.
  public init(screen: CursesScreen, signals: Int32, patience: EscapePatience = EscapePatience()) {
    self.screen = screen
    self.signals = signals
    decoder = KeyDecoder(
      named: TerminfoKeys.table(), patience: patience, bracketsPastes: screen.bracketsPastes)
    waiting = sorted(decoder.decode(screen.early))
    // The size may have changed while nobody heard it.
    let size = screen.size
    screen.resize()
    if screen.size != size { waiting.append(.resized) }
  }

  /// A wait that is long enough to be late when the clock is set meanwhile, in milliseconds.
  private static let longWait: Int32 = 1_000

  /// Everything that is ready, waiting for it as long as the timeout (negative: for ever); `[.idle]` when
  /// nothing came. After `.hangUp` there is nothing more to wait for.
  public func next(timeoutMilliseconds: Int32) -> [TerminalEvent] {
    if timeoutMilliseconds > Self.longWait, clock == nil { clock = system_clock_descriptor() }
    let deadline = timeoutMilliseconds < 0 ? nil : Self.now + Int(timeoutMilliseconds)
    while true {
      let left = deadline.map { Int32(clamping: max(0, $0 - Self.now)) } ?? -1
      let events = waiting.isEmpty ? wait(left) : waiting
      waiting = []
      if !events.isEmpty { return events }
      if let deadline, Self.now >= deadline { return [.idle] }
    }
  }

  /// Stops the process as Ctrl-Z does, gives the terminal back, and takes it again when continued.
  public func suspend() { lend { system_suspend() } }

  /// Gives the terminal to something else and takes it again when that is done.
  public func lend(_ other: () -> Void) {
    screen.suspend()
    other()
    // A continuation and what was pressed against the other are none of ours; the size is asked for anyway.
    waiting += signalled { $0 != SIGCONT && $0 != SIGWINCH && $0 != SIGINT && $0 != SIGTSTP }
    screen.resume()
    waiting.append(.resized)
  }

  // MARK: Waiting

  /// One round: what came, or nothing when the time is over or only part of a key came.
  private func wait(_ left: Int32) -> [TerminalEvent] {
    let patience = decoder.patienceMilliseconds.map { max(0, $0 - Int32(clamping: Self.now - lastTyped)) }
    // A frame that waits for an answer does not wait for ever.
    let holding: Int32? = screen.holdsFrame ? 250 : nil
    let timeout = [patience, holding].compactMap { $0 }.reduce(left) { $0 < 0 ? $1 : min($0, $1) }
    // poll(2) passes over those that are negative.
    var sources = [STDIN_FILENO, signals, waker.reading, watched ?? -1, clock ?? -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    if let awaited = screen.awaitedDescriptor {
      sources.append(pollfd(fd: awaited, events: Int16(POLLOUT), revents: 0))
    }
    let ready = poll(&sources, nfds_t(sources.count), timeout)
    screen.proceed()
    if ready == 0 { return timeout == patience ? decoder.giveUp() : [] }
    guard ready > 0 else { return [] }
    var events: [TerminalEvent] = []
    if sources[1].revents != 0 { events += signalled() }
    if sources[0].revents != 0 { events += typed(sources[0].revents) }
    if sources[2].revents != 0 {
      waker.drain()
      events.append(.wake)
    }
    if sources[3].revents != 0 { events.append(.stirred) }
    if sources[4].revents != 0 {
      if let clock { close(clock) }
      clock = nil
      events.append(.idle)
    }
    return events
  }

  private func typed(_ state: Int16) -> [TerminalEvent] {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    lastTyped = Self.now
    if count > 0 {
      let events = decoder.decode(bytes[..<count])
      if events.contains(where: \.isAnswer), let way = screen.noteAnswer() { decoder.note(roundTrip: way) }
      return sorted(events)
    }
    // The link is gone; a half-read key or paste is given up rather than lost.
    return count < 0 && errno == EINTR ? [] : decoder.giveUp() + [.hangUp]
  }

  /// Without what the terminal answers to the screen.
  private func sorted(_ events: [TerminalEvent]) -> [TerminalEvent] {
    events.filter { event in
      switch event {
      case .here: screen.noteHere()
      case .synchronizes(let can): screen.synchronizes = can
      default: return true
      }
      return false
    }
  }

  private func signalled(where isWanted: (Int32) -> Bool = { _ in true }) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    while true {
      let number = system_next_signal(signals)
      if number == 0 { return events }
      if isWanted(number), let event = event(of: number), !events.contains(event) { events.append(event) }
    }
  }

  private func event(of signal: Int32) -> TerminalEvent? {
    switch signal {
    case SIGWINCH:
      screen.resize()
      return .resized
    case SIGINT: return .key("Ctrl-C")
    case SIGTSTP: return .suspend
    case SIGHUP: return .hangUp
    case SIGTERM: return .terminate
    case SIGCONT:
      // Somebody stopped us with SIGSTOP: who knows what the terminal shows now.
      screen.resume()
      return .resized
    default: return nil
    }
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
