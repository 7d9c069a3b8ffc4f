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
  private var page = TextPage()

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

  static let commands: [Command<LetterPane>] =
    actions + moves(in: \.page, also: [.pageDown: ["Space"]])

  private static let actions: [Command<LetterPane>] = [
    Command(
      "letter.send", .commandSend, ["Ctrl-S", "F2"], rank: 1, when: { $0.draft != nil }, needs: .publish,
      unless: cannotSend
    ) { pane, look in
      guard let draft = pane.draft else { return [] }
      let work = NoticeErrand.Work.make(pane.notice, draft.scope, now: look.now)
      return [.errand(NoticeErrand(work: work, folder: draft.folder), closing: true)]
    }
  ]

  mutating func fit(to size: Size, look: Look) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      Wrapping.lines(String($0), columns: max(1, size.columns - 4))
    }
    page.fit(lines.map { [Span($0)] }, height: size.rows, look)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    page.draw(on: &canvas, in: area, margin: 2)
  }
}
