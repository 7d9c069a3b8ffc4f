import Dispatch
import Model
import Store
import Synchronization

/// Whose records with private details are open in a session, for the log of disclosures: noted in the store beside the keys,
/// some seconds after it was shown at the latest, and one line of the log when it is over.
final class ReadingNotes {
  /// So many seconds go by from one note to the next.
  private static let patience = 3

  /// The way into the store, on a thread of its own: neither the lock of somebody else nor the disk holds up a key.
  private final class Door: Sendable {
    private struct State: Sendable {
      /// Nil until it could be had.
      var library: Library?
      /// What could not be logged is logged with what follows.
      var waiting: [OpenReading] = []
    }

    private let state: Mutex<State>
    private let session: Library
    let queue = DispatchQueue(label: "outreach.readings", qos: .utility)

    init(_ session: Library) {
      self.session = session
      state = Mutex(State())
    }

    private func library() -> Library? {
      state.withLock { state in
        // A note that waits for somebody else's lock may hold up no save: it goes another way than those.
        if state.library == nil {
          state.library = try? session.access.isReading ? session.forReadings() : session.sibling()
        }
        return state.library
      }
    }

    func note(_ reading: OpenReading) { try? library()?.note(reading) }

    func log(_ reading: OpenReading) {
      let waiting = state.withLock { state in
        defer { state.waiting = [] }
        return state.waiting + [reading]
      }
      for reading in waiting where (try? library()?.log(reading)) == nil {
        state.withLock { $0.waiting.append(reading) }
      }
    }
  }

  private let door: Door
  private let isImmediate: Bool
  private var reading: OpenReading?
  /// Seconds since 1970, as all times here.
  private var since = 0
  private var noted = (count: 0, at: 0)

  /// - Parameter isImmediate: writes on the caller's thread, for tests.
  init(_ library: Library, isImmediate: Bool) {
    door = Door(library)
    self.isImmediate = isImmediate
  }

  func open(_ record: RecordReference, at now: Int) {
    if reading == nil { (reading, since, noted.count) = (OpenReading(), now, 0) }
    guard reading?.records.contains(record) == false else { return }
    reading?.records.append(record)
  }

  /// Seconds until `write` has something to do; nil where it has nothing.
  func secondsLeft(at now: Int) -> Int? {
    guard let reading else { return nil }
    let isNoted = reading.records.count == noted.count
    return (isNoted ? since + OpenReading.span : noted.at + Self.patience) - now
  }

  /// Writes what it is time for; at the end of the session all that is left, before it returns.
  func write(at now: Int, isOver: Bool) {
    guard let reading else { return isOver ? door.queue.sync {} : () }
    if isOver || now - since >= OpenReading.span {
      self.reading = nil
      perform(isAwaited: isOver) { $0.log(reading) }
    } else if reading.records.count > noted.count, now - noted.at >= Self.patience {
      noted = (reading.records.count, now)
      perform(isAwaited: false) { $0.note(reading) }
    }
  }

  private func perform(isAwaited: Bool, _ body: @escaping @Sendable (Door) -> Void) {
    let door = door
    if isAwaited || isImmediate { return door.queue.sync { body(door) } }
    door.queue.async { body(door) }
  }
}

extension Session {
  func noteReading() {
    guard look.access.seesContacts, let opened = shell.workplace.opened, opened.kind.isPrivate else { return }
    readings.open(opened, at: clock())
  }

  /// Seconds until `logReadings` has something to do; nil where it has nothing.
  var secondsToLog: Int? { isStoreShut ? nil : readings.secondsLeft(at: clock()) }

  func logReadings() {
    guard !isStoreShut else { return }
    readings.write(at: clock(), isOver: isOver)
  }
}
