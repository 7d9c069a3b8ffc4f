import Foundation
import Model

/// A part of a survey's responses, so that tables of very many can be shown while they are counted: its rows between
/// two of the first and the last, which are found at once.
public struct SurveySlice: Hashable, Sendable {
  public let survey: RecordID
  public let number: Int

  /// So many rows take a few hundredths of a second.
  static let size: Int64 = 100_000

  public init(_ survey: RecordID, number: Int = 0) { (self.survey, self.number) = (survey, number) }

  func rows() -> Range<Int64> {
    let all = ResponseTable.rows(of: survey)
    let first = all.lowerBound + Int64(number) * Self.size
    return first..<min(all.upperBound, first + Self.size)
  }

  /// How many slices there are, and that they are all of the rows of one survey only.
  static func count(of survey: RecordID, in reader: Reader) throws -> (slices: Int, isAlone: Bool) {
    let rows = ResponseTable.rows(of: survey)
    let last = try reader.value(
      Int64.self, "SELECT max(row) FROM \"survey-response\" WHERE row >= ? AND row < ?",
      [rows.lowerBound, rows.upperBound], isOften: true)
    guard let last else { return (0, true) }
    let ends = try reader.values(
      String.self,
      """
      SELECT id FROM "survey-response" WHERE row IN (?, (SELECT min(row) FROM "survey-response"
        WHERE row >= ?2))
      """, [last, rows.lowerBound])
    return (
      Int((last - rows.lowerBound) / Self.size) + 1, ends.allSatisfy { $0.hasPrefix(survey + "/") }
    )
  }
}

/// What a slice of a count brings, and how many slices there are.
public struct SurveyPart<Tally: SurveyTallying>: Sendable, Equatable {
  public let tally: Tally
  public let slices: Int
}

/// Counts the answers to every question of a survey, slice by slice.
public struct SurveyCounts: Query {
  public let slice: SurveySlice

  public init(_ slice: SurveySlice) { self.slice = slice }

  public func answer(in reader: Reader) throws -> SurveyPart<SurveyTally> {
    let (slices, _) = try SurveySlice.count(of: slice.survey, in: reader)
    let book = try CodeBook(slice.survey, in: reader)
    var counts = book.columns.indices.map { Array(repeating: 0, count: book.texts($0).count) }
    var tally = SurveyTally()
    var beyond: [Int64] = []
    try CodedRow.each(slice, in: reader) { row, codes in
      tally.responses += 1
      var isBeyond = false
      for (place, code) in codes.prefix(counts.count).enumerated() where code != 0 {
        let code = Int(UInt16(littleEndian: code))
        if code < counts[place].count { counts[place][code] += 1 } else { isBeyond = true }
      }
      if isBeyond { beyond.append(row) }
    }
    for (place, column) in book.columns.enumerated() {
      for (text, count) in zip(book.texts(place), counts[place]).dropFirst() where count > 0 {
        tally.texts[column.name, default: [:]][text] = count
      }
    }
    for row in beyond { try add(row, to: &tally, book, in: reader) }
    return SurveyPart(tally: tally, slices: slices)
  }

  /// Counts what was too long or too manifold to be coded.
  private func add(_ row: Int64, to tally: inout SurveyTally, _ book: CodeBook, in reader: Reader) throws {
    for (name, text) in try CodedRow.response(row, in: reader)?.coded ?? [] where !text.isEmpty {
      guard let place = book.place(of: name), !book.columns[place].isOpen,
        book.columns[place].codes[text] == nil
      else { continue }
      tally.texts[name, default: [:]][text, default: 0] += 1
    }
  }
}

/// Counts the pairs of answers to two questions of a survey, slice by slice.
public struct SurveyJointCounts: Query {
  public let slice: SurveySlice
  public let first: SurveyVariable
  public let second: SurveyVariable

  public init(_ slice: SurveySlice, _ first: SurveyVariable, _ second: SurveyVariable) {
    (self.slice, self.first, self.second) = (slice, first, second)
  }

  public func answer(in reader: Reader) throws -> SurveyPart<JointTally> {
    let (slices, _) = try SurveySlice.count(of: slice.survey, in: reader)
    let book = try CodeBook(slice.survey, in: reader)
    let places = [first, second].map { book.place(of: $0.name) ?? Int.max }
    let texts = places.map { $0 < book.columns.count ? book.texts($0) : [""] }
    var pairs = PairCounts(texts[0].count, texts[1].count)
    var tally = JointTally()
    var beyond: [Int64] = []
    try CodedRow.each(slice, in: reader) { row, codes in
      tally.responses += 1
      let a = places[0] < codes.count ? Int(UInt16(littleEndian: codes[places[0]])) : 0
      let b = places[1] < codes.count ? Int(UInt16(littleEndian: codes[places[1]])) : 0
      if a < texts[0].count && b < texts[1].count { pairs.count(a, b) } else { beyond.append(row) }
    }
    pairs.each { tally.pairs[.init(texts[0][$0], texts[1][$1])] = $2 }
    for row in beyond {
      guard let response = try CodedRow.response(row, in: reader) else { continue }
      let known = Dictionary(response.coded, uniquingKeysWith: { first, _ in first })
      tally.pairs[.init(known[first.name] ?? "", known[second.name] ?? ""), default: 0] += 1
    }
    return SurveyPart(tally: tally, slices: slices)
  }
}

/// Counts of pairs: a table where it is small, else those that there are.
private struct PairCounts {
  private let width: Int
  private var table: [Int]
  private var others: [Int: Int] = [:]

  init(_ rows: Int, _ columns: Int) {
    width = columns
    table = rows * columns <= 1 << 20 ? Array(repeating: 0, count: rows * columns) : []
  }

  mutating func count(_ a: Int, _ b: Int) {
    if table.isEmpty { others[a * width + b, default: 0] += 1 } else { table[a * width + b] += 1 }
  }

  func each(_ body: (Int, Int, Int) -> Void) {
    for (place, count) in table.enumerated() where count > 0 { body(place / width, place % width, count) }
    for (place, count) in others { body(place / width, place % width, count) }
  }
}

/// A response as numbers.
private struct CodedRow {
  /// Hands out the rows of a slice without making an object of any.
  static func each(
    _ slice: SurveySlice, in reader: Reader, _ body: (Int64, UnsafeBufferPointer<UInt16>) throws -> Void
  ) throws {
    let (_, isAlone) = try SurveySlice.count(of: slice.survey, in: reader)
    let other = """
      AND row IN (SELECT row FROM "survey-response" WHERE id >= ?3 || '/' AND id < ?3 || '0')
      """
    let rows = slice.rows()
    let ends: Arguments = [rows.lowerBound, rows.upperBound]
    let cursor = try reader.cursor(
      "SELECT row, codes FROM response_code WHERE row >= ?1 AND row < ?2 \(isAlone ? "" : other)",
      isAlone ? ends : ends + [slice.survey], isOften: true)
    while let row = try cursor.next() {
      let number: Int64 = row[0]
      try row.withUnsafeData(atIndex: 1) { data in
        try data?.withUnsafeBytes { bytes in try body(number, bytes.assumingMemoryBound(to: UInt16.self)) }
      }
    }
  }

  static func response(_ row: Int64, in reader: Reader) throws -> SurveyResponse? {
    let found: [SurveyResponse] = try reader.records(
      "SELECT id, version, body FROM \"survey-response\" WHERE row = ?", [row])
    return found.first
  }
}

/// What people wrote to an open question, in the order of the words, so that nobody can tell whose is which.
public struct OpenAnswers: Query {
  public let survey: RecordID
  public let question: RecordID

  /// So many are shown.
  public static let cap = 2_000

  public init(_ survey: RecordID, question: RecordID) { (self.survey, self.question) = (survey, question) }

  public func answer(in reader: Reader) throws -> [String] {
    let rows = ResponseTable.rows(of: survey)
    let cursor = try reader.cursor(
      """
      SELECT id, body FROM "survey-response" WHERE row >= ? AND row < ? AND instr(body, ?) > 0
      """, [rows.lowerBound, rows.upperBound, question + " | "])
    var words: [String] = []
    while words.count < Self.cap, let row = try cursor.next() {
      let response = SurveyResponse(id: row[0], version: 1, values: Body.values(row[1]))
      if response.survey == survey, !response[question].isEmpty { words.append(response[question]) }
    }
    return words.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
  }
}

extension Library {
  /// How often each answer to a survey was given, counted in one go.
  public func tally(of survey: RecordID) throws -> SurveyTally { try withReader { try $0.tally(of: survey) } }

  /// How often each pair of answers to two questions was given, counted in one go.
  public func jointTally(
    of survey: RecordID, _ first: SurveyVariable, _ second: SurveyVariable
  ) throws -> JointTally {
    try withReader { reader in
      try reader.whole {
        try SurveyJointCounts(SurveySlice(survey, number: $0), first, second).answer(in: reader)
      }
    }
  }
}

extension Reader {
  /// The whole of a count of many slices.
  func tally(of survey: RecordID) throws -> SurveyTally {
    try whole { try SurveyCounts(SurveySlice(survey, number: $0)).answer(in: self) }
  }

  fileprivate func whole<T>(_ part: (Int) throws -> SurveyPart<T>) throws -> T {
    var tally = T()
    var number = 0
    while true {
      let next = try part(number)
      tally.add(next.tally)
      number += 1
      if number >= next.slices { return tally }
    }
  }
}

/// Walks through the coded rows of a survey and counts their bytes: what a table cannot be quicker than.
public struct RowWalk: Query {
  public let survey: RecordID

  public init(_ survey: RecordID) { self.survey = survey }

  public func answer(in reader: Reader) throws -> Int {
    let rows = ResponseTable.rows(of: survey)
    return try reader.value(
      Int.self, "SELECT sum(length(codes)) FROM response_code WHERE row >= ? AND row < ?",
      [rows.lowerBound, rows.upperBound]) ?? 0
  }
}
