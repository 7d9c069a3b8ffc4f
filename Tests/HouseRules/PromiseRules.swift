import Foundation
import Testing

/// The page of promises names the tests that try them.
@Suite struct PromiseRules {
  private static let page =
    (try? String(
      contentsOf: House.root.appendingPathComponent("Sources/Dashboard/Dashboard.docc/Promises.md"),
      encoding: .utf8))
    ?? ""

  @Test func `Each promise is tried by tests that there are`() {
    let suite = /\b(?:struct|class) (\w+)/
    let suites = Set(
      House.tests.flatMap(\.code).flatMap { line in line.matches(of: suite).map { String($0.1) } })
    let named = Self.page.matches(of: /`(\w+(?:Tests|Rules))`/).map { String($0.1) }
    #expect(named.count > 25)
    #expect(named.filter { !suites.contains($0) } == [])
    // A promise begins with its bold words and ends with its tests.
    let promises = Self.page.split(separator: "\n- ").dropFirst().map {
      $0.split(separator: "\n\n")[0].trimmingCharacters(in: .whitespacesAndNewlines)
    }
    #expect(promises.count > 15)
    for promise in promises {
      #expect(promise.hasPrefix("**") && promise.contains(/\((?:`\w+`,?\s*)+\)$/), "\(promise)")
    }
  }
}
