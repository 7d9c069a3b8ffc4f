import Foundation
import Glibc
import Model
import Synchronization

/// Somebody who has the store open now: advice for people, on which no write depends.
public struct Attendee: Sendable, Equatable {
  public var who: String
  /// A window of the person who asks, beside the one they ask from.
  public var isOwn: Bool
  /// The record that they edit now.
  public var editing: RecordReference?
  /// Since when they hold everybody else's writes up, in seconds since 1970; nil while they do not.
  public var writingSince: Int?
}

/// Who has a store open, in a file beside it: a slot for each, with a lock that goes with its process, however that ends.
///
/// It is no part of the store: who looks at it or writes into it is no commit, and no disk is waited for. Locks of open file
/// descriptions (fcntl(2), F_OFD_SETLK) do not meet those by which SQLite guards the store, which are on another file.
final class PresenceFile: Sendable {
  private static let slots = 128
  /// The bytes of a slot.
  private static let length = 512

  private struct Card: Codable, Equatable {
    var who: String
    var process: Int32
    var kind: String?
    var record: String?
    var writing: Int?
  }

  private struct State {
    var card: Card
    /// What was read last, and what it said.
    var seen: [UInt8] = []
    var said: [(slot: Int, card: Card)] = []
  }

  private let path: String
  private let descriptor: Int32
  private let slot: Int
  private let state: Mutex<State>

  /// Takes a slot; nil where there is no place for the file, or nobody more has room in it.
  init?(store: String, who: String) {
    path = store + "-here"
    var place = stat()
    guard stat(store, &place) == 0 else { return nil }
    for _ in 0..<3 {
      let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, place.st_mode & 0o660)
      guard descriptor >= 0 else { return nil }
      // Whoever made it, those who share the store share it.
      fchmod(descriptor, place.st_mode & 0o660)
      let slot = (0..<Self.slots).first { Self.lock(descriptor, from: $0, count: 1) }
      if let slot, StoreFile.isStill(descriptor, at: path) {
        (self.descriptor, self.slot) = (descriptor, slot)
        state = Mutex(State(card: Card(who: who, process: getpid())))
        change { _ in }
        return
      }
      Glibc.close(descriptor)
    }
    return nil
  }

  deinit {
    let nothing = [UInt8](repeating: 0, count: Self.length)
    pwrite(descriptor, nothing, nothing.count, off_t(slot * Self.length))
    // Nobody else is here: nothing is left behind.
    if Self.lock(descriptor, from: 0, count: Self.slots), StoreFile.isStill(descriptor, at: path) {
      unlink(path)
    }
    Glibc.close(descriptor)
  }

  func note(editing record: RecordReference?) {
    change { ($0.kind, $0.record) = (record?.kind.rawValue, record?.id) }
  }

  func note(writingSince: Int?) { change { $0.writing = writingSince } }

  private func change(_ body: (inout Card) -> Void) {
    state.withLock { state in
      let before = state.card
      body(&state.card)
      guard state.card != before || state.seen.isEmpty,
        var bytes = try? Array(JSONEncoder().encode(state.card)), bytes.count < Self.length
      else { return }
      bytes += [UInt8](repeating: 0, count: Self.length - bytes.count)
      pwrite(descriptor, bytes, bytes.count, off_t(slot * Self.length))
    }
  }

  /// Everybody else who is here. What somebody else's program wrote there is taken for a name and no more.
  func others() -> [Attendee] {
    state.withLock { state in
      var bytes = [UInt8](repeating: 0, count: Self.slots * Self.length)
      let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
      bytes.removeLast(bytes.count - count)
      if bytes != state.seen {
        state.seen = bytes
        state.said = (0..<(count / Self.length)).compactMap { slot in
          let card = bytes[(slot * Self.length)..<((slot + 1) * Self.length)].prefix { $0 != 0 }
          guard !card.isEmpty, let card = try? JSONDecoder().decode(Card.self, from: Data(card)) else {
            return nil
          }
          return (slot, card)
        }
      }
      let own = state.card
      return state.said.filter { $0.card.process != own.process && isHeld($0.slot) }.map { _, card in
        Attendee(
          who: card.who, isOwn: card.who == own.who,
          editing: card.kind.flatMap(RecordKind.init).flatMap { kind in
            card.record.map { RecordReference(kind, $0) }
          }, writingSince: card.writing)
      }
    }
  }

  // MARK: Whoever brings rows in beside the work of others

  /// One program at a time: it goes with the process, however that ends.
  final class Claim: Sendable {
    private let file: PresenceFile

    fileprivate init(_ file: PresenceFile) { self.file = file }

    deinit { PresenceFile.release(file.descriptor, from: PresenceFile.slots) }
  }

  /// Nil where somebody holds it.
  func claim() -> Claim? { Self.lock(descriptor, from: Self.slots, count: 1) ? Claim(self) : nil }

  // MARK: Locks

  private static let getLock: Int32 = 36
  private static let setLock: Int32 = 37

  private static func range(_ slot: Int, _ count: Int) -> flock {
    var range = flock()
    (range.l_type, range.l_whence) = (Int16(F_WRLCK), Int16(SEEK_SET))
    (range.l_start, range.l_len) = (off_t(slot), off_t(count))
    return range
  }

  private static func lock(_ descriptor: Int32, from slot: Int, count: Int) -> Bool {
    var range = range(slot, count)
    return fcntl(descriptor, setLock, &range) == 0
  }

  private static func release(_ descriptor: Int32, from slot: Int) {
    var range = range(slot, 1)
    range.l_type = Int16(F_UNLCK)
    _ = fcntl(descriptor, setLock, &range)
  }

  private func isHeld(_ slot: Int) -> Bool {
    var range = Self.range(slot, 1)
    return fcntl(descriptor, Self.getLock, &range) == 0 && range.l_type != Int16(F_UNLCK)
  }
}
