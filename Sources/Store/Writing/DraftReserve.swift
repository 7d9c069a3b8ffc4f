import Foundation
import Glibc

/// A file whose room was taken while there was some: what is typed on a full disk still has a place.
///
/// It holds its cards twice over, turn by turn, each turn with its number and a checksum: whatever a power cut tears, the
/// turn before it is whole. A lock on it says that the session which made it lives.
final class DraftReserve {
  /// The room for one turn, in bytes: longer texts than all of this hardly anybody types between two breaths.
  static let half = 128 << 10
  private static let header = 32

  let path: String
  private let descriptor: Int32

  /// Makes one, with its room and its lock; nil where there is no place for it.
  init?(making path: String) {
    // One that looks for dead sessions may take an empty file for one of them, and away.
    for _ in 0..<3 {
      let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { return nil }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, StoreFile.isStill(descriptor, at: path) {
        // Where there is no room any more it is a lock at least.
        posix_fallocate(descriptor, 0, off_t(2 * Self.half))
        (self.path, self.descriptor) = (path, descriptor)
        return
      }
      Glibc.close(descriptor)
    }
    return nil
  }

  /// Opens that of a session that is no more; nil where it lives, or where there is none.
  init?(ofDead path: String) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, StoreFile.isStill(descriptor, at: path) else {
      Glibc.close(descriptor)
      return nil
    }
    (self.path, self.descriptor) = (path, descriptor)
  }

  deinit { close(descriptor) }

  func remove() { unlink(path) }

  /// The last turn that is whole.
  var cards: [DraftCard] { turns.max { $0.number < $1.number }?.cards ?? [] }

  /// - Returns: whether they are there, and will be after a power cut; false where they are too long.
  func write(_ cards: [DraftCard]) -> Bool {
    guard let text = try? JSONEncoder().encode(cards), text.count <= Self.half - Self.header else {
      return false
    }
    let number = (turns.map(\.number).max() ?? 0) + 1
    var bytes = Self.bytes(UInt64(number)) + Self.bytes(UInt64(text.count)) + Self.bytes(DraftShelf.sum(text))
    bytes += [UInt8](repeating: 0, count: Self.header - bytes.count) + text
    let place = number % 2 * Self.half
    return pwrite(descriptor, bytes, bytes.count, off_t(place)) == bytes.count && fsync(descriptor) == 0
  }

  private var turns: [(number: Int, cards: [DraftCard])] { [0, Self.half].compactMap(turn) }

  private func turn(at place: Int) -> (number: Int, cards: [DraftCard])? {
    var bytes = [UInt8](repeating: 0, count: Self.half)
    let count = pread(descriptor, &bytes, bytes.count, off_t(place))
    guard count > Self.header else { return nil }
    let words = (0..<3).map { word in
      bytes[(8 * word)..<(8 * word + 8)].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    }
    guard words[0] > 0, words[0] < 1 << 53, words[1] <= UInt64(count - Self.header) else { return nil }
    let text = Data(bytes[Self.header..<(Self.header + Int(words[1]))])
    guard DraftShelf.sum(text) == words[2],
      let cards = try? JSONDecoder().decode([DraftCard].self, from: text)
    else {
      return nil
    }
    return (Int(words[0]), cards)
  }

  private static func bytes(_ word: UInt64) -> [UInt8] { withUnsafeBytes(of: word.bigEndian, Array.init) }
}
