import Model
import Office
import Phrases
import Store
import Terminal

/// A risk with its number in the register, and what changed of it.
struct RiskRow: Identifiable, Sendable {
  let risk: Risk
  let number: Int
  let change: RiskChange

  var id: RecordID { risk.id }
}

/// The register of risks: the five that the decision names and those that the office added, how they weigh, what the
/// base counts of them and what changed since somebody looked (annex II, paragraph 19).
struct RisksPane: SearchedListPane {
  static let name = "risks"
  static let title = PhraseKey.paneRisks

  private(set) var book = RiskBook(asOf: .first)
  /// What is dear to count: it comes when the keys rest, and stays until it comes anew.
  private var counts = RiskSignals()
  private(set) var showsMatrix = false
  private var size = Size(columns: 80, rows: 19)
  var search = WordSearch()
  private var texts = FoldedTexts()
  var list = RowList<RiskRow>()
  let nothing = Phrase(.working)

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(RiskBookOn(look.asOf)) { pane, book in
        pane.book = book
        pane.settle()
      },
      Ask(RiskCountsOn(look.asOf, by: look.regions), .rest) { pane, counts in
        pane.counts = counts
        pane.settle()
      },
    ]
  }

  private mutating func settle() {
    book.signals.merge(counts)
    narrow()
  }

  mutating func narrow() {
    let (book, found) = (book, texts.holding(search.words, book.risks))
    list.take(
      book.risks.enumerated().filter { found?.contains($1.id) ?? true }.map {
        RiskRow(risk: $1, number: $0 + 1, change: book.change(of: $1))
      })
  }

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(.risk, let id) = destination else { return false }
    seekListed(id)
    return true
  }

  var subject: RecordReference? { selected?.risk.reference }

  func heading(_ look: Look) -> [Span] {
    [Span(" · \(look.say(.riskFigures, .number(book.risks.count), .number(book.dueCount)))", .quiet)]
  }

  mutating func turnMatrix() { showsMatrix.toggle() }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    let rows = size.rows - searchRows - head(look, columns: size.columns).count
    list.fit(to: rows, as: table(look, columns: size.columns))
  }

  func status(_ look: Look) -> [Span] {
    guard let row = selected else { return [] }
    let words = RiskWords(book: book, look: look)
    let citation = row.risk.adopted.map { $0.citation.text(in: look.language) } ?? ""
    return [Span(look.dotted([citation] + row.change.signals.map(words.sentence)), .quiet)]
  }
}

extension RisksPane {
  /// The policy, and the matrix where it is shown.
  func head(_ look: Look, columns: Int) -> [[Span]] {
    let words = RiskWords(book: book, look: look)
    let policy = [[words.policy("P")]]
    guard showsMatrix else { return policy }
    let cells = RiskMatrix(book.risks).cells(look)
    // A space parts each column from the next.
    let least = RiskDegree.allCases.map { CellText.width($0.word(look)) }.max()! + 1
    let most = (columns - Self.degreeColumns - 2) / RiskDegree.allCases.count
    let rows = policy.count + cells.count + 1
    guard most >= least, size.rows - rows >= Self.fewestRows else {
      let needed = Size(
        columns: Self.degreeColumns + 2 + least * RiskDegree.allCases.count,
        rows: rows + Self.fewestRows + Shell.frameRows)
      let sentence = look.say(.riskMatrixNoRoom, .number(needed.columns), .number(needed.rows))
      return policy + Wrapping.lines(sentence, columns: columns - 2).map { [Span($0, .due)] }
    }
    let table = LineColumns(
      [(Self.degreeColumns, .leading)] + RiskDegree.allCases.map { _ in (min(16, most), .leading) })
    return policy + cells.map(table.line) + [[]]
  }

  private static let degreeColumns = 12
  /// Of the list, its heading among them, so many rows stay below the matrix.
  private static let fewestRows = 3

  func table(_ look: Look, columns: Int) -> ListTable<RiskRow> {
    let words = RiskWords(book: book, look: look)
    let isWide = Size.isWide(columns)
    let degree = isWide ? 13 : 12
    return ListTable(
      columns: [
        .init("", 3, aligned: .trailing) { Span(String($0.number), RiskWords.ink($0.risk.weight)) },
        .init(look.word("field", "name"), 0) { Span(words.name($0.risk, isBrief: !isWide)) },
        .init(look.word("field", "likelihood"), degree) { words.degree($0.risk.likelihood) },
        .init(look.word("field", "impact"), degree) { words.degree($0.risk.impact) },
        .init(look.say(.riskSignals), isWide ? 20 : 12) { words.counts($0.change) },
        .init(look.word("field", "review_on"), isWide ? 14 : 10) { words.review($0.risk) },
      ]
        + (isWide
          ? [
            .init(look.word("field", "owner"), 20) { row in
              Span(FieldWords.shown("owner", of: row.risk, look), .quiet)
            }
          ] : []))
  }
}

extension RisksPane {
  static let legend: [LegendLine] = [
    LegendLine(.late, .legendReviewOver), LegendLine(Span("↑", .late), .legendRisen),
    LegendLine("↓", .legendFallen), LegendLine(.missing, .legendPolicyNone),
    LegendLine(.underWay, .legendPolicyDraft), LegendLine(.done, .legendPolicyDone),
  ]
}
