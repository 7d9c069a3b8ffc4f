import Foundation
import Interchange
import Model
import Phrases
import Store

/// A report ready to be written: its facts, what people did to it, and the language in which it is read.
public struct ReportPaper: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case text, markdown, html, docx

    /// What the names of its files end with, without the dot.
    public var ending: String {
      switch self {
      case .text: "txt"
      case .markdown: "md"
      case .html: "html"
      case .docx: "docx"
      }
    }

    /// That of a file by its name; nil where its ending is of none.
    public init?(path: String) {
      guard let format = Self.allCases.first(where: { path.lowercased().hasSuffix("." + $0.ending) }) else {
        return nil
      }
      self = format
    }
  }

  public let facts: ReportFacts
  public let language: String
  public let report: Report?

  public init(_ facts: ReportFacts, language: String, report: Report? = nil) {
    (self.facts, self.language, self.report) = (facts, language, report)
  }

  /// A kept report: what was released from the facts that were frozen with it, a draft from those of now.
  /// - Throws: `ReportProblem`.
  public init(_ report: Report, in library: Library) throws {
    self.init(
      try report.state == .released ? Self.frozen(report) : library.read(try Self.question(report)),
      language: report.language.isEmpty ? "en" : report.language, report: report)
  }

  /// What a draft asks the store.
  public static func question(_ report: Report) throws(ReportProblem) -> ReportFactsOf {
    guard let from = report.from, let to = report.to else { throw .noDays(report.title) }
    return ReportFactsOf(report.audience, from: from, to: to)
  }

  public var document: ReportDocument { ReportDocument(facts, language: language, report: report) }

  /// The same bytes for the same facts, edits and language: no clock is read.
  public func bytes(_ format: Format, isASCII: Bool = false) -> [UInt8] {
    let document = document
    switch format {
    case .text: return Array(ReportText(document, isASCII: isASCII).text.utf8)
    case .markdown:
      let language = document.language
      let markdown = ReportMarkdown(document) {
        ReportText.lines(of: $0, language, columns: 76, isASCII: isASCII)
      }
      return Array(markdown.text.utf8)
    case .html: return ReportPage(document).file
    case .docx: return ReportDocx(document).file
    }
  }

  // MARK: Freezing

  /// The facts as they are kept, and their digest.
  public static func freeze(_ facts: ReportFacts) throws -> (json: String, digest: String) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = try encoder.encode(facts)
    return (String(decoding: json, as: UTF8.self), FileDigest.sha256(of: Array(json)))
  }

  /// Sends a draft out with the facts of now.
  /// - Throws: `ReportProblem`, `Refusal`.
  public static func release(_ draft: Report, in library: Library, on day: Day, why: String) throws {
    // What is out already is refused before anything is read.
    guard draft.state == .draft else { throw Refusal.invalid(field: "report_state", .notByHand) }
    let frozen = try freeze(library.read(question(draft)))
    try library.apply(ReleaseReport(draft, facts: frozen.json, digest: frozen.digest, on: day, why: why))
  }

  /// - Throws: `ReportProblem` where what was frozen is not what it was, or of a later program.
  public static func frozen(_ report: Report) throws(ReportProblem) -> ReportFacts {
    let bytes = Array(report.facts.utf8)
    guard FileDigest.sha256(of: bytes) == report.digest else { throw .damaged(report.title) }
    guard let facts = try? JSONDecoder().decode(ReportFacts.self, from: Data(bytes)) else {
      throw .unreadable(report.title)
    }
    guard facts.form <= ReportFacts.form else { throw .unreadable(report.title) }
    return facts
  }

  /// What the store says otherwise today, paragraph by paragraph: its number, what was released and what would be.
  public static func differences(
    of report: Report, in library: Library
  ) throws -> [(of: String, before: String, after: String)] {
    guard report.state == .released else { throw ReportProblem.notReleased(report.title) }
    let then = try ReportPaper(report, in: library)
    var draft = report
    draft.state = .draft
    let now = ReportPaper(
      try library.read(question(draft)), language: then.language, report: report)
    let (old, new) = (texts(then.document), texts(now.document))
    let later = Dictionary(new.map { ($0.key, $0.text) }, uniquingKeysWith: { first, _ in first })
    let earlier = Set(old.map(\.key))
    let changed = old.filter { later[$0.key] != $0.text }.map { ($0.of, $0.text, later[$0.key] ?? "") }
    return changed + new.filter { !earlier.contains($0.key) }.map { ($0.of, "", $0.text) }
  }

  private static func texts(_ document: ReportDocument) -> [(key: String, of: String, text: String)] {
    let numbering = ReportNumbering(language: document.language)
    return document.pieces.compactMap { piece in
      switch piece {
      case .heading: nil
      case .paragraph(let one):
        one.hand == .added ? nil : (one.key, numbering.paragraph(one.number), one.generated)
      case .table(let one):
        (one.key, one.label, one.rows.map { $0.joined(separator: " | ") }.joined(separator: "; "))
      case .figure: nil
      }
    }
  }
}

/// Why a report cannot be written.
public enum ReportProblem: Error, Sendable, Equatable {
  /// The first or the last day is missing.
  case noDays(String)
  /// What was frozen does not fit its digest.
  case damaged(String)
  /// Frozen by a later program.
  case unreadable(String)
  /// The last day comes before the first.
  case backwards(String, String)
  case unknown(String)
  case notALanguage(String)
  case notReleased(String)
}
