import Model
import Office
import Phrases
import Store
import Terminal

/// The message house: what is said of the Platform and of its findings, in which languages, and who agreed to it
/// (annex I, section V).
struct MessagesPane: TabbedPane {
  static let name = "messages"
  static let title = PhraseKey.paneMessages

  var tabs = Tabs(MessagesTab.points)
  private(set) var book = MessageBook()
  /// How the messages of each kind stand: counted once, when they come.
  private var standings: [MessageKind: Standing] = [:]

  private struct Standing {
    var all = 0
    var agreed = 0
    /// Nobody may say them yet.
    var open = 0
  }

  /// What of them holds the words that somebody looks for, by kind, and all together.
  private var found: [MessageKind: [Message]] = [:]
  private var all: [Message] = []
  private(set) var chains: [RecordID: MessageChain] = [:]
  private(set) var audiences: [AudienceRow] = AudienceRow.rows(nil, [])
  private var counts: Tallies.Answer?
  /// The channel that the board shows; nil for all of them.
  private(set) var channel: Channel?
  /// The audience under the cursor of the board.
  private(set) var column = 0
  private(set) var isKnown = false
  /// What prescribes policy in the message under the cursor.
  private var findings: [OutgoingFinding] = []

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(WordingOf(message?.outgoingTexts ?? []), .rest) { $0.findings = $1 },
      Ask(AllRecords<Message>()) { pane, messages in
        pane.take {
          $0.book = MessageBook(messages)
          $0.count()
          $0.isKnown = true
          $0.audiences = AudienceRow.rows($0.counts, $0.book.messages)
          $0.narrow(to: $0.tabs.search.words)
        }
      },
      Ask(Tallies(), .beside) { pane, counts in
        pane.counts = counts
        pane.audiences = AudienceRow.rows(counts, pane.book.messages)
      },
      Ask(MessageChains(), .rest) { $0.chains = $1 },
    ]
  }

  private mutating func count() {
    standings = [:]
    for message in book.messages {
      let isAgreed = message.isAgreed
      standings[message.type, default: Standing()].all += 1
      if isAgreed { standings[message.type]?.agreed += 1 }
      if message.needsAgreement, !isAgreed { standings[message.type]?.open += 1 }
    }
  }

  mutating func narrow(to words: String) {
    all = book.holding(words)
    found = Dictionary(grouping: all, by: \.type)
  }

  /// Shows the ways over each channel in turn, and then over all of them again.
  mutating func turnChannel() {
    let all = Channel.allCases
    let place = channel.flatMap(all.firstIndex(of:)).map { $0 + 1 } ?? 0
    channel = all.indices.contains(place) ? all[place] : nil
  }

  /// On the board to the next audience, elsewhere to the next list.
  mutating func turn(by step: Int) {
    guard tab == .board else { return tabs.turn(by: step) }
    column = max(0, min(Audience.allCases.count - 1, column + step))
  }

  var isBoard: Bool { isListing && tab == .board }
  var isChain: Bool { isListing && tab == .chain }
  /// The audience of the board's cell under the cursor.
  var boardAudience: Audience { Audience.allCases[column] }
  /// The ways that the cell shows, of the message under the cursor.
  var cellWays: [(place: Int, way: Delivery)] { message?.ways(to: boardAudience, over: channel) ?? [] }

  func list(_ tab: MessagesTab) -> any TabRows {
    let (isWide, channel, chains) = (tabs.size.isWide, channel, chains)
    func grids(_ look: Look) -> MessageGrids { MessageGrids(look: look, isWide: isWide) }
    switch tab {
    case .points, .overall, .terms:
      let rows = tab.kind.flatMap { found[$0] } ?? []
      return TabList(rows) { MessagesTable(look: $0, isWide: isWide).table(of: tab) }
    case .board: return TabList(all) { grids($0).board(over: channel) }
    case .chain: return TabList(all) { grids($0).chain(chains) }
    case .audiences: return TabList(audiences, id: \.id) { grids($0).audiences }
    }
  }

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(.message, let id) = destination else { return false }
    let kind = id.flatMap { id in book.messages.first { $0.id == id } ?? Message(id: id) }?.type
    go(to: id, in: kind.map(MessagesTab.init) ?? tab)
    return true
  }

  func drawList(on canvas: inout Canvas, in area: Rect, look: Look) {
    let grids = MessageGrids(look: look, isWide: tabs.size.isWide)
    if tab == .board, !all.isEmpty {
      return grids.board(over: channel).draw(
        all, selection(in: .board), cell: column + 1, on: &canvas, in: area, hasCursor: isListing)
    }
    drawRows(on: &canvas, in: area, look: look)
    guard let audience else { return }
    // Below the ten of them.
    let lines = grids.rule(audience).flatMap { Wrapping.lines("· " + $0, columns: area.columns - 4) }
    canvas.lines(
      [[Span(look.say(.audienceRule), .heading)]] + lines.map { [Span($0)] },
      in: area.inset(top: grids.audiences.headRows + audiences.count + 1), margin: 1)
  }

  var message: Message? { record as? Message }
  var audience: AudienceRow? { selected(audiences, in: .audiences) }

  // MARK: Saying

  var nothing: Phrase { Phrase(.messagesNone, .text("n")) }

  func figures(_ look: Look) -> [Span]? {
    switch tab {
    case .board:
      let word = channel.map { FieldWords.word("channel", $0.rawValue, look) } ?? look.say(.boardAllChannels)
      return [Span(look.say(.boardOver, .text(word)), .quiet)]
    case .chain: return [Span(look.say(.chainLegend), .quiet)]
    case .audiences:
      let told = audiences.reduce(0) { $0 + $1.all }
      return [Span(look.say(.audienceFigures, .number(told), .number(counts?.total ?? 0)), .quiet)]
    case .points, .overall, .terms: break
    }
    let counts = tab.kind.flatMap { standings[$0] } ?? Standing()
    var spans = [Span(look.say(.messagesFigures, .number(counts.agreed), .number(counts.all)), .quiet)]
    if tab == .points, counts.open > 0 {
      spans += [Span(" · ", .quiet), Mark.lacking.said(look.say(.messagesOpen, .number(counts.open)))]
    }
    return spans
  }

  func status(_ look: Look) -> [Span] {
    if let audience { return [Span(MessageGrids(look: look, isWide: false).citation(audience), .quiet)] }
    guard let message else { return [] }
    let words = MessageWords(look)
    if isBoard { return [Span(words.ways(cellWays.map(\.way), to: boardAudience), .quiet)] }
    let texts = Set(message.outgoingTexts)
    if let open = findings.first(where: { texts.contains($0.text) && message.override(of: $0.finding) == nil }
    ) {
      return [Mark.lacking.said(WordingWords(look).sentence(open))]
    }
    let parts = [words.citation(of: message), message.finding, words.text(of: message)]
    return [Span(look.dotted(parts), .quiet)]
  }

  func links(of record: any Record, _ look: Look) -> [RecordLink] { book.links(of: record, look) }
}

/// The columns of the lists of messages.
struct MessagesTable {
  let look: Look
  let isWide: Bool

  private var words: MessageWords { MessageWords(look) }
  private func field(_ name: String) -> String { look.word("field", name) }

  func table(of tab: MessagesTab) -> ListTable<Message> {
    let words = words
    let state = ListTable<Message>.Column(field("state"), isWide ? 20 : 17) { $0.state.said(look) }
    let name = ListTable<Message>.Column(field("name"), isWide ? 30 : 20, text: { look.title(of: $0) })
    let languages = ListTable<Message>.Column(field("languages"), 18) {
      Span(words.languages(of: $0), .quiet)
    }
    let text = ListTable<Message>.Column(field("text"), 0, text: words.text)
    guard tab == .points else {
      return ListTable(columns: [state, name] + (isWide ? [languages] : []) + [text])
    }
    let agreed = ListTable<Message>.Column(field("agreements"), isWide ? 14 : 10) { message in
      Span(words.agreement(of: message), message.isAgreed ? .done : .due)
    }
    let launch = ListTable<Message>.Column(field("launch"), 24) { message in
      Span(message.launch.isEmpty ? "" : look.name(of: RecordReference(.launch, message.launch)), .quiet)
    }
    return ListTable(
      columns: [state, agreed] + (isWide ? [launch, languages] : []) + [
        .init(field("name"), 0, text: { look.title(of: $0) })
      ])
  }
}

extension Message: Shown {
  static let form = PhraseKey.paneMessages
  static let sections: [FieldSection]? = [
    FieldSection(title: nil, fields: ["name", "message_kind", "launch"]),
    FieldSection(
      title: .sectionMessageTexts, fields: Language.official.map(textField), keepsEmpty: true),
    FieldSection(
      title: .sectionMessageFinding, fields: ["finding", "confidence", "source_product", "source_page"]),
    FieldSection(title: .sectionMessageAgreement, fields: ["edition", "agreements"]),
    FieldSection(title: .sectionMessageWays, fields: ["deliveries", "objectives", "owner", "note"]),
    FieldSection(title: .sectionLinks, fields: []),
  ]
  /// Words are given by a command of their own; what the decision calls a message stays.
  var hidden: Set<String> {
    Set(["edition", "agreements", "overrides"]).union(adopted == nil ? [] : ["name", "message_kind"])
  }
}

extension MessagesPane {
  static let legend: [LegendLine] =
    LegendLine.states(MessageState.self) + [
      LegendLine(.lacking, .legendLacking), LegendLine(.nothing, .legendNothing),
      LegendLine(Mark.open.said("2"), .legendSaidPlanned),
      LegendLine(Mark.underWay.said("1/2"), .legendSaidPartly),
      LegendLine(Mark.done.said("2"), .legendSaidDone),
    ]
}
