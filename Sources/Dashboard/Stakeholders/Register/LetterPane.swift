import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// A notice as its reader sees it: the kept copy, or what would be sent.
struct LetterPane: Pane {
  static let name = "letter"
  static let title = PhraseKey.paneNotice

  /// What is not sent yet, for whom it asks, and where its files go.
  private struct Draft: Sendable {
    let scope: NoticeScope
    let folder: String
  }

  private let notice: Notice
  private let draft: Draft?
  private var text: String
  private var number = ""
  private var lines: [String] = []
  private var top = 0
  private var height = 1

  /// The kept copy.
  init(_ notice: Notice) {
    self.notice = notice
    draft = nil
    (text, number) = (notice.text, notice.title)
  }

  /// What would be sent.
  init(draft notice: Notice, scope: NoticeScope, folder: String) {
    self.notice = notice
    draft = Draft(scope: scope, folder: folder)
    text = ""
  }

  func heading(_ look: Look) -> [Span] { number.isEmpty ? [] : [Span(" › \(number)")] }

  func asks(_ look: Look) -> [Ask<Self>] {
    guard let draft else { return [] }
    return [
      Ask(NoticeProspect(notice, countries: draft.scope.countries)) { pane, prospect in
        var notice = pane.notice
        (notice.year, notice.counter) = (prospect.year, prospect.counter)
        pane.number = notice.title
        pane.text = NoticeLetter(notice, to: prospect.focalPoint, of: prospect.entries).text
      }
    ]
  }

  private static func cannotSend(_ pane: Self, _ look: Look) -> Phrase? {
    pane.text.isEmpty ? Phrase(.working) : nil
  }

  static let commands: [Command<LetterPane>] = [
    Command(
      "letter.send", .commandSend, ["Ctrl-S", "F2"], rank: 1, when: { $0.draft != nil }, needs: .publish,
      unless: cannotSend
    ) { pane, look in
      guard let draft = pane.draft else { return [] }
      let work = NoticeErrand.Work.make(pane.notice, draft.scope, now: look.now)
      return [.errand(NoticeErrand(work: work, folder: draft.folder), closing: true)]
    },
    .moving("letter.down", .commandDown, ["Down", "j", "WheelDown"]) { $0.scroll(1) },
    .moving("letter.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.scroll(-1) },
    .moving("letter.pageDown", .commandPageDown, ["PgDn", "Space"], rank: 2) { $0.scroll($0.height) },
    .moving("letter.pageUp", .commandPageUp, ["PgUp"]) { $0.scroll(-$0.height) },
  ]

  private mutating func scroll(_ step: Int) { top = max(0, min(top + step, lines.count - height)) }

  mutating func fit(to size: Size, look: Look) {
    height = max(1, size.rows)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      Wrapping.lines(String($0), columns: max(1, size.columns - 4))
    }
    scroll(0)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    for (offset, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
      canvas.text(line, row: area.row + offset, column: area.column + 2, width: area.columns - 3)
    }
    canvas.cursor = Point(row: area.row, column: area.column)
  }
}
