import Model

/// When cards were last revised (REV: RFC 6350, section 6.7.4; RFC 2426, section 3.6.4).
enum CardRevision {
  /// Seconds since 1970 of `19951031T222710Z`, `1995-10-31T22:27:10+01:00` or a day alone, of which the end is meant; a
  /// time without a zone is one of UTC. Nil for what is no such text.
  static func seconds(_ text: String) -> Int? {
    let form =
      /([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:[T ]([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:[.,][0-9]+)?)?)? ?(Z|z|[+-][0-9]{2}(?::?[0-9]{2})?)?/
    guard let found = text.trimmed.wholeMatch(of: form),
      let day = Day("\(found.1)-\(found.2)-\(found.3)")
    else { return nil }
    let start = day.number * 86_400
    guard let hour = found.4.flatMap({ Int($0) }), let minute = found.5.flatMap({ Int($0) }) else {
      return start + 86_399
    }
    let time = hour * 3600 + minute * 60 + (found.6.flatMap { Int($0) } ?? 0)
    return start + time - offset(found.7 ?? "Z")
  }

  /// Seconds east of UTC.
  private static func offset(_ zone: Substring) -> Int {
    let digits = zone.filter(\.isNumber)
    let hours = Int(digits.prefix(2)) ?? 0
    let minutes = Int(digits.dropFirst(2)) ?? 0
    return (hours * 3600 + minutes * 60) * (zone.first == "-" ? -1 : 1)
  }

  /// A card of which others may have the UID.
  private struct Card {
    var line = 0
    var uid: UInt64?
    var seconds: Int?
  }

  /// The cards of a file of which another has the same UID and was revised later, by the lines where they begin. Of a card
  /// that says nothing of its revision nothing is known.
  static func superseded(in file: ImportFile, limit: Int) throws -> Set<Int> {
    var lines = VCardLineScanner(try TextPieces(file), limit: limit)
    let seed = UInt64.random(in: 0...UInt64.max)
    var latest: [UInt64: (line: Int, seconds: Int)] = [:]
    var older: Set<Int> = []
    var open: [Card] = []
    while let line = try lines.next() {
      if line.says("begin:vcard") {
        open.append(Card(line: line.number))
      } else if line.says("end:vcard"), let card = open.popLast() {
        guard let uid = card.uid, let seconds = card.seconds else { continue }
        let known = latest[uid]
        if let known, seconds < known.seconds { older.insert(card.line) }
        if let known, known.seconds < seconds { older.insert(known.line) }
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
