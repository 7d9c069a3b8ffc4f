import Model
import Office
import Phrases
import Store
import Terminal

/// The register of strategic partnerships (annex III): what waits for somebody stands first.
struct PartnershipsPane: SearchedListPane {
  static let name = "partnerships"
  static let title = PhraseKey.panePartnerships

  private var all: [Partnership] = []
  /// Those that wait for a body, and those to be reviewed: counted once, when they come.
  private var counts = (waiting: 0, due: 0)
  /// For which they are counted and put in order.
  private var day: Day?
  private var showsOpenOnly = false
  var search = WordSearch()
  private var texts = FoldedTexts()
  var list = RowList<Partnership>()
  let nothing = Phrase(.ptNone, .text("n"))

  func asks(_ look: Look) -> [Ask<Self>] {
    let day = look.asOf
    return [Ask(AllRecords<Partnership>()) { $0.take($1, on: day) }]
  }

  private mutating func take(_ partnerships: [Partnership], on day: Day) {
    self.day = day
    all = Partnership.ordered(partnerships, on: day)
    counts = (0, 0)
    for one in all {
      if one.state == .bureau || one.state == .plenary { counts.waiting += 1 }
      if one.state(on: day) == .reviewDue { counts.due += 1 }
    }
    narrow()
  }

  /// Another day has others to be reviewed.
  mutating func fit(to size: Size, look: Look) {
    if day != look.asOf { take(all, on: look.asOf) }
    list.fit(to: size.rows - searchRows, as: table(look, columns: size.columns))
  }

  mutating func narrow() {
    let found = texts.holding(search.words, all)
    list.take(
      all.filter { one in (!showsOpenOnly || !one.state.isOver) && found?.contains(one.id) ?? true })
  }

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(.partnership, let id) = destination else { return false }
    let isListed = list.rows?.contains { $0.id == id } == true
    if !isListed, let one = all.first(where: { $0.id == id }) {
      if one.state.isOver { showsOpenOnly = false }
      closeSearch()
    }
    list.seek(id)
    return true
  }

  /// What was written is there before the store's answer: the next key may come first.
  mutating func applied(_ written: Written, look: Look) -> [Effect] {
    let fresh = written.all(Partnership.self).byID
    guard !fresh.isEmpty else { return [] }
    let known = Set(all.map(\.id))
    take(all.map { fresh[$0.id] ?? $0 } + fresh.values.filter { !known.contains($0.id) }, on: look.asOf)
    return []
  }

  static let commands: [Command<PartnershipsPane>] = searching(actions + weighing) + moves

  private static let actions: [Command<PartnershipsPane>] = [
    Command("partnerships.open", .commandOpen, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
      pane.selected.map { [.present($0.page(in: PartnershipRoom()))] } ?? []
    },
    Command(
      "partnerships.next", .commandNextStep, ["Space"], rank: 2, needs: .edit,
      unless: { pane, look in
        guard let one = pane.selected else { return Phrase(.nothingSelected) }
        return PartnershipMachine(one).stop.map(PartnershipWords.phrase)
      }
    ) { pane, _ in
      pane.selected.map { [.present(PartnershipStepSheet($0))] } ?? []
    },
    Command("partnerships.new", .commandNew, ["n"], rank: 3, needs: .edit) { pane, look in
      var one = Partnership(id: NewID.make())
      one.steps = [PartnershipStep(.idea, on: look.recordingDay, by: look.who)]
      one.owner = look.who
      if pane.selected?.state == .invited { one.type = .agreement }
      return [.present(RecordForm(one, isNew: true))]
    },
    Command("partnerships.edit", .commandEdit, ["e"], rank: 4, needs: .edit, unless: lacking(\.selected)) {
      pane, _ in pane.selected.map { [.present(RecordForm($0))] } ?? []
    },
    Command(
      "partnerships.partner", .commandPartner, ["p"], needs: .edit, unless: lacking(\.selected)
    ) { pane, look in
      guard let base = pane.selected else { return [] }
      let words = PartnershipWords(base, look: look).partner
      return [
        .present(
          StakeholderPicker(words) { person in
            var edited = base
            edited.partner = person.id
            return [
              .apply(
                EditRecord(base: base, edited: edited), closing: true,
                then: [.announce(Phrase(.personLinked, .text(person.title)))])
            ]
          })
      ]
    },
    Command("partnerships.remove", .commandRemove, ["D"], needs: .edit, unless: lacking(\.selected)) {
      pane, look in
      guard let one = pane.selected else { return [] }
      return [
        .apply(
          RemoveRecord(one),
          then: [.announce(Phrase(.removed, .text(look.title(of: one)), .text("u")))])
      ]
    },
    Command("partnerships.history", .commandHistory, ["H"], unless: lacking(\.selected)) { pane, look in
      pane.selected.map { [.present(HistoryPane<Partnership>($0.id, called: look.title(of: $0)))] } ?? []
    },
    Command("partnerships.openOnly", .commandUnfinished, ["o"]) { pane, _ in
      pane.showsOpenOnly.toggle()
      pane.narrow()
      return []
    },
  ]

  // MARK: Drawing

  func heading(_ look: Look) -> [Span] {
    let (waiting, due) = counts
    return [Span(" · \(look.say(.ptCounts, .number(all.count), .number(waiting), .number(due)))", .quiet)]
  }

  func table(_ look: Look, columns: Int) -> ListTable<Partnership> {
    let isWide = Size(columns: columns, rows: 0).isWide
    func words(_ one: Partnership) -> PartnershipWords { PartnershipWords(one, look: look) }
    let more: [ListTable<Partnership>.Column] =
      isWide
      ? [
        .init(look.word("field", "partnership_type"), 14) { one in
          one.type.map { Span(look.word("partnership_type", $0.rawValue)) } ?? Span("–", .quiet)
        },
        .init(look.word("field", "partner"), 36) { Span(words($0).partner) },
        .init(look.word("field", "next_review"), 12) {
          $0.nextReview.map { Span(look.day($0)) } ?? Span("–", .quiet)
        }.whole,
        .init(look.word("field", "partnership_route"), 46) { Span(words($0).route, .quiet) },
      ] : []
    return ListTable(
      columns: [
        .init(look.word("field", "state"), 25) { words($0).state }.growing,
        .init(look.say(.ptSince), 12) { one in
          one.steps.last.map { Span(look.day($0.day)) } ?? Span("–", .quiet)
        }.whole,
        .init(look.word("field", "name"), 0) { Span(look.title(of: $0)) },
      ] + more)
  }

  func status(_ look: Look) -> [Span] {
    guard let one = selected else { return [] }
    let words = PartnershipWords(one, look: look)
    let half = PartnershipMachine(one).isHalfApproved ? look.say(Phrase(.ptOneWord)) : ""
    return [
      Span(
        look.dotted([half, words.outcome ?? "", words.basis, words.route, words.openIssues ?? ""]), .quiet)
    ]
  }
}

extension PartnershipsPane {
  static let legend: [LegendLine] = LegendLine.states(PartnershipState.self)
}
