import Glibc
import Model

/// What the process finds around it.
enum Environment {
  static var today: Day {
    let parts = localTime
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))!
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
