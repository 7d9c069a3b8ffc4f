/// What somebody sees, on its way out of the program: a table under headings, or lines of text. What records hold is
/// text and steers nothing: control characters and marks of direction are gone.
public struct Paper: Sendable, Equatable {
  public let title: String
  /// What it is of, in a sentence.
  public let summary: String
  /// Empty where it is lines of text.
  public let headings: [String]
  /// As many cells as headings; a single one where it is lines of text.
  public let rows: [[String]]

  /// A table. A column without a heading, as for marks, is left out where another one is there.
  public init(_ title: String, _ summary: String, headings: [String], rows: [[String]]) {
    let named = headings.indices.filter { !headings[$0].isEmpty }
    let kept = named.isEmpty ? Array(headings.indices) : named
    self.title = PlainText.line(title)
    self.summary = PlainText.line(summary)
    self.headings = kept.map { PlainText.line(headings[$0]) }
    self.rows = rows.map { cells in
      kept.map { cells.indices.contains($0) ? PlainText.line(cells[$0]) : "" }
    }
  }

  /// Lines of text.
  public init(_ title: String, _ summary: String, lines: [String]) {
    (self.title, self.summary, headings) = (PlainText.line(title), PlainText.line(summary), [])
    rows = lines.map { [PlainText.line($0)] }
  }

  /// One line that steers nothing.
  public static func line(_ text: String) -> String { PlainText.line(text) }

  public var isTable: Bool { !headings.isEmpty }

  /// RFC 4180, in UTF-8; no cell runs as a formula.
  public var csv: [UInt8] { CSVWriter.spreadsheet((isTable ? [headings] : []) + rows) }

  /// One array (RFC 8259): of objects by heading, one a line, or of lines.
  public var json: [UInt8] {
    var bytes = Array("[".utf8)
    for (place, row) in rows.enumerated() {
      bytes += (place == 0 ? "\n" : ",\n").utf8
      isTable ? append(row, to: &bytes) : JSONText.append(row[0], to: &bytes)
    }
    return bytes + (rows.isEmpty ? "]\n" : "\n]\n").utf8
  }

  private func append(_ row: [String], to bytes: inout [UInt8]) {
    for (place, (heading, cell)) in zip(headings, row).enumerated() {
      bytes += (place == 0 ? "{" : ", ").utf8
      JSONText.append(heading, to: &bytes)
      bytes += ": ".utf8
      JSONText.append(cell, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// GFM, section 4.10.
  public var markdown: String {
    guard isTable else {
      return "# \(ReportMarkdown.escaped(title))\n\n\(ReportMarkdown.escaped(summary))\n\n"
        + rows.map { "    " + $0[0] }.joined(separator: "\n") + "\n"
    }
    return ReportMarkdown.page(title, summary, headings, rows)
  }

  /// One page that loads nothing.
  /// - Parameter language: BCP 47.
  public func page(_ language: String) -> [UInt8] {
    TablePage(
      title: title, summary: summary, headings: headings, rows: rows.map { $0.map { TablePage.Cell($0) } },
      language: language
    ).file
  }
}
