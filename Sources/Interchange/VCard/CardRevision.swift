import Model

/// When cards were last revised (REV: RFC 6350, section 6.7.4; RFC 2426, section 3.6.4).
enum CardRevision {
  /// Seconds since 1970 of `19951031T222710Z`, `1995-10-31T22:27:10+01:00` or a day alone, of which the end is meant; a
  /// time without a zone is one of UTC. Nil for what is no such text.
  static func seconds(_ text: String) -> Int? {
    var shape = Shape(text.trimmed)
    func part(_ mark: StaticString) -> Int? {
      _ = shape.one(of: mark)
      return shape.number(2...2)
    }
    guard let year = shape.number(4...4), let month = part("-"), let number = part("-"),
      let day = Day(year: year, month: month, day: number)
    else { return nil }
    let start = day.number * 86_400
    guard shape.one(of: "T ") else {
      return offset(&shape) != nil && shape.isAtEnd ? start + 86_399 : nil
    }
    guard let hour = shape.number(2...2), let minute = part(":"), hour < 24, minute < 60 else { return nil }
    let isMarked = shape.one(of: ":")
    let second = shape.number(2...2)
    if isMarked, second == nil { return nil }
    if shape.one(of: ".,"), !shape.digits(1...40) { return nil }
    guard let offset = offset(&shape), shape.isAtEnd else { return nil }
    return start + hour * 3600 + minute * 60 + (second ?? 0) - offset
  }

  /// Seconds east of UTC, of which a time without a zone is; nil for half a zone.
  private static func offset(_ shape: inout Shape) -> Int? {
    _ = shape.one(of: " ")
    if shape.one(of: "Zz") { return 0 }
    let isWest = shape.one(of: "-")
    guard isWest || shape.one(of: "+") else { return 0 }
    guard let hours = shape.number(2...2) else { return nil }
    _ = shape.one(of: ":")
    let minutes = shape.number(2...2) ?? 0
    return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
  }

  /// The last moment at which a card can have been revised. Clocks are not set alike, and a card may mean local time.
  static func latest(_ now: Int) -> Int { now + 86_400 }

  /// A card of which others may have the UID.
  private struct Card {
    var line = 0
    var uid: UInt64?
    var seconds: Int?
  }

  /// The cards of a file of which another has the same UID and was revised later, and what is said of each, by the lines
  /// where they begin. Of a card that says nothing of its revision nothing is known; one that says it was made after
  /// `latest` is older than any that tells the truth.
  static func superseded(in file: ImportFile, limit: Int, latest last: Int) throws -> [Int: VCardNote] {
    var lines = VCardLineScanner(try TextPieces(file), limit: limit)
    let seed = UInt64.random(in: 0...UInt64.max)
    var latest: [UInt64: (line: Int, seconds: Int)] = [:]
    var older: [Int: VCardNote] = [:]
    func leaveOut(_ line: Int, _ seconds: Int) {
      older[line] = seconds == .min ? .untrueCard(line: line) : .olderCard(line: line)
    }
    var open: [Card] = []
    while let line = try lines.next() {
      if line.says("begin:vcard") {
        open.append(Card(line: line.number))
      } else if line.says("end:vcard"), let card = open.popLast() {
        guard let uid = card.uid, let said = card.seconds else { continue }
        let known = latest[uid]
        let seconds = said > last ? .min : said
        if let known, seconds < known.seconds { leaveOut(card.line, seconds) }
        if let known, known.seconds < seconds { leaveOut(known.line, known.seconds) }
        if known.map({ $0.seconds < seconds }) ?? true { latest[uid] = (card.line, seconds) }
      } else if let last = open.indices.last {
        note(line, in: &open[last], seed)
      }
    }
    return older
  }

  private static func note(_ line: VCardLine, in card: inout Card, _ seed: UInt64) {
    let bytes = line.bytes
    guard let first = bytes.first, let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return }
    // Few lines begin so; the rest is not looked at any closer.
    let letters = [UInt8(ascii: "U"), UInt8(ascii: "u"), UInt8(ascii: "R"), UInt8(ascii: "r")]
    guard letters.contains(first) || bytes[..<colon].contains(UInt8(ascii: ".")) else { return }
    let head = bytes[..<colon].prefix { $0 != UInt8(ascii: ";") }
    let name = head.lastIndex(of: UInt8(ascii: ".")).map { head[($0 + 1)...] } ?? head
    guard name.count == 3 else { return }
    let value = String(decoding: bytes[(colon + 1)...], as: UTF8.self).trimmed
    if ASCII.starts(name, with: "uid"), card.uid == nil, !value.isEmpty {
      var hash = TextHash(seed: seed)
      hash.add(value)
      card.uid = hash.value
    } else if ASCII.starts(name, with: "rev"), card.seconds == nil {
      card.seconds = seconds(value)
    }
  }
}
