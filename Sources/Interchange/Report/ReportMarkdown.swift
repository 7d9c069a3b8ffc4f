import Model
import Phrases

/// A report as Markdown with the tables of GitHub (GFM, section 4.10). What records hold is text and never markup.
public struct ReportMarkdown {
  private let document: ReportDocument
  private let numbering: ReportNumbering
  private let words: ReportWords
  private let draw: (Chart) -> [String]

  /// - Parameter draw: a chart as lines of text.
  public init(_ document: ReportDocument, draw: @escaping (Chart) -> [String]) {
    self.document = document
    numbering = ReportNumbering(language: document.language)
    words = ReportWords(book: DocumentBook(document.language))
    self.draw = draw
  }

  public var text: String {
    var blocks: [String] = []
    let isRightToLeft = words.book.direction == "rtl"
    if isRightToLeft { blocks.append("<div dir=\"rtl\" lang=\"\(document.language)\">") }
    blocks += document.front.map(Self.escaped)
    blocks += ["# " + Self.escaped(document.title), "**\(Self.escaped(document.subtitle))**"]
    blocks += document.published.map(block)
    if !document.sources.isEmpty {
      blocks.append("## " + Self.escaped(document.sourcesTitle))
      blocks.append(
        document.sources.map {
          "- " + words.book.say(.reportItem, Self.escaped($0.of), Self.escaped($0.text))
        }.joined(separator: "\n"))
    }
    if isRightToLeft { blocks.append("</div>") }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func block(_ piece: ReportDocument.Piece) -> String {
    switch piece {
    case .heading(let level, let number, let text):
      String(repeating: "#", count: level + 1) + " " + Self.escaped("\(number) \(text)")
    case .paragraph(let paragraph): self.paragraph(paragraph)
    case .table(let table):
      "**\(Self.escaped("\(table.label). \(table.caption)"))**\n\n"
        + Self.table(table.columns, table.rows, firstNumber: table.firstNumber)
    case .figure(let figure): self.figure(figure)
    }
  }

  private func paragraph(_ paragraph: ReportDocument.Paragraph) -> String {
    let text = PlainText.paragraphs("\(numbering.paragraph(paragraph.number)) \(paragraph.text)")
      .map(Self.escaped).joined(separator: "\n\n")
    let items = paragraph.items.enumerated().flatMap { index, item -> [String] in
      let parts = item.items.enumerated().map { "  - " + Self.escaped("\(numbering.part($0)) \($1.text)") }
      return ["- " + Self.escaped("\(numbering.item(index)) \(item.text)")] + parts
    }
    return items.isEmpty ? text : text + "\n\n" + items.joined(separator: "\n")
  }

  private func figure(_ figure: ReportDocument.Figure) -> String {
    let lines = draw(figure.chart).map(PlainText.line)
    // No label may close the fence early.
    let longest = lines.joined().split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let caption = "**\(Self.escaped("\(figure.label). \(figure.chart.title)"))**"
    let picture = ([fence + "text"] + lines + [fence]).joined(separator: "\n")
    guard figure.tableKey.isEmpty else { return caption + "\n\n" + picture }
    let data = ChartTable(figure.chart, words)
    return [caption, picture, Self.table(data.columns, data.rows, firstNumber: 1)].joined(separator: "\n\n")
  }

  private static func table(_ columns: [String], _ rows: [[String]], firstNumber: Int) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.map(escaped).joined(separator: " | ") + " |" }
    let rule = "|" + columns.indices.map { $0 < firstNumber ? " --- |" : " ---: |" }.joined()
    return ([line(columns), rule] + rows.map(line)).joined(separator: "\n")
  }

  /// A page of one table of words under its title.
  public static func page(
    _ title: String, _ summary: String, _ columns: [String], _ rows: [[String]]
  ) -> String {
    "# \(escaped(title))\n\n\(escaped(summary))\n\n" + table(columns, rows, firstNumber: columns.count) + "\n"
  }

  /// Texts with their headings, as they stand below a table.
  public static func sections(_ sections: [(heading: String, texts: [String])]) -> String {
    sections.map { section in
      let texts = section.texts.flatMap { $0.split(separator: "\n") }.map { escaped(String($0)) + "\n" }
      return "\n## \(escaped(section.heading))\n\n" + texts.joined(separator: "\n")
    }.joined()
  }

  /// One line in which nothing means anything: every mark of Markdown and of HTML with a backslash before it
  /// (CommonMark, section 2.4).
  static func escaped(_ text: String) -> String {
    var escaped = ""
    var isFirst = true
    for scalar in PlainText.line(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$", "@":
        escaped += "\\"
      // `1.` and `-` begin a list only where a line begins.
      case ".", ")", "-", "+", "=", ":": if isFirst || scalar == "." { escaped += "\\" }
      default: break
      }
      escaped.unicodeScalars.append(scalar)
      isFirst = isFirst && ("0"..."9").contains(scalar)
    }
    return escaped
  }
}

/// A chart as the table that says the same.
struct ChartTable {
  let columns: [String]
  let rows: [[String]]

  init(_ chart: Chart, _ words: ReportWords) {
    let names = chart.series.map { $0.name.isEmpty ? words.book.say(.reportValue) : $0.name }
    columns = [words.book.say(.reportCategory)] + names
    rows = chart.categories.indices.map { at in
      [chart.categories[at]]
        + chart.series.map { series in
          let value = series.values.indices.contains(at) ? series.values[at] : nil
          return value.map { ChartTable.text($0, chart.unit, words) } ?? "–"
        }
    }
  }

  /// A whole number as such, others with one decimal.
  static func text(_ value: Double, _ unit: String, _ words: ReportWords) -> String {
    let tenths = Int((value * 10).rounded())
    let number = words.number(tenths / 10) + (tenths % 10 == 0 ? "" : "\(words.point)\(abs(tenths % 10))")
    return unit.isEmpty ? number : "\(number) \(unit)"
  }
}
