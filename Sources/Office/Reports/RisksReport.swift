import Interchange
import Model
import Phrases
import Typesetting

/// The register of risks as plain text, Markdown, a page or CSV: how each weighs, who looks after it, what is counted of
/// it and what changed since the last review (annex II, paragraph 19).
public struct RisksReport: TableReport {
  private let book: RiskBook
  public let look: Look

  /// - Parameter book: with all its signals, on the day of `look`.
  public init(_ book: RiskBook, look: Look) { (self.book, self.look) = (book, look) }

  private var words: RiskWords { RiskWords(book: book, look: look) }

  public var title: String { look.say(.riskTitle, .text(look.day(book.day))) }

  public var summary: String {
    let policy =
      book.policies.first.map { row in
        look.say(
          .riskPolicy, .text(row.product.name), .number(row.cells.count { $0.state == .published }))
      } ?? look.say(.riskNoPolicy)
    return look.dotted([look.say(.riskFigures, .number(book.risks.count), .number(book.dueCount)), policy])
  }

  public var headings: [String] {
    ["name", "likelihood", "impact", "owner", "risk_response", "review_on"].map { look.word("field", $0) }
      + [look.say(.riskSignals), look.say(.riskChanges)]
  }

  private func cells(_ risk: Risk) -> [[String]] {
    let change = book.change(of: risk)
    return [
      [look.title(of: risk)], [words.degree(risk.likelihood).text], [words.degree(risk.impact).text],
      [FieldWords.shown("owner", of: risk, look)], [risk.response], [risk.reviewDay.map(look.day) ?? ""],
      change.signals.map(words.sentence), words.changes(risk),
    ].map { $0.filter { !$0.isEmpty } }
  }

  public var rows: [[TablePage.Cell]] {
    book.risks.map { cells($0).map { .init(items: $0) } }
  }

  public var text: String {
    var lines = [title, summary, ""]
    let matrix = RiskMatrix(book.risks).cells(look).map { $0.map(\.text) }
    lines += TextTable.lines(matrix)
    for (place, risk) in book.risks.enumerated() {
      lines += ["", "\(place + 1)  \(look.title(of: risk))"]
      let parts = zip(headings, cells(risk)).dropFirst()
      for (heading, cell) in parts where !cell.isEmpty {
        lines +=
          cell.count == 1
          ? ["   " + look.labelled(heading, cell[0])]
          : ["   " + look.labelled(heading, "").trimmed] + cell.map { "   - \($0)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// RFC 4180, in UTF-8, in codes; a column for each signal: what it counts now, and what it counted at the last review.
  public var csv: [UInt8] {
    let columns = [
      "id", "name", "likelihood", "impact", "owner", "risk_response", "review_on", "last_review", "signals",
    ]
    return CSVWriter.spreadsheet(
      [columns]
        + book.risks.map { risk in
          let signals = book.change(of: risk).signals.map { signal in
            [signal.signal.rawValue, String(signal.now.count), signal.then.map(String.init) ?? ""]
              .joined(separator: " | ")
          }
          return [
            risk.id, look.title(of: risk), risk.likelihood?.rawValue ?? "", risk.impact?.rawValue ?? "",
            FieldWords.shown("owner", of: risk, look), risk.response, risk.reviewDay?.description ?? "",
            risk.lastReview?.day.description ?? "", signals.joined(separator: "; "),
          ]
        })
  }
}
