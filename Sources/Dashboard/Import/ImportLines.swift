import Interchange
import Model
import Office
import Phrases
import Terminal

/// What can become of the rows of a file.
enum ImportKind: String, Sendable, CaseIterable {
  case all, new, changed, unchanged, rejected
  case leftOut = "left-out"
  case optOuts = "opt-outs"
  case remarks

  init(_ finding: ImportSummary.Finding.What) {
    self =
      switch finding {
      case .rejected: .rejected
      case .repeated, .conflicting: .leftOut
      case .optOutKept: .optOuts
      default: .remarks
      }
  }
}

/// One line of a preview.
struct ImportLine: Sendable {
  let spans: [Span]

  /// The lines of one kind, or of all: first what needs a look, then what changes, then what is new.
  static func lines(of summary: ImportSummary, _ kind: ImportKind, width: Int, _ look: Look) -> [ImportLine] {
    func wants(_ other: ImportKind) -> Bool { kind == .all || kind == other }
    var lines: [ImportLine] = []
    for finding in summary.findings where wants(ImportKind(finding.what)) {
      lines += self.lines(of: finding, width: width, look)
    }
    if summary.findingsLeftOut > 0, kind != .new, kind != .changed {
      lines.append(more(summary.findingsLeftOut, look))
    }
    if wants(.changed) {
      for change in summary.firstChanged { lines += self.lines(of: change, look) }
      lines += rest(summary.changed - summary.firstChanged.count, look)
    }
    if wants(.new) {
      lines += summary.firstNew.map { line(of: $0, look) }
      lines += rest(summary.new - summary.firstNew.count, look)
    }
    return lines
  }

  private static func rest(_ count: Int, _ look: Look) -> [ImportLine] {
    count > 0 ? [more(count, look)] : []
  }

  private static func more(_ count: Int, _ look: Look) -> ImportLine {
    ImportLine(spans: [Span(look.say(.importMore, .number(count)), .quiet)])
  }

  private static func lines(of finding: ImportSummary.Finding, width: Int, _ look: Look) -> [ImportLine] {
    let place = look.say(.importLine, .text(look.phrases.number(finding.line)))
    let column = finding.column.isEmpty ? "" : finding.column + ": "
    let ink: Ink = if case .rejected = finding.what { .problem } else { .text }
    let indent = 12
    return Wrapping.lines(column + look.say(Phrase(finding.what)), columns: max(20, width - indent - 3))
      .enumerated().map { index, text in
        let head = index == 0 ? Mark.problem.said(place).text : ""
        return ImportLine(spans: [Span(CellText.padded(head, to: indent - 1) + " ", ink), Span(text, ink)])
      }
  }

  private static func lines(of change: ImportSummary.Change, _ look: Look) -> [ImportLine] {
    let head = ImportLine(spans: [Span("~ ", .match), Span(change.after.title)])
    return [head]
      + change.fields.compactMap { name in
        guard let field = Stakeholder.field(name) else { return nil }
        let before = FieldWords.shown(name, field.entry, field.read(change.before), look)
        let after = FieldWords.shown(name, field.entry, field.read(change.after), look)
        return ImportLine(spans: [
          Span("    \(look.phrases.label("field", name)): ", .quiet),
          Span(before.isEmpty ? "—" : before, .quiet), Span(" → ", .key), Span(after.isEmpty ? "—" : after),
        ])
      }
  }

  private static func line(of record: Stakeholder, _ look: Look) -> ImportLine {
    let country = Country.of(record.country)?.name(in: look.language)
    let more = [country, record.emails.first, record.affiliations.first?.organization].compactMap(\.self)
    let isOut = record.isDoNotContact || record.consents.contains { $0.answer == .no }
    return ImportLine(
      spans: [Span("+ ", .done), Span(record.title)]
        + (isOut ? [Span(" (\(look.say(.importOptOut)))", .due)] : [])
        + (more.isEmpty ? [] : [Span("  " + more.joined(separator: " · "), .quiet)]))
  }
}
