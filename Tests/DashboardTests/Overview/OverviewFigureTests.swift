import Phrases
import SampleLibrary
import Store
import Testing

@testable import Dashboard

/// Where a column is narrow, words give way, and no figure.
@Suite struct OverviewFigureTests {
  private func numbers(_ line: String) -> [Int] {
    line.split { !$0.isNumber }.compactMap { Int($0) }.sorted()
  }

  @Test(arguments: Phrasebook.languages, [70, 80, 97])
  func `No figure of a heading or of a line of figures is cut`(_ language: String, _ columns: Int) throws {
    let lines = try Desk("1", columns: columns, language: language, library: .sample()).lines
    // What is late, what is due, what has no room, and all stakeholders.
    let headings = numbers(lines[2])
    #expect(headings.count == 4 && Set(headings).isSuperset(of: [6, 2, 461]), "\(lines[2])")
    let roles = lines.first { $0.contains("338") }.map(numbers) ?? []
    #expect(Set(roles).isSuperset(of: [338, 302, 179]), "\(lines.joined(separator: "\n"))")
  }
}
