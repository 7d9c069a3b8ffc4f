import Model
import Office
import Phrases
import Terminal

/// How two records stand side by side.
extension PairPane {
  func status(_ look: Look) -> [Span] {
    guard let merge, let status = row?.status(merge) else { return [] }
    return [Span(look.say(status), .quiet)]
  }

  static let head = 3
  /// The result in full, where there is room for more than the fields.
  static func foot(_ rows: Int) -> Int { rows < head + 8 ? 0 : 4 }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let merge else {
      if isGone { canvas.paragraph(look.say(.pairGone), in: area, margin: 2) }
      return
    }
    if let candidate {
      let level = DuplicateWords.level(candidate.level, look.phrases)
      let reasons = DuplicateWords.reasons(candidate, look.phrases)
      canvas.lines(
        [[level, Span("  " + reasons, .quiet)]], in: area)
    }
    let foot = Self.foot(area.rows)
    table(merge, columns: area.columns, look).draw(
      rows, selection, on: &canvas, in: area.inset(top: 1, bottom: foot), hasCursor: true)
    if foot > 0 { drawResult(merge, on: &canvas, in: area.inset(top: area.rows - foot), look: look) }
  }

  /// The two records, and beside them on a wide screen what they become.
  private func table(_ merge: StakeholderMerge, columns: Int, _ look: Look) -> ListTable<PairRow> {
    let isWide = Size.isWide(columns)
    let (label, count) = isWide ? (24, 3) : (19, 2)
    let width = max(1, (columns - label - 1) / count - 3)
    func isSame(_ row: PairRow) -> Bool { if case .same = row { true } else { false } }
    func value(_ row: PairRow, of record: Stakeholder, isKept: (StakeholderMerge.Choice) -> Bool) -> Span {
      guard case .differs(let field) = row else {
        return Span(row.text(merge, look), isSame(row) ? .quiet : .text)
      }
      return Span(PairRow.value(field, record, look), isKept(merge.choice(of: field)) ? .text : .quiet)
    }
    func sign(_ row: PairRow, isKept: (StakeholderMerge.Choice) -> Bool) -> Span {
      switch row {
      case .published: Mark.done.span
      case .heldBack: Mark.missing.inked(.problem).span
      case .same: Span("=", .quiet)
      case .differs(let field): isKept(merge.choice(of: field)) ? Mark.done.span : Mark.unsaid.span
      }
    }
    // An id is no word for a person; both names stand right below.
    func known(_ record: Stakeholder) -> String {
      record.joined.map { look.about(look.word("field", "joined"), look.day($0)) }
        ?? look.say(.formVersion, .text(String(record.version)))
    }
    let result = ListTable<PairRow>.Column(look.say(.pairResult), 0) { row in
      guard case .differs(let field) = row else { return Span("") }
      return Span(PairRow.value(field, merge.result, look))
    }
    return ListTable(
      columns: [
        .init("", label - 4) { Span($0.label(look), isSame($0) ? .quiet : .text) },
        .init("", 1) { sign($0) { $0 != .second } },
        .init(look.say(.pairStays, .text(known(merge.first))), width) {
          value($0, of: merge.first) { $0 != .second }
        },
        .init("", 1) { sign($0) { $0 != .first } },
        .init(look.say(.pairGoes, .text(known(merge.second))), width) {
          value($0, of: merge.second) { $0 != .first }
        },
      ] + (isWide ? [result] : []), isRuled: true,
      joined: { if case .differs = $0 { nil } else { 2..<5 } })
  }

  /// What the selected line says, in full.
  private func drawResult(_ merge: StakeholderMerge, on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let row else { return }
    canvas.rule("\(look.say(.pairResult)) · \(row.label(look))", in: area)
    let text = row.text(merge, look)
    canvas.paragraph(
      text.isEmpty ? look.say(.notStated) : text, in: area.inset(top: 1), margin: 2, ink: .text)
  }
}
