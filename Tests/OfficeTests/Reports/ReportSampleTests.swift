import Foundation
import Model
import Office
import SampleLibrary
import Store
import Testing
import Typesetting

/// The whole report on the sample data, as it stands beside this file: `OUTREACH_WRITE_DOCS=1` writes it anew.
@Suite struct ReportSampleTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Expected")

  private static let facts = Result {
    let library = try Library.sample()
    return try library.read(
      ReportFactsOf(.plenary, from: Day("2015-01-01")!, to: Day("2016-03-31")!))
  }

  @Test(arguments: [(ReportPaper.Format.text, "txt"), (.markdown, "md"), (.html, "html")])
  func `The whole report on the sample data is the one beside this`(
    format: ReportPaper.Format, suffix: String
  ) throws {
    let paper = ReportPaper(try Self.facts.get(), language: "en")
    let file = Self.folder.appending(path: "evaluation-plenary-en.\(suffix)")
    let bytes = Data(paper.bytes(format))
    if ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] == "1" { try bytes.write(to: file) }
    #expect(
      try Data(contentsOf: file) == bytes, "OUTREACH_WRITE_DOCS=1 writes \(file.lastPathComponent) anew")
  }

  /// In the folder that `OUTREACH_PAGES` names, every page for a checker that is not ours.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["OUTREACH_PAGES"] != nil))
  func `Pages in six languages for three audiences go to the checker`() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["OUTREACH_PAGES"] ?? "")
    for audience in ReportAudience.allCases {
      var facts = try Self.facts.get()
      facts.audience = audience.rawValue
      for language in Language.official {
        let file = folder.appending(path: "evaluation-\(audience.rawValue)-\(language).html")
        let page = ReportPaper(facts, language: language).bytes(.html)
        #expect(page.starts(with: "<!DOCTYPE html>".utf8))
        try Data(page).write(to: file)
      }
    }
  }

  @Test func `No line of the text is wider than the page`() throws {
    for language in Language.official {
      let text = ReportText(ReportPaper(try Self.facts.get(), language: language).document).text
      let wide = text.split(separator: "\n").filter { CellWidth.of($0) > 80 }
      #expect(wide.isEmpty, "\(language): \(wide.prefix(3))")
    }
  }
}

private enum CellWidth {
  static func of(_ line: Substring) -> Int { Wrapping.lines(String(line), columns: 80).count == 1 ? 80 : 81 }
}
