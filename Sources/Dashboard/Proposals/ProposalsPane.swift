import Model
import Office
import Phrases
import Store
import Terminal

/// The proposals of the stakeholder network: what still waits for somebody comes first, the oldest first.
struct ProposalsPane: SearchedListPane {
  static let name = "proposals"
  static let title = PhraseKey.paneProposals

  private var all: [NetworkProposal] = []
  var search = WordSearch()
  private var texts = FoldedTexts()
  var list = RowList<NetworkProposal>()
  let nothing = Phrase(.proposalsNone, .text("n"))

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(AllRecords<NetworkProposal>()) { pane, proposals in
        pane.all = NetworkProposal.ordered(proposals)
        pane.narrow()
      }
    ]
  }

  mutating func narrow() {
    let found = texts.holding(search.words, all)
    list.take(all.filter { found?.contains($0.id) ?? true })
  }

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(.proposal, let id) = destination else { return false }
    seekListed(id)
    return true
  }

  static let commands: [Command<ProposalsPane>] = searching(actions) + moves

  private static let actions: [Command<ProposalsPane>] = [
    Command(
      "proposals.open", .commandEdit, ["Enter", "e"], rank: 1, needs: .edit, unless: lacking(\.selected)
    ) {
      pane, _ in pane.selected.map { [.present(RecordForm($0))] } ?? []
    },
    Command("proposals.new", .commandNew, ["n"], rank: 2, needs: .edit) { _, look in
      var proposal = NetworkProposal(id: NewID.make())
      proposal.received = look.asOf
      return [.present(RecordForm(proposal, isNew: true))]
    },
    Command(
      "proposals.next", .commandNextState, ["Space"], rank: 3, needs: .edit, unless: lacking(\.selected)
    ) { pane, look in
      guard let proposal = pane.selected else { return [] }
      guard let next = proposal.next(on: look.asOf) else {
        return [.present(RecordForm(proposal, at: "proposal_outcome"))]
      }
      return [.apply(EditRecord(base: proposal, edited: next))]
    },
    Command("proposals.remove", .commandRemove, ["D"], rank: 4, needs: .edit, unless: lacking(\.selected)) {
      pane, _ in
      guard let proposal = pane.selected else { return [] }
      return [
        .apply(RemoveRecord(proposal), then: [.announce(Phrase(.removed, .text(proposal.title), .text("u")))])
      ]
    },
    Command("proposals.history", .commandHistory, ["H"], unless: lacking(\.selected)) { pane, _ in
      pane.selected.map { [.present(HistoryPane<NetworkProposal>($0.id, called: $0.title))] } ?? []
    },
  ]

  func table(_ look: Look, columns: Int) -> ListTable<NetworkProposal> {
    func day(_ name: String, _ day: @escaping (NetworkProposal) -> Day?) -> ListTable<NetworkProposal>.Column
    {
      .init(look.word("field", name), 12) {
        day($0).map { Span(look.day($0)) } ?? Span("–", .quiet)
      }.whole
    }
    return ListTable(columns: [
      .init(look.word("field", "proposal_state"), 13) { $0.state.said(look) }.growing,
      day("shared_on", \.shared), day("bureau_on", \.bureau), day("panel_on", \.panel),
      .init(look.word("field", "name"), 0, text: \.name),
    ])
  }

  func status(_ look: Look) -> [Span] {
    guard let proposal = selected else { return [] }
    return [Span(look.dotted([proposal.text, proposal.outcome, proposal.note]), .quiet)]
  }
}

extension NetworkProposal: Shown {
  static let form = PhraseKey.paneProposals
}

extension ProposalsPane {
  static let legend: [LegendLine] = LegendLine.states(ProposalState.self)
}
