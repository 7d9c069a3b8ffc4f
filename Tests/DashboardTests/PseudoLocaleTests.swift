import Embedded
import Foundation
import Model
import Office
import Phrases
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// The language that nobody speaks shows what was said in English, measured for English, or cut without a sign.
@Suite struct PseudoLocaleTests {
  private static let languages = ["qps-ploc", "qps-plocm"]
  private static let size = Size(columns: 80, rows: 24)

  @Test(arguments: languages) func `Every pane is drawn, and keeps to its columns`(language: String) throws {
    for library in [try Library.sample(), try Library.inMemory()] {
      for place in EveryPane.all {
        let lines = try EveryPane.lines(of: place, in: language, Self.size, library: library)
        #expect(lines.count == 24 && lines.allSatisfy { CellText.width($0) <= 80 }, "\(place.name)")
        #expect(lines[0].contains("⟦"), "\(place.name)")
      }
    }
  }

  /// A phrase stands in brackets: where one begins that does not end, something was cut, and says so.
  @Test(arguments: languages) func `Nothing is cut without a sign`(language: String) throws {
    for library in [try Library.sample(), try Library.inMemory()] {
      for place in EveryPane.all {
        let text = try EveryPane.lines(of: place, in: language, Self.size, library: library, isSeen: false)
          .joined(separator: "\n")
        // An ellipsis ends all that is open where it stands: phrases stand in phrases.
        let open = text.reduce(0) { depth, sign in
          sign == "⟦" ? depth + 1 : sign == "⟧" ? max(0, depth - 1) : sign == "…" ? 0 : depth
        }
        #expect(open == 0, "\(place.name):\n\(text)")
      }
    }
  }

  @Test func `What is no data is said in the language`() throws {
    let decided = Self.words(of: ["decision.json", "labels.tsv", "mandate.json", "regions.tsv"])
    let sample = Self.words(
      of: Embedded.names(prefix: "sample-data/") + ["countries.tsv", "country-names.tsv", "languages.tsv"])
    for (library, known) in [
      (try Library.inMemory(), decided), (try Library.sample(), decided.union(sample)),
    ] {
      for place in EveryPane.all {
        let lines = try EveryPane.lines(
          of: place, in: "qps-ploc", Size(columns: 200, rows: 50), library: library, isSeen: false)
        let said = Set(lines.flatMap(Self.words)).subtracting(known)
          .subtracting(Self.kept)
        #expect(said.isEmpty, "\(place.name): \(said.sorted())")
      }
    }
  }

  /// Keys as they are printed on keyboards, and who looks.
  private static let kept: Set<String> = audiences.union([
    "enter", "esc", "tab", "space", "ctrl", "tester", "utc",
  ])

  /// What posts are called by which an audience is told: each language's own words, of what people are called.
  private static let audiences = Set(
    AudienceSign.allCases.flatMap { $0.words(in: "en") }.flatMap { words($0) })

  private static func words(of files: [String]) -> Set<String> {
    Set(files.flatMap { words(Embedded.text($0) ?? "") })
  }

  /// The words of four letters and more that ASCII spells, in small letters.
  private static func words(_ text: String) -> [String] {
    // What was cut is no word any more, and keeps the sign that says so.
    text.split { !$0.isLetter && $0 != "…" }.filter { $0.count > 3 && $0.allSatisfy(\.isASCII) }
      .map { $0.lowercased() }
  }
}
