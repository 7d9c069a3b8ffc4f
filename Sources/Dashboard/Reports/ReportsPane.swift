import Model
import Office
import Phrases
import Store
import Terminal

/// The reports of evaluation: drafts first, then what was released, the latest first.
struct ReportsPane: ListPane {
  static let name = "reports"
  static let title = PhraseKey.paneReports

  var list = RowList<Report>()
  let nothing = Phrase(.reportsNone)

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(AllRecords<Report>()) { pane, reports in
        pane.list.take(
          reports.sorted { first, second in
            if first.state != second.state { return first.state == .draft }
            return (first.to ?? .first, first.id) > (second.to ?? .first, second.id)
          })
      }
    ]
  }

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(.report, let id) = destination else { return false }
    list.seek(id)
    return true
  }

  // MARK: Commands

  private static func closed(_ pane: Self, _ look: Look) -> Phrase? {
    guard let report = pane.selected else { return Phrase(.nothingSelected) }
    return report.state == .released ? Phrase(.reportIsReleased) : nil
  }

  static let commands: [Command<ReportsPane>] = actions + moves

  private static let actions: [Command<ReportsPane>] = [
    Command("reports.open", .commandOpen, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
      pane.selected.map { [.present(ReportDraftPane($0))] } ?? []
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
      guard let report = pane.selected else { return [] }
      return [
        .present(LinesSheet.report(report) { .apply(EditRecord(base: report, edited: $0), closing: true) })
      ]
    },
    Command("reports.remove", .commandRemove, ["D"], rank: 4, needs: .edit, unless: closed) { pane, _ in
      guard let report = pane.selected else { return [] }
      let news = Phrase(.removed, .text(report.title), .text("u"))
      return [.apply(RemoveRecord(report), then: [.announce(news)])]
    },
    Command("reports.history", .commandHistory, ["H"], unless: lacking(\.selected)) { pane, _ in
      pane.selected.map { [.present(HistoryPane<Report>($0.id, called: $0.title))] } ?? []
    },
  ]

  // MARK: Drawing

  func table(_ look: Look, columns: Int) -> ListTable<Report> {
    func field(_ name: String) -> String { look.word("field", name) }
    return ListTable(columns: [
      .init(field("report_state"), 11) { $0.state.said(look) }.growing,
      .init(field("audience_of_report"), 16, text: { look.word("audience_of_report", $0.audience.rawValue) }),
      .init(field("from"), 12, text: { $0.from.map(look.day) ?? "" }).whole,
      .init(field("to"), 12, text: { $0.to.map(look.day) ?? "" }).whole,
      .init(field("language"), 5) { Span($0.language, .quiet) },
      .init(field("name"), 0, text: \.name),
    ])
  }

  func status(_ look: Look) -> [Span] {
    guard let report = selected else { return [] }
    let out = report.released.map {
      look.say(.reportReleasedOn, .text(look.day($0)), .text(String(report.digest.prefix(12))))
    }
    return [
      Span(look.dotted([report.symbol, out ?? "", report.note]), .quiet)
    ]
  }
}

extension ReportsPane {
  static let legend: [LegendLine] = LegendLine.states(ReportState.self)
}
