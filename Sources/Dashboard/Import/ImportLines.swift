import Interchange
import Model
import Office
import Phrases
import Terminal

/// What can become of the rows of a file.
enum ImportKind: String, Sendable, CaseIterable {
  case all, new, alike, changed, unchanged, rejected
  case leftOut = "left-out"
  case optOuts = "opt-outs"
  case remarks, unticked

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
  var spans: [Span]
  /// The line of the file whose row would be written.
  var row: Int?
  /// The place among the groups of findings, where the rows of one are to be seen.
  var group: Int?
  /// Who the row may be.
  var alike: Lookalike?

  /// What somebody chose to see, and to leave out.
  struct Choice {
    let kind: ImportKind
    /// The lines of rows that are not to be written.
    let unticked: Set<Int>
    /// The stored records that new rows are said to be about, by their lines.
    let same: [Int: RecordID]
    /// The groups whose rows are to be seen one by one.
    let open: Set<Int>
  }

  /// The lines of one kind, or of all: first what needs a look, then what changes, then what is new.
  static func lines(of summary: ImportSummary, _ choice: Choice, width: Int, _ look: Look) -> [ImportLine] {
    func wants(_ other: ImportKind) -> Bool { choice.kind == .all || choice.kind == other }
    var lines: [ImportLine] = []
    for (place, group) in summary.groups.all.enumerated() where wants(ImportKind(group.what)) {
      lines += self.lines(of: group, place, isOpen: choice.open.contains(place), summary, width: width, look)
    }
    if summary.groups.leftOut > 0, choice.kind != .new, choice.kind != .changed {
      lines.append(more(summary.groups.leftOut, look))
    }
    /// Those rows that are of the kind: all in their own list, those left out by hand also in theirs.
    func isShown(_ row: Int, _ kind: ImportKind) -> Bool {
      wants(kind) || choice.kind == .unticked && choice.unticked.contains(row)
    }
    if wants(.alike) {
      lines += (summary.lookalikes ?? []).flatMap { Self.lines(of: $0, choice, width: width, look) }
      if summary.uncompared > 0 {
        lines.append(
          ImportLine(spans: [Span(look.say(.importUncompared, .number(summary.uncompared)), .quiet)]))
      }
    }
    for (change, row) in zip(summary.firstChanged, summary.changedLines) where isShown(row, .changed) {
      lines += self.lines(of: change, look).map { $0.row(row, choice.unticked.contains(row), look) }
    }
    if wants(.changed) { lines += rest(summary.changed, summary.firstChanged.count, summary, look) }
    // Who may be known stands above with whom they may be.
    let above = choice.kind == .all ? Set((summary.lookalikes ?? []).map(\.line)) : []
    for (record, row) in zip(summary.firstNew, summary.newLines)
    where isShown(row, .new) && !above.contains(row) {
      lines.append(line(of: record, look).row(row, choice.unticked.contains(row), look))
      if choice.same[row] != nil { lines[lines.count - 1].spans.append(joined(look)) }
    }
    if wants(.new) { lines += rest(summary.new, summary.firstNew.count, summary, look) }
    return lines
  }

  /// The same of a row of the file; one that is not to be written says so.
  func row(_ row: Int, _ isUnticked: Bool, _ look: Look) -> ImportLine {
    var line = self
    line.row = row
    guard isUnticked else { return line }
    let sign = spans.first?.text ?? ""
    let isHead = sign == "+ " || sign == "~ "
    line.spans = (isHead ? [Mark.gone.said("")] + spans.dropFirst() : spans).map { Span($0.text, .quiet) }
    if isHead { line.spans.append(Span(look.behind(look.say(.importRowUnticked)), .due)) }
    return line
  }

  private static func rest(_ count: Int, _ look: Look) -> [ImportLine] {
    count > 0 ? [more(count, look)] : []
  }

  /// Which records are shown where there are more than fit, and how the others come.
  private static func rest(_ all: Int, _ shown: Int, _ summary: ImportSummary, _ look: Look) -> [ImportLine] {
    guard all > shown else { return [] }
    let from = min(summary.shownFrom, all)
    let said = look.say(
      .importPage, .number(all), .text(look.phrases.number(min(from + 1, all))),
      .text(look.phrases.number(from + shown)))
    return [ImportLine(spans: [Span(said, .quiet)])]
  }

  private static func more(_ count: Int, _ look: Look) -> ImportLine {
    ImportLine(spans: [Span(look.say(.importMore, .number(count)), .quiet)])
  }

  /// One thing that is to be said: of one row, or of several, whose lines are seen one by one where it is open.
  private static func lines(
    of group: FindingGroups.Group, _ place: Int, isOpen: Bool, _ summary: ImportSummary, width: Int,
    _ look: Look
  ) -> [ImportLine] {
    let head = look.say(.importLine, .text(look.phrases.number(group.lines[0])))
    let ink: Ink = if case .rejected = group.what { .problem } else { .text }
    var lines = wrapped(Mark.problem.said(head).text, group.sentence(look.phrases), ink, width: width)
    guard group.count > 1 else { return lines }
    for index in lines.indices { lines[index].group = place }
    guard isOpen else { return lines }
    let rows = summary.findings(of: group)
    let each = rows.flatMap { finding in
      let line = look.say(.importLine, .text(look.phrases.number(finding.line)))
      return wrapped("  " + line, [finding].said(in: look.phrases), .quiet, width: width)
    }
    return lines + each.map { ImportLine(spans: $0.spans, group: place) }
      + rest(group.count - rows.count, look)
  }

  private static func wrapped(_ head: String, _ text: String, _ ink: Ink, width: Int) -> [ImportLine] {
    let indent = 12
    return Wrapping.lines(text, columns: max(20, width - indent - 3)).enumerated().map { index, text in
      let head = CellText.padded(index == 0 ? head : "", to: indent - 1) + " "
      return ImportLine(spans: [Span(head, ink), Span(text, ink)])
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
          Span("    " + look.labelled(look.word("field", name), ""), .quiet),
          Span(before.isEmpty ? "—" : before, .quiet), Span(" → ", .key), Span(after.isEmpty ? "—" : after),
        ])
      }
  }

  static func line(of record: Stakeholder, sign: Span = Span("+ ", .done), _ look: Look) -> ImportLine {
    let facts = record.facts(look)
    let isOut = record.isDoNotContact || record.consents.contains { $0.answer == .no }
    return ImportLine(
      spans: [sign, Span(record.title)]
        + (isOut ? [Span(look.behind(look.say(.importOptOut)), .due)] : [])
        + (facts.isEmpty ? [] : [Span("  " + facts, .quiet)]))
  }
}
