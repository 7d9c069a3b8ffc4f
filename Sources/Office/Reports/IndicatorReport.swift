import Interchange
import Model
import Phrases
import Store
import Typesetting

/// The six indicators as plain text for mail, or as CSV: evidence, measures and what is counted, and each gap.
public struct IndicatorReport: Sendable {
  private let book: IndicatorBook
  private let figures: IndicatorFigures
  private let look: Look

  /// - Parameter look: the language, the as-of day, the scheme of regions and the members of the reference.
  public init(_ library: Library, look: Look) throws {
    var book = try library.read(IndicatorBookAt(look.asOf, by: look.regions, members: look.members))
    book.participation = try library.read(ParticipationBetween(through: look.asOf))
    (self.book, figures, self.look) = (book, book.figures, look)
  }

  // MARK: Text

  public var text: String {
    let shown = figures.descriptions.count { !$0.isGap }
    let count = look.say(.overviewEvidence, .number(shown), .number(figures.descriptions.count))
    var lines = [
      look.say(.evaluationIndicators), "\(count) · \(look.say(.asOf, .text(look.day(look.asOf))))",
    ]
    for group in Decision.adopted.indicators {
      lines += ["", "\(group.id) \(group.label.text(in: look.language))"]
      for description in group.descriptions {
        lines.append("  \(description.id) \(description.label.text(in: look.language))")
        lines += self.lines(of: description.id).map { "      " + $0 }
      }
    }
    for table in figures.tables where !table.rows.isEmpty {
      lines += ["", look.word("figures", table.key)] + self.lines(of: table)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of id: RecordID) -> [String] {
    guard let figures = figures.descriptions.first(where: { $0.id == id }) else { return [] }
    let counted = figures.counted.map { "\(look.word("counted", $0.key)) \(look.phrases.number($0.count))" }
    var lines =
      counted.isEmpty ? [] : [look.labelled(look.say(.evaluationCounted), look.dotted(counted))]
    if figures.isGap { lines.insert(Mark.missing.said(look.say(.evaluationNone)).text, at: 0) }
    if !figures.evidence.isEmpty { lines.append(Mark.done.said(ladder(of: id)).text) }
    lines += figures.evidence.map { evidence in
      let day = Day(evidence.day).map(look.day) ?? look.say(.evaluationUndated)
      let rung = evidence.rung.isEmpty ? "" : " [\(look.word("rung", evidence.rung))]"
      let from = [evidence.reference, evidence.link, evidence.source].first { !$0.isEmpty } ?? ""
      return look.bracketed("\(day)  \(evidence.name)\(rung)", from) + "  evidence:\(evidence.id)"
    }
    return lines
      + book.measures(of: id).map { measure in
        look.labelled(measure.name, look.standing(of: measure).text) + "  measure:\(measure.id)"
      }
  }

  private func ladder(of id: RecordID) -> String {
    let ladder = book.ladder(of: id)
    return Rung.allCases.map { "\(look.word("rung", $0.rawValue)) \(ladder[$0] ?? 0)" }
      .joined(separator: " › ")
  }

  private func lines(of table: IndicatorFigures.Table) -> [String] {
    let heads = table.columns.map { column(of: table, $0) }
    let rows = table.rows.map { row in
      (word(of: table, row.code), row.numbers.map { $0.map(look.phrases.number) ?? "–" })
    }
    let label = rows.map { CellText.width($0.0) }.max() ?? 0
    let widths = heads.indices.map { at in
      max(CellText.width(heads[at]), rows.map { CellText.width($0.1[at]) }.max() ?? 0)
    }
    func line(_ name: String, _ cells: [String]) -> String {
      let padded = zip(cells, widths).map { spaces($1 - CellText.width($0)) + $0 }
      return "  " + ([name + spaces(label - CellText.width(name))] + padded).joined(separator: "  ")
    }
    return [line("", heads)] + rows.map { line($0.0, $0.1) }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private func column(of table: IndicatorFigures.Table, _ code: String) -> String {
    look.word(ParticipationKind(rawValue: code) == nil ? "counted" : "participation", code)
  }

  private func word(of table: IndicatorFigures.Table, _ code: String) -> String {
    switch table.key {
    case "participation_by_year": return code.isEmpty ? look.say(.evaluationUndated) : code
    case "participation_by_gender" where code == ParticipationCounts.noIndividual:
      return look.say(.evaluationNoIndividual)
    case "participation_by_gender": return FieldWords.word("gender", code, look)
    case "representation_by_country": return FieldWords.word("country", code, look)
    case "representation_by_discipline": return FieldWords.word("disciplines", code, look)
    default: return FieldWords.word(look.regions.dimension.rawValue, code, look)
    }
  }

  // MARK: CSV

  private static let columns = [
    "indicator", "kind", "id", "name", "day", "rung", "proof", "reference", "link", "count", "unit",
    "baseline",
    "baseline_day", "target", "target_day", "actual", "actual_day", "source",
  ]

  /// One piece of evidence, measure or number a row, in UTF-8 (RFC 4180); codes, so that programs read it.
  public var csv: [UInt8] {
    // Titles come from anywhere: a spreadsheet that opens this runs no formula.
    var writer = CSVWriter(style: .spreadsheetSafe)
    writer.append(Self.columns)
    func append(_ cells: [String: String]) { writer.append(Self.columns.map { cells[$0] ?? "" }) }
    for description in figures.descriptions {
      let id = description.id
      if description.isGap { append(["indicator": id, "kind": "gap"]) }
      for number in description.counted {
        append(["indicator": id, "kind": "counted", "name": number.key, "count": String(number.count)])
      }
      for shown in description.evidence {
        append([
          "indicator": id, "kind": "evidence", "id": shown.id, "name": shown.name, "day": shown.day,
          "rung": shown.rung, "proof": shown.proof, "reference": shown.reference, "link": shown.link,
          "count": shown.proof == Proof.count.rawValue ? String(shown.count) : "", "source": shown.source,
        ])
      }
      for standing in description.standings {
        append([
          "indicator": id, "kind": "measure", "id": standing.id, "name": standing.name, "unit": standing.unit,
          "baseline": standing.baseline, "baseline_day": standing.baselineDay, "target": standing.target,
          "target_day": standing.targetDay, "actual": standing.actual, "actual_day": standing.actualDay,
        ])
      }
    }
    for table in figures.tables {
      let description = table.key.hasPrefix("participation") ? "3.1" : "4.1"
      for row in table.rows {
        for (column, number) in zip(table.columns, row.numbers) {
          append([
            "indicator": description, "kind": table.key, "id": row.code, "name": column,
            "count": number.map(String.init) ?? "",
          ])
        }
      }
    }
    return writer.drain()
  }
}
