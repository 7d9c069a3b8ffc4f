import Model
import Phrases

/// The comments on a call and what became of each, as a table for publication in one of the six languages (annex II,
/// paragraph 3: each was considered).
///
/// A comment says who wrote it where its source was typed for publication; where it is linked to a record of the base
/// only if that person agreed to stand in the public register. Contact details in a comment or its answer are held back
/// until somebody decided about them; in a source they are left out; notes of the office never go out. The same records
/// make the same bytes.
public struct CommentLedger {
  public enum Format: String, CaseIterable, Sendable { case csv, text, markdown, html, xlsx }

  let call: CallForInput
  let comments: [ReviewComment]
  private let counts: CommentCounts
  /// Those who agreed to be named.
  private let named: Set<RecordID>
  let book: DocumentBook
  let languages: [(language: String, address: String)]

  /// - Parameters:
  ///   - comments: of that call, in any order.
  ///   - named: the ids of those who agreed to be named.
  ///   - languages: the files of the same page in the languages in which it is written.
  public init(
    _ call: CallForInput, _ comments: [ReviewComment], named: Set<RecordID>, language: String,
    languages: [(language: String, address: String)] = []
  ) {
    (self.call, self.named, self.languages) = (call, named, languages)
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

  static let headings: [DocumentKey] = [
    .number, .ledgerPlace, .ledgerSource, .ledgerComment, .ledgerDisposition, .ledgerReason,
  ]

  var headings: [String] { Self.headings.map { book.say($0) } }

  var title: String { book.say(.ledgerTitle, PlainText.line(call.name)) }

  private var dates: String { dates(name: PlainText.line(call.document)) }

  /// - Parameter name: of the document; nil where it is said elsewhere.
  func dates(name: String?) -> String {
    let words = RegisterWords(book: book)
    let days = [
      call.opens.map { book.say(.from, words.day($0)) }, call.closes.map { book.say(.until, words.day($0)) },
    ]
    return book.list([name ?? ""].filter { !$0.isEmpty } + days.compactMap(\.self))
  }

  var summary: String {
    func count(_ disposition: Disposition) -> String {
      String(counts.byDisposition[disposition, default: 0])
    }
    return book.say(
      .ledgerSummary, String(counts.all), count(.accepted), count(.partly), count(.notAccepted),
      String(counts.open))
  }

  /// One for each heading.
  func cells(_ comment: ReviewComment) -> [String] {
    let line = [String(comment.number), comment.paragraph, source(of: comment)].map(PlainText.line)
    let text = lines(comment.text, of: comment).joined(separator: "\n")
    return line + [text, disposition(comment), lines(reason(comment), of: comment).joined(separator: "\n")]
  }

  func disposition(_ comment: ReviewComment) -> String {
    comment.disposition.map { book.label("disposition", $0.rawValue) } ?? book.say(.ledgerOpen)
  }

  func reason(_ comment: ReviewComment) -> String {
    comment.disposition == nil ? "" : comment.reason
  }

  private func source(of comment: ReviewComment) -> String {
    let isNamed = comment.stakeholder.isEmpty || named.contains(comment.stakeholder)
    let source = isNamed ? Self.withoutAddresses(comment.source) : ""
    return source.isEmpty ? book.say(.ledgerWithheld) : source
  }

  /// A text of a comment by its lines; an empty one stands between paragraphs.
  /// - Parameter held: what stands in place of contact details; the word for it where nil.
  func lines(_ text: String, of comment: ReviewComment, held: String? = nil) -> [String] {
    let text = text.replacing(Self.mark, with: "")
    let shown =
      comment.contactDetails == .publish
      ? text : ContactText(text).held(held ?? book.say(.ledgerHeld))
    let lines = shown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(Self.line)
    return lines.indices.filter { place in
      !lines[place].isEmpty || place > 0 && place + 1 < lines.count && !lines[place - 1].isEmpty
    }.map { lines[$0] }
  }

  private static func line(_ text: Substring) -> String {
    let pieces = text.split(separator: mark, omittingEmptySubsequences: false)
    return pieces.map { PlainText.line(String($0)) }.joined(separator: mark).trimmed
  }

  /// No document may hold it.
  static let mark = "\u{FFFF}"

  /// People write their addresses and telephone numbers behind their names.
  static func withoutAddresses(_ source: String) -> String {
    let text = ContactText(source, isName: true)
    guard !text.details.isEmpty else { return source }
    let labels = ["tel.", "tel", "tel:", "phone", "e-mail", "email", "e-mail:", "email:", "电话", "邮箱"]
    return text.held(" ").split { " \t,;<>()[]".contains($0) }
      .filter { !labels.contains($0.lowercased()) }.joined(separator: " ")
  }

  /// A comment about whose contact details nobody has decided.
  public struct Held: Sendable, Equatable {
    public let comment: ReviewComment
    public let details: [ContactDetail]
  }

  /// In the order of the document.
  public var held: [Held] {
    comments.compactMap { comment in
      guard comment.contactDetails == nil else { return nil }
      let details = [comment.text, reason(comment)].flatMap { ContactText($0).details }
      return details.isEmpty ? nil : Held(comment: comment, details: details)
    }
  }

  // MARK: Files

  private var csv: [UInt8] {
    var writer = CSVWriter(style: .spreadsheetSafe, byteOrderMark: true)
    writer.append(headings)
    for comment in comments { writer.append(cells(comment)) }
    return writer.bytes
  }

  private var text: String {
    var lines = [book.say(.platform), title, dates, PlainText.line(call.link), summary, ""]
    if comments.isEmpty { lines += [book.say(.ledgerNone), ""] }
    for comment in comments {
      let cells = cells(comment)
      lines.append([cells[0], cells[1], cells[2]].filter { !$0.isEmpty }.joined(separator: " · "))
      let text = cells[3].split(separator: "\n", omittingEmptySubsequences: false)
      lines += text.map { $0.isEmpty ? "" : "  " + $0 }
      let answer = cells[5].replacing("\n", with: "\n    ").replacing("\n    \n", with: "\n\n")
      lines.append("  → " + (answer.isEmpty ? cells[4] : book.say(.reportItem, cells[4], answer)))
      lines.append("")
    }
    let said = lines.enumerated().filter { !(2...3 ~= $0 && $1.isEmpty) }.map(\.element)
    return said.joined(separator: "\n") + "\n"
  }

  private var markdown: String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    var lines = ["# " + Self.marked(title), "", Self.marked(book.say(.platform)), ""]
    if !dates.isEmpty { lines += [Self.marked(dates), ""] }
    if let address = PageHouse.webAddress(call.link) { lines += ["<\(address)>", ""] }
    lines += [summary, ""]
    guard !comments.isEmpty else { return (lines + [book.say(.ledgerNone)]).joined(separator: "\n") + "\n" }
    lines += [row(headings), row(headings.map { _ in "---" })]
    lines += comments.map { row(cells($0).map { Self.marked($0).replacing("\n", with: "<br>") }) }
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
}
