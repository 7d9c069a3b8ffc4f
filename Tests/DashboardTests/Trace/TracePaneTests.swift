import Model
import Office
import Phrases
import Store
import Testing

@testable import Dashboard

/// The trace to the mandate by keys, over the sample data.
@Suite struct TracePaneTests {
  private func desk(columns: Int = 80, rows: Int = 24, language: String = "en") throws -> Desk {
    let library = try Library.inMemory()
    try SampleStore.fill(library)
    return try Desk("U", columns: columns, rows: rows, language: language, library: library)
  }

  private func marked(_ desk: Desk) -> String? { desk.lines.first { $0.hasPrefix("▌") } }

  @Test func `Every paragraph that asks for something, in the order of the text`() throws {
    let desk = try desk()
    #expect(desk.lines[0].contains("Mandate") && desk.lines[0].contains("103 paragraphs"))
    #expect(marked(desk)?.hasPrefix("▌op.2") == true)
    #expect(desk.status.contains("secretariat · the activities of Table 1"))
    desk.press("End")
    #expect(marked(desk)?.contains("C.18") == true)
  }

  @Test func `Gaps alone, and what one of them is asked for`() throws {
    let desk = try desk()
    desk.press("o")
    let trace = try desk.library.read(MandateTraceOn(Desk.asOf))
    let gaps = trace.rows.filter(\.isGap)
    #expect(!gaps.isEmpty && gaps.count < trace.rows.count)
    #expect(marked(desk)?.contains(gaps[0].paragraph.citation.text(in: "en")) == true)
    desk.press("w")
    #expect(desk.lines[0].contains("Plenary"))
  }

  @Test func `Enter shows the words as adopted and as translated, and goes to what covers them`() throws {
    let desk = try desk()
    desk.press("Enter")
    #expect(desk.body.contains("请秘书处以可得资金为限"))
    #expect(desk.body.contains("Our translation: Requests the secretariat"))
    #expect(desk.body.contains("the activities of Table 1"))
    desk.press("Enter")
    #expect(desk.lines[0].contains("Timeline"))
  }

  @Test func `In Chinese the adopted text stands alone`() throws {
    let desk = try desk(language: "zh")
    #expect(desk.lines[0].contains("任务") && marked(desk)?.contains("决定正文第 2 段") == true)
    desk.press("Enter")
    #expect(!desk.body.contains("Requests the secretariat"))
  }

  @Test func `Whatever covers a paragraph has a name and leads somewhere`() throws {
    let covers = Set(Mandate.adopted.paragraphs.flatMap(\.covers))
    for language in Phrasebook.languages {
      let look = Look(phrases: Phrasebook(language), asOf: Desk.asOf, who: "tester")
      for cover in covers {
        let words = cover.words(look)
        #expect(!words.contains("mandate_") && words != cover.text, "\(cover.text) in \(language)")
        if case .records(let kind, let type) = cover {
          #expect(!words.contains(kind.rawValue + ":"), "\(cover.text)")
          #expect(type.isEmpty || !words.hasSuffix(": " + type) || language == "en", "\(cover.text)")
        }
      }
    }
    let library = try Library.inMemory()
    try SampleStore.fill(library)
    let trace = try library.read(MandateTraceOn(Desk.asOf))
    for row in trace.rows where !row.parts.isEmpty {
      let desk = try Desk("U", library: library)
      desk.session.perform([.present(ParagraphSheet(row)), .run("paragraph.go")], from: 0)
      #expect(!desk.lines[0].contains("Mandate"), "\(row.id)")
    }
  }
}
