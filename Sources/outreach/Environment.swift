import Glibc
import Model
import Office
import Synchronization

/// What the process finds around it.
enum Environment {
  /// Today; where a command works on the sample data, what they take for it.
  static var today: Day { isSample ? SampleStore.asOf : clockDay }

  /// The day by the clock, whatever a command works on.
  static var clockDay: Day {
    let parts = localTime
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))!
  }

  private static let sampled = Mutex(false)
  /// Whether this command works on the sample data.
  static var isSample: Bool { sampled.withLock { $0 } }
  static func visitSample() { sampled.withLock { $0 = true } }

  /// Milliseconds until the minute is over for sure: `time(nil)` is behind by a tick.
  static var millisecondsToMinute: Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return 60_010 - (now.tv_sec % 60 * 1_000 + now.tv_nsec / 1_000_000)
  }

  /// Seconds east of UTC.
  static var zoneOffset: Int { localTime.tm_gmtoff }

  private static var localTime: tm {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return parts
  }

  /// A text file, nil where there is none that can be read.
  static func text(of path: String) -> String? {
    (try? ByteStream.read(path)).map { String(decoding: $0, as: UTF8.self) }
  }
}
