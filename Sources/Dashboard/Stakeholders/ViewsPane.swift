import Model
import Office
import Phrases
import Store
import Terminal

/// The views that people gave a name: this person's own, and those that all share.
struct ViewsPane: ListPane {
  static let name = "views"
  static let title = PhraseKey.paneViews

  /// What is looked at now, to be kept.
  private let current: SavedView
  private let who: String
  var list = RowList<SavedView>()
  let nothing = Phrase(.viewsNone)

  init(_ current: SavedView, who: String) {
    self.current = current
    self.who = who
  }

  var placement: Placement { .sheet(rows: 12) }

  func asks(_ look: Look) -> [Ask<Self>] { [Ask(SavedViews()) { $0.list.take($1) }] }

  static let commands: [Command<ViewsPane>] = actions + moves

  var place: String { selected?.id ?? "" }
  mutating func stand(at place: String) { list.seek(place) }

  private static let actions: [Command<ViewsPane>] = [
    Command("views.apply", .commandApplyView, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
      guard let view = pane.selected else { return [] }
      let table: [Effect] = Grouping(view.group) == nil ? [] : [.run("stakeholder.pivot")]
      return [.close, .steer(.view(view))] + table + [.announce(Phrase(.viewShown, .text(view.name)))]
    },
    Command("views.new", .commandNew, ["n"], rank: 2, needs: .contribute) { pane, _ in
      [.present(namePrompt(pane.current, who: pane.who))]
    },
    Command(
      "views.overwrite", .commandOverwrite, ["o"], rank: 3, needs: .contribute, unless: lacking(\.selected)
    ) {
      pane, _ in
      pane.edit(Phrase(.viewKept, .text(pane.selected?.name ?? ""))) { view, current in
        (view.query, view.columns, view.sort, view.group) = (
          current.query, current.columns, current.sort, current.group
        )
      }
    },
    Command("views.rename", .commandRename, ["r"], rank: 4, needs: .contribute, unless: lacking(\.selected)) {
      pane, _ in
      pane.selected.map { [.present(renamePrompt($0))] } ?? []
    },
    Command("views.share", .commandShare, ["p"], rank: 5, needs: .edit, unless: lacking(\.selected)) {
      pane, _ in
      let isShared = pane.selected?.owner.isEmpty == true
      let who = pane.who
      let name = Phrase.Argument.text(pane.selected?.name ?? "")
      return pane.edit(Phrase(isShared ? .viewPersonalNow : .viewSharedNow, name)) { view, _ in
        view.owner = isShared ? who : ""
      }
    },
    Command("views.remove", .commandRemove, ["D"], rank: 6, needs: .contribute, unless: lacking(\.selected)) {
      pane, _ in
      guard let view = pane.selected else { return [] }
      return [.apply(RemoveRecord(view), then: [.announce(Phrase(.removed, .text(view.name), .text("u")))])]
    },
  ]

  private func edit(_ news: Phrase, _ change: (inout SavedView, SavedView) -> Void) -> [Effect] {
    guard let view = selected else { return [] }
    var edited = view
    change(&edited, current)
    return [.apply(EditRecord(base: view, edited: edited), then: [.announce(news)])]
  }

  /// Asks for a name and keeps what is looked at under it, for this person alone.
  static func namePrompt(_ current: SavedView, who: String) -> LinePrompt {
    LinePrompt(Phrase(.viewNameQuestion), title: .paneView) { name in
      var view = SavedView(id: NewID.make())
      (view.name, view.owner, view.query, view.columns) = (name, who, current.query, current.columns)
      (view.sort, view.group) = (current.sort, current.group)
      return .effects([
        .apply(AddRecord(view), closing: true, then: [.announce(Phrase(.viewKept, .text(name)))])
      ])
    }
  }

  private static func renamePrompt(_ view: SavedView) -> LinePrompt {
    LinePrompt(Phrase(.viewNameQuestion), title: .paneView, text: view.name) { name in
      var edited = view
      edited.name = name
      return .effects([
        .apply(
          EditRecord(base: view, edited: edited), closing: true,
          then: [.announce(Phrase(.saved, .text(name)))])
      ])
    }
  }

  func table(_ look: Look, columns: Int) -> ListTable<SavedView> {
    ListTable(
      columns: [
        .init("", min(30, columns / 3), text: \.name),
        .init("", 0) { Span(" " + words($0, look), .quiet) },
      ], margin: 2,
      above: { view, before in
        guard view.owner != before?.owner else { return [] }
        let heading = [Span(look.say(view.owner.isEmpty ? .viewsShared : .viewsOwn), .heading)]
        return before == nil ? [heading] : [[], heading]
      })
  }

  /// Which stakeholders it shows, and how.
  private func words(_ view: SavedView, _ look: Look) -> String {
    let query = StakeholderQuery(view.query, language: look.language, today: look.asOf)
    let sort = StakeholderSort(kept: view.sort).map {
      look.phrases.label("field", $0.column) + ($0.isAscending ? " ▲" : " ▼")
    }
    let group = Grouping(view.group)?.dimensions.map { look.phrases.label("field", $0.rawValue) }
    return look.dotted([
      query.text(in: .of(look.language)), group?.joined(separator: " × ") ?? "", sort ?? "",
    ])
  }
}
