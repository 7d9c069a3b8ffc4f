import Model
import Phrases
import Store
import Terminal

/// The reports of evaluation: drafts first, then what was released, the latest first.
struct ReportsPane: Pane {
  static let name = "reports"
  static let title = PhraseKey.paneReports

  private(set) var reports: [Report] = []
  private var isKnown = false
  private var selection = Selection()
  private var sought: RecordID?

  var report: Report? { reports.indices.contains(selection.index) ? reports[selection.index] : nil }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(AllRecords<Report>()) { pane, reports in
        let stood = pane.sought ?? pane.report?.id
        pane.reports = reports.sorted { first, second in
          if first.state != second.state { return first.state == .draft }
          return (first.to ?? .first, first.id) > (second.to ?? .first, second.id)
        }
        pane.isKnown = true
        pane.stand(on: stood)
      }
    ]
  }

  private mutating func stand(on id: RecordID?) {
    guard let id, let place = reports.firstIndex(where: { $0.id == id }) else { return }
    selection.index = place
    sought = nil
  }

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(.report, let id) = destination else { return false }
    sought = id
    stand(on: id)
    return true
  }

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: reports.count, height: max(1, size.rows - 1))
  }

  // MARK: Commands

  private static func closed(_ pane: Self, _ look: Look) -> Phrase? {
    guard let report = pane.report else { return Phrase(.nothingSelected) }
    return report.state == .released ? Phrase(.reportIsReleased) : nil
  }

  static let commands: [Command<ReportsPane>] = [
    Command("reports.open", .commandOpen, ["Enter"], rank: 1, unless: lacking(\.report)) { pane, _ in
      pane.report.map { [.present(ReportDraftPane($0))] } ?? []
    },
    Command("reports.new", .commandNew, ["n"], rank: 2, needs: .edit) { _, look in
      var report = Report(id: NewID.make())
      report.from = Day(year: look.asOf.parts.year, month: 1, day: 1)
      (report.to, report.language) = (look.asOf, look.language)
      return [
        .present(
          LinesSheet.report(report) {
            .apply(AddRecord($0), closing: true, then: [.go(.list(.report, $0.id))])
          })
      ]
    },
    Command("reports.edit", .commandEdit, ["e"], rank: 3, needs: .edit, unless: closed) { pane, _ in
      guard let report = pane.report else { return [] }
      return [
        .present(LinesSheet.report(report) { .apply(EditRecord(base: report, edited: $0), closing: true) })
      ]
    },
    Command("reports.remove", .commandRemove, ["D"], rank: 4, needs: .edit, unless: closed) { pane, _ in
      guard let report = pane.report else { return [] }
      let news = Phrase(.removed, .text(report.title), .text("u"))
      return [.apply(RemoveRecord(report), then: [.announce(news)])]
    },
    Command("reports.history", .commandHistory, ["H"], unless: lacking(\.report)) { pane, _ in
      pane.report.map { [.present(HistoryPane<Report>($0.id, called: $0.title))] } ?? []
    },
    .moving("reports.down", .commandDown, ["Down", "j", "WheelDown"]) { $0.move(1) },
    .moving("reports.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.move(-1) },
    .moving("reports.top", .commandTop, ["g", "Home"]) { $0.move(-$0.reports.count) },
    .moving("reports.bottom", .commandBottom, ["G", "End"]) { $0.move($0.reports.count) },
  ]

  private mutating func move(_ step: Int) { selection.move(by: step, count: reports.count) }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let labels = ["report_state", "audience_of_report", "from", "to", "language", "name"]
    let widths = [11, 16, 12, 12, 5, max(8, area.columns - 62)]
    func row(_ row: Int, _ cells: [Span]) {
      var column = area.column + 1
      for (cell, width) in zip(cells, widths) {
        canvas.text(
          cell.text, row: row, column: column, width: min(width, area.endColumn - column), ink: cell.ink)
        column += width + 1
      }
    }
    row(area.row, labels.map { Span(look.word("field", $0), .heading) })
    guard !reports.isEmpty else {
      let text = look.say(Phrase(isKnown ? .reportsNone : .working))
      for (offset, line) in Wrapping.lines(text, columns: area.columns - 4).prefix(area.rows - 2).enumerated()
      {
        canvas.text(line, row: area.row + 2 + offset, column: area.column + 2, ink: .quiet)
      }
      canvas.cursor = Point(row: area.row + 1, column: area.column)
      return
    }
    for (offset, report) in reports.dropFirst(selection.top).prefix(area.rows - 1).enumerated() {
      let isOut = report.state == .released
      row(
        area.row + 1 + offset,
        [
          Span(
            (isOut ? "● " : "○ ") + look.word("report_state", report.state.rawValue), isOut ? .done : .due),
          Span(look.word("audience_of_report", report.audience.rawValue)),
          Span(report.from.map(look.day) ?? ""), Span(report.to.map(look.day) ?? ""),
          Span(report.language, .quiet),
          Span(report.name),
        ])
    }
    let at = area.row + 1 + selection.index - selection.top
    canvas.text("▌", row: at, column: area.column, ink: .marker)
    canvas.cursor = Point(row: at, column: area.column)
  }

  func status(_ look: Look) -> [Span] {
    guard let report else { return [] }
    let out = report.released.map {
      look.say(.reportReleasedOn, .text(look.day($0)), .text(String(report.digest.prefix(12))))
    }
    return [
      Span([report.symbol, out ?? "", report.note].filter { !$0.isEmpty }.joined(separator: " · "), .quiet)
    ]
  }
}
