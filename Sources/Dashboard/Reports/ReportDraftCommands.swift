import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

extension ReportDraftPane {
  private static func closed(_ pane: Self, _ look: Look) -> Phrase? {
    pane.isDraft ? nil : Phrase(.reportIsReleased)
  }

  private static func noText(_ pane: Self, _ look: Look) -> Phrase? {
    closed(pane, look) ?? (pane.piece?.key == nil ? Phrase(.nothingSelected) : nil)
  }

  private static func notKnown(_ pane: Self, _ look: Look) -> Phrase? {
    pane.paper == nil ? Phrase(.working) : nil
  }

  static let commands: [Command<ReportDraftPane>] =
    actions + moves(also: [.pageDown: ["Space"]]) { $0.go($1) }

  private static let actions: [Command<ReportDraftPane>] = [
    Command(
      "report.sources", .commandRecords, ["Enter"], rank: 1,
      unless: { pane, _ in pane.piece?.sources.isEmpty == false ? nil : Phrase(.reportNoSources) }
    ) { pane, _ in
      pane.piece.map { [.present(ReportSourcesPane($0.sources))] } ?? []
    },
    Command("report.edit", .commandReplaceText, ["e"], rank: 2, needs: .edit, unless: noText) { pane, _ in
      pane.rewrite()
    },
    Command("report.add", .commandAddText, ["a"], rank: 3, needs: .edit, unless: noText) { pane, _ in
      pane.addText()
    },
    Command("report.omit", .commandOmit, ["x"], rank: 4, needs: .edit, unless: noText) { pane, _ in
      pane.omit()
    },
    Command(
      "report.generated", .commandGenerated, ["r"],
      needs: .edit,
      unless: { pane, look in
        noText(pane, look) ?? (pane.piece?.hand == ReportDocument.Hand.none ? Phrase(.reportUntouched) : nil)
      }
    ) { pane, _ in pane.write(over: pane.edit, nil) },
    Command("report.export", .commandExportReport, ["w"], rank: 5, unless: notKnown) { pane, _ in
      pane.export()
    },
    Command(
      "report.release", .commandReleaseReport, ["p"], rank: 6,
      needs: .release, unless: { closed($0, $1) ?? notKnown($0, $1) }
    ) { pane, look in pane.release(look) },
    Command("report.undo", .commandUndo, ["u"], rank: 7, needs: .contribute, unless: closed) { _, _ in [.undo]
    },
    Command("report.redo", .commandRedo, ["Ctrl-R"], needs: .contribute, unless: closed) { _, _ in [.redo] },
  ]

  // MARK: Editing

  /// The edit under the cursor; nil where the facts speak.
  private var edit: ReportEdit? {
    guard let piece, let key = piece.key else { return nil }
    if case .paragraph(let one) = piece, one.hand == .added {
      return report.edits.first {
        $0.kind == .add && $0.paragraph == key && ReportWords.plain($0.text) == one.text
      }
    }
    return report.edit(of: key)
  }

  /// What the facts say under the cursor, and what is read there now.
  private var texts: (generated: String, now: String) {
    switch piece {
    case .paragraph(let one):
      let parts = [one.text] + one.items.flatMap { [$0.text] + $0.items.map(\.text) }
      return (one.generated, ReportWords.plain(parts.joined(separator: " ")))
    case .table(let one): return (ReportWords.plain(one.caption), ReportWords.plain(one.caption))
    case .figure(let one): return (ReportWords.plain(one.chart.title), ReportWords.plain(one.chart.title))
    case .heading, nil: return ("", "")
    }
  }

  private func write(over old: ReportEdit?, _ new: ReportEdit?) -> [Effect] {
    [.apply(EditRecord(base: report, edited: report.edited(old, new)))]
  }

  private func rewrite() -> [Effect] {
    guard let key = piece?.key else { return [] }
    let (report, old, texts) = (report, edit, texts)
    let isAdded = old?.kind == .add
    return [
      .present(
        LinePrompt(Phrase(.reportTextQuestion), title: .paneReportText, .text, text: texts.now) { text in
          // Looking at a paragraph does not make it a person's.
          if text == texts.now { return .effects([.close]) }
          let new = ReportEdit(
            paragraph: key, kind: isAdded ? .add : .replace, text: text,
            basis: isAdded ? "" : texts.generated)
          return .effects([.apply(EditRecord(base: report, edited: report.edited(old, new)), closing: true)])
        })
    ]
  }

  private func addText() -> [Effect] {
    guard let key = piece?.key else { return [] }
    let report = report
    return [
      .present(
        LinePrompt(Phrase(.reportTextQuestion), title: .paneReportText, .text) { text in
          let new = ReportEdit(paragraph: key, kind: .add, text: text)
          return .effects([.apply(EditRecord(base: report, edited: report.edited(nil, new)), closing: true)])
        })
    ]
  }

  /// Leaves a paragraph out, or takes it back in with what was written over it; what was added is taken away.
  private func omit() -> [Effect] {
    guard let key = piece?.key else { return [] }
    let written = edit.map { $0.kind == .add ? "" : $0.text } ?? ""
    let basis = edit?.basis ?? texts.generated
    switch edit?.kind {
    case nil, .replace:
      return write(over: edit, ReportEdit(paragraph: key, kind: .omit, text: written, basis: basis))
    case .omit where !written.isEmpty:
      return write(over: edit, ReportEdit(paragraph: key, kind: .replace, text: written, basis: basis))
    case .omit, .add: return write(over: edit, nil)
    }
  }

  // MARK: Out of the house

  private func export() -> [Effect] {
    guard let paper else { return [] }
    return [
      .present(
        FilePrompt.writing(
          Phrase(.reportPath), title: .paneReportFile, "~/\(report.id).html",
          refuses: { ReportPaper.Format(path: $0) == nil ? Phrase(.reportFormat) : nil }
        ) { ReportErrand(paper: paper, format: ReportPaper.Format(path: $0) ?? .html, path: $0) })
    ]
  }

  /// Freezes what the person sees.
  private func release(_ look: Look) -> [Effect] {
    guard let facts, let (json, digest) = try? ReportPaper.freeze(facts) else { return [] }
    let (report, day) = (report, Day(number: (look.now + look.zoneOffset) / 86_400))
    return [
      .present(
        LinePrompt(Phrase(.reportReleaseQuestion, .text(report.title)), title: .paneReportRelease, .text) {
          why in
          .effects([
            .apply(
              ReleaseReport(report, facts: json, digest: digest, on: day, why: why), closing: true,
              then: [.announce(Phrase(.reportWasReleased, .text(report.title)))])
          ])
        })
    ]
  }
}
