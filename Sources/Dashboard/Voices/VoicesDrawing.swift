import Model
import Office
import Phrases
import Store
import Terminal

extension VoicesPane {
  private func words(_ look: Look) -> VoiceWords { VoiceWords(voices: voices, look: look) }

  /// What the row under the cursor does not say itself.
  func status(_ look: Look) -> [Span] {
    let parts: [String] =
      switch record {
      case let one as Opportunity:
        [one.rule.isEmpty ? look.say(.voNoRule) : one.rule, one.owner, one.link, one.note]
      case let call as CallForInput: [call.document, call.owner, call.link, call.note]
      case let comment as ReviewComment:
        comment.disposition == nil ? [comment.text] : [comment.reason, comment.answeredBy, comment.text]
      case let concern as Concern:
        [
          concern.stakeholder.isEmpty ? concern.source : voices.name(concern.stakeholder),
          concern.isOpen ? concern.text : concern.resolution,
        ]
      case let group as FocusGroup:
        [group.place, group.moderator, look.list(group.participants.map(voices.name)), group.note]
      default: []
      }
    let text = parts.filter { !$0.isEmpty }.joined(separator: " · ")
    return text.isEmpty ? [] : [Span(text, .quiet)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let names = VoicesSection.allCases.map { look.say(Phrase($0.tab)) }
    TabLine(names: names, shown: section.rawValue).draw(on: &canvas, in: area)
    let line = area.row + 1
    if let search {
      canvas.text("/", row: line, column: area.column + 1, ink: .key)
      let width = max(1, listColumns - 4)
      if isTyping {
        search.draw(on: &canvas, row: line, column: area.column + 3, width: width)
      } else {
        canvas.text(search.text, row: line, column: area.column + 3, width: width, ink: .entry)
      }
    } else {
      canvas.spans(figures(look), row: line, column: area.column + 1, width: listColumns - 2)
    }
    let list = Rect(row: area.row + 2, column: area.column, rows: area.rows - 2, columns: listColumns)
    ListTable(columns: VoicesTable(pane: self, look: look).columns)
      .draw(rowCount, selection, on: &canvas, in: list, hasCursor: !isTyping)
    if rowCount == 0 { drawNothing(on: &canvas, in: list.inset(top: 1), look: look) }
    guard isWide else { return }
    drawDetail(on: &canvas, in: area.inset(left: Shell.sideColumn(of: size.columns)), look: look)
  }

  private func drawNothing(on canvas: inout Canvas, in area: Rect, look: Look) {
    let key: PhraseKey =
      switch section {
      case _ where !isKnown: .working
      case _ where search?.text.trimmed.isEmpty == false: .pressNotFound
      case .comments where listedCall == nil: .voChooseCall
      case .comments where isOpenOnly && !comments.isEmpty: .voAllConsidered
      default: .pressNothing
      }
    for (offset, line) in Wrapping.lines(look.say(Phrase(key)), columns: area.columns - 3).enumerated() {
      canvas.text(line, row: area.row + offset, column: area.column + 2, ink: .quiet, clip: area)
    }
    if !isTyping { canvas.cursor = Point(row: area.row, column: area.column) }
  }

  private func drawDetail(on canvas: inout Canvas, in area: Rect, look: Look) {
    if section == .findings {
      let found = code.map { coded[$0] } ?? coded.uncoded
      return FindingLines(found: found, groups: coded.groups, look: look)
        .draw(on: &canvas, in: area, selected: nil, top: 0)
    }
    guard let record else { return }
    func draw<R: Record>(_ record: R) {
      var editor = RecordEditor(record, mode: .view)
      editor.links = VoiceLinks(voices: voices, look: look).links(of: record)
      canvas.text(
        record.title, row: area.row, column: area.column + 1, width: area.columns - 2, ink: .heading)
      let body = area.inset(top: 2)
      editor.drawWhole(on: &canvas, in: body, clip: body, look: look)
    }
    draw(record)
  }

  // MARK: Figures

  /// How the list stands, in a line.
  private func figures(_ look: Look) -> [Span] {
    let words = words(look)
    return switch section {
    case .opportunities: words.opportunityFigures
    case .calls: words.callFigures
    case .comments: commentFigures(words)
    case .concerns: words.concernFigures
    case .groups, .findings:
      [
        Span(
          look.say(
            .voGroupFigures, .number(voices.focusGroups.count),
            .number(voices.focusGroups.reduce(0) { $0 + $1.headCount }),
            .number(voices.focusGroups.reduce(0) { $0 + $1.findings.count })), .quiet)
      ]
    }
  }

  private func commentFigures(_ words: VoiceWords) -> [Span] {
    let look = words.look
    guard let call = listedCall else { return [Span(look.say(.voChooseCall), .quiet)] }
    let counts = commentCounts
    let bar = words.progress(counts, width: isWide ? 24 : 10)
    var spans = [
      Span(String(bar.text.prefix { $0 != " " }), counts.open == 0 ? .done : .bar),
      Span(" " + look.say(.voConsidered, .number(counts.considered), .number(counts.all))),
    ]
    if !marked.isEmpty {
      spans.append(Span(" · " + look.say(.voMarked, .number(marked.count)), .match))
    }
    if isOpenOnly { spans.append(Span(" · " + look.say(.commandOpenOnly), .match)) }
    return spans + [Span(" · " + call.name, .quiet)]
  }
}
