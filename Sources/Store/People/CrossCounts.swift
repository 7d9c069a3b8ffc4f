import GRDB
import Model

/// Counts the stakeholders that a filter lets through by several dimensions at once: one walk through an index,
/// however many pairs of values there are. Not on a key's path.
public struct CrossCounts: Query {
  public let dimensions: [Dimension]
  public let filter: StakeholderFilter

  public init(_ dimensions: [Dimension], within filter: StakeholderFilter) {
    self.dimensions = dimensions
    self.filter = filter
  }

  public func answer(in reader: Reader) throws -> CrossTable {
    var table = CrossTable(dimensions)
    let readers = zip(dimensions, table.values).map(PlaceReader.init)
    var places: [Int] = []
    var ends: [Int] = []
    let rows = try rows(in: reader)
    while let row = try rows.next() {
      places.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      for reader in readers {
        reader.append(row, to: &places)
        ends.append(places.count)
      }
      table.count(places, ends: ends)
    }
    return table
  }

  private func rows(in reader: Reader) throws -> FastDatabaseValueCursor<FacetRow> {
    let (condition, arguments) = filter.conditions("s")
    let source =
      filter.match == nil
      ? "stakeholder s WHERE"
      : """
      stakeholder_search CROSS JOIN stakeholder s ON s.row = stakeholder_search.rowid
      WHERE stakeholder_search MATCH ? AND
      """
    let sql = "SELECT s.facets, s.more_facets, s.country FROM \(source) \(condition)"
    let match: Arguments = filter.match.map { [$0] } ?? []
    return try reader.cursor(FacetRow.self, sql, match + arguments)
  }
}

/// What a walk reads of a row, without an object for each: there can be a million.
private struct FacetRow: DatabaseValueConvertible, StatementColumnConvertible {
  let bits: FacetBits
  /// The letters of the country as one number, 0 for none.
  let country: Int

  /// Reads three columns from `index` on.
  init?(sqliteStatement: SQLiteStatement, index: CInt) {
    bits = FacetBits(
      first: Int64(sqliteStatement: sqliteStatement, index: index),
      second: Int64(sqliteStatement: sqliteStatement, index: index + 1))
    country = Self.number(String(sqliteStatement: sqliteStatement, index: index + 2))
  }

  static func number(_ country: String) -> Int { country.utf8.prefix(2).reduce(0) { $0 << 8 | Int($1) } }

  // One column cannot hold it; nobody reads it as one.
  var databaseValue: DatabaseValue { .null }
  static func fromDatabaseValue(_ value: DatabaseValue) -> FacetRow? { nil }
}

/// Where the values of a row stand among those of a dimension.
private struct PlaceReader {
  private let isFirst: Bool
  private let bits: [Int64]
  /// By the two letters of a country; empty for what bits say.
  private let placesByCountry: [Int]
  private let notStated: Int

  init(_ dimension: Dimension, _ values: [String]) {
    notStated = values.count - 1
    if let all = FacetBits.all(of: dimension) {
      isFirst = all.first != 0
      bits = values.dropLast().map { value in
        let bit = FacetBits(dimension, values: [value]) ?? FacetBits(first: 0, second: 0)
        return bit.first | bit.second
      }
      placesByCountry = []
    } else {
      (isFirst, bits) = (true, [])
      var places = Array(repeating: notStated, count: 1 << 16)
      for country in Country.all {
        guard let value = dimension.values(ofCountry: country.code).first,
          let place = values.firstIndex(of: value)
        else { continue }
        places[FacetRow.number(country.code)] = place
      }
      placesByCountry = places
    }
  }

  func append(_ row: FacetRow, to places: inout [Int]) {
    guard placesByCountry.isEmpty else { return places.append(placesByCountry[row.country]) }
    let set = isFirst ? row.bits.first : row.bits.second
    let before = places.count
    for (place, bit) in bits.enumerated() where set & bit != 0 { places.append(place) }
    if places.count == before { places.append(notStated) }
  }
}
