import Interchange
import Model
import Phrases
import Typesetting

/// For each objective and function what is planned, what was done, what shows it and what is empty, as plain text,
/// Markdown, a page or CSV.
public struct ObjectivesReport: TableReport {
  private let book: AimBook
  public let look: Look

  /// - Parameter look: knows what records are called.
  public init(_ book: AimBook, look: Look) { (self.book, self.look) = (book, look) }

  public var title: String { look.say(.aimTitle, .text(look.day(book.day))) }

  public var summary: String {
    let whole = book.rows.count { $0.gaps.isEmpty }
    let bare = book.rows.count { $0.items.isEmpty }
    return look.say(.aimFigures, .number(whole), .number(book.rows.count), .number(bare))
  }

  public var headings: [String] {
    [look.say(.aimHeading)] + AimBook.Part.allCases.map { $0.word(look) }
  }

  private func names(_ row: AimBook.Row, _ part: AimBook.Part) -> [String] {
    let names = row.items(part).map { look.name(of: $0.record) }
    return names.isEmpty ? [look.say(.aimNothing)] : names
  }

  public var rows: [[TablePage.Cell]] {
    book.rows.map { row in
      [.init([(nil, row.aim.word(look))] + row.aim.text.cells(look))]
        + AimBook.Part.allCases.map { .init(items: names(row, $0)) }
    }
  }

  /// GFM, section 4.10; with the texts below the table.
  public var markdown: String {
    let cells = book.rows.map { row in
      [row.aim.word(look)] + AimBook.Part.allCases.map { look.chain(names(row, $0)) }
    }
    return ReportMarkdown.page(title, summary, headings, cells)
      + ReportMarkdown.sections(
        book.rows.map { ($0.aim.word(look), $0.aim.text.paragraphs(look).map(\.text)) })
  }

  public var text: String {
    var lines = [title, summary]
    for row in book.rows {
      lines += ["", row.aim.word(look)]
      lines += row.aim.text.lines(look)
      for part in AimBook.Part.allCases {
        lines += ["  " + look.labelled(part.word(look), "").trimmed] + names(row, part).map { "  - \($0)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// RFC 4180, in UTF-8: records as `kind:id`, and the objective as adopted and as translated.
  public var csv: [UInt8] {
    let columns = ["objective"] + AimBook.Part.allCases.map(\.rawValue) + ["adopted", "translation"]
    return CSVWriter.spreadsheet(
      [columns]
        + book.rows.map { row in
          [row.aim.rawValue]
            + AimBook.Part.allCases.map { part in
              row.items(part).map(\.record.description).joined(separator: "; ")
            } + [row.aim.text.adopted, row.aim.text.translation(in: look.language)]
        })
  }
}
