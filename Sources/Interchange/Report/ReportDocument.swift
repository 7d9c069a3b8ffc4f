import Model
import Phrases

/// A report as it reads, before it is a page or a text: headings, numbered paragraphs, tables and charts, each with a
/// key that stays the same when numbers change, and the records behind it.
public struct ReportDocument: Sendable, Equatable {
  /// A part of a paragraph, (a), and its own parts, (i).
  public struct Item: Sendable, Equatable {
    public var text: String
    public var items: [Item] = []

    init(_ text: String, _ items: [Item] = []) { (self.text, self.items) = (text, items) }
  }

  /// What a person did to a paragraph.
  public enum Hand: Sendable, Equatable { case none, replaced, added, omitted }

  public struct Paragraph: Sendable, Equatable {
    public var key: String
    public var number = 0
    public var text: String
    public var items: [Item] = []
    public var sources = ReportSources()
    public var hand = Hand.none
    /// What the facts say here now, in one line, whatever a person wrote instead.
    public var generated = ""
    /// The facts said something else when it was edited.
    public var hasMoved = false

    /// Its text by paragraphs, with marks of isolation.
    var texts: [String] {
      text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }
  }

  public struct Table: Sendable, Equatable {
    public var key: String
    public var number = 0
    public var caption: String
    public var columns: [String]
    /// The first cell of a row is its heading.
    public var rows: [[String]]
    /// From this column on cells are numbers.
    public var firstNumber = 1
    /// "Table 5".
    public var label = ""
    public var sources = ReportSources()
    public var hand = Hand.none
  }

  public struct Figure: Sendable, Equatable {
    public var key: String
    public var number = 0
    public var chart: Chart
    /// The table that has its numbers, by its key; empty where the chart brings its own.
    public var tableKey = ""
    /// "Figure 3 (data: table 5)".
    public var label = ""
    public var sources = ReportSources()
    public var hand = Hand.none
  }

  public enum Piece: Sendable, Equatable {
    /// Of the first level, of an annex or of the second, with its number as the language writes it.
    case heading(level: Int, number: String, text: String)
    case paragraph(Paragraph)
    case table(Table)
    case figure(Figure)
  }

  /// What a line of the list of sources stands for, and the records.
  public struct Source: Sendable, Equatable {
    public let of: String
    public let text: String
    /// What calls it in an address of the page: `p3`, `t5`, `f2`.
    public let anchor: String
    public let records: ReportSources
  }

  /// BCP 47.
  public let language: String
  /// The platform, to whom it is submitted, its symbol, its state: above the title.
  public let front: [String]
  public let title: String
  public let subtitle: String
  public var pieces: [Piece]
  public var sources: [Source] = []
  /// The heading of the list of sources.
  public let sourcesTitle: String

  /// - Parameter report: what people did to it, and how far it is; nil for one that nobody keeps.
  public init(_ facts: ReportFacts, language: String, report: Report? = nil) {
    let words = ReportWords(book: DocumentBook(language))
    var builder = ReportBuilder(facts: facts, words: words)
    builder.build()
    self.init(builder, report: report)
  }

  private init(_ builder: ReportBuilder, report: Report?) {
    let (words, facts) = (builder.words, builder.facts)
    let book = words.book
    language = book.language
    title = book.say(.reportTitle)
    subtitle = book.say(.reportPeriod, words.day(facts.from), words.day(facts.to))
    var front = [book.say(.platform), book.label("report_to", facts.audience)]
    if let report {
      if !report.symbol.isEmpty { front.append(report.symbol) }
      let day = report.released.map { words.day($0.description) } ?? ""
      front.append(report.state == .draft ? book.say(.reportDraft) : book.say(.reportReleased, day))
    }
    self.front = front
    sourcesTitle = book.say(.reportSources)
    pieces = ReportEditing.apply(report?.edits ?? [], to: builder.pieces)
    number(words)
  }

  /// What is omitted keeps its place for whoever edits, and has no number.
  private mutating func number(_ words: ReportWords) {
    var (paragraph, table, figure) = (0, 0, 0)
    var tables: [String: Int] = [:]
    for index in pieces.indices {
      switch pieces[index] {
      case .heading: continue
      case .paragraph(var one):
        guard one.hand != .omitted else { continue }
        paragraph += 1
        one.number = paragraph
        pieces[index] = .paragraph(one)
        note(words.book.say(.reportParagraph, String(paragraph)), "p\(paragraph)", one.sources, words)
      case .table(var one):
        guard one.hand != .omitted else { continue }
        table += 1
        one.number = table
        one.label = words.book.say(.reportTable, String(table))
        tables[one.key] = table
        pieces[index] = .table(one)
        note(one.label, "t\(table)", one.sources, words)
      case .figure(var one):
        guard one.hand != .omitted else { continue }
        figure += 1
        one.number = figure
        one.label = words.book.say(.reportFigure, String(figure))
        note(one.label, "f\(figure)", one.sources, words)
        if let table = tables[one.tableKey] {
          one.label = words.book.say(.reportDataIn, one.label, words.book.say(.reportTable, String(table)))
        } else {
          one.tableKey = ""
        }
        pieces[index] = .figure(one)
      }
    }
  }

  private mutating func note(
    _ of: String, _ anchor: String, _ sources: ReportSources, _ words: ReportWords
  ) {
    guard !sources.isEmpty else { return }
    self.sources.append(Source(of: of, text: words.sources(sources), anchor: anchor, records: sources))
  }

  /// What goes out: without what was omitted, and without a heading that has nothing under it.
  public var published: [Piece] {
    var kept: [Piece] = []
    for piece in pieces.reversed() {
      switch piece {
      case .heading(let level, _, _):
        guard let next = kept.last else { continue }
        if case .heading(let other, _, _) = next, other <= level { continue }
      case .paragraph(let one) where one.hand == .omitted: continue
      case .table(let one) where one.hand == .omitted: continue
      case .figure(let one) where one.hand == .omitted: continue
      default: break
      }
      kept.append(piece)
    }
    return kept.reversed()
  }
}

extension ReportDocument.Piece {
  /// By which edits know it; nil for a heading.
  public var key: String? {
    switch self {
    case .heading: nil
    case .paragraph(let one): one.key
    case .table(let one): one.key
    case .figure(let one): one.key
    }
  }

  public var sources: ReportSources {
    switch self {
    case .heading: ReportSources()
    case .paragraph(let one): one.sources
    case .table(let one): one.sources
    case .figure(let one): one.sources
    }
  }

  public var hand: ReportDocument.Hand {
    switch self {
    case .heading: .none
    case .paragraph(let one): one.hand
    case .table(let one): one.hand
    case .figure(let one): one.hand
    }
  }
}

/// Lays what people wrote over what the facts say.
enum ReportEditing {
  static func apply(
    _ edits: [ReportEdit], to pieces: [ReportDocument.Piece]
  ) -> [ReportDocument.Piece] {
    guard !edits.isEmpty else { return pieces }
    let byKey = Dictionary(grouping: edits, by: \.paragraph)
    return pieces.flatMap { piece -> [ReportDocument.Piece] in
      guard let key = piece.key, let edits = byKey[key] else { return [piece] }
      let (added, changed) = (edits.filter { $0.kind == .add }, edits.filter { $0.kind != .add })
      return [changed.reduce(piece, Self.changed)] + added.map(Self.added)
    }
  }

  private static func changed(_ piece: ReportDocument.Piece, _ edit: ReportEdit) -> ReportDocument.Piece {
    switch piece {
    case .heading: return piece
    case .paragraph(var one):
      one.hasMoved = !edit.basis.isEmpty && edit.basis != one.generated
      one.hand = edit.kind == .omit ? .omitted : .replaced
      if edit.kind == .replace { (one.text, one.items) = (PlainText.line(edit.text), []) }
      return .paragraph(one)
    case .table(var one):
      if edit.kind == .omit { one.hand = .omitted } else { (one.caption, one.hand) = (edit.text, .replaced) }
      return .table(one)
    case .figure(var one):
      if edit.kind == .omit {
        one.hand = .omitted
      } else {
        (one.chart.title, one.hand) = (edit.text, .replaced)
      }
      return .figure(one)
    }
  }

  private static func added(_ edit: ReportEdit) -> ReportDocument.Piece {
    .paragraph(ReportDocument.Paragraph(key: edit.paragraph, text: PlainText.line(edit.text), hand: .added))
  }
}
