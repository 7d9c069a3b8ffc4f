import Model
import Office
import Phrases
import SampleLibrary
import Store
import Testing

@testable import Dashboard

/// The trace to the mandate by keys, over the sample data.
@Suite struct TracePaneTests {
  private func desk(columns: Int = 80, rows: Int = 24, language: String = "en") throws -> Desk {
    let library = try Library.sample()
    return try Desk("U", columns: columns, rows: rows, language: language, library: library)
  }

  private func marked(_ desk: Desk) -> String? { desk.lines.first { $0.hasPrefix("▌") } }

  @Test func `Every paragraph that asks for something, in the order of the text`() throws {
    let desk = try desk()
    #expect(desk.lines[0].contains("Mandate") && desk.lines[0].contains("104 paragraphs"))
    #expect(marked(desk)?.hasPrefix("▌op.2") == true)
    #expect(desk.status.contains("secretariat · the activities of Table 1"))
    desk.press("End")
    #expect(marked(desk)?.contains("C.18") == true)
  }

  @Test func `The trace says the same whether partnerships are at hand whole or in part`() throws {
    let library = try Library.sample()
    let inPart = try library.read(MandateTraceOn(Desk.asOf))
    _ = try library.read(WholeProgramme())
    let whole = try library.read(MandateTraceOn(Desk.asOf))
    #expect(inPart == whole && inPart.rows.contains { $0.paragraph.id == "C.10" && !$0.parts.isEmpty })
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
    #expect(desk.lines[0].contains("授权") && marked(desk)?.contains("决定正文第 2 段") == true)
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
          // A guide is a guide in French too.
          let isCode = !["en", "fr"].contains(language) && words.hasSuffix(": " + type)
          #expect(type.isEmpty || !isCode, "\(cover.text)")
        }
      }
    }
    let library = try Library.sample()
    let trace = try library.read(MandateTraceOn(Desk.asOf))
    let desk = try Desk("U", library: library)
    for row in trace.rows where !row.parts.isEmpty {
      desk.press("U")
      desk.session.perform([.present(ParagraphSheet(row))], from: 0)
      _ = desk.lines
      desk.press("Enter")
      // The first leads from a long text to what covers it.
      if desk.lines[0].contains("Mandate") { desk.press("Enter") }
      #expect(!desk.lines[0].contains("Mandate"), "\(row.id)")
    }
  }

  @Test func `Words are looked for in the adopted text, in that which is read, and in the citation`() throws {
    let desk = try desk()
    func rows() -> [String] { desk.lines.filter { $0.contains("B-app.4") || $0.contains("op.2") } }
    desk.press("/")
    desk.type("open-ended network")
    #expect(!desk.lines.contains { $0.hasPrefix("▌op.2") || $0.hasPrefix(" op.2") })
    #expect(desk.lines.contains { $0.contains("op.4") })
    desk.press("Esc")
    desk.press("/")
    desk.type("利益攸关方网络 b-app.4")
    desk.press("Enter")
    #expect(marked(desk)?.hasPrefix("▌B-app.4") == true && !desk.lines.contains { $0.contains("op.4 ") })
    desk.press("Enter")
    #expect(desk.lines.contains { $0.contains("B-app.4") })
    desk.press("Esc", "Esc", "Home")
    #expect(marked(desk)?.hasPrefix("▌op.2") == true)
    desk.press("/")
    desk.type("no such words")
    #expect(desk.body.contains("Nothing"))
  }

  @Test func `A text longer than the sheet is read line by line, to its last word`() throws {
    let desk = try desk()
    let longest = try #require(
      Mandate.adopted.paragraphs.filter { !$0.covers.isEmpty }
        .max { $0.text.text(in: "en").count < $1.text.text(in: "en").count })
    let trace = try desk.library.read(MandateTraceOn(Desk.asOf))
    let row = try #require(trace.rows.first { $0.id == longest.id })
    desk.session.perform([.present(ParagraphSheet(row))], from: 0)
    var seen = desk.body
    for _ in 0..<12 {
      desk.press("PgDn")
      seen += desk.body
    }
    for word in longest.text.text(in: "en").split(whereSeparator: \.isWhitespace) {
      #expect(seen.contains(word), "\(word)")
    }
  }

  @Test func `A proposal of the network stands with its way below the paragraph that asks for it`() throws {
    let desk = try desk()
    let trace = try desk.library.read(MandateTraceOn(Desk.asOf))
    let row = try #require(trace.rows.first { $0.id == "B-app.4" })
    let proposal = try #require(
      NetworkProposal.ordered(desk.library.read(AllRecords<NetworkProposal>())).first)
    desk.session.perform([.present(ParagraphSheet(row))], from: 0)
    desk.press("End")
    #expect(desk.body.contains("focal points") && desk.body.contains("Bureau"))
    let wide = try self.desk(columns: 200, rows: 50)
    wide.session.perform([.present(ParagraphSheet(row))], from: 0)
    wide.press("End")
    #expect(wide.body.contains(proposal.title))
  }

  @Test func `From any record its paragraphs, and from each of them its words`() throws {
    let desk = try desk()
    desk.press("3", "#")
    #expect(desk.lines.contains { $0.contains("Paragraphs") })
    #expect(desk.body.contains("A-app.2"))
    desk.press("Enter")
    #expect(desk.body.contains("Our translation"))
    desk.press("Esc", "Esc", "2", "#")
    #expect(desk.body.contains("B.8") || desk.body.contains("B-app") || desk.body.contains("B.9"))
  }

  @Test func `A record for which no paragraph asks says so`() throws {
    let desk = try desk()
    desk.press("6")
    desk.session.perform([.present(CitationsSheet(of: .record(RecordReference(.view, "none"))))], from: 0)
    #expect(desk.body.contains("No paragraph of the decision asks for this record."))
  }

  @Test func `Overview, evaluation, calendar and alarms cite what stands under the cursor`() throws {
    let desk = try desk()
    desk.press("1", "#")
    #expect(desk.body.contains("A-app.2") && desk.lines.contains { $0.contains("Paragraphs") })
    desk.press("Esc", "Right", "G", "#")
    #expect(desk.lines.contains { $0.contains("6 Opportunities for two-way") } && desk.body.contains("B.20"))
    desk.press("Esc")
    desk.session.perform([.go(.indicator(nil))], from: 0)
    #expect(desk.lines[0].contains("Evaluation"))
    desk.press("#")
    #expect(desk.body.contains("B.20"))
    desk.press("Esc", "1", "A", "#")
    #expect(desk.lines.contains { $0.contains("Paragraphs") })
    desk.press("Enter")
    #expect(desk.body.contains("Our translation") || desk.body.contains("No paragraph"))
  }

  @Test func `An item of the calendar is cited, and where there is none a sentence says so`() throws {
    let desk = try desk()
    desk.session.perform([.go(.calendar(Day("2015-09-01")!))], from: 0)
    desk.press("w")
    for _ in 0..<40 where !(marked(desk) ?? "").contains("review") { desk.press("Down") }
    desk.press("#")
    #expect(desk.body.contains("C.10") || desk.body.contains("C."))
    desk.press("Esc", "2", "/")
    let empty = try Desk("6", library: .inMemory())
    empty.press("w", "#")
    #expect(empty.status.contains("No paragraph asks for this line by itself"))
  }
}
