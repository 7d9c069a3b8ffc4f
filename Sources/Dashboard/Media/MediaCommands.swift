import Model
import Office
import Phrases
import Store
import Terminal

extension MediaPane {
  static let commands: [Command<MediaPane>] =
    itemCommands + codingCommands + storyCommands + viewCommands + feedCommands + moves

  var isItems: Bool { section == .items && !isTyping }
  private var isCharts: Bool { section == .charts }
  private var isFeeds: Bool { section == .feeds }
  private var isFiltered: Bool { section != .feeds && !isTyping }

  private static let itemCommands: [Command<MediaPane>] = [
    Command(
      "media.open", .commandOpen, ["Enter"], rank: 1, when: \.isItems,
      unless: lacking(\.item)
    ) { pane, _ in
      pane.item.map { [.present(PressRecordPane($0, PressOffice()))] } ?? []
    },
    .moving("media.mark", .commandMark, ["Space"], rank: 5, when: { $0.isItems && $0.item != nil }) { pane in
      guard let id = pane.item?.id else { return }
      if let place = pane.marked.firstIndex(of: id) {
        pane.marked.remove(at: place)
      } else {
        pane.marked.append(id)
      }
      pane.list.move(by: 1)
    },
    Command("media.new", .commandNew, ["n"], when: \.isItems, needs: .edit) { _, look in
      var item = Coverage(id: NewID.make())
      item.when = .day(look.asOf)
      return [.present(RecordForm(item, isNew: true))]
    },
    Command("media.edit", .commandEdit, ["E"], when: \.isItems, needs: .edit, unless: lacking(\.item)) {
      pane, _ in
      pane.item.map { [.present(RecordForm($0))] } ?? []
    },
    Command("media.history", .commandHistory, ["H"], when: \.isItems, unless: lacking(\.item)) { pane, look in
      pane.item.map { [.present(HistoryPane<Coverage>($0.id, called: $0.title))] } ?? []
    },
    Command("media.remove", .commandRemove, ["D"], when: \.isItems, needs: .edit, unless: lacking(\.item)) {
      pane, _ in
      guard let item = pane.item else { return [] }
      let news = Phrase(.removed, .text(item.title), .text("u"))
      return [.apply(RemoveRecord(item), then: [.announce(news)])]
    },
    Command(
      "media.respond", .commandRespond, ["R"], rank: 4, when: \.isItems, needs: .edit, unless: lacking(\.item)
    ) { pane, look in
      pane.respond(look)
    },
    .moving("media.search", .commandSearch, ["/"], rank: 9, when: \.isFiltered) {
      $0.section = .items
      $0.openSearch()
    },
    .moving("media.found", .commandAccept, ["Enter"], rank: 1, when: \.isTyping) { $0.acceptSearch() },
    .moving("media.clear", .commandClear, ["Esc"], rank: 10, when: \.isNarrowed) { $0.widen() },
  ]

  /// Whether something narrows the list, or is marked in it.
  private var isNarrowed: Bool { search != nil || !marked.isEmpty || !filter.isEmpty }

  /// Takes back one thing: the words, then the marks, then the filter.
  private mutating func widen() {
    if search != nil || !filter.text.isEmpty {
      clearSearch()
    } else if !marked.isEmpty {
      marked = []
    } else {
      list.filter = CoverageFilter()
    }
  }

  /// Opens the answer to an item, or begins one.
  private func respond(_ look: Look) -> [Effect] {
    guard let item else { return [] }
    if let known = responses[item.id] {
      return [.go(.list(.response, known.id)), .announce(Phrase(.pressResponseThere, .text(known.name)))]
    }
    let zone = launches.first { $0.id == item.launch }?.zone ?? .utc
    let now = Moment(seconds: look.present / 60 * 60, zone: zone)
    let response = RapidResponse(id: NewID.make(), to: item, at: now, who: look.who)
    return [
      .apply(
        AddRecord(response),
        then: [
          .go(.list(.response, response.id)), .announce(Phrase(.pressResponseOpened, .text(item.name))),
        ])
    ]
  }

  // MARK: Stories

  private static let storyCommands: [Command<MediaPane>] = [
    .moving("media.fold", .commandFoldStories, ["v"], rank: 7, when: \.isFiltered) {
      $0.list.isGrouped.toggle()
    },
    .moving(
      "media.story", .commandStory, ["s"],
      when: { $0.isItems && $0.item?.story.isEmpty == false && $0.filter.story == nil }
    ) { pane in
      pane.list.isGrouped = false
      pane.list.filter.story = pane.item?.story
    },
    Command(
      "media.join", .commandJoinStories, ["J"], when: \.isItems,
      needs: .edit,
      unless: { pane, look in
        pane.marked.count < 2 ? Phrase(.mediaMarkTwo, .text("Space")) : nil
      }
    ) { pane, _ in
      guard let first = pane.marked.first else { return [] }
      let known = pane.list.page.rows.first { pane.marked.contains($0.item.id) && !$0.item.story.isEmpty }
      let news = Phrase(.mediaJoined, .number(pane.marked.count), .text("u"))
      let effects = pane.code(.story(known?.item.story ?? first), news)
      pane.marked = []
      return effects
    },
    Command("media.part", .commandPartStory, ["S"], when: \.isItems, needs: .edit, unless: lacking(\.item)) {
      pane, _ in
      let ids = pane.marked.isEmpty ? pane.item.map { [$0.id] } ?? [] : pane.marked
      pane.marked = []
      let news = Phrase(.mediaParted, .number(ids.count), .text("u"))
      return [.apply(CodeCoverage(ids, .story("")), then: [.announce(news)])]
    },
  ]

  // MARK: Views

  private static let viewCommands: [Command<MediaPane>] = [
    Command("media.filter", .commandFilter, ["F"], rank: 3, when: \.isFiltered) { pane, look in
      [.present(MediaFilterPane(pane.filter, pane.figures?.figures, pane.launches, pane.feeds, look))]
    },
    .moving("media.charts", .commandMediaCharts, ["t"], rank: 2, when: { !$0.isTyping }) {
      $0.section = $0.section == .charts ? .items : .charts
    },
    .moving("media.next", .commandNextList, ["]", "Right", "l"], when: { !$0.isTyping }) { $0.turn(by: 1) },
    .moving("media.previous", .commandPreviousList, ["[", "Left", "h"], when: { !$0.isTyping }) {
      $0.turn(by: -1)
    },
    Command("media.load", .commandLoadMedia, ["L"], rank: 8, when: { !$0.isTyping }, needs: .edit) {
      pane, look in
      let (feed, day) = (pane.feed, look.asOf)
      return [
        .present(
          LinePrompt(Phrase(.mediaFileQuestion), title: .commandLoadMedia) { path in
            let path = PathCompletion.expanded(path)
            return .effects([.errand(MediaImportErrand(path: path, feed: feed, today: day), closing: true)])
          })
      ]
    },
  ]

  // MARK: Feeds

  private static let feedCommands: [Command<MediaPane>] = [
    Command(
      "media.feedItems", .commandRecords, ["Enter"], rank: 1, when: \.isFeeds,
      unless: lacking(\.feed)
    ) { pane, _ in
      guard let feed = pane.feed else { return [] }
      pane.list.filter = CoverageFilter()
      pane.list.filter.feeds = [feed.id]
      pane.section = .items
      return []
    },
    Command("media.feedNew", .commandNew, ["n"], rank: 4, when: \.isFeeds, needs: .edit) { _, _ in
      [.present(RecordForm(Feed(id: NewID.make()), isNew: true))]
    },
    Command(
      "media.feedEdit", .commandEdit, ["E"], rank: 5, when: \.isFeeds, needs: .edit, unless: lacking(\.feed)
    ) { pane, _ in
      pane.feed.map { [.present(RecordForm($0))] } ?? []
    },
  ]

  private static let moves: [Command<MediaPane>] = [
    .moving("media.down", .commandDown, ["Down", "j", "WheelDown"]) { $0.move(1) },
    .moving("media.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.move(-1) },
    .moving("media.pageDown", .commandPageDown, ["PgDn", "Ctrl-F"]) { $0.page(1) },
    .moving("media.pageUp", .commandPageUp, ["PgUp", "Ctrl-B"]) { $0.page(-1) },
    .moving("media.top", .commandTop, ["Home"]) { $0.edge(isEnd: false) },
    .moving("media.bottom", .commandBottom, ["End", "G"]) { $0.edge(isEnd: true) },
  ]

  private mutating func move(_ step: Int) {
    switch section {
    case .items: list.move(by: step)
    case .charts: chart = max(0, min(MediaCharts.count - 1, chart + step))
    case .feeds: feedSelection.move(by: step, count: feeds.count)
    }
  }

  private mutating func page(_ step: Int) {
    if section == .items { list.movePage(by: step) } else { move(step * (isCharts ? 1 : size.rows - 3)) }
  }

  private mutating func edge(isEnd: Bool) {
    guard section == .items else { return move(isEnd ? 1_000_000 : -1_000_000) }
    if isEnd { list.moveToEnd() } else { list.moveToStart() }
  }
}
