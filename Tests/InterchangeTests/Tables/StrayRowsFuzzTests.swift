import Foundation
import Model
import RandomRecords
import Testing

@testable import Interchange

/// Tables of rows that look like sums, headings, titles and footnotes, put together at random: whatever they are, nothing
/// stops the reading, and each of their rows is a record, is rejected, or is named as left out.
///
/// `OUTREACH_FUZZ_SECONDS=600 swift test --filter StrayRowsFuzzTests` goes on for longer.
@Suite struct StrayRowsFuzzTests {
  private static let rounds: UInt64 = 400
  private static let seconds = ProcessInfo.processInfo.environment["OUTREACH_FUZZ_SECONDS"].flatMap(
    Double.init)

  @Test func `Every row is a record, rejected, or named as left out`() throws {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(Self.seconds ?? 3)
    var round: UInt64 = 0
    while clock.now < end, Self.seconds != nil || round < Self.rounds {
      var table = RandomTable(seed: round)
      try expectCounted(table.text(), "round \(round)")
      round += 1
    }
  }

  private func expectCounted(_ text: String, _ round: Comment) throws {
    let file = ImportFile(bytes: Array(text.utf8))
    let plan: ImportPlan<Stakeholder>
    do { plan = try RecordImport(known: KnownRecords([])).plan(file) } catch is ImportFailure { return }
    let meaning: ([String]) -> Int = { header in
      ColumnGuess<Stakeholder>(header: header).columns.count { $0.field != nil }
    }
    // The same table, every row of it taken for a record.
    var reader = try TableReader(file, fit: meaning)
    var lines: [Int] = []
    while let row = try reader.next() { lines.append(row.line) }
    let left = plan.notes.reduce(0) { $0 + $1.rowsLeftOut }
    let taken = plan.new.count + plan.changed.count + plan.unchanged
    #expect(
      taken + plan.rejectedRows + plan.duplicates.count + left == lines.count,
      "\(round): \(plan.notes)\n\(text)")
    let named = plan.notes.filter { $0.isOfStrayRow && $0.rowsLeftOut > 0 }.map(\.line)
    #expect(named == named.sorted() && Set(named).isSubset(of: lines), round)
    #expect(Set(named).isDisjoint(with: plan.rejected.map(\.line)), round)
  }

  @Test func `Rows beyond those that are named one by one are counted`() throws {
    let count = 2_500
    let text = "name,city,notes\nAna,Bonn,x\n" + String(repeating: "Source: WHO,,\n", count: count)
    let plan = try RecordImport<Stakeholder>(known: KnownRecords([])).plan(Array(text.utf8))
    #expect(plan.new.count == 1)
    #expect(plan.notes.reduce(0) { $0 + $1.rowsLeftOut } == count && plan.notes.count < count)
    let tables =
      "name,city\nAna,Bonn\n"
      + String(repeating: "\nCountry,E-mail,Name\nKE,k@example.org,Kay\n", count: count)
    let others = try RecordImport<Stakeholder>(known: KnownRecords([])).plan(Array(tables.utf8))
    #expect(
      others.notes.reduce(0) { $0 + $1.rowsLeftOut } + others.new.count + others.rejectedRows == 2 * count + 1
    )
  }
}

/// A table of a few columns and some rows, each of a kind that its number alone decides.
private struct RandomTable {
  private var random: SeededGenerator
  private let header: [String]
  private var sums: [Int]
  private var rows = 0

  private static let headings = [
    "name", "city", "country", "notes", "people", "E-mail", "Reach", "Cost", "", "Topic",
  ]
  private static let words = [
    "Ana", "Bo", "Total Energies", "Bonn", "KE", "Notre Dame", "x", "", "", "Sum Siu Wing", "合计公司", "AFRICA",
    "Name",
    "\"a, b\"", "\"two\nlines\"", "Source Water Forum", "ana@example.org", "=1", "#REF!", "n/a", "—", "*",
  ]
  private static let totals = [
    "Total", "TOTAL:", "Итого", "合计", "المجموع", "Grand total", "Subtotal", "Total Africa", "Somme",
  ]
  private static let notes = [
    "Source: WHO", "Note. Provisional", "* Provisional", "Page 1 of 3", "n = 12", "注：暂定", "---", "===", "(1)",
  ]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    var header = [Self.headings[0]]
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      header.append(Self.headings.randomElement(using: &random) ?? "")
    }
    self.header = header.shuffled(using: &random)
    sums = Array(repeating: 0, count: header.count)
  }

  mutating func text() -> String {
    var lines: [String] = []
    for _ in 0..<Int.random(in: 0...3, using: &random) where Bool.random(using: &random) {
      lines.append(Self.words.randomElement(using: &random) ?? "")
    }
    lines.append(header.joined(separator: ","))
    for _ in 0..<Int.random(in: 0...30, using: &random) { lines.append(row()) }
    return lines.joined(separator: "\n") + (Bool.random(using: &random) ? "\n" : "")
  }

  private mutating func row() -> String {
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return sum()
    case 1: return header.joined(separator: ",").uppercased()
    case 2:
      return (Self.notes.randomElement(using: &random) ?? "")
        + String(repeating: ",", count: header.count - 1)
    case 3: return ""
    case 4: return String(repeating: ",", count: Int.random(in: 0...header.count, using: &random))
    case 5:
      let count = Int.random(in: 2...4, using: &random)
      return (0..<count).map { _ in Self.headings.randomElement(using: &random) ?? "" }.joined(separator: ",")
    case 6: return header.indices.map { "(\($0 + 1))" }.joined(separator: ",")
    case 7: return header.map { _ in "---" }.joined(separator: ",")
    case 8: return (Self.words.randomElement(using: &random) ?? "")
    default: return record()
    }
  }

  private mutating func record() -> String {
    rows += 1
    let width =
      Int.random(in: 0..<8, using: &random) == 0 ? Int.random(in: 1...8, using: &random) : header.count
    return (0..<width).map { column in
      guard Bool.random(using: &random) else { return Self.words.randomElement(using: &random) ?? "" }
      let number = Int.random(in: 0...9_999, using: &random)
      if column < sums.count { sums[column] += number }
      return String(number)
    }.joined(separator: ",")
  }

  /// A row of sums: true ones, untrue ones, or the count of the rows.
  private mutating func sum() -> String {
    let word = Self.totals.randomElement(using: &random) ?? ""
    let place = Int.random(in: 0..<header.count, using: &random)
    return header.indices.map { column in
      if column == place { return word }
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return ""
      case 1: return String(rows)
      case 2: return String(sums[column] + 1)
      default: return String(sums[column])
      }
    }.joined(separator: ",")
  }
}
