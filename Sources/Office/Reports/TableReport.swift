import Interchange
import Phrases

/// A report that is one table under a title: plain text, Markdown, a page and CSV.
public protocol TableReport: Sendable {
  var look: Look { get }
  var title: String { get }
  var summary: String { get }
  var headings: [String] { get }
  var rows: [[TablePage.Cell]] { get }
  var text: String { get }
  var markdown: String { get }
  /// RFC 4180, in UTF-8.
  var csv: [UInt8] { get }
}

extension TableReport {
  /// GFM, section 4.10.
  public var markdown: String {
    ReportMarkdown.page(title, summary, headings, rows.map { $0.map(\.line) })
  }

  /// One page that loads nothing.
  public var page: [UInt8] {
    TablePage(title: title, summary: summary, headings: headings, rows: rows, language: look.language).file
  }
}
