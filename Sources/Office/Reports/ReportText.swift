import Interchange
import Model
import Phrases
import Typesetting

/// A report as plain text: paragraphs with their numbers, tables in columns, charts of block elements.
public struct ReportText: Sendable {
  private let document: ReportDocument
  private let columns: Int
  private let isASCII: Bool
  private let numbering: ReportNumbering
  private let book: Phrasebook

  /// - Parameter isASCII: charts are drawn with signs of ASCII, for whoever shows or reads nothing else.
  public init(_ document: ReportDocument, columns: Int = 80, isASCII: Bool = false) {
    (self.document, self.columns, self.isASCII) = (document, columns, isASCII)
    numbering = ReportNumbering(language: document.language)
    book = Phrasebook(document.language)
  }

  public var text: String {
    var lines = document.front.flatMap { Wrapping.lines(ReportWords.plain($0), columns: columns) } + [""]
    let title = Wrapping.lines(document.title, columns: columns)
    lines += title + [rule("=", title)] + Wrapping.lines(document.subtitle, columns: columns)
    for piece in document.published { lines += [""] + self.lines(of: piece) }
    if !document.sources.isEmpty {
      lines += ["", document.sourcesTitle, rule("-", [document.sourcesTitle])]
      for source in document.sources {
        lines += hanging("", book.labelled(source.of, source.text), indent: 4, at: 0)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func rule(_ mark: String, _ lines: [String]) -> String {
    String(repeating: mark, count: min(columns, lines.map(CellText.width).max() ?? 0))
  }

  /// A piece as lines.
  public func lines(of piece: ReportDocument.Piece) -> [String] {
    switch piece {
    case .heading(let level, let number, let text):
      let lines = Wrapping.lines(ReportWords.plain("\(number) \(text)"), columns: columns)
      return level == 1 ? [""] + lines + [rule("-", lines)] : lines
    case .paragraph(let paragraph): return self.lines(of: paragraph)
    case .table(let table):
      let caption = Wrapping.lines(ReportWords.plain("\(table.label). \(table.caption)"), columns: columns)
      return caption + PageTable(table.columns, table.rows, table.firstNumber, width: columns).lines
    case .figure(let figure):
      let caption = Wrapping.lines(
        ReportWords.plain("\(figure.label). \(figure.chart.title)"), columns: columns)
      return caption + Self.lines(of: figure.chart, document.language, columns: columns, isASCII: isASCII)
    }
  }

  private func lines(of paragraph: ReportDocument.Paragraph) -> [String] {
    let number = paragraph.number == 0 ? "" : numbering.paragraph(paragraph.number)
    var lines = hanging(number, paragraph.text, indent: 5, at: 0)
    for (index, item) in paragraph.items.enumerated() {
      lines += hanging(numbering.item(index), item.text, indent: 5, at: 5)
      for (place, part) in item.items.enumerated() {
        lines += hanging(numbering.part(place), part.text, indent: 6, at: 10)
      }
    }
    return lines
  }

  /// A text whose first line begins with its number.
  private func hanging(_ number: String, _ text: String, indent: Int, at column: Int) -> [String] {
    let room = max(10, columns - column - indent)
    let wrapped = Wrapping.lines(
      ReportWords.plain(text), columns: number.isEmpty && indent > 0 ? columns - indent : room)
    return wrapped.enumerated().map { index, line in
      if index > 0 { return spaces(column + indent) + line }
      if number.isEmpty { return spaces(column) + line }
      return spaces(column) + number + spaces(max(1, indent - CellText.width(number))) + line
    }
  }

  /// A chart without its title, which stands in the caption.
  public static func lines(
    of chart: Chart, _ language: String, columns: Int, isASCII: Bool
  ) -> [String] {
    let words = ReportWords(book: DocumentBook(language))
    let book = words.book
    var chart = chart
    chart.title = ""
    chart.categories = chart.categories.map(ReportWords.plain)
    for index in chart.series.indices {
      chart.series[index].name = ReportWords.plain(chart.series[index].name)
    }
    let said = ChartWords(
      all: book.say(.chartAll), more: { book.say(.chartMore, words.number($0), $1) },
      joined: { book.say($1 ? .chartSum : .chartMean, words.number($0)) },
      number: { value in
        let text = ChartStyle.plain(value)
        return Int(text).map(words.number) ?? text
      })
    return ChartText.lines(of: chart, columns: columns, isASCII: isASCII, words: said)
  }
}

private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

/// A table in columns that fit a page: the widest columns give way, and their cells are broken into lines.
struct PageTable {
  let lines: [String]

  private static let gap = 2
  private static let least = 6

  init(_ columns: [String], _ rows: [[String]], _ firstNumber: Int, width: Int) {
    let (columns, rows) = (columns.map(ReportWords.plain), rows.map { $0.map(ReportWords.plain) })
    let all = [columns] + rows
    let count = columns.count
    var widths = (0..<count).map { at in
      all.map { at < $0.count ? CellText.width($0[at]) : 0 }.max() ?? 0
    }
    // Numbers stay whole, and so do words, as far as there is room for them.
    func floors(_ most: Int) -> [Int] {
      (0..<count).map { at in
        let cells = all.compactMap { at < $0.count ? $0[at] : nil }
        let parts = cells.flatMap { $0.split(separator: " ").map { CellText.width(String($0)) } }
        let numbers = at >= firstNumber ? rows.map { at < $0.count ? CellText.width($0[at]) : 0 } : []
        return max(Self.least, min(most, parts.max() ?? 0), min(16, numbers.max() ?? 0))
      }
    }
    func total() -> Int { widths.reduce(0, +) + Self.gap * (count - 1) }
    for floors in [floors(20), floors(12), floors(Self.least)] {
      while total() > width {
        let wide = widths.indices.filter { widths[$0] > floors[$0] }
        guard let widest = wide.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
      }
    }
    func line(_ cells: [String]) -> [String] {
      let wrapped = widths.indices.map { at in
        Wrapping.lines(at < cells.count ? cells[at] : "", columns: widths[at])
      }
      let height = wrapped.map(\.count).max() ?? 1
      return (0..<height).map { row in
        var text = ""
        for at in widths.indices {
          let cell = row < wrapped[at].count ? wrapped[at][row] : ""
          let blank = spaces(widths[at] - CellText.width(cell))
          text += (at > 0 ? spaces(Self.gap) : "") + (at >= firstNumber ? blank + cell : cell + blank)
        }
        while text.hasSuffix(" ") { text.removeLast() }
        return text
      }
    }
    let rule = String(repeating: "-", count: min(width, total()))
    lines = [rule] + line(columns) + [rule] + rows.flatMap(line) + [rule]
  }
}
