import Model
import Office
import Phrases
import Store
import Terminal

/// An audience with those who are of it: as somebody said, and in all.
struct AudienceRow: Identifiable, Sendable {
  let audience: Audience
  let said: Int
  /// As somebody said, or by the rule.
  let all: Int
  let ways: DeliveryTally

  var id: RecordID { audience.rawValue }

  static func rows(_ counts: Tallies.Answer?, _ messages: [Message]) -> [AudienceRow] {
    Audience.allCases.map { audience in
      var ways = DeliveryTally()
      for message in messages {
        let tally = message.tally(audience, over: nil)
        (ways.planned, ways.done) = (ways.planned + tally.planned, ways.done + tally.done)
      }
      func count(_ dimension: Dimension) -> Int { counts?[dimension][audience.rawValue] ?? 0 }
      return AudienceRow(
        audience: audience, said: count(.audience), all: count(.knownAudience), ways: ways)
    }
  }
}

/// The grids of the message house: to whom over which channel, what became of it, and who the audiences are.
struct MessageGrids {
  let look: Look
  let isWide: Bool

  private func field(_ name: String) -> String { look.word("field", name) }

  private var name: ListTable<Message>.Column {
    .init(field("name"), 0, text: { look.title(of: $0) })
  }

  /// Planned, done or empty for each audience.
  /// - Parameter channel: nil for all of them.
  func board(over channel: Channel?) -> ListTable<Message> {
    var columns = [name]
    for audience in Audience.allCases {
      let heading =
        isWide
        ? look.word("audience", audience.rawValue) : look.word("audience_short", audience.rawValue)
      columns.append(
        ListTable<Message>.Column(heading, isWide ? 14 : 5) { (message: Message) -> Span in
          Self.cell(message.tally(audience, over: channel))
        })
    }
    return ListTable(columns: columns, headLines: isWide ? 2 : 1, tintsCell: true)
  }

  private static func cell(_ tally: DeliveryTally) -> Span {
    switch (tally.done, tally.all) {
    case (_, 0): Mark.nothing.span
    case let (done, all) where done == all: Mark.done.said(all > 1 ? String(all) : "")
    case (0, let all): Mark.open.said(all > 1 ? String(all) : "")
    case let (done, all): Mark.underWay.said("\(done)/\(all)")
    }
  }

  func chain(_ chains: [RecordID: MessageChain]) -> ListTable<Message> {
    func column(_ key: PhraseKey, _ mark: Mark, _ count: @escaping (MessageChain) -> Int)
      -> ListTable<Message>.Column
    {
      ListTable<Message>.Column(look.say(Phrase(key)), 11) { (message: Message) -> Span in
        let number = count(chains[message.id] ?? MessageChain())
        return number == 0 ? Mark.nothing.span : mark.said(look.phrases.number(number))
      }
    }
    return ListTable(columns: [
      name, column(.chainPlanned, .open) { $0.planned }, column(.chainPublished, .done) { $0.published },
      column(.chainHeard, .done) { $0.heard }, column(.chainWrong, .late) { $0.wrong },
    ])
  }

  var audiences: ListTable<AudienceRow> {
    func number(_ count: Int) -> Span {
      count == 0 ? Span("–", .quiet) : Span(look.phrases.number(count))
    }
    return ListTable(columns: [
      .init(field("audience"), 0, text: { look.word("audience", $0.audience.rawValue) }),
      .init(look.say(.audienceSaid), 11, aligned: .trailing) { number($0.said) },
      .init(look.say(.audienceRuled), 11, aligned: .trailing) { number($0.all - $0.said) },
      .init(look.say(.audienceAll), 11, aligned: .trailing) { number($0.all) },
      .init(field("deliveries"), 12) { Self.cell($0.ways) },
    ])
  }

  /// Where the decision names an audience.
  func citation(_ row: AudienceRow) -> String {
    let rank = look.say(row.audience.isPrimary ? .audiencePrimary : .audienceBroader)
    return look.dotted([row.audience.citation.text(in: look.language), rank])
  }

  /// By which signs somebody is taken to be of an audience, a line for each: in words, and of names the words that tell.
  func rule(_ row: AudienceRow) -> [String] {
    let signs = AudienceSign.allCases.filter { $0.audience == row.audience }
    guard !signs.isEmpty else { return [look.say(.audienceNoRule)] }
    return signs.map { sign in
      let words = sign.words(in: look.language).map { $0.replacing("*", with: "…") }
      return look.about(look.word("audience_sign", sign.rawValue), look.list(words))
    }
  }
}
