import CProbe

/// A key by the name that keymap files and transcripts use.
struct ProbeKey {
  var number: Int32 = 0
  var scalar: UInt32 = 0
  /// libvterm's: Shift 1, Alt 2, Control 4.
  var modifiers: Int32 = 0

  private static let names: [String: probe_key_number] = [
    "Enter": PROBE_ENTER, "Tab": PROBE_TAB, "Backspace": PROBE_BACKSPACE, "Esc": PROBE_ESCAPE,
    "Up": PROBE_UP, "Down": PROBE_DOWN, "Left": PROBE_LEFT, "Right": PROBE_RIGHT, "Ins": PROBE_INSERT,
    "Del": PROBE_DELETE, "Home": PROBE_HOME, "End": PROBE_END, "PgUp": PROBE_PAGE_UP,
    "PgDn": PROBE_PAGE_DOWN,
  ]

  init?(_ name: String) {
    var rest = Substring(name)
    for (prefix, bit) in [("Ctrl-", 4), ("Alt-", 2), ("Shift-", 1)] as [(String, Int32)]
    where rest.hasPrefix(prefix) && rest.count > prefix.count {
      rest = rest.dropFirst(prefix.count)
      modifiers |= bit
    }
    if let named = Self.names[String(rest)] {
      number = Int32(named.rawValue)
    } else if rest == "Space" {
      scalar = 0x20
    } else if rest.count > 1, rest.hasPrefix("F"), let function = Int32(rest.dropFirst()) {
      number = probe_key_function(function)
    } else if rest.unicodeScalars.count == 1, let only = rest.unicodeScalars.first {
      scalar = modifiers & 4 == 0 ? only.value : only.properties.lowercaseMapping.unicodeScalars.first!.value
    } else {
      return nil
    }
  }
}
