import JSONText
import Model
import RandomRecords
import Testing

@testable import Interchange

/// JSON of our own comes back as it was; anything else is refused with its line.
@Suite struct JSONTests {
  private func read(_ text: String) throws -> ReadRows {
    try ReadRows(JSONRows<Stakeholder>(ImportFile(bytes: Array(text.utf8))))
  }

  private func expectBack<R: Exchangeable>(_ records: [R], piece: Int) throws {
    var export = RecordExport<R>(.json)
    let bytes = export.begin() + export.append(records) + export.end()
    let read = try ReadRows(JSONRows<R>(ImportFile(bytes: bytes), piece: piece))
    let back: [R] = try read.records()
    #expect(back.count == records.count && read.remarks.unknownColumns.isEmpty)
    for (after, before) in zip(back, records) {
      #expect(after.id == before.id && after.differences(from: before) == [])
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `What we export comes back`(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    let piece = Int(seed) * 13
    try expectBack((0..<30).map { random.record("s;\($0)", as: Stakeholder.self) }, piece: piece)
    try expectBack(Decision.adopted.activities.map { random.record($0.id, as: Activity.self) }, piece: piece)
    try expectBack((0..<10).map { random.record("e\($0)", as: Evidence.self) }, piece: piece)
    try expectBack([LaunchCell(id: "pollination/t2.1/2016-01")], piece: piece)
    try expectBack([Launch](), piece: piece)
  }

  @Test func `An absent key says nothing and null says that there is none`() throws {
    let read = try read(#"[{"name": "Ana", "city": null, "emails": [], "shoe size": 38}]"#)
    #expect((read.texts("name"), read.texts("city"), read.texts("emails")) == (["Ana"], [""], [""]))
    #expect((read.texts("id"), read.texts("notes")) == ([nil], [nil]))
    #expect(read.remarks.unknownColumns == ["shoe size"])
  }

  @Test func `Escapes are read`() throws {
    let text = #"[{"name": "\u0041\n\"\\\/\ud83c\udf3f \ud83c x é"}]"#
    #expect(try read(text).texts("name") == ["A\n\"\\/🌿 \u{FFFD} x é"])
  }

  private static let malformed: [(String, JSONProblem)] = [
    ("", .empty),
    ("{}", .noArray), (" {\"name\": \"Ana\"}", .noArray),
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
  func `What is malformed is refused`(_ text: String, _ problem: JSONProblem) {
    #expect(throws: ImportFailure.json(problem)) { try read(text) }
  }

  @Test func `One bad record does not spoil the rest`() throws {
    let long = String(repeating: "x", count: 2 << 20)
    let bytes =
      Array("[{\"name\": \"A\"},\n{\"name\": [1]},\n7,\n{\"name\": \"\(long)\"},\n{\"name\": \"".utf8) + [
        0xFF
      ]
      + Array("\"},\n{\"name\": \"Z\"}]".utf8)
    let read = try ReadRows(JSONRows<Stakeholder>(ImportFile(bytes: bytes)))
    #expect(read.texts("name") == ["A", nil, nil, "", "\u{FFFD}", "Z"])
    #expect(
      read.problems == [
        nil, .json(.wrongValue(line: 2, field: "name")), .json(.wrongValue(line: 3, field: "")),
        .json(.textTooLong(line: 4, limit: 1 << 20)), .json(.undecodable(line: 5)), nil,
      ])
  }
}
