import Foundation
import Testing

/// The codes with which commands end stand on one page.
@Suite struct ExitRules {
  /// Of `sysexits.h`.
  private static let known: [String: Int] = [
    "EX_OK": 0, "EX_USAGE": 64, "EX_DATAERR": 65, "EX_NOINPUT": 66, "EX_NOUSER": 67, "EX_NOHOST": 68,
    "EX_UNAVAILABLE": 69, "EX_SOFTWARE": 70, "EX_OSERR": 71, "EX_OSFILE": 72, "EX_CANTCREAT": 73,
    "EX_IOERR": 74,
    "EX_TEMPFAIL": 75, "EX_PROTOCOL": 76, "EX_NOPERM": 77, "EX_CONFIG": 78,
  ]

  /// What the sources end with: by name, as a number, or as the code of a problem of the store.
  private static func used() throws -> Set<Int> {
    var codes: Set<Int> = [0]
    // A literal is compiled wherever it stands, each time: outside of loops once.
    let (names, exits, values) = (/\bEX_[A-Z]+\b/, /\bExitCode\((\d+)\)/, /[:?] (\d+)(?=\s|$|\?|})/)
    for file in House.sources where ["outreach", "Office", "Interchange", "Store"].contains(file.module) {
      guard !file.path.hasSuffix("ExitStatus.swift") else { continue }
      for line in file.code {
        for match in line.matches(of: names) {
          codes.insert(try #require(known[String(match.output)], "\(match.output)"))
        }
        for match in line.matches(of: exits) {
          codes.insert(try #require(Int(match.output.1)))
        }
        guard file.path.hasSuffix("StoreProblem.swift") || line.contains("exitCode: Int32 {") else {
          continue
        }
        for match in line.matches(of: values) {
          codes.insert(try #require(Int(match.output.1)))
        }
        if line.contains("exitCode: Int32 {") {
          for match in line.matches(of: /\b(\d+)\b/) where match.output.1 != "32" {
            codes.insert(try #require(Int(match.output.1)))
          }
        }
      }
    }
    return codes
  }

  @Test func `Every code that a command ends with is in the table, and no other`() throws {
    let table = try #require(House.sources.first { $0.path.hasSuffix("outreach/ExitStatus.swift") })
    let named = table.code.flatMap { line in
      line.matches(of: /\((EX_[A-Z]+|\d+), \./).map { String($0.output.1) }
    }
    let codes = Set(named.compactMap { Int($0) ?? Self.known[$0] })
    #expect(codes.count == named.count)
    #expect(try Self.used() == codes)
  }

  @Test func `The guide says each of them`() throws {
    let path = House.root.appendingPathComponent("Sources/Dashboard/Dashboard.docc/CommandLine.md")
    let page = try String(contentsOf: path, encoding: .utf8)
    let rows = page.split(separator: "\n").compactMap { row in
      row.firstMatch(of: /^\| (\d+) \|/).flatMap { Int($0.output.1) }
    }
    #expect(try Set(rows) == Self.used())
  }
}
