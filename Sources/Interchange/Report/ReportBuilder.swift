import Model
import Phrases

/// The parts of a report, in the order of no audience.
enum ReportSection: String, CaseIterable {
  case introduction, decisions, implementation, budget, outreach, media, messages, participation, surveys,
    voices
  case indicators, risks, partnerships, mandate
  case activitiesAnnex, participationAnnex, surveysAnnex

  var isAnnex: Bool {
    switch self {
    case .activitiesAnnex, .participationAnnex, .surveysAnnex: true
    default: false
    }
  }

  /// Whether the facts say anything of it: what an earlier program froze knows nothing of later sections.
  func isKnown(to facts: ReportFacts) -> Bool {
    switch self {
    case .mandate: facts.mandate != nil
    case .messages: facts.messages != nil
    default: true
    }
  }

  /// What an audience reads, in its order: the Plenary all of it; the Bureau first what it has to decide, delay and
  /// money; the panel knowledge, balance and what surveys found (annex I, paragraph 7; annex II, paragraph 22).
  static func sections(for audience: String) -> [ReportSection] {
    switch ReportAudience(rawValue: audience) {
    case .bureau:
      [
        .introduction, .decisions, .implementation, .budget, .risks, .indicators, .outreach, .media,
        .messages, .voices, .partnerships, .mandate, .activitiesAnnex,
      ]
    case .mep:
      [
        .introduction, .participation, .surveys, .voices, .indicators, .outreach, .media,
        .messages, .risks, .participationAnnex, .surveysAnnex,
      ]
    case .plenary, nil:
      allCases.filter { $0 != .decisions }
    }
  }
}

/// Writes a report from its facts, section by section.
struct ReportBuilder {
  let facts: ReportFacts
  let words: ReportWords
  private(set) var pieces: [ReportDocument.Piece] = []
  private var sections = 0
  private var annexes = 0
  private var subsections = 0

  typealias Item = ReportDocument.Item

  init(facts: ReportFacts, words: ReportWords) {
    self.facts = words.isolation.facts(facts)
    self.words = words
  }

  var book: DocumentBook { words.book }
  var isForBureau: Bool { facts.audience == ReportAudience.bureau.rawValue }
  /// The days of the report, for whoever looks for the records.
  var days: String { "\(facts.from)..\(facts.to)" }

  mutating func build() {
    for section in ReportSection.sections(for: facts.audience) where section.isKnown(to: facts) {
      open(section)
      switch section {
      case .introduction: introduction()
      case .decisions: decisions()
      case .implementation: implementation()
      case .budget: budget()
      case .outreach: outreach()
      case .media: media()
      case .messages: messages()
      case .participation: participation()
      case .surveys: surveys()
      case .voices: voices()
      case .indicators: indicators()
      case .risks: risks()
      case .partnerships: partnerships()
      case .mandate: mandate()
      case .activitiesAnnex: activitiesAnnex()
      case .participationAnnex: participationAnnex()
      case .surveysAnnex: surveysAnnex()
      }
    }
  }

  private mutating func open(_ section: ReportSection) {
    let numbering = ReportNumbering(language: words.language)
    let text = book.label("section", section.rawValue)
    subsections = 0
    if section.isAnnex {
      let number = book.say(.reportAnnex, numbering.annex(annexes))
      pieces.append(.heading(level: 1, number: number, text: text))
      annexes += 1
    } else {
      pieces.append(.heading(level: 1, number: numbering.section(sections), text: text))
      sections += 1
    }
  }

  mutating func subsection(_ text: String) {
    let number = ReportNumbering(language: words.language).subsection(subsections)
    pieces.append(.heading(level: 2, number: number, text: text))
    subsections += 1
  }

  mutating func say(_ key: String, _ sentence: DocumentKey) { say(key, book.say(sentence)) }

  mutating func say(
    _ key: String, _ text: String, _ items: [Item] = [], _ sources: ReportSources = .init()
  ) {
    let lines = [text] + items.flatMap { [$0.text] + $0.items.map(\.text) }
    pieces.append(
      .paragraph(
        ReportDocument.Paragraph(
          key: key, text: text, items: items, sources: sources,
          generated: PlainText.line(lines.joined(separator: " ")))))
  }

  mutating func table(
    _ key: String, _ caption: String, _ columns: [String], _ rows: [[String]], firstNumber: Int = 1,
    _ sources: ReportSources = .init()
  ) {
    guard !rows.isEmpty else { return }
    pieces.append(
      .table(
        ReportDocument.Table(
          key: key, caption: caption, columns: columns, rows: rows, firstNumber: firstNumber,
          sources: sources)))
  }

  /// - Parameter table: the key of the table that has its numbers; empty where there is none.
  mutating func figure(
    _ key: String, _ chart: Chart, data table: String = "", _ sources: ReportSources = .init()
  ) {
    // One bar says no more than its number.
    guard chart.categories.count > 1, chart.most > 0 else { return }
    pieces.append(
      .figure(ReportDocument.Figure(key: key, chart: chart, tableKey: table, sources: sources)))
  }

  // MARK: Counts by code

  /// `code: number`, in the order of a vocabulary; what it does not know comes last, "not stated" at the end.
  func items(_ counts: [String: Int], _ group: String, order: [String] = []) -> [Item] {
    codes(counts, order: order).map { item(words.word(group, $0), counts[$0] ?? 0) }
  }

  func item(_ label: String, _ count: Int) -> Item {
    Item(book.say(.reportItem, label, words.number(count)))
  }

  /// The codes that were counted: in the order of a vocabulary, or where there is none the greatest first.
  func codes(_ counts: [String: Int], order: [String] = []) -> [String] {
    let places = Dictionary(zip(order, order.indices), uniquingKeysWith: { $1 })
    func rank(_ code: String) -> (Int, Int, String) {
      if code.isEmpty { return (.max, 0, "") }
      return (places[code] ?? order.count, order.isEmpty ? -(counts[code] ?? 0) : 0, code)
    }
    return counts.filter { $0.value != 0 }.keys.sorted { rank($0) < rank($1) }
  }

  /// A bar for each code.
  func bars(
    _ key: DocumentKey, _ counts: [String: Int], _ group: String, order: [String] = [], most: Int = 12
  ) -> Chart {
    let codes = codes(counts, order: order).prefix(most)
    return Chart(
      .bars, title: book.say(key), categories: codes.map { words.word(group, $0) },
      series: [Chart.Series("", codes.map { Double(counts[$0] ?? 0) })])
  }
}
