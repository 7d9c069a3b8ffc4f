import Model
import Phrases

/// What the decision asks of whom, how far that has come, and what is missing.
extension ReportBuilder {
  mutating func mandate() {
    guard let figures = facts.mandate else { return }
    say(
      "mandate.states",
      book.say(
        .reportMandateStates, words.number(figures.states.values.reduce(0, +)), words.day(facts.asOf)),
      items(figures.states, "mandate_state", order: MandateState.codes))
    guard !figures.gaps.isEmpty else { return say("mandate.gaps", .reportMandateNoGaps) }
    table(
      "mandate.gaps", book.say(.reportMandateGaps),
      [book.say(.columnParagraph), book.say(.columnWho), book.say(.columnStanding)],
      figures.gaps.map { gap in
        [
          Mandate.adopted.paragraph(gap.id)?.citation.text(in: words.language) ?? gap.id,
          book.list(gap.who.map { words.word("mandate_actor", $0) }), words.word("mandate_state", gap.state),
        ]
      }, firstNumber: 3)
  }
}
