import Terminal

/// Turns the bytes of a terminal into keys, pastes and mouse events.
///
/// It reads bytes, not `get_wch`: that one loses a letter whose bytes arrive in two packets, and hands out
/// the letters of a sequence that it does not know. This type does no input of its own, so it keeps what is
/// unfinished until the rest arrives, and can be tested without a terminal.
nonisolated public struct KeyDecoder: Sendable {
  private var pending: [UInt8] = []
  private var pasted: [UInt8]?
  /// A paste was given up before its end: the rest of it may still come.
  private var isTorn = false
  /// What came much faster than anybody types, at a terminal that does not say what is pasted.
  private var burst: [UInt8]?
  private var bracketsPastes: Bool
  /// A paste that has ended, with what came right behind its end: keys, unless a second end follows.
  private var ended: (text: [UInt8], rest: [UInt8])?
  /// How the Escape before what is awaited was told.
  private var escape = EarlyEscape.none
  private let named: [[UInt8]: KeyChord]
  /// How long an Escape alone waits.
  private(set) var patience: EscapePatience

  /// - Parameter named: sequences that this terminal has for keys, where they differ from everybody's.
  /// - Parameter bracketsPastes: whether the terminal says where a paste begins and ends.
  public init(
    named: [[UInt8]: KeyChord] = [:], patience: EscapePatience = EscapePatience(), bracketsPastes: Bool = true
  ) {
    (self.named, self.patience, self.bracketsPastes) = (named, patience, bracketsPastes)
  }

  /// The terminal answered a question, so many milliseconds after it was asked.
  public mutating func note(roundTrip milliseconds: Int32) { patience.note(roundTrip: milliseconds) }

  /// What `bytes` complete. An unfinished sequence waits for more; see `patienceMilliseconds`.
  public mutating func decode(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    let bytes = Array(bytes)
    if isTorn { mend(bytes) }
    if takesBurst(bytes) { return [] }
    guard let (text, rest) = ended else { return decode(more: bytes) }
    ended = nil
    var events: [TerminalEvent] = []
    pending = Array(
      close(text[...], before: (rest + bytes)[...], isLate: bytes.count <= Self.mostOfKey, &events))
    return events + decode(more: [])
  }

  private mutating func decode(more bytes: [UInt8]) -> [TerminalEvent] {
    pending += bytes
    if escape == .told, let first = pending.first { rejoin(first) }
    var events: [TerminalEvent] = []
    var rest = pending[...]
    while !rest.isEmpty {
      if pasted != nil {
        rest = paste(rest, &events)
      } else if let unit = unit(rest) {
        rest = rest.dropFirst(unit.length)
        escape = .none
        take(unit.meaning, &events)
      } else {
        break
      }
    }
    pending = Array(rest)
    return events
  }

  /// How long to wait for the rest of what is unfinished, before `giveUp`; nil when nothing is.
  ///
  /// Escape alone is a key and the beginning of others: `EscapePatience` tells them apart. What can only be a sequence
  /// deserves the patience of a slow link, for its rest would be taken for letters; so does what follows an Escape soon.
  public var patienceMilliseconds: Int32? {
    if burst != nil { return 60 }
    if pasted != nil { return 3000 }
    if ended != nil { return 50 }
    if pending.isEmpty { return escape == .told ? patience.regretMilliseconds : nil }
    return pending.allSatisfy { $0 == Byte.escape } ? patience.milliseconds : patience.regretMilliseconds
  }

  /// What the unfinished bytes mean when nothing follows.
  public mutating func giveUp() -> [TerminalEvent] {
    if let (text, rest) = ended {
      ended = nil
      return [.paste(Self.lines(text))] + decode(more: rest)
    }
    if let text = burst {
      burst = nil
      return [.paste(Self.lines(text))]
    }
    defer { pending = [] }
    let before = escape
    escape = pending == [Byte.escape] ? .told : .none
    if let text = pasted {
      (pasted, isTorn) = (nil, true)
      return text.isEmpty ? [] : [.paste(Self.lines(text))]
    }
    switch pending.count {
    case 1 where pending[0] == Byte.escape: return [.key(KeyChord(.escape))]
    case 2 where pending == [Byte.escape, Byte.escape]:
      return [.key(KeyChord(.escape)), .key(KeyChord(.escape))]
    case 2 where pending[0] == Byte.escape && pending[1] < 0x80:
      let letter = Character(Unicode.Scalar(pending[1]))
      return [.key(KeyChord(.character(letter), alt: before != .rejoined))]
    default: return []
    }
  }

  /// Over a bad link the bytes of an arrow come so far apart that its Escape was told already. Were the rest taken for
  /// letters, `^[[D` would retire a record.
  private mutating func rejoin(_ first: UInt8) {
    let isRest = first == Byte.bracket || first == UInt8(ascii: "O")
    if isRest { pending.insert(Byte.escape, at: 0) }
    escape = isRest ? .rejoined : .none
  }

  private enum EarlyEscape {
    case none
    /// As a key of its own, a moment ago.
    case told
    /// So too, and put back before what may be its rest.
    case rejoined
  }

  private mutating func take(_ meaning: KeyMeaning, _ events: inout [TerminalEvent]) {
    switch meaning {
    case .key(let chord): events.append(.key(chord))
    case .pasteBegins: (pasted, bracketsPastes) = ([], true)
    case .background(let background): events.append(.background(background))
    case .marks(let takeRoom): events.append(.marks(takeRoom: takeRoom))
    case .here: events.append(.here)
    case .synchronizes(let can): events.append(.synchronizes(can))
    case .nothing: break
    }
  }

  /// Takes pasted text up to its end; what comes after it.
  private mutating func paste(
    _ bytes: ArraySlice<UInt8>, _ events: inout [TerminalEvent]
  ) -> ArraySlice<UInt8> {
    var text = pasted ?? []
    pasted = nil
    for (index, byte) in zip(bytes.indices, bytes) {
      text.append(byte)
      if byte == Self.end.last, text.hasSuffix(Self.end) {
        return close(text.dropLast(Self.end.count), before: bytes[(index + 1)...], isLate: false, &events)
      }
    }
    // Whoever sends without an end is not kept for ever.
    if text.count > Self.mostOfPaste {
      events.append(.paste(Self.lines(text)))
      text = []
    }
    pasted = text
    return []
  }

  private static let mostOfPaste = 16 << 20

  /// What comes after a paste was given up is the rest of it where it ends one, or is longer than any key: the link may have
  /// stood still in its middle, and the rest must not act as keys.
  private mutating func mend(_ bytes: [UInt8]) {
    isTorn = false
    let end = bytes.firstRange(of: Self.end)
    let begin = bytes.firstRange(of: Self.begin)
    let isRest =
      if let end { begin.map { end.lowerBound < $0.lowerBound } ?? true } else {
        begin == nil && bytes.count > Self.mostOfKey
      }
    if isRest { pasted = [] }
  }

  /// Where nobody says what is pasted, words or lines that come in one piece are: what is typed comes letter by letter.
  private mutating func takesBurst(_ bytes: [UInt8]) -> Bool {
    if burst != nil {
      burst? += bytes
      return true
    }
    guard !bracketsPastes, pending.isEmpty, bytes.count >= Self.leastOfBurst, Set(bytes).count >= 6 else {
      return false
    }
    let isText = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [9, Byte.newline, Byte.return].contains($0) }
    let gap = bytes.firstIndex { $0 <= 0x20 }
    guard isText, let gap, gap < bytes.count - 1 else { return false }
    burst = bytes
    return true
  }

  private static let leastOfBurst = 16

  private static let begin = Array("\u{1B}[200~".utf8)
  private static let end = Array("\u{1B}[201~".utf8)
  /// No key and no report of the mouse has more bytes.
  private static let mostOfKey = 16

  /// Ends a paste. Its text may hold the bytes that end one, and what follows them must not act as keys: an end that no
  /// begin precedes is the end of the same paste. So what comes right behind an end waits a moment for another. Text
  /// that holds a begin as well cannot be told from two pastes with keys between them.
  /// - Parameters:
  ///   - rest: what came behind the end.
  ///   - isLate: the last of it came by itself, and is no longer than a key: somebody types again.
  /// - Returns: what is not of the paste.
  private mutating func close(
    _ text: ArraySlice<UInt8>, before rest: ArraySlice<UInt8>, isLate: Bool, _ events: inout [TerminalEvent]
  ) -> ArraySlice<UInt8> {
    var (text, rest) = (Array(text), rest)
    while let next = rest.firstRange(of: Self.end) {
      if let begin = rest.firstRange(of: Self.begin), begin.lowerBound < next.lowerBound { break }
      text += rest[..<next.lowerBound]
      rest = rest[next.upperBound...]
    }
    let isNext = rest.isEmpty || rest.firstRange(of: Self.begin) != nil
    let mayEnd = (1..<Self.end.count).contains { Array(rest).hasSuffix(Array(Self.end.prefix($0))) }
    if isNext || isLate && !mayEnd {
      events.append(.paste(Self.lines(text)))
      return rest
    }
    ended = (text, Array(rest))
    return []
  }

  /// Terminals send the ends of pasted lines as Enter.
  private static func lines(_ bytes: some Sequence<UInt8>) -> String {
    var unix: [UInt8] = []
    var wasReturn = false
    for byte in bytes {
      if !(wasReturn && byte == Byte.newline) { unix.append(byte == Byte.return ? Byte.newline : byte) }
      wasReturn = byte == Byte.return
    }
    return String(decoding: unix, as: UTF8.self)
  }

  // MARK: One key

  /// The first key in `bytes` and how many of them it takes, or nil where more have to come.
  private func unit(_ bytes: ArraySlice<UInt8>) -> KeyUnit? {
    let first = bytes[bytes.startIndex]
    if first == Byte.escape { return escape(bytes) }
    if first < 0x20 || first == 0x7F { return KeyUnit(1, .key(KeySequence.control(first))) }
    if first < 0x80 { return KeyUnit(1, .key(KeyChord(.character(Character(Unicode.Scalar(first)))))) }
    return letter(bytes, first)
  }

  private func letter(_ bytes: ArraySlice<UInt8>, _ first: UInt8) -> KeyUnit? {
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let present = bytes.prefix(length)
    guard first >= 0xC2, first < 0xF5, present.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else {
      return KeyUnit(1, .nothing)
    }
    guard present.count == length else { return nil }
    guard let text = String(validating: present, as: UTF8.self), let character = text.first else {
      return KeyUnit(length, .nothing)
    }
    return KeyUnit(length, .key(KeyChord(.character(character))))
  }

  private func escape(_ bytes: ArraySlice<UInt8>) -> KeyUnit? {
    let rest = bytes.dropFirst()
    guard let second = rest.first else { return nil }
    switch second {
    case Byte.bracket: return known(bytes, KeySequence.control(bytes))
    case UInt8(ascii: "O"): return known(bytes, KeySequence.single(bytes))
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): return KeySequence.string(bytes)
    case Byte.escape: return twice(rest)
    default: return unit(rest)?.withAlt
    }
  }

  /// Escape, then a sequence: Alt with a key in some terminals. Escape, then Escape: two keys.
  private func twice(_ rest: ArraySlice<UInt8>) -> KeyUnit? {
    guard let third = rest.dropFirst().first else { return nil }
    guard third == Byte.bracket || third == UInt8(ascii: "O") else {
      return KeyUnit(1, .key(KeyChord(.escape)))
    }
    guard let unit = escape(rest) else { return nil }
    // What the terminal answers is no key, and takes the Escape that somebody pressed meanwhile for nothing of its own.
    guard case .key = unit.meaning else { return KeyUnit(1, .key(KeyChord(.escape))) }
    return unit.withAlt
  }

  private func known(_ bytes: ArraySlice<UInt8>, _ unit: KeyUnit?) -> KeyUnit? {
    guard let unit, let chord = named[Array(bytes.prefix(unit.length))] else { return unit }
    return KeyUnit(unit.length, .key(chord))
  }
}

extension [UInt8] {
  nonisolated fileprivate func hasSuffix(_ other: [UInt8]) -> Bool {
    suffix(other.count).elementsEqual(other)
  }
}

/// Bytes with a name.
nonisolated enum Byte {
  static let escape: UInt8 = 0x1B
  static let bell: UInt8 = 0x07
  static let newline: UInt8 = 0x0A
  static let `return`: UInt8 = 0x0D
  static let bracket = UInt8(ascii: "[")
}

/// What one key's bytes mean.
nonisolated enum KeyMeaning: Equatable {
  case key(KeyChord)
  case pasteBegins
  /// The terminal says what it writes on.
  case background(Background)
  /// Whether marks take a column of their own there.
  case marks(takeRoom: Bool)
  /// It has read all that was sent before.
  case here
  /// Whether it can be told where frames begin and end.
  case synchronizes(Bool)
  /// A sequence that is not a key, or one unknown to us: swallowed whole.
  case nothing
}

/// The bytes of one key.
nonisolated struct KeyUnit {
  let length: Int
  let meaning: KeyMeaning

  init(_ length: Int, _ meaning: KeyMeaning) {
    self.length = length
    self.meaning = meaning
  }

  /// The same with Escape before it.
  var withAlt: KeyUnit {
    guard case .key(var chord) = meaning else { return KeyUnit(length + 1, meaning) }
    chord.alt = true
    return KeyUnit(length + 1, .key(chord))
  }
}
