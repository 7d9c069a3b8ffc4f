import Model
import Office
import Phrases
import Store
import Terminal

extension PressPane {
  /// Tabs, figures and headings.
  static let headRows = 3

  private func words(_ look: Look) -> PressWords { PressWords(office: office, look: look) }

  /// What the row under the cursor does not say itself.
  func status(_ look: Look) -> [Span] {
    let words = words(look)
    if let enquiry {
      let deadline = enquiry.deadline.map { look.say(.pressBy, .text(look.moment($0))) } ?? ""
      let said = enquiry.isOpen ? enquiry.question : enquiry.answer
      return [Span(parts([deadline, words.asker(enquiry), said]), .quiet)]
    }
    if let appearance {
      let start = appearance.start?.moment.map(look.moment) ?? ""
      return [
        Span(
          parts([start, appearance.place, look.list(appearance.participants), appearance.note]), .quiet)
      ]
    }
    if let spokesperson { return [Span(parts([look.list(spokesperson.topics), spokesperson.note]), .quiet)] }
    if let material {
      let embargo = material.embargo(in: office.launches).map(look.moment) ?? ""
      let who = material.words.map(\.who)
      let waiting = who.count == 1 ? look.say(.pressWaitsForSecond, .text(who[0])) : look.list(who)
      return [Span(parts([waiting, embargo, material.url]), .quiet)]
    }
    if let response { return [Span(parts([response.approvedLine, response.facts]), .quiet)] }
    return []
  }

  private func parts(_ texts: [String]) -> String { texts.filter { !$0.isEmpty }.joined(separator: " · ") }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    TabLine(names: PressSection.allCases.map { look.say(Phrase($0.tab)) }, shown: section.rawValue)
      .draw(on: &canvas, in: area)
    if let search {
      canvas.text("/", row: area.row + 1, column: area.column + 1, ink: .key)
      let width = max(1, listColumns - 4)
      if isTyping {
        search.draw(on: &canvas, row: area.row + 1, column: area.column + 3, width: width)
      } else {
        canvas.text(search.text, row: area.row + 1, column: area.column + 3, width: width, ink: .entry)
      }
    } else {
      canvas.spans(figures(look), row: area.row + 1, column: area.column + 1, width: listColumns - 2)
    }
    let list = Rect(row: area.row + 2, column: area.column, rows: area.rows - 2, columns: listColumns)
    drawList(on: &canvas, in: list, look: look)
    guard isWide, let record else { return }
    let detail = area.inset(left: Shell.sideColumn(of: size.columns))
    drawDetail(of: record, on: &canvas, in: detail, look: look)
  }

  // MARK: Figures

  /// How the list stands, in a line.
  private func figures(_ look: Look) -> [Span] {
    switch section {
    case .enquiries: enquiryFigures(look)
    case .media: mediaFigures(look)
    case .mailing:
      [
        Span(
          look.say(
            .pressReach, .text(look.phrases.number(media.reach.reached.values.reduce(0, +))),
            .text(look.phrases.number(media.reach.excluded.values.reduce(0, +)))), .quiet)
      ]
    case .material: [Span(look.say(.pressTwoPeople), .quiet)]
    case .spokespersons: [Span(look.say(.pressWeekHelp), .quiet)]
    case .appearances:
      [
        Span(
          look.say(
            .pressComing, .number(office.appearances.count { ($0.start?.day ?? look.asOf) >= look.asOf })),
          .quiet)
      ]
    case .responses:
      [Span(look.say(.pressOpenResponses, .number(office.responses.count(where: \.isOpen))), .quiet)]
    }
  }

  private func enquiryFigures(_ look: Look) -> [Span] {
    guard let figures = figures?.figures else { return [] }
    var spans = [Span(look.say(.pressOpen, .number(figures.open)), .text)]
    if figures.overdue > 0 {
      spans.append(Span(" · ! " + look.say(.pressOverdue, .number(figures.overdue)), .late))
    }
    // What burns is to be seen where everybody looks.
    if let response = office.responses.first, response.isOpen {
      spans.append(Span(" · ! " + look.say(.pressBurning, .text(response.name)), .late))
    }
    if let median = figures.medianAnswerTime {
      let time = words(look).length(median)
      spans.append(Span(" · " + look.say(.pressMedian, .number(figures.answered), .text(time)), .quiet))
    }
    return spans
  }

  private func mediaFigures(_ look: Look) -> [Span] {
    func most(_ counts: [String: Int], _ name: (String) -> String) -> String {
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(isWide ? 10 : 4)
        .map { "\(name($0.key)) \($0.value)" }.joined(separator: " ")
    }
    let languages = most(media.languageCounts) {
      $0 == "other" ? look.word("language", $0) : $0.isEmpty ? "–" : $0
    }
    let countries = most(media.countryCounts) { $0.isEmpty ? "–" : $0 }
    let count = look.phrases.number(media.rows.count) + (media.hasMore ? "+" : "")
    return [
      Span(count + " · "), Span(parts([languages, countries]), .quiet), Span("  \(media.query)", .quiet),
    ]
  }

  // MARK: The list

  private func drawList(on canvas: inout Canvas, in area: Rect, look: Look) {
    ListTable(columns: PressTable(pane: self, look: look, isWide: isWide).columns)
      .draw(rowCount, selection, on: &canvas, in: area, hasCursor: !isTyping)
    if rowCount == 0 { drawNothing(on: &canvas, in: area.inset(top: 1), look: look) }
  }

  private func drawNothing(on canvas: inout Canvas, in area: Rect, look: Look) {
    let key: PhraseKey =
      switch section {
      case _ where !isKnown: .working
      case _ where search?.text.trimmed.isEmpty == false && hasWords: .pressNotFound
      case .media: .pressNoMedia
      case .mailing: .pressNoLists
      default: .pressNothing
      }
    for (offset, line) in Wrapping.lines(look.say(Phrase(key)), columns: area.columns - 3).enumerated() {
      canvas.text(line, row: area.row + offset, column: area.column + 2, ink: .quiet, clip: area)
    }
    if !isTyping { canvas.cursor = Point(row: area.row, column: area.column) }
  }

  // MARK: The record beside it

  private func drawDetail(of record: any Record, on canvas: inout Canvas, in area: Rect, look: Look) {
    func draw<R: Record>(_ record: R) {
      var editor = RecordEditor(record, mode: .view)
      editor.links = PressLinks(office: office, look: look).links(of: record)
      canvas.text(
        record.title, row: area.row, column: area.column + 1, width: area.columns - 2, ink: .heading)
      let body = area.inset(top: 2)
      editor.drawWhole(on: &canvas, in: body, clip: body, look: look)
    }
    draw(record)
  }
}
