import Foundation
import RandomRecords
import Testing

@testable import Model

/// Whatever text comes, the check ends soon and points at words.
@Suite struct WordingLimitTests {
  private static let hostile = [
    "a", "government", "governments must ", "“", "\"", "must \"", ".", ". ", "\n", "\n \n", "!", "?", ",",
    "(",
    "e\u{301}\u{301}\u{301}", "\u{202E}must ", "\u{200B}", "各国", "必须", "各国政府必须", "，", "ي",
    "يجب على الحكومات ",
    "«", "l’", "1.", "1,", "ministers said that ", "if governments chose ", "👩‍🔬", "\u{0}", "\u{FFFD}", "وال",
  ]

  @Test(arguments: Language.official)
  func `Hostile text is read in a time that grows with its length`(language: String) throws {
    let check = try #require(BoundaryCheck.of(language))
    for part in Self.hostile {
      let few = String(repeating: part, count: 1_000 / part.unicodeScalars.count)
      let many = String(repeating: few, count: 8)
      _ = check.findings(in: few)
      let short = (1...2).map { _ in time { check.findings(in: few) } }.min()!
      let long = (1...2).map { _ in time { check.findings(in: many) } }.min()!
      #expect(long < short * 30 + .milliseconds(50), "\(part.debugDescription): \(short), then \(long)")
    }
  }

  @Test(arguments: Language.official)
  func `Twenty pages take less than fifty milliseconds`(language: String) throws {
    let check = try #require(BoundaryCheck.of(language))
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sentences")
    let rows = try String(contentsOf: folder.appending(path: "\(language).tsv"), encoding: .utf8)
    let sentences = rows.split(separator: "\n").map { $0.split(separator: "\t")[2] }
    var pages = ""
    while pages.unicodeScalars.count < 60_000 { pages += sentences.joined(separator: " ") + "\n\n" }
    let text = String(pages.unicodeScalars.prefix(60_000))
    let took = (1...3).map { _ in time { check.findings(in: text) } }.min()!
    print("\(language): 60,000 characters took \(took)")
    #if DEBUG
      #expect(took < .seconds(5))
    #else
      #expect(took < .milliseconds(50))
    #endif
  }

  @Test(arguments: 1...6)
  func `Ranges lie in the text, in order, and hold their words`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let language = Language.official[seed - 1]
    let check = try #require(BoundaryCheck.of(language))
    let parts =
      Self.hostile
      + check.rules.flatMap(\.counterexamples).flatMap { $0.split(separator: " ").map { $0 + " " } }
    for _ in 0..<60 {
      let text = (0..<120).map { _ in parts.randomElement(using: &random)! }.joined()
      var last = text.startIndex
      for finding in check.findings(in: text) {
        #expect(finding.range.lowerBound >= last && finding.range.upperBound <= text.endIndex)
        #expect(!finding.range.isEmpty && String(text[finding.range]) == finding.words)
        last = finding.range.upperBound
      }
    }
  }

  @Test func `A pattern that cannot be read is refused`() {
    var reader = WordReader(prefixes: [], abbreviations: [])
    for text in ["@nobody must", "~3", "~200 must", "^", "~x", ""] {
      #expect(throws: WordingProblem.self, "\(text)") {
        _ = try WordingPattern(text, classes: [:], reader: &reader)
      }
    }
  }

  private func time(_ work: () -> [WordingFinding]) -> Duration {
    var count = 0
    let took = ContinuousClock().measure { count = work().count }
    return count < 0 ? .zero : took
  }
}
