import Interchange
import Model
import Phrases
import Typesetting

/// The trace to the mandate as plain text, Markdown, a page or CSV: every paragraph that asks for something, who is to do
/// it, what covers it, and the gaps.
public struct TraceReport: TableReport {
  private let trace: MandateTrace
  private let proposals: [NetworkProposal]
  public let look: Look

  /// - Parameter proposals: of the network, whose way stands with the paragraph that asks for it (annex II, appendix,
  ///   paragraph 4).
  public init(_ trace: MandateTrace, _ proposals: [NetworkProposal], look: Look) {
    (self.trace, self.proposals, self.look) = (trace, NetworkProposal.ordered(proposals), look)
  }

  public var title: String {
    look.say(.traceTitle, .text(look.day(trace.day)))
  }

  public var summary: String { trace.counts.said(look) }

  public var headings: [String] {
    [look.say(.traceParagraph), look.word("field", "state"), look.say(.traceWho), look.say(.traceCovers)]
  }

  private func covers(_ row: MandateTrace.Row) -> [String] {
    row.parts.flatMap { part in
      [look.bracketed(part.cover.words(look), part.counts(look))]
        + (part.cover == .records(.proposal, type: "") ? proposals.map { $0.way(look) } : [])
    }
      + (row.paragraph.missing.map { [look.say(.traceMissing, .text($0.text(in: look.language)))] } ?? [])
  }

  public var text: String {
    var lines = [title, summary]
    for row in trace.rows {
      let head = [
        row.paragraph.citation(look), row.state.said(look).text, row.paragraph.actors(look),
      ]
      lines += ["", head.joined(separator: "  ")]
      lines += row.paragraph.text.lines(look)
      lines += covers(row).map { "  - " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  public var rows: [[TablePage.Cell]] {
    trace.rows.map { row in
      let paragraph = row.paragraph
      return [
        .ours(paragraph.citation(look)), .ours(row.state.said(look).text), .ours(paragraph.actors(look)),
        .init(paragraph.text.cells(look), items: covers(row)),
      ]
    }
  }

  /// GFM, section 4.10. The texts stand below the table, which they would make too wide to read.
  public var markdown: String {
    let rows = trace.rows.map { row in
      [row.paragraph.citation(look), row.state.said(look).text, row.paragraph.actors(look)]
        + [look.chain(covers(row))]
    }
    return ReportMarkdown.page(title, summary, headings, rows)
      + ReportMarkdown.sections(
        trace.rows.map { ($0.paragraph.citation(look), $0.paragraph.text.paragraphs(look).map(\.text)) })
  }

  /// RFC 4180, in UTF-8; codes beside their words, and the paragraph as adopted and as translated.
  public var csv: [UInt8] {
    let columns = ["paragraph", "state", "who", "covers", "gaps", "adopted", "translation"]
    return CSVWriter.spreadsheet(
      [columns]
        + trace.rows.map { row in
          let paragraph = row.paragraph
          return [
            paragraph.id, row.state.rawValue, paragraph.who.map(\.rawValue).joined(separator: "; "),
            paragraph.covers.map(\.text).joined(separator: "; "),
            row.gaps.map(\.text).joined(separator: "; "),
            paragraph.text.adopted, paragraph.text.translation(in: look.language),
          ]
        })
  }
}
