import Model
import Phrases

/// The comments on a call and what became of each, as a table for publication in one of the six languages (annex II,
/// paragraph 3: each was considered).
///
/// A comment says who wrote it where its source was typed for publication; where it is linked to a record of the base
/// only if that person agreed to stand in the public register. No contact details go out, nor notes of the office.
/// The same records make the same bytes.
public struct CommentLedger {
  public enum Format: String, CaseIterable, Sendable { case csv, text, markdown, html, xlsx }

  private let call: CallForInput
  private let comments: [ReviewComment]
  private let counts: CommentCounts
  /// Those who agreed to be named.
  private let named: Set<RecordID>
  private let book: DocumentBook

  /// - Parameters:
  ///   - comments: of that call, in any order.
  ///   - named: the ids of those who agreed to be named.
  public init(_ call: CallForInput, _ comments: [ReviewComment], named: Set<RecordID>, language: String) {
    (self.call, self.named) = (call, named)
    self.comments = ReviewComment.inOrder(comments)
    counts = CommentCounts(comments)
    book = DocumentBook(language)
  }

  public func file(_ format: Format) -> [UInt8] {
    switch format {
    // Of the table a sheet is made where it is written.
    case .csv, .xlsx: csv
    case .text: Array(text.utf8)
    case .markdown: Array(markdown.utf8)
    case .html: Array(html.utf8)
    }
  }

  // MARK: Words

  private static let headings: [DocumentKey] = [
    .number, .ledgerPlace, .ledgerSource, .ledgerComment, .ledgerDisposition, .ledgerReason,
  ]

  private var headings: [String] { Self.headings.map { book.say($0) } }

  private var title: String { book.say(.ledgerTitle, PlainText.line(call.name)) }

  private var dates: String { dates(PlainText.line) }

  /// - Parameter name: how the name of the document is written among words of ours.
  private func dates(_ name: (String) -> String) -> String {
    let words = RegisterWords(book: book)
    let days = [
      call.opens.map { book.say(.from, words.day($0)) }, call.closes.map { book.say(.until, words.day($0)) },
    ]
    return book.list([call.document].filter { !$0.isEmpty }.map(name) + days.compactMap(\.self))
  }

  private var summary: String {
    func count(_ disposition: Disposition) -> String {
      String(counts.byDisposition[disposition, default: 0])
    }
    return book.say(
      .ledgerSummary, String(counts.all), count(.accepted), count(.partly), count(.notAccepted),
      String(counts.open))
  }

  /// One for each heading.
  private func cells(_ comment: ReviewComment) -> [String] {
    [
      String(comment.number), comment.paragraph, source(of: comment), comment.text,
      comment.disposition.map { book.label("disposition", $0.rawValue) } ?? book.say(.ledgerOpen),
      comment.disposition == nil ? "" : comment.reason,
    ].map(PlainText.line)
  }

  private func source(of comment: ReviewComment) -> String {
    let isNamed = comment.stakeholder.isEmpty || named.contains(comment.stakeholder)
    let source = isNamed ? Self.withoutAddresses(comment.source) : ""
    return source.isEmpty ? book.say(.ledgerWithheld) : source
  }

  /// People write their addresses and telephone numbers behind their names.
  static func withoutAddresses(_ source: String) -> String {
    let words = source.split { " \t,;<>()[]".contains($0) }
    var kept: [Substring] = []
    var isLost = false
    var rest = words[...]
    while let word = rest.first {
      // A number may stand in groups; a year or two are none.
      let number = rest.prefix(while: isNumber)
      if digits(number) >= 7, number.count != 2 || word.hasPrefix("+") || word.hasPrefix("0") {
        rest = rest.dropFirst(number.count)
        isLost = true
      } else if isAddress(word) {
        rest.removeFirst()
        isLost = true
      } else {
        kept.append(rest.removeFirst())
      }
    }
    let labels = ["tel.", "tel", "tel:", "phone", "e-mail", "email", "e-mail:", "email:", "电话", "邮箱"]
    return isLost ? kept.filter { !labels.contains($0.lowercased()) }.joined(separator: " ") : source
  }

  private static func isNumber(_ word: Substring) -> Bool {
    word.contains(where: \.isNumber) && word.allSatisfy { $0.isNumber || "+-./".contains($0) }
  }

  private static func digits(_ words: some Sequence<Substring>) -> Int {
    words.reduce(0) { $0 + $1.count { $0.isNumber } }
  }

  private static func isAddress(_ word: Substring) -> Bool {
    word.contains("@") || word.contains("＠") || word.lowercased().hasPrefix("mailto:")
  }

  // MARK: Files

  private var csv: [UInt8] {
    var writer = CSVWriter(style: .spreadsheetSafe, byteOrderMark: true)
    writer.append(headings)
    for comment in comments { writer.append(cells(comment)) }
    return writer.bytes
  }

  private var text: String {
    var lines = [book.say(.platform), title, dates, summary, ""]
    for comment in comments {
      let cells = cells(comment)
      lines.append([cells[0], cells[1], cells[2]].filter { !$0.isEmpty }.joined(separator: " · "))
      lines.append("  " + cells[3])
      lines.append("  → " + (cells[5].isEmpty ? cells[4] : "\(cells[4]): \(cells[5])"))
      lines.append("")
    }
    return lines.filter { $0 != dates || !dates.isEmpty }.joined(separator: "\n") + "\n"
  }

  private var markdown: String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    var lines = ["# " + Self.marked(title), "", Self.marked(book.say(.platform)), ""]
    if !dates.isEmpty { lines += [Self.marked(dates), ""] }
    lines += [summary, "", row(headings), row(headings.map { _ in "---" })]
    lines += comments.map { row(cells($0).map(Self.marked)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What steers Markdown, as letters (CommonMark 0.31, section 2.4). HTML within it is text as well.
  private static func marked(_ text: String) -> String {
    var marked = ""
    for character in text {
      if "\\`*_{}[]<>()#+!|~&".contains(character) { marked.append("\\") }
      marked.append(character)
    }
    return marked
  }

  private var html: String {
    let marked = book.say(.ledgerTitle, PageHouse.marked(call.name))
    let house = PageHouse(title: marked, book: book, width: 80)
    let notes = [dates(PageHouse.marked), summary].filter { !$0.isEmpty }
      .map { "<p>\(PageHouse.ours($0))</p>\n" }.joined()
    let table =
      comments.isEmpty
      ? "<p>\(PlainText.html(book.say(.ledgerNone)))</p>\n"
      : PageHouse.table(PlainText.html(title), headings: headings, rows: comments.map(row))
    return house.opening + house.heading + notes + table + house.closing()
  }

  private func row(_ comment: ReviewComment) -> String {
    let cells = cells(comment).map(PageHouse.text)
    let language = comment.language.isEmpty ? "" : " lang=\"\(PlainText.html(comment.language))\""
    return
      "<tr id=\"c\(comment.number)\"><th scope=\"row\" class=\"short\">\(cells[0])</th><td><bdi>\(cells[1])</bdi></td>"
      + "<td><bdi>\(cells[2])</bdi></td><td dir=\"auto\"\(language)>\(cells[3])</td><td>\(cells[4])</td>"
      + "<td dir=\"auto\">\(cells[5])</td></tr>\n"
  }
}
