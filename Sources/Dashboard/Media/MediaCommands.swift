import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

extension MediaPane {
  static let commands: [Command<MediaPane>] =
    codingCommands + itemCommands + storyCommands + viewCommands + tabCommands + feedCommands
    + moves.flatMap { move in
      // While the codes are open its letter is one of them.
      move.move == .top
        ? [
          move.without("g"),
          Command(
            "media.first", move.title, ["g"], when: { move.isOffered($0) && !$0.isCoding }, run: move.run),
        ] : [move]
    }

  private var isItems: Bool { tab == .items && isListing && !isCoding }
  private var isFeeds: Bool { tab == .feeds }
  private var isFiltered: Bool { tab != .feeds && isListing && !isCoding }

  private static let itemCommands: [Command<MediaPane>] = [
    Command(
      "media.open", .commandOpen, ["Enter"], rank: 1, when: \.isItems,
      unless: lacking(\.item)
    ) { pane, _ in
      pane.item.map { [.present($0.page(in: PressOffice()))] } ?? []
    },
    .moving(
      "media.mark", .commandMark, ["Space"], rank: 5, when: { ($0.isItems || $0.isCoding) && $0.item != nil }
    ) { pane in
      guard let id = pane.item?.id else { return }
      if let place = pane.marked.firstIndex(of: id) {
        pane.marked.remove(at: place)
      } else {
        pane.marked.append(id)
      }
      pane.move(.down)
    },
    Command("media.new", .commandNew, ["n"], when: \.isItems, needs: .contribute) { _, look in
      var item = Coverage(id: NewID.make())
      item.when = .day(look.asOf)
      return [.present(RecordForm(item, isNew: true))]
    },
    Command("media.edit", .commandEdit, ["e"], when: \.isItems, needs: .contribute, unless: lacking(\.item)) {
      pane, _ in
      pane.item.map { [.present(RecordForm($0))] } ?? []
    },
    Command("media.history", .commandHistory, ["H"], when: \.isItems, unless: lacking(\.item)) { pane, look in
      pane.item.map { [.present($0.history(look))] } ?? []
    },
    Command(
      "media.remove", .commandRemove, ["D"], when: \.isItems, needs: .contribute, unless: lacking(\.item)
    ) {
      pane, _ in
      guard let item = pane.item else { return [] }
      let news = Phrase(.removed, .text(item.title), .text("u"))
      return [.apply(RemoveRecord(item), then: [.announce(news)])]
    },
    Command(
      "media.respond", .commandRespond, ["R"], rank: 4, when: \.isItems, needs: .contribute,
      unless: lacking(\.item)
    ) { pane, look in
      pane.respond(look)
    },
  ]

  /// Opens the answer to an item, or begins one.
  private func respond(_ look: Look) -> [Effect] {
    guard let item else { return [] }
    if let known = responses[item.id] {
      return [.go(.list(.response, known.id)), .announce(Phrase(.mediaResponseThere, .text(known.name)))]
    }
    let zone = launches.first { $0.id == item.launch }?.zone ?? .utc
    let now = Moment(seconds: look.present / 60 * 60, zone: zone)
    let response = RapidResponse(id: NewID.make(), to: item, at: now, who: look.who)
    return [
      .apply(
        AddRecord(response),
        then: [
          .go(.list(.response, response.id)), .announce(Phrase(.mediaResponseOpened, .text(item.name))),
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
      "media.join", .commandJoinStories, ["M"], when: \.isItems,
      needs: .contribute,
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
    Command(
      "media.part", .commandPartStory, ["S"], when: \.isItems, needs: .contribute, unless: lacking(\.item)
    ) {
      pane, _ in
      let ids = pane.marked.isEmpty ? pane.item.map { [$0.id] } ?? [] : pane.marked
      pane.marked = []
      let news = Phrase(.mediaParted, .number(ids.count), .text("u"))
      return [.apply(CodeCoverage(ids, .story("")), then: [.announce(news)])]
    },
  ]

  // MARK: Views

  private static let viewCommands: [Command<MediaPane>] = [
    Command("media.filter", .commandFilter, ["f"], rank: 3, when: \.isFiltered) { pane, look in
      [.present(MediaFilterPane(pane.filter, pane.counted?.figures, pane.launches, pane.feeds, look))]
    },
    .moving("media.charts", .commandMediaCharts, ["t"], rank: 4, when: { $0.isListing }) {
      $0.tabs.shown = $0.tab == .charts ? .items : .charts
    },
    Command(
      "media.load", .commandLoadMedia, ["i"], rank: 8, when: { $0.isListing && !$0.isCoding },
      needs: .contribute
    ) {
      pane, look in
      let (feed, day) = (pane.feed, look.asOf)
      return [
        .present(
          FilePrompt.reading(
            Phrase(.mediaFileQuestion), title: .commandLoadMedia,
            endings: ["xml", "rss", "atom", "json", "csv", "xlsx", "ods", "html"]
          ) { MediaImportErrand(path: $0, feed: feed, today: day) })
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
      pane.tabs.shown = .items
      return []
    },
    Command("media.feedNew", .commandNew, ["n"], rank: 4, when: \.isFeeds, needs: .edit) { _, _ in
      [.present(RecordForm(Feed(id: NewID.make()), isNew: true))]
    },
    Command(
      "media.feedEdit", .commandEdit, ["e"], rank: 5, when: \.isFeeds, needs: .edit, unless: lacking(\.feed)
    ) { pane, _ in
      pane.feed.map { [.present(RecordForm($0))] } ?? []
    },
  ]
}
