/// How a CSV file separates its fields, and where its first record begins.
struct CSVDialect: Equatable {
  var delimiter: UInt8
  /// Where the first record begins in the text, after an Excel `sep=` line if there is one.
  var start: Int
  /// The line of the file that `start` is on.
  var line: Int

  /// Reads the dialect from the `sep=` line, or from the first records if there is none.
  /// - Parameter text: the beginning of the file, without its byte order mark.
  init(of text: [UInt8]) {
    let firstLine = text.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D }
    guard let separator = Self.separator(in: firstLine) else {
      self.init(delimiter: Self.likelyDelimiter(from: text), start: 0, line: 1)
      return
    }
    let next = Self.lineStart(after: firstLine.endIndex, in: text)
    self.init(delimiter: separator, start: next, line: 2)
  }

  private init(delimiter: UInt8, start: Int, line: Int) {
    self.delimiter = delimiter
    self.start = start
    self.line = line
  }

  /// Whether a byte can separate fields: a tab, or ASCII punctuation other than the quote.
  static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09: true
    case 0x22, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: false
    default: 0x20...0x7E ~= byte
    }
  }

  /// The delimiter a line names as `sep=;`; some programs put the whole line in quotes.
  private static func separator(in line: ArraySlice<UInt8>) -> UInt8? {
    let isQuoted = line.count == 7 && line.first == 0x22 && line.last == 0x22
    let content = isQuoted ? line.dropFirst().dropLast() : line
    guard content.count == 5, let delimiter = content.last, isDelimiter(delimiter) else { return nil }
    let isNamed = content.prefix(4).map { $0 | 0x20 }.elementsEqual("sep=".utf8)
    return isNamed ? delimiter : nil
  }

  private static func lineStart(after end: Int, in bytes: [UInt8]) -> Int {
    guard end < bytes.count else { return end }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    return end + (isPair ? 2 : 1)
  }

  // MARK: Guessing

  private static let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
  /// Within cells it parts the parts of an entry, and at the ends of lines the cells of a table in Markdown: between
  /// fields it stands where the headings have it, and nothing else.
  private static let bar: UInt8 = 0x7C

  /// The candidate that occurs in the header and most often just as many times in other records.
  private static func likelyDelimiter(from bytes: [UInt8]) -> UInt8 {
    let known = delimiterCounts(in: bytes.prefix(65_536), candidates + [bar])
    let counts = known.map { Array($0.dropLast()) }
    if bytes.first != bar, let headings = known.first, headings.dropLast().allSatisfy({ $0 == 0 }),
      let bars = headings.last, bars > 0, 2 * known.count(where: { $0.last == bars }) > known.count
    {
      return bar
    }
    var best = (delimiter: candidates[0], rank: (0, 0, 0))
    for (index, candidate) in candidates.enumerated() {
      let rank = rank(of: counts.map { $0[index] })
      if rank > best.rank { best = (candidate, rank) }
    }
    // A title above the headings has commas of its own.
    if 2 * best.rank.1 < counts.count, let usual = usualDelimiter(counts) { return usual }
    return best.delimiter
  }

  /// The candidate that most records have equally often.
  private static func usualDelimiter(_ counts: [[Int]]) -> UInt8? {
    let agreeing = candidates.indices.map { index in
      Dictionary(grouping: counts.map { $0[index] }.filter { $0 > 0 }) { $0 }.values.map(\.count).max() ?? 0
    }
    guard let most = agreeing.max(), 2 * most > counts.count else { return nil }
    return agreeing.firstIndex(of: most).map { candidates[$0] }
  }

  private static func rank(of counts: [Int]) -> (Int, Int, Int) {
    let inHeader = counts.first ?? 0
    let agreeing = counts.count { inHeader > 0 ? $0 == inHeader : $0 > 0 }
    return (inHeader > 0 ? 1 : 0, agreeing, inHeader)
  }

  private static func delimiterCounts(in bytes: ArraySlice<UInt8>, _ candidates: [UInt8]) -> [[Int]] {
    var census = DelimiterCensus(candidates: candidates)
    for byte in bytes {
      census.take(byte)
      if census.records.count == 20 { return census.records }
    }
    census.endRecord()
    return census.records
  }
}

/// Counts how often each candidate stands outside quotes, record by record.
private struct DelimiterCensus {
  let candidates: [UInt8]
  private(set) var records: [[Int]] = []
  private var counts: [Int]
  private var isQuoted = false
  private var isFieldStart = true
  private var isBlank = true

  init(candidates: [UInt8]) {
    self.candidates = candidates
    counts = candidates.map { _ in 0 }
  }

  mutating func take(_ byte: UInt8) {
    let isLineEnd = byte == 0x0A || byte == 0x0D
    if byte == 0x22 {
      takeQuote()
    } else if isLineEnd && !isQuoted {
      endRecord()
    } else if !isQuoted {
      takeText(byte)
    }
  }

  mutating func endRecord() {
    if !isBlank { records.append(counts) }
    counts = candidates.map { _ in 0 }
    isFieldStart = true
    isBlank = true
  }

  /// Only a quote at the start of a field opens. A doubled quote closes, and then opens again.
  private mutating func takeQuote() {
    if isQuoted || isFieldStart { isQuoted.toggle() }
    isFieldStart = !isQuoted
    isBlank = false
  }

  private mutating func takeText(_ byte: UInt8) {
    let candidate = candidates.firstIndex(of: byte)
    if let candidate { counts[candidate] += 1 }
    isFieldStart = candidate != nil
    isBlank = false
  }
}
