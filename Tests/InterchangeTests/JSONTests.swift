import Interchange
import Model
import RandomRecords
import Testing

/// JSON of our own comes back as it was; anything else is refused with its line.
@Suite struct JSONTests {
  private func rows<R: Exchangeable>(_ bytes: [UInt8], as _: R.Type, piece: Int = 4096) throws
    -> [ImportedRow]
  {
    var rest = bytes[...]
    var source = try JSONRows<R> {
      defer { rest = rest.dropFirst(piece) }
      return rest.isEmpty ? nil : rest.prefix(piece)
    }
    var rows: [ImportedRow] = []
    while let row = try source.next() { rows.append(row) }
    #expect(source.unknown.isEmpty)
    return rows
  }

  private func rows(_ text: String) throws -> [ImportedRow] {
    try rows(Array(text.utf8), as: Stakeholder.self)
  }

  private func expectBack<R: Exchangeable>(_ records: [R], piece: Int) throws {
    var export = RecordExport<R>(.json)
    let bytes = export.begin() + export.append(records) + export.end()
    let back = try rows(bytes, as: R.self, piece: piece)
    #expect(back.count == records.count && back.allSatisfy { $0.problem == nil })
    for (row, record) in zip(back, records) {
      #expect(row.idCells == R.idCells(of: record.id))
      var read = R(id: record.id)
      for field in R.fields { try field.write(row.values[field.name] ?? "", to: &read) }
      #expect(read.differences(from: record) == [])
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func whatWeExportComesBack(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    let piece = Int(seed) * 13
    try expectBack((0..<30).map { random.record("s;\($0)", as: Stakeholder.self) }, piece: piece)
    try expectBack(Decision.adopted.activities.map { random.record($0.id, as: Activity.self) }, piece: piece)
    try expectBack((0..<10).map { random.record("e\($0)", as: Evidence.self) }, piece: piece)
    try expectBack([LaunchCell(id: "pollination/t2.1/2016-01")], piece: piece)
    try expectBack([Launch](), piece: piece)
  }

  @Test func anAbsentKeySaysNothingAndNullSaysThatThereIsNone() throws {
    let row = try #require(try rows(#"[{"name": "Ana", "city": null, "emails": []}]"#).first)
    #expect(row.idCells == nil)
    #expect(row.values == ["name": "Ana", "city": "", "emails": ""])
  }

  @Test func escapesAreRead() throws {
    let text = #"[{"name": "\u0041\n\"\\\/\ud83c\udf3f \ud83c x é"}]"#
    #expect(try rows(text).first?.values["name"] == "A\n\"\\/🌿 \u{FFFD} x é")
  }

  private static let malformed: [(String, JSONProblem)] = [
    ("", .empty),
    ("{}", .unexpected(line: 1, found: "{")),
    ("name,city\n", .unexpected(line: 1, found: "n")),
    ("[\n{\"name\": \"Ana\"\n", .endsEarly(line: 3)),
    ("[\n{\"name\": \"Ana\"}\n{\"name\": \"Ben\"}]", .unexpected(line: 3, found: "{")),
    ("[\n{\"name\": \"An\na\"}]", .unexpected(line: 2, found: "0xA")),
    ("[{\"name\": \"Ana\"}] x", .unexpected(line: 1, found: "x")),
    ("[{\"name\": tru}]", .unexpected(line: 1, found: "}")),
    ("[{\"name\": 01}]", .unexpected(line: 1, found: "0")),
    ("[{\"name\": \"\\x\"}]", .unexpected(line: 1, found: "x")),
    ("[{name: 1}]", .unexpected(line: 1, found: "n")),
    ("[{\"name\": \"a\",}]", .unexpected(line: 1, found: "}")),
    (String(repeating: "[", count: 1_000_000), .tooDeep(line: 1)),
  ]

  @Test(arguments: malformed)
  func whatIsMalformedIsRefused(_ text: String, _ problem: JSONProblem) {
    #expect(throws: SourceProblem.json(problem)) { try rows(text) }
  }

  @Test func oneBadRecordDoesNotSpoilTheRest() throws {
    let long = String(repeating: "x", count: 2 << 20)
    let bytes =
      Array("[{\"name\": \"A\"},\n{\"name\": [1]},\n7,\n{\"name\": \"\(long)\"},\n{\"name\": \"".utf8) + [
        0xFF
      ]
      + Array("\"},\n{\"name\": \"Z\"}]".utf8)
    let rows = try rows(bytes, as: Stakeholder.self)
    #expect(rows.map { $0.values["name"] } == ["A", nil, nil, "", "\u{FFFD}", "Z"])
    #expect(
      rows.map(\.problem) == [
        nil, .json(.wrongValue(line: 2, field: "name")), .json(.wrongValue(line: 3, field: "")),
        .json(.textTooLong(line: 4, limit: 1 << 20)), .json(.undecodable(line: 5)), nil,
      ])
  }
}
