import CNcurses
import Glibc

/// How many colours are used.
nonisolated public enum ColourDepth: Int, Sendable, CaseIterable {
  /// Attributes only: bold, dim, underline, reverse.
  case none = 0
  case eight = 8
  case sixteen = 16
  case many = 256

  /// What the terminal in use has, less if asked for: by `wanted`, else by `NO_COLOR` (no-color.org).
  @MainActor static func usable(_ wanted: ColourDepth?) -> ColourDepth {
    let available = tigetnum("colors")
    var limit = Int(available)
    if let wanted {
      limit = min(limit, wanted.rawValue)
    } else if let refusal = getenv("NO_COLOR"), refusal.pointee != 0 {
      limit = 0
    }
    return allCases.last { $0.rawValue <= limit } ?? .none
  }
}
