import Model

/// Which records the rows of a file were for so far, as numbers of 64 bits: a file may have millions of rows,
/// and their texts would not fit. Two texts with the same number are likelier to be the same than the
/// machine is to be right; the seed keeps files from being made that say otherwise.
struct SeenRows {
  /// A row that was for a record.
  struct Row {
    let line: Int
    let fingerprint: UInt64
  }

  private let seed: UInt64
  private var ids = Hashes()
  /// The first row of each name; the first that has no e-mail; and of each name and e-mail.
  private var names = Hashes()
  private var bareNames = Hashes()
  private var emails = Hashes()
  private var lines: [UInt32] = []
  private var fingerprints: [UInt64] = []

  init(seed: UInt64 = .random(in: 0...UInt64.max)) { self.seed = seed }

  func row(_ row: ImportRow) -> Row {
    var hash = TextHash(seed: seed)
    for cell in row.cells { hash.add(cell ?? "") }
    return Row(line: row.line, fingerprint: hash.value)
  }

  /// The row that was for the record of that id.
  func first(withID id: RecordID) -> Row? { ids[hash(id)].map(row) }

  /// The first row that was for a record like this.
  func first(like likeness: Likeness) -> Row? {
    if likeness.emails.isEmpty { return names[hash(likeness.foldedName)].map(row) }
    let person = person(likeness.foldedName)
    let shared = likeness.emails.compactMap { emails[hash(person, $0)] }
    let bare = bareNames[hash(likeness.foldedName)]
    return (shared + (bare.map { [$0] } ?? [])).min().map(row)
  }

  /// The row that was for the record of one of these UIDs; where there are none, for a record like this.
  func first(of uids: [String], like likeness: Likeness?) -> Row? {
    if uids.isEmpty { return likeness.flatMap { first(like: $0) } }
    return uids.lazy.compactMap { ids[hash("", $0)] }.first.map(row)
  }

  /// - Parameters: `id`, `likeness` and `uids` are what later rows may meet it by.
  mutating func add(_ row: Row, id: RecordID?, likeness: Likeness?, uids: [String]) {
    let index = UInt32(lines.count)
    lines.append(UInt32(truncatingIfNeeded: row.line))
    fingerprints.append(row.fingerprint)
    if let id { ids.add(hash(id), index) }
    for uid in uids { ids.add(hash("", uid), index) }
    guard let likeness else { return }
    let name = hash(likeness.foldedName)
    names.add(name, index)
    if likeness.emails.isEmpty { bareNames.add(name, index) }
    if likeness.emails.isEmpty { return }
    let person = person(likeness.foldedName)
    for email in likeness.emails { emails.add(hash(person, email), index) }
  }

  /// The words of a name in whatever order and with whatever marks between them.
  private func person(_ foldedName: String) -> UInt64 {
    foldedName.utf8.split { [0x20, 0x2C, 0x2E, 0x3B].contains($0) }
      .reduce(0) { sum, word in sum &+ hash(String(Substring(word))) }
  }

  private func hash(_ person: UInt64, _ email: String) -> UInt64 {
    var hash = TextHash(seed: seed ^ person)
    hash.add(email)
    return hash.value
  }

  private func hash(_ texts: String...) -> UInt64 {
    var hash = TextHash(seed: seed)
    for text in texts { hash.add(text) }
    return hash.value
  }

  private func row(_ index: UInt32) -> Row {
    Row(line: Int(lines[Int(index)]), fingerprint: fingerprints[Int(index)])
  }
}

/// Numbers that rows are found by, each with the first row that has it: open addressing with linear probing,
/// twelve bytes an entry.
private struct Hashes {
  private var keys: [UInt64] = Array(repeating: 0, count: 16)
  /// The row, from 1; 0 where the place is free.
  private var rows: [UInt32] = Array(repeating: 0, count: 16)
  private var count = 0

  subscript(key: UInt64) -> UInt32? {
    let row = rows[place(of: key)]
    return row == 0 ? nil : row - 1
  }

  mutating func add(_ key: UInt64, _ row: UInt32) {
    if (count + 1) * 4 > keys.count * 3 { grow() }
    let place = place(of: key)
    guard rows[place] == 0 else { return }
    (keys[place], rows[place]) = (key, row + 1)
    count += 1
  }

  /// Where a number stands, or may be put.
  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while rows[place] != 0, keys[place] != key { place = (place + 1) & (keys.count - 1) }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldRows) = (keys, rows)
    keys = Array(repeating: 0, count: 2 * oldKeys.count)
    rows = Array(repeating: 0, count: 2 * oldKeys.count)
    for (key, row) in zip(oldKeys, oldRows) where row != 0 {
      let place = place(of: key)
      (keys[place], rows[place]) = (key, row)
    }
  }
}

/// A hash of texts that nobody can foresee without its seed, over their bytes: the hash of the standard library
/// normalizes each character first, and takes many times as long.
struct TextHash {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  var value: UInt64 { Self.mixed(state, 0x9E37_79B9_7F4A_7C15) }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        let word = UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self)
        state = Self.mixed(state ^ word, 0xA076_1D64_78BD_642F)
        index += 8
      }
      var last: UInt64 = 0
      while index < bytes.count {
        last = last << 8 | UInt64(bytes[index])
        index += 1
      }
      state = Self.mixed(state ^ last, 0xE703_7ED1_A0B4_28DB ^ UInt64(bytes.count))
    }
  }

  /// Both halves of a product: each bit depends on all (wyhash).
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
