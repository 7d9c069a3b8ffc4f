import Model
import Office
import Phrases
import Store
import Terminal

/// Keys on the cells of the board and along the chain: to whom a message goes over which channel, in which products it
/// stands, and what the media made of it.
extension MessagesPane {
  // MARK: The board

  static let wayCommands: [Command<MessagesPane>] = [
    Command(
      "messages.way", .commandTurnWay, ["Space"], rank: 1, when: \.isBoard, needs: .edit, unless: notOneWay
    ) { pane, look in
      guard let message = pane.message else { return [] }
      let (ways, audience) = (pane.cellWays, pane.boardAudience)
      guard let (place, way) = ways.first else {
        guard let channel = pane.channel else { return [] }
        return write(message, nil, by: Delivery(audience: audience, channel: channel), look)
      }
      return write(message, place, by: way.next, look)
    },
    Command(
      "messages.plan", .commandPlanWay, ["p"], rank: 3, when: \.isBoard, needs: .edit,
      unless: lacking(\.message)
    ) { pane, look in
      pane.message.map {
        [.present(planning($0, to: pane.boardAudience, pane.cellWays, over: pane.channel, look))]
      }
        ?? []
    },
  ]

  /// Over all channels together a key can mean one way only where there is one.
  private static func notOneWay(_ pane: Self, _ look: Look) -> Phrase? {
    guard pane.message != nil else { return Phrase(.nothingSelected) }
    // What was done has its day and its note: no single key throws them away.
    if let way = pane.cellWays.first?.way, way.next == nil, way.day != nil || !way.note.isEmpty {
      return Phrase(.boardWayKept, .text("p"))
    }
    return pane.channel == nil && pane.cellWays.count != 1
      ? Phrase(.boardWhichWay, .text("c"), .text("p")) : nil
  }

  private static func write(_ message: Message, _ place: Int?, by way: Delivery?, _ look: Look) -> [Effect] {
    let edited = message.replacing(place, by: way)
    let said = way ?? place.map { message.deliveries[$0] }
    guard let said else { return [] }
    let words = MessageWords(look).ways(way.map { [$0] } ?? [], to: said.audience)
    let news = Phrase(.boardWay, .text(look.title(of: message)), .text(words), .text("u"))
    return [.apply(EditRecord(base: message, edited: edited), then: [.announce(news)])]
  }

  /// A way with its channel, how far it is, its day and a note: in place of one over the same channel.
  private static func planning(
    _ message: Message, to audience: Audience, _ ways: [(place: Int, way: Delivery)], over channel: Channel?,
    _ look: Look
  ) -> LinesSheet {
    let known = ways.first?.way
    let chosen = channel ?? known?.channel ?? .email
    func word(_ field: String) -> @Sendable (String, Look) -> String {
      { $0.isEmpty ? $1.say(.boardNoWay) : FieldWords.word(field, $0, $1) }
    }
    let lines = [
      LinesSheet.Line(
        label: Phrase(label: "part", "channel"), entry: .choice(Channel.codes), text: chosen.rawValue,
        word: word("channel")),
      LinesSheet.Line(
        label: Phrase(label: "part", "delivery_state"), entry: .choice(DeliveryState.codes + [""]),
        text: (known?.state ?? .planned).rawValue, word: word("delivery_state")),
      LinesSheet.Line(
        label: Phrase(label: "part", "day"), entry: .day, text: known?.day?.description ?? "", hint: .hintDay),
      LinesSheet.Line(label: Phrase(label: "part", "note"), entry: .line, text: known?.note ?? ""),
    ]
    return LinesSheet(.commandPlanWay, lines) { texts in
      let day = Day(texts[2])
      guard texts[2].isEmpty || day != nil else {
        return .problem(line: 2, Phrase(FieldProblem.malformedDay(texts[2])))
      }
      guard let channel = Channel(rawValue: texts[0]) else {
        return .problem(line: 0, Phrase(.problemMissing))
      }
      let way = DeliveryState(rawValue: texts[1]).map {
        Delivery(audience: audience, channel: channel, state: $0, day: day, note: texts[3])
      }
      let place = message.ways(to: audience, over: channel).first?.place
      guard place != nil || way != nil else { return .effects([.close]) }
      return .effects(
        write(message, place, by: way, look).map {
          if case .apply(let change, _, let next) = $0 {
            .apply(change, closing: true, then: next)
          } else {
            $0
          }
        })
    }
  }

  // MARK: The chain

  static let chainCommands: [Command<MessagesPane>] = [
    Command(
      "messages.product", .commandCarryIn, ["p"], rank: 2, when: \.isChain, needs: .edit,
      unless: lacking(\.message)
    ) { pane, look in
      guard let message = pane.message else { return [] }
      let title = look.title(of: message)
      let line = LinesSheet.Line(
        label: Phrase(label: "field", "source_product"), entry: .reference(.id(.product)),
        hint: .hintReference)
      return [
        .present(
          LinesSheet(.commandCarryIn, [line]) { texts in
            guard !texts[0].isEmpty else { return .problem(line: 0, Phrase(.problemMissing)) }
            return .effects([
              .apply(
                CarryMessage(message.id, in: texts[0]), closing: true,
                then: [.announce(Phrase(.chainCarried, .text(title), .text("u")))])
            ])
          })
      ]
    },
    Command(
      "messages.heard", .commandHeard, ["m"], rank: 3, when: \.isChain, needs: .edit,
      unless: lacking(\.message)
    ) { pane, look in
      guard let message = pane.message else { return [] }
      let line = LinesSheet.Line(
        label: Phrase(label: "field", "coverage"), entry: .reference(.id(.coverage)), hint: .hintReference)
      let title = look.title(of: message)
      return [
        .present(
          LinesSheet(.commandHeard, [line, PointCoding.line]) { texts in
            guard !texts[0].isEmpty else { return .problem(line: 0, Phrase(.problemMissing)) }
            let news = Phrase(.chainHeardNoted, .text(title), .text("u"))
            return .effects([
              .apply(
                CodeCoverage([texts[0]], .point(message.id, PointCoding(rawValue: texts[1]))), closing: true,
                then: [.announce(news)])
            ])
          })
      ]
    },
  ]
}

extension PointCoding {
  /// How an item carries a message; empty where it does not.
  static let line = LinesSheet.Line(
    label: Phrase(label: "part", "point_coding"), entry: .choice(PointCoding.codes + [""]),
    text: PointCoding.right.rawValue,
    word: { $1.word("point_coding", $0.isEmpty ? "none" : $0) })
}
