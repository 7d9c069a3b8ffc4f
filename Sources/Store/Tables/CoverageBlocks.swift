import Foundation
import GRDB
import Model

/// What of an item is counted, as it lies in a block: 24 bytes.
struct PackedCoverage {
  /// 0 where no item has the row.
  var facets: Int64 = 0
  /// Minutes since 1970.
  var at: Int64 = 0
  /// 0 for an item alone.
  var story: UInt32 = 0
  /// 0 where the outlet says nothing.
  var reach: UInt32 = 0

  var day: Int { Int((at >= 0 ? at : at - 1_439) / 1_440) }
}

/// Items by 512 rows in a block, so that a million of them are read as two thousand rows of the store: any
/// table over them is counted in a few hundredths of a second, with no cache that could be stale. A write
/// costs one block.
enum CoverageBlocks {
  static let size: Int64 = 512
  static let stride = MemoryLayout<PackedCoverage>.stride

  /// Hands out the items block by block, with the row of the first: the newest rows first.
  /// - Parameter goesOn: asked after each block with the number of rows so far; false ends it.
  static func each(
    in reader: Reader, _ body: (Int64, UnsafeBufferPointer<PackedCoverage>) -> Void,
    goesOn: () -> Bool = { true }
  ) throws {
    let blocks = try Block.fetchCursor(
      reader.db.cachedStatement(sql: "SELECT block, packed FROM coverage_block ORDER BY block DESC"))
    while let block = try blocks.next() {
      block.packed.withUnsafeBytes { bytes in
        // The store's own bytes may lie anywhere.
        bytes.withMemoryRebound(to: PackedCoverage.self) { body(block.number * size, $0) }
      }
      if !goesOn() { return }
    }
  }

  /// The items of a block, all of them absent where there is no such block.
  static func items(of block: Int64, in db: Database) throws -> [PackedCoverage] {
    let stored = try Block.fetchOne(
      db.cachedStatement(sql: "SELECT block, packed FROM coverage_block WHERE block = ?"), arguments: [block])
    var items = Array(repeating: PackedCoverage(), count: Int(size))
    guard let stored else { return items }
    items.withUnsafeMutableBytes { target in
      stored.packed.withUnsafeBytes {
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0.prefix(target.count)))
      }
    }
    return items
  }

  static func write(_ items: [PackedCoverage], as block: Int64, in db: Database) throws {
    let bytes = items.withUnsafeBytes { Data($0) }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO coverage_block (block, packed) VALUES (?, ?)")
      .execute(arguments: [block, bytes])
  }

  private struct Block: FetchableRecord {
    let number: Int64
    let packed: [UInt8]

    init(row: Row) throws {
      number = row[0]
      packed = try row.withUnsafeData(atIndex: 1) { [UInt8]($0 ?? Data()) }
    }
  }
}
