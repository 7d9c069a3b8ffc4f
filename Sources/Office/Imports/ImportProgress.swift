import Glibc
import Store

/// How far an import is.
public struct ImportProgress: Sendable, Equatable {
  public enum Phase: Sendable, Equatable {
    case reading
    /// Comparing who is new with all who are stored.
    case comparing
    /// Sorting the indexes.
    case indexing
    /// Committing: from here on there is no way back.
    case saving
  }

  public let phase: Phase
  /// Rows that were read.
  public let rows: Int
  /// About how many there are.
  public let expectedRows: Int
  public let bytes: Int
  public let totalBytes: Int
  /// Since it began.
  public let seconds: Double
  /// How much of the work is done, from 0 to 1: after the reading, indexes are sorted.
  public let fraction: Double

  public var rowsPerSecond: Double { seconds > 0 ? Double(rows) / seconds : 0 }

  /// Seconds that are left, as it went so far; nil at the beginning.
  public var remainingSeconds: Double? {
    fraction > 0.005 && seconds > 0.5 ? seconds / fraction * (1 - fraction) : nil
  }
}

/// Measures how long an import takes.
public struct ImportClock {
  private let size: Int
  /// How much of the work reading is, where all that follows it is comparing.
  private let read: Double
  private let begun = Self.seconds
  /// What the reading takes of the whole, by measurement.
  private static let reading = 0.85

  /// - Parameters:
  ///   - size: how many bytes there are to read.
  ///   - compares: whether who is new is compared afterwards, which takes about as long.
  public init(_ size: Int, compares: Bool = false) {
    self.size = size
    read = compares ? 0.5 : 1
  }

  /// How far reading is, with no writing behind it.
  public func progress(_ rows: Int, _ bytes: Int) -> ImportProgress {
    let part = size == 0 ? 1 : Double(bytes) / Double(size)
    return make(.reading, rows, bytes, expected: 0, fraction: read * part)
  }

  /// How far the comparing of who is new is, behind the reading.
  func comparing(_ part: Double, rows: Int) -> ImportProgress {
    make(.comparing, rows, size, expected: rows, fraction: read + (1 - read) * part)
  }

  func progress(_ bulk: BulkProgress) -> ImportProgress {
    let read = size == 0 ? 1 : Double(bulk.bytes) / Double(size)
    let (phase, fraction): (ImportProgress.Phase, Double) =
      switch bulk.phase {
      case .writing: (.reading, Self.reading * read)
      case .indexing(let done, let count):
        (.indexing, Self.reading + (0.98 - Self.reading) * Double(done) / Double(count))
      case .saving: (.saving, 0.98)
      }
    return make(phase, bulk.rows, bulk.bytes, expected: bulk.expectedRows, fraction: fraction)
  }

  private func make(
    _ phase: ImportProgress.Phase, _ rows: Int, _ bytes: Int, expected: Int, fraction: Double
  ) -> ImportProgress {
    let estimate = bytes == 0 ? rows : Int(Double(rows) * Double(size) / Double(bytes))
    return ImportProgress(
      phase: phase, rows: rows, expectedRows: max(rows, expected > 0 ? expected : estimate), bytes: bytes,
      totalBytes: size, seconds: Self.seconds - begun, fraction: min(1, fraction))
  }

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
