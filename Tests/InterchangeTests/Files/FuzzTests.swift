import Foundation
import Model
import RandomRecords
import Testing

@testable import Interchange

/// Readers stand whatever bytes they get. The corpus is kept beside this file; each round changes one of its files
/// in a way that its number alone decides, so that a failing round can be found again.
///
/// `OUTREACH_FUZZ_SECONDS=600 swift test --filter FuzzTests` goes on for longer.
@Suite struct FuzzTests {
  private static let rounds = 400
  private static let seconds = ProcessInfo.processInfo.environment["OUTREACH_FUZZ_SECONDS"].flatMap(
    Double.init)

  /// Hands out changed files: so many rounds at most, and for a few seconds at most, unless asked for more.
  private func fuzz(_ folder: String, _ body: ([UInt8], Comment) throws -> Void) throws {
    let corpus = try Corpus.files(folder)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(Self.seconds ?? 3)
    for file in corpus { try body(file.bytes, "\(folder)/\(file.name) as it is") }
    var round = 0
    while clock.now < end, Self.seconds != nil || round < Self.rounds {
      var mutation = Mutation(round: round, corpus: corpus.map(\.bytes))
      try body(mutation.bytes(), "\(folder), round \(round)")
      round += 1
    }
  }

  /// Where the lines of a file end at the latest.
  private func lines(_ bytes: [UInt8]) -> Int { bytes.count { $0 == 0x0A || $0 == 0x0D } + 1 }

  @Test func csv() throws {
    let limits = CSVReader.Limits(fieldBytes: 2048, columns: 50, notes: 100)
    try fuzz("csv") { bytes, round in
      guard var reader = try? CSVReader(bytes: bytes, limits: limits) else { return }
      var rows: [[String]] = []
      var (size, last, isSound) = (0, 0, true)
      let end = lines(bytes)
      while let row = reader.next() {
        isSound = isSound && row.line > last && row.line <= end && (row.problem?.line ?? 1) <= end
        last = row.line
        size += row.fields.reduce(0) { $0 + $1.utf8.count }
        guard row.problem == nil else { continue }
        isSound = isSound && row.fields.count == reader.header.count
        rows.append(row.fields)
      }
      #expect(isSound, round)
      #expect(size <= 4 * bytes.count && reader.table.notes.count <= 102, round)
      try expectStable(reader.header, rows, round)
    }
  }

  /// Rows that were read, written again, are read as the same.
  private func expectStable(_ header: [String], _ rows: [[String]], _ round: Comment) throws {
    // A mark that a reader takes out, as it should.
    let isMarked = header[0].unicodeScalars.first == "\u{FEFF}" || header[0].lowercased().hasPrefix("sep=")
    guard !isMarked, !header.allSatisfy(CSVRecord.isBlank) else { return }
    var writer = CSVWriter(style: .exact)
    for row in [header] + rows { writer.append(row) }
    // Rows that were left out may have been what made it look like text.
    let isText = try CSVSignature.token(of: ImportFile(bytes: writer.bytes)) == nil
    guard isText, !CSVSignature.isBinary(writer.bytes[...]) else { return }
    var again = try CSVReader(bytes: writer.bytes, delimiter: UInt8(ascii: ","))
    #expect(again.header == header, round)
    var reread: [[String]] = []
    while let row = again.next() { reread.append(row.problem == nil ? row.fields : []) }
    #expect(reread == rows, round)
  }

  @Test func vcard() throws {
    let limits = VCardReader.Limits(lineBytes: 4096, cardBytes: 16_384, notes: 100)
    try fuzz("vcard") { bytes, round in
      var source: any ImportSource
      do { source = try VCardRows(ImportFile(bytes: bytes), limits: limits) } catch is ImportFailure {
        return
      }
      var people: [Stakeholder] = []
      var (size, isSound) = (0, true)
      let end = lines(bytes)
      do {
        while let row = try source.next() {
          isSound = isSound && row.line > 0 && row.line <= end
          size += row.cells.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
          if case .card(let problem)? = row.problem {
            isSound = isSound && problem.line.map { $0 > 0 && $0 <= end } == true
          } else if people.count < 20, let person = person(row, people.count) {
            people.append(person)
          }
        }
      } catch is ImportFailure {}
      #expect(isSound, round)
      #expect(size <= 8 * bytes.count + 1024 && source.remarks.cardNotes.count <= 1_100, round)
      for version in [VCardVersion.v30, .v40] { try expectStable(people, version, round) }
    }
  }

  /// The stakeholder that a card makes, nil where a field refuses what it says.
  private func person(_ row: ImportRow, _ number: Int) -> Stakeholder? {
    var person = Stakeholder(id: row.cells[0].flatMap { try? NewID.checked($0) } ?? "n\(number)")
    for (field, text) in zip(Stakeholder.fields, row.cells.dropFirst()) {
      guard let text else { continue }
      do { try field.write(text, to: &person) } catch { return nil }
    }
    return person
  }

  /// Cards that were read, written again, are read as the same.
  private func expectStable(_ people: [Stakeholder], _ version: VCardVersion, _ round: Comment) throws {
    guard !people.isEmpty else { return }
    let bytes = vcards(people, version)
    let again: [Stakeholder] = try readCards(bytes).records()
    #expect(again.count == people.count, round)
    for (after, before) in zip(again, people) {
      #expect(after.id == before.id && after.differences(from: before) == [], round)
    }
    #expect(vcards(again, version) == bytes, round)
  }

  @Test func json() throws {
    try fuzz("json") { bytes, round in
      guard var source = try? JSONRows<Stakeholder>(ImportFile(bytes: bytes)) else { return }
      do {
        var isSound = true
        while let row = try source.next() { isSound = isSound && row.line > 0 && row.line <= lines(bytes) }
        #expect(isSound, round)
      } catch ImportFailure.json(let problem) {
        if let line = problem.line { #expect(line > 0 && line <= lines(bytes), round) }
      }
    }
  }

  @Test func `Forms of surveys`() throws {
    try fuzz("survey") { bytes, round in
      let file = ImportFile(bytes: bytes)
      guard let form = try? XLSFormReader(survey: file, choices: file, settings: file) else { return }
      let end = lines(bytes)
      #expect((form.problems + form.notes).allSatisfy { $0.line > 0 && $0.line <= end }, round)
      #expect(form.questions.allSatisfy { $0.isValidID && $0.contradictions.isEmpty }, round)
      #expect(Set(form.questions.map(\.id)).count == form.questions.count, round)
    }
  }

  @Test func `Responses to surveys`() throws {
    let bank = Asked.bank
    try fuzz("survey") { bytes, round in
      var options = ResponseFile.Options()
      options.group = "experts"
      guard let taken = try? Asked.responses(bytes: bytes, options: options) else { return }
      var isSound = true
      for response in taken.new {
        for answer in response.answers {
          let question = bank[String(answer.question.prefix { $0 != "." })]
          isSound = isSound && (try? question?.checked(answer.value)) == answer.value
        }
        isSound = isSound && SurveyResponse(id: response.id, version: 0, values: response.values) == response
      }
      #expect(isSound, round)
    }
  }
}

/// A change of a file, decided by a number.
private struct Mutation {
  private var random: SeededGenerator
  private let corpus: [[UInt8]]

  init(round: Int, corpus: [[UInt8]]) {
    random = SeededGenerator(seed: UInt64(round))
    self.corpus = corpus
  }

  mutating func bytes() -> [UInt8] {
    var bytes = corpus.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &random) { change(&bytes) }
    return Array(bytes.prefix(200_000))
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let range = self.range(in: bytes)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: bytes.removeSubrange(range)
    case 1: bytes.insert(contentsOf: bytes[range], at: range.lowerBound)
    case 2: bytes.insert(contentsOf: Self.tokens.randomElement(using: &random) ?? [], at: range.lowerBound)
    case 3: for index in range.prefix(8) { bytes[index] = UInt8.random(in: 0...255, using: &random) }
    case 4: for index in range.prefix(2) { bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case 5: bytes.removeSubrange(range.upperBound...)
    case 6:
      let other = corpus.randomElement(using: &random) ?? []
      bytes.replaceSubrange(range, with: other[self.range(in: other)])
    case 7:
      let token = Self.tokens.randomElement(using: &random) ?? []
      let count = Int.random(in: 1...300, using: &random)
      bytes.insert(contentsOf: repeatElement(token, count: count).joined(), at: range.lowerBound)
    default: bytes += corpus.randomElement(using: &random) ?? []
    }
  }

  private mutating func range(in bytes: [UInt8]) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let length = Int.random(in: 0...max(1, bytes.count / 4), using: &random)
    return start..<min(bytes.count, start + length)
  }

  private static let tokens: [[UInt8]] =
    [
      "\"", "\"\"", ",", ";", "\t", "\r", "\n", "\r\n", "\r\n ", "=", "=\r\n", "=0D=0A", "\\", "\\n", "\\;",
      ":", ".",
      "^n", "^'", "BEGIN:VCARD\r\n", "END:VCARD\r\n", "AGENT:\r\n", "VERSION:2.1\r\n", "VERSION:4.0\r\n",
      "FN:",
      "N:a;b\r\n", ";CHARSET=KOI8-R", ";CHARSET=nonsense", ";ENCODING=QUOTED-PRINTABLE:", ";ENCODING=B:QUJD",
      "item1.", "X-OUTREACH-KIND:group\r\n", "X-OUTREACH-NAME:\r\n", "UID:outreach:stakeholder:%41\r\n", "é",
      "王",
      "🌿", "e\u{301}", "\u{FEFF}", "\u{2028}", "\u{85}", "sep=;\n", "[", "{", "}", "]", "\\u", "\\ud83c",
      "null",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xFF, 0xFE], [0xD6, 0xEC], [0x84, 0x31], [0x1B, 0x5B], [0xC3],
    ]
}
