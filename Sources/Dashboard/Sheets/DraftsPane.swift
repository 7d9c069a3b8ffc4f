import Office
import Phrases
import Store
import Terminal

/// What somebody left half typed, where it is more than one form.
struct DraftsPane: ListPane {
  static let name = "drafts"
  static let title = PhraseKey.paneDrafts

  var list: RowList<Draft>
  let nothing = Phrase(.nothingSelected)

  init(_ drafts: [Draft]) { list = RowList(drafts) }

  var placement: Placement { .sheet(rows: 8) }

  static let commands: [Command<DraftsPane>] =
    [
      Command("drafts.open", .commandOpen, ["Enter"], rank: 1) { pane, _ in
        pane.selected.map { [.close, .openDraft($0)] } ?? []
      },
      Command("drafts.discard", .commandDiscard, ["Ctrl-X"], rank: 3) { pane, _ in
        guard let draft = pane.selected else { return [] }
        return [
          .present(AskSheet.discarding([.close, .dropDraft(draft), .announce(Phrase(.draftDiscarded))]))
        ]
      },
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<Draft> {
    ListTable(
      columns: [
        .init("", 12) { Span(look.moment($0.at), .quiet) }.whole,
        .init("", 0, text: { PaneRegistry.title(of: $0, look) }),
      ], margin: 2)
  }
}
