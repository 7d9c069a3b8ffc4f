import Model
import Office
import Phrases
import Store
import Terminal

/// Says of words on their way out of the house that they prescribe policy, and asks why they stay: advice, and never a
/// lock. Going back leads to the text; with a reason it is written as it is.
struct WordingSheet: Pane {
  static let name = "boundary"
  static let title = PhraseKey.paneBoundary

  private let change: any OutgoingChange
  private let open: [(record: RecordReference, findings: [OutgoingFinding])]
  private var field = TextField("")
  private var isMissing = false

  init(_ change: any OutgoingChange) { (self.change, open) = (change, change.openFindings) }

  private var findings: [OutgoingFinding] { open.flatMap(\.findings) }
  private static let most = 8

  var placement: Placement { .sheet(rows: Self.most + 2) }
  var isTyping: Bool { true }
  var typed: Typed? { Typed(line: field.text, unlike: "") }
  mutating func resume(_ draft: Draft) { field.set(draft.line) }

  static let commands: [Command<WordingSheet>] = [
    Command("boundary.accept", .commandKeepWords, ["Enter", "Ctrl-S", "F2"], rank: 1, needs: .contribute) {
      sheet, look in
      let reason = sheet.field.text.trimmed
      guard !reason.isEmpty else {
        sheet.isMissing = true
        return []
      }
      let kept = sheet.open.map { one in
        (one.record, one.findings.map { $0.kept(reason, by: look.who, on: look.asOf) })
      }
      let overrides = Dictionary(kept, uniquingKeysWith: +)
      return [.apply(sheet.change.keeping(overrides), closing: true)]
    }
  ]

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard field.take(chord) else { return nil }
    isMissing = false
    return []
  }

  mutating func paste(_ text: String) -> Bool { field.insert(text) }

  func status(_ look: Look) -> [Span] {
    isMissing
      ? [Mark.problem.said(look.say(.boundaryNoReason, .text("Esc")))]
      : [Span(look.say(.boundaryHint, .text("Esc")), .quiet)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let lines = findings.flatMap { finding in
      Wrapping.lines(WordingWords(look).sentence(finding), columns: area.columns - 8).enumerated().map {
        [$0 == 0 ? Mark.lacking.said($1) : Span("  " + $1, .due)]
      }
    }
    let shown = lines.count > Self.most ? Array(lines.prefix(Self.most - 1)) + [more(look)] : lines
    canvas.lines(shown, in: area, margin: 2)
    let row = area.inset(top: Self.most)
    canvas.lines([[Span(look.say(.boundaryWhy), .heading)]], in: row, margin: 2)
    let line = area.inset(top: Self.most + 1)
    field.draw(on: &canvas, row: line.row, column: line.column + 2, width: max(1, line.columns - 4))
  }

  private func more(_ look: Look) -> [Span] {
    [Span(look.say(.boundaryMore, .number(findings.count)), .quiet)]
  }
}
