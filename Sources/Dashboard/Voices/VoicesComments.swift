import Model
import Office
import Phrases
import Store
import Terminal

/// Comments on a call: considered one by one or many at once, with a key for each disposition.
extension VoicesPane {
  private var isAtComments: Bool { tab == .comments && isListing }

  private static func disposing(
    _ name: CommandName, _ title: PhraseKey, _ key: KeyChord, rank: Int, as disposition: Disposition
  ) -> Command<VoicesPane> {
    Command(
      name, title, [key], rank: rank, when: \.isAtComments, needs: .contribute, unless: lacking(\.record)
    ) {
      pane, look in
      pane.dispose(disposition, look)
    }
  }

  static let commentCommands: [Command<VoicesPane>] = [
    disposing("voices.accept", .commandAcceptComment, "a", rank: 2, as: .accepted),
    disposing("voices.partly", .commandPartly, "p", rank: 3, as: .partly),
    disposing("voices.notAccept", .commandNotAccept, "x", rank: 4, as: .notAccepted),
    Command("voices.nextOpen", .commandNextOpen, ["."], rank: 5, when: \.isAtComments) { pane, _ in
      pane.seekOpen() ? [] : [.announce(Phrase(.voAllConsidered))]
    },
    Command(
      "voices.copy", .commandCopyAnswer, ["c"], rank: 6, when: \.isAtComments, needs: .contribute,
      unless: lacking(\.record)
    ) {
      pane, look in
      let answers = EarlierAnswer.of(pane.comments)
      guard !answers.isEmpty else { return [.announce(Phrase(.voNoAnswers))] }
      let pane = pane
      return [
        .present(
          AnswersPane(answers) {
            pane.answer(pane.answerable, $0.disposition, $0.reason, closing: true, look)
          })
      ]
    },
    .moving("voices.mark", .commandMark, ["Space"], rank: 7, when: \.isAtComments) { $0.mark() },
    .moving("voices.openOnly", .commandOpenOnly, ["f"], rank: 8, when: \.isAtComments) {
      $0.toggleOpenOnly()
    },
  ]

  private func dispose(_ disposition: Disposition, _ look: Look) -> [Effect] {
    let comments = answerable
    guard let first = comments.first else { return [] }
    if disposition == .accepted {
      // Who answered them, and when, stays.
      if comments.allSatisfy({ $0.disposition == .accepted }) {
        return [.announce(Phrase(.voAcceptedAlready, .number(comments.count)))]
      }
      let reason = first.disposition == .accepted ? first.reason : ""
      return answer(comments, .accepted, reason, look)
    }
    let (pane, word) = (self, look.word("disposition", disposition.rawValue))
    let what = comments.count == 1 ? first.title : look.say(.voCommentCount, .number(comments.count))
    return [
      .present(
        LinePrompt(
          Phrase(.voReason, .text(what), .text(word)), title: .commandReason,
          text: first.disposition == .accepted ? "" : first.reason
        ) { .effects(pane.answer(comments, disposition, $0, closing: true, look)) })
    ]
  }

  /// Writes one answer to some comments: one change, one undo.
  private func answer(
    _ comments: [ReviewComment], _ disposition: Disposition, _ reason: String, closing: Bool = false,
    _ look: Look
  ) -> [Effect] {
    let edits = comments.map { comment in
      var edited = comment
      (edited.disposition, edited.reason) = (disposition, reason)
      (edited.answeredBy, edited.answered) = (look.who, look.asOf)
      return (before: comment, after: edited)
    }
    let word = look.word("disposition", disposition.rawValue)
    guard let only = edits.first, edits.count == 1 else {
      let news = Phrase(.voAnsweredMany, .number(edits.count), .text(word))
      return [.apply(ChangeRecords("bulk-edit", edits), closing: closing, then: [.announce(news)])]
    }
    let news = Phrase(.voState, .text(only.before.title), .text(word))
    return [write(only.after, over: only.before, closing: closing, news)]
  }

  // MARK: Files

  private var hasCall: Bool { [.calls, .comments].contains(tab) && isListing }

  private static func noCall(_ pane: Self, _ look: Look) -> Phrase? {
    pane.call == nil ? Phrase(.voChooseCall) : nil
  }

  static let fileCommands: [Command<VoicesPane>] = [
    Command(
      "voices.import", .commandImportSheet, ["i"], rank: 12, when: \.hasCall,
      needs: .contribute, unless: noCall
    ) { pane, _ in
      guard let call = pane.call else { return [] }
      return [
        .present(
          FilePrompt.reading(
            Phrase(.voImportPath, .text(call.name)), title: .commandImportSheet,
            endings: ["csv", "xlsx", "ods"]
          ) { SheetErrand(call: call.id, path: $0) })
      ]
    },
    Command(
      "voices.publish", .commandPublish, ["P"], rank: 10, when: \.hasCall,
      unless: { noCall($0, $1) ?? $1.bar(to: .publish) }
    ) { pane, look in
      guard let call = pane.call else { return [] }
      return [
        .present(
          FilePrompt.writing(Phrase(.voPublishPath, .text(call.name)), title: .commandPublish, "") {
            LedgerErrand(call: call, path: $0, language: look.language)
          })
      ]
    },
  ]
}
