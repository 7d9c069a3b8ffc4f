import Model
import Phrases

/// Which messages were agreed before their launch, and what became of them (annex I, section V).
extension ReportBuilder {
  mutating func messages() {
    let works = facts.messages ?? []
    guard !works.isEmpty else { return say("messages.none", .reportNoMessages) }
    agreement(works.filter { !$0.agreement.isEmpty })
    let ways = works.reduce(into: (planned: 0, done: 0)) {
      ($0.planned, $0.done) = ($0.planned + $1.waysPlanned, $0.done + $1.waysDone)
    }
    say(
      "messages.ways",
      book.say(.reportMessageWays, words.number(ways.planned + ways.done), words.number(ways.done)),
      [], sources(works.filter { $0.waysPlanned + $0.waysDone > 0 }))
    table(
      "messages.table", book.say(.reportMessageTable),
      [
        book.say(.columnMessage), book.say(.columnMessageAgreement), book.say(.columnToPublish),
        book.say(.columnPublished), book.say(.columnHeard), book.say(.columnWrong),
      ],
      works.map { work in
        [name(work), work.agreement.isEmpty ? "" : words.word("message_agreement", work.agreement)]
          + [work.planned, work.published, work.heard, work.wrong].map(words.number)
      }, firstNumber: 2, sources(works))
    let wrong = works.filter { $0.wrong > 0 }
    guard !wrong.isEmpty else { return }
    let items = wrong.map { item(name($0), $0.wrong) }
    say("messages.wrong", book.say(.reportMessagesWrong), items, sources(wrong))
  }

  private mutating func agreement(_ works: [ReportFacts.MessageWork]) {
    guard !works.isEmpty else { return }
    let counts = works.reduce(into: [:]) { $0[$1.agreement, default: 0] += 1 }
    say(
      "messages.agreement",
      book.say(.reportMessagesAgreed, words.number(works.count), words.day(facts.asOf)),
      items(counts, "message_agreement", order: ["in-time", "late", "open"]), sources(works))
  }

  /// What the decision says is named by its item: "Overall message (a)".
  private func name(_ work: ReportFacts.MessageWork) -> String {
    guard work.name.isEmpty, let adopted = Decision.adopted.message(work.id) else { return work.name }
    guard work.kind == MessageKind.overall.rawValue, let letter = work.id.split(separator: ".").last else {
      return adopted.label.text(in: book.language)
    }
    return book.say(.reportOverallMessage, String(letter))
  }

  private func sources(_ works: [ReportFacts.MessageWork]) -> ReportSources {
    ReportSources(.message, works.map(\.id), query: "messages")
  }
}
