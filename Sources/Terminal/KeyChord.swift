/// A key as somebody presses it, with what is held down.
public struct KeyChord: Sendable, Hashable {
  public enum Key: Sendable, Hashable {
    case character(Character)
    case up, down, left, right, home, end, pageUp, pageDown
    case enter, escape, tab, backspace, delete, insert
    case function(Int)
    /// A press of the first mouse button or a turn of the wheel; `row` and `column` from 0.
    case click(row: Int, column: Int)
    case wheelUp, wheelDown
  }

  public var key: Key
  public var control = false
  public var alt = false
  public var shift = false

  public init(_ key: Key, control: Bool = false, alt: Bool = false, shift: Bool = false) {
    self.key = key
    self.control = control
    self.alt = alt
    self.shift = shift
  }

  /// On a screen that runs from right to left the arrows go the way that they point.
  public var mirrored: KeyChord {
    switch key {
    case .left: KeyChord(.right, control: control, alt: alt, shift: shift)
    case .right: KeyChord(.left, control: control, alt: alt, shift: shift)
    default: self
    }
  }

  /// A printed character without Control or Alt: what goes into a field that is being typed in.
  public var typed: Character? {
    guard case .character(let character) = key, !control, !alt else { return nil }
    return character
  }
}

extension KeyChord: ExpressibleByStringLiteral {
  /// The chord of a name known to be good: `"g"`, `"Ctrl-R"`, `"PgDn"`. A bad name is our own error.
  public init(stringLiteral name: String) {
    guard let chord = KeyChord(name) else { preconditionFailure("no key is called \(name)") }
    self = chord
  }
}

extension KeyChord: CustomStringConvertible {
  private static let names: [(String, Key)] = [
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end),
    ("PgUp", .pageUp), ("PgDn", .pageDown), ("Enter", .enter), ("Esc", .escape), ("Tab", .tab),
    ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert), ("Space", .character(" ")),
    ("WheelUp", .wheelUp), ("WheelDown", .wheelDown),
  ]

  /// Reads a name as keymap files write it: modifiers `Ctrl-`, `Alt-`, `Shift-`, then a key's name or one
  /// character. Nil where no key is called so.
  public init?(_ name: String) {
    var rest = Substring(name)
    var chord = KeyChord(.escape)
    while rest.count > 1 {
      if rest.hasPrefix("Ctrl-") {
        chord.control = true
        rest = rest.dropFirst(5)
      } else if rest.hasPrefix("Alt-") {
        chord.alt = true
        rest = rest.dropFirst(4)
      } else if rest.hasPrefix("Shift-") {
        chord.shift = true
        rest = rest.dropFirst(6)
      } else {
        break
      }
    }
    guard let key = KeyChord.key(String(rest)) else { return nil }
    chord.key = key
    if chord.control, case .character(let character) = key {
      chord.key = .character(Character(character.lowercased()))
    }
    self = chord
  }

  private static func key(_ name: String) -> Key? {
    if let named = names.first(where: { $0.0 == name }) { return named.1 }
    if name.count == 1, let character = name.first { return .character(character) }
    if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...12).contains(number) {
      return .function(number)
    }
    return nil
  }

  public var description: String {
    let modifiers = (control ? "Ctrl-" : "") + (alt ? "Alt-" : "") + (shift ? "Shift-" : "")
    return modifiers + keyName
  }

  private var keyName: String {
    if let named = Self.names.first(where: { $0.1 == key }) { return named.0 }
    switch key {
    case .character(let character):
      return control ? character.uppercased() : String(character)
    case .function(let number): return "F\(number)"
    default: return "click"
    }
  }
}
