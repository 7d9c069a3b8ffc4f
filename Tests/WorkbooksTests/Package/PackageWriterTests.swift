import Testing

@testable import Workbooks

@Suite struct PackageWriterTests {
  private let parts: [(name: String, bytes: [UInt8])] = [
    ("first.xml", Array("<a/>".utf8)), ("folder/second.xml", Array(repeating: 0x20, count: 100_000)),
    ("empty", []),
  ]

  @Test func `What is written is read, in its order, and says no time`() throws {
    let bytes = PackageWriter.bytes(parts)
    #expect(bytes.count < 2_000)
    let entries = try PackageEntries(TestBytes(bytes), WorkbookLimits())
    for part in parts {
      #expect(try entries.next() == part.name)
      var read: [UInt8] = []
      while let block = try entries.block({ Array($0) }) { read += block }
      #expect(read == part.bytes)
    }
    #expect(try entries.next() == nil)
    // The first day that its form can say, whatever the clock and the zone (APPNOTE, 4.4.6).
    #expect(Array(bytes[10..<14]) == [0, 0, 0x21, 0])
  }
}
