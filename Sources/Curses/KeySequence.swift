import Terminal

/// What the control sequences of terminals mean (ECMA-48 forms; xterm, VT220, rxvt and Linux console keys).
///
/// The functions that take bytes return nil where the sequence is not complete yet.
nonisolated enum KeySequence {
  /// Longer than any key or reply: what does not end by then was never a sequence.
  private static let longest = 4096

  /// The key of a control character.
  static func control(_ byte: UInt8) -> KeyChord {
    switch byte {
    case 0x00: return KeyChord(.character(" "), control: true)
    case 0x08, 0x7F: return KeyChord(.backspace)
    case 0x09: return KeyChord(.tab)
    case Byte.newline, Byte.return: return KeyChord(.enter)
    case Byte.escape: return KeyChord(.escape)
    case 0x01...0x1A: return KeyChord(.character(Character(Unicode.Scalar(byte + 0x60))), control: true)
    default: return KeyChord(.character(Character(Unicode.Scalar(byte + 0x40))), control: true)
    }
  }

  /// `ESC [`, parameters, a final letter.
  static func control(_ bytes: ArraySlice<UInt8>) -> KeyUnit? {
    let body = bytes.dropFirst(2)
    guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      return bytes.count > longest ? KeyUnit(bytes.count, .nothing) : nil
    }
    let length = end - bytes.startIndex + 1
    let parameters = body[..<end]
    switch bytes[end] {
    case Byte.bracket where parameters.isEmpty: return console(bytes)
    case UInt8(ascii: "M") where parameters.isEmpty: return oldMouse(bytes)
    case 0x40...0x7E: return KeyUnit(length, meaning(parameters, bytes[end]))
    // A control character breaks a sequence off and counts for itself.
    default: return KeyUnit(length - 1, .nothing)
    }
  }

  /// `ESC O`, perhaps a modifier, a letter.
  static func single(_ bytes: ArraySlice<UInt8>) -> KeyUnit? {
    let body = bytes.dropFirst(2)
    guard let end = body.firstIndex(where: { !(0x30...0x39).contains($0) }) else { return nil }
    let length = end - bytes.startIndex + 1
    guard bytes[end] >= 0x20 else { return KeyUnit(length - 1, .nothing) }
    if let text = keypad[bytes[end]] { return KeyUnit(length, .key(KeyChord(.character(text)))) }
    if bytes[end] == UInt8(ascii: "M") { return KeyUnit(length, .key(KeyChord(.enter))) }
    let modifier = numbers(body[..<end]).first ?? 1
    return KeyUnit(length, .init(letters[bytes[end]], modifier: modifier))
  }

  /// `ESC ]`, `ESC P` or `ESC _`: a reply of the terminal, up to BEL or `ESC \`.
  static func string(_ bytes: ArraySlice<UInt8>) -> KeyUnit? {
    var last: UInt8 = 0
    for (count, byte) in bytes.dropFirst(2).enumerated() {
      if byte == Byte.bell || last == Byte.escape && byte == UInt8(ascii: "\\") {
        let isCommand = bytes.dropFirst().first == UInt8(ascii: "]")
        let body = bytes.dropFirst(2).prefix(byte == Byte.bell ? count : count - 1)
        let answer = isCommand ? BackgroundQuestion.background(body) : nil
        return KeyUnit(count + 3, answer.map(KeyMeaning.background) ?? .nothing)
      }
      last = byte
    }
    return bytes.count > longest ? KeyUnit(bytes.count, .nothing) : nil
  }

  // MARK: Meanings

  private static func meaning(_ parameters: ArraySlice<UInt8>, _ final: UInt8) -> KeyMeaning {
    if parameters.first == UInt8(ascii: "<") { return mouse(numbers(parameters.dropFirst()), final) }
    if final == UInt8(ascii: "y"), let answer = FrameBrackets.isUnderstood(parameters) {
      return .synchronizes(answer)
    }
    if final == UInt8(ascii: "n"), parameters.elementsEqual([UInt8(ascii: "0")]) { return .here }
    // `?`, `>` and `=` begin replies, never keys.
    guard (parameters.first ?? 0) < UInt8(ascii: "<") else { return .nothing }
    let numbers = numbers(parameters)
    let modifier = numbers.count > 1 ? numbers[1] : 1
    switch final {
    case UInt8(ascii: "~"): return tilde(numbers)
    case UInt8(ascii: "u"): return .init(character(numbers.first ?? 0), modifier: modifier)
    case UInt8(ascii: "Z"): return .key(KeyChord(.tab, shift: true))
    case UInt8(ascii: "R") where numbers.first == MarkQuestion.row:
      return MarkQuestion.takesRoom(column: modifier).map(KeyMeaning.marks) ?? .nothing
    default:
      // Other first numbers are replies too: `ESC [ 12 ; 40 R` tells where the cursor is.
      guard numbers.first ?? 1 == 1, modifier <= 16 else { return .nothing }
      return .init(letters[final], modifier: modifier)
    }
  }

  private static func tilde(_ numbers: [Int]) -> KeyMeaning {
    switch numbers.first {
    case 200: return .pasteBegins
    case 27 where numbers.count == 3: return .init(character(numbers[2]), modifier: numbers[1])
    default:
      guard let number = numbers.first, let key = tildes[number] else { return .nothing }
      return .init(key, modifier: numbers.count > 1 ? numbers[1] : 1)
    }
  }

  /// A character by its number, as terminals with fuller keyboards send it.
  private static func character(_ number: Int) -> KeyChord.Key? {
    guard let scalar = Unicode.Scalar(UInt32(clamping: number)), number > 0 else { return nil }
    if number < 0x20 || number == 0x7F { return control(UInt8(number)).key }
    // Private characters stand for keys that we have no use for (Caps Lock, media keys).
    return scalar.properties.generalCategory == .privateUse ? nil : .character(Character(scalar))
  }

  private static func mouse(_ numbers: [Int], _ final: UInt8) -> KeyMeaning {
    guard numbers.count == 3, final == UInt8(ascii: "M") else { return .nothing }
    return mouse(button: numbers[0], column: numbers[1] - 1, row: numbers[2] - 1)
  }

  private static func mouse(button: Int, column: Int, row: Int) -> KeyMeaning {
    let key: KeyChord.Key
    switch button & ~0b11100 {
    case 0: key = .click(row: max(0, row), column: max(0, column))
    case 64: key = .wheelUp
    case 65: key = .wheelDown
    default: return .nothing
    }
    return .key(
      KeyChord(key, control: button & 16 != 0, alt: button & 8 != 0, shift: button & 4 != 0))
  }

  /// `ESC [ M` and three bytes: the mouse of terminals before 2012.
  private static func oldMouse(_ bytes: ArraySlice<UInt8>) -> KeyUnit? {
    let values = bytes.dropFirst(3).prefix(3).map { Int($0) - 32 }
    guard values.count == 3 else { return nil }
    return KeyUnit(6, mouse(button: values[0], column: values[1] - 1, row: values[2] - 1))
  }

  /// `ESC [ [ A` to `E`: F1 to F5 of the Linux console.
  private static func console(_ bytes: ArraySlice<UInt8>) -> KeyUnit? {
    guard let letter = bytes.dropFirst(3).first else { return nil }
    let number = Int(letter) - 0x40
    return KeyUnit(4, (1...5).contains(number) ? .key(KeyChord(.function(number))) : .nothing)
  }

  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
      // After a colon come details (the key on another layout) that do not matter here.
      let digits = digits.prefix { $0 != UInt8(ascii: ":") }
      return Int(String(decoding: digits, as: UTF8.self)) ?? 1
    }
  }

  private static let letters: [UInt8: KeyChord.Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "P"): .function(1),
    UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static let tildes: [Int: KeyChord.Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  /// The number pad, which some terminals report apart while a program has the cursor keys.
  private static let keypad: [UInt8: Character] = {
    var keys: [UInt8: Character] = [:]
    for (byte, character) in zip(UInt8(ascii: "j")..., "*+,-./0123456789") { keys[byte] = character }
    keys[UInt8(ascii: "X")] = "="
    return keys
  }()
}

extension KeyMeaning {
  /// A key with xterm's modifier number: 1 and the sum of Shift 1, Alt 2, Control 4, Meta 8.
  nonisolated init(_ key: KeyChord.Key?, modifier: Int) {
    guard let key else {
      self = .nothing
      return
    }
    let held = max(0, modifier - 1)
    var chord = KeyChord(key, control: held & 4 != 0, alt: held & 10 != 0, shift: held & 1 != 0)
    if case .character(let character) = key, chord.shift {
      // Shift is in the letter already: `G`, not Shift-G.
      chord.key = .character(Character(character.uppercased().first.map(String.init) ?? String(character)))
      chord.shift = false
    }
    self = .key(chord)
  }
}
