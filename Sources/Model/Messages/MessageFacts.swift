extension ReportFacts {
  /// A message as it stood on the day, and what became of it.
  public struct MessageWork: Sendable, Equatable, Codable {
    public var id: RecordID
    /// Empty for one of the decision.
    public var name: String
    /// As `MessageKind` writes it.
    public var kind: String
    /// The name of the launch at which it is said; empty for what is said at any time.
    public var launch: String
    /// `in-time`, `late` or `open` for what is said at a launch (annex I, section V, paragraph 1); empty for the others.
    public var agreement: String
    /// Ways to an audience over a channel.
    public var waysPlanned: Int
    public var waysDone: Int
    /// Products that are to carry it, and those that are out with it.
    public var planned: Int
    public var published: Int
    /// Items in the media that carry it, rightly and wrongly.
    public var heard: Int
    public var wrong: Int

    /// What is said at a launch, and whatever else went somewhere.
    static func all(
      _ messages: [Message], _ launches: [Launch], _ chains: [RecordID: MessageChain], asOf day: Day
    ) -> [MessageWork] {
      let launches = launches.byID
      return Message.ordered(messages).compactMap { message in
        let (chain, ways) = (chains[message.id] ?? MessageChain(), message.deliveries)
        guard message.needsAgreement || !chain.isEmpty || !ways.isEmpty else { return nil }
        let launch = launches[message.launch]
        return MessageWork(
          id: message.id, name: message.adopted == nil ? message.name : "", kind: message.type.rawValue,
          launch: launch?.title ?? "", agreement: agreement(on: message, launch, asOf: day),
          waysPlanned: ways.count { $0.state != .done }, waysDone: ways.count { $0.state == .done },
          planned: chain.planned, published: chain.published, heard: chain.heard, wrong: chain.wrong)
      }
    }

    /// Whether all roles had agreed by a day, and before the launch. A word without a day counts as given in time: its day
    /// is not known to be later.
    private static func agreement(on message: Message, _ launch: Launch?, asOf day: Day) -> String {
      guard message.needsAgreement else { return "" }
      let words = message.words.filter { $0.day.map { $0 <= day } ?? true }
      guard AgreementRole.allCases.allSatisfy({ role in words.contains { $0.role == role } }) else {
        return "open"
      }
      guard let release = launch?.day, let last = words.compactMap(\.day).max() else { return "in-time" }
      return last <= release ? "in-time" : "late"
    }
  }

  /// Takes in the messages as they stood, and how far each came.
  public mutating func take(_ programme: Programme, chains: [RecordID: MessageChain]) {
    guard let asOf = Day(asOf) else { return }
    messages = MessageWork.all(programme.messages, programme.launches, chains, asOf: asOf)
  }
}
