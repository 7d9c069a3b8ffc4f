import CNcurses
import Terminal

/// The sequences that the terminal's own description has for its keys.
enum TerminfoKeys {
  private static let plain: [(String, KeyChord)] = [
    ("kcuu1", "Up"), ("kcud1", "Down"), ("kcub1", "Left"), ("kcuf1", "Right"), ("khome", "Home"),
    ("kend", "End"), ("kpp", "PgUp"), ("knp", "PgDn"), ("kdch1", "Del"), ("kich1", "Ins"),
    ("kcbt", "Shift-Tab"), ("kri", "Shift-Up"), ("kind", "Shift-Down"), ("kent", "Enter"),
  ]
  private static let modified: [(String, KeyChord)] = [
    ("kUP", "Up"), ("kDN", "Down"), ("kLFT", "Left"), ("kRIT", "Right"), ("kHOM", "Home"),
    ("kEND", "End"), ("kPRV", "PgUp"), ("kNXT", "PgDn"), ("kDC", "Del"), ("kIC", "Ins"),
  ]

  /// Every known key by the bytes that the terminal sends for it.
  static func table() -> [[UInt8]: KeyChord] {
    var keys: [[UInt8]: KeyChord] = [:]
    for (name, chord) in plain { add(name, chord, to: &keys) }
    for number in 1...12 { add("kf\(number)", KeyChord(.function(number)), to: &keys) }
    for (name, chord) in modified {
      add(name, held(chord, 1), to: &keys)
      for modifier in 2...7 { add("\(name)\(modifier)", held(chord, modifier - 1), to: &keys) }
    }
    return keys
  }

  private static func held(_ chord: KeyChord, _ held: Int) -> KeyChord {
    KeyChord(chord.key, control: held & 4 != 0, alt: held & 2 != 0, shift: held & 1 != 0)
  }

  private static func add(_ name: String, _ chord: KeyChord, to keys: inout [[UInt8]: KeyChord]) {
    guard let text = curses_capability(name) else { return }
    let bytes = Array(String(cString: text).utf8)
    // Others are control characters, which mean the same on every terminal.
    if bytes.first == Byte.escape { keys[bytes] = chord }
  }
}
