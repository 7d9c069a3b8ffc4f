import Model
import Office
import Phrases
import Terminal

/// An answer that comments of the call got already.
struct EarlierAnswer: Sendable, Identifiable {
  struct ID: Sendable, Hashable {
    let disposition: Disposition
    let reason: String
  }

  let id: ID
  /// How many comments got it.
  let count: Int

  /// Those given most often first.
  static func of(_ comments: [ReviewComment]) -> [EarlierAnswer] {
    var counts: [ID: Int] = [:]
    for comment in comments {
      guard let disposition = comment.disposition, !comment.reason.isEmpty else { continue }
      counts[ID(disposition: disposition, reason: comment.reason), default: 0] += 1
    }
    return counts.map { EarlierAnswer(id: $0, count: $1) }.sorted {
      ($1.count, $0.id.reason, $0.id.disposition.rawValue)
        < ($0.count, $1.id.reason, $1.id.disposition.rawValue)
    }
  }
}

/// The answers that comments of a call got already, to be given again.
struct AnswersPane: ListPane {
  static let name = "answers"
  static let title = PhraseKey.commandCopyAnswer

  var list: RowList<EarlierAnswer>
  let nothing = Phrase(.voNoAnswers)
  private let choose: @Sendable (EarlierAnswer.ID) -> [Effect]

  init(_ answers: [EarlierAnswer], choose: @escaping @Sendable (EarlierAnswer.ID) -> [Effect]) {
    (list, self.choose) = (RowList(answers), choose)
  }

  var placement: Placement { .sheet(rows: min(list.count, 10)) }

  static let commands: [Command<AnswersPane>] =
    [
      Command("answers.choose", .commandChoose, ["Enter", "Space"], rank: 1) { pane, _ in
        pane.selected.map { pane.choose($0.id) } ?? []
      }
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<EarlierAnswer> {
    ListTable(
      columns: [
        .init("", 4, aligned: .trailing, text: { look.phrases.number($0.count) }),
        .init("", 0) { answer in
          Span(look.about(look.word("disposition", answer.id.disposition.rawValue), answer.id.reason))
        },
      ], margin: 2)
  }
}
