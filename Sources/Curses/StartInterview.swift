import CSystem
import Glibc

/// What a terminal is asked before anything is drawn, where neither its name nor the locale says enough. It costs one way
/// there and back, and nothing where both are known.
struct StartInterview {
  /// Whether it answered as xterm's kin does: with its background, or as a VT220 or a later one (DA1, "62;…").
  private(set) var isKin = false
  /// Whether it shows UTF-8; nil where it does not tell.
  private(set) var showsUTF8: Bool?
  /// What else came: keys, and the colour of the background.
  private(set) var rest: [UInt8] = []

  /// - Parameters:
  ///   - asksKin: its name says nothing.
  ///   - asksLetters: the locale says nothing.
  init(asksKin: Bool, asksLetters: Bool) {
    system_take_terminal()
    defer { system_give_terminal() }
    var question = ""
    if asksKin { question += BackgroundQuestion.text }
    // One letter of two bytes is one column in UTF-8 and two in all else. The line is as it was afterwards.
    if asksLetters { question += "\r\u{E9}\u{1B}[6n\r  \r" }
    let bytes = Array((question + "\u{1B}[c").utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    listen()
  }

  /// Until the last question is answered, for a second and a half at most.
  private mutating func listen() {
    var came: [UInt8] = []
    var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    var bytes = [UInt8](repeating: 0, count: 1024)
    let start = ContinuousClock.now
    var hasEnded = false
    while !hasEnded {
      let left = 1500 - Int32(min(start.duration(to: .now) / .milliseconds(1), 1500))
      guard left > 0, poll(&source, 1, left) > 0 else { break }
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      guard count > 0 else { break }
      came += bytes[..<count]
      hasEnded = take(came)
    }
    _ = take(came)
  }

  /// Sorts what came; returns whether the last answer is among it.
  private mutating func take(_ came: [UInt8]) -> Bool {
    var left = came[...]
    var hasEnded = false
    rest = []
    while let byte = left.first {
      guard let (answer, length) = Self.answer(left) else {
        rest.append(byte)
        left = left.dropFirst()
        continue
      }
      left = left.dropFirst(length)
      switch answer {
      case .place(let column): showsUTF8 = showsUTF8 ?? (column == 2)
      case .kind(let number):
        hasEnded = true
        isKin = isKin || (61...69).contains(number)
      }
    }
    isKin = isKin || String(decoding: rest, as: UTF8.self).contains("\u{1B}]11;rgb")
    return hasEnded
  }

  private enum Answer {
    case place(column: Int)
    case kind(Int)
  }

  /// The answer that begins there, `ESC [ row ; column R` or `ESC [ ? kind ; … c`, and how long it is.
  private static func answer(_ bytes: ArraySlice<UInt8>) -> (Answer, Int)? {
    guard bytes.starts(with: [Byte.escape, Byte.bracket]) else { return nil }
    let body = bytes.dropFirst(2)
    guard let end = body.firstIndex(where: { !(0x30...0x3F).contains($0) }) else { return nil }
    let length = end - bytes.startIndex + 1
    let isKind = body.first == UInt8(ascii: "?")
    let numbers = (isKind ? body.dropFirst() : body)[..<end].split(separator: UInt8(ascii: ";"))
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    switch bytes[end] {
    case UInt8(ascii: "R") where numbers.count == 2: return (.place(column: numbers[1]), length)
    case UInt8(ascii: "c") where isKind: return (.kind(numbers.first ?? 0), length)
    default: return nil
    }
  }
}
